"""Words that lie a slip apart and mean different things."""

from functools import lru_cache

from quizgen.words import words

_ENDINGS = (("s", ""), ("es", ""), ("ed", ""), ("d", ""), ("ing", ""), ("ing", "e"))


def another(one: str, other: str) -> bool:
    """Tell whether two words are both words that people mean, and no forms of one word."""
    if one == other:
        return False
    first, second = _known(one), _known(other)
    return bool(first and second) and not first & second


@lru_cache(maxsize=1024)
def _known(word: str) -> frozenset[str]:
    """Return the listed words that a word can be a form of."""
    stems = (word[: -len(ending)] + rest for ending, rest in _ENDINGS if word.endswith(ending))
    return frozenset({word, *stems}) & words("lookalikes")
