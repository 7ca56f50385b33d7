"""How much is remembered: what the schedule promised for each answer, what became of it, and what is known now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Protocol

from quizgen.stats.answer import Answer

LEARNED = "review"  # the state of a question that has left learning
BINS = (0.0, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)  # of promised chances, for comparing them with what came


class Memory(Protocol):
    """How well a question is remembered."""

    @property
    def state(self) -> str:
        """Return learning, review or relearning."""


class Scheduler(Protocol):
    """What tells how memory goes."""

    def after(self, memory: Any, rating: int, at: int) -> Any:
        """Return the memory after a rating."""

    def retrievability(self, memory: Any, at: int) -> float:
        """Return the chance that a question is remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """One answer to a question that had been learned before: was it ``remembered``, and how likely was that?"""

    answer: Answer
    predicted: float
    remembered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """Of ``reviews`` answers the share that was remembered, and the share that the schedule had predicted.

    ``cards`` are the questions that have left learning, ``known`` the share of them that would be remembered now.
    """

    reviews: int = 0
    remembered: float | None = None
    predicted: float | None = None
    cards: int = 0
    known: float | None = None


def recalls(answers: Iterable[Answer], scheduler: Scheduler) -> list[Recall]:
    """Return the answers, oldest first, that show whether something learned was remembered.

    They are those to questions that had left learning: what is drilled twice within minutes says nothing of memory.
    """
    memories: dict[str, Any] = {}
    found = []
    for answer in sorted((one for one in answers if one.rating), key=lambda one: one.at):
        memory = memories.get(answer.question)
        if memory is not None and memory.state == LEARNED:
            predicted = scheduler.retrievability(memory, answer.at)
            found.append(Recall(answer=answer, predicted=predicted, remembered=answer.rating > 1))
        memories[answer.question] = scheduler.after(memory, answer.rating, answer.at)
    return found


def retention(recalls: Iterable[Recall], known: Iterable[float]) -> Retention:
    """Sum up answers and, of the questions that have left learning, the chances that they are known now."""
    every, chances = list(recalls), list(known)
    return Retention(
        reviews=len(every),
        remembered=_mean([float(one.remembered) for one in every]),
        predicted=_mean([one.predicted for one in every]),
        cards=len(chances),
        known=_mean(chances),
    )


def calibration(recalls: Iterable[Recall]) -> list[Retention]:
    """Return answers together that were promised alike, the least likely first, empty bins left out."""
    every = list(recalls)
    bins = ([one for one in every if low <= one.predicted < high] for low, high in pairwise(BINS))
    return [retention(some, ()) for some in bins if some]


def known_now(memories: Mapping[str, Any], scheduler: Scheduler, now: int) -> dict[str, float]:
    """Return the chance that each question, by uid, would be remembered now."""
    return {uid: scheduler.retrievability(memory, now) for uid, memory in memories.items()}


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None
