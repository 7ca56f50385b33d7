"""Whether a wrong option looks like the key, and whether the stem names it."""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from quizgen import ids, lexicon, lists
from quizgen.model import PhraseType

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|\w+")
_ARTICLES = ("the", "a", "an")
_PRONOUNS = frozenset({"it", "its", "he", "his", "she", "her", "they", "their", "them", "we", "our", "this"})
_PRONOUNS |= {"these", "those", "that", "my", "your", "such", "other", "another", "same"}
_CUT = re.compile(r"['’]s?$|\w (?:in|on|since) (?:[A-Z]\w+ )?\d{4}$")
_OWN = re.compile(r"['’]s? (?=\w)")
_SEXES = {"husband": "m", "widower": "m", "wife": "f", "widow": "f", "bride": "f"}
_KIN = re.compile(rf"\b(?:marry|marries|married|{'|'.join(_SEXES)})\b", re.IGNORECASE)
_GENERIC = frozenset({"city", "state", "island", "river", "lake", "sea", "ocean", "mountain", "mountains", "bay"})
_GENERIC |= {"valley", "street", "province", "empire", "university", "company", "party", "war", "battle", "treaty"}
_GENERIC |= {"act"}


@lru_cache(maxsize=1 << 13)
def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text in normal form, without a leading article and possessive endings."""
    words = _TOKEN.findall(re.sub(r"'s?(?!\w)", "", ids.normal(text)))
    return tuple(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


def within(small: tuple[str, ...], large: tuple[str, ...]) -> bool:
    """Tell whether one row of words stands in another."""
    if not small or small[0] not in large:
        return not small
    return any(large[i : i + len(small)] == small for i in range(len(large) - len(small) + 1))


def article(text: str) -> str:
    """Return "the", "a" (for an, too) or "" as the text begins."""
    first = text.split(" ", 1)[0].casefold()
    return {"the": "the", "a": "a", "an": "a"}.get(first, "")


def stands_in(text: str, stem: str) -> bool:
    """Tell whether the option, or the country behind it, is named in the stem."""
    return within(tokens(text), tokens(stem)) or lists.canonical(text) in _names(stem)


def is_cut(text: str) -> bool:
    """Tell whether a name has a possessive at its end, or the year of a deed: "Prussia's", "Ada Holm in 1985"."""
    return _CUT.search(text) is not None


def owner(text: str) -> str:
    """Return of whom a phrase says that something is theirs, "" for none: "Ada Holm" of "Ada Holm's son Nils"."""
    return text[: match.start()] if (match := _OWN.search(text)) else ""


def fits_kin(text: str, key: str, stem: str) -> bool:
    """Tell whether somebody may be the wife or husband that a stem asks for: of the key's sex, as far as is known."""
    told = _KIN.search(stem)
    if told is None:
        return True
    wanted = lexicon.gender(key) or _SEXES.get(told[0].casefold(), "")
    return bool(wanted) and lexicon.gender(text) == wanted


@lru_cache(maxsize=64)
def _names(stem: str) -> frozenset[str]:
    return frozenset(lists.canonical(word) for word in re.findall(r"[A-Z][\w.]*(?: [A-Z]\w*)*", stem))


class _Look(NamedTuple):
    """What can be seen of a text at a glance: article, what the word after it begins with, and words."""

    article: str
    opening: str  # capital, small or digit
    words: int  # 0 where they stand for something else, as pronouns do


@lru_cache(maxsize=1 << 12)
def _look(text: str) -> _Look:
    words = text.split()
    word = words[1] if len(words) > 1 and words[0].casefold() in _ARTICLES else (words or [""])[0]
    opening = "digit" if word[:1].isdigit() else "capital" if word[:1].isupper() else "small"
    return _Look(article(text), opening, 0 if _PRONOUNS & set(tokens(text)) else len(tokens(text)))


def alike(text: str, key: str, kind: PhraseType) -> bool:
    """Tell whether an option has the look of the key: article, capital, length, kind of name."""
    mine = _look(text)
    if not mine.words:
        return False
    theirs = lists.containing(key, kind)
    if theirs:
        return any(words in theirs for words in lists.containing(text, kind))
    like = _look(key)
    if mine.article != like.article or mine.opening != like.opening or not _as_long(text, key, kind):
        return False
    return kind is PhraseType.THING or not lists.containing(text, kind)


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
