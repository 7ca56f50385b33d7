"""Numbers in a sentence: counts, measures, money, shares, durations and ordinals, with their value."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from quizgen import lists
from quizgen.model import Value
from quizgen.numerals import CARDINALS, ORDINALS, SCALES, ordinal_word
from quizgen.numerals import number_word as number_word
from quizgen.numerals import spell as spell
from quizgen.resolve import calendar, dates, units

_ABOUT = (
    r"[Aa]bout|[Aa]round|[Rr]oughly|[Aa]pproximately|[Nn]early|[Aa]lmost|[Ss]ome|(?:[Aa]n )?[Ee]stimated|[Cc]lose to"
    r"|(?:[Nn]o )?(?:[Mm]ore|[Ff]ewer|[Ll]ess) than|[Aa]t (?:least|most)|[Aa]s (?:many|much|few|little) as"
    r"|(?:[Jj]ust|[Ww]ell) (?:over|under)|[Bb]arely|[Uu]pwards of|[Oo]ver|[Uu]nder|[Uu]p to|[Aa]n average of|~|≈"
)
_SIGN = r"(?:[Mm]inus |[Nn]egative |(?<!\w)[−–-](?=[\d$€£]))"
_DIGITS = r"(?:\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_SCALE = "|".join(SCALES)
_ANY = "|".join(sorted(CARDINALS, key=len, reverse=True))
_PARTS = r"(?:halves|half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth)s?"
_FRACTION = (
    rf"(?:one|two|three|four|five|six|seven|nine)[- ]{_PARTS}(?![a-z])|a (?:third|quarter) (?=of )|half(?= an? | of )"
)
_WORDS = rf"(?:(?:{_ANY})|a (?:dozen|hundred|{_SCALE}))(?:[- ](?:and )?(?:{_ANY}|hundred|{_SCALE})(?![a-z]))*(?![a-z])"
_VULGAR = dict(zip("½⅓⅔¼¾⅛", (1 / 2, 1 / 3, 2 / 3, 1 / 4, 3 / 4, 1 / 8), strict=True))
_BODY = (
    rf"(?P<sign>{_SIGN})?(?:(?P<cash>{'|'.join(map(re.escape, units.signs()))}) ?)?"
    r"(?:(?P<slash>[1-9]\d?/(?:[2-9]|10))(?![\d/])"
    rf"|(?P<digits>{_DIGITS})(?P<vulgar>[{''.join(_VULGAR)}])?(?!\d|[.:]\d|(?:st|nd|rd|th)(?!\w))"
    rf"|(?P<only>[{''.join(_VULGAR)}])|(?P<words>(?i:{_FRACTION}|{_WORDS})))"
    rf"(?:(?:[- ]| an? )?(?P<scale>{_SCALE})(?![a-z])|(?P<short> ?bn|(?<=\d)[mkMBKT])(?!\w))?"
)


def _either_case(words: Iterable[str]) -> str:
    """Return the alternatives in lower case and capitalised; ignoring case costs five times as much."""
    return "|".join(form for word in words for form in (word, word.capitalize()))


_OPENERS = (
    *("about", "around", "roughly", "approximately", "nearly", "almost", "some", "a", "an", "estimated", "close", "no"),
    *("over", "more", "fewer", "less", "at", "as", "just", "under", "up", "minus", "negative", "half", "hundred"),
    *("well", "barely", "upwards"),
)
# Most words open nothing; saying so first makes the search three times as fast.
_OPENING = (
    r"(?<![\w/])(?=[\d$€£¥₹₽₩−–~≈½⅓⅔¼¾⅛-]|[A-Z]{1,2}\$"
    rf"|(?:{_either_case((*_OPENERS, *CARDINALS, *SCALES))})(?![a-z]))"
)
_CORE = re.compile(rf"{_OPENING}(?<![A-Za-z0-9][-–])(?<!\d[.,:])(?P<about>(?:{_ABOUT}) ?(?:a total of )?)?{_BODY}")
_HIGH = re.compile(_BODY)
_TRIGGER = re.compile(
    r"\d|[½⅓⅔¼¾⅛]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]iv|[Ss]ix|[Ss]even|[Ee]igh|[Nn]ine|[Tt]e[nr]|[Ee]leven|[Tt]we|[Tt]hir"
    r"|[Ff]if|[Ff]ort|[Zz]ero|[Hh]al|[Hh]undred|[Tt]housand|illion|[Qq]uarter|[Dd]ozen|[Ff]irst|[Ss]econd"
)
_SHORT = {"m": 1e6, "M": 1e6, "bn": 1e9, "b": 1e9, "B": 1e9, "k": 1e3, "K": 1e3, "T": 1e12}
_RANGE = re.compile(r" ?[–—-] ?(?=[\d$€£])| (?:to|or) (?=[\w$€£])")
_AND = re.compile(r" and (?=[\w$€£])")
_BETWEEN = re.compile(r"(?:^|\W)[Bb]etween $")
_PERCENT = re.compile(r"%|[ -]per ?cent(?:age points?)?(?!\w)|[ -]percentage points?(?!\w)")
_TENS = _either_case(word for word in CARDINALS if word.endswith("ty"))
_ORDINAL = re.compile(
    r"(?<![\w/.-])(?:\d[\d,]*(?:st|nd|rd|th)(?!\w)"
    rf"|(?:(?:{_TENS})-)?(?:{_either_case(ORDINALS)})(?![\w-]))"
)
_DETERMINER = re.compile(r"(?:^|\W)(?:[Tt]he|[Aa]|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|\w+['’]s?|[Vv]ery) $")
_PARTICULAR = re.compile(
    r"(?:the|an?|its|his|her|their|our|this|that|first|second|other|latter|former|top|bottom|better|upper|lower|ern) $"
)
_LABEL = re.compile(
    r"(?:[Nn]o\.|[Nn]umber|[Cc]hapter|[Pp]ages?|[Ss]ection|[Ff]igure|[Ff]ig\.|[Tt]able|[Vv]ersion|[Ll]evel|[Gg]rade"
    r"|[Pp]art|[Vv]olume|[Tt]ype|[Cc]lass|[Hh]ighway|[Rr]oute|[Rr]oom|[Vv]erse|[Ll]ine|[Ss]tep|[Aa]ppendix|[Ee]quation"
    r"|[Pp]hase|[Ss]tage) $"
)
_NAME_BEFORE = re.compile(r"(?P<name>[A-Z][\w’'-]*) $")
_DETACHED = re.compile(r" ?[A-Z]$")
_STRAY = re.compile(r" (?!of|and|to|in|at|per|or|for|by|with|from|on|when|but)[a-z]")
_ISO_DURATION = {"day": "P{}D", "week": "P{}W", "month": "P{}M", "year": "P{}Y"}
_ISO_DURATION |= {"hour": "PT{}H", "minute": "PT{}M", "second": "PT{}S", "decade": "P{}0Y", "century": "P{}00Y"}


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityMention:
    """A number with its sign, scale, unit and words like "about": ``sentence[start:end] == text``."""

    start: int
    end: int
    text: str
    value: Value


@cache
def _unit() -> re.Pattern[str]:
    every = "|".join(map(re.escape, sorted(units.names(), key=len, reverse=True)))
    below = rf" (?:per|an?) (?:{every})(?![\w²³])|/(?:{every}|s|h|hr|min|d|yr|y)(?![\w²³])"
    return re.compile(rf"[- \u00a0]?(?P<unit>(?:{every})(?![\w²³])(?:{below})?)(?P<old>[- ]old)?")


@cache
def _money() -> re.Pattern[str]:
    names = sorted(units.currencies(), key=len, reverse=True)
    return re.compile(rf"[ -](?P<money>{'|'.join(re.escape(name) for name in names if name[-1].isalpha())})(?!\w)")


def find(text: str) -> list[QuantityMention]:
    """Return the numbers of a sentence in their order, except those that are part of a date or of a name.

    The counted noun of a plain number ("12 astronauts") is not part of the mention.
    """
    if not _TRIGGER.search(text):
        return []
    found = sorted([*_measures(text), *_ordinals(text)], key=lambda each: (each.start, -each.end))
    taken = [(each.start, each.end) for each in dates.find(text)] if found else []
    last, kept = 0, []
    for each in found:
        if each.start >= last and not any(start < each.end and each.start < end for start, end in taken):
            kept.append(each)
            last = each.end
    return kept


def parse(text: str) -> Value | None:
    """Return the value of a phrase that says a number, perhaps with a counted noun; None for dates and all else.

    A bare year is read as a number: ask ``dates`` first.
    """
    stripped = text.strip()
    if not stripped.isdigit() and calendar.read(stripped):
        return None
    lead = re.match(r"(?:[Bb]etween|[Ff]rom|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?) (?=\S)", stripped)
    for start in (0, lead.end() if lead else 0):
        value = _at(stripped, start)
        if value and not re.search(r"\d", stripped[start + len(value.text) :]):
            return replace(value, text=text)
    return None


def _at(text: str, start: int) -> Value | None:
    if core := _CORE.match(text, start):
        mention = _measure(text, core)
        return mention.value if mention else None
    ordinal = _ORDINAL.match(text, start)
    number = ordinal_word(ordinal[0]) if ordinal else None
    return _ordinal_value(ordinal[0], number) if ordinal and number else None


# --- measures and counts --------------------------------------------------------------------------------------------


def _measures(text: str) -> Iterator[QuantityMention]:
    position = 0
    while core := _CORE.search(text, position):
        mention = _measure(text, core)
        if mention and _stands(text, core, mention):
            yield mention
        position = max(mention.end if mention else 0, core.end(), core.start() + 1)


def _measure(text: str, core: re.Match[str]) -> QuantityMention | None:
    number = _number(core)
    if number is None:
        return None
    end, tail = _tail(text, core.end())
    value = Value(role="quantity", text="", type="number", number=number, approximate=bool(core["about"]))
    value = _with_tail(value, tail, core["cash"])
    further = _further(text, core, end, bool(tail))
    if further:
        end, value = _with_range(text, core, further, value)
    start = core.start()
    if value.type == "number" and number < 13 and core["words"] and core["about"] in ("over ", "under ", "around "):
        start, value = core.end("about"), replace(value, approximate=False)  # "over six flights" counts six
    said = text[start:end]
    return QuantityMention(start=start, end=end, text=said, value=replace(value, text=said, iso=_iso(value)))


def _number(core: re.Match[str]) -> float | None:
    number = _unscaled(core)
    if number is None:
        return None
    scale = SCALES[core["scale"]] if core["scale"] else 1.0
    if core["short"] and (core["cash"] or core["short"] != "m"):
        scale = _SHORT[core["short"].strip()]
    # 2.2 * 1e6 is not 2200000
    return round(number * scale, 6) * (-1 if core["sign"] else 1)


def _unscaled(core: re.Match[str]) -> float | None:
    if core["words"]:
        return number_word(core["words"])
    if core["slash"]:
        top, bottom = core["slash"].split("/")
        return int(top) / int(bottom)
    digits = float(re.sub(r"[^\d.]", "", core["digits"])) if core["digits"] else 0.0
    return digits + _VULGAR.get(core["vulgar"] or core["only"] or "", 0.0)


def _tail(text: str, end: int) -> tuple[int, re.Match[str] | None]:
    for pattern in (_PERCENT, _money(), _unit()):
        if (tail := pattern.match(text, end)) and not _is_stray(text, tail):
            return tail.end(), tail
    return end, None


def _is_stray(text: str, tail: re.Match[str]) -> bool:
    """Tell whether a lone capital ("12 A students") is no unit."""
    return bool(_DETACHED.fullmatch(tail[0]) and _STRAY.match(text, tail.end()))


def _with_tail(value: Value, tail: re.Match[str] | None, cash: str | None) -> Value:
    if cash:
        return replace(value, type="money", unit=units.currencies()[cash])
    if tail is None:
        return value
    if tail.re is _PERCENT:
        return replace(value, type="percent", unit="pp" if "point" in tail[0] else "%")
    if "money" in tail.groupdict():
        return replace(value, type="money", unit=units.currencies()[tail["money"]])
    unit = units.find(tail["unit"])
    if unit is None:
        return value
    return replace(value, type="duration" if unit.dimension == "duration" else "quantity", unit=unit.symbol)


def _iso(value: Value) -> str:
    whole = value.number is not None and value.number % 1 == 0 and value.high is None and value.number >= 0
    return _ISO_DURATION[value.unit].format(int(value.number or 0)) if whole and value.unit in _ISO_DURATION else ""


def _further(text: str, core: re.Match[str], end: int, told: bool) -> re.Match[str] | None:
    """Return the number that ends a range: "10" of "between 5 and 10 kg"."""
    gap = _RANGE.match(text, end)
    if not gap and not core["about"] and _BETWEEN.search(text[: core.start()]):
        gap = _AND.match(text, end)
    if not gap or (told and " " not in gap[0]):
        return None
    further = _HIGH.match(text, gap.end())
    return None if further is None or further["sign"] else further


def _with_range(text: str, core: re.Match[str], further: re.Match[str], low: Value) -> tuple[int, Value]:
    end, tail = _tail(text, further.end())
    plain = replace(low, number=_number(further), type="number", unit="")
    high = _with_tail(plain, tail, further["cash"] or core["cash"])
    start = low.number if low.number is not None else 0.0
    if further["scale"] and not core["scale"]:
        start *= SCALES[further["scale"]]
    agrees = low.type == "number" or (low.type, low.unit) == (high.type, high.unit)
    if high.number is None or high.number <= start or not agrees:
        return _tail(text, core.end())[0], low
    return end, replace(high, number=start, high=high.number)


def _stands(text: str, core: re.Match[str], mention: QuantityMention) -> bool:
    """Tell whether the number counts or measures something, and is not the number of a name or a pronoun."""
    before = text[max(0, core.start() - 24) : core.start()]
    if mention.value.type != "number":
        return not (mention.text.casefold() in ("one day", "one second") and mention.value.type == "duration")
    if mention.text.casefold() in ("one", "zero") or _LABEL.search(before):
        return False
    if mention.text.casefold() == "half" and _PARTICULAR.search(before):
        return False
    if re.match(r"-[a-z]", text[mention.end : mention.end + 2]):
        return False  # two-party
    bare = core["digits"] and not core["scale"] and not core["about"]
    return not bare or not _is_name(text, before, core.start())


def _is_name(text: str, before: str, start: int) -> bool:
    name = _NAME_BEFORE.search(before)
    if not name:
        return False
    opening = (len(before) == start and name.start() == 0) or before[: name.start()].endswith((". ", "“", '"'))
    return not (opening and name["name"].casefold() in lists.words("function"))


# --- ordinals -------------------------------------------------------------------------------------------------------


def _ordinals(text: str) -> Iterator[QuantityMention]:
    for match in _ORDINAL.finditer(text):
        number, start = ordinal_word(match[0]), match.start()
        if number and (match[0][0].isdigit() or _DETERMINER.search(text[max(0, start - 24) : start])):
            yield QuantityMention(start=start, end=match.end(), text=match[0], value=_ordinal_value(match[0], number))


def _ordinal_value(text: str, number: int) -> Value:
    return Value(role="quantity", text=text, type="ordinal", number=float(number))


# --- comparing ------------------------------------------------------------------------------------------------------


def same(a: Value, b: Value) -> bool:
    """Tell whether two values say the same within the rounding of their digits, across units of one dimension."""
    if a.iso and b.iso and a.number is None:
        return a.iso == b.iso
    if a.number is None or b.number is None or (a.high is None) != (b.high is None):
        return False
    if not _comparable(a, b):
        return False
    ends = [(a.number, b.number)] + ([(a.high, b.high)] if a.high is not None and b.high is not None else [])
    return all(_overlap(_interval(a, x, a.unit != b.unit), _interval(b, y, a.unit != b.unit)) for x, y in ends)


def _comparable(a: Value, b: Value) -> bool:
    if a.unit == b.unit:
        return (a.type == "ordinal") == (b.type == "ordinal")
    one, other = units.find(a.unit), units.find(b.unit)
    if one and other:
        return one.dimension == other.dimension
    share = next((value.number or 0 for value in (a, b) if value.type == "number"), 0)
    return {a.type, b.type} == {"percent", "number"} and 0 < share <= 1


def _interval(value: Value, number: float, converted: bool) -> tuple[float, float]:
    """Return what the number may have been before it was rounded to its digits, in the base unit."""
    half = _half_width(value, number, converted)
    unit = units.find(value.unit)
    low, high = (units.to_base(each, unit) if unit else each for each in (number - half, number + half))
    if value.unit == "%" and converted:
        return low / 100, high / 100
    return low, high


def _half_width(value: Value, number: float, converted: bool) -> float:
    digits = re.search(_DIGITS, value.text)
    if not digits:
        return 0.005 if number % 1 else 0.5
    plain = re.sub(r"[^\d.]", "", digits[0])
    scale = abs(number / float(plain)) if float(plain) and value.high is None else 1.0
    if "." in plain:
        return 0.5 * scale * 10.0 ** -len(plain.partition(".")[2])
    zeros = len(plain) - len(plain.rstrip("0")) if value.approximate or converted else 0
    return max(0.5 * scale, min(0.5 * scale * 10.0**zeros, 0.05 * abs(number)))


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one == other or max(one[0], other[0]) < min(one[1], other[1])
