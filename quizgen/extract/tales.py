"""Sentences that pass on a tale, or that the next sentence doubts: "according to legend", "historians doubt it"."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span

_TALE = "anecdotes?|folklore|gossip|legends?|lore|myths?|rumou?rs?|stories|story|tales?|traditions?"
_TOLD = re.compile(
    rf"\baccording to (?:[\w’'-]+ ){{0,3}}(?:{_TALE})\b"
    rf"|\b(?:legend|story|tale) goes\b|^(?:[\w’'-]+ ){{0,4}}(?:{_TALE}) (?:has it|had it|"
    r"(?:claim|hold|insist|maintain|relate|say|tell)s? (?:how|that))\b",
    re.IGNORECASE,
)
_CLAIM = rf"(?:it|this|that|(?:the|this|that) (?:{_TALE}|account|belief|claim|explanation|theory|version))"
_DOUBTED = re.compile(
    r"(?:[\w’'-]+ ){1,5}(?:challenged?|dismiss(?:ed)?|disputed?|doubt(?:ed)?|questione?d?|reject(?:ed)?) "
    rf"{_CLAIM}\b(?! \w)"
    rf"|(?:the|this|that) (?:{_TALE}|account|belief|claim|version)\b(?: [\w’'-]+){{0,5}} (?:apocryphal|doubted|doubtful"
    r"|exaggerated|false|fiction|invented|(?:an? )?(?:invention|legend|myth)|mistaken|unfounded|unlikely|unproven"
    r"|untrue|wrong)\b"
    rf"|there is (?:little|no) (?:evidence|proof|record) (?:for|of) {_CLAIM}\b(?! \w)",
    re.IGNORECASE,
)


def is_tale(sent: "Span") -> bool:
    """Return whether a sentence tells what is told, or the next half or sentence says that it is doubted."""
    halves = sent.text.split("; ")
    if _TOLD.search(sent.text) or any(map(_DOUBTED.match, halves)):
        return True
    behind = sent.doc[sent.end : sent.end + 14].text if sent.end < len(sent.doc) else ""
    return _DOUBTED.match(behind) is not None
