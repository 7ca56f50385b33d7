"""Sentences whose verb the tagger took for a noun get the parse that their past has."""

import pytest
from docs_of import pipeline

from quizgen.extract.repair import mended

pytestmark = pytest.mark.model


def tags(text: str) -> list[str]:
    (doc,) = mended(pipeline().docs([text]), pipeline())
    return [token.tag_ for token in doc if token.dep_ == "ROOT"]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Yeast converts sugar into alcohol and carbon dioxide.", "VBZ"),
        ("Camels store fat in their humps.", "VBP"),
        ("The Hebrides consist of more than 500 islands.", "VBP"),
        ("A thermostat measures the temperature and switches the compressor on when it gets too warm.", "VBZ"),
        ("In England the Statute of Labourers of 1351 fixed wages at a low level, but it caused anger.", "VBD"),
        ("Rain fell on Lisbon. The Channel Tunnel runs between Folkestone and Calais.", "VBZ"),
    ],
)
def test_a_present_that_was_read_as_a_noun_is_a_verb(text: str, tag: str) -> None:
    assert tags(text)[-1] == tag


@pytest.mark.parametrize(
    "text",
    [
        "A view of Lisbon from the river.",
        "Fish markets in the harbour of Tokyo.",
        "Water supplies in the north of Spain.",
        "Border controls between France and Spain.",
        "Road covers and drains.",
        "A letter written by Darwin to the editor of the Times.",
        "Yeast converts sugar into alcohol",
    ],
)
def test_a_caption_stays_without_a_verb(text: str) -> None:
    assert not any(tag.startswith("VB") for tag in tags(text))


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Ivy and moss cling to the walls of Oxford.", "VBP"),
        ("Bacteria soon clog the filters.", "VBP"),
        ("In 1921 the family settled in Bonn.", "VBD"),
        ("After the war the price of coal roughly quadrupled within months.", "VBD"),
    ],
)
def test_a_verb_with_a_subject_and_no_auxiliary_is_finite(text: str, tag: str) -> None:
    assert tags(text) == [tag]


def test_a_sentence_that_has_a_verb_is_left_alone() -> None:
    text = "The store of the museum runs out. Bees collect nectar."
    (plain,) = pipeline().docs([text])
    (read,) = mended(pipeline().docs([text]), pipeline())
    assert [(t.tag_, t.dep_, t.head.i) for t in plain] == [(t.tag_, t.dep_, t.head.i) for t in read]


def test_the_words_and_names_of_a_mended_sentence_stay() -> None:
    text = "Bolivia borders Brazil and Peru."
    (plain,) = pipeline().docs([text])
    (read,) = mended(pipeline().docs([text]), pipeline())
    assert read.text == text
    assert [(e.text, e.label_) for e in read.ents] == [(e.text, e.label_) for e in plain.ents]
    assert next(t.lemma_ for t in read if t.text == "borders") == "border"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The port handles containers, fruit exports and cruise ships, but is small.", "VBZ"),
        ("Because the roof leaks, rain damages the paintings.", "VBZ"),
        ("Road signs along the coast of Portugal.", "NNS"),
        ("A driver waves from the first tram at Customs House Square.", "NNS"),
    ],
)
def test_a_second_reading_tells_verbs_from_nouns(text: str, tag: str) -> None:
    assert tags(text) == [tag]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The bell was lifted by a team and placed in a tank.", "VBN"),
        ("Ada Brook was taken on by the service and sent to the Gold Coast.", "VBN"),
        ("Ada Brook was knighted by the king and retired to the coast.", "VBD"),
    ],
)
def test_what_is_only_done_to_somebody_continues_a_passive(text: str, tag: str) -> None:
    (doc,) = mended(pipeline().docs([text]), pipeline())
    assert next(t.tag_ for t in doc if t.lower_ in ("placed", "sent", "retired")) == tag
