"""Breaking lines and choosing colours."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.terminal.text import BEGIN, END, cells, cut, fold, styled, wants_color, wrap


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environ", "color"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"TERM": "xterm-256color"}, True),
        (Terminal(), {"NO_COLOR": ""}, True),  # the convention: empty does not count
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {}, False),
    ],
)
def test_color_only_where_it_is_wanted(stream: io.StringIO, environ: dict[str, str], color: bool) -> None:
    assert wants_color(stream, environ) is color


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc", 3), ("日本", 4), ("e\u0301", 1), ("👩\u200d🚀", 4), (f"a{BEGIN}b{END}c", 3)],
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one", 10, ["one"]),
        ("", 10, [""]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("日本語日本", 4, ["日本", "語日", "本"]),
        (f"a {BEGIN}bb{END} c", 4, [f"a {BEGIN}bb{END}", "c"]),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


def test_wrap_indents() -> None:
    assert wrap("one two three", 9, first="1) ", rest="   ") == ["1) one", "   two", "   three"]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Error: There is no document here.", None, ["Error: There is no document here."]),
        ("log loss   0.4 → 0.3", 20, ["log loss   0.4 → 0.3"]),
        ("", 10, [""]),
        ("one two three four five six", 21, ["one two three four", "  five six"]),
        ("  one two three four five", 24, ["  one two three four", "    five"]),
        ("one two three", 9, ["one two", "three"]),
        (f"{' ' * 30}one two", 12, ["      one", "      two"]),
        ("open http://127.0.0.1/ZtWunAYLKVKazA8I now", 12, ["open", "http://127.0.0.1/ZtWunAYLKVKazA8I", "now"]),
    ],
)
def test_fold(text: str, width: int | None, lines: list[str]) -> None:
    assert fold(text, width) == lines


@given(st.text(max_size=80), st.integers(4, 30))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width, first="- ", rest="  ")
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines)[2:].split()) == "".join(text.split())


def test_styled() -> None:
    assert styled("x", "wrong") == "\x1b[31;1mx\x1b[0m"


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [("火星です", 5, "火星…"), ("cafe\u0301s", 5, "cafe\u0301s"), ("abc", 3, "abc"), ("abcd", 3, "ab…")],
)
def test_cutting_counts_terminal_cells(text: str, width: int, shown: str) -> None:
    assert cut(text, width) == shown
