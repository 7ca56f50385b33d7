"""What a session tells the schedule, and what a player can do about it."""

import contextlib
from collections.abc import Callable
from typing import Any

import pytest
import quizzes
from hypothesis import given, settings
from hypothesis import strategies as st
from test_session import Tape, one

from quizgen.errors import UsageError
from quizgen.grading import Verdict
from quizgen.model import Question
from quizgen.session import REASONS, Given, Kept, Mode, NoRecorder, Session, again, ago

DAY = 86400


def several(count: int = 3, **more: Any) -> Session:
    """Return a session of typed questions q1, q2 … in that order."""
    return Session([quizzes.typed(f"q{i}") for i in range(1, count + 1)], arranged=True, **more)


@pytest.mark.parametrize(
    ("given", "hints", "rating"),
    [
        ("Ida Brandt", 0, 3),
        ("Brandt, Ida", 0, 3),
        ("Ida Brandt", 1, 2),
        ("Ida Brand", 0, 2),  # right, with a typo
        ("nobody", 0, 1),
        ("nobody", 2, 1),
    ],
)
def test_the_result_rates_itself(given: str, hints: int, rating: int) -> None:
    tape = Tape()
    session = one(quizzes.typed(), recorder=tape)
    for _ in range(hints):
        session.hint()
    assert session.answer(given, 0).rating == rating
    assert tape.ratings == [rating]


@pytest.mark.parametrize(
    ("reply", "verdict", "rating"),
    [
        ("1", "right", 3),
        ("2", "close", 2),
        ("3", "wrong", 1),
        ("4", "right", 4),
        ("easy", "right", 4),
        ("good", "right", 3),
        ("again", "wrong", 1),
        ("HARD", "close", 2),
        ("e", "right", 4),
    ],
)
def test_a_flip_is_rated_by_the_player(reply: str, verdict: str, rating: int) -> None:
    result = one(quizzes.typed(), Mode.FLIP).answer(reply, 0)
    assert (result.verdict, result.rating) == (verdict, rating)


@pytest.mark.parametrize(("word", "rating"), [("again", 1), ("hard", 2), ("good", 3), ("easy", 4)])
def test_a_rating_moves_the_schedule_and_leaves_the_verdict(word: str, rating: int) -> None:
    tape = Tape(Kept(due=5 * DAY))
    session = one(quizzes.typed(), recorder=tape)
    session.answer("Ida Brandt", 7)
    result = session.rate(word, 9)
    assert (result.verdict, result.rating, result.due) == (Verdict.RIGHT, rating, 5 * DAY)
    assert [call[0] for call in tape.calls] == ["answer", "withdraw", "answer"]
    assert tape.ratings == [3, rating]
    assert session.results == [result]


def test_what_has_no_schedule_cannot_be_rated() -> None:
    session = several(cram=True)
    for act in (lambda: session.rate("good", 0), lambda: session.skip(0) and session.rate("good", 0)):
        with pytest.raises(UsageError):
            act()
    session.answer("Ida Brandt", 0)
    with pytest.raises(UsageError, match="does not move the schedule"):
        session.rate("good", 0)


@pytest.mark.parametrize("more", [{"cram": True}, {"players": ("Ann", "Ben")}])
def test_cramming_and_playing_together_move_no_schedule(more: dict[str, Any]) -> None:
    tape = Tape()
    session = several(recorder=tape, **more)
    session.answer("Ida Brandt", 0)
    session.answer("nobody", 0)
    session.overrule(1)
    assert tape.ratings == [0, 0, 0]


def test_i_was_right_is_good_and_hard_with_a_hint() -> None:
    tape = Tape()
    session = several(recorder=tape)
    session.answer("the engineer", 0)
    assert session.overrule(1).verdict is Verdict.RIGHT
    session.hint()
    session.answer("the engineer", 2)
    session.overrule(3)
    assert tape.ratings == [1, 3, 1, 2]


def test_what_is_accepted_is_right_in_this_session_too() -> None:
    session = one(quizzes.typed())
    session.answer("the engineer", 0)
    assert session.overrule(0, accept=True).step.question.accept == ("the engineer",)
    assert session.overrule(0, accept=True).step.question.accept == ("the engineer",)


@pytest.mark.parametrize("before", [(), ("Brandt of Tarn",)])
def test_undo_refuses_what_was_accepted_with_the_answer(before: tuple[str, ...]) -> None:
    tape = Tape()
    session = one(quizzes.typed(accept=before), recorder=tape)
    session.answer("the engineer", 0)
    session.overrule(1, accept=True)
    step = session.undo(2)
    assert step.question.accept == before
    assert tape.calls[-2:] == [("withdraw", "q_typed", 2), ("refuse", "q_typed", 2, "the engineer")]
    assert session.answer("the engineer", 3).verdict is Verdict.WRONG


def test_undo_refuses_nothing_that_was_accepted_before() -> None:
    tape = Tape()
    session = one(quizzes.typed(accept=("the engineer",)), recorder=tape)
    session.answer("the engineer", 0)
    session.overrule(1, accept=True)
    assert session.undo(2).question.accept == ("the engineer",)
    assert {call[0] for call in tape.calls} == {"answer", "withdraw"}


def test_what_was_shown_is_not_right_after_all() -> None:
    for question in (quizzes.typed(), quizzes.choice(), quizzes.order()):
        session = one(question)
        session.give_up(0)
        with pytest.raises(UsageError, match="gave no answer"):
            session.overrule(1)
    session = one(quizzes.typed(), Mode.FLIP)
    session.answer("wrong", 0)
    assert session.overrule(1).verdict is Verdict.RIGHT


def test_a_skip_costs_no_turn() -> None:
    session = several(5, players=("Ann", "Ben"))
    turns = [session.player]
    for act in (session.skip, session.suspend, lambda at: session.answer("x", at), session.undo, session.give_up):
        act(0)
        turns.append(session.player)
    assert turns == ["Ann", "Ann", "Ann", "Ben", "Ann", "Ben"]


@pytest.mark.parametrize(
    ("answer", "hint", "told"),
    [
        ("the ninth century", "t__ n____ c______", ["t__ n____ c______", "th_ nin__ cent___"]),
        ("2013", "2___", ["2___", "20__"]),
        ("2013", "", ["2___", "20__"]),
        ("Ida Brandt", "I__ B_____", ["I__ B_____", "Id_ Bra___"]),
        ("Ida Brandt", "A name", ["A name", "I__ ______", "Id_ Bra___"]),
        ("Skerry", "A small isl", ["A small isl", "S_____", "Ske___"]),
    ],
)
def test_each_hint_says_more_than_the_one_before(answer: str, hint: str, told: list[str]) -> None:
    session = one(quizzes.question("q", "Which?", answer, hint=hint), Mode.TYPED)
    assert [session.hint() for _ in range(len(told) + 1)] == [*told, ""]


@pytest.mark.parametrize(
    ("prompt", "answer", "given", "verdict"),
    [
        ("Who built it?", "the Tarn Island Board", "TIB", "right"),
        ("Who built it?", "TIB", "the Tarn Island Board", "right"),
        ("Who built it?", "the Tarn Island Board", "the lamp men", "right"),
        ("What does TIB stand for?", "the Tarn Island Board", "TIB", "wrong"),
        ("What is the short form of Tarn Island Board?", "TIB", "Tarn Island Board", "wrong"),
        ("Which is larger, Tarn or Skerry?", "Skerry", "skerry", "right"),
    ],
)
def test_other_names_are_right_unless_the_question_says_them(
    prompt: str, answer: str, given: str, verdict: str
) -> None:
    names = {"the Tarn Island Board": ("TIB", "the lamp men"), "TIB": ("Tarn Island Board",)}
    session = one(quizzes.question("q", prompt, answer), aliases=lambda name: names.get(name, ()))
    assert session.answer(given, 0).verdict == verdict


def test_not_known_is_wrong_without_an_answer() -> None:
    tape = Tape()
    session = one(quizzes.choice(), recorder=tape)
    session.begin(1)
    result = session.give_up(3)
    assert (result.verdict, result.given, result.rating, session.step) == (Verdict.WRONG, "", 1, None)
    assert tape.calls == [("answer", "q_choice", 3, "choice", "", "wrong", 2)]
    assert not session.acceptable(result)


def test_suspending_leaves_the_question_out_and_can_be_taken_back() -> None:
    tape = Tape()
    session = several(recorder=tape)
    step = session.suspend(4)
    assert step.question.uid == "q1" and session.step and session.step.question.uid == "q2"
    assert session.results[0].verdict is None and session.results[0].suspended
    session.undo(5)
    assert session.step and session.step.question.uid == "q1"
    assert tape.calls == [("suspend", "q1", 4), ("unsuspend", "q1", 5)]


def test_suspending_the_last_one_keeps_its_answer_until_undo() -> None:
    tape = Tape()
    session = several(recorder=tape)
    session.answer("nobody", 1)
    assert session.suspend(2, last=True).question.uid == "q1"
    assert session.score().wrong == 1 and session.step and session.step.question.uid == "q2"
    session.undo(3)
    assert [call[0] for call in tape.calls] == ["answer", "suspend", "unsuspend", "withdraw"]
    with pytest.raises(UsageError):
        several().suspend(0, last=True)


def test_an_edited_question_is_asked_as_it_is_now() -> None:
    session = several()
    step = session.edit(1, prompt="Who was the builder?", answer="Ola Lund", accept=("Lund the elder",))
    assert session.step is step and (step.number, step.prompt) == (1, "Who was the builder?")
    result = session.answer("lund the elder", 2)
    assert (result.verdict, result.answer) == (Verdict.RIGHT, "Ola Lund")


def test_editing_the_last_one_changes_its_result_and_nothing_else() -> None:
    session = several()
    session.answer("nobody", 0)
    step = session.edit(1, last=True, answer="Ola Lund")
    assert (session.results[0].answer, session.results[0].verdict) == ("Ola Lund", Verdict.WRONG)
    assert session.results[0].step is step and session.step and session.step.question.uid == "q2"
    with pytest.raises(UsageError):
        several().edit(0, last=True, prompt="?")


class Log(NoRecorder):
    """Keeps what stands: answers that were not withdrawn, by question, and what is suspended."""

    def __init__(self) -> None:
        self.standing: dict[str, list[tuple[str, int]]] = {}
        self.suspended: list[str] = []

    def answer(self, question_uid: str, **more: Any) -> Kept:
        self.standing.setdefault(question_uid, []).append((more["verdict"], more["rating"]))
        return Kept()

    def withdraw(self, question_uid: str, *, at: int) -> None:
        self.standing[question_uid].pop()

    def suspend(self, question_uid: str, *, at: int) -> None:
        self.suspended.append(question_uid)

    def unsuspend(self, question_uid: str, *, at: int) -> None:
        self.suspended.remove(question_uid)


MOVES: dict[str, Callable[[Session], object]] = {
    "right": lambda session: session.answer("Ida Brandt", 0),
    "wrong": lambda session: session.answer("nobody", 0),
    "unknown": lambda session: session.give_up(0),
    "skip": lambda session: session.skip(0),
    "suspend": lambda session: session.suspend(0),
    "suspend last": lambda session: session.suspend(0, last=True),
    "hint": lambda session: session.hint(),
    "undo": lambda session: session.undo(0),
    "overrule": lambda session: session.overrule(0),
    "rate": lambda session: session.rate("easy", 0),
    "edit": lambda session: session.edit(0, prompt="Who?"),
    "retry": lambda session: session.retry(0),
}


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(sorted(MOVES)), max_size=30))
def test_what_stands_in_the_log_is_what_the_session_shows(moves: list[str]) -> None:
    log = Log()
    session = several(4, recorder=log)
    for move in moves:
        with contextlib.suppress(UsageError):
            MOVES[move](session)
        shown: dict[str, list[tuple[str, int]]] = {}
        for result in session.results:
            if result.verdict is not None:
                shown.setdefault(result.step.question.uid, []).append((result.verdict.value, result.rating))
        assert {uid: found for uid, found in log.standing.items() if found} == shown
        assert log.suspended == [result.step.question.uid for result in session.results if result.suspended]
        score = session.score()
        assert score.total == 4 and score.answered + score.skipped <= 4
    while session.results:
        session.undo(0)
    assert not any(log.standing.values()) and not log.suspended
    assert [step.question.uid for step in session.plan] == ["q1", "q2", "q3", "q4"]


class Refusing(Tape):
    def edit(self, question: Question, **fields: Any) -> Question:
        raise UsageError("A question needs a prompt")


def test_an_edit_that_is_refused_changes_nothing() -> None:
    session = several(recorder=Refusing())
    before = session.step
    with pytest.raises(UsageError):
        session.edit(0, prompt="")
    assert session.step is before


def test_missed_questions_are_asked_once_more() -> None:
    tape = Tape()
    session = several(4, recorder=tape)
    for typed in ("nobody", "Ida Brandt", "nobody", "Ida Brandt"):
        session.answer(typed, 0)
    assert session.step is None and session.retry(1) == 2
    step = session.step
    assert step and (step.question.uid, step.number, step.total, step.again) == ("q1", 1, 2, True)
    session.answer("Ida Brandt", 2)
    session.answer("nobody", 3)
    assert tape.ratings == [1, 3, 1, 3, 0, 0]
    score = session.score()
    assert (score.total, score.answered, score.right, score.wrong) == (4, 4, 2, 2)
    assert [result.step.question.uid for result in score.missed] == ["q3"]
    assert session.retry(4) == 1 and session.step and session.step.question.uid == "q3"


def test_who_quits_early_may_still_redo_what_was_missed() -> None:
    session = several(5)
    session.answer("nobody", 0)
    assert session.retry(1) == 1 and session.total == 5
    assert session.step and session.step.question.uid == "q1"
    session.answer("Ida Brandt", 2)
    assert session.step is None
    with pytest.raises(UsageError, match="Nothing was missed"):
        session.retry(3)
    session.undo(4)
    session.undo(5)
    assert session.step and (session.step.question.uid, session.step.total, session.step.again) == ("q1", 5, False)
    session.answer("Ida Brandt", 6)
    assert session.step and session.step.question.uid == "q2"


def test_players_take_turns() -> None:
    tape = Tape()
    session = several(5, recorder=tape, players=("Ann", "Ben"))
    turns = []
    for typed in ("Ida Brandt", "Ida Brandt", "Ida Brandt", "nobody"):
        turns.append(session.player)
        session.answer(typed, 0)
    assert turns == tape.players == ["Ann", "Ben", "Ann", "Ben"]
    assert [(name, score.right, score.answered) for name, score in session.standings] == [("Ann", 2, 2), ("Ben", 1, 2)]
    session.undo(0)
    assert session.player == "Ben"


def test_one_player_has_no_name_and_no_standings() -> None:
    session = several()
    session.answer("Ida Brandt", 0)
    assert (session.player, session.standings, session.results[0].player) == ("", [], "")


def test_the_question_on_the_screen_is_the_last_when_the_time_is_over() -> None:
    session = several(5, seconds=60)
    assert session.left(100) == 60
    session.begin(100)
    session.answer("nobody", 130)
    assert session.left(130) == 30 and not session.over(130) and session.step
    session.begin(140)
    session.answer("Ida Brandt", 165)
    assert session.over(165) and session.step is None
    session.undo(166)
    assert session.step and session.step.question.uid == "q2"
    session.answer("Ida Brandt", 170)
    assert session.step is None and session.retry(171) == 1
    session.answer("nobody", 180)
    assert session.step is None
    assert several().left(0) is None and not several().over(9)


def test_a_session_goes_on_where_it_was_broken_off() -> None:
    tape = Tape()
    session = several(4, recorder=tape, players=("Ann", "Ben"))
    answers = [("q0", "right", "Ann"), ("q1", "wrong", "Ann"), ("q2", "right", "Ben")]
    session.restore(
        Given(question=uid, given="x", verdict=verdict, seconds=4, player=player) for uid, verdict, player in answers
    )
    assert session.step and (session.step.question.uid, session.step.number, session.step.total) == ("q3", 3, 4)
    score = session.score()
    assert (score.right, score.wrong, score.seconds, session.player) == (1, 1, 8, "Ann")
    assert [name for name, _ in session.standings] == ["Ben", "Ann"] and tape.calls == []
    session.undo(9)
    assert tape.calls == [("withdraw", "q2", 9)]


def test_arranged_questions_stay_in_their_order() -> None:
    for seed in "abcd":
        assert [step.question.uid for step in several(6, seed=seed).plan] == [f"q{i}" for i in range(1, 7)]


def test_retention_is_of_what_was_known_before() -> None:
    tape = Tape(Kept(due=DAY, known=True))
    session = several(4, recorder=tape)
    for typed in ("Ida Brandt", "nobody", "Ida Brandt"):
        session.answer(typed, 0)
    tape.kept = Kept(due=DAY)
    session.answer("nobody", 0)
    score = session.score()
    assert (score.known, score.remembered, score.retention) == (3, 2, 2 / 3)
    assert several().score().retention is None


def test_a_result_says_when_the_question_comes_again() -> None:
    session = several(recorder=Tape(Kept(due=3 * DAY)))
    assert session.answer("Ida Brandt", 0).due == 3 * DAY
    assert session.skip(0).due is None


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-5, "today"),
        (59, "today"),
        (600, "today"),
        (5000, "today"),
        (2 * 3600, "in 2 hours"),
        (20 * 3600, "tomorrow"),
        (DAY, "tomorrow"),
        (2 * DAY, "in 2 days"),
        (31 * DAY, "in 31 days"),
        (61 * DAY, "in 2 months"),
        (700 * DAY, "in 2 years"),
    ],
)
def test_again_in_words(seconds: int, words: str) -> None:
    assert again(1000 + seconds, 1000.0) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "just now"), (60, "1 minute ago"), (600, "10 minutes ago"), (7200, "2 hours ago"), (80_000, "22 hours ago")],
)
def test_ago_in_words(seconds: int, words: str) -> None:
    assert ago(1000, 1000.0 + seconds) == words


def test_reasons_are_few_enough_for_number_keys() -> None:
    assert 3 <= len(REASONS) <= 9 and len(set(REASONS)) == len(REASONS)
