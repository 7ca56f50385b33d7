"""Shares, counts that "only" limits, and what names of no known sort are the highest of."""

import pytest
from docs_of import asked, drafts
from drafts import T, phrase

from quizgen.questions import wh

SALMON = "What share of the world's salmon does Norway export? => nearly half"
SUGAR = "What share of the world's sugar comes from beets? => roughly a third"
INCOME = "What share of Norway's income did fish make up in 1900? => two thirds"
LIGHT = "What is the blue colour of the sea due to? => the scattering of light"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norway exports nearly half of the world's salmon.", SALMON),
        ("Roughly a third of the world's sugar comes from beets.", SUGAR),
        ("Fish made up two thirds of Norway's income in 1900.", INCOME),
        ("Only nine towns met in Oslo in 1669.", "How many towns met in Oslo in 1669? => only nine"),
        ("Kaldbakur is the highest peak in Iceland.", "What is the highest peak in Iceland? => Kaldbakur"),
        ("The blue colour of the sea is due to the scattering of light.", LIGHT),
    ],
)
def test_it_is_asked_how_much_or_which(sentence: str, expected: str) -> None:
    said = [each.partition(": ")[2] for each in asked(drafts(sentence))]
    assert expected in said


@pytest.mark.parametrize("sentence", ["Only nine towns met in Oslo in 1669.", "Only about 300 people live on Sark."])
def test_what_only_some_did_is_asked_by_their_number_alone(sentence: str) -> None:
    assert {each.partition(": ")[0] for each in asked(drafts(sentence))} == {"counted"}


@pytest.mark.parametrize(
    "text", ["half of a paper label", "half the usual speed", "half the price of a loaf", "half of it"]
)
def test_a_piece_or_a_comparison_is_no_share(text: str) -> None:
    assert wh.share(phrase(text, "object", type=T.THING)) is None


@pytest.mark.parametrize(("text", "singular"), [("half of the forest", True), ("two-thirds of the members", False)])
def test_a_share_has_the_number_of_the_whole(text: str, singular: bool) -> None:
    found = wh.share(phrase(text, "object", type=T.THING))
    assert found is not None and found.singular is singular


def test_the_first_of_all_may_be_anybody() -> None:
    assert not asked(drafts("Kumari Vale is the first to sail round the island."))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The Orla, the longest river in Norland, rises in Tyrol.",
            "Which river is the longest in Norland? => the Orla",
        ),
        ("Cod have no bladder and rely instead on large livers.", "What do Cod rely on? => large livers"),
        (
            "Crime novels were the most popular sort, followed by atlases.",
            "What was followed by atlases? => crime novels",
        ),
    ],
)
def test_it_is_asked_in_full(sentence: str, expected: str) -> None:
    assert expected in [each.partition(": ")[2] for each in asked(drafts(sentence))]
