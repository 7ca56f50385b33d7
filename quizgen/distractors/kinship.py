"""Which texts share their subject: the words that make it up, and how much two texts have of them in common."""

import math
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from quizgen import lists
from quizgen.words import words

KINDRED = 0.14  # unrelated texts of a page or a chapter stay below 0.12, chapters of one course reach 0.15 to 0.4

_WORD = re.compile(r"[a-z]{4,}")


def subject(text: str) -> dict[str, float]:
    """Return the words that a text is about with their weight; the squares of the weights add up to 1."""
    counts = Counter(word.removesuffix("s") for word in _WORD.findall(text.casefold()))
    said = {word: math.log2(count + 1) for word, count in counts.items() if not _is_general(word)}
    length = math.sqrt(math.fsum(weight * weight for weight in said.values()))
    return {word: weight / length for word, weight in said.items()}


def shared(mine: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return how much two subjects have in common, from 0 to 1: a matter of the two texts alone."""
    small, large = sorted((mine, other), key=len)
    return math.fsum(weight * large[word] for word, weight in small.items() if word in large)


def _is_general(word: str) -> bool:
    return not _general().isdisjoint((word, f"{word}s", f"{word}d", word.removesuffix("ed")))


@cache
def _general() -> frozenset[str]:
    return words("general") | words("english") | words("given_names") | lists.words("function")
