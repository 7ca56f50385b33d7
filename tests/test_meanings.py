"""Which meanings are not asked for: shares, figures of speech, nouns that need more."""

import pytest
from drafts import IS, T, draft, name, phrase, verb

from quizgen.model import FactDraft, FactKind, Phrase
from quizgen.questions import meanings
from quizgen.questions.case import Case

WAS = verb("was", "be")


def definition(subject: Phrase, told: str, *qualifiers: Phrase, past: bool = False, **more: object) -> FactDraft:
    meaning = phrase(told, "attribute", **more)
    return draft(subject, WAS if past else IS, meaning, *qualifiers, kind=FactKind.DEFINITION, extractor="definition")


def term(text: str, **more: object) -> Phrase:
    return phrase(text, "subject", T.TERM, **more)


def reason(made: FactDraft, slot: str) -> str:
    assert made.object is not None
    asked = made.object if slot == "attribute" else made.subject
    return meanings.reason(Case(made, slot, asked, "What is it?", asked.text))


UNTIL = phrase("31 May 1931", "time", T.DATE, prep="until")


@pytest.mark.parametrize(
    "made",
    [
        definition(term("air"), "about 78% nitrogen", head="nitrogen"),
        definition(term("dew retting"), "the usual method today", head="method"),
        definition(term("tourism"), "the principal source of income", head="source"),
        definition(name("the Nile"), "a gift to Egypt", head="gift"),
        definition(term("an intention"), "a plan of the form", head="plan"),
        definition(term("radomes", plural=True), "the white fabric globes", head="globe", plural=True),
        definition(term("S2"), "the sun's share", head="share"),
        definition(term("the principal", head="principal"), "a large speaker", head="speaker"),
        definition(term("Ada Brook's remedy", head="remedy"), "a brass disc", head="disc"),
        definition(name("Orvik"), "a town of its own", UNTIL, head="town", past=True),
        definition(name("Catalan"), "the official language", head="language"),
        definition(name("Carl Brandt"), "the youngest son of a Kentish weaver", head="son", past=True),
        definition(name("Anna Berg"), "a miller's daughter from Orvik", head="daughter", past=True),
        definition(name("Anna Berg"), "the daughter of Danish immigrants", head="daughter", past=True),
    ],
)
def test_a_meaning_that_tells_too_little_is_not_asked_for(made: FactDraft) -> None:
    assert reason(made, "attribute") == "refused-meaning"


@pytest.mark.parametrize(
    ("made", "slot"),
    [
        (definition(term("bronze"), "an alloy with about 12% tin", head="alloy"), "attribute"),
        (definition(term("the dream"), "the idea of a single state", head="idea"), "attribute"),
        (definition(term("a talik"), "a bowl of wet sand", head="bowl"), "attribute"),
        (definition(term("tides", plural=True), "the rise and fall of the sea", head="rise", plural=True), "attribute"),
        (
            definition(name("Anna Berg"), "the daughter of the painter Ole Berg", head="daughter", past=True),
            "attribute",
        ),
        (definition(name("Carl Brandt"), "the son of a weaver who built a mill", head="son", past=True), "attribute"),
        (definition(name("Carl Brandt"), "the son of a weaver", head="son", past=True), "subject"),
        (definition(name("Catalan"), "the official language of Andorra", head="language"), "attribute"),
        (definition(term("the capsid", head="capsid"), "the protein shell", head="shell"), "attribute"),
        (definition(name("Orvik"), "a town of its own", UNTIL, head="town", past=True), "subject"),
    ],
)
def test_a_meaning_is_asked_for(made: FactDraft, slot: str) -> None:
    assert reason(made, slot) == ""
