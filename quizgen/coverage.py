"""The order in which the questions of a document are asked: what matters first, and spread over the whole text."""

import heapq
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

from quizgen.model import AMOUNTS, PhraseType, Question

TITLE = 0.06  # gain of a question about a word of the title,
MAIN = 0.06  # about the name that most facts of the document have,
TELLING = 0.03  # and of one that asks for a date, a number or a definition
CROWD = 0.06  # loss with each doubling of the questions that its section, or its tenth of the text, already has

_PARTS = 10
_DEFINING = frozenset({"definition", "meaning", "term"})
_COUNTED = AMOUNTS | {PhraseType.DATE}
_WORD = re.compile(r"[^\W_]+")
_FUNCTION = frozenset(
    "a about after an and are as at be before between by did do does for from had has have how in into is it its of on "
    "or over part chapter section that the their this to under was were what when where which who why with".split()
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a document is about: the words of its title, and the word most of its facts name ("" for none)."""

    title: frozenset[str]
    main: str


def subject(questions: Sequence[Question]) -> Subject:
    """Return what questions of one document are about."""
    titles = {source.title for one in questions for source in one.sources[:1]}
    named = {(one.facts[0] if one.facts else one.uid, word) for one in questions for word in _names(one)}
    counts = Counter(word for _, word in named)
    main = min(counts, key=lambda word: (-counts[word], word), default="")
    words = {word for title in titles for word in _words(title)}
    return Subject(frozenset(words), main if counts[main] > 1 else "")


def gains(question: Question, about: Subject) -> dict[str, float]:
    """Return by name what speaks for asking a question early."""
    said = _words(f"{question.prompt} {question.answer}")
    telling = question.answer_type in _COUNTED or question.template in _DEFINING
    return {
        "title": TITLE if said & about.title else 0.0,
        "main": MAIN if about.main in said else 0.0,
        "telling": TELLING if telling else 0.0,
    }


class Spread:
    """Puts questions of one document into an order that leaves no part of it behind."""

    def __init__(self, questions: Sequence[Question]) -> None:
        starts = [one.sources[0].start for one in questions if one.sources]
        self._first, self._extent = min(starts, default=0), max(starts, default=0) - min(starts, default=0) + 1
        about = subject(questions)
        self._worth = {one.uid: one.score + sum(gains(one, about).values()) for one in questions}
        self._taken: Counter[object] = Counter()

    def order(self, questions: Sequence[Question]) -> list[Question]:
        """Return some of the questions, the one with the most to say for it first, given what came before."""
        heap = [(-self._value(one), one.uid, at) for at, one in enumerate(questions)]
        heapq.heapify(heap)
        ordered = []
        while heap:
            value, uid, at = heapq.heappop(heap)
            now = -self._value(questions[at])
            if now > value:  # its surroundings have been asked about since
                heapq.heappush(heap, (now, uid, at))
                continue
            ordered.append(questions[at])
            self._taken.update(self._places(questions[at]))
        return ordered

    def _value(self, question: Question) -> float:
        crowd = sum(log2(1 + self._taken[place]) for place in self._places(question))
        return self._worth[question.uid] - CROWD * crowd

    def _places(self, question: Question) -> tuple[object, ...]:
        if not question.sources:
            return ()
        source = question.sources[0]
        return source.section, (source.start - self._first) * _PARTS // self._extent


def _names(question: Question) -> set[str]:
    """Return the words with a capital that begin neither the question nor its answer."""
    asked, answer = _WORD.findall(question.prompt)[1:], _WORD.findall(question.answer)
    inner = answer if len(answer) > 1 and answer[1][0].isupper() else answer[1:]
    return {_stem(word) for word in (*asked, *inner) if word[0].isupper() and word.lower() not in _FUNCTION}


def _words(text: str) -> set[str]:
    return {_stem(word) for word in _WORD.findall(text) if len(word) > 1 and word.lower() not in _FUNCTION}


def _stem(word: str) -> str:
    """Return a word without what the plural adds."""
    lower = word.lower()
    return lower[:-1] if len(lower) > 3 and lower.endswith("s") and not lower.endswith("ss") else lower
