"""Lines that fit a terminal, and colours where they are wanted."""

import re
import unicodedata
from collections.abc import Mapping
from typing import TextIO

from quizgen.safe import show

# Stand for the begin and end of emphasis while lines are broken; shown text cannot hold them.
BEGIN, END = "\x02", "\x03"
_SIGNS = re.compile(f"([{BEGIN}{END}])")
_SET_IN = 20  # columns that have to be left where lines are set in
_STYLES = {"right": "32;1", "close": "33;1", "wrong": "31;1", "strong": "1", "dim": "2"}


def wants_color(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Tell whether to colour: a terminal, not a dumb one, and no NO_COLOR."""
    return stream.isatty() and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"


def safe(text: str) -> str:
    """Return ``text`` as one line without what a terminal would obey; the signs of emphasis stay."""
    return "".join(part if part in (BEGIN, END) else show(part) for part in _SIGNS.split(text))


def emphasised(text: str) -> str:
    """Return ``text`` with escape sequences for its emphasis."""
    return text.replace(BEGIN, "\x1b[1m").replace(END, "\x1b[0m")


def styled(text: str, style: str) -> str:
    """Return ``text`` between the escape sequences of a style."""
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def cells(text: str) -> int:
    """Return how many terminal cells a text takes: two for wide characters, none for combining ones and marks."""
    return sum(map(_cell, text))


def _cell(char: str) -> int:
    if char.isascii():
        return 0 if char in (BEGIN, END) else 1
    if unicodedata.category(char) in {"Cf", "Me", "Mn"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def cut(text: str, width: int) -> str:
    """Return ``text`` in at most ``width`` terminal cells, with an ellipsis where something is missing."""
    if cells(text) <= width:
        return text
    kept, used = "", 0
    for char in text:
        used += cells(char)
        if used > width - 1:
            break
        kept += char
    return kept + "…"


def wrap(text: str, width: int, *, first: str = "", rest: str = "", whole: bool = False) -> list[str]:
    """Return ``text`` in lines of at most ``width`` cells; ``first`` and ``rest`` begin the first and other lines.

    A word that is longer than a line is broken, or stands on a line of its own where it is to stay ``whole``.
    """
    lines: list[str] = []
    line, used, empty = first, cells(first), True
    for word in text.split():
        pieces = [word] if whole else _pieces(word, max(1, width - max(cells(first), cells(rest))))
        for piece in pieces:
            length = cells(piece)
            if not empty and used + 1 + length > width:
                lines.append(line)
                line, used, empty = rest, cells(rest), True
            line, used = (line + piece, used + length) if empty else (f"{line} {piece}", used + 1 + length)
            empty = False
    return [*lines, line]


def fold(text: str, width: int | None) -> list[str]:
    """Return a line in lines of at most ``width`` cells, set in below the first; None is room for everything.

    Addresses, paths and ids stay whole, so that they can be copied.
    """
    if width is None or cells(text) <= width:
        return [text]
    indent = text[: len(text) - len(text.lstrip())][: width // 2]
    rest = f"{indent}  " if width > len(indent) + _SET_IN else indent
    return wrap(text, width, first=indent, rest=rest, whole=True)


def _pieces(word: str, width: int) -> list[str]:
    """Break a word that is longer than a line."""
    pieces, piece, used = [], "", 0
    for char in word:
        if piece and used + _cell(char) > width:
            pieces.append(piece)
            piece, used = "", 0
        piece, used = piece + char, used + _cell(char)
    return [*pieces, piece]
