"""What event a headline names: "Ferry fire off Samsø" of "Ferry fire off Samsø kills four"."""

import re
from functools import lru_cache

from quizgen import lists
from quizgen.lexicon import words
from quizgen.model import PhraseType

_WORD = re.compile(r"[\w’'&-]+|[,:;–—]")
_BEFORE = 3  # words between the place of an event and its noun
_PLACED = frozenset("in off near at of on over outside".split())
_ARTICLES = frozenset({"the", "a", "an"})
_STOPS = frozenset(
    """a about after against all amid an and are as at because been before behind but by during for from had has have he
    her his if in into is it its more near new no not of off on or out over say says she since some than that the their
    they this to under until was were what when where which who why will with""".split()
)
_RELATIVE = frozenset("who whom whose that which".split())
_LONGEST = 7
_PLACES = frozenset({PhraseType.COUNTRY, PhraseType.PLACE})


@lru_cache(maxsize=256)
def event(title: str) -> str:
    """Return the words of a headline that name an event and its place, "" where it names none with a place."""
    tokens = _WORD.findall(title)
    for position, token in enumerate(tokens):
        if token.lower() in _RELATIVE:
            return ""  # "Engineer who tamed the Orla floods dies": of somebody's life
        if token.lower() in words("nouns", "happenings") and not token.isupper():
            found = _named(tokens, position)
            if found:
                return found
    return ""


def _named(tokens: list[str], position: int) -> str:
    start = _start(tokens, position)
    end = _end(tokens, position + 1)
    inside = any(_is_name(tokens, n) for n in range(start, position)) or (start == 0 and _is_listed(tokens[0]))
    said = tokens[start:end]
    if (start == position and position) or not (inside or end > position + 1) or not 2 <= len(said) <= _LONGEST:
        return ""
    told = " ".join(said)
    return f"{told[0].upper()}{told[1:]}"


def _start(tokens: list[str], position: int) -> int:
    """Return where the words before the noun of an event begin: its place, and what happened to what."""
    start = position
    while start and position - start < _BEFORE and _tells(tokens[start - 1]):
        start -= 1
    while start < position and start and not _is_name(tokens, start):
        start += 1  # "say Lisbon tram crash": what stands before the place may be a verb
    return start


def _tells(word: str) -> bool:
    return word[0].isalnum() and word.lower() not in _STOPS and not word.lower().endswith("ly")


def _is_name(tokens: list[str], position: int) -> bool:
    """Return whether a word is one with a capital that does not only begin the headline."""
    return position > 0 and tokens[position][:1].isupper()


def _is_listed(word: str) -> bool:
    """Return whether the first word of a headline is a place that everybody knows."""
    return any(each.type in _PLACES for each in lists.containing(word))


def _end(tokens: list[str], position: int) -> int:
    """Return where the place behind an event ends: "fire off Samsø", "crash in Lower Saxony"."""
    if position + 1 >= len(tokens) or tokens[position].lower() not in _PLACED:
        return position
    end = position + 1 + (tokens[position + 1].lower() in _ARTICLES)
    first = end
    while end < len(tokens) and tokens[end][:1].isupper():
        end += 1
    owned = tokens[end - 1].endswith(("'s", "’s"))  # "wreck of Shackleton's last ship": what is owned is lost
    return end if end > first and not owned else position
