"""``review --export`` and ``review --import``: a round trip through a spreadsheet."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.commands import common
from quizgen.counting import counted, noun

if TYPE_CHECKING:
    from quizgen.config import Course
    from quizgen.model import Filter
    from quizgen.reviewing.merging import Changed, Plan, Sheet
    from quizgen.store import Store

_EMPTY = "(empty)"
_NAMED = 10  # rows that a message names
_UNTOUCHED = "Nothing was changed."
_NOTHING_NEW = "The file says nothing new, so nothing was changed. Is it the one that you saved?"


def export(course: "Course", store: "Store", output: Path, filter: "Filter", *, every: bool, waiting: bool) -> None:
    """Write questions as a spreadsheet and say what to do with it.

    ``every`` takes rejected ones too, ``waiting`` only those that nobody has decided about.
    """
    from quizgen import exporters
    from quizgen.model import QuestionStatus
    from quizgen.reviewing import sheets

    taken = exporters.IN_USE if not every else (*exporters.IN_USE, QuestionStatus.REJECTED)
    statuses = filter.statuses or tuple(status.value for status in taken)
    if output.exists():
        _spare_edits(store, output)
    score = course.settings.min_score if filter.min_score is None else filter.min_score
    wanted = replace(filter, statuses=statuses, min_score=score)
    count = sheets.export(store, output, filter=wanted, undecided=waiting)
    common.say(f"{output}: {counted(count, 'question')}, one a row; doubtful ones first, decided ones last.")
    common.say("Write keep or reject into the column decision, edit what you like in the white columns, and save.")
    common.say(f"Then run: quizgen review --import {output}")


def _spare_edits(store: "Store", output: Path) -> None:
    """Raise UsageError where an export would replace what somebody wrote."""
    from quizgen.errors import InputError, UsageError
    from quizgen.reviewing import merging

    try:
        sheet = merging.read(output)
    except InputError:
        raise UsageError(
            "This file was not exported by quizgen", where=str(output), todo="Choose another name"
        ) from None
    plan = merging.compare(store, sheet)
    if plan.changes or plan.left or sheet.unread:
        first = "Import it first" if plan.changes else "Correct and import them" if plan.left else "Move them elsewhere"
        what = f"The file holds edits that quizgen does not have ({_places(sheet, plan)})"
        raise UsageError(what, where=str(output), todo=f"{first}, choose another name, or delete the file")


def _places(sheet: "Sheet", plan: "Plan") -> str:
    """Return where a file says what the course does not: the rows by their numbers, and columns of its own."""
    rows = sorted({one.number for one in plan.changes} | {one.number for one in plan.left})
    shown = ", ".join(map(str, rows[:_NAMED]))
    more = f" and {len(rows) - _NAMED} more" if len(rows) > _NAMED else ""
    columns = f"{noun(len(sheet.unread), 'column')} {', '.join(sheet.unread)}"
    return "; ".join([f"{noun(len(rows), 'row')} {shown}{more}"] * bool(rows) + [columns] * bool(sheet.unread))


def take(store: "Store", edited: Path, *, yes: bool, overwrite: bool) -> None:
    """Show what an edited spreadsheet changes, ask, and change it; leaves with code 1 where some was left out."""
    from quizgen.reviewing import merging

    sheet = merging.read(edited)
    plan = merging.compare(store, sheet, overwrite=overwrite)
    for line in _left(plan):
        common.note(line)
    for line in _lines(sheet, plan):
        common.say(line)
    if not plan.changes:
        common.say(_UNTOUCHED if plan.left else _NOTHING_NEW)
    elif yes or _agreed():
        done = merging.apply(store, sheet, plan, now=common.now(), overwrite=overwrite)
        common.say(f"Changed {counted(len(done), 'question')}. Take all of it back with: quizgen undo")
    else:
        common.say(_UNTOUCHED)
        return
    if plan.left:
        common.leave()


def _agreed() -> bool:
    from quizgen.errors import UsageError

    try:
        return click.confirm("Make these changes?", default=False)
    except click.Abort:
        if sys.stdin.isatty():
            raise
        common.say()
        raise UsageError("Nobody answered, so nothing was changed", todo="Repeat with --yes") from None


def _lines(sheet: "Sheet", plan: "Plan") -> Iterator[str]:
    """Yield what is shown before the question."""
    for changed in plan.changes:
        yield from _difference(changed)
    if sheet.unread:
        yield f"Columns that are not read: {', '.join(sheet.unread)}"
    if "check" in sheet.missing:
        yield "The column check is missing, so whatever differs from the course counts as changed."
    if plan.habits:
        yield f"Cells that the spreadsheet wrote in its own way (dates, numbers), and that stay: {plan.habits}"
    yield f"{counted(len(plan.changes), 'question')} would change; {_news(plan.same)}."
    yield "Questions without a row stay as they are."


def _left(plan: "Plan") -> Iterator[str]:
    """Yield the rows that are left out, and why."""
    if plan.left:
        yield "Left as it is:"
    for left in plan.left:
        what = f"{left.column}: " if left.column else ""
        yield f"  Row {left.number}, {left.prompt}"
        yield f"    {what}{left.why}"


def _difference(changed: "Changed") -> Iterator[str]:
    """Yield what one row changes."""
    yield f"Row {changed.number}, {changed.prompt}"
    for cell in changed.cells:
        yield f"  {cell.column} was: {cell.before or _EMPTY}"
        yield f"  {' ' * len(cell.column)} now: {cell.after or _EMPTY}"
    yield from (f"  But {flaw}." for flaw in changed.flaws)
    yield ""


def _news(rows: int) -> str:
    return "1 row says nothing new" if rows == 1 else f"{rows} rows say nothing new"
