"""Reads the annotated sentences below gold/ and says whether a fact is one that they list."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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
    "identity": {FactKind.DEFINITION, FactKind.RELATION},
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
    "happening": {FactKind.RELATION},
}
_MOTIVES = {"reason", "purpose"}
_NAMES = {"naming", "named"}
_OPEN = frozenset({"other", "manner"})
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
    others: tuple["Expected", ...] = ()  # other ways to put the same


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
    facts: list[Expected] = []
    for line in lines:
        if line.startswith("or "):
            facts[-1] = replace(facts[-1], others=(*facts[-1].others, expected(line.removeprefix("or "))))
        else:
            facts.append(expected(line))
    facts = [replace(fact, others=(*fact.others, *_turned(fact))) for fact in facts]
    return Annotated(text, (*facts, *(more for fact in facts for more in (*_bare(fact), *_turned(fact)))))


def _turned(wanted: Expected) -> Iterator[Expected]:
    """Yield what a name means, where the text says how something is called: either may be asked, or both."""
    if set(wanted.forms) & _NAMES:
        yield Expected(("definition",), wanted.object, "be", wanted.subject, allowed=True)


def _bare(wanted: Expected) -> Iterator[Expected]:
    """Yield the clause without its reason or purpose: true, so not wrong, but not what is wanted."""
    for way in (wanted, *wanted.others) if set(wanted.forms) & _MOTIVES else ():
        rest = tuple(each for each in way.qualifiers if each.role not in _MOTIVES)
        yield replace(way, forms=("relation",), qualifiers=rest, others=(), allowed=True)


def expected(line: str) -> Expected:
    """Read ``form | subject | verb | object | role: qualifier | …``; "~" before it allows without wanting."""
    parts = [part.strip() for part in line.removeprefix("~").split("|")]
    forms = tuple(part.strip() for part in parts[0].split(","))
    if len(parts) < 4 or not set(forms) <= set(FORMS):
        raise ValueError(f"not a form with subject, verb and object: {line}")
    subject, verb, object_, *rest = parts[1:]
    qualifiers = tuple(_qualifier(part) for part in rest)
    return Expected(forms, subject, verb, object_, qualifiers, allowed=line.startswith("~"), line=line)


def _qualifier(text: str) -> Qualifier:
    optional = text.startswith("(") and text.endswith(")") and _OPTIONAL.fullmatch(text) is not None
    inner = text[1:-1] if optional else text
    role, colon, rest = inner.partition(": ")
    return Qualifier(role, rest, optional) if colon and role.isalpha() else Qualifier("", inner, optional)


# --- matching -------------------------------------------------------------------------------------------------------


def matches(draft: FactDraft, wanted: Expected) -> bool:
    """Return whether a fact says what is expected: kind, subject, verb, object, and no more and no fewer qualifiers."""
    return pairs(draft, wanted) is not None


def pairs(draft: FactDraft, wanted: Expected) -> list[tuple[Phrase, Qualifier]] | None:
    """Return the qualifiers of a fact with those that are expected, None where the fact says something else."""
    for way in (wanted, *wanted.others):
        found = _pairs(draft, way) if any(draft.kind in FORMS[form] for form in way.forms) else None
        if found is not None:
            return found
    return None


def _pairs(draft: FactDraft, wanted: Expected) -> list[tuple[Phrase, Qualifier]] | None:
    if not says(draft.subject, wanted.subject) or not _same_verb(draft.verb, wanted.verb):
        return None
    for each in _objects(draft):
        said = says(replace(each, prep=""), wanted.object) if each is not None else "-" in readings(wanted.object)
        found = _paired([other for other in draft.qualifiers if other != each], wanted.qualifiers) if said else None
        if found is not None:
            return found
    return None


def _objects(draft: FactDraft) -> Iterator[Phrase | None]:
    """Yield what may be compared as the object: also an adjective or a clause behind the verb."""
    yield draft.object
    if draft.object is None:
        yield from (each for each in draft.qualifiers if each.role in ("attribute", "object"))


def says(phrase: Phrase, pattern: str) -> bool:
    """Return whether a phrase is one of the readings of ``one (optional) way / another way``, case and articles aside.

    A possessive that the clause's own subject explains may stay: "his first telescope".
    """
    ways = {normal(f"{phrase.prep} {text}") for text in (phrase.text, phrase.bound) if text}
    return bool(ways & readings(pattern))


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


def _paired(found: Sequence[Phrase], wanted: Sequence[Qualifier]) -> list[tuple[Phrase, Qualifier]] | None:
    left = list(wanted)
    made: list[tuple[Phrase, Qualifier]] = []
    for phrase in found:
        fitting = next((each for each in left if _fits(phrase, each)), None)
        if fitting is None:
            return None
        left.remove(fitting)
        made.append((phrase, fitting))
    return made if all(each.optional for each in left) else None


def _fits(phrase: Phrase, wanted: Qualifier) -> bool:
    """A role that the reading leaves open is no mistake: then nothing asks for the qualifier."""
    return (wanted.role in ("", phrase.role) or phrase.role in _OPEN) and says(phrase, wanted.text)
