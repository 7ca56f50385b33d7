"""``quizgen play`` in a pseudo terminal: killed, stopped, closed, resized, and what is kept then."""

import os
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from quizgen.store import Answer, Store

pytestmark = [pytest.mark.model, pytest.mark.terminal]

ROOT = Path(__file__).parents[1]
PROMPT = r"(?m)^> "


class Play:
    """A quiz in a terminal of its own, in the course folder."""

    def __init__(self, folder: Path, *options: str, rows: int = 24, columns: int = 80, **environ: str) -> None:
        kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "COLUMNS", "LINES")}
        env = {**kept, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), **environ}
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "quizgen", "play", *options],
            cwd=str(folder),
            env=env,
            dimensions=(rows, columns),
            timeout=20,
            encoding="utf-8",
        )
        self.child.delaybeforesend = None

    def answer(self, *lines: str) -> str:
        """Type lines, each at a prompt, and return what was printed before the next prompt."""
        for line in lines:
            self.child.sendline(line)
            self.child.expect(PROMPT)
        return str(self.child.before)

    def end(self) -> int | None:
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self.child.exitstatus if self.child.signalstatus is None else -self.child.signalstatus


@pytest.fixture
def begun(course: Path) -> Iterator[list[Play]]:
    """Collect quizzes, and end what a failing test leaves behind."""
    plays: list[Play] = []
    yield plays
    for play in plays:
        play.child.close(force=True)


def start(begun: list[Play], *options: str, **more: object) -> Play:
    play = Play(Path.cwd(), *options, **more)  # type: ignore[arg-type]
    begun.append(play)
    return play


def answers() -> list[Answer]:
    with Store.open(Path("data") / "quizgen.db") as store:
        return list(store.answers())


def flips(begun: list[Play], **more: object) -> Play:
    """Begin a quiz of three flipped cards and answer the first."""
    play = start(begun, "--mode", "flip", "--limit", "3", **more)
    play.child.expect(PROMPT)
    play.answer("", "1")
    return play


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_a_killed_quiz_keeps_every_answer_and_goes_on(how: signal.Signals, begun: list[Play]) -> None:
    play = flips(begun)
    play.child.sendline("")
    play.child.kill(how)
    assert play.end() == -how
    assert [(answer.verdict, answer.rating) for answer in answers()] == [("right", 3)]
    again = start(begun)
    again.child.expect(r"Your last quiz \(--mode flip --limit 3\) was broken off just now: 1 of 3\s+answered\.")
    again.child.expect(r"Go on with it\? \[Y/n\] ")
    again.child.sendline("perhaps")
    again.child.expect("Type y to go on with it, or n")
    again.child.expect(r"\[Y/n\] ")
    again.child.sendline("")
    again.child.expect(PROMPT)
    assert "Question 2 of 3" in again.child.before
    again.answer("", "3", "", "1")
    assert "Score: 2 of 3 right, 1 wrong." in again.child.before
    again.child.sendline("")
    assert again.end() == 0 and len(answers()) == 3


def test_who_does_not_want_to_go_on_begins_another(begun: list[Play]) -> None:
    flips(begun).child.kill(signal.SIGKILL)
    again = start(begun)
    again.child.expect(r"\[Y/n\] ")
    again.child.sendline("n")
    again.child.expect("Question 1 of 20")


def test_who_asks_for_something_else_gets_it_and_the_quiz_waits(begun: list[Play]) -> None:
    flips(begun).child.kill(signal.SIGKILL)
    other = start(begun, "--mode", "flip", "--limit", "2")
    other.child.expect("It waits: quizgen play --resume")
    other.child.expect("Question 1 of 2")
    other.child.expect(PROMPT)
    other.child.sendline(":quit")
    assert other.end() == 0
    start(begun, "--resume").child.expect("Question 2 of 3")


def test_a_quiz_in_another_window_is_left_alone(begun: list[Play]) -> None:
    first = flips(begun)
    second = start(begun, "--limit", "2")
    second.child.expect(PROMPT)
    assert "broken off" not in second.child.before and "Question 1 of 2" in second.child.before
    resumed = start(begun, "--resume")
    resumed.child.expect("still open in another window")
    assert resumed.end() == 8
    first.child.kill(signal.SIGKILL)
    first.end()
    start(begun, "--resume").child.expect("Question 2 of 3")


def test_a_closed_terminal_keeps_the_quiz(begun: list[Play]) -> None:
    play = flips(begun)
    play.child.close(force=False)
    play.child.wait() if play.child.isalive() else None
    assert len(answers()) == 1
    start(begun).child.expect(r"1 of 3 answered")


def test_ctrl_c_keeps_the_quiz(begun: list[Play]) -> None:
    play = flips(begun)
    play.child.sendintr()
    play.child.expect("Score: 1 of 1 right")
    play.child.expect("The rest is kept. Go on with it: quizgen play --resume")
    assert play.end() == 130


def test_ctrl_d_ends_it(begun: list[Play]) -> None:
    play = flips(begun)
    play.child.sendeof()
    assert play.end() == 0
    again = start(begun, "--limit", "1")
    again.child.expect(PROMPT)
    assert "Go on" not in again.child.before


@pytest.mark.parametrize("environ", [{}, {"NO_COLOR": "1"}])
def test_ctrl_z_and_back_shows_the_question_again(environ: dict[str, str], course: Path) -> None:
    env = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), "PS1": "shell$ ", **environ}
    shell = pexpect.spawn("bash", ["--norc", "--noprofile", "-i"], cwd=str(course), env=env, timeout=20)  # type: ignore[arg-type]
    shell.expect("shell[$] ")
    shell.sendline(f"{sys.executable} -m quizgen play --mode flip --limit 3")
    shell.expect(PROMPT)
    shell.send("\x1a")
    shell.expect("Stopped")
    shell.sendline("fg")
    shell.expect("Question 1 of 3")
    shell.expect(PROMPT)
    shell.sendline("")
    shell.expect("Answer: ")
    shell.close(force=True)


def test_lines_follow_the_size_of_the_terminal(begun: list[Play]) -> None:
    play = flips(begun, NO_COLOR="1", columns=100)
    play.child.setwinsize(12, 40)
    shown = play.answer(":help", "", "", ":skip")
    assert max(map(len, shown.splitlines())) <= 40


def test_the_line_can_be_edited_where_there_is_colour(begun: list[Play]) -> None:
    play = flips(begun)
    play.child.send("elp\x01:h\r")
    play.child.expect("this list")
    assert "\x1b[?2004h" not in play.child.before
    play.child.expect(PROMPT)
    play.child.sendline(":edit last")
    play.child.expect("Question: ")
    play.child.send("\x1b[A\x01New! \r")
    play.child.expect("Answer: ")
    play.child.send("\x03")
    play.child.expect("Nothing was changed.")
    play.child.expect(PROMPT)
    play.child.sendline(":edit")
    play.child.expect("Question: ")
    play.child.send("\x1b[A\x01New! \r")
    play.child.expect("Question: .*New! .*Changed.")


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_escape_sequence_without_colour(environ: dict[str, str], begun: list[Play]) -> None:
    play = start(begun, "--limit", "2", rows=12, columns=40, **environ)
    play.child.expect(PROMPT)
    sent = play.child.before + play.answer(":hint", ":show", ":right", ":help", "", "")
    play.child.sendline(":quit")
    play.child.expect("press Enter to leave")
    play.child.sendline("")
    play.child.expect(pexpect.EOF)
    assert not re.search("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f]", sent + play.child.before)
    assert max(map(len, sent.splitlines())) <= 40
