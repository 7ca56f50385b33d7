"""Finds the course folder and its store, and reads ``quizgen.toml``.

The settings are documented in ``docs/settings.md``; a test holds the two together.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from quizgen.difficulty import FORMS, Span, parse
from quizgen.errors import UsageError
from quizgen.model import QuestionKind

SETTINGS_FILE = "quizgen.toml"
STORE = Path("data") / "quizgen.db"
ENVIRONMENT = "QUIZGEN_DB"

_RANGES = {"retention": (0.7, 0.97)}  # below it little is remembered, above it the repetitions become countless
_FROM_NONE = ("maximum", "per_session", "new_per_session")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What ``quizgen.toml`` may say; each field is a key of the file.

    ``maximum`` and ``per_session`` of 0 mean no limit, an empty ``model`` the best one installed, an empty
    ``difficulty`` any; folders are relative to the course folder.
    """

    model: str = ""
    min_score: float = 0.0
    per_fact: int = 3
    maximum: int = 0
    kinds: tuple[str, ...] = ()
    difficulty: str = ""
    deck: str = ""
    decks: str = "decks"
    templates: str = "templates"
    retention: float = 0.9
    reviewed_only: bool = False
    per_session: int = 100
    new_per_session: int = 20

    @property
    def span(self) -> Span | None:
        """The lowest and the highest difficulty that is wanted, None for any."""
        return parse(self.difficulty) if self.difficulty else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A course folder, its store and its settings; the store need not exist yet."""

    folder: Path
    store: Path
    settings: Settings

    @property
    def decks(self) -> Path:
        """The folder that decks are written to."""
        return self.folder / self.settings.decks

    @property
    def templates(self) -> Path | None:
        """The folder of the teacher's own template packs, None where there is none."""
        path = self.folder / self.settings.templates
        return path if path.is_dir() else None


def course(db: Path | None, *, environ: Mapping[str, str], cwd: Path) -> Course:
    """Return the course that ``db``, else ``QUIZGEN_DB``, else the folders from ``cwd`` upwards name.

    Raises UsageError where ``quizgen.toml`` is broken.
    """
    named = db or (Path(environ[ENVIRONMENT]) if environ.get(ENVIRONMENT) else None)
    store = (cwd / named).resolve() if named else _nearest(cwd) / STORE
    folder = folder_of(store)
    return Course(folder=folder, store=store, settings=settings(folder))


def folder_of(store: Path) -> Path:
    """Return the course folder of a store: the parent of ``data`` for ``data/quizgen.db``, else the file's folder."""
    return store.parent.parent if store.parts[-2:] == STORE.parts else store.parent


def settings(folder: Path) -> Settings:
    """Read the settings of a course folder, the defaults where it has no ``quizgen.toml``; raises UsageError."""
    path = folder / SETTINGS_FILE
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise UsageError(
            f"Cannot read the settings: {error.strerror}", where=str(path), todo="Check the file's permissions"
        ) from error
    return Settings(**{key: _checked(key, value, path) for key, value in _table(text, path).items()})


def _table(text: bytes, path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"Cannot read the settings: {error}", where=str(path), todo="Correct the file") from error


def _nearest(cwd: Path) -> Path:
    for folder in (cwd, *cwd.parents):
        if (folder / SETTINGS_FILE).is_file() or (folder / STORE).is_file():
            return folder
    return cwd


def _checked(key: str, value: Any, path: Path) -> Any:
    known = {field.name: field.default for field in fields(Settings)}
    if key not in known:
        raise UsageError(
            f"Unknown setting {key!r}", where=str(path), todo=f"The settings are {', '.join(sorted(known))}"
        )
    problem = _problem(key, value, known[key])
    if problem:
        raise UsageError(f"Setting {key!r} must be {problem}", where=str(path), todo=f"It is {value!r} now")
    return tuple(value) if isinstance(value, list) else value


def _problem(key: str, value: Any, default: Any) -> str:
    """Say what a value must be, "" where it is that."""
    if isinstance(default, tuple):
        return _kinds_problem(value)
    if key == "difficulty":
        return "" if _is_difficulty(value) else FORMS
    if isinstance(default, str):
        return "" if isinstance(value, str) else "a text"
    if isinstance(default, bool):
        return "" if isinstance(value, bool) else "true or false"
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "a number"
    if isinstance(default, int):
        least = 0 if key in _FROM_NONE else 1
        return "" if isinstance(value, int) and value >= least else f"a whole number from {least}"
    low, high = _RANGES.get(key, (0, 1))
    return "" if low <= value <= high else f"a number from {low} to {high}"


def _kinds_problem(value: Any) -> str:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        return "a list of texts"
    known = [kind.value for kind in QuestionKind]
    return "" if set(value) <= set(known) else f"a list of some of {', '.join(known)}"


def _is_difficulty(value: Any) -> bool:
    try:
        return value == "" or bool(parse(value))
    except (AttributeError, UsageError):
        return False
