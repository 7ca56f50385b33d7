"""The line that says how far a command has come."""

import io

import pytest

from quizgen.commands import progress


class Terminal(io.StringIO):
    """A standard error that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return a clock that stands still until it is set."""
    seconds = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: seconds[0])
    return seconds


def shown(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch, clock: list[float], *, every: float) -> str:
    monkeypatch.setattr("sys.stderr", stream)
    line = progress.Progress()
    for done in range(3):
        line("Reading", "evil\x1b[2Jname", done, 3)
        clock[0] += every
    line.close()
    return stream.getvalue()


def test_on_a_terminal_one_line_is_rewritten_and_taken_away(
    monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    text = shown(Terminal(), monkeypatch, clock, every=1)
    assert text == "".join(f"\r\x1b[KReading evilname ({n}/3)" for n in (1, 2, 3)) + "\r\x1b[K"


def test_on_a_terminal_quick_states_are_left_out(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    assert shown(Terminal(), monkeypatch, clock, every=0.01).count("Reading") == 1


def test_elsewhere_a_short_command_is_silent(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    assert shown(io.StringIO(), monkeypatch, clock, every=1) == ""


def test_elsewhere_a_long_command_gives_a_line_now_and_then(
    monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    assert shown(io.StringIO(), monkeypatch, clock, every=11) == "Reading evilname (2/3)\nReading evilname (3/3)\n"
