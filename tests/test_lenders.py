from dataclasses import replace

import pytest

from quizgen.distractors.lenders import Lenders
from quizgen.model import FactDraft, FactKind, Phrase, PhraseType, Verb

T = PhraseType
VERBS = {"built": "build", "led": "lead", "joins": "join", "landed": "land", "won": "win", "crossed": "cross"}


def name(text: str, type: PhraseType, role: str = "subject", **more: object) -> Phrase:
    given = {"head": text.split()[-1].casefold(), "proper": True, **more}
    return Phrase(text=text, start=0, end=len(text), role=role, type=type, **given)  # type: ignore[arg-type]


def said(
    subject: Phrase, verb: str, object: Phrase | None = None, *, year: str = "", passive: bool = False
) -> FactDraft:
    lemma = VERBS[verb]
    when = (Phrase(text=year, start=0, end=0, role="time", type=T.DATE),) if year else ()
    group = Verb(lemma=lemma, text=verb, base=lemma, past=verb, participle=verb, passive=passive)
    return FactDraft(
        kind=FactKind.EVENT, subject=subject, relation=verb, object=object, qualifiers=when, verb=group, start=0, end=9
    )


def lent(asked: FactDraft, *others: FactDraft, stem: str = "Who was it?", key: Phrase | None = None) -> list[str]:
    found = Lenders([others]).candidates(asked, key or asked.subject, stem=stem)
    return [each.text for each in found]


BRIDGE = name("the Long Bridge", T.PLACE, "object")
ADA = said(name("Ada Holm", T.PERSON), "built", BRIDGE, year="1871")


@pytest.mark.parametrize(
    "other",
    [
        said(name("Torvik Brandt", T.PERSON), "led", BRIDGE, year="1852"),
        said(name("Torvik Brandt", T.PERSON), "led", BRIDGE, year="the spring of 1899"),
        said(name("Torvik van der Brandt", T.PERSON), "built", BRIDGE, year="1871"),
    ],
)
def test_a_person_of_the_same_time_who_did_something_is_lent(other: FactDraft) -> None:
    assert lent(ADA, other) == [other.subject.text]


@pytest.mark.parametrize(
    "other",
    [
        said(name("Torvik Brandt", T.PERSON), "built", BRIDGE, year="1840"),  # of another time
        said(name("Torvik Brandt", T.PERSON), "built", BRIDGE, year="55 BC"),
        said(name("Torvik Brandt", T.PERSON), "built", BRIDGE),  # of a time that is not known
        said(name("Torvik Brandt", T.PERSON), "led", BRIDGE, year="1871", passive=True),  # had it done to him
        said(name("Brandt", T.PERSON), "led", BRIDGE, year="1871"),  # half a name
        said(name("Torvik Brandt in London", T.PERSON), "led", BRIDGE, year="1871"),
        said(name("Torvik Brandt and Eva Lund", T.PERSON), "led", BRIDGE, year="1871"),
        said(name("the builder Torvik Brandt", T.PERSON), "led", BRIDGE, year="1871"),
        said(name("Torvik Brandt", T.UNKNOWN), "led", BRIDGE, year="1871"),  # of another sort
        said(name("Torvik Brandt", T.PERSON, "day"), "led", BRIDGE, year="1871"),
        said(name("Torvik Brandt", T.PERSON, proper=False), "led", BRIDGE, year="1871"),
    ],
)
def test_others_are_not(other: FactDraft) -> None:
    assert lent(ADA, other) == []


def test_a_man_is_not_lent_for_a_woman() -> None:
    mary = said(name("Mary Holm", T.PERSON), "built", BRIDGE, year="1871")
    john, anna = (said(name(each, T.PERSON), "led", BRIDGE, year="1871") for each in ("John Brandt", "Anna Lund"))
    assert lent(mary, john, anna) == ["Anna Lund"]


@pytest.mark.parametrize(("year", "expected"), [("1066", ["Torvik Brandt"]), ("1170", ["Torvik Brandt"]), ("1300", [])])
def test_the_further_back_the_longer_an_age(year: str, expected: list[str]) -> None:
    asked = said(name("Ada Holm", T.PERSON), "built", BRIDGE, year="1100")
    assert lent(asked, said(name("Torvik Brandt", T.PERSON), "led", BRIDGE, year=year)) == expected


def test_facts_without_a_year_have_those_of_their_document() -> None:
    (early, late) = (said(name("Eva Lund", T.PERSON), "won", BRIDGE, year=year) for year in ("1750", "1880"))
    undated = said(name("Torvik Brandt", T.PERSON), "led", BRIDGE)
    assert lent(ADA, late, undated) == ["Eva Lund", "Torvik Brandt"]
    assert lent(ADA, early, undated) == []
    asked = replace(ADA, qualifiers=())
    found = Lenders([[late]], home=[ADA, asked]).candidates(asked, asked.subject, stem="Who was it?")
    assert [each.text for each in found] == ["Eva Lund"]
    assert not Lenders([[early]], home=[ADA, asked]).candidates(asked, asked.subject, stem="Who was it?")


RIVER = name("the Arn", T.PLACE, noun="river")


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (name("the Belk", T.PLACE, noun="river"), ["the Belk"]),
        (name("the Belk River", T.PLACE, head="river"), ["the Belk River"]),
        (name("the Belk", T.PLACE, noun="bridge"), []),
        (name("the Belk", T.PLACE), []),
    ],
)
@pytest.mark.parametrize("stem", ["Which river joins the lake?", "What joins the lake?"])
def test_a_thing_is_lent_for_one_of_its_class(other: Phrase, expected: list[str], stem: str) -> None:
    assert lent(said(RIVER, "joins", BRIDGE), said(other, "crossed", BRIDGE), stem=stem) == expected


@pytest.mark.parametrize(
    ("verb", "more", "expected"),
    [
        ("joins", {}, ["the Belk"]),
        ("crossed", {}, []),
        ("joins", {"noun": "bridge"}, []),
        ("joins", {"plural": True}, []),
    ],
)
def test_without_a_class_it_must_do_the_same(verb: str, more: dict[str, object], expected: list[str]) -> None:
    asked = said(name("the Arn", T.THING), "joins", BRIDGE)
    assert lent(asked, said(name("the Belk", T.THING, **more), verb, BRIDGE), stem="What joins the lake?") == expected


@pytest.mark.parametrize(("year", "expected"), [("", ["the Belk"]), ("1900", ["the Belk"]), ("1500", [])])
def test_a_place_may_be_a_little_older(year: str, expected: list[str]) -> None:
    other = said(name("the Belk", T.PLACE, noun="river"), "crossed", BRIDGE, year=year)
    assert lent(said(RIVER, "joins", BRIDGE, year="1775"), other) == expected
    assert lent(said(RIVER, "joins", BRIDGE), other) == ["the Belk"]


def test_a_key_that_is_no_plain_name_gets_none() -> None:
    asked = said(name("Ada Holm of the Harbour Board in Aldermouth", T.PERSON), "built", BRIDGE, year="1871")
    assert lent(asked, said(name("Torvik Brandt", T.PERSON), "built", BRIDGE, year="1871")) == []


def test_nothing_is_lent_where_there_is_no_kin() -> None:
    assert Lenders([]).candidates(ADA, ADA.subject, stem="Who was it?") == []
