"""Abbreviations in brackets, with capitals and without."""

import pytest
from docs_of import drafts, row


def forms(text: str) -> list[str]:
    """Return the long forms in a text, without their kind."""
    return [row(each).removeprefix("alias | ") for each in drafts(text) if each.extractor == "acronym"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Cells make adenosine triphosphate (ATP) all day.", "ATP | stands for | adenosine triphosphate"),
        ("The code is copied into messenger RNA (mRNA).", "mRNA | stands for | messenger RNA"),
        ("The gross domestic product (GDP) of Chad grew.", "GDP | stands for | gross domestic product"),
        ("A light-emitting diode (LED) needs little power.", "LED | stands for | light-emitting diode"),
        (
            "The Food and Drug Administration (FDA) tested the pill.",
            "FDA | stands for | Food and Drug Administration",
        ),
    ],
)
def test_a_long_form_is_read(text: str, fact: str) -> None:
    assert forms(text) == [fact]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The old school of the town (SOT) closed.", id="words of another order"),
        pytest.param("The town sold carbon dioxide to a plant (CDT) in May.", id="words between"),
        pytest.param("He scored in the final (USA), his last match.", id="a country"),
        pytest.param("Ann went to the lab (see LAB).", id="a pointer"),
    ],
)
def test_what_is_no_long_form_gives_none(text: str) -> None:
    assert forms(text) == []
