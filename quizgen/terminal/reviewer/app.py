"""The full-screen reviewer: one question a screen, one key a decision."""

import contextlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

import click
from textual import events
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.widgets import Static

from quizgen.errors import NothingToDo, QuizgenError, StoreLocked, UsageError
from quizgen.model import SETS, Question
from quizgen.reviewing import REASONS, Desk, Item, Outcome
from quizgen.safe import show
from quizgen.terminal.reviewer import card
from quizgen.terminal.reviewer.choosing import ConflictScreen, MergeScreen
from quizgen.terminal.widgets import AskScreen, Field, Foot, FormScreen, HelpScreen, KeyBar, Window, line

KEYS = [
    ("a", "accept", "app.accept"),
    ("x", "reject", "app.reject"),
    ("?", "help", "app.help"),
    ("u", "undo", "app.undo"),
    ("Space", "later", "app.later"),
    ("e", "edit", "app.edit"),
    ("d", "drop", "app.drop"),
    ("A", "group", "app.accept_group"),
    ("q", "quit", "app.quit"),
    ("/", "search", "app.search"),
    ("m", "merge", "app.merge"),
    ("c", "conflicts", "app.conflicts"),
]
_END_KEYS = [key for key in KEYS if key[0] in ("u", "/", "c", "?", "q")]
HELP = [
    ("", "Decide; the next question comes by itself"),
    ("a", "accept: it is asked from now on"),
    ("x", "reject: it is not asked; then 1 to 5 to say why, or go on"),
    *[(key, why) for key, why in REASONS.items()],
    ("Space", "later: it comes again at the end"),
    ("A", "accept all that is left of this group (one u takes all back)"),
    ("u", "undo, as often as you like, also what you did another day"),
    ("", "Mend"),
    ("e", "edit question, answer, accepted answers, options"),
    ("E", "the same in your own editor ($EDITOR)"),
    ("d", "drop a wrong option: then its number"),
    ("m", "merge with a question that asks the same"),
    ("c", "decide between facts that contradict each other"),
    ("", "Find and leave"),
    ("/", "show only what has these words; with none, everything"),
    ("↑ ↓", "scroll"),
    ("q", "leave; everything is stored already"),
]


class Reviewer(Window):
    """Shows what waits on a desk and takes decisions by key; ``editor`` changes a question in a program of its own."""

    CSS = """
    #progress, #group { height: 1; width: 1fr; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    #group { margin: 0 0 1 0; }
    Card { height: 1fr; max-width: 100; padding: 0 1; }
    Card > Static { height: auto; width: 1fr; }
    Card .part { height: auto; margin: 0 0 1 0; }
    Card #prompt { text-style: bold; }
    Card .part.-none { display: none; }
    .-short #group, .-short Card .part { margin: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *Window.BINDINGS,
        Binding("a", "accept", show=False),
        Binding("x", "reject", show=False),
        Binding("space", "later", show=False),
        Binding("A", "accept_group", show=False),
        Binding("u", "undo", show=False),
        Binding("e", "edit", show=False),
        Binding("E", "editor", show=False),
        Binding("d", "drop", show=False),
        Binding("m", "merge", show=False),
        Binding("c", "conflicts", show=False),
        Binding("slash", "search", show=False),
        Binding("question_mark,f1", "help", show=False),
        Binding("q", "quit", show=False),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown", "scroll(8)", show=False),
        Binding("pageup", "scroll(-8)", show=False),
    ]

    def __init__(self, desk: Desk, *, editor: Callable[[Question], dict[str, Any]], signs: bool = False) -> None:
        super().__init__()
        self._desk, self._editor, self._signs = desk, editor, signs
        self._digit: Callable[[int], Outcome] | None = None  # what a number does just now
        self._item: Item | None = None  # what is on the screen
        self._searched = ""

    def compose(self) -> ComposeResult:
        """Put the question between how far it is and the keys."""
        yield Static(id="progress", markup=False)
        yield Static(id="group", markup=False)
        yield card.Card()
        yield Foot(KEYS)

    def on_mount(self) -> None:
        """Show the first question."""
        super().on_mount()
        self.show_current()
        waiting = sum(quarrel.open for quarrel in self._desk.conflicts())
        if waiting:
            self.say(f"Your texts contradict each other in {waiting} place{'s' if waiting > 1 else ''}: press c", "")

    def on_resize(self, event: events.Resize) -> None:
        """Fit the head to the new width, and the source to the new height."""
        self._show_progress(event.size.width)
        if self._item:
            self.screen_stack[0].query_one(card.Card).tell(self._item, signs=self._signs)

    def show_current(self) -> None:
        """Show what waits first."""
        item = self._item = self._desk.current
        self._show_progress(self.size.width)
        shown = self.screen_stack[0].query_one(card.Card)
        if item is None:
            shown.tell_end(self._end())
        else:
            shown.tell(item, signs=self._signs)
        self.screen_stack[0].query_one("#group", Static).update(card.heading(item) if item else line(""))
        self.screen_stack[0].query_one(KeyBar).tell(KEYS if item else _END_KEYS)

    def _show_progress(self, width: int) -> None:
        head = card.header(self._desk.done, self._desk.total, self._desk.pace(), narrow=width < 60)
        self.screen_stack[0].query_one("#progress", Static).update(head)

    def _end(self) -> list[str]:
        left = self._desk.total - self._desk.done
        if left:
            return [f"Nothing more that has {self._searched!r}", f"{left} others wait: press / and Enter to see them."]
        return [
            f"All {self._desk.total} are decided.",
            "Decks have them with: quizgen make, or quizgen export anki --reviewed-only",
        ]

    def _decide(self, call: Callable[..., Outcome], *arguments: Any, **named: Any) -> Outcome | None:
        """Do something with the question on the screen, unless it was taken out of use since it was shown."""
        item, shown = self._desk.current, self._item
        if shown is None or (item and item.question.uid == shown.question.uid):
            return self._do(call, *arguments, **named)
        self.show_current()
        self.say("That question was taken out of use meanwhile; here is the next one", "bold ansi_yellow")
        return None

    def _do(self, call: Callable[..., Outcome], *arguments: Any, **named: Any) -> Outcome | None:
        """Do what a key asks for, say what came of it, and show what waits now."""
        self._digit = None
        try:
            outcome = call(*arguments, **named)
        except (UsageError, NothingToDo, StoreLocked) as error:
            self.show_current()
            self.say(str(error), "bold ansi_yellow")
            return None
        except QuizgenError as error:
            self.failure = error
            self.exit()
            return None
        self.show_current()
        self.say(shortened(outcome.said, self.size.width), "")
        return outcome

    def action_accept(self) -> None:
        """Keep the question."""
        self._decide(self._desk.accept)

    def action_accept_group(self) -> None:
        """Keep what is left of the group."""
        self._decide(self._desk.accept_group)

    def action_later(self) -> None:
        """Put the question off."""
        self._decide(self._desk.later)

    def action_undo(self) -> None:
        """Take the last step back."""
        self._do(self._desk.undo)

    def action_reject(self) -> None:
        """Reject the question; a number that follows says why."""
        if self._decide(self._desk.reject):
            self.say(f"Rejected the last one. Why? {'  '.join(f'{key} {why}' for key, why in REASONS.items())}", "")
            self._digit = lambda number: self._desk.because(REASONS[str(number)])

    def action_drop(self) -> None:
        """Wait for the number of a wrong option to drop."""
        item = self._item
        wrong = [str(at) for at, one in enumerate(item.question.options, 1) if not one.correct] if item else []
        if wrong:
            self.say(f"Drop which option? {' '.join(wrong)}", "")
            self._digit = self._desk.drop_option
        else:
            self.say("There is no wrong option to drop")

    def on_key(self, event: events.Key) -> None:
        """Take a number as the answer to what was asked; another key leaves that open."""
        digit, self._digit = self._digit, None
        if digit and event.character and event.character in "123456789":
            event.stop()
            if digit == self._desk.drop_option:
                self._decide(digit, int(event.character))
            elif event.character in REASONS:
                self._do(digit, int(event.character))

    def action_edit(self) -> None:
        """Edit the question on a screen of its own."""
        self._digit, item = None, self._item
        if item:
            form = FormScreen("Edit the question", fields(item.question), check=self._doubts)
            self.push_screen(form, self._edited)

    def _doubts(self, texts: Mapping[str, str]) -> Sequence[str]:
        try:
            return [remark.text for remark in self._desk.check(**values(texts))]
        except QuizgenError as error:
            return [str(error)]

    def _edited(self, texts: Mapping[str, str] | None) -> None:
        if texts is not None:
            self._decide(self._desk.edit, **values(texts))

    def action_editor(self) -> None:
        """Edit the question in the editor of the user."""
        item = self._item
        if item:
            self._decide(lambda: self._desk.edit(**self._outside(item.question)))

    def _outside(self, question: Question) -> dict[str, Any]:
        """Return what a person made of a question in the editor; raises UsageError where that does not start."""
        failed: QuizgenError | None = None
        fields: dict[str, Any] = {}
        with contextlib.ExitStack() as stack:
            with contextlib.suppress(SuspendNotSupported):
                stack.enter_context(self.suspend())
            # Nothing may be raised in here: the application would not come back.
            try:
                fields = self._editor(question)
            except click.ClickException as error:
                failed = UsageError(error.format_message(), todo="Set EDITOR, or press e")
            except QuizgenError as error:
                failed = error
        if failed:
            raise failed
        return fields

    def action_search(self) -> None:
        """Ask for words, and show only what has them."""
        self._digit = None
        self.push_screen(AskScreen("Show only questions with these words", value=self._searched), self._search)

    def _search(self, text: str | None) -> None:
        if text is None:
            return
        try:
            found = self._desk.search(text)
        except NothingToDo as error:
            self.say(str(error), "bold ansi_yellow")
            return
        self._searched = text
        self.show_current()
        self.say(f"{found} with {text!r}; / and Enter shows all again" if text else "All again", "")

    def action_merge(self) -> None:
        """Show what asks the same, and let one be chosen."""
        self._digit, item = None, self._item
        try:
            others = self._desk.duplicates()
        except (UsageError, NothingToDo) as error:
            self.show_current()
            self.say(str(error), "bold ansi_yellow")
            return
        if item and others:
            self.push_screen(MergeScreen([item.question, *others]), self._merge)
        else:
            self.say("No other question asks almost the same")

    def _merge(self, chosen: tuple[str, list[str]] | None) -> None:
        if chosen:
            into, others = chosen
            self._decide(self._desk.merge, others, into=into)

    def action_conflicts(self) -> None:
        """Show the first contradiction that nobody has settled."""
        self._digit = None
        waiting = [quarrel for quarrel in self._desk.conflicts() if quarrel.open]
        if waiting:
            self.push_screen(ConflictScreen(waiting[0], left=len(waiting)), self._settle)
        else:
            self.say("No facts contradict each other", "")

    def _settle(self, chosen: tuple[Any, list[str]] | None) -> None:
        if chosen:
            self._do(self._desk.settle, *chosen)

    def action_help(self) -> None:
        """Show what every key does."""
        self._digit = None
        self.push_screen(HelpScreen("Review", HELP))

    def action_scroll(self, rows: int) -> None:
        """Scroll a long question."""
        self.query_one(card.Card).scroll_relative(y=rows, animate=False)


def fields(question: Question) -> list[Field]:
    """Return what can be edited in a question, as fields of a form."""
    found = [Field("prompt", "Question", question.prompt)]
    if question.kind not in SETS:  # the answer of these is made of their parts
        found.append(Field("answer", "Answer", question.answer))
        found.append(Field("accept", "Also accepted, one a line", "\n".join(question.accept), many=True))
    if question.options:
        wrong = "\n".join(option.text for option in question.options if not option.correct)
        found.append(Field("options", "Wrong options, one a line", wrong, many=True))
    return found


def shortened(text: str, width: int) -> str:
    """Return the beginning of a text that fits into a row."""
    line = show(text)
    return line if len(line) <= width else f"{line[: width - 1].rstrip()}…"


def values(texts: Mapping[str, str]) -> dict[str, Any]:
    """Return the texts of the form as ``Desk.edit`` takes them."""
    many = ("accept", "options")
    return {
        name: [row.strip() for row in text.splitlines() if row.strip()] if name in many else text
        for name, text in texts.items()
    }


def review(desk: Desk, *, editor: Callable[[Question], dict[str, Any]], signs: bool) -> None:
    """Let a person review what is on a desk. Raises KeyboardInterrupt for Ctrl-C, and what went wrong."""
    reviewer = Reviewer(desk, editor=editor, signs=signs)
    reviewer.run()
    reviewer.raise_end()
