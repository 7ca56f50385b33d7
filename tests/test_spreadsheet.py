"""Tables in every form that spreadsheet programs give them."""

import io

import pytest
from openpyxl import Workbook, load_workbook

from quizgen import spreadsheet
from quizgen.errors import InputError
from quizgen.spreadsheet import Look, workbook


def cells(data: bytes | str) -> list[tuple[str, ...]]:
    """Return the header and the rows of a file."""
    table = spreadsheet.read(data.encode() if isinstance(data, str) else data, where="a.tsv")
    return [table.header.cells, *(row.cells for row in table.rows)]


PLAIN = [("a", "b"), ("1", "2")]


@pytest.mark.parametrize(
    "data",
    [
        "a\tb\n1\t2\n",
        "a\tb\n1\t2",
        "a\tb\r\n1\t2\r\n",
        "a\tb\r1\t2\r",
        "\ufeffa\tb\n1\t2\n",
        "\n\na\tb\n\n1\t2\n\n\t\n",
        " a \tb\t\t\n1\t2\t\t\n",
        "a,b\n1,2\n",
        "a;b\r\n1;2\r\n",
        '"a","b"\n"1","2"\n',
        '"a"\t"b"\n"1"\t"2"\n',
        "a\tb\n1\t2\n".encode("utf-16"),
        "a\tb\n1\t2\n".encode("utf-16-le"),
        "a\tb\n1\t2\n".encode("utf-16-be"),
    ],
)
def test_one_table_in_many_forms(data: bytes | str) -> None:
    assert cells(data) == PLAIN


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ('a\tb\n"x\ny"\t2\n', ("x\ny", "2")),
        ('a\tb\n2\t"x\ny"\n', ("2", "x\ny")),
        ('a\tb\n"say ""hi"""\t2\n', ('say "hi"', "2")),
        ("a\tb\n6'2\"\t2\n", ("6'2\"", "2")),
        ('a\tb\n"x\t2\n', ('"x', "2")),
        ("a\tb\n1\n", ("1", "")),
        ("a\tb\n\t2\n", ("", "2")),
        ("a\tb\n 1\t2 \n", (" 1", "2 ")),
        ('a,b\n"1,5",2\n', ("1,5", "2")),
        ('a;b\n"1;5";2\n', ("1;5", "2")),
        ("a\tb\nZürich\t2\n".encode("cp1252"), ("Zürich", "2")),
        ("a\tb\nZürich\t2\n".encode("utf-16"), ("Zürich", "2")),
    ],
)
def test_a_row_is_read(data: bytes | str, expected: tuple[str, ...]) -> None:
    assert cells(data)[1:] == [expected]


def test_a_lone_quote_swallows_nothing() -> None:
    assert cells('a\tb\n1\t"x\n2\ty"\n3\tz\n')[-1] == ("3", "z")
    assert cells('a\tb\n"1\tx\n"2\ty\n') == [("a", "b"), ('"1', "x"), ('"2', "y")]


def test_rows_know_their_lines() -> None:
    table = spreadsheet.read(b'a\tb\n\n"x\ny"\t2\n3\t4\n', where="a.tsv")
    assert [(row.number, row.line) for row in table.rows] == [(3, 3), (4, 5)]
    table = spreadsheet.read(b'a,b\n"x\ny",2\n3,4\n', where="a.csv")
    assert [(row.number, row.line) for row in table.rows] == [(2, 2), (3, 4)]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The file is empty"),
        (b"\n \n", "The file is empty"),
        (b"a\tb\n1\t2\t3\n", "Line 2, column 3: the header has only 2 columns"),
        (b"a,b\n1,2\n1,2,3\n", "Line 3, column 3"),
        (b"abc\xff\0\0\1", "binary"),
        (b"PK\x03\x04 nonsense", "no workbook"),
    ],
)
def test_what_is_no_table_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        spreadsheet.read(data, where="a.tsv")


def test_a_workbook_is_read() -> None:
    book = Workbook()
    book.active.append(["a", "b", None])
    book.active.append([7.0, 1.5])
    book.active.append([None, None])
    book.active.append(["x", None])
    buffer = io.BytesIO()
    book.save(buffer)
    assert cells(buffer.getvalue()) == [("a", "b"), ("7", "1.5"), ("x", "")]


@pytest.mark.parametrize("text", ["=1+1", "=HYPERLINK(1)", "@SUM(1)", "+1+cmd|' /C calc'!A0", "-2+3+A(1)"])
def test_no_cell_is_taken_for_a_formula(text: str) -> None:
    for format in ("tsv", "csv"):
        (line,) = spreadsheet.lines([[text]], format)
        assert line.lstrip('"').startswith("'")
    book = workbook.written([Look("a")], [[text]], title="Answers")
    ((cell,),) = load_workbook(io.BytesIO(book)).worksheets[0].iter_rows(min_row=2)
    assert (cell.data_type, cell.value) == ("s", text)


@pytest.mark.parametrize("text", ["-5 °C", "+3", "- none", "5 = 5", "a@b", "", '"', "6'2\"", "x\ny", "x\ty", '"a" b'])
def test_other_cells_come_back_as_they_were(text: str) -> None:
    for format in ("tsv", "csv"):
        written = "\n".join(spreadsheet.lines([["a", "b"], [text, "2"]], format))
        assert cells(written)[1:] == [(text, "2")]


def test_escape_sequences_do_not_come_out() -> None:
    assert list(spreadsheet.lines([["\x1b[2Jred\x07"]], "tsv")) == ["red"]


@pytest.mark.parametrize(
    "data",
    [
        "uid\tanswer\nq\t3\n",
        "My review\n\n UID ;Answer;\nq;3;\n",
        "a,b\nuid,answer\nq,3\n",
        'uid\tanswer\n"q\t3\n',
    ],
)
def test_a_header_is_found_below_other_rows(data: str) -> None:
    table = spreadsheet.find(data.encode(), key="uid", names=["answer", "prompt"], where="a.tsv")
    assert [cell for cell in table.header.cells if cell] == ["uid", "answer"]
    assert [row.cells[1] for row in table.rows] == ["3"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "empty"),
        ("uid\tname\nq\t3\n", "no line of headings with 'uid'"),
        ("uids\tanswer\nq\t3\n", "no line of headings with 'uid'"),
        ("a\n" * 20 + "uid\tanswer\n", "no line of headings with 'uid'"),
    ],
)
def test_a_header_that_is_not_there_is_missed(data: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        spreadsheet.find(data.encode(), key="uid", names=["answer"], where="a.tsv")
