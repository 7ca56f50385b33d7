import pytest

from quizgen import numerals


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("six", 6),
        ("Twenty-one", 21),
        ("twenty one", 21),
        ("two hundred and five", 205),
        ("a hundred", 100),
        ("one hundred thousand", 100_000),
        ("two million three hundred thousand and six", 2_300_006),
        ("one-third", 1 / 3),
        ("three-quarters", 0.75),
        ("two thirds", 2 / 3),
        ("a quarter", 0.25),
        ("half", 0.5),
        ("dozen", 12),
        ("zero", 0),
        ("", None),
        ("a", None),
        ("and", None),
        ("third", None),
        ("twenty ten", None),
        ("five six", None),
        ("twenty third", None),
        ("often", None),
    ],
)
def test_number_word(text, value):
    assert numerals.number_word(text) == (None if value is None else pytest.approx(value))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("third", 3),
        ("Twenty-first", 21),
        ("twentieth", 20),
        ("21st", 21),
        ("twelfth", 12),
        ("hundredth", 100),
        ("three", None),
        ("21", None),
        ("twenty-twelfth", None),
        ("", None),
    ],
)
def test_ordinal_word(text, value):
    assert numerals.ordinal_word(text) == value


@pytest.mark.parametrize("number", [0, 7, 13, 20, 21, 99, 100, 101, 382, 1000, 1969, 120_000, 999_999])
def test_spelling_is_read_back(number):
    assert numerals.number_word(numerals.spell(number)) == number


@pytest.mark.parametrize("number", [1, 2, 3, 5, 8, 9, 11, 12, 20, 21, 22, 40, 99])
def test_ordinals_are_read_back(number):
    assert numerals.ordinal_word(numerals.spell_ordinal(number)) == number
    assert numerals.ordinal_word(numerals.ordinal_digits(number)) == number


@pytest.mark.parametrize(("number", "text"), [(1, "1st"), (11, "11th"), (12, "12th"), (22, "22nd"), (103, "103rd")])
def test_ordinal_digits(number, text):
    assert numerals.ordinal_digits(number) == text
