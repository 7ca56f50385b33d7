"""When a question is asked again, and when a day ends."""

import datetime as dt
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from quizgen.schedule import Memory, Rating, Scheduler, day_bounds, day_end, days_between, rating_of, rests

NOW = 1_700_000_000  # 2023-11-14 22:13:20 UTC
DAY = 86_400
BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("verdict", "hints", "typo", "rating"),
    [
        ("wrong", 0, False, Rating.AGAIN),
        ("wrong", 2, False, Rating.AGAIN),
        ("close", 0, False, Rating.HARD),
        ("right", 1, False, Rating.HARD),
        ("right", 0, True, Rating.HARD),
        ("right", 0, False, Rating.GOOD),
    ],
)
def test_a_verdict_is_a_rating(verdict: str, hints: int, typo: bool, rating: Rating) -> None:
    assert rating_of(verdict, hints, typo=typo) is rating


@pytest.mark.parametrize(
    ("rating", "state", "least", "most"),
    [
        (Rating.AGAIN, "learning", 600, 600),
        (Rating.HARD, "learning", 900, 900),
        (Rating.GOOD, "review", DAY, 4 * DAY),
        (Rating.EASY, "review", 5 * DAY, 20 * DAY),
    ],
)
def test_the_first_answer(rating: Rating, state: str, least: int, most: int) -> None:
    memory = Scheduler().after(None, rating, NOW)
    assert (memory.state, memory.last) == (state, NOW)
    assert least <= memory.due - NOW <= most


def test_right_answers_put_a_question_off_further_and_further() -> None:
    scheduler, at, gaps = Scheduler(), NOW, list[int]()
    memory = scheduler.after(None, 3, at)
    for _ in range(5):
        gaps.append(memory.due - memory.last)
        memory = scheduler.after(memory, 3, memory.due)
    assert gaps == sorted(gaps)
    assert gaps[-1] > 60 * DAY


def test_a_wrong_answer_brings_it_back_on_the_same_day() -> None:
    known = Scheduler().replay([(3, NOW), (3, NOW + 3 * DAY), (3, NOW + 14 * DAY)])
    assert known
    forgotten = Scheduler().after(known, 1, known.due)
    assert (forgotten.state, forgotten.due - forgotten.last) == ("relearning", 600)
    assert (forgotten.stability or 0) < (known.stability or 0)


@pytest.mark.parametrize("retention", [0.7, 0.8, 0.95, 0.97])
def test_who_wants_to_remember_more_is_asked_sooner(retention: float) -> None:
    usual, other = (Scheduler(share).replay([(3, NOW), (3, NOW + 3 * DAY)]) for share in (0.9, retention))
    assert usual and other
    assert (other.due < usual.due) == (retention > 0.9)
    assert other.stability == usual.stability


def test_what_is_due_is_remembered_as_often_as_is_wanted() -> None:
    scheduler = Scheduler(0.85)
    memory = scheduler.replay([(3, NOW), (3, NOW + 3 * DAY), (3, NOW + 20 * DAY)])
    assert memory
    assert scheduler.retrievability(memory, memory.last) == 1
    assert scheduler.retrievability(memory, memory.due) == pytest.approx(0.85, abs=0.01)


def test_a_replay_is_one_rating_after_the_other_and_always_the_same() -> None:
    ratings = [(3, NOW), (1, NOW + 3 * DAY), (2, NOW + 3 * DAY + 700), (4, NOW + 9 * DAY)]
    scheduler, memory = Scheduler(), None
    for rating, at in ratings:
        memory = scheduler.after(memory, rating, at)
    assert memory == Scheduler().replay(ratings)
    assert Scheduler().replay([]) is None


def test_a_clock_that_was_set_back_does_no_harm() -> None:
    memory = Scheduler().after(None, 3, NOW)
    later = Scheduler().after(memory, 3, NOW - 900 * DAY)
    assert later.last == NOW
    assert later.due > NOW
    assert Scheduler().retrievability(memory, NOW - 900 * DAY) == 1


@pytest.mark.parametrize(
    ("hours", "days"), [(-5, 0), (0, 0), (11, 0), (12, 1), (24, 1), (35, 1), (36, 2), (48, 2), (240, 10)]
)
def test_the_nights_between(hours: int, days: int) -> None:
    assert days_between(NOW, NOW + 3600 * hours) == days


def test_a_morning_after_an_evening_is_another_day() -> None:
    evening = Scheduler().after(None, 1, NOW)
    morning, noon = (Scheduler().after(evening, 3, NOW + hours * 3600) for hours in (13, 24))
    assert morning.stability == noon.stability
    assert Scheduler().after(evening, 3, NOW + 3600).stability != noon.stability


def test_other_weights_give_other_days() -> None:
    import fsrs

    weights = tuple(fsrs.Scheduler().parameters)
    assert Scheduler(parameters=weights).after(None, 3, NOW) == Scheduler().after(None, 3, NOW)
    slower = (weights[0], weights[1], weights[2] * 3, *weights[3:])
    assert Scheduler(parameters=slower).after(None, 3, NOW).due > Scheduler().after(None, 3, NOW).due


def test_a_memory_is_a_value() -> None:
    assert Memory(state="review", due=2, last=1) == Memory(state="review", due=2, last=1)


def at(text: str, zone: dt.tzinfo) -> int:
    return int(dt.datetime.fromisoformat(text).replace(tzinfo=zone).timestamp())


@pytest.mark.parametrize(
    ("now", "end", "zone"),
    [
        ("2024-05-10 12:00", "2024-05-11 04:00", dt.UTC),
        ("2024-05-10 23:59", "2024-05-11 04:00", BERLIN),
        ("2024-05-11 03:59", "2024-05-11 04:00", BERLIN),
        ("2024-05-11 04:00", "2024-05-12 04:00", BERLIN),
        ("2024-12-31 20:00", "2025-01-01 04:00", NEW_YORK),
        ("2024-03-30 12:00", "2024-03-31 04:00", BERLIN),  # the clock goes forward in that night
        ("2024-10-26 12:00", "2024-10-27 04:00", BERLIN),  # and back in that one
    ],
)
def test_a_day_ends_at_four(now: str, end: str, zone: dt.tzinfo) -> None:
    assert day_end(at(now, zone), zone) == at(end, zone)


def test_days_of_23_and_25_hours() -> None:
    bounds = day_bounds(at("2024-10-26 12:00", BERLIN), BERLIN, 2)
    assert [b - a for a, b in pairwise(bounds)] == [DAY + 3600, DAY]
    bounds = day_bounds(at("2024-03-30 03:00", BERLIN), BERLIN, 3)
    assert [b - a for a, b in pairwise(bounds)] == [DAY, DAY - 3600, DAY]


def test_who_is_always_right_rests_longer_and_longer() -> None:
    assert rests(Scheduler(), 4) == [2, 11, 46, 163]
    assert rests(Scheduler(0.97), 2)[1] < 11
    assert rests(Scheduler(), 0) == []


def test_the_computers_own_zone() -> None:
    assert 0 < day_end(NOW, None) - NOW <= DAY + 3600
