"""Single cells come back as they went out, and no program runs them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen import cells
from quizgen.safe import clean_text

TEXT = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")))


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-5 °C", "@SUM(A1)", "＝1", "'=1", "''-1", "\n=1"])
def test_a_formula_is_no_formula_any_more(text: str) -> None:
    cell = cells.guard(text)
    assert cell.startswith("'")
    assert cells.unguard(cell) == text


@pytest.mark.parametrize("text", ["1 = 1", "'Tis", "a-b", "", "5 - 3", "'quoted'"])
def test_other_text_stays(text: str) -> None:
    assert cells.guard(text) == text
    assert cells.unguard(text) == text


@given(TEXT)
def test_every_text_comes_back(text: str) -> None:
    assert cells.unguard(cells.guard(text)) == clean_text(text)


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
