"""What is told of a name is told of the whole of it, not of its last word."""

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
            "Her letters inspired Action for Youth, a charity that fed children in Leeds.",
            "Action for Youth | was | a charity that fed children in Leeds",
        ),
        (
            "In 1921 they joined the League of Friends Within the Limits of the Law, a club that met in a pub.",
            "the League of Friends Within the Limits of the Law | was | a club that met in a pub",
        ),
        (
            "In 1990 she moved to Norway, a country in the north of Europe.",
            "Norway | is | a country in the north of Europe",
        ),
    ],
)
def test_a_name_is_explained_as_a_whole(text: str, fact: str) -> None:
    assert fact in told(text)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "No dogs are allowed on the beach, a rule that was adopted by vote in 2004.",
        "Men wore beards from boyhood, a custom the new rulers forbade in 1840.",
    ],
)
def test_a_rule_or_a_custom_sums_up_the_clause(text: str) -> None:
    assert told(text) == []


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The monks bought the row of huts on the southern bank of the river, known as Sundby, in 1450.",
        "Although it was banned, hired workers on the farms, called tomas, earned little.",
    ],
)
def test_a_name_behind_a_comma_that_may_be_of_what_stands_there_is_not_explained(text: str) -> None:
    assert told(text) == []


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The Convention of the Northern Weavers is known to everybody as the Loom Fair.",
        "The Convention of the Northern Weavers is known among sailors as the Loom Fair.",
    ],
)
def test_who_knows_a_name_is_not_the_name(text: str) -> None:
    assert "the Loom Fair | is | the Convention of the Northern Weavers" in told(text)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Lansford is a Danish maker of clocks, founded in 1911 by the engineer Ida Lansford in Aarhus.", "Lansford"),
        ("Ida Lansford lived in Aarhus. Lansford is a maker of clocks admired in Denmark.", "Ida Lansford"),
    ],
)
def test_what_somebody_founded_has_its_own_name(text: str, whose: str) -> None:
    assert {each.subject.text for each in drafts(text) if each.kind == "definition"} == {whose}
