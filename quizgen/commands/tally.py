"""What ``stats`` prints: the figures of a course as rows, and where they come from."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quizgen import selection, stats
from quizgen.config import Course
from quizgen.model import Filter
from quizgen.schedule import DAY_STARTS, day_bounds
from quizgen.stats.figures import Figures, Forecast, Learned, figures
from quizgen.stats.retention import LEARNED
from quizgen.store import Answer, Asked, Store

DAYS = 30  # of the forecast
COLUMNS = ("group", "name", "count", "right", "close", "share", "seconds")

Row = dict[str, Any]
_EMPTY: Row = dict.fromkeys(
    ("right", "close", "share", "seconds", "question", "reviews", "remembered", "predicted", "cards", "known")
)


def gather(course: Course, store: Store, *, now: int, zone: dt.tzinfo | None = None) -> Figures:
    """Return the figures of a course; zone None is the computer's."""
    given = list(store.answers())
    asked = {one.question: one for one in store.asked()}
    return figures(
        (_answer(answer, asked[answer.question]) for answer in given),
        learned=_learned(store, asked),
        options={uid: one.wrong for uid, one in asked.items()},
        forecast=_forecast(course, store, now, zone),
        held=store.counts(),
        scheduler=store.scheduler(course.settings.retention),
        now=now,
        zone=zone,
        starts=DAY_STARTS,
    )


def lines(found: Figures, *, width: int, encoding: str | None) -> Iterator[str]:
    """Return the figures for a terminal; blocks only where its encoding has them."""
    from quizgen.terminal import figures as shown

    return shown.lines(found, width=width, blocks=shown.signs(encoding))


def page(found: Figures, course: Course) -> str:
    """Return the figures as an HTML page."""
    from quizgen import plot

    return plot.page(found, title=course.folder.resolve().name or "Course")


def rows(found: Figures) -> list[Row]:
    """Return a row for each count: what the store holds, then what was answered, what is due and what looks bad."""
    held = [_row("store", name, count) for name, count in found.held.items()]
    if not found.answers.total.answered:
        return held
    streak = [_row("streak", "days", found.answers.streak), _row("streak", "longest", found.answers.longest)]
    return [*held, *streak, *_answered(found), *_due(found.forecast), *_items(found.bad)]


def _answered(found: Figures) -> Iterator[Row]:
    """Yield the counts of answers, those of documents and kinds with what is remembered."""
    kept = {"total": {"": found.retention}, "document": found.documents, "kind": found.kinds}
    for line in found.answers.lines:
        told = {"right": line.right, "close": line.close, "share": round(line.share, 3), "seconds": line.seconds}
        row = _row(line.group, line.name, line.answered) | told | {"question": line.question or None}
        memory = kept.get(line.group, {}).get(line.name)
        yield row | (_memory(memory) if memory else {})


def _memory(found: stats.Retention) -> Row:
    shares = {name: getattr(found, name) for name in ("remembered", "predicted", "known")}
    rounded = {name: None if share is None else round(share, 3) for name, share in shares.items()}
    return {"reviews": found.reviews, "cards": found.cards, **rounded}


def _due(forecast: Forecast) -> Iterator[Row]:
    yield _row("due", "overdue", forecast.overdue)
    yield from (_row("due", date.isoformat(), count) for date, count in forecast.days)
    yield _row("due", "later", forecast.later)


def _items(found: Sequence[stats.Item]) -> Iterator[Row]:
    for item in found:
        told = {"right": item.right, "close": item.close, "share": round(item.share, 3), "seconds": item.seconds}
        more = {"question": item.question, "problems": list(item.problems), "unchosen": list(item.unchosen)}
        discrimination = None if item.discrimination is None else round(item.discrimination, 3)
        yield _row("item", item.prompt, item.answered) | told | more | {"discrimination": discrimination}


def _row(group: str, name: str, count: int) -> Row:
    return {"group": group, "name": name, "count": count, **_EMPTY, "discrimination": None} | {
        "problems": [],
        "unchosen": [],
    }


def _answer(answer: Answer, question: Asked) -> stats.Answer:
    return stats.Answer(
        question=answer.question,
        at=answer.at,
        verdict=answer.verdict,
        seconds=answer.seconds,
        mode=answer.mode,
        document=answer.document,
        kind=question.kind,
        prompt=question.prompt,
        given=answer.given,
        rating=answer.rating,
        session=answer.session,
        player=" ".join(answer.players),
    )


def _learned(store: Store, asked: Mapping[str, Asked]) -> list[Learned]:
    """Return what has left learning and is still in use: what was wrong a minute ago is not known for that."""
    held = store.suspended()
    return [
        Learned(question=uid, document=asked[uid].document, kind=asked[uid].kind, memory=card.memory)
        for uid, card in store.cards().items()
        if card.memory and card.memory.state == LEARNED and uid not in held and asked[uid].in_use
    ]


def _forecast(course: Course, store: Store, now: int, zone: dt.tzinfo | None) -> Forecast:
    """Return what is due; what was so when today began is overdue."""
    bounds, wanted = day_bounds(now, zone, DAYS), selection.asked(Filter(), course.settings)
    by_document = store.forecast(wanted, ends=bounds)
    overdue, *days = [sum(column) for column in zip(*by_document.values(), strict=True)] or [0] * (DAYS + 1)
    today = stats.day(now, zone, DAY_STARTS)
    dates = (today + dt.timedelta(days=number) for number in range(DAYS))
    later = store.counts_due(wanted, until=bounds[-1]).later
    return Forecast(overdue=overdue, days=tuple(zip(dates, days, strict=True)), later=later)
