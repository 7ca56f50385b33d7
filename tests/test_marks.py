from dataclasses import replace

import pytest
import quizzes

from quizgen import marks
from quizgen.model import Question

PLAIN = "Ida Brandt built it in 1871."


def asked(answer: str, said: str, sentence: str, explanation: str = "", **more: object) -> Question:
    """Return a question whose source says ``said`` for the answer."""
    source = quizzes.source(said, sentence, offset=70, **more)
    return quizzes.question("q", "?", answer, sources=(source,), explanation=explanation)


@pytest.mark.parametrize(
    ("answer", "said", "sentence", "explanation", "expected"),
    [
        ("1871", "1871", PLAIN, PLAIN, "Ida Brandt built it in <1871>."),
        (
            "1871",
            "1871",
            PLAIN,
            "Ida Brandt built it [the tower] in 1871.",
            "Ida Brandt built it [the tower] in <1871>.",
        ),
        ("Ida Brandt", "Ida Brandt", PLAIN, "Ida Brandt built it [x] in 1871.", "<Ida Brandt> built it [x] in 1871."),
        ("Ida", "She", "She built it.", "She [Ida] built it [the tower].", "She [<Ida>] built it [the tower]."),
        ("Ida", "She", "She said so, she.", "She [Ida] said so, she [Ida].", "She [<Ida>] said so, she [Ida]."),
        ("a friend", "her", "It was her.", "It was her [Ida Brandt].", "It was <her [Ida Brandt]>."),
        ("Ida's tower", "her tower", "See her tower.", "See her [Ida's] tower.", "See <her [Ida's] tower>."),
        ("1871", "1871", "In 1871 [sic] it rose.", "In 1871 [sic] it [x] rose.", "In <1871> [sic] it [x] rose."),
        ("2022", "last year", "It rose last year.", "It rose last year [2022].", "It rose last year [<2022>]."),
    ],
)
def test_the_answer_is_marked_after_resolution(
    answer: str, said: str, sentence: str, explanation: str, expected: str
) -> None:
    question = asked(answer, said, sentence, explanation, resolved=answer != said)
    assert marks.explanation(question).show("<", ">") == expected
    assert marks.sentence(question) == marks.explanation(question)
    assert marks.is_sentence(question)


@pytest.mark.parametrize(
    ("explanation", "expected"),
    [
        ("Built by Ida Brandt, in 1871!", "Built by Ida Brandt, in <1871>!"),
        ("See 18712.", "See 18712."),
        ("Because.", "Because."),
        ("", ""),
    ],
)
def test_another_explanation_stands_beside_the_sentence(explanation: str, expected: str) -> None:
    question = asked("1871", "1871", PLAIN, explanation)
    assert marks.explanation(question).show("<", ">") == expected
    assert marks.sentence(question).show("<", ">") == "Ida Brandt built it in <1871>."
    assert not marks.is_sentence(question)


def test_an_answer_that_nothing_says_is_not_marked() -> None:
    question = asked("nobody", "nobody", PLAIN, PLAIN)
    assert marks.explanation(question) == marks.Marked(PLAIN)


def test_a_question_by_hand_has_its_own_explanation() -> None:
    question = quizzes.question("q", "?", "1871", sources=(), explanation="It was 1871.")
    assert marks.sentence(question).show("<", ">") == "It was <1871>."
    assert not marks.is_sentence(question)


def test_each_sentence_of_several_has_its_mark() -> None:
    sources = (quizzes.source("Tarn", "Tarn rose.", offset=9), quizzes.source("Skerry", "So did Skerry.", offset=50))
    question = quizzes.order(sources=sources, explanation="Tarn rose. So did Skerry.")
    assert marks.sentence(question).show("<", ">") == "<Tarn> rose. So did <Skerry>."


def test_offsets_that_are_no_longer_right_mark_nothing_wrong() -> None:
    question = asked("Ida Brandt", "Ida Brandt", PLAIN, PLAIN)
    moved = replace(question.sources[0], end=question.sources[0].end + 1)
    assert marks.explanation(replace(question, sources=(moved,))).show("<", ">") == "<Ida Brandt> built it in 1871."


def test_pieces_can_be_made_safe() -> None:
    assert marks.Marked("a<b>c", ((1, 4),)).show("*", "*", str.upper) == "A*<B>*C"
