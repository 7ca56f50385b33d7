"""What the plain player prints: a question, what came of it, and how it went."""

import shutil
from collections.abc import Iterable, Sequence
from typing import TextIO

from quizgen.grading import Verdict
from quizgen.safe import show
from quizgen.schedule import Rating
from quizgen.session import LETTERS, Explanation, Mode, Result, Score, Session, Step, again
from quizgen.terminal import text

_WIDEST = 100  # longer lines are hard to read


class Teller:
    """Prints lines that fit; ``width`` is that of the terminal, asked for before each line if None."""

    def __init__(self, output: TextIO, *, color: bool, width: int | None) -> None:
        self.output, self.color, self.width = output, color, width

    def say(self, line: str, *, first: str = "", rest: str = "", style: str = "") -> None:
        """Print text, broken into lines, without anything that a terminal would obey."""
        self.put(self.fold(line, first=first, rest=rest), style)

    def fold(self, line: str, *, first: str = "", rest: str = "") -> list[str]:
        """Return text in lines that fit."""
        return text.wrap(text.safe(line), self.columns, first=first, rest=rest)

    def put(self, lines: Iterable[str], style: str = "") -> None:
        """Print lines that fit."""
        for line in lines:
            bare = text.emphasised(line) if self.color else line
            self.output.write((text.styled(bare, style) if self.color and style and bare else bare) + "\n")
        self.output.flush()

    @property
    def columns(self) -> int:
        """Return how wide a line may be."""
        return max(10, self.width or min(shutil.get_terminal_size().columns, _WIDEST))

    @property
    def rows(self) -> int:
        """Return how many lines the terminal shows."""
        return shutil.get_terminal_size().lines

    def flip(self, session: Session, step: Step) -> str:
        """Return what can be said of a card that was turned over."""
        more = ", 4 easy" if session.is_scheduled(step) else ""
        return f"How did it go? 1 right, 2 close, 3 wrong{more}"

    def step(self, session: Session, step: Step, at: float) -> None:
        """Print a question with its options and what to do."""
        self.say("")
        self.say(" · ".join(_heading(session, step, at)), style="dim")
        self.say(show(step.prompt), style="strong")
        for number, left in enumerate(step.lefts, 1):
            self.say(show(left), first=f"  {number}. ", rest="     ")
        marks = LETTERS if step.mode is Mode.ORDER else [str(number) for number in range(1, len(step.options) + 1)]
        for mark, option in zip(marks, step.options, strict=False):
            self.say(show(option), first=f"  {mark}) ", rest=" " * (len(mark) + 4))
        if todo := instruction(step):
            self.say(todo, style="dim")

    def result(self, session: Session, result: Result, at: float) -> None:
        """Print the verdict, the answer and its source, and when the question comes again or how its player stands."""
        self.verdict(result)
        if result.marks:
            self.say(f"{sum(result.marks)} of {len(result.marks)} in their place.")
        note = " (mind the spelling)" if result.typo else ""
        self.answer(result.answer, result.explanation, note=note, solution=result.step.solution)
        self.due(result, at)
        if result.player and result.verdict:
            self.say(f"{standing(result.player, session)}.", style="dim")

    def verdict(self, result: Result) -> None:
        """Print the verdict word on a line of its own."""
        verdict = result.verdict.value if result.verdict else "suspended" if result.suspended else "skipped"
        self.say(verdict, style=verdict if result.verdict else "dim")

    def due(self, result: Result, at: float) -> None:
        """Print when a question comes again, if it has a schedule."""
        if said := coming(result, at):
            self.say(said, style="dim")

    def answer(self, answer: str, explanation: Explanation, *, note: str = "", solution: Sequence[str] = ()) -> None:
        """Print the right answer, and the items that it names, with the sentence that says so."""
        self.say(f"Answer: {show(answer)}{note}")
        for item in solution:
            self.say(show(item), first="  ", rest="     ")
        if explanation.said.text:
            self.say(self._marked(explanation), first="  ", rest="  ")
        if explanation.resolved:
            self.say(stands(explanation, answer), first="  ", rest="  ", style="dim")
        place = " · ".join(show(part) for part in (explanation.title, explanation.section) if part)
        if place:
            self.say(f"— {place}", first="  ", rest="    ", style="dim")

    def _marked(self, explanation: Explanation) -> str:
        """Return the sentence with the answer bold, or between signs where there is no colour."""
        before, after = (text.BEGIN, text.END) if self.color else ("»", "«")
        return explanation.said.show(before, after, show)

    def summary(self, session: Session, at: float) -> None:
        """Print the score, what was remembered, and what to look at again."""
        score = session.score()
        self.say("")
        self.say(f"Score: {counts(score)}.", style="strong")
        for sentence in outcome(session, at):
            self.say(sentence)
        if score.missed:
            self.say("To look at again:")
        for result in score.missed:
            given = f" ({show(result.player) or 'you'}: {show(result.given)})" if result.given else ""
            self.say(
                f"{show(result.step.prompt)} {show(result.step.question.answer)}{given}", first="  - ", rest="    "
            )


def _heading(session: Session, step: Step, at: float) -> list[str]:
    left = session.left(at)
    parts = [f"{'Once more' if step.again else 'Question'} {step.number} of {step.total}"]
    parts += [f"{show(session.player)}'s turn"] if session.player else []
    return parts + ([f"{int(left) // 60}:{int(left) % 60:02} left"] if left is not None and not step.again else [])


def counts(score: Score) -> str:
    """Return a score in words."""
    parts = [f"{score.right} of {score.answered} right"]
    parts += [f"{score.close} close"] if score.close else []
    parts += [f"{score.wrong} wrong"] if score.wrong else []
    parts += [f"{score.skipped} skipped"] if score.skipped else []
    parts += [f"{score.hinted} with a hint"] if score.hinted else []
    return ", ".join(parts)


def outcome(session: Session, at: float) -> list[str]:
    """Return how the players stand, how much was remembered and on how many days in a row something was answered."""
    score = session.score()
    said = [f"{place}. {standing(name, session)}" for place, (name, _) in enumerate(session.standings, 1)]
    if score.retention is not None:
        said.append(f"Remembered: {score.remembered} of {score.known} that you had learned ({score.retention:.0%}).")
    if score.answered and (streak := session.streak(at)):
        said.append(f"Streak: {streak} days in a row." if streak > 1 else "Streak: 1 day.")
    return said


def standing(player: str, session: Session) -> str:
    """Return how a player stands."""
    own = dict(session.standings)[player]
    return f"{show(player)}: {own.right} of {own.answered} right"


def stands(explanation: Explanation, answer: str) -> str:
    """Return what the marked words of a sentence mean, where they are other ones than the answer."""
    words = " … ".join(explanation.said.text[start:end] for start, end in explanation.said.spans)
    return f"(“{show(words)}” means here: {show(answer)})"


def coming(result: Result, at: float) -> str:
    """Return when a question comes again, and why so soon where the answer was right; "" where it has no schedule."""
    if not result.rating or result.due is None:
        return ""
    when = f"again {again(result.due, at)}"
    when += ", in your next quiz" if when == "again today" else ""
    why = "misspelt" if result.typo else "known with a hint" if result.hints else ""
    soon = result.verdict is Verdict.RIGHT and result.rating == Rating.HARD and why
    said = f"{why}, therefore {when}" if soon else when
    return f"{said[0].upper()}{said[1:]}."


def instruction(step: Step) -> str:
    """Return what to do where the question alone does not tell."""
    if step.mode is Mode.FLIP:
        return "Think of the answer, then press Enter to see it."
    if step.mode is Mode.ORDER and step.lefts:
        return "For each number in turn, type the letter that belongs to it."
    if step.mode is Mode.ORDER:
        return "Type the letters in the right order."
    return "Fill in the blank." if step.mode is Mode.CLOZE else ""
