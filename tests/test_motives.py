"""Reasons and purposes: which sentences tell one, and how it is asked for."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from docs_of import drafts

from quizgen import templates
from quizgen.questions.asking import ask

pytestmark = pytest.mark.model
GOLDEN = tomllib.loads((Path(__file__).parent / "golden" / "motives.toml").read_text(encoding="utf-8"))
MOTIVES = [each for each in templates.load() if each.slot in ("reason", "purpose")]


def asked(text: str) -> list[str]:
    """Return what is asked about the reasons and purposes in a sentence."""
    found = [made for draft in drafts(text) for template in MOTIVES for made in ask(draft, template)]
    return [f"{made.prompt} => {made.answer}" for made in found]


@pytest.mark.parametrize("case", GOLDEN["case"], ids=lambda case: case["text"])
def test_a_reason_is_asked_for(case: dict[str, Any]) -> None:
    assert asked(case["text"]) == case["questions"]


@pytest.mark.parametrize("text", GOLDEN["nothing"]["sentences"])
def test_what_gives_no_reason_is_not_asked_for(text: str) -> None:
    assert asked(text) == []
