"""``due``, ``suspend``, ``unsuspend``, ``optimize``: when questions are asked again, and whether."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen.commands import common

if TYPE_CHECKING:
    from quizgen.fitting import Log
    from quizgen.schedule import Scheduler

_SHOWN = 5  # rests that tell two schedules apart
_USUAL = "Back to the usual weights: quizgen optimize --reset"

_ids = click.argument("ids", nargs=-1, metavar="ID...")


@click.command()
@click.option(
    "--days", type=click.IntRange(1, 366), default=7, show_default=True, metavar="N", help="Days to look ahead."
)
@click.option("--zone", metavar="NAME", help="Time zone in which a day ends at 4; otherwise that of this machine.")
@common.document
@common.section
@common.kinds(common.QUESTION_KINDS)
@common.tag
@common.min_score
@common.difficulty
@common.search
@common.format
@common.db
def due(db: Path | None, days: int, zone: str | None, format: str, **choice: Any) -> None:
    """Say how many questions are due when, how many are new, and of which documents.

    What is overdue is asked today too. A question is new until it is answered in a quiz that counts.
    """
    from quizgen import selection
    from quizgen.commands import agenda

    place = common.zone(zone)
    with common.opened(db, readonly=True) as (course, store):
        wanted = selection.asked(common.chosen(**choice), course.settings)
        rows = list(agenda.rows(store, wanted, now=common.now(), zone=place, days=days))
    if format == "table":
        rows = [row | {"name": row["name"] or "all"} for row in rows]
    columns = ["group", "name", "date", "due", "new", "suspended"]
    common.print_rows(rows, format, columns, spare=["group", "suspended", "date"])


@click.command()
@_ids
@common.format
@common.db
def suspend(db: Path | None, ids: tuple[str, ...], format: str) -> None:
    """Ask questions no more until they are taken back; without ID list those that are suspended.

    A suspended question stays in decks, and keeps its schedule.
    """
    from quizgen.commands import decided

    if not ids:
        _list_suspended(db, format)
        return
    with common.opened(db) as (_, store):
        with store.transaction():
            done = list(dict.fromkeys(store.suspend(uid, at=common.now()) for uid in ids))
        common.say_all(decided.lines(store, "Suspended", done))
        named = " ".join(map(store.short, done)) if len(done) <= decided.NAMED else "ID..."
        common.say(f"Take it back with: quizgen unsuspend {named}")


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@common.db
def unsuspend(db: Path | None, ids: tuple[str, ...]) -> None:
    """Ask suspended questions again."""
    from quizgen.commands import decided

    with common.opened(db) as (_, store):
        with store.transaction():
            done = list(dict.fromkeys(store.unsuspend(uid) for uid in ids))
        common.say_all(decided.lines(store, "Asked again:", done))


@click.command()
@click.option("--dry-run", is_flag=True, help="Measure and show, but change nothing.")
@click.option("--reset", is_flag=True, help="Take the usual weights again.")
@common.db
def optimize(db: Path | None, dry_run: bool, reset: bool) -> None:
    """Fit the schedule to how you remember.

    The weights of FSRS are fitted to all answers so far. They are taken if they foretell answers better to questions
    that they were not made from; then every question's next day is reckoned anew.
    """
    from quizgen.schedule import day_end

    with common.opened(db, readonly=dry_run) as (course, store):
        retention, today = course.settings.retention, day_end(common.now(), None)
        old = store.scheduler(retention)
        weights = () if reset else _fitted(list(store.ratings()), old)
        if weights == old.parameters:
            common.say("Nothing was changed.")
            return
        waiting = store.counts_due(until=today).due
        if not dry_run:
            store.adopt(weights, retention=retention)
        _say_rests(old, store.scheduler(retention) if not dry_run else type(old)(retention, weights))
        if not dry_run:
            common.say(f"Due today: {store.counts_due(until=today).due} (before: {waiting})")
    if dry_run or not reset:
        common.say("Nothing was changed, since this was a trial." if dry_run else _USUAL)


def _list_suspended(db: Path | None, format: str) -> None:
    import datetime as dt

    with common.opened(db, readonly=True) as (_, store):
        since = {uid: dt.datetime.fromtimestamp(at, dt.UTC).isoformat() for uid, at in store.suspended().items()}
        rows = [{"uid": one.uid, "since": since[one.uid], "prompt": one.prompt} for one in store.load(since)]
    if not rows:
        common.note("None is suspended.")
        return
    if format == "table":
        rows = [row | {"since": row["since"][:10]} for row in rows]
    common.print_rows(rows, format, ["uid", "since", "prompt"], spare=["since"])


def _fitted(log: "Log", old: "Scheduler") -> tuple[float, ...]:
    """Return better weights for a log, the old ones where none were found, and say how good they are."""
    from quizgen import fitting

    fit = fitting.fit(log, old)
    common.say(f"{fit.answers} answers to {fit.questions} questions say how you remember.")
    common.say("How well they are foretold on questions that the weights were not made from (less is better):")
    common.say(f"  log loss  {fit.before.log_loss:.4f} → {fit.after.log_loss:.4f}")
    common.say(f"  RMSE      {fit.before.rmse:.4f} → {fit.after.rmse:.4f}")
    if not fit.better:
        common.say("The fitted weights are no better, so the old ones stay.")
    return fit.weights if fit.better else old.parameters


def _say_rests(old: "Scheduler", new: "Scheduler") -> None:
    from quizgen.schedule import rests

    after, before = (", ".join(map(str, rests(one, _SHOWN))) for one in (new, old))
    common.say(f"A question that you always know rests {after} days (before: {before}).")
