"""What a name itself tells of its bearer: Lake Ohrid is a lake, the Lake Hotel a hotel, the Bank of England a bank."""

from itertools import pairwise

from quizgen import lexicon, lists
from quizgen.lexicon import words

_LISTED = {
    "capitals": "city",
    "cities": "city",
    "continents": "continent",
    "countries": "country",
    "moons": "moon",
    "oceans": "ocean",
    "planets": "planet",
    "rivers": "river",
    "seas": "sea",
    "us_states": "state",
}
_PREFIXES = {"Mount": "mountain", "Lake": "lake", "River": "river", "Cape": "cape"} | dict.fromkeys(
    "HMAS HMCS HMS MS MV NS RMS RRS SMS SS USNS USS".split(), "ship"
)
_BEHIND = frozenset("at for in near of on".split())  # words that tell where a bearer is, or of what
_EMPTY = frozenset({"church", "union", "state"})


def told(name: str) -> frozenset[str]:
    """Return the common nouns that a name begins or ends with, and those that the word lists give it."""
    parts = name.split()
    last = _last(parts).lower() if parts else ""
    first = "" if _is_class(last) else name.partition(" ")[0].lower()
    ends = {first, last} - _EMPTY - {""} if len(parts) > 1 else set()
    return frozenset(ends | {_LISTED[each.name] for each in lists.containing(name) if each.name in _LISTED})


def prefixed(name: str) -> str:
    """Return what the first word of a name says that it is: a mountain for Mount Etna, nothing for a hotel there."""
    first, _, rest = name.partition(" ")
    return "" if not rest or _is_class(_last(name.split()).lower()) else _PREFIXES.get(first, "")


def _last(parts: list[str]) -> str:
    """Return the word that may tell what a name is: the last one, or that before "of" or "in"."""
    return next((before for before, word in pairwise(parts) if word in _BEHIND), parts[-1])


def _is_class(noun: str) -> bool:
    """Return whether a last word tells what a name is, so that the first one only tells which."""
    listed = any(noun in words("references", name) for name in ("sites", "endings"))
    return listed or lexicon.noun_type(noun) is not None
