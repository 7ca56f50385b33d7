"""The application that a full-screen player or reviewer runs in."""

import asyncio
import contextlib
import signal
from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.theme import Theme

from quizgen.errors import QuizgenError, UsageError
from quizgen.safe import clean_text
from quizgen.terminal.widgets.rows import Notice

Answer = TypeVar("Answer")

_DEFAULT = "ansi_default"
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

    async def on_event(self, event: events.Event) -> None:
        """Clean what is pasted, before any widget gets it."""
        if isinstance(event, events.Paste):
            event.text = clean_text(event.text)
        await super().on_event(event)

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
