"""Proper names: the tokens of one, and what the tagger takes it for."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from quizgen.model import PhraseType

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

ENTITY_TYPES = {
    "PERSON": PhraseType.PERSON,
    "NORP": PhraseType.PEOPLE,
    "FAC": PhraseType.PLACE,
    "ORG": PhraseType.ORGANISATION,
    "GPE": PhraseType.PLACE,
    "LOC": PhraseType.PLACE,
    "PRODUCT": PhraseType.PRODUCT,
    "EVENT": PhraseType.EVENT,
    "WORK_OF_ART": PhraseType.WORK,
    "LAW": PhraseType.WORK,
    "LANGUAGE": PhraseType.LANGUAGE,
    "DATE": PhraseType.DATE,
    "TIME": PhraseType.TIME,
    "PERCENT": PhraseType.PERCENT,
    "MONEY": PhraseType.MONEY,
    "QUANTITY": PhraseType.QUANTITY,
    "ORDINAL": PhraseType.ORDINAL,
    "CARDINAL": PhraseType.NUMBER,
}
NAME_LABELS = frozenset(["PERSON", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"])
_LEADING = re.compile(r"^(?:(?:the|a|an)\s+|\S+(?:'s|’s|s')\s+)+", re.I)


def name_of(head: "Token") -> str:
    """Return the proper name that a token heads: the entity around it, or its run of capitalised compounds."""
    if head.ent_type_ in NAME_LABELS:
        return strip_article(_entity(head).text)
    parts = [c for c in head.lefts if c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN"]
    numbers = [c for c in head.rights if c.dep_ == "nummod" and c.i == head.i + 1]
    return strip_article(" ".join(t.text for t in [*parts, head, *numbers]))


def _entity(token: "Token") -> "Span":
    """Return the entity around a token; asking the doc for it would make all of its entities."""
    doc, start, end = token.doc, token.i, token.i + 1
    while doc[start].ent_iob_ == "I" or goes_on_before(doc[start]):
        start -= 1 if doc[start].ent_iob_ == "I" else 2
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    while doc[end - 1].pos_ == "ADP" and end - 1 > token.i:  # "Ida Holm of" Graz
        end -= 1
    return doc[start:end]


def goes_on_before(token: "Token") -> bool:
    """Return whether a name is joined to one before it, which the tagger left out: "Antoine" of Louis-Antoine."""
    if token.i - token.sent.start < 2 or token.pos_ != "PROPN":
        return False
    joint, first = token.nbor(-1), token.nbor(-2)
    return joint.text == "-" and not joint.whitespace_ and not first.whitespace_ and first.pos_ == "PROPN"


@lru_cache(maxsize=1 << 14)
def strip_article(text: str) -> str:
    """Return a name without its article and possessive: "China's Mars" → "Mars"."""
    stripped = _LEADING.sub("", text.strip())
    return re.sub(r"(?:'s|’s)$", "", stripped)
