"""Capital letters: the word that begins a sentence is a name, or has its capital from its place."""

import pytest
from docs_of import harvests


def subjects(text: str, title: str = "") -> list[str]:
    """Return the subjects of all facts of a text."""
    return [draft.subject.text for found in harvests(text, title=title) for draft in found.drafts if draft.subject]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        pytest.param("Cholera killed Emil Krantz in 1882.", "", "cholera", id="a common noun taken for a name"),
        pytest.param("Plastic holds little heat.", "", "plastic", id="a substance"),
        pytest.param("Households saved 40 crowns in 1990.", "", "households", id="the plural of a common noun"),
        pytest.param("Misfolded proteins are destroyed by proteasomes.", "", "misfolded proteins", id="a participle"),
        pytest.param("Iceland covers about 103,000 square kilometres.", "", "Iceland", id="a country"),
        pytest.param(
            "In 264 BCE Rome attacked Carthage. Carthage agreed to pay 3,200 talents in 241 BCE.",
            "",
            "Carthage",
            id="a name elsewhere in the text",
        ),
        pytest.param(
            "The ship was built in 1901. Attendance left Hull in 1903.",
            "The voyage of the Attendance",
            "Attendance",
            id="a name in the title",
        ),
        pytest.param("Djenné was protected by swamps.", "", "Djenné", id="no letter of English"),
        pytest.param(
            "The king of Kush fell in battle. Kushite soldiers carried off three statues.",
            "",
            "Kushite soldiers",
            id="made from a name",
        ),
        pytest.param(
            "Livanjsko polje covers 400 square kilometres.", "", "Livanjsko polje", id="no adjective of English"
        ),
        pytest.param("Extra fuel costs 40 crowns.", "", "extra fuel", id="an adjective that ends in a vowel"),
        pytest.param("Adipose cells store fat.", "", "adipose cells", id="an unknown adjective"),
        pytest.param("Holm Bridge was opened in 1903.", "", "Holm Bridge", id="the first word of a name"),
    ],
)
def test_a_word_that_begins_a_sentence_is_a_name_only_where_the_text_tells_it(
    text: str, title: str, expected: str
) -> None:
    assert subjects(text, title)[-1] == expected
