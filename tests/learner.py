"""A learner who answers for some months, the same way each time; for tests and pictures."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from math import exp, log

from quizgen.model import Question
from quizgen.schedule import Memory, Scheduler, rating_of
from quizgen.store import Store

DAY = 86_400
EVENING = 19 * 3600
_HARD = 12  # one of so many questions is far harder than the schedule thinks


def chance(*parts: object) -> float:
    """Return a number from 0 to 1 that depends on the parts alone."""
    digest = hashlib.blake2b("\x1f".join(map(str, parts)).encode(), digest_size=6).digest()
    return int.from_bytes(digest, "big") / 2**48


class Learner:
    """Answers on most days in the evening: what is due, then some new questions."""

    def __init__(self, store: Store, questions: Sequence[Question], *, seed: str = "", per_day: int = 18) -> None:
        self.store, self.questions, self.seed, self.per_day = store, list(questions), seed, per_day
        self.scheduler = Scheduler()
        self.memories: dict[str, Memory] = {}
        self.seen: Counter[str] = Counter()

    def study(self, *, first: int, days: int) -> None:
        """Answer for some days from midnight ``first`` on, in one transaction; some days are left out."""
        with self.store.transaction():
            for number in range(days):
                if chance(self.seed, "free", number // 2) > 0.2 or number > days - 9:
                    self._sit(first + number * DAY + EVENING, number)

    def _sit(self, at: int, number: int) -> None:
        """Answer for one evening; what was wrong comes once more."""
        session = self.store.start_session("mixed", at=at)
        due = [one for one in self.questions if self._is_due(one, at + DAY // 4)]
        new = [one for one in self.questions if one.uid not in self.memories][: 1 + int(4 * chance(self.seed, number))]
        asked = [*due[: 3 * self.per_day], *new]
        for question in asked[: int(self.per_day * (0.7 + 2 * chance(self.seed, "zeal", number)))]:
            at += 5 + int(20 * chance(self.seed, question.uid, at))
            if not self._answer(question, at, session):
                at += 600
                self._answer(question, at, session)
        self.store.end_session(session, at=at)

    def _is_due(self, question: Question, at: int) -> bool:
        memory = self.memories.get(question.uid)
        return memory is not None and memory.due <= at

    def _answer(self, question: Question, at: int, session: str) -> bool:
        knows = chance(self.seed, "knows", question.uid, at) < self._known(question, at)
        verdict = "right" if knows else "close" if chance(question.uid, at, "close") < 0.2 else "wrong"
        wrong = [option.text for option in question.options if not option.correct]
        drawn = wrong[int(chance(question.uid, at, "drawn") * min(2, len(wrong)))] if wrong else "no idea"
        verdict = "wrong" if wrong and verdict == "close" else verdict
        rating = rating_of(verdict)
        before = self.memories.get(question.uid)
        self.store.record_answer(
            question.uid,
            at=at,
            mode="choice" if wrong else "typed",
            given=question.answer if knows else drawn,
            verdict=verdict,
            seconds=round(4 + 14 * chance(question.uid, at, "time"), 1),
            session=session,
            rating=rating,
            scheduler=self.scheduler,
        )
        self.seen[question.uid] += 1
        self.memories[question.uid] = self.scheduler.after(before, rating, at)
        return verdict != "wrong"

    def _known(self, question: Question, at: int) -> float:
        """Return the true chance of knowing: what FSRS thinks, shifted by how hard the question really is."""
        hard = int(chance(question.uid) * _HARD) == 0
        hardness = max(0.0, 2.2 - 0.3 * self.seen[question.uid]) if hard else 0.0
        shift = 1.2 * (chance(question.uid, "ease") - 0.3) - hardness
        memory = self.memories.get(question.uid)
        share = self.scheduler.retrievability(memory, at) if memory else 0.65
        return 1 / (1 + exp(-shift - log(min(share, 0.985) / (1 - min(share, 0.985)))))
