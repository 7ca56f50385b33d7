"""What was read as a verb, an object or an aside goes back into the list or to the noun that it belongs to."""

import pytest
from docs_of import pipeline

from quizgen.extract.repair import mended

pytestmark = pytest.mark.model


def heads(text: str) -> dict[str, tuple[str, str]]:
    (doc,) = mended(pipeline().docs([text]), pipeline())
    return {t.text: (t.dep_, t.head.text) for t in doc}


BACK = [
    ("The floor is composed of pine needles and rotting leaves.", "leaves", ("conj", "needles")),
    ("The chains are attached to mooring posts, buried anchors and stone blocks.", "anchors", ("conj", "posts")),
    ("The storm announces itself by a red sky, small clouds and a warm wind.", "clouds", ("conj", "sky")),
    ("The ledgers compare the number of ships arriving and leaving.", "arriving", ("acl", "ships")),
    (
        "Most people go by boat, but trucks longer than 12 metres must drive round by the bridge, a long way.",
        "longer",
        ("amod", "trucks"),
    ),
    ("The ridge consists of basalt, poured out as lava some 60 million years ago.", "poured", ("acl", "basalt")),
    ("The first comet to be found after Elm was sighted on 3 May 1882 by Ida Holm.", "sighted", ("ROOT", "sighted")),
    (
        "The college has its roots in the Elm School, founded in 1869 and became a hall in 1992.",
        "became",
        ("conj", "has"),
    ),
    ("The brig Vela sank the old corvette Elm, whose captain, Otto Berg, was killed.", "Elm", ("dobj", "sank")),
]


@pytest.mark.parametrize(("text", "word", "place"), BACK)
def test_a_word_goes_back(text: str, word: str, place: tuple[str, str]) -> None:
    assert heads(text)[word] == place


KEPT = [
    ("The dust, containing iron, lead and zinc, settles in the lungs.", "containing", ("acl", "dust")),
    ("The barge waited longer than 40 minutes at the lower lock.", "longer", ("advmod", "waited")),
    ("The bridge spans the river and carries a road.", "carries", ("conj", "spans")),
    ("The crew painted the hull with brushes, a roller and a sponge.", "roller", ("conj", "brushes")),
    ("Ida Holm sank the corvette, whose captain was killed.", "corvette", ("dobj", "sank")),
    ("The school was founded in 1869 and rebuilt in 1992.", "rebuilt", ("conj", "founded")),
]


@pytest.mark.parametrize(("text", "word", "place"), KEPT)
def test_what_is_at_home_stays(text: str, word: str, place: tuple[str, str]) -> None:
    assert heads(text)[word] == place
