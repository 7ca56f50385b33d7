"""The application that a full-screen player or reviewer runs in."""

import asyncio
import contextlib
import signal
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar, TypeVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.theme import Theme

from quizgen.errors import QuizgenError, UsageError
from quizgen.safe import clean_text
from quizgen.terminal.widgets.rows import Notice

Answer = TypeVar("Answer")

_DEFAULT = "ansi_default"
_PATIENCE = 0.5  # seconds after which a key no longer holds up the next one
_THEME = Theme(
    name="quizgen",
    ansi=True,
    primary="ansi_cyan",
    secondary="ansi_cyan",
    accent="ansi_cyan",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    foreground=_DEFAULT,
    background=_DEFAULT,
    surface=_DEFAULT,
    panel=_DEFAULT,
    boost=_DEFAULT,
    variables={
        "ansi-background": _DEFAULT,
        "ansi-foreground": _DEFAULT,
        "border": "ansi_cyan",
        "border-blurred": "ansi_bright_black",
        "block-cursor-foreground": _DEFAULT,
        "block-cursor-background": _DEFAULT,
        "block-cursor-text-style": "reverse",
        "input-cursor-background": _DEFAULT,
        "input-cursor-foreground": _DEFAULT,
        "input-cursor-text-style": "reverse",
        "input-selection-background": "ansi_cyan",
        "input-selection-foreground": "ansi_black",
        "scrollbar": "ansi_cyan",
        "scrollbar-hover": "ansi_cyan",
        "scrollbar-active": "ansi_cyan",
        "scrollbar-background": _DEFAULT,
        "scrollbar-background-hover": _DEFAULT,
        "scrollbar-background-active": _DEFAULT,
        "scrollbar-corner-color": _DEFAULT,
    },
)


class Window(App[None]):
    """An application in the colours of the terminal, or in none where NO_COLOR is set.

    Ctrl-C and Ctrl-Q end it (``interrupted`` tells Ctrl-C), Ctrl-Z stops it until ``fg``. An error that is no mistake
    of the user ends it too and is left in ``failure`` for the caller to raise.
    """

    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = None  # an input that takes the focus by itself swallows every key
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "interrupt", "Leave", priority=True, show=False),
        Binding("ctrl+z", "suspend_process", "Stop until fg", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(ansi_color=True)
        self.register_theme(_THEME)
        self.theme = _THEME.name
        self.interrupted = False
        self.failure: QuizgenError | None = None
        self._held: deque[events.Event] = deque()  # keys for which it is not their turn yet
        self._busy, self._turn = False, 0

    async def on_event(self, event: events.Event) -> None:
        """Let one key after another do its work, so that fast ones reach what the ones before have opened.

        What is pasted is cleaned before any widget gets it.
        """
        if isinstance(event, events.Paste):
            event.text = clean_text(event.text)
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded or _is_break(event):
            await super().on_event(event)
            return
        self._held.append(event)
        if not self._busy:
            await self._hand_on()

    async def _hand_on(self) -> None:
        """Hand on the next key that was held, and follow it on its way."""
        self._busy = bool(self._held)
        if self._busy:
            target = self.focused or self.screen
            await super().on_event(self._held.popleft())
            self._turn += 1
            self.set_timer(_PATIENCE, partial(self._let_on, self._turn))
            self._pass_on(target, partial(self._wait_on, self._turn))

    def _pass_on(self, node: DOMNode | None, then: Callable[[], object]) -> None:
        """Call ``then`` when a node, and all those around it up to the application, have done what waits there."""
        if node is None:
            then()
        elif not node.call_later(self._pass_on, node.parent, then):
            self._pass_on(node.parent, then)

    def _wait_on(self, turn: int) -> None:
        """Wait for what a key has set off, such as a screen that is not there yet."""
        self._pass_on(self.focused or self.screen, partial(self._let_on, turn))

    def _let_on(self, turn: int) -> None:
        if turn == self._turn:
            self._turn += 1
            self.call_later(self._hand_on)

    def on_mount(self) -> None:
        """Give the terminal back in order when the process is told to end."""
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self.action_interrupt)
        # Whatever the shell or an editor wrote meanwhile stands where Textual thinks the screen is as it was.
        self.app_resume_signal.subscribe(self, lambda app: app.refresh(layout=True))

    def action_interrupt(self) -> None:
        """Leave, and remember that it was by Ctrl-C."""
        self.interrupted = True
        self.exit()

    def raise_end(self) -> None:
        """Raise what a run ended with, if that is more than leaving: a fault of the program (SystemExit), which has
        shown its traceback, ``failure``, or KeyboardInterrupt.
        """
        if self.return_code:
            raise SystemExit(self.return_code)
        if self.failure:
            raise self.failure
        if self.interrupted:
            raise KeyboardInterrupt

    def say(self, text: str, style: str = "bold") -> None:
        """Show ``text`` in the notice of the screen in front; "" takes the last one away."""
        with contextlib.suppress(NoMatches):
            self.screen.query_one(Notice).say(text, style)

    def attempt(self, call: Callable[..., Answer], *arguments: Any, **named: Any) -> Answer | None:
        """Return what ``call`` returns; say what is wrong and return None where the user made a mistake."""
        try:
            return call(*arguments, **named)
        except UsageError as error:
            self.say(str(error))
        except QuizgenError as error:
            self.failure = error
            self.exit()
        return None


def _is_break(event: events.Event) -> bool:
    return isinstance(event, events.Key) and event.key == "ctrl+c"
