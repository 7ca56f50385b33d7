"""Weights are fitted to how somebody remembers, and taken only where they foretell better."""

import builtins
from typing import Any

import pytest
from learners import DAY, FORGETFUL, NOW, Log, answers

from quizgen.errors import NothingToDo, UsageError
from quizgen.fitting import ENOUGH, fit
from quizgen.schedule import Scheduler


@pytest.fixture(scope="module")
def log() -> Log:
    return answers(FORGETFUL, questions=150)


def test_somebody_who_forgets_sooner_is_foretold_better(log: Log) -> None:
    found = fit(log, Scheduler())
    assert len(log) > 2000
    assert found.answers > 1500
    assert found.better
    assert found.after.log_loss < found.before.log_loss - 0.005
    assert found.after.rmse < found.before.rmse


def test_what_was_fitted_foretells_what_nobody_has_seen(log: Log) -> None:
    fitted = fit(log, Scheduler()).weights
    unseen = answers(FORGETFUL, questions=100, seed=9)
    usual, better = (fit(unseen, Scheduler(parameters=weights)).before for weights in ((), fitted))
    assert better.log_loss < usual.log_loss - 0.005
    assert better.rmse < usual.rmse


def test_who_is_foretold_well_already_keeps_the_weights() -> None:
    usual = answers((), questions=150)
    assert not fit(usual, Scheduler()).better


def test_what_was_fitted_is_not_fitted_better(log: Log) -> None:
    fitted = fit(log, Scheduler()).weights
    assert not fit(log, Scheduler(parameters=fitted)).better


def test_the_same_answers_give_the_same_weights(log: Log) -> None:
    assert fit(log, Scheduler()) == fit(log, Scheduler())


@pytest.mark.parametrize("ratings", [[3] * 6, [1] * 6, [4] * 6, [2] * 6, [3, 1] * 4, [1, 3, 3, 3, 3, 3]])
def test_whatever_was_answered_the_scheduler_takes_the_weights(ratings: list[int]) -> None:
    same = [(question, (rating, NOW + n * 3 * DAY)) for question in range(120) for n, rating in enumerate(ratings)]
    found = fit(same, Scheduler())
    memory = Scheduler(parameters=found.weights).replay(pair for _, pair in same[:6])
    assert memory and memory.due > NOW


@pytest.mark.parametrize("count", [0, 1, ENOUGH - 1])
def test_too_few_answers_say_nothing(count: int) -> None:
    first = [(question, (3, NOW)) for question in range(count)]
    second = [(question, (3, NOW + 2 * DAY)) for question in range(count)]
    with pytest.raises(NothingToDo, match=rf"There are {count} answers to learn from; {ENOUGH} are needed.*play on"):
        fit(sorted(first + second), Scheduler())


def test_answers_of_one_day_do_not_count() -> None:
    same_day = [(question, (3, NOW + n * 600)) for question in range(ENOUGH) for n in range(3)]
    with pytest.raises(NothingToDo, match="There are 0 answers"):
        fit(same_day, Scheduler())


def test_without_the_library_it_is_said_how_to_get_it(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *arguments: Any, **options: Any) -> Any:
        if name == "fsrs_rs_python":
            raise ImportError(name)
        return real(name, *arguments, **options)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(UsageError, match=r"needs the library fsrs-rs-python.*pip install 'quizgen\[optimize\]'"):
        fit(log, Scheduler())
