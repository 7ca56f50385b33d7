"""What a text passes on as a tale, or doubts, is no fact."""

import pytest
from docs_of import reasons, statements


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "According to legend, King Olaf founded Skien in 1020.",
        "John Miller, according to one story, sold the Grand Hotel in 1901.",
        "A popular tale says that Anna Holt founded the Blue School in 1840.",
        "Tradition has it that Anna Holt founded the Blue School in 1840.",
        "Anna Holt founded the Blue School in 1840, or so the story goes.",
        "Anna Holt founded the Blue School in 1840; most scholars dispute this.",
    ],
)
def test_a_tale_is_no_fact(text: str) -> None:
    assert (statements(text), reasons(text)) == ([], ["hypothetical"])


@pytest.mark.model
@pytest.mark.parametrize(
    "doubt",
    [
        "Historians doubt it.",
        "Some later biographers rejected the story.",
        "The story is almost certainly untrue.",
        "There is no evidence for this.",
    ],
)
def test_the_next_sentence_may_doubt_it(doubt: str) -> None:
    assert statements(f"Anna Holt founded the Blue School in 1840. {doubt}") == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Anna Holt founded the Blue School in 1840. Historians question the story that she had help.",
            "Anna Holt founded the Blue School in 1840.",
        ),
        (
            "Anna Holt moved to Leeds in 1840, and legend has it that she walked all the way.",
            "Anna Holt moved to Leeds in 1840.",
        ),
        ("According to the engineer Ida Holm, Leeds lies on the Aire.", "Leeds lies on the Aire."),
    ],
)
def test_a_fact_beside_a_tale_stays(text: str, expected: str) -> None:
    assert expected in statements(text)


@pytest.mark.model
def test_what_is_part_of_hearsay_is_hearsay() -> None:
    text = "Paul Ware is said to have met Emma Stone, who sold Paul Ware the Star Theatre in 1895."
    assert statements(text) == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Paul Ware was born in Salem, Oregon, on 3 May 1870.",
            "Paul Ware was born in Salem, Oregon on 3 May 1870.",
        ),
        ("Paul Ware died in Youghal, County Cork.", "Paul Ware died in Youghal, County Cork."),
        ("Paul Ware died in Leeds, Emma Stone in Hull.", ""),
    ],
)
def test_a_town_keeps_its_state(text: str, expected: str) -> None:
    found = statements(text)
    assert expected in found if expected else not any("Leeds, Emma" in each for each in found)
