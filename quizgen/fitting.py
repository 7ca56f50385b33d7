"""Fits the scheduler to how somebody remembers, and measures whether that foretells answers any better."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from types import ModuleType
from typing import Any

from quizgen.errors import NothingToDo, UsageError
from quizgen.schedule import Scheduler, days_between

ENOUGH = 400  # answers that a schedule foretold; fewer say too little about 21 weights
_FOLDS = 5
_BINS = 20
_LEAST = 1e-4  # nobody is ever certain

Log = Sequence[tuple[int, tuple[int, int]]]  # question, (rating, second); question by question, oldest first


@dataclass(frozen=True, slots=True)
class Measure:
    """How well answers were foretold: 0 would be perfect in both.

    ``log_loss`` is the mean surprise, ``rmse`` how far the foretold shares of right answers are from the true ones.
    """

    log_loss: float
    rmse: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Weights made for somebody's answers, and how the old and the new ones foretell them.

    ``after`` is measured on answers to questions that the weights were not made from.
    """

    answers: int  # that a schedule foretold
    questions: int
    weights: tuple[float, ...]
    before: Measure
    after: Measure

    @property
    def better(self) -> bool:
        """Whether the new weights foretell better."""
        return round(self.after.log_loss, 4) < round(self.before.log_loss, 4)


def fit(log: Log, scheduler: Scheduler) -> Fit:
    """Return weights fitted to a log beside those of ``scheduler``; the same log gives the same weights.

    Raises UsageError where the library for it is missing, NothingToDo where there are too few answers.
    """
    before = _foretold(log, scheduler)
    if len(before) < ENOUGH:
        raise NothingToDo(
            f"There are {len(before)} answers to learn from; {ENOUGH} are needed",
            todo="An answer counts when the question was answered on an earlier day too; play on",
        )
    after = [
        one
        for fold in range(_FOLDS)
        for one in _foretold(_part(log, fold), Scheduler(parameters=_weights(_others(log, fold))))
    ]
    return Fit(
        answers=len(before),
        questions=len({question for question, _ in log}),
        weights=_weights(log),
        before=_measured(before),
        after=_measured(after),
    )


def _part(log: Log, fold: int) -> Log:
    return [entry for entry in log if entry[0] % _FOLDS == fold]


def _others(log: Log, fold: int) -> Log:
    return [entry for entry in log if entry[0] % _FOLDS != fold]


def _foretold(log: Log, scheduler: Scheduler) -> list[tuple[float, bool]]:
    """Return the chance that was given to each later answer of not being wrong, and whether it was not."""
    found = []
    for _, entries in groupby(log, key=itemgetter(0)):
        memory = None
        for _, (rating, at) in entries:
            if memory and days_between(memory.last, at):
                found.append((scheduler.retrievability(memory, at), rating > 1))
            memory = scheduler.after(memory, rating, at)
    return found


def _measured(foretold: Iterable[tuple[float, bool]]) -> Measure:
    pairs = [(min(max(chance, _LEAST), 1 - _LEAST), known) for chance, known in foretold]
    loss = -math.fsum(math.log(chance if known else 1 - chance) for chance, known in pairs) / len(pairs)
    bins: dict[int, list[tuple[float, bool]]] = {}
    for pair in pairs:
        bins.setdefault(int(pair[0] * _BINS), []).append(pair)
    errors = (math.fsum(chance - known for chance, known in some) ** 2 / len(some) for some in bins.values())
    return Measure(loss, math.sqrt(math.fsum(errors) / len(pairs)))


def _library() -> ModuleType:
    try:
        import fsrs_rs_python
    except ImportError as error:
        raise UsageError(
            "Fitting the schedule needs the library fsrs-rs-python",
            todo="Install it with: pip install 'quizgen[optimize]'",
        ) from error
    return fsrs_rs_python


def _items(log: Log) -> Iterator[Any]:
    """Yield what was known before each later answer, with that answer, as the library takes it."""
    library = _library()
    for _, entries in groupby(log, key=itemgetter(0)):
        history, last = [], None
        for _, (rating, at) in entries:
            days = days_between(last, at) if last is not None else 0
            history.append(library.FSRSReview(rating, days))
            last = at
            if days:
                yield library.FSRSItem(list(history))


def _weights(log: Log) -> tuple[float, ...]:
    """Return the weights that suit a log best, within the limits that the scheduler sets."""
    from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

    found = _library().FSRS([]).compute_parameters(list(_items(log)))
    limits = zip(found, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
    return tuple(min(max(weight, low), high) for weight, low, high in limits)
