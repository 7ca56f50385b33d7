"""What a reader hands to the cleaner, and what the cleaner gives back."""

import datetime as dt
from dataclasses import dataclass

from quizgen.model import Block, Drop

EXCERPT = 500  # characters of a dropped text that are kept for the listing


@dataclass(frozen=True, slots=True, kw_only=True)
class RawBlock:
    """A block as the file has it; ``guessed`` marks a heading that plain text only suggests.

    ``level`` is that of a heading, 1 to 6, or 0 where it is not known.
    """

    start: int
    end: int
    kind: str = "paragraph"
    line: int = 1
    level: int = 0
    guessed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDocument:
    """A file after decoding: all of its text, with what it says about itself."""

    key: str
    text: str
    blocks: tuple[RawBlock, ...]
    format: str
    title: str = ""
    author: str = ""
    url: str = ""
    date: dt.date | None = None
    date_source: str = ""
    drops: tuple[Drop, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """The blocks worth reading, what was dropped, and what the dropped lines said about the text.

    ``date`` and ``author`` are those of datelines, time stamps and bylines; ``title`` is that of the first heading.
    """

    blocks: tuple[Block, ...]
    drops: tuple[Drop, ...]
    date: dt.date | None = None
    author: str = ""
    title: str = ""
