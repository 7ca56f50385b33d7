"""The desk: what waits for a decision comes one by one, each decision holds, and each can be taken back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import quizzes
from store_fakes import Course, short_only
from test_conflicts import Sky

from quizgen import curation
from quizgen.errors import NothingToDo, UsageError
from quizgen.model import Filter, Question
from quizgen.reviewing import Desk, Item, duplicates
from quizgen.reviewing.item import group_name
from quizgen.store import Store


class Clock:
    """Ten seconds pass between two looks at it unless told otherwise."""

    def __init__(self) -> None:
        self.at, self.step = 1_700_001_000.0, 10.0

    def __call__(self) -> float:
        self.at += self.step
        return self.at


@pytest.fixture
def course(tmp_path: Path) -> Iterator[Course]:
    made = Course(tmp_path)
    made.write("sky.txt", "# The sky", "The Moon | has | 3 craters.", "Mars | has | 2 moons.")
    made.write("sea.txt", "# The sea", "A whale | eats | krill.", "Pluto | has | 5 moons.", "Earth | has | 1 moon.")
    made.make()
    made.generate()
    yield made
    made.store.close()


def open_desk(course: Course, filter: Filter = Filter(), **options: object) -> Desk:  # noqa: B008
    return Desk(course.store, filter=filter, clock=Clock(), **options)  # type: ignore[arg-type]


def asked(desk: Desk) -> Item:
    item = desk.current
    assert item is not None
    return item


def prompts(desk: Desk) -> list[str]:
    """Return what waits, by putting each question off; the desk is used up by it."""
    left = desk.total - desk.done
    found = []
    for _ in range(left):
        found.append(asked(desk).question.prompt)
        desk.later()
    return found


def statuses(course: Course) -> dict[str, str]:
    return {one.prompt: one.status.value for one in course.store.questions()}


def test_the_desk_shows_one_question_with_what_it_needs(course: Course) -> None:
    desk = open_desk(course, about={"bars/object": "asks for the object"})
    item = asked(desk)
    assert (item.done, item.total, item.place, item.alike) == (0, 5, 1, 5)
    assert item.group == "asks for the object"
    assert [item.marked.text[start:end] for start, end in item.marked.spans] == [item.question.answer]
    assert asked(desk) == item


def test_each_decision_is_in_the_store_at_once(course: Course) -> None:
    desk = open_desk(course)
    first, *_ = prompts(open_desk(course))
    desk.accept()
    second = asked(desk).question.prompt
    desk.reject("unclear")
    third = asked(desk).question.prompt
    desk.edit(prompt="How many?", accept=["some"])
    with Store.open(course.store.path, readonly=True) as other:
        found = {one.prompt: one for one in other.questions()}
    assert [found[first].status, found[second].status, found["How many?"].status] == ["kept", "rejected", "edited"]
    assert third not in found
    assert course.store.standing(found[second].uid)[-1].reason == "unclear"
    assert (desk.done, desk.total) == (3, 5)


def test_what_was_decided_is_not_asked_again(course: Course) -> None:
    desk = open_desk(course)
    desk.accept()
    desk.reject()
    again = open_desk(course)
    assert (again.done, again.total, len(prompts(again))) == (2, 5, 3)
    assert len(prompts(open_desk(course, every=True))) == 5
    assert len(prompts(open_desk(course, Filter(statuses=("rejected",))))) == 1
    assert len(prompts(open_desk(course, Filter(limit=2)))) == 2


def test_at_the_end_there_is_no_question(course: Course) -> None:
    desk = open_desk(course)
    for _ in range(5):
        desk.accept()
    assert desk.current is None
    for act in (desk.accept, desk.reject, desk.later, desk.accept_group, desk.edit):
        with pytest.raises(NothingToDo):
            act()
    assert open_desk(course, Filter(documents=("sky.txt",))).current is None


def test_later_puts_a_question_behind_the_others(course: Course) -> None:
    desk = open_desk(course)
    order = prompts(open_desk(course))
    desk.later()
    assert prompts(desk) == [*order[1:], order[0]]
    assert set(statuses(course).values()) == {"new"}


def test_undo_goes_back_step_by_step(course: Course) -> None:
    desk = open_desk(course)
    order = prompts(open_desk(course))
    desk.accept()
    desk.later()
    desk.reject()
    assert desk.undo().said == f"Took back rejecting: {order[2]}"
    assert asked(desk).question.prompt == order[2]
    assert desk.undo().said == f"Took back putting off: {order[1]}"
    assert asked(desk).question.prompt == order[1]
    desk.undo()
    assert prompts(desk) == order
    assert set(statuses(course).values()) == {"new"}


def test_undo_reaches_behind_a_restart(course: Course) -> None:
    desk = open_desk(course)
    order = prompts(open_desk(course))
    desk.accept()
    desk.edit(prompt="How many?")
    again = open_desk(course)
    again.undo()
    assert (asked(again).question.prompt, again.done) == (order[1], 1)
    again.undo()
    assert (asked(again).question.prompt, again.done) == (order[0], 0)
    with pytest.raises(NothingToDo):
        again.undo()
    assert statuses(course) == dict.fromkeys(statuses(course), "new")


def test_undo_takes_back_what_was_decided_elsewhere_meanwhile(course: Course) -> None:
    desk = open_desk(course)
    first = asked(desk).question.uid
    desk.accept()
    other = course.question("krill").uid
    curation.reject(course.store, [other], now=1_700_002_000)
    assert desk.undo().uids == (other,)
    assert asked(desk).question.uid == other
    assert course.store.question(first).status == "kept"
    assert desk.undo().uids == (first,)


def test_a_rejection_gets_its_reason_afterwards(course: Course) -> None:
    desk = open_desk(course)
    rejected = asked(desk).question.uid
    desk.reject()
    assert desk.because("bad English").uids == (rejected,)
    assert course.store.standing(rejected)[-1].reason == "bad English"
    desk.because("unclear")
    assert [entry.reason for entry in course.store.standing(rejected)] == ["unclear"]
    desk.undo()
    assert course.store.question(rejected).status == "new"


def test_only_a_rejection_has_a_reason(course: Course) -> None:
    desk = open_desk(course)
    with pytest.raises(UsageError):
        desk.because("unclear")
    desk.accept()
    with pytest.raises(UsageError):
        desk.because("unclear")
    desk.reject()
    desk.later()
    with pytest.raises(UsageError):
        desk.because("unclear")


def test_a_group_is_accepted_and_taken_back_as_one(course: Course) -> None:
    desk = open_desk(course)
    put_off = asked(desk).question.prompt
    desk.later()
    assert asked(desk).alike == 4
    assert len(desk.accept_group().uids) == 4
    assert statuses(course) == {prompt: "new" if prompt == put_off else "kept" for prompt in statuses(course)}
    assert asked(desk).question.prompt == put_off
    desk.undo()
    assert (desk.done, set(statuses(course).values())) == (0, {"new"})


def choice(course: Course) -> tuple[Desk, Question]:
    desk = open_desk(course)
    while not asked(desk).question.options:
        desk.later()
    return desk, asked(desk).question


def test_a_distractor_is_dropped_by_its_number(course: Course) -> None:
    desk, question = choice(course)
    number = next(at for at, option in enumerate(question.options, 1) if not option.correct)
    desk.drop_option(number)
    now = asked(desk).question
    assert (now.uid, now.status, len(now.options)) == (question.uid, "edited", len(question.options) - 1)
    assert question.options[number - 1] not in now.options
    desk.undo()
    assert asked(desk).question == question


def test_the_right_option_cannot_be_dropped(course: Course) -> None:
    desk, question = choice(course)
    right = next(at for at, option in enumerate(question.options, 1) if option.correct)
    for number in (0, right, 9):
        with pytest.raises(UsageError):
            desk.drop_option(number)
    assert asked(desk).question == question


def test_an_edit_that_changes_nothing_leaves_the_question(course: Course) -> None:
    desk = open_desk(course)
    question = asked(desk).question
    with pytest.raises(NothingToDo):
        desk.edit(prompt=f" {question.prompt} ", answer=question.answer)
    with pytest.raises(UsageError):
        desk.edit(prompt=" ")
    assert (asked(desk).question, course.store.history(question.uid)) == (question, [])


def test_the_check_of_an_edit_writes_nothing(course: Course) -> None:
    desk = open_desk(course)
    before = course.content()
    answer = asked(desk).question.answer
    assert {remark.code for remark in desk.check(prompt="")} == {"unfit"}
    assert "answer-in-stem" in {remark.code for remark in desk.check(prompt=f"What has the Moon: {answer}?")}
    assert course.content() == before


def test_a_flag_brings_a_kept_question_back_until_it_is_decided(course: Course) -> None:
    moon = course.question("The Moon").uid
    curation.keep(course.store, [moon], now=5)
    curation.tag(course.store, [moon], add=["flagged::too-vague"], now=6)
    desk = open_desk(course)
    assert asked(desk).question.uid == moon
    assert "a player flagged it: too vague" in [remark.text for remark in asked(desk).warnings]
    desk.accept()
    assert "flagged::too-vague" not in course.store.question(moon).tags
    assert moon not in {one.uid for one in course.store.questions(Filter(tags=("flagged",)))}
    desk.undo()
    assert "flagged::too-vague" in asked(desk).question.tags


def test_a_kept_question_comes_back_when_its_answer_changes(course: Course) -> None:
    moon = course.question("The Moon").uid
    curation.keep(course.store, [moon], now=course.now)
    course.write("sky.txt", "# The sky", "The Moon | has | 4 craters.", "Mars | has | 2 moons.")
    course.make()
    desk = open_desk(course)
    assert asked(desk).question.uid == moon
    assert "changed" in [remark.code for remark in asked(desk).warnings]
    desk.accept()
    assert open_desk(course).total - open_desk(course).done == 4


def test_a_question_that_retires_meanwhile_is_passed_over(course: Course) -> None:
    desk = open_desk(course)
    gone = asked(desk).question
    curation.reject(course.store, [gone.facts[0]], now=5)
    with pytest.raises(UsageError, match="meanwhile"):
        desk.accept()
    assert asked(desk).question.uid != gone.uid
    assert (desk.done, desk.total) == (0, 4)
    curation.reject(course.store, [asked(desk).question.facts[0]], now=6)
    assert (asked(desk).question.uid != gone.uid, desk.total) == (True, 3)


def test_the_pace_leaves_pauses_out(course: Course) -> None:
    clock = Clock()
    clock.step = 0.0
    desk = Desk(course.store, clock=clock)
    assert (desk.pace().decided, desk.pace().is_known) == (0, False)
    for seconds in (5, 3600, 5, 5):
        clock.at += seconds
        desk.accept()
    assert (desk.pace().seconds, desk.pace().is_known, desk.pace().remaining) == (45.0, False, 10.0)
    clock.at += 30
    desk.accept()
    assert (desk.pace().seconds, desk.pace().each, desk.pace().left) == (75.0, 15.0, 0)


def test_what_was_taken_back_leaves_no_time_behind(course: Course) -> None:
    desk = open_desk(course)
    desk.accept()
    before = desk.pace()
    desk.reject()
    desk.later()
    desk.undo()
    desk.undo()
    assert desk.pace() == before
    assert desk.pace().decided == 1


def test_a_group_is_one_decision_of_the_pace(course: Course) -> None:
    desk = open_desk(course)
    assert len(desk.group()) == 5
    desk.accept_group()
    assert (desk.pace().decided, desk.tally) == (1, {"accepted": 5})


def test_the_tally_counts_what_holds(course: Course) -> None:
    desk = open_desk(course)
    desk.accept()
    desk.reject()
    desk.later()
    desk.reject()
    desk.undo()
    desk.edit(prompt="How many?")
    assert desk.tally == {"accepted": 1, "rejected": 1, "edited": 1}


def test_an_undo_says_what_it_takes_back(course: Course) -> None:
    desk = open_desk(course)
    prompt, wrong = asked(desk).question.prompt, [one for one in asked(desk).question.options if not one.correct]
    desk.drop_option(asked(desk).question.options.index(wrong[0]) + 1)
    assert desk.undo().said == f"Took back dropping the option {wrong[0].text} of: {prompt}"
    desk.edit(prompt="How many?")
    assert desk.undo().said == f"Took back editing: {prompt}"
    desk.accept_group()
    assert desk.undo().said == f"Took back accepting 5 questions: {prompt} …"
    curation.tag(course.store, [asked(desk).question.uid], add=["hard"], now=9)
    assert desk.undo().said == f"Took back tagging: {prompt}"


def test_a_dropped_option_leaves_the_others_in_order(course: Course) -> None:
    desk = open_desk(course)
    for _ in range(5):
        before = asked(desk).question
        number = next(place for place, option in enumerate(before.options, 1) if not option.correct)
        desk.drop_option(number)
        after = [option.text for option in asked(desk).question.options]
        assert after == [option.text for option in before.options if option is not before.options[number - 1]]
        desk.accept()


def test_what_is_still_doubtful_after_an_edit_is_said(course: Course) -> None:
    desk = open_desk(course)
    answer = asked(desk).question.answer
    said = desk.edit(prompt=f"Is it {answer}?").said
    assert said.startswith(f"Edited: Is it {answer}? (but ") and "the prompt says the answer" in said


def test_decided_ones_are_told_from_others(course: Course) -> None:
    desk = open_desk(course)
    desk.accept()
    desk.reject()
    assert (open_desk(course).again, open_desk(course, every=True).again) == (0, 2)


def test_a_search_hides_what_does_not_match(course: Course) -> None:
    desk = open_desk(course)
    before = prompts(open_desk(course))
    assert desk.search(" the SKY ") == 2
    assert "Moon" in asked(desk).question.prompt or "Mars" in asked(desk).question.prompt
    desk.accept()
    assert (desk.done, desk.total, asked(desk).alike) == (1, 5, 1)
    assert (desk.progress, asked(desk).done, asked(desk).total, desk.wanted) == ((1, 2), 1, 2, "the SKY")
    with pytest.raises(NothingToDo):
        desk.search("comet")
    assert desk.search("") == 4
    assert (desk.progress, desk.wanted) == ((1, 5), "")
    desk.undo()
    assert sorted(prompts(desk)) == sorted(before)


def test_an_undo_reaches_behind_a_search(course: Course) -> None:
    desk = open_desk(course)
    whale = course.question("krill").uid
    desk.search("krill")
    desk.reject()
    assert desk.current is None
    assert desk.undo().uids == (whale,)
    assert (asked(desk).question.uid, desk.done, desk.total) == (whale, 0, 5)


@pytest.fixture
def twins(tmp_path: Path) -> Iterator[Course]:
    made = Course(tmp_path)
    made.write("one.txt", "# One", "The old harbour bridge | crosses | 7 narrow channels.")
    made.write("two.txt", "# Two", "The harbour bridge, an old one, | crosses | seven narrow channels.", "A | b | c.")
    made.make()
    made.generate(short_only)
    yield made
    made.store.close()


def test_two_questions_that_ask_the_same_become_one(twins: Course) -> None:
    desk = open_desk(twins)
    first = twins.question("7 narrow")
    while asked(desk).question.uid != first.uid:
        desk.later()
    (other,) = desk.duplicates()
    assert other.answer == "seven narrow channels"
    told = [remark.text for remark in asked(desk).warnings if remark.code == "near-duplicate"]
    assert told == [f"another question asks almost the same: {other.prompt}"]
    desk.merge([other.uid])
    kept, gone = twins.store.question(first.uid), twins.store.question(other.uid)
    assert (kept.status, kept.accept, gone.status) == ("kept", ("seven narrow channels",), "rejected")
    assert twins.store.standing(gone.uid)[-1].reason == f"duplicate of {kept.uid}"
    assert (desk.done, desk.total) == (2, 3)
    desk.undo()
    assert (twins.store.question(first.uid), twins.store.question(other.uid)) == (first, other)
    assert (desk.done, len(prompts(desk))) == (0, 3)


def test_the_other_question_can_be_the_one_to_keep(twins: Course) -> None:
    desk = open_desk(twins)
    desk.search("narrow")
    here = asked(desk).question
    (other,) = desk.duplicates()
    assert desk.merge([other.uid], into=other.uid).uids == (other.uid, here.uid)
    assert twins.store.question(here.uid).status == "rejected"


def test_what_differs_is_no_duplicate(twins: Course) -> None:
    desk = open_desk(twins)
    desk.search("b")
    alone = twins.question("What b")
    while asked(desk).question.uid != alone.uid:
        desk.later()
    assert desk.duplicates() == []
    for others in ([], [alone.uid]):
        with pytest.raises(UsageError):
            desk.merge(others)
    with pytest.raises(UsageError):
        desk.merge([twins.question("7 narrow").uid], into=twins.question("seven").uid)


def test_two_orders_are_no_duplicates(twins: Course) -> None:
    for uid, parts in [("q_1", ("lit", "closed")), ("q_2", ("planned", "built"))]:
        order = replace(quizzes.order(uid, parts, facts=(), sources=()), document="one.txt")
        twins.store.add_question(order, now=1)
    assert list(duplicates.find(twins.store, twins.store.question("q_1"))) == []


@pytest.fixture
def sky(tmp_path: Path) -> Iterator[Sky]:
    made = Sky(tmp_path)
    made.write("a.txt", "# A", "Jupiter | has | 95 moons.", "Mars | has | 2 moons.")
    made.write("b.txt", "# B", "Jupiter | has | 92 moons.")
    made.make()
    yield made
    made.store.close()


def test_a_contradiction_is_settled_for_one_side(sky: Sky) -> None:
    desk = open_desk(sky)
    (quarrel,) = desk.conflicts()
    assert quarrel.open and not any(claim.kept for claim in quarrel.claims)
    assert {claim.said: claim.evidence.title for claim in quarrel.claims} == {"95 moons": "A", "92 moons": "B"}
    right = next(claim for claim in quarrel.claims if claim.said == "95 moons")
    assert desk.settle(quarrel, [right.uid]).said.startswith("Right: 95 moons.")
    assert sky.statuses() == {"95 moons": "kept", "92 moons": "conflict", "2 moons": "new"}
    assert not any(quarrel.open for quarrel in desk.conflicts())
    desk.undo()
    assert sky.statuses()["95 moons"] == "conflict"


@pytest.mark.parametrize(("right", "status"), [(["95 moons", "92 moons"], "kept"), ([], "rejected")])
def test_both_sides_or_none_may_be_right(sky: Sky, right: list[str], status: str) -> None:
    desk = open_desk(sky)
    (quarrel,) = desk.conflicts()
    desk.settle(quarrel, [claim.uid for claim in quarrel.claims if claim.said in right])
    assert [sky.statuses()["95 moons"], sky.statuses()["92 moons"]] == [status, status]
    assert desk.conflicts() == []
    desk.undo()
    assert len(desk.conflicts()) == 1


def test_only_a_side_of_it_settles_a_contradiction(sky: Sky) -> None:
    desk = open_desk(sky)
    before = sky.content()
    with pytest.raises(UsageError):
        desk.settle(desk.conflicts()[0], [sky.fact("Mars").uid])
    assert sky.content() == before


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("time", "asks when"),
        ("time.choice", "asks when"),
        ("own.cloze", "own"),
        ("order", "asks for the right order"),
        ("hand", "written by hand"),
        ("own", "own"),
    ],
)
def test_a_group_has_a_name_in_words(template: str, said: str) -> None:
    assert group_name(template, {"time": "asks when"}) == said
