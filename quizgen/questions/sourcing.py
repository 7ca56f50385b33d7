"""Where a question comes from: the sentences that state its fact, with the span of the answer in them."""

from collections.abc import Iterator
from typing import Any, Protocol

from quizgen.model import Evidence, Fact, Phrase, Sentence, Source


class Passage(Protocol):
    """A sentence and its text in which references are spelled out."""

    @property
    def sentence(self) -> Sentence: ...
    @property
    def resolved(self) -> str: ...


class Texts(Protocol):
    """Where sentences and documents are looked up."""

    def origin(self, key: str) -> Any:
        """Return title, url and date of a document."""

    def passage(self, uid: str) -> Passage:
        """Return a sentence with its resolved text."""


def source(fact: Fact, phrase: Phrase, texts: Texts, answer: str = "") -> Source:
    """Return where the home document states a fact, with the span of the asked phrase."""
    sentence = texts.passage(fact.evidence[0].sentence).sentence
    start, end = (phrase.start, phrase.end) if phrase.end else (sentence.start, sentence.end)
    words = sentence.text[start - sentence.start : end - sentence.start]
    if answer and answer in words:
        start += words.index(answer)
        end = start + len(answer)
        words = answer
    return _placed(fact.evidence[0], start, end, texts, resolved=words != (answer or words))


def further(fact: Fact, texts: Texts) -> Iterator[Source]:
    """Yield the other places that state the fact, with the whole clause as the answer's span."""
    for evidence in fact.evidence[1:]:
        yield _placed(evidence, evidence.start, evidence.end, texts, resolved=True)


def _placed(evidence: Evidence, start: int, end: int, texts: Texts, *, resolved: bool) -> Source:
    sentence = texts.passage(evidence.sentence).sentence
    origin = texts.origin(evidence.document)
    return Source(
        document=evidence.document,
        title=origin.title,
        section=sentence.section,
        sentence=sentence.text,
        start=sentence.start,
        end=sentence.end,
        answer_start=start,
        answer_end=end,
        resolved=resolved,
        url=origin.url,
        line=sentence.line,
    )
