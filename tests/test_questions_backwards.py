"""What a text tells one way only is not asked the other way; an idiom is one deed."""

import pytest
from docs_of import asked, drafts, statements

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "The long slot in the roll means a long note.",
        "The constitution of 1919 was a compromise.",
        "The strength of the Kontor lay in credit.",
    ],
)
def test_the_subject_is_not_asked_for(text: str) -> None:
    assert not [each for each in asked(drafts(text)) if each.startswith("subject:")]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The liner QE2 touched bottom near Calshot in 2008.", "The liner QE2 touched bottom near Calshot in 2008."),
        (
            "Geologists measure the patch to tell how long ago a glacier let it go, a method called lichenometry.",
            "Geologists measure the patch.",
        ),
        (
            "At La Paz, 3,600 metres up, water boils at about 88 °C and beans stay hard for hours.",
            "Beans stay hard for hours at La Paz.",
        ),
    ],
)
def test_a_fact_is_whole(text: str, fact: str) -> None:
    assert fact in statements(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ida Holm's name was made in 1816.",
        "Worms killed many more in 1880.",
        "The pack was offered in 2011 for ten times as much.",
        "Adults measure 28 cm, with a scaly, almost naked tail adding a further 20 cm.",
    ],
)
def test_a_fact_that_is_not_whole_is_left_out(text: str) -> None:
    assert not [
        each for each in statements(text) if "made" in each or "many" in each or "times" in each or "sc" in each
    ]


def test_words_keep_their_order() -> None:
    text = "In 2011 the show appealed to viewers to spare a little for their neighbours."
    assert not [each for each in statements(text) if "appealed to spare" in each]


def test_no_object_of_an_idiom_is_asked_for() -> None:
    found = asked(drafts("Militia from the canton of Uri opened fire in 1875."))
    assert found and not [each for each in found if each.startswith("object:")]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("The strip keeps the stem, now known as a pleacher, alive.", "The strip keeps the stem."),
        ("Choose upright stems as thick as a wrist.", "Choose stems as thick as a wrist."),
        ("The book, published in two parts in 1679 and 1683, was new.", "The book was published in two parts in 1679."),
        ("Some stones need water; soaking can damage them, so check the leaflet.", "Soaking can check the leaflet."),
    ],
)
def test_a_cut_fact_is_not_told(text: str, cut: str) -> None:
    assert cut not in statements(text)


def test_a_pronoun_behind_a_place_is_left_out() -> None:
    found = statements("In 1904 Ida Holm laid hedges at Highgrove herself.")
    assert "Ida Holm laid hedges at Highgrove in 1904." in found


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Ida Holm died at her villa on 9 December 1937 with more than 100 patents to her name.",
            "Ida Holm died at her villa on 9 December 1937.",
        ),
        (
            "Ida Holm was awarded a Gold Star in 1934 for lapping at 106 mph.",
            "Ida Holm was awarded a Gold Star in 1934 for lapping at 106 mph.",
        ),
    ],
)
def test_half_of_a_phrase_is_not_told(text: str, fact: str) -> None:
    assert fact in statements(text)


def test_the_first_of_several_steps_is_no_fact() -> None:
    assert not statements("Ida Holm tested the cure for ten years, first on dogs and then on her kin.")


def test_no_time_is_asked_of_who_somebody_was() -> None:
    found = asked(drafts("The last home winner of the race was Ida Holm in 1989."))
    assert not [each for each in found if each.startswith("time:")]
