"""The parts of one paragraph: datelines, captions and credits are cut off, the sentences between them stay."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from quizgen.cleaning import captions, datelines
from quizgen.cleaning.sentences import count, has_finite, is_terminal, spans

LONGEST = 100_000  # characters of a block; the parser has a limit
_TAIL = 400  # characters in which a credit at the end of a paragraph must begin
_SHORT = 60  # words; only shorter paragraphs are looked at for a verb
_POINTER_TAIL = re.compile(
    r"(?<=[.!?\"”’')]) (?:(?:READ|Read|Learn|LEARN|SEE|See) (?:MORE|more|ALSO|also)|RELATED|Related|WATCH|Watch)"
    r"(?: (?:here|HERE|on this))?: [^.]{3,160}$"
)
_TERM = re.compile(r"[^.:]{1,60}(?::| [–—-]) ")  # "perihelion: the point …"
_LOWER = re.compile(r"[\"“‘'(]*([a-z]{2,})(?![\w-])")
_PARTICLES = frozenset(
    {"de", "da", "di", "del", "der", "van", "von", "bin", "ibn", "al", "el", "la", "le", "du", "dos", "ter"}
)
_BREAK = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])")


@dataclass(slots=True)
class Pieces:
    """What became of a paragraph: spans that stay, ``(start, end, code)`` of what goes, its dateline's date."""

    kept: list[tuple[int, int]] = field(default_factory=list)
    dropped: list[tuple[int, int, str]] = field(default_factory=list)
    date: dt.date | None = None

    def drop(self, start: int, end: int, code: str) -> None:
        """Put a span aside; two neighbours of one code are one."""
        if self.dropped and self.dropped[-1][2] == code:
            first, last, _ = self.dropped[-1]
            if start <= last + 1 and first <= end + 1:
                self.dropped[-1] = (min(first, start), max(last, end), code)
                return
        self.dropped.append((start, end, code))


def cut(text: str, start: int, end: int, *, lead: bool, capitals: bool = True) -> Pieces:
    """Cut the paragraph ``text[start:end]``.

    ``lead`` is as in `datelines.match`; ``capitals`` says that sentences of this document begin with capital letters,
    so that a paragraph with a small one has lost its beginning.
    """
    pieces = Pieces()
    line = datelines.match(text[start : min(end, start + 200)], lead=lead)
    if line:
        pieces.drop(start, start + line.length, "dateline")
        start, pieces.date = start + line.length, None if line.shouted else line.date
    stop = _cut_end(pieces, text, start, end)
    pictured = stop < end and any(code == "credit" for *_, code in pieces.dropped)
    if pictured or (line and line.shouted):
        _keep_statements(pieces, text, start, stop)
    else:
        _keep_whole(pieces, text, start, stop, capitals)
    pieces.dropped.sort()
    return pieces


def _cut_end(pieces: Pieces, text: str, start: int, end: int) -> int:
    """Drop credits and pointers from the end and return where the rest ends."""
    while start < end:
        offset = max(start, end - _TAIL)
        tail = text[offset:end]
        pointer = _POINTER_TAIL.search(tail)
        found = pointer.start() + 1 if pointer else captions.credit_start(tail)
        if found is None:
            break
        pieces.drop(offset + found, end, "read-more" if pointer else "credit")
        end = start + len(text[start : offset + found].rstrip())
    return end


def _keep_statements(pieces: Pieces, text: str, start: int, end: int) -> None:
    """Keep the statements of a paragraph that belongs to a picture, neighbouring ones as one piece."""
    last = -1
    for position, (first, stop) in enumerate(spans(text, start, end)):
        if not captions.is_statement(text[first:stop]):
            pieces.drop(first, stop, "caption")
        elif last == position - 1 >= 0:
            pieces.kept[-1] = (pieces.kept[-1][0], stop)
            last = position
        else:
            pieces.kept.append((first, stop))
            last = position


def _keep_whole(pieces: Pieces, text: str, start: int, end: int, capitals: bool) -> None:
    """Keep a paragraph but for a first sentence that is a caption or has lost its beginning."""
    first, stop = next(spans(text, start, end), (start, end))
    sentence = text[first : min(stop, first + 2000)]
    code = "caption" if captions.is_caption(sentence) else "fragment" if capitals and _is_beheaded(sentence) else ""
    if code:
        pieces.drop(first, stop, code)
        start = stop + len(text[stop:end]) - len(text[stop:end].lstrip())
    if start < end:
        code = _unfit(text[start : min(end, start + 1000)]) if end - start < 1000 else ""
        if code:
            pieces.drop(start, end, code)
        else:
            pieces.kept.append((start, end))


def _is_beheaded(sentence: str) -> bool:
    found = _LOWER.match(sentence)
    return bool(found and found[1] not in _PARTICLES)


def _unfit(text: str) -> str:
    """Return why a paragraph without the end of a sentence is none, "" where it may be one."""
    if is_terminal(text) or text.endswith((":", ";", ",")):
        return ""
    size = count(text)
    if size < 3:
        return "too-short"
    return "fragment" if size <= _SHORT and not has_finite(text) and not _TERM.match(text) else ""


def split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield ``text[start:end]`` in spans of at most `LONGEST` characters, cut after a sentence where there is one."""
    while end - start > LONGEST:
        stop, following = _boundary(text, start)
        yield start, stop
        start = following
    yield start, end


def _boundary(text: str, start: int) -> tuple[int, int]:
    """Return where a span of a long block ends and where the next begins."""
    limit = start + LONGEST
    breaks = list(_BREAK.finditer(text, limit - 5_000, limit))
    if breaks:
        return breaks[-1].span()
    space = text.rfind(" ", start + LONGEST // 2, limit)
    return (space, space + 1) if space > 0 else (limit, limit)
