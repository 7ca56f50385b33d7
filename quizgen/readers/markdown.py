"""Markdown: blocks by way of markdown-it, inline markup removed, front matter read."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizgen.cleaning import RawDocument
from quizgen.readers import front_matter
from quizgen.readers.assembler import Assembler

if TYPE_CHECKING:
    from markdown_it.token import Token

_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,20}\]: ")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_LONGEST = 200_000  # characters of a line that is still worth looking for markup in


def parse(text: str, *, key: str, where: str = "") -> RawDocument:
    """Return the blocks of a Markdown text; raises InputError for broken front matter."""
    matter = front_matter.parse(text, where=where)
    document = Assembler(key)
    _Walk(document).run(_tokens(front_matter.body(text, matter.lines)))
    values = matter.values
    return RawDocument(
        key=key,
        text=document.text,
        blocks=tuple(document.blocks),
        format="markdown",
        title=values.get("title", ""),
        author=values.get("author", ""),
        url=values.get("url", ""),
        date=matter.date,
        date_source="front matter" if matter.date else "",
        drops=tuple(document.drops),
    )


def _tokens(text: str) -> "list[Token]":
    from markdown_it import MarkdownIt  # 70 ms, for Markdown files only

    return MarkdownIt("commonmark").enable("table").parse(text)


class _Walk:
    """Turns the flat list of tokens into blocks."""

    def __init__(self, document: Assembler) -> None:
        self.document = document
        self.lists = 0
        self.level = 0
        self.cells: list[str] | None = None

    def run(self, tokens: "Sequence[Token]") -> None:
        """Read all tokens in order."""
        for token in tokens:
            self._track(token)
            if token.type == "inline":
                self._inline(token)
            elif token.type in ("fence", "code_block"):
                self.document.drop("code", token.content, line=_line(token))
            elif token.type == "html_block":
                self._html(token)

    def _track(self, token: "Token") -> None:
        if token.type == "list_item_open":
            self.lists += 1
        elif token.type == "list_item_close":
            self.lists -= 1
        elif token.type == "heading_open":
            self.level = int(token.tag[1:])
        elif token.type == "heading_close":
            self.level = 0
        elif token.type == "tr_open":
            self.cells = []
        elif token.type == "tr_close":
            self._row(token)

    def _row(self, token: "Token") -> None:
        if self.cells is not None and any(self.cells):
            self.document.add(" | ".join(self.cells), kind="row", line=self.line)
        self.cells = None

    def _inline(self, token: "Token") -> None:
        self.line = _line(token)
        text = "".join(self._words(token.children or []))
        if self.cells is not None:
            self.cells.append(text.strip())
        elif _FOOTNOTE.match(text):
            self.document.drop("footnote", text, line=self.line)
        else:
            kind = "heading" if self.level else "item" if self.lists else "paragraph"
            self.document.add(text, kind=kind, line=self.line, level=self.level)

    def _words(self, children: "Sequence[Token]") -> Iterator[str]:
        """Yield the text of inline tokens; pictures are dropped with their description."""
        for child in children:
            if child.type == "image":
                self.document.drop("caption", child.content, line=self.line)
            elif child.type in ("softbreak", "hardbreak"):
                yield "\n"
            elif child.type in ("text", "code_inline"):
                yield child.content
            elif child.type == "html_inline" and child.content.startswith("<!--"):
                self.document.drop("comment", child.content, line=self.line)

    def _html(self, token: "Token") -> None:
        for comment in _COMMENT.findall(token.content):
            self.document.drop("comment", comment, line=_line(token))
        self.document.drop("code", _TAG.sub(" ", _COMMENT.sub("", token.content)), line=_line(token))


def _line(token: "Token") -> int:
    return token.map[0] + 1 if token.map else 1
