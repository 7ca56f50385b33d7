"""What somebody has learned stays, whatever becomes of the texts and the rules."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from store_fakes import Course, candidates, short_only

from quizgen import curation
from quizgen.pipeline import generate
from quizgen.schedule import Memory, Scheduler
from quizgen.store import Store

DAY = 86_400
MOON, WHALE = "The Moon | has | 3 craters.", "The whale | eats | krill."


@pytest.fixture
def course(tmp_path: Path) -> Course:
    course = Course(tmp_path)
    course.write("a.txt", MOON, WHALE)
    course.write("b.txt", "Mars | has | 2 moons.")
    course.make()
    for days, rating in ((0, 3), (2, 3), (9, 1)):
        answer(course, rating, days)
    return course


def answer(course: Course, rating: int, days: int) -> int:
    uid, at = course.question("Moon").uid, course.now + days * DAY
    return course.store.record_answer(
        uid, at=at, mode="typed", given="", verdict="right", seconds=1, rating=rating, scheduler=Scheduler()
    )


def known(course: Course) -> tuple[str, Memory | None, list[tuple[str, int]]]:
    """Return the id of the question, what is known of how it is remembered, and the log."""
    uid = course.question("Moon").uid
    return uid, course.store.memory(uid), [(one.question, one.rating) for one in course.store.answers()]


def again(course: Course) -> None:
    course.make()


def better_rule(course: Course) -> None:
    course.extract("2")
    course.generate()


def other_words(course: Course) -> None:
    course.write("a.txt", WHALE, "", "The Moon | has  | 3 craters.")
    course.make()


def another_answer(course: Course) -> None:
    course.write("a.txt", "The Moon | has | 5 craters.", WHALE)
    course.make()
    assert "quizgen::changed" in course.question("Moon").tags


def moved(course: Course) -> None:
    shutil.move(course.folder / "a.txt", course.folder / "new.txt")
    course.make(sync=True)
    assert course.question("Moon").document == "new.txt"


def gone_and_back(course: Course) -> None:
    course.write("a.txt", WHALE)
    course.make()
    assert course.question("Moon").uid not in course.store.queue(now=course.now, until=course.now + 900 * DAY)
    course.store.orphans(delete=True)
    course.write("a.txt", MOON, WHALE)
    course.make()


def no_file_and_back(course: Course) -> None:
    (course.folder / "a.txt").rename(course.folder / "a.away")
    course.make(sync=True)
    (course.folder / "a.away").rename(course.folder / "a.txt")
    course.make(sync=True)


def another_home(course: Course) -> None:
    course.write("c.txt", MOON)
    course.make()
    (course.folder / "a.txt").unlink()
    course.make(sync=True)
    assert course.question("Moon").document == "c.txt"


def another_form(course: Course) -> None:
    course.generate(short_only)


def deselected(course: Course) -> None:
    generate(course.store, candidates, lambda made: ([one for one in made if "Moon" not in one.prompt], []), now=1)


def edited(course: Course) -> None:
    curation.edit(course.store, course.question("Moon").uid, now=course.now, prompt="How many on the Moon?", answer="4")


def edited_and_back(course: Course) -> None:
    edited(course)
    curation.undo(course.store, now=course.now)


def rejected_and_back(course: Course) -> None:
    curation.reject(course.store, [course.question("Moon").uid], now=course.now)
    curation.undo(course.store, now=course.now)


def suspended_and_back(course: Course) -> None:
    course.store.suspend(course.question("Moon").uid, at=course.now)
    course.make()
    course.store.unsuspend(course.question("Moon").uid)


def weights_and_back(course: Course) -> None:
    import fsrs

    weights = fsrs.Scheduler().parameters
    course.store.adopt((1.0, *weights[1:]))
    course.store.adopt(())


def crammed(course: Course) -> None:
    number = answer(course, 0, 20)
    course.store.withdraw_answer(number, at=course.now)


def answered_and_taken_back(course: Course) -> None:
    numbers = [answer(course, 3, 10), answer(course, 1, 20)]
    for number in reversed(numbers):
        course.store.withdraw_answer(number, at=course.now)


def copied(course: Course) -> None:
    course.store.close()
    shutil.copytree(course.folder / "data", course.folder / "copy")
    course.store = Store.open(course.folder / "copy" / "quizgen.db")


@pytest.mark.parametrize(
    "happening",
    [
        *(again, better_rule, other_words, another_answer, moved, gone_and_back, no_file_and_back, another_home),
        *(another_form, deselected, edited, edited_and_back, rejected_and_back, suspended_and_back, weights_and_back),
        *(crammed, answered_and_taken_back, copied),
    ],
)
def test_what_was_learned_stays(course: Course, happening: Callable[[Course], None]) -> None:
    before = known(course)
    assert before[1] and len(before[2]) == 3
    happening(course)
    assert known(course) == before
    assert before[0] in course.store.queue(now=course.now, until=course.now + 900 * DAY, new=0)
    assert course.store.reschedule(Scheduler()) == 1
    assert known(course) == before


def test_a_suspension_stays_too(course: Course) -> None:
    uid = course.question("whale").uid
    course.store.suspend(uid, at=1)
    gone_and_back(course)
    course.write("a.txt", MOON)
    course.make()
    course.store.orphans(delete=True)
    course.write("a.txt", MOON, "The whale | eats | krill and fish.")
    course.make()
    assert course.store.suspended() == {uid: 1}


KILLED = """
import os, signal, sys
from pathlib import Path
from quizgen.store import Store
from quizgen.store.connection import Connection

path, uid, number = sys.argv[1:]
run, count = Connection._run, 0

def counting(self, sql, parameters=()):
    global count
    count += 1
    if count == int(number):
        os.kill(os.getpid(), signal.SIGKILL)
    return run(self, sql, parameters)

store = Store.open(Path(path))
Connection._run = counting
store.record_answer(uid, at=1800000000, mode="typed", given="", verdict="right", seconds=1, rating=3)
print(count)
"""


def test_an_answer_that_is_cut_off_is_there_or_not(course: Course) -> None:
    before, path = known(course), course.store.path
    course.store.close()
    shutil.copy(path, path.with_suffix(".before"))
    whole = subprocess.run([sys.executable, "-c", KILLED, path, before[0], "0"], capture_output=True, text=True)
    statements = int(whole.stdout)
    assert statements >= 4
    for number in range(1, statements + 1):
        shutil.copy(path.with_suffix(".before"), path)
        done = subprocess.run([sys.executable, "-c", KILLED, path, before[0], str(number)], capture_output=True)
        assert done.returncode == -9
        course.store = Store.open(path)
        assert known(course) == before
        assert not list(course.store.inconsistencies())
        course.store.close()


def test_two_programs_may_answer_at_once(course: Course) -> None:
    uid = course.question("Moon").uid
    with Store.open(course.store.path) as other:
        for day in range(10, 20, 2):
            answer(course, 3, day)
            other.record_answer(
                uid, at=course.now + (day + 1) * DAY, mode="typed", given="", verdict="wrong", seconds=1, rating=1
            )
    before = known(course)
    course.store.reschedule(Scheduler())
    assert known(course) == before
    assert len(before[2]) == 13


def test_a_damaged_setting_is_told(course: Course) -> None:
    from quizgen.errors import StoreDamaged

    for value in ("nonsense", "[1.0, 2.0]", '["a"]'):
        course.store.set_setting("schedule.weights", value)
        with pytest.raises(StoreDamaged, match=r"expected|Expecting"):
            course.store.scheduler()


def test_nobody_else_changes_the_log(course: Course) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="only added to"):
        course.store.db.execute("update review set rating = 4")
