import datetime as dt
import json
from importlib.resources import files
from typing import Any

import pytest
from exporter_samples import SENTENCE, every_kind, question
from jsonschema import Draft202012Validator

from quizgen import ids
from quizgen.exporters.rows import document_row, drop_row, fact_row, question_row
from quizgen.model import (
    Block,
    Document,
    Drop,
    Evidence,
    Fact,
    FactDraft,
    FactKind,
    Modality,
    Phrase,
    Question,
    Value,
)


def phrase(text: str, role: str, *values: Value) -> Phrase:
    return Phrase(text=text, start=0, end=len(text), role=role, values=values)


def fact() -> Fact:
    length = Value(role="quantity", text="2,850 kilometres", type="quantity", number=2850, high=2900, unit="km")
    year = Value(role="time", text="in 1856", type="date", iso="1856", approximate=True)
    draft = FactDraft(
        kind=FactKind.RELATION,
        subject=phrase("the Danube", "subject"),
        relation="reaches",
        object=phrase("the Black Sea", "object"),
        qualifiers=(
            phrase("2,850 kilometres", "quantity", length),
            phrase("1856", "time", year),
            phrase("slowly", "manner"),
            phrase("in peace", "manner"),
            phrase("also", "other"),
        ),
        modality=Modality.PLANNED,
        confidence=0.9,
    )
    evidence = Evidence(
        document="rivers.md", sentence="s_1", text=SENTENCE, start=4, end=60, extractor="verb", section="The Danube"
    )
    return Fact(uid=ids.fact("relation", "a", "b", "c", []), draft=draft, document="rivers.md", evidence=(evidence,))


def check(name: str, row: dict[str, Any]) -> None:
    text = files("quizgen").joinpath("resources", "schema", f"{name}.json").read_text(encoding="utf-8")
    Draft202012Validator(json.loads(text)).validate(json.loads(json.dumps(row)))


@pytest.mark.parametrize("made", every_kind(), ids=lambda made: str(made.kind))
def test_question_rows_keep_the_schema(made: Question) -> None:
    row = question_row(made)
    check("questions", row)
    assert row["source"] == row["sources"][0]
    source = row["source"]
    marked = source["sentence"][source["answer_start"] - source["start"] : source["answer_end"] - source["start"]]
    assert marked in ("the Black Forest", "2,850 kilometres")


def test_a_question_by_hand_has_no_source() -> None:
    row = question_row(question(sources=(), facts=()))
    check("questions", row)
    assert row["source"] is None


def test_fact_rows_keep_the_schema() -> None:
    row = fact_row(fact())
    check("facts", row)
    assert row["qualifiers"] == {"time": "1856", "quantity": "2,850 kilometres", "manner": "slowly; in peace"}
    assert row["values"][0] == {
        "role": "quantity",
        "text": "2,850 kilometres",
        "type": "quantity",
        "number": 2850,
        "high": 2900,
        "unit": "km",
        "approximate": False,
    }
    assert row["values"][1]["iso"] == "1856"
    assert "number" not in row["values"][1]
    assert row["evidence"][0]["sentence"] == SENTENCE
    assert (row["object"], row["modality"], row["status"]) == ("the Black Sea", "planned", "new")


def test_document_rows_keep_the_schema() -> None:
    made = Document(
        uid=ids.document("rivers.md"),
        key="rivers.md",
        title="Rivers",
        text="A river.",
        blocks=(Block(start=0, end=8),),
        format="markdown",
        digest=ids.digest("A river."),
        date=dt.date(2024, 5, 1),
    )
    row = document_row(made)
    check("sources", row)
    assert (row["date"], row["characters"], row["blocks"]) == ("2024-05-01", 8, 1)
    assert "text" not in row


def test_drop_rows_keep_the_schema() -> None:
    row = drop_row(Drop(stage="extract", code="negated", text="It is not.", document="rivers.md", start=3, end=13))
    check("drops", row)
    assert (row["source"], row["start"], row["end"]) == ("rivers.md", 3, 13)
