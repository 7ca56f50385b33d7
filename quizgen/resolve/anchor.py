"""Says a date expression so that it stays true next year: last year → 2020, from the day that the text speaks from."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from quizgen.numerals import ordinal_digits
from quizgen.resolve.moments import MONTHS, SEASONS, WEEKDAYS, Expression, is_yearless, valid


@dataclass(frozen=True, slots=True, kw_only=True)
class Absolute:
    """A date with the preposition that goes before it; ``changed`` tells whether the text was another."""

    prep: str
    text: str
    iso: str
    changed: bool = False


_OPEN = re.compile(r"(?:more than|less than|over|under|at least|well over)\b", re.IGNORECASE)
_LASTING = frozenset({"year", "season", "decade", "century", "millennium"})
_PREPS = {"day": "on", "time": "at"}
_EDGES = ("beginning", "start", "end", "turn", "close")


def fix(e: Expression, text: str, reference: dt.date | None, *, future: bool) -> Absolute | None:
    """Return the expression in absolute words, or None where that needs a guess."""
    if e.end:
        return _range(e, text)
    if e.kind in _LASTING or e.kind == "time" or (e.kind in ("day", "month") and e.year is not None):
        return Absolute(prep=_prep(e), text=text, iso=e.iso) if e.iso else None
    if e.kind == "ago" and _is_ancient(e):
        return Absolute(prep="", text=text, iso="")
    return _FIXERS[e.kind](e, text, reference, future) if reference and e.kind in _FIXERS else None


def present(reference: dt.date) -> Absolute:
    """Return what "now" is."""
    return Absolute(prep="as of", text=spell_day(reference), iso=reference.isoformat(), changed=True)


def _prep(e: Expression) -> str:
    if any(edge in e.modifier for edge in _EDGES):
        return "at"
    return _PREPS.get(e.kind, "in")


def _range(e: Expression, text: str) -> Absolute | None:
    start = e.iso_start
    whole = e.end is not None and e.end.iso and start and not is_yearless(start)
    prep = "in" if e.kind == "century" else "between" if " and " in text else "from"
    return Absolute(prep=prep, text=text, iso=e.iso) if whole else None


def _is_ancient(e: Expression) -> bool:
    """Tell whether a year more or less makes no difference."""
    years = {"year": 1.0, "decade": 10.0, "century": 100.0, "millennium": 1000.0}
    return e.count * years.get(e.unit, 0) >= 100


def spell_day(day: dt.date) -> str:
    """Return a day in words: February 5, 2021."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def _on(day: dt.date, part: str = "", *, weekday: bool = False) -> Absolute:
    text = f"{WEEKDAYS[day.weekday()]}, {spell_day(day)}" if weekday else spell_day(day)
    return Absolute(prep="on", text=f"the {part} of {text}" if part else text, iso=day.isoformat(), changed=True)


def _in(text: str, iso: str, modifier: str = "") -> Absolute:
    """Return a stretch of time; "earlier" and "later" only place it relative to now, so they go."""
    kept = "" if modifier in ("earlier", "later") else modifier
    prep = "at" if any(edge in kept for edge in _EDGES) else "in"
    glue = "-" if kept == "mid" else " "
    return Absolute(prep=prep, text=f"{kept}{glue}{text}" if kept else text, iso=iso, changed=True)


# --- a day or a month without its year ------------------------------------------------------------------------------


def _day(e: Expression, text: str, reference: dt.date, future: bool) -> Absolute | None:
    year = _nearest_year(e, reference, future)
    if year is None:
        return None
    if e.weekday is not None and dt.date(year, e.month, e.day).weekday() != e.weekday:
        return None
    iso = dt.date(year, e.month, e.day).isoformat()
    if e.last_day:
        iso += f"/{dt.date(year, e.month, e.last_day).isoformat()}"
    prep = "from" if e.last_day else "on"
    return Absolute(prep=prep, text=f"{text}{' ' if e.day_first else ', '}{year}", iso=iso, changed=True)


def _nearest_year(e: Expression, reference: dt.date, future: bool) -> int | None:
    step = 1 if future else -1
    for year in range(reference.year, reference.year + 9 * step, step):
        if valid(year, e.month, max(e.day, e.last_day)) and _lies(dt.date(year, e.month, e.day), reference, future):
            return year
    return None


def _lies(day: dt.date, reference: dt.date, future: bool) -> bool:
    return day >= reference if future else day <= reference


def _month(e: Expression, text: str, reference: dt.date, future: bool) -> Absolute:
    later = e.month > reference.month
    year = reference.year + (future and e.month < reference.month) - (not future and later)
    return Absolute(prep=_prep(e), text=f"{text} {year}", iso=f"{year}-{e.month:02d}", changed=True)


# --- days counted from the reference --------------------------------------------------------------------------------


def _deictic(e: Expression, text: str, reference: dt.date, future: bool) -> Absolute:
    return _on(reference + dt.timedelta(days=e.count), e.part)


def _weekday(e: Expression, text: str, reference: dt.date, future: bool) -> Absolute:
    assert e.weekday is not None
    return _on(_day_of_week(e.weekday, reference, -1 if not future else 1, same=not future), e.part, weekday=True)


def _day_of_week(weekday: int, reference: dt.date, step: int, *, same: bool) -> dt.date:
    away = (weekday - reference.weekday()) * step % 7
    return reference + dt.timedelta(days=step * (away or (0 if same else 7)))


def _ago(e: Expression, text: str, reference: dt.date, future: bool) -> Absolute | None:
    if e.count > 1000 or e.count % 1 or _OPEN.match(text):
        return None  # "more than a decade ago" is no year
    if e.unit in ("day", "week"):
        day = reference - dt.timedelta(days=e.count * (7 if e.unit == "week" else 1))
        return _on(day) if e.unit == "day" and not e.modifier else _around(spell_day(day), day.isoformat())
    if e.unit == "month":
        year, month = divmod(reference.year * 12 + reference.month - 1 - int(e.count), 12)
        return _around(f"{MONTHS[month]} {year}", f"{year}-{month + 1:02d}")
    year = reference.year - int({"year": 1, "decade": 10}.get(e.unit, 0) * e.count)
    return _around(str(year), str(year)) if 1000 < year < reference.year else None


def _around(text: str, iso: str) -> Absolute:
    return Absolute(prep="around", text=text, iso=iso, changed=True)


# --- last, this, next -----------------------------------------------------------------------------------------------


def _shift(e: Expression, text: str, reference: dt.date, future: bool) -> Absolute | None:
    return _SHIFTERS[e.unit](e, reference)


def _shift_year(e: Expression, reference: dt.date) -> Absolute:
    year = reference.year + e.shift
    return _in(str(year), str(year), e.modifier)


def _shift_month(e: Expression, reference: dt.date) -> Absolute:
    year, month = divmod(reference.year * 12 + reference.month - 1 + e.shift, 12)
    return _in(f"{MONTHS[month]} {year}", f"{year}-{month + 1:02d}", e.modifier)


def _shift_week(e: Expression, reference: dt.date) -> Absolute | None:
    if reference.weekday() == 6:
        return None  # some weeks begin on Sunday, others end there
    monday = reference + dt.timedelta(days=7 * e.shift - reference.weekday())
    iso = f"{monday.isocalendar().year}-W{monday.isocalendar().week:02d}"
    return Absolute(prep="in", text=f"the week of {spell_day(monday)}", iso=iso, changed=True)


def _shift_weekend(e: Expression, reference: dt.date) -> Absolute | None:
    saturday = reference + dt.timedelta(days=5 - reference.weekday() + 7 * e.shift)
    if reference.weekday() >= 5:
        return None  # on a Sunday, "last weekend" may mean yesterday
    iso = f"{saturday.isoformat()}/{(saturday + dt.timedelta(days=1)).isoformat()}"
    return Absolute(prep="on", text=f"the weekend of {spell_day(saturday)}", iso=iso, changed=True)


def _shift_decade(e: Expression, reference: dt.date) -> Absolute:
    start = reference.year // 10 * 10 + 10 * e.shift
    return _in(f"the {start}s", f"{start // 10}X", e.modifier)


def _shift_century(e: Expression, reference: dt.date) -> Absolute:
    number = reference.year // 100 + 1 + e.shift
    return _in(f"the {ordinal_digits(number)} century", f"{number - 1}XX", e.modifier)


def _shift_season(e: Expression, reference: dt.date) -> Absolute | None:
    year = _season_year(e, reference)
    if year is None:
        return None
    return _in(f"the {e.season} of {year}", f"{year}-{SEASONS[e.season]}", "")


def _season_year(e: Expression, reference: dt.date) -> int | None:
    """Return the year of last, this or next spring, summer or autumn; a winter has two, so that is a guess."""
    first = {"spring": 3, "summer": 6}.get(e.season, 9)
    if e.season == "winter":
        return None
    if e.shift == 0:
        return reference.year
    if e.shift < 0:  # past the season of this year, "last summer" may mean that one or the one before
        return reference.year - 1 if reference.month <= first + 2 else None
    return reference.year + 1 if reference.month >= first else None


def _shift_named_month(e: Expression, reference: dt.date) -> Absolute | None:
    if e.shift < 0 and e.month < reference.month:
        return None
    if e.shift > 0 and e.month > reference.month:
        return None
    year = reference.year + e.shift
    return _in(f"{MONTHS[e.month - 1]} {year}", f"{year}-{e.month:02d}", e.modifier)


def _shift_weekday(e: Expression, reference: dt.date) -> Absolute | None:
    assert e.weekday is not None
    if e.shift > 0:
        return None  # said on Wednesday, "next Friday" may be in two days or in nine
    step, same = (-1, False) if e.shift < 0 else (1, True)
    return _on(_day_of_week(e.weekday, reference, step, same=same), weekday=True)


def _shift_part(e: Expression, reference: dt.date) -> Absolute | None:
    if e.shift > 0 or (e.shift < 0 and e.part not in ("night", "evening")):
        return None
    return _on(reference + dt.timedelta(days=e.shift), e.part)


_SHIFTERS: Mapping[str, Callable[[Expression, dt.date], Absolute | None]] = {
    "year": _shift_year,
    "month": _shift_month,
    "week": _shift_week,
    "weekend": _shift_weekend,
    "decade": _shift_decade,
    "century": _shift_century,
    "season": _shift_season,
    "named month": _shift_named_month,
    "weekday": _shift_weekday,
    "part": _shift_part,
}
_FIXERS: Mapping[str, Callable[[Expression, str, dt.date, bool], Absolute | None]] = {
    "day": _day,
    "month": _month,
    "deictic": _deictic,
    "weekday": _weekday,
    "ago": _ago,
    "shift": _shift,
}
