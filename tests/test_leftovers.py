"""Words right behind a verb that are not read: the statement is cut where it says too little without them."""

import pytest
from docs_of import asked, drafts, reasons, statements

CUT = [
    "He mixed paint at home. Ida Holm mixed Islam with older beliefs there.",
    "Ida Holm sold the mill. Ida Holm passed her mother with it.",
]
WHOLE = [
    (
        "In 1913 Ida Holm left for Norway to paint mountains.",
        "Ida Holm left for Norway in 1913 to paint mountains.",
    ),
    ("Sunlight and water are needed for seeds to sprout.", "Sunlight and water are needed for seeds to sprout."),
    ("In 1878 Ida Holm explored Orvik with a guide, Otto Voss.", "Ida Holm explored Orvik with Otto Voss in 1878."),
    ("The male guards the nest while the female hunts.", "The male guards the nest."),
    ("Ida Holm painted Orvik Harbour in turn.", "Ida Holm painted Orvik Harbour."),
]


@pytest.mark.parametrize("text", CUT)
def test_a_statement_is_cut(text: str) -> None:
    assert "cut" in reasons(text)


@pytest.mark.parametrize(("text", "said"), WHOLE)
def test_a_statement_says_enough(text: str, said: str) -> None:
    assert said in statements(text)


SECOND_HALVES = [
    ("The museum lists the tower as a monument.", "The museum lists the tower as a monument."),
    ("Bees build wax from nectar.", "Bees build wax from nectar."),
    ("Ida Holm reached Oslo by way of Bergen.", "Ida Holm reached Oslo by way of Bergen."),
    ("Nyborg, formerly known as Orvik, lies on the Glomma.", "Nyborg was formerly known as Orvik."),
    ("A slide in turn caused a flood.", "A slide caused a flood."),
    ("By 1974 Orvik had lived under three kings.", "Orvik had lived under three kings by 1974."),
]


@pytest.mark.parametrize(("text", "said"), SECOND_HALVES)
def test_a_verb_has_its_second_half(text: str, said: str) -> None:
    assert said in statements(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tuna must swim or tuna will die from lack of oxygen.",
        "Ida Holm wrote in 1971 that tin appeared to be the best metal known in Europe.",
    ],
)
def test_what_is_only_feared_or_somebodys_view_is_no_fact(text: str) -> None:
    assert not any(word in said for said in statements(text) for word in ("die", "appeared"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Copper goes into the pot first, because it melts slowly.", "Copper goes into the pot first."),
        (
            "In 1784 Ida Holm noticed that the star Mira grows and fades with regularity.",
            "Ida Holm noticed in 1784 that the star Mira grows and fades with regularity.",
        ),
        (
            "In 1819 Orvik became the first town to vote, albeit mostly by letter.",
            "Orvik became the first town to vote in 1819.",
        ),
    ],
)
def test_words_stand_where_they_belong(text: str, said: str) -> None:
    assert said in statements(text)


@pytest.mark.parametrize(
    "text",
    ["Orvik was founded in 1650. Nyborg followed in 1670.", "Heavy rain washes out silica and leaves behind oxides."],
)
def test_half_a_statement_is_none(text: str) -> None:
    assert not any("follow" in said or "leaves" in said for said in statements(text))


def test_a_tool_is_not_part_of_what_it_is_used_on() -> None:
    assert "bound: What do founders seal the mould with? => wax" in asked(drafts("Founders seal the mould with wax."))


def test_a_relative_clause_ends_where_the_main_one_goes_on() -> None:
    text = "Inactivated vaccines are made from germs that have been killed with heat, and usually require boosters."
    assert "Inactivated vaccines are made from germs that have been killed with heat." in statements(text)
