"""A quiz on two streams: one line is read for each answer, and nothing is drawn over."""

import contextlib
import os
from collections.abc import Callable, Sequence
from typing import TextIO

from quizgen.errors import UsageError
from quizgen.grading import Verdict
from quizgen.model import SETS, Question, QuestionKind
from quizgen.safe import show
from quizgen.session import RATINGS, REASONS, Mode, Result, Score, Session, Step
from quizgen.terminal.lines import GoneError, Lines, shown_again
from quizgen.terminal.telling import Teller

COMMANDS = {
    ":hint": "a hint, then a better one",
    ":show": "I do not know (or type ?)",
    ":skip": "leave it out this time",
    ":undo": "take the last answer back",
    ":right": "my last answer was right",
    ":accept": "and is right from now on",
    ":again": "ask it sooner (or :hard)",
    ":easy": "ask it later (or :good)",
    ":flag WHY": "this question is bad",
    ":edit": "change this question",
    ":suspend": "never ask this question",
    ":retry": "now ask what I missed",
    ":quit": "stop here",
    ":help": "this list",
}
_LAST = ":flag last, :edit last and :suspend last mean the question before."
_SHORT = {
    ":h": ":hint", ":s": ":skip", ":u": ":undo", ":r": ":right", ":f": ":flag", ":e": ":edit", ":q": ":quit",
    ":exit": ":quit", ":?": ":help", "?": ":show",
}  # fmt: skip
_EMPTY = "-"
_DIVIDER = " | "


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
    opening: str = "",
) -> Score:
    """Play ``session`` to its end, ``:quit`` or the end of ``input``, and return the score.

    ``clock`` gives seconds since the epoch. ``width`` is that of the terminal, asked for before each line if None;
    ``opening`` is said first. Raises KeyboardInterrupt when the player presses Ctrl-C, after the score is shown, and
    when the terminal is closed.
    """
    for stream in (input, output):
        # A letter that the terminal cannot show or send becomes a question mark, and the quiz goes on.
        with contextlib.suppress(AttributeError, OSError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[attr-defined]
    lines = Lines(input, output, editing=color)
    player = _Player(session, lines, Teller(output, color=color, width=width), clock)
    try:
        with shown_again(lines, player.show_again):
            player.run(opening)
    except BrokenPipeError:
        _silence(output)
    except GoneError:
        raise KeyboardInterrupt from None
    return session.score()


def _silence(output: TextIO) -> None:
    """Let what is still in the buffer go nowhere, so that the interpreter can flush it when it ends."""
    with contextlib.suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, output.fileno())
        os.close(null)


class _Player:
    def __init__(self, session: Session, lines: Lines, teller: Teller, clock: Callable[[], float]) -> None:
        self.session, self.lines, self.teller, self.clock = session, lines, teller, clock
        self.say = teller.say
        self.told = False  # that an answer can be overruled

    def run(self, opening: str) -> None:
        """Ask until the end; the score is shown however the quiz ends."""
        self.say(" ".join(filter(None, [opening, "Type :help to see what else you can type."])), style="dim")
        try:
            while self.session.step:
                self.turn(self.session.step)
                if not self.session.step:
                    self.end()
        except _QuitError:
            self.teller.summary(self.session, self.clock())
        except EOFError:
            self.say("")
            self.teller.summary(self.session, self.clock())
        except KeyboardInterrupt:
            self.say("")
            if self.session.step:
                self.teller.summary(self.session, self.clock())
            raise

    def show_again(self) -> None:
        """Show the question, as the program goes on after it was stopped."""
        if self.session.step:
            self.teller.step(self.session, self.session.step, self.clock())

    def turn(self, step: Step) -> None:
        """Ask one question until it is answered, skipped, changed or left for another one."""
        self.teller.step(self.session, step, self.clock())
        self.session.begin(self.clock())
        while self.session.step is step:
            line = self.lines.read()
            if line.startswith(":") or line == "?":
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
        self.teller.result(result, self.clock())
        if result.verdict is not Verdict.RIGHT and self.session.acceptable(result) and not self.told:
            self.told = True
            self.say("If that was right all the same, type :right.", style="dim")

    def flip(self, step: Step) -> None:
        """Show the answer, then let the player say how it went."""
        self.teller.answer(step.question.answer, self.session.explanation(step))
        self.say("How did it go? 1 right, 2 close, 3 wrong, 4 easy")
        while self.session.step is step:
            line = self.lines.read()
            if line.startswith(":"):
                self.command(line)
                continue
            try:
                result = self.session.answer(line, self.clock())
            except UsageError as error:
                self.say(str(error))
            else:
                self.teller.verdict(result)
                self.teller.due(result, self.clock())

    def end(self) -> None:
        """Show how it went, and go on with it if the player wants to."""
        if not self.session.results[-1].step.again and self.session.over(self.clock()):
            self.say("")
            self.say("The time is over.")
        self.teller.summary(self.session, self.clock())
        while not self.session.step:
            missed = len(self.session.score().missed)
            again = f"Type :retry for the {missed if missed > 1 else 'one'} you missed, or press" if missed else "Press"
            self.say(f"{again} Enter to leave.", style="dim")
            try:
                line = self.lines.read()
            except EOFError:
                self.say("")
                return
            if not line.startswith(":") or _named(line) == ":quit":
                return
            before = self.session.score()
            self.command(line)
            if self.session.step is None and self.session.score() != before:
                self.teller.summary(self.session, self.clock())

    def command(self, line: str) -> None:
        """Do what a line that begins with a colon asks for."""
        _, _, rest = line.partition(" ")
        try:
            self.obey(_named(line), rest.strip())
        except UsageError as error:
            self.say(str(error))

    def obey(self, name: str, rest: str) -> None:
        at = self.clock()
        if name == ":quit":
            raise _QuitError
        if name == ":hint":
            hint = self.session.hint()
            self.say(f"Hint: {show(hint)}" if hint else "No hint left.")
        elif name == ":show":
            self.teller.result(self.session.give_up(at), at)
        elif name == ":skip":
            self.teller.result(self.session.skip(at), at)
        elif name == ":undo":
            self.session.undo(at)
            self.say("Taken back.")
        elif name in (":right", ":accept"):
            self.overrule(accept=name == ":accept")
        elif name[1:] in RATINGS:
            self.rated(self.session.rate(name[1:], at), name[1:])
        elif name == ":retry":
            count = self.session.retry(at)
            self.say(f"Asking {count} question{'s' if count > 1 else ''} once more.")
        elif name in (":flag", ":edit", ":suspend"):
            self.mend(name, rest)
        else:
            self.help(unknown="" if name == ":help" else name)

    def overrule(self, *, accept: bool) -> None:
        before = self.session.results[-1:]
        result = self.session.overrule(self.clock(), accept=accept)
        if not accept or before != [result]:
            self.say(f"Counted as right: {show(result.given or result.answer)}")
            self.teller.due(result, self.clock())
        if self.session.acceptable(result):
            accepted = "That answer is accepted from now on."
            self.say(accepted if accept else "Type :accept to have that answer accepted from now on.")

    def rated(self, result: Result, name: str) -> None:
        self.say(f"Rated {name}.")
        self.teller.due(result, self.clock())

    def mend(self, name: str, rest: str) -> None:
        """Flag, edit or suspend this question or the last one."""
        last = rest == "last" or rest.startswith("last ")
        rest = rest.removeprefix("last").strip() if last else rest
        if name == ":edit":
            self.edit(last=last)
        elif name == ":suspend":
            step = self.session.suspend(self.clock(), last=last)
            self.say(f"Not asked from now on: {show(step.prompt)}")
            self.say(f"Take it back with :undo, or later with: quizgen unsuspend {step.question.uid[:10]}", style="dim")
        else:
            self.flag(rest or self.reason(), last=last)

    def flag(self, reason: str, *, last: bool) -> None:
        """Flag a question; where a command came instead of a reason, obey it."""
        other = reason if reason.startswith(":") else ""
        reason = REASONS[int(reason) - 1] if reason in _numbers(REASONS) else reason
        step = self.session.flag("" if other else reason, self.clock(), last=last)
        self.say(f"Flagged: {show(step.prompt)}")
        if other:
            self.command(other)

    def reason(self) -> str:
        """Ask a person what is wrong with a question; "" for no answer."""
        if not self.lines.someone:
            return ""
        self.say("Why? A number, your own words, or Enter:")
        for number, reason in enumerate(REASONS, 1):
            self.say(reason, first=f"  {number}) ", rest="     ")
        return self.lines.read()

    def edit(self, *, last: bool) -> None:
        """Ask for each part of a question in turn; Enter keeps it, a line with a colon leaves all as it was."""
        step = self.session.asked(last=last)
        self.say(
            f"{'Change what is there' if self.lines.editing else 'Enter keeps what is there, - empties it'}; "
            ": leaves all as it was.",
            style="dim",
        )
        changes: dict[str, str | tuple[str, ...]] = {}
        for name, label, now in _parts(step.question):
            typed = self.field(label, now)
            if typed.startswith(":"):
                self.say("Nothing was changed.")
                return
            if typed != now:
                changes[name] = typed if name in ("prompt", "answer") else _items(typed)
        if not changes:
            self.say("Nothing was changed.")
            return
        self.session.edit(self.clock(), last=last, **changes)  # type: ignore[arg-type]
        self.say("Changed. What you have learned stays; quizgen undo takes the change back.")

    def field(self, label: str, now: str) -> str:
        if self.lines.editing:
            return self.lines.read(f"{label}: ", given=show(now))
        self.say(show(now), first=f"{label}: ", rest="  ")
        typed = self.lines.read()
        return now if not typed else "" if typed == _EMPTY else typed

    def help(self, unknown: str) -> None:
        if unknown:
            self.say(f"There is no command {show(unknown)}. You can type:")
        for name, meaning in COMMANDS.items():
            self.say(meaning, first=f"  {name:<10} ", rest=" " * 13)
        self.say(_LAST)


def _named(line: str) -> str:
    """Return the command that a line gives, with its short forms spelled out."""
    name = line.split()[0].casefold()
    return _SHORT.get(name, name)


def _numbers(things: Sequence[str]) -> list[str]:
    return [str(number) for number in range(1, len(things) + 1)]


def _parts(question: Question) -> list[tuple[str, str, str]]:
    """Return what of a question can be changed: its field, what to call it, and what it is now."""
    parts = [("prompt", "Question", question.prompt), ("answer", "Answer", question.answer)]
    if question.kind in SETS or question.kind is QuestionKind.TRUEFALSE:
        return parts[: 1 if question.kind in SETS else 2]
    parts.append(("accept", "Also right", _DIVIDER.join(question.accept)))
    wrong = [option.text for option in question.options if not option.correct]
    return [*parts, ("options", "Wrong options", _DIVIDER.join(wrong))] if wrong else parts


def _items(typed: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in typed.split(_DIVIDER.strip()) if item.strip())
