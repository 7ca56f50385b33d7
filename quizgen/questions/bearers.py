"""Whether “What” fits the bearer of a name, or what it stands for, where the sort of it is not known."""

import re
from collections.abc import Callable

from quizgen.lexicon import words
from quizgen.model import FactKind, Phrase, PhraseType, Verb
from quizgen.questions.case import Case

CODES = {
    "refused-number": "the stem says “their” of what it asks for with “What”",
    "refused-what": "what only people do is said of a name that is not known as theirs",
    "refused-bearer": "“What” is asked of a name that may be a country's, a town's or a person's: What burned down?",
}
_THEIR = re.compile(r"\b(?:their|them|themselves)\b")
_WHAT = re.compile(r"(?:.*, )?[Ww]hat ")
_BARE = re.compile(r"[A-Z][^\W\d_]*(?:-[A-Z][^\W\d_]*)*")


def _clashes(case: Case, verb: Verb) -> bool:
    """Return whether "What" stands for several things and the stem says "their" of them."""
    term = case.draft.kind is FactKind.DEFINITION
    if case.slot != "subject" or term or not case.prompt.startswith("What "):
        return False
    several = case.asked.plural or " and " in case.answer
    return any(_THEIR.search(p.bound or p.text) for p in case.told) or (several and " themselves" in case.prompt)


def _is_misnamed(case: Case, verb: Verb) -> bool:
    """Return whether a name is asked for with "What" although only people do that: "What lived from fishing?" """
    if case.slot != "subject" or not case.prompt.startswith(("What ", "Which place ")) or not _is_name(case.asked):
        return False
    return verb.base in words("verbs", "personal")


def _is_name(phrase: Phrase) -> bool:
    return phrase.proper or phrase.text.removeprefix("the ")[:1].isupper()


def _is_bare_place(case: Case, verb: Verb) -> bool:
    """Return whether the one word that is asked for with "What" is read as a place's name and does something.

    A landform has its article or says what it is, a town and a country are asked for as such. What is left is a country
    or a town that is not known, or somebody who was taken for a place.
    """
    if case.slot != "subject" or case.asked.type is not PhraseType.PLACE or not _WHAT.match(case.prompt):
        return False
    return verb.base != "be" and not verb.passive and _BARE.fullmatch(case.answer) is not None


RULES: tuple[tuple[str, Callable[[Case, Verb], bool]], ...] = (
    ("refused-number", _clashes),
    ("refused-what", _is_misnamed),
    ("refused-bearer", _is_bare_place),
)
