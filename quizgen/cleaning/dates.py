"""Full calendar dates as datelines, bylines and front matter write them."""

import datetime as dt
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = rf"(?:{MONTH} {_DAY}(?:,? \d{{4}})|{_DAY} (?:of )?{MONTH},? \d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})"
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?!\d)")
_MONTH_FIRST = re.compile(rf"\b({MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({MONTH}),? (\d{{4}})\b", re.IGNORECASE)
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")


def find(text: str) -> dt.date | None:
    """Return the first full date in a short text; 5/3/2021 could be two days and is none."""
    found = [hit for hit in (_iso(text), _worded(text), _slashed(text)) if hit]
    return min(found)[1] if found else None


def _iso(text: str) -> tuple[int, dt.date] | None:
    hit = _ISO.search(text)
    return _at(hit.start(), *map(int, hit.groups())) if hit else None


def _worded(text: str) -> tuple[int, dt.date] | None:
    hit = _MONTH_FIRST.search(text)
    if hit:
        return _at(hit.start(), int(hit[3]), _month(hit[1]), int(hit[2]))
    hit = _DAY_FIRST.search(text)
    return _at(hit.start(), int(hit[3]), _month(hit[2]), int(hit[1])) if hit else None


def _slashed(text: str) -> tuple[int, dt.date] | None:
    hit = _SLASHED.search(text)
    if not hit:
        return None
    first, second, year = map(int, hit.groups())
    if first > 12 or first == second:
        return _at(hit.start(), year, second, first)
    return _at(hit.start(), year, first, second) if second > 12 else None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _at(position: int, year: int, month: int, day: int) -> tuple[int, dt.date] | None:
    try:
        return position, dt.date(year, month, day)
    except ValueError:
        return None
