"""How much was answered, and how well."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from quizgen.stats.answer import Answer, day

_ENOUGH = 2  # answers before a question can be called hard


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Answers counted under one heading: a day, a document, a kind or a question."""

    group: str  # total, day, document, kind, question
    name: str
    answered: int
    right: int
    close: int
    seconds: float
    question: str = ""  # uid, where the line is about one

    @property
    def share(self) -> float:
        """Return the part of the answers that were right, 0 to 1."""
        return self.right / self.answered if self.answered else 0.0

    def row(self) -> dict[str, Any]:
        """Return the line as a row of output."""
        counts = {"answered": self.answered, "right": self.right, "close": self.close}
        return {
            "group": self.group,
            "name": self.name,
            **counts,
            "share": round(self.share, 3),
            "seconds": self.seconds,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """All counts; ``hardest`` are the questions with the lowest share of right answers, ``streak`` is in days."""

    total: Line
    days: tuple[Line, ...]
    documents: tuple[Line, ...]
    kinds: tuple[Line, ...]
    hardest: tuple[Line, ...]
    streak: int
    longest: int

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return all lines, the total first."""
        return (self.total, *self.days, *self.documents, *self.kinds, *self.hardest)

    def rows(self) -> list[dict[str, Any]]:
        """Return one row a line, with the same keys in each, the total first."""
        return [line.row() for line in self.lines]


def summary(
    answers: Iterable[Answer], *, today: dt.date, zone: dt.tzinfo | None = dt.UTC, starts: int = 0, hardest: int = 10
) -> Summary:
    """Sum up ``answers``, in any order; a day begins at ``starts`` o'clock in ``zone`` (None: the computer's).

    The streak counts the days in a row with an answer up to ``today``, or up to yesterday while today has none.
    """
    given = sorted(answers, key=lambda answer: (answer.at, answer.question))
    days = _grouped("day", given, lambda answer: day(answer.at, zone, starts).isoformat())
    dates = [dt.date.fromisoformat(line.name) for line in days]
    asked = [line for line in _grouped("question", given, lambda answer: answer.question) if _is_hard(line)]
    prompts = {answer.question: answer.prompt for answer in given if answer.prompt}
    ranked = sorted(asked, key=lambda line: (line.share, -line.answered, line.name))[:hardest]
    return Summary(
        total=_line("total", "", given),
        days=days,
        documents=_grouped("document", given, lambda answer: answer.document),
        kinds=_grouped("kind", given, lambda answer: answer.kind),
        hardest=tuple(replace(line, name=prompts.get(line.name, line.name), question=line.name) for line in ranked),
        streak=streak(dates, today),
        longest=max((streak(dates, date) for date in dates), default=0),
    )


def _is_hard(line: Line) -> bool:
    return line.answered >= _ENOUGH and line.share < 1


def _grouped(group: str, answers: Sequence[Answer], name: Callable[[Answer], str]) -> tuple[Line, ...]:
    """Return one line a name, sorted by name; answers without a name are left out."""
    found: dict[str, list[Answer]] = {}
    for answer in answers:
        found.setdefault(name(answer), []).append(answer)
    return tuple(_line(group, key, found[key]) for key in sorted(found) if key)


def _line(group: str, name: str, answers: Sequence[Answer]) -> Line:
    verdicts = [answer.verdict for answer in answers]
    seconds = round(sum(answer.seconds for answer in answers), 1)
    right, close = verdicts.count("right"), verdicts.count("close")
    return Line(group=group, name=name, answered=len(answers), right=right, close=close, seconds=seconds)


def streak(days: Iterable[dt.date], last: dt.date) -> int:
    """Return how many days in a row end at ``last``, or at the day before it."""
    played = set(days)
    current = last if last in played else last - dt.timedelta(days=1)
    count = 0
    while current in played:
        count, current = count + 1, current - dt.timedelta(days=1)
    return count
