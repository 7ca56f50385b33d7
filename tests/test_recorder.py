"""What a quiz leaves in the store: days in a row."""

import datetime as dt

import pytest

from quizgen.commands.recorder import streak

NOON = dt.datetime(2024, 3, 12, 12)


def moments(*hours: float) -> list[int]:
    """Return moments so many hours before noon, newest first."""
    return sorted((int((NOON - dt.timedelta(hours=hour)).timestamp()) for hour in hours), reverse=True)


@pytest.mark.parametrize(
    ("hours", "days"),
    [
        ([], 0),
        ([0], 1),
        ([0, 1, 2, 7.9], 1),
        ([0, 8.1], 2),  # four in the morning parts the days
        ([24], 0),  # nothing today yet
        ([0, 24, 48], 3),
        ([0, 10, 25, 47, 72], 4),
        ([0, 24, 72], 2),
        ([0, *range(24, 24 * 60, 24)], 60),  # the clocks may go forward meanwhile
        ([-1, 0, 24], 2),
    ],
)
def test_days_in_a_row(hours: list[float], days: int) -> None:
    assert streak(moments(*hours), int(NOON.timestamp())) == days
