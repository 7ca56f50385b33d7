"""The full-screen player in a real pseudo-terminal, with a store, read back from the screen."""

import contextlib
import os
import re
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path

import pexpect
import pyte
import pytest
import quizzes

from quizgen import curation
from quizgen.store import HAND, Store

pytestmark = pytest.mark.terminal

HOSTILE = "A\x1b]52;c;ZXZpbA==\x07B\x1b[31mC\x9b2JD\x90q\x9cE\u202eF\u2066G[a]H[/oops]I\x08\rJ\x1b(0K"
FOREIGN = ("]52", "ZXZp", "\x1b[31mC", "\x1b(0", "\x08", "\x9b", "\x90", "\x9c", "\u202e", "\u2066")
COLOUR = re.compile(rb"\x1b\[(?:[\d;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a course folder with three questions and no document."""
    (tmp_path / "data").mkdir()
    with Store.open(tmp_path / "data" / "quizgen.db", create=True) as store:
        for name, day in (("lit", "1871"), ("built", "1869"), ("closed", "1954")):
            curation.add(store, prompt=f"When was the lighthouse of Tarn {name}?", answer=day, now=1000)
    return tmp_path


class Terminal:
    """``quizgen play --tui`` in a terminal of ``columns`` by ``rows``, with every byte that it has sent."""

    def __init__(self, folder: Path, *arguments: str, columns: int = 80, rows: int = 24, **environ: str) -> None:
        kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "COLUMNS", "LINES")}
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "quizgen", "play", "--tui", "--seed", "1", *arguments],
            cwd=folder,
            env={**kept, "TERM": "xterm-256color", **environ},
            dimensions=(rows, columns),
            timeout=30,
        )
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.sent = b""

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def wait(self, text: str, *, gone: bool = False) -> None:
        """Read until the screen shows ``text``, or until it is ``gone``."""
        end = time.monotonic() + 30
        while (text in self.text) is gone:
            assert time.monotonic() < end, f"waiting for {text!r}:\n{self.text}"
            self.read()

    def read(self) -> None:
        try:
            data = self.child.read_nonblocking(65536, timeout=1)
        except pexpect.TIMEOUT:
            return
        self.sent += data
        self.stream.feed(data)

    def type(self, text: str) -> None:
        self.child.send(text)

    def end(self) -> int | None:
        """Return the exit code of a program that ends by itself."""
        end = time.monotonic() + 30
        with contextlib.suppress(pexpect.EOF):
            while True:
                assert time.monotonic() < end, f"the program does not end:\n{self.text}"
                self.read()
        self.child.close()
        return self.child.exitstatus if self.child.signalstatus is None else -self.child.signalstatus


def answers(folder: Path) -> int:
    with Store.open(folder / "data" / "quizgen.db", readonly=True) as store:
        return len(list(store.answers()))


def test_a_quiz_from_start_to_summary(folder: Path) -> None:
    terminal = Terminal(folder)
    terminal.wait("1 of 3")
    for number in (1, 2, 3):
        terminal.wait(f"{number} of 3")
        terminal.wait("Enter answer")
        terminal.type("1871\r")
        terminal.wait("Answer: ")
        terminal.type("\r")
    terminal.wait("1 of 3 right, 2 wrong")
    terminal.type("q")
    assert terminal.end() == 0
    assert terminal.sent.endswith(b"\n") and b"Score: 1 of 3 right, 2 wrong." in terminal.sent
    assert answers(folder) == 3


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
def test_hostile_data_cannot_reach_the_terminal(tmp_path: Path, size: tuple[int, int]) -> None:
    options = quizzes.options(HOSTILE, *(f"{HOSTILE}{number}" for number in range(3)))
    asked = quizzes.choice("q_hostile", facts=(), sources=(), explanation=HOSTILE, tags=(HOSTILE,), score=1.0)
    (tmp_path / "data").mkdir()
    with Store.open(tmp_path / "data" / "quizgen.db", create=True) as store:
        question = replace(asked, prompt=HOSTILE, answer=HOSTILE, options=options, document="", template=HAND)
        store.add_question(question, now=1000)
    terminal = Terminal(tmp_path, "--cram", columns=size[0], rows=size[1])
    terminal.wait("1-4 answer")
    terminal.type("h1")
    terminal.wait("Answer: ")
    terminal.type("e")
    terminal.wait("Also right")
    terminal.type("\x1b")
    terminal.wait("Also right", gone=True)
    terminal.type("q")
    terminal.wait("Enter leave")
    terminal.type("q")
    assert terminal.end() == 0
    text = terminal.sent.decode()
    assert "[a]H[/oops]I" in text
    assert not [foreign for foreign in FOREIGN if foreign in text]


def test_no_colour(folder: Path) -> None:
    terminal = Terminal(folder, NO_COLOR="1")
    terminal.wait("Enter answer")
    terminal.type("1\r")
    terminal.wait("wrong")
    terminal.type("q")
    terminal.wait("To look at again")
    terminal.type("q")
    assert terminal.end() == 0
    assert not COLOUR.search(terminal.sent)
    coloured = Terminal(folder)
    coloured.wait("Enter answer")
    assert COLOUR.search(coloured.sent)
    coloured.child.close(force=True)


def test_ctrl_c_gives_the_terminal_back_and_keeps_the_rest(folder: Path) -> None:
    terminal = Terminal(folder)
    terminal.wait("Enter answer")
    terminal.type("1871\r")
    terminal.wait("Answer: ")
    terminal.type("\x03")
    assert terminal.end() == 130
    assert b"\x1b[?1049l" in terminal.sent and b"\x1b[?25h" in terminal.sent
    assert "Score: 1 of 1 right." in terminal.text or "Score: 0 of 1 right, 1 wrong." in terminal.text
    assert "goes on with it" in terminal.text and answers(folder) == 1


@pytest.mark.parametrize("signal_", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_what_was_answered_is_kept_and_the_next_quiz_goes_on(folder: Path, signal_: signal.Signals) -> None:
    terminal = Terminal(folder)
    terminal.wait("Enter answer")
    terminal.type("1871\r")
    terminal.wait("Answer: ")
    os.kill(terminal.child.pid, signal_)
    terminal.end()
    assert answers(folder) == 1
    again = Terminal(folder)
    again.wait("[Y/n]")
    again.type("y\r")
    again.wait("2 of 3")
    again.child.close(force=True)


def test_ctrl_z_stops_and_goes_on(folder: Path) -> None:
    terminal = Terminal(folder)
    terminal.wait("Enter answer")
    terminal.type("18")
    terminal.wait("> 18")
    terminal.type("\x1a")
    _, status = os.waitpid(terminal.child.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    terminal.screen.reset()
    os.kill(terminal.child.pid, signal.SIGCONT)
    terminal.wait("> 18")
    terminal.child.close(force=True)


def test_another_size_in_the_middle(folder: Path) -> None:
    terminal = Terminal(folder)
    terminal.wait("Enter answer")
    terminal.type("18")
    terminal.wait("> 18")
    terminal.screen.resize(12, 40)
    terminal.screen.reset()
    terminal.child.setwinsize(12, 40)
    terminal.wait("> 18")
    assert "lighthouse" in terminal.text
    terminal.child.close(force=True)
