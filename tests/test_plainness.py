"""Plain questions are told from those that ask for a date, an amount or a term."""

import pytest

from quizgen.questions.plainness import signs


@pytest.mark.parametrize(
    ("template", "prompt", "words", "names"),
    [
        ("subject", "What covered houses?", 0.3, 0.0),
        ("object", "What did California pass in 1929?", 0.6, 0.5),
        ("place", "Where did Ada Lovelace meet Charles Babbage?", 0.7, 1.0),
        ("subject", " ".join(["Who"] + ["went"] * 20) + "?", 1.4, 0.0),
    ],
)
def test_a_plain_question_is_the_better_the_more_it_says(
    template: str, prompt: str, words: float, names: float
) -> None:
    assert signs(template, prompt) == {"plain": 1.0, "plain, words": words, "plain, names": names}


@pytest.mark.parametrize("template", ["time", "quantity", "definition", "order"])
def test_other_questions_are_not_plain(template: str) -> None:
    assert signs(template, "In which year was Ada Lovelace born?") == {}
