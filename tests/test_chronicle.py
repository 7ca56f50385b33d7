"""Entries of a chronicle: "1931 – Ida Holm builds a telescope"."""

import pytest
from docs_of import statements

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1931 – Ida Holm builds a telescope in Graz.", "Ida Holm built a telescope in Graz in 1931."),
        ("1931 – Ida Holm built a telescope in Graz.", "Ida Holm built a telescope in Graz in 1931."),
        ("1931 – Ida Holm is elected to the senate.", "Ida Holm was elected to the senate in 1931."),
    ],
)
def test_an_entry_is_told_in_the_past_with_its_year(text: str, expected: str) -> None:
    assert expected in statements(text)


@pytest.mark.parametrize(
    "text",
    [
        "1931 – in May 1932 Ida Holm built a telescope.",  # its own date
        "Type 1931 – Ida Holm builds it in Graz.",
        "3000 – Ida Holm builds a telescope in Graz.",  # no year
    ],
)
def test_other_numbers_are_no_years_of_entries(text: str) -> None:
    assert not any("in 1931" in each or "in 3000" in each for each in statements(text))
