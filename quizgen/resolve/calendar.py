"""The grammar of date expressions: how they are written, and what each says without any context."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from quizgen.numerals import CARDINALS, ORDINALS, SCALES, number_word, ordinal_word
from quizgen.resolve.moments import MONTHS, SEASONS, UNITS, WEEKDAYS, Expression, valid

# --- the pieces of the patterns -------------------------------------------------------------------------------------

_SHORT = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
_NAMES = "|".join((*MONTHS, *(name.upper() for name in MONTHS)))
_MONTH = rf"(?:(?:{_NAMES})(?![A-Za-z])|(?:{'|'.join((*_SHORT, *(name.upper() for name in _SHORT)))})(?![A-Za-z])\.?)"
_WEEKDAY = rf"(?:{'|'.join((*WEEKDAYS, *(name.upper() for name in WEEKDAYS)))})(?![A-Za-z])"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w:%]|[.,]\d)"
_YEAR_DIGITS = r"(?:1\d{3}|20\d\d|2100)"
_YEAR = rf"{_YEAR_DIGITS}(?![\w%]|[.,]\d)"
_COMMA = r"(?: ?,)?"
_ERA = r"(?:BCE?|B\.C\.E\.|B\.C\.|CE|C\.E\.|AD|A\.D\.)(?![A-Za-z])"
_PART = r"(?:night|morning|afternoon|evening)"
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_EDGE = r"(?:[Tt]he )?(?:(?:very )?(?:beginning|start|middle|end)|turn|close|height) of "
_PHASE = r"(?:[Ee]arl(?:y|ier)|[Mm]id(?:dle)?|[Ll]ater?)(?:(?:-| | to |-to-)(?:mid|late))?(?:-| )"
_MODIFIER = rf"(?:{_EDGE}(?:the )?|(?:[Tt]he )?{_PHASE})"
_UNIT = rf"(?:{'|'.join(UNITS[:-2])}|centur(?:y|ies)|millenni(?:um|a))s?"
_WORDS = "|".join(sorted((*CARDINALS, "hundred", *SCALES), key=len, reverse=True))
_COUNT = (
    rf"(?:\d[\d,]*(?:\.\d+)?(?: (?:{'|'.join(SCALES)}))?|[Aa]n?(?: (?:few|couple of|dozen|hundred|thousand|million))?"
    rf"|(?i:(?:{_WORDS})[- ]?)+(?<![- ])|[Ss]everal|[Mm]any)"
)
_ABOUT = r"(?:(?:[Aa]bout|[Aa]round|[Rr]oughly|[Nn]early|[Aa]lmost|[Ss]ome|[Oo]ver|[Mm]ore than|[Aa]pproximately) )?"
_FROM_THEN = r"(?:later|earlier|afterwards?|(?:after|before)(?= ?[.,;]|$))"
_ORDINAL = r"(?:\d{1,2}(?:st|nd|rd|th)|(?:twenty-)?(?:first|[a-z]+th|second|third))"
_ZONE = r"(?: (?:[A-Z][a-z]+ (?:[Ss]tandard |[Dd]aylight )?[Tt]ime|local time|GMT|UTC|[ECMP][SD]?T|CES?T|BST)(?!\w))?"


def _month(text: str) -> int:
    return [name[:3].upper() for name in MONTHS].index(text[:3].upper()) + 1


def _weekday(text: str) -> int:
    return [name.upper() for name in WEEKDAYS].index(text.upper())


def _digits(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _modifier(text: str | None) -> str:
    return (text or "").strip(" -").casefold()


Match = re.Match[str]
Reader = Callable[[Match], Expression | None]


def _read_numeric(m: Match) -> Expression:
    a, b, c = (int(part) for part in re.split(r"[-/.]", m[0]))
    if a > 31:
        year, month, day = a, b, c
    elif "." in m[0] or a > 12:
        year, month, day = c, b, a
    else:
        year, month, day = c, a, b
    if ("/" in m[0] and max(a, b) <= 12 and a != b) or not valid(year, month, day):
        return Expression(kind="year", year=year)  # 03/04/2019: only the year is sure
    return Expression(kind="day", year=year, month=month, day=day)


def _read_day(m: Match) -> Expression:
    parts = m.groupdict()
    return Expression(
        kind="day",
        year=int(parts["year"]) if parts["year"] else None,
        month=_month(parts["month"]),
        day=_digits(parts["day"]),
        last_day=_digits(parts["last"]) if parts["last"] else 0,
        weekday=_weekday(parts["weekday"]) if parts["weekday"] else None,
        day_first=m.start("day") < m.start("month"),
    )


def _read_month(m: Match) -> Expression:
    year = int(m["year"]) if m["year"] else None
    return Expression(kind="month", year=year, month=_month(m["month"]), modifier=_modifier(m["mod"]))


def _read_season(m: Match) -> Expression:
    return Expression(kind="season", year=int(m["year"]), season=m["season"].casefold(), modifier=_modifier(m["mod"]))


def _read_decade(m: Match) -> Expression:
    year = int(m["decade"]) if len(m["decade"]) == 4 else 1900 + int(m["decade"])
    kind = "century" if year % 100 == 0 and year < 2000 else "decade"  # "the 1600s" are a hundred years
    return Expression(kind=kind, year=year, modifier=_modifier(m["mod"]))


def _read_century(m: Match) -> Expression | None:
    kind = "millennium" if "mill" in m[0] else "century"
    first, last = (ordinal_word(m[name]) if m[name] else None for name in ("first", "last"))
    if not first:
        return None
    before = bool(m["era"]) and m["era"].startswith("B")
    expression = _stretch(kind, first, before, _modifier(m["mod"]))
    if not last:
        return expression
    end = _stretch(kind, last, before, "")
    return Expression(kind=kind, year=expression.year, modifier=expression.modifier, end=end)


def _stretch(kind: str, number: int, before: bool, modifier: str) -> Expression:
    size = 100 if kind == "century" else 1000
    # The first century BC has the years -99…0; EDTF's -00XX is as near as four digits come, but int has no -0.
    year = -((number - 1) * size) - 1 if before else (number - 1) * size
    return Expression(kind=kind, year=year, modifier=modifier)


def _read_era(m: Match) -> Expression:
    before = (m["era"] or m["era2"] or "").startswith("B")
    years = [_digits(m[name]) for name in ("first", "last") if m[name]]
    first, *rest = (1 - year if before else year for year in years)
    modifier = _modifier(m["circa"])
    end = Expression(kind="year", year=rest[0]) if rest else None
    return Expression(kind="year", year=first, modifier=modifier, end=end)


def _read_years(m: Match) -> Expression:
    first = int(m["first"])
    last = first // 100 * 100 + int(m["last"])
    return Expression(kind="year", year=first, end=Expression(kind="year", year=last if last > first else None))


def _read_year(m: Match) -> Expression:
    return Expression(kind="year", year=int(m["year"]), modifier=_modifier(m["mod"]))


_SHIFTS = {"last": -1, "this": 0, "next": 1}


def _read_shift(m: Match) -> Expression:
    unit = m["unit"]
    plain = Expression(kind="shift", modifier=_modifier(m["mod"]), shift=_SHIFTS[m["which"].casefold()], unit=unit)
    if re.fullmatch(_WEEKDAY, unit):
        return replace(plain, unit="weekday", weekday=_weekday(unit))
    if re.fullmatch(_MONTH, unit):
        return replace(plain, unit="named month", month=_month(unit))
    if unit in SEASONS:
        return replace(plain, unit="season", season=unit)
    return replace(plain, unit="part", part=unit) if re.fullmatch(_PART, unit) else plain


_NEIGHBOURS = {"following": 1, "next": 1, "very next": 1, "same": 0, "that": 0, "previous": -1, "preceding": -1}


def _read_neighbour(m: Match) -> Expression:
    """Read what is told from another date of the text: the following year, that May; "the past year" is vague."""
    which, unit = m["which"].casefold(), m["unit"]
    if which not in _NEIGHBOURS:
        return Expression(kind="vague")
    month = _month(unit) if unit[0].isupper() else 0
    return Expression(kind="anaphoric", unit="named month" if month else unit, month=month, count=_NEIGHBOURS[which])


def _read_counted(m: Match) -> Expression:
    count = _count(m["count"]) * (-1 if m["which"] in ("earlier", "before") else 1)
    unit = _unit(m["unit"]) if count else ""  # a few years later
    return Expression(kind="anaphoric", unit=unit, count=count, modifier=_modifier(m["about"]))


def _unit(text: str) -> str:
    """Return a unit of time in the singular."""
    return text.replace("ies", "y").replace("nia", "nium").removesuffix("s")


def _read_ago(m: Match) -> Expression:
    count, unit = _count(m["count"]), _unit(m["unit"])
    return Expression(kind="ago" if count else "vague", count=count, unit=unit, modifier=_modifier(m["about"]))


def _count(text: str) -> float:
    lower = text.casefold()
    if lower in ("a", "an"):
        return 1
    if digits := re.match(r"\d[\d,]*(?:\.\d+)?", lower):
        scale = SCALES.get(lower[digits.end() :].strip(), 1)
        return float(digits[0].replace(",", "")) * scale
    return number_word(lower) or 0


_DEICTIC = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}


def _read_deictic(m: Match) -> Expression:
    word = m["word"].casefold()
    part = m["part"] or ("night" if word == "tonight" else "")
    return Expression(kind="deictic", count=_DEICTIC[word], part=part)


def _read_weekday(m: Match) -> Expression:
    return Expression(kind="weekday", weekday=_weekday(m["weekday"]), part=m["part"] or "")


def _read_clock(m: Match) -> Expression | None:
    hour, minute = int(m["hour"]), int(m["minute"] or 0)
    if m["half"]:
        hour = hour % 12 + (12 if m["half"][0] in "pP" else 0)
    return Expression(kind="time", hour=hour, minute=minute) if hour < 24 else None


def _read_spoken(m: Match) -> Expression | None:
    """Read an hour told in words: ten minutes to six, half past nine."""
    part = {"a quarter": 15, "quarter": 15, "half": 30}.get(m["part"].casefold())
    minute = int(number_word(m["part"].split(" ")[0]) or 0) if part is None else part
    hour = int(number_word(m["hour"]) or 0)
    if not 0 < minute < 60 or not 0 < hour <= 12:
        return None
    back = m["to"] == "to"
    return Expression(kind="time", hour=hour - back, minute=60 - minute if back else minute)


def _read_hour_word(m: Match) -> Expression:
    return Expression(kind="time", hour=12 if m["word"].casefold() == "noon" else 0)


def _read_as(kind: str) -> Reader:
    return lambda _match: Expression(kind=kind)


# In order of precedence: of two that match at one place, the first wins.
_PATTERNS: tuple[tuple[str, Reader], ...] = (
    (r"\d{4}-\d\d-\d\d(?![\w-])|\d{1,2}/\d{1,2}/\d{4}(?![\w/])|\d{1,2}\.\d{1,2}\.\d{4}(?![\w.])", _read_numeric),
    (
        rf"(?:(?P<weekday>{_WEEKDAY}),? )?(?:[Tt]he )?(?P<day>{_DAY})(?: ?[–-] ?(?P<last>{_DAY}))?(?: of)? "
        rf"(?P<month>{_MONTH})(?:{_COMMA} (?P<year>{_YEAR}))?",
        _read_day,
    ),
    (
        rf"(?:(?P<weekday>{_WEEKDAY}),? )?(?P<month>{_MONTH}) (?P<day>{_DAY})"
        rf"(?:(?: ?[–-] ?| and (?={_DAY}{_COMMA} {_YEAR}))(?P<last>{_DAY}))?(?:{_COMMA} (?P<year>{_YEAR}))?",
        _read_day,
    ),
    (rf"(?P<mod>{_MODIFIER})?(?P<month>{_MONTH})(?:(?: ?,| of)? (?P<year>{_YEAR}))", _read_month),
    (
        rf"(?:[Tt]he )?(?P<mod>{_MODIFIER})?(?P<season>{_SEASON})(?: of)? (?P<year>{_YEAR})(?:[–/-]\d\d(?:\d\d)?)?",
        _read_season,
    ),
    (
        rf"(?P<mod>{_MODIFIER})?(?:[Tt]he )?(?:['’](?=\d\ds))?(?P<decade>(?:1\d|20)\d0|(?<=['’])\d0)s(?!\w)",
        _read_decade,
    ),
    (
        rf"(?P<mod>{_MODIFIER})?(?:[Tt]he )?(?P<first>{_ORDINAL})(?:(?: and | to |[–-])(?:the )?(?P<last>{_ORDINAL}))? "
        rf"(?:centur(?:y|ies)|millenni(?:um|a))(?: (?P<era>{_ERA}))?",
        _read_century,
    ),
    (
        rf"(?P<mod>{_PHASE})?(?P<first>{_ORDINAL})(?P<last>(?!))?-century(?P<era>(?!))?",
        _read_century,
    ),
    (
        r"(?P<circa>(?:circa|ca?\.) ?)?(?P<era2>AD|A\.D\.) (?P<first>\d{1,4})(?P<last>(?!))?(?P<era>(?!))?(?![\w,]\d)",
        _read_era,
    ),
    (
        rf"(?P<circa>(?:circa|ca?\.) ?)?(?P<first>\d{{1,3}}(?:,\d{{3}})?|\d{{4,5}})"
        rf"(?: ?[–-] ?(?P<last>\d{{1,5}}))? (?P<era>{_ERA})(?P<era2>(?!))?",
        _read_era,
    ),
    (rf"(?P<first>{_YEAR_DIGITS})[–-](?P<last>\d\d)(?![\w%]|[.,]\d)", _read_years),
    (
        rf"(?P<mod>(?:{_EDGE}|[Ee]arl(?:y|ier)|[Ll]ate[r]?|[Mm]id) ?)?(?P<which>[Ll]ast|[Tt]his|[Nn]ext) "
        rf"(?P<unit>year|month|weekend|week|decade|century|{_PART}|spring|summer|autumn|fall|winter|{_WEEKDAY}|{_MONTH})"
        r"(?!\w)",
        _read_shift,
    ),
    (
        rf"(?:[Tt]he )?(?:[Ll]ast|[Pp]ast|[Nn]ext|[Pp]revious|[Ff]ollowing|[Cc]oming)"
        rf"(?: {_COUNT}| few| couple of) {_UNIT}(?!\w)",
        _read_as("vague"),
    ),
    (
        r"[Tt]he (?P<which>following|previous|preceding|next|same|past|coming|very next) "
        rf"(?P<unit>day|week|month|year|decade|century|{_PART}|spring|summer|autumn|fall|winter|(?:{_NAMES})(?![A-Za-z]))(?!\w)",
        _read_neighbour,
    ),
    (
        r"(?P<which>[Tt]hat)(?: same| very)? "
        rf"(?P<unit>day|week|month|year|decade|{_PART}|spring|summer|autumn|winter|(?:{_NAMES})(?![A-Za-z]))(?!\w)",
        _read_neighbour,
    ),
    (rf"(?P<about>{_ABOUT})(?P<count>{_COUNT}) (?P<unit>{_UNIT}) ago(?!\w)", _read_ago),
    (rf"(?P<about>{_ABOUT})(?P<count>{_COUNT}) (?P<unit>{_UNIT}) (?P<which>{_FROM_THEN})(?!\w)", _read_counted),
    (rf"(?P<word>[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow)(?: (?P<part>{_PART}))?(?![\w])", _read_deictic),
    (rf"(?P<weekday>{_WEEKDAY})(?: (?P<part>{_PART}))?(?!\w)", _read_weekday),
    (
        r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap]\.m\.|[ap]m(?!\w)|[AP]M(?!\w)|[AP]\.M\.)" + _ZONE,
        _read_clock,
    ),
    (rf"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?P<half>(?!))?(?!\w|:){_ZONE}", _read_clock),
    (r"(?P<word>[Nn]oon|[Mm]idnight)(?!\w)", _read_hour_word),
    (
        rf"(?P<part>(?:[Aa] )?[Qq]uarter|[Hh]alf|(?i:{_WORDS})(?:-(?:{_WORDS}))? minutes?) (?P<to>past|to) "
        rf"(?P<hour>{_WORDS})(?![\w-])",
        _read_spoken,
    ),
    (rf"(?P<mod>{_MODIFIER})?(?P<month>{_MONTH})(?P<year>(?!))?", _read_month),
    (rf"(?P<mod>{_MODIFIER}|(?:[Cc]irca|c(?:a|irca)?\.) ?)?(?P<year>{_YEAR})", _read_year),
)

_READERS = tuple((re.compile(pattern), reader) for pattern, reader in _PATTERNS)
_OPENERS = (
    *("early", "earlier", "mid", "middle", "late", "later", "the", "very", "beginning", "start", "end", "turn"),
    *("close", "height", "spring", "summer", "autumn", "fall", "winter", "circa", "c", "ca", "last", "this", "next"),
    *("past", "previous", "following", "coming", "that", "about", "around", "roughly", "nearly", "almost", "some"),
    *("over", "more", "approximately", "a", "an", "several", "many", "yesterday", "today", "tonight", "tomorrow"),
    *("noon", "midnight", "quarter", "half", "hundred", *SCALES, *CARDINALS, *ORDINALS),
)
# Most words open nothing; saying so first makes the scan three times as fast.
_OPENING = rf"(?<![\w$€£¥#@/])(?<!\d[.,:])(?=[A-Z\d'’]|(?:{'|'.join(_OPENERS)})(?![a-z]))"
_NAMELESS = (re.sub(r"[?]P<[a-z]+[0-9]?>", "?:", pattern) for pattern, _ in _PATTERNS)
_SCAN = re.compile(_OPENING + "(?:" + "|".join(f"(?P<p{i}>{pattern})" for i, pattern in enumerate(_NAMELESS)) + ")")
_TRIGGER = re.compile(
    r"\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|day|DAY|ago"
    r"|later|earlier|night|morning|afternoon|evening|year|month|week|decade|centur|millenni|noon|tomorrow|spring|summer"
    r"|autumn|winter|fall|minutes? to|quarter|half past"
)


def scan(text: str) -> Iterator[tuple[int, int, Expression]]:
    """Yield start, end and content of what looks like a date expression, left to right; context is not considered."""
    if not _TRIGGER.search(text):
        return
    for found in _SCAN.finditer(text):
        pattern, reader = _READERS[int((found.lastgroup or "p0")[1:])]
        match = pattern.match(text, found.start())
        expression = reader(match) if match else None
        if expression:
            yield *found.span(), expression


def read(text: str) -> Expression | None:
    """Return the content of a text that is one date expression from end to end, without a preposition."""
    for pattern, reader in _READERS:
        if (match := pattern.fullmatch(text)) and (expression := reader(match)):
            return expression
    return None
