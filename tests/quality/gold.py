"""Reads the annotated sentences below gold/ and says whether a fact is one that they list."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

from quizgen.model import FactDraft, FactKind, Phrase, Verb

GOLD = Path(__file__).parent / "gold"
_CLAUSE = {FactKind.EVENT, FactKind.RELATION, FactKind.QUANTITY, FactKind.PART}
FORMS: dict[str, set[FactKind]] = {
    "relation": _CLAUSE,
    "measure": {FactKind.QUANTITY},
    "superlative": {FactKind.SUPERLATIVE},
    "definition": {FactKind.DEFINITION, FactKind.RELATION},
    "reason": {FactKind.REASON},
    "purpose": {FactKind.PURPOSE},
    "naming": {FactKind.ALIAS},
    "named": {FactKind.ALIAS},
    "acronym": {FactKind.ALIAS},
    "other_name": {FactKind.ALIAS},
    "apposition": {FactKind.DEFINITION},
    "glossed": {FactKind.DEFINITION},
    "members": {FactKind.LIST},
    "examples": {FactKind.LIST},
}
_ARTICLES = frozenset({"a", "an", "the"})
_OPTIONAL = re.compile(r"(?<!\\)\(((?:[^()\\]|\\.)*)\)")


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A qualifier of an expected fact; ``role`` is "" where any role will do."""

    role: str
    text: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Expected:
    """A fact that an annotator wants asked; an ``allowed`` one is neither missed nor wrong."""

    forms: tuple[str, ...]
    subject: str
    verb: str
    object: str = "-"
    qualifiers: tuple[Qualifier, ...] = ()
    allowed: bool = False
    line: str = ""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A sentence with what is expected of it; ``silent`` says why nothing is."""

    text: str
    facts: tuple[Expected, ...]
    silent: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A short text whose sentences are read together."""

    title: str
    sentences: tuple[Annotated, ...]
    subject: str = ""  # stem of the file
    date: dt.date | None = None
    separate: bool = False  # each sentence is a paragraph of its own


def load(folder: Path = GOLD) -> list[Passage]:
    """Return the passages of all files in a folder, by file name; raises ValueError where a line says too little."""
    return [_passage(raw, path.stem) for path in sorted(folder.glob("*.toml")) for raw in _tables(path)]


def _tables(path: Path) -> list[dict[str, object]]:
    return tomllib.loads(path.read_text(encoding="utf-8"))["passage"]  # type: ignore[no-any-return]


def _passage(raw: dict[str, object], subject: str) -> Passage:
    rows = raw["sentences"]
    date = raw.get("date")
    assert isinstance(rows, list)
    return Passage(
        title=str(raw["title"]),
        sentences=tuple(annotated(*row) for row in rows),
        subject=subject,
        date=date if isinstance(date, dt.date) else None,
        separate=bool(raw.get("separate")),
    )


def annotated(text: str, *lines: str) -> Annotated:
    """Return a sentence with its facts, or with the reason for none: ``nothing: denied``."""
    if not lines:
        raise ValueError(f"neither a fact nor a reason for none: {text}")
    if lines[0].startswith("nothing:"):
        return Annotated(text, (), lines[0].partition(":")[2].strip())
    return Annotated(text, tuple(expected(line) for line in lines))


def expected(line: str) -> Expected:
    """Read ``form | subject | verb | object | role: qualifier | …``; "~" before it allows without wanting."""
    parts = [part.strip() for part in line.removeprefix("~").split("|")]
    forms = tuple(part.strip() for part in parts[0].split(","))
    if len(parts) < 4 or not set(forms) <= set(FORMS):
        raise ValueError(f"not a form with subject, verb and object: {line}")
    return Expected(
        forms, *parts[1:4], tuple(_qualifier(part) for part in parts[4:]), allowed=line.startswith("~"), line=line
    )


def _qualifier(text: str) -> Qualifier:
    optional = text.startswith("(") and text.endswith(")") and _OPTIONAL.fullmatch(text) is not None
    inner = text[1:-1] if optional else text
    role, colon, rest = inner.partition(": ")
    return Qualifier(role, rest, optional) if colon and role.isalpha() else Qualifier("", inner, optional)


# --- matching -------------------------------------------------------------------------------------------------------


def matches(draft: FactDraft, wanted: Expected) -> bool:
    """Return whether a fact says what is expected: kind, subject, verb, object, and no more and no fewer qualifiers."""
    return (
        any(draft.kind in FORMS[form] for form in wanted.forms)
        and says(draft.subject.text, wanted.subject)
        and _same_verb(draft.verb, wanted.verb)
        and says(draft.object.text if draft.object else "-", wanted.object)
        and _same_qualifiers(draft.qualifiers, wanted.qualifiers)
    )


def says(text: str, pattern: str) -> bool:
    """Return whether a text is one of the readings of ``one (optional) way / another way``, case and articles aside."""
    return normal(text) in readings(pattern)


@cache
def readings(pattern: str) -> frozenset[str]:
    """Return the texts that a pattern stands for, normalised."""
    return frozenset(normal(one) for way in pattern.split(" / ") for one in _unfolded(way))


def _unfolded(way: str) -> Iterator[str]:
    pieces = _OPTIONAL.split(way)
    choices = [(piece, "") if place % 2 else (piece,) for place, piece in enumerate(pieces)]
    return ("".join(chosen).replace("\\", "") for chosen in product(*choices))


def normal(text: str) -> str:
    """Return a text without case, articles, quotation marks and the commas or stops between its words."""
    plain = text.casefold().replace("’", "'").translate(dict.fromkeys(map(ord, '“”"‘')))
    found = (word.strip(",;:.'") if word != "-" else word for word in plain.split())
    return " ".join(word for word in found if word and word not in _ARTICLES)


def _same_verb(verb: Verb | None, pattern: str) -> bool:
    """Return whether it is the verb; names and lists have none, their kind says it all."""
    if verb is None:
        return True
    ways = {way.removeprefix("be ") if way.count(" ") == 1 else way for way in readings(pattern)}
    return bool(ways & {verb.lemma, verb.base, verb.text, f"{verb.base} {verb.complement}".strip()})


def _same_qualifiers(found: Sequence[Phrase], wanted: Sequence[Qualifier]) -> bool:
    left = list(wanted)
    for phrase in found:
        fitting = next((each for each in left if _fits(phrase, each)), None)
        if fitting is None:
            return False
        left.remove(fitting)
    return all(each.optional for each in left)


def _fits(phrase: Phrase, wanted: Qualifier) -> bool:
    return wanted.role in ("", phrase.role) and says(f"{phrase.prep} {phrase.text}", wanted.text)
