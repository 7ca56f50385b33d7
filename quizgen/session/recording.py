"""Where a session commits what happens."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from quizgen.model import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What became of an answer: when the question is ``due`` again (seconds since the epoch, None: no schedule).

    ``known``: the question had been answered on the schedule before, so that the answer tells what was remembered.
    """

    due: int | None = None
    known: bool = False


class Recorder(Protocol):
    """Where a session commits what happens, at once; times are seconds since the epoch."""

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
        """Keep an answer that took ``seconds``.

        ``rating`` is 1 again, 2 hard, 3 good, 4 easy, and 0 where the schedule shall not move; ``player`` is "" where
        there is one alone.
        """

    def withdraw(self, question_uid: str, *, at: int) -> None:
        """Take back the last answer to a question: it was undone, or is about to be recorded anew."""

    def flag(self, question_uid: str, *, at: int, reason: str) -> None:
        """Note that a person found a question bad."""

    def accept(self, question_uid: str, *, at: int, given: str) -> None:
        """Note that an answer shall count as right from now on."""

    def refuse(self, question_uid: str, *, at: int, given: str) -> None:
        """Take back that an answer was accepted."""

    def suspend(self, question_uid: str, *, at: int) -> None:
        """Leave a question out of every session until it is taken back."""

    def unsuspend(self, question_uid: str, *, at: int) -> None:
        """Ask a question again that was suspended."""

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
        """Change a question, ``options`` being the wrong ones, and return it; None stays. Raises UsageError."""

    def streak(self, at: int) -> int:
        """Return on how many days in a row something was answered, up to the day of ``at``."""


class NoRecorder:
    """Forgets everything: for a quiz that leaves no trace."""

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
        """Do nothing."""
        return Kept()

    def withdraw(self, question_uid: str, *, at: int) -> None:
        """Do nothing."""

    def flag(self, question_uid: str, *, at: int, reason: str) -> None:
        """Do nothing."""

    def accept(self, question_uid: str, *, at: int, given: str) -> None:
        """Do nothing."""

    def refuse(self, question_uid: str, *, at: int, given: str) -> None:
        """Do nothing."""

    def suspend(self, question_uid: str, *, at: int) -> None:
        """Do nothing."""

    def unsuspend(self, question_uid: str, *, at: int) -> None:
        """Do nothing."""

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
        """Return the question with its new words; the options stay."""
        return replace(
            question,
            prompt=question.prompt if prompt is None else prompt,
            answer=question.answer if answer is None else answer,
            accept=question.accept if accept is None else tuple(accept),
        )

    def streak(self, at: int) -> int:
        """Return 0."""
        return 0
