"""What a spreadsheet program did to a cell is told from what a person wrote."""

import pytest

from quizgen.reviewing import spoilt


@pytest.mark.parametrize(
    ("cell", "stored"),
    [
        ("TRUE", "True"),
        ("2850", "2,850"),
        ("1969.0", "1969"),
        ("7", "007"),
        ("0.5", "50%"),
        ("1.23457E+11", "123456789012"),
        ("20/07/1969", "20 July 1969"),
        ("7/20/1969", "July 20, 1969"),
        ("20-Jul-69", "20 July 1969"),
        ("Jul-69", "July 1969"),
        ("1969-07-01 00:00:00", "July 1969"),
        ("12-May", "May 12"),
        ("3-Apr", "3-4"),
        ("?ukasz", "Łukasz"),
        ("Lukasz", "Łukasz"),
        ("Malm\ufffd", "Malmö"),
        ("Ulm ? Wien", "Ulm → Wien"),
    ],
)
def test_another_form_of_the_same_is_a_habit(cell: str, stored: str) -> None:
    assert spoilt.is_habit(cell, stored)


@pytest.mark.parametrize(
    ("cell", "stored", "words"),
    [
        ("#NAME?", "=mc²", "error"),
        ("#####", "3 March 2019", "error"),
        ("Err:508", "-5 (cold)", "error"),
        ("Who was ?ukasz to Dvo?ák?", "Who was Łukasz?", "letters"),
        ("Malm\ufffd, Sweden", "Malmö", "letters"),
    ],
)
def test_what_nobody_can_mean_is_damage(cell: str, stored: str, words: str) -> None:
    assert words in spoilt.damage(cell, stored)


@pytest.mark.parametrize(
    ("cell", "stored"),
    [
        ("2,851", "2,850"),
        ("2851", "2,850"),
        ("1.3E+11", "123456789012"),
        ("21/07/1969", "20 July 1969"),
        ("20 July 1970", "20 July 1969"),
        ("Jul-70", "July 1969"),
        ("FALSE", "True"),
        ("Lucas", "Łukasz"),
        ("Malmo, Sweden", "Malmö"),
        ("mars", "Mars"),
        ("Who? When?", "Who?"),
        ("Really?", "Really"),
        ("", ""),
        ("5", "five"),
    ],
)
def test_what_a_person_wrote_is_neither(cell: str, stored: str) -> None:
    assert not spoilt.is_habit(cell, stored)
    assert not spoilt.damage(cell, stored)
