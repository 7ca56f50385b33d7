"""Answers that only the text explains."""

import pytest
from drafts import T, draft, phrase, verb, year

from quizgen.model import Phrase
from quizgen.questions import unsaid
from quizgen.questions.case import Case
from quizgen.questions.vagueness import Topics

ABOUT = Topics(frozenset(), {}, title=frozenset({"ferry"}))


def reason(asked: Phrase, about: Topics = ABOUT) -> str:
    """Return the code that speaks against asking for a subject."""
    made = draft(asked, verb("sank", "sink"), year("1931"))
    return unsaid.reason(Case(made, "subject", asked, "What sank in 1931?", asked.text), about)


@pytest.mark.parametrize(
    "text",
    ["the instrument", "the ship herself", "the red-painted building", "the 13-metre animal", "mature specimens"],
)
def test_the_sort_of_a_thing_is_no_answer(text: str) -> None:
    assert reason(phrase(text, "subject")) == "refused-unsaid"


@pytest.mark.parametrize(
    "asked",
    [
        phrase("the ship Fram", "subject"),
        phrase("the capsule", "subject"),
        phrase("the ferry", "subject"),
        phrase("the instrument of the choir", "subject"),
        phrase("the Building", "subject", T.PLACE, proper=True),
        phrase("specimens of the cabbage", "subject"),
    ],
)
def test_a_name_a_part_or_the_word_of_the_title_is_one(asked: Phrase) -> None:
    assert reason(asked) == ""


@pytest.mark.parametrize(("text", "expected"), [("the ferry", "refused-unsaid"), ("the ferry of 1931", "")])
def test_what_the_text_is_about_is_no_place(text: str, expected: str) -> None:
    asked = phrase(text, "place", T.PLACE, prep="in")
    made = draft(phrase("the boxes", "subject", plural=True), verb("stood", "stand"), asked)
    assert unsaid.reason(Case(made, "place", asked, "Where did the boxes stand?", text), ABOUT) == expected
