"""Pieces of a question joined to a line of text."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_SMALL = frozenset({"today", "yesterday", "the", "a", "an"})
_COMMON = frozenset({"", "DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY"})
_LONG = {"n't": "not", "n’t": "not", "ca": "can", "wo": "will", "'ve": "have", "'re": "are", "'ll": "will"}
_NOTES = re.compile(r"\[[^\]]*(?:\]|$)")
_COMMAS = re.compile(r"(?:\s*,)+\s*(?=,|$|\?)")


def spell(pieces: "list[str | Token]", said: Mapping[int, str]) -> str:
    """Return the question that the pieces make, with a capital and a question mark; ``said`` stands for pronouns."""
    text = ""
    for piece, following in zip(pieces, [*pieces[1:], ""], strict=True):
        text += _named(piece, said, text) + ("" if _tight(piece, following) else " ")
    text = _NOTES.sub("", " ".join(text.split()).replace(" ,", ","))
    text = _COMMAS.sub("", text).strip(" ,;:-–—")
    return text[:1].upper() + text[1:] + "?"


def _named(piece: "str | Token", said: Mapping[int, str], before: str) -> str:
    """Return a piece, a pronoun by what it stands for unless that was said before."""
    name = "" if isinstance(piece, str) else said.get(piece.i, "")
    return word(piece) if not name or _bare(name) in before else name


def _bare(name: str) -> str:
    return name.removesuffix("'s").removesuffix("'").split()[-1]


def word(piece: "str | Token") -> str:
    """Return a piece as it is written inside a sentence."""
    if isinstance(piece, str):
        return piece
    if piece.tag_ in ("PRP", "PRP$") and piece.text != "I":
        return piece.lower_
    if piece.is_sent_start and piece.text != "I" and (piece.pos_ != "PROPN" or piece.lower_ in _SMALL):
        lower = piece.ent_type_ in _COMMON or piece.tag_ in ("DT", "PRP$", "IN")
        return piece.text[:1].lower() + piece.text[1:] if lower and not piece.text[1:2].isupper() else piece.text
    return _LONG.get(piece.lower_, piece.text) if piece.dep_ in ("neg", "aux") else piece.text


def _tight(piece: "str | Token", following: "str | Token") -> bool:
    """Return whether no blank stands between two pieces."""
    if isinstance(following, str) or isinstance(piece, str):
        return not isinstance(following, str) and (following.text == "," or following.tag_ == "POS")
    if following.dep_ == "neg" and following.lower_ in _LONG:
        return False
    return following.text == "," or (following.i == piece.i + 1 and not piece.whitespace_)
