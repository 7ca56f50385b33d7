"""Workbooks: Excel's, read and written, and those of LibreOffice, read."""

import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from quizgen.cells import text_of
from quizgen.errors import InputError
from quizgen.safe import clean_text
from quizgen.spreadsheet import opendocument
from quizgen.spreadsheet.rows import Row

ZIP = b"PK\x03\x04"  # how both begin

_HEADING, _FIXED, _FAINT = "FFDCE6F1", "FFF2F2F2", "FF595959"  # colours


class Look(NamedTuple):
    """How a column looks: ``width`` in characters, 0 hides it; ``choices`` make a list to choose from.

    What does not fit goes on in a second line, or is ``cut``.
    """

    name: str
    help: str = ""
    width: int = 24
    fixed: bool = False
    choices: tuple[str, ...] = ()
    cut: bool = False


def sheets(data: bytes, *, where: str) -> Iterator[list[Row]]:
    """Yield the rows of each sheet that are not empty; raises InputError."""
    try:
        for rows in (opendocument.sheets if _is_open(data) else _sheets)(data):
            yield [Row(number, number, cells) for number, cells in rows]
    except Exception as error:  # openpyxl lets whatever its libraries find in a damaged file through
        todo = "Save it as .xlsx or as text with tabs (.tsv)"
        raise InputError("The file is no workbook that can be read", where=where, todo=todo) from error


def written(looks: Sequence[Look], rows: Sequence[Sequence[str]], *, title: str, frozen: int = 0) -> bytes:
    """Return an Excel workbook in which every cell is text; ``frozen`` columns stay in sight."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active or book.create_sheet()
    sheet.title = title
    _fill(sheet, looks, rows)
    _arrange(sheet, looks, len(rows), frozen)
    if any(look.help for look in looks):
        _explain(book.create_sheet("Help"), looks)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _is_open(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "content.xml" in package.namelist()


def _sheets(data: bytes) -> Iterator[list[tuple[int, tuple[str, ...]]]]:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what openpyxl does not keep, such as drawings
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            rows = enumerate(sheet.iter_rows(values_only=True), 1)
            found = ((number, tuple(map(text_of, row))) for number, row in rows)
            yield [(number, row) for number, row in found if any(row)]
        book.close()


def _fill(sheet: Any, looks: Sequence[Look], rows: Sequence[Sequence[str]]) -> None:
    """Write the rows as text that stays text, also when somebody edits it."""
    from openpyxl.styles import Alignment, Font, PatternFill

    top, fixed = PatternFill("solid", fgColor=_HEADING), PatternFill("solid", fgColor=_FIXED)
    bold, faint = Font(bold=True), Font(color=_FAINT)
    wrap, cut = Alignment(wrap_text=True, vertical="top"), Alignment(horizontal="fill", vertical="top")
    for number, row in enumerate([[look.name for look in looks], *rows], 1):
        for place, (look, text) in enumerate(zip(looks, row, strict=True), 1):
            cell = sheet.cell(number, place)
            cell.value, cell.data_type = clean_text(text), "s"
            cell.number_format, cell.alignment, cell.quotePrefix = "@", cut if look.cut else wrap, True
            if number == 1:
                cell.fill, cell.font = top, bold
            elif look.fixed:
                cell.fill, cell.font = fixed, faint


def _arrange(sheet: Any, looks: Sequence[Look], count: int, frozen: int) -> None:
    """Set widths, keep the headings in sight, and offer what can be chosen."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    last = get_column_letter(len(looks))
    sheet.freeze_panes, sheet.auto_filter.ref = f"{get_column_letter(frozen + 1)}2", f"A1:{last}{count + 1}"
    for place, look in enumerate(looks, 1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = look.width or 1
        sheet.column_dimensions[letter].hidden = not look.width
        if look.choices:
            listed = DataValidation(type="list", formula1=f'"{",".join(look.choices)}"', allow_blank=True)
            listed.showErrorMessage = False
            listed.add(f"{letter}2:{letter}{count + 1}")
            sheet.add_data_validation(listed)


def _explain(sheet: Any, looks: Sequence[Look]) -> None:
    for line in ("column", "what it holds"), *((look.name, look.help) for look in looks):
        sheet.append(line)
    sheet.column_dimensions["B"].width = 100
