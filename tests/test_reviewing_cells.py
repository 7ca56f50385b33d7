"""Cells of a spreadsheet come back as they went out, and no program runs them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.reviewing import cells

TEXT = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")))


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-5 °C", "@SUM(A1)", "＝1", "'=1", "''-1", " =1+1"])
def test_a_formula_is_no_formula_any_more(text: str) -> None:
    cell = cells.guard(text)
    assert cell.startswith("'")
    assert cells.unguard(cell) == text.strip()


@pytest.mark.parametrize("text", ["1 = 1", "'Tis", "a-b", "", "5 - 3", "'quoted'"])
def test_other_text_stays(text: str) -> None:
    assert cells.guard(text) == text
    assert cells.unguard(text) == text


@given(TEXT)
def test_every_text_comes_back(text: str) -> None:
    assert cells.unguard(cells.guard(text)) == cells.show(text).strip()


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ("a | b", ("a", "b")),
        ("a|b|", ("a", "b")),
        ("a\nb \n", ("a", "b")),
        (r"|x\| = 3 | y", ("x| = 3", "y")),
        (" | ", ()),
        ("", ()),
        ("a | a", ("a",)),
    ],
)
def test_values_in_one_cell(cell: str, values: tuple[str, ...]) -> None:
    assert cells.split(cell) == values


@given(st.lists(st.sampled_from(["a", "b | c", "|x|", "d|", "e f"]), unique=True))
def test_several_values_come_back(values: list[str]) -> None:
    assert cells.split(cells.join(values)) == tuple(values)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("What's “it” …", 'What\'s "it" ...', True),
        ("a\u00a0b\n c", "a b c", True),
        ("Zürich", "Zu\u0308rich", True),
        ("mars", "Mars", False),
        ("1914-18", "1914–18", False),
    ],
)
def test_what_counts_as_the_same(one: str, other: str, alike: bool) -> None:
    assert (cells.form(one) == cells.form(other)) is alike


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (3, "3"),
        (1969.0, "1969"),
        (0.5, "0.5"),
        (True, "True"),
        (dt.datetime(1969, 7, 20), "20 July 1969"),
        (dt.date(1969, 7, 20), "20 July 1969"),
        (dt.datetime(1969, 7, 20, 20, 17), "1969-07-20 20:17:00"),
        (dt.time(20, 17), "20:17:00"),
    ],
)
def test_what_a_workbook_holds_becomes_text(value: object, text: str) -> None:
    assert cells.text_of(value) == text
