"""Words that hang on the wrong one go back to their place; where none is certain, nothing is said."""

import pytest
from docs_of import pipeline, statements

from quizgen.extract.misfits import is_adverb
from quizgen.extract.repair import mended

pytestmark = pytest.mark.model


def heads(text: str) -> dict[str, tuple[str, str]]:
    (doc,) = mended(pipeline().docs([text]), pipeline())
    return {t.text: (t.dep_, t.head.text) for t in doc}


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Impulses run along the upper branch of cranial nerve VIII to the brain stem.", "VIII", ("nmod", "nerve")),
        ("A measured quantity of calcium hydroxide is added to water.", "hydroxide", ("pobj", "of")),
        (
            "Suddenly the bare bed is exposed to cold air, and permafrost starts to grow.",
            "permafrost",
            ("nsubj", "starts"),
        ),
        (
            "Overturn carries dissolved oxygen downwards and returns nutrients to the light.",
            "oxygen",
            ("dobj", "carries"),
        ),
        ("Near the coast, steep hills rise out of ground that is otherwise level.", "is", ("relcl", "ground")),
        (
            "When the head begins to turn, the fluid is left behind by its own inertia and pushes against the cup.",
            "pushes",
            ("conj", "left"),
        ),
    ],
)
def test_a_word_is_back_in_its_place(text: str, word: str, place: tuple[str, str]) -> None:
    assert heads(text)[word] == place


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("The lift carries stones slowly upwards.", "stones", ("dobj", "carries")),
        ("The council set up a group of engineers that was led by Ida Holm.", "led", ("relcl", "group")),
    ],
)
def test_what_is_right_stays(text: str, word: str, place: tuple[str, str]) -> None:
    assert heads(text)[word] == place


@pytest.mark.parametrize(
    ("word", "known"),
    [("slowly", True), ("northward", True), ("indoors", True), ("permafrost", False), ("karst", False)],
)
def test_an_adverb_is_known_by_its_ending_or_from_the_list(word: str, known: bool) -> None:
    assert is_adverb(word) is known


@pytest.mark.parametrize(
    "text",
    [
        "In Oslo a coated kettle takes longer to bring water to the boil.",
        "In Oslo the disc and the flow resumes.",
    ],
)
def test_a_clause_in_pieces_gives_nothing(text: str) -> None:
    assert not statements(text)
