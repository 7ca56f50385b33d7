"""Plain text: paragraphs, wrapped lines, lists and the lines that look like headings."""

import re
from collections.abc import Iterator

from quizgen.cleaning import RawDocument, furniture
from quizgen.cleaning.sentences import count, is_terminal
from quizgen.readers import front_matter
from quizgen.readers.assembler import Assembler

_NARROWEST = 40  # characters; lines of a group that is narrower or wider than this are not wrapped
_WIDEST = 130
_FURNITURE = 60  # characters of a line that may be furniture in the middle of a group
_HEADING = 90  # characters
_HEADING_WORDS = 12
_HEADLINE = 160
_HEADLINE_WORDS = 24
_ITEM = re.compile(r"\s*(?!\(c\) \d{4})(?:[-*•‣▪–]|\(?(?:\d{1,2}|[a-z])[.)]|\(?[A-Z]\))\s+(?=.*[^\W_])")
_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|~{3,})\s*")
_RUBRIC = 2  # words of the name of a page's section, at most
_OPEN = (",", ";", "-", "–", "—", "(")

Line = tuple[int, str]  # number and text


def parse(text: str, *, key: str, where: str = "") -> RawDocument:
    """Return the blocks of a plain text, and what front matter it begins with."""
    matter = front_matter.lenient(text)
    document, headed = Assembler(key), False
    for group in _groups(front_matter.body(text, matter.lines)):
        for number, block, kind in _blocks(group):
            if kind == "paragraph" and _looks_like_heading(block, first=not headed):
                kind = "heading"
            headed = headed or not _is_above_headline(block)
            document.add(block, kind=kind, line=number, guessed=kind == "heading")
    return RawDocument(
        key=key,
        text=document.text,
        blocks=tuple(document.blocks),
        format="text",
        title=matter.values.get("title", ""),
        author=matter.values.get("author", ""),
        url=matter.values.get("url", ""),
        date=matter.date,
        date_source="front matter" if matter.date else "",
        drops=tuple(document.drops),
    )


def _groups(text: str) -> Iterator[list[Line]]:
    """Yield runs of lines without a blank line between them; a rule that underlines no heading stands alone."""
    group: list[Line] = []
    for number, line in enumerate(text.split("\n"), 1):
        if _UNDERLINE.fullmatch(line) and (not group or is_terminal(group[-1][1].rstrip())):
            yield from filter(None, (group, [(number, line)]))
            group = []
        elif line.strip():
            group.append((number, line))
        elif group:
            yield group
            group = []
    if group:
        yield group


def _blocks(group: list[Line]) -> Iterator[tuple[int, str, str]]:
    """Yield line number, text and kind of the blocks of a group."""
    width = max(len(line.rstrip()) for _, line in group) if any(is_terminal(line.rstrip()) for _, line in group) else 0
    current: list[str] = []
    number, kind = group[0][0], "paragraph"
    for at, line in group:
        if current and _UNDERLINE.fullmatch(line):
            yield number, " ".join(current), "heading"
            current = []
            continue
        item = _ITEM.match(line) if _may_begin_item(current, kind) else None
        if current and (item or not _continues(current[-1], line, width)):
            yield number, " ".join(current), kind
            current = []
        if not current:
            number, kind = at, "item" if item else "paragraph"
        current.append(line[item.end() :] if item else line)
    if current:
        yield number, " ".join(current), kind


def _may_begin_item(current: list[str], kind: str) -> bool:
    """A dash or a number within a wrapped sentence begins no list item."""
    return not current or kind == "item" or is_terminal(current[-1].rstrip()) or current[-1].rstrip().endswith(":")


def _continues(line: str, following: str, width: int) -> bool:
    """The following line goes on with the paragraph: it is wrapped, not begun.

    A line is wrapped where the next word would not have fitted, or where the sentence is plainly not over. Lines of a
    ``width`` of 0 are those of a group without a sentence.
    """
    before, after = line.strip(), following.strip()
    if not is_terminal(before) and (before.endswith(_OPEN) or after[0].islower()):
        return True
    if not _NARROWEST <= width <= _WIDEST or _indent(following) > _indent(line):
        return False
    if len(after) <= _FURNITURE and furniture.code(after, lead=True):
        return False
    if before.endswith(")"):
        return False
    fits = len(line.rstrip()) + 1 + len(after.split(maxsplit=1)[0]) <= width
    return not fits or (not is_terminal(before) and len(before) >= max(40, width * 3 // 4))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_above_headline(block: str) -> bool:
    """What a site offers, or the name of one of its parts: the headline is still to come."""
    return count(block) <= _RUBRIC or (len(block) <= _FURNITURE and bool(furniture.code(block, lead=True)))


def _looks_like_heading(block: str, *, first: bool) -> bool:
    """The line has no end and few words; the ``first`` one below the page's own lines may be a long headline."""
    text = block.strip()
    length, words = (_HEADLINE, _HEADLINE_WORDS) if first else (_HEADING, _HEADING_WORDS)
    if _UNDERLINE.fullmatch(text) or len(text) > length or text[0].islower():
        return False
    if text.endswith((".", ":", ";", ",", "…", "]")):
        return False
    return count(text) <= words and (first or not is_terminal(text))
