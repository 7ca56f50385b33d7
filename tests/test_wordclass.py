"""Words of a class that they never have are read again."""

import pytest
from docs_of import pipeline

from quizgen.extract import wordclass
from quizgen.nlp import Pipeline

pytestmark = pytest.mark.model


def settled(text: str, given: Pipeline | None = None) -> dict[str, tuple[str, str, str]]:
    """Return tag, dependency and head of each word of a text whose word classes are settled."""
    docs = list(pipeline().docs([text]))
    wordclass.settle(docs, given or pipeline())
    return {t.text: (t.tag_, t.dep_, t.head.text) for t in docs[0]}


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("As vapour rises through the column, the vapour condenses and evaporates again.", "condenses", "VBZ"),
        ("Varnished ash withstands acids, alkalis and boiling water.", "withstands", "VBZ"),
        ("Delta Lyrae brightens and fades every nine days.", "brightens", "VBZ"),
        ("Beads carrying the same charge repel each other and do not clump.", "repel", "VBP"),
        ("He traced the effect to ethylene leaking from old lamps.", "ethylene", "NN"),
        ("In sea urchins these are fused into a rigid shell.", "urchins", "NNS"),
        ("While Olav is away, Ida dances in the rain, catches a fever and dies.", "dances", "VBZ"),
        ("An adult may eat 70 million ants and termites a year.", "termites", "NNS"),
        ("From about 1900 her attention shifted to botany.", "botany", "NN"),
    ],
)
def test_a_word_has_a_class_that_it_can_have(text: str, word: str, place: str) -> None:
    assert settled(text)[word][0] == place


def test_the_sentence_is_parsed_as_the_class_asks_for() -> None:
    found = settled("Varnished ash withstands acids, alkalis and boiling water.")
    assert found["withstands"][1] == "ROOT"
    assert found["ash"] == ("NN", "nsubj", "withstands")
    assert found["acids"] == ("NNS", "dobj", "withstands")


@pytest.mark.parametrize(
    "text",
    [
        "After the partitions of Poland the area came under Russian rule.",
        "Before the late 1970s deaf people in that country lived scattered among hearing families.",
    ],
)
def test_before_a_noun_after_is_a_preposition(text: str) -> None:
    assert settled(text)[text.split()[0]][1] == "prep"


@pytest.mark.parametrize(
    "text",
    [
        "After the town fell, the area came under Russian rule.",
        "Of an area of some 785 square kilometres, more than three quarters lies in Slovakia.",
        "A brand is pricked into the pods so that thieves can be identified.",  # a noun in -ves
        "The wheel was turned by water from the old mill lade.",  # no plural does it
        "The basin needs large, flatter areas.",
        "In the tropics mangroves line the shores.",  # no "tropics mangroves"
        "Ida Holm painted the harbour of Orvik in 1893.",
    ],
)
def test_what_may_be_what_it_is_stays(text: str) -> None:
    (doc,) = pipeline().docs([text])
    assert settled(text) == {t.text: (t.tag_, t.dep_, t.head.text) for t in doc}


def test_a_pipeline_without_lists_changes_nothing() -> None:
    import spacy

    bare = Pipeline(name="bare", version="1", nlp=spacy.blank("en"))
    text = "Varnished ash withstands acids, alkalis and boiling water."
    (doc,) = pipeline().docs([text])
    assert bare.listed("verb") == frozenset()
    assert settled(text, bare) == {t.text: (t.tag_, t.dep_, t.head.text) for t in doc}


def test_the_lists_are_of_base_forms() -> None:
    assert {"condense", "withstand"} <= pipeline().listed("verb") - pipeline().listed("noun")
    assert "botany" in pipeline().listed("noun") - pipeline().listed("verb")
