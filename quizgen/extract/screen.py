"""Sentences that are not read at all: fragments, questions, monsters and other people's words."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span

_SHORTEST, _LONGEST = 3, 60
_ENDS = frozenset(".!;…\"”’')")
_SPEAKERS = frozenset("i we you us our your my me".split())


def unreadable(sent: "Span") -> str:
    """Return the reason code for not reading a sentence, or ""."""
    text = sent.text.strip()
    if text.endswith("?") or "?" in text[-3:]:
        return "question"
    words = [t for t in sent if not t.is_punct and not t.is_space]
    if len(words) < _SHORTEST:
        return "too-short"
    if len(words) > _LONGEST:
        return "too-long"
    if text[-1] not in _ENDS:
        return "heading"
    if sum(t.lower_ in _SPEAKERS for t in words) > 1:
        return "first-person"
    return "quotation" if text[0] in '“"' and text[-1] in '”"' else ""
