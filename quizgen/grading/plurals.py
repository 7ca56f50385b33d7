"""Singular and plural of one noun, regular or not."""

from collections.abc import Sequence

from quizgen.grading.wordlist import listed, wordset

# These change their meaning with the number.
_APART = wordset(
    "news means goods customs arms glasses waters physics mathematics species series ammonia magnesia zirconia"
)
_IRREGULAR = {
    frozenset(listed(pair))
    for pair in "man men,woman women,child children,foot feet,tooth teeth,goose geese,mouse mice,louse lice,ox oxen,"
    "person people,die dice,genus genera,corpus corpora,penny pence,wife wives,"
    "life lives,knife knives,thief thieves".split(",")
}
_ENDINGS = [
    listed(pair)
    for pair in "um a,us i,on a,is es,a ae,ex ices,ix ices,f ves,fe ves,man men,eau eaux,ma mata,o oes".split(",")
]
_LEAST = 3  # letters of a stem


def irregular(one: str, other: str) -> bool:
    """Tell whether two words are the singular and the plural of a noun that does not simply take an s."""
    if {one, other} & _APART:
        return False
    pairs = ((one, other), (other, one))
    return frozenset((one, other)) in _IRREGULAR or any(
        a.endswith(single) and b.endswith(many) and len(a) - len(single) >= _LEAST
        and a[: len(a) - len(single)] == b[: len(b) - len(many)]
        for a, b in pairs
        for single, many in _ENDINGS
    )  # fmt: skip


def regular(one: str, other: str) -> bool:
    """Tell whether one of two words is the other with s, es or ies."""
    short, long = sorted((one, other), key=len)
    if len(short) < _LEAST or not short.isalpha() or {one, other} & _APART:
        return False
    if short.endswith("s"):
        return long == short + "es"
    return long in (short + "s", short + "es", short[:-1] + "ies" if short.endswith("y") else short + "s")


def same_words(given: Sequence[str], expected: Sequence[str], common: frozenset[str]) -> bool:
    """Tell whether two texts differ only in the number of nouns; ``common`` are the words that are no names."""
    if len(given) != len(expected):
        return False
    return all(a == b or _same(a, b, b in common) for a, b in zip(given, expected, strict=True))


def _same(given: str, expected: str, common: bool) -> bool:
    if irregular(given, expected):
        return True
    return regular(given, expected) and (common or len(given) > len(expected))
