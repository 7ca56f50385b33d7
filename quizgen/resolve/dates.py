"""Dates: where a sentence mentions them, and how to say them so that they stay true next year."""

import datetime as dt
import re
from dataclasses import dataclass, replace

from quizgen.model import Value
from quizgen.resolve import anchor
from quizgen.resolve.anchor import Absolute as Absolute
from quizgen.resolve.calendar import read, scan
from quizgen.resolve.moments import Expression

_RELATIVE = frozenset({"shift", "ago", "deictic", "weekday", "anaphoric", "vague"})
_PRESENT = frozenset({"now", "currently", "at present", "at the moment"})
_YEARLESS = frozenset({"day", "month"})
_DATED = frozenset({"day", "month", "year", "decade", "century"})
_GENITIVE = r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|\w+['’]s?)"
_LEAD = (
    r"(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Bb]efore|[Aa]fter|[Dd]uring|[Ff]rom|[Ff]or|[Tt]hrough|[Oo]f|[Cc]irca"
    r"|[Yy]ears?|[Bb]etween|[Aa]round|[Oo]n|spring|summer|autumn|fall|winter|[Aa]s (?:of|early as|late as)"
    r"|[Ii]n (?:about|around|roughly|or about))"
)
_AFTER_LEAD = re.compile(rf"(?:^|[^\w'’]){_LEAD} $")
_AFTER_GENITIVE = re.compile(rf"(?:^|\W){_GENITIVE} $")
_AFTER_NAME = re.compile(r"[A-Z][\w'’-]*,? $")
_AFTER_DATE_WORD = re.compile(
    r"(?:^|\W)(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Bb]efore|[Aa]fter|[Bb]y|[Ff]rom) $"
)
_COUNTED = re.compile(
    r"[ -](?!was|is|has|as|its|this|his|does|across|perhaps|thus|always|plus|versus)[a-z]+s\b|[ -]?[°%]"
)
_OPENING = re.compile(r"(?:In|Since|By|Before|After|Around) ")  # a sentence
_UNIT_NEXT = re.compile(r"[ -](?:km|kg|m|mi|cm|mm|g|t|ft|lb|mph|hours?|people|men|women|percent|million|billion)\b")
_VERB_NEXT = re.compile(r" (?:was|saw|is|marked|brought|became|had|witnessed|ended|began)\b")
_NOUN_NEXT = re.compile(r" [a-zA-Z]")
_NAME_NEXT = re.compile(r" [A-Z][a-z]")
_HOLIDAY = re.compile(r"(?:Good|Black|Bloody|Ash|Easter|Palm|Fat|Shrove|Maundy|Holy|Super|Giving|Cyber) $")
_DASH_GAP = re.compile(r" ?[–—-] ?$")
_WORD_GAP = re.compile(r" (?:to|through|until|till|up to) (?:the )?$")
_LIST_GAP = re.compile(r",? (?:and|or|&) $|, $")
_BETWEEN = re.compile(r"(?:^|\W)[Bb]etween $")
_FROM = re.compile(r"(?:^|\W)[Ff]rom $")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date expression without its preposition: ``sentence[start:end] == text``.

    ``relative`` ones say nothing without the day they speak from: last year, May, November 24, two years later.
    ``linking`` ones among them say how a story goes on from another date of the text. A range begins after "from" or
    "between".
    """

    start: int
    end: int
    text: str
    value: Value
    relative: bool = False
    linking: bool = False


@dataclass(slots=True)
class _Candidate:
    start: int
    end: int
    expression: Expression
    sure: bool


def find(text: str) -> list[DateMention]:
    """Return the date expressions of a sentence in their order, none within another."""
    candidates = [_Candidate(start, end, e, _stands(text, start, end, e)) for start, end, e in scan(text)]
    if not candidates:
        return []
    return [_mention(text, each) for each in _merged(text, candidates) if each.sure]


def absolute(text: str, reference: dt.date | None, *, future: bool = False) -> Absolute | None:
    """Return a date expression (without its preposition) so that it stays true next year, or None.

    ``reference`` is the day that the text speaks from; ``future`` tells that the sentence is about what is to come.
    None where the day cannot be told for sure: no reference, a vague or an ambiguous expression.
    """
    if text.casefold() in _PRESENT:
        return anchor.present(reference) if reference and not future else None
    expression = read(text) or _read_range(text)
    return anchor.fix(expression, text, reference, future=future) if expression else None


def _read_range(text: str) -> Expression | None:
    candidates = [_Candidate(start, end, e, True) for start, end, e in scan(text)]
    if len(candidates) != 2:
        return None
    ranges = _merged(f"between {text}", [_shifted(each, len("between ")) for each in candidates])
    whole = len(ranges) == 1 and (ranges[0].start, ranges[0].end) == (len("between "), len("between ") + len(text))
    return ranges[0].expression if whole else None


def _shifted(candidate: _Candidate, by: int) -> _Candidate:
    return _Candidate(candidate.start + by, candidate.end + by, candidate.expression, candidate.sure)


def _mention(text: str, candidate: _Candidate) -> DateMention:
    said, expression = text[candidate.start : candidate.end], candidate.expression
    clock = expression.kind == "time"
    value = Value(
        role="time",
        text=said,
        type="time" if clock else "date",
        iso=expression.iso,
        approximate=expression.approximate,
    )
    relative = expression.kind in _RELATIVE or (expression.kind in _YEARLESS and _yearless(expression))
    linking = expression.kind == "anaphoric"
    return DateMention(
        start=candidate.start, end=candidate.end, text=said, value=value, relative=relative, linking=linking
    )


def _yearless(expression: Expression) -> bool:
    return expression.year is None and (expression.end is None or expression.end.year is None)


# --- which of them are dates ----------------------------------------------------------------------------------------


def _stands(text: str, start: int, end: int, e: Expression) -> bool:
    """Tell whether the context lets the expression be a date."""
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    if e.kind == "year" and text[start:end].isdigit():
        return _year_stands(text, before, after, int(text[start:end]))
    if e.kind == "month" and e.year is None and not e.modifier:
        return _month_stands(text[start:end], before, after)
    if e.kind == "weekday":
        named = _NAME_NEXT.match(after) and not re.search(r"(?:^|\W)[Oo]n $", before)
        return not (named or _HOLIDAY.search(before))
    if e.kind in ("shift", "anaphoric"):
        return not re.search(r"(?:^|\W)(?:the|his|her|its|their|very) $", before) and not after.startswith(" of ")
    if e.kind == "time":
        return _clock_stands(text[start:end], before)
    return e.kind != "day" or not before.endswith(("Chapter ", "chapter ", "Section ", "page "))


def _year_stands(text: str, before: str, after: str, year: int) -> bool:
    if _OPENING.fullmatch(before) and not _UNIT_NEXT.match(after) and year % 100 != 0 and 1100 < year < 2050:
        return True  # "In 2017 scientists reported …"
    if _COUNTED.match(after) or _UNIT_NEXT.match(after):
        # "the 2008 elections", but "the 2000 soldiers"
        return bool(_AFTER_GENITIVE.search(before)) and year % 100 != 0 and 1800 < year < 2050
    if _AFTER_LEAD.search(before) or before.endswith(("pre-", "post-")):
        return True
    if before.endswith("(") and re.match(r"[)–—,;-]", after):
        return True
    if _AFTER_GENITIVE.search(before) and _NOUN_NEXT.match(after):
        return 1500 <= year < 2050
    return after.startswith(("'s ", "’s ")) or (not before and bool(_VERB_NEXT.match(after)))


_NAMES_TOO = frozenset({"May", "March", "April", "June", "August", "Jan", "Mar", "Jun", "Dec"})


def _month_stands(month: str, before: str, after: str) -> bool:
    if _AFTER_DATE_WORD.search(before):
        return not _NAME_NEXT.match(after) or before.rstrip().casefold().endswith(("in", "since", "until", "till"))
    named = _NAME_NEXT.match(after) or _AFTER_NAME.search(before)
    return not (named or month in _NAMES_TOO or month.isupper())


def _clock_stands(said: str, before: str) -> bool:
    if said[0].isdigit() and said.isascii() and re.fullmatch(r"[\d:]+", said):
        return bool(re.search(r"(?:^|\W)(?:[Aa]t|[Bb]y|[Uu]ntil|[Aa]fter|[Bb]efore|[Ff]rom|[Aa]round|[Tt]o) $", before))
    return not _AFTER_NAME.search(before) or not said[0].isupper()


# --- ranges and lists -----------------------------------------------------------------------------------------------


def _merged(text: str, candidates: list[_Candidate]) -> list[_Candidate]:
    """Return the candidates with "1969 to 1972" made one, and with the further years of a list made sure."""
    done = [candidates[0]]
    for each in candidates[1:]:
        last, gap = done[-1], text[done[-1].end : each.start]
        if len(gap) < 10 and _is_range(text, last, each, gap):
            done[-1] = _Candidate(last.start, each.end, _spanned(last.expression, each.expression), True)
            continue
        if last.sure and last.expression.kind == each.expression.kind == "year" and _LIST_GAP.fullmatch(gap):
            each.sure = not _COUNTED.match(text[each.end : each.end + 24])
        done.append(each)
    return done


def _is_range(text: str, first: _Candidate, last: _Candidate, gap: str) -> bool:
    a, b = first.expression, last.expression
    if a.end or b.end or a.kind not in ("year", "month", "day", "decade", "century", "season", "time", "weekday"):
        return False
    if a.kind != b.kind and {a.kind, b.kind} - _DATED:
        return False
    before = text[: first.start]
    told = first.sure or bool(_FROM.search(before) or _BETWEEN.search(before))
    if _DASH_GAP.fullmatch(gap):
        return _ordered(a, b)
    if _WORD_GAP.fullmatch(gap):
        return told and _ordered(a, b)
    return gap == " and " and bool(_BETWEEN.search(before)) and _ordered(a, b)


def _ordered(a: Expression, b: Expression) -> bool:
    return a.year is None or b.year is None or a.year <= b.year


def _spanned(first: Expression, last: Expression) -> Expression:
    """Return the range; "May to July 2020" lends its year to May."""
    whole = replace(first, end=last)
    if first.kind in _YEARLESS and first.year is None and last.year is not None and last.kind in _YEARLESS:
        turn = (last.month, last.day) < (first.month, first.day)
        whole = replace(whole, year=last.year - turn)
    return whole
