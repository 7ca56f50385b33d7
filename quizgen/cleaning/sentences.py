"""Rough sentences and finite verbs, told by the look of words: cleaning comes before the language model."""

import re
from collections.abc import Iterator

from quizgen.words import words

_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]*[^\W_a-z])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Mt|Sr|Jr|Gen|Col|Capt|Lt|Sgt|Rep|Sen|Gov|Rev|No|Vol|Fig|vs|etc|Jan|Feb|Mar|Apr"
    r"|Aug|Sept?|Oct|Nov|Dec|a\.m|p\.m|e\.g|i\.e|U\.S|U\.K|U\.N|D\.C)|\b[A-Z])\.$"
)
_TERMINAL = re.compile(r"[.!?…] ?[\"”’')\]]*$")
_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_RELATIVE = frozenset({"who", "which", "that", "where", "when", "whose"})


def is_terminal(text: str) -> bool:
    """The text ends as a sentence does."""
    return bool(_TERMINAL.search(text[-8:]))


def count(text: str) -> int:
    """Return the number of words in a text, of at most a few thousand characters."""
    return len(_TOKEN.findall(text))


def spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of ``text[start:end]``, in order and without the spaces between them."""
    position = start
    for found in _END.finditer(text, start, end):
        if _ABBREVIATION.search(text, max(position, found.start() - 8), found.start() + 1):
            continue
        yield position, found.start() + len(found[0].rstrip())
        position = found.end()
    if position < end:
        yield position, end


def has_finite(text: str) -> bool:
    """The text has a verb that makes it a statement; "captured by" and "that was built" make none."""
    tokens = _TOKEN.findall(text)
    following = [*tokens[1:], ""]
    before = ["", *tokens[:-1]]
    return any(_finite(*three) for three in zip(before, tokens, following, strict=True))


def _finite(before: str, token: str, following: str) -> bool:
    lower = token.lower().replace("’", "'")
    if before.lower() in _RELATIVE:
        return False
    if token[0].isupper():
        return lower in ("is", "are", "was", "were")
    return lower in words("finite") or (lower.endswith("ed") and before != "" and _takes(following))


def _takes(following: str) -> bool:
    """What follows a form in -ed can only be its object, so that the form is a past tense."""
    lower = following.lower()
    if lower in words("calendar"):
        return False
    return lower in words("after_past") or following[:1].isdigit() or following[:1].isupper()
