"""``why``, ``stats``, ``check``, ``orphans``, ``codes``, ``schema``: looking into what there is."""

import sys
from pathlib import Path

import click

from quizgen.commands import common

_DECIDE = (
    "Press c in 'quizgen review' to decide; or keep the facts that are right with 'quizgen keep ID', or reject the "
    "wrong ones. Then run 'quizgen make'."
)
SCHEMAS = [
    "check",
    "codes",
    "drops",
    "due",
    "facts",
    "grade",
    "orphans",
    "quality",
    "questions",
    "sources",
    "stats",
    "suspend",
    "templates",
    "why",
]


@click.command()
@click.argument("id")
@click.option(
    "--format", type=click.Choice(["text", "jsonl"]), default="text", show_default=True, help="Text or JSON lines."
)
@common.db
def why(db: Path | None, id: str, format: str) -> None:
    """Show where a question, fact, sentence or document comes from, down to file and line.

    ID is the beginning of an id. A word that begins no id is looked for in the questions, and those that say it are
    listed with their ids; several words are looked for in the sentences, and what became of these is shown.
    """
    from dataclasses import asdict

    from quizgen import trace

    with common.opened(db, readonly=True) as (_, store):
        chain = trace.why(store, id)
    if format == "jsonl":
        common.print_rows(map(asdict, chain), format, [])
        return
    from quizgen.commands.chain import lines

    for step in chain:
        for line in lines(step):
            common.say(line)


@click.command()
@common.format
@common.db
def check(db: Path | None, format: str) -> None:
    """Look for facts that contradict each other, damage in the store, and another language model than the recorded one.

    Facts that say different things of the same, such as two years of birth, are not asked until you keep the right one
    or reject the wrong one. They stand one below the other, each with its place and its sentence.
    """
    from dataclasses import asdict

    from quizgen import nlp, trace

    with common.opened(db, readonly=True) as (course, store):
        found = list(trace.check(store))
    model = course.settings.model or None
    found += [trace.Problem(code="model-differs", uid=nlp.installed(model), detail=line) for line in nlp.verify(model)]
    if not found:
        common.note("Nothing is wrong.")
        return
    disputed = any(problem.code == "conflict" for problem in found)
    columns = ["code", "uid", "detail", *(["sentence"] if disputed else [])]
    common.print_rows(map(asdict, found), format, columns, spare=["code", "sentence"])
    if disputed:
        common.note(_DECIDE)
    common.leave()


@click.command()
@click.option("--zone", metavar="NAME", help="Time zone in which a day begins; otherwise that of this machine.")
@click.option(
    "--plot", type=common.type_path, metavar="FILE.html", help="Write the figures as a page with charts to this file."
)
@common.format
@common.db
def stats(db: Path | None, plot: Path | None, zone: str | None, format: str) -> None:
    """Show how learning goes: answers by day, what is due, what is remembered, and which questions look bad.

    A day begins at four in the morning. With --plot nothing else is printed; the page is one file that needs no
    network, for light and dark screens and for paper.
    """
    from quizgen.commands import tally

    if plot is not None and plot.suffix.lower() not in (".html", ".htm", ""):
        raise click.UsageError(f"--plot writes HTML; call the file {plot.with_suffix('.html').name}")
    place = common.zone(zone)
    with common.opened(db, readonly=True) as (course, store):
        found = tally.gather(course, store, now=common.now(), zone=place)
    if plot is not None:
        _plot(plot, tally.page(found, course))
    elif format == "table":
        for line in tally.lines(found, width=common.width() or 80, encoding=sys.stdout.encoding):
            common.say(line)
    else:
        common.print_rows(tally.rows(found), format, tally.COLUMNS)


def _plot(path: Path, page: str) -> None:
    with common.written(path) as file:
        file.write_text(page, encoding="utf-8")
    if str(path) not in ("-", "/dev/stdout"):
        common.say(f"Wrote {path}. Open it in a browser.")


@click.command()
@click.option("--delete", is_flag=True, help="Delete them for good.")
@common.format
@common.db
def orphans(db: Path | None, delete: bool, format: str) -> None:
    """List what is retired and that nothing needs any more."""
    with common.opened(db, readonly=not delete) as (_, store):
        rows = [{"table": table, "uid": uid} for table, uid in store.orphans(delete=delete)]
    if not rows:
        common.note("There is none.")
        return
    common.print_rows(rows, format, ["table", "uid"])
    if delete:
        common.note(f"Deleted {len(rows)}.")


@click.command()
@common.format
def codes(format: str) -> None:
    """List the reason codes that drops and flaws carry."""
    from dataclasses import asdict

    from quizgen.codes import all_codes

    columns = ["code", "severity", "meaning", "module"]
    common.print_rows(map(asdict, all_codes()), format, columns, spare=["module", "severity"])


@click.command()
@click.argument("name", type=click.Choice(SCHEMAS))
def schema(name: str) -> None:
    """Print the JSON Schema of the rows of a listing."""
    from importlib import resources

    text = (resources.files("quizgen") / "resources" / "schema" / f"{name}.json").read_text(encoding="utf-8")
    click.echo(text, nl=False)
