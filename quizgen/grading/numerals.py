"""Number words and Roman numerals."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizgen import numerals

CARDINALS = {**numerals.CARDINALS, "nought": 0, "fourty": 40}
ORDINALS = {word: value for word, value in numerals.ORDINALS.items() if value < 100}
SCALES = {word: int(value) for word, value in numerals.SCALES.items()}
_SCALE_ORDINALS = {"hundredth": 100} | {f"{word}th": value for word, value in SCALES.items()}
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.ASCII)
_ROMAN_PARTS = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
]  # fmt: skip
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number written in words: its value, whether it is an ordinal, and where it ends among the tokens."""

    value: int
    ordinal: bool
    end: int


def roman(token: str) -> int | None:
    """Return the value of a well-formed Roman numeral in lower case, else None."""
    if not token or not _ROMAN.fullmatch(token):
        return None
    digits = [_ROMAN_DIGITS[letter] for letter in token]
    following = [*digits[1:], 0]
    return sum(-digit if digit < after else digit for digit, after in zip(digits, following, strict=True))


def numeral(value: int) -> str:
    """Return a number below 4000 as a Roman numeral in lower case."""
    written = ""
    for amount, letters in _ROMAN_PARTS:
        count, value = divmod(value, amount)
        written += letters * count
    return written


def spelled(tokens: Sequence[str], start: int = 0) -> Spelled | None:
    """Read the longest number in words that begins at ``tokens[start]`` (lower case, hyphens already split)."""
    reader = _Reader()
    position = start
    while position < len(tokens):
        token, following = tokens[position], tokens[position + 1] if position + 1 < len(tokens) else ""
        if token == "and" and reader.joins(following):
            position += 1
        elif token == "a" and position == start and (following in SCALES or following in ("hundred", "dozen")):
            reader.group, reader.seen = 1, True
            position += 1
        elif reader.take(token):
            position += 1
        else:
            break
        if reader.ordinal:
            break
    return Spelled(reader.value, reader.ordinal, position) if reader.seen else None


class _Reader:
    """Adds up the words of one number; ``take`` says whether a word still belongs to it."""

    def __init__(self) -> None:
        self.total = self.group = 0
        self.room = 100  # the next word must stand for less than this
        self.floor = 0  # lowest scale used so far; scales must fall
        self.seen = self.ordinal = self.hundred = False

    @property
    def value(self) -> int:
        return self.total + self.group

    def joins(self, following: str) -> bool:
        """Tell whether "and" continues the number: it does after hundred, thousand… and before a small number."""
        small = following in CARDINALS or following in ORDINALS
        return small and self.room >= 100 and (self.hundred or self.floor > 0)

    def take(self, token: str) -> bool:
        if token in ORDINALS or token in _SCALE_ORDINALS:
            return self._finish(token)
        if token == "hundred":
            return self._hundred()
        if token == "dozen":
            return self._dozen()
        if token in SCALES:
            return self._scale(SCALES[token])
        if token == "oh" and self.seen and 10 < self.group < 100 and not self.hundred and not self.total:
            self.group, self.room = self.group * 100, 10
            return True
        return token in CARDINALS and self._small(CARDINALS[token])

    def _small(self, value: int) -> bool:
        if self.seen and self._year(value):
            self.group = self.group * 100 + value
        elif value < self.room and (value or not self.seen):
            self.group += value
        else:
            return False
        self.room = 10 if value >= 20 and value % 10 == 0 else 0
        self.seen = True
        return True

    def _year(self, value: int) -> bool:
        """Tell whether a second pair of digits follows, as in nineteen sixty-nine."""
        return not self.total and not self.hundred and 10 <= self.group < 100 and value >= 10 and self.room in (0, 10)

    def _hundred(self) -> bool:
        if self.hundred or self.group >= 100 or (self.seen and not self.group):
            return False
        self.group, self.room, self.seen, self.hundred = (self.group or 1) * 100, 100, True, True
        return True

    def _dozen(self) -> bool:
        if self.total or self.hundred or (self.seen and not self.group):
            return False
        self.group, self.room, self.seen = (self.group or 1) * 12, 0, True
        return True

    def _scale(self, scale: int) -> bool:
        if not self.seen or not self.group or (self.floor and scale >= self.floor):
            return False
        self.total, self.group = self.total + self.group * scale, 0
        self.room, self.floor, self.hundred = 100, scale, False
        return True

    def _finish(self, token: str) -> bool:
        scale = _SCALE_ORDINALS.get(token)
        taken = self._hundred() if scale == 100 else bool(scale and self._scale(scale))
        value = ORDINALS.get(token)
        if value is not None and value < self.room and (value or not self.seen):
            self.group, taken = self.group + value, True
        if taken:
            self.seen = self.ordinal = True
        return taken
