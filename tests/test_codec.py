"""Dataclasses survive the way to JSON text and back; nothing else does."""

import datetime as dt
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen import codec
from quizgen.model import (
    Block,
    Document,
    FactDraft,
    FactKind,
    Modality,
    Option,
    Phrase,
    PhraseType,
    Source,
    Value,
    Verb,
)

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
whole = st.integers(-(2**53), 2**53)
number = st.floats(allow_nan=False, allow_infinity=False)
value = st.builds(
    Value,
    role=text,
    text=text,
    type=text,
    iso=text,
    number=st.none() | number,
    high=st.none() | number,
    unit=text,
    approximate=st.booleans(),
)
phrase = st.builds(
    Phrase,
    text=text,
    start=whole,
    end=whole,
    role=text,
    type=st.sampled_from(PhraseType),
    head=text,
    plural=st.booleans(),
    prep=text,
    position=whole,
    values=st.lists(value, max_size=2).map(tuple),
)
verb = st.builds(
    Verb, lemma=text, text=text, base=text, past=text, participle=text, aux=st.lists(text, max_size=2).map(tuple)
)
draft = st.builds(
    FactDraft,
    kind=st.sampled_from(FactKind),
    subject=phrase,
    relation=text,
    object=st.none() | phrase,
    qualifiers=st.lists(phrase, max_size=2).map(tuple),
    verb=st.none() | verb,
    modality=st.sampled_from(Modality),
    confidence=number,
)


@given(draft)
def test_a_draft_comes_back_equal(made: FactDraft) -> None:
    assert codec.load(FactDraft, codec.dump(made)) == made


@given(st.lists(st.builds(Option, text=text, correct=st.booleans(), origin=text), max_size=4).map(tuple))
def test_options_come_back_equal(options: tuple[Option, ...]) -> None:
    assert codec.load_all(Option, codec.dump_all(options)) == options


@given(st.recursive(text, lambda inner: st.lists(inner, max_size=3).map(tuple), max_leaves=6))
def test_parts_come_back_as_tuples(parts: Any) -> None:
    parts = (parts,)
    assert codec.load_parts(codec.dump(parts)) == parts


def test_a_document_comes_back_equal() -> None:
    document = Document(
        uid="d_1",
        key="a.txt",
        title="A",
        text="Abc.",
        blocks=(Block(start=0, end=4),),
        format="text",
        digest="0",
        date=dt.date(2021, 5, 15),
    )
    assert codec.load(Document, codec.dump(document)) == document


def test_defaults_are_left_out() -> None:
    assert codec.dump(Phrase(text="it", start=0, end=2, role="subject")) == (
        '{"text":"it","start":0,"end":2,"role":"subject"}'
    )


def test_a_zero_is_not_mistaken_for_false() -> None:
    assert codec.load(Value, codec.dump(Value(role="", text="", type="number", number=0.0))).number == 0.0


def test_texts_come_back() -> None:
    assert codec.load_texts('["a","b"]') == ("a", "b")
    assert codec.load_texts("[]") == ()


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "null",
        "[]",
        "{",
        '{"text":"a"}',
        '{"text":1,"start":0,"end":1,"role":"object"}',
        '{"text":"a","start":"0","end":1,"role":"object"}',
        '{"text":"a","start":true,"end":1,"role":"object"}',
        '{"text":"a","start":0.5,"end":1,"role":"object"}',
        '{"text":"a","start":0,"end":1,"role":"object","plural":1}',
        '{"text":"a","start":0,"end":1,"role":"object","type":"planet"}',
        '{"text":"a","start":0,"end":1,"role":"object","values":{}}',
        '{"text":"a","start":0,"end":1,"role":"object","values":[1]}',
        '{"text":"a","start":0,"end":1,"role":"object","wings":2}',
    ],
)
def test_what_does_not_fit_is_refused(damaged: str) -> None:
    with pytest.raises(ValueError):
        codec.load(Phrase, damaged)


@pytest.mark.parametrize("damaged", ["{}", '["a",1]', "3"])
def test_a_damaged_list_of_texts_is_refused(damaged: str) -> None:
    with pytest.raises(ValueError):
        codec.load_texts(damaged)


@pytest.mark.parametrize("damaged", ['{"text":"a"}', '[{"text":"a","correct":"yes"}]'])
def test_a_damaged_list_of_options_is_refused(damaged: str) -> None:
    with pytest.raises(ValueError):
        codec.load_all(Option, damaged)


def test_numbers_that_json_lacks_are_refused() -> None:
    with pytest.raises(ValueError):
        codec.dump(Value(role="", text="", type="number", number=math.nan))


def test_a_whole_number_is_a_number_too() -> None:
    assert codec.load(Value, '{"role":"r","text":"t","type":"n","number":3}').number == 3.0


def test_a_resolved_source_comes_back() -> None:
    source = Source(
        document="a.txt",
        title="A",
        section="",
        sentence="It fell.",
        start=0,
        end=8,
        answer_start=0,
        answer_end=2,
        resolved=True,
    )
    assert codec.load(Source, codec.dump(source)) == source
