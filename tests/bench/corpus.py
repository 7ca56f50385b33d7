"""A text of any length whose sentences read like the example documents and still all say something different."""

import re
from itertools import count, islice
from pathlib import Path

from tests.bench.timing import ROOT

# Invented names for people, places and things; a copy of the documents takes its own names from here.
_ONSETS = (
    "Bel",
    "Cor",
    "Dan",
    "Fen",
    "Gal",
    "Hol",
    "Jor",
    "Kel",
    "Lan",
    "Mor",
    "Nor",
    "Per",
    "Ros",
    "Sel",
    "Tor",
    "Ver",
)
_CODAS = (
    "ary",
    "bridge",
    "croft",
    "dale",
    "ester",
    "field",
    "grove",
    "ham",
    "ington",
    "land",
    "mark",
    "ness",
    "son",
    "ton",
)
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{3,}\b")  # capital letters inside a sentence: not its first word
_NUMBER = re.compile(r"\b\d{2,4}\b")


def text(words: int) -> str:
    """Return a text of at least ``words`` words, in paragraphs divided by blank lines."""
    paragraphs, length = [], 0
    for copy in count():
        for paragraph in _paragraphs():
            paragraphs.append(_changed(paragraph, copy))
            length += len(paragraph.split())
            if length >= words:
                return "\n\n".join(paragraphs) + "\n"
    raise AssertionError("count() never ends")


def _paragraphs() -> list[str]:
    pages = sorted(Path(ROOT / "seeds").glob("*.txt")) + sorted(Path(ROOT / "seeds").glob("*.md"))
    blocks = [block for page in pages for block in page.read_text(encoding="utf-8").split("\n\n")]
    return [" ".join(block.split()) for block in blocks if len(block.split()) > 20 and "|" not in block]


def _changed(paragraph: str, copy: int) -> str:
    """Return a paragraph with the names and numbers of this copy."""
    named = _NAME.sub(lambda found: _name(found[0], copy), paragraph)
    return _NUMBER.sub(lambda found: str(int(found[0]) + copy % 89), named)


def _name(word: str, copy: int) -> str:
    """Return the name that stands for ``word`` in this copy: always the same one, and another in the next copy."""
    number = sum(map(ord, word)) * 31 + len(word) + copy * 17
    return _ONSETS[number % len(_ONSETS)] + _CODAS[number // len(_ONSETS) % len(_CODAS)]


def folder(target: Path, words: int, *, each: int) -> list[Path]:
    """Write the text as files of about ``each`` words into ``target`` and return their paths."""
    paragraphs = iter(text(words).split("\n\n"))
    paths = []
    for number in count(1):
        chunk, length = [], 0
        while length < each and (more := list(islice(paragraphs, 1))):
            chunk += more
            length += len(more[0].split())
        if not chunk:
            return paths
        paths.append(target / f"part{number:03}.txt")
        paths[-1].write_text("\n\n".join(chunk) + "\n", encoding="utf-8")
    raise AssertionError("count() never ends")
