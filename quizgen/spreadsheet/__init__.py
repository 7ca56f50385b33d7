"""Tables as spreadsheet programs write them: text divided by tabs, commas or semicolons, and workbooks."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from quizgen.errors import InputError
from quizgen.safe import show
from quizgen.spreadsheet import delimited, workbook
from quizgen.spreadsheet.delimited import lines
from quizgen.spreadsheet.rows import Row, Table
from quizgen.spreadsheet.workbook import Look

__all__ = ["Look", "Row", "Table", "find", "lines", "read", "workbook"]

_SEARCHED = 20  # rows in which a header is looked for


def read(data: bytes, *, where: str) -> Table:
    """Return the table in a file's content: its first row is the header; raises InputError with line and column.

    The names in the header have no space around them; other cells are as they stand in the file, each row with as many
    as the header.
    """
    for rows in _readings(data, where):
        if filled := _filled(rows):
            head = _trimmed(filled[0])
            return Table(head, tuple(_fitted(row, len(head.cells), where) for row in filled[1:]))
    raise InputError("The file is empty", where=where, todo="Give a table with a header")


def find(data: bytes, *, key: str, names: Collection[str], where: str) -> Table:
    """Return the table whose header, near its top, has ``key`` and one of ``names``; raises InputError.

    The names in the header are in small letters; a row can have fewer or more cells than it.
    """
    wanted, empty = frozenset(names), True
    for rows in _readings(data, where):
        filled = _filled(rows)
        empty = empty and not filled
        for at, row in enumerate(filled[:_SEARCHED]):
            header = tuple(" ".join(show(cell).split()).casefold() for cell in row.cells)
            if key in header and wanted.intersection(header):
                return Table(replace(row, cells=header), tuple(filled[at + 1 :]))
    if empty:
        raise InputError("The file is empty", where=where, todo="Give a table with a header")
    todo = "Leave the header line as it was exported"
    raise InputError(f"The file has no line of headings with {key!r}", where=where, todo=todo)


def _readings(data: bytes, where: str) -> Iterator[list[Row]]:
    """Yield the sheets of a workbook, or a text in each way to divide it."""
    return (workbook.sheets if data.startswith(workbook.ZIP) else delimited.divided)(data, where=where)


def _filled(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if any(map(str.strip, row.cells))]


def _trimmed(row: Row) -> Row:
    """Return a header without the space around its names and without empty cells at its end."""
    cells = tuple(map(str.strip, row.cells))
    filled = [place for place, cell in enumerate(cells, 1) if cell]
    return replace(row, cells=cells[: filled[-1]])


def _fitted(row: Row, columns: int, where: str) -> Row:
    surplus = next((place for place, cell in enumerate(row.cells[columns:], columns + 1) if cell.strip()), 0)
    if surplus:
        what = f"Line {row.line}, column {surplus}: the header has only {columns} columns"
        raise InputError(what, where=where, todo="Put quotes around a cell that holds a divider, or name the column")
    return replace(row, cells=(*row.cells[:columns], *[""] * (columns - len(row.cells))))
