"""Datelines: "LONDON (Reuters) - ", "BEIJING, Feb. 5, 2021 -- ", "GENEVA, 5 March 2021 – "."""

import datetime as dt
import re
from dataclasses import dataclass

from quizgen.cleaning import dates

_HEAD = 160  # characters in which a dateline must end
_UP = "A-ZÀ-ÖØ-Þ"
_CAPITALS = rf"[{_UP}][{_UP}.'’-]+(?: [{_UP}][{_UP}.'’-]*){{0,3}}(?:/[{_UP}][{_UP} .'’-]+)?"
_MIXED = rf"[{_UP}][\w.'’-]+(?: [{_UP}][\w.'’-]+){{0,3}}"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wednes|Wed|Thurs?|Fri|Satur|Sat|Sun)(?:day)?,? )?"
_DAY = rf"(?:{_WEEKDAY}(?:{dates.DATE}|{dates.MONTH} \d{{1,2}}|\d{{1,2}} {dates.MONTH}))"
_AGENCY = rf"\((?:[{_UP}][\w .&/-]{{1,30}})\)|/[A-Z][\w .-]{{1,30}}/"
_DASH = r"(?:--+|[–—-]|:)"
_DATELINE = re.compile(
    rf"(?P<place>{_CAPITALS}|{_MIXED})(?P<state>(?:, (?!(?i:{dates.MONTH})\b)[{_UP}][\w.' ]{{1,24}}?){{0,2}})"
    rf"(?:(?:(?:,| [–—-]) ?|,? \((?=[^()]+\)))(?P<day>(?i:{_DAY}))\)?)?,?"
    rf"(?: ?(?P<agency>{_AGENCY}))? ?(?P<dash>{_DASH})+ ?(?=[\"“‘'(\[{_UP}\d])"
)
_AGENCY_ONLY = re.compile(rf"\((?:CNN(?: Business)?|AP|Reuters|AFP|UPI)\) ?{_DASH}+ ?(?=[\"“‘'(\[{_UP}\d])")
_NO_PLACE = frozenset(
    {"WARNING", "NOTE", "UPDATE", "EXCLUSIVE", "ANALYSIS", "OPINION", "REVIEW", "FEATURE", "BREAKING", "FACT"}
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """``length`` characters of the text are the dateline; ``shouted`` is the form that stands over pictures."""

    length: int
    date: dt.date | None
    shouted: bool


def match(text: str, *, lead: bool) -> Dateline | None:
    """Return the dateline with which a paragraph begins; a bare place counts only in the first one (``lead``)."""
    alone = _AGENCY_ONLY.match(text)
    if alone:
        return Dateline(alone.end(), None, False)
    found = _DATELINE.match(text[:_HEAD])
    if not found or not _plausible(found, lead):
        return None
    day = found["day"] or ""
    return Dateline(found.end(), dates.find(day), bool(day) and _is_shouted(day))


def _plausible(found: re.Match[str], lead: bool) -> bool:
    place, day, agency = found["place"], found["day"], found["agency"]
    if place.split()[0].rstrip(":") in _NO_PLACE:
        return False
    if day and _is_spaced(found):
        return place.isupper() or agency is not None or "," in found[0]
    if agency:
        return _is_spaced(found) and (place.isupper() or not agency.strip("()/ ").islower())
    return lead and place.isupper() and len(place.replace(" ", "")) >= 4 and _is_spaced(found)


def _is_spaced(found: re.Match[str]) -> bool:
    """A hyphen needs a space around it, since "X-Ray" is a word; other dashes separate by themselves."""
    return found["dash"] != "-" or found[0].endswith("- ")


def _is_shouted(day: str) -> bool:
    letters = re.sub(r"[\W\d]|st\b|nd\b|rd\b|th\b", "", day)
    return len(letters) > 2 and letters.isupper()
