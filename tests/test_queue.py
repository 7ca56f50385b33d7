"""What is asked next, and what is due when."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_fakes import Course, question

from quizgen import ids
from quizgen.errors import UsageError
from quizgen.model import Drop, Fact, Filter, Question, QuestionKind
from quizgen.pipeline import Context
from quizgen.schedule import Scheduler

DAY = 86_400


def two_each(facts: Sequence[Fact], context: Context) -> tuple[list[Question], list[Drop]]:
    """Make two questions of every fact, of which one has no options."""
    made = []
    for first in (question(fact, context) for fact in facts):
        uid = ids.question(first.facts, "bars/again", "object")
        again = replace(first, uid=uid, template="bars/again", prompt=f"Say {first.prompt}", score=0.4)
        made += [first, replace(again, kind=QuestionKind.SHORT, options=())]
    return made, []


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """Three facts in one document and two in another."""
    course = Course(tmp_path)
    course.write("a.txt", "The Moon | has | craters.", "The whale | eats | krill.", "The oak | bears | acorns.")
    course.write("b.txt", "Mars | has | dust.", "Rome | has | hills.")
    course.ingest()
    course.extract()
    course.generate(two_each)
    return course


def prompts(course: Course, uids: Sequence[str]) -> list[str]:
    """Return what is asked for, in short: the subject, and "2" for the second question about it."""
    return [
        ("2" if one.prompt.startswith("Say ") else "") + one.prompt.rstrip("?").split()[-1]
        for one in course.store.load(uids)
    ]


def asked(course: Course, *, filter: Filter = Filter(), later: int = 0, **options: object) -> list[str]:  # noqa: B008
    now = course.now + later
    given = {"now": now, "until": now + DAY // 4, **options}
    return prompts(course, course.store.queue(filter, **given))  # type: ignore[arg-type]


def answer(course: Course, text: str, rating: int = 3, *, later: int = 0, second: bool = False) -> int:
    """Answer the question about a subject."""
    uid = uid_of(course, text, second=second)
    verdict = {0: "right", 1: "wrong", 2: "close"}.get(rating, "right")
    at = course.now + later
    return course.store.record_answer(uid, at=at, mode="typed", given="", verdict=verdict, seconds=1, rating=rating)


def uid_of(course: Course, text: str, *, second: bool = False) -> str:
    (found,) = [
        one.uid for one in course.store.questions() if text in one.prompt and one.prompt.startswith("Say ") == second
    ]
    return found


def test_new_questions_come_from_all_documents_in_turn_and_one_of_each_fact_first(course: Course) -> None:
    every = ["Moon", "Mars", "whale", "Rome", "oak"]
    assert asked(course) == [*every, "2Moon", "2Mars", "2whale", "2Rome", "2oak"]
    assert asked(course, new=7) == [*every, "2Moon", "2Mars"]
    assert asked(course, new=2) == asked(course, limit=2) == ["Moon", "Mars"]
    assert asked(course, new=0) == []


def test_what_was_answered_is_asked_when_it_is_due(course: Course) -> None:
    answer(course, "Moon")
    assert asked(course, new=0) == []
    assert asked(course, new=0, later=8 * DAY) == ["Moon"]
    assert asked(course, new=1, later=8 * DAY) == ["Moon", "Mars"]
    assert asked(course, limit=1, later=8 * DAY) == ["Moon"]


def test_what_was_wrong_is_asked_again_on_the_same_day(course: Course) -> None:
    answer(course, "Moon", 1)
    answer(course, "Mars", 3)
    assert asked(course, new=0) == ["Moon"]
    assert asked(course, new=0, until=course.now + 60) == []


def test_the_likeliest_forgotten_comes_first(course: Course) -> None:
    for later in (0, 3, 14, 40):  # well known
        answer(course, "Moon", later=later * DAY)
    answer(course, "Mars", later=60 * DAY)
    answer(course, "Rome", 4, later=60 * DAY)
    assert asked(course, new=0, later=400 * DAY) == ["Mars", "Rome", "Moon"]


def test_a_question_about_what_was_answered_today_waits(course: Course) -> None:
    answer(course, "Moon")
    assert asked(course) == ["Mars", "whale", "Rome", "oak", "2Moon", "2Mars", "2whale", "2Rome", "2oak"]
    assert asked(course, later=DAY)[0] == "2Moon"


def test_two_that_are_due_about_one_fact_are_kept_apart(course: Course) -> None:
    for second in (False, True):
        answer(course, "Moon", second=second)
    answer(course, "Mars", 4)
    assert sorted(asked(course, later=40 * DAY, new=0)[:2]) == ["Mars", "Moon"]
    assert sorted(asked(course, later=40 * DAY, limit=4)) == ["Mars", "Moon", "Rome", "whale"]


def test_answers_without_a_rating_leave_the_schedule_alone(course: Course) -> None:
    before = asked(course)
    answer(course, "Moon", 0)
    assert sorted(asked(course)) == sorted(before)
    assert course.store.memory(uid_of(course, "Moon")) is None


def test_cramming_asks_everything_and_what_was_asked_longest_ago_first(course: Course) -> None:
    answer(course, "Moon")
    answer(course, "Mars", 0, later=10)
    answer(course, "whale", 0, later=20)
    answer(course, "Moon", 0, later=30)
    assert asked(course, cram=True, later=2 * DAY, limit=2) == ["2Moon", "2Mars"]
    rest = asked(course, cram=True, later=2 * DAY)
    assert len(rest) == 10
    assert [name for name in rest if name in ("Moon", "Mars", "whale")] == ["Mars", "whale", "Moon"]


def test_what_people_do_not_want_is_not_asked(course: Course) -> None:
    store = course.store
    answer(course, "Moon")
    assert store.suspend(uid_of(course, "Moon")[:12], at=1) == uid_of(course, "Moon")
    store.suspend(uid_of(course, "Mars"), at=1)
    store.suspend(uid_of(course, "Mars"), at=2)
    assert list(store.suspended().values()) == [1, 1]
    names = asked(course, later=40 * DAY)
    assert "Moon" not in names and "Mars" not in names and "2Mars" in names
    assert "Moon" not in asked(course, cram=True)
    store.unsuspend(uid_of(course, "Moon"))
    assert asked(course, later=40 * DAY)[0] == "Moon"
    course.write("a.txt", "The whale | eats | krill.")
    course.ingest()
    course.extract()
    course.generate(two_each)
    assert asked(course, later=40 * DAY) == ["whale", "2Mars", "Rome", "2whale", "2Rome"]


@pytest.mark.parametrize("method", ["suspend", "unsuspend"])
def test_an_unknown_question_cannot_be_suspended(course: Course, method: str) -> None:
    with pytest.raises(UsageError, match="no id"):
        getattr(course.store, method)("q_ffff", **({"at": 1} if method == "suspend" else {}))


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"filter": Filter(documents=("b.txt",))}, ["Mars", "Rome", "2Mars", "2Rome"]),
        ({"filter": Filter(search="acorns")}, ["oak", "2oak"]),
        ({"filter": Filter(min_score=0.45)}, ["Moon", "Mars", "whale", "Rome", "oak"]),
        ({"filter": Filter(kinds=("choice",)), "kinds": ("short", "choice"), "limit": 2}, ["Moon", "Mars"]),
        ({"filter": Filter(kinds=("choice",)), "kinds": ("short",)}, []),
        ({"filter": Filter(tags=("topic",)), "limit": 1}, ["Moon"]),
        ({"filter": Filter(difficulty=(0.9, 1.0))}, []),
        ({"with_options": True}, ["Moon", "Mars", "whale", "Rome", "oak"]),
        ({"filter": Filter(statuses=("rejected", "retired"))}, []),
    ],
)
def test_only_what_was_chosen_is_asked(course: Course, options: dict[str, object], found: list[str]) -> None:
    assert asked(course, **options) == found  # type: ignore[arg-type]


def test_questions_written_by_hand_are_asked_too(course: Course) -> None:
    from quizgen import curation

    curation.add(course.store, prompt="What is hot?", answer="The Sun", now=course.now)
    assert asked(course, limit=6)[2] == "hot"


def test_counting_what_waits(course: Course) -> None:
    answer(course, "Moon")
    answer(course, "Mars", 1)
    course.store.suspend(uid_of(course, "Rome"), at=1)
    counts = course.store.counts_due(until=course.now + DAY)
    assert (counts.due, counts.new, counts.later, counts.suspended) == (1, 7, 1, 1)
    memory = course.store.memory(uid_of(course, "Moon"))
    assert memory and counts.next_due == memory.due
    only = course.store.counts_due(Filter(documents=("b.txt",)), until=course.now + DAY)
    assert (only.due, only.new, only.later, only.suspended, only.next_due) == (1, 2, 0, 1, None)


def test_a_forecast_by_document(course: Course) -> None:
    answer(course, "Moon")
    answer(course, "whale", 4)
    answer(course, "Mars", 1)
    ends = [course.now + n * DAY for n in range(5)]
    assert course.store.forecast(ends=ends) == {"a.txt": [0, 0, 1, 0, 0], "b.txt": [0, 1, 0, 0, 0]}
    ends = [course.now + n * DAY for n in range(0, 20, 2)]
    assert sum(course.store.forecast(ends=ends)["a.txt"]) == 2
    course.store.suspend(uid_of(course, "Moon"), at=1)
    assert sum(course.store.forecast(ends=ends)["a.txt"]) == 1


def test_withdrawing_reckons_from_what_is_left(course: Course) -> None:
    store, uid = course.store, uid_of(course, "Moon")
    answer(course, "Moon")
    before = store.memory(uid)
    number = answer(course, "Moon", 1, later=5 * DAY)
    assert store.memory(uid) != before
    store.withdraw_answer(number, at=course.now + 5 * DAY)
    assert store.memory(uid) == before
    store.withdraw_answer(number - 1, at=course.now + 5 * DAY)
    assert store.memory(uid) is None
    assert asked(course, limit=1) == ["Moon"]


def test_withdrawing_an_answer_of_the_middle(course: Course) -> None:
    store, uid = course.store, uid_of(course, "Moon")
    numbers = [answer(course, "Moon", rating, later=days * DAY) for rating, days in ((3, 0), (1, 4), (3, 5))]
    store.withdraw_answer(numbers[1], at=course.now)
    assert store.memory(uid) == Scheduler().replay([(3, course.now), (3, course.now + 5 * DAY)])


def test_reckoning_everything_anew_gives_what_was_there(course: Course) -> None:
    store = course.store
    for later, rating in ((0, 3), (4, 1), (5, 3)):
        for name in ("Moon", "Mars"):
            answer(course, name, rating, later=later * DAY)
    answer(course, "Rome", 0)
    before = course.content()
    assert store.reschedule(Scheduler()) == 2
    assert course.content() == before
    store.reschedule(Scheduler(0.95))
    assert course.content() != before


def test_loading_keeps_the_order(course: Course) -> None:
    uids = [one.uid for one in course.store.questions()][::-1]
    assert [one.uid for one in course.store.load([*uids, "q_ffff"])] == uids
    assert list(course.store.load([])) == []


STEPS = st.lists(
    st.tuples(st.sampled_from(["Moon", "Mars", "whale"]), st.integers(0, 4), st.integers(0, 40), st.booleans()),
    max_size=12,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(steps=STEPS)
def test_whatever_is_answered_and_taken_back_the_cards_are_the_sum_of_the_log(
    course: Course, steps: list[tuple[str, int, int, bool]]
) -> None:
    store, left, day = course.store, dict[str, list[tuple[int, int]]](), 0
    store.db.execute("begin")
    for name, rating, days, back in steps:
        day += days
        number = answer(course, name, rating, later=day * DAY)
        if back:
            store.withdraw_answer(number, at=course.now + day * DAY)
        elif rating:
            left.setdefault(name, []).append((rating, course.now + day * DAY))
    known = {name: store.memory(uid_of(course, name)) for name in ("Moon", "Mars", "whale")}
    due, found = asked(course, later=400_000 * DAY, new=0), [code for code, _ in store.inconsistencies()]
    store.db.execute("rollback")
    assert known == {name: Scheduler().replay(left.get(name, [])) for name in known}
    assert sorted(due) == sorted(left)
    assert not found
