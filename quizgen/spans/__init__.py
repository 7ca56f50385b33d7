"""Questions for a given answer: the span is chosen by the caller, so there is always something to ask."""

from typing import TYPE_CHECKING

from quizgen.nlp import Pipeline
from quizgen.spans.order import ask

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

__all__ = ["ask", "question"]


def question(text: str, start: int, end: int, *, pipeline: Pipeline) -> str | None:
    """Return a question whose answer is ``text[start:end]``, or None where the words around it say nothing.

    ``text`` may be a sentence or a whole passage; offsets are half-open code points. The answer was chosen by the
    caller, so nothing is judged here: neither whether it is worth asking nor whether the sentence is clear on its own.
    """
    if not 0 <= start < end <= len(text):
        return None
    span = _words(next(iter(pipeline.docs([text]))).char_span(start, end, alignment_mode="expand"))
    asked = ask(span) if span is not None else ""
    return asked if " " in asked else None


def _words(span: "Span | None") -> "Span | None":
    """Return the span without blanks and punctuation at its ends, within one sentence."""
    while span and _is_mark(span[-1]):
        span = span[:-1]
    while span and _is_mark(span[0]):
        span = span[1:]
    if not span:
        return None
    last = min(span.end, span[0].sent.end)
    return span.doc[span.start : last]


def _is_mark(token: "Token") -> bool:
    return token.is_space or (token.is_punct and token.text != "%")
