"""Proper names: the tokens of one, and what the tagger takes it for."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from quizgen.model import PhraseType

if TYPE_CHECKING:
    from spacy.tokens import Token

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
        ent = next((e for e in head.doc.ents if e.start <= head.i < e.end), None)
        if ent is not None:
            return strip_article(ent.text)
    parts = [c for c in head.lefts if c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN"]
    numbers = [c for c in head.rights if c.dep_ == "nummod" and c.i == head.i + 1]
    return strip_article(" ".join(t.text for t in [*parts, head, *numbers]))


@lru_cache(maxsize=1 << 14)
def strip_article(text: str) -> str:
    """Return a name without its article and possessive: "China's Mars" → "Mars"."""
    stripped = _LEADING.sub("", text.strip())
    return re.sub(r"(?:'s|’s)$", "", stripped)
