"""Phrases between two clauses or nouns are left out where it is not certain what they tell of."""

import pytest
from docs_of import reasons, statements

pytestmark = pytest.mark.model

TOLD = [
    (
        "At Orvik, in Norway, and at Lim, near Elm, water is still used; the Portuguese line dates from 1882.",
        "The Portuguese line dates from 1882.",
    ),
    (
        "Ida Holm, who had examined records of a strong earthquake near Orvik in 1929, did not believe it.",
        "Ida Holm examined records of a strong earthquake near Orvik.",
    ),
    ("Ida Holm survived a strong earthquake in 1929.", "Ida Holm survived a strong earthquake in 1929."),
    ("In 1882 Ida Holm left Orvik; Otto Voss stayed.", "Ida Holm left Orvik in 1882."),
    ("When the war ended, in 1945 Ida Holm left Orvik.", "Ida Holm left Orvik in 1945."),
    (
        "Ida Holm became convinced that Lim was being spied upon.",
        "Ida Holm became convinced that Lim was being spied upon.",
    ),
    ("Bananas are shipped at about 13–14 °C.", "Bananas are shipped at about 13–14 °C."),
    ("Orvik lies at about 70° N and had a mill in 2020.", "Orvik lies at about 70° N."),
    (
        "The Orvik Party had governed without a break since a war in 1966.",
        "The Orvik Party had governed without a break since a war in 1966.",
    ),
    ("Divers can lose as much as a fifth of their weight.", "Divers can lose as much as a fifth of their weight."),
    (
        "Isobutane, used in most European cookers since the 1990s, boils at low pressure.",
        "Isobutane has been used in most European cookers since the 1990s.",
    ),
    ("Otto Berg saw Lim in 1882 and, in 1890, left Orvik.", "Otto Berg saw Lim in 1882."),
    (
        "Each summer herring spawned off the Elm Islands, more than 900 km to the north.",
        "Each summer herring spawned off the Elm Islands.",
    ),
    ("Finland adopted the metric system in 1919 and Denmark in 1955.", "Denmark adopted the metric system in 1955."),
    ("Finland adopted the metric system in 1919 and Denmark in 1955.", "Finland adopted the metric system in 1919."),
    ("A flood swept through Lim, carrying cars into the harbour.", "A flood swept through Lim."),
    ("In 1879 Otto Berg left Lim and became the mayor of Oslo.", "Otto Berg became the mayor of Oslo in 1879."),
    (
        "In 1879 Otto Berg worked in Lim, and soon afterwards became the mayor of Oslo.",
        "Otto Berg became the mayor of Oslo.",
    ),
    (
        "In 1912 Ida Holm married in Lim, but Otto Berg left Oslo and lived in Bergen.",
        "Otto Berg lived in Bergen.",
    ),
    (
        "In 1953 Ida Holm started work in Lim, walking each day through two gates.",
        "Ida Holm walked each day through two gates.",
    ),
    ("The coin from 1882–90 was used for trade with Norway.", "The coin from 1882–90 was used for trade with Norway."),
    ("In spring, the Elm Council elects the mayor of Lim.", "The Elm Council elects the mayor of Lim in spring."),
    ("In 1984 a single house in Orvik was lost.", "A single house in Orvik was lost in 1984."),
    ("Ida Holm came to understand the plans of Otto Berg.", "Ida Holm came to understand the plans of Otto Berg."),
    (
        "Ida Holm met both the mayor (Otto Berg) and the bishop of Lim.",
        "Ida Holm met the mayor and the bishop of Lim.",
    ),
    (
        "The first comet to be found after Elm was sighted in 1882 by Ida Holm.",
        "The first comet to be found after Elm was sighted in 1882 by Ida Holm.",
    ),
]


@pytest.mark.parametrize(("text", "said"), TOLD)
def test_a_phrase_tells_of_what_is_certain(text: str, said: str) -> None:
    assert said in statements(text)


WRONG = [
    ("When Ida Holm died, in 1914, in Orvik, the estate of Otto Voss was worth $275.", "Orvik"),
    ("Ida Holm studied in Orvik and, from 1910, at Lim College, Elm.", "Ida Holm studied in Orvik"),
    (
        "Otto Voss, who used six in his quartet, written for the Orvik Exposition of 1937, gave it a part.",
        "was written",
    ),
    ("The quarry took seven years, £7 million and, for fourteen months, the production of much glass.", "seven years"),
    ("Cave-ins and mercury killed an unknown number.", "number"),
    ("Otto Voss lay ill for months at Kamalia, sheltered by a slave merchant.", "sheltered"),
    ("Most chairs are elected by the house, using the lot.", "chairs use"),
    ("Staff of the Orvik Chamber, which has owned the mill since 1857, live in Lim.", "Staff has owned"),
    ("The mud hardened into mudstone, was lifted above the sea and is worn away.", "was lifted"),
    ("A compressor squeezes the vapour, raising its pressure to 6 bar.", "raises"),
    ("Cracks called septaria run through the interior and are lined with brown calcite.", "called septaria"),
    ("Engineers had expected as much.", "expected"),
    ("Otto Voss, whose novel Tomb of Sand, translated by Ida Holm, took the prize, lives in Oslo.", "translated"),
    ("More than 60,000 people had been jailed by the end of the year.", "jailed"),
    ("A family's standing depends on how many it can muster.", "standing"),
    ("A flood swept through the street that parts the town, carrying cars into the harbour.", "cars"),
    ("The museum hired Ida Holm as a clerk, copying old maps.", "cop"),
    ("The storm led to Ida Holm asking Berlin for help.", "asked"),
    ("In the second, lasting two days, Otto Berg wrote a novel.", "lasted"),
    ("Theoretically, the Elm Council elects the mayor of Lim.", "elects"),
    ("In theory, the Elm Council elects the mayor of Lim.", "elects"),
    ("In 1984 not a single house in Orvik was lost.", "lost"),
    ("Orvik bread is baked in a pan and pressed, first by hand and afterwards by machine, for two hours.", "pressed"),
]


@pytest.mark.parametrize(("text", "wrong"), WRONG)
def test_what_is_not_certain_is_not_told(text: str, wrong: str) -> None:
    assert not any(wrong in said for said in statements(text) if not said.startswith("Ida Holm died"))


def test_a_list_that_goes_on_is_cut() -> None:
    assert "cut" in reasons("Ida Holm studied in Orvik and, from 1910, at Lim College, Elm.")
