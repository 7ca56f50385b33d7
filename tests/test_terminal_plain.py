"""The plain player on streams."""

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import quizzes

from quizgen.model import Question
from quizgen.session import Kept, Mode, NoRecorder, Score, Session
from quizgen.terminal import plain

HOSTILE = "A\x1b]52;c;ZXZpbA==\x07B\x1b[31mC\x9b2JD\x90q\x9cE\u202eF\u2066G[a]H[/oops]I\x08\rJ\x1b(0K"


class Clock:
    """Moves on by a second each time it is read."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


def play(
    questions: Iterable[Question],
    *lines: str,
    mode: Mode = Mode.MIXED,
    width: int = 80,
    color: bool = False,
    **more: Any,
) -> tuple[str, Score]:
    """Play with these lines typed and return what was printed, with the score."""
    output = io.StringIO()
    typed = io.StringIO("".join(f"{line}\n" for line in lines))
    session = Session(questions, mode=mode, **more)
    score = plain.play(session, input=typed, output=output, clock=Clock(), color=color, width=width)
    return output.getvalue(), score


def test_one_typed_question_from_prompt_to_score() -> None:
    printed, score = play([quizzes.typed()], "ida brandt")
    assert (
        printed.splitlines()
        == [
            "Type :help to see what else you can type.",
            "",
            "Question 1 of 1",
            "Who built the lighthouse of Tarn?",
            "> ida brandt",
            "right",
            "Answer: Ida Brandt",
            "  The lighthouse of Tarn was built in 1871 by »Ida Brandt« on the island of",
            "  Skerry.",
            "  — A short history of Tarn",
            "",
            "Score: 1 of 1 right.",
            "Press Enter to leave.",
            "> ",
        ]
        or printed.splitlines()[-1] == ">"
    )
    assert score.right == 1


@pytest.mark.parametrize(
    ("line", "verdict"), [("Ida Brandt", "right"), ("Brandt", "right"), ("Ida Brant Skerry", "wrong"), ("Ola", "wrong")]
)
def test_the_verdict_stands_alone_on_a_line(line: str, verdict: str) -> None:
    printed, _ = play([quizzes.typed()], line)
    words = [word for word in printed.splitlines() if word in ("right", "close", "wrong")]
    assert words == [verdict]


def test_close() -> None:
    printed, score = play([quizzes.cloze()], "19th century")
    assert "\nclose\n" in printed and score.close == 1


def test_options_are_numbered_and_taken_by_number() -> None:
    session = Session([quizzes.choice()])
    assert session.step
    number = session.step.options.index("Skerry") + 1
    printed, score = play([quizzes.choice()], str(number))
    for place, option in enumerate(session.step.options, 1):
        assert f"  {place}) {option}\n" in printed
    assert score.right == 1


def test_what_is_no_answer_is_said_and_asked_again() -> None:
    printed, score = play([quizzes.choice()], "9", "", "skerry")
    assert printed.count("Answer with a number from 1 to 4.") == 2 and score.right == 1


def test_order_and_match_show_letters() -> None:
    printed, _ = play([quizzes.match()])
    assert "  1. Tarn\n" in printed and "  a) " in printed and "type the letter that belongs to it" in printed
    printed, _ = play([quizzes.order()], "a b c d")
    assert "in their place." in printed and re.search(
        r"\nAnswer: [a-d] [a-d] [a-d] [a-d]\n  [a-d]\) planned\n", printed
    )
    assert "  - Put these in order. planned → built → lit → closed (you: a b c d)" in printed


def test_flip_shows_the_answer_and_takes_a_rating() -> None:
    printed, score = play([quizzes.typed()], "", "1", mode=Mode.FLIP)
    assert printed.index("Answer: Ida Brandt") < printed.index("How did it go?") < printed.index("\nright\n")
    assert score.right == 1
    printed, score = play([quizzes.typed()], "", "no idea", ":hint", "", "3", mode=Mode.FLIP)
    assert (
        printed.count("How did it go? 1 right, 2 close, 3 wrong, 4 easy\n") == 3
        and "Hint: I__ ______" in printed
        and score.wrong == 1
    )


def test_hint_skip_and_help() -> None:
    printed, score = play([quizzes.typed()], ":hint", ":hint", ":hint", ":help", ":nonsense", ":skip")
    assert "Hint: I__ ______" in printed and "No hint left." in printed
    assert all(printed.count(f"  {command} ") == 2 for command in plain.COMMANDS)
    assert "There is no command :nonsense. You can type:" in printed and printed.count("There is no command") == 1
    assert "\nskipped\nAnswer: Ida Brandt\n" in printed and score.skipped == 1


def test_undo_asks_again() -> None:
    printed, score = play([quizzes.typed("q1"), quizzes.typed("q2")], "nobody", ":undo", "Ida Brandt", "Ida Brandt")
    assert printed.count("Question 1 of 2") == 2 and (score.right, score.wrong) == (2, 0)


def test_undo_with_nothing_to_undo_is_said() -> None:
    assert "Nothing has been answered yet." in play([quizzes.typed()], ":undo", ":right")[0]


@pytest.mark.parametrize("command", [":right", ":accept", ":RIGHT"])
def test_i_was_right(command: str) -> None:
    printed, score = play([quizzes.typed("q1"), quizzes.typed("q2")], "the engineer", command, "Ida Brandt")
    assert "Counted as right: the engineer" in printed and score.right == 2


def test_the_last_answer_can_still_be_overruled_or_taken_back() -> None:
    printed, score = play([quizzes.typed()], "the engineer", ":right", "")
    assert score.right == 1 and printed.count("Score:") == 2
    printed, score = play([quizzes.typed()], "the engineer", ":undo", "Ida Brandt", ":help", ":quit")
    assert score.right == 1 and printed.count("Question 1 of 1") == 2


def test_flag_this_one_or_the_last() -> None:
    printed, _ = play([quizzes.typed(), quizzes.cloze()], ":flag vague", ":skip", ":flag last worse", ":flag")
    assert printed.count("Flagged: ") == 3


@pytest.mark.parametrize("line", [":d", ":show"])
def test_what_is_not_known_is_shown_and_counts_as_wrong(line: str) -> None:
    printed, score = play([quizzes.typed()], line)
    assert f"> {line}\nwrong\nAnswer: Ida Brandt\n" in printed and score.wrong == 1
    assert "type :right" not in printed and "  - Who built the lighthouse of Tarn? Ida Brandt\n" in printed


def test_what_counts_as_right_may_be_accepted_too() -> None:
    printed, _ = play([quizzes.typed()], "the engineer", ":right", ":accept")
    assert printed.count("If that was right all the same, type :right.") == 1
    assert "Type :accept to have that answer accepted from now on." in printed
    assert "\nThat answer is accepted from now on.\n" in printed


def test_a_typo_is_right_and_said() -> None:
    printed, _ = play([quizzes.typed()], "Ida Brand")
    assert "\nright\nAnswer: Ida Brandt (mind the spelling)\n" in printed


class Later(NoRecorder):
    """Every question comes again in three days."""

    def answer(self, question_uid: str, **more: Any) -> Kept:
        return Kept(due=int(more["at"]) + 3 * 86400, known=True)

    def streak(self, at: int) -> int:
        return 2


def test_the_schedule_is_told_in_words() -> None:
    output = io.StringIO()
    session = Session([quizzes.typed("q1"), quizzes.typed("q2")], recorder=Later())
    typed = io.StringIO("Ida Brandt\n:easy\n:again\nnobody\n")
    plain.play(session, input=typed, output=output, clock=Clock(), width=80, opening="2 due.")
    printed = output.getvalue()
    assert printed.startswith("2 due. Type :help to see what else you can type.\n")
    assert printed.count("\nAgain in 3 days.\n") == 4
    assert "\nRated easy.\n" in printed and "\nRated again.\n" in printed
    assert "\nRemembered: 0 of 2 that you had learned (0%).\nStreak: 2 days in a row.\n" in printed


def test_a_rating_needs_a_schedule() -> None:
    printed, _ = play([quizzes.typed()], "Ida Brandt", ":good", recorder=Later(), cram=True)
    assert "This answer does not move the schedule." in printed and "Again in" not in printed


def test_suspending() -> None:
    printed, score = play([quizzes.typed(), quizzes.cloze()], ":suspend", "x", ":suspend last")
    assert printed.count("Not asked from now on: ") == 2 and (score.skipped, score.wrong) == (1, 1)
    assert "or later with: quizgen unsuspend q_" in printed


def test_editing_asks_for_each_part() -> None:
    lines = ["nobody", ":edit last", "Who designed it?", "", "Brandt | the engineer", ":undo", "THE ENGINEER"]
    printed, score = play([quizzes.typed()], *lines)
    assert "Question: Who built the lighthouse of Tarn?\n" in printed and "Answer: Ida Brandt\n> \n" in printed
    assert "\nAlso right: nothing → Brandt | the engineer\nChanged. What you have learned stays" in printed
    assert "\nWho designed it?\n" in printed and score.right == 1


def test_editing_before_the_answer_does_not_give_it_away() -> None:
    printed, score = play([quizzes.typed()], ":edit", "Who designed it?", "Ida Brandt")
    before = printed[: printed.index("> Ida Brandt\n")]
    assert "Brandt" not in before and "type :edit last when it is answered" in before and score.right == 1
    printed, _ = play([quizzes.typed()], "", ":edit", "Who designed it?", "Ola Lund", "", "1", mode=Mode.FLIP)
    assert "Answer: Ida Brandt → Ola Lund\n" in printed


@pytest.mark.parametrize(
    "lines",
    [
        ("", "", ""),
        (":cancel",),
        (":",),
        ("New?", ":quit"),
        ("", "Ida Brandt:"),
        ("", "Ola", ":edit last"),
        ("Who built the lighthouse of Tarn?:edit last",),
    ],
)
def test_an_edit_may_be_left(lines: tuple[str, ...]) -> None:
    printed, score = play([quizzes.typed("q1"), quizzes.typed("q2")], "Brandt", ":edit last", *lines, "Ida Brandt")
    assert "Nothing was changed." in printed and score.right == 2 and printed.count("Question 2 of 2\n") == 2
    assert "→" not in printed


class Impatient(io.StringIO):
    """Ctrl-C instead of the third line, from a person."""

    def isatty(self) -> bool:
        return True

    def readline(self, size: int | None = -1, /) -> str:
        line = super().readline()
        if line == "^C\n":
            raise KeyboardInterrupt
        return line


def test_ctrl_c_leaves_an_edit_alone() -> None:
    output, session = io.StringIO(), Session([quizzes.typed()])
    typed = Impatient(":edit\n^C\nIda Brandt\n\n")
    plain.play(session, input=typed, output=output, clock=Clock(), width=80)
    assert "Ctrl-C or a colon leaves the question as it was." in output.getvalue().replace("\n", " ")
    assert "Nothing was changed." in output.getvalue() and session.score().right == 1


@pytest.mark.parametrize("line", ["?", ":help", ":nonsense", ":good", ":flag", ":suspend last", ":edit last"])
def test_the_question_is_shown_again_after_what_scrolls_it_away(line: str) -> None:
    printed, score = play([quizzes.choice()], line, "skerry")
    assert printed.count("\nWhere was it built?\n") == 2 and printed.count("\nright\n") == 1 and score.right == 1


def test_an_empty_line_shows_the_question_again() -> None:
    printed, _ = play([quizzes.typed()], "", "Ida Brandt")
    assert "Nothing was typed." in printed and printed.count("\nWho built the lighthouse of Tarn?\n") == 2


def test_the_back_of_a_card_is_shown_again() -> None:
    printed, _ = play([quizzes.typed()], "An engineer?", ":help", "1", mode=Mode.FLIP)
    assert "\nYou said: An engineer?\n" in printed and printed.count("Answer: Ida Brandt\n") == 2
    assert printed.count("Question 1 of 1") == 1


@pytest.mark.parametrize("more", [{"cram": True}, {"players": ("Ann", "Ben")}])
def test_nothing_is_easy_where_no_schedule_moves(more: dict[str, Any]) -> None:
    printed, _ = play([quizzes.typed()], "", "x", "1", mode=Mode.FLIP, **more)
    assert printed.count("How did it go? 1 right, 2 close, 3 wrong\n") == 2


def test_what_was_shown_is_not_counted_as_right() -> None:
    printed, score = play([quizzes.typed()], ":show", ":right", "")
    assert "You gave no answer there." in printed and "Counted as right" not in printed and score.wrong == 1


def test_undo_says_that_an_answer_is_accepted_no_longer() -> None:
    printed, _ = play([quizzes.typed()], "the engineer", ":accept", ":undo", "the engineer")
    assert "Taken back; that answer is accepted no longer." in printed and printed.count("\nwrong\n") == 2


def test_a_list_that_is_higher_than_the_screen_comes_in_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((40, 12)))
    output, session = io.StringIO(), Session([quizzes.typed("q1"), quizzes.typed("q2")])
    typed = Person("?\n\n\n:help\nIda Brandt\nIda Brandt\n\n")
    plain.play(session, input=typed, output=output, clock=Clock())
    pages = output.getvalue().split("Press Enter to go on.")
    listed = pages[0][pages[0].index("You can type:") :]
    assert len(pages) == 4 and listed.count("\n") == 9 and "\nQuestion 1 of 2\n" in pages[2]
    assert session.score().right == 2


def test_the_end_is_left_by_enter_alone() -> None:
    printed, score = play([quizzes.typed()], "x", "Fortune", ":retry", "Ida Brandt", "")
    assert printed.count("Type :retry for the one you missed") == 2 and "\nOnce more 1 of 1\n" in printed
    assert score.wrong == 1


@pytest.mark.parametrize(("lines", "right"), [((":q",), 1), (("",), 1), (("y", ":retry", "Ida Brandt", ""), 2)])
def test_who_stops_early_is_offered_the_misses(lines: tuple[str, ...], right: int) -> None:
    output, session = io.StringIO(), Session([quizzes.typed("q1"), quizzes.typed("q2"), quizzes.typed("q3")])
    typed = Person("".join(f"{line}\n" for line in ["x", "Ida Brandt", ":q", *lines]))
    plain.play(session, input=typed, output=output, clock=Clock(), width=80)
    printed = output.getvalue()
    assert "Type :retry for the one you missed, or press Enter to leave." in printed
    assert sum(result.verdict == "right" for result in session.results) == right and typed.read() == ""


def test_who_stops_early_may_go_on_after_all() -> None:
    output, session = io.StringIO(), Session([quizzes.typed("q1"), quizzes.typed("q2")])
    typed = Person("x\n:q\n:right\n:undo\nIda Brandt\nIda Brandt\n\n")
    plain.play(session, input=typed, output=output, clock=Clock(), width=80)
    assert session.score().right == 2


def test_editing_the_last_one_and_refused_edits() -> None:
    printed, _ = play([quizzes.typed("q1"), quizzes.typed("q2")], ":edit last", "x", ":edit last", "", "Ola Lund", "")
    assert "Nothing has been answered yet." in printed and "Changed. What you have" in printed
    assert "? Ola Lund (you: x)" in printed


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        (quizzes.choice(), ["Question", "Answer", "Also right", "Wrong options"]),
        (quizzes.statement(), ["Question", "Answer"]),
        (quizzes.order(), ["Question"]),
        (quizzes.typed(), ["Question", "Answer", "Also right"]),
    ],
)
def test_only_what_a_question_has_is_asked_for(question: Question, labels: list[str]) -> None:
    printed, _ = play([question, quizzes.typed("q")], ":skip", ":edit last", *[""] * len(labels), arranged=True)
    before = printed[printed.index(":edit last") : printed.index("Nothing was changed.")]
    assert re.findall(r"^([A-Z][a-z ]+):", before, re.MULTILINE) == labels


def test_missed_questions_once_more() -> None:
    printed, score = play([quizzes.typed("q1"), quizzes.typed("q2")], "x", "Ida Brandt", ":retry", "Ida Brandt", "")
    assert "Type :retry for the one you missed, or press Enter to leave." in printed
    assert "Asking 1 question once more." in printed and "\nOnce more 1 of 1\n" in printed
    assert printed.endswith("Score: 1 of 2 right, 1 wrong.\nPress Enter to leave.\n> \n")
    assert score.missed == ()
    assert "Nothing was missed." in play([quizzes.typed()], ":retry")[0]


def test_two_players() -> None:
    printed, _ = play([quizzes.typed(f"q{i}") for i in range(4)], *["x", "Ida Brandt"] * 2, players=("Ann", "Bob\x1b"))
    assert "Question 1 of 4 · Ann's turn\n" in printed and "Question 4 of 4 · Bob's turn\n" in printed
    assert "\nAnn: 0 of 1 right.\n" in printed and "\nBob: 1 of 1 right.\n" in printed
    assert "1. Bob: 2 of 2 right\n2. Ann: 0 of 2 right\n" in printed and "Ida Brandt (Ann: x)\n" in printed


def test_the_time_is_shown_and_ends_the_quiz() -> None:
    printed, score = play([quizzes.typed(f"q{i}") for i in range(9)], *["Ida Brandt"] * 9, seconds=20)
    assert "Question 1 of 9 · 0:20 left\n" in printed and "The time is over.\n" in printed
    assert 1 < score.right < 9


class Person(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("lines", "reasons"), [(["2"], ["wrong answer"]), (["it is odd"], ["it is odd"]), ([""], [""])]
)
def test_a_person_is_asked_why(lines: list[str], reasons: list[str]) -> None:
    found: list[str] = []

    class Noting(NoRecorder):
        def flag(self, question_uid: str, *, at: int, reason: str) -> None:
            found.append(reason)

    typed = Person("".join(f"{line}\n" for line in [":flag", *lines, ":flag 1", ":flag", ":skip"]))
    session = Session([quizzes.typed()], recorder=Noting())
    plain.play(session, input=typed, output=io.StringIO(), clock=Clock(), width=80)
    assert found == [*reasons, "unclear", ""] and session.step is None


@pytest.mark.parametrize("lines", [(), (":quit",), (":q",), ("Ida Brandt",), ("Ida Brandt", ":quit")])
def test_leaving_early_shows_the_score(lines: tuple[str, ...]) -> None:
    printed, score = play([quizzes.typed("q1"), quizzes.typed("q2")], *lines)
    right = int("Ida Brandt" in lines)
    assert f"Score: {right} of {right} right." in printed and score.right == right


def test_the_end_lists_what_was_missed() -> None:
    printed, _ = play([quizzes.typed("q1"), quizzes.typed("q2")], "Ola Lund", "Ida Brandt")
    assert "Score: 1 of 2 right, 1 wrong." in printed
    assert "  - Who built the lighthouse of Tarn? Ida Brandt (you: Ola Lund)" in printed


class Interrupting(io.StringIO):
    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        raise KeyboardInterrupt


def test_ctrl_c_shows_the_score_and_goes_up() -> None:
    output = io.StringIO()
    with pytest.raises(KeyboardInterrupt):
        plain.play(Session([quizzes.typed()]), input=Interrupting(), output=output, clock=Clock(), width=80)
    assert output.getvalue().endswith("Score: 0 of 0 right.\n")


class Gone(io.StringIO):
    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        raise OSError(5, "Input/output error")


def test_a_terminal_that_is_closed_interrupts_the_quiz() -> None:
    with pytest.raises(KeyboardInterrupt):
        plain.play(Session([quizzes.typed()]), input=Gone(), output=io.StringIO(), clock=Clock(), width=80)


def hostile() -> list[Question]:
    source = quizzes.source("A", HOSTILE, title=HOSTILE, section=HOSTILE)
    shared = {"sources": (source,), "hint": HOSTILE, "facts": ("f",)}
    return [
        quizzes.question("q1", HOSTILE, HOSTILE, **shared),
        quizzes.question("q2", HOSTILE, HOSTILE, "choice", options=quizzes.options(HOSTILE, HOSTILE + "!"), **shared),
        quizzes.question("q3", HOSTILE, HOSTILE, "order", parts=(HOSTILE, HOSTILE + "!"), **shared),
        quizzes.question("q4", HOSTILE, HOSTILE, "match", parts=([HOSTILE, "x"], [HOSTILE, "y"]), **shared),
    ]


UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("mode", [Mode.MIXED, Mode.FLIP])
def test_no_escape_comes_out_of_the_data(mode: Mode) -> None:
    lines = [":hint", HOSTILE, "2", "b a", ":flag " + HOSTILE, ":undo", HOSTILE, ":right", "1", "a b", ":skip", ":skip"]
    printed, _ = play(hostile(), *lines, mode=mode)
    assert not UNSAFE.search(printed)
    assert "[a]H[/oops]I" in printed


def test_colours_are_our_own_only() -> None:
    printed, _ = play(hostile(), ":hint", "nothing", "1", "a b", "a b", color=True)
    assert set(re.findall("\x1b[^m]*m", printed)) <= {
        f"\x1b[{style}m" for style in ("0", "1", "2", "31;1", "32;1", "33;1")
    }
    assert not UNSAFE.search(printed.replace("\x1b", ""))


def test_the_answer_is_bold_where_there_is_colour() -> None:
    printed, _ = play([quizzes.typed()], "Ola", color=True)
    assert "\x1b[1mIda Brandt\x1b[0m on the island" in printed and "\x1b[31;1mwrong\x1b[0m" in printed


@pytest.mark.parametrize("width", [20, 40, 80])
def test_lines_fit_the_terminal(width: int) -> None:
    printed, _ = play(
        quizzes.every(), *["x", ":skip", ":help", ":skip", ":skip", ":skip", ":skip", ":skip"], width=width
    )
    assert max(len(line) for line in printed.splitlines()) <= width


def test_the_answer_words_of_a_reference_are_explained() -> None:
    source = quizzes.source("It", "It was built in 1871.", resolved=True)
    printed, _ = play([quizzes.question("q", "What was built in 1871?", "the lighthouse", sources=(source,))], "x")
    assert "»It« was built in 1871." in printed and "(“It” means here: the lighthouse)" in printed


def test_what_a_reference_stands_for_is_marked_where_the_sentence_shows_it() -> None:
    source = quizzes.source("It", "It was built in 1871.", resolved=True)
    asked = quizzes.question("q", "What was built in 1871?", "the lighthouse", sources=(source,))
    printed, _ = play([replace(asked, explanation="It [the lighthouse] was built in 1871.")], "x")
    assert "It [»the lighthouse«] was built in 1871." in printed and "means here" not in printed


SCRIPT = """
import sys, time
import quizzes
from quizgen.session import Session
from quizgen.terminal import plain
plain.play(Session([quizzes.typed(f"q{i}") for i in range(400)]), input=sys.stdin, output=sys.stdout, clock=time.time)
"""


def run(**environ: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent), **environ},
    )


def test_bytes_that_are_no_text_do_not_stop_the_quiz() -> None:
    out, err = run().communicate(b"\xff\xfe\xc3\n:quit\n")
    assert b"wrong" in out and err == b""


def test_an_ascii_terminal_shows_what_it_can() -> None:
    out, err = run(PYTHONIOENCODING="ascii", PYTHONUTF8="0").communicate(b"Ola\n:quit\n")
    assert b"? A short history of Tarn" in out and err == b""


def test_a_reader_that_leaves_is_no_error() -> None:
    process = run()
    assert process.stdin and process.stdout and process.stderr
    process.stdout.close()
    process.stdin.write(b"Ola\n" * 400)
    process.stdin.close()
    assert process.stderr.read() == b"" and process.wait() == 0
    process.stderr.close()


def test_the_player_starts_without_heavy_modules() -> None:
    code = "import sys, quizgen.terminal.plain; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"spacy", "rich", "textual", "sqlite_utils", "click", "genanki", "quizgen.grading.answers"} & set(loaded)
