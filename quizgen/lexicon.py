"""Word lists: what nouns denote, what verbs do to the statement below them, whom a name can belong to."""

import tomllib
from functools import cache, lru_cache
from importlib import resources

from quizgen.model import PhraseType
from quizgen.words import words as listed

_NOUN_TYPES = ("person", "people", "organisation", "country", "place", "celestial", "product", "event", "work")
_PARTICLES = frozenset("af al bin da dal de del della der di do dos du el ibn la le ten ter van von y zu".split())
_REMEMBERED = 1 << 12  # names whose bearers are remembered
_NAMES = 5  # words of a full name after the first
_FAMILY = 2  # words of a surname, particles put aside
_INITIALS = 4  # characters of initials: J.R.
_PERSON_SUFFIXES = ("ologist", "ographer", "ician", "wright", "keeper")


@cache
def words(file: str, *keys: str) -> frozenset[str]:
    """Return what ``resources/words/<file>.toml`` lists under ``keys``; entries with spaces are split by ``|``."""
    return frozenset(word for key in keys for word in _listed(_table(file)[key]))


def _listed(text: str) -> list[str]:
    parts = text.replace("\n", "").split("|") if "|" in text else text.split()
    return [part.strip() for part in parts if part.strip()]


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


def class_type(lemma: str) -> PhraseType | None:
    """Return what something is that a noun stands before as its class: the steamer Portia."""
    return noun_type(lemma) or (PhraseType.PRODUCT if lemma in words("hypernyms", "ship") else None)


@lru_cache(maxsize=_REMEMBERED)
def gender(name: str) -> str:
    """Return ``f``, ``m`` or "" for a person's name, going by title, given name and noun."""
    first, last = _ends(name)
    for letter, kind in (("f", "female"), ("m", "male")):
        if last.lower() in words("names", f"{kind}_nouns") or first in words("names", f"{kind}_titles"):
            return letter
    if last in words("names", "rulers"):
        return "m"
    given = _given(name)
    if " " not in name.strip() and given in words("people", "words"):
        return ""
    if "-" in given and _is_given(given):  # Joseph-Michel goes by Joseph
        listed_whole = given in words("people", "female") or given in words("people", "male")
        given = given if listed_whole else given.split("-")[0]
    if given in words("people", "female"):
        return "f"
    return "m" if given in words("people", "male") else ""


def known_person(name: str) -> bool:
    """Return whether a name begins with a title or a given name that is nothing else."""
    first, last = _ends(name)
    nouns = words("names", "female_nouns", "male_nouns")
    return first in words("names", "titles") or last.lower() in nouns or _is_given(first)


@lru_cache(maxsize=_REMEMBERED)
def is_full_name(name: str) -> bool:
    """Return whether a name is a person's by its form: a given name or an initial, and a surname behind it."""
    first, *others = name.split() or [""]
    if not others or len(others) > _NAMES or not others[-1][:1].isupper():
        return False
    if others[-1] in words("names", "rulers"):
        return len(others) == 1 and first[0].isupper()
    initial = first[:-1].isupper() and first.endswith(".") and len(first) <= _INITIALS
    begins = (initial and others[-1].istitle()) or _is_given(first)
    return begins and all(part in _PARTICLES or part[0].isupper() for part in others) and not _is_noun(others[-1])


def is_honour(name: str) -> bool:
    """Return whether a name is that of a medal or a prize, also where a person's begins it: the Ida Holm Medal."""
    first, _, last = name.rpartition(" ")
    return bool(first) and last in ("Medal", "Prize", "Award", "Trophy", "Scholarship", "Fellowship")


def is_capitalised(name: str) -> bool:
    """Return whether all words of a name have capitals, the small words of persons' names put aside."""
    return all(part[:1].isupper() or part in _PARTICLES for part in name.split())


def straight_name(title: str) -> str:
    """Return a name as people say it: "HOLM, Ida (1850–1910)" → "Ida Holm (1850–1910)"; other titles as they are."""
    name, bracket, years = title.partition(" (")
    if name.isupper() and " " in name and "," not in name:
        straight = " ".join(map(_cased, name.split()))
        straight = straight if is_full_name(straight) else name
    else:
        straight = _turned(name)
    return f"{straight}{bracket}{years}"


def _turned(title: str) -> str:
    surname, comma, given = title.partition(", ")
    shouted = len(surname) > 1 and surname.isupper() and not given.isupper()
    family = " ".join(map(_cased, surname.split())) if shouted else surname
    turned = f"{given} {family}"
    if not shouted and is_full_name(family):  # "Emil Holm, Jena": the name is whole, and a place stands behind it
        return title
    if not comma or len([part for part in family.split() if part not in _PARTICLES]) > _FAMILY:
        return title
    return turned if is_full_name(turned) or (shouted and _is_unlisted_given(given)) else title


def _cased(word: str) -> str:
    """Return a word of a surname in capitals as it is written elsewhere: Y → y, ORDÓÑEZ → Ordóñez."""
    lower = word.lower()
    return lower if lower in _PARTICLES else "-".join(part.capitalize() for part in lower.split("-"))


def _is_unlisted_given(given: str) -> bool:
    """Return whether what follows a surname in capitals is one or two names, not "Lake" or "Battle of"."""
    parts = given.split()
    named = 0 < len(parts) <= _FAMILY and all(part.istitle() and part.isalpha() for part in parts)
    return named and not any(part.lower() in listed("common") or _is_noun(part) for part in parts)


def is_particle(word: str) -> bool:
    """Return whether a word in small letters may stand in a person's name: van, ibn."""
    return word in _PARTICLES


@lru_cache(maxsize=_REMEMBERED)
def untitled(name: str) -> str:
    """Return a name without the titles before it: Prime Minister Indira Gandhi → Indira Gandhi."""
    parts = name.split()
    while parts and parts[0].rstrip(".") in words("names", "titles", "offices"):
        parts = parts[1:]
    return " ".join(parts)


def _is_noun(word: str) -> bool:
    """Return whether a word ends names of things: River, Institute, but not King or Baker."""
    kind = noun_type(word.lower())
    return kind not in (None, PhraseType.PERSON) or word in words("names", "firms")


def _is_given(word: str) -> bool:
    names = (words("people", kind) for kind in ("female", "male", "either"))
    known = word not in words("people", "words") and any(word in each for each in names)
    return known or ("-" in word and all(map(_is_given, word.split("-"))))


def _given(name: str) -> str:
    """Return the first word of a name that is no title; "" for a surname behind a title."""
    parts = name.replace(".", "").split()
    given = [part for part in parts if part not in words("names", "titles")]
    return given[0] if given and (len(given) > 1 or len(parts) == 1) else ""


def _ends(name: str) -> tuple[str, str]:
    parts = name.replace(".", "").split()
    return (parts[0], parts[-1]) if parts else ("", "")


def named_type(name: str) -> PhraseType | None:
    """Return the type of a well-known proper name (``the`` already stripped), or None."""
    if name in words("entities", "countries"):
        return PhraseType.COUNTRY
    return PhraseType.CELESTIAL if name in words("entities", "celestial") else None
