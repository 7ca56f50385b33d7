import csv
import io
import json

import pytest
from exporter_samples import every_kind, options, question

from quizgen.exporters import shuffle, tables
from quizgen.model import QuestionKind


def cells(**changes: object) -> dict[str, str]:
    (row,) = csv.DictReader(io.StringIO(tables.csv_text([question(**changes)])))
    return row


def test_a_row_has_every_column() -> None:
    row = cells(tags=("a", "b"), options=options("x", "y"), explanation="So.")
    assert tuple(row) == tables.COLUMNS
    assert row["prompt"] == "Where does the Danube rise?"
    assert row["accept"] == "Black Forest"
    assert (row["options"], row["tags"], row["explanation"]) == ("x | y", "a | b", "So.")
    assert (row["score"], row["difficulty"]) == ("0.80", "0.50")
    assert (row["document"], row["section"]) == ("rivers.md", "The Danube")
    assert row["source"].startswith("The Danube rises")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+49 30", "'+49 30"),
        ("-5 °C", "'-5 °C"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\u200b=1", "'=1"),
        ("1-2", "1-2"),
        ("a = b", "a = b"),
        ('say "a, b"', 'say "a, b"'),
        ("two\nlines", "two\nlines"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    assert cells(answer=text)["answer"] == cell


def test_no_list_is_a_formula() -> None:
    row = cells(accept=("=1", "x"), tags=("@a",), options=options("+1", "2"))
    assert (row["accept"], row["tags"], row["options"]) == ("'=1 | x", "'@a", "'+1 | 2")


def test_no_questions_give_a_header() -> None:
    assert tables.csv_text([]) == ",".join(tables.COLUMNS) + "\n"
    assert tables.jsonl_text([]) == ""


def test_json_lines_hold_the_rows() -> None:
    made = every_kind()
    lines = tables.jsonl_text(made).splitlines()
    assert [json.loads(line)["uid"] for line in lines] == [one.uid for one in made]
    assert json.loads(lines[-2])["parts"] == [["Seine", "Paris"], ["Thames", "London"], ["Danube", "Vienna"]]


@pytest.mark.parametrize("text", ["a\nb", "a\u2028b", "a\x85b", "a\ud800b", "a\x1cb"])
def test_no_text_splits_a_line(text: str) -> None:
    written = tables.jsonl_text([question(prompt=text)]).encode("utf-8").decode("utf-8")
    (line,) = written.splitlines()
    assert json.loads(line)["prompt"] == text


@pytest.mark.parametrize("count", range(2, 7))
def test_a_shuffled_list_never_gives_the_order_away(count: int) -> None:
    given = [f"item {number}" for number in range(count)]
    for seed in map(str, range(50)):
        assert sorted(shuffle.shuffled(seed, given)) == given
        assert shuffle.shuffled(seed, given) != given
        assert shuffle.shuffled(seed, given) == shuffle.shuffled(seed, given)


@pytest.mark.parametrize("given", [[], ["a"]])
def test_too_short_to_shuffle(given: list[str]) -> None:
    assert shuffle.shuffled("seed", given) == given


def test_every_kind_has_a_row() -> None:
    assert {kind.value for kind in QuestionKind} == {
        row["kind"] for row in csv.DictReader(io.StringIO(tables.csv_text(every_kind())))
    }
