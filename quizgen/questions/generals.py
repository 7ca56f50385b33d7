"""Statements on kinds of things, asked from the wrong side: where it is any thing, or one of many, that does it."""

from collections.abc import Callable

from quizgen.lexicon import words
from quizgen.model import AMOUNTS, FactKind, Verb
from quizgen.questions.case import Case

CODES = {
    "refused-backwards": "of a general statement the commoner side is asked for: What avoids the floor? settlements",
    "refused-instance": "one thing of many is asked for by what is said of its kind: What takes a few seconds? a sale",
    "refused-done": "it is asked what things of a kind have done, of which nobody knows when or where",
}
_TOLD = frozenset({FactKind.DEFINITION, FactKind.SUPERLATIVE})
_SHORT_STEM, _SHORTEST_STEM = 6, 5  # words
_HAVING = frozenset({"has", "have"})


def reason(case: Case) -> str:
    """Return the code of ``CODES`` that speaks against an ask of what always holds, "" where none does."""
    verb, draft = case.draft.verb, case.draft
    if verb is None or verb.tense != "present" or draft.kind in _TOLD or any(p.proper for p in draft.arguments):
        return ""
    return next((code for code, slot, holds in _RULES if slot == case.slot and holds(case, verb)), "")


def _is_backwards(case: Case, verb: Verb) -> bool:
    """Return whether a verb says little of who does it, or little stands beside it and the answer is a common word."""
    if verb.base in words("verbs", "backwards") and not verb.passive:
        return True
    length, said = len(case.prompt.split()), case.answer.split()
    if len(said) == 1:
        return case.asked.plural and case.answer.islower() and length <= _SHORT_STEM
    return len(said) == 2 and said[0] == "the" and length <= _SHORTEST_STEM


def _is_instance(case: Case, verb: Verb) -> bool:
    return case.answer.startswith(("a ", "an ")) and case.asked.type not in AMOUNTS


def _is_done(case: Case, verb: Verb) -> bool:
    """Return whether a verb is in the perfect: "What have farmers gathered?" """
    group = verb.text.split(" ")
    return len(group) > 1 and group[0] in _HAVING and group[1] != "to"


_RULES: tuple[tuple[str, str, Callable[[Case, Verb], bool]], ...] = (
    ("refused-backwards", "subject", _is_backwards),
    ("refused-instance", "subject", _is_instance),
    ("refused-done", "object", _is_done),
)
