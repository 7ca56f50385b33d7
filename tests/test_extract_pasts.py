"""Participles that were read as a past, and presents that look like one."""

import pytest
from docs_of import pipeline

from quizgen.extract.repair import mended

pytestmark = pytest.mark.model


def tag(text: str, word: str) -> tuple[str, str]:
    (doc,) = mended(pipeline().docs([text]), pipeline())
    return next((t.tag_, t.dep_) for t in doc if t.text == word)


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Goats, brought ashore in the 1880s, now live wild and eat numbers of shrubs.", "brought", ("VBN", "acl")),
        ("Goats, brought ashore in the 1880s, now live wild and eat numbers of shrubs.", "live", ("VBP", "ROOT")),
        ("the Lutheran Church of Saint Olaf, finished in 1887;", "finished", ("VBN", "acl")),
        ("Her cookery book, written in Danish and illustrated by her son, sold well.", "illustrated", ("VBN", "conj")),
        ("The Brakston, invented by Otto Rask and patented in 1958, is a lock.", "patented", ("VBN", "conj")),
        ("Goats and sheep chew the shoots in spring and spit out the bark.", "spit", ("VBP", "conj")),
    ],
)
def test_a_verb_is_read_as_what_it_is(text: str, word: str, place: tuple[str, str]) -> None:
    assert tag(text, word) == place


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Two storms, Ada and Eve, struck within a single week.", "struck", ("VBD", "ROOT")),
        ("The river, which rises in Elm, reached the town.", "reached", ("VBD", "ROOT")),
        ("Her brother, Otto, died in 1918.", "died", ("VBD", "ROOT")),
        ("The crew chewed the bark and spit out the shoots.", "spit", ("VBD", "conj")),
        ("The lock was invented by Otto Rask and worked well.", "worked", ("VBD", "conj")),
        ("The bridge was built in stone and opened by the queen.", "opened", ("VBN", "conj")),
    ],
)
def test_what_is_a_past_stays_one(text: str, word: str, place: tuple[str, str]) -> None:
    assert tag(text, word)[1] == place[1]
    assert word == "opened" or tag(text, word)[0] == place[0]
