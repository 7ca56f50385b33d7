"""What a text calls "a small town" before it says the name that stands in its title."""

import pytest
from docs_of import drafts, harvests

from quizgen.questions.events import undated

TITLE = "Flood cuts off Skjolden for a third day"
NAMED = "Skjolden, a village of 300 people, lies at the head of a fjord."


@pytest.mark.model
def test_the_town_of_the_title_is_called_by_its_name() -> None:
    first = harvests(f"Families danced in the square of a small Norwegian town in 1999. {NAMED}", title=TITLE)[0]
    assert "the square of a small Norwegian town [Skjolden] in 1999" in (first.resolved or "")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"A village in western Norway received 40 volunteers in 1999. {NAMED}", TITLE),
        ("A young doctor left Bergen in 1920. Ida Holm was born in Oslo.", "Ida Holm: a life in the mines"),
    ],
)
def test_what_may_be_the_one_in_the_title_gives_nothing(text: str, title: str) -> None:
    first = harvests(text, title=title)[0]
    assert not first.drafts
    assert "unresolved-mention" in [drop.code for drop in first.drops]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A small town in Chile received 40 volunteers in 1999.", "How rivers flood"),
        (f"Skjolden was flooded in 1998. A small Chilean town sent 40 volunteers in 1999. {NAMED}", TITLE),
        ("Ida Holm was born in Oslo. A young doctor left Bergen in 1920.", "Ida Holm: a life in the mines"),
    ],
)
def test_what_is_somebody_else_stays(text: str, title: str) -> None:
    subjects = [draft.subject.text for draft in drafts(text, title=title)]
    assert any(subject.lower().startswith(("a small", "a young")) for subject in subjects)


@pytest.mark.parametrize(
    ("label", "short"),
    [
        ("Worker finds ring that left museum in 1997", "Worker finds ring that left museum"),
        ("Lisbon crash, September 2025", "Lisbon crash"),
        ("Exchange of May 1923", "Exchange"),
        ("Tokyo Olympics 2020", "Tokyo Olympics"),
        ("Halifax Explosion", "Halifax Explosion"),
    ],
)
def test_a_label_without_its_year_is_whole(label: str, short: str) -> None:
    assert undated(label) == short
