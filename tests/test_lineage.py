"""Who inherits the id of a statement that a text no longer makes."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen import lineage
from quizgen.lineage import Claim, Line
from quizgen.model import FactDraft, FactKind, Modality, Phrase, Verb


def lines(*texts: str) -> list[Line]:
    return [Line(uid=text, text=text) for text in texts]


def claim(name: str, sentence: str, **changes: object) -> Claim:
    made = Claim(
        statement=name,
        sentence=sentence,
        kind="relation",
        subject="the moon",
        relation="have",
        object="three craters",
        slots=("object",),
        start=0,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def phrase(text: str, role: str = "subject", prep: str = "") -> Phrase:
    return Phrase(text=text, start=0, end=len(text), role=role, prep=prep)


def verb(passive: bool = False, particle: str = "") -> Verb:
    forms = {"lemma": "eat", "text": "eats", "base": "eat", "past": "ate", "participle": "eaten"}
    return Verb(**forms, passive=passive, particle=particle)  # type: ignore[arg-type]


DRAFT = FactDraft(kind=FactKind.RELATION, subject=phrase("The shark"), relation="ate", verb=verb())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Moon has three craters.", "The Moon has five craters."),
        ("The Marz probe landed in May.", "The Mars probe landed in May."),
        ("Watter boils.", "Water boils."),
        ("The bridge was opened in 1932.", "The bridge was opened to traffic in 1932."),
        ("“Old” quotes – here", '"Old" quotes - here'),
    ],
)
def test_versions_of_a_sentence_are_similar(one: str, other: str) -> None:
    assert lineage.similarity(one, other) >= lineage.SIMILAR


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Moon has three craters.", "Bread is baked from flour."),
        ("The bridge was opened in 1932.", "A whale is a mammal that lives in the sea."),
        ("", "Water boils."),
    ],
)
def test_other_sentences_are_not(one: str, other: str) -> None:
    assert lineage.similarity(one, other) < lineage.SIMILAR


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ("a b c", "a b c", {"a": "a", "b": "b", "c": "c"}),
        ("a b c", "a c", {"a": "a", "c": "c"}),
        ("a c", "a b c", {"a": "a", "c": "c"}),
        ("a b c", "c a b", {"a": "a", "b": "b", "c": "c"}),
        ("", "a", {}),
        ("a", "", {}),
        ("a b", "x y", {}),
    ],
)
def test_alignment_of_sentences_that_stayed(old: str, new: str, pairs: dict[str, str]) -> None:
    assert lineage.align(lines(*old.split()), lines(*new.split())) == pairs


def test_changed_sentences_are_aligned_in_order() -> None:
    old = lines("Same.", "The tower has nine floors.", "The tower has red walls.", "End.")
    new = lines("Same.", "The tower has ten floors.", "A new one.", "The tower has blue walls.", "End.")
    assert lineage.align(old, new) == {
        "Same.": "Same.",
        "End.": "End.",
        "The tower has nine floors.": "The tower has ten floors.",
        "The tower has red walls.": "The tower has blue walls.",
    }


def test_the_closest_version_wins() -> None:
    old = lines("The tower has nine floors.")
    new = lines("The tower has nine old doors.", "The tower has nine floor.")
    assert lineage.align(old, new) == {"The tower has nine floors.": "The tower has nine floor."}


def test_a_partner_is_given_once() -> None:
    pairs = lineage.align(lines("The cat sat.", "The cat sat up."), lines("The cat sat down."))
    assert len(pairs) == 1


@given(st.lists(st.sampled_from("abcdef"), unique=True), st.lists(st.sampled_from("abcdef"), unique=True))
def test_what_stayed_is_always_aligned_with_itself(old: list[str], new: list[str]) -> None:
    pairs = lineage.align(lines(*old), lines(*new))
    assert pairs == {uid: uid for uid in old if uid in new}


def test_long_texts_align_in_little_time() -> None:
    old = lines(*(f"Sentence number {index} says something about topic {index % 17}." for index in range(15_000)))
    new = [line if index % 50 else Line(uid=f"n{index}", text=line.text + " Indeed.") for index, line in enumerate(old)]
    begin = time.process_time()
    pairs = lineage.align(old, new)
    assert len(pairs) == 15_000
    assert time.process_time() - begin < 3


@pytest.mark.parametrize(
    "changes",
    [
        {"object": "five craters"},
        {"subject": "the lunar surface"},
        {"object": "five craters", "relation": "show"},
        {"slots": ("object", "time")},
        {"slots": ()},
    ],
)
def test_an_heir_is_found(changes: dict[str, object]) -> None:
    old, new = lines("The Moon has three craters."), lines("The Moon has five craters.")
    found = claim("new", new[0].uid, **changes)
    assert lineage.heirs(old, new, [claim("old", old[0].uid)], [found]) == {"new": "old"}


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "definition"},
        {"subject": "mars", "object": "five craters"},
        {"slots": ("object", "time"), "relation": "show"},
        {"slots": ("time",)},
        {"sentence": "Bread is baked from flour."},
    ],
)
def test_strangers_inherit_nothing(changes: dict[str, object]) -> None:
    old, new = lines("The Moon has three craters."), lines("The Moon has five craters.", "Bread is baked from flour.")
    found = claim("new", **{"sentence": new[0].uid, **changes})  # type: ignore[arg-type]
    assert lineage.heirs(old, new, [claim("old", old[0].uid)], [found]) == {}


def test_each_heir_takes_the_closest_claim_and_only_one() -> None:
    old, new = lines("The Moon has three craters and two seas."), lines("The Moon has four craters and two seas.")
    lost = [claim("one", old[0].uid), claim("two", old[0].uid, object="two seas", relation="bear")]
    found = [claim("a", new[0].uid, object="four craters"), claim("b", new[0].uid, object="two seas", relation="carry")]
    assert lineage.heirs(old, new, lost, found) == {"a": "one", "b": "two"}


def test_a_better_rule_in_the_same_sentence_inherits() -> None:
    same = lines("The Moon has three craters.")
    found = [claim("new", same[0].uid, object="three big craters")]
    assert lineage.heirs(same, same, [claim("old", same[0].uid)], found) == {"new": "old"}


def test_nothing_lost_nothing_inherited() -> None:
    same = lines("The Moon has three craters.")
    assert lineage.heirs(same, same, [], [claim("new", same[0].uid)]) == {}


@pytest.mark.parametrize(
    "other",
    [
        replace(DRAFT, verb=verb(passive=True)),
        replace(DRAFT, verb=verb(particle="up")),
        replace(DRAFT, modality=Modality.NEGATED),
        replace(DRAFT, modality=Modality.PLANNED),
        replace(DRAFT, object=phrase("the seal", "object")),
        replace(DRAFT, kind=FactKind.EVENT),
        replace(DRAFT, qualifiers=(phrase("1959", "time", "in"),)),
    ],
)
def test_statements_that_differ(other: FactDraft) -> None:
    assert lineage.statement(other) != lineage.statement(DRAFT)


def test_before_is_not_in() -> None:
    before, within = (replace(DRAFT, qualifiers=(phrase("1959", "time", prep),)) for prep in ("before", "in"))
    assert lineage.statement(before) != lineage.statement(within)


def test_wording_extractor_and_order_are_no_part_of_a_statement() -> None:
    first, second = phrase("1959", "time", "in"), phrase("Rome", "place", "in")
    one = replace(DRAFT, qualifiers=(first, second), extractor="a", start=3, confidence=0.2)
    other = replace(DRAFT, qualifiers=(second, first), relation="has eaten", extractor="b")
    assert lineage.statement(one) == lineage.statement(other)


def test_a_claim_without_object_is_known_by_its_qualifiers() -> None:
    draft = replace(DRAFT, qualifiers=(phrase("1959", "time", "in"),))
    assert lineage.claim("x", "s", draft).object == "time:in 1959"
    assert lineage.claim("x", "s", draft).slots == ("time",)
