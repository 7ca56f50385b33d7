"""Everything that can be said of the answers so far, put together once for the terminal, for rows and for a page."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quizgen.stats.answer import Answer, day
from quizgen.stats.counts import Summary, summary
from quizgen.stats.items import Item, bad, items
from quizgen.stats.retention import Recall, Retention, Scheduler, calibration, known_now, recalls, retention


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """A question that has left learning and is in use; ``memory`` is what the scheduler made of its answers."""

    question: str  # uid
    document: str
    kind: str
    memory: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """How many questions are due: since before today, on each day from today on, and after those."""

    overdue: int = 0
    days: tuple[tuple[dt.date, int], ...] = ()
    later: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of a course on the day ``today``; ``held`` counts what the store has, by name."""

    today: dt.date
    held: Mapping[str, int]
    answers: Summary
    forecast: Forecast
    retention: Retention
    documents: Mapping[str, Retention]
    kinds: Mapping[str, Retention]
    calibration: tuple[Retention, ...]
    bad: tuple[Item, ...]

    @property
    def counts(self) -> dict[dt.date, int]:
        """Return how many answers each day had."""
        return {dt.date.fromisoformat(line.name): line.answered for line in self.answers.days}


def figures(
    answers: Iterable[Answer],
    *,
    learned: Sequence[Learned],
    options: Mapping[str, Sequence[str]],
    forecast: Forecast,
    held: Mapping[str, int],
    scheduler: Scheduler,
    now: int,
    zone: dt.tzinfo | None = dt.UTC,
    starts: int = 0,
) -> Figures:
    """Return what answers say; ``options`` are the wrong ones of a question, by uid, and days begin at ``starts``."""
    given, today = list(answers), day(now, zone, starts)
    seen = recalls(given, scheduler)
    known = known_now({one.question: one.memory for one in learned}, scheduler, now)
    return Figures(
        today=today,
        held=held,
        answers=summary(given, today=today, zone=zone, starts=starts),
        forecast=forecast,
        retention=retention(seen, known.values()),
        documents=_by("document", seen, learned, known),
        kinds=_by("kind", seen, learned, known),
        calibration=tuple(calibration(seen)),
        bad=tuple(bad(items(given, options))),
    )


def _by(
    what: str, seen: Sequence[Recall], learned: Sequence[Learned], known: Mapping[str, float]
) -> dict[str, Retention]:
    """Return retention by document or kind; a question by hand may belong to no document, and is left out."""
    answers: dict[str, list[Recall]] = defaultdict(list)
    chances: dict[str, list[float]] = defaultdict(list)
    for one in seen:
        answers[getattr(one.answer, what)].append(one)
    for card in learned:
        chances[getattr(card, what)].append(known[card.question])
    names = sorted({*answers, *chances} - {""})
    return {name: retention(answers[name], chances[name]) for name in names}
