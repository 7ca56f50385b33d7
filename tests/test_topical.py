"""Nouns that the title of a text explains, and questions that then carry that title."""

import pytest
from docs_of import document, drafts, pipeline, row
from drafts import draft, phrase, verb

from quizgen.model import FactDraft, Question, QuestionKind
from quizgen.questions import labelling
from quizgen.resolve.discourse import Discourse

TITLE = "The Comet Sickness in Norland"
SICKNESS = (
    "In 1702 a ship brought a fever to Norland. The sickness reached the port of Lunde in May 1702. "
    "Nobody had seen the sickness before. The sickness struck the garrison of Lunde in 1703."
)


def told(found: list[FactDraft]) -> list[str]:
    """Return the facts that only the topic explains."""
    return [row(each) for each in found if any(phrase.topical for phrase in each.arguments)]


def test_what_a_text_keeps_speaking_of_is_clear_beside_its_title() -> None:
    found = told(drafts(SICKNESS, title=TITLE))
    assert "event | the sickness | reached | the port of Lunde" in found
    assert "event | the sickness | struck | the garrison of Lunde" in found


@pytest.mark.parametrize("title", ["", "Why do they die?", "Recipes"])
def test_nothing_is_clear_beside_a_title_that_is_no_label(title: str) -> None:
    assert not told(drafts(SICKNESS, title=title))


@pytest.mark.parametrize(
    "text",
    [
        "A fever came to Norland. The doctor reached the port of Lunde in May 1702.",  # said once
        "The first sickness reached Norland. The second sickness struck the garrison of Lunde in 1703. "
        "The next sickness struck Holm in 1704.",  # one of several
        "The sickness struck Norland. One sickness reached Lunde. Another sickness reached Holm. "
        "Each sickness killed many. The sickness struck the garrison of Lunde in 1703.",
    ],
)
def test_one_of_several_is_not_clear(text: str) -> None:
    assert not [each for each in told(drafts(text, title="The Norland Fever")) if "garrison" in each or "port" in each]


def test_an_explaining_text_keeps_the_first_full_name_of_its_one_pump() -> None:
    text = (
        "The tub of the machine holds four litres. A circulation pump sits below the tub. "
        "The pump lifts the water to the upper basket."
    )
    found = [each for each in drafts(text, title="How the washing machine works") if each.subject.head == "pump"]
    assert found[-1].subject.text == "the circulation pump"
    assert found[-1].subject.topical


def test_of_two_pumps_neither_is_meant() -> None:
    text = (
        "A circulation pump sits below the tub. A drain pump empties the tub. "
        "The pump lifted four litres into the basket."
    )
    found = drafts(text, title="How the washing machine works")
    assert not [each for each in found if each.subject.text == "the pump"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The pump lifts water to the upper basket.", "the circulation pump"),
        ("A pump is fixed to the floor.", "a circulation pump"),
        ("Pumps are fixed to the floor.", "circulation pumps"),
        ("The large pump lifts water to the upper basket.", "a circulation pump"),  # which one is not told
        ("Drain pumps stand in the cellar. Pumps are fixed to the floor.", "pumps"),
    ],
)
def test_an_explaining_text_says_the_full_name_of_what_its_title_names(text: str, subject: str) -> None:
    told_ = f"A circulation pump moves the water of a heating system. {text}"
    assert drafts(told_, title="How a circulation pump works")[-1].subject.text.lower() == subject


def test_a_name_in_the_title_keeps_its_capitals() -> None:
    text = "The Orlen Peace Prize is awarded every year to a teacher. Ida Holm received the prize in 2003."
    assert drafts(text, title="Orlen Peace Prize")[-1].object.text == "the Orlen Peace Prize"
    text = "A smoke alarm is a device that senses smoke. The alarm contains a horn."
    assert drafts(text, title="Smoke Alarm")[-1].subject.text == "the smoke alarm"


def test_without_a_mention_of_its_full_name_a_title_gives_none() -> None:
    found = drafts("Pumps are fixed to the floor.", title="How a circulation pump works")
    assert [each.subject.text.lower() for each in found] == ["pumps"]


def test_the_part_that_a_ship_has_once_is_clear_in_a_text_on_a_ship() -> None:
    text = "The ship Astrid Holm left Lunde in 1871. The crew mutinied off Cape Verde in 1873."
    assert told(drafts(text, title="The last voyage of the ship Astrid Holm"))
    assert not told(drafts(text, title="The harbours of Norland"))


def test_nouns_are_counted_with_the_word_before_them() -> None:
    nouns = Discourse("The control room").nouns
    parsed = list(pipeline().docs([document("The control room burnt. Smoke filled the control room.").text]))
    for doc in parsed:
        nouns.hear(doc.text)
        for token in doc:
            if token.pos_ == "NOUN":
                nouns.see(token)
    assert nouns.labelled
    assert nouns.recurs("control room")
    assert not nouns.recurs("smoke")
    assert nouns.in_label("rooms")


@pytest.mark.parametrize(
    ("prompt", "answer", "lacking"),
    [
        ("In which year did the sickness reach Lunde?", "1702", False),
        ("What reached Lunde?", "the sickness", True),  # the label would give it away
        ("In which year did the comet sickness in Norland begin?", "1702", False),  # told already
    ],
)
def test_without_a_label_what_needs_it_is_not_asked(prompt: str, answer: str, lacking: bool) -> None:
    (made, *_) = [each for each in drafts(SICKNESS, title=TITLE) if each.subject.topical]
    question = Question(
        uid="q", kind=QuestionKind.SHORT, prompt=prompt, answer=answer, document="a", template="t", slot="s", facts=()
    )
    asked = made.subject if answer == made.subject.text else next(p for p in made.arguments if p.role == "time")
    assert labelling.is_lacking(TITLE, question, made, asked) is lacking
    assert labelling.is_lacking("", question, made, asked)


@pytest.mark.parametrize(
    ("label", "answer", "asked"),
    [
        ("Red Foxes", "foxes", True),
        ("Sand Wolf", "sand wolves", True),
        ("Water Pumps of Orvik", "the pump", True),
        ("Growth in Plants", "plants", False),
        ("Soil Formation", "soil", False),
        ("Beavers return", "beaver dams", False),
    ],
)
def test_the_kind_that_a_text_is_about_is_not_asked_for(label: str, answer: str, asked: bool) -> None:
    made = draft(phrase(answer, "subject", plural=True), verb("eat", "eat", tense="present"), phrase("grass", "object"))
    question = Question(
        uid="q", kind=QuestionKind.SHORT, prompt="What eats grass?", answer=answer, document="a", template="subject",
        slot="subject", facts=(),
    )  # fmt: skip
    assert labelling.is_title_asked(label, question, made) is asked


STORY = (
    "Utrecht reopened {first} in 2020. Boats came to the city. A tunnel was built in 2015. Ida Holm left in 2016. "
    "Ida Holm died in 2017. Peter Lund came in 2018. Peter Lund stayed. Olav Berg led the council in 2019. "
    "Emperor Henry V dug the moat in 1122."
)


@pytest.mark.model
@pytest.mark.parametrize(("first", "clear"), [("a moat", True), ("two moats", False), ("a road", True)])
def test_what_a_story_begins_with_is_clear_beside_its_title(first: str, clear: bool) -> None:
    told = drafts(STORY.format(first=first), title="Dutch city swaps cars for boats")
    assert ("Henry V" in told[-1].subject.text) is clear
