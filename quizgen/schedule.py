"""When a question is asked again: FSRS over ratings, and the days that learners count in.

The state of a question is the fold of its ratings, oldest first; nothing here depends on chance or on the clock.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import fsrs

DAY_STARTS = 4  # o'clock: whoever plays past midnight is still in yesterday
RETENTION = 0.9
_DAY = 86_400
_WEIGHTS = 21  # of FSRS-6
_STEP = dt.timedelta(minutes=10)  # what was not known is asked again on the same day, what was known is not


class Rating(IntEnum):
    """How well a question was remembered."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What is known of how well a question is remembered; ``stability`` is in days, ``difficulty`` from 1 to 10."""

    state: str  # learning, review, relearning
    due: int  # seconds since the epoch
    last: int  # when it was rated
    step: int | None = None
    stability: float | None = None
    difficulty: float | None = None


@dataclass(frozen=True)
class Scheduler:
    """FSRS aiming at a share of remembered questions; ``parameters`` are its 21 weights, empty for the usual ones.

    Raises ValueError for another number of weights.

    A first right answer puts a question off by days; a wrong or hard one brings it back ten or fifteen minutes later.
    """

    retention: float = RETENTION
    parameters: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if len(self.parameters) not in (0, _WEIGHTS):
            raise ValueError(f"expected {_WEIGHTS} weights, not {len(self.parameters)}")

    def after(self, memory: Memory | None, rating: int, at: int) -> Memory:
        """Return what a question's memory is after a rating; ``memory`` is None before the first."""
        import fsrs

        # A clock that was set back must not make time run backwards.
        at = max(at, memory.last) if memory else at
        card, _ = self._fsrs.review_card(_card(memory, at), fsrs.Rating(rating), _time(at))
        assert card.last_review is not None
        return Memory(
            state=card.state.name.lower(),
            due=int(card.due.timestamp()),
            last=int(card.last_review.timestamp()),
            step=card.step,
            stability=card.stability,
            difficulty=card.difficulty,
        )

    def replay(self, ratings: Iterable[tuple[int, int]]) -> Memory | None:
        """Return what ratings (rating, second), oldest first, lead to; None for none."""
        memory = None
        for rating, at in ratings:
            memory = self.after(memory, rating, at)
        return memory

    def retrievability(self, memory: Memory, at: int) -> float:
        """Return the chance that a question is remembered at a time; whole days count."""
        return float(self._fsrs.get_card_retrievability(_card(memory, at), _time(at)))

    @cached_property
    def _fsrs(self) -> "fsrs.Scheduler":
        import fsrs

        return fsrs.Scheduler(
            self.parameters or fsrs.Scheduler().parameters,
            desired_retention=self.retention,
            learning_steps=(_STEP,),
            relearning_steps=(_STEP,),
            enable_fuzzing=False,
        )


def rating_of(verdict: str, hints: int = 0, *, typo: bool = False) -> Rating:
    """Return the rating that an answer speaks for: wrong is again, close or with help hard, right good."""
    if verdict == "wrong":
        return Rating.AGAIN
    return Rating.HARD if verdict == "close" or hints or typo else Rating.GOOD


def day_end(now: int, zone: dt.tzinfo | None, *, starts: int = DAY_STARTS) -> int:
    """Return the second at which the learner's day ends that ``now`` is in; None is the computer's own time zone."""
    return day_bounds(now, zone, 1, starts=starts)[1]


def day_bounds(now: int, zone: dt.tzinfo | None, days: int, *, starts: int = DAY_STARTS) -> list[int]:
    """Return when today began and when it and the days after it end, ``days`` in all; clock changes are minded."""
    local = dt.datetime.fromtimestamp(now, zone)
    today = local.date() - dt.timedelta(days=local.hour < starts)
    hour = dt.time(starts, tzinfo=zone)
    return [int(dt.datetime.combine(today + dt.timedelta(days=n), hour).timestamp()) for n in range(days + 1)]


def rests(scheduler: Scheduler, count: int) -> list[int]:
    """Return how many days a question rests each time that it is answered right from the first time on."""
    memory, days = None, list[int]()
    for _ in range(count):
        memory = scheduler.after(memory, Rating.GOOD, memory.due if memory else 0)
        days.append((memory.due - memory.last) // _DAY)
    return days


def days_between(last: int, at: int) -> int:
    """Return how many nights lie between two times: twelve hours make one, thirty-six two.

    Whole days alone would take an evening and the second morning after it for one day.
    """
    return max(0, (at - last + _DAY // 2) // _DAY)


def _card(memory: Memory | None, at: int) -> "fsrs.Card":
    """Return a memory as FSRS takes it; a card that is given no id waits a millisecond for one."""
    import fsrs

    if memory is None:
        return fsrs.Card(card_id=0)
    return fsrs.Card(
        card_id=0,
        state=fsrs.State[memory.state.capitalize()],
        step=memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_time(memory.due),
        last_review=_time(at - days_between(memory.last, at) * _DAY),
    )


def _time(at: int) -> dt.datetime:
    return dt.datetime.fromtimestamp(at, dt.UTC)
