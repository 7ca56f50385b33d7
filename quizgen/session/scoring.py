"""What came of each step, and what that adds up to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from quizgen.grading import Verdict
from quizgen.session import judging
from quizgen.session.judging import Explanation
from quizgen.session.steps import Step

MISSED = (Verdict.CLOSE, Verdict.WRONG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of one step. ``marks`` says for each item of an order or match whether it was in its place.

    ``rating`` is 1 again, 2 hard, 3 good, 4 easy; 0: the schedule did not move. ``due`` is when the question comes
    again, in seconds since the epoch; None: it has no schedule.
    """

    step: Step
    given: str
    verdict: Verdict | None  # None: skipped
    answer: str
    explanation: Explanation
    seconds: float = 0.0
    hints: int = 0
    marks: tuple[bool, ...] = ()
    typo: bool = False  # right, but misspelt
    accepted: bool = False  # and right from now on
    suspended: bool = False  # skipped, and left out from now on
    rating: int = 0
    due: int | None = None
    known: bool = False  # the question was on the schedule before
    player: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An answer that was recorded before; ``question`` is a uid."""

    question: str
    given: str
    verdict: str
    seconds: float = 0.0
    rating: int = 0
    hints: int = 0
    player: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How a session went so far; what was asked again counts once, as it went at first.

    ``missed`` are the results that were close or wrong, without those put right later or suspended.
    """

    total: int
    right: int = 0
    close: int = 0
    wrong: int = 0
    skipped: int = 0
    hinted: int = 0  # right, but with a hint
    seconds: float = 0.0
    missed: tuple[Result, ...] = ()
    known: int = 0  # answered, and on the schedule before
    remembered: int = 0  # of those

    @property
    def answered(self) -> int:
        """Return how many questions got an answer."""
        return self.right + self.close + self.wrong

    @property
    def retention(self) -> float | None:
        """Return the part of what was known before that was remembered; None where nothing was."""
        return self.remembered / self.known if self.known else None


def result(step: Step, **found: Any) -> Result:
    """Return what came of a step, with its right answer and why that is right."""
    return Result(step=step, answer=judging.answer_of(step), explanation=judging.explanation(step.question), **found)


def retold(result: Result, step: Step) -> Result:
    """Return a result whose question was changed afterwards."""
    explanation = judging.explanation(step.question)
    return replace(result, step=step, answer=judging.answer_of(step), explanation=explanation)


def score(results: Sequence[Result], total: int) -> Score:
    """Add up results in the order in which they came."""
    first = [result for result in results if not result.step.again]
    verdicts = [result.verdict for result in first]
    known = [result for result in first if result.known and result.rating]
    return Score(
        total=total,
        right=verdicts.count(Verdict.RIGHT),
        close=verdicts.count(Verdict.CLOSE),
        wrong=verdicts.count(Verdict.WRONG),
        skipped=verdicts.count(None),
        hinted=sum(result.verdict is Verdict.RIGHT and result.hints > 0 for result in first),
        seconds=sum(result.seconds for result in first),
        missed=_missed(results),
        known=len(known),
        remembered=sum(result.rating > 1 for result in known),
    )


def _missed(results: Sequence[Result]) -> tuple[Result, ...]:
    """Return what was missed, each question once, as it was missed last; what was suspended is done with."""
    last = {result.step.question.uid: result for result in results if result.verdict is not None}
    suspended = {result.step.question.uid for result in results if result.suspended}
    return tuple(one for uid, one in last.items() if one.verdict in MISSED and uid not in suspended)
