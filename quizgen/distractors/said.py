"""Texts that are taken, asked all at once whether one of them says the same as another text."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from quizgen import lists
from quizgen.distractors.likeness import tokens, within

Row = tuple[str, ...]


class Said:
    """The answer, other right answers or options, which no further option may say again.

    Texts say the same where they are equal, one is part of the other, an alias of it or its initials.
    """

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._names: set[str] = set()
        self._short: set[str] = set()
        self._initials: set[str] = set()
        self._first: dict[str, set[Row]] = {}
        self._with: dict[str, set[Row]] = {}
        for text in texts:
            self.add(text)

    def add(self, text: str) -> None:
        """Take one more text."""
        name, row, short, initials = _forms(text)
        self._names.add(name)
        self._short.add(short)
        self._initials.add(initials)
        for token in row:
            self._with.setdefault(token, set()).add(row)
        if row:
            self._first.setdefault(row[0], set()).add(row)

    def has(self, text: str) -> bool:
        """Tell whether one of the texts says the same as ``text``."""
        name, row, short, initials = _forms(text)
        if name in self._names or (short and short in self._initials) or (initials and initials in self._short):
            return True
        return self._has_part(row) or any(within(row, other) for other in self._with.get(row[0] if row else "", ()))

    def _has_part(self, row: Row) -> bool:
        starts = ((start, self._first[token]) for start, token in enumerate(row) if token in self._first)
        return any(row[start:end] in rows for start, rows in starts for end in range(start + 1, len(row) + 1))


@lru_cache(maxsize=64)
def said(texts: tuple[str, ...]) -> Said:
    """Return texts that are asked about again and again; nothing may be added to them."""
    return Said(texts)


class _Forms(NamedTuple):
    name: str  # the text, or the name that it is an alias of
    row: Row
    short: str  # the letters of an abbreviation, "" where the text is none
    initials: str


@lru_cache(maxsize=1 << 12)
def _forms(text: str) -> _Forms:
    row, letters = tokens(text), re.sub(r"[^A-Za-z]", "", text)
    short = letters if len(letters) > 1 and letters.isupper() else ""
    return _Forms(lists.canonical(text), row, short, _initials(row))


def _initials(words: Row) -> str:
    if len(words) < 2:
        return ""
    return "".join(word[0] for word in words if word not in ("of", "the", "and", "for")).upper()
