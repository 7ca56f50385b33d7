"""The full-screen reviewer, driven by keys."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import desks
import pytest
from screens import check_snapshot, drive, in_one_go
from store_fakes import Course
from textual.pilot import Pilot

from quizgen import curation
from quizgen.commands.editor import parse
from quizgen.errors import NothingToDo, StoreError, StoreLocked
from quizgen.model import Question
from quizgen.reviewing import Desk
from quizgen.terminal.reviewer.app import Reviewer, fields, shortened, values
from quizgen.terminal.reviewer.keys import KEYS
from quizgen.terminal.reviewer.outside import Editor

SIZES = [(120, 40), (80, 24), (40, 12)]


@pytest.fixture
def course(tmp_path: Path) -> Iterator[Course]:
    made = desks.course(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def disputed(tmp_path: Path) -> Iterator[Course]:
    made = desks.course(tmp_path, contradicted=True)
    yield made
    made.store.close()


def refuse(question: Question, draft: str) -> str:
    raise AssertionError("no editor was asked for")


never = Editor(refuse, parse)


def run(course: Course, *keys: str, size: tuple[int, int] = (80, 24), **options: Any) -> str:
    """Review with these keys pressed and return the screen."""
    app = Reviewer(desks.desk(course), **{"editor": never, **options})
    return drive(app, *keys, size=size)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("question", []),
        ("rejected", ["x"]),
        ("edit", ["e"]),
        ("merge", ["space", "m"]),
        ("group", ["A"]),
        ("drop", ["d"]),
        ("help", ["question_mark"]),
        ("end", ["a", "a", "a", "a", "a", "a"]),
    ],
)
def test_screens(course: Course, name: str, keys: list[str], size: tuple[int, int]) -> None:
    shown = run(course, *keys, size=size)
    check_snapshot(f"review-{name}-{size[0]}x{size[1]}", shown)
    assert max(map(len, shown.splitlines())) <= size[0]


@pytest.mark.parametrize("size", SIZES)
def test_the_screen_of_a_contradiction(disputed: Course, size: tuple[int, int]) -> None:
    check_snapshot(f"review-conflict-{size[0]}x{size[1]}", run(disputed, "c", size=size))


@pytest.mark.parametrize(
    ("keys", "decided"),
    [
        ("a", {"What has The Moon?": "kept"}),
        ("x", {"What has The Moon?": "rejected"}),
        ("ax", {"What has The Moon?": "kept", "What has Mars?": "rejected"}),
        ("aau", {"What has The Moon?": "kept"}),
        ("axuu", {}),
        (" a", {"What has Mars?": "kept"}),
        (" ua", {"What has The Moon?": "kept"}),
        ("A", {}),
        ("AA", {}),
        ("An", {}),
        ("Aa", {}),
        ("Ay", {"What has The Moon?": "kept", "What has Mars?": "kept"}),
        ("Ayu", {}),
        ("aA", {"What has The Moon?": "kept", "What has Mars?": "kept"}),
        ("da", {}),
        ("13579", {}),
        ("x9", {"What has The Moon?": "rejected"}),
        ("jk", {}),
        ("c", {}),
    ],
)
def test_keys_decide(course: Course, keys: str, decided: dict[str, str]) -> None:
    run(course, *("space" if key == " " else key for key in keys))
    assert desks.statuses(course) == decided


def test_a_number_after_a_rejection_is_its_reason(course: Course) -> None:
    uid = course.question("Moon").uid
    assert "Rejected as wrong answer" in run(course, "x", "2")
    assert [entry.reason for entry in course.store.standing(uid) if entry.action == "reject"] == ["wrong answer"]


def test_a_number_is_a_reason_only_right_after_it(course: Course) -> None:
    uid = course.question("Moon").uid
    run(course, "x", "a", "2")
    run(course, "u", "u", "x", "down", "3")
    assert [entry.reason for entry in course.store.standing(uid) if entry.action == "reject"] == [""]


def wrong(course: Course) -> int:
    options = course.question("The Moon").options
    return next(number for number, option in enumerate(options, 1) if not option.correct)


def test_an_option_is_dropped_by_its_number(course: Course) -> None:
    before = course.question("The Moon").options
    shown = run(course, "d", str(wrong(course)))
    assert f"Dropped the option {before[wrong(course) - 1].text}" in shown and "What has The Moon?" in shown
    assert len(course.question("The Moon").options) == len(before) - 1
    assert desks.statuses(course) == {"What has The Moon?": "edited"}


def test_the_right_option_is_not_dropped(course: Course) -> None:
    before = course.question("The Moon")
    right = next(number for number, option in enumerate(before.options, 1) if option.correct)
    assert "Drop which wrong option?" in run(course, "d", str(right))
    run(course, "d", "escape", str(wrong(course)))
    assert course.question("The Moon") == before


def test_an_edit_is_stored_and_goes_on(course: Course) -> None:
    shown = run(course, "e", *"??", "ctrl+s")
    assert "Edited: What has The Moon???" in shown
    assert course.question("The Moon").prompt == "What has The Moon???"
    assert "What has Mars?" in shown


def test_the_form_says_what_would_be_wrong(course: Course) -> None:
    shown = run(course, "e", *["backspace"] * 20)
    assert "A question needs a prompt" in shown
    shown = run(course, "e", *" 3 craters")
    assert "the prompt says the answer" in shown


def test_leaving_the_form_changes_nothing(course: Course) -> None:
    assert "left as it is" in run(course, "e", "ctrl+s")
    run(course, "e", "x", "escape", "escape")
    assert desks.statuses(course) == {}


def editor(*texts: str, seen: list[str] | None = None) -> Editor:
    """Return an editor that writes these texts, one after the other, and notes the drafts that it is given."""
    left = list(texts)

    def write(question: Question, draft: str) -> str:
        if seen is not None:
            seen.append(draft)
        return left.pop(0)

    return Editor(write, parse)


def failing(error: Exception) -> Editor:
    def write(question: Question, draft: str) -> str:
        raise error

    return Editor(write, parse)


GOOD = "prompt: How many craters has the Moon?\nanswer: 3 craters\n"


def test_an_editor_of_ones_own(course: Course) -> None:
    assert "Edited: How many craters has the Moon?" in run(course, "E", editor=editor(GOOD))


@pytest.mark.parametrize("bad", ["prompt: How many?\nanswer:\n", "no line like that\n", "prompt: How many?\n"])
def test_what_the_editor_wrote_is_there_again(course: Course, bad: str) -> None:
    seen: list[str] = []
    assert "Press E to go on with what you wrote" in " ".join(run(course, "E", editor=editor(bad)).split())
    shown = run(course, "E", "E", editor=editor(bad, GOOD, seen=seen))
    assert seen == ["", bad] and "Edited: How many craters" in shown


def test_a_draft_belongs_to_its_question(course: Course) -> None:
    seen: list[str] = []
    run(course, "E", "space", "E", editor=editor("nothing like it\n", GOOD, seen=seen))
    assert seen == ["", ""]


def test_an_editor_that_does_not_start_is_told(course: Course) -> None:
    error = click.ClickException("nano: Editing failed")
    assert "nano: Editing failed. Set EDITOR, or press e." in run(course, "E", editor=failing(error))


def test_an_editor_that_was_left_changes_nothing(course: Course) -> None:
    error = NothingToDo("The question was left as it is")
    assert "The question was left as it is" in run(course, "E", editor=failing(error))
    assert desks.statuses(course) == {}


def test_ctrl_c_in_the_editor_does_not_end_the_review(course: Course) -> None:
    def write(question: Question, draft: str) -> str:
        os.kill(os.getpid(), signal.SIGINT)
        return GOOD

    assert "Edited: How many craters" in run(course, "E", editor=Editor(write, parse))


def test_an_edit_that_cannot_be_stored_stays_open(course: Course) -> None:
    shown = run(course, "e", "tab", *["backspace"] * 9, "ctrl+s", *"axq")
    assert "Edit the question" in shown and "axq" in shown
    assert desks.statuses(course) == {}


@pytest.mark.parametrize("size", SIZES)
def test_why_an_edit_was_not_stored_is_seen(course: Course, size: tuple[int, int]) -> None:
    shown = run(course, "e", "tab", *["backspace"] * 9, "ctrl+s", size=size)
    assert "Not saved: A question needs an answer" in " ".join(shown.replace("│", " ").split())


def test_a_doubtful_edit_is_stored_when_asked_once_more(course: Course) -> None:
    shown = run(course, "e", *" 3 craters", "ctrl+s")
    assert "Not saved yet: " in shown and "Edit the question" in shown
    assert desks.statuses(course) == {}
    shown = run(course, "e", *" 3 craters", "ctrl+s", "ctrl+s")
    assert "Edited: What has The Moon? 3 craters" in shown and "What has Mars?" in shown


def test_another_doubt_is_asked_about_anew(course: Course) -> None:
    run(course, "e", *" 3 craters", "ctrl+s", "x", "ctrl+s")
    assert desks.statuses(course) == {}


def test_a_long_question_is_seen_whole_while_one_edits(course: Course) -> None:
    words = "Which of the many words of a question that goes on and on can still be read where it ends"
    curation.edit(course.store, course.question("The Moon").uid, prompt=f"{words}?", now=9)
    curation.tag(course.store, [course.question("Which of").uid], add=["flagged"], now=10)
    shown = run(course, "e", size=(60, 24))
    assert "Which of the many words" in shown and "where it ends?" in shown
    assert "The Moon | has | 3 craters." in shown


def test_a_reason_in_own_words(course: Course) -> None:
    uid = course.question("Moon").uid
    assert "Rejected as too old" in run(course, "x", "t", *"too old", "enter")
    assert [entry.reason for entry in course.store.standing(uid) if entry.action == "reject"] == ["too old"]
    run(course, "u", "t", "x", "t", "escape")
    assert [entry.reason for entry in course.store.standing(uid) if entry.action == "reject"] == [""]


def test_a_number_that_is_no_reason_is_said(course: Course) -> None:
    shown = run(course, "x", "9")
    assert "9 is no reason. Why?" in shown and "1 unclear" in shown
    assert "Rejected as unclear" in run(course, "u", "x", "9", "1")


def test_an_undo_names_what_it_takes_back(course: Course) -> None:
    assert "Took back accepting: What has The Moon?" in run(course, "a", "u")
    assert "Took back dropping the option" in run(course, "d", str(wrong(course)), "u")
    assert "Took back accepting 2 questions: What has The Moon? …" in run(course, "A", "y", "u")


def test_what_was_decided_before_is_said(course: Course) -> None:
    curation.keep(course.store, [course.question("Earth").uid], now=9)
    app = Reviewer(Desk(course.store, clock=desks.Clock(), every=True), editor=never)
    assert "1 of these is decided already" in drive(app)
    app = Reviewer(Desk(course.store, clock=desks.Clock(), every=True), editor=never)
    shown = drive(app, "slash", *"earth", "enter")
    assert "accepted before" in shown and "0 of 1 with 'earth'" in shown


def test_a_last_wrong_option_is_not_dropped(course: Course) -> None:
    moon = course.question("The Moon")
    one = next(option.text for option in moon.options if not option.correct)
    curation.edit(course.store, moon.uid, options=[one], now=9)
    curation.tag(course.store, [moon.uid], add=["flagged"], now=10)
    assert "Only one wrong option is left" in run(course, "d")


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [("a b", 9, "a b"), ("Accepted: What is it?", 14, "Accepted:…"), ("Whatever", 5, "What…")],
)
def test_what_is_said_is_cut_between_words(text: str, width: int, shown: str) -> None:
    assert shortened(text, width) == shown


def test_a_search_shows_some_and_then_all_again(course: Course) -> None:
    shown = run(course, "slash", *"whale", "enter")
    assert "What eats A whale?" in shown and "1 that waits with 'whale'" in shown
    assert "Nothing that waits has 'comet'" in run(course, "slash", *"comet", "enter")
    shown = run(course, "slash", *"whale", "enter", "a")
    assert "Nothing more that has 'whale'" in shown and "5 others wait" in shown
    shown = run(course, "slash", *"pluto", "enter", "slash", "enter")
    assert "What has The Moon?" in shown
    assert "What has The Moon?" in run(course, "slash", *"pluto", "escape")


def test_two_questions_become_one(course: Course) -> None:
    shown = run(course, "slash", *"pluto", "enter", "m")
    assert "No other question asks almost the same" in shown
    run(course, "space", "m", "escape")
    assert desks.statuses(course) == {}
    run(course, "space", "m", "2")
    assert desks.statuses(course) == {"What has Mars?": "rejected", "What has Mars itself?": "kept"}


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("1", {"kept", "conflict"}),
        ("b", {"kept"}),
        ("n", {"rejected"}),
        ("escape", {"conflict"}),
    ],
)
def test_a_contradiction_is_decided(disputed: Course, key: str, found: set[str]) -> None:
    run(disputed, "c", key)
    facts = [fact for fact in disputed.store.facts() if fact.draft.subject.text == "Pluto"]
    assert {fact.status.value for fact in facts} == found


def test_contradictions_are_announced(disputed: Course) -> None:
    assert "contradict each other in 1 place: press c" in run(disputed)
    assert "contradict each other" not in run(disputed, "c", "1", "u", "c", "n")


def test_without_a_contradiction_there_is_nothing_to_decide(course: Course) -> None:
    assert "No facts contradict each other" in run(course, "c")


def test_at_the_end_only_what_is_left_to_do_works(course: Course) -> None:
    shown = run(course, *"AyAyAyAy", *"axdemAE")
    assert "All 6 are decided." in shown
    assert "What eats A whale?" in run(course, "u")


@pytest.mark.parametrize("size", SIZES)
def test_hostile_text_is_shown_as_text(course: Course, size: tuple[int, int]) -> None:
    moon = course.question("The Moon")
    text = desks.HOSTILE
    curation.edit(course.store, moon.uid, prompt=text, answer=f"{text} 3", accept=[f"{text} 4"], now=9)
    curation.tag(course.store, [moon.uid], add=["flagged::[red]bad\x1b[31m"], now=9)
    assert desks.SAFE in run(course, size=size)
    for keys in (["e"], ["x"], ["u", "a"]):
        shown = run(course, *keys, size=size)
        assert not any(char in shown for char in "\x1b\x07\x9b\x90\u202e\u2066")


@pytest.mark.parametrize("error", [StoreLocked("Another program is writing to the store"), NothingToDo("No")])
def test_what_can_be_tried_again_does_not_end_the_review(
    course: Course, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(self: Desk) -> None:
        raise error

    monkeypatch.setattr(Desk, "accept", fail)
    assert str(error) in run(course, "a")


def test_a_broken_store_ends_the_review(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Desk) -> None:
        raise StoreError("The disk is full")

    monkeypatch.setattr(Desk, "accept", fail)
    app = Reviewer(desks.desk(course), editor=never)
    drive(app, "a")
    assert str(app.failure) == "The disk is full."


def test_signs_stand_for_colours(course: Course) -> None:
    assert "»3 craters«" in run(course, signs=True)
    assert "»" not in run(course)


def test_every_key_is_named_once() -> None:
    names = [key for key, _, _ in KEYS]
    assert len(names) == len(set(names))


def test_a_form_has_what_can_be_edited(course: Course) -> None:
    question = course.question("The Moon")
    texts = {field.name: field.value for field in fields(question)}
    assert list(texts) == ["prompt", "answer", "accept", "options"]
    with pytest.raises(NothingToDo):
        desks.desk(course).edit(**values(texts))


@pytest.mark.parametrize("keys", ["a", "A", "x", "m", "E"])
def test_what_goes_out_of_use_meanwhile_is_not_mistaken_for_the_next(course: Course, keys: str) -> None:
    app = Reviewer(desks.desk(course), editor=editor(GOOD))

    async def then(pilot: Pilot[Any]) -> None:
        curation.reject(course.store, [course.question("The Moon").facts[0]], now=9)
        for key in keys:
            await pilot.press(key)
            await pilot.pause()

    shown = drive(app, then=then)
    assert desks.statuses(course) == {"What has The Moon?": "retired"}
    assert "meanwhile" in shown and "What has Mars?" in shown


def test_an_edit_does_not_go_to_the_next_question(course: Course) -> None:
    app = Reviewer(desks.desk(course), editor=never)

    async def then(pilot: Pilot[Any]) -> None:
        curation.reject(course.store, [course.question("The Moon").facts[0]], now=9)
        for key in (*"?!", "ctrl+s"):
            await pilot.press(key)
            await pilot.pause()

    assert "meanwhile" in drive(app, "e", then=then)
    assert desks.statuses(course) == {"What has The Moon?": "retired"}


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("/pluto\na", "Nothing more that has 'pluto'"),
        ("e??\x13", "Edited: What has The Moon???"),
        ("e??\tX\x13", "Edited: What has The Moon???"),
        ("mac", "No facts contradict each other"),
    ],
)
def test_fast_keys_go_where_they_are_meant_to(course: Course, keys: str, shown: str) -> None:
    app = Reviewer(desks.desk(course), editor=never)
    assert shown in drive(app, then=in_one_go(keys))
    assert len(desks.statuses(course)) == 1
