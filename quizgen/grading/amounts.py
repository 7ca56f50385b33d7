"""Numbers, quantities and money, compared by value."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from quizgen.grading import words
from quizgen.grading.numerals import CARDINALS, SCALES, spelled
from quizgen.grading.units import Dimension, Unit, units
from quizgen.grading.verdict import Verdict

_SHORT_SCALES = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mio": 1e6, "mil": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9,
    "tn": 1e12, "trn": 1e12,
}  # fmt: skip
_LONG_SCALES = {**SCALES, "hundred": 100, "dozen": 12}
_CURRENCY = re.compile(
    r"(US\$|A\$|C\$|[$€£¥₹]|(?:USD|EUR|GBP|JPY|CNY|RMB|INR|CHF|AUD|CAD)(?=[\s\d]))\s*", re.IGNORECASE
)
_NUMBER = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,3}(?:[ '][0-9]{3})+(?![0-9])(?:[.,][0-9]+)?"
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9])|[0-9]+(?:[.,][0-9]+)?|\.[0-9]+)"
)
_FIGURE = re.compile(rf"(-|minus\s+|negative\s+|\+)?\s*({_NUMBER})(?![0-9])", re.IGNORECASE)
_GREATEST = 99  # power of ten; larger ones are nothing that a course asks for
_POWER_ALONE = re.compile(r"\^([+-]?[0-9]{1,3})(?![0-9])")
_POWER = re.compile(r"\s*[x×*·]\s*10\s*\^?\s*([+-]?[0-9]{1,3})(?![0-9])|e([+-]?[0-9]{1,3})(?![0-9a-z])", re.IGNORECASE)
_FRACTION = re.compile(r"(-|minus\s+)?(?:([0-9]+)(?:\s+|-|\s+and\s+))?([0-9]+)(?:\s*/\s*|\s+over\s+)([0-9]+)(?![0-9])")
_PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
          "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10, "fourth": 4, "fourths": 4,
          "seventh": 7, "sevenths": 7, "ninth": 9, "ninths": 9, "hundredth": 100, "hundredths": 100,
          "thousandth": 1000, "thousandths": 1000, "millionth": 1_000_000, "millionths": 1_000_000}  # fmt: skip
_APPROXIMATE = re.compile(
    r"(?:about|around|roughly|approximately|approx|circa|ca|some|nearly|almost|close to|an? total of|an estimated"
    r"|exactly|just|only|precisely|the)\b\.?\s*|[~≈=]\s*",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"(?P<more>more than|over|at least|greater than|above|upwards of|>=?|≥)\s*|"
    r"(?P<less>less than|fewer than|under|at most|up to|below|<=?|≤)\s*",
    re.IGNORECASE,
)
_UNKNOWN_UNIT = re.compile(r"(?!(?:st|nd|rd|th)$)(?:[A-Z]+|[^aeiouyAEIOUY]+)|[A-Z].*")
_PEOPLE = {"people", "person", "inhabitant", "resident", "citizen", "human"}
_TO = re.compile(r"\s*(?:-|to|and|or)\s*", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:\s+(?:or so|or more|in total|altogether|exactly|approximately|each|long|wide|high|deep|tall|away|old|[pP]H))+$"
)
_FEET = re.compile(r"^\s*([0-9]{1,3})\s?['’′](?:\s?([0-9]{1,2})\s?(?:[\"”″]|''))?\s*$")
_ONE = re.compile(r"an?\s+", re.IGNORECASE)
_TIMES = {"once": "1 time", "twice": "2 times", "thrice": "3 times"}
# What stands before a number without being counted: "x = 3", "magnitude 6.4".
_LABEL = re.compile(
    r"(?:([a-z][a-z0-9]?)\s*=\s*|(?:a\s+)?(?:magnitude|ph|level|score|number|age|aged|value|temperature)\s+(?:of\s+)?)"
    r"(?=[-+0-9.])",
    re.IGNORECASE,
)
_RATIO = re.compile(r"[0-9.]+(?:(?:\s?[:/-]\s?|\s+to\s+)[0-9.]+){1,3}")
_LASTING = re.compile(r"([0-9]{1,3}):([0-9]{2})(?::([0-9]{2}))?")
_HOURS = re.compile(r"([0-9]+)\s?h\s?([0-9]{2})(?:\s?min)?")
_MONEY = ((("$", 1),), (("€", 1),), (("£", 1),))
_SECOND, _PERCENT = (("T", 1),), (("percent", 1),)
_NOUN = re.compile(r"[^\W\d_][\w'’-]*(?:\s+[^\W\d_][\w'’-]*){0,5}")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or range with what it counts: a ``unit``, a ``noun``, or neither. ``bound`` is "more", "less" or ""."""

    low: float
    high: float
    digits: int  # significant digits as written
    unit: Unit | None = None
    noun: str = ""
    bound: str = ""
    name: str = ""  # the letter that it is the value of, as in "x = 3"


def grade(given: str, expected: str) -> Verdict | None:
    """Grade by value; None if one of the two is no amount."""
    if _is_ratio(expected) and _RATIO.fullmatch(given.strip()):
        return Verdict.RIGHT if _parts(given) == _parts(expected) else Verdict.WRONG
    wanted, typed = amounts(expected), amounts(given)
    if any(amount.unit and amount.unit.dimension == _SECOND for amount in wanted):
        typed = (*typed, *_lasting(given))
    if not wanted or not typed:
        return None
    pairs = [(one, other) for one in typed for other in wanted]
    # Where both can be measures of one sort they are: "1,000 m" are no millions beside "1,000 mm".
    alike = [pair for pair in pairs if pair[0].unit and pair[1].unit and _dimension(pair[0]) == _dimension(pair[1])]
    verdicts = [_compare(one, other) for one, other in alike or pairs]
    return max(verdicts, key=lambda verdict: verdict.rank)


def _dimension(amount: Amount) -> Dimension:
    return amount.unit.dimension if amount.unit else ()


def _is_ratio(text: str) -> bool:
    """Tell whether a text is a ratio such as 2:1, and no time of day."""
    return ":" in text and bool(_RATIO.fullmatch(text.strip())) and not _LASTING.fullmatch(text.strip())


def _parts(ratio: str) -> list[str]:
    return re.findall(r"[0-9]+(?:\.[0-9]+)?", ratio)


def _lasting(text: str) -> Iterator[Amount]:
    """Yield the durations that 1:30 can mean: minutes and seconds, or hours and minutes."""
    match = _LASTING.fullmatch(_HOURS.sub(r"\1:\2", text.strip()))
    if not match:
        return
    first, second, third = (int(part or 0) for part in match.groups())
    for scale in (60,) if match[3] else (60, 1):
        seconds = float((first * 60 + second) * scale + third)
        yield Amount(seconds, seconds, 15, Unit(_SECOND))


@lru_cache(maxsize=1024)
def amounts(text: str) -> tuple[Amount, ...]:
    """Return every amount that the whole of ``text`` can mean; empty if it is something else."""
    text = _FEET.sub(lambda match: f"{match[1]} ft {match[2] or 0} in", re.sub(r"\s+", " ", words.plain(text)))
    text = re.sub(r"^\.(?![0-9])", "", text.strip(" !?;:\"'()")).rstrip(" .!?;:\"'()")
    text = re.sub(r"^(?:once|twice|thrice)\b", lambda match: _TIMES[match[0].casefold()], text, flags=re.IGNORECASE)
    text = re.sub(r"^([^\W_]+)-?fold$", r"\1 times", text, flags=re.IGNORECASE)
    text = re.sub(r"\s*\(?(?:approximately|approx\.?|about)\)?$", "", text)
    bound = ""
    while text:
        limit, vague = _BOUND.match(text), _APPROXIMATE.match(text)
        if limit and not bound:
            bound, text = limit.lastgroup or "", text[limit.end() :]
        elif vague:
            text = text[vague.end() :]
        else:
            break
    label = _LABEL.match(text)
    name, text = (label[1] or "", text[label.end() :]) if label else ("", text)
    between = re.match(r"(?:between|from)\s+", text, re.IGNORECASE)
    text = text[between.end() :] if between else text
    found = [replace(amount, bound=bound, name=name.casefold()) for amount in _whole(_TAIL.sub("", text))]
    return tuple(amount for amount in found if math.isfinite(amount.low) and math.isfinite(amount.high))


def _whole(text: str) -> Iterator[Amount]:
    sign = _CURRENCY.match(text) or re.match(r"-()(?=[$€£¥])", text)
    negative = bool(sign and not sign[1])
    if negative:
        text, sign = text[1:], _CURRENCY.match(text[1:])
    currency = next(iter(units(sign[1].upper())), None) if sign else None
    text = text[sign.end() :] if sign else text
    figure = _read(text)
    if not figure:
        return
    value, digits, end = figure
    value = -value if negative else value
    for scale, rest in _scales(text[end:]):
        yield from _range(value * scale, scale, digits, rest, currency)


def _range(low: float, scale: float, digits: int, rest: str, currency: Unit | None) -> Iterator[Amount]:
    """Yield the amount that ``rest`` completes: a unit, a noun, a further part, or the upper end of a range."""
    joint = _TO.match(rest)
    second = rest[joint.end() :] if joint and joint.end() else ""
    second = second[len(match[0]) :] if currency and (match := _CURRENCY.match(second)) else second
    upper = _read(second) if second else None
    if upper and not second.startswith("-"):
        for factor, tail in _scales(second[upper[2] :]):
            start = low * factor if scale == 1 and factor > 1 else low
            for amount in _counted(start, start, digits, tail, currency):
                yield replace(amount, high=upper[0] * factor)
        return
    yield from _counted(low, low, digits, rest, currency)


def _counted(low: float, high: float, digits: int, rest: str, currency: Unit | None) -> Iterator[Amount]:
    rest = rest.strip(" -")
    if not rest or currency:
        rest = rest.removeprefix("/")
        if not rest or units(rest) >= frozenset({currency}) or _NOUN.fullmatch(rest):
            yield Amount(low, high, digits, currency)
        return
    measured = [(unit, 0.0 if not extra else _further(extra, unit)) for unit, extra in _measured(rest)]
    for unit, further in measured:
        if further is not None:
            yield Amount(low + further, high + further, digits + (3 if further else 0), unit)
    if all(further is None for _, further in measured) and _NOUN.fullmatch(rest):
        yield Amount(low, high, digits, None, re.sub(r"^of ", "", rest))


def _measured(rest: str) -> Iterator[tuple[Unit, str]]:
    """Yield the units that ``rest`` can begin with and what follows, the longest only."""
    parts = rest.split(" ")
    for count in range(len(parts), 0, -1):
        found = units(" ".join(parts[:count]))
        if found:
            yield from ((unit, " ".join(parts[count:])) for unit in found)
            return


def _further(extra: str, unit: Unit) -> float | None:
    """Return what a second part adds in ``unit``, as in 5 ft 10 in; 0 for plain words, None for anything else."""
    if re.fullmatch("[0-9]{2}", extra) and unit.dimension in _MONEY:
        return int(extra) / 100
    part = _part(extra.casefold().split()[1:], 0) if extra.startswith("and ") else None
    if part and part[1] == len(extra.split()) - 1:
        return part[0]
    if _NOUN.fullmatch(extra) and not spelled(extra.split()):
        return 0.0
    added = [a for a in amounts(re.sub(r"^and ", "", extra)) if a.unit and a.unit.dimension == unit.dimension]
    smaller = [a for a in added if a.unit and a.unit.factor < unit.factor]
    return smaller[0].low * smaller[0].unit.factor / unit.factor if smaller and smaller[0].unit else None


def _read(text: str) -> tuple[float, int, int] | None:
    """Read a number at the start of ``text``: its value, its significant digits and where it ends."""
    fraction = _FRACTION.match(text)
    if fraction and int(fraction[4][:9]):
        value = int((fraction[2] or "0")[:15]) + int(fraction[3][:15]) / int(fraction[4][:9])
        return (-value if fraction[1] else value), 15, fraction.end()
    figure = _FIGURE.match(text)
    if figure:
        return _figure(text, figure)
    return _in_words(text)


def _figure(text: str, figure: re.Match[str]) -> tuple[float, int, int]:
    written = _point(figure[2])
    value = float(written)
    power = _POWER.match(text, figure.end())
    if power:
        value *= 10.0 ** max(-_GREATEST, min(_GREATEST, int(power[1] or power[2])))
    alone = None if power else _POWER_ALONE.match(text, figure.end())
    if alone and 1 <= value <= 10:
        value, power = value ** max(-_GREATEST, min(_GREATEST, int(alone[1]))), alone
    digits = written.replace(".", "").lstrip("0")
    significant = len(digits if "." in written else digits.rstrip("0"))
    negative = (figure[1] or "").strip().casefold() in ("-", "minus", "negative")
    return (-value if negative else value), significant or 1, power.end() if power else figure.end()


def _point(written: str) -> str:
    """Return a figure without separators of thousands and with a decimal point."""
    written = re.sub("[ ']", "", written)
    if written.count(".") > 1:
        return written.replace(".", "")
    if "." in written or written.count(",") > 1 or re.fullmatch(r"[1-9][0-9]{0,2},[0-9]{3}", written):
        return written.replace(",", "")
    return written.replace(",", ".")


def _in_words(text: str) -> tuple[float, int, int] | None:
    found = [(match.group().casefold(), match.end()) for match in re.finditer(r"[^\W\d_]+", text)]
    tokens = [word for word, _ in found[:12]]
    if not tokens or not text[0].isalpha():
        return None
    article = _ONE.match(text)
    if article and any(not further or further == "and a half" for _, further in _measured(text[article.end() :])):
        return 1.0, 15, article.end()
    skipped = 1 if tokens[0] in ("minus", "negative") else 0
    part = _part(tokens, skipped)
    number = spelled(tokens, skipped)
    if part and (not number or part[1] >= number.end):
        value, end = part
    elif number and not number.ordinal:
        value, end = _mixed(tokens, float(number.value), number.end)
    else:
        return None
    return (-value if skipped else value), 15, found[end - 1][1]


def _part(tokens: list[str], start: int) -> tuple[float, int] | None:
    """Read a fraction in words: half, a third, two thirds, three quarters (with "of" and "a" after it)."""
    first = tokens[start] if start < len(tokens) else ""
    count = 1 if first in ("a", "an") else CARDINALS.get(first)
    after = start + (count is not None)
    name = tokens[after] if after < len(tokens) else ""
    if name not in _PARTS or (count is None and name not in ("half", "quarter")):
        return None
    end = after + 1
    if tokens[end : end + 1] == ["of"] and tokens[end + 1 : end + 2] != ["a"]:
        return (count or 1) / _PARTS[name], end
    end += tokens[end : end + 1] == ["of"]
    end += tokens[end : end + 1] in (["a"], ["an"])
    return (count or 1) / _PARTS[name], end


def _mixed(tokens: list[str], value: float, end: int) -> tuple[float, int]:
    """Add the fraction of "two and a half" and "three point one four"."""
    if tokens[end : end + 1] == ["and"]:
        part = _part(tokens, end + 1)
        if part:
            return value + part[0], part[1]
    if tokens[end : end + 1] == ["point"]:
        decimals = ""
        position = end + 1
        while position < len(tokens) and 0 <= CARDINALS.get(tokens[position], -1) < 10:
            decimals += str(CARDINALS[tokens[position]])
            position += 1
        return (value + float(f"0.{decimals}"), position) if decimals else (value, end)
    return value, end


def _scales(rest: str) -> Iterator[tuple[float, str]]:
    """Yield the powers of ten that a word or letter after the number can mean, with what follows it."""
    match = re.match(r"[\s-]?([a-z]+)(?![a-z/^])\.?", rest, re.IGNORECASE)
    word = match[1].casefold() if match else ""
    after = rest[match.end() :] if match else rest
    scale = _LONG_SCALES.get(word) or _LONG_SCALES.get(word.removesuffix("s"))
    if match and scale:
        yield from ((scale * more, tail) for more, tail in _scales(after))
        return
    yield 1.0, rest
    if match and word in _SHORT_SCALES:
        yield _SHORT_SCALES[word], after


def _compare(given: Amount, expected: Amount) -> Verdict:
    if {given.bound, expected.bound} == {"more", "less"} or len({given.name, expected.name} - {""}) > 1:
        return Verdict.WRONG
    if given.bound != expected.bound and (given.bound or abs(expected.low) < 1 or _is_share(expected)):
        # "About half" is not "more than half", though 300 will do for "more than 300".
        return min(_compare(replace(given, bound=expected.bound), expected), Verdict.CLOSE, key=lambda v: v.rank)
    if given.unit and expected.unit:
        return _measures(given, expected)
    value = _value(given, expected)
    if expected.unit:
        return _unit_missing(given, expected, value)
    if given.unit:
        part = given.unit.dimension == _PERCENT and _equal(given.low / 100, expected.low) and given.low == given.high
        return Verdict.WRONG if expected.noun else Verdict.RIGHT if part else value
    if _UNKNOWN_UNIT.fullmatch(expected.noun) and not given.noun:
        return min(value, Verdict.CLOSE, key=lambda v: v.rank)
    if given.noun and expected.noun and not _same_noun(given.noun, expected.noun):
        return min(value, Verdict.CLOSE, key=lambda v: v.rank)
    return value


def _is_share(amount: Amount) -> bool:
    return bool(amount.unit and amount.unit.dimension == _PERCENT)


def _unit_missing(given: Amount, expected: Amount, value: Verdict) -> Verdict:
    """A bare number answers "what percentage"; for other units it is nearly right."""
    if given.noun:
        return Verdict.WRONG
    if expected.unit and expected.unit.dimension == _PERCENT:
        part = _equal(given.low * 100, expected.low) and given.low == given.high
        return Verdict.RIGHT if part else value
    return min(value, Verdict.CLOSE, key=lambda v: v.rank)


def _measures(given: Amount, expected: Amount) -> Verdict:
    assert given.unit and expected.unit
    if given.unit == expected.unit:
        return _value(given, expected)
    if given.unit.dimension != expected.unit.dimension:
        # "100 degrees" for 100 °C leaves the scale out, which is a part of the unit missing.
        vague = given.unit.dimension == (("angle", 1),) and expected.unit.dimension == (("K", 1),)
        return min(_value(given, expected), Verdict.CLOSE if vague else Verdict.WRONG, key=lambda v: v.rank)
    pairs = [(_base(given.low, given.unit), _base(expected.low, expected.unit))]
    pairs.append((_base(given.high, given.unit), _base(expected.high, expected.unit)))
    if given.unit.offset or expected.unit.offset:
        worst = max(abs(a - b) for a, b in pairs)
        return Verdict.RIGHT if worst <= 0.5 else Verdict.CLOSE if worst <= 1.5 else Verdict.WRONG
    off = max(abs(a - b) / (abs(b) or 1.0) for a, b in pairs)
    return Verdict.RIGHT if off <= 0.005 else Verdict.CLOSE if off <= 0.05 else Verdict.WRONG


def _base(value: float, unit: Unit) -> float:
    return value * unit.factor + unit.offset


def _value(given: Amount, expected: Amount) -> Verdict:
    """Right if equal, close if one is the other rounded or lies in the expected range."""
    if _equal(given.low, expected.low) and _equal(given.high, expected.high):
        return Verdict.RIGHT
    if expected.low < expected.high:
        return Verdict.CLOSE if expected.low <= given.low <= given.high <= expected.high else Verdict.WRONG
    digits = min(given.digits, expected.digits)
    rounded = digits >= 2 and _equal(_round(given.low, digits), _round(expected.low, digits))
    return Verdict.CLOSE if rounded and given.digits != expected.digits and given.low == given.high else Verdict.WRONG


def _equal(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=1e-13)


def _round(value: float, digits: int) -> float:
    return float(f"{value:.{digits - 1}e}")


def _same_noun(one: str, other: str) -> bool:
    """Compare what is counted by its head, the last word before any "of", plural or not."""
    heads = [words.tokens(noun.split(" of ")[0])[-1:] for noun in (one, other)]
    singles = [head[0].removesuffix("s") if head else "" for head in heads]
    return singles[0] == singles[1] or set(singles) <= _PEOPLE
