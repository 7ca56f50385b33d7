"""The words of stems and answers that carry content, in a form in which they can be compared."""

import re
from functools import lru_cache

from quizgen import ids, lists
from quizgen.model import Question, QuestionKind

BLANK = re.compile(r"_{3,}")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’][^\W_]+)*")
# "may" is no May and "us" is no US: these count only with their capitals
_CASED = frozenset({"may", "march", "us", "who", "will", "august", "it"})
_ODD = {
    "wolves": "wolf", "halves": "half", "calves": "calf", "shelves": "shelf", "loaves": "loaf", "knives": "knife",
    "mice": "mouse", "geese": "goose", "teeth": "tooth", "children": "child", "women": "woman",
}  # fmt: skip
_ODD_END = re.compile(rf"(?:{'|'.join(_ODD)})$")
ASKING = frozenset({QuestionKind.SHORT, QuestionKind.CHOICE, QuestionKind.NUMERIC})


@lru_cache(maxsize=256)
def split(text: str) -> tuple[str, ...]:
    """Return the words and numbers of a text as they are written."""
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=1 << 13)
def stem_of(word: str) -> str:
    """Return a word in lower case without possessive and plural ending; a people becomes its country."""
    plain = re.sub(r"['’]s?$", "", ids.normal(word))
    country = lists.nations().get(plain) or (lists.canonical(word) if word.isupper() else "")
    if country:
        return country
    odd = _ODD_END.search(plain)
    if odd:  # aardwolves, the mice
        return plain[: odd.start()] + _ODD[odd[0]]
    if len(plain) > 3 and plain.endswith("ies"):
        return f"{plain[:-3]}y"
    return plain[:-1] if len(plain) > 3 and plain.endswith("s") and not plain.endswith(("ss", "us", "is")) else plain


@lru_cache(maxsize=256)
def content(text: str) -> frozenset[str]:
    """Return the stems of the words that are not function words."""
    function = lists.words("function")
    kept = [word for word in split(text) if _counts(word, function)]
    return frozenset(part for word in kept for part in stem_of(word).split())


def _counts(word: str, function: frozenset[str]) -> bool:
    lower = re.sub(r"['’]s?$", "", word.casefold())
    if lower not in _CASED:
        return lower not in function
    return (word.isupper() and len(word) > 1) or word in ("May", "March", "August")


def is_choice(question: Question) -> bool:
    """Tell whether the question shows options."""
    return question.kind is QuestionKind.CHOICE or bool(question.options)


def wrong(question: Question) -> list[str]:
    """Return the texts of the wrong options."""
    return [option.text for option in question.options if not option.correct]


def keys(question: Question) -> list[str]:
    """Return the texts of the right options."""
    return [option.text for option in question.options if option.correct]
