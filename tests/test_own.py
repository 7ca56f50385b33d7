"""Nouns that mean what the title names, or the one name, depth or inventor of it, and answers that say no more."""

import pytest
from docs_of import drafts
from drafts import T, draft, passive, phrase, year

from quizgen.questions import unsaid
from quizgen.questions.case import Case
from quizgen.questions.vagueness import Topics

LAKE = ("Lake Torv", "Lake Torv is a large lake in northern Norway. It stretches for about 60 kilometres. ")
ISLES = ("Orla Islands", "The Orla Islands lie between Norway and Scotland. ")
STRAIT = ("Orla Strait", "The Orla Strait is shallow and full of reefs. ")
HILLS = ("Tarn Mountains", "The Tarn Mountains form the border between Poland and Slovakia. ")
METHOD = (
    "Dialysis",
    "Dialysis separates small particles from large ones. A thin membrane holds back what is large. "
    "Water carries the salts away. The water is changed each hour. ",
)


def topical(text: str, title: str) -> list[str]:
    """Return the phrases that only the topic explains."""
    return [p.text for each in drafts(text, title=title) for p in each.arguments if p.topical]


@pytest.mark.parametrize(
    ("topic", "text", "said"),
    [
        (ISLES, "Denmark sold the islands in 1879.", "the islands"),
        (STRAIT, "In 1906 Norway and Britain divided the islands.", "the islands"),
        (HILLS, "Slovakia declared the range a national park in 1949.", "the range a national park"),
        (LAKE, "The average depth is less than six metres.", "the average depth"),
        (LAKE, "The maximum depth is 288 metres.", "the maximum depth"),
        (LAKE, "The present name was adopted in 1920.", "the present name"),
        (METHOD, "The method was invented by Emil Krantz in 1861.", "the method"),
        (METHOD, "The term was introduced in 1861 by Emil Krantz.", "the term"),
        (METHOD, "In Oslo the temperature fell to 3 °C in 1861.", "the temperature"),
        (("Vanuatu", "Vanuatu lies in the Pacific. "), "In 1970 the colony adopted a constitution.", "the colony"),
    ],
)
def test_what_the_title_names_is_clear(topic: tuple[str, str], text: str, said: str) -> None:
    title, before = topic
    assert said in topical(before + text, title)


@pytest.mark.parametrize(
    ("topic", "text", "said"),
    [
        (STRAIT, "The Shetland Islands belong to Britain. Norway occupied the islands in 1940.", "the islands"),
        (HILLS, "Lund has a shop. The range was extended in 1949.", "the shop"),
        (LAKE, "The Torv Canal is narrow. The average depth is less than six metres.", "the average depth"),
        (LAKE, "The second name was adopted in 1920.", "the second name"),
        (METHOD, "Gas dialysis is called diffusion. The term was introduced in 1861.", "the term"),
        (METHOD, "The same method was invented in 1861.", "the same method"),
        (("Emil Krantz", "Emil Krantz was a sailor. "), "Denmark sold the islands in 1879.", "the islands"),
        (("Emil Krantz", "Emil Krantz was a sailor. "), "The average depth is six metres.", "the average depth"),
    ],
)
def test_what_may_be_of_something_else_is_not(topic: tuple[str, str], text: str, said: str) -> None:
    title, before = topic
    assert said not in topical(before + text, title)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Around the year 1000 King Olav built a fort in Lund.", "1000"),
        ("Emil Krantz measured for the first time the height of Lund.", "the height of Lund"),
    ],
)
def test_a_number_tells_which_one(text: str, said: str) -> None:
    assert any(said in p.text for each in drafts(text, title="Lund") for p in each.arguments)


@pytest.mark.parametrize(
    ("text", "head", "code"),
    [
        ("the islands", "island", "refused-own"),
        ("the average depth", "depth", "refused-own"),
        ("the largest town", "town", "refused-own"),
        ("the method", "method", "refused-own"),
        ("the royal mint", "mint", ""),
        ("the largest town of Norway", "town", ""),
    ],
)
def test_an_answer_says_more_than_the_title(text: str, head: str, code: str) -> None:
    asked = phrase(text, "subject", T.THING, head=head, topical=True)
    made = draft(asked, passive("sold", "sell"), year("1925"))
    case = Case(made, "subject", asked, "What was sold in 1925?", text)
    assert unsaid.reason(case, Topics(frozenset(), {}, frozenset())) == code
