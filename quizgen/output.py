"""Prints rows as a table for people, JSON lines for programs or CSV for spreadsheets."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from quizgen.safe import clean_values, show
from quizgen.terminal.text import cells

FORMATS = ("table", "jsonl", "csv")
_GAP = "  "
_LEAST = 4  # columns of a cell that has been cut as far as it may be
_SHORTENED = re.compile(r"^([a-z]_[0-9a-f]{8})[0-9a-f]{24}$")  # as much of an id as a person needs to type it
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Row = Mapping[str, Any]


def lines(rows: Iterable[Row], format: str, columns: Sequence[str], *, width: int | None = None) -> Iterator[str]:
    """Yield the lines of a listing without their newlines.

    A table has the named ``columns``, cut to ``width`` terminal cells where one is given; the other two have every key.
    """
    if format == "jsonl":
        return (json.dumps(clean_values(row), ensure_ascii=False) for row in rows)
    return _csv(rows) if format == "csv" else _table(rows, columns, width)


def cut(text: str, width: int) -> str:
    """Return ``text`` in at most ``width`` terminal cells, with an ellipsis where something is missing."""
    if cells(text) <= width:
        return text
    kept, used = "", 0
    for char in text:
        used += cells(char)
        if used > width - 1:
            break
        kept += char
    return kept + "…"


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
    risky = isinstance(value, str) and text.startswith(_FORMULA) and not _is_number(text)
    return f"'{text}" if risky else text


def _is_number(text: str) -> bool:
    return text.lstrip("+-").replace(".", "", 1).replace(",", "").isdigit()


def _record(values: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow(values)
    return buffer.getvalue()


def _table(rows: Iterable[Row], columns: Sequence[str], width: int | None) -> Iterator[str]:
    body = [[_SHORTENED.sub(r"\1", _plain(row[column])) for column in columns] for row in rows]
    if not body:
        return
    head = [show(column) for column in columns]
    sizes = _sizes([head, *body], width)
    for line in (head, ["-" * size for size in sizes], *body):
        padded = (_pad(cut(cell, size), size) for cell, size in zip(line, sizes, strict=True))
        yield _GAP.join(padded).rstrip()


def _pad(text: str, size: int) -> str:
    return text + " " * (size - cells(text))


def _sizes(table: list[list[str]], width: int | None) -> list[int]:
    """Return the widths of the columns; too wide a table takes from its widest column first."""
    sizes = [max(map(cells, column)) for column in zip(*table, strict=True)]
    spare = 0 if width is None else sum(sizes) + len(_GAP) * (len(sizes) - 1) - width
    while spare > 0 and max(sizes) > _LEAST:
        widest = sizes.index(max(sizes))
        sizes[widest] -= 1
        spare -= 1
    return sizes
