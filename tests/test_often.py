"""Deeds that happen often: asked where something tells which time is meant, else not."""

import pytest
from drafts import T, draft, name, passive, phrase, verb, year

from quizgen.model import FactDraft
from quizgen.questions import often
from quizgen.questions.case import Case

ADA = name("Ada Brook")
PARIS = name("Paris", "place", T.PLACE, prep="in")
TO_PARIS = name("Paris", "place", T.PLACE, prep="to")
WAS = verb("was", "be")


def reason(made: FactDraft, slot: str) -> str:
    """Return the code that speaks against asking for the argument of a slot."""
    asked = made.subject if slot == "subject" else next(p for p in made.arguments if p.role == slot)
    return often.reason(Case(made, slot, asked, f"Stem of {made.subject.text}?", asked.text))


@pytest.mark.parametrize(
    ("made", "slot"),
    [
        (draft(ADA, WAS, PARIS), "place"),
        (draft(ADA, WAS, PARIS, year("1901")), "time"),
        (draft(ADA, verb("moved", "move"), TO_PARIS), "place"),
        (draft(ADA, verb("sang", "sing"), PARIS), "place"),
        (draft(ADA, verb("published", "publish"), phrase("a guide to the island", "object")), "object"),
        (draft(ADA, verb("led", "lead"), phrase("a small team", "object"), year("1941", "from")), "time"),
        (draft(ADA, verb("ran", "run"), phrase("a marathon", "object"), PARIS, year("2019")), "subject"),
        (draft(ADA, verb("answered", "answer"), phrase("leaving", "manner", prep="by")), "subject"),
        (draft(phrase("the first expedition", "subject"), passive("led", "lead"), year("1925")), "time"),
        (draft(phrase("the next crop", "subject"), passive("sold", "sell"), year("1925")), "subject"),
    ],
)
def test_which_time_is_not_told(made: FactDraft, slot: str) -> None:
    assert reason(made, slot) == "refused-often"


@pytest.mark.parametrize(
    ("made", "slot"),
    [
        (draft(ADA, WAS, PARIS, year("1901")), "place"),
        (draft(ADA, verb("moved", "move"), TO_PARIS, year("1901")), "place"),
        (draft(ADA, verb("lived", "live"), PARIS), "place"),
        (draft(phrase("the tower", "subject"), WAS, PARIS), "place"),
        (draft(ADA, verb("sings", "sing", tense="present"), PARIS), "place"),
        (draft(ADA, verb("published", "publish"), name("Ruritania", "object", T.WORK)), "object"),
        (draft(ADA, verb("published", "publish"), phrase("a guide to the island", "object"), year("1925")), "object"),
        (draft(ADA, verb("led", "lead"), phrase("a team of three doctors", "object"), year("1941")), "time"),
        (draft(ADA, verb("founded", "found"), phrase("a school", "object"), year("1941")), "time"),
        (draft(ADA, verb("answered", "answer"), phrase("the letter", "object")), "subject"),
        (draft(ADA, verb("built", "build"), phrase("the first telephone", "object"), year("1870")), "time"),
        (
            draft(
                phrase("the first ascent", "subject"), passive("made", "make"), phrase("Everest", "other", prep="of")
            ),
            "subject",
        ),
    ],
)
def test_something_tells_which(made: FactDraft, slot: str) -> None:
    assert reason(made, slot) == ""
