"""The plain player in a real pseudo-terminal, read back from the screen."""

import os
import signal
import sys
from pathlib import Path

import pexpect
import pyte
import pytest

pytestmark = pytest.mark.terminal

SCRIPT = """
import os, signal, sys, time
import quizzes, test_terminal_plain
from quizgen.session import Session
from quizgen.terminal import plain, text
signal.signal(signal.SIGINT, signal.default_int_handler)  # what a shell starts in the background ignores it
questions = {"plain": [quizzes.typed(), quizzes.choice(), quizzes.cloze()], "hostile": test_terminal_plain.hostile()}
plain.play(
    Session(questions[sys.argv[1]]), input=sys.stdin, output=sys.stdout, clock=time.time,
    color=text.wants_color(sys.stdout, os.environ),
)
"""


class Terminal:
    """A player in a terminal of ``columns`` by ``rows``, with every byte that it has sent."""

    def __init__(self, name: str = "plain", *, columns: int = 80, rows: int = 24, **environ: str) -> None:
        kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "COLUMNS", "LINES")}
        env = {**kept, "TERM": "xterm-256color", "PYTHONPATH": str(Path(__file__).parent), **environ}
        self.child = pexpect.spawn(
            sys.executable, ["-c", SCRIPT, name], env=env, dimensions=(rows, columns), timeout=30, echo=True
        )
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.sent = b""

    def expect(self, what: object) -> None:
        self.child.expect(what)
        seen = self.child.before + (self.child.after if isinstance(self.child.after, bytes) else b"")
        self.sent += seen
        self.stream.feed(seen)

    def type(self, line: str) -> None:
        self.child.sendline(line)
        self.expect("\r\n")

    def prompt(self) -> None:
        self.expect("(?m)^> ")

    def end(self) -> int | None:
        self.expect(pexpect.EOF)
        self.child.close()
        return self.child.exitstatus if self.child.signalstatus is None else -self.child.signalstatus

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.screen.display]


def answer_all(terminal: Terminal, *answers: str) -> None:
    for line in answers:
        terminal.prompt()
        terminal.type(line)


def test_a_quiz_from_start_to_score() -> None:
    terminal = Terminal()
    answer_all(terminal, "1871", "skerry", "Ida Brandt", "")
    assert terminal.end() == 0
    assert any(line.startswith("Score: ") for line in terminal.lines)
    assert b"\x1b[1m" in terminal.sent


def test_forty_columns_and_twelve_rows() -> None:
    terminal = Terminal(columns=40, rows=12, NO_COLOR="1")
    terminal.prompt()
    assert ">" in terminal.lines
    assert max(len(line) for line in terminal.sent.decode().splitlines()) <= 40
    terminal.type(":quit")
    assert terminal.end() == 0
    assert any("Score: 0 of 0 right." in line for line in terminal.lines)


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_escape_at_all_without_colour(environ: dict[str, str]) -> None:
    terminal = Terminal(**environ)
    answer_all(terminal, "xx", "xx", "xx", "")
    assert terminal.end() == 0
    assert b"\x1b" not in terminal.sent and b"wrong" in terminal.sent


def test_hostile_data_cannot_reach_the_terminal() -> None:
    terminal = Terminal("hostile", NO_COLOR="1")
    answer_all(terminal, ":hint", ":skip", ":skip", ":undo", ":skip", ":flag", ":skip", ":skip", "")
    assert terminal.end() == 0
    text = terminal.sent.decode()
    assert not [char for char in text if ord(char) < 32 and char not in "\r\n\t"]
    assert not [char for char in text if 0x7F <= ord(char) < 0xA0 or char in "\u202e\u2066\u2069"]
    assert "[a]H[/oops]I" in text.replace("\r\n", "")


def test_ctrl_c_shows_the_score() -> None:
    terminal = Terminal()
    answer_all(terminal, ":hint")
    terminal.prompt()
    terminal.child.sendintr()
    assert terminal.end() == -signal.SIGINT
    assert any("Score: 0 of 0 right." in line for line in terminal.sent.decode().splitlines())


def test_ctrl_d_ends_politely() -> None:
    terminal = Terminal()
    terminal.prompt()
    terminal.child.sendeof()
    assert terminal.end() == 0
    assert any("Score: 0 of 0 right." in line for line in terminal.lines)
