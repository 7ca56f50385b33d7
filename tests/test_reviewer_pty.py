"""The command ``review`` in a real pseudo-terminal."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import desks
import pexpect
import pyte
import pytest
from store_fakes import Course

from quizgen import curation

pytestmark = pytest.mark.terminal


@pytest.fixture
def course(tmp_path: Path) -> Iterator[Course]:
    made = desks.course(tmp_path)
    yield made
    made.store.close()


class Terminal:
    """The reviewer of a course, with every byte that it has sent and the screen that they make."""

    def __init__(self, course: Course, *options: str, columns: int = 80, rows: int = 24, **environ: str) -> None:
        unset = ("NO_COLOR", "COLUMNS", "LINES", "QUIZGEN_DB", "TERM_PROGRAM")
        kept = {key: value for key, value in os.environ.items() if key not in unset}
        env = {**kept, "TERM": "xterm-256color", "QUIZGEN_DB": str(course.store.path), **environ}
        command = ["-m", "quizgen", "review", *options]
        self.child = pexpect.spawn(sys.executable, command, env=env, dimensions=(rows, columns), timeout=30)
        self.child.delaybeforesend = None
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.sent = b""

    def see(self, text: str) -> None:
        """Read until the screen shows a text."""
        while text not in self.shown:
            new = self.child.read_nonblocking(65536, timeout=30)
            self.sent += new
            self.stream.feed(new)

    def press(self, keys: str) -> None:
        self.child.send(keys)

    def end(self) -> int | None:
        self.child.expect(pexpect.EOF)
        self.sent += self.child.before
        self.child.close()
        return self.child.exitstatus if self.child.signalstatus is None else -self.child.signalstatus

    @property
    def shown(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)


def test_every_decision_outlives_a_kill(course: Course) -> None:
    terminal = Terminal(course)
    terminal.see("What has The Moon?")
    terminal.press("a")
    terminal.see("1 of 6")
    terminal.press("x")
    terminal.see("2 of 6")
    os.kill(terminal.child.pid, signal.SIGKILL)
    assert terminal.end() == -signal.SIGKILL
    assert desks.statuses(course) == {"What has The Moon?": "kept", "What has Mars?": "rejected"}
    again = Terminal(course)
    again.see("2 of 6")
    again.press("uu")
    again.see("0 of 6")
    again.press("q")
    assert again.end() == 0
    assert desks.statuses(course) == {}


@pytest.mark.parametrize(("key", "code"), [("\x03", 130), ("q", 0)])
def test_leaving_gives_the_terminal_back(course: Course, key: str, code: int) -> None:
    terminal = Terminal(course, columns=40, rows=12)
    terminal.see("What has The Moon?")
    terminal.press(key)
    assert terminal.end() == code
    assert b"\x1b[?1049l" in terminal.sent


def test_a_closed_terminal_ends_it(course: Course) -> None:
    terminal = Terminal(course)
    terminal.see("What has The Moon?")
    terminal.press("a")
    terminal.see("1 of 6")
    os.kill(terminal.child.pid, signal.SIGHUP)
    terminal.end()
    assert desks.statuses(course) == {"What has The Moon?": "kept"}


def test_it_follows_a_resize(course: Course) -> None:
    terminal = Terminal(course)
    terminal.see("What has The Moon?")
    terminal.child.setwinsize(12, 40)
    terminal.screen.resize(12, 40)
    terminal.press("x")
    terminal.see("4 not worth asking  5 bad wording\n")
    terminal.press("q")
    assert terminal.end() == 0


def test_hostile_text_does_not_reach_the_terminal(course: Course) -> None:
    moon = course.question("The Moon").uid
    curation.edit(course.store, moon, prompt=desks.HOSTILE, answer=desks.HOSTILE, now=9)
    terminal = Terminal(course)
    terminal.see(desks.SAFE)
    terminal.press("q")
    assert terminal.end() == 0
    assert b"ZXZpbA==" not in terminal.sent and b"\x1b[31mC" not in terminal.sent
    assert not any(char.encode() in terminal.sent for char in "\x90\x9b\x9c\u202e\u2066")


@pytest.mark.parametrize(("options", "environ"), [(["--plain"], {}), ([], {"TERM": "dumb"})])
def test_without_a_full_screen_it_goes_line_by_line(
    course: Course, options: list[str], environ: dict[str, str]
) -> None:
    terminal = Terminal(course, *options, **environ)
    terminal.see("What has The Moon?")
    terminal.press("a\r")
    terminal.see("1 of 6")
    terminal.press("q\r")
    assert terminal.end() == 0
    assert b"\x1b[?1049h" not in terminal.sent
    assert desks.statuses(course) == {"What has The Moon?": "kept"}


def test_no_colour_where_none_is_wanted(course: Course) -> None:
    terminal = Terminal(course, NO_COLOR="1")
    terminal.see("»3 craters«")
    terminal.press("q")
    assert terminal.end() == 0


@pytest.mark.parametrize(("editor", "said"), [("true", "left as it is"), ("/nowhere/ed", "Editing failed")])
def test_the_screen_comes_back_after_the_editor(course: Course, editor: str, said: str) -> None:
    terminal = Terminal(course, EDITOR=editor, VISUAL=editor)
    terminal.see("What has The Moon?")
    terminal.press("E")
    terminal.see(said)
    terminal.press("a")
    terminal.see("1 of 6")
    terminal.press("q")
    assert terminal.end() == 0
