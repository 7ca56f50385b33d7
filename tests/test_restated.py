"""Terms that a text says again in other words, and what only looks like it."""

import pytest
from docs_of import drafts, row

DEFINING = ("sense", "explained", "introduced", "apposition")


def told(text: str) -> list[str]:
    """Return the definitions of a text, without their kind."""
    return [row(each).removeprefix("definition | ") for each in drafts(text) if each.extractor in DEFINING]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The clutch, that is, the part that connects engine and gearbox, wears out.",
            "the clutch | is | the part that connects engine and gearbox",
        ),
        (
            "Weavers set the reed, i.e. the comb that keeps the threads apart.",
            "the reed | is | the comb that keeps the threads apart",
        ),
        (
            "Frost depends on the albedo of a planet (the share of light that comes back).",
            "the albedo of a planet | is | the share of light that comes back",
        ),
        (
            "Brightness differs from the luminosity of the star (the total energy output). Many stars are dim.",
            "the luminosity of a star | is | the total energy output",
        ),
        (
            "Sirius is a star. Brightness differs from the luminosity of the star (the total energy output).",
            "the luminosity of a star | is | the total energy output",
        ),
        (
            "After the June ballot, the party had to bear the interregnum, the difficult five weeks between the ballot"
            " and Ida Holm’s oath in August 1933.",
            "the interregnum | was | the difficult five weeks between the ballot and Ida Holm’s oath in August 1933",
        ),
    ],
)
def test_a_term_is_read_with_what_says_it_again(text: str, fact: str) -> None:
    assert told(text) == ([fact] if fact else [])


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "To cook, light a stove, that is, a closed box of iron that keeps a fire of coal within.",
        "The shop was closed, that is, the owner was ill.",
        "They found the mill, that is where the flour was ground.",
        "The coats were red, green and blue, that is, the colours of the three guilds.",
        "The visitors saw the roof of the church (the second in that town) in flames.",
        "The president of the club (the man who had founded the society) spoke.",
        "Plants need the salt of the sea (the common table kind), and wind.",
        "The head of the water (the height from which the water falls) decides which turbine is used.",
    ],
)
def test_what_is_no_meaning_of_a_term_stays_unread(text: str) -> None:
    assert not [each for each in told(text) if " | is | " in each or " | are | " in each]
