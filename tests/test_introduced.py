"""Terms that a text introduces with what kind of thing they are, and nouns beside nouns that explain nothing."""

import pytest
from docs_of import drafts, row

_BESIDE = ("introduced", "apposition")  # whichever of them reads it: what stands beside a term explains it


def told(text: str) -> list[str]:
    """Return the definitions of introduced terms, without their kind."""
    return [row(each).removeprefix("definition | ") for each in drafts(text) if each.extractor in _BESIDE]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "When flour is kneaded with water, its proteins join to form gluten, an elastic mesh that holds gas.",
            "gluten | is | an elastic mesh that holds gas",
        ),
        (
            "Staling, the hardening of bread as it ages, is not caused by drying alone.",
            "staling | is | the hardening of bread as it ages",
        ),
        (
            "The message leaves the nucleus, the compartment that holds the genes, and goes to the edge of the cell.",
            "the nucleus | is | the compartment that holds the genes",
        ),
        (
            "Most people lived on a manor, an estate held by a lord.",
            "a manor | is | an estate held by a lord",
        ),
        (
            "An externality is a cost or benefit that falls on somebody who took no part in the trade.",
            "an externality | is | a cost or benefit that falls on somebody who took no part in the trade",
        ),
        (
            "Introns – stretches of a gene that are cut out of the copy before it is read – are long.",
            "introns | are | stretches of a gene that are cut out of the copy before it is read",
        ),
    ],
)
def test_an_introduced_term_is_what_stands_beside_it(text: str, fact: str) -> None:
    assert told(text) == [fact]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "By day family groups rest in burrows, hollow trees or crevices in limestone.",
        "Clubs play cricket on the exposed sand, a match which is agreed in advance to be drawn.",
        "The result is a hollow tube, a sort of icicle that hangs under the ice.",
        "Hunting was a crime in Wales since 1911.",
        "He sold the farm, a cluster of sheds that had lost its roofs.",
        "In the fields, workers that cut the wheat sang.",
        "The colonies refused to found an established church, a step that led to greater diversity.",
        "The train left the station, and the guard, the man who blew the whistle, ran.",
        "Some are thought to be graves, others to have marked the edge of a field.",
        "A common mistake is a letter that is sent without a stamp.",
    ],
)
def test_a_noun_beside_a_noun_may_explain_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.model
def test_a_definition_read_to_its_end_replaces_one_that_was_cut() -> None:
    found = list(drafts("Parallax, the shift of a near star as Earth moves around its orbit, is small."))
    said = [d.object.text for d in found if d.object is not None and d.subject.text.lower() == "parallax"]
    assert "the shift of a near star as Earth moves around its orbit" in said
    assert "the shift of a near star" not in said


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Fustian was a coarse cloth of linen and cotton worn by labourers.", "fustian"),
        ("Incontinence is the loss of control over the bladder.", "incontinence"),
        ("Latin is a language that priests still write.", "Latin"),
    ],
)
def test_only_a_name_keeps_the_capital_that_begins_its_sentence(text: str, term: str) -> None:
    assert {d.subject.text for d in drafts(text)} == {term}
