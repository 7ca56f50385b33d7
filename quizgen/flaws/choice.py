"""Flaws of the options: wrong keys, and hints that tell the key without knowing the answer."""

import re
from itertools import pairwise

from quizgen import ids, lists
from quizgen.distractors import likeness, moments, numbers
from quizgen.flaws.answer import stem_lists_options, vowel
from quizgen.flaws.code import ERROR, INFO, WARNING, Check
from quizgen.flaws.words import BLANK, content, is_choice, keys, split, wrong
from quizgen.model import PhraseType, Question, QuestionKind


def _texts(question: Question) -> list[str]:
    return [option.text for option in question.options]


def _no_key(question: Question) -> bool:
    return is_choice(question) and not keys(question)


def _many_keys(question: Question) -> bool:
    return len(keys(question)) > 1


def _other_key(question: Question) -> bool:
    """Tell whether the marked option is not the answer."""
    return len(keys(question)) == 1 and not any(_equal(keys(question)[0], each) for each in _right(question))


def _right(question: Question) -> list[str]:
    return [question.answer, *question.accept]


def _equal(one: str, other: str) -> bool:
    return ids.normal(one) == ids.normal(other) or lists.canonical(one) == lists.canonical(other)


def _duplicates(question: Question) -> bool:
    names = [lists.canonical(text) for text in _texts(question)]
    return len(set(names)) < len(names)


def _also_right(question: Question) -> bool:
    return any(_equal(text, right) for text in wrong(question) for right in _right(question))


def _few(question: Question) -> bool:
    return question.kind is QuestionKind.CHOICE and len(question.options) < 3


def _key_longest(question: Question) -> bool:
    return any(likeness.gives_away(key, wrong(question)) for key in keys(question))


_ALL = re.compile(r"^(?:all|both|each|any) of (?:the above|these|them)\b|^all the above\b", re.I)
_NONE = re.compile(r"^(?:none|neither) of (?:the above|these|them)\b", re.I)
_BOTH = re.compile(r"^both (?:[A-E]|[a-e]\)|\d) and |^both \S.* and \S", re.I)
_ABSOLUTE = re.compile(r"\b(?:always|never|only|all|none|every|completely|impossible|entirely)\b", re.I)
_FREQUENCY = re.compile(r"\b(?:often|usually|sometimes|frequently|seldom|rarely|occasionally|generally)\b", re.I)


def _any(question: Question, pattern: re.Pattern[str]) -> bool:
    return any(pattern.search(text) for text in _texts(question))


def _absolutes(question: Question) -> bool:
    if not wrong(question) or any(_ABSOLUTE.search(key) for key in keys(question)):
        return False
    return sum(bool(_ABSOLUTE.search(text)) for text in wrong(question)) * 2 > len(wrong(question))


_BEFORE_BLANK = re.compile(r"\b(?P<article>an?) (?:_{3,}|\?|$)", re.I)


def _article_hint(question: Question) -> bool:
    match = _BEFORE_BLANK.search(question.prompt)
    if not match or not question.options:
        return False
    sounds = {vowel(text) for text in _texts(question) if text} - {None}
    return len(sounds) > 1


def _number_hint(question: Question) -> bool:
    """Tell whether singular and plural options stand together, and the key is the odd one out."""
    plurals = [bool(re.search(r"[^su]s$", text)) and text[0].islower() for text in wrong(question)]
    mine = [bool(re.search(r"[^su]s$", text)) and text[0].islower() for text in keys(question)]
    return (
        len(plurals) > 1
        and len(mine) == 1
        and len(set(plurals)) == 1
        and mine[0] != plurals[0]
        and _all_small(question)
    )


def _all_small(question: Question) -> bool:
    return all(text[:1].islower() for text in _texts(question))


def _echo(question: Question) -> bool:
    """Tell whether only the key repeats a word of the prompt."""
    stem = {word for word in content(BLANK.sub(" ", question.prompt)) if len(word) > 4}
    echoed = [stem & content(key) for key in keys(question)]
    listed = stem_lists_options(question)
    return bool(wrong(question)) and not listed and any(words - _union(question) for words in echoed)


def _union(question: Question) -> frozenset[str]:
    return frozenset().union(*(content(text) for text in wrong(question)))


_IN_DATES = re.compile(
    r"<[^>]*>|\b(?:the|early|mid|late|end|of|on|in|to|and|from|between|spring|summer|autumn|fall|winter|centur(?:y|ies)|bce?"
    r"|ce|ad|night|morning|afternoon|evening|around|about)\b|(?<=>)s\b|[\W_]"
)
_CALENDAR = re.compile(r"<(?:month|year|decade|century|era)")


def _sort(text: str) -> str:
    """Return date, number or words."""
    shape = moments.shape(text)
    if _CALENDAR.search(shape) and not _IN_DATES.sub("", shape):
        return "date"
    return "number" if re.match(r"(?:[^\w]*\d|(?:about|around|over|some|nearly) \d)", text) else "words"


def _mixed(question: Question) -> bool:
    return len({_sort(text) for text in _texts(question)}) > 1


def _odd_capital(question: Question) -> bool:
    """Tell whether the key alone begins with a capital, or alone with a small letter."""
    mine = {text[:1].isupper() for text in keys(question)}
    others = {text[:1].isupper() for text in wrong(question)}
    return len(mine) == len(others) == 1 and mine != others and all(text[:1].isalpha() for text in _texts(question))


def _unordered(question: Question) -> bool:
    values = _values(question)
    if len(values) < 3 or len(values) < len(question.options):
        return False
    rising, falling = (all(sign * a <= sign * b for a, b in pairwise(values)) for sign in (1, -1))
    return not (rising or falling)


def _values(question: Question) -> list[float]:
    texts = _texts(question)
    sorts = {_sort(text) for text in texts}
    if sorts == {"date"} and len({moments.shape(text) for text in texts}) == 1:
        return [moments.order(text) for text in texts]
    if sorts == {"number"} and all(len(numbers.numerals_of(text)) == 1 for text in texts):
        tails = {re.sub(r"[\d.,]+", "#", text) for text in texts}
        return [numbers.value_of(text) for text in texts] if len(tails) == 1 else []
    return []


def _overlapping(question: Question) -> bool:
    spans = [tuple(float(each.value) for each in numbers.numerals_of(text)) for text in _texts(question)]
    if (
        len(spans) < 2
        or any(len(span) != 2 or span[0] >= span[1] for span in spans)
        or question.answer_type is PhraseType.DATE
    ):
        return False
    ordered = sorted(spans)
    return any(a[1] > b[0] for a, b in pairwise(ordered))


def _shared_words(question: Question) -> bool:
    openings = [split(text.casefold())[:2] for text in _texts(question)]
    return (
        len(openings) > 2
        and len(set(openings)) == 1
        and len(openings[0]) == 2
        and _sort(_texts(question)[0]) == "words"
    )


CHECKS = (
    Check("no-key", ERROR, "no option is marked as right", _no_key),
    Check("many-keys", ERROR, "more than one option is marked as right", _many_keys),
    Check("other-key", ERROR, "the option marked as right is not the answer", _other_key),
    Check("duplicate-options", ERROR, "two options say the same", _duplicates),
    Check("distractor-correct", ERROR, "a wrong option equals an accepted answer", _also_right),
    Check("few-options", WARNING, "there are fewer than three options", _few),
    Check("key-longest", WARNING, "the key is much longer than the other options", _key_longest),
    Check("all-of-the-above", WARNING, "an option is all of the above", lambda q: _any(q, _ALL)),
    Check("none-of-the-above", WARNING, "an option is none of the above", lambda q: _any(q, _NONE)),
    Check("both-and", WARNING, "an option joins two others", lambda q: _any(q, _BOTH)),
    Check("absolute-distractors", WARNING, "only wrong options say always, never or all", _absolutes),
    Check("vague-frequency", WARNING, "an option says often, usually or sometimes", lambda q: _any(q, _FREQUENCY)),
    Check("article-hint", WARNING, "the article before the blank fits only some options", _article_hint),
    Check("number-hint", WARNING, "singular or plural tells the key", _number_hint),
    Check("stem-word-in-key", WARNING, "only the key repeats a word of the prompt", _echo),
    Check("mixed-types", WARNING, "dates, numbers and words stand among the options", _mixed),
    Check("odd-capital", WARNING, "a capital letter tells the key", _odd_capital),
    Check("unordered-numbers", WARNING, "numbers or dates do not stand in order", _unordered),
    Check("overlapping-ranges", WARNING, "two options are ranges that overlap", _overlapping),
    Check("shared-words", INFO, "all options begin with the same words", _shared_words),
)
