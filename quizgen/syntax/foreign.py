"""Phrases that the parser hangs on a noun, and that belong to its verb or to the whole sentence."""

from typing import TYPE_CHECKING

from quizgen.lexicon import words
from quizgen.syntax.reading import YEAR

if TYPE_CHECKING:
    from spacy.tokens import Token

_MEASURE_NOUNS = frozenset(
    """distance height speed temperature depth altitude rate cost price pressure frequency elevation""".split()
)
_LEADING_ON = frozenset(
    {"in turn", "in fact", "of course", "for example", "for instance", "by contrast", "in contrast"}
)


def measure_phrases(head: "Token") -> list["Token"]:
    """Return the prepositions behind an object that belong to the verb.

    They measure the deed ("took an image from a distance of 2 km") or are its second half ("replaced iron with steel").
    """
    if head.dep_ not in ("dobj", "nsubjpass"):
        return []
    return [c for c in head.children if c.dep_ == "prep" and _is_of_verb(c, head)]


def _is_of_verb(prep: "Token", head: "Token") -> bool:
    verb = head.head.lemma_
    if head.dep_ == "dobj" and f"{verb} {prep.lower_}" in words("verbs", "paired"):
        return True
    if head.dep_ == "dobj" and prep.lower_ == "as" and verb in words("verbs", "casting"):
        return True
    return prep.lower_ in ("from", "at") and any(p.lemma_.lower() in _MEASURE_NOUNS for p in prep.children)


def leads_on(prep: "Token") -> bool:
    """Return whether a phrase behind a noun joins its sentence to the one before: "the slide in turn caused a wave"."""
    told = (f"{prep.lower_} {c.lower_}" for c in prep.children if not list(c.children))
    return prep.dep_ == "prep" and any(each in _LEADING_ON for each in told)


def is_year_of_deed(prep: "Token", head: "Token") -> bool:
    """Return whether a year stands behind somebody's name, of what he did then: "not since Ida Holm in 1985"."""
    year = next((c for c in prep.children if c.dep_ == "pobj"), None)
    person = head.pos_ == "PROPN" and head.ent_type_ == "PERSON"
    return person and prep.lower_ == "in" and year is not None and YEAR.match(year.text) is not None


def is_fronted(prep: "Token", head: "Token") -> bool:
    """Return whether a phrase before a noun stands in front of the clause: "At Sedan, several thousand men fell"."""
    last = prep.right_edge
    return prep.i < head.i and last.i + 1 < len(last.doc) and last.nbor(1).text == ","
