"""Tests for how a question is worded."""

import pytest
from docs_of import drafts

from quizgen import templates
from quizgen.questions import shape
from quizgen.questions.asking import ask
from quizgen.questions.case import Case


def worded(sentence: str, template: str, **more: bool) -> set[str]:
    """Return the features of the wording of the first question that a template asks about a sentence."""
    chosen = next(one for one in templates.load() if one.id == template)
    made = [(draft, one) for draft in drafts(sentence) for one in ask(draft, chosen)]
    draft, one = made[0]
    case = Case(draft, chosen.slot, one.phrase, one.prompt, one.answer)
    found = shape.signs(case, template, labelled=more.get("labelled", False), fronted=more.get("fronted", False))
    assert set(found.values()) <= {1.0}
    return {name.removeprefix("wording ") for name in found}


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "template", "told"),
    [
        ("Ida Holm founded a school in Lund in 1893.", "subject", set()),
        ("Ida Holm founded a school in Lund in 1893.", "object", {"one of the past"}),
        ("Herons eat frogs.", "object", {"plain plural answer"}),
        (
            "The heron eats frogs in the shallow lakes of Ireland.",
            "subject",
            {"known answer", "thing as subject of subject"},
        ),
        ("Ida Holm must sell the house to the town of Lund.", "subject", {"must"}),
        ("Ida Holm must sell the house to the town of Lund.", "object", {"must", "known answer"}),
    ],
)
def test_wordings_have_names(sentence: str, template: str, told: set[str]) -> None:
    assert worded(sentence, template) == told


@pytest.mark.model
def test_a_label_counts_by_template_and_an_opening_by_itself() -> None:
    found = worded("Ida Holm founded a school in Lund in 1893.", "time", labelled=True, fronted=True)
    assert found == {"label of time", "opening"}


@pytest.mark.model
def test_a_year_counts_in_an_answer_that_is_no_time() -> None:
    [draft] = drafts("Herons eat frogs.")
    case = Case(draft, "object", draft.subject, "What did Ida Holm paint?", "the flood of 1893")
    assert "wording year in the answer" in shape.signs(case, "object", labelled=False, fronted=False)
    assert "wording year in the answer" not in shape.signs(case, "time", labelled=False, fronted=False)
