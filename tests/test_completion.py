"""Definitions that are told to their end, and pronouns that a definition explains itself."""

import pytest
from docs_of import drafts, row


def told(text: str) -> list[str]:
    """Return the definitions in a text, without their kind."""
    return [row(each).split(" | ", 1)[1] for each in drafts(text) if each.kind == "definition"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "A sandbar is a ridge of sand, formed by waves, that lies close to the beach.",
            "a sandbar | is | a ridge of sand, formed by waves, that lies close to the beach",
        ),
        (
            "A bog is a wetland that a lake leaves behind when it fills with moss.",
            "a bog | is | a wetland that a lake leaves behind when it fills with moss",
        ),
        (
            "A hatch is a door that closes when the guard pushes it.",
            "a hatch | is | a door that closes when the guard pushes it",
        ),
    ],
)
def test_a_definition_is_told_to_its_end(text: str, fact: str) -> None:
    assert fact in told(text)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Mortar is a paste of lime and sand, which the Romans used in the walls of Trier.",
            "mortar | is | a paste of lime and sand",
        ),
        ("The monks brewed mead, the wine of honey, which was served hot.", "mead | is | the wine of honey"),
        (
            "A pond is a small lake of fresh water, but a lake can be salty.",
            "a pond | is | a small lake of fresh water",
        ),
    ],
)
def test_what_is_told_in_passing_is_left_out(text: str, fact: str) -> None:
    assert told(text) == [fact]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The mill has a crank. A ratchet is a wheel that drives it.", id="something else is driven"),
        pytest.param("The town is old. A moat is a ditch that they dug when it rained.", id="nobody dug"),
    ],
)
def test_a_pronoun_that_points_elsewhere_defines_nothing(text: str) -> None:
    assert not told(text)
