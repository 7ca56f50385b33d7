"""Times, places, amounts and aims around a verb: which of them are its own, and how they are asked for."""

import pytest
from docs_of import asked, drafts

pytestmark = pytest.mark.model


def questions(text: str) -> list[str]:
    """Return what is asked about a text, without the templates."""
    return [line.partition(": ")[2] for line in asked(drafts(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In about 1525 Ida Holm sent a letter to Otto Rask.",
            "When did Ida Holm send a letter to Otto Rask? => about 1525",
        ),
        (
            "The bell of Bergen dates from the late fifteenth century.",
            "From when does the bell of Bergen date? => the late fifteenth century",
        ),
        ("The bell of Bergen dates from 1488.", "From which year does the bell of Bergen date? => 1488"),
        (
            "Salt was shipped to Bergen from the 1760s on, and Otto Rask built a port.",
            "When was salt shipped to Bergen? => from the 1760s on",
        ),
        (
            "The actor Otto Rask, who has died in Bergen at the age of 84, played Hamlet.",
            "At what age did the actor Otto Rask die in Bergen? => 84",
        ),
        ("The council has opened a library in Bergen.", "Where has the council opened a library? => Bergen"),
        (
            "Ida Holm died in Lund a year after British troops had occupied Bergen.",
            "When did Ida Holm die in Lund? => a year after British troops had occupied Bergen",
        ),
    ],
)
def test_a_time_is_asked_for_with_its_verb(text: str, expected: str) -> None:
    assert expected in questions(text)


@pytest.mark.parametrize(
    ("text", "dated", "plain"),
    [
        (
            "In 1912 Ida Holm worked as a nurse, and soon afterwards became convinced that mice carry the disease.",
            "work as a nurse",
            "become convinced",
        ),
        (
            "Ida Holm married in 1912 and had two sons, but her sister Ada was born early and lived in Graz.",
            "marry",
            "live",
        ),
    ],
)
def test_a_date_stays_with_its_own_deed(text: str, dated: str, plain: str) -> None:
    found = [each for each in questions(text) if each.startswith("In which year ")]
    assert any(dated in each for each in found)
    assert not any(plain in each for each in found)


def test_a_date_holds_for_the_second_deed_of_a_sentence() -> None:
    assert "In which year did Ida Holm move to Bergen? => 1912" in questions(
        "In 1912 Ida Holm worked as a nurse and moved to Bergen."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ida Holm wrote a novel about Bergen, where Otto Rask came in 1912.",
            "In which year did Otto Rask come to Bergen? => 1912",
        ),
        (
            "Otto Rask moved to Bergen, where Ida Holm taught law in 1912.",
            "In which year did Ida Holm teach law in Bergen? => 1912",
        ),
        ("Travellers reach Bergen by ferry, usually from Oslo.", "How do travellers reach Bergen? => by ferry"),
        ("Bronze is cast in moulds, rarely in pits.", "What is cast in moulds? => bronze"),
        ("Steel consists mainly of iron.", "What does steel consist mainly of? => iron"),
        (
            "Like brass, bronze expands by 2 per cent when it is heated.",
            "By what percentage does bronze expand when it is heated? => 2 per cent",
        ),
        ("Ida Holm swims like a fish.", "Who swims like a fish? => Ida Holm"),
        (
            "In July the average temperature in Bergen reaches 18 °C.",
            "What does the average temperature in Bergen reach in July? => 18 °C",
        ),
        ("The boiler reaches 180 °C.", "What temperature does the boiler reach? => 180 °C"),
        (
            "In 2019 the price of copper in Bergen reached $6,000 a tonne.",
            "What did the price of copper in Bergen reach in 2019? => $6,000 a tonne",
        ),
        ("In 2019 Ida Holm received $6,000.", "How much money did Ida Holm receive in 2019? => $6,000"),
        (
            "Sardinia covers 3,600 square kilometres.",
            "How many square kilometres does Sardinia cover? => 3,600 square kilometres",
        ),
        ("Ida Holm was chosen for a school in Graz.", "Who was chosen for a school in Graz? => Ida Holm"),
    ],
)
def test_a_place_or_an_amount_is_asked_for_with_its_verb(text: str, expected: str) -> None:
    assert expected in questions(text)


@pytest.mark.parametrize(
    "text",
    [
        "In about 525 Queen Ida sent a letter to Otto Rask.",
        "The tower, where a pair of storks has lived since 2011, was repaired.",
    ],
)
def test_what_has_lost_a_part_is_not_asked_for(text: str) -> None:
    assert questions(text) == []


def test_the_place_of_a_body_is_not_that_of_the_deed() -> None:
    text = "Ida Holm was chosen for the Technical University of Lund, in Sweden."
    assert not any(each.endswith("=> Sweden") for each in questions(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nurses count the swabs so that none is left in the wound.", "So that none is left in the wound"),
        ("Foxes have warm feet so that they can walk on ice.", "So that they can walk on ice"),
        ("In 1912 Ida Holm built a mill to grind corn.", "To grind corn"),
        ("Ida Holm was sent to Bergen to study law with Otto Rask.", "To study law with Otto Rask"),
    ],
)
def test_an_aim_is_asked_for(text: str, expected: str) -> None:
    assert any(each.startswith("Why ") and each.endswith(f"=> {expected}") for each in questions(text))


@pytest.mark.parametrize(
    "text",
    [
        "Steep cliffs fall into the sea so that no path is left along the shore.",  # what came of it
        "In 1912 Ida Holm won a scholarship to study glaciers in Graz.",  # what it was for
        "With the years, a child comes to understand irony.",  # what comes about
    ],
)
def test_a_result_is_no_aim(text: str) -> None:
    assert not any(each.startswith("Why ") for each in questions(text))


def test_who_held_an_office_goes_out_of_a_question() -> None:
    found = questions("Norland became independent in 1980, with Ida Holm as its first president.")
    assert "In which year did Norland become independent? => 1980" in found
    assert not any(each.startswith("With whom") for each in found)


def test_a_partner_stays_in_a_question() -> None:
    found = questions("Ida Holm collaborated with Otto Rask on studies of the mantle in 1980.")
    assert any(each.startswith("With whom did Ida Holm collaborate") for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "Sardinia measures 130 km by 40 km.",  # neither side alone
        "Ida Holm was ridiculed for twenty years before Otto Rask confirmed her theory.",  # for how long
        "Otto Rask died in Lund in 1906, after less than two years of marriage.",  # of another deed
        "That weekly attendance falls from 2,000 to 1,600.",  # which, only the page tells
    ],
)
def test_an_amount_beside_another_is_not_asked_for(text: str) -> None:
    asking = ("How many kilometres", "When was Ida Holm ridiculed", "After how long", "To what level")
    assert not any(each.startswith(asking) for each in questions(text))
