"""The screen of a quiz: which keys do what while a question is asked, after its answer and at the end."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input, Static

from quizgen.errors import UsageError
from quizgen.grading import Verdict
from quizgen.session import RATINGS, REASONS, Mode, Result, Session, Step
from quizgen.terminal.player import editing, keys, texts
from quizgen.terminal.player.card import Card
from quizgen.terminal.player.keys import FLIP, Phase
from quizgen.terminal.widgets import AskScreen, ConfirmScreen, Foot, FormScreen, HelpScreen, KeyBar, Window


class QuizScreen(Screen[None]):
    """Plays a session. What is done is done in the session first, and the screen shows what that says then.

    ``clock`` gives seconds since the epoch.
    """

    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(),
        *(Binding(str(digit), f"digit({digit})", show=False) for digit in range(1, 10)),
        *(Binding(key, action, show=False) for key, action in keys.MOVES),
    ]
    DEFAULT_CSS = """
    #status { height: 1; width: 100%; padding: 0 1; }
    """

    def __init__(self, session: Session, clock: Callable[[], float], opening: str = "") -> None:
        super().__init__()
        self.session, self.clock, self._opening = session, clock, opening
        self.phase = Phase.OVER
        self.result: Result | None = None  # what is shown after an answer
        self._hints: list[str] = []
        self._empty = False  # Enter was pressed with nothing typed

    def compose(self) -> ComposeResult:
        """Show how far one is, the question, and the keys."""
        yield Static(id="status", markup=False)
        yield Card()
        yield Foot()

    def on_mount(self) -> None:
        """Ask the first question."""
        if self.session.seconds is not None:
            self.set_interval(1, self.tick)
        self.go_on()
        self.say(self._opening)

    def on_resize(self) -> None:
        """Fit everything into the new size."""
        self.show_status()
        if self.phase is Phase.ANSWERED:
            self.call_after_refresh(self.card.show_outcome)

    @property
    def window(self) -> Window:
        """Return the application."""
        assert isinstance(self.app, Window)
        return self.app

    @property
    def card(self) -> Card:
        """Return the card."""
        return self.query_one(Card)

    def say(self, text: str) -> None:
        """Show a notice until the next key that does something."""
        self.window.say(text)

    # What is on the screen

    def go_on(self) -> None:
        """Ask the next question, or sum up after the last."""
        self.result, self._hints = None, []
        if self.session.step is None:
            self.sum_up()
        else:
            self.ask(self.session.step)

    def ask(self, step: Step) -> None:
        """Show the question that is asked, with the hints given so far."""
        self.card.ask(step, self.session.player)
        self.card.hint(self._hints)
        typing = step.mode in (Mode.TYPED, Mode.CLOZE, Mode.ORDER)
        self.turn(Phase.PICKING if step.mode is Mode.CHOICE else Phase.TYPING if typing else Phase.THINKING)
        self.session.begin(self.clock())

    def judge(self, result: Result) -> None:
        """Show what came of a question."""
        self.result = result
        self.card.judge(result, self.clock(), signs=self.app.no_color)
        self.turn(Phase.ANSWERED)
        self.call_after_refresh(self.card.show_outcome)

    def sum_up(self) -> None:
        """Show how the quiz went so far."""
        self.card.sum_up(texts.summary(self.session, self.clock()), texts.missed(self.session))
        self.turn(Phase.OVER)

    def turn(self, phase: Phase) -> None:
        """Go to a phase: its keys get their meaning and are named."""
        self.phase, self._empty = phase, False
        self.set_focus(self.card.line if phase is Phase.TYPING else None)
        self.show_keys()
        self.show_status()
        self.say("")

    def show_keys(self) -> None:
        """Name the keys that do something now."""
        self.query_one(KeyBar).tell(self._keys(), every=True)

    def _keys(self) -> list[tuple[str, str, str]]:
        if self.phase is Phase.TYPING and self.focused is not None:
            return list(keys.TYPING)
        useless = set()
        if self.phase is Phase.OVER and not self.session.score().missed:
            useless.add("retry")
        if self.phase is not Phase.OVER or not (self.session.step or self.result):
            useless.add("back")
        last = self.result
        if last is None or last.verdict in (None, Verdict.RIGHT) or not self.session.answerable(last):
            useless.add("right")
        if self.result is None or not self.result.rating:
            useless |= {"rate(-1)", "rate(1)"}
        named = [key for key in keys.of(self.phase) if key[2].removeprefix("screen.") not in useless]
        count = len(self.card.options.entries)
        first = {Phase.PICKING: (f"1-{count}", "answer", ""), Phase.RATING: ("1-4", "how it went", "")}
        return [first[self.phase], *named] if self.phase in first else named

    def show_status(self) -> None:
        """Show how far one is."""
        width = max(10, self.app.size.width - 2)
        self.query_one("#status", Static).update(texts.status(self.session, self.result, width, self.clock()))

    def tick(self) -> None:
        """Show the time that is left, and say when it is over."""
        self.show_status()
        step = self.session.step
        if step and not step.again and self.session.over(self.clock()) and self.phase is not Phase.ANSWERED:
            self.say("Time is up: this is the last question.")

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell whether a key does something in this phase."""
        return keys.allowed(action, self.phase)

    def action_enter(self) -> None:
        """Do what comes next."""
        step = self.session.step
        if self.phase is Phase.PICKING:
            self.action_pick(self.card.options.chosen)
        elif self.phase is Phase.TYPING:
            self.turn(Phase.TYPING)
        elif self.phase is Phase.THINKING and step:
            self.card.turn_over(step, self.session.explanation(step), signs=self.app.no_color)
            self.turn(Phase.RATING)
            self.call_after_refresh(self.card.show_outcome)
        elif self.phase is Phase.RATING:
            self.action_digit(FLIP.index("right") + 1)
        elif self.phase is Phase.ANSWERED:
            self.go_on()
        else:
            self.app.exit()

    def action_digit(self, digit: int) -> None:
        """Take an option, or say how it went."""
        if self.phase is Phase.PICKING:
            self.action_pick(digit - 1)
        elif self.phase is Phase.RATING and digit <= len(FLIP):
            self.answer(FLIP[digit - 1])

    def action_rate(self, by: int) -> None:
        """Rate the last answer as harder or easier than its result says."""
        if self.result is None:
            return
        names = tuple(RATINGS)
        rating = min(len(names), max(1, self.result.rating + by))
        if rating != self.result.rating:
            result = self.window.attempt(self.session.rate, names[rating - 1], self.clock())
            if result:
                self.judge(result)

    def action_pick(self, place: int | None) -> None:
        """Answer with the option at a place."""
        count = len(self.card.options.entries)
        if self.phase is not Phase.PICKING:
            return
        if place is None or place >= count:
            self.say(f"Press a number from 1 to {count}.")
        else:
            self.answer(place)

    def answer(self, given: str | int) -> None:
        """Answer the question; a card that was turned over goes on at once."""
        flipped = self.phase is Phase.RATING
        result = self.window.attempt(self.session.answer, given, self.clock())
        if result is None:
            return
        if flipped:
            self.go_on()
            self.say(texts.due(result, self.clock()))
        else:
            self.judge(result)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with what was typed, or do what a line with a colon asks for."""
        event.stop()
        text = event.value.strip()
        if text.startswith(":"):
            event.input.value = ""
            self.obey(text)
        elif text == "?":
            event.input.value = ""
            self.action_help()
        elif text:
            self.answer(text)
        elif self._empty:
            self.action_surrender()
        else:
            self.say("Nothing was typed. Enter again shows the answer, and counts as wrong.")
            self._empty = True

    def on_input_changed(self) -> None:
        """Forget that nothing had been typed."""
        if self._empty and self.card.line.value:
            self._empty = False
            self.say("")

    def obey(self, text: str) -> None:
        """Do what a command of the plain player asks for."""
        name, _, rest = text.removeprefix(":").partition(" ")
        found = [action for word, action in keys.COMMANDS.items() if name and word.startswith(name.casefold())]
        if not found:
            self.say(f"There is no command :{name}. Press F1 for help.")
        elif found[0] == "flag" and rest.strip():
            self.flag(rest.strip())
        else:
            getattr(self, f"action_{found[0]}")()

    def action_down(self, rows: int) -> None:
        """Choose the next option, or scroll."""
        if self.phase is not Phase.PICKING:
            self.card.scroll_relative(y=rows, animate=False)
            return
        self.card.options.move(rows)
        self.card.scroll_to_option()

    def action_page(self, pages: int) -> None:
        """Scroll by a page."""
        self.card.scroll_relative(y=pages * max(1, self.card.size.height - 1), animate=False)

    def action_back(self) -> None:
        """Leave the line to type in, or go back from the end into the quiz."""
        if self.phase is Phase.TYPING:
            self.set_focus(None)
            self.show_keys()
            self.say("The next key is one of those below; Enter goes back to typing.")
        elif self.result:
            self.judge(self.result)
        elif self.session.step:
            self.ask(self.session.step)

    def action_command(self) -> None:
        """Type on after Escape, a command of the plain player."""
        if self.phase is Phase.TYPING:
            self.turn(Phase.TYPING)
            self.card.line.value = ":"
            self.card.line.cursor_position = 1

    def action_help(self) -> None:
        """Show what the keys do."""
        self.app.push_screen(HelpScreen("Keys", keys.table()))

    def action_hint(self) -> None:
        """Give a hint."""
        hint = self.window.attempt(self.session.hint)
        if self.phase is Phase.TYPING:
            self.turn(Phase.TYPING)
        self._hints += [hint] if hint else []
        self.card.hint(self._hints)
        self.say("" if hint else "No hint left.")

    def action_skip(self) -> None:
        """Leave the question out, and show its answer."""
        result = self.window.attempt(self.session.skip, self.clock())
        if result:
            self.judge(result)

    def action_surrender(self) -> None:
        """Count the question as not known."""
        result = self.window.attempt(self.session.give_up, self.clock())
        if result:
            self.judge(result)

    def action_undo(self) -> None:
        """Ask the last question again."""
        accepted = any(result.accepted for result in self.session.results[-1:])
        step = self.window.attempt(self.session.undo, self.clock())
        if step:
            self.go_on()
            self.say("Taken back; that answer is accepted no longer." if accepted else "Taken back.")

    def action_last(self) -> None:
        """Look at the last answer again; Enter goes back to the question."""
        if self.session.results:
            self.judge(self.session.results[-1])
        else:
            self.say("Nothing has been answered yet.")

    def action_retry(self) -> None:
        """Ask the misses again."""
        count = self.window.attempt(self.session.retry, self.clock())
        if count:
            self.go_on()

    def action_leave(self) -> None:
        """Sum up, then leave; leave at once where there is nothing to sum up."""
        if self.phase is Phase.OVER or not self.session.results:
            self.app.exit()
        else:
            self.sum_up()

    def action_right(self) -> None:
        """Count the last answer as right, and ask whether it shall be from now on."""
        result = self.window.attempt(self.session.overrule, self.clock())
        if result is None:
            return
        if self.phase is Phase.ANSWERED:
            self.judge(result)
        self.say("Counted as right.")
        if self.session.acceptable(result):
            # Who presses Enter to go on must not store a wrong answer by that.
            self.app.push_screen(ConfirmScreen(texts.offer(result), usual=False), self._accept)

    def action_accept(self) -> None:
        """Count the last answer as right, from now on too."""
        self._accept(True)

    def _accept(self, wanted: bool | None) -> None:
        if wanted and self.window.attempt(self.session.overrule, self.clock(), accept=True):
            self.say("Accepted from now on.")

    def action_flag(self) -> None:
        """Ask what is bad about the question."""
        self.app.push_screen(AskScreen("What is bad about this question?", REASONS), self.flag)

    def flag(self, reason: str | None) -> None:
        """Note that the question is bad."""
        if reason is None:
            return
        if self.window.attempt(self.session.flag, reason, self.clock(), last=self.phase is Phase.ANSWERED):
            self.say("Flagged for the next review.")

    def action_suspend(self) -> None:
        """Never ask the question again."""
        last = self.phase is Phase.ANSWERED
        if self.window.attempt(self.session.suspend, self.clock(), last=last):
            if not last:
                self.go_on()
            own = ", in quizzes of your own too" if self.session.players else ""
            self.say(f"{'This question' if last else 'The question before'} is suspended{own}. u takes that back.")

    def action_edit(self) -> None:
        """Edit the question: all of it where its answer is known, else what is asked alone."""
        open_ = self.phase in (Phase.ANSWERED, Phase.RATING)
        step = self.result.step if self.result else self.session.step
        if step:
            self.app.push_screen(FormScreen("Edit", editing.fields(step, open_), save=self._save), self._edited)

    def _save(self, values: Mapping[str, str]) -> str:
        last = self.phase is Phase.ANSWERED
        step = self.result.step if last and self.result else self.session.step
        try:
            if step:
                self.session.edit(self.clock(), last=last, **editing.changes(step, values))
        except UsageError as error:
            return str(error)
        return ""

    def _edited(self, values: dict[str, str] | None) -> None:
        """Show the question as it is now, and what had been typed."""
        if values is None:
            return
        if self.phase is Phase.ANSWERED:
            self.judge(self.session.results[-1])
        elif self.session.step:
            typed = self.card.line.value
            self.ask(self.session.step)
            self.card.line.value = typed
        self.say("Edited.")
