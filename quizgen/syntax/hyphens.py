"""Names with hyphens, which the parser takes apart: Weston-super-Mare."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def whole(tokens: list["Token"]) -> list["Token"]:
    """Return tokens with what their names have between hyphens, also where the parser leaves it out."""
    inside = {t.i for t in tokens}
    inside.update(i for t in tokens if t.pos_ == "PROPN" and not t.whitespace_ for i in _behind(t))
    return [tokens[0].doc[i] for i in sorted(inside)] if len(inside) > len(tokens) else tokens


def _behind(token: "Token") -> Iterator[int]:
    """Yield the places of the hyphens and words that follow a token without a space."""
    while not token.whitespace_ and token.i + 2 < len(token.doc):
        hyphen, word = token.nbor(1), token.nbor(2)
        if hyphen.text != "-" or hyphen.whitespace_ or not word.text[:1].isalpha():
            return
        yield hyphen.i
        yield word.i
        token = word
