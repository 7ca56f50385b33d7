"""The commands about when questions are asked again."""

from pathlib import Path

import pytest
from cli_course import Invoke
from learners import FORGETFUL, answers
from store_fakes import Course
from test_schema import validate

DAY = 86_400


@pytest.fixture
def course(empty: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    """A course of four questions, of which one is due, one overdue and one due in two days."""
    course = Course(empty)
    course.write("a.txt", "The Moon | has | craters.", "The whale | eats | krill.", "The oak | bears | acorns.")
    course.write("b.txt", "Mars | has | dust.")
    course.make()
    monkeypatch.setattr("quizgen.commands.common.now", lambda: course.now)
    for text, rating, days in (("Moon", 3, 5), ("whale", 1, 0), ("Mars", 3, 0)):
        course.store.record_answer(
            course.question(text).uid,
            at=course.now - days * DAY,
            mode="typed",
            given="",
            verdict="right",
            seconds=1,
            rating=rating,
        )
    return course


def test_what_is_due(course: Course, invoke: Invoke) -> None:
    result = invoke("due", "--zone", "Europe/Berlin", "--days", "3", "--format", "jsonl")
    assert result.code == 0
    validate("due", result.rows)
    assert [(row["group"], row["name"], row["date"], row["due"], row["new"]) for row in result.rows] == [
        ("total", "", "", 2, 1),
        ("day", "overdue", "", 1, None),
        ("day", "today", "2023-11-14", 1, None),
        ("day", "tomorrow", "2023-11-15", 0, None),
        ("day", "in 2 days", "2023-11-16", 1, None),
        ("document", "a.txt", "", 2, 1),
        ("document", "b.txt", "", 0, 0),
    ]


def test_what_is_due_at_forty_columns(course: Course, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    rows = [line.split() for line in invoke("due", "--zone", "Europe/Berlin", "--days", "3").out.splitlines()]
    assert rows[0] == ["name", "date", "due", "new"] and rows[2] == ["all", "2", "1"]
    assert ["in", "2", "days", "2023-11-16", "1"] in rows


def test_what_is_suspended_at_forty_columns(course: Course, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = course.question("Moon")
    assert invoke("suspend", asked.uid).code == 0
    monkeypatch.setenv("COLUMNS", "40")
    (line,) = invoke("suspend").out.splitlines()[2:]
    assert line.split()[0] == asked.uid[:10] and "Moon" in line


@pytest.mark.parametrize(
    ("options", "total"),
    [
        (["--document", "b.txt"], (0, 0)),
        (["--search", "oak"], (0, 1)),
        (["--min-score", "0.9"], None),
        (["--kind", "order"], None),
    ],
)
def test_what_is_due_of_a_selection(
    course: Course, invoke: Invoke, options: list[str], total: tuple[int, int] | None
) -> None:
    result = invoke("due", *options, "--format", "jsonl")
    if total is None:
        assert (result.code, result.out) == (8, "")
    else:
        assert (result.code, (result.rows[0]["due"], result.rows[0]["new"])) == (0, total)


def test_a_table_of_what_is_due_fits_a_small_terminal(
    course: Course, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    result = invoke("due")
    assert max(map(len, result.out.splitlines())) <= 40


@pytest.mark.parametrize("zone", ["Mars/Base", "../etc/passwd", ""])
def test_an_unknown_zone(course: Course, invoke: Invoke, zone: str) -> None:
    result = invoke("due", "--zone", zone)
    assert result.code == (2 if zone else 0)
    assert ("There is no time zone" in result.err) == bool(zone)


def test_suspending_and_taking_back(course: Course, invoke: Invoke) -> None:
    uid, other = course.question("Moon").uid, course.question("oak").uid
    assert invoke("suspend").err == "None is suspended.\n"
    result = invoke("suspend", uid[:12], uid, other)
    assert result.out.splitlines() == [
        "Suspended 2:",
        f"  {uid[:10]} “{course.question('Moon').prompt}”",
        f"  {other[:10]} “{course.question('oak').prompt}”",
        f"Take it back with: quizgen unsuspend {uid[:10]} {other[:10]}",
    ]
    rows = invoke("suspend", "--format", "jsonl").rows
    validate("suspend", rows)
    assert {row["uid"] for row in rows} == {uid, other}
    assert (
        invoke("due", "--format", "jsonl").rows[0] | {"due": 1, "new": 0, "suspended": 2}
        == (invoke("due", "--format", "jsonl").rows[0])
    )
    assert invoke("unsuspend", uid[:12]).out == f"Asked again: {uid[:10]} “{course.question('Moon').prompt}”\n"
    assert [row["uid"] for row in invoke("suspend", "--format", "jsonl").rows] == [other]


@pytest.mark.parametrize("command", ["suspend", "unsuspend"])
def test_nothing_is_suspended_where_one_id_is_wrong(course: Course, invoke: Invoke, command: str) -> None:
    before = course.content()
    result = invoke(command, course.question("Moon").uid, "q_ffff")
    assert (result.code, result.out) == (2, "")
    assert course.content() == before


def learn(course: Course, weights: tuple[float, ...]) -> None:
    """Answer many questions as somebody with these weights would."""
    lines = [f"Lake {number} | has | {number} islands." for number in range(100, 250)]
    course.write("lakes.txt", *lines)
    course.make()
    uids = [one.uid for one in course.store.questions() if "Lake" in one.prompt]
    with course.store.transaction():
        for question, (rating, at) in sorted(answers(weights, questions=150), key=lambda entry: entry[1][1]):
            course.store.record_answer(
                uids[question], at=at, mode="typed", given="", verdict="right", seconds=1, rating=rating
            )


def test_fitting_a_schedule_trying_it_first_and_taking_it_back(course: Course, invoke: Invoke) -> None:
    learn(course, FORGETFUL)
    before = course.content()
    trial = invoke("optimize", "--dry-run")
    assert trial.code == 0
    assert "log loss" in trial.out and "Nothing was changed, since this was a trial." in trial.out
    assert course.content() == before
    done = invoke("optimize")
    assert done.code == 0
    assert "A question that you always know rests 1, " in done.out
    assert "days (before: 2, 11, 46, 163, 497)" in done.out
    assert "quizgen optimize --reset" in done.out
    assert course.content() != before
    again = invoke("optimize")
    assert "The fitted weights are no better, so the old ones stay.\nNothing was changed." in again.out
    assert "Due today" in invoke("optimize", "--reset").out
    after = course.content()
    assert after | {"setting": before["setting"]} == before


def test_a_schedule_that_suits_stays(course: Course, invoke: Invoke) -> None:
    learn(course, ())
    before = course.content()
    result = invoke("optimize")
    assert (result.code, "no better" in result.out) == (0, True)
    assert course.content() == before


def test_too_few_answers_to_fit(course: Course, invoke: Invoke) -> None:
    result = invoke("optimize")
    assert (result.code, result.out) == (8, "")
    assert "are needed" in result.err


def test_nothing_to_reset(course: Course, invoke: Invoke) -> None:
    assert invoke("optimize", "--reset").out == "Nothing was changed.\n"
