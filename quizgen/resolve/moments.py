"""What a date expression says about year, month, day and hour, and its value as ISO 8601 or EDTF."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}  # codes of EDTF
UNITS = ("hour", "minute", "second", "day", "week", "month", "year", "decade", "century", "millennium")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A date expression taken apart; what it does not say is None, 0 or "".

    ``year`` is astronomical (44 BC is -43). ``shift`` is -1, 0, 1 for last, this, next; ``count`` the number of units
    of "three days ago"; ``end`` the end of a range.
    """

    kind: str
    year: int | None = None
    month: int = 0
    day: int = 0
    last_day: int = 0
    weekday: int | None = None
    part: str = ""  # night, morning…
    season: str = ""
    modifier: str = ""  # early, the end of…
    unit: str = ""
    shift: int = 0
    count: float = 0
    hour: int = 0
    minute: int = 0
    day_first: bool = False
    end: "Expression | None" = None

    @property
    def iso(self) -> str:
        """The value as ISO 8601 or EDTF, at the precision of the text; "" where it has none by itself."""
        if self.end:
            first, last = self.iso_start, self.end.iso
            return f"{first}/{last}" if first and last else ""
        return self.iso_start

    @property
    def iso_start(self) -> str:
        """The value of the start of a range, or of the whole."""
        return _ISO[self.kind](self) if self.kind in _ISO else ""

    @property
    def approximate(self) -> bool:
        """Whether the text says that it is not exact."""
        return bool(self.modifier)


def iso_year(year: int) -> str:
    """Return an astronomical year as ISO 8601: 79 → 0079, -43 → -0043, -9999 → -9999, -12000 → Y-12000 (EDTF)."""
    return f"Y{year}" if abs(year) > 9999 else f"{'-' if year < 0 else ''}{abs(year):04d}"


_NO_YEAR = "XXXX"  # the unspecified year of EDTF (ISO 8601-2)


def is_yearless(iso: str) -> bool:
    """Tell whether a value is a day or month of any year."""
    return iso.startswith(_NO_YEAR)


def _iso_day(e: Expression) -> str:
    year = _NO_YEAR if e.year is None else iso_year(e.year)
    if not valid(e.year, e.month, max(e.day, e.last_day)):
        return ""
    first = f"{year}-{e.month:02d}-{e.day:02d}"
    return f"{first}/{year}-{e.month:02d}-{e.last_day:02d}" if e.last_day else first


def _iso_month(e: Expression) -> str:
    return f"{_NO_YEAR if e.year is None else iso_year(e.year)}-{e.month:02d}"


def _iso_season(e: Expression) -> str:
    return "" if e.year is None else f"{iso_year(e.year)}-{SEASONS[e.season]}"


def _iso_stretch(width: int) -> Callable[[Expression], str]:
    """Return the EDTF form of a decade, century or millennium: the year with ``width`` unknown digits."""

    def iso(e: Expression) -> str:
        return iso_year(e.year)[:-width] + "X" * width if e.year is not None else ""

    return iso


_ISO: Mapping[str, Callable[[Expression], str]] = {
    "day": _iso_day,
    "month": _iso_month,
    "year": lambda e: "" if e.year is None else iso_year(e.year),
    "season": _iso_season,
    "decade": _iso_stretch(1),
    "century": _iso_stretch(2),
    "millennium": _iso_stretch(3),
    "time": lambda e: f"T{e.hour:02d}:{e.minute:02d}",
}


def valid(year: int | None, month: int, day: int) -> bool:
    """Tell whether the month has that day, in that year or in some leap year."""
    try:
        dt.date(year if year is not None and 1 <= year <= 9999 else 2000, month, day)
    except ValueError:
        return False
    return True
