"""Cells of a spreadsheet: written so that no program runs them, read back, and compared despite a program's habits."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable

from quizgen import ids
from quizgen.safe import show

DIVIDER = " | "  # between several values in one cell

_FORMULA = re.compile(r"'*[=+\-@＝＋－＠]")
_BAR = re.compile(r"(?<!\\)\||\n")
_SPACE = re.compile(r"\s+")
_TYPED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "…": "...", "\u00a0": " ", "\u202f": " "})
_DIGITS = 6  # of a fingerprint


def guard(text: str) -> str:
    """Return one line that no spreadsheet takes for a formula: one that looks so gets an apostrophe in front."""
    line = show(text).strip()
    return f"'{line}" if _FORMULA.match(line) else line


def unguard(cell: str) -> str:
    """Return the text of a cell without the apostrophe that ``guard`` put there, its line breaks still in it."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


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


def text_of(value: object) -> str:
    """Return as text what a workbook holds as a number, a day or a truth value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        value = value.date()
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return f"{value.day} {value:%B %Y}"
    return str(value)
