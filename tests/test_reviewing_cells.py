"""Values in a cell, and what a spreadsheet program's habits do not change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.reviewing import cells


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
