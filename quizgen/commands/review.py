"""``keep``, ``reject``, ``edit``, ``tag``, ``add``, ``undo``, ``review``: what a person decides."""

from pathlib import Path
from typing import Any

import click

from quizgen.commands import common, selecting
from quizgen.errors import UsageError

_BACK = "Take it back with: quizgen undo"
_BY_HAND = ["short", "cloze", "truefalse", "numeric"]

_ids = click.argument("ids", nargs=-1, required=True, metavar="ID...")


@click.command()
@_ids
@common.db
def keep(db: Path | None, ids: tuple[str, ...]) -> None:
    """Approve questions or facts."""
    from quizgen import curation
    from quizgen.commands import decided

    with common.opened(db) as (_, store):
        done = curation.keep(store, ids, now=common.now())
        common.say_all([*decided.lines(store, "Kept", done), _BACK])


@click.command()
@_ids
@click.option("--reason", default="", metavar="TEXT", help="Why; it is stored with the decision.")
@common.db
def reject(db: Path | None, ids: tuple[str, ...], reason: str) -> None:
    """Keep questions, or all questions of a fact, out of decks and quizzes."""
    from quizgen import curation
    from quizgen.commands import decided

    with common.opened(db) as (_, store):
        done = curation.reject(store, ids, reason=reason, now=common.now())
        common.say_all([*decided.lines(store, "Rejected", done), _BACK])


@click.command()
@click.argument("id")
@click.option("--prompt", metavar="TEXT", help="New wording of the question.")
@click.option("--answer", metavar="TEXT", help="New answer.")
@click.option("--accept", multiple=True, metavar="TEXT", help="Another right answer. May be given again.")
@click.option("--option", "options", multiple=True, metavar="TEXT", help="A wrong option. May be given again.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="A tag. May be given again.")
@click.option("--editor", is_flag=True, help="Change the question in your editor.")
@common.db
def edit(db: Path | None, id: str, editor: bool, **changes: Any) -> None:
    """Change a question; the change survives every later run.

    What is given replaces what was there: all accepted answers, all wrong options, all tags.
    """
    from quizgen import curation
    from quizgen.commands.editor import shown

    with common.opened(db) as (_, store):
        given = {key: value for key, value in changes.items() if value is not None and value != ()}
        if editor:
            from quizgen.commands.editor import edited

            given = edited(store.question(id)) | given
        question = curation.edit(store, id, now=common.now(), **given)
        short = store.short(question.uid)
    common.say(f"{short}: {question.prompt}  →  {question.answer}")
    for name, value in shown(question)[2:]:
        common.say(f"  {name}: {value}")
    common.say(_BACK)


@click.command()
@_ids
@click.option("--add", multiple=True, metavar="TAG", help="A tag to give. May be given again.")
@click.option("--remove", multiple=True, metavar="TAG", help="A tag to take away. May be given again.")
@common.db
def tag(db: Path | None, ids: tuple[str, ...], add: tuple[str, ...], remove: tuple[str, ...]) -> None:
    """Give questions tags, or take tags away."""
    from quizgen import curation
    from quizgen.commands import decided

    with common.opened(db) as (_, store):
        done = curation.tag(store, ids, add=add, remove=remove, now=common.now())
        common.say_all(decided.lines(store, "Tagged", done))
        if len(done) == 1:
            common.say(f"  tags: {decided.state(store, done[0])['tags'] or decided.NONE}")
    common.say(_BACK)


@click.command()
@click.option("--prompt", required=True, metavar="TEXT", help="The question; a cloze has its blank as _____.")
@click.option("--answer", required=True, metavar="TEXT", help="The answer.")
@click.option(
    "--kind", type=click.Choice(_BY_HAND), default="short", show_default=True, help="Form; with --option a choice."
)
@click.option("--accept", multiple=True, metavar="TEXT", help="Another right answer. May be given again.")
@click.option("--option", "options", multiple=True, metavar="TEXT", help="A wrong option. May be given again.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="A tag. May be given again.")
@click.option("--explanation", default="", metavar="TEXT", help="Shown with the answer.")
@click.option("--document", default="", metavar="DOCUMENT", help="The document whose deck it goes to.")
@common.db
def add(db: Path | None, **fields: Any) -> None:
    """Add a question of your own."""
    from quizgen import curation

    with common.opened(db, create=True) as (_, store):
        question = curation.add(store, now=common.now(), **fields)
        common.say(f"Added {store.short(question.uid)}. {_BACK}")
    if not question.document:
        common.say("It belongs to no document, so no deck of 'make' has it; 'quizgen export' has, or give --document.")


@click.command()
@common.db
def undo(db: Path | None) -> None:
    """Take back the latest keep, reject, edit, tag or add; again for the one before."""
    from quizgen.commands import decided

    with common.opened(db) as (_, store):
        common.say_all(decided.undone(store, now=common.now()))


@click.command()
@click.option(
    "--export",
    "output",
    type=common.type_path,
    metavar="FILE",
    help="Write the questions as a spreadsheet to edit; FILE ends in .xlsx or .tsv.",
)
@click.option(
    "--import",
    "edited",
    type=common.type_path,
    metavar="FILE",
    help="Read such a spreadsheet back: show what it changes, ask, and change it.",
)
@click.option("--yes", is_flag=True, help="With --import: do not ask.")
@click.option(
    "--overwrite", is_flag=True, help="With --import: take the file's word where a question has changed since."
)
@click.option("--all", "every", is_flag=True, help="Show what was decided, too.")
@click.option("--waiting", is_flag=True, help="With --export: only questions that wait for a decision.")
@click.option("--plain", is_flag=True, help="One line per decision, no full screen: for pipes and screen readers.")
@click.option("--web", is_flag=True, help="Check the questions in your browser, on this machine only.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="N",
    help="With --web: the port of the page; without it, one that is free.",
)
@click.option("--open", "launch", is_flag=True, help="With --web: open the page at once.")
@selecting.questions
@common.limit
@common.db
def review(
    db: Path | None,
    output: Path | None,
    edited: Path | None,
    yes: bool,
    overwrite: bool,
    web: bool,
    port: int,
    launch: bool,
    every: bool,
    waiting: bool,
    plain: bool,
    **selection: Any,
) -> None:
    """Check questions one by one: accept, reject or edit each with a key.

    Doubtful ones come first. Each decision is stored at once and can be undone; what was decided is not shown again.
    A spreadsheet takes all that are not rejected, or what the selecting options say.
    """
    from quizgen.commands import browser, desk, sheets

    if (output is not None) + (edited is not None) + web + plain > 1:
        raise UsageError("--export, --import, --plain and --web do not go together", todo="Give one of them")
    if waiting and (output is None or every):
        raise UsageError("--waiting goes with --export, without --all", todo="What waits is shown in any case")
    with common.opened(db) as (course, store):
        if output:
            sheets.export(course, store, output, common.chosen(**selection), every=every, waiting=waiting)
        elif edited:
            sheets.take(store, edited, yes=yes, overwrite=overwrite)
        else:
            table = desk.opened(course, store, common.chosen(**selection), every=every)
            if web:
                browser.review(table, port=port, launch=launch)
            else:
                desk.review(table, plain=plain)
