"""Whether a wrong option looks like the key, and whether it could be right after all."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from quizgen import ids, lists
from quizgen.model import PhraseType

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|\w+")
_ARTICLES = ("the", "a", "an")
_PRONOUNS = frozenset({"it", "its", "he", "his", "she", "her", "they", "their", "them", "we", "our", "this"})
_PRONOUNS |= {"these", "those", "that", "my", "your", "such", "other", "another", "same"}
_GENERIC = frozenset({"city", "state", "island", "river", "lake", "sea", "ocean", "mountain", "mountains", "bay"})
_GENERIC |= {"valley", "street", "province", "empire", "university", "company", "party", "war", "battle", "treaty"}
_GENERIC |= {"act"}


@lru_cache(maxsize=65536)
def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text in normal form, without a leading article and possessive endings."""
    words = _TOKEN.findall(re.sub(r"'s?(?!\w)", "", ids.normal(text)))
    return tuple(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


def within(small: tuple[str, ...], large: tuple[str, ...]) -> bool:
    """Tell whether one row of words stands in another."""
    return any(large[i : i + len(small)] == small for i in range(len(large) - len(small) + 1)) if small else True


def article(text: str) -> str:
    """Return "the", "a" (for an, too) or "" as the text begins."""
    first = text.split(" ", 1)[0].casefold()
    return {"the": "the", "a": "a", "an": "a"}.get(first, "")


def clashes(text: str, others: Iterable[str]) -> bool:
    """Tell whether a text says the same as one of the others: equal, part of it, alias or initials."""
    mine = tokens(text)
    return any(_same(text, mine, other, tokens(other)) for other in others)


@lru_cache(maxsize=1 << 14)
def _same(text: str, mine: tuple[str, ...], other: str, theirs: tuple[str, ...]) -> bool:
    if not set(mine).isdisjoint(theirs) and (within(mine, theirs) or within(theirs, mine)):
        return True
    return lists.canonical(text) == lists.canonical(other) or _initials(text, theirs) or _initials(other, mine)


@lru_cache(maxsize=1 << 14)
def _capitals(short: str) -> str:
    """Return the letters of an abbreviation, "" where a text is none."""
    letters = re.sub(r"[^A-Za-z]", "", short)
    return letters if len(letters) > 1 and letters.isupper() else ""


def _initials(short: str, words: tuple[str, ...]) -> bool:
    letters = _capitals(short)
    if not letters or len(words) < 2:
        return False
    initials = "".join(word[0] for word in words if word not in ("of", "the", "and", "for"))
    return initials.upper() == letters


def stands_in(text: str, stem: str) -> bool:
    """Tell whether the option, or the country behind it, is named in the stem."""
    return within(tokens(text), tokens(stem)) or lists.canonical(text) in _names(stem)


@lru_cache(maxsize=1024)
def _names(stem: str) -> frozenset[str]:
    return frozenset(lists.canonical(word) for word in re.findall(r"[A-Z][\w.]*(?: [A-Z]\w*)*", stem))


@lru_cache(maxsize=1 << 14)
def alike(text: str, key: str, kind: PhraseType) -> bool:
    """Tell whether an option has the look of the key: article, capital, length, kind of name."""
    if _PRONOUNS & set(tokens(text)) or not tokens(text):
        return False
    mine, theirs = lists.containing(text, kind), lists.containing(key, kind)
    if theirs:
        return any(words in theirs for words in mine)
    if mine and kind is not PhraseType.THING:
        return False
    return article(text) == article(key) and _opening(text) == _opening(key) and _as_long(text, key, kind)


def _opening(text: str) -> str:
    """Return what the first word after the article begins with: capital, small, digit; or capitals throughout."""
    words = text.split()
    word = words[1] if len(words) > 1 and words[0].casefold() in _ARTICLES else (words or [""])[0]
    return "digit" if word[:1].isdigit() else "capital" if word[:1].isupper() else "small"


def _as_long(text: str, key: str, kind: PhraseType) -> bool:
    mine, theirs = len(tokens(text)), len(tokens(key))
    if kind is PhraseType.PERSON:
        return (mine == 1) == (theirs == 1) and abs(mine - theirs) <= 2
    return abs(mine - theirs) <= max(2, theirs // 2) and 0.3 <= len(text) / len(key) <= 3


def likeness(text: str, key: str, *, same_head: bool) -> float:
    """Return how well an option goes with the key, larger is better: length, last word, capitals, head noun."""
    score = -abs(len(text) - len(key)) / max(len(key), 8)
    score -= abs(len(tokens(text)) - len(tokens(key))) * 0.3
    last = tokens(key)[-1] if tokens(key) else ""
    score += 2 * (last in _GENERIC and tokens(text)[-1] == last) + same_head
    return score + (text.isupper() == key.isupper())


def gives_away(key: str, others: Collection[str]) -> bool:
    """Tell whether the key is so much longer than the others that its length tells it; among names it is not."""
    lengths = [len(other) for other in others]
    if not lengths or len(key) <= max(lengths):
        return False
    mean = sum(lengths) / len(lengths)
    return len(key) >= 1.5 * mean and len(key) - mean >= 6
