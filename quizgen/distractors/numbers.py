"""Neighbours of a number: the same words with another value, of the same format and precision."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from quizgen import ids, numerals

_SMALL = "|".join(sorted((word for word in numerals.CARDINALS if word != "zero"), key=len, reverse=True))
_NUMERAL = re.compile(
    rf"(?P<ordinal>\d+(?:st|nd|rd|th)\b)|(?P<digits>(?<![\w.,])\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|(?<![\w.])\d+(?:\.\d+)?)"
    rf"|(?i:\b(?P<rank>(?:(?:{_SMALL})-)?(?:{'|'.join(numerals.ORDINALS)}))\b)"
    rf"|(?i:\b(?P<words>(?:{_SMALL})(?:-(?:{_SMALL}))?)\b)"
)
_FRACTION = re.compile(r"(?i:\b(?:one|two|three|four)[- ](?:half|third|quarter|fifth)s?\b|\bhalf (?=of\b))")
_FRACTIONS = ("one-quarter", "one-third", "two-thirds", "three-quarters", "one-fifth", "two-fifths", "four-fifths")


_BOUND = re.compile(r"(?:more|less|fewer|over|under|at least|at most|up to|no more|nearly|almost)\b", re.I)


def is_bound(text: str) -> bool:
    """Return whether a value has one end only, so that others are true as well: "more than 40"."""
    return _BOUND.match(text) is not None


@dataclass(frozen=True, slots=True)
class Variant:
    """A text with another value; ``value`` orders the options, ``origin`` is that of the option."""

    text: str
    value: float
    origin: str = "number"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text: ``step`` is the place of its last digit that counts (10 for 40, 0.1 for 2.2)."""

    start: int
    end: int
    form: str  # digits, words, ordinal, rank
    text: str
    value: Decimal
    step: Decimal

    def write(self, value: Decimal) -> str:
        """Return another value as this one is written."""
        if self.form == "digits":
            places = len(self.text.partition(".")[2])
            return f"{value:,.{places}f}" if "," in self.text or value >= 10000 else f"{value:.{places}f}"
        spell = {"ordinal": numerals.ordinal_digits, "rank": numerals.spell_ordinal}.get(self.form, numerals.spell)
        text = spell(int(value))
        return text.capitalize() if self.text[0].isupper() else text


@lru_cache(maxsize=1 << 12)
def numerals_of(text: str) -> tuple[Numeral, ...]:
    """Return the numbers of a text."""
    return tuple(each for match in _NUMERAL.finditer(text) if (each := _numeral(match)) is not None)


def _numeral(match: re.Match[str]) -> Numeral | None:
    form, said = match.lastgroup or "", match[0]
    if form == "digits":
        value = Decimal(said.replace(",", ""))
        places = len(said.partition(".")[2])
        return Numeral(*match.span(), form, said, value, _step(value, places))
    number = numerals.number_word(said) if form == "words" else numerals.ordinal_word(said)
    return Numeral(*match.span(), form, said, Decimal(int(number)), Decimal(1)) if number else None


def _step(value: Decimal, places: int) -> Decimal:
    """Return the place of the last digit that counts, or half of it where that is coarse: 10 for 40, but 5 for 10."""
    if places:
        return Decimal(10) ** -places
    plain = str(value)
    step = Decimal(10) ** ((len(plain) - len(plain.rstrip("0"))) if value else 0)
    return step / 2 if step > 1 and step * 4 > value else step


def frame(text: str, found: Sequence[Numeral], values: list[Decimal]) -> str:
    """Return the text with its numbers replaced."""
    parts, position = [], 0
    for numeral, value in zip(found, values, strict=True):
        parts += [text[position : numeral.start], numeral.write(value)]
        position = numeral.end
    return "".join(parts) + text[position:]


def variants(text: str, *, seed: str, side: int, ceiling: float | None = None) -> Iterator[Variant]:
    """Yield texts with values further and further below (side -1) or above (side 1); few, and maybe none.

    ``ceiling`` is the largest value that makes sense, such as 100 for a percentage.
    """
    found = numerals_of(text)
    if not found or len(found) > 2 or any(each.value < 1 and each.step >= 1 for each in found):
        return
    share = Decimal(0)
    for turn in range(6):
        share += Decimal(12 + int(ids.digest(f"{seed}|{side}|{turn}")[:4], 16) % 22) / 100
        factor = 1 + share if side > 0 else 1 / (1 + share)
        values = [_moved(each, factor - 1, side * (turn + 1)) for each in found]
        if _sensible(text, found, values, ceiling):
            yield Variant(frame(text, found, values), _sign(text, found[0]) * float(values[0]))


def _sign(text: str, numeral: Numeral) -> int:
    return -1 if re.search(r"(?:[Mm]inus |[Nn]egative |^[−–-])$", text[: numeral.start]) else 1


def _moved(numeral: Numeral, share: Decimal, steps: int) -> Decimal:
    """Return the value moved by a share of itself, rounded to its step, at least by so many steps."""
    moved = (numeral.value * share / numeral.step).quantize(Decimal(1), ROUND_HALF_UP)
    far = moved if abs(moved) >= abs(steps) else Decimal(steps)
    return numeral.value + far * numeral.step


def _sensible(text: str, found: Sequence[Numeral], values: list[Decimal], ceiling: float | None) -> bool:
    """Tell whether the values can be meant and read well: "1 rovers" does not."""
    if any(value < numeral.step for value, numeral in zip(values, found, strict=True)):
        return False
    if ceiling is not None and values[-1] > ceiling:
        return False
    counted = bool(re.match(r"[ -][a-z]", text[found[-1].end :])) and found[-1].form in ("digits", "words")
    return not (counted and 1 in (values[-1], found[-1].value))


def value_of(text: str) -> float:
    """Return the number that orders the text among its variants."""
    if match := _FRACTION.search(text):
        return numerals.number_word(match[0]) or 0.0
    found = numerals_of(text)
    return _sign(text, found[0]) * float(found[0].value) if found else 0.0


def fractions(text: str) -> list[Variant]:
    """Return the text with other common fractions in the place of its own; [] where it has none."""
    match = _FRACTION.search(text)
    if not match:
        return []
    spaced = "-" not in match[0] and match[0].casefold().strip() != "half"
    own = numerals.number_word(match[0])
    found = []
    for fraction in _FRACTIONS:
        value = numerals.number_word(fraction) or 0.0
        said = fraction.replace("-", " ") if spaced else fraction
        said = said.capitalize() if match[0][0].isupper() else said
        if value != own:
            tail = " " if match[0].endswith(" ") else ""
            found.append(Variant(f"{text[: match.start()]}{said}{tail}{text[match.end() :]}", value))
    return found
