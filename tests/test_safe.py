"""Nothing that steers a terminal gets through, and no text is lost."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen import safe

STRIPPED = [
    ("\x1b[31mred\x1b[0m", "red"),
    ("\x1b[2J\x1b[Hcleared", "cleared"),
    ("\x9b1mbold", "bold"),
    ("a\x1b]0;title\x07b", "ab"),
    ("a\x1b]52;c;aGVsbG8=\x1b\\b", "ab"),
    ("a\x9d8;;https://mill.example\x9cb", "ab"),
    ("a\x1bPq#0;2;0\x1b\\b", "ab"),
    ("a\x1b(Bb", "ab"),
    ("a\x1bcb", "ab"),
    ("bell\x07 back\x08 null\x00", "bell back null"),
    ("one\rtwo", "onetwo"),
    ("\x80\x85\x9f", ""),
    ("\u202eelbat\u202c", "elbat"),
    ("\u2066x\u2069\u200e\u200f\u061c", "x"),
    ("zero\u200bwidth\ufeff soft\u00adhyphen", "zerowidth softhyphen"),
    ("tag\U000e0041\U000e007f", "tag"),
    ("lone \ud800surrogate", "lone surrogate"),
]
KEPT = [
    "",
    "plain text",
    "two\nlines\tand a tab",
    "“quotes” – dashes — 3 × 4 °C €5",
    "می\u200cخواهم",
    "👩\u200d🚀",
    "[a] and [/oops]",
    "\u00a0 and \u2009",
    "Ελληνικά, русский, 中文",
]


@pytest.mark.parametrize(("text", "expected"), STRIPPED)
def test_what_steers_a_terminal_is_stripped(text: str, expected: str) -> None:
    assert safe.clean_text(text) == expected
    assert safe.show(text) == expected


@pytest.mark.parametrize("text", KEPT)
def test_text_stays_as_it_is(text: str) -> None:
    assert safe.clean_text(text) == text


@pytest.mark.parametrize("opener", ["\x1b]", "\x1bP", "\x9d", "\x90", "\x1b[", "\x9b"])
def test_an_unfinished_sequence_swallows_no_line(opener: str) -> None:
    assert safe.clean_text(f"the mill {opener}\nthe river").endswith("\nthe river")
    assert "turns" in safe.clean_text(f"{opener}; the mill turns")


def test_show_gives_one_line() -> None:
    assert safe.show("one\n\ttwo\x1b[0m") == "one  two"


@given(st.text())
def test_nothing_dangerous_is_left_and_cleaning_twice_changes_nothing(text: str) -> None:
    clean = safe.clean_text(text)
    assert not any((ord(c) < 32 and c not in "\n\t") or 0x7F <= ord(c) <= 0x9F for c in clean)
    assert safe.clean_text(clean) == clean


def test_many_unfinished_sequences_take_linear_time() -> None:
    start = time.perf_counter()
    safe.clean_text("\x1b]0;x \x9d" * 300_000)
    assert time.perf_counter() - start < 5


@given(st.text())
def test_escaped_json_loses_nothing_and_holds_nothing_dangerous(text: str) -> None:
    line = safe.escaped(json.dumps({"text": text}, ensure_ascii=False))
    assert json.loads(line) == {"text": text}
    assert safe.clean_text(line) == line and "\n" not in line


def test_values_of_any_depth_are_cleaned_with_their_keys() -> None:
    assert safe.clean_values({"a\x9bm": ["b\x07", ("c\u202e", 1, None)]}) == {"a": ["b", ["c", 1, None]]}
