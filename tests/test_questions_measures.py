"""Measures behind a verb."""

import pytest
from drafts import T, asked, draft, name, passive, phrase, verb

from quizgen.model import FactDraft, PhraseType, Verb
from quizgen.questions import measures

RIVER = name("the Thames", type=T.PLACE)
TRAVELLED = verb("travelled", "travel")


def quantity(text: str, type: PhraseType = T.QUANTITY) -> FactDraft:
    return draft(RIVER, TRAVELLED, phrase(text, "object", type, plural=True))


@pytest.mark.parametrize(
    ("made", "text", "type", "expected"),
    [
        (
            verb("flows", "flow", tense="present"),
            "346 kilometres",
            T.QUANTITY,
            "How far does the Thames flow? => 346 kilometres",
        ),
        (TRAVELLED, "about 480 million km", T.QUANTITY, "How far did the Thames travel? => about 480 million km"),
        (
            verb("aimed to drill", "aim", complement="to drill"),
            "up to 1.5 metres",
            T.QUANTITY,
            "How deep did the Thames aim to drill? => up to 1.5 metres",
        ),
        (
            verb("rose", "rise"),
            "three hundred and 2 feet",
            T.QUANTITY,
            "How high did the Thames rise? => three hundred and 2 feet",
        ),
        (
            verb("weighs", "weigh", tense="present"),
            "about 10,100 tonnes",
            T.QUANTITY,
            "How much does the Thames weigh? => about 10,100 tonnes",
        ),
        (verb("cost", "cost"), "1.3 billion pounds", T.QUANTITY, "How much did the Thames cost? => 1.3 billion pounds"),
        (verb("cost", "cost"), "$5 million", T.MONEY, "How much did the Thames cost? => $5 million"),
        (verb("took", "take"), "ten years", T.DURATION, "How long did the Thames take? => ten years"),
        (
            verb("lasted", "last"),
            "about two and a half centuries",
            T.DURATION,
            "How long did the Thames last? => about two and a half centuries",
        ),
        (
            verb("covers", "cover", tense="present"),
            "346 kilometres",
            T.QUANTITY,
            "How many kilometres does the Thames cover? => 346 kilometres",
        ),
        (
            TRAVELLED,
            "346 kilometres of road",
            T.QUANTITY,
            "How many kilometres of road did the Thames travel? => 346 kilometres",
        ),
        (verb("raised", "raise"), "$5 million", T.MONEY, "How much money did the Thames raise? => $5 million"),
    ],
)
def test_a_measure_is_asked_by_its_verb(made: Verb, text: str, type: PhraseType, expected: str) -> None:
    assert asked(draft(RIVER, made, phrase(text, "object", type, plural=True)))["quantity"] == expected


@pytest.mark.parametrize("text", ["116 years", "a century", "more than two weeks", "about a decade"])
def test_a_span_without_a_preposition_says_how_long(text: str) -> None:
    made = draft(name("the war", type=T.EVENT), verb("lasted", "last"), phrase(text, "other", T.CLAUSE))
    assert asked(made)["duration"] == f"How long did the war last? => {text}"


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (verb("tore", "tear"), "three days"),  # of "three days after the storm"
        (verb("lasted", "last"), "the whole night"),
        (verb("lasted", "last"), "116 years of misery"),
        (passive("seen", "see"), "two years"),
    ],
)
def test_what_is_no_span_is_not_asked_for(made: Verb, text: str) -> None:
    assert "duration" not in asked(draft(name("the war", type=T.EVENT), made, phrase(text, "other", T.CLAUSE)))


def test_what_the_counted_do_goes_behind_the_verb() -> None:
    men = phrase("one million men to serve for three years", "object", T.NUMBER, plural=True)
    made = draft(name("the Union", type=T.ORGANISATION), verb("enlisted", "enlist"), men)
    assert asked(made)["quantity"] == "How many men did the Union enlist to serve for three years? => one million"


@pytest.mark.parametrize("text", ["between two and three days", "from 5 to 6 weeks", "two to three days"])
def test_a_span_of_days_is_how_long(text: str) -> None:
    made = draft(phrase("a cold", "subject"), verb("takes", "take", tense="present"), phrase(text, "object"))
    assert asked(made)["object"] == f"How long does a cold take? => {text}"


@pytest.mark.parametrize(
    ("text", "vague"), [("years", True), ("many months", True), ("three years", False), ("the years of war", False)]
)
def test_that_something_took_years_is_no_answer(text: str, vague: bool) -> None:
    assert measures.is_some_time("spend", phrase(text, "object")) is vague
    assert not measures.is_some_time("publish", phrase(text, "object"))
