"""Turns text into what an Anki field may hold, so that nothing in it is markup, a cloze, a sound or a formula.

Anki reads more than HTML in a field: ``[sound:…]``, ``[latex]``, ``[$]`` and ``[[type:…]]`` before it shows a card,
``{{c1::…::…}}`` when it makes one, and ``\\(`` and ``\\[`` once the card is on the screen. Entities stop all of these
but the last two, which are looked for in the finished page and need an element in between.
"""

import html
import re
import unicodedata
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from quizgen.marks import Marked
from quizgen.safe import clean_text

BLANK = "_____"

_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br>"}
_ACTIVE = {"[": "&#91;", "]": "&#93;", "{": "&#123;", "}": "&#125;"}
_FIELD = str.maketrans(_MARKUP | _ACTIVE)
_ATTRIBUTE = str.maketrans(_ACTIVE)
_RIGHT = ' class="right"'
_FORMULA = re.compile(r"\\(?=\(|&#91;)")
_BREAKS = re.compile("\r\n?|[\u2028\u2029]")
_NOT_WORD = re.compile(r"[\W_]+")


def plain(value: str) -> str:
    """Return a text without control characters and in the normal form that Anki would give it."""
    return unicodedata.normalize("NFC", clean_text(_BREAKS.sub("\n", value))).strip()


def text(value: str) -> str:
    """Return the field that shows exactly ``value``."""
    return _escape(plain(value))


def cloze(prompt: str, answer: str) -> str:
    """Return the cloze field of a prompt whose blanks all stand for one answer; "" where there is no blank."""
    parts = plain(prompt).split(BLANK)
    hidden = _escape(plain(answer)).replace(":", "&#58;")
    return f"{{{{c1::{hidden}}}}}".join(map(_escape, parts)) if len(parts) > 1 else ""


def marked(sentence: str, start: int, end: int) -> str:
    """Return a sentence with its characters ``start:end`` marked; offsets outside the sentence mark nothing."""
    if not 0 <= start < end <= len(sentence):
        return text(sentence)
    parts = sentence[:start], sentence[start:end], sentence[end:]
    before, answer, after = (_escape(_inner(part)) for part in parts)
    return f"{before}<mark>{answer}</mark>{after}".strip()


def highlighted(sentence: Marked) -> str:
    """Return a sentence with its marks."""
    return sentence.show("<mark>", "</mark>", lambda part: _escape(_inner(part))).strip()


def choices(options: Iterable[tuple[str, bool]]) -> str:
    """Return a list of options that the card may shuffle; the back of the card marks the right one."""
    rows = (f"<li{_RIGHT if right else ''}>{text(option)}</li>" for option, right in options)
    return _list("ol", "shuffle", rows)


def items(values: Iterable[str], *, css: str = "") -> str:
    """Return a numbered list."""
    return _list("ol", css, (f"<li>{text(value)}</li>" for value in values))


def pairs(values: Sequence[tuple[str, str]]) -> str:
    """Return a table of two columns."""
    rows = (f"<tr><td>{text(left)}</td><td>{text(right)}</td></tr>" for left, right in values)
    return f"<table>{''.join(rows)}</table>"


def link(url: str) -> str:
    """Return a web address for an ``href``, "" for anything but http and https."""
    address = plain(url)
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    web = parts.scheme in {"http", "https"} and parts.netloc and not re.search(r"\s", address)
    return html.escape(address).translate(_ATTRIBUTE) if web else ""


def tag(value: str) -> str:
    """Return a tag that Anki keeps as it is: no spaces, no empty level; "" where nothing is left."""
    levels = (re.sub(r"[\s\"]+", "_", plain(level).strip(":")) for level in value.split("::"))
    return "::".join(level for level in levels if level)


def slug(title: str) -> str:
    """Return the title of a document as one level of a tag."""
    return _NOT_WORD.sub("-", plain(title).casefold())[:80].strip("-") or "document"


def deck(title: str) -> str:
    """Return a title as one level of a deck name."""
    one_line = " ".join(plain(title).split())
    while "::" in one_line:
        one_line = one_line.replace("::", ":")
    return one_line.strip(": ")[:100].strip(": ")


def _escape(value: str) -> str:
    entities = value.translate(_FIELD)
    return _FORMULA.sub(r"\\<span></span>", entities) if "\\" in entities else entities


def _inner(value: str) -> str:
    """Return ``plain`` of a piece of a sentence, whose outer spaces matter."""
    stripped = plain(value)
    if not stripped:
        return " " if value else ""
    return " " * value[:1].isspace() + stripped + " " * value[-1:].isspace()


def _list(element: str, css: str, rows: Iterable[str]) -> str:
    kind = f' class="{css}"' if css else ""
    return f"<{element}{kind}>{''.join(rows)}</{element}>"
