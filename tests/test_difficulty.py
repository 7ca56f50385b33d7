import pytest

from quizgen import difficulty
from quizgen.errors import UsageError


@pytest.mark.parametrize(
    ("value", "word"),
    [(0.0, "easy"), (0.49, "easy"), (0.5, "medium"), (0.64, "medium"), (0.65, "hard"), (1.0, "hard"), (-1.0, "easy")],
)
def test_a_difficulty_has_a_word(value: float, word: str) -> None:
    assert difficulty.level(value) == word


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("easy", [0.0, 0.35, 0.49], [0.5, 1.0]),
        ("medium", [0.5, 0.64], [0.49, 0.65]),
        (" Hard ", [0.65, 1.0], [0.64]),
        ("easy..medium", [0.0, 0.64], [0.65]),
        ("medium..", [0.5, 1.0], [0.49]),
        ("0.3..0.6", [0.3, 0.6], [0.29, 0.61]),
        ("..0.5", [0.0, 0.5], [0.51]),
        ("0.5..hard", [0.5, 1.0], [0.49]),
        (".5..1", [0.5, 1.0], [0.49]),
        ("0.55", [0.55], [0.54, 0.56]),
    ],
)
def test_a_stretch_takes_its_ends_in(text: str, inside: list[float], outside: list[float]) -> None:
    low, high = difficulty.parse(text)
    assert all(low <= value <= high for value in inside)
    assert not any(low <= value <= high for value in outside)


@pytest.mark.parametrize(
    "text", ["", " ", "..", "simple", "0.6..0.3", "hard..easy", "2", "1.5..", "-1..1", "easy,hard"]
)
def test_anything_else_is_refused_with_the_forms(text: str) -> None:
    with pytest.raises(UsageError, match="easy, medium, hard"):
        difficulty.parse(text)


@pytest.mark.parametrize("word", difficulty.LEVELS)
def test_a_word_takes_exactly_its_level(word: str) -> None:
    low, high = difficulty.parse(word)
    taken = {difficulty.level(number / 100) for number in range(101) if low <= number / 100 <= high}
    assert taken == {word}
