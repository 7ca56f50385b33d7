"""A quiz on two streams: one line is read for each answer, and nothing is drawn over."""

import contextlib
import os
from collections.abc import Callable, Sequence
from typing import TextIO

from quizgen.errors import UsageError
from quizgen.grading import Verdict
from quizgen.safe import show
from quizgen.session import RATINGS, REASONS, Mode, Result, Score, Session, Step
from quizgen.terminal import rewording
from quizgen.terminal.lines import GoneError, Lines, shown_again
from quizgen.terminal.telling import Teller

COMMANDS = {
    ":hint": "a hint, then a better one",
    ":show": "I do not know (or :d)",
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
    ":help": "this list (or ?)",
}
_LAST = ":flag last, :edit last and :suspend last mean the question before."
_SHORT = {
    ":h": ":hint", ":s": ":skip", ":u": ":undo", ":r": ":right", ":f": ":flag", ":e": ":edit", ":q": ":quit",
    ":d": ":show", ":exit": ":quit", ":?": ":help", "?": ":help",
}  # fmt: skip


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
        self.turned = False  # the back of a card is shown
        self.stopped = False  # nothing is asked, though not all is answered

    def run(self, opening: str) -> None:
        """Ask until the end; the score is shown however the quiz ends."""
        self.say(" ".join(filter(None, [opening, "Type :help to see what else you can type."])), style="dim")
        try:
            while self.session.step:
                self.turn(self.session.step)
                if not self.session.step:
                    self.end()
        except _QuitError:
            pass
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
        self.show()

    def show(self) -> None:
        """Show the question that is asked, or the back of its card."""
        step = None if self.stopped else self.session.step
        if step and self.turned:
            self.teller.answer(step.question.answer, self.session.explanation(step))
            self.say(self.teller.flip(self.session, step))
        elif step:
            self.teller.step(self.session, step, self.clock())

    def turn(self, step: Step) -> None:
        """Ask one question until it is answered, skipped, changed or left for another one."""
        self.turned = False
        self.show()
        self.session.begin(self.clock())
        while self.session.step is step:
            line = self.lines.read()
            try:
                if line.startswith(":") or line == "?":
                    self.command(line)
                elif step.mode is Mode.FLIP and not self.turned:
                    self.flip(line)
                else:
                    self.answer(line)
            except _QuitError:
                self.stop()

    def answer(self, line: str) -> None:
        try:
            result = self.session.answer(line, self.clock())
        except UsageError as error:
            self.say(self.teller.flip(self.session, self.session.asked()) if self.turned else str(error))
            if not line and not self.turned:
                self.show()
            return
        if self.turned:
            self.teller.verdict(result)
            self.teller.due(result, self.clock())
        else:
            self.tell(result)

    def tell(self, result: Result) -> None:
        """Tell what came of a question, and once what a player can say to that."""
        self.teller.result(self.session, result, self.clock())
        if result.verdict is not Verdict.RIGHT and self.session.acceptable(result) and not self.told:
            self.told = True
            self.say("If that was right all the same, type :right.", style="dim")

    def flip(self, said: str) -> None:
        """Show the back of a card beside what was ``said`` of its front, for the player to say how it went."""
        if said:
            self.say(f"You said: {show(said)}")
        self.turned = True
        self.show()

    def end(self) -> None:
        """Show how it went, and go on with it if the player wants to."""
        if not self.session.results[-1].step.again and self.session.over(self.clock()):
            self.say("")
            self.say("The time is over.")
        self.stop()

    def stop(self) -> None:
        """Show how it went, and leave, or go on with what the player asks for; raises _QuitError."""
        step = self.session.step
        self.teller.summary(self.session, self.clock())
        if step and not (self.lines.someone and self.session.score().missed):
            raise _QuitError
        self.stopped = True
        while self.session.step is step:
            self.last_word()
        self.stopped = False

    def last_word(self) -> None:
        """Do one thing more that the player asks for at the end; raises _QuitError."""
        self.offer()
        try:
            line = self.lines.read()
        except EOFError:
            self.say("")
            raise _QuitError from None
        if not line or _named(line) == ":quit":
            raise _QuitError
        step, before = self.session.step, self.session.score()
        if line.startswith(":") or line == "?":
            self.command(line)
        if self.session.step is step and self.session.score() != before:
            self.teller.summary(self.session, self.clock())

    def offer(self) -> None:
        """Say what can be done at the end."""
        missed = len(self.session.score().missed)
        again = f"Type :retry for the {missed if missed > 1 else 'one'} you missed, or press" if missed else "Press"
        self.say(f"{again} Enter to leave.", style="dim")

    def command(self, line: str) -> None:
        """Do what a line that begins with a colon asks for."""
        step, name, (_, _, rest) = self.session.step, _named(line), line.partition(" ")
        try:
            self.obey(name, rest.strip())
        except UsageError as error:
            self.say(str(error))
        if self.session.step is step and name != ":hint":
            self.show()

    def obey(self, name: str, rest: str) -> None:
        at = self.clock()
        if name == ":quit":
            raise _QuitError
        if name == ":hint":
            hint = self.session.hint()
            self.say(f"Hint: {show(hint)}" if hint else "No hint left.")
        elif name == ":show":
            self.tell(self.session.give_up(at))
        elif name == ":skip":
            self.tell(self.session.skip(at))
        elif name == ":undo":
            accepted = self.session.results and self.session.results[-1].accepted
            self.session.undo(at)
            self.say("Taken back; that answer is accepted no longer." if accepted else "Taken back.")
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
        if not accept or before[0].verdict is not Verdict.RIGHT:
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
            alone = ", in quizzes of your own too" if self.session.players else ""
            self.say(f"Not asked from now on{alone}: {show(step.prompt)}")
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
        """Change a question; before it is answered no more than its wording."""
        step = self.session.asked(last=last)
        solved = last or self.turned
        changes = rewording.asked(step.question, self.lines, self.teller, solved=solved)
        if not changes:
            self.say("Nothing was changed.")
            return
        self.session.edit(self.clock(), last=last, **changes)  # type: ignore[arg-type]
        self.say("Changed. What you have learned stays; quizgen undo takes the change back.")
        if not solved:
            self.say("To change its answer, type :edit last when it is answered.", style="dim")

    def help(self, unknown: str) -> None:
        """List the commands, page by page where a person's screen is too low for all."""
        told = f"There is no command {show(unknown)}. You can type:" if unknown else "You can type:"
        entries = [(meaning, f"  {name:<10} ", " " * 13) for name, meaning in COMMANDS.items()]
        listed = [(told, "", ""), *entries, (_LAST, "", "")]
        lines = [part for line, first, rest in listed for part in self.teller.fold(line, first=first, rest=rest)]
        page = max(3, self.teller.rows - 3) if self.lines.someone else len(lines)
        for begin in range(0, len(lines), page):
            self.teller.put(lines[begin : begin + page])
            if len(lines) > page:
                self.say("Press Enter to go on.", style="dim")
                if line := self.lines.read():
                    self.lines.unread(line)
                    return


def _named(line: str) -> str:
    """Return the command that a line gives, with its short forms spelled out."""
    name = line.split()[0].casefold()
    return _SHORT.get(name, name)


def _numbers(things: Sequence[str]) -> list[str]:
    return [str(number) for number in range(1, len(things) + 1)]
