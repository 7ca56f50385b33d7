"""The days that a story has come to: what "that year", "three years later" and "in May" are counted from."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.resolve import anchor
from quizgen.resolve.anchor import Absolute
from quizgen.resolve.calendar import read
from quizgen.resolve.moments import MONTHS, Expression, valid
from quizgen.syntax.reading import Reading, TimeSpan

if TYPE_CHECKING:
    from spacy.tokens import Token

_POINTS = frozenset({"in", "on", "at", "", "around", "about", "until"})
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_GREGORIAN = 1583  # days are only counted in the calendar that Python has
_HALF = 6  # months
_FAR = 60  # years later; more is history told from another place
_LONG = 10  # sentences


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, with month and day where they were told, else 0."""

    year: int
    month: int = 0
    day: int = 0


class Timeline:
    """The last date of each clause that a story told, as long as there is one and no other."""

    def __init__(self) -> None:
        self._moment: Moment | None = None
        self._sentence = self._paragraph = -1
        self._lasting: Moment | None = None  # of the year that no other has followed
        self._since = -1

    def place(self, reading: Reading, sentence: int, paragraph: int, today: dt.date | None) -> None:
        """Say the relative dates of a sentence in absolute words where the sentence before tells, and remember its own.

        A text that speaks from a day, as news do, means its own year by "in May": ``today`` is that day.
        """
        near = sentence - self._sentence <= 1 and paragraph == self._paragraph
        moment = self._moment if near else None
        for time in reading.times:
            if time.mention.relative and moment is not None:
                time.told = _told(time, moment, today)
            if time.mention.relative and time.told is None and today is None:
                time.told = self._of_this_year(time, reading, sentence)
            self._keep(time, reading, sentence)
            if not _passes(time, reading):
                moment = _moment(time) if _is_point(time, reading) else None
        if any(not _passes(time, reading) for time in reading.times):
            self._moment, self._sentence, self._paragraph = moment, sentence, paragraph

    def _of_this_year(self, time: TimeSpan, reading: Reading, sentence: int) -> Absolute | None:
        """Return a later day of the year in which a story has been for some sentences: "on 7 August"."""
        moment, verb = self._lasting, reading.sent.doc[time.head] if time.head >= 0 else None
        if moment is None or verb is None or sentence - self._since > _LONG or not _is_past(verb):
            return None
        expression = read(time.mention.text)
        plain = expression is not None and expression.kind in ("day", "month") and not expression.modifier
        if expression is None or not plain or expression.end or expression.month < moment.month:
            return None
        return _dated(expression, time.mention.text, moment)

    def _keep(self, time: TimeSpan, reading: Reading, sentence: int) -> None:
        """Remember the year of a day or month that a sentence tells; any other year ends it."""
        if _passes(time, reading) or (time.told is None and _is_yearless(time)):
            return
        found = _moment(time) if _is_point(time, reading) else None
        self._lasting, self._since = found if found is not None and found.month else None, sentence


def _is_past(verb: "Token") -> bool:
    return verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in verb.lefts if c.dep_ in ("aux", "auxpass"))


def _is_yearless(time: TimeSpan) -> bool:
    """Return whether a time is a day, a month or a weekday of whichever year."""
    found = read(time.mention.text)
    return found is not None and found.kind in ("day", "month", "weekday", "time") and found.year is None


def _passes(time: TimeSpan, reading: Reading) -> bool:
    """Return whether a time tells nothing about where the story is: a clock, a duration, years in brackets."""
    if time.mention.value.type != "date":
        return True
    return time.head < 0 and time.told is None


def _is_point(time: TimeSpan, reading: Reading) -> bool:
    """Return whether a time dates what a main clause tells."""
    return time.prep in _POINTS and time.head in {verb.i for verb in _main(reading.sent.root)}


def _main(root: "Token") -> "Iterator[Token]":
    yield root
    for child in root.children:
        if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX"):
            yield from _main(child)


def _moment(time: TimeSpan) -> Moment | None:
    """Return the day, month or year of a time; stretches of years, decades and BC are none."""
    found = _ISO.fullmatch(time.told.iso if time.told else time.mention.value.iso or "")
    return Moment(*(int(part or 0) for part in found.groups())) if found else None


def _told(time: TimeSpan, moment: Moment, today: dt.date | None) -> Absolute | None:
    expression = read(time.mention.text)
    if expression is None or expression.end or expression.modifier:
        return None
    if expression.kind == "anaphoric":
        return _counted(expression, moment)
    story = today is None and expression.kind in ("day", "month")
    return _dated(expression, time.mention.text, moment) if story else None


def _counted(e: Expression, moment: Moment) -> Absolute | None:
    if e.count % 1 or abs(e.count) > _FAR:
        return None
    count = int(e.count)
    if e.unit == "year":
        return _absolute(Moment(moment.year + count))
    if e.unit == "named month" and count:  # the following March
        passed = e.month <= moment.month if count > 0 else e.month >= moment.month
        return _absolute(Moment(moment.year + count * passed, e.month)) if moment.month else None
    if e.unit == "named month":
        return _absolute(Moment(moment.year, e.month)) if e.month >= moment.month else None
    if e.unit == "month" and moment.month and abs(count) <= 1:
        year, month = divmod(moment.year * 12 + moment.month - 1 + count, 12)
        return _absolute(Moment(year, month + 1))
    return _days_on(count, moment) if e.unit == "day" and moment.day else None


def _days_on(count: int, moment: Moment) -> Absolute | None:
    if moment.year < _GREGORIAN:
        return None
    day = dt.date(moment.year, moment.month, moment.day) + dt.timedelta(days=count)
    return _absolute(Moment(day.year, day.month, day.day))


def _dated(e: Expression, text: str, moment: Moment) -> Absolute | None:
    """Return a day or month without a year as the next one that the story comes to; a few months back are a guess."""
    back = (e.month, e.day or 99) < (moment.month, moment.day)
    year = moment.year + back
    if e.last_day or (back and moment.month - e.month < _HALF) or not valid(year, e.month, e.day or 1):
        return None
    month = MONTHS[e.month - 1]
    text = f"{text} {year}" if not e.day or e.day_first else f"{text}, {year}"
    iso = f"{year}-{e.month:02d}" + (f"-{e.day:02d}" if e.day else "")
    return Absolute(prep="on" if e.day else "in", text=text if e.day else f"{month} {year}", iso=iso, changed=True)


def _absolute(moment: Moment) -> Absolute:
    if moment.day:
        day = dt.date(moment.year, moment.month, moment.day)
        return Absolute(prep="on", text=anchor.spell_day(day), iso=day.isoformat(), changed=True)
    iso = f"{moment.year}-{moment.month:02d}" if moment.month else str(moment.year)
    text = f"{MONTHS[moment.month - 1]} {moment.year}" if moment.month else str(moment.year)
    return Absolute(prep="in", text=text, iso=iso, changed=True)
