"""What every player says in the same words."""

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
# Largest first: from how many seconds on a time is told in this unit, and its length.
_UNITS = ((548 * _DAY, 365.25 * _DAY, "year"), (45 * _DAY, 30.44 * _DAY, "month"), (1.5 * _DAY, _DAY, "day"))

# Why a question may be bad.
REASONS = ("unclear", "wrong answer", "several right answers", "not worth asking", "bad wording")


def again(due: int, at: float) -> str:
    """Return when a question comes again, as seen from ``at``: "today", "tomorrow", "in 3 days"."""
    seconds = due - at
    for least, length, unit in _UNITS:
        if seconds >= least:
            return f"in {_count(seconds / length, unit)}"
    if seconds >= 0.75 * _DAY:
        return "tomorrow"
    return f"in {_count(seconds / _HOUR, 'hour')}" if seconds >= 1.5 * _HOUR else "today"


def ago(then: int, at: float) -> str:
    """Return how long ago something was, as seen from ``at``: "5 minutes ago"."""
    seconds = at - then
    if seconds >= 1.5 * _HOUR:
        return f"{_count(seconds / _HOUR, 'hour')} ago"
    return f"{_count(seconds / _MINUTE, 'minute')} ago" if seconds >= _MINUTE else "just now"


def _count(number: float, unit: str) -> str:
    whole = max(1, round(number))
    return f"{whole} {unit}{'' if whole == 1 else 's'}"
