"""From sentences to facts, with the model that comes with the program."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docs_of import asked, document, drafts, harvests, pipeline, reasons, statements

from quizgen import ids
from quizgen.extract import CODES, harvest, openie
from quizgen.model import Block, FactDraft, Modality, Phrase

pytestmark = pytest.mark.model
GOLDEN = Path(__file__).parent / "golden"


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((GOLDEN / f"{name}.toml").read_text(encoding="utf-8"))


FACTS = table("facts")["case"]
NOTHING = [(text, reason) for reason, entry in table("nothing").items() for text in entry["sentences"]]


@pytest.mark.parametrize("case", FACTS, ids=lambda case: case["text"])
def test_what_a_sentence_states(case: dict[str, Any]) -> None:
    assert statements(case["text"], date=case.get("date")) == case["facts"]


@pytest.mark.parametrize("case", [each for each in FACTS if "questions" in each], ids=lambda case: case["text"])
def test_what_a_sentence_is_asked(case: dict[str, Any]) -> None:
    found = [each.split(": ", 1)[1] for each in asked(drafts(case["text"], date=case.get("date")))]
    for question in case["questions"]:
        assert question in found


@pytest.mark.parametrize(("text", "reason"), NOTHING, ids=[text for text, _ in NOTHING])
def test_what_gives_nothing(text: str, reason: str) -> None:
    assert not statements(text)
    assert reason in reasons(text)


def test_as_many_sentences_give_nothing_as_give_something() -> None:
    assert len(NOTHING) >= len(FACTS)


# --- documents ------------------------------------------------------------------------------------------------------

PAGE = """Rain fell on Lisbon in 1755. Clara Schumann gave her first concert in Leipzig in 1828. She played well.

Rain fell on Lisbon in 1755. The harbour was rebuilt later. Iceland, which is an island, has 30 active volcanoes.

If Rome falls, the world falls. Carl Linnaeus visited Lapland, collected 100 plants and returned to Uppsala."""


def spelled(draft: FactDraft) -> list[Phrase]:
    """Return the arguments that stand in the text."""
    return [each for each in draft.arguments if each.end]


def test_sentences_come_in_order_with_their_place() -> None:
    read = harvests(PAGE)
    assert [each.sentence.position for each in read] == list(range(len(read))) == list(range(8))
    for each in read:
        sentence = each.sentence
        assert PAGE[sentence.start : sentence.end] == sentence.text
        assert sentence.line == PAGE.count("\n", 0, sentence.start) + 1
    starts = [each.sentence.start for each in read]
    assert starts == sorted(starts)


def test_a_repeated_sentence_has_a_name_of_its_own() -> None:
    read = harvests(PAGE)
    same = [each.sentence for each in read if each.sentence.text.startswith("Rain fell")]
    assert len({each.uid for each in same}) == len(same) == 2
    assert [each.uid for each in same] == [
        ids.sentence(document(PAGE).uid, same[0].text, repeat) for repeat in range(2)
    ]


def test_facts_and_their_arguments_stand_in_their_sentence() -> None:
    for each in harvests(PAGE):
        for draft in each.drafts:
            assert each.sentence.start <= draft.start < draft.end <= each.sentence.end
            for phrase in spelled(draft):
                assert draft.start <= phrase.start < phrase.end <= draft.end
                assert phrase.resolved or PAGE[phrase.start : phrase.end].casefold() == phrase.text.casefold()


def test_a_sentence_gives_facts_or_says_why_not() -> None:
    for each in harvests(PAGE):
        assert bool(each.drafts) != bool(each.drops)
        for drop in each.drops:
            assert drop.stage == ("resolve" if drop.code in {"unresolved-mention", "unresolved-pronoun"} else "extract")
            assert (drop.document, drop.text, drop.detail) == ("own.txt", each.sentence.text, CODES[drop.code])
            assert (drop.start, drop.end) == (each.sentence.start, each.sentence.end)


def test_only_what_the_text_stands_behind_is_a_fact() -> None:
    assert {draft.modality for draft in drafts(PAGE)} <= {Modality.CERTAIN, Modality.PLANNED}


def test_reading_twice_is_reading_once() -> None:
    assert harvests(PAGE) == harvests(PAGE)


def test_headings_are_not_read() -> None:
    page = document("Rome fell in 476.\n\nRain fell on Lisbon in 1755.")
    page = replace(page, blocks=(replace(page.blocks[0], kind="heading"), page.blocks[1]))
    read = list(harvest(page, pipeline()))
    assert [each.sentence.text for each in read] == ["Rain fell on Lisbon in 1755."]


def test_a_sentence_knows_its_section_and_line() -> None:
    text = "Lisbon\n\nRain fell on Lisbon\nin 1755. Fire followed the rain in Lisbon."
    page = replace(document(text), blocks=(Block(start=8, end=len(text), line=3, section="Lisbon"),))
    read = list(harvest(page, pipeline()))
    assert [(each.sentence.section, each.sentence.line) for each in read] == [("Lisbon", 3), ("Lisbon", 4)]
    assert read[0].sentence.text == "Rain fell on Lisbon\nin 1755."


def test_a_line_break_inside_a_sentence_does_not_part_it() -> None:
    assert statements("Gregor Mendel published\nhis results in Brno in 1866.") == statements(
        "Gregor Mendel published his results in Brno in 1866."
    )


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "—", "()", "1", "\U0001f600", "\u200b"])
def test_text_without_words_gives_nothing(text: str) -> None:
    assert not statements(text)


def test_a_long_document_is_read_like_a_short_one() -> None:
    filler = "Rain fell on Lisbon in 1755. " * 20
    text = "\n\n".join([filler] * 40 + ["Gregor Mendel lived in Brno.", "He died in January 1884."])
    assert statements(text)[-1] == "Gregor Mendel died in January 1884."


# --- open information extraction ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mendel grew peas in Brno.", ("grew", ("Mendel", "peas", "in Brno"))),
        ("Napoleon did not conquer Russia.", ("did not conquer", ("Napoleon", "Russia"))),
        ("Venice may sink into the sea.", ("may sink into", ("Venice", "the sea"))),
        ("He wrote a letter.", ("wrote", ("He", "a letter"))),
        ("The canal was opened by the queen.", ("was opened by", ("The canal", "the queen"))),
    ],
)
def test_every_clause_is_a_tuple_of_its_own_words(text: str, expected: tuple[str, tuple[str, ...]]) -> None:
    found = [(relation, arguments) for _, _, relation, arguments in openie([text], pipeline())]
    assert found == [expected]


def test_each_tuple_names_its_sentence_and_how_sure_it_is() -> None:
    texts = ["Mendel, a monk, grew peas.", "Rain.", "Mendel wrote a letter."]
    rows = list(openie(texts, pipeline()))
    assert [text for text, *_ in rows] == [texts[0], texts[0], texts[2]]
    assert all(0 < confidence < 1 for _, confidence, *_ in rows)
