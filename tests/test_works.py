"""The years of books and films, and years in brackets that are of something else."""

import pytest
from docs_of import drafts

pytestmark = pytest.mark.model


def published(text: str) -> list[tuple[str, str, str]]:
    found = [each for each in drafts(text) if each.extractor == "published"]
    return [(each.subject.text, each.relation, each.qualifiers[0].text) for each in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "She stayed in Kiel, where she wrote The Last Tide of Summer (1887) and taught.",
            [("The Last Tide of Summer", "was published", "1887")],
        ),
        (
            "Colour came with his films Red Rain (1961), A Day in May (1963) and The Gate (1966).",
            [
                ("Red Rain", "was released", "1961"),
                ("A Day in May", "was released", "1963"),
                ("The Gate", "was released", "1966"),
            ],
        ),
        ("Abroad she wrote The Old Woman (1887) and taught.", [("The Old Woman", "was published", "1887")]),
        ("Joyce's 1922 novel Ulysses was banned for years.", [("Ulysses", "was published", "1922")]),
        ("In her essay “On Rivers” (1954) she praised the Rhine.", [("On Rivers", "was published", "1954")]),
    ],
)
def test_the_year_of_a_work_is_read(text: str, told: list[tuple[str, str, str]]) -> None:
    assert published(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "The novelist Ada Brook (1926) wrote about Kiel.",
        "He wrote to Paris (1922).",
        "As wrote Mary Wu (2019), the effect is small.",
        "The film star Mae West (1893) came to the opening.",
        "Her book (1926) sold well.",
        "In the paper by Smith (1999) the method is described.",
        "They compared the 1926 edition with the first.",
        "The 1922 novel competition drew many writers.",
        "The Ritz Hotel (1906) is a building in London.",
    ],
)
def test_a_year_of_something_else_is_not_read(text: str) -> None:
    assert published(text) == []
