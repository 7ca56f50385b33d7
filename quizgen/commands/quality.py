"""``quality``: how the questions of each template and pattern fared with people."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen.commands import common
from quizgen.rank import FLOOR

if TYPE_CHECKING:
    from quizgen.habits import Acceptance, Judgement

GROUPS = ["total", "template", "pattern", "pair"]
_COLUMNS = ["template", "pattern", "accepted", "edited", "rejected", "waiting", "share", "low", "high", "score lost"]
_SPARE = ["low", "high", "waiting", "edited", "accepted", "rejected", "score lost"]
_FEW = ["template", "pattern", "accepted", "edited", "rejected", "waiting", "score lost"]
_LEARNED = (
    "Of these sorts you rejected or edited some. New questions of such a sort lose score, as much as stands here of "
    f"0.80; those that fall below {FLOOR:.2f} are not made. 'quizgen undo' takes that back with a decision."
)
_WORST = 10  # sorts of questions that are shown of those that were objected to


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
    """Show which sorts of questions you accepted, edited and rejected, and what was learned from it.

    A sort has a template, by which the question was made, and a pattern, by which its fact was read. Those are shown of
    which you rejected or edited some; new questions of such a sort lose score, as many as stand there of 0.80. With
    --all or --group all are shown, with the share that was accepted unchanged and its 95 % interval.
    """
    from quizgen import habits

    with common.opened(db, readonly=True) as (_, store):
        chosen = list(store.judgements(common.chosen(**selection)))
        found = habits.acceptance(chosen, habits.Habits(store.judgements(telling=True)))
    if format == "table" and not groups and not every:
        _tell(found, chosen, _WORST if limit is None else limit)
        return
    wanted = {word for words in groups for word in words} or set(GROUPS)
    shown = [one for one in found if one.group in wanted and (every or one.decided or one.group == "total")]
    rows = (_row(one) for one in shown[:limit])
    common.print_rows(map(_named, rows) if format == "table" else rows, format, _COLUMNS, spare=_SPARE)


def _tell(found: "Sequence[Acceptance]", judged: "Sequence[Judgement]", limit: int) -> None:
    """Say how all questions fared, why some were rejected, and which sorts were objected to."""
    for line in _summary(found[0], judged):
        common.say(line)
    bad = [one for one in found if one.group == "pair" and one.rejected + one.edited]
    if not bad:
        return
    common.say()
    common.say(_LEARNED)
    bad.sort(key=lambda one: (-one.lost, -one.rejected, -one.edited))
    common.print_rows((_named(_row(one)) for one in bad[:limit]), "table", _FEW, spare=_SPARE)
    more = f"{len(bad) - limit} more, and what" if len(bad) > limit else "What"
    common.note(f"{more} you accepted: quizgen quality --all")


def _summary(total: "Acceptance", judged: "Sequence[Judgement]") -> Iterator[str]:
    if not total.decided:
        yield "Nobody has decided about a question yet: quizgen review, keep, reject, edit."
        return
    done = f"Accepted as they were: {total.kept}, edited: {total.edited}, rejected: {total.rejected}"
    yield f"Decided: {total.decided}. {done}. Waiting: {total.waiting}."
    given = (one.reason.partition(" of q_")[0] for one in judged if one.verdict == "rejected")
    reasons = Counter(filter(None, given))
    if reasons:
        yield f"Why rejected: {', '.join(f'{reason} {count}' for reason, count in reasons.most_common())}"
    if total.kept == total.decided:
        yield "Nothing was edited or rejected, so no sort of question loses score."


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
    named = {"template": row["template"] or "all", "pattern": row["pattern"] or "all"}
    return row | named | {"accepted": row["kept"], "score lost": lost}


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 3)
