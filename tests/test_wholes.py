"""Holders of what, different from what, stayed where: what a statement has to say, else it is not asked."""

import pytest
from drafts import T, draft, name, passive, phrase, verb, year

from quizgen.model import FactDraft
from quizgen.questions import wholes
from quizgen.questions.case import Case

ADA = name("Ada Brook")
BECAME = verb("became", "become")
HOURS = phrase("two hours", "duration", T.DURATION, prep="for")

TO_IT = phrase("it", "other", prep="to")


def reason(made: FactDraft, slot: str) -> str:
    """Return the code that speaks against asking for the argument of a slot."""
    asked = made.subject if slot == "subject" else next(p for p in made.arguments if p.role == slot)
    return wholes.reason(Case(made, slot, asked, f"Stem of {made.subject.text}?", asked.text))


@pytest.mark.parametrize(
    ("made", "slot", "code"),
    [
        (draft(ADA, BECAME, phrase("the first holder", "attribute"), year("1810")), "time", "relation"),
        (draft(ADA, BECAME, phrase("the last keeper", "attribute"), year("1810")), "subject", "relation"),
        (
            draft(phrase("a deposit", "subject", head="deposit"), passive("found", "find"), year("1563")),
            "time",
            "relation",
        ),
        (
            draft(ADA, verb("killed", "kill"), phrase("an unknown number", "object", head="number")),
            "object",
            "relation",
        ),
        (draft(phrase("many", "subject", plural=True), passive("sold", "sell"), year("1925")), "subject", "relation"),
        (draft(ADA, verb("took", "take"), phrase("a different route", "object"), year("1925")), "time", "compared"),
        (draft(ADA, verb("saw", "see"), phrase("a second, larger cave", "object")), "subject", "compared"),
        (draft(ADA, verb("sowed", "sow"), phrase("the next crop of rye", "object")), "subject", "compared"),
        (draft(ADA, verb("stayed", "stay"), HOURS), "duration", "whither"),
        (
            draft(ADA, verb("drove up", "drive", particle="up"), phrase("Bo Lind", "other", prep="with")),
            "other",
            "whither",
        ),
        (draft(ADA, verb("sent", "send"), phrase("two tugs", "object")), "object", "whither"),
        (draft(ADA, verb("kept", "keep"), phrase("its hold", "object", head="hold"), year("1925")), "time", "relation"),
        (draft(ADA, verb("saw", "see"), phrase("two new options", "object", head="option")), "subject", "relation"),
        (draft(phrase("air trapped inside", "subject"), verb("rose", "rise")), "subject", "ground"),
        (draft(ADA, verb("won", "win"), phrase("the heat", "object"), phrase("step 2", "other")), "other", "elsewhere"),
        (draft(ADA, verb("used", "use"), phrase("six", "object"), year("1925")), "time", "elsewhere"),
        (draft(ADA, verb("lost", "lose"), phrase("much of theirs", "object"), year("1925")), "object", "elsewhere"),
        (draft(ADA, verb("had", "have"), phrase("more than 900", "object"), year("1925")), "time", "elsewhere"),
        (draft(ADA, verb("was", "be"), phrase("nine years old", "attribute")), "attribute", "elsewhere"),
        (draft(ADA, verb("fled", "flee"), phrase("to prevent it", "purpose")), "purpose", "elsewhere"),
        (draft(ADA, verb("wrote", "write"), phrase("the full set of laws", "object")), "object", "elsewhere"),
    ],
)
def test_what_the_page_told_is_missing(made: FactDraft, slot: str, code: str) -> None:
    assert reason(made, slot) == f"refused-{code}"


@pytest.mark.parametrize(
    ("made", "slot"),
    [
        (draft(ADA, BECAME, phrase("the first holder of the office", "attribute"), year("1810")), "time"),
        (draft(phrase("a deposit of tin", "subject", head="deposit"), passive("found", "find"), year("1563")), "time"),
        (draft(ADA, verb("told", "tell"), phrase("supporters", "object", plural=True, head="supporter")), "subject"),
        (draft(ADA, verb("took", "take"), phrase("a route different from hers", "object")), "subject"),
        (draft(ADA, verb("sowed", "sow"), phrase("the next crop that she had", "object")), "subject"),
        (draft(ADA, verb("sowed", "sow"), phrase("rye", "object"), phrase("the next year", "time")), "object"),
        (draft(ADA, verb("stayed", "stay"), name("Paris", "place", T.PLACE, prep="in"), HOURS), "duration"),
        (draft(ADA, verb("went", "go"), phrase("wrong", "attribute"), year("1925")), "time"),
        (draft(ADA, verb("went", "go"), phrase("from house to house", "manner")), "subject"),
        (draft(ADA, verb("went home", "go", particle="home"), year("1925")), "time"),
        (draft(phrase("the ship", "subject"), verb("ran", "run"), phrase("aground", "manner"), year("1925")), "time"),
        (draft(ADA, verb("went", "go"), phrase("to live in Leeds", "purpose"), year("1925")), "time"),
        (draft(ADA, verb("goes", "go", tense="present"), HOURS), "duration"),
        (
            draft(ADA, verb("sent", "send"), phrase("two tugs", "object"), phrase("the reef", "other", prep="to")),
            "object",
        ),
        (draft(ADA, verb("kept", "keep"), phrase("its hold on the coast", "object", head="hold")), "subject"),
        (
            draft(ADA, verb("made", "make"), phrase("claims", "object", head="claim"), TO_IT),
            "subject",
        ),
        (draft(ADA, verb("was", "be"), phrase("nine years old", "attribute"), year("1925")), "attribute"),
        (draft(ADA, verb("wrote", "write"), phrase("the full report on the fire of Orvik", "object")), "object"),
        (draft(ADA, verb("won", "win"), phrase("six races", "object"), year("1925")), "time"),
        (draft(ADA, BECAME, phrase("queen", "attribute"), year("1925")), "time"),
        (draft(ADA, verb("reached", "reach"), phrase("more than 900", "object"), year("1925")), "time"),
        (draft(ADA, verb("took", "take"), phrase("two to four weeks", "object")), "subject"),
        (draft(ADA, verb("made", "make"), phrase("a trade agreement", "object", head="agreement")), "subject"),
    ],
)
def test_enough_is_said(made: FactDraft, slot: str) -> None:
    assert reason(made, slot) == ""
