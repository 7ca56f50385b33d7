"""What headlines name, and what a page of news is about."""

import datetime as dt
from dataclasses import replace

import pytest
from drafts import IS, T, draft, phrase, verb, year

from quizgen import headlines, labels
from quizgen.model import Evidence, Fact, Question, QuestionKind, Source
from quizgen.questions import events

DAY = dt.date(2025, 6, 14)


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("Ferry fire off Holm kills four", "Ferry fire off Holm"),
        ("Wreck of Holm's last ferry found", ""),
        ("Rail parted before Lund tram crash, experts say", "Lund tram crash"),
        ("Police say Oslo tram crash could have been avoided", "Oslo tram crash"),
        ("Death toll rises to 40 after Lisbon earthquake", "Lisbon earthquake"),
        ("Two killed in explosion at Gdansk shipyard", ""),
        ("Iceland eruption: lava reaches road", "Iceland eruption"),
        ("Flood on the Orla sweeps away old bridge", "Flood on the Orla"),
        ("Fire destroys historic mill in Kent", ""),
        ("Why fire needs oxygen", ""),
        ("How a storm forms", ""),
        ("A quiet vote of the council", ""),
        ("", ""),
    ],
)
def test_a_headline_names_an_event_with_its_place(title: str, event: str) -> None:
    assert headlines.event(title) == event


def told(title: str, *texts: str, start: int = 0) -> list[Fact]:
    made = draft(phrase("mud", "subject"), IS, phrase("soft", "attribute"))
    seen = [
        Evidence(document="a", sentence="s", text=text, start=start, end=start + 9, extractor="x", title=title)
        for text in texts
    ]
    return [Fact(uid=f"f_{n}", document="a", draft=made, evidence=(each,)) for n, each in enumerate(seen)]


@pytest.mark.parametrize(
    ("title", "text", "day", "name"),
    [
        ("Ferry fire off Holm kills four", "Four people died.", DAY, "Ferry fire off Holm, June 2025"),
        ("Ferry fire off Holm kills four", "Four people died.", None, "Ferry fire off Holm"),
        (
            "Ida Holm ends the long wait of her country",
            "Holm won the Tour of Lund on Sunday.",
            DAY,
            "Tour of Lund 2025",
        ),
        ("Ida Holm ends the long wait of her country", "Holm won the Berg Prize for Lamp.", DAY, "Berg Prize 2025"),
        (
            "Botswana's voters oust the party of old",
            "Lots of people voted in the general election.",
            DAY,
            "Botswana general election 2025",
        ),
        ("The voters oust the party of old", "Lots of people voted in the general election.", DAY, ""),
        ("Ida Holm", "Holm won the Berg Prize in 1990.", DAY, ""),
        ("Ida Holm ends the long wait of her country", "Holm won the heart of Lund.", DAY, ""),
        ("Why Rivers Bend", "Rivers bend.", DAY, ""),
    ],
)
def test_a_page_of_news_is_about_its_event(title: str, text: str, day: dt.date | None, name: str) -> None:
    assert events.name(told(title, text), day) == name


def test_what_is_told_late_is_not_the_event_of_a_page() -> None:
    assert events.name(told("Ida Holm ends the long wait of all", "Holm won the Berg Prize.", start=900), DAY) == ""


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("Ida Holm won the Tour of Lund on Sunday.", "Tour of Lund 2025"),
        ("It was the first time that a Dane could win Wimbledon.", "Wimbledon 2025"),
        ("Ida Holm went to Wimbledon on Sunday.", ""),
    ],
)
def test_first_sentences_name_an_event_even_if_they_state_no_fact(lead: str, name: str) -> None:
    assert events.name(told("Ida Holm ends the long wait of her country", "She sang."), DAY, [lead]) == name


@pytest.mark.parametrize(("apart", "other"), [(90, True), (400, False)])
def test_a_bare_count_behind_a_dated_event_is_its_own(apart: int, other: bool) -> None:
    old = draft(phrase("the Astra", "subject"), verb("sank", "sink"), year("1987"))
    many = draft(phrase("4,300 people", "subject", T.NUMBER, head="people"), verb("died", "die"))
    facts = [told("Ferry sinks off Holm", "x", start=at)[0] for at in (100, 100 + apart)]
    before, fact = (replace(each, draft=made) for each, made in zip(facts, (old, many), strict=True))
    assert events.is_of_another(fact, [before, fact]) is other
    assert not events.is_of_another(before, [before, fact])


def test_a_page_without_facts_has_no_event() -> None:
    assert events.name([], DAY) == ""


@pytest.mark.parametrize(
    ("prompt", "bare"),
    [
        ("Ferry fire off Holm, June 2025: Who died?", "Who died?"),
        ("Berg Prize 2025: Who won?", "Who won?"),
        ("Berg Prize 2025 – The day: Who won?", "Who won?"),
        ("Who won in 2025: Holm or Berg?", "Who won in 2025: Holm or Berg?"),
        ("Who won?", "Who won?"),
    ],
)
def test_the_label_of_an_event_is_no_part_of_a_stem(prompt: str, bare: str) -> None:
    source = Source(document="a", title="x", section="", sentence="", start=0, end=1, answer_start=0, answer_end=1)
    question = Question(
        uid="q",
        kind=QuestionKind.SHORT,
        prompt=prompt,
        answer="x",
        document="a",
        template="t",
        slot="s",
        facts=("f",),
        sources=(source,),
    )
    assert labels.bare(question) == bare
