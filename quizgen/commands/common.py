"""What the commands share: the store option, the selecting options, printing rows and showing progress."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click
from click.core import ParameterSource

from quizgen.errors import NothingToDo, UsageError
from quizgen.model import FactKind, FactStatus, Filter, QuestionKind, QuestionStatus

if TYPE_CHECKING:
    import datetime as dt

    from quizgen.commands.progress import Progress
    from quizgen.config import Course
    from quizgen.store import Store

FACT_KINDS = [kind.value for kind in FactKind]
FACT_STATUSES = [status.value for status in FactStatus]
QUESTION_KINDS = [kind.value for kind in QuestionKind]
QUESTION_STATUSES = [status.value for status in QuestionStatus]

_NAMED = 5  # files that a message names
type_path = click.Path(path_type=Path)

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class Words(click.ParamType):  # type: ignore[type-arg]
    """Words of a closed list, several divided by commas."""

    name = "words"

    def __init__(self, choices: Sequence[str]) -> None:
        self.choices = tuple(choices)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        return f"[{'|'.join(self.choices)}]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        words = tuple(word.strip() for word in value.split(",")) if isinstance(value, str) else value
        for word in words:
            if word not in self.choices:
                self.fail(f"{word!r} is not one of {', '.join(self.choices)}.", param, ctx)
        return words

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        from click.shell_completion import CompletionItem

        return [CompletionItem(word) for word in self.choices if word.startswith(incomplete)]


class Stretch(click.ParamType):  # type: ignore[type-arg]
    """A stretch of difficulty: a word, or a range of words or numbers."""

    name = "difficulty"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        return "LOW..HIGH"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        from quizgen import difficulty

        try:
            difficulty.parse(value)
        except UsageError:
            self.fail(f"{value!r} is none; give {difficulty.FORMS}.", param, ctx)
        return value

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        from click.shell_completion import CompletionItem

        from quizgen import difficulty

        return [CompletionItem(word) for word in difficulty.LEVELS if word.startswith(incomplete)]


db = click.option("--db", type=type_path, metavar="FILE", help="Store to use instead of the course folder's own.")
document = click.option(
    "--document",
    "documents",
    multiple=True,
    metavar="DOCUMENT",
    help="Only this document: its key, title, uid or a glob on keys. May be given again.",
)
section = click.option("--section", default="", metavar="TEXT", help="Only what stands under this heading.")
search = click.option("--search", default="", metavar="TEXT", help="Only what contains these words.")
limit = click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most this many rows.")
tag = click.option(
    "--tag",
    "tags",
    multiple=True,
    metavar="TAG",
    help="Only what has this tag or one below it; 'exam*' takes all that begin so. May be given again.",
)
min_score = click.option(
    "--min-score",
    type=float,
    metavar="X",
    help="Only questions with at least this score, and those that a person kept, edited or added.",
)
difficulty = click.option(
    "--difficulty",
    type=Stretch(),
    help="Only questions that are easy, medium or hard, or a range such as 0.3..0.6 or medium..hard.",
)
format = click.option(
    "--format",
    type=click.Choice(["table", "jsonl", "csv"]),
    default="table",
    show_default=True,
    help="A table to read, JSON lines for programs or CSV for a spreadsheet.",
)


def kinds(choices: Sequence[str]) -> Decorator:
    """Return the option that takes only these kinds."""
    return click.option("--kind", "--kinds", "kinds", multiple=True, type=Words(choices), help="Only these kinds.")


def statuses(choices: Sequence[str]) -> Decorator:
    """Return the option that takes only these statuses."""
    return click.option("--status", "statuses", multiple=True, type=Words(choices), help="Only these statuses.")


def chosen(**options: Any) -> Filter:
    """Return the filter that the selecting options describe."""
    for name in ("kinds", "statuses", "stages"):
        if name in options:
            options[name] = tuple(word for words in options[name] for word in words)
    if "difficulty" in options:
        options["difficulty"] = _span(options["difficulty"])
    return Filter(**options)


def _span(text: str | None) -> tuple[float, float] | None:
    from quizgen import difficulty

    return difficulty.parse(text) if text else None


def course(db: Path | None) -> "Course":
    """Return the course that ``--db``, the environment or the current folder names."""
    from quizgen import config

    return config.course(db, environ=os.environ, cwd=Path.cwd())


@contextmanager
def opened(db: Path | None, *, create: bool = False, readonly: bool = False) -> Iterator[tuple["Course", "Store"]]:
    """Open the course's store for the length of a command."""
    from quizgen.store import Store

    place = course(db)
    with Store.open(place.store, create=create, readonly=readonly) as store:
        yield place, store


@contextmanager
def written(output: Path) -> Iterator[Path]:
    """Return the file to write; what is for standard output goes through a file that is gone afterwards."""
    import tempfile

    if str(output) not in ("-", "/dev/stdout"):
        yield output
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "output"
        yield path
        click.echo(path.read_bytes(), nl=False)


def now() -> int:
    """Return the second in which the command runs; the library is always told."""
    return int(time.time())


def zone(name: str | None) -> "dt.tzinfo | None":
    """Return a time zone by its name, None for that of this machine; raises UsageError."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name) if name else None
    except (ValueError, OSError, KeyError) as error:
        raise UsageError(f"There is no time zone {name!r}", todo="Give one such as Europe/Berlin") from error


def someone() -> bool:
    """Tell whether a person sits at a terminal, who can be asked back."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def has_screen() -> bool:
    """Tell whether a full screen can be shown."""
    return someone() and os.environ.get("TERM", "dumb") != "dumb"


def say(text: str = "") -> None:
    """Print a line that holds text from data, without anything that a terminal would obey."""
    _print(text, err=False)


def say_all(lines: Iterable[str]) -> None:
    """Print lines."""
    for line in lines:
        say(line)


def note(text: str) -> None:
    """Print a line on standard error."""
    _print(text, err=True)


def _print(text: str, *, err: bool) -> None:
    """Print a line, on a terminal broken between words."""
    from quizgen.safe import show
    from quizgen.terminal.text import fold

    stream = sys.stderr if err else sys.stdout
    for line in fold(show(text), columns(stream)):
        click.echo(line, err=err)


def print_rows(
    rows: Iterable[Mapping[str, Any]], format: str, columns: Sequence[str], *, spare: Sequence[str] = ()
) -> None:
    """Print a listing, in a narrow terminal without columns that are ``spare``; raises NothingToDo where there is none.

    The first of ``spare`` goes first.
    """
    from quizgen import output

    some = False
    for line in output.lines(rows, format, columns, width=width(), spare=spare):
        click.echo(line)
        some = True
    if not some:
        raise _nothing()


def _nothing() -> NothingToDo:
    """Return why a listing is empty: it was asked for too much, or there is nothing yet."""
    context = click.get_current_context()
    given = {name for name in context.params if context.get_parameter_source(name) is ParameterSource.COMMANDLINE}
    if given - {"db", "format"}:
        return NothingToDo("Nothing matches", todo="Search for other words, or leave an option out")
    return NothingToDo("There is nothing yet", todo="Run 'quizgen make' first")


def is_narrow() -> bool:
    """Tell whether a table has little room."""
    from quizgen.output import NARROW

    return (width() or NARROW) < NARROW


def width() -> int | None:
    """Return the width of the terminal; None where the output goes elsewhere and need not be cut."""
    told = os.environ.get("COLUMNS", "")
    return int(told) if told.isdecimal() and int(told) else columns(sys.stdout)


def columns(stream: TextIO) -> int | None:
    """Return how many columns the terminal behind a stream has; None where there is none."""
    try:
        return os.get_terminal_size(stream.fileno()).columns or None if stream.isatty() else None
    except (OSError, ValueError):
        return None


@contextmanager
def progress() -> Iterator["Progress"]:
    """Show how far a long command has come, and take the line away however it ends."""
    from quizgen.commands.progress import Progress

    shown = Progress()
    try:
        yield shown
    finally:
        shown.close()


def report_skipped(skipped: Sequence[tuple[str, str]]) -> None:
    """Name what was skipped on standard error; the exit code is 1 then."""
    for source, reason in skipped:
        note(f"Skipped {source}: {reason}")
    if skipped:
        leave()


def report_passed_over(files: Sequence[Path]) -> None:
    """Name the files in folders that quizgen does not read, on standard error."""
    if files:
        named = ", ".join(str(file) for file in files[:_NAMED]) + (" …" if len(files) > _NAMED else "")
        note(f"Not read: {named}. Save them as .txt, .md or .html.")


def leave() -> None:
    """End the command with exit code 1: something was skipped, or a check found something."""
    click.get_current_context().exit(1)
