"""How fast a review goes: a teacher should check 60 questions in 10 minutes."""

from dataclasses import dataclass

TARGET = 10.0  # seconds a question
LONGEST = 30.0  # a longer stop is a pause and does not count
LEAST = 5  # decisions from which on a pace can be told


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How many decisions were made in this sitting, in how many seconds of work, and how many questions are left.

    A group that was accepted in one go is one decision; what was taken back is none.
    """

    decided: int
    seconds: float
    left: int

    @property
    def is_known(self) -> bool:
        """Return whether there were enough decisions to tell a pace."""
        return self.decided >= LEAST

    @property
    def each(self) -> float:
        """Return the seconds that a decision takes, those of the target until a pace is known."""
        return self.seconds / self.decided if self.is_known else TARGET

    @property
    def remaining(self) -> float:
        """Return the seconds that what is left will take."""
        return self.left * self.each
