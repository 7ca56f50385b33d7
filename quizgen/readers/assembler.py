"""Puts a document's text together from its blocks: blank lines between them, single spaces within them."""

import re

from quizgen.cleaning import EXCERPT, RawBlock
from quizgen.model import Drop

_SPACE = re.compile(r"\s+")
_NUMBERS = r"\[\d{1,3}(?:[,–-] ?\d{1,3}){0,5}\]"
# A mark follows the word or the full stop it belongs to; "x [3]" and "see [3]" are part of their sentence.
_MARK = re.compile(
    r"(?:(?<=[^\W_]{2})|(?<=[.,;:!?\"”’')\]]))"
    rf"(?:{_NUMBERS}|\[(?:citation needed|edit|note \d+|[a-z])\]|\[\^[^\]\s]{{1,20}}\])+"
)


class Assembler:
    """Collects blocks in reading order; offsets count in `text`."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.blocks: list[RawBlock] = []
        self.drops: list[Drop] = []
        self._parts: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """The whole text so far."""
        return "\n\n".join(self._parts)

    def add(self, text: str, *, kind: str = "paragraph", line: int = 1, level: int = 0, guessed: bool = False) -> None:
        """Append a block unless it is empty; reference marks such as [12] are left out and noted as drops."""
        start = self._length + 2 if self._parts else 0
        words = self._unmarked(_SPACE.sub(" ", text).strip(), start, line)
        if not words:
            return
        self._parts.append(words)
        self._length = start + len(words)
        block = RawBlock(start=start, end=self._length, kind=kind, line=line, level=level, guessed=guessed)
        self.blocks.append(block)

    def drop(self, code: str, text: str, *, line: int = 0) -> None:
        """Note something that is not in the text at all, such as a picture's description."""
        excerpt = _SPACE.sub(" ", text[: 2 * EXCERPT]).strip()[:EXCERPT]
        if excerpt:
            self.drops.append(Drop(stage="clean", code=code, text=excerpt, document=self.key, line=line))

    def _unmarked(self, words: str, start: int, line: int) -> str:
        gone = 0
        for found in _MARK.finditer(words):
            at = start + found.start() - gone
            gone += len(found[0])
            mark = Drop(stage="clean", code="reference", text=found[0], document=self.key, start=at, end=at, line=line)
            self.drops.append(mark)
        return _MARK.sub("", words) if gone else words
