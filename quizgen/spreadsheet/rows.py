"""What every form of a table is read into."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row; its number in a spreadsheet program, and the line of the file in which it begins."""

    number: int
    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows below it that are not empty."""

    header: Row
    rows: tuple[Row, ...]
