"""A calendar of weeks, as a heat map shows them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LEVELS = 4


@dataclass(frozen=True, slots=True)
class Day:
    """A day, how many answers it had, and how many that is: 0 none to ``LEVELS`` most."""

    date: dt.date
    count: int
    level: int


def weeks(counts: Mapping[dt.date, int], *, last: dt.date, number: int) -> list[list[Day]]:
    """Return the ``number`` weeks up to that of ``last``, from Monday on; days after it are left out."""
    first = last - dt.timedelta(days=last.weekday() + 7 * (number - 1))
    days = [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]
    bounds = thresholds([counts.get(day, 0) for day in days])
    shown = [Day(day, counts.get(day, 0), level(counts.get(day, 0), bounds)) for day in days]
    return [shown[start : start + 7] for start in range(0, len(shown), 7)]


def months(mondays: Sequence[dt.date]) -> list[tuple[int, str]]:
    """Return the place of the first week that begins in a month, with the month's short name, for each month."""
    begins = [0, *(n for n in range(1, len(mondays)) if mondays[n].month != mondays[n - 1].month)]
    return [(place, f"{mondays[place]:%b}") for place in begins]


def thresholds(counts: Sequence[int]) -> list[int]:
    """Return the least count of each level from 1 on: quarters of what is usual on a day with answers.

    The usual is what nine of ten such days do not exceed, so that one day of cramming does not pale all others.
    """
    played = sorted(count for count in counts if count)
    usual = played[max(0, -(-9 * len(played) // 10) - 1)] if played else LEVELS
    return [max(1, -(-usual * step // LEVELS)) for step in range(LEVELS)]


def level(count: int, bounds: Sequence[int]) -> int:
    """Return the level of a count by the least count of each."""
    return sum(count >= bound for bound in bounds) if count else 0
