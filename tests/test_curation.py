"""Decisions of people hold, and each can be taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from store_fakes import Course, sky_and_sea

from quizgen import curation
from quizgen.errors import NothingToDo, UsageError
from quizgen.model import FactStatus, Filter, Question, QuestionKind, QuestionStatus


@pytest.fixture
def course(tmp_path: Path) -> Iterator[Course]:
    made = sky_and_sea(tmp_path)
    yield made
    made.store.close()


def moon(course: Course) -> Question:
    return course.store.question(course.question("The Moon").uid)


def wrong(question: Question) -> list[str]:
    return [option.text for option in question.options if not option.correct]


def test_keep_and_reject_by_the_beginning_of_an_id(course: Course) -> None:
    uid = moon(course).uid
    assert curation.keep(course.store, [uid[:10]], now=1) == [uid]
    assert moon(course).status is QuestionStatus.KEPT
    curation.reject(course.store, [uid[:10]], reason="too easy", now=2)
    assert moon(course).status is QuestionStatus.REJECTED
    assert course.store.standing(uid)[-1].reason == "too easy"


def test_facts_can_be_decided_about_too(course: Course) -> None:
    fact = course.fact("Moon")
    curation.keep(course.store, [fact.uid, moon(course).uid], now=1)
    assert (course.fact("Moon").status, moon(course).status) == (FactStatus.KEPT, QuestionStatus.KEPT)
    curation.reject(course.store, [fact.uid], now=2)
    assert course.store.fact(fact.uid).status is FactStatus.REJECTED
    assert moon(course).status is QuestionStatus.RETIRED
    curation.keep(course.store, [fact.uid], now=3)
    assert moon(course).status is QuestionStatus.KEPT


def test_an_unknown_id_changes_nothing(course: Course) -> None:
    before = course.content()
    with pytest.raises(UsageError):
        curation.reject(course.store, [moon(course).uid, "q_zz"], now=1)
    with pytest.raises(UsageError):
        curation.keep(course.store, [], now=1)
    assert course.content() == before


def test_an_edit_changes_what_it_names(course: Course) -> None:
    before = moon(course)
    edited = curation.edit(
        course.store, before.uid, now=5, prompt=" How many craters? ", accept=["three", "three", "3"]
    )
    assert (edited.prompt, edited.accept, edited.status) == ("How many craters?", ("three", "3"), "edited")
    assert (edited.answer, edited.options, edited.order, edited.sources) == (
        before.answer,
        before.options,
        before.order,
        before.sources,
    )
    assert moon_by_search(course, "craters") == [before.uid]


def moon_by_search(course: Course, words: str) -> list[str]:
    return [one.uid for one in course.store.questions(Filter(search=words, documents=("sky.txt",)))]


def test_the_search_finds_the_edited_words(course: Course) -> None:
    uid = moon(course).uid
    curation.edit(course.store, uid, now=5, prompt="Count the holes!")
    assert moon_by_search(course, "holes") == [uid]
    curation.undo(course.store, now=6)
    assert moon_by_search(course, "holes") == []


def test_the_right_option_follows_the_answer(course: Course) -> None:
    edited = curation.edit(course.store, moon(course).uid, now=5, answer="three")
    assert [option.text for option in edited.options if option.correct] == ["three"]
    assert curation.undo(course.store, now=6) == [("edit", edited.uid)]
    assert [option.text for option in moon(course).options if option.correct] == ["3 craters"]


def test_options_are_the_wrong_ones(course: Course) -> None:
    before = moon(course)
    edited = curation.edit(course.store, before.uid, now=5, options=["2 seas", wrong(before)[0]])
    assert wrong(edited) == ["2 seas", wrong(before)[0]]
    assert [option.origin for option in edited.options if not option.correct] == ["hand", "store"]
    assert edited.options[0].correct
    course.write("sky.txt", "The Moon | has | 4 craters.", "Mars | has | 2 moons.")
    course.make()
    again = course.store.question(before.uid)
    assert (again.answer, [option.text for option in again.options if option.correct]) == ("4 craters", ["4 craters"])
    assert wrong(again) == wrong(edited)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"prompt": " "},
        {"answer": ""},
        {"options": []},
        {"options": ["a", "A"]},
        {"options": ["three"], "accept": ["Three"]},
        {"tags": ["two words"]},
        {"tags": [""]},
    ],
)
def test_what_could_not_be_asked_is_refused(course: Course, changes: dict[str, object]) -> None:
    before = course.content()
    with pytest.raises(UsageError):
        curation.edit(course.store, moon(course).uid, now=5, **changes)  # type: ignore[arg-type]
    assert course.content() == before


def test_tags_are_given_and_taken(course: Course) -> None:
    uid = moon(course).uid
    curation.tag(course.store, [uid, course.question("whale").uid], now=5, add=["exam", "topic::sky"])
    assert moon(course).tags == ("topic::sky", "exam")
    assert len(list(course.store.questions(Filter(tags=("exam",))))) == 2
    assert moon(course).status is QuestionStatus.NEW
    curation.tag(course.store, [uid], now=6, remove=["topic::sky"])
    course.generate()
    assert moon(course).tags == ("exam",)
    curation.edit(course.store, uid, now=7, tags=["only"])
    assert moon(course).tags == ("only",)
    for tags in [("exam",), ("topic::sky", "exam"), ("topic::sky",)]:
        curation.undo(course.store, now=8)
        assert moon(course).tags == tags
    with pytest.raises(UsageError):
        curation.tag(course.store, [uid], now=9)
    with pytest.raises(UsageError):
        curation.tag(course.store, [uid], now=9, add=["no good"])


def test_everything_can_be_taken_back(course: Course) -> None:
    start = list(course.store.questions())
    uid = moon(course).uid

    def now() -> Question:
        return course.store.question(uid)

    curation.keep(course.store, [uid], now=1)
    curation.edit(course.store, uid, now=2, prompt="How many?", tags=["a"])
    curation.reject(course.store, [uid, course.question("whale").uid], now=3)
    curation.tag(course.store, [uid], now=4, add=["b"])
    added = curation.add(course.store, prompt="Who?", answer="I", document="sky.txt", now=5)
    assert curation.undo(course.store, now=6) == [("add", added.uid)]
    assert course.question("Who?").status is QuestionStatus.RETIRED
    assert curation.undo(course.store, now=7) == [("tag", uid)]
    assert [action for action, _ in curation.undo(course.store, now=8)] == ["reject", "reject"]
    assert (now().prompt, now().status) == ("How many?", "edited")
    curation.undo(course.store, now=9)
    assert now().status is QuestionStatus.KEPT
    curation.undo(course.store, now=10)
    assert [one for one in course.store.questions() if one.uid != added.uid] == start
    with pytest.raises(NothingToDo):
        curation.undo(course.store, now=11)


def test_the_log_forgets_nothing(course: Course) -> None:
    uid = moon(course).uid
    curation.keep(course.store, [uid], now=1)
    curation.undo(course.store, now=2)
    curation.reject(course.store, [uid], now=3)
    assert [entry.action for entry in course.store.history(uid)] == ["keep", "undo", "reject"]
    assert [entry.action for entry in course.store.standing(uid)] == ["reject"]


def test_a_decision_outlives_what_it_is_about(course: Course) -> None:
    uid = moon(course).uid
    curation.edit(course.store, uid, now=1, prompt="How many?")
    course.write("sky.txt", "Mars | has | 2 moons.")
    course.make()
    assert course.store.question(uid).status is QuestionStatus.RETIRED
    course.write("sky.txt", "The Moon | has | 3 craters.", "Mars | has | 2 moons.")
    course.make()
    assert (course.store.question(uid).status, course.store.question(uid).prompt) == ("edited", "How many?")


def test_an_edit_and_a_rejection_change_the_content(course: Course) -> None:
    uid = moon(course).uid
    seen = [course.versions()[uid]]
    curation.edit(course.store, uid, now=course.now + 10, prompt="How many?")
    seen.append(course.versions()[uid])
    curation.reject(course.store, [uid], now=course.now + 20)
    seen.append(course.versions()[uid])
    assert len({hash for hash, _ in seen}) == 3
    assert [mod for _, mod in seen[1:]] == [course.now + 10, course.now + 20]
    curation.keep(course.store, [uid], now=course.now + 30)
    assert course.versions()[uid] == (seen[1][0], course.now + 30)


def test_keeping_changes_no_content(course: Course) -> None:
    before = course.versions()
    curation.keep(course.store, [moon(course).uid], now=course.now + 10)
    assert course.versions() == before


def test_a_question_by_hand(course: Course) -> None:
    made = curation.add(
        course.store,
        prompt="Who?",
        answer="I",
        options=["You", "He"],
        tags=["x"],
        document="The sky",
        explanation="So.",
        now=5,
    )
    assert (made.kind, made.status, made.document, made.template) == ("choice", "kept", "sky.txt", "hand")
    assert (made.order, wrong(made), made.tags, made.facts) == (3, ["You", "He"], ("x",), ())
    course.generate()
    assert course.store.question(made.uid) == made
    edited = curation.edit(course.store, made.uid, now=6, answer="Me")
    assert (edited.answer, edited.status) == ("Me", "edited")


def test_a_question_by_hand_without_a_document(course: Course) -> None:
    made = curation.add(course.store, prompt="Who?", answer="I", now=5)
    assert (made.document, made.order, made.kind) == ("", 1, QuestionKind.SHORT)
    assert list(course.store.questions())[-1] == made
    course.generate()
    assert course.store.question(made.uid) == made


def test_the_same_question_is_not_added_twice(course: Course) -> None:
    curation.add(course.store, prompt="Who?", answer="I", now=5)
    with pytest.raises(UsageError, match="already"):
        curation.add(course.store, prompt="who?", answer="I", now=6)
    curation.undo(course.store, now=7)
    assert curation.add(course.store, prompt="Who?", answer="I", now=8).status is QuestionStatus.KEPT


@pytest.mark.parametrize(
    "given",
    [
        {"prompt": "", "answer": "I"},
        {"prompt": "Who?", "answer": " "},
        {"prompt": "No blank", "answer": "I", "kind": "cloze"},
        {"prompt": "True?", "answer": "Maybe", "kind": "truefalse"},
        {"prompt": "Who?", "answer": "I", "kind": "choice"},
        {"prompt": "Who?", "answer": "I", "options": ["you", "You"]},
        {"prompt": "Who?", "answer": "I", "document": "no.txt"},
        {"prompt": "Who?", "answer": "I", "document": "*.txt"},
    ],
)
def test_a_question_that_cannot_be_asked_is_not_added(course: Course, given: dict[str, str]) -> None:
    before = course.content()
    with pytest.raises(UsageError):
        curation.add(course.store, now=5, **given)  # type: ignore[arg-type]
    assert course.content() == before


@pytest.mark.parametrize(
    "given",
    [
        {"prompt": "The _____ is round.", "answer": "Moon", "kind": "cloze"},
        {"prompt": "The Moon is round.", "answer": "True", "kind": "truefalse"},
    ],
)
def test_other_kinds_can_be_added(course: Course, given: dict[str, str]) -> None:
    assert curation.add(course.store, now=5, **given).kind == given["kind"]  # type: ignore[arg-type]


def test_half_a_character_is_replaced(course: Course) -> None:
    assert curation.edit(course.store, moon(course).uid, now=5, prompt="What \udcff?").prompt == "What ??"


def test_many_changes_are_one_step_back(course: Course) -> None:
    moon_before, mars = moon(course), course.store.question(course.question("Mars").uid)
    changes = [
        curation.Change(uid=mars.uid, fields={"prompt": "Moons of Mars?", "accept": ["two"]}, action="keep"),
        curation.Change(uid=moon_before.uid, action="reject", reason=" too easy "),
    ]
    assert curation.change(course.store, changes, now=5) == [mars.uid, moon_before.uid]
    after = course.store.question(mars.uid)
    assert (after.prompt, after.accept, after.status) == ("Moons of Mars?", ("two",), QuestionStatus.KEPT)
    assert course.store.standing(moon_before.uid)[-1].reason == "too easy"
    curation.undo(course.store, now=6)
    assert (course.store.question(mars.uid), moon(course)) == (mars, moon_before)


def test_one_change_that_cannot_be_made_stops_all(course: Course) -> None:
    before = course.content()
    changes = [
        curation.Change(uid=course.question("Mars").uid, action="keep"),
        curation.Change(uid=moon(course).uid, fields={"prompt": " "}),
    ]
    with pytest.raises(UsageError, match="needs a prompt"):
        curation.change(course.store, changes, now=5)
    assert curation.change(course.store, [], now=5) == []
    assert course.content() == before


def test_what_an_edit_would_make_is_not_stored(course: Course) -> None:
    before = course.content()
    made = curation.changed(moon(course), {"answer": "three", "options": ["four", "five"]})
    assert [(option.text, option.correct) for option in made.options if option.correct] == [("three", True)]
    assert course.content() == before


def test_a_change_takes_tags_away_and_decides_about_facts(course: Course) -> None:
    fact, mars = course.fact("Moon"), course.question("Mars").uid
    curation.tag(course.store, [mars], add=["bad"], now=5)
    changes = [curation.Change(uid=mars, untag=("bad",)), curation.Change(uid=fact.uid, action="reject")]
    assert curation.change(course.store, changes, now=6) == [mars, fact.uid]
    assert course.store.question(mars).tags == ("topic::sky",)
    assert (course.store.fact(fact.uid).status, moon(course).status) == (FactStatus.REJECTED, QuestionStatus.RETIRED)
    curation.undo(course.store, now=7)
    assert course.store.question(mars).tags == ("topic::sky", "bad")
    assert (course.store.fact(fact.uid).status, moon(course).status) == (FactStatus.NEW, QuestionStatus.NEW)


def test_a_short_question_may_lose_all_its_options(course: Course) -> None:
    made = curation.add(course.store, prompt="What does a whale eat?", answer="krill", now=5)
    curation.edit(course.store, made.uid, now=6, options=["fish"])
    assert curation.edit(course.store, made.uid, now=7, options=[]).options == ()
    assert len(curation.add(course.store, prompt="Who?", answer="I", options=["you"], now=8).options) == 2
