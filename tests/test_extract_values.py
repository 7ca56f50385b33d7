"""Dates, measures and numbers: what is asked for them, and what is not."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from docs_of import drafts

from quizgen import templates
from quizgen.model import PhraseType
from quizgen.questions.asking import ask

pytestmark = pytest.mark.model
GOLDEN = tomllib.loads((Path(__file__).parent / "golden" / "values.toml").read_text(encoding="utf-8"))
VALUES = {
    *(PhraseType.DATE, PhraseType.TIME, PhraseType.DURATION, PhraseType.NUMBER, PhraseType.QUANTITY),
    *(PhraseType.MONEY, PhraseType.PERCENT),
}


def asked(text: str) -> list[str]:
    """Return the questions about a sentence that ask for a value."""
    found = [made for draft in drafts(text) for template in templates.load() for made in ask(draft, template)]
    return [f"{made.prompt} => {made.answer}" for made in found]


@pytest.mark.parametrize("case", GOLDEN["case"], ids=lambda case: case["text"])
def test_a_value_is_asked_for(case: dict[str, Any]) -> None:
    found = asked(case["text"])
    assert [each for each in case["questions"] if each not in found] == []


@pytest.mark.parametrize("case", GOLDEN["nothing"], ids=lambda case: case["text"])
def test_what_is_no_value_is_not_asked_for(case: dict[str, Any]) -> None:
    found = [made for draft in drafts(case["text"]) for template in templates.load() for made in ask(draft, template)]
    assert [f"{made.prompt} => {made.answer}" for made in found if made.kind in VALUES] == []
