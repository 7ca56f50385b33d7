"""``grade``: typed answers of a class, from a table."""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen.commands import common
from quizgen.errors import InputError, NothingToDo, StoreError

if TYPE_CHECKING:
    from quizgen.grading.known import Names
    from quizgen.spreadsheet import Row, Table

_NEEDED = ("expected", "given")
_ALIASES = "aliases"
_VERDICT = "verdict"
_FORMATS = ["tsv", "csv", "jsonl", "table"]
_HINT = "Name the columns expected and given, and aliases if you like, in the first line"
_STANDARD = ("-", "/dev/stdin")


@click.command()
@click.argument("file", type=common.type_path)
@click.option(
    "-o", "--output", type=common.type_path, metavar="FILE", help="File to write instead of standard output; .xlsx too."
)
@click.option(
    "--format",
    type=click.Choice(_FORMATS),
    help="Tabs (the default), CSV, JSON lines, or a table to read; otherwise what the name of the output says.",
)
@common.db
def grade(file: Path, output: Path | None, format: str | None, db: Path | None) -> None:
    """Grade a table of typed answers: adds the column verdict, which is right, close or wrong.

    FILE is TSV, CSV, XLSX or ODS with the columns expected and given; - is standard input. A column aliases holds
    further right answers, divided by | or ;. Other columns stay as they are. Only right counts as accepted; close is
    nearly right.

    What a store says of other names counts too, if there is one here.
    """
    from quizgen import spreadsheet

    table = spreadsheet.read(_content(file), where=str(file))
    columns = _columns(table, str(file))
    if not table.rows:
        raise NothingToDo("There is no answer below the header", where=str(file), todo="Add rows")
    verdicts = list(_verdicts(table.rows, columns, _names(db)))
    _write(table, columns, verdicts, output, format or _format(output))
    _report(table, verdicts, columns)


def _content(file: Path) -> bytes:
    from quizgen.readers import decoding

    if str(file) in _STANDARD:
        return sys.stdin.buffer.read()
    return decoding.load(file)


def _columns(table: "Table", where: str) -> dict[str, int]:
    """Return the place of each column that matters; raises InputError."""
    header = [cell.casefold() for cell in table.header.cells]
    for place, name in enumerate(header):
        if name in (*_NEEDED, _ALIASES, _VERDICT) and header.index(name) < place:
            raise InputError(f"Line {table.header.line}, column {place + 1}: a second {name}", where=where, todo=_HINT)
    for name in _NEEDED:
        if name not in header:
            said = ", ".join(table.header.cells)
            raise InputError(f"Line {table.header.line} has no column {name}: {said}", where=where, todo=_HINT)
    return {name: header.index(name) for name in (*_NEEDED, _ALIASES, _VERDICT) if name in header}


def _names(db: Path | None) -> "Names":
    """Return the other names that the store knows; none where there is no store or it cannot be read."""
    from quizgen.grading.known import Names, pairs
    from quizgen.model import Filter

    if db is None and not common.course(None).store.is_file():
        return Names()
    try:
        with common.opened(db, readonly=True) as (_, store):
            return Names(pairs(store.facts(Filter(kinds=("alias",), statuses=("new", "kept")))))
    except StoreError as error:
        if db is not None:
            raise
        common.note(f"Graded without the names in the store: {error}")
        return Names()


def _verdicts(rows: Sequence["Row"], columns: dict[str, int], names: "Names") -> Iterator[str]:
    """Yield a verdict for each row, "" where nothing is expected."""
    from quizgen import grading

    for row in rows:
        expected, given = (row.cells[columns[name]].strip() for name in _NEEDED)
        aliases = row.cells[columns[_ALIASES]] if _ALIASES in columns else ""
        listed = [alias.strip() for alias in re.split(r"[|;]", aliases) if alias.strip()]
        yield grading.grade(given, expected, [*listed, *names.of(expected)]).value if expected else ""


def _format(output: Path | None) -> str:
    suffix = output.suffix.casefold() if output else ""
    return {".csv": "csv", ".jsonl": "jsonl", ".xlsx": "xlsx"}.get(suffix, "tsv")


def _write(table: "Table", columns: dict[str, int], verdicts: Sequence[str], output: Path | None, format: str) -> None:
    from quizgen import spreadsheet
    from quizgen.exporters import files

    place = columns.get(_VERDICT, len(table.header.cells))
    rows = [_with(row.cells, place, verdict) for row, verdict in zip(table.rows, verdicts, strict=True)]
    header = _with(table.header.cells, place, _VERDICT)
    if format == "xlsx":
        content = spreadsheet.workbook.written([*map(spreadsheet.Look, header)], rows, title="answers")
    else:
        content = "".join(f"{line}\n" for line in _lines(header, rows, format)).encode("utf-8")
    if output is None or str(output) == "-":
        click.echo(content, nl=False)
    else:
        files.write(output, content)


def _with(cells: Sequence[str], place: int, text: str) -> tuple[str, ...]:
    return (*cells[:place], text, *cells[place + 1 :])


def _lines(header: Sequence[str], rows: Sequence[Sequence[str]], format: str) -> Iterator[str]:
    from quizgen import output, spreadsheet

    if format in ("tsv", "csv"):
        return spreadsheet.lines([header, *rows], format)
    known = (*_NEEDED, _ALIASES, _VERDICT)
    names = [name.casefold() if name.casefold() in known else name for name in header]
    objects: list[dict[str, Any]] = [dict(zip(names, row, strict=True)) for row in rows]
    return output.lines(objects, format, names, width=common.width())


def _report(table: "Table", verdicts: Sequence[str], columns: dict[str, int]) -> None:
    """Say on standard error how the answers came out, and which rows could not be graded."""
    counts = Counter(verdicts)
    shown = ", ".join(f"{counts[verdict]} {verdict}" for verdict in ("right", "close", "wrong"))
    common.note(f"{len(verdicts) - counts['']} answers: {shown}")
    empty = [row.line for row, verdict in zip(table.rows, verdicts, strict=True) if not verdict]
    place = columns["expected"] + 1
    common.report_skipped([(f"line {line}", f"column {place} (expected) is empty") for line in empty])
