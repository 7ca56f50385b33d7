"""Words that hang on a verb go to the noun beside them; a verb that no passive has is a verb of its own."""

import pytest
from docs_of import pipeline

from quizgen.extract.repair import mended

pytestmark = pytest.mark.model


def heads(text: str) -> dict[str, tuple[str, str]]:
    (doc,) = mended(pipeline().docs([text]), pipeline())
    return {t.text: (t.dep_, t.head.text) for t in doc}


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("In Biorhiza pallida, males and females emerge in early summer.", "males", ("nsubj", "emerge")),
        ("In Biorhiza pallida, males and females emerge in early summer.", "pallida", ("pobj", "In")),
        ("The name was borrowed from the Teufelssee, a small lake close by.", "close", ("advmod", "lake")),
        ("The soil becomes waterlogged even in dry regions.", "soil", ("nsubj", "becomes")),
        ("The Pacific nation became the first in decades to change the side.", "change", ("relcl", "first")),
        ("An estimated 170,000 Samoans live in Australia alone.", "alone", ("advmod", "Australia")),
        ("Ida Holm was born at Frankfurt am Main on 2 April 1647.", "on", ("prep", "born")),
    ],
)
def test_a_stray_word_is_gathered(text: str, word: str, place: tuple[str, str]) -> None:
    assert heads(text)[word] == place


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("In Lim, old men and women work in the fields.", "men", ("nsubj", "work")),
        ("The soil is waterlogged in spring.", "waterlogged", ("ROOT", "waterlogged")),
        ("Ida Holm lived in Australia alone.", "alone", ("advmod", "lived")),
    ],
)
def test_what_is_right_stays(text: str, word: str, place: tuple[str, str]) -> None:
    assert heads(text)[word] == place


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Roman writers recommend lupins and vetches for tired land.", "vetches", ("conj", "lupins")),
        ("Long rods called heathering or binders are woven along the top.", "rods", ("nsubjpass", "woven")),
        (
            "The ions flood out of a store called the sarcoplasmic reticulum and bind to troponin.",
            "bind",
            ("conj", "flood"),
        ),
    ],
)
def test_a_verb_is_joined_to_its_like(text: str, word: str, place: tuple[str, str]) -> None:
    assert heads(text)[word] == place


def test_a_form_of_both_tenses_has_the_tense_around_it() -> None:
    (doc,) = mended(pipeline().docs(["A lichen has no roots. Map lichens spread by a millimetre a year."]), pipeline())
    assert next(t.tag_ for t in doc if t.text == "spread") == "VBP"
