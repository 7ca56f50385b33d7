"""Neighbours of a date: the same words with another day, month, year, decade or century."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from quizgen import ids, numerals
from quizgen.distractors.numbers import Variant

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PIECE = re.compile(
    rf"(?P<weekday>{'|'.join(_WEEKDAYS)})"
    rf"|(?P<month>(?:{'|'.join(_MONTHS)})\b|(?:{'|'.join(m[:3] for m in _MONTHS)}|Sept)\b\.?)"
    r"|(?P<decade>\b\d{3}0)(?=s\b)|(?P<era>\b\d{1,4}(?= BCE?\b| CE\b| AD\b)|(?<=\bAD )\d{1,4}\b)"
    r"|(?P<clock>\b\d{1,2}(?::\d\d)?(?= ?[ap]\.?m))|(?P<year>\b\d{4}\b)"
    rf"|(?P<century>\b\d{{1,2}}(?:st|nd|rd|th)|\b(?:twenty-)?(?:{'|'.join(numerals.ORDINALS)}))(?=[ -]century)"
    r"|(?P<day>\b\d{1,2}(?:st|nd|rd|th)?\b)"
)
_WELL_DATED = 1600  # where a day is known since then, decades are no near miss
_SURELY_PAST = 2024  # every year up to this one was over when this was written


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a date that can be another one."""

    kind: str
    text: str
    start: int
    end: int


@lru_cache(maxsize=1 << 12)
def pieces(text: str) -> tuple[Piece, ...]:
    """Return the parts of a date expression."""
    return tuple(Piece(match.lastgroup or "", match[0], *match.span()) for match in _PIECE.finditer(text))


@lru_cache(maxsize=1 << 12)
def shape(text: str) -> str:
    """Return what two dates of one grain and format share: "November 24, 2020" → "<month> <day>, <year>"."""
    found = pieces(text)
    written, position = [], 0
    for piece in found:
        form = "." if piece.text.endswith(".") else "th" if piece.kind == "day" and not piece.text.isdigit() else ""
        written.append(f"{text[position : piece.start]}<{piece.kind}{form}>")
        position = piece.end
    return ("".join(written) + text[position:]).casefold() if found else ""


def order(text: str) -> float:
    """Return a number that grows with time, for dates of one shape."""
    parts = {piece.kind: piece for piece in reversed(pieces(text))}
    if "era" in parts:
        return float(parts["era"].text) * (-1 if "BC" in text else 1)
    if "clock" in parts:
        hour, _, minute = parts["clock"].text.partition(":")
        return int(hour) % 12 + int(minute or 0) / 60 + (12 if re.search(r"\dp| p", text) else 0)
    if "century" in parts:
        return float(numerals.ordinal_word(parts["century"].text) or 0)
    year = float(parts["year"].text) if "year" in parts else float(parts["decade"].text) if "decade" in parts else 0.0
    month = _month(parts["month"].text) if "month" in parts else 0
    day = _number(parts["day"].text) if "day" in parts else 0
    return year * 372 + month * 31 + day


def _month(text: str) -> int:
    return [name[:3] for name in _MONTHS].index(text[:3]) + 1


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


@lru_cache(maxsize=1 << 12)
def latest_year(text: str) -> int:
    """Return the last year that the text names, 0 if none."""
    return max((int(piece.text) for piece in pieces(text) if piece.kind == "year"), default=0)


def variants(text: str, *, seed: str, side: int, last_year: int = 0) -> Iterator[Variant]:
    """Yield dates of the same shape earlier and earlier (side -1) or later and later (side 1).

    A past date gets no neighbour after ``last_year``, or after what was past when this program was written.
    """
    found = pieces(text)
    mover = _mover(text, found)
    if mover is None:
        return
    own = latest_year(text)
    limit = max(own, last_year or _SURELY_PAST) if own <= _SURELY_PAST else 9999
    least, most, move = mover
    distance = 0
    for turn in range(6):
        distance += least + int(ids.digest(f"{seed}|{side}|{turn}")[:4], 16) % (most - least + 1)
        moved = move(side * distance)
        if moved and moved != text and latest_year(moved) <= limit:
            yield Variant(moved, order(moved))


def in_another_year(text: str, *, seed: str) -> str:
    """Return a day or a month some years earlier or later, "" for what is none or cannot be moved."""
    found = pieces(text)
    if sorted(piece.kind for piece in found) not in (["day", "month", "year"], ["month", "year"]):
        return ""
    own = latest_year(text)
    chance = int(ids.digest(f"{seed}|year")[:4], 16)
    by = (2 + chance // 2 % 5) * (1 if own >= _WELL_DATED else _scale(own))
    later = chance % 2 == 1 and own + by <= max(_SURELY_PAST, own - 1)
    leap = "29" in (piece.text for piece in found)  # there is no 29 February in most years
    return "" if leap else _written(text, found, {"year": lambda _: str(own + by if later else own - by)})


Mover = tuple[int, int, Callable[[int], str]]


def _mover(text: str, found: Sequence[Piece]) -> Mover | None:
    """Return the least and the most distance of two neighbours, and the function that moves the date that far."""
    kinds = sorted(piece.kind for piece in found if piece.kind != "weekday")
    by = {piece.kind: piece for piece in found}
    if kinds == ["day", "month", "year"]:
        return 9, 70, lambda days: _move_day(text, found, by, days)
    if kinds == ["day", "month"] and "weekday" not in by:
        return 9, 50, lambda days: _move_day(text, found, by, days)
    if kinds == ["month", "year"]:
        return 1, 4, lambda months: _move_month(text, found, by, months)
    if set(kinds) == {"year"} and len(kinds) <= 2:
        scale = _scale(latest_year(text))
        return 1, 4, lambda steps: _move_numbers(text, found, steps * scale)
    if kinds in (["decade"], ["era"], ["century"], ["clock"]):
        return _move_one(text, by[kinds[0]])
    return None


def _scale(year: int) -> int:
    """Return the years between plausible neighbours: the further back, the more."""
    return 1 if year >= 1800 else 5 if year >= 1500 else 10


def _move_one(text: str, piece: Piece) -> Mover:
    size = {"decade": 10, "era": 7, "century": 1, "clock": 1}[piece.kind]
    move = {"century": _century, "clock": _clock}.get(piece.kind, _plain)

    def moved(steps: int) -> str:
        other = move(piece.text, steps * size)
        return f"{text[: piece.start]}{other}{text[piece.end :]}" if other else ""

    return 1, 2, moved


def _plain(text: str, by: int) -> str:
    return str(int(text) + by) if int(text) + by > 0 else ""


def _century(text: str, by: int) -> str:
    number = (numerals.ordinal_word(text) or 0) + by
    if not 0 < number < 22:
        return ""
    return numerals.ordinal_digits(number) if text[0].isdigit() else numerals.spell_ordinal(number)


def _clock(text: str, by: int) -> str:
    hour, colon, minute = text.partition(":")
    return f"{int(hour) + by}{colon}{minute}" if 1 <= int(hour) + by <= 12 else ""


def _move_numbers(text: str, found: Sequence[Piece], by: int) -> str:
    if any(piece.kind != "year" or not 1000 <= int(piece.text) + by <= 9999 for piece in found):
        return ""
    return _written(text, found, {"year": lambda piece: str(int(piece.text) + by)})


def _move_month(text: str, found: Sequence[Piece], by: dict[str, Piece], months: int) -> str:
    year, month = divmod(int(by["year"].text) * 12 + _month(by["month"].text) - 1 + months, 12)
    return _written(
        text, found, {"year": lambda _: str(year), "month": lambda piece: _month_name(month + 1, piece.text)}
    )


def _move_day(text: str, found: Sequence[Piece], by: dict[str, Piece], days: int) -> str:
    year = int(by["year"].text) if "year" in by else 2001
    try:
        day = dt.date(year, _month(by["month"].text), _number(by["day"].text)) + dt.timedelta(days=days)
    except (ValueError, OverflowError):
        return ""
    if "year" not in by and day.year != year:
        return ""
    return _written(
        text,
        found,
        {
            "year": lambda _: str(day.year),
            "month": lambda piece: _month_name(day.month, piece.text),
            "day": lambda piece: str(day.day) if piece.text.isdigit() else numerals.ordinal_digits(day.day),
            "weekday": lambda _: _WEEKDAYS[day.weekday()],
        },
    )


def _month_name(month: int, like: str) -> str:
    name = _MONTHS[month - 1]
    return name if len(like.rstrip(".")) > 4 or like in _MONTHS else f"{name[:3]}{'.' if like.endswith('.') else ''}"


def _written(text: str, found: Sequence[Piece], write: Mapping[str, Callable[[Piece], str]]) -> str:
    parts, position = [], 0
    for piece in found:
        parts += [text[position : piece.start], write[piece.kind](piece) if piece.kind in write else piece.text]
        position = piece.end
    return "".join(parts) + text[position:]
