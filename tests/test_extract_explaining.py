"""What happens when, why, by what means and with what difference: sentences that explain, and how they are asked."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from docs_of import asked, drafts

pytestmark = pytest.mark.model
GOLDEN = tomllib.loads((Path(__file__).parent / "golden" / "explaining.toml").read_text(encoding="utf-8"))
EXPLAINING = frozenset({"happening", "effect", "means", "difference", "why", "function", "use"})


def questions(text: str) -> list[str]:
    """Return what is asked of the facts in a sentence that explain something."""
    return asked(draft for draft in drafts(text) if draft.extractor in EXPLAINING)


@pytest.mark.parametrize("case", GOLDEN["case"], ids=lambda case: case["text"])
def test_what_is_explained_is_asked_for(case: dict[str, Any]) -> None:
    assert questions(case["text"]) == case["questions"]


@pytest.mark.parametrize("text", GOLDEN["nothing"]["sentences"])
def test_what_explains_nothing_is_not_asked_for(text: str) -> None:
    assert questions(text) == []


def test_a_reason_that_is_known_is_told_once() -> None:
    found = drafts("Cork floats on water because it is light.")
    assert [draft.extractor for draft in found if draft.kind == "reason"] == ["reason"]


def test_a_pronoun_of_the_answer_stays_where_the_stem_names_what_it_means() -> None:
    assert questions("If milk stands in the warmth, it turns sour.") == [
        "happening: What happens if milk stands in the warmth? => It turns sour"
    ]
