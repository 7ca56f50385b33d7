"""Descriptions that are not of their term: of a deed that the clause tells, or of what only the page names."""

import re

from quizgen.lexicon import words
from quizgen.model import Phrase, PhraseType

_COUNT = r"(?:two|three|four|five|six|seven)"
_OPEN_END = re.compile(
    rf"(?<! one)(?<! each) (?:of|to|from|with|between|for|by|in|like) (?:(?:all|the|these|those) {_COUNT}|all|both|them"
    r"|the (?:others?|latter|former|rest|same)|these|those)$"
)
_THE_ONE = re.compile(r"the ones?(?! of| and)\b")
_COMPARED = re.compile(
    r"(?:the|an?) (?:analogous|comparable|corresponding|equivalent|following|inverse|latter|opposite|preceding|previous"
    r"|remaining|respective|reverse|similar|subsequent)(?: [\w’-]+)+"
)
_PART_OF = re.compile(  # of another thing: "a polymer which makes up a quarter of its weight"
    r" (?:makes? up|forms?|accounts? for|constitutes?|represents?) (?:[\w-]+ )*of (?:its|their) "
)
_WITH = re.compile(r" (?:to|of|as|from|than|for) ")
_SORT = re.compile(r"(?:the|an?) (?:category|form|kind|model|sort|type|version)\b(?! of | in | that | to | where )")
_LIKE_A_DEED = re.compile(r".*(?:ing|ions?|ments?|ships?|ances?|ences?|sis|isms?|y|ages?|hoods?|doms?)")


def is_open(told: Phrase) -> bool:
    """Return whether what a description compares or counts stands on the page only: "a mixture of all three"."""
    said = told.text
    if _PART_OF.search(said) or _OPEN_END.search(said) or _THE_ONE.match(said) or _SORT.match(said):
        return True
    return _COMPARED.match(said) is not None and not _WITH.search(said)


def is_deed(subject: Phrase, told: Phrase) -> bool:
    """Return whether what somebody did or was is described, not the name before it: "at the Academy, an honour"."""
    if told.head not in words("nouns", "deeds") or not told.text.startswith(("a ", "an ")):
        return False
    own = set(subject.text.lower().split())
    is_one = bool(own & words("nouns", "deeds", "titled")) or subject.type in (PhraseType.EVENT, PhraseType.WORK)
    return not is_one and (subject.proper or not _LIKE_A_DEED.fullmatch(subject.head))
