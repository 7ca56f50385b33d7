"""What stands beside a name: offices, ranks, bodies; and what only looks like it."""

import pytest
from docs_of import drafts, row

pytestmark = pytest.mark.model


def beside(text: str) -> list[str]:
    return [row(each) for each in drafts(text) if each.extractor == "beside"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ed Temple, coach of the runners at Leeds University, noticed her at a meet.",
            "definition | Ed Temple | was | coach of the runners at Leeds University",
        ),
        (
            "Sam Boyd, chairman of the House Science Committee, wrote to the authors.",
            "definition | Sam Boyd | was | chairman of the House Science Committee",
        ),
        (
            "She read about Gertrude Ederle, the first woman to swim across the Channel, and her coach.",
            "superlative | Gertrude Ederle | was | the first woman to swim across the Channel",
        ),
        (
            "Tolui, Genghis Khan's youngest son, ruled for two years.",
            "superlative | Tolui | was | Genghis Khan's youngest son",
        ),
    ],
)
def test_what_stands_beside_a_name_is_read(text: str, told: str) -> None:
    assert beside(text) == [told]


def test_what_still_exists_is_told_in_the_present() -> None:
    text = "In 1668 it became the ancestor of the present Crown Bank, the oldest central bank in existence."
    told = {draft.verb.text for draft in drafts(text) if draft.kind == "definition" and draft.verb is not None}
    assert told == {"is"}


def test_what_a_company_was_is_read_once_and_what_it_did_in_a_year_too() -> None:
    text = "He bought ABC Pictures, a film company that released its first picture in 1965."
    told = "definition | ABC Pictures | was | a film company that released its first picture in 1965"
    assert [row(each) for each in drafts(text)] == ["event | ABC Pictures | released | its first picture", told]


@pytest.mark.parametrize(
    "text",
    [
        "In Lima, the largest crowd that had ever gathered in Peru cheered.",
        "He was born in Goa, the only son of a smith.",
        "She was born in what is now Goa, the youngest child of Anant Dongre.",
        "They wanted to hold a conquered Poland, an area of half a million square miles.",
        "They met people from the Wenlow Trust, the charity that prepared for their arrival.",
        "Paul, Ruth, coach of the team in Leeds, and Sam left.",
        "They visited Paris, Rome, the largest city in Italy, and Vienna.",
        "The prize went to Ana Ruiz, the youngest pilot so far.",
        "The children of Chicago, the first city to ban the paint, were tested.",
        "He drove to Oslo, the first snow on his roof.",
        "When the fleet reached Malta, the largest ship of them all had sunk.",
        "She wrote to Jeffrey Dunn, a shipping clerk in Belfast.",
        "She wrote of Otto Brandt, the enslaver of two hundred people in Goa.",
        "Cameroon, the first country to do so, began in January.",
    ],
)
def test_what_is_not_of_the_name_before_is_not_read(text: str) -> None:
    assert beside(text) == []
