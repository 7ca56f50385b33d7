"""Amounts in passing: what a thing has beside what it is, and amounts that begin with "between"."""

import pytest
from docs_of import asked, drafts, statements

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "With a diameter of 1,523 km, Oberon is the outermost large moon of Uranus.",
            "Oberon has a diameter of 1,523 km.",
        ),
        ("Jakarta, with 10 million inhabitants, is the largest city of Java.", "Jakarta has 10 million inhabitants."),
        ("With 10 million inhabitants, Jakarta is the largest city of Java.", "Jakarta has 10 million inhabitants."),
        ("With a diameter of 940 km Ceres holds a third of the mass of the belt.", "Ceres has a diameter of 940 km."),
        (
            "The park covers between 600 and 900 square kilometres.",
            "The park covers between 600 and 900 square kilometres.",
        ),
    ],
)
def test_an_amount_in_passing_is_told(text: str, fact: str) -> None:
    assert fact in statements(text)


@pytest.mark.parametrize(
    "text",
    [
        "With three friends, Ida Holm left Norway in 1912.",
        "Ida Holm, with three friends, was the first to climb it.",
        "With a budget of 300 crowns, Ida Holm made a film.",
        "With two other towns, Lim was among the losers.",
        "The city, with its towers, is the largest of Java.",
        "Jakarta is larger than Bandung, with 2 million inhabitants.",
        "With 10 million inhabitants, Jakarta might be the largest city of Java.",
    ],
)
def test_what_is_only_beside_is_not_had(text: str) -> None:
    assert not [each for each in statements(text) if " has " in each or " had " in each]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "The park covers between 600 and 900 square kilometres.",
            "quantity: How many square kilometres does the park cover? => between 600 and 900 square kilometres",
        ),
        (
            "Each female can produce between 400 and 600 eggs.",
            "quantity: How many eggs can each female produce? => between 400 and 600",
        ),
        (
            "Bergen receives well over 2,000 millimetres of rain.",
            "quantity: How many millimetres of rain does Bergen receive? => well over 2,000 millimetres",
        ),
        ("Ladakh has barely 300 villages.", "quantity: How many villages does Ladakh have? => barely 300"),
    ],
)
def test_an_amount_is_asked_for(text: str, question: str) -> None:
    assert question in asked(drafts(text))


def test_between_two_places_is_no_amount() -> None:
    assert "The ferry runs two." not in statements("The ferry runs between two and three islands.")
