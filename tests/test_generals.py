"""Statements on kinds of things, asked from the wrong side."""

import pytest
from drafts import T, draft, name, passive, phrase, verb

from quizgen.model import FactDraft, Phrase, Verb
from quizgen.questions import generals
from quizgen.questions.case import Case


def present(text: str, base: str, *aux: str) -> Verb:
    return verb(text, base, tense="present", aux=aux)


def subject(text: str, *, plural: bool = False) -> Phrase:
    return phrase(text, "subject", plural=plural)


def thing(text: str) -> Phrase:
    return phrase(text, "object")


def code(made: FactDraft, slot: str, prompt: str) -> str:
    asked = next(p for p in made.arguments if p.role == slot)
    return generals.reason(Case(made, slot, asked, prompt, asked.text))


SHAPE = draft(subject("the shape of a dune"), present("depends", "depend"), phrase("wind", "other", prep="on"))
GATE = draft(subject("a float"), present("lifts", "lift"), thing("the gate of the upper basin"))
FARMS = draft(subject("farms", plural=True), present("line", "line"), thing("the dyke"))
YEAST = draft(subject("yeast"), present("binds", "bind"), thing("oxygen"))
MITES = draft(subject("mites", plural=True), present("pierce", "pierce"), thing("leaves to suck out the sap"))
WEIR = draft(subject("the weir"), present("slows", "slow"), thing("water"))
SILT = draft(subject("the silt"), passive("washed", "wash", aux="is"), phrase("a settling tank", "other", prep="into"))
DUG = draft(subject("farmers", plural=True), present("have dug", "dig"), thing("wells"))
ORSA = draft(name("Lake Orsa", type=T.PLACE), present("contains", "contain"), thing("perch"))
RUSTED = draft(subject("a bolt"), verb("rusted", "rust"))


@pytest.mark.parametrize(
    ("made", "slot", "prompt", "expected"),
    [
        (SHAPE, "subject", "What depends on wind?", "refused-backwards"),
        (FARMS, "subject", "What lines the dyke?", "refused-backwards"),
        (WEIR, "subject", "What slows water?", "refused-backwards"),
        (GATE, "subject", "What lifts the gate of the upper basin?", "refused-instance"),
        (DUG, "object", "What have farmers dug?", "refused-done"),
        (YEAST, "subject", "What binds oxygen?", ""),
        (MITES, "subject", "What pierces leaves to suck out the sap?", ""),
        (SILT, "subject", "What is washed into a settling tank?", ""),
        (WEIR, "object", "What does the weir slow?", ""),
        (ORSA, "subject", "What contains perch?", ""),
        (RUSTED, "subject", "What rusted?", ""),
    ],
)
def test_what_is_asked_from_the_wrong_side(made: FactDraft, slot: str, prompt: str, expected: str) -> None:
    assert code(made, slot, prompt) == expected
