"""How fast a review goes: a teacher should check 60 questions in 10 minutes."""

from dataclasses import dataclass

TARGET = 10.0  # seconds a question
LONGEST = 60.0  # a longer stop is a pause and does not count


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How many were decided in this sitting, in how many seconds of work, and how many are left."""

    decided: int
    seconds: float
    left: int

    @property
    def each(self) -> float:
        """Return the seconds that a question takes, those of the target until one is decided."""
        return self.seconds / self.decided if self.decided else TARGET

    @property
    def remaining(self) -> float:
        """Return the seconds that what is left will take."""
        return self.left * self.each

    @property
    def is_fast(self) -> bool:
        """Return whether 60 questions would be done in 10 minutes."""
        return self.each <= TARGET
