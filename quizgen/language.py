"""Whether a text is English: decided by the words that hold sentences together, so that a model is seldom asked."""

import re
import unicodedata
from functools import cache

from quizgen.words import words

_WINDOW = 4_000  # characters taken from the beginning, the middle and the end
_WORD = re.compile(r"[^\W\d_]+")
_FEW = 10  # words; a shorter text says too little to be refused for what it lacks
_SURE = 0.22  # share of English function words in plain English prose is .35 to .5, in lists of names about .25
_FOREIGN = 0.1
_ASKED = 40  # words
_MARGIN = 6.0  # log-likelihood a word by which another language must be ahead


def is_english(text: str) -> bool:
    """Say whether the text is English, from a sample of its words; without any letters it is not refused."""
    found = _WORD.findall(_sample(text))
    if not found:
        return True
    if not _latin(found):
        return False
    lower = [word.casefold() for word in found]
    english, foreign = _share(lower, "english"), _share(lower, "foreign")
    if len(lower) < _FEW:
        return english >= foreign
    if english >= _SURE and english > 2 * foreign:
        return True
    if foreign >= _FOREIGN and foreign > 2 * english:
        return False
    return _ask(found)


def _sample(text: str) -> str:
    if len(text) <= 3 * _WINDOW:
        return text
    middle = len(text) // 2
    return " ".join((text[:_WINDOW], text[middle : middle + _WINDOW], text[-_WINDOW:]))


def _latin(found: list[str]) -> bool:
    """Most letters are Latin; a character without a space, as in Chinese, counts as a letter like any other."""
    letters = [letter for word in found for letter in word]
    foreign = sum(1 for letter in letters if letter > "\u024f" and not _is_latin(letter))
    return foreign * 2 < len(letters)


@cache
def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")


def _share(lower: list[str], name: str) -> float:
    listed = words(name)
    return sum(1 for word in lower if word in listed) / len(lower)


def _ask(found: list[str]) -> bool:
    """Ask the classifier; it refuses a text only when another language fits every word much better."""
    from py3langid import rank  # 0.8 s with its model, for doubtful texts only

    some = list(dict.fromkeys(found))[:_ASKED]  # the score does not grow with repeated words, nor in long texts
    scores: dict[str, float] = dict(rank(" ".join(some)))  # log-likelihood by language
    return max(scores.values()) - scores["en"] < _MARGIN * len(some)
