"""How a question is worded and what its answer looks like: wordings that teachers keep more or less often."""

import re
from collections.abc import Callable

from quizgen.lexicon import words
from quizgen.model import FactKind, PhraseType
from quizgen.questions.case import Case

_BARE_PLURAL = re.compile(r"[a-z]+s")
_THE_NOUN = re.compile(r"the [a-z]+")
_A_NOUN = re.compile(r"an? [a-z]+")
_ONE = re.compile(r"an? ")
_SOME_ONE = re.compile(r"(?:an?|some|many|several) ")
_OWN = re.compile(r"\b(?:its|his|her|their)\b")
_YEAR = re.compile(r"\b\d{4}\b")
_NAMED = re.compile(r"What (?:was|were) (?:the )?[A-Z]")
_MUST = re.compile(r"\b(?:could|must|should|(?:had|have|has) to)\b")
_NOT = re.compile(r"\b(?:not|no|never)\b")
_ONLY = re.compile(r"\bonly\b")
_AGAIN = re.compile(r"\b(?:again|once|for a (?:long|short) time|for some|instead|together|alone|further|first)\b")
_LOOSE_END = re.compile(r" (?:in|of|to|from|with|by|on|at|for|as|into|over)\?$")
_RELATIVE = re.compile(r" (?:that|who|whose) ")
_ING = re.compile(r"\b[a-z]+ing\b")
_QUOTED = re.compile(r"[\"“]")
_WHOLE = frozenset({"happening", "reason", "definition"})  # whose answers are clauses or nearly
_CROSSED = frozenset({"passive", "thing as subject", "label", "light verb", "some subject"})

Sign = Callable[[Case, str], bool]


def signs(case: Case, template: str, *, labelled: bool, fronted: bool) -> dict[str, float]:
    """Return the features of how a question is worded: each 1, and the common ones also by the template."""
    found = {name for name, holds in _SIGNS.items() if holds(case, template)}
    found |= ({"label"} if labelled else set()) | ({"opening"} if fronted else set())
    crossed = {f"{name} of {template}" for name in found & _CROSSED}
    return {f"wording {name}": 1.0 for name in (found - {"label", "some subject", "thing as subject"}) | crossed}


def _verb(case: Case, *lists: str) -> bool:
    return case.draft.verb is not None and case.draft.verb.base in words("verbs", *lists)


def _is_passive(case: Case, template: str) -> bool:
    return case.draft.verb is not None and case.draft.verb.passive


def _asks(begin: str) -> Sign:
    return lambda case, _: case.prompt.startswith(begin)


def _says(pattern: re.Pattern[str]) -> Sign:
    return lambda case, _: pattern.search(case.prompt) is not None


def _answers(pattern: re.Pattern[str]) -> Sign:
    return lambda case, _: pattern.fullmatch(case.answer) is not None


def _is_name_told(case: Case, template: str) -> bool:
    return case.draft.kind is FactKind.DEFINITION and template == "definition" and bool(_NAMED.match(case.prompt))


_SIGNS: dict[str, Sign] = {
    "who is": _asks("Who is"),
    "which organisation": _asks("Which organisation"),
    "how much": _asks("How much"),
    "what was a name": _is_name_told,
    "some": lambda case, _: " some " in case.prompt,
    "must": _says(_MUST),
    "not": _says(_NOT),
    "only": _says(_ONLY),
    "again": _says(_AGAIN),
    "from the": lambda case, _: " from the " in case.prompt,
    "comma": lambda case, _: "," in case.prompt,
    "preposition at the end": _says(_LOOSE_END),
    "relative clause": _says(_RELATIVE),
    "participle": _says(_ING),
    "quotes": _says(_QUOTED),
    "plain plural answer": _answers(_BARE_PLURAL),
    "plain answer": _answers(_A_NOUN),
    "known answer": _answers(_THE_NOUN),
    "or in the answer": lambda case, _: " or " in case.answer,
    "owner in the answer": lambda case, template: template not in _WHOLE and bool(_OWN.search(case.answer)),
    "year in the answer": lambda case, template: template != "time" and bool(_YEAR.search(case.answer)),
    "one of the past": lambda case, _: case.past and _ONE.match(case.answer) is not None,
    "passive": _is_passive,
    "light verb": lambda case, _: _verb(case, "light"),
    "way gone": lambda case, template: template in ("bound", "adjunct") and _verb(case, "motion"),
    "some subject": lambda case, _: _SOME_ONE.match(case.draft.subject.text) is not None,
    "thing as subject": lambda case, _: _THE_NOUN.fullmatch(case.draft.subject.text) is not None,
    "amount as subject": lambda case, _: (
        case.draft.subject.type is PhraseType.QUANTITY and " of " not in case.draft.subject.text
    ),
}
