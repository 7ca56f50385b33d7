"""Questions that people know go before those that would be new."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from store_fakes import Course, candidates, select

from quizgen import curation, ids, pipeline
from quizgen.model import Drop, Fact, Filter, Question, QuestionKind, QuestionStatus
from quizgen.pipeline import Context, known
from quizgen.store import Seen

YEARS = ("Ulm | has | 1 bridge.", "Bonn | has | 2 bridges.", "Kiel | has | 3 bridges.")
ALIKE = ("time", "time.choice")


def question(uid: str, *facts: str, template: str = "t", score: float = 0.5) -> Question:
    return Question(
        uid=uid,
        kind=QuestionKind.SHORT,
        prompt=f"{uid}?",
        answer="a",
        document="a.txt",
        template=template,
        slot="object",
        facts=facts or (f"f_{uid}",),
        score=score,
    )


def best(number: int) -> known.Select:
    """Return a choice of the best questions."""

    def choose(made: list[Question]) -> tuple[list[Question], list[Drop]]:
        ranked = sorted(made, key=lambda one: -one.score)
        drops = [Drop(stage="select", code="late", text=one.prompt, document=one.document) for one in ranked[number:]]
        return ranked[:number], drops

    return choose


@pytest.mark.parametrize(
    ("scores", "seen", "number", "asked", "dropped"),
    [
        ({"a": 0.9, "b": 0.5, "c": 0.1}, "", 2, "a b", "c?"),
        ({"a": 0.9, "b": 0.5, "c": 0.1}, "c", 2, "c a", "b?"),
        ({"a": 0.9, "b": 0.5, "c": 0.1}, "b c", 2, "b c", "a?"),
        ({"a": 0.9, "b": 0.5, "c": 0.1}, "a b c", 2, "a b c", ""),
        ({"a": 0.9, "b": 0.5}, "x", 1, "a", "b?"),
        ({}, "x", 1, "", ""),
    ],
)
def test_what_is_known_is_chosen_first(
    scores: dict[str, float], seen: str, number: int, asked: str, dropped: str
) -> None:
    made = {uid: question(uid, score=score) for uid, score in scores.items()}
    found, drops = known.chosen(made, seen.split(), best(number))
    assert " ".join(one.uid for one in found) == asked
    assert " ".join(drop.text for drop in drops) == dropped
    assert all(one is made[one.uid] for one in found)
    assert {drop.document for drop in drops} <= {"a.txt"}


def in_threes(facts: Sequence[Fact]) -> tuple[list[Question], list[Drop]]:
    """Ask about each fact, and about three in a row."""
    uids = [fact.uid for fact in facts]
    rows = [uids[start : start + 3] for start in range(0, len(uids), 3)]
    made = [question(ids.question(tuple(row), "order", "all"), *row, template="order") for row in rows if len(row) == 3]
    return [*(question(uid, uid) for uid in uids), *made], []


@pytest.fixture
def course(tmp_path: Path) -> Iterator[Course]:
    made = Course(tmp_path)
    yield made
    made.store.close()


def facts(course: Course, *lines: str) -> list[Fact]:
    course.write("a.txt", *lines)
    course.ingest()
    course.extract()
    return list(course.store.facts())


def sets(made: Sequence[Question]) -> list[tuple[str, set[str]]]:
    return [(one.uid, set(one.facts)) for one in made if len(one.facts) > 1]


def test_a_known_set_stays_together_and_the_rest_makes_others(course: Course) -> None:
    three = facts(course, *YEARS)
    ((uid, together),) = sets(in_threes(three)[0])
    seen = [Seen(uid=uid, template="order", facts=tuple(fact.uid for fact in three))]
    more = facts(course, "Rome | has | 5 bridges.", *YEARS, "Oslo | has | 6 bridges.", "Bern | has | 7 bridges.")
    made, _ = known.asked(more, seen, in_threes)
    (kept, other) = sets(made)
    assert kept == (uid, together)
    assert other[1] == {fact.uid for fact in more} - together
    assert len(made) == len(more) + 2


def test_a_known_set_keeps_its_uid_when_its_facts_change_places(course: Course) -> None:
    seen = [Seen(uid="q_old", template="order", facts=tuple(fact.uid for fact in facts(course, *YEARS)))]
    made, _ = known.asked(facts(course, *reversed(YEARS)), seen, in_threes)
    assert [uid for uid, _ in sets(made)] == ["q_old"]


@pytest.mark.parametrize("lost", [YEARS[:2], ()])
def test_a_known_set_goes_with_one_of_its_facts(course: Course, lost: Sequence[str]) -> None:
    seen = [Seen(uid="q_old", template="order", facts=tuple(fact.uid for fact in facts(course, *YEARS)))]
    made, _ = known.asked(facts(course, *lost, "Rome | has | 5 bridges."), seen, in_threes)
    assert "q_old" not in [uid for uid, _ in sets(made)]


def test_of_known_sets_that_overlap_the_oldest_stays(course: Course) -> None:
    four = facts(course, *YEARS, "Rome | has | 5 bridges.")
    seen = [
        Seen(uid="q_old", template="order", facts=tuple(fact.uid for fact in four[1:])),
        Seen(uid="q_new", template="order", facts=tuple(fact.uid for fact in four[:3])),
        Seen(uid="q_one", template="order", facts=(four[0].uid,)),
    ]
    made, _ = known.asked(four, seen, in_threes)
    assert [uid for uid, _ in sets(made)] == ["q_old"]


def two_forms(facts: Sequence[Fact], context: Context) -> tuple[list[Question], list[Drop]]:
    made = candidates(facts, context)[0]
    forms = [(one, form) for one in made for form in ALIKE]
    return [replace(one, uid=ids.question(one.facts, form, "o"), template=form, options=()) for one, form in forms], []


def preferring(form: str) -> known.Select:
    """Return a choice of the best question of each fact, of those of the same score the one in this form."""

    def choose(made: list[Question]) -> tuple[list[Question], list[Drop]]:
        ranked = sorted(made, key=lambda one: (one.score, one.template == form))
        return list({one.facts: one for one in ranked}.values()), []

    return choose


@pytest.mark.parametrize("used", [False, True])
def test_another_taste_replaces_only_what_nobody_knows(course: Course, used: bool) -> None:
    course.write("a.txt", YEARS[0])
    course.make()
    pipeline.generate(course.store, two_forms, preferring(ALIKE[0]), now=course.now)
    (first,) = course.store.questions(Filter(statuses=("new",)))
    if used:
        course.store.mark_exported("anki", [(first.uid, "h", 1)], now=course.now)
    pipeline.generate(course.store, two_forms, preferring(ALIKE[1]), now=course.now)
    (now,) = course.store.questions(Filter(statuses=("new",)))
    assert now.template == (ALIKE[0] if used else ALIKE[1])


def test_what_was_known_comes_back_with_its_fact(course: Course) -> None:
    course.write("a.txt", *YEARS)
    course.make()
    pipeline.generate(course.store, two_forms, preferring(ALIKE[0]), now=course.now)
    uids = {one.uid for one in course.store.questions(Filter(statuses=("new",)))}
    course.store.mark_exported("anki", [(uid, "h", 1) for uid in uids], now=course.now)
    course.write("a.txt", YEARS[0])
    course.ingest()
    course.extract()
    course.write("a.txt", *YEARS)
    course.ingest()
    course.extract()
    pipeline.generate(course.store, two_forms, preferring(ALIKE[1]), now=course.now)
    assert {one.uid for one in course.store.questions(Filter(statuses=("new",)))} == uids


def test_a_rejected_question_makes_no_room_for_another(course: Course) -> None:
    course.write("a.txt", YEARS[0])
    course.make()
    pipeline.generate(course.store, two_forms, preferring(ALIKE[0]), now=course.now)
    (first,) = course.store.questions(Filter(statuses=("new",)))
    curation.reject(course.store, [first.uid], now=course.now)
    pipeline.generate(course.store, two_forms, preferring(ALIKE[1]), now=course.now)
    assert not list(course.store.questions(Filter(statuses=("new",))))
    assert course.store.question(first.uid).status is QuestionStatus.REJECTED


def test_seen_are_those_that_someone_used(course: Course) -> None:
    course.write("a.txt", *YEARS)
    course.make()
    pipeline.generate(course.store, candidates, select, now=course.now)
    one, two, three = course.store.questions()
    (document,) = course.store.documents()
    assert course.store.seen(document.uid) == []
    course.store.record_answer(three.uid, at=course.now, mode="typed", given="3", verdict="right", seconds=1)
    curation.keep(course.store, [one.uid], now=course.now)
    curation.add(course.store, prompt="Who?", answer="I", document="a.txt", now=course.now)
    assert [(seen.uid, seen.facts) for seen in course.store.seen(document.uid)] == [
        (one.uid, one.facts),
        (three.uid, three.facts),
    ]
    assert two.uid not in {seen.uid for seen in course.store.seen(document.uid)}
