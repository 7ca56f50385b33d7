"""Words that their form or a list puts back into their phrase."""

import pytest
from docs_of import pipeline, statements

from quizgen.extract.repair import mended

pytestmark = pytest.mark.model


def heads(text: str) -> dict[str, tuple[str, str]]:
    (doc,) = mended(pipeline().docs([text]), pipeline())
    return {t.text: (t.dep_, t.head.text) for t in doc}


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("In about a day the slime mould had joined them in a network.", "mould", ("nsubj", "joined")),
        ("Orvik Church came to rest at its new address after a two-day trip.", "rest", ("xcomp", "came")),
        ("In Orvik, people have long spread potatoes on the ground on frosty nights.", "have", ("aux", "spread")),
        ("A female wasp is drawn by scent to a fig at the right stage.", "to", ("prep", "drawn")),
        ("The man in cartoons as a rule has a barrel organ.", "as", ("prep", "has")),
        ("More than 60,000 people had been jailed by the end of the year.", "by", ("prep", "jailed")),
        ("Malaria forced her home in 1701.", "her", ("dobj", "forced")),
        ("An open pipe eight feet long gives the note.", "long", ("amod", "pipe")),
    ],
)
def test_a_word_goes_home(text: str, word: str, place: tuple[str, str]) -> None:
    assert heads(text)[word] == place


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Ida Holm came to Orvik to rest.", "rest", ("advcl", "came")),
        ("The bridge was opened by the duke in May.", "by", ("agent", "opened")),
        ("Ida Holm would paint Orvik.", "would", ("aux", "paint")),
    ],
)
def test_what_is_at_home_stays(text: str, word: str, place: tuple[str, str]) -> None:
    assert heads(text)[word] == place


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Engineers take care to stay clear of the ice.", "Engineers take care to stay clear of the ice."),
        (
            'Ida Holm had stooped to drink from a pool when somebody cried, "A boat!"',
            "Ida Holm stooped to drink from a pool.",
        ),
        ("The Elm–Lim line opened in 1910.", ""),
    ],
)
def test_an_idiom_is_told_whole(text: str, said: str) -> None:
    assert statements(text) == ([said] if said else [])
