"""A quiz on two streams: one line is read for each answer, and nothing is drawn over."""

import contextlib
import os
import shutil
from collections.abc import Callable
from typing import TextIO

from quizgen.errors import UsageError
from quizgen.safe import clean_text, show
from quizgen.session import LETTERS, Explanation, Mode, Result, Score, Session, Step
from quizgen.terminal import text

COMMANDS = {
    ":hint": "a hint; there may be several",
    ":skip": "leave this question out",
    ":undo": "take the last answer back",
    ":right": "I was right: count the last answer",
    ":accept": "the same, and take that answer from now on",
    ":flag WHY": "mark this question as bad (:flag last WHY: the one before)",
    ":quit": "stop here",
    ":help": "this list",
}
_PROMPT = "> "
_WIDEST = 100  # longer lines are hard to read


class _QuitError(Exception):
    """The player wants to stop."""


def play(
    session: Session,
    *,
    input: TextIO,
    output: TextIO,
    clock: Callable[[], float],
    color: bool = False,
    width: int | None = None,
) -> Score:
    """Play ``session`` to its end, ``:quit`` or the end of ``input``, and return the score.

    ``clock`` gives seconds since the epoch. ``width`` is that of the terminal, asked for before each line if None.
    Raises KeyboardInterrupt, after the score is shown, when the player presses Ctrl-C.
    """
    for stream in (input, output):
        # A letter that the terminal cannot show or send becomes a question mark, and the quiz goes on.
        with contextlib.suppress(AttributeError, OSError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[attr-defined]
    player = _Player(session, input, output, clock, color, width)
    try:
        player.run()
    except BrokenPipeError:
        _silence(output)
    return session.score()


def _silence(output: TextIO) -> None:
    """Let what is still in the buffer go nowhere, so that the interpreter can flush it when it ends."""
    with contextlib.suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, output.fileno())
        os.close(null)


class _Player:
    def __init__(
        self,
        session: Session,
        input: TextIO,
        output: TextIO,
        clock: Callable[[], float],
        color: bool,
        width: int | None,
    ) -> None:
        self.session, self.input, self.output, self.clock = session, input, output, clock
        self.color, self.width = color, width

    def run(self) -> None:
        """Ask until the end; the score is shown however the quiz ends."""
        self.say("Type :help to see what else you can type.", style="dim")
        try:
            while self.session.step:
                self.turn(self.session.step)
                if not self.session.step:
                    self.show_score()
                    self.last_word()
        except (_QuitError, EOFError):
            self.say("")
            self.show_score()
        except KeyboardInterrupt:
            self.say("")
            self.show_score()
            raise

    def turn(self, step: Step) -> None:
        """Ask one question until it is answered, skipped or left for the one before."""
        self.show_step(step)
        while self.session.step is step:
            line = self.read()
            if line.startswith(":"):
                self.command(line)
            elif step.mode is Mode.FLIP:
                self.flip(step)
            else:
                self.answer(line)

    def answer(self, line: str) -> None:
        try:
            result = self.session.answer(line, self.clock())
        except UsageError as error:
            self.say(str(error))
            return
        self.show_result(result)

    def flip(self, step: Step) -> None:
        """Show the answer, then let the player say how it went."""
        self.show_answer(step.question.answer, self.session.explanation(step))
        self.say("How did it go? 1 right, 2 close, 3 wrong")
        while self.session.step is step:
            line = self.read()
            if line.startswith(":"):
                self.command(line)
                continue
            try:
                verdict = self.session.answer(line, self.clock()).verdict
            except UsageError as error:
                self.say(str(error))
            else:
                self.say(verdict.value if verdict else "", style=verdict.value if verdict else "")

    def last_word(self) -> None:
        """After the last question, let the player still overrule or undo it."""
        while not self.session.step:
            self.say("Press Enter to leave.", style="dim")
            try:
                line = self.read()
            except EOFError:
                return
            if not line.startswith(":") or line.split()[0] in (":quit", ":q"):
                return
            before = self.session.score()
            self.command(line)
            if self.session.step is None and self.session.score() != before:
                self.show_score()

    def command(self, line: str) -> None:
        """Do what a line that begins with a colon asks for."""
        name, _, rest = line.partition(" ")
        try:
            self.obey(name.casefold(), rest.strip())
        except UsageError as error:
            self.say(str(error))

    def obey(self, name: str, rest: str) -> None:
        if name in (":quit", ":q", ":exit"):
            raise _QuitError
        if name in (":hint", ":h"):
            hint = self.session.hint()
            self.say(f"Hint: {show(hint)}" if hint else "No hint left.")
        elif name in (":skip", ":s"):
            self.show_result(self.session.skip(self.clock()))
        elif name in (":undo", ":u"):
            self.session.undo(self.clock())
            self.say("Taken back.")
        elif name in (":right", ":r", ":accept"):
            self.overrule(accept=name == ":accept")
        elif name in (":flag", ":f"):
            self.flag(rest)
        elif name in (":help", ":?"):
            self.help()
        else:
            self.say(f"There is no command {show(name)}. You can type:")
            self.help()

    def overrule(self, *, accept: bool) -> None:
        result = self.session.overrule(self.clock(), accept=accept)
        self.say(f"Counted as right: {show(result.given or result.answer)}")
        if accept:
            self.say("That answer is accepted from now on.")

    def flag(self, rest: str) -> None:
        last = rest == "last" or rest.startswith("last ")
        step = self.session.flag(rest.removeprefix("last").strip() if last else rest, self.clock(), last=last)
        self.say(f"Flagged: {show(step.prompt)}")

    def help(self) -> None:
        for name, meaning in COMMANDS.items():
            self.say(meaning, first=f"  {name:<10} ", rest=" " * 13)

    def show_step(self, step: Step) -> None:
        self.say("")
        self.say(f"Question {step.number} of {step.total}", style="dim")
        self.say(show(step.prompt), style="strong")
        for number, left in enumerate(step.lefts, 1):
            self.say(show(left), first=f"  {number}. ", rest="     ")
        marks = LETTERS if step.mode is Mode.ORDER else [str(number) for number in range(1, len(step.options) + 1)]
        for mark, option in zip(marks, step.options, strict=False):
            self.say(show(option), first=f"  {mark}) ", rest=" " * (len(mark) + 4))
        instruction = _instruction(step)
        if instruction:
            self.say(instruction, style="dim")
        self.session.begin(self.clock())

    def show_result(self, result: Result) -> None:
        verdict = result.verdict.value if result.verdict else "skipped"
        self.say(verdict, style=verdict if result.verdict else "dim")
        if result.marks:
            self.say(f"{sum(result.marks)} of {len(result.marks)} in their place.")
        self.show_answer(result.answer, result.explanation)

    def show_answer(self, answer: str, explanation: Explanation) -> None:
        self.say(f"Answer: {show(answer)}")
        if explanation.said.text:
            self.say(self.marked(explanation), first="  ", rest="  ")
        if explanation.resolved:
            self.say("(The marked words stand for the answer.)", first="  ", rest="  ", style="dim")
        place = " · ".join(show(part) for part in (explanation.title, explanation.section) if part)
        if place:
            self.say(f"— {place}", first="  ", rest="    ", style="dim")

    def marked(self, explanation: Explanation) -> str:
        """Return the sentence with the answer bold, or between signs where there is no colour."""
        before, after = (text.BEGIN, text.END) if self.color else ("»", "«")
        return explanation.said.show(before, after, show)

    def show_score(self) -> None:
        score = self.session.score()
        self.say("")
        parts = [f"{score.right} of {score.answered} right"]
        parts += [f"{score.close} close"] if score.close else []
        parts += [f"{score.wrong} wrong"] if score.wrong else []
        parts += [f"{score.skipped} skipped"] if score.skipped else []
        parts += [f"{score.hinted} with a hint"] if score.hinted else []
        self.say(f"Score: {', '.join(parts)}.", style="strong")
        if score.missed:
            self.say("To look at again:")
        for result in score.missed:
            given = f" (you: {show(result.given)})" if result.given else ""
            self.say(f"{show(result.step.prompt)} {show(result.answer)}{given}", first="  - ", rest="    ")

    def read(self) -> str:
        """Read one line of input, without its end and what is unsafe in it. Raises EOFError at the end."""
        self.output.write(_PROMPT)
        self.output.flush()
        try:
            line = self.input.readline()
        except OSError:  # the terminal has gone away
            line = ""
        if not line:
            raise EOFError
        line = clean_text(line).strip()
        if not self.input.isatty():
            # Nobody has typed the end of the line onto the screen.
            self.output.write(f"{show(line)}\n")
        return line

    def say(self, line: str, *, first: str = "", rest: str = "", style: str = "") -> None:
        """Print text that has been made safe, broken into lines; data goes through ``show`` before it comes here."""
        width = self.width or min(shutil.get_terminal_size().columns, _WIDEST)
        for part in text.wrap(line, max(width, 10), first=first, rest=rest):
            bare = part.replace(text.BEGIN, "\x1b[1m").replace(text.END, "\x1b[0m")
            self.output.write((text.styled(bare, style) if self.color and style and bare else bare) + "\n")
        self.output.flush()


def _instruction(step: Step) -> str:
    if step.mode is Mode.FLIP:
        return "Press Enter to see the answer."
    if step.mode is Mode.ORDER and step.lefts:
        return "For each number in turn, type the letter that belongs to it."
    if step.mode is Mode.ORDER:
        return "Type the letters in the right order."
    return "Fill in the blank." if step.mode is Mode.CLOZE else ""
