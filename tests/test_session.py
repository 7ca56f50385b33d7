"""The quiz as a state machine."""

from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
import quizzes
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.errors import NothingToDo, UsageError
from quizgen.grading import Verdict
from quizgen.model import PhraseType, Question
from quizgen.session import LETTERS, Kept, Mode, NoRecorder, Session, mixed


class Tape(NoRecorder):
    """Keeps what a session commits; ``known`` is what it says of each answer."""

    def __init__(self, kept: Kept | None = None) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self.ratings: list[int] = []
        self.players: list[str] = []
        self.kept = kept or Kept()

    def answer(self, question_uid: str, *, at: int, mode: str, given: str, verdict: str, **more: Any) -> Kept:
        self.calls.append(("answer", question_uid, at, mode, given, verdict, more["seconds"]))
        self.ratings.append(more["rating"])
        self.players.append(more["player"])
        return self.kept

    def withdraw(self, question_uid: str, *, at: int) -> None:
        self.calls.append(("withdraw", question_uid, at))

    def flag(self, question_uid: str, *, at: int, reason: str) -> None:
        self.calls.append(("flag", question_uid, at, reason))

    def accept(self, question_uid: str, *, at: int, given: str) -> None:
        self.calls.append(("accept", question_uid, at, given))

    def refuse(self, question_uid: str, *, at: int, given: str) -> None:
        self.calls.append(("refuse", question_uid, at, given))

    def suspend(self, question_uid: str, *, at: int) -> None:
        self.calls.append(("suspend", question_uid, at))

    def unsuspend(self, question_uid: str, *, at: int) -> None:
        self.calls.append(("unsuspend", question_uid, at))


def one(question: Question, mode: Mode = Mode.MIXED, **more: Any) -> Session:
    return Session([question], mode=mode, **more)


def letters(session: Session) -> str:
    """Return the right letters of an order or match."""
    step = session.step
    assert step
    return " ".join(LETTERS[step.options.index(item)] for item in step.key)


def test_an_empty_quiz_is_nothing_to_do() -> None:
    with pytest.raises(NothingToDo, match="no question to ask"):
        Session([])


@pytest.mark.parametrize(
    ("mode", "uids"),
    [
        (Mode.FLIP, {"q_choice", "q_typed", "q_cloze", "q_true", "q_order", "q_match"}),
        (Mode.CHOICE, {"q_choice", "q_true"}),
        (Mode.TYPED, {"q_typed", "q_cloze", "q_order", "q_match"}),
        (Mode.CLOZE, {"q_cloze"}),
        (Mode.ORDER, {"q_order", "q_match"}),
        (Mode.MIXED, {"q_choice", "q_typed", "q_cloze", "q_true", "q_order", "q_match"}),
    ],
)
def test_a_mode_takes_the_questions_it_can_play(mode: Mode, uids: set[str]) -> None:
    session = Session(quizzes.every(), mode=mode)
    seen = set()
    while session.step:
        seen.add(session.step.question.uid)
        session.skip(0)
    assert seen == uids


def test_a_mode_that_no_question_fits_is_nothing_to_do() -> None:
    with pytest.raises(NothingToDo):
        one(quizzes.typed(), Mode.CHOICE)
    with pytest.raises(NothingToDo):
        one(quizzes.order(parts=("same", "same")), Mode.ORDER)


@pytest.mark.parametrize(
    ("question", "mode"),
    [
        (quizzes.choice(), Mode.CHOICE),
        (quizzes.statement(), Mode.CHOICE),
        (quizzes.typed(), Mode.TYPED),
        (quizzes.cloze(), Mode.CLOZE),
        (quizzes.order(), Mode.ORDER),
        (quizzes.match(), Mode.ORDER),
        (quizzes.order(parts=("same", "same")), Mode.FLIP),
        (quizzes.question("q", "Why was it built?", "to warn ships", answer_type=PhraseType.CLAUSE), Mode.FLIP),
        (quizzes.question("q", "Which?", "Skerry", "choice"), Mode.FLIP),  # the options are missing
    ],
)
def test_mixed_plays_each_question_in_its_own_way(question: Question, mode: Mode) -> None:
    step = one(question).step
    assert step and step.mode is mode


def test_mixed_uses_both_ways_where_a_typed_question_has_options() -> None:
    many = [quizzes.typed(f"q{i}", options=quizzes.options("Ida Brandt", "Ola Lund")) for i in range(30)]
    session = Session(many)
    modes = set()
    while session.step:
        modes.add(session.step.mode)
        session.skip(0)
    assert modes == {Mode.TYPED, Mode.CHOICE}


def test_a_statement_offers_true_and_false_in_that_order() -> None:
    session = one(quizzes.statement())
    assert session.step and session.step.options == ("True", "False")
    assert session.answer("true", 0).verdict is Verdict.WRONG


@pytest.mark.parametrize("given", ["Skerry", "skerry", " SKERRY ", "sker"])
def test_an_option_may_be_typed(given: str) -> None:
    assert one(quizzes.choice()).answer(given, 0).verdict is Verdict.RIGHT


def test_an_option_may_be_picked_by_place_number_or_letter() -> None:
    for number in range(4):
        for reply in (number, str(number + 1), f"{number + 1}.", LETTERS[number], LETTERS[number].upper()):
            session = one(quizzes.choice())
            assert session.step
            result = session.answer(reply, 0)
            assert result.given == result.step.options[number]
            assert (result.verdict is Verdict.RIGHT) == (result.given == "Skerry")


def test_words_that_are_no_option_are_wrong() -> None:
    result = one(quizzes.choice()).answer("Atlantis", 0)
    assert (result.verdict, result.given) == (Verdict.WRONG, "Atlantis")


@pytest.mark.parametrize(
    ("question", "given"),
    [
        (quizzes.choice(), "5"),
        (quizzes.choice(), "0"),
        (quizzes.choice(), 4),
        (quizzes.choice(), -1),
        (quizzes.choice(), ""),
        (quizzes.choice(), "z"),
        (quizzes.typed(), "  "),
        (quizzes.order(), "a b"),
        (quizzes.order(), "a a b c"),
        (quizzes.order(), "lit"),
    ],
)
def test_what_is_no_answer_leaves_the_question_open(question: Question, given: str | int) -> None:
    session = one(question)
    with pytest.raises(UsageError):
        session.answer(given, 0)
    assert session.step is not None and session.results == []


def test_flip_takes_the_players_own_verdict() -> None:
    for reply, verdict in {
        "1": "right",
        "RIGHT": "right",
        "c": "close",
        "2": "close",
        "w": "wrong",
        "3": "wrong",
    }.items():
        assert one(quizzes.typed(), Mode.FLIP).answer(reply, 0).verdict == verdict
    with pytest.raises(UsageError):
        one(quizzes.typed(), Mode.FLIP).answer("Ida Brandt", 0)


@pytest.mark.parametrize("question", [quizzes.order(), quizzes.match()])
def test_letters_are_graded_item_by_item(question: Question) -> None:
    session = one(question)
    right = letters(session)
    assert one(question).answer(right, 0).verdict is Verdict.RIGHT
    assert one(question).answer(right.replace(" ", "").upper(), 0).verdict is Verdict.RIGHT
    backwards = one(question).answer(right[::-1], 0)
    assert backwards.verdict is Verdict.WRONG and sum(backwards.marks) <= 1


def test_half_of_an_order_in_place_is_close() -> None:
    session = one(quizzes.order())
    first, second, *rest = letters(session).split()
    result = session.answer(" ".join([first, second, *reversed(rest)]), 0)
    assert (result.verdict, result.marks) == (Verdict.CLOSE, (True, True, False, False))


@given(st.text(max_size=4))
def test_an_order_is_never_shown_solved(seed: str) -> None:
    for parts in (("first", "second"), ("a", "b", "c")):
        step = one(quizzes.order(parts=parts), seed=seed).step
        assert step and step.options != parts and sorted(step.options) == sorted(parts)


def test_the_right_answer_of_an_order_names_its_letters() -> None:
    session = one(quizzes.order())
    result = session.skip(0)
    first, *_ = letters(one(quizzes.order())).split()
    assert result.answer == letters(one(quizzes.order()))
    assert result.step.solution[0] == f"{first}) planned" and len(result.step.solution) == 4
    pairs = one(quizzes.match()).skip(0).step
    assert pairs.solution[0] == f"Tarn = {LETTERS[pairs.options.index('lighthouse')]}) lighthouse"
    assert one(quizzes.typed()).skip(0).step.solution == ()


def test_the_explanation_says_each_sentence_once() -> None:
    sentences = ["Tarn has a tower.", "Skerry is an island.", "Tarn has a tower."]
    sources = tuple(
        quizzes.source(word, text) for word, text in zip(("Tarn", "Skerry", "tower"), sentences, strict=True)
    )
    said = one(quizzes.match(sources=sources, explanation=" ".join(sentences))).skip(0).explanation.said
    assert said.show("<", ">") == "<Tarn> has a <tower>. <Skerry> is an island."


def asked(session: Session) -> list[tuple[str, Mode, tuple[str, ...]]]:
    found = []
    while session.step:
        found.append((session.step.question.uid, session.step.mode, session.step.options))
        session.skip(0)
    return found


@given(st.text(max_size=6), st.permutations(quizzes.every()))
def test_the_seed_alone_determines_the_quiz(seed: str, questions: list[Question]) -> None:
    assert asked(Session(questions, seed=seed)) == asked(Session(quizzes.every(), seed=seed))


def test_another_seed_asks_in_another_order() -> None:
    assert len({tuple(uid for uid, _, _ in asked(Session(quizzes.every(), seed=str(i)))) for i in range(9)}) > 3
    assert len({asked(Session([quizzes.choice()], seed=str(i)))[0][2] for i in range(9)}) > 3


def test_other_questions_do_not_move_an_options_order() -> None:
    alone = asked(Session([quizzes.choice()], seed="x"))[0]
    assert alone in asked(Session(quizzes.every(), seed="x"))


@pytest.mark.parametrize(("limit", "count"), [(None, 6), (3, 3), (1, 1), (99, 6)])
def test_limit(limit: int | None, count: int) -> None:
    session = Session(quizzes.every(), limit=limit)
    assert session.total == count and session.step and session.step.total == count


@settings(deadline=None)
@given(st.lists(st.integers(0, 5), min_size=1, max_size=24), st.text(max_size=3))
def test_each_fact_is_asked_once_before_any_is_asked_again(facts: list[int], seed: str) -> None:
    questions = [quizzes.typed(f"q{i}", facts=(f"f{fact}",)) for i, fact in enumerate(facts)]
    counts = Counter[str]()
    session = Session(questions, seed=seed)
    turns = []
    while session.step:
        (fact,) = session.step.question.facts
        counts[fact] += 1
        turns.append(counts[fact])
        session.skip(0)
    assert turns == sorted(turns)


@pytest.mark.parametrize("seed", list("abcdefgh"))
def test_questions_of_one_fact_never_follow_each_other_if_there_are_others(seed: str) -> None:
    questions = [quizzes.typed(f"q{i}", facts=(f"f{i % 4}",)) for i in range(12)]
    session = Session(questions, seed=seed)
    facts = []
    while session.step:
        facts.append(session.step.question.facts)
        session.skip(0)
    assert all(one != other for one, other in pairwise(facts))


@given(st.integers(0, 45), st.text(max_size=3))
def test_mixing_keeps_what_comes_first_early(count: int, seed: str) -> None:
    questions = [quizzes.typed(f"q{i:02}", facts=(f"f{i % 7}",)) for i in range(count)]
    found = [question.uid for question in mixed(questions, seed)]
    for begin in range(0, count, 10):
        assert sorted(found[begin : begin + 10]) == [f"q{i:02}" for i in range(begin, min(begin + 10, count))]
    assert found == [question.uid for question in mixed(questions, seed)]


def test_another_seed_mixes_otherwise() -> None:
    questions = [quizzes.typed(f"q{i}") for i in range(10)]
    assert len({tuple(question.uid for question in mixed(questions, str(seed))) for seed in range(9)}) > 5


def test_each_answer_is_committed_at_once() -> None:
    tape = Tape()
    session = one(quizzes.typed(), recorder=tape)
    session.begin(100.0)
    session.begin(103.0)  # shown again: the clock runs on
    session.answer("Ida Brand", 104.25)
    assert tape.calls == [("answer", "q_typed", 104, "typed", "Ida Brand", "right", 4.2)]


def test_skipping_records_nothing() -> None:
    tape = Tape()
    result = one(quizzes.typed(), recorder=tape).skip(5)
    assert (result.verdict, tape.calls) == (None, [])


def test_undo_takes_back_and_asks_again() -> None:
    tape = Tape()
    session = one(quizzes.typed(), recorder=tape)
    session.answer("Ola Lund", 7)
    step = session.undo(9)
    assert session.step is step and session.results == []
    assert tape.calls[1:] == [("withdraw", "q_typed", 9)]
    assert session.answer("Ida Brandt", 11).verdict is Verdict.RIGHT


def test_undo_of_a_skip_withdraws_nothing() -> None:
    tape = Tape()
    session = one(quizzes.typed(), recorder=tape)
    session.skip(1)
    session.undo(2)
    assert session.step is not None and tape.calls == []


@given(st.lists(st.sampled_from(["right", "wrong", "skip", "undo"]), max_size=20))
def test_undo_restores_every_state_before(moves: list[str]) -> None:
    session = Session([quizzes.typed(f"q{i}") for i in range(5)])
    history = [session.score()]
    for move in moves:
        if move == "undo" and len(history) > 1:
            session.undo(0)
            history.pop()
            assert session.score() == history[-1]
        elif move != "undo" and session.step:
            _ = session.skip(0) if move == "skip" else session.answer("Ida Brandt" if move == "right" else "nobody", 0)
            history.append(session.score())


def test_i_was_right_counts_the_last_answer() -> None:
    tape = Tape()
    session = one(quizzes.typed(), recorder=tape)
    session.begin(0)
    session.answer("Miss Brandt of Tarn", 3)
    result = session.overrule(5, accept=True)
    assert result.verdict is Verdict.RIGHT and session.score().right == 1
    assert tape.calls[1:] == [
        ("withdraw", "q_typed", 5),
        ("answer", "q_typed", 5, "typed", "Miss Brandt of Tarn", "right", 3),
        ("accept", "q_typed", 5, "Miss Brandt of Tarn"),
    ]


def test_i_was_right_changes_nothing_if_it_was() -> None:
    tape = Tape()
    session = one(quizzes.typed(), recorder=tape)
    session.answer("Ida Brandt", 3)
    session.overrule(5)
    assert len(tape.calls) == 1


def test_a_picked_option_is_not_stored_as_an_alias() -> None:
    tape = Tape()
    session = one(quizzes.choice(), recorder=tape)
    session.answer("Gull Rock", 3)
    session.overrule(4, accept=True)
    assert "accept" not in {call[0] for call in tape.calls}


def test_nothing_to_take_back_or_overrule() -> None:
    session = one(quizzes.typed())
    for act in (session.undo, session.overrule):
        with pytest.raises(UsageError):
            act(0)
    session.skip(0)
    with pytest.raises(UsageError):
        session.overrule(0)


def test_the_end() -> None:
    session = one(quizzes.typed())
    session.skip(0)
    assert session.step is None
    for act in (lambda: session.answer("x", 0), lambda: session.skip(0), session.hint, lambda: session.flag("", 0)):
        with pytest.raises(UsageError):
            act()


def test_flag_marks_this_question_or_the_last_one_and_stays() -> None:
    tape = Tape()
    session = Session([quizzes.typed("q1"), quizzes.typed("q2")], recorder=tape)
    assert session.step
    first = session.step.question.uid
    session.flag("vague", 1)
    session.skip(2)
    session.flag("worse", 3, last=True)
    assert tape.calls == [("flag", first, 1, "vague"), ("flag", first, 3, "worse")]
    with pytest.raises(UsageError):
        one(quizzes.typed()).flag("", 0, last=True)


def hints(session: Session) -> list[str]:
    found = []
    while hint := session.hint():
        found.append(hint)
    return found


def test_hints_for_a_typed_answer() -> None:
    assert hints(one(quizzes.typed(hint="She was an engineer."))) == [
        "She was an engineer.",
        "I__ ______",
        "Id_ Bra___",
    ]
    assert hints(one(quizzes.question("q", "?", "pH"))) == []


def test_hints_for_a_choice_leave_two_options() -> None:
    found = hints(one(quizzes.choice()))
    assert len(found) == 2 and "Not Skerry" not in found
    assert hints(one(quizzes.statement())) == []


def test_hints_for_orders_and_matches() -> None:
    assert hints(one(quizzes.order())) == ["The first is planned"]
    assert hints(one(quizzes.match())) == ["Tarn belongs to lighthouse"]


def test_hints_are_counted_in_the_result() -> None:
    session = Session([quizzes.typed("q1"), quizzes.typed("q2")])
    session.hint()
    assert session.answer("Ida Brandt", 0).hints == 1
    assert session.answer("Ida Brandt", 0).hints == 0
    assert session.score().hinted == 1


def test_wrong_options_and_like_answers_are_no_typos() -> None:
    near = quizzes.typed("q1", options=quizzes.options("Ida Brandt", "Ida Brandl"))
    assert one(near, Mode.TYPED).answer("Ida Brandl", 0).verdict is Verdict.WRONG
    other = quizzes.question("q2", "Who painted it?", "Ida Brandl", answer_type=PhraseType.PERSON)
    session = Session([quizzes.typed("q1"), other], mode=Mode.TYPED)
    while session.step and session.step.question.uid != "q1":
        session.skip(0)
    assert session.answer("Ida Brandl", 0).verdict is Verdict.WRONG
    assert one(quizzes.typed("q1"), Mode.TYPED).answer("Ida Brandl", 0).verdict is Verdict.RIGHT


@pytest.mark.parametrize("offset", [0, 512])
def test_the_explanation_marks_the_answer_in_its_sentence(offset: int) -> None:
    question = quizzes.typed(sources=(quizzes.source("Ida Brandt", offset=offset, section="The tower"),))
    explanation = one(question).skip(0).explanation
    assert "by <Ida Brandt> on" in explanation.said.show("<", ">")
    assert (explanation.title, explanation.section) == ("A short history of Tarn", "The tower")


def test_the_explanation_without_a_span() -> None:
    nowhere = one(quizzes.typed(sources=(quizzes.source("Nobody"),))).skip(0).explanation
    assert nowhere.said.text == quizzes.SENTENCE and nowhere.said.spans
    missing = quizzes.question("q", "?", "Nobody", sources=(quizzes.source("Nobody"),))
    found = one(missing).skip(0).explanation
    assert (found.said.spans, found.resolved) == ((), False)
    bare = one(quizzes.typed(sources=(), explanation="Since it says so.")).skip(0).explanation
    assert (bare.said.text, bare.said.spans, bare.title) == ("Since it says so.", (), "")


def test_the_score() -> None:
    session = Session([quizzes.typed(f"q{i}") for i in range(5)])
    for reply in ("Ida Brandt", "Brandt, Ida", "Frida Brandt", ""):
        session.begin(0)
        _ = session.answer(reply, 2) if reply else session.skip(2)
    score = session.score()
    assert (score.total, score.answered, score.right, score.wrong, score.skipped) == (5, 3, 2, 1, 1)
    assert score.seconds == 8 and [result.given for result in score.missed] == ["Frida Brandt"]
