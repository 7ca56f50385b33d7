"""``quality``: how the questions of each template and pattern fared with people."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen.commands import common

if TYPE_CHECKING:
    from quizgen.habits import Acceptance

GROUPS = ["total", "template", "pattern", "pair"]
_COLUMNS = ["template", "pattern", "kept", "edited", "rejected", "waiting", "share", "low", "high", "lost"]
_SPARE = ["low", "high", "waiting", "edited", "kept", "rejected", "lost"]


@click.command()
@common.document
@common.kinds(common.QUESTION_KINDS)
@common.tag
@click.option(
    "--group",
    "groups",
    multiple=True,
    type=common.Words(GROUPS),
    help="Only these rows: the total, by template, by pattern, or by template and pattern (pair).",
)
@click.option("--all", "every", is_flag=True, help="Also what nobody has decided about yet.")
@common.limit
@common.format
@common.db
def quality(
    db: Path | None, format: str, groups: tuple[tuple[str, ...], ...], every: bool, limit: int | None, **selection: Any
) -> None:
    """Show how many questions of each template and pattern people kept, edited and rejected.

    The share is what was kept unchanged, with its 95 % interval. A template is what a question was made by, a pattern
    what its fact was read by. New questions of a pair that people often reject or edit lose score: "lost" is what a
    score of 0.8 loses.
    """
    from quizgen import habits

    with common.opened(db, readonly=True) as (_, store):
        chosen = store.judgements(common.chosen(**selection))
        found = habits.acceptance(chosen, habits.Habits(store.judgements(telling=True)))
    wanted = {word for words in groups for word in words} or set(GROUPS)
    shown = [one for one in found if one.group in wanted and (every or one.decided or one.group == "total")]
    rows = (_row(one) for one in shown[:limit])
    common.print_rows(map(_named, rows) if format == "table" else rows, format, _COLUMNS, spare=_SPARE)
    if format == "table" and not any(one.decided for one in found):
        common.note("Nobody has decided about a question yet: quizgen review, keep, reject, edit.")


def _row(one: "Acceptance") -> dict[str, Any]:
    low, high = one.interval or (None, None)
    return {
        "group": one.group,
        "template": one.template,
        "pattern": one.pattern,
        "kept": one.kept,
        "edited": one.edited,
        "rejected": one.rejected,
        "waiting": one.waiting,
        "share": _rounded(one.share),
        "low": _rounded(low),
        "high": _rounded(high),
        "lost": one.lost,
    }


def _named(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row as people read it: what holds for all says so, and where there is nothing to lose stands nothing."""
    lost = row["lost"] if row["group"] == "pair" else None
    return row | {"template": row["template"] or "all", "pattern": row["pattern"] or "all", "lost": lost}


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 3)
