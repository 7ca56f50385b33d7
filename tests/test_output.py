"""Listings as tables, JSON lines and CSV."""

import csv
import io
import json
from typing import Any

import pytest

from quizgen import output
from quizgen.terminal.text import cells

ROWS: list[dict[str, Any]] = [
    {"uid": "q_1", "prompt": "What is a cell?", "score": 0.5, "tags": ["a", "b"], "options": [{"text": "x"}]},
    {"uid": "q_2", "prompt": "Where?", "score": 1.0, "tags": [], "options": []},
]


def table(rows: list[dict[str, Any]], width: int | None = None) -> list[str]:
    return list(output.lines(rows, "table", ["uid", "prompt"], width=width))


def test_a_table_is_as_wide_as_its_contents() -> None:
    assert table(ROWS) == ["uid  prompt", "---  ---------------", "q_1  What is a cell?", "q_2  Where?"]


@pytest.mark.parametrize("width", [80, 20, 12])
def test_a_table_shrinks_to_the_terminal(width: int) -> None:
    assert max(map(cells, table(ROWS, width))) <= width


def test_a_narrow_table_breaks_texts_instead_of_cutting_them() -> None:
    assert table(ROWS, 12)[2:] == ["q_1  What is", "     a cell?", "q_2  Where?"]


def test_a_cut_cell_says_so() -> None:
    rows = [{"uid": "q_1", "prompt": "word " * 30}]
    assert table(rows, 80)[2] == f"q_1  {'word ' * 14}word…"
    assert table(rows, 25)[-1] == f"     {'word ' * 3}word…"


LONG = {
    "uid": "q_" + "0123456789abcdef" * 2,
    "kind": "truefalse",
    "date": "2026-11-23",
    "level": "medium",
    "prompt": "The Printing Press and Its Consequences: When was it invented?",
    "answer": "about 1440 in the city of Mainz, or in Strasbourg",
}


def shown(width: int, *spare: str) -> list[str]:
    return list(output.lines([LONG], "table", list(LONG), width=width, spare=spare))


@pytest.mark.parametrize("width", [40, 50, 60, 72, 80, 100, 200])
def test_ids_and_dates_are_never_cut(width: int) -> None:
    found = shown(width, "level", "kind", "answer")
    assert max(map(cells, found)) <= width
    assert found[2].startswith("q_01234567 ") and " 2026-11-23 " in found[2]


@pytest.mark.parametrize(
    ("width", "left"),
    [
        (200, ["uid", "kind", "date", "level", "prompt", "answer"]),
        (99, ["uid", "kind", "date", "level", "prompt", "answer"]),
        (88, ["uid", "kind", "date", "prompt", "answer"]),
        (75, ["uid", "date", "prompt", "answer"]),
        (55, ["uid", "date", "prompt"]),
        (30, ["uid", "date", "prompt"]),
    ],
)
def test_columns_go_before_texts_cannot_be_read(width: int, left: list[str]) -> None:
    assert shown(width, "level", "kind", "answer")[0].split() == left


def test_what_stays_is_whole_where_lines_are_broken() -> None:
    assert shown(50, "level", "kind", "answer")[2:] == [
        "q_01234567  2026-11-23  The Printing Press and Its",
        "                        Consequences: When was it",
        "                        invented?",
    ]


@pytest.mark.parametrize("format", output.FORMATS)
def test_no_rows_give_no_lines(format: str) -> None:
    assert list(output.lines([], format, ["uid"])) == []


def test_jsonl_keeps_every_key_and_letter() -> None:
    row = {"text": "Ærø → 火星", "number": 1.25, "none": None, "parts": [["a", "b"]]}
    (line,) = output.lines([row], "jsonl", [])
    assert json.loads(line) == row
    assert "火星" in line


def test_csv_has_a_header_and_flat_cells() -> None:
    records = list(csv.reader(io.StringIO("\n".join(output.lines(ROWS, "csv", [])))))
    assert records[0] == ["uid", "prompt", "score", "tags", "options"]
    assert records[1] == ["q_1", "What is a cell?", "0.5", "a; b", '[{"text": "x"}]']


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@cmd", "'@cmd"),
        ("-x", "'-x"),
        ("-5", "-5"),
        ("+1,200.5", "+1,200.5"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_csv_cells_are_no_formulas(text: str, cell: str) -> None:
    lines = list(output.lines([{"text": text}], "csv", []))
    assert next(csv.reader(io.StringIO("\n".join(lines[1:]))), [""]) == ([cell] if cell else [""])


@pytest.mark.parametrize("format", output.FORMATS)
def test_no_escape_sequence_of_the_data_comes_out(format: str) -> None:
    rows = [{"uid": "\x1b[31mred\x1b]52;c;aGk=\x07\x9b2J\u202e", "prompt": "a\nb"}]
    text = "\n".join(output.lines(rows, format, ["uid", "prompt"]))
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(text)
    assert "\\u001b" not in text


@pytest.mark.parametrize("format", output.FORMATS)
def test_names_of_columns_steer_no_terminal(format: str) -> None:
    name = "\x1b[31mred\x1b]52;c;aGk=\x07\x9b2J\u202e"
    text = "\n".join(output.lines([{name: "x"}], format, [name]))
    assert "red" in text and not {"\x1b", "\x07", "\x9b", "\u202e"} & set(text)
