"""One pass over the blocks of a document, which remembers where on the page it is."""

import datetime as dt
import re
from dataclasses import replace

from quizgen.cleaning import datelines, dates, furniture, names, pieces
from quizgen.cleaning.raw import EXCERPT, Cleaned, RawBlock, RawDocument
from quizgen.cleaning.sections import Section
from quizgen.cleaning.sentences import count
from quizgen.model import Block, Drop

_FIRST_TEXT = 12  # words of the paragraph that ends the head of a page
_SIGNED = 12  # words of a line that may be a signature
_RUBRIC = 2  # words of the name of a page's section, at most
_HEADLINE = 5  # words of a headline, at least
_DATED = 3  # paragraphs in which a dateline still speaks for the document
_ABOVE_TEXT = frozenset({"read-time", "timestamp", "byline", "share-line"})
_TITLED = frozenset({"read-more", "share-line", "copyright", "credit", "caption", "notice"})  # codes for real headings
# A line above a list of links, such as "More on this story", but not "Related: a title".
_LINKS = re.compile(r"(?:more|related|recommended|you (?:may|might)|most|latest|top|trending)\b[^:]*:?", re.IGNORECASE)
_SMALL = re.compile(r"[\"“‘'(]*[a-z]")


def clean(raw: RawDocument) -> Cleaned:
    """Return the blocks of a document that are worth reading, and the drops; spans count in ``raw.text``."""
    page = _Page(raw)
    for position in range(len(raw.blocks)):
        page.take(position)
    return Cleaned(
        blocks=tuple(page.blocks), drops=tuple(page.drops), date=page.date, author=page.author, title=page.title
    )


class _Page:
    """The state of the pass: what stays, what goes, and whether the head of the page is over."""

    def __init__(self, raw: RawDocument) -> None:
        self.raw = raw
        self.blocks: list[Block] = []
        self.drops: list[Drop] = []
        self.date: dt.date | None = None
        self.author = self.title = ""
        self.section, self.name = Section(), ""
        self.lead, self.paragraphs = True, 0
        self.capitals = _begins_with_capitals(raw)

    def take(self, position: int) -> None:
        """Read the block at this position."""
        block = self.raw.blocks[position]
        text = self.raw.text[block.start : block.end]
        code = self._furniture(text, block, position)
        if code:
            self._note(code, text)
            self._drop(block, block.start, block.end, code)
        elif block.kind == "heading" and not (block.guessed and datelines.match(text, lead=False)):
            self._heading(text, block, position)
        elif block.kind in ("heading", "paragraph"):
            self._paragraph(block)
        else:
            self._keep(block, block.start, block.end)

    def _furniture(self, text: str, block: RawBlock, position: int) -> str:
        """Return the code under which the whole block goes."""
        if block.kind == "heading" and not block.guessed:
            code = furniture.code(text) if count(text) > 2 else ""
            return code if code in _TITLED else ""
        code = "" if block.kind == "row" else furniture.code(text, lead=self.lead)
        if not code and self.lead and self._is_signature(text, position):
            code = "byline"
        if block.kind == "heading":
            return code or self._entry(position)
        return code or self.section.block(text, block.kind)

    def _entry(self, position: int) -> str:
        """A line in a dropped list looks like a heading; the real one has text below it."""
        following = self._following(position)
        is_entry = self.section.in_list() and (following is None or following.kind == "heading")
        return self.section.code if is_entry else ""

    def _is_signature(self, text: str, position: int) -> bool:
        """A name under the title; a heading in title case looks alike, so something else has to speak for it."""
        if not self.title or count(text) > _SIGNED:
            return False
        if names.is_signature(text):
            return True
        return names.is_names(text) and (names.has_given_name(text) or self._is_head(position + 1))

    def _is_head(self, position: int) -> bool:
        """What stands at this position belongs to the head of a page."""
        following = self._following(position - 1)
        if following is None:
            return False
        text = self.raw.text[following.start : following.start + min(following.end - following.start, 500)]
        return furniture.code(text, lead=True) in _ABOVE_TEXT or datelines.match(text, lead=False) is not None

    def _following(self, position: int) -> RawBlock | None:
        return self.raw.blocks[position + 1] if position + 1 < len(self.raw.blocks) else None

    def _note(self, code: str, text: str) -> None:
        """Learn from a dropped line what it says about the document or about the lines below it."""
        links = code in ("read-more", "navigation") and _LINKS.fullmatch(text)
        if (links or code in ("objectives", "contents")) and not self.section.in_list():
            self.section.start_list(code)
        if code == "byline" and not self.author:
            self.author = furniture.author(text)
        if code in _ABOVE_TEXT and self.paragraphs < _DATED:
            self.date = self.date or dates.find(text)

    def _heading(self, text: str, block: RawBlock, position: int) -> None:
        if not self.title and (not block.guessed or not self.paragraphs):
            self.title = text
            self._keep(block, block.start, block.end)
            return
        if self._is_headline(text, block, position):
            self.title = text
        code = self.section.heading(text, block, above=self.lead and block.guessed)
        self.name = "" if code and code != "key-terms" else text
        if code:
            self._drop(block, block.start, block.end, code)
        else:
            self._keep(block, block.start, block.end)

    def _is_headline(self, text: str, block: RawBlock, position: int) -> bool:
        """The title so far was only the rubric of a news page: "LOCAL NEWS", then this line, then who and when."""
        if not block.guessed or self.paragraphs or count(self.title) > _RUBRIC or count(text) < _HEADLINE:
            return False
        return len(self.blocks) == 1 and (self._is_head(position + 1) or self._is_head(position + 2))

    def _paragraph(self, block: RawBlock) -> None:
        cut = pieces.cut(self.raw.text, block.start, block.end, lead=self.lead, capitals=self.capitals)
        if self.paragraphs < _DATED:
            self.date = self.date or cut.date
        for start, end, code in cut.dropped:
            self._drop(block, start, end, code)
        for start, end in cut.kept:
            self._keep(replace(block, kind="paragraph"), start, end)
            self.paragraphs += 1
            if self.lead and count(self.raw.text[start : min(end, start + 1000)]) >= _FIRST_TEXT:
                self.lead = False

    def _keep(self, block: RawBlock, start: int, end: int) -> None:
        for first, stop in pieces.split(self.raw.text, start, end):
            self.blocks.append(Block(start=first, end=stop, kind=block.kind, line=block.line, section=self.name))

    def _drop(self, block: RawBlock, start: int, end: int, code: str) -> None:
        text = self.raw.text[start : min(end, start + EXCERPT)]
        drop = Drop(stage="clean", code=code, text=text, document=self.raw.key, start=start, end=end, line=block.line)
        self.drops.append(drop)


def _begins_with_capitals(raw: RawDocument) -> bool:
    """Paragraphs of this document begin with capital letters, but for a few."""
    starts = [block.start for block in raw.blocks if block.kind == "paragraph"]
    small = sum(1 for start in starts if _SMALL.match(raw.text, start))
    return small * 4 <= len(starts)
