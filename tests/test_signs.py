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
