"""What LibreOffice saves in its own format is read as the text that it shows."""

import io
import zipfile
from xml.etree.ElementTree import ParseError

import pytest

from quizgen import spreadsheet
from quizgen.spreadsheet import opendocument

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)


def package(body: str, name: str = "content.xml") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr(name, f"<office:document-content {SPACES}>{body}</office:document-content>")
    return buffer.getvalue()


def cell(text: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def test_rows_have_the_numbers_of_the_sheet() -> None:
    far = 'table:number-columns-repeated="16000"'
    body = (
        row(cell("uid"), cell("answer"), f"<table:table-cell {far}/>")
        + row(f"<table:table-cell {far}/>", attributes='table:number-rows-repeated="3"')
        + row(cell("q_1"), cell("x", 'table:number-columns-repeated="2"'))
        + row(attributes='table:number-rows-repeated="1048000"')
    )
    (rows,) = opendocument.sheets(package(f"<table:table>{body}</table:table>"))
    assert [(number, [text for text in cells if text]) for number, cells in rows] == [
        (1, ["uid", "answer"]),
        (5, ["q_1", "x", "x"]),
    ]
    assert all(len(cells) <= 1000 for _, cells in rows)


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ('a<text:s text:c="3"/>b<text:s/>c', "a   b c"),
        ("a<text:span>b<text:a>c</text:a>d</text:span>e", "abcde"),
        ("a<text:line-break/>b<text:tab/>c", "a\nb\tc"),
        ("a</text:p><text:p>b", "a\nb"),
        ("&lt;i&gt; &amp; “x”", "<i> & “x”"),
        ("", ""),
    ],
)
def test_a_cell_says_what_it_shows(inside: str, text: str) -> None:
    note = "<office:annotation><text:p>a note</text:p></office:annotation>"
    body = f"<table:table>{row(f'<table:table-cell>{note}<text:p>{inside}</text:p></table:table-cell>', cell('end'))}"
    (rows,) = opendocument.sheets(package(f"{body}</table:table>"))
    assert rows == [(1, (text, "end"))]


def test_each_sheet_is_given() -> None:
    one, two = (f"<table:table>{row(cell(name))}</table:table>" for name in ("a", "b"))
    assert [rows[0][1] for rows in opendocument.sheets(package(one + two))] == [("a",), ("b",)]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", zipfile.BadZipFile),
        (package("", "other.xml"), KeyError),
        (package("<open>"), ParseError),
    ],
)
def test_a_damaged_file_is_no_sheet(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        list(opendocument.sheets(data))


def test_it_is_a_table_like_any_other() -> None:
    body = row(cell("a"), cell("b")) + row() + row(cell("1"), cell("2"))
    table = spreadsheet.read(package(f"<table:table>{body}</table:table>"), where="a.ods")
    assert (table.header.cells, [(one.number, one.cells) for one in table.rows]) == (("a", "b"), [(3, ("1", "2"))])
