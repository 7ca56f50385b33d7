"""Commits what happens in a quiz to the store, each answer at once."""

from collections.abc import Callable
from types import TracebackType
from typing import Self

from quizgen import curation
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

    def answer(self, question_uid: str, *, at: int, mode: str, given: str, verdict: str, seconds: float) -> None:
        """Store an answer."""
        number = self._store.record_answer(
            question_uid, at=at, mode=mode, given=given, verdict=verdict, seconds=seconds, session=self.session
        )
        self._numbers.setdefault(question_uid, []).append(number)

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
