"""Commits what happens in a quiz to the store, each answer at once.

What changes questions is loaded when one is changed, so that the first question is there sooner.
"""

from collections.abc import Iterable, Sequence

from quizgen.model import Question
from quizgen.schedule import Scheduler, day_end
from quizgen.session import Given, Kept
from quizgen.store import Store

FLAGGED = "flagged"
_SHORTEST = 23 * 3600  # of a day, where the clocks go forward
_LONGEST = 25 * 3600


class StoreRecorder:
    """A session of answering in the store; ``session`` is its uid."""

    def __init__(self, store: Store, session: str, scheduler: Scheduler) -> None:
        self.session = session
        self._store, self._scheduler = store, scheduler
        self._numbers: dict[str, list[int]] = {}  # of the answers of this session, by question

    def take_up(self) -> list[Given]:
        """Return the first answer to each question of a session that was broken off; each can be withdrawn."""
        found: dict[str, Given] = {}
        for one in self._store.answers(session=self.session):
            self._numbers.setdefault(one.question, []).append(one.id)
            given = Given(
                question=one.question,
                given=one.given,
                verdict=one.verdict,
                seconds=one.seconds,
                rating=one.rating,
                hints=one.hints,
                player=one.players[0] if one.players else "",
            )
            found.setdefault(one.question, given)
        return list(found.values())

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
        before = self._store.memory(question_uid)
        number = self._store.record_answer(
            question_uid,
            at=at,
            mode=mode,
            given=given,
            verdict=verdict,
            seconds=seconds,
            session=self.session,
            players=[player] if player else None,
            rating=rating,
            hints=hints,
            scheduler=self._scheduler,
        )
        self._numbers.setdefault(question_uid, []).append(number)
        after = self._store.memory(question_uid) if rating else None
        # What was learned a few minutes ago is not remembered yet.
        return Kept(due=after.due if after else None, known=before is not None and before.state == "review")

    def withdraw(self, question_uid: str, *, at: int) -> None:
        """Take back the last answer to a question."""
        self._store.withdraw_answer(self._numbers[question_uid].pop(), at=at, scheduler=self._scheduler)

    def flag(self, question_uid: str, *, at: int, reason: str) -> None:
        """Tag a question as bad; the reason becomes part of the tag, which has no spaces."""
        from quizgen import curation

        curation.tag(
            self._store, [question_uid], add=["::".join(filter(None, [FLAGGED, "-".join(reason.split())]))], now=at
        )

    def accept(self, question_uid: str, *, at: int, given: str) -> None:
        """Take an answer from now on."""
        from quizgen import curation

        accepted = self._store.question(question_uid).accept
        curation.edit(self._store, question_uid, accept=(*accepted, given), now=at)

    def refuse(self, question_uid: str, *, at: int, given: str) -> None:
        """Take back that an answer was accepted; nothing of it is left where that was the last decision."""
        from quizgen import curation

        if [(entry.uid, entry.field) for entry in self._store.last_batch()] == [(question_uid, "accept")]:
            curation.undo(self._store, now=at)
            return
        left = [one for one in self._store.question(question_uid).accept if one != given]
        curation.edit(self._store, question_uid, accept=left, now=at)

    def suspend(self, question_uid: str, *, at: int) -> None:
        """Leave a question out of every session."""
        self._store.suspend(question_uid, at=at)

    def unsuspend(self, question_uid: str, *, at: int) -> None:
        """Ask a question again."""
        self._store.unsuspend(question_uid)

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
        from quizgen import curation

        return curation.edit(
            self._store, question.uid, now=at, prompt=prompt, answer=answer, accept=accept, options=options
        )

    def streak(self, at: int) -> int:
        """Count the days in a row with an answer, up to the day of ``at``."""
        return streak(self._store.moments(), at)


def streak(moments: Iterable[int], at: int) -> int:
    """Return how many days in a row, up to the day of ``at``, have one of the moments, which come newest first."""
    day, count = day_end(at, None), 0
    for moment in moments:
        if count and moment >= day - _SHORTEST:
            continue
        end = day_end(moment, None)
        if count and end >= day:
            continue
        if day - end > (_LONGEST if count else 0):
            break
        day, count = end, count + 1
    return count
