"""Commits what happens in a quiz to the store, each answer at once."""

from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

from quizgen import curation
from quizgen.model import Question
from quizgen.session import Kept
from quizgen.store import Store

FLAGGED = "flagged"


class StoreRecorder:
    """A session of answering in the store; leaving the ``with`` block ends it."""

    def __init__(self, store: Store, *, mode: str, clock: Callable[[], float]) -> None:
        self._store, self._clock = store, clock
        self._numbers: dict[str, list[int]] = {}  # of the answers of this session, by question
        self.session = store.start_session(mode, at=int(clock()))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._store.end_session(self.session, at=int(self._clock()))

    def answer(
        self,
        question_uid: str,
        *,
        at: int,
        mode: str,
        given: str,
        verdict: str,
        seconds: float,
        rating: int,
        hints: int,
        player: str,
    ) -> Kept:
        """Store an answer."""
        number = self._store.record_answer(
            question_uid,
            at=at,
            mode=mode,
            given=given,
            verdict=verdict,
            seconds=seconds,
            session=self.session,
            players=[player] if player else None,
        )
        self._numbers.setdefault(question_uid, []).append(number)
        return Kept()

    def withdraw(self, question_uid: str, *, at: int) -> None:
        """Take back the last answer to a question."""
        self._store.withdraw_answer(self._numbers[question_uid].pop(), at=at)

    def flag(self, question_uid: str, *, at: int, reason: str) -> None:
        """Tag a question as bad; the reason becomes part of the tag, which has no spaces."""
        curation.tag(
            self._store, [question_uid], add=["::".join(filter(None, [FLAGGED, "-".join(reason.split())]))], now=at
        )

    def accept(self, question_uid: str, *, at: int, given: str) -> None:
        """Take an answer from now on."""
        accepted = self._store.question(question_uid).accept
        curation.edit(self._store, question_uid, accept=(*accepted, given), now=at)

    def suspend(self, question_uid: str, *, at: int) -> None:
        """Leave a question out of every session."""

    def unsuspend(self, question_uid: str, *, at: int) -> None:
        """Ask a question again."""

    def edit(
        self,
        question: Question,
        *,
        at: int,
        prompt: str | None,
        answer: str | None,
        accept: Sequence[str] | None,
        options: Sequence[str] | None,
    ) -> Question:
        """Change a question as ``quizgen edit`` does."""
        return curation.edit(
            self._store, question.uid, now=at, prompt=prompt, answer=answer, accept=accept, options=options
        )

    def streak(self, at: int) -> int:
        """Count the days in a row."""
        return 0
