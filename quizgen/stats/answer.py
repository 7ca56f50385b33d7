"""An answer as statistics see it."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One recorded answer; ``at`` is in seconds since the epoch, ``kind`` that of the question.

    ``rating`` is 1 again to 4 easy, 0 where the schedule was left alone; ``session`` and ``player`` say who answered.
    """

    question: str  # uid
    at: int
    verdict: str  # right, close, wrong
    seconds: float = 0.0
    mode: str = ""
    document: str = ""
    kind: str = ""
    prompt: str = ""
    given: str = ""
    rating: int = 0
    session: str = ""
    player: str = ""

    @property
    def right(self) -> bool:
        """Return whether it counts as known."""
        return self.verdict == "right"


def day(at: int, zone: dt.tzinfo | None, starts: int = 0) -> dt.date:
    """Return the day that a second belongs to, where days begin at ``starts`` o'clock; zone None is the computer's."""
    local = dt.datetime.fromtimestamp(at, zone)
    return local.date() - dt.timedelta(days=local.hour < starts)
