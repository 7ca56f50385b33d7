"""Prints rows as a table for people, JSON lines for programs or CSV for spreadsheets."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, zip_longest
from typing import Any

from quizgen.cells import guard
from quizgen.safe import clean_values, show
from quizgen.terminal.text import cells, cut, wrap

FORMATS = ("table", "jsonl", "csv")
NARROW = 60  # columns of a terminal below which texts go on in the next line instead of being cut
_GAP = "  "
_TEXT = 24  # columns that a text needs to be read
_WORD = 10  # columns of an id or a date
_LEAST = 4  # columns of a cell that has been cut as far as it may be
_TALL = 6  # lines of a cell
_SHORTENED = re.compile(r"^([a-z]_[0-9a-f]{8})[0-9a-f]{24}$")  # as much of an id as a person needs to type it

Row = Mapping[str, Any]


def lines(
    rows: Iterable[Row], format: str, columns: Sequence[str], *, width: int | None = None, spare: Sequence[str] = ()
) -> Iterator[str]:
    """Yield the lines of a listing without their newlines.

    A table has the named ``columns``; where it has to fit ``width`` terminal cells, those of ``spare`` go first, in
    this order, and texts are cut. The other two formats have every key.
    """
    if format == "jsonl":
        return (json.dumps(clean_values(row), ensure_ascii=False) for row in rows)
    return _csv(rows) if format == "csv" else _table(rows, columns, width, spare)


def _plain(value: Any) -> str:
    """Return a value as the text of a cell: lists joined, anything deeper as JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        return show("; ".join(value))
    return show(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _csv(rows: Iterable[Row]) -> Iterator[str]:
    first = next(iterator := iter(rows), None)
    if first is None:
        return
    yield _record(map(show, first))
    for row in chain([first], iterator):
        yield _record(_guarded(row[key]) for key in first)


def _guarded(value: Any) -> str:
    """Return the text of a CSV cell; a text that a spreadsheet would calculate gets an apostrophe."""
    text = repr(value) if isinstance(value, float) else _plain(value)
    return guard(text) if isinstance(value, str) and not _is_number(text) else text


def _is_number(text: str) -> bool:
    return text.lstrip("+-").replace(".", "", 1).replace(",", "").isdigit()


def _record(values: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow(values)
    return buffer.getvalue()


def _table(rows: Iterable[Row], columns: Sequence[str], width: int | None, spare: Sequence[str]) -> Iterator[str]:
    body = [[_SHORTENED.sub(r"\1", _plain(row[column])) for column in columns] for row in rows]
    if not body:
        return
    texts = zip(map(show, columns), *body, strict=True)
    found = {name: _Column(column) for name, column in zip(columns, texts, strict=True)}
    for name in spare:
        if width is None or _total([column.needed for column in found.values()]) <= width:
            break
        found.pop(name, None)
    shown = list(found.values())
    sizes = _sizes(shown, width)
    for number in range(len(body) + 1):
        parts = [_fitted(column.cells[number], size, width) for column, size in zip(shown, sizes, strict=True)]
        yield from (_line(line, sizes) for line in zip_longest(*parts, fillvalue=""))
        if not number:
            yield _line(["-" * size for size in sizes], sizes)


class _Column:
    """The cells of a column, the header first, and how wide it wants to be."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.cells = texts
        self.size = max(map(cells, texts))
        # Ids, dates and codes are of no use in parts; a text of which the beginning is seen is.
        self.solid = self.size <= _WORD or (self.size <= _TEXT and not any(" " in text for text in texts))

    @property
    def needed(self) -> int:
        """Return the columns without which it cannot be read."""
        return self.size if self.solid else min(self.size, _TEXT)


def _sizes(columns: Sequence[_Column], width: int | None) -> list[int]:
    """Return the widths of the columns; too wide a table takes from its widest texts first, from ids and dates last."""
    sizes = [column.size for column in columns]
    bounds = [
        [column.needed for column in columns],
        [column.size if column.solid else _LEAST for column in columns],
        [_WORD if column.solid else _LEAST for column in columns],
        [_LEAST for _ in columns],
    ]
    over = 0 if width is None else _total(sizes) - width
    for least in bounds:
        while over > 0 and (left := [at for at, size in enumerate(sizes) if size > least[at]]):
            sizes[max(left, key=sizes.__getitem__)] -= 1
            over -= 1
    return sizes


def _total(sizes: Sequence[int]) -> int:
    return sum(sizes) + len(_GAP) * (len(sizes) - 1)


def _fitted(text: str, size: int, width: int | None) -> list[str]:
    """Return the lines of a cell: a single one, unless the terminal is narrow."""
    if width is None or width >= NARROW or cells(text) <= size:
        return [cut(text, size)]
    lines = wrap(text, size)
    return [*lines[: _TALL - 1], cut(" ".join(lines[_TALL - 1 :]), size)] if len(lines) > _TALL else lines


def _line(texts: Sequence[str], sizes: Sequence[int]) -> str:
    return _GAP.join(text + " " * (size - cells(text)) for text, size in zip(texts, sizes, strict=True)).rstrip()
