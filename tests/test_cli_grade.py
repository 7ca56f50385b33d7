"""``quizgen grade``: a class's answers in, the same table with verdicts out."""

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from cli_course import Invoke
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from quizgen.spreadsheet import Look, workbook

TABLE = (
    "pupil\texpected\tgiven\taliases\n"
    "Ann\tOslo\toslo\t\n"
    "Ben\tInternational Space Station\tISS\tISS;the station\n"
    "Cleo\tInternational Space Station\tthe station\tISS|the station\n"
    "Dan\t3 May 1990\tMay 1990\t\n"
    "Eve\tOslo\tBergen\t\n"
)
HEADER, *ROWS = (line.split("\t") for line in TABLE.splitlines())
VERDICTS = ["right", "right", "right", "close", "wrong"]


@pytest.fixture
def answers(empty: Path) -> Path:
    """Return a table of answers in a folder without a store."""
    path = empty / "answers.tsv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_the_verdict_is_a_further_column(answers: Path, invoke: Invoke) -> None:
    result = invoke("grade", "answers.tsv")
    expected = [f"{line}\t{word}" for line, word in zip(TABLE.splitlines(), ["verdict", *VERDICTS], strict=True)]
    assert (result.code, result.out.splitlines()) == (0, expected)
    assert result.err == "5 answers: 3 right, 1 close, 1 wrong\n"


def test_standard_input_will_do(answers: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(answers.read_bytes())))
    assert invoke("grade", "-").out == invoke("grade", "answers.tsv").out


def test_what_was_graded_can_be_graded_again(answers: Path, invoke: Invoke) -> None:
    assert invoke("grade", "answers.tsv", "-o", "graded.tsv").out == ""
    assert invoke("grade", "graded.tsv").out == Path("graded.tsv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode("utf-16"),
        TABLE.replace("\n", "\r\n").encode("utf-8-sig"),
        TABLE.replace("\t", ",").encode(),
        TABLE.replace("expected", "Expected ").encode(),
        workbook.written([*map(Look, HEADER)], ROWS, title="answers"),
    ],
)
def test_every_spreadsheet_program_is_understood(data: bytes, answers: Path, invoke: Invoke) -> None:
    answers.write_bytes(data)
    rows = invoke("grade", "answers.tsv", "--format", "jsonl").rows
    assert [row["verdict"] for row in rows] == VERDICTS


def test_rows_fit_their_schema(answers: Path, invoke: Invoke) -> None:
    schema = json.loads(invoke("schema", "grade").out)
    rows = invoke("grade", "answers.tsv", "--format", "jsonl").rows
    for row in rows:
        Draft202012Validator(schema).validate(row)
    assert rows[0] == {"pupil": "Ann", "expected": "Oslo", "given": "oslo", "aliases": "", "verdict": "right"}


@pytest.mark.parametrize(("name", "begins"), [("o.tsv", "pupil\t"), ("o.csv", "pupil,"), ("o.jsonl", '{"pupil"')])
def test_the_name_of_the_output_says_the_format(name: str, begins: str, answers: Path, invoke: Invoke) -> None:
    assert invoke("grade", "answers.tsv", "-o", name).code == 0
    assert Path(name).read_text(encoding="utf-8").startswith(begins)


def test_a_workbook_is_written(answers: Path, invoke: Invoke) -> None:
    assert invoke("grade", "answers.tsv", "-o", "o.xlsx").code == 0
    rows = list(load_workbook("o.xlsx").worksheets[0].iter_rows(values_only=True))
    assert [row[-1] for row in rows] == ["verdict", *VERDICTS]


def test_a_table_to_read(answers: Path, invoke: Invoke) -> None:
    out = invoke("grade", "answers.tsv", "--format", "table").out.splitlines()
    assert out[0].split() == ["pupil", "expected", "given", "aliases", "verdict"] and len(out) == 7


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("answer\tgiven\nx\ty\n", 3, "Line 1 has no column expected: answer, given (answers.tsv)"),
        ("expected\nx\n", 3, "Line 1 has no column given: expected"),
        ("\nOslo\toslo\n", 3, "Line 2 has no column expected: Oslo, oslo"),
        ("expected\tgiven\tGiven\nx\ty\tz\n", 3, "Line 1, column 3: a second given"),
        ("expected\tgiven\nx\ty\tz\n", 3, "Line 2, column 3: the header has only 2 columns"),
        ("expected\tgiven\n", 8, "There is no answer below the header"),
        ("", 3, "The file is empty"),
    ],
)
def test_what_cannot_be_graded_is_refused(text: str, code: int, said: str, answers: Path, invoke: Invoke) -> None:
    answers.write_text(text, encoding="utf-8")
    result = invoke("grade", "answers.tsv")
    assert (result.code, result.out) == (code, "")
    assert said in result.err


def test_a_row_without_a_right_answer_is_named(answers: Path, invoke: Invoke) -> None:
    answers.write_text("expected\tgiven\nOslo\t\n\tOslo\nOslo\tOslo\n", encoding="utf-8")
    result = invoke("grade", "answers.tsv")
    assert result.code == 1
    assert [line.rpartition("\t")[2] for line in result.out.splitlines()] == ["verdict", "wrong", "", "right"]
    assert "Skipped line 3: column 1 (expected) is empty" in result.err


def test_a_file_that_is_not_there(empty: Path, invoke: Invoke) -> None:
    assert invoke("grade", "nothing.tsv").code == 3


def test_hostile_answers_stay_answers(answers: Path, invoke: Invoke) -> None:
    answers.write_text("expected\tgiven\nOslo\t=1+1\nOslo\t\x1b]52;c;eA==\x07[/x]\n", encoding="utf-8")
    for format in ("tsv", "csv", "jsonl", "table"):
        out = invoke("grade", "answers.tsv", "--format", format).out
        assert "\x1b" not in out and "\x07" not in out and "[/x]" in out
    assert "\t'=1+1\t" in invoke("grade", "answers.tsv").out


@pytest.mark.model
def test_the_store_knows_abbreviations(empty: Path, invoke: Invoke) -> None:
    page = "Harbours\n\nNORHA stands for Northern Harbour Authority. It was founded in 1921.\n"
    Path("page.txt").write_text(page, encoding="utf-8")
    Path("a.tsv").write_text("expected\tgiven\nNorthern Harbour Authority\tNORHA\n", encoding="utf-8")
    assert invoke("grade", "a.tsv", "--format", "jsonl").rows[0]["verdict"] != "right"
    assert invoke("make", "page.txt").code == 0
    assert invoke("grade", "a.tsv", "--format", "jsonl").rows[0]["verdict"] == "right"


def test_a_broken_store_does_not_stop_the_grading(answers: Path, invoke: Invoke) -> None:
    Path("data").mkdir()
    Path("data/quizgen.db").write_text("nonsense", encoding="utf-8")
    result = invoke("grade", "answers.tsv")
    assert result.code == 0 and "Graded without the names in the store" in result.err
    assert invoke("grade", "answers.tsv", "--db", "data/quizgen.db").code == 4
