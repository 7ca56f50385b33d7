"""A quiz as a state machine without input or output; every time and every chance is an argument."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Protocol

from quizgen.errors import NothingToDo, UsageError
from quizgen.grading import Verdict
from quizgen.model import Question
from quizgen.session import judging, steps
from quizgen.session.judging import Explanation, Judgement
from quizgen.session.steps import Mode, Step


class Recorder(Protocol):
    """Where a session commits what happens, at once; times are seconds since the epoch."""

    def answer(self, question_uid: str, *, at: int, mode: str, given: str, verdict: str, seconds: float) -> None:
        """Keep an answer; ``seconds`` is how long it took."""

    def withdraw(self, question_uid: str, *, at: int) -> None:
        """Take back the last answer to a question: it was undone, or is about to be recorded anew."""

    def flag(self, question_uid: str, *, at: int, reason: str) -> None:
        """Note that a person found a question bad."""

    def accept(self, question_uid: str, *, at: int, given: str) -> None:
        """Note that an answer shall count as right from now on."""


class NoRecorder:
    """Forgets everything: for a quiz that leaves no trace."""

    def answer(self, question_uid: str, *, at: int, mode: str, given: str, verdict: str, seconds: float) -> None:
        """Do nothing."""

    def withdraw(self, question_uid: str, *, at: int) -> None:
        """Do nothing."""

    def flag(self, question_uid: str, *, at: int, reason: str) -> None:
        """Do nothing."""

    def accept(self, question_uid: str, *, at: int, given: str) -> None:
        """Do nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of one step. ``marks`` says for each item of an order or match whether it was in its place."""

    step: Step
    given: str
    verdict: Verdict | None  # None: skipped
    answer: str
    explanation: Explanation
    seconds: float = 0.0
    hints: int = 0
    marks: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How a session went so far; ``missed`` are the results that were close or wrong."""

    total: int
    right: int = 0
    close: int = 0
    wrong: int = 0
    skipped: int = 0
    hinted: int = 0  # right, but with a hint
    seconds: float = 0.0
    missed: tuple[Result, ...] = ()

    @property
    def answered(self) -> int:
        """Return how many questions got an answer."""
        return self.right + self.close + self.wrong


@dataclass(slots=True)
class Session:
    """Asks questions one after another, in an order fixed by ``seed``.

    ``limit`` is the number of questions. Call ``begin(at)`` when the current step is shown, then ``answer`` or
    ``skip``; ``step`` is None at the end. Raises NothingToDo where no question can be played in this mode.
    """

    questions: Iterable[Question]
    mode: Mode = Mode.MIXED
    limit: int | None = None
    seed: str = ""
    recorder: Recorder = field(default_factory=NoRecorder)
    results: list[Result] = field(default_factory=list, init=False)
    _steps: list[Step] = field(init=False)
    _begun: float | None = field(default=None, init=False)
    _hints: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        questions = list(self.questions)
        if not questions:
            raise NothingToDo("There is no question to ask", todo="Ask for less, or run 'quizgen make' first")
        playable = [question for question in questions if steps.mode_of(question, self.mode, self.seed)]
        if not playable:
            raise NothingToDo(f"No question can be played in mode {self.mode.value}", todo="Choose another mode")
        chosen = steps.arranged(playable, self.seed)[: self.limit]
        self._steps = [self._step(question, i, len(chosen)) for i, question in enumerate(chosen, 1)]

    def _step(self, question: Question, number: int, total: int) -> Step:
        mode = steps.mode_of(question, self.mode, self.seed) or Mode.FLIP
        return steps.step(question, mode, number=number, total=total, seed=self.seed)

    @property
    def step(self) -> Step | None:
        """Return the question that is being asked; None when all are done."""
        return self._steps[len(self.results)] if len(self.results) < len(self._steps) else None

    @property
    def total(self) -> int:
        """Return the number of questions of this session."""
        return len(self._steps)

    def begin(self, at: float) -> None:
        """Say that the current question is on the screen since ``at``; later calls for it change nothing."""
        if self._begun is None:
            self._begun = at

    def answer(self, given: str | int, at: float) -> Result:
        """Grade an answer to the current question and go on to the next.

        ``given`` is what was typed, or the 0-based place of an option as shown. A choice takes the option's number
        (from 1) or text, a flip the word right, close or wrong.

        Raises: UsageError if there is no such option or nothing is being asked; the question stays.
        """
        step = self._current()
        judgement = judging.judge(step, given, self._others(step.question))
        result = self._finish(step, judgement, at)
        self._record(result, judgement.verdict, at)
        return result

    def skip(self, at: float) -> Result:
        """Leave the current question unanswered; nothing is recorded."""
        return self._finish(self._current(), None, at)

    def hint(self) -> str:
        """Return the next hint for the current question; "" when there is none left."""
        found = judging.hints(self._current(), self.seed)
        if self._hints == len(found):
            return ""
        self._hints += 1
        return found[self._hints - 1]

    def explanation(self, step: Step) -> Explanation:
        """Return why the answer of a step is right: what a flip shows before it is rated."""
        return judging.explanation(step.question)

    def undo(self, at: float) -> Step:
        """Take back the last answer or skip, and ask that question again. Raises UsageError if there is none."""
        last = self._last()
        self.results.pop()
        if last.verdict is not None:
            self.recorder.withdraw(last.step.question.uid, at=int(at))
        self._begun, self._hints = None, 0
        return last.step

    def overrule(self, at: float, *, accept: bool = False) -> Result:
        """Count the last answer as right after all; ``accept`` asks for it to be right from now on.

        Raises UsageError if nothing was answered last.
        """
        last = self._last()
        if last.verdict is None:
            raise UsageError("The last question was skipped", todo="Take it back with :undo and answer it")
        uid = last.step.question.uid
        if last.verdict is not Verdict.RIGHT:
            self.results[-1] = replace(last, verdict=Verdict.RIGHT)
            self.recorder.withdraw(uid, at=int(at))
            self._record(self.results[-1], Verdict.RIGHT, at)
        if accept and last.step.mode in (Mode.TYPED, Mode.CLOZE):
            self.recorder.accept(uid, at=int(at), given=last.given)
        return self.results[-1]

    def flag(self, reason: str, at: float, *, last: bool = False) -> Step:
        """Note that the current question, or the ``last`` one answered, is bad; it stays in the session."""
        step = self._last().step if last else self._current()
        self.recorder.flag(step.question.uid, at=int(at), reason=reason)
        return step

    def score(self) -> Score:
        """Return the score so far."""
        verdicts = [result.verdict for result in self.results]
        missed = tuple(result for result in self.results if result.verdict in (Verdict.CLOSE, Verdict.WRONG))
        return Score(
            total=self.total,
            right=verdicts.count(Verdict.RIGHT),
            close=verdicts.count(Verdict.CLOSE),
            wrong=verdicts.count(Verdict.WRONG),
            skipped=verdicts.count(None),
            hinted=sum(result.verdict is Verdict.RIGHT and result.hints > 0 for result in self.results),
            seconds=sum(result.seconds for result in self.results),
            missed=missed,
        )

    def _current(self) -> Step:
        if self.step is None:
            raise UsageError("The quiz is over")
        return self.step

    def _last(self) -> Result:
        if not self.results:
            raise UsageError("Nothing has been answered yet")
        return self.results[-1]

    def _finish(self, step: Step, judgement: Judgement | None, at: float) -> Result:
        result = Result(
            step=step,
            given=judgement.given if judgement else "",
            verdict=judgement.verdict if judgement else None,
            answer=judging.answer_of(step),
            explanation=judging.explanation(step.question),
            seconds=max(0.0, at - self._begun) if self._begun is not None else 0.0,
            hints=self._hints,
            marks=judgement.marks if judgement else (),
        )
        self.results.append(result)
        self._begun, self._hints = None, 0
        return result

    def _record(self, result: Result, verdict: Verdict, at: float) -> None:
        question, mode = result.step.question, result.step.mode
        self.recorder.answer(
            question.uid,
            at=int(at),
            mode=mode.value,
            given=result.given,
            verdict=verdict.value,
            seconds=round(result.seconds, 1),
        )

    def _others(self, question: Question) -> tuple[str, ...]:
        """Return answers that are known to be different ones: the wrong options and the answers of like questions."""
        wrong = [option.text for option in question.options if not option.correct]
        like = [step.question for step in self._steps if step.question.answer_type is question.answer_type]
        return (*wrong, *(other.answer for other in like if other.uid != question.uid))
