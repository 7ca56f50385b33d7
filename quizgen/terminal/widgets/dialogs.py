"""Screens in front of the screen: help, a yes or no, and a reason picked by number or typed."""

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from quizgen.terminal.widgets.contents import line
from quizgen.terminal.widgets.rows import Item, KeyBar, Notice, SafeInput

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer]):
    """A box over the screen, all of the screen where that is small."""

    AUTO_FOCUS = None
    DEFAULT_CSS = """
    Dialog { align: center middle; }
    Dialog > .box {
        width: 100%; max-width: 76; height: auto; max-height: 100%;
        border: round ansi_cyan; padding: 0 1; background: ansi_default;
    }
    Dialog.-short > .box, Dialog.-narrow > .box { border: none; height: 100%; max-width: 100%; }
    Dialog .title { text-style: bold; margin: 0 0 1 0; }
    Dialog.-short .title { margin: 0; }
    Dialog KeyBar { margin: 1 0 0 0; }
    Dialog.-short KeyBar { dock: bottom; margin: 0; }
    Dialog SafeInput { margin: 1 0 0 0; }
    """


class HelpScreen(Dialog[None]):
    """What every key does. ``keys`` are pairs of key and meaning; a pair without a key is a heading."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space,q,f1,question_mark", "close", "Close", show=False),
        Binding("down,j", "scroll(1)", "Down", show=False),
        Binding("up,k", "scroll(-1)", "Up", show=False),
        Binding("pagedown", "scroll(8)", "Page down", show=False),
        Binding("pageup", "scroll(-8)", "Page up", show=False),
    ]
    DEFAULT_CSS = """
    HelpScreen Item > .mark { width: 9; }
    HelpScreen .heading { text-style: underline; margin: 1 0 0 0; }
    HelpScreen.-short .heading { margin: 0; }
    HelpScreen .list { height: auto; }
    HelpScreen KeyBar { margin: 0; }
    """

    def __init__(self, title: str, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._heading, self._keys = title, tuple(keys)

    def compose(self) -> ComposeResult:
        """List the keys below each other."""
        with Vertical(classes="box"):
            with VerticalScroll(classes="list", can_focus=False):
                yield Static(line(self._heading), classes="title", markup=False)
                for key, meaning in self._keys:
                    yield Item(key, line(meaning)) if key else Static(line(meaning), classes="heading", markup=False)
            yield KeyBar()

    def on_mount(self) -> None:
        """Watch what can be seen of the list."""
        listed = self.query_one(VerticalScroll)
        self.watch(listed, "scroll_y", self._tell_rest)
        self.watch(listed, "virtual_size", self._tell_rest)

    def on_resize(self, event: events.Resize) -> None:
        """Leave room for the keys below the list."""
        frame = 0 if self.has_class("-short") or self.has_class("-narrow") else 2
        self.query_one(VerticalScroll).styles.max_height = max(1, event.size.height - frame - 1)
        self.call_after_refresh(self._tell_rest)

    def _tell_rest(self) -> None:
        """Say in the keys whether there is more than can be seen."""
        listed = self.query_one(VerticalScroll)
        more = [("↓", "more below", "screen.scroll(8)")] if listed.scroll_y < listed.max_scroll_y else []
        back = [("↑", "more above", "screen.scroll(-8)")] if listed.scroll_y > 0 else []
        self.query_one(KeyBar).tell([*more, *back, ("Esc", "close", "screen.close")])

    def action_scroll(self, rows: int) -> None:
        """Scroll by so many rows."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)


class ConfirmScreen(Dialog[bool]):
    """A question that ``y`` answers with yes, ``n`` or Escape with no, and Enter as ``usual`` says."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Yes", show=False),
        Binding("n,escape,q", "answer(False)", "No", show=False),
        Binding("enter", "usual", "As usual", show=False),
    ]

    def __init__(self, question: Content, *, usual: bool = True) -> None:
        super().__init__()
        self._question, self._usual = question, usual

    def compose(self) -> ComposeResult:
        """Show the question and its two keys."""
        with VerticalScroll(classes="box", can_focus=False):
            yield Static(self._question, markup=False)
            yield KeyBar([("y", "yes", "screen.answer(True)"), ("n", "no", "screen.answer(False)")])

    def action_answer(self, answer: bool) -> None:
        """Go back with the answer."""
        self.dismiss(answer)

    def action_usual(self) -> None:
        """Go back with the answer that Enter gives."""
        self.dismiss(self._usual)


class AskScreen(Dialog[str | None]):
    """Asks for one of ``choices`` by its number, or for own words; Escape gives None.

    Own words are typed after ``t`` or Tab. Enter gives what was typed, and "" where nothing is if that is
    ``optional``; ``typed`` and ``without`` say what it does then. ``hint`` stands where nothing is typed yet.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Back", show=False),
        Binding("enter", "leave", "No reason", show=False),
        Binding("t,tab", "type", "Type", show=False),
    ]

    def __init__(
        self,
        title: str,
        choices: Sequence[str] = (),
        *,
        optional: bool = True,
        value: str = "",
        hint: str = "own words",
        without: str = "no reason",
        typed: str = "keep it",
    ) -> None:
        super().__init__()
        self._heading, self._choices, self._optional, self._value = title, tuple(choices), optional, value
        self._hint, self._without, self._typed = hint, without, typed

    def compose(self) -> ComposeResult:
        """Show the choices, and a line to type in."""
        with VerticalScroll(classes="box", can_focus=False):
            yield Static(line(self._heading), classes="title", markup=False)
            for number, choice in enumerate(self._choices, 1):
                yield Item(str(number), line(choice))
            yield SafeInput(self._value, placeholder=self._hint)
            yield Notice()
            yield KeyBar(self._keys(self._value))

    def _keys(self, value: str) -> list[tuple[str, str, str]]:
        keys = [("Esc", "back", "screen.close")]
        if self._optional or value.strip():
            keys.insert(0, ("Enter", self._typed if value.strip() else self._without, "screen.leave"))
        if self._choices:
            keys.insert(0, ("t", "own words", "screen.type"))
        return keys

    def on_mount(self) -> None:
        """Let the choices have the keys; where there is none, the line to type in."""
        if not self._choices:
            self.action_type()

    def on_key(self, event: events.Key) -> None:
        """Take a choice by its number."""
        typing = isinstance(self.focused, Input)
        if not typing and event.character in [str(number) for number in range(1, len(self._choices) + 1)]:
            event.stop()
            self.dismiss(self._choices[int(event.character) - 1])

    def on_input_changed(self, event: Input.Changed) -> None:
        """Name what Enter does with what is typed by now."""
        event.stop()
        self.query_one(KeyBar).tell(self._keys(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what was typed."""
        event.stop()
        self.action_leave()

    def action_type(self) -> None:
        """Let the player type own words."""
        self.set_focus(self.query_one(SafeInput))

    def action_leave(self) -> None:
        """Go back with what was typed, or without a reason."""
        value = self.query_one(SafeInput).value.strip()
        if value or self._optional:
            self.dismiss(value)
        else:
            self.query_one(Notice).say("Type something, or press Esc")

    def action_close(self) -> None:
        """Go back and do nothing."""
        self.dismiss(None)
