"""The three verdicts on a typed answer."""

from enum import StrEnum


class Verdict(StrEnum):
    """What a fair teacher says to an answer."""

    RIGHT = "right"
    CLOSE = "close"  # deserves "nearly", does not count as known
    WRONG = "wrong"

    @property
    def rank(self) -> int:
        """2 for right, 1 for close, 0 for wrong."""
        return {"right": 2, "close": 1, "wrong": 0}[self.value]


def best(verdicts: list[Verdict]) -> Verdict:
    """Return the best of several verdicts; wrong where there are none."""
    return max(verdicts, key=lambda verdict: verdict.rank, default=Verdict.WRONG)


def worst(verdicts: list[Verdict]) -> Verdict:
    """Return the worst of several verdicts; wrong where there are none."""
    return min(verdicts, key=lambda verdict: verdict.rank, default=Verdict.WRONG)
