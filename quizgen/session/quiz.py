"""A quiz as a state machine without input or output; every time and every chance is an argument."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from quizgen.errors import NothingToDo, UsageError
from quizgen.grading import Verdict
from quizgen.model import Question
from quizgen.schedule import Rating
from quizgen.session import judging, scoring, steps
from quizgen.session.judging import Explanation, Judgement
from quizgen.session.recording import Kept, NoRecorder, Recorder
from quizgen.session.scoring import Given, Result, Score
from quizgen.session.steps import Mode, Step

RATINGS = {rating.name.lower(): rating.value for rating in Rating}
_AROUND = 200  # questions before and behind one whose answers are known to be other ones


def _no_aliases(name: str) -> Sequence[str]:
    return ()


@dataclass(slots=True)
class Session:
    """Asks questions one after another.

    ``seed`` fixes the order of the options, and that of the questions unless they are ``arranged`` already. ``limit``
    is the number of questions, ``seconds`` the time: when it is over, the question on the screen is the last. With
    ``cram`` or ``players``, who take turns, no schedule moves. ``aliases`` tells other names of what has a name.

    Call ``begin(at)`` when the current step is shown, then ``answer``, ``give_up``, ``skip`` or ``suspend``; ``step``
    is None at the end. Raises NothingToDo where no question can be played in this mode.
    """

    questions: Iterable[Question]
    mode: Mode = Mode.MIXED
    limit: int | None = None
    seed: str = ""
    recorder: Recorder = field(default_factory=NoRecorder)
    arranged: bool = False
    cram: bool = False
    players: Sequence[str] = ()
    seconds: float | None = None
    aliases: Callable[[str], Sequence[str]] = field(default=_no_aliases)
    results: list[Result] = field(default_factory=list, init=False)
    _steps: list[Step] = field(init=False)
    _cuts: list[tuple[int, list[Step]]] = field(default_factory=list, init=False)  # where a retry began, what it left
    _started: float | None = field(default=None, init=False)
    _stopped: bool = field(default=False, init=False)
    _begun: float | None = field(default=None, init=False)
    _hints: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        questions = list(self.questions)
        if not questions:
            raise NothingToDo("There is no question to ask", todo="Ask for less, or run 'quizgen make' first")
        playable = [question for question in questions if steps.mode_of(question, self.mode, self.seed)]
        if not playable:
            raise NothingToDo(f"No question can be played in mode {self.mode.value}", todo="Choose another mode")
        chosen = (playable if self.arranged else steps.arranged(playable, self.seed))[: self.limit]
        self._steps = [self._step(question, i, len(chosen)) for i, question in enumerate(chosen, 1)]

    def _step(self, question: Question, number: int, total: int) -> Step:
        mode = steps.mode_of(question, self.mode, self.seed) or Mode.FLIP
        return steps.step(question, mode, number=number, total=total, seed=self.seed)

    @property
    def step(self) -> Step | None:
        """Return the question that is being asked; None when all are done or the time is over."""
        done = self._stopped or len(self.results) >= len(self._steps)
        return None if done else self._steps[len(self.results)]

    @property
    def plan(self) -> list[Step]:
        """Return the steps of the session in their order, those of a retry behind them."""
        return list(self._steps)

    @property
    def total(self) -> int:
        """Return the number of questions of this session, each counted once."""
        cut = [step for _, steps in self._cuts for step in steps]
        return sum(not step.again for step in (*self._steps, *cut))

    @property
    def player(self) -> str:
        """Return whose turn it is, which passes on with an answer; "" where nobody takes turns."""
        answered = sum(result.verdict is not None for result in self.results)
        return self.players[answered % len(self.players)] if self.players else ""

    @property
    def standings(self) -> list[tuple[str, Score]]:
        """Return the score of each player, the best first."""
        own = {name: [result for result in self.results if result.player == name] for name in self.players}
        scores = [(name, scoring.score(results, len(results))) for name, results in own.items()]
        return sorted(scores, key=lambda entry: (-entry[1].right, -entry[1].close))

    def restore(self, given: Iterable[Given]) -> None:
        """Take up answers that were given and recorded before the session was broken off, in the order of its steps.

        What answers no step, because its question cannot be asked any more, is passed over.
        """
        for one in given:
            step = self.step
            if step and step.question.uid == one.question:
                more = {"seconds": one.seconds, "hints": one.hints, "rating": one.rating, "player": one.player}
                self.results.append(scoring.result(step, given=one.given, verdict=Verdict(one.verdict), **more))

    def asked(self, *, last: bool = False) -> Step:
        """Return the current step, or the ``last`` one before it; raises UsageError where there is none."""
        return self._last().step if last else self._current()

    def begin(self, at: float) -> None:
        """Say that the current question is on the screen since ``at``; later calls for it change nothing."""
        if self._begun is None:
            self._begun = at
        if self._started is None:
            self._started = at

    def left(self, at: float) -> float | None:
        """Return how many seconds are left, not less than 0; None where time does not matter."""
        if self.seconds is None or self._started is None:
            return self.seconds
        return max(0.0, self._started + self.seconds - at)

    def over(self, at: float) -> bool:
        """Tell whether the time is over."""
        return self.left(at) == 0

    def answer(self, given: str | int, at: float) -> Result:
        """Grade an answer to the current question and go on to the next.

        ``given`` is what was typed, or the 0-based place of an option as shown. A choice takes the option's number
        (from 1) or text, a flip the word right, close or wrong.

        Raises: UsageError if there is no such option or nothing is being asked; the question stays.
        """
        step = self._current()
        return self._answered(step, judging.judge(step, given, self._others(step.question), self.aliases), at)

    def give_up(self, at: float) -> Result:
        """Count the current question as not known, and go on to the next."""
        return self._answered(self._current(), Judgement("", Verdict.WRONG), at)

    def _answered(self, step: Step, judgement: Judgement, at: float) -> Result:
        rating = judging.rating(judgement, self._hints) if self.is_scheduled(step) else 0
        return self._file(self._finish(step, judgement, at, rating), at)

    def is_scheduled(self, step: Step) -> bool:
        """Tell whether an answer to a step moves the schedule."""
        return not (self.cram or self.players or step.again)

    def skip(self, at: float) -> Result:
        """Leave the current question unanswered; nothing is recorded."""
        return self._finish(self._current(), None, at)

    def suspend(self, at: float, *, last: bool = False) -> Step:
        """Leave the current question, or the ``last`` one, out of this and later sessions; ``undo`` takes it back."""
        step = self.asked(last=last)
        if step.question.uid in self._suspended():
            raise UsageError("That question is suspended already", todo="Take it back with :undo")
        self.recorder.suspend(step.question.uid, at=int(at))
        if not last:
            self._finish(step, None, at)
        self.results[-1] = replace(self.results[-1], suspended=True)
        return step

    def _suspended(self) -> set[str]:
        return {result.step.question.uid for result in self.results if result.suspended}

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
        """Take back the last answer, skip or suspension, and ask that question again.

        An answer that was accepted for it is refused again. Raises UsageError if there is nothing to take back.
        """
        last = self._last()
        self.results.pop()
        while self._cuts and len(self.results) < self._cuts[-1][0]:
            begin, cut = self._cuts.pop()
            self._steps[begin:] = cut
        if last.suspended:
            self.recorder.unsuspend(last.step.question.uid, at=int(at))
        if last.verdict is not None:
            self.recorder.withdraw(last.step.question.uid, at=int(at))
        if last.accepted:
            self._refuse(last, at)
        self._begun, self._hints, self._stopped = None, 0, False
        return self._steps[len(self.results)]

    def overrule(self, at: float, *, accept: bool = False) -> Result:
        """Count the last answer as right after all; ``accept`` asks for it to be right from now on.

        Raises UsageError if nothing was answered last, or the answer was shown instead.
        """
        last = self._answered_last()
        if not self.answerable(last):
            raise UsageError("You gave no answer there", todo="If you knew it, take that back and answer")
        if last.verdict is not Verdict.RIGHT:
            rating = judging.rating(Judgement(last.given, Verdict.RIGHT), last.hints) if last.rating else 0
            self._refile(replace(last, verdict=Verdict.RIGHT, rating=rating), at)
        question = last.step.question
        if accept and self.acceptable(last) and last.given not in (question.answer, *question.accept):
            self.recorder.accept(question.uid, at=int(at), given=last.given)
            self._exchange(replace(question, accept=(*question.accept, last.given)))
            self.results[-1] = replace(self.results[-1], accepted=True)
        return self.results[-1]

    def _refuse(self, result: Result, at: float) -> None:
        """Take back that an answer was accepted."""
        question = result.step.question
        self.recorder.refuse(question.uid, at=int(at), given=result.given)
        self._exchange(replace(question, accept=tuple(one for one in question.accept if one != result.given)))

    def answerable(self, result: Result) -> bool:
        """Tell whether a result is an answer, which may be right after all: not where the right one was shown."""
        return bool(result.given) or (result.verdict is not None and result.step.mode is Mode.FLIP)

    def acceptable(self, result: Result) -> bool:
        """Tell whether an answer could be accepted from now on: it was typed in words of the player's own."""
        return result.step.mode in (Mode.TYPED, Mode.CLOZE) and bool(result.given)

    def rate(self, rating: str, at: float) -> Result:
        """Move the schedule of the last question as after ``again``, ``hard``, ``good`` or ``easy``; the verdict stays.

        Raises UsageError if nothing was answered last, or on no schedule.
        """
        last = self._answered_last()
        if not last.rating:
            raise UsageError("This answer does not move the schedule", todo="Rate where you play without --cram")
        return self._refile(replace(last, rating=RATINGS[rating]), at)

    def flag(self, reason: str, at: float, *, last: bool = False) -> Step:
        """Note that the current question, or the ``last`` one answered, is bad; it stays in the session."""
        step = self.asked(last=last)
        self.recorder.flag(step.question.uid, at=int(at), reason=reason)
        return step

    def edit(
        self,
        at: float,
        *,
        last: bool = False,
        prompt: str | None = None,
        answer: str | None = None,
        accept: Sequence[str] | None = None,
        options: Sequence[str] | None = None,
    ) -> Step:
        """Change the current question, or the ``last`` one, and return its step as it is asked now.

        ``options`` are the wrong ones; what is None stays, and so does what a learner knows. Raises UsageError where a
        question could not be asked so.
        """
        step = self.asked(last=last)
        changed = self.recorder.edit(
            step.question, at=int(at), prompt=prompt, answer=answer, accept=accept, options=options
        )
        self._exchange(changed)
        return self.asked(last=last)

    def retry(self, at: float) -> int:
        """Ask what was missed so far once more, and nothing else; return how many questions that are.

        These answers are stored, but move no schedule. Raises UsageError if nothing was missed.
        """
        missed = self.score().missed
        if not missed:
            raise UsageError("Nothing was missed", todo="There is nothing to ask again")
        begin = len(self.results)
        self._cuts.append((begin, self._steps[begin:]))
        again = (replace(result.step, number=i, total=len(missed), again=True) for i, result in enumerate(missed, 1))
        self._steps[begin:] = again
        self._begun, self._hints, self._stopped = None, 0, False
        return len(missed)

    def score(self) -> Score:
        """Return the score so far."""
        return scoring.score(self.results, self.total)

    def streak(self, at: float) -> int:
        """Return on how many days in a row something was answered."""
        return self.recorder.streak(int(at))

    def _current(self) -> Step:
        step = self.step
        if step is None:
            raise UsageError("No question is being asked any more", todo="Begin another quiz")
        return step

    def _last(self) -> Result:
        if not self.results:
            raise UsageError("Nothing has been answered yet", todo="Answer first")
        return self.results[-1]

    def _answered_last(self) -> Result:
        last = self._last()
        if last.verdict is None:
            raise UsageError("The last question was skipped", todo="Take it back with :undo and answer it")
        return last

    def _finish(self, step: Step, judgement: Judgement | None, at: float, rating: int = 0) -> Result:
        result = scoring.result(
            step,
            given=judgement.given if judgement else "",
            verdict=judgement.verdict if judgement else None,
            seconds=max(0.0, at - self._begun) if self._begun is not None else 0.0,
            hints=self._hints,
            marks=judgement.marks if judgement else (),
            typo=bool(judgement and judgement.typo),
            rating=rating,
            player=self.player,
        )
        self.results.append(result)
        self._begun, self._hints = None, 0
        self._stopped = self.over(at) and not self._cuts
        return result

    def _refile(self, result: Result, at: float) -> Result:
        """Record the last answer anew."""
        self.recorder.withdraw(result.step.question.uid, at=int(at))
        return self._file(result, at)

    def _file(self, result: Result, at: float) -> Result:
        """Record an answer, as the last result, and note what became of it."""
        kept = self._record(result, at)
        self.results[-1] = replace(result, due=kept.due, known=kept.known)
        return self.results[-1]

    def _record(self, result: Result, at: float) -> Kept:
        return self.recorder.answer(
            result.step.question.uid,
            at=int(at),
            mode=result.step.mode.value,
            given=result.given,
            verdict=(result.verdict or Verdict.WRONG).value,
            seconds=round(result.seconds, 1),
            rating=result.rating,
            hints=result.hints,
            player=result.player,
        )

    def _exchange(self, question: Question) -> None:
        """Put a question in the place of the one with its uid wherever that is asked."""
        for place, step in enumerate(self._steps):
            if step.question.uid == question.uid:
                self._steps[place] = self._renewed(step, question)
        for place, result in enumerate(self.results):
            if result.step.question.uid == question.uid:
                self.results[place] = scoring.retold(result, self._renewed(result.step, question))

    def _renewed(self, step: Step, question: Question) -> Step:
        mode = steps.mode_of(question, step.mode, self.seed) or steps.mode_of(question, Mode.MIXED, self.seed)
        renewed = steps.step(question, mode or Mode.FLIP, number=step.number, total=step.total, seed=self.seed)
        return replace(renewed, again=step.again)

    def _others(self, question: Question) -> tuple[str, ...]:
        """Return answers that are known to be different ones: the wrong options and the answers of like questions."""
        wrong = [option.text for option in question.options if not option.correct]
        place = len(self.results)
        around = self._steps[max(0, place - _AROUND) : place + _AROUND]
        like = [step.question for step in around if step.question.answer_type is question.answer_type]
        return (*wrong, *(other.answer for other in like if other.uid != question.uid))
