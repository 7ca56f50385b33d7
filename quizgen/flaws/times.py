"""When a question holds: vague times, and dates that are cut or lack their year."""

import re

from quizgen.flaws.code import ERROR, WARNING, Check, in_prompt
from quizgen.model import PhraseType, Question, QuestionKind

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)"
)
_YEAR = r"\b(?:1\d{3}|20\d\d)\b"


_UNIT = r"(?:years?|months?|weeks?|weekend|decades?|century|spring|summer|autumn|fall|winter|night)"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
VAGUE_TIME = re.compile(
    r"\b(?:[Rr]ecently|[Cc]urrently|[Nn]owadays|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Ll]ately|[Ss]oon)\b"
    r"|\b(?<!what is )(?<!who is )(?<!which is )(?<!are )(?<!is )(?<!until )[Nn]ow\b(?!-"
    r"| (?:known|called|named|part|extinct))"
    r"|(?<![Ww]hat )(?<!who )(?<!which )\bis now\b(?! (?:known|called|named|part|a|an|the|extinct|in)\b)"
    rf"|(?<![Tt]he )(?<!his )(?<!her )(?<!its )(?<!their )\b(?:[Ll]ast|[Nn]ext|[Tt]his) (?:{_UNIT}|{_DAY}"
    rf"|{_MONTH})\b(?! of\b)"
    r"|\b[Tt]he (?:first|second|third|next|same|previous|following)"
    r" (?:day|night|morning|afternoon|evening|week|month)\b(?! (?:of|in)\b|, )|\bnext\?$"
    r"|\b(?:earlier|later) (?:this|today)\b|\bin recent (?:years|months|weeks|decades|times|days)\b|\b[Tt]hese days\b"
    r"|\b(?:[Aa]t present|at the moment|[Ss]o far|to date|[Uu]p to now|until now|as of now)\b"
    r"|\b(?:in|over|during|for) the (?:past|last|next|coming) (?:\w+ )?(?:year|month|week|decade|day)s?\b(?! of\b)"
    r"|(?<!illion )(?<!thousand )(?<!,000 )\b(?:days?|weeks?|months?|years?|decades?|hours?) ago\b"
)
_TODAY = re.compile(r"\b[Tt]oday\b")


def _vague_time(question: Question) -> bool:
    texts = [question.prompt, question.answer] if question.kind is not QuestionKind.TRUEFALSE else [question.prompt]
    return any(VAGUE_TIME.search(text) for text in texts)


_SPLIT = re.compile(
    rf"{_MONTH} (?:\d{{1,2}},? )?_{{3,}}|_{{3,}},? {_YEAR}|_{{3,}} \d{{1,2}}(?:st|nd|rd|th)?,? {_YEAR}"
    rf"|_{{3,}} \d{{1,2}},"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? _{{3,}},? {_YEAR}|\b(?:[Ff]rom|[Bb]etween) {_YEAR} (?:to|and) _{{3,}}"
    rf"|\b(?:[Ff]rom|[Bb]etween) _{{3,}} (?:to|and) {_YEAR}"
)
_DATE_PART = re.compile(rf"^(?:{_MONTH}|\d{{1,4}}(?:st|nd|rd|th)?|\d{{1,2}},? \d{{4}}|{_MONTH} \d{{1,2}})$")
_BROKEN = re.compile(rf"^\d{{1,2}}(?:st|nd|rd|th)?(?:, \d{{4}})?$|^, ?\d{{4}}|^{_MONTH} \d{{1,2}},$")
_ON_MONTH = re.compile(rf"\bon {_MONTH}(?!\w)(?! (?:\d|_{{3,}}))")


def _half_date(question: Question) -> bool:
    if question.answer_type is PhraseType.DATE and _BROKEN.search(question.answer):
        return True
    if _SPLIT.search(question.prompt) and _DATE_PART.match(question.answer):
        return True
    return bool(_ON_MONTH.search(question.prompt) and not re.search(r"\bon (?:May|March|April)\b", question.prompt))


_MONTH_DAY = re.compile(rf"\b{_MONTH} \d{{1,2}}\b|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?!\w)")
_YEARLY = re.compile(
    r"\b(?:every|each|annual(?:ly)?|year|celebrat\w+|observed|holiday|birthday|month|solstice|equinox)\b"
)


def _without_year(question: Question) -> bool:
    if _YEARLY.search(question.prompt) or re.search(_YEAR, question.prompt + question.answer):
        return False
    lone = question.answer_type is PhraseType.DATE and re.fullmatch(rf"(?:early |mid-|late )?{_MONTH}", question.answer)
    return bool(lone or _MONTH_DAY.search(f"{question.prompt} | {question.answer}"))


CHECKS = (
    Check("vague-time", ERROR, "prompt or answer is true only near the day of the text", _vague_time),
    Check("today", WARNING, "today may be over", in_prompt(_TODAY)),
    Check("half-date", ERROR, "the blank or the answer splits a date", _half_date),
    Check("date-without-year", WARNING, "a day or a month stands without its year", _without_year),
)
