"""What was promised, what was remembered, and what is known now."""

import pytest

from quizgen.schedule import Scheduler
from quizgen.stats import Answer, calibration, known_now, recalls, retention

DAY = 86_400
START = 1_704_067_200


def answer(day: float, rating: int, question: str = "q") -> Answer:
    verdict = "right" if rating > 1 else "wrong"
    return Answer(question=question, at=START + int(day * DAY), verdict=verdict, rating=rating)


def test_the_first_answers_are_learning_not_remembering() -> None:
    assert recalls([answer(0, 1), answer(0.01, 1), answer(0.02, 3)], Scheduler()) == []


def test_what_was_learned_is_held_against_its_promise() -> None:
    found = recalls([answer(0, 3), answer(3, 3), answer(30, 1), answer(30.01, 3), answer(40, 3)], Scheduler())
    assert [one.remembered for one in found] == [True, False, True]
    assert found[0].predicted > found[1].predicted > 0
    assert all(0 < one.predicted < 1 for one in found)


def test_answers_that_left_the_schedule_alone_count_for_nothing() -> None:
    given = [answer(0, 3), answer(1, 0), answer(3, 3)]
    assert len(recalls(given, Scheduler())) == 1


def test_the_order_in_which_answers_are_given_here_does_not_matter() -> None:
    given = [answer(day, 3, question) for day in (0, 4, 20) for question in "ab"]
    assert recalls(given[::-1], Scheduler())[0].answer.at == START + 4 * DAY
    assert len(recalls(given, Scheduler())) == 4


def test_retention_is_the_mean_of_both() -> None:
    found = retention(recalls([answer(0, 3), answer(3, 3), answer(9, 1)], Scheduler()), [0.5, 1.0])
    assert (found.reviews, found.remembered, found.cards, found.known) == (2, 0.5, 2, 0.75)
    assert found.predicted == pytest.approx(0.9, abs=0.1)


def test_retention_of_nothing_is_unknown() -> None:
    found = retention([], [])
    assert (found.reviews, found.remembered, found.predicted, found.cards, found.known) == (0, None, None, 0, None)


def test_calibration_puts_like_promises_together() -> None:
    soon = [answer(day, 3, f"s{n}") for n in range(4) for day in (0, 1)]
    late = [answer(day, 3 if day == 0 else 1, f"l{n}") for n in range(4) for day in (0, 400)]
    found = calibration(recalls([*soon, *late], Scheduler()))
    assert [(one.reviews, one.remembered) for one in found] == [(4, 0.0), (4, 1.0)]
    assert found[0].predicted < 0.6 < 0.9 < found[1].predicted  # type: ignore[operator]


def test_what_is_known_fades() -> None:
    scheduler = Scheduler()
    memory = scheduler.after(None, 3, START)
    soon, late = (known_now({"q": memory}, scheduler, START + days * DAY)["q"] for days in (1, 100))
    assert 1 > soon > late > 0
