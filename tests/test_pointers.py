"""Descriptions that are of a deed or of what only the page names, and those that are of their term."""

import pytest
from docs_of import asked, drafts, row


def told(text: str) -> list[str]:
    """Return the definitions, names and lists in a text, without their kind."""
    kinds = ("definition", "alias", "list")
    return [row(each).split(" | ", 1)[1] for each in drafts(text) if each.kind in kinds]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Cyclists had to ride round by the Larkhill Bridge, a detour of 12 miles.",
        "The old sailor could read and write in Icelandic, a rare skill and ability among fishermen of the island.",
        "In 1902 Anna Berg sang at the Opera in Dresden, an honour for a young singer.",
        "Anna Berg became secretary of the Maritime Institute of Norway, a post which paid badly.",
        "The fence encloses about 40 sq km of the Larkhill Moors, an area about the size of the city.",
        "The ropes hang from the beams like lianas, plants that are called after monkeys, and sway in the wind.",
        "The village belonged to Saxons, hundreds of whom had settled on the coast.",
        "The coast is covered by a belt of grey mist, the sea curtain, in the morning.",
        "Marl, which is a mixture of both, is spread on fields.",
        "The cloth consists of threads held together by sizing, a white starch which makes up a tenth of its weight.",
        "The keys pressed by the left hand are low; the one pressed with the thumb is the drone.",
        "The vet showed that the drug cured staggers, the corresponding disease in sheep.",
        "The oil is burned in a ring furnace, the type introduced by Anna Berg in Norway.",
        "The clerk finds a free drawer, or empties one by moving its papers.",
        "Fishermen on the rafts, called lomas, were paid badly.",
        "The singer had lived near the poet A. B. Smith, named this song Summer.",
        "Its engine burns coal and consumes approx.",
    ],
)
def test_what_is_of_a_deed_or_of_the_page_defines_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "In 1931 she won the Lindqvist Medal, the highest honour of the Norwegian Academy.",
            "the Lindqvist Medal | was | the highest honour of the Norwegian Academy",
        ),
        (
            "Bread is raised by fermentation, a process in which yeast turns sugar into gas.",
            "fermentation | is | a process in which yeast turns sugar into gas",
        ),
        (
            "The Larkhill Moor, an area of heath in the north of Kent, is dry.",
            "the Larkhill Moor | is | an area of heath in the north of Kent",
        ),
        (
            "Another surprise was Orvik Peak, an isolated mountain with steep, wooded slopes, seen from the sea.",
            "Orvik Peak | is | an isolated mountain with steep, wooded slopes",
        ),
        (
            "The first hole is the sink, or swallet, a shaft which carries the water of a stream below ground.",
            "the swallet | is | a shaft which carries the water of a stream below ground",
        ),
        ("The skin is covered by tiny scales of chitin called sertia.", "sertia | are | tiny scales of chitin"),
        (
            "The soup was thickened with dulse, a red seaweed gathered on Irish coasts.",
            "dulse | is | a red seaweed gathered on Irish coasts",
        ),
        (
            "The Larkhill lily, a plant rich in oil, was pressed by monks.",
            "the Larkhill lily | is | a plant rich in oil",
        ),
        (
            "From 1525 the mine was let to the Welser, a family of merchants from Augsburg.",
            "the Welser | were | a family of merchants from Augsburg",
        ),
        (
            "In 1881 Carl Brandt, a lawyer who believed that he deserved a post in Paris, shot the mayor.",
            "Carl Brandt | was | a lawyer who believed that he deserved a post in Paris",
        ),
        (
            "The rotor itself is a wheel fixed to a thin steel shaft.",
            "the rotor | is | a wheel fixed to a thin steel shaft",
        ),
        (
            "The Lunar Ice Explorer, known as Lixa, passed 700 kilometres above the Moon.",
            "the Lunar Ice Explorer | is also called | Lixa",
        ),
        (
            "Hikers feared the erne, a bird which carries fish to its nest.",
            "the erne | is | a bird which carries fish to its nest",
        ),
        ("A slight bend in the rails, called a jog, slows the train.", "a jog | is | a slight bend in the rails"),
        (
            "Data are read by a single chip, the memory control circuit (MCC).",
            "MCC | stands for | memory control circuit",
        ),
    ],
)
def test_what_is_of_its_term_is_read_whole(text: str, fact: str) -> None:
    assert fact in told(text)


@pytest.mark.model
def test_a_name_is_given_as_the_text_has_it() -> None:
    text = "The doctor Anna Brandt saw it first. The dark ring around the eye is called Brandt's band."
    assert "the dark ring around the eye | is called | Brandt's band" in told(text)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The fee covers many costs, including the hire of boats and the pay of guides.", True),
        ("The work cost 2,000 pounds, including the hire of boats and the pay of guides.", False),
        ("Three rival singers, including Carl Brandt and Anna Berg, stayed away.", False),
    ],
)
def test_a_number_of_things_has_no_examples(text: str, read: bool) -> None:
    lists = [each for each in drafts(text) if each.extractor == "examples"]
    assert not lists or read


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "Sodium carbonate is the basis of most old soaps and glazes.",
            "term: What is the basis of most old soaps and glazes? => sodium carbonate",
        ),
        (
            "Corrosion is the gradual destruction of a metal by its surroundings.",
            "term: What is the term for the gradual destruction of a metal by its surroundings? => corrosion",
        ),
    ],
)
def test_what_something_is_to_another_is_no_term(text: str, question: str) -> None:
    assert question in asked(drafts(text))
