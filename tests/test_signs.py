"""Sentences that show that they were parsed wrongly, or that cannot be asked about, give nothing."""

import pytest
from docs_of import reasons, statements

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Not since Ida Holm in 1985 has a Danish rider won the Tour of Oslo.", "negated"),
        ("Never before had Oslo seen so large a ship.", "negated"),
        ("Rarely has Norway lost a match in Oslo.", "negated"),
        ("Flights link Bergen with Oslo and, less often, with the far north.", "cut"),
        ("Paul Orr fed her warm rice pudding from a bottle in Oslo.", "misread"),
        ("Elsewhere rules passed in Oslo in 1905 shut women out of most crafts.", "misread"),
        ("The screens of Oslo change too fast for the eye to follow.", "cut"),
        ("Seven years later Otto Rask, Elector of Trier, named her court painter, but he did not pay her.", "misread"),
    ],
)
def test_what_cannot_be_read_gives_nothing(text: str, reason: str) -> None:
    assert not statements(text)
    assert reason in reasons(text)


def test_a_participle_behind_an_apposition_may_be_its_own() -> None:
    assert not any(
        "moved" in each for each in statements("Ida Holm saw a current, a dense flow of mud, moving at 60 km/h.")
    )


def test_a_dash_joins_two_names() -> None:
    assert "the Rask–Holm process" in statements("Oslo was lit by the Rask–Holm process in 1906.")[0]


def test_what_stands_before_and_is_no_subject() -> None:
    text = "The fourth looked like a watch, 13 centimetres across, and lost five seconds on the way to Oslo in 1761."
    assert not any("lost" in each for each in statements(text))


def test_examples_of_a_range_are_left_out() -> None:
    text = "Oslo united the masters of one trade, from bakers to goldsmiths, and set rules."
    assert not any("bakers" in each for each in statements(text))
