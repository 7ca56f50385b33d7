"""Counts, shares and times in words, the same on every surface."""

# What the shares beside a document or a kind are of.
SHARES = (
    "Right: of all answers. Remembered, predicted: of the questions that were due again. "
    "Known today: of those learned so far. A dash: none so far."
)


def percent(share: float | None) -> str:
    """Return a share in words for people, a dash where there is none."""
    return "–" if share is None else f"{share:.0%}"


def duration(seconds: float) -> str:
    """Return a time as hours and minutes, or as seconds where it is short."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min" if minutes else f"{rest} s"


def counted(number: int, of: str) -> str:
    """Return a number with its noun."""
    return f"{number:,} {noun(number, of)}"


def noun(number: int, of: str) -> str:
    """Return a noun as its number asks."""
    return of if number == 1 else f"{of}s"
