"""Tables as text divided by tabs, commas or semicolons."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from quizgen.cells import disarm
from quizgen.errors import InputError
from quizgen.spreadsheet.rows import Row

_LONGEST = 1_000_000  # characters of a cell
_LINE_END = re.compile(r"\r\n?")
# A quote opens a cell that holds line ends or tabs only if it is closed, and never one with both, which would be
# whole rows: so a lone quote that a pupil typed swallows nothing.
_QUOTED = re.compile(r'"(?:(?:[^"\t]|"")*|(?:[^"\n]|"")*)"')
_CELL = re.compile(rf"({_QUOTED.pattern}(?=[\t\n]|\Z)|[^\t\n]*)(\t|\n|\Z)")
_MUST_QUOTE = re.compile(r'^"|[\t\n]')


def divided(data: bytes, *, where: str) -> Iterator[list[Row]]:
    """Yield the rows of a text as each sign would divide it, the likeliest first; raises InputError."""
    text = _LINE_END.sub("\n", _decoded(data, where))
    header = text.lstrip("\n").partition("\n")[0]
    for sign in sorted("\t;,", key=lambda sign: (sign == "\t" and sign in header, header.count(sign)), reverse=True):
        yield list(_tabbed(text) if sign == "\t" else _divided(text, sign, where))


def lines(rows: Iterable[Sequence[str]], format: str) -> Iterator[str]:
    """Yield the rows as lines of ``tsv`` or ``csv``, without line ends; no cell can be taken for a formula."""
    return map(_tsv if format == "tsv" else _csv, rows)


def _decoded(data: bytes, where: str) -> str:
    """Return text in UTF-8, UTF-16 or Windows-1252: a table holds too few letters to guess another encoding."""
    from quizgen.readers import decoding

    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    if b"\0" in data[:2]:
        return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", "replace")
    if b"\0" in data:
        raise InputError("This is a binary file, no table", where=where, todo="Save it as .tsv, .csv or .xlsx")
    try:
        return decoding.mended(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return decoding.mended(data.decode("cp1252", "replace"))


def _tsv(cells: Sequence[str]) -> str:
    return "\t".join(_quoted(disarm(cell)) for cell in cells)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _MUST_QUOTE.search(cell) else cell


def _csv(cells: Sequence[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(map(disarm, cells))
    return buffer.getvalue()[:-1]


def _tabbed(text: str) -> Iterator[Row]:
    number, line, begun = 1, 1, 1
    cells: list[str] = []
    for match in _CELL.finditer(text):
        cells.append(_unquoted(match[1]))
        line += match[0].count("\n")
        if match[2] != "\t":
            yield Row(number, begun, tuple(cells))
            number, begun, cells = number + 1, line, []


def _unquoted(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if _QUOTED.fullmatch(cell) else cell


def _divided(text: str, sign: str, where: str) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    line = 1
    try:
        for number, cells in enumerate(reader, 1):
            yield Row(number, line, tuple(cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(f"Line {line} cannot be read: {error}", where=where, todo="Correct it") from None
