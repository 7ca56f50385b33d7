"""Which texts share their subject, going by the words that make it up; a matter of the two texts alone."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache

from quizgen import lists
from quizgen.words import words

KINDRED = 0.14  # unrelated texts of a page or a chapter stay below 0.12, chapters of one course reach 0.15 to 0.4

_WORD = re.compile(r"[a-z]{4,}")


class Subjects:
    """What texts are about, by their keys; `kin` compares one with all others."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        self._said = {key: subject(text) for key, text in texts}
        self._keys: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for key, said in self._said.items():
            for word, weight in said.items():
                self._keys[word].append((key, weight))

    def kin(self, key: str, most: int) -> list[str]:
        """Return the keys of up to ``most`` texts that share the subject of the one with this key, nearest first."""
        shares: dict[str, float] = defaultdict(float)
        for word, weight in self._said.get(key, {}).items():
            for other, its in self._keys[word]:
                shares[other] += weight * its
        near = sorted((-share, other) for other, share in shares.items() if share >= KINDRED and other != key)
        return [other for _, other in near[:most]]


def subject(text: str) -> dict[str, float]:
    """Return the words that a text is about with their weight; the squares of the weights add up to 1."""
    counts = Counter(word.removesuffix("s") for word in _WORD.findall(text.casefold()))
    said = {word: math.log2(count + 1) for word, count in counts.items() if not _is_general(word)}
    length = math.sqrt(math.fsum(weight * weight for weight in said.values()))
    return {word: weight / length for word, weight in said.items()}


def _is_general(word: str) -> bool:
    return not _general().isdisjoint((word, f"{word}s", f"{word}d", word.removesuffix("ed")))


@cache
def _general() -> frozenset[str]:
    return words("general") | words("english") | words("given_names") | lists.words("function")
