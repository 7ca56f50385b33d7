"""Second halves of sentences whose verb the parser takes for a plural noun."""

import pytest
from docs_of import pipeline

from quizgen.extract.repair import mended

pytestmark = pytest.mark.model


def read(text: str, word: str) -> tuple[str, str, str]:
    """Return the tag of a word, its dependency and what does it, "" where nothing does."""
    (doc,) = mended(pipeline().docs([text]), pipeline())
    token = next(t for t in doc if t.text == word)
    return token.tag_, token.dep_, next((c.text for c in token.lefts if c.dep_ == "nsubj"), "")


@pytest.mark.parametrize(
    ("text", "word", "subject"),
    [
        ("In Bergen the sheds are raised on oak posts, and cold air circulates underneath.", "circulates", "air"),
        ("The fur is white with dark stripes on the flanks, and a short mane runs along the back.", "runs", "mane"),
        ("Ten species nest here; the wren is the commonest, and Temminck's stint breeds in Norway.", "breeds", "stint"),
        ("The chamber widens, its pressure falls, and water enters.", "enters", "water"),
        ("Rain enters through cracks, crosses the field in a ditch, and vanishes into a sinkhole.", "vanishes", ""),
    ],
)
def test_a_noun_joined_to_a_verb_is_a_verb(text: str, word: str, subject: str) -> None:
    assert read(text, word) == ("VBZ", "conj", subject)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Norway has promised to renew contracts for gas, which it sells, and fishing deals with Iceland.", "deals"),
        ("The shop sells hats, gloves and coats.", "coats"),
        (
            "They praised the way people were asked, and the digital screens that let visitors explore the ship.",
            "screens",
        ),
    ],
)
def test_a_noun_stays_a_noun(text: str, word: str) -> None:
    assert read(text, word)[0] == "NNS"
