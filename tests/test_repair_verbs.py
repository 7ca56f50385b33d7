"""Sentences whose only verb looks like a noun, and labels that are none."""

import pytest
from docs_of import drafts


@pytest.mark.parametrize(
    ("sentence", "subject", "verb"),
    [
        ("Oak barrels last about 30 years.", "oak barrels", "last"),
        ("Gallium melts at 29.8 °C and boils at 2,400 °C.", "gallium", "melts"),
        ("Silver tarnishes because it reacts with hydrogen sulfide in the air.", "silver", "tarnishes"),
    ],
)
def test_a_verb_is_told_by_what_no_noun_can_have_behind_it(sentence: str, subject: str, verb: str) -> None:
    assert (subject, verb) in {(d.subject.text, d.relation) for d in drafts(sentence)}


@pytest.mark.parametrize("sentence", ["Water supplies in the north.", "Test results from the first flight."])
def test_a_caption_has_no_verb(sentence: str) -> None:
    assert not drafts(sentence)
