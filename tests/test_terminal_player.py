"""The full-screen player, driven without a terminal."""

import contextlib
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
import quizzes
from screens import check_snapshot, drive, text_of
from textual.pilot import Pilot

from quizgen.errors import StoreError, UsageError
from quizgen.model import Question
from quizgen.session import Kept, Mode, NoRecorder, Score, Session
from quizgen.terminal.player import keys, play
from quizgen.terminal.player.app import Player
from quizgen.terminal.widgets import KeyBar

HOSTILE = "A\x1b]52;c;ZXZpbA==\x07B\x1b[31mC\x9b2JD\x90q\x9cE\u202eF\u2066G[a]H[/oops]I\x08\rJ\x1b(0K"
DAY = 86400
SIZES = [(120, 40), (80, 24), (40, 12)]


class Noted(NoRecorder):
    """Writes down what a session commits, and schedules everything for three days later."""

    def __init__(self) -> None:
        self.done: list[tuple[Any, ...]] = []

    def answer(self, question_uid: str, *, at: int, verdict: str, rating: int, **more: Any) -> Kept:  # type: ignore[override]
        self.done.append(("answer", question_uid, verdict, rating))
        return Kept(due=at + 3 * DAY, known=True) if rating else Kept()

    def withdraw(self, question_uid: str, *, at: int) -> None:
        self.done.append(("withdraw", question_uid))

    def flag(self, question_uid: str, *, at: int, reason: str) -> None:
        self.done.append(("flag", question_uid, reason))

    def accept(self, question_uid: str, *, at: int, given: str) -> None:
        self.done.append(("accept", question_uid, given))

    def refuse(self, question_uid: str, *, at: int, given: str) -> None:
        self.done.append(("refuse", question_uid, given))

    def suspend(self, question_uid: str, *, at: int) -> None:
        self.done.append(("suspend", question_uid))

    def unsuspend(self, question_uid: str, *, at: int) -> None:
        self.done.append(("unsuspend", question_uid))

    def edit(self, question: Question, *, at: int, **changes: Any) -> Question:  # type: ignore[override]
        self.done.append(("edit", question.uid, {name: value for name, value in changes.items() if value is not None}))
        if changes["prompt"] == "":
            raise UsageError("The question is empty")
        return super().edit(question, at=at, **changes)

    def streak(self, at: int) -> int:
        return 4


class Clock:
    """Stands still unless told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Quiz:
    """A player of these questions, in this order, with what it committed."""

    def __init__(self, questions: Sequence[Question], **options: Any) -> None:
        self.recorder, self.clock = Noted(), Clock()
        self.session = Session(questions, recorder=self.recorder, arranged=True, **options)
        self.app = Player(self.session, self.clock)

    def play(self, *keys: str, size: tuple[int, int] = (80, 24), then: Any = None) -> str:
        return drive(self.app, *keys, size=size, then=then)

    @property
    def score(self) -> Score:
        return self.session.score()

    def option(self, text: str) -> str:
        """Return the key of an option of the question being asked."""
        assert self.session.step
        return str(self.session.step.options.index(text) + 1)


def typed_keys(text: str) -> list[str]:
    return ["space" if char == " " else char for char in text]


def right(quiz: Quiz) -> str:
    return quiz.option("Skerry")


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("pick", []),
        ("picked-wrong", ["1"]),
        ("type", ["1", "enter", *typed_keys("Ida")]),
        ("typed-wrong", ["1", "enter", *typed_keys("Ola"), "enter"]),
        ("match", ["1", "enter", *typed_keys("Ola"), "enter", "enter"]),
        ("summary", ["1", "enter", *typed_keys("Ola"), "enter", "q"]),
        ("help", ["question_mark"]),
        ("flag", ["f"]),
        ("edit", ["1", "e"]),
    ],
)
def test_screens(name: str, keys: list[str]) -> None:
    async def look(pilot: Pilot[Any]) -> None:
        for width, height in SIZES:
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            shown[f"player-{name}-{width}x{height}"] = text_of(pilot.app)

    shown: dict[str, str] = {}
    Quiz([quizzes.choice(), quizzes.typed(), quizzes.match()]).play(*keys, then=look)
    for screen, text in shown.items():
        check_snapshot(screen, text)


@pytest.mark.parametrize("size", SIZES[1:])
@pytest.mark.parametrize("keys", [[], ["1"], ["1", "enter"], ["1", "e"], ["1", "f"], ["1", "q"], ["h", "h"]])
def test_text_of_questions_is_only_text(keys: list[str], size: tuple[int, int]) -> None:
    source = quizzes.source("x", HOSTILE, title=HOSTILE, section=HOSTILE)
    own = {"prompt": HOSTILE, "answer": HOSTILE, "sources": (source,)}
    options = quizzes.options(HOSTILE, *(f"{HOSTILE}{n}" for n in range(3)))
    quiz = Quiz([replace(quizzes.choice(), options=options, **own), replace(quizzes.typed(), **own)])
    shown = quiz.play(*keys, size=size)
    assert {"f", "q"} & {*keys} or "ABCDEFG[a]H" in "".join(shown.split())
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2066]", shown) and "ZXZpbA" not in shown
    assert max(map(len, shown.splitlines())) <= size[0]


def test_an_option_by_number_arrows_and_click() -> None:
    quiz = Quiz([quizzes.choice(), quizzes.typed()])
    assert "right, yours" in quiz.play(right(quiz)) and quiz.score.right == 1
    quiz = Quiz([quizzes.choice()])
    down = int(right(quiz))
    quiz.play(*["down"] * (down + 1), "up", "enter")
    assert quiz.score.right == 1

    async def click(pilot: Pilot[Any]) -> None:
        await pilot.click("#options", offset=(4, down - 1))

    quiz = Quiz([quizzes.choice()])
    quiz.play(then=click)
    assert quiz.score.right == 1


@pytest.mark.parametrize("keys", [["9"], ["enter"], ["space"], ["z"], ["r"], ["m"]])
def test_what_is_no_answer_changes_nothing(keys: list[str]) -> None:
    quiz = Quiz([quizzes.choice()])
    quiz.play(*keys)
    assert not quiz.recorder.done and quiz.session.step


def test_letters_go_into_the_line_and_not_to_the_keys() -> None:
    quiz = Quiz([quizzes.typed()])
    assert "> hsufexq?" in quiz.play(*"hsufexq", "question_mark")
    assert not quiz.recorder.done


def test_a_typed_answer_from_question_to_summary() -> None:
    quiz = Quiz([quizzes.typed()])
    shown = quiz.play(*typed_keys("ida brandt"), "enter")
    assert "right" in shown and "Answer: Ida Brandt" in shown and "Again in 3 days (rated good)." in shown
    quiz = Quiz([quizzes.typed()])
    shown = quiz.play(*typed_keys("ida brandt"), "enter", "enter")
    assert "1 of 1 right" in shown and "Streak: 4 days in a row." in shown and "Remembered: 1 of 1" in shown
    assert "misses again" not in shown and "Esc back" not in shown


def test_nothing_typed_twice_gives_up() -> None:
    quiz = Quiz([quizzes.typed()])
    assert "Nothing was typed" in quiz.play("enter") and not quiz.recorder.done
    quiz = Quiz([quizzes.typed()])
    assert "Answer: Ida Brandt" in quiz.play("enter", "enter") and quiz.score.wrong == 1
    quiz = Quiz([quizzes.typed()])
    quiz.play("enter", "a", "backspace", "enter")
    assert not quiz.recorder.done


@pytest.mark.parametrize("keys", [["I", "escape", "h"], [*":hint", "enter", "I"], [*":h", "enter", "I"]])
def test_a_hint_while_one_types(keys: list[str]) -> None:
    shown = Quiz([quizzes.typed()]).play(*keys, "d")
    assert "Hint: I__ ______" in shown and "> Id" in shown


def test_hints_end() -> None:
    assert "No hint left." in Quiz([quizzes.choice()]).play(*"hhhh")


def test_the_keys_of_a_typed_question_come_with_escape() -> None:
    quiz = Quiz([quizzes.typed(), quizzes.choice()])
    shown = quiz.play("escape")
    assert "h hint" in shown and "Enter back to typing" in shown and "The next key is one of those below" in shown
    quiz = Quiz([quizzes.typed()])
    assert "> a" in quiz.play("escape", "enter", "a")


@pytest.mark.parametrize(
    ("text", "done"),
    [
        (":flag too vague", [("flag", "q_typed", "too vague")]),
        (":skip", []),
        (":suspend", [("suspend", "q_typed")]),
        (":nonsense", []),
        (":", []),
        (":flag", []),
        (":last", []),
        (":help", []),
        (":quit", []),
    ],
)
def test_commands_of_the_plain_player(text: str, done: list[Any]) -> None:
    quiz = Quiz([quizzes.typed(), quizzes.choice()])
    quiz.play(*typed_keys(text), "enter")
    assert quiz.recorder.done == done


def test_every_command_has_an_action() -> None:
    screen = Quiz([quizzes.typed()]).app.quiz
    actions = {*keys.COMMANDS.values(), *(key.action.partition("(")[0] for key in keys.KEYS)}
    assert all(callable(getattr(screen, f"action_{name}")) for name in actions)


def test_flip_shows_the_back_and_asks_how_it_went() -> None:
    quiz = Quiz([quizzes.typed(), quizzes.cloze()], mode=Mode.FLIP)
    shown = quiz.play("enter")
    assert "Answer: Ida Brandt" in shown and "How did it go?  1 right  2 close  3 wrong  4 easy" in shown
    quiz = Quiz([quizzes.typed(), quizzes.cloze()], mode=Mode.FLIP)
    assert "0 of 2 right" in quiz.play("enter", "2", "enter", "3")
    assert [entry[2:] for entry in quiz.recorder.done] == [("close", 2), ("wrong", 1)]
    quiz = Quiz([quizzes.typed(), quizzes.cloze()], mode=Mode.FLIP)
    assert "2 of 2 right" in quiz.play("space", "4", "space", "space")
    assert [entry[2:] for entry in quiz.recorder.done] == [("right", 4), ("right", 3)]


def test_sooner_and_later() -> None:
    quiz = Quiz([quizzes.choice()])
    shown = quiz.play(right(quiz), "-")
    assert "Again in 3 days (rated hard)." in shown and "- sooner  + later" in shown and quiz.score.right == 1
    quiz = Quiz([quizzes.choice()])
    quiz.play(right(quiz), *"++=---", "plus")
    assert [entry[-1] for entry in quiz.recorder.done if entry[0] == "answer"] == [3, 4, 3, 2, 1, 2]


def test_a_number_pressed_twice_rates_nothing() -> None:
    quiz = Quiz([quizzes.choice()])
    quiz.play("1", "1", "2", "4")
    assert len(quiz.recorder.done) == 1


def test_no_rating_without_a_schedule() -> None:
    quiz = Quiz([quizzes.choice()], cram=True)
    shown = quiz.play(right(quiz))
    assert "sooner" not in shown and "omes again" not in shown
    quiz = Quiz([quizzes.choice()], cram=True)
    assert "does not move the schedule" in " ".join(quiz.play(right(quiz), "-").split())


def test_undo_asks_again_also_from_the_end() -> None:
    quiz = Quiz([quizzes.choice(), quizzes.typed()])
    assert "Taken back." in quiz.play("1", "u") and quiz.recorder.done[-1] == ("withdraw", "q_choice")
    quiz = Quiz([quizzes.choice()])
    shown = quiz.play("1", "enter", "u")
    assert "1-4 answer" in shown and quiz.score.answered == 0
    assert "Nothing has been answered" in Quiz([quizzes.choice()]).play("u")


def test_surrender_while_one_types() -> None:
    quiz = Quiz([quizzes.typed()])
    assert "Answer: Ida Brandt" in quiz.play(*":show", "enter") and quiz.score.wrong == 1


def test_a_question_mark_alone_shows_the_keys() -> None:
    quiz = Quiz([quizzes.typed()])
    quiz.play("?", "enter", "escape", *typed_keys("Ida Brandt"), "enter")
    assert quiz.score.right == 1 and len(quiz.recorder.done) == 1


def test_what_was_shown_is_not_right_after_all() -> None:
    shown = Quiz([quizzes.typed()]).play(*":show", "enter")
    assert "I was right" not in shown and "u undo" in shown


def test_a_low_screen_names_every_key() -> None:
    row = Quiz([quizzes.choice()]).play("1", size=(40, 12)).splitlines()[-1]
    assert row.startswith("Enter next  ? help  ") and row.split()[-4:] == ["f", "e", "x", "q"]


def test_undo_takes_back_what_was_accepted() -> None:
    quiz = Quiz([quizzes.typed("q1"), quizzes.typed("q2")])
    shown = quiz.play(*"mason", "enter", "r", "y", "u")
    assert "that answer is accepted no longer" in shown
    assert [entry[0] for entry in quiz.recorder.done][-2:] == ["withdraw", "refuse"]


def test_a_suspended_question_is_told_from_the_one_on_the_screen() -> None:
    questions = [quizzes.choice("q1"), quizzes.choice("q2")]
    assert "The question before is suspended." in Quiz(questions).play("x")
    shown = " ".join(Quiz(questions, players=("Ann", "Ben")).play("1", "x").split())
    assert "This question is suspended, in quizzes of your own too." in shown and "Ann:" in shown


def test_an_order_is_told_item_by_item_and_misses_hang() -> None:
    shown = Quiz([quizzes.match()]).play(*"a b c", "enter")
    assert re.search(r"^ *Answer: [abc] [abc] [abc]\n +Tarn = [abc]\) lighthouse\n +Skerry = ", shown, re.MULTILINE)
    shown = Quiz([quizzes.match()]).play(*"a b c", "enter", "enter", size=(40, 20))
    assert re.search(r"^ *-  Match the names\..*\n {4,}\S", shown, re.MULTILINE)


def test_skip_and_surrender() -> None:
    quiz = Quiz([quizzes.choice(), quizzes.typed()])
    assert "skipped" in quiz.play("s") and quiz.score.skipped == 1
    quiz = Quiz([quizzes.choice(), quizzes.typed()])
    assert "wrong" in quiz.play("d") and quiz.score.wrong == 1


def test_i_was_right_offers_to_store_the_answer() -> None:
    quiz = Quiz([quizzes.typed()])
    shown = quiz.play(*typed_keys("I. B."), "enter", "r")
    assert "Accept “I. B.” from now on, beside “Ida Brandt”?" in shown and quiz.score.right == 1
    for key, accepted in (("y", True), ("n", False), ("enter", False)):
        quiz = Quiz([quizzes.typed()])
        quiz.play(*typed_keys("I. B."), "enter", "r", key)
        assert (("accept", "q_typed", "I. B.") in quiz.recorder.done) is accepted
    quiz = Quiz([quizzes.choice()])
    assert "Accept" not in quiz.play("1", "r")


def test_a_command_may_be_typed_behind_escape() -> None:
    quiz = Quiz([quizzes.typed(), quizzes.cloze()])
    quiz.play("escape", *":skip", "enter")
    assert quiz.score.skipped == 1 and quiz.score.wrong == 0


def test_the_answer_before_may_be_right_too() -> None:
    quiz = Quiz([quizzes.typed(), quizzes.cloze()])
    quiz.play(*typed_keys("I. B."), "enter", "enter", *":accept", "enter")
    assert ("accept", "q_typed", "I. B.") in quiz.recorder.done and quiz.score.right == 1


def test_flag_this_or_the_last_question() -> None:
    quiz = Quiz([quizzes.choice(), quizzes.typed()])
    quiz.play("f", "2")
    assert quiz.recorder.done == [("flag", "q_choice", "wrong answer")]
    quiz = Quiz([quizzes.choice(), quizzes.typed()])
    assert "Flagged" in quiz.play("1", "f", "enter") and quiz.recorder.done[-1] == ("flag", "q_choice", "")
    quiz = Quiz([quizzes.choice()])
    quiz.play("f", "escape")
    assert not quiz.recorder.done


def test_suspend_this_or_the_last_question() -> None:
    quiz = Quiz([quizzes.choice(), quizzes.typed()])
    shown = quiz.play("x")
    assert "Who built" in shown and quiz.recorder.done == [("suspend", "q_choice")]
    quiz = Quiz([quizzes.choice(), quizzes.typed()])
    quiz.play("1", "x", "u")
    assert [entry[0] for entry in quiz.recorder.done] == ["answer", "suspend", "unsuspend", "withdraw"]


def test_edit_does_not_give_the_answer_away_beforehand() -> None:
    quiz = Quiz([quizzes.choice()])
    shown = quiz.play("e")
    assert "Question" in shown and "Wrong options" not in shown and "Also right" not in shown
    quiz = Quiz([quizzes.choice()])
    shown = quiz.play("1", "e")
    assert "Wrong options" in shown and "Also right" in shown


def test_edit_in_place() -> None:
    quiz = Quiz([quizzes.typed(), quizzes.choice()])
    shown = quiz.play("I", "escape", "e", "X", "ctrl+s")
    assert "lighthouse of Tarn?X" in shown and "> I" in shown
    assert quiz.recorder.done == [("edit", "q_typed", {"prompt": "Who built the lighthouse of Tarn?X"})]
    quiz = Quiz([quizzes.typed(), quizzes.choice()])
    shown = quiz.play("enter", "enter", "e", "tab", *"XY", "tab", "Z", "ctrl+s")
    assert "Answer: Ida BrandtXY" in shown and "Edited." in shown
    assert quiz.recorder.done[-1] == ("edit", "q_typed", {"answer": "Ida BrandtXY", "accept": ["Z"]})


def test_an_edit_that_cannot_be_stays_in_the_form() -> None:
    quiz = Quiz([quizzes.statement()])
    shown = quiz.play("1", "e", *["backspace"] * 40, "ctrl+s")
    assert "The question is empty." in shown and "^S save" in shown


def test_a_look_back_at_the_last_answer() -> None:
    quiz = Quiz([quizzes.choice(), quizzes.typed(), quizzes.cloze()])
    shown = quiz.play("1", "enter", *"ab", "escape", "b", "x")
    assert "← yours" in shown and quiz.recorder.done[-1] == ("suspend", "q_choice")
    quiz = Quiz([quizzes.choice(), quizzes.typed()])
    assert "Who built" in quiz.play("1", "enter", "escape", "b", "enter") and quiz.score.answered == 1
    assert "Nothing has been answered" in Quiz([quizzes.choice()]).play("b")


def test_misses_again() -> None:
    quiz = Quiz([quizzes.choice(), quizzes.typed()])
    shown = quiz.play("d", "enter", "enter", "enter", "enter", "m")
    assert "once more 1 of 2" in shown and "Where was it built?" in shown
    assert quiz.session.step and quiz.session.step.again


def test_leaving_sums_up_first_and_can_be_taken_back() -> None:
    quiz = Quiz([quizzes.choice(), quizzes.typed(), quizzes.cloze()])
    shown = quiz.play("1", "enter", "escape", "q")
    assert "0 of 1 right, 1 wrong" in shown and "Esc back" in shown
    quiz = Quiz([quizzes.choice(), quizzes.typed(), quizzes.cloze()])
    assert "> a" in quiz.play("1", "enter", "escape", "q", "escape", "a")
    quiz = Quiz([quizzes.choice(), quizzes.typed()])
    assert "← yours" in quiz.play("1", "q", "escape")


@pytest.mark.parametrize("keys", [["q"], ["1", "q", "q"], ["1", "q", "enter"], ["ctrl+q"], ["1", "enter", "ctrl+c"]])
def test_the_ways_out(keys: list[str]) -> None:
    quiz = Quiz([quizzes.choice(), quizzes.typed()])
    quiz.play(*keys)
    assert not quiz.app.is_running and quiz.app.interrupted is (keys[-1] == "ctrl+c")


def test_players_take_turns() -> None:
    quiz = Quiz([quizzes.choice(), quizzes.typed()], players=["Anna", "Ben"])
    shown = quiz.play(right(quiz), "enter")
    assert "Ben:" in shown and "Anna 1 · Ben 0" in shown and "omes again" not in shown
    quiz = Quiz([quizzes.choice(), quizzes.typed()], players=["Anna", "Ben"])
    shown = quiz.play(right(quiz), "enter", "escape", "q")
    assert "1. Anna: 1 of 1 right" in shown and "2. Ben: 0 of 0 right" in shown


def test_time_runs_out() -> None:
    quiz = Quiz([quizzes.choice(), quizzes.typed()], seconds=90)

    async def late(pilot: Pilot[Any]) -> None:
        quiz.clock.now += 100
        quiz.app.quiz.tick()

    shown = quiz.play(then=late)
    assert "0:00 left" in shown and "Time is up: this is the last question." in shown
    quiz = Quiz([quizzes.choice(), quizzes.typed()], seconds=90)
    assert "1:30 left" in quiz.play()


def test_what_is_asked_once_more_has_time() -> None:
    async def late(pilot: Pilot[Any]) -> None:
        quiz.clock.now += 100
        await pilot.press("1", "enter")
        await pilot.pause()
        seen.append(text_of(quiz.app))
        await pilot.press("m")
        quiz.app.quiz.tick()

    seen: list[str] = []
    quiz = Quiz([quizzes.choice(), quizzes.typed()], seconds=90)
    shown = quiz.play(then=late)
    assert "The time is over." in seen[0] and "once more 1 of 1" in shown
    assert "left" not in shown.splitlines()[0] and "Time is up" not in shown


def test_a_broken_store_ends_the_quiz_with_its_message() -> None:
    quiz = Quiz([quizzes.choice()])

    def fail(*arguments: Any, **named: Any) -> Kept:
        raise StoreError("The store is locked")

    quiz.recorder.answer = fail  # type: ignore[method-assign]
    quiz.play("1")
    assert str(quiz.app.failure) == "The store is locked."


def test_a_new_size_keeps_what_was_typed() -> None:
    async def shrink(pilot: Pilot[Any]) -> None:
        await pilot.resize_terminal(40, 12)
        await pilot.pause()

    quiz = Quiz([quizzes.typed()])
    shown = quiz.play(*"Ida", then=shrink)
    assert "> Ida" in shown and max(map(len, shown.splitlines())) <= 40


def test_keys_and_ratings_can_be_clicked() -> None:
    async def click(pilot: Pilot[Any]) -> None:
        bar = pilot.app.screen.query_one(KeyBar)
        place = str(bar.render()).index("skip")
        await pilot.click(KeyBar, offset=(place, 0))

    quiz = Quiz([quizzes.choice()])
    quiz.play(then=click)
    assert quiz.score.skipped == 1


def test_arrows_scroll_to_the_option_they_choose() -> None:
    options = quizzes.options("Skerry", *(f"Island number {n} of many" for n in range(20)))
    quiz = Quiz([replace(quizzes.choice(), options=options)])
    assert "21  " in quiz.play("up", size=(40, 12))


@pytest.mark.parametrize(
    ("end", "raised"),
    [
        (lambda app: None, None),
        (lambda app: app.action_interrupt(), KeyboardInterrupt),
        (lambda app: setattr(app, "failure", StoreError("The store is locked")), StoreError),
        (lambda app: app.exit(return_code=1), SystemExit),
    ],
)
def test_what_is_left_on_the_terminal(
    monkeypatch: pytest.MonkeyPatch, end: Callable[[Player], None], raised: type[BaseException] | None
) -> None:
    session = Session([quizzes.choice(), quizzes.typed()], arranged=True)
    output = io.StringIO()

    def run(app: Player) -> None:
        session.answer("skerry", 1.0)
        end(app)

    monkeypatch.setattr(Player, "run", run)
    with pytest.raises(raised) if raised else contextlib.nullcontext():
        assert play(session, output=output, clock=lambda: 1.0).right == 1
    assert "Score: 1 of 1 right." in output.getvalue()
    assert ("The rest is kept" in output.getvalue()) is (raised is KeyboardInterrupt)
