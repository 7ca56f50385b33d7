"""Dates that stand in passing: behind a name's description, two years at once, in a clause that dates another."""

import pytest
from docs_of import asked, drafts, statements

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The prize was won by the Harlow Fair, a festival held in Kent in 1977.",
            "The Harlow Fair was held in Kent in 1977.",
        ),
        ("The town is served by the Tarn Line, a railway which opened in 1891.", "The Tarn Line opened in 1891."),
        (
            "Ida Holm was a Norwegian chemist who discovered tarnium in 1912.",
            "Ida Holm discovered tarnium in 1912.",
        ),
        (
            "Ida Holm was a Norwegian chemist and writer who discovered tarnium in 1912.",
            "Ida Holm discovered tarnium in 1912.",
        ),
        ("Ida Holm won the Brage Prize in 1961 and 1969.", "Ida Holm won the Brage Prize in 1961 and 1969."),
        ("Prices in Norway fell in May and June 1932.", "Prices in Norway fell in May and June 1932."),
        ("The people of Lim were cut off until a road was built to Lim in 1951.", "A road was built to Lim in 1951."),
        ("Steam ruled it before Ida Holm rebuilt the Tarn Line in 1911.", "Ida Holm rebuilt the Tarn Line in 1911."),
        ("Mount Tarn was not climbed until 1975.", "Mount Tarn was climbed in 1975."),
        ("The Lim Treaty was not signed until 4 May 1912.", "The Lim Treaty was signed on 4 May 1912."),
        ("In 2017 scientists in Norway reported a new moon.", "Scientists in Norway reported a new moon in 2017."),
        (
            "The class is named after Delta Crucis, whose changes were discovered by Ida Holm in 1874.",
            "Delta Crucis's changes were discovered by Ida Holm in 1874.",
        ),
    ],
)
def test_a_date_in_passing_is_told(text: str, fact: str) -> None:
    assert fact in statements(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The town held a festival founded in 1977.", "founded"),  # which one is not told
        ("The prize went to Ida Holm, a sister of the chemist who discovered tarnium in 1912.", "discovered"),
        ("Ida Holm was not a chemist who fled Norway in 1912.", "fled"),
        ("Ida Holm may be a chemist who fled Norway in 1912.", "fled"),
        ("Ida Holm is a chemist who has lived in Norway.", "lived"),
        ("Norway was hit by Storm Fay and by a war that ended in 1912.", "Fay ended"),
        ("Ida Holm won the Brage Prize in 1961 or 1969.", "won"),
        ("The book, published in parts from 1679 and 1683, was new.", "published"),
        ("Mount Tarn is not climbed until May 1975.", "climbed in"),
        ("Nothing of it was not sold until 1975.", "sold in"),
        ("Steam ruled the line before anybody thought of wires.", "thought"),
        ("The capital of Lim, whose king fled in 1874, is Tarn.", "fled"),  # the capital's or Lim's
        ("Ida Holm and Otto Berg, whose son died in 1874, lived in Tarn.", "died"),
        ("The price depends on a metal, whose ores were found in 1874.", "found"),
    ],
)
def test_a_date_of_something_else_is_not(text: str, word: str) -> None:
    assert not [each for each in statements(text) if word in each and "who" not in each]


def test_two_years_are_asked_for_together() -> None:
    found = asked(drafts("Ida Holm won the Brage Prize in 1961 and 1969."))
    assert "time: In which years did Ida Holm win the Brage Prize? => 1961 and 1969" in found


def test_a_year_before_a_plural_is_asked_for() -> None:
    found = asked(drafts("In 2017 scientists in Norway reported a new moon."))
    assert "time: In which year did scientists in Norway report a new moon? => 2017" in found
    assert not [each for each in asked(drafts("In 2000 cases doctors reported a new fever.")) if "which year" in each]
