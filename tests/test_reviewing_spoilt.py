"""What a spreadsheet program did to a cell is told from what a person wrote."""

import pytest

from quizgen.reviewing.spoilt import habit


@pytest.mark.parametrize(
    ("cell", "stored", "words"),
    [
        ("#NAME?", "=mc²", "error"),
        ("#####", "3 March 2019", "error"),
        ("Err:508", "-5 (cold)", "error"),
        ("TRUE", "True", "capitals"),
        ("2850", "2,850", "number"),
        ("1969.0", "1969", "number"),
        ("7", "007", "number"),
        ("0.5", "50%", "number"),
        ("1.23457E+11", "123456789012", "number"),
        ("20/07/1969", "20 July 1969", "date"),
        ("7/20/1969", "July 20, 1969", "date"),
        ("20-Jul-69", "20 July 1969", "date"),
        ("Jul-69", "July 1969", "date"),
        ("1969-07-01 00:00:00", "July 1969", "date"),
        ("12-May", "May 12", "date"),
        ("3-Apr", "3-4", "date"),
        ("?ukasz", "Łukasz", "letters"),
        ("Lukasz", "Łukasz", "letters"),
        ("Malm\ufffd", "Malmö", "letters"),
        ("Who was ?ukasz to Dvo?ák?", "Who was Łukasz?", "letters"),
    ],
)
def test_a_habit_is_known(cell: str, stored: str, words: str) -> None:
    assert words in habit(cell, stored)


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
def test_what_a_person_wrote_is_none(cell: str, stored: str) -> None:
    assert habit(cell, stored) == ""
