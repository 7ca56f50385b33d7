"""Question templates as data: packs of TOML files, checked when they are loaded."""

import string
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from quizgen.errors import TemplateError
from quizgen.model import FactKind, Modality, PhraseType, QuestionKind

SLOTS = {
    "subject": "who or what the fact is about",
    "object": "what it was done to",
    "attribute": "what the subject is",
    "time": "when",
    "place": "where",
    "duration": "for how long",
    "agent": "by whom or what, in the passive",
    "manner": "how: by what deed or process",
    "condition": "when, as often as something else happens",
    "deed": "what the object is made or allowed to do",
    "measured": "a measured size behind a preposition",
    "bound": "what a verb and its preposition need: named after, made of",
    "other": "any other argument behind a preposition",
    "reason": "why",
    "purpose": "what for",
}
VARIABLES = {
    "wh": "the question words that fit the asked phrase: Who, Which country, In which year, How many astronauts",
    "who": "Who for a person, otherwise What",
    "subject": "the subject of the fact",
    "object": "the object or attribute of the fact",
    "verb": "the whole verb group, as it follows a question word that is its subject",
    "aux": "the first auxiliary, which stands before the subject: did, was, has",
    "main": "the rest of the verb group, which stands behind the subject",
    "rest": "what follows the verb, without the asked phrase",
    "prep": "the preposition of the asked phrase: as",
    "be": "is or are, agreeing with the subject",
    "how": "the adjective of a size: long, high, old",
    "from": "the starting point of a distance: from Earth",
}
_KEYS = {"id", "about", "facts", "slot", "prompt", "types", "extractors", "modalities", "kind", "weight"}
_REQUIRED = ("id", "about", "facts", "slot", "prompt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """How one argument of some kinds of fact is asked for; ``weight`` (0..1) is the score of a flawless question."""

    id: str
    about: str
    facts: frozenset[FactKind]
    slot: str
    prompt: string.Template
    kind: QuestionKind = QuestionKind.SHORT
    types: frozenset[PhraseType] = frozenset()
    extractors: frozenset[str] = frozenset()
    modalities: frozenset[Modality] = frozenset({Modality.CERTAIN, Modality.PLANNED})
    weight: float = 0.8
    origin: str = "core.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Templates:
    """All templates in the order of their packs."""

    items: tuple[Template, ...]

    def __iter__(self) -> Iterator[Template]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def get(self, template_id: str) -> Template | None:
        """Return the template with this id, or None."""
        return next((t for t in self.items if t.id == template_id), None)


def load(folder: Path | None = None) -> Templates:
    """Return the built-in templates and those of ``folder/*.toml``; a pack may replace a built-in one by its id.

    Raises:
        TemplateError: a pack cannot be read, or a template in it is wrong; the message names file and key.
    """
    found: dict[str, Template] = {}
    builtin = resources.files("quizgen") / "resources" / "templates"
    for entry in sorted(builtin.iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".toml"):
            found |= _pack(entry.read_text(encoding="utf-8"), entry.name)
    for path in sorted(folder.glob("*.toml")) if folder is not None and folder.is_dir() else ():
        found |= _pack(_text(path), str(path))
    return Templates(items=tuple(found.values()))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(f"the template pack cannot be read: {error}", where=str(path)) from error


def _pack(text: str, origin: str) -> dict[str, Template]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TemplateError(
            f"the template pack is not valid TOML: {error}", where=origin, todo="Mend the line"
        ) from error
    unknown = sorted(set(table) - {"template"})
    if unknown or not isinstance(table.get("template"), list):
        raise _wrong(f"unknown key {unknown[0]!r}" if unknown else "no [[template]] in it", origin)
    made: dict[str, Template] = {}
    for entry in table["template"]:
        template = _template(entry, origin)
        if template.id in made:
            raise _wrong(f"template {template.id!r} stands twice", origin)
        made[template.id] = template
    return made


def _template(entry: dict[str, Any], origin: str) -> Template:
    name = str(entry.get("id", "without id"))
    unknown, missing = sorted(set(entry) - _KEYS), [k for k in _REQUIRED if not entry.get(k)]
    if unknown or missing:
        raise _wrong(
            f"template {name!r}: " + (f"unknown key {unknown[0]!r}" if unknown else f"{missing[0]!r} is missing"),
            origin,
        )
    if entry["slot"] not in SLOTS:
        raise _wrong(f"template {name!r}: slot {entry['slot']!r} is none of {', '.join(SLOTS)}", origin)
    return Template(
        id=name,
        about=str(entry["about"]),
        facts=frozenset(_choice(FactKind, entry["facts"], "facts", name, origin)),
        slot=entry["slot"],
        prompt=_prompt(str(entry["prompt"]), name, origin),
        kind=_choice(QuestionKind, [entry.get("kind", "short")], "kind", name, origin)[0],
        types=frozenset(_choice(PhraseType, entry.get("types", []), "types", name, origin)),
        extractors=frozenset(_names(entry.get("extractors", []), name, origin)),
        modalities=frozenset(
            _choice(Modality, entry.get("modalities", ["certain", "planned"]), "modalities", name, origin)
        ),
        weight=_weight(entry.get("weight", 0.8), name, origin),
        origin=origin,
    )


def _choice(enum: Any, values: Any, key: str, name: str, origin: str) -> list[Any]:
    allowed = [member.value for member in enum]
    for value in values if isinstance(values, list) else [values]:
        if value not in allowed:
            raise _wrong(f"template {name!r}: {key} has {value!r}, allowed are {', '.join(allowed)}", origin)
    return [enum(value) for value in values]


def _names(value: Any, name: str, origin: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise _wrong(f"template {name!r}: extractors must be a list of names", origin)
    return value


def _prompt(text: str, name: str, origin: str) -> string.Template:
    prompt = string.Template(text)
    if not prompt.is_valid():
        raise _wrong(f"template {name!r}: prompt has a lone $", origin)
    unknown = sorted(set(prompt.get_identifiers()) - set(VARIABLES))
    if unknown:
        raise _wrong(
            f"template {name!r}: prompt uses ${unknown[0]}, known are {', '.join('$' + v for v in VARIABLES)}", origin
        )
    return prompt


def _weight(value: Any, name: str, origin: str) -> float:
    if not isinstance(value, int | float) or not 0 <= value <= 1:
        raise _wrong(f"template {name!r}: weight must be a number from 0 to 1", origin)
    return float(value)


def _wrong(what: str, origin: str) -> TemplateError:
    return TemplateError(what, where=origin, todo="Mend it and run again; `quizgen templates` shows what is allowed")
