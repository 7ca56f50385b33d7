"""Dates and times of day, compared by value at the precision asked."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from quizgen.grading import words
from quizgen.grading.numerals import spelled
from quizgen.grading.verdict import Verdict, worst
from quizgen.grading.wordlist import listed, wordset

_MONTHS = listed("january february march april may june july august september october november december")
_MONTH = {name[:length]: i for i, name in enumerate(_MONTHS, 1) for length in (3, 4, 5, len(name))} | {"sept": 9}
_WEEKDAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
_WEEKDAY = {name[:length]: i for i, name in enumerate(_WEEKDAYS, 1) for length in (3, 4, 5, len(name))}
_SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}
_PARTS = {"early": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid"}
_PARTS |= {"late": "late", "end": "late"}
_ERAS = {"bc": -1, "bce": -1, "ad": 1, "ce": 1}
_TENS = {f"{word}ies": 10 * i for i, word in enumerate(listed("twent thirt fort fift sixt sevent eight ninet"), 2)}
_FILLERS = wordset(
    "the of in on around about circa c ca during since by year from approximately until at and month roaring swinging"
)
_LONG = {"century": 100, "centuries": 100, "c": 100, "cent": 100, "millennium": 1000}
_TOKEN = re.compile(r"'?[0-9]+(?:st|nd|rd|th|s)?|[a-z]+")
_RANGE = re.compile(r"\s*(?:-|\bto\b|\buntil\b|\btill\b|\bthrough\b|/)\s*")
_NUMERIC = re.compile(r"([0-9]{1,4})([-/.])([0-9]{1,2})\2([0-9]{1,4})")
_CLOCK = re.compile(
    r"(?:at |around |about )?([0-9]{1,2})(?:[:.h]([0-9]{2}))?(?:[:.]([0-9]{2}))?\s*(o'?clock|h|hours|hrs)?\s*"
    r"(am|pm|a\.m\.?|p\.m\.?|in the (?:morning|afternoon|evening)|at night)?\.?(?:,?\s+\(?([a-z][a-z ]*)\)?)?"
)


_SPOKEN = re.compile(
    r"^(?:at )?(?:an? )?(half|quarter|[0-9]{1,2}|[a-z]+)(?: minutes?)? (past|after|to|before|till) "
    r"([0-9]{1,2}|[a-z]+)(?![0-9a-z])"
)
_HOUR = re.compile(r"^(?:at )?([a-z]+)(?= ?(?:$|o'?clock|am|pm|a\.m|p\.m|in the|at night))")
_OF_DAY = re.compile(r"[ap]\.?m\b|o'?clock|in the|at night|past|noon|midnight|[0-9]:[0-9]")
_MINUTES = {"half": 30, "quarter": 15}
_ZONES = ("time", "utc", "gmt", "et", "est", "edt", "pst", "pdt", "cet", "bst")


@dataclass(frozen=True, slots=True)
class When:
    """The calendar parts that a text names; None or "" where it is silent.

    ``year`` is the first year of ``span`` (10 for a decade, 100 for a century), negative for BC; ``era`` is 0
    where none is written.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    span: int = 1
    era: int = 0
    short: bool = False  # the century is left out: '69
    season: str = ""
    part: str = ""

    @property
    def empty(self) -> bool:
        return self == When(part=self.part, era=self.era)

    @property
    def telling(self) -> bool:
        """Whether this is surely a date, not just a number: it has more than a bare year of up to three digits."""
        return (
            self.year is None or not replace(self, year=None).empty or self.era != 0 or self.span > 1 or self.year > 999
        )


def grade(given: str, expected: str) -> Verdict | None:
    """Grade by value: close if less precise than expected. None if one of the two is no date and no time of day."""
    clock = _grade_clock(given, expected)
    if clock is not None:
        return clock
    wanted = [one for one in dates(expected) if one[0].telling]
    if any(one[0].day for one in wanted):
        return _best(wanted, (*dates(given), *((when,) for when in _day_of_year(given))))
    return _best(wanted, dates(given))


def _best(wanted: Sequence[tuple[When, ...]], typed: Sequence[tuple[When, ...]]) -> Verdict | None:
    if not wanted or not typed:
        return None
    verdicts = [_compare_all(one, other) for one in typed for other in wanted]
    return max(verdicts, key=lambda verdict: verdict.rank)


def is_day_or_time(text: str) -> bool:
    """Tell whether a text names a month, a day or a time of day, so that it is no amount: 5 May, 6 in the morning."""
    told = _clock(text, bare=False) if _OF_DAY.search(words.fold(text)) else None
    return told is not None or any(one[0].month or one[0].weekday for one in dates(text))


@lru_cache(maxsize=1024)
def dates(text: str) -> tuple[tuple[When, ...], ...]:
    """Return every reading of ``text`` as a date (one part) or an interval (two); empty if it is something else."""
    folded = words.fold(text).replace("’", "'").strip(' .!?;:"()')
    folded = re.sub(r"\b([abc])\.\s?([cde])(?:\.\s?(e))?\b\.?", r"\1\2\3", folded)
    if re.search(r"\b(?:bce?|ad|ce)$", folded):
        folded = re.sub(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", "", folded)
    numeric = _NUMERIC.fullmatch(re.sub(r"^on ", "", folded))
    if numeric:
        return tuple((when,) for when in _numeric(numeric))
    single = _single(folded)
    if single:
        return ((single,),)
    return (*_month_of_year(folded), *_interval(re.sub(r"^(?:between|from)\s+", "", folded)))


def _month_of_year(text: str) -> Iterator[tuple[When]]:
    """Yield the reading of 03/2020 and 2020-03."""
    match = re.fullmatch(r"([0-9]{1,2})[-/.]([0-9]{4})|([0-9]{4})[-/]([0-9]{2})", text)
    year, month = (int(match[2] or match[3]), int(match[1] or match[4])) if match else (0, 0)
    if year and 1 <= month <= 12:
        yield (When(year=year, month=month),)


def _day_of_year(text: str) -> Iterator[When]:
    """Yield the readings of 5/2 as a day, which only what is expected can tell from a fraction."""
    match = re.fullmatch(r"([0-9]{1,2})[/.]([0-9]{1,2})\.?", text.strip())
    for day, month in ((1, 2), (2, 1)) if match else ():
        if match and 1 <= int(match[day]) <= 31 and 1 <= int(match[month]) <= 12:
            yield When(day=int(match[day]), month=int(match[month]))


def _numeric(match: re.Match[str]) -> Iterator[When]:
    """Yield the readings of 2021-02-05, 5/2/2021 and 5.2.21: day first and month first."""
    first, _, middle, last = match.groups()
    if len(first) > 2:
        orders = [(int(first), int(middle), int(last))]
    else:
        years = [int(last)] if len(last) > 2 else [1900 + int(last), 2000 + int(last)]
        orders = [
            (year, *either) for year in years for either in ((int(middle), int(first)), (int(first), int(middle)))
        ]
    yield from (When(year=y, month=m, day=d) for y, m, d in orders if y and 1 <= m <= 12 and 1 <= d <= 31)


def _interval(text: str) -> Iterator[tuple[When, ...]]:
    """Yield "1914-18", "5-7 May 2021", "May to July 2020" as first and last part, each filled up from the other."""
    halves = _RANGE.split(re.sub(r"\s+and\s+", " to ", text))
    if len(halves) != 2:
        return
    last = _single(halves[1])
    first = _single(halves[0])
    if first and last and first.year and first.year > 999 and last.year and last.year < 100 and last.month is None:
        last = replace(last, year=first.year // 100 * 100 + last.year)
    if last and not first and re.fullmatch(r"(?:the )?[0-9]{1,2}(?:st|nd|rd|th)?", halves[0]):
        first = When(day=int(re.sub(r"\D", "", halves[0])))
    elif first and last and first.month is None and last.day and first.year and first.year < 32:
        first = When(day=first.year)
    if first and last:
        yield (
            replace(first, year=first.year or last.year, month=first.month or (last.month if first.day else None),
                    era=first.era or last.era),
            last,
        )  # fmt: skip


def _single(text: str) -> When | None:
    tokens = _TOKEN.findall(text)
    if not tokens or len(tokens) > 12 or _TOKEN.sub("", text).strip(" ,.-'"):
        return None
    when: When | None = When()
    position = 0
    numbers: list[str] = []
    while position < len(tokens) and when:
        number = spelled(tokens, position) if tokens[position].isalpha() else None
        if number:
            numbers.append(f"{number.value}th" if number.ordinal else str(number.value))
            position = number.end
            continue
        when = _word(when, tokens, position, numbers)
        position += 1
    when = _place_numbers(when, numbers) if when else None
    if when and when.era < 0 and when.year:
        when = replace(when, year=-abs(when.year))
    return None if when is None or when.empty else when


def _word(when: When, tokens: list[str], position: int, numbers: list[str]) -> When | None:
    """Take one token into ``when`` or ``numbers``; None if it belongs to no date."""
    token = tokens[position]
    if token[-1].isdigit() or re.fullmatch(r"[0-9]+(?:st|nd|rd|th)", token):
        numbers.append(token)
    elif re.fullmatch(r"'?[0-9]+s", token) or token in _TENS:
        return _decade(when, token, numbers)
    elif token in _MONTH and when.month is None:
        return replace(when, month=_MONTH[token])
    elif (token in _WEEKDAY or token[:-1] in _WEEKDAYS) and when.weekday is None:
        return replace(when, weekday=_WEEKDAY.get(token) or _WEEKDAY[token[:-1]])
    elif token in _LONG and numbers and (len(token) > 3 or numbers[-1].endswith("th")):
        size = _LONG[token]
        return replace(when, span=size, year=(int(re.sub(r"\D", "", numbers.pop())[:6]) - 1) * size + 1)
    elif token in _SEASONS or token in _PARTS:
        return replace(when, season=_SEASONS.get(token, when.season), part=_PARTS.get(token, when.part))
    elif token in _ERAS:
        return replace(when, era=_ERAS[token])
    elif token not in _FILLERS:
        return None
    return when


def _decade(when: When, token: str, numbers: list[str]) -> When | None:
    """Take 1970s, '70s, seventies and nineteen seventies."""
    value = _TENS.get(token)
    if value is None:
        value = int(re.sub(r"\D", "", token)[:6])
    century = int(numbers.pop()) * 100 if token in _TENS and numbers and numbers[-1].isdigit() else 1900
    if value % 10:
        return None
    return replace(when, span=10, year=value + century if value < 100 else value)


def _place_numbers(when: When, numbers: list[str]) -> When | None:
    """Tell days from years: an ordinal or a number up to 31 beside a month is the day."""
    for position, token in enumerate(numbers):
        value, ordinal = int(re.sub(r"\D", "", token)[:6]), token.endswith(("st", "nd", "rd", "th"))
        more = len(numbers) - position - 1
        short = token.startswith("'")
        if ordinal or (when.month and when.day is None and not short and 1 <= value <= 31 and (more or len(token) < 3)):
            if when.day is not None or not 1 <= value <= 31:
                return None
            when = replace(when, day=value)
        elif when.year is None and value:
            when = replace(when, year=value, short=value < 100 and (short or bool(when.month and len(token) == 2)))
        else:
            return None
    return when if when.day is None or when.month else None


def _compare_all(given: tuple[When, ...], expected: tuple[When, ...]) -> Verdict:
    if len(given) == len(expected):
        return worst([_compare(one, other) for one, other in zip(given, expected, strict=True)])
    if _spans(given, expected) or _spans(expected, given):
        return Verdict.RIGHT
    if len(given) == 1 and len(expected) == 2:
        inside = (expected[0].year or 0) <= (given[0].year or 0) <= (expected[1].year or 0)
        return Verdict.CLOSE if inside and given[0].year else Verdict.WRONG
    return Verdict.WRONG


def _spans(one: tuple[When, ...], other: tuple[When, ...]) -> bool:
    """Tell whether the first is a decade or a century, and the second its first and last year."""
    if len(one) != 1 or one[0].span == 1 or not one[0].year or any(when.month for when in other):
        return False
    first, last = other[0].year or 0, other[-1].year or 0
    start = one[0].year if one[0].span == 10 else one[0].year - 1
    return start <= first <= start + 1 and last - first in (one[0].span - 1, one[0].span)


def _compare(given: When, expected: When) -> Verdict:
    """Compare part by part: a contradiction is wrong, silence about something asked is close."""
    year = _compare_years(given, expected)
    pairs = [
        (given.month, expected.month),
        (given.day, expected.day),
        (given.season, expected.season),
        (given.part, expected.part),
    ]
    if year is Verdict.WRONG or any(one and other and one != other for one, other in pairs):
        return Verdict.WRONG
    if given.weekday and _weekday(expected) and given.weekday != _weekday(expected):
        return Verdict.WRONG
    shared = any(
        one and other for one, other in [*pairs, (given.year, expected.year), (given.weekday, expected.weekday)]
    )
    if not shared:
        return Verdict.WRONG
    silent = any(other and not one for one, other in pairs) or year is Verdict.CLOSE
    return Verdict.CLOSE if silent else Verdict.RIGHT


def _compare_years(given: When, expected: When) -> Verdict:
    if expected.year is None:
        return Verdict.RIGHT
    if given.year is None:
        return Verdict.CLOSE
    if given.span != expected.span:
        longer, shorter = (given, expected) if given.span > expected.span else (expected, given)
        if longer.span == 100 and shorter.span == 10 and (shorter.year or 0) % 100 == 0:
            # "the 1900s" can be a decade, but beside a century it is that century.
            return Verdict.RIGHT if (shorter.year or 0) + 1 == longer.year else Verdict.WRONG
        inside = (longer.year or 0) <= (shorter.year or 0) < (longer.year or 0) + longer.span
        return Verdict.CLOSE if inside else Verdict.WRONG
    if given.era != expected.era and min(given.era, expected.era) < 0:
        return Verdict.CLOSE if not given.era and given.year == -expected.year else Verdict.WRONG
    if given.short or expected.short:
        return Verdict.RIGHT if given.year % 100 == expected.year % 100 else Verdict.WRONG
    return Verdict.RIGHT if given.year == expected.year else Verdict.WRONG


def _weekday(when: When) -> int | None:
    """Return the day of the week that a date names, or falls on."""
    if when.weekday or when.day is None or when.month is None or when.year is None or not 0 < when.year < 9999:
        return when.weekday
    try:
        return dt.date(when.year, when.month, when.day).isoweekday()
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class _Clock:
    minutes: int
    half: bool  # it is known which half of the day is meant
    zone: str


def _grade_clock(given: str, expected: str) -> Verdict | None:
    wanted = _clock(expected, bare=False)
    typed = _clock(given, bare=True) if wanted else None
    if not wanted or not typed:
        return None
    if wanted.zone and typed.zone and wanted.zone != typed.zone:
        return Verdict.WRONG
    noon = wanted.minutes == typed.minutes == 720 and ":" in given
    if wanted.half == typed.half or noon:
        return Verdict.RIGHT if wanted.minutes == typed.minutes else Verdict.WRONG
    return Verdict.CLOSE if wanted.minutes % 720 == typed.minutes % 720 else Verdict.WRONG


def _in_figures(match: re.Match[str]) -> str:
    """Return 4:45 of "quarter to five", or the words where they are no time."""
    minutes = _MINUTES.get(match[1]) or _figure(match[1])
    hour = _figure(match[3])
    if not minutes or not hour or minutes > 30 or hour > 12:
        return match[0]
    after = match[2] in ("past", "after")
    return f"{hour if after else (hour + 10) % 12 + 1}:{minutes if after else 60 - minutes:02}"


def _hour_in_figures(match: re.Match[str]) -> str:
    number = _figure(match[1])
    return str(number) if 0 < number < 25 else match[0]


def _figure(text: str) -> int:
    number = spelled(text.split())
    return number.value if number else int(text) if text.isdigit() else 0


def _clock(text: str, *, bare: bool) -> _Clock | None:
    """Read "8 p.m. Beijing time", "20:00", "noon"; ``bare`` also takes a plain "8"."""
    folded = re.sub(r"\s+", " ", words.fold(text).replace("’", "'")).strip()
    folded = re.sub(r"^(?:at |around |about )?(noon|midday)$", "12:00 pm", folded)
    folded = re.sub(r"^(?:at )?midnight$", "0:00", folded)
    match = _CLOCK.fullmatch(_HOUR.sub(_hour_in_figures, _SPOKEN.sub(_in_figures, folded)))
    if not match or (match[6] and not match[6].endswith(_ZONES)):
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[5] or "").replace(".", "")
    if hour > 24 or minute > 59 or (not half and not match[2] and not match[4] and not bare):
        return None
    if half:
        late = half in ("pm", "in the afternoon", "in the evening") or (half == "at night" and 5 < hour < 12)
        hour = hour % 12 + 12 * late if hour <= 12 else hour
    known = bool(half) or hour > 12 or hour == 0 or (match[1].startswith("0") and bool(match[2]))
    zone = (match[6] or "").removesuffix("time").removeprefix("local").strip()
    return _Clock(hour % 24 * 60 + minute, known, zone)
