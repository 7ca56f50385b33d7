"""Word lists: what nouns denote, what verbs do to the statement below them, whom a name can belong to."""

import tomllib
from functools import cache
from importlib import resources

from quizgen.model import PhraseType

_NOUN_TYPES = ("person", "people", "organisation", "country", "place", "celestial", "product", "event", "work")
_PERSON_SUFFIXES = ("ologist", "ographer", "ician", "wright", "keeper")


@cache
def words(file: str, key: str) -> frozenset[str]:
    """Return what ``resources/words/<file>.toml`` lists under ``key``; entries with spaces are split by ``|``."""
    text = _table(file)[key]
    parts = text.replace("\n", "").split("|") if "|" in text else text.split()
    return frozenset(part.strip() for part in parts if part.strip())


@cache
def _table(file: str) -> dict[str, str]:
    path = resources.files("quizgen") / "resources" / "words" / f"{file}.toml"
    return dict(tomllib.loads(path.read_text(encoding="utf-8")))


@cache
def noun_type(lemma: str) -> PhraseType | None:
    """Return what a common noun denotes, or None where the lists do not say."""
    for name in _NOUN_TYPES:
        if lemma in words("nouns", name):
            return PhraseType(name)
    return PhraseType.PERSON if lemma.endswith(_PERSON_SUFFIXES) else None


def gender(name: str) -> str:
    """Return ``f``, ``m`` or "" for a person's full name, going by title and given name."""
    first, last = _ends(name)
    if last in words("names", "female_nouns") or last in words("names", "male_nouns"):
        return "f" if last in words("names", "female_nouns") else "m"
    if first in words("names", "female_titles") or first in words("names", "female"):
        return "f"
    return "m" if first in words("names", "male_titles") or first in words("names", "male") else ""


def known_person(name: str) -> bool:
    """Return whether a name begins with a title or a common given name."""
    first, _ = _ends(name)
    return bool(gender(name)) or first in words("names", "titles")


def _ends(name: str) -> tuple[str, str]:
    parts = name.replace(".", "").split()
    return (parts[0], parts[-1].lower()) if parts else ("", "")


def named_type(name: str) -> PhraseType | None:
    """Return the type of a well-known proper name (``the`` already stripped), or None."""
    if name in words("entities", "countries"):
        return PhraseType.COUNTRY
    return PhraseType.CELESTIAL if name in words("entities", "celestial") else None
