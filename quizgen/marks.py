"""The sentence that answers a question, as resolved, with the words of the answer marked in it.

An explanation is the sentence of the source with what its references stand for in brackets behind them: "It
[Tianwen-1] landed on Mars." The offsets of a source count in the sentence itself, and are carried over here.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizgen.model import SETS, Question, Source

_OPEN, _CLOSE = " [", "]"  # around what a reference stands for


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and the stretches of it that matter, in order."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()

    def show(self, before: str, after: str, escape: Callable[[str], str] = str) -> str:
        """Return the text with ``before`` and ``after`` around each stretch; ``escape`` takes the pieces of text."""
        edges = [0, *(edge for span in self.spans for edge in span), len(self.text)]
        pieces = [escape(self.text[start:end]) for start, end in pairwise(edges)]
        signs = [before, after] * len(self.spans)
        return "".join(piece + sign for piece, sign in zip(pieces, [*signs, ""], strict=True))


def explanation(question: Question) -> Marked:
    """Return the explanation of a question with the answer marked where it says it."""
    resolved = _resolved(question)
    return resolved or Marked(question.explanation, _found(question.explanation, question.answer))


def sentence(question: Question) -> Marked:
    """Return the sentence, or sentences, that answer a question; its explanation where it has no source."""
    resolved = _resolved(question)
    if resolved or not question.sources:
        return resolved or explanation(question)
    source = question.sources[0]
    return Marked(source.sentence, _span(source) or _found(source.sentence, question.answer))


def once(marked: Marked, sentences: Sequence[str]) -> Marked:
    """Return a text made of these sentences with each of them once, marked as all of its repeats were."""
    if marked.text != " ".join(sentences):
        return marked
    begins, spans = dict[str, int](), set[tuple[int, int]]()
    old = new = 0
    for sentence in sentences:
        if sentence not in begins:
            begins[sentence] = new
            new += len(sentence) + 1
        shift, end = begins[sentence] - old, old + len(sentence)
        spans |= {(one + shift, two + shift) for one, two in marked.spans if old <= one and two <= end}
        old = end + 1
    return Marked(" ".join(begins), _apart(spans))


def _apart(spans: set[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return spans in order, without those that begin inside another one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return tuple(found)


def is_sentence(question: Question) -> bool:
    """Return whether the explanation says nothing but what the sources say."""
    return _resolved(question) is not None


def _resolved(question: Question) -> Marked | None:
    """Return the explanation with the spans of the sources carried over; None where it is another text."""
    sources = question.sources if question.kind in SETS else question.sources[:1]
    if not sources or not question.explanation:
        return None
    whole = " ".join(source.sentence for source in sources)
    places = _places(whole, question.explanation)
    if places is None:
        return None
    spans = tuple(_carried(_spans(sources), places, question))
    if not spans and question.kind not in SETS:
        spans = _found(question.explanation, question.answer)
    return Marked(question.explanation, spans)


def _spans(sources: Sequence[Source]) -> Iterator[tuple[int, int, bool]]:
    """Yield where the answers stand in the joined sentences, and whether a reference stands there instead."""
    offset = 0
    for source in sources:
        yield from ((offset + start, offset + end, source.resolved) for start, end in _span(source))
        offset += len(source.sentence) + 1


def _span(source: Source) -> tuple[tuple[int, int], ...]:
    start, end = source.answer_start - source.start, source.answer_end - source.start
    whole = len(source.sentence) == source.end - source.start
    return ((start, end),) if whole and 0 <= start < end <= len(source.sentence) else ()


def _carried(
    spans: Iterator[tuple[int, int, bool]], places: Sequence[int], question: Question
) -> Iterator[tuple[int, int]]:
    """Yield the spans in the explanation; where a reference stands for the answer, that of what it stands for."""
    text = question.explanation
    for start, end, resolved in spans:
        first, stop = places[start], places[end - 1] + 1
        if resolved and text.startswith(_OPEN, stop):
            inner, close = stop + len(_OPEN), text.find(_CLOSE, stop)
            alone = question.answer in text[inner:close]
            yield (inner, close) if alone else (first, close + 1)
        else:
            yield first, stop


def _places(sentence: str, resolved: str) -> list[int] | None:
    """Return where each character of a sentence stands in its resolved form; None where that is not its form."""
    places, at = [], 0
    for number, char in enumerate(sentence):
        while resolved.startswith(_OPEN, at) and not sentence.startswith(_OPEN, number):
            at = resolved.find(_CLOSE, at) + 1 or len(resolved)
        if resolved[at : at + 1] != char:
            return None
        places.append(at)
        at += 1
    rest = resolved[at:]
    return places if not rest or (rest.startswith(_OPEN) and rest.endswith(_CLOSE)) else None


def _found(text: str, answer: str) -> tuple[tuple[int, int], ...]:
    """Return where a text says an answer as whole words."""
    start = text.find(answer) if answer else -1
    end = start + len(answer)
    inside = start < 0 or text[max(start - 1, 0) : start].isalnum() or text[end : end + 1].isalnum()
    return () if inside else ((start, end),)
