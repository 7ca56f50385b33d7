"""Phrases that mean persons by their nouns."""

import pytest

from quizgen.model import Phrase, PhraseType
from quizgen.questions.people import are_persons, is_no_person, is_somebody, sex

PERSONS = [
    "Quakers",
    "the American revolutionaries",
    "millions of Americans",
    "Holm and other women in Bergen",
    "native peoples and Africans",
    "Ida Holm and five companions",
    "colonists who had lost their land",
    "a group of Huguenots from Lyon",
    "a party of nine Inuit",
    "thousands of spectators",
    "salvors",
    "a panel of hydrologists",
    "the elders of Holm",
    "Germans",
    "a band of Mexicans",
    "shipmates",
    "the manufacturers of tin cans",
    "elected aldermen and a council",
]
OTHERS = [
    "steam engines",
    "a Quaker",
    "relations between Africans and Europeans",
    "the fears among the colonists",
    "copper conductors",
    "Bergen and Oslo",
    "Ida Holm",
    "Ida Holm and five ships",
    "the hosts of a virus",
    "a council and a bridge",
    "carriers",
    "Bergens",
    "a band of iron",
    "",
]


@pytest.mark.parametrize("text", PERSONS)
def test_nouns_for_persons_are_who(text: str) -> None:
    assert are_persons(text)


@pytest.mark.parametrize("text", OTHERS)
def test_what_has_another_noun_is_what(text: str) -> None:
    assert not are_persons(text)


def thing(text: str, head: str, **more: object) -> Phrase:
    return Phrase(text=text, start=0, end=len(text), role="subject", type=PhraseType.THING, head=head, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("a steward carrying a lamp", "steward", True),
        ("the beekeeper", "beekeeper", True),
        ("a diver in Norland", "diver", True),
        ("colonizers", "colonizer", True),
        ("the red dwarf", "dwarf", False),
        ("the steward's lamp", "lamp", False),
        ("the condenser", "condenser", False),
    ],
)
def test_one_person_is_who_but_no_star(text: str, head: str, expected: bool) -> None:
    assert is_somebody(thing(text, head)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ida Holm and Nils Brandt", True),
        ("Ann Holm and the Sons of Zion", True),
        ("Ann Holm and the tea", False),
        ("Ngu Dalbo and others", True),
        ("Ngu and others", False),
    ],
)
def test_whoever_stands_beside_a_full_name_is_somebody(text: str, expected: bool) -> None:
    assert is_somebody(thing(text, "x", proper=True)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("the male", "Which sex"), ("females", "Which sex"), ("the male flower of a fern", ""), ("the den", "")],
)
def test_a_sex_is_asked_for_as_one(text: str, expected: str) -> None:
    assert sex(thing(text, text.split()[-1])) == expected


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("a stepwell near the old mill", "stepwell", True),
        ("an English-based creole", "creole", True),
        ("a Lutheran pastor", "pastor", False),
        ("a devout Muslim", "muslim", False),
        ("a creole spoken throughout the islands", "creole", True),
        ("a Scottish botanist who described ferns", "ferns", False),
        ("a figure of the resistance", "figure", False),
        ("a violinist from Turin", "violinist", False),
        ("the son of a weaver", "son", False),
        ("a railway line of standard gauge", "line", True),
    ],
)
def test_one_of_a_kind_that_no_dictionary_has_among_persons_is_none(text: str, head: str, expected: bool) -> None:
    assert (
        is_no_person(Phrase(text=text, head=head, role="attribute", type=PhraseType.THING, start=0, end=1)) is expected
    )
