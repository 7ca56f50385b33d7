"""Spreadsheet files: tables of text into TSV and XLSX, and out of these, CSV and ODS."""

import csv
import io
import warnings
from collections.abc import Collection, Iterator, Sequence, Set
from pathlib import Path
from typing import Any, NamedTuple

from quizgen.errors import InputError, UsageError
from quizgen.exporters import files
from quizgen.reviewing import cells

TSV, XLSX, ODS = ".tsv", ".xlsx", ".ods"
READABLE = (TSV, ".csv", ".txt", XLSX, ODS)

_DELIMITERS = "\t;,"
_SEARCHED = 20  # rows in which the header is looked for
_AGAIN = "Save it as .xlsx or as text with tabs (.tsv)"
_LONGEST = 1_000_000  # characters of a cell
_HEADING, _FIXED, _FAINT = "FFDCE6F1", "FFF2F2F2", "FF595959"  # colours


Rows = list[tuple[int, tuple[str, ...]]]


class Table(NamedTuple):
    """The header of a table in small letters, and its rows with their numbers in the spreadsheet."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


class Look(NamedTuple):
    """How a column looks in a workbook: ``width`` in characters, 0 hides it; ``choices`` make a list to choose from.

    What does not fit goes on in a second line, or is ``cut``.
    """

    name: str
    help: str
    width: int
    fixed: bool = False
    choices: tuple[str, ...] = ()
    cut: bool = False


def read(path: Path, *, key: str, names: Collection[str]) -> Table:
    """Return the table in a file: its header is the first row with ``key`` and one of ``names``; raises InputError."""
    where = str(path)
    if path.suffix.lower() not in READABLE:
        raise InputError(f"{path.suffix or 'A file without a suffix'} cannot be read back", where=where, todo=_AGAIN)
    for table in (_workbook if path.suffix.lower() in (XLSX, ODS) else _text)(path):
        found = _table(table, key, frozenset(names))
        if found:
            return found
    todo = "Leave the header line as it was exported"
    raise InputError(f"The file has no line of headings with {key!r}", where=where, todo=todo)


def check_name(path: Path) -> None:
    """Raise UsageError for a file name that ``write`` does not take."""
    if path.suffix.lower() not in (TSV, XLSX):
        raise UsageError("A spreadsheet ends in .tsv or .xlsx", where=str(path), todo="Choose another name")


def write(path: Path, looks: Sequence[Look], rows: Sequence[Sequence[str]]) -> None:
    """Write a table as the suffix of the file says; raises UsageError for another suffix, OutputError."""
    check_name(path)
    made = _xlsx(looks, rows) if path.suffix.lower() == XLSX else _tsv(looks, rows)
    files.write(path, made)


def _table(rows: Rows, key: str, names: Set[str]) -> Table | None:
    for at, (_, row) in enumerate(rows[:_SEARCHED]):
        header = tuple(cells.one_line(cell).casefold() for cell in row)
        if key in header and names & set(header):
            return Table(header, tuple(rows[at + 1 :]))
    return None


def _text(path: Path) -> Iterator[Rows]:
    """Yield the rows of a text file as each delimiter would divide it."""
    from quizgen.readers import decoding

    text = decoding.decode(decoding.load(path), where=str(path))
    csv.field_size_limit(_LONGEST)
    for delimiter in _DELIMITERS:
        try:
            found = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
            yield [(number, tuple(row)) for number, row in enumerate(found, 1)]
        except csv.Error as error:
            raise InputError(f"The file is no table: {error}", where=str(path), todo=_AGAIN) from error


def _workbook(path: Path) -> Iterator[Rows]:
    """Yield the rows of each sheet."""
    from quizgen.readers import decoding
    from quizgen.reviewing import opendocument

    data = decoding.load(path)
    try:
        yield from (opendocument.sheets if path.suffix.lower() == ODS else _sheets)(data)
    except Exception as error:  # openpyxl lets whatever its libraries find in a damaged file through
        raise InputError("The file is no workbook that can be read", where=str(path), todo=_AGAIN) from error


def _sheets(data: bytes) -> Iterator[Rows]:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what openpyxl does not keep, such as drawings
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            rows = enumerate(sheet.iter_rows(values_only=True), 1)
            found = ((number, tuple(map(cells.text_of, row))) for number, row in rows)
            yield [(number, row) for number, row in found if any(row)]
        book.close()


def _tsv(looks: Sequence[Look], rows: Sequence[Sequence[str]]) -> bytes:
    """Return the table with a mark by which spreadsheet programs know that it is UTF-8."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter="\t", lineterminator="\r\n")
    writer.writerow([look.name for look in looks])
    writer.writerows([cells.guard(cell) for cell in row] for row in rows)
    return buffer.getvalue().encode("utf-8-sig")


def _xlsx(looks: Sequence[Look], rows: Sequence[Sequence[str]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active or book.create_sheet()
    sheet.title = "Questions"
    _fill(sheet, looks, rows)
    _arrange(sheet, looks, len(rows))
    helping = book.create_sheet("Help")
    for line in ("column", "what it holds"), *((look.name, look.help) for look in looks):
        helping.append(line)
    helping.column_dimensions["B"].width = 100
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _fill(sheet: Any, looks: Sequence[Look], rows: Sequence[Sequence[str]]) -> None:
    """Write the rows as text that stays text, also when somebody edits it."""
    from openpyxl.styles import Alignment, Font, PatternFill

    top, fixed = PatternFill("solid", fgColor=_HEADING), PatternFill("solid", fgColor=_FIXED)
    bold, faint = Font(bold=True), Font(color=_FAINT)
    wrap, cut = Alignment(wrap_text=True, vertical="top"), Alignment(horizontal="fill", vertical="top")
    for number, row in enumerate([[look.name for look in looks], *rows], 1):
        for place, (look, text) in enumerate(zip(looks, row, strict=True), 1):
            cell = sheet.cell(number, place)
            cell.value, cell.data_type = cells.one_line(text), "s"
            cell.number_format, cell.alignment, cell.quotePrefix = "@", cut if look.cut else wrap, True
            if number == 1:
                cell.fill, cell.font = top, bold
            elif look.fixed:
                cell.fill, cell.font = fixed, faint


def _arrange(sheet: Any, looks: Sequence[Look], count: int) -> None:
    """Set widths, keep the headings in sight, and offer what can be chosen."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    last = get_column_letter(len(looks))
    sheet.freeze_panes, sheet.auto_filter.ref = "C2", f"A1:{last}{count + 1}"
    for place, look in enumerate(looks, 1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = look.width or 1
        sheet.column_dimensions[letter].hidden = not look.width
        if look.choices:
            listed = DataValidation(type="list", formula1=f'"{",".join(look.choices)}"', allow_blank=True)
            listed.showErrorMessage = False
            listed.add(f"{letter}2:{letter}{count + 1}")
            sheet.add_data_validation(listed)
