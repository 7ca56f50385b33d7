"""Cells of a spreadsheet: several values in one, and two compared despite a program's habits."""

import re
import unicodedata
from collections.abc import Iterable

from quizgen import ids
from quizgen.safe import show

DIVIDER = " | "  # between several values in one cell

_BAR = re.compile(r"(?<!\\)\||\n")
_SPACE = re.compile(r"\s+")
_TYPED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "…": "...", "\u00a0": " ", "\u202f": " "})
_DIGITS = 6  # of a fingerprint


def join(values: Iterable[str]) -> str:
    """Return several values as one text; a bar within a value is written with a backslash."""
    return DIVIDER.join(value.replace("|", r"\|") for value in values)


def split(text: str) -> tuple[str, ...]:
    """Return the values that bars or line breaks divide, each once."""
    values = (one_line(value.replace(r"\|", "|")) for value in _BAR.split(text))
    return tuple(dict.fromkeys(value for value in values if value))


def one_line(text: str) -> str:
    """Return a text as one line without needless spaces."""
    return _SPACE.sub(" ", show(text)).strip()


def form(text: str) -> str:
    """Return what two spellings share that differ only as a spreadsheet program types: quotes, dots, spaces."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", show(text)).translate(_TYPED)).strip()


def fingerprint(text: str) -> str:
    """Return some hex digits that tell whether a cell still says what it said."""
    return ids.digest(text)[:_DIGITS]
