"""Signs that raters have gone by."""

import pytest
from drafts import T, draft, name, phrase, verb

from quizgen.model import FactKind, Phrase
from quizgen.questions import doubts

KEEPS = verb("keeps", "keep", tense="present")
KEPT = verb("kept", "keep")


def found(subject: Phrase, made: object, *others: Phrase, asked: int = 1, **more: object) -> set[str]:
    fact = draft(subject, made, *others, **more)  # type: ignore[arg-type]
    told = fact.arguments[asked]
    prompt = str(more.get("prompt", "What does it keep?"))
    signs = doubts.signs(fact, told, prompt, told.text, f"{subject.text} {fact.relation}.")
    return {sign for sign, value in signs.items() if value}


@pytest.mark.parametrize(
    ("subject", "sign", "expected"),
    [
        (phrase("the chamber", "subject"), "definite subject, present", True),
        (phrase("a chamber", "subject"), "definite subject, present", False),
        (name("the Louvre"), "definite subject, present", False),
        (phrase("miners", "subject", plural=True, head="miner"), "unnamed people in the stem", True),
        (name("Ida Holm", head="holm"), "unnamed people in the stem", False),
        (phrase("bees", "subject", plural=True, head="bee"), "unnamed people in the stem", False),
    ],
)
def test_a_subject_in_the_stem(subject: Phrase, sign: str, expected: bool) -> None:
    assert (sign in found(subject, KEEPS, phrase("oil", "object"))) is expected


@pytest.mark.parametrize(
    ("thing", "made", "sign", "expected"),
    [
        (phrase("heat", "object"), KEEPS, "loose object, present", True),
        (phrase("a secret", "object"), KEEPS, "loose object, present", True),
        (phrase("secrets", "object", plural=True), KEEPS, "loose object, present", False),
        (phrase("Norway's gold", "object"), KEEPS, "loose object, present", False),
        (phrase("heat", "object"), KEPT, "loose object, present", False),
        (name("Norway", role="object"), KEEPS, "named object, present", True),
        (name("Norway", role="object"), KEPT, "named object, present", False),
    ],
)
def test_an_object_in_the_stem(thing: Phrase, made: object, sign: str, expected: bool) -> None:
    assert (sign in found(phrase("the law", "subject"), made, thing, asked=0)) is expected


@pytest.mark.parametrize(
    ("qualifier", "expected"),
    [
        (phrase("1901", "time", T.DATE, prep="in"), False),
        (name("the Apollo programme", role="other", prep="in"), False),
        (phrase("a list", "other", prep="in"), True),
    ],
)
def test_an_amount_without_its_occasion(qualifier: Phrase, expected: bool) -> None:
    amount = phrase("87 maps", "object", T.NUMBER)
    said = found(name("Ida Holm"), KEPT, amount, qualifier, kind=FactKind.QUANTITY)
    assert ("amount adrift" in said) is expected


def test_a_term_that_opens_its_sentence() -> None:
    meaning = phrase("a room", "attribute")
    made = verb("is", "be", tense="present")
    assert "opens its sentence" in found(phrase("a chamber", "subject"), made, meaning, kind=FactKind.DEFINITION)
    assert "opens its sentence" not in found(phrase("a chamber", "subject"), KEEPS, phrase("oil", "object"))
