"""Phrases that mean persons by their nouns."""

import pytest

from quizgen.questions.people import are_persons

PERSONS = [
    "Quakers",
    "the American revolutionaries",
    "millions of Americans",
    "Holm and other women in Bergen",
    "native peoples and Africans",
    "Ida Holm and five companions",
    "colonists who had lost their land",
    "a group of Huguenots from Lyon",
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
    "",
]


@pytest.mark.parametrize("text", PERSONS)
def test_nouns_for_persons_are_who(text: str) -> None:
    assert are_persons(text)


@pytest.mark.parametrize("text", OTHERS)
def test_what_has_another_noun_is_what(text: str) -> None:
    assert not are_persons(text)
