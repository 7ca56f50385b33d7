"""Surnames with small words before them: "Ursula von der Leyen" is one person, whatever the recogniser made of it."""

from typing import TYPE_CHECKING, Any

from quizgen import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


def settle(doc: "Doc") -> None:
    """Let a given name, the small words behind it and the surname they lead to be one person."""
    for token in doc:
        if token.i > 1 and token.text[:1].isupper() and lexicon.is_particle(token.nbor(-1).text):
            name = _name(token)
            if name is not None:
                kept: list[Any] = [ent for ent in doc.ents if ent.end <= name.start or ent.start >= name.end]
                doc.set_ents([*kept, name])


def _name(last: "Token") -> "Span | None":
    """Return the name that ends at ``last``; None where it is none, or is known to be a person's."""
    first = last.nbor(-1)
    while first.i and lexicon.is_particle(first.text):
        first = first.nbor(-1)
    known = last.ent_iob_ == "I" and all(token.ent_type_ == "PERSON" for token in last.doc[first.i : last.i + 1])
    if known or not lexicon.is_full_name(last.doc[first.i : last.i + 1].text):
        return None
    return last.doc.char_span(first.idx, last.idx + len(last), label="PERSON")
