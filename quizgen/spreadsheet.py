"""Tables as spreadsheet programs write them: text divided by tabs, commas or semicolons, and Excel workbooks."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quizgen.errors import InputError
from quizgen.safe import clean_text

SUFFIXES = {".tsv": "tsv", ".tab": "tsv", ".txt": "tsv", ".csv": "csv", ".xlsx": "xlsx"}
_ZIP = b"PK\x03\x04"
_LINE_END = re.compile(r"\r\n?")
# A quote opens a cell that holds line ends or tabs only if it is closed, and never one with both, which would be
# whole rows: so a lone quote that a pupil typed swallows nothing.
_QUOTED = re.compile(r'"(?:(?:[^"\t]|"")*|(?:[^"\n]|"")*)"')
_CELL = re.compile(rf"({_QUOTED.pattern}(?=[\t\n]|\Z)|[^\t\n]*)(\t|\n|\Z)")
_MUST_QUOTE = re.compile(r'^"|[\t\n]')
# What a spreadsheet would calculate. A plain "-5 °C" or "+3" stays as it is: it calls nothing.
_FORMULA = re.compile(r"[=@\t\r]|[+-](?=.*[(|!=@])", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, and the line of the file (or the row of the sheet) in which it begins."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows below it, each with as many cells as the header; empty rows are left out."""

    header: Row
    rows: tuple[Row, ...]


def read(data: bytes, *, where: str) -> Table:
    """Return the table in a file's content; raises InputError, which names line and column where it can.

    The names in the header have no space around them; other cells are as they stand in the file.
    """
    if data.startswith(_ZIP):
        found = _sheet(data, where)
    else:
        text = _LINE_END.sub("\n", decoded(data, where=where))
        header = text.lstrip("\n").partition("\n")[0]
        divider = max("\t;,", key=header.count)
        found = _tabbed(text) if "\t" in header else _divided(text, divider, where)
    rows = [row for row in found if any(map(str.strip, row.cells))]
    if not rows:
        raise InputError("The file is empty", where=where, todo="Give a table with a header")
    head = _trimmed(rows[0])
    return Table(head, tuple(_fitted(row, len(head.cells), where) for row in rows[1:]))


def decoded(data: bytes, *, where: str) -> str:
    """Return the text of a file in UTF-8, UTF-16 or Windows-1252; raises InputError."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    if data[1:2] == b"\0" or data[:1] == b"\0":
        return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", "replace")
    if b"\0" in data:
        raise InputError("This is a binary file, no table", where=where, todo="Save it as .tsv, .csv or .xlsx")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def lines(rows: Iterable[Sequence[str]], format: str) -> Iterator[str]:
    """Yield the rows as lines of ``tsv`` or ``csv``, without line ends; no cell can be taken for a formula."""
    return map(_tsv if format == "tsv" else _csv, rows)


def workbook(rows: Iterable[Sequence[str]]) -> bytes:
    """Return an Excel workbook with one sheet in which every cell is text."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("answers")
    for row in rows:
        cells = [WriteOnlyCell(sheet, value=clean_text(text)) for text in row]
        for cell in cells:
            cell.data_type = "s"
        sheet.append(cells)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def guarded(text: str) -> str:
    """Return a cell's text so that a spreadsheet shows it instead of calculating it."""
    text = clean_text(text)
    return f"'{text}" if _FORMULA.match(text) else text


def _tsv(cells: Sequence[str]) -> str:
    return "\t".join(_quoted(guarded(cell)) for cell in cells)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _MUST_QUOTE.search(cell) else cell


def _csv(cells: Sequence[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(map(guarded, cells))
    return buffer.getvalue()[:-1]


def _tabbed(text: str) -> Iterator[Row]:
    """Yield rows divided by tabs."""
    line, cells = 1, []
    begun = 1
    for match in _CELL.finditer(text):
        cells.append(_unquoted(match[1]))
        line += match[0].count("\n")
        if match[2] != "\t":
            yield Row(begun, tuple(cells))
            begun, cells = line, []


def _unquoted(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if _QUOTED.fullmatch(cell) else cell


def _divided(text: str, divider: str, where: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=divider)
    line = 1
    try:
        for cells in reader:
            yield Row(line, tuple(cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(f"Line {line} cannot be read: {error}", where=where, todo="Correct it") from None


def _sheet(data: bytes, where: str) -> Iterator[Row]:
    from zipfile import BadZipFile

    from openpyxl import load_workbook

    try:
        sheet = load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[0]
        for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
            yield Row(number, tuple(map(_shown, values)))
    except (BadZipFile, KeyError, ValueError, IndexError) as error:
        raise InputError(f"This is no Excel workbook: {error}", where=where, todo="Save it as .xlsx or .csv") from None


def _shown(value: object) -> str:
    """Return the text of a workbook's cell: 7 for 7.0, a day without its midnight."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value).removesuffix(" 00:00:00")


def _trimmed(row: Row) -> Row:
    """Return a header without the space around its names and without empty cells at its end."""
    cells = tuple(map(str.strip, row.cells))
    filled = [place for place, cell in enumerate(cells, 1) if cell]
    return Row(row.line, cells[: filled[-1]])


def _fitted(row: Row, columns: int, where: str) -> Row:
    surplus = next((place for place, cell in enumerate(row.cells[columns:], columns + 1) if cell.strip()), 0)
    if surplus:
        what = f"Line {row.line}, column {surplus}: the header has only {columns} columns"
        raise InputError(what, where=where, todo="Put quotes around a cell that holds a divider, or name the column")
    return Row(row.line, (*row.cells[:columns], *[""] * (columns - len(row.cells))))
