"""A session that was broken off can be gone on with."""

from pathlib import Path

import pytest
from store_fakes import Course

from quizgen.store import Unfinished


@pytest.fixture
def course(tmp_path: Path) -> Course:
    course = Course(tmp_path)
    course.write("a.txt", "The Moon | has | craters.", "The whale | eats | krill.", "The oak | bears | acorns.")
    course.make()
    return course


def steps(course: Course) -> list[tuple[str, str]]:
    return [(one.uid, "typed") for one in course.store.questions()]


def answer(course: Course, session: str, uid: str, at: int = 10) -> int:
    return course.store.record_answer(
        uid, at=at, mode="typed", given="", verdict="right", seconds=1, session=session, rating=3
    )


def latest(course: Course) -> Unfinished | None:
    return next(course.store.unfinished(), None)


@pytest.fixture
def session(course: Course) -> str:
    uid = course.store.start_session("typed", at=5, seed="s", options={"cram": "1"})
    course.store.save_plan(uid, steps(course))
    return uid


def test_what_is_left(course: Course, session: str) -> None:
    plan = steps(course)
    found = latest(course)
    assert found
    assert (found.session, found.mode, found.seed, found.options) == (session, "typed", "s", {"cram": "1"})
    assert (found.last_at, found.answered, found.remaining) == (5, 0, tuple(plan))
    answer(course, session, plan[0][0])
    found = latest(course)
    assert found and (found.last_at, found.answered, found.remaining) == (10, 1, tuple(plan[1:]))


def test_what_was_skipped_is_not_asked_again(course: Course, session: str) -> None:
    plan = steps(course)
    answer(course, session, plan[1][0])
    found = latest(course)
    assert found and (found.answered, found.remaining) == (1, (plan[2],))


def test_what_was_taken_back_is_asked_again(course: Course, session: str) -> None:
    plan = steps(course)
    answer(course, session, plan[0][0])
    course.store.withdraw_answer(answer(course, session, plan[1][0]), at=11)
    found = latest(course)
    assert found and (found.answered, found.remaining) == (1, tuple(plan[1:]))


def test_what_is_out_of_use_is_not_asked_again(course: Course, session: str) -> None:
    plan = steps(course)
    course.store.suspend(plan[0][0], at=6)
    course.write("a.txt", "The Moon | has | craters.", "The oak | bears | acorns.")
    course.make()
    found = latest(course)
    assert found and found.remaining == (plan[2],)


@pytest.mark.parametrize("how", ["ended", "answered", "unplanned", "none"])
def test_nothing_is_left(course: Course, how: str) -> None:
    store = course.store
    uid = store.start_session("typed", at=5) if how != "none" else ""
    if how not in ("none", "unplanned"):
        store.save_plan(uid, steps(course))
    if how == "ended":
        store.end_session(uid, at=9)
    elif how == "answered":
        for question, _ in steps(course):
            answer(course, uid, question)
    assert latest(course) is None


def test_a_new_plan_takes_the_place_of_the_old_one(course: Course, session: str) -> None:
    course.store.save_plan(session, steps(course)[:1])
    found = latest(course)
    assert found and found.remaining == tuple(steps(course)[:1])


def test_a_plan_keeps_no_retired_question_in_the_store(course: Course, session: str) -> None:
    course.write("a.txt", "The Moon | has | craters.")
    course.make()
    course.store.orphans(delete=True)
    assert len(steps(course)) == 1
    found = latest(course)
    assert found and len(found.remaining) == 1


def test_each_one_that_did_not_end_is_found_the_latest_first(course: Course, session: str) -> None:
    store = course.store
    others = [store.start_session("typed", at=at) for at in (8, 9, 10)]
    for uid in others:
        store.save_plan(uid, steps(course))
    store.end_session(others[1], at=11)
    assert [one.session for one in store.unfinished()] == [others[2], others[0], session]
