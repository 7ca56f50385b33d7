"""The calendar behind a heat map."""

import datetime as dt

import pytest

from quizgen.stats.answer import day
from quizgen.stats.calendar import level, thresholds, weeks

THURSDAY = dt.date(2024, 2, 1)


@pytest.mark.parametrize("number", [1, 2, 30])
def test_weeks_begin_on_monday_and_end_with_the_last_day(number: int) -> None:
    found = weeks({}, last=THURSDAY, number=number)
    assert len(found) == number
    assert [len(week) for week in found] == [7] * (number - 1) + [4]
    assert all(week[0].date.weekday() == 0 for week in found)
    assert found[-1][-1].date == THURSDAY


def test_counts_stand_on_their_day_with_a_level() -> None:
    (week,) = weeks({THURSDAY: 20, dt.date(2024, 1, 30): 1, dt.date(2023, 1, 1): 99}, last=THURSDAY, number=1)
    assert [(one.count, one.level) for one in week] == [(0, 0), (1, 1), (0, 0), (20, 4)]


@pytest.mark.parametrize(
    ("counts", "bounds"),
    [
        ([], [1, 1, 2, 3]),
        ([0, 0], [1, 1, 2, 3]),
        ([1], [1, 1, 1, 1]),
        ([4, 8, 12, 16, 20], [1, 5, 10, 15]),
        ([*[10] * 19, 500], [1, 3, 5, 8]),  # one day of cramming
    ],
)
def test_levels_are_quarters_of_what_is_usual(counts: list[int], bounds: list[int]) -> None:
    assert thresholds(counts) == bounds


def test_no_answer_is_no_level() -> None:
    assert level(0, [1, 1, 1, 1]) == 0


@pytest.mark.parametrize(("hour", "expected"), [(0, 31), (3, 31), (4, 1), (23, 1)])
def test_a_day_begins_in_the_small_hours(hour: int, expected: int) -> None:
    at = int(dt.datetime(2024, 2, 1, hour, tzinfo=dt.UTC).timestamp())
    assert day(at, dt.UTC, 4).day == expected
    assert day(at, dt.UTC) == THURSDAY
