"""HTML pages: the article without the page around it, by way of trafilatura."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from quizgen.cleaning import RawDocument
from quizgen.errors import InputError
from quizgen.readers.assembler import Assembler

_WINDOW = 5_000  # characters of the source, for every character that the words looked for have
_PLAIN = re.compile(r"[\w ,.-]{4,40}")
_LEVEL = re.compile(r"h([1-6])")
_SPACE = re.compile(r"\s+")
_JOINED = re.compile(r"(?<=[,;(–—-])\s*\n\s*|\s*\n\s*(?=[a-z])")  # a line break within a sentence


def parse(text: str, *, key: str, where: str = "") -> RawDocument:
    """Return the blocks of the article of a page; raises InputError where there is no text."""
    page = _extract(text)
    document = Assembler(key)
    if page is not None:
        _Walk(document, text).run(page.body)
    if not document.blocks:
        raise InputError("The page has no text to read", where=where, todo="Save the article itself, not its frame")
    day = _date(page.date)
    return RawDocument(
        key=key,
        text=document.text,
        blocks=tuple(document.blocks),
        format="html",
        title=page.title or "",
        author=page.author or "",
        url=page.url or "",
        date=day,
        date_source="html" if day else "",
        drops=tuple(document.drops),
    )


def _extract(text: str) -> Any:
    from trafilatura import bare_extraction  # 0.3 s, for HTML files only

    # The latest possible date is a constant, so that the result does not depend on the day of reading.
    dating = {"extensive_search": False, "original_date": True, "max_date": "2200-01-01"}
    return bare_extraction(
        text, include_comments=False, include_tables=True, include_formatting=True, with_metadata=True,
        date_extraction_params=dating,
    )  # fmt: skip


def _date(value: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value or "")
    except ValueError:
        return None


class _Walk:
    """Turns the tree of an extracted article into blocks."""

    def __init__(self, document: Assembler, source: str) -> None:
        self.document, self.source = document, source
        self.position, self.line = 0, 1

    def run(self, element: Any) -> None:
        """Add the blocks below an element, in order."""
        for child in element:
            if child.tag in ("p", "head", "item", "row", "quote", "code", "cell"):
                self._block(child)
            elif child.tag not in ("graphic", "lb"):
                self.run(child)

    def _block(self, element: Any) -> None:
        if element.tag == "code":
            self.document.drop("code", _words(element))
        elif element.tag == "row":
            cells = [_words(cell).strip() for cell in element.iter("cell")]
            self._add(" | ".join(cells), "row", 0)
        elif element.tag == "quote" and len(element) and element.find("p") is not None:
            self.run(element)
        else:
            kind = {"head": "heading", "item": "item"}.get(element.tag, "paragraph")
            for part in _JOINED.sub(" ", _words(element)).split("\n"):
                self._add(part, kind, _level(element))

    def _add(self, text: str, kind: str, level: int) -> None:
        self._find(text)
        self.document.add(text, kind=kind, line=self.line, level=level)

    def _find(self, text: str) -> None:
        """Move to the source line where the block's first plain words stand; markup may cut them short."""
        found = _PLAIN.search(text)
        plain = found[0].rstrip() if found else ""
        for words in (plain, plain[:20], plain[:10]) if plain else ():
            at = self.source.find(words, self.position, self.position + _WINDOW * len(words))
            if at >= 0:
                self.line += self.source.count("\n", self.position, at)
                self.position = at
                break


def _level(element: Any) -> int:
    found = _LEVEL.fullmatch(element.get("rend") or "")
    return int(found[1]) if found else 0


def _words(element: Any) -> str:
    return "".join(_pieces(element))


def _pieces(element: Any) -> Iterator[str]:
    """Yield the text below an element, with ``\\n`` for its line breaks only."""
    yield _SPACE.sub(" ", element.text or "")
    for child in element:
        if child.tag == "lb":
            yield "\n"
        elif child.tag != "graphic":
            yield from _pieces(child)
        yield _SPACE.sub(" ", child.tail or "")
