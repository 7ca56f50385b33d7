"""Clause shapes from sentence to question, with the model that comes with the program."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from docs_of import asked, drafts

pytestmark = pytest.mark.model
CASES = tomllib.loads((Path(__file__).parent / "golden" / "shapes.toml").read_text(encoding="utf-8"))["case"]


def questions(case: dict[str, Any]) -> list[str]:
    return [each.split(": ", 1)[1] for each in asked(drafts(case["text"], date=case.get("date")))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_what_a_shape_is_asked(case: dict[str, Any]) -> None:
    found = questions(case)
    for question in case.get("questions", []):
        assert question in found


@pytest.mark.parametrize("case", [each for each in CASES if "never" in each], ids=lambda case: case["text"])
def test_what_a_shape_is_never_asked(case: dict[str, Any]) -> None:
    stems = [each.split(" => ")[0] for each in questions(case)]
    for stem in case["never"]:
        assert stem not in stems
