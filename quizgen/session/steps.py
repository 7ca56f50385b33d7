"""How a question is put: in which mode, with which options in which order, and after which other questions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from quizgen import ids
from quizgen.model import SETS, PhraseType, Question, QuestionKind

LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TEN = 10
_PICKED = {QuestionKind.CHOICE, QuestionKind.TRUEFALSE}


class Mode(StrEnum):
    """How a question is answered."""

    FLIP = "flip"  # look at the answer, then rate yourself
    CHOICE = "choice"  # pick an option
    TYPED = "typed"  # type the answer
    CLOZE = "cloze"  # type what fills the blank
    ORDER = "order"  # type the letters of the items in their right order, or of the partners of a match
    MIXED = "mixed"  # each question in the way that suits it


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One question as it is asked: ``options`` are in the order shown; a match has its ``lefts`` beside them."""

    number: int  # 1-based
    total: int
    question: Question
    mode: Mode
    options: tuple[str, ...] = ()
    lefts: tuple[str, ...] = ()
    again: bool = False  # it was missed and is asked once more

    @property
    def prompt(self) -> str:
        """What is asked."""
        return self.question.prompt

    @property
    def key(self) -> tuple[str, ...]:
        """The options in their right order: one for a choice, all for an order or a match."""
        if self.mode is Mode.ORDER:
            return tuple(_right(part) for part in self.question.parts)
        if self.question.kind is QuestionKind.TRUEFALSE:
            return (self.question.answer,)
        return tuple(option.text for option in self.question.options if option.correct)

    @property
    def solution(self) -> tuple[str, ...]:
        """What the letters of an order or match mean, in their right order; nothing for other questions."""
        if self.mode is not Mode.ORDER:
            return ()
        told = [f"{LETTERS[self.options.index(item)]}) {item}" for item in self.key]
        return (
            tuple(f"{left} = {right}" for left, right in zip(self.lefts, told, strict=True))
            if self.lefts
            else tuple(told)
        )


def mode_of(question: Question, mode: Mode, seed: str) -> Mode | None:
    """Return how ``question`` is played in a quiz of ``mode``; None if it cannot be."""
    if mode is Mode.MIXED:
        return _natural(question, seed)
    if mode is Mode.FLIP:
        return Mode.FLIP
    if mode is Mode.CHOICE:
        return Mode.CHOICE if _has_options(question) else None
    if question.kind is QuestionKind.CLOZE:
        return Mode.CLOZE if mode in (Mode.CLOZE, Mode.TYPED) else None
    if question.kind in SETS:
        return Mode.ORDER if mode in (Mode.ORDER, Mode.TYPED) and _has_parts(question) else None
    return Mode.TYPED if mode is Mode.TYPED and question.kind not in _PICKED else None


def _natural(question: Question, seed: str) -> Mode:
    """Return the way that suits a question; where two do, its hash decides."""
    if question.kind in SETS:
        return Mode.ORDER if _has_parts(question) else Mode.FLIP
    choice = _has_options(question)
    if question.kind in _PICKED:
        return Mode.CHOICE if choice else Mode.FLIP
    if question.answer_type is PhraseType.CLAUSE:
        return Mode.CHOICE if choice else Mode.FLIP
    if choice and int(_key(seed, question.uid, "mode"), 16) % 2:
        return Mode.CHOICE
    return Mode.CLOZE if question.kind is QuestionKind.CLOZE else Mode.TYPED


def _has_options(question: Question) -> bool:
    if question.kind is QuestionKind.TRUEFALSE:
        return True
    return len(question.options) > 1 and sum(option.correct for option in question.options) == 1


def _has_parts(question: Question) -> bool:
    """Tell whether there are items that letters can name, no two of them alike."""
    texts = [_right(part) for part in question.parts]
    return 1 < len(texts) <= len(LETTERS) and len(set(texts)) == len(texts)


def _right(part: object) -> str:
    """Return an item of an order, or the right side of a pair of a match."""
    return str(part[1]) if isinstance(part, list | tuple) else str(part)


def step(question: Question, mode: Mode, *, number: int, total: int, seed: str) -> Step:
    """Return the ``number``-th step of a quiz; the options' order depends on the seed and the question alone."""
    options, lefts = _shown(question, mode, seed)
    return Step(number=number, total=total, question=question, mode=mode, options=options, lefts=lefts)


def _shown(question: Question, mode: Mode, seed: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if mode is Mode.CHOICE:
        if question.kind is QuestionKind.TRUEFALSE:
            return ("True", "False"), ()
        return _shuffled([option.text for option in question.options], question.uid, seed), ()
    if mode is Mode.ORDER:
        items = [_right(part) for part in question.parts]
        order = _shuffled(items, question.uid, seed)
        # An order that is shown solved would be no question.
        order = (*order[1:], order[0]) if list(order) == items else order
        return order, tuple(str(part[0]) for part in question.parts if isinstance(part, list | tuple))
    return (), ()


def _shuffled(texts: Sequence[str], uid: str, seed: str) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(texts), key=lambda text: _key(seed, uid, text)))


def _key(*parts: str) -> str:
    return ids.digest("\x1f".join(parts))


def mixed(questions: Sequence[Question], seed: str) -> list[Question]:
    """Return the questions shuffled in tens, so that what comes first still comes early, but has other neighbours."""
    tens = (questions[begin : begin + _TEN] for begin in range(0, len(questions), _TEN))
    return [question for ten in tens for question in arranged(ten, seed)]


def arranged(questions: Iterable[Question], seed: str) -> list[Question]:
    """Return the questions in the order that ``seed`` gives, those of one fact as far apart as they go.

    There are rounds: each fact is asked about once before any is asked about again, and in the same order.
    """
    shuffled = sorted(questions, key=lambda question: _key(seed, question.uid))
    asked: dict[str, int] = {}
    placed: list[tuple[int, int, Question]] = []
    first: dict[str, int] = {}
    for position, question in enumerate(shuffled):
        facts = question.facts or (question.uid,)
        turn = max(asked.get(fact, 0) for fact in facts)
        placed.append((turn, min(first.setdefault(fact, position) for fact in facts), question))
        asked.update((fact, turn + 1) for fact in facts)
    return [question for _, _, question in sorted(placed, key=lambda entry: entry[:2])]
