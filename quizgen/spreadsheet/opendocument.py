"""Sheets of an OpenDocument spreadsheet (.ods), as text: what LibreOffice saves unless it is told otherwise."""

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

_OFFICE, _TABLE, _TEXT = (
    f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("office", "table", "text")
)
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_SIGNS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_WIDEST = 1000  # columns; empty ones to the edge of the sheet are stored as one that repeats
_LARGEST = 200_000_000  # bytes of the content, unpacked


def sheets(data: bytes) -> Iterator[list[tuple[int, tuple[str, ...]]]]:
    """Yield the rows of each sheet that are not empty, with their numbers; a damaged file raises as its parts do."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if package.getinfo("content.xml").file_size > _LARGEST:
            raise ValueError("the content is too large")
        root = ElementTree.fromstring(package.read("content.xml"))
    for table in root.iter(f"{_TABLE}table"):
        yield list(_rows(table))


def _rows(table: ElementTree.Element) -> Iterator[tuple[int, tuple[str, ...]]]:
    number = 1
    for row in table.iter(f"{_TABLE}table-row"):
        cells = tuple(_cells(row))
        repeated = int(row.get(f"{_TABLE}number-rows-repeated", 1))
        if any(cells):
            yield from ((number + at, cells) for at in range(min(repeated, _WIDEST)))
        number += repeated


def _cells(row: ElementTree.Element) -> Iterator[str]:
    width = 0
    for cell in row:
        if cell.tag in _CELLS:
            repeated = min(int(cell.get(f"{_TABLE}number-columns-repeated", 1)), _WIDEST - width)
            width += repeated
            text = "\n".join(_said(line) for line in cell.findall(f"{_TEXT}p"))
            yield from [text] * repeated


def _said(element: ElementTree.Element) -> str:
    """Return the text of a paragraph, in which several spaces are stored as a number."""
    if element.tag == f"{_OFFICE}annotation":
        return ""
    if element.tag == f"{_TEXT}s":
        return " " * min(int(element.get(f"{_TEXT}c", 1)), _WIDEST)
    inner = "".join(_said(child) + (child.tail or "") for child in element)
    return _SIGNS.get(element.tag, "") + (element.text or "") + inner
