"""What a date or an amount can mean, as a range: two that have nothing in common cannot both be true."""

import math
import re
from functools import lru_cache
from typing import NamedTuple

from quizgen.resolve import units
from quizgen.resolve.quantities import QuantityMention, find

_YEAR = 372  # numbers that stand for one year: 12 months of 31 days
_POINT = re.compile(r"(-?\d{1,4}|Y-?\d+)(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?")
_STRETCH = re.compile(r"(\d{1,3})(X{1,3})")
_SEASON = 21  # months of EDTF from here on are seasons, and winter reaches into the next year
_MORE = re.compile(r"\b(?:(?<!no )(?:more|greater) than|over|above|at least|upwards? of|or more)\b", re.I)
_LESS = re.compile(r"\b(?:(?:less|fewer|no more) than|under|below|at most|up to|or less|or fewer)\b", re.I)
_NUMERAL = re.compile(r"\d[\d,\u00a0\u202f\u2009]*(?:\.\d+)?")
_LESS_THAN = 1 - 1e-9
_COARSE = 0.05  # share of a round number
_VAGUE = 0.02  # share of a number that is about right
_EXACT = 100  # whole numbers of things below this are counted, not rounded


class Range(NamedTuple):
    """The least and the greatest that a text can mean, in numbers that compare within one ``dimension``."""

    dimension: str
    low: float
    high: float


class Amount(NamedTuple):
    """A number in a phrase with what it can mean, and what the phrase says around it, the number itself as ``#``."""

    range: Range
    rest: str
    said: str


@lru_cache(maxsize=4096)
def moment(iso: str) -> Range | None:
    """Return what an ISO or EDTF date can mean, at its precision; None where it has no year."""
    first, _, last = iso.partition("/")
    begin, end = _span(first), _span(last or first)
    return Range("time", begin[0], end[1]) if begin and end else None


def _span(iso: str) -> tuple[float, float] | None:
    stretch = _STRETCH.fullmatch(iso)
    if stretch:
        size = 10 ** len(stretch[2])
        year = int(stretch[1]) * size
        return year * _YEAR, (year + size) * _YEAR - 1
    point = _POINT.fullmatch(iso)
    if point is None:
        return None
    start, month, day = int(point[1].lstrip("Y")) * _YEAR, int(point[2] or 0), int(point[3] or 0)
    if month >= _SEASON:
        return start, start + _YEAR * 1.25
    if not month:
        return start, start + _YEAR - 1
    start += (month - 1) * 31
    return (start + day - 1, start + day - 1) if day else (start, start + 30)


@lru_cache(maxsize=4096)
def amount(text: str, prep: str = "") -> Amount | None:
    """Return the one number of a phrase with what it can mean, as rounded or bounded as the text says it.

    None where there is no number or more than one, or where it says a place in an order or only some of several.
    """
    found = find(text)
    if len(found) != 1 or found[0].value.type == "ordinal" or found[0].value.number is None:
        return None
    mention = found[0]
    before = re.sub(r"\b(?:between|from|about|around)\s*$", "", text[: mention.start])
    rest = " ".join(re.sub(r"(?<=\w\w[^\Ws])s\b", "", f"{before} # {text[mention.end :]}".casefold()).split())
    if rest.startswith("# of ") and mention.value.type == "number":
        return None  # some of several, of which something else may be true of others
    unit = units.find(mention.value.unit) if mention.value.unit else None
    dimension = unit.dimension if unit else f"{mention.value.type} {mention.value.unit}"
    ends = _bounds(mention, f"{prep} {text}")
    low, high = (units.to_base(end, unit) if unit and math.isfinite(end) else end for end in ends)
    return Amount(Range(dimension, low, high), rest, text)


def _bounds(mention: QuantityMention, words: str) -> tuple[float, float]:
    """Return the least and the greatest number that is meant, in the unit of the text."""
    value = mention.value
    low = value.number or 0.0
    high = low if value.high is None else value.high
    more, less = _MORE.search(words), _LESS.search(words)
    vague = value.approximate and not more and not less
    slack = max(_slack(mention, low, vague), _slack(mention, high, vague))
    slack = max(2 * slack, _VAGUE * abs(high)) if vague else slack
    return -math.inf if less else low - slack, math.inf if more else high + slack


def _slack(mention: QuantityMention, number: float, vague: bool) -> float:
    """Return how far from a number its true value can be: less than half of the last place that the text says.

    Zeros at the end of a whole number may be rounded ones, as far as ``_COARSE`` lets them. What is counted in small
    numbers is exact.
    """
    if mention.value.type == "number" and not vague and number == int(number) and abs(number) < _EXACT:
        return 0.0
    figure = _NUMERAL.search(mention.text)
    written = re.sub(r"[^\d.]", "", figure[0]) if figure else f"{number:.0f}"
    scale = abs(number) / float(written) if figure and float(written) and mention.value.high is None else 1.0
    places = len(written.partition(".")[2])
    zeros = 0 if places else len(written) - len(written.rstrip("0"))
    half = 10.0 ** (zeros - places) / 2
    return scale * (min(half, float(written) * _COARSE) if zeros else half) * _LESS_THAN
