"""Closed word lists: countries, planets, elements, units and the like, read once from the packaged resources."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from quizgen import ids
from quizgen.model import PhraseType

_TABLES = frozenset({"neighbours", "regions", "units", "words"})  # files that hold something other than a list of names


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """A set of names of one sort; ``items`` may serve as wrong options, ``rare`` ones are only recognised.

    ``common`` are the items that everybody has heard of, all of them where the list does not say;
    ``forms`` maps the bare form (see `bare`) of every name, rare name and alias to the name.
    """

    name: str
    type: PhraseType
    items: tuple[str, ...]
    common: tuple[str, ...] = ()
    rare: tuple[str, ...] = ()
    forms: Mapping[str, str] = field(default_factory=dict)


@lru_cache(maxsize=1 << 14)
def bare(text: str) -> str:
    """Return the normal form of a name without a leading "the" and without a possessive."""
    return ids.normal(text).removeprefix("the ").removesuffix("'s")


@cache
def load() -> Mapping[str, WordList]:
    """Return all word lists by the name of their file."""
    folder = files("quizgen") / "resources" / "lists"
    names = sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return {name: _word_list(name, read(name)) for name in names if name not in _TABLES}


def read(name: str) -> dict[str, Any]:
    """Return the raw contents of ``resources/lists/<name>.toml``."""
    path = files("quizgen") / "resources" / "lists" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _word_list(name: str, raw: Mapping[str, Any]) -> WordList:
    items = tuple(raw.get("items") or raw.get("of", ()))
    rare = tuple(raw.get("rare", ()))
    forms = {bare(item): item for item in (*items, *rare)}
    for item, others in raw.get("aliases", {}).items():
        forms.update({bare(other): item for other in others})
    if suffix := raw.get("suffix"):
        forms.update({f"{bare(item)} {suffix.casefold()}": item for item in items})
    common = tuple(raw.get("common", items))
    return WordList(name=name, type=PhraseType(raw["type"]), items=items, common=common, rare=rare, forms=forms)


@cache
def _index() -> Mapping[str, tuple[WordList, ...]]:
    found: dict[str, tuple[WordList, ...]] = {}
    for words in load().values():
        for form in words.forms:
            found[form] = (*found.get(form, ()), words)
    return found


def containing(text: str, type: PhraseType | None = None) -> tuple[WordList, ...]:
    """Return the lists that have this name (or an alias of it), those of ``type`` only where one is given."""
    found = _index().get(bare(text), ())
    return tuple(words for words in found if type is None or words.type is type)


@lru_cache(maxsize=1 << 14)
def canonical(text: str) -> str:
    """Return the bare form of the name that ``text`` is an alias of ("US" → "united states"), else its own."""
    found = _index().get(bare(text))
    return bare(found[0].forms[bare(text)]) if found else bare(text)


@cache
def nations() -> Mapping[str, str]:
    """Return adjective or people → country, both in bare form: "chinese" → "china"."""
    return {bare(people): bare(country) for people, country in read("nationalities")["of"].items()}


@cache
def words(name: str) -> frozenset[str]:
    """Return a set of plain words: ``function``, ``prepositions`` or ``conjunctions``."""
    return frozenset(read("words")[name])
