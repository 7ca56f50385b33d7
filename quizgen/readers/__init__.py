"""Reading a file: decoded, taken apart into blocks, cleaned and dated."""

import datetime as dt
import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from quizgen import ids
from quizgen.cleaning import RawDocument, clean
from quizgen.errors import InputError
from quizgen.language import is_english
from quizgen.model import Document
from quizgen.readers import decoding, html, markdown, plain

Parser = Callable[..., RawDocument]

PARSERS: dict[str, Parser] = {
    ".txt": plain.parse,
    ".text": plain.parse,
    ".md": markdown.parse,
    ".markdown": markdown.parse,
    ".html": html.parse,
    ".htm": html.parse,
}
_ENGLISH_ONLY = "quizgen reads English only; where it is English, but short or full of names, add a few whole sentences"
SUFFIXES: frozenset[str] = frozenset(PARSERS)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def read(path: Path, *, key: str, date: dt.date | None = None) -> Document:
    """Return the document in a file; ``date`` overrides the day that the text itself tells.

    Raises InputError where there is no file, no text, or no English.
    """
    where = str(path)
    text = decoding.decode(decoding.load(path), where=where)
    parser = PARSERS.get(path.suffix.lower()) or (html.parse if _HTML.match(text) else plain.parse)
    raw = parser(text, key=key, where=where)
    if not raw.blocks:
        raise InputError("The file has no text to read", where=where, todo="Give a file with sentences in it")
    if not is_english(raw.text):
        raise InputError("The text is not English", where=where, todo=_ENGLISH_ONLY)
    return _document(raw, path, date)


def _document(raw: RawDocument, path: Path, date: dt.date | None) -> Document:
    cleaned = clean(raw)
    day, source = _dated((date, "option"), (raw.date, raw.date_source), (cleaned.date, "dateline"))
    return Document(
        uid=ids.document(raw.key),
        key=raw.key,
        title=raw.title or cleaned.title or title_of(path.stem),
        text=raw.text,
        blocks=cleaned.blocks,
        format=raw.format,
        digest=ids.digest(raw.text),
        author=raw.author or cleaned.author,
        url=raw.url,
        date=day,
        date_source=source,
        drops=raw.drops + cleaned.drops,
    )


def _dated(*offers: tuple[dt.date | None, str]) -> tuple[dt.date | None, str]:
    """Return the first date that is known, with its source."""
    return next(((day, source) for day, source in offers if day), (None, ""))


def title_of(stem: str) -> str:
    """Return a file's stem as a title: "the_moon-landing" reads "The moon landing"."""
    words = re.sub(r"[\s_-]+", " ", stem).strip() or stem
    return words[:1].upper() + words[1:]


def sources(paths: Sequence[Path]) -> list[Path]:
    """Return the files to read: named files as they are, folders with what is below them, sorted, each file once.

    In folders only known suffixes count and hidden files are skipped. Raises InputError for a missing path or a folder
    without documents.
    """
    return list(dict.fromkeys(found for path in paths for found in _below(path)))


def passed_over(paths: Sequence[Path]) -> list[Path]:
    """Return the files in folders that are not read because of their suffix, hidden ones left out."""
    folders = (path for path in paths if path.is_dir())
    return sorted(found for folder in folders for found in _files(folder, known=False))


def _below(path: Path) -> list[Path]:
    if not path.is_dir():
        if path.parts[:1] in (("http:",), ("https:",)):
            raise InputError("This is an address", where=str(path), todo="Save the page as .html and read that")
        if not path.exists():
            raise InputError("No such file or folder", where=str(path), todo="Check the name")
        return [path]
    found = sorted(_files(path))
    if not found:
        known = ", ".join(sorted(SUFFIXES))
        raise InputError("The folder has no documents", where=str(path), todo=f"Put files into it that end in {known}")
    return found


def _files(folder: Path, *, known: bool = True) -> Iterator[Path]:
    """Yield the documents below a folder, or else its other files.

    Links to folders are not followed, since they could lead in a circle.
    """
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            if not name.startswith(".") and (Path(name).suffix.lower() in SUFFIXES) is known:
                yield Path(place, name)
