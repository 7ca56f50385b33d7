"""Counts over recorded answers."""

import datetime as dt

import pytest

from quizgen.stats import Answer, summary

DAY = 86_400
MONDAY = dt.date(2024, 1, 1)
START = 1_704_067_200  # midnight of that Monday, UTC


def answer(day: int, verdict: str = "right", *, question: str = "q1", **more: str) -> Answer:
    return Answer(question=question, at=START + day * DAY + 3600, verdict=verdict, seconds=2.5, **more)


def test_nothing_answered_is_all_zero() -> None:
    found = summary([], today=MONDAY)
    assert (found.total.answered, found.total.share, found.streak, found.longest) == (0, 0.0, 0, 0)
    assert (found.days, found.documents, found.kinds, found.hardest) == ((), (), (), ())


def test_days_count_answers_and_verdicts() -> None:
    found = summary([answer(1, "wrong"), answer(0), answer(0, "close")], today=MONDAY)
    assert [(line.name, line.answered, line.right, line.close) for line in found.days] == [
        ("2024-01-01", 2, 1, 1),
        ("2024-01-02", 1, 0, 0),
    ]
    assert found.total.seconds == 7.5


def test_a_day_begins_at_midnight_of_the_zone() -> None:
    late = dt.timezone(dt.timedelta(hours=-2))
    assert [line.name for line in summary([answer(0)], today=MONDAY, zone=late).days] == ["2023-12-31"]


def test_documents_and_kinds_have_their_share() -> None:
    answers = [
        answer(0, document="a.txt", kind="short"),
        answer(0, "wrong", document="a.txt", kind="choice"),
        answer(0, document="b.txt", kind="choice"),
    ]
    found = summary(answers, today=MONDAY)
    assert [(line.name, line.share) for line in found.documents] == [("a.txt", 0.5), ("b.txt", 1.0)]
    assert [(line.name, line.share) for line in found.kinds] == [("choice", 0.5), ("short", 1.0)]


def test_hardest_are_often_wrong_and_asked_more_than_once() -> None:
    answers = [
        *(answer(day, "wrong", question="hard") for day in range(3)),
        *(answer(day, verdict, question="half") for day, verdict in enumerate(["wrong", "right"])),
        answer(0, "wrong", question="once"),
        *(answer(day, question="easy") for day in range(4)),
    ]
    assert [line.name for line in summary(answers, today=MONDAY).hardest] == ["hard", "half"]
    assert [line.name for line in summary(answers, today=MONDAY, hardest=1).hardest] == ["hard"]


@pytest.mark.parametrize(
    ("played", "today", "streak", "longest"),
    [
        ([0], 0, 1, 1),
        ([0, 1, 2], 2, 3, 3),
        ([0, 1, 2], 3, 3, 3),  # today is not over yet
        ([0, 1, 2], 4, 0, 3),
        ([0, 1, 3], 3, 1, 2),
        ([0, 0, 0], 0, 1, 1),
    ],
)
def test_streak(played: list[int], today: int, streak: int, longest: int) -> None:
    found = summary([answer(day) for day in played], today=MONDAY + dt.timedelta(days=today))
    assert (found.streak, found.longest) == (streak, longest)


def test_rows_all_have_the_same_keys() -> None:
    rows = summary([answer(0, "wrong", document="a.txt", kind="short"), answer(1)], today=MONDAY).rows()
    assert {row["group"] for row in rows} == {"total", "day", "document", "kind", "question"}
    assert len({tuple(row) for row in rows}) == 1
    assert rows[0] == {
        "group": "total", "name": "", "answered": 2, "right": 1, "close": 0, "share": 0.5, "seconds": 5.0,
    }  # fmt: skip
