"""Reads what is typed, line by line."""

import contextlib
import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import TextIO

from quizgen.safe import clean_text, show

PROMPT = "> "


class GoneError(Exception):
    """The terminal was closed."""


class Lines:
    """Lines from a stream; with ``editing`` the arrow keys work, where it is the terminal of the program itself."""

    def __init__(self, input: TextIO, output: TextIO, *, editing: bool = False) -> None:
        self.input, self.output = input, output
        ours = input is sys.stdin and output is sys.stdout and input.isatty()
        self._readline = _loaded() if editing and ours else None
        self._unread = ""

    @property
    def someone(self) -> bool:
        """Tell whether a person is typing, who can be asked back."""
        return self.input.isatty()

    @property
    def editing(self) -> bool:
        """Tell whether what is ``given`` to ``read`` stands in the line and can be changed there."""
        return self._readline is not None

    def unread(self, line: str) -> None:
        """Let the next ``read`` return this line."""
        self._unread = line

    def read(self, prompt: str = PROMPT, *, given: str = "", before: str = "") -> str:
        """Return the next line without its end and what is unsafe in it.

        Where lines are edited, ``given`` stands in it and the up arrow brings ``before``. Raises EOFError at the end of
        input, GoneError if the terminal was closed.
        """
        if self._unread:
            line, self._unread = self._unread, ""
            return line
        line = self._edited(self._readline, prompt, given, before) if self._readline else self._plain(prompt)
        line = clean_text(line).strip()
        if not self.someone:
            # Nobody has typed the end of the line onto the screen.
            self.output.write(f"{show(line)}\n")
        return line

    def again(self) -> None:
        """Show the prompt once more while a line is being read, with what was typed of it."""
        typed = show(self._readline.get_line_buffer()) if self._readline else ""
        self.output.write(f"{PROMPT}{typed}")
        self.output.flush()

    def _plain(self, prompt: str) -> str:
        self.output.write(prompt)
        self.output.flush()
        try:
            line = self.input.readline()
        except OSError as error:
            raise GoneError from error
        if not line:
            raise EOFError
        return line

    def _edited(self, readline: ModuleType, prompt: str, given: str, before: str) -> str:
        self.output.flush()
        readline.clear_history()
        if before:
            readline.add_history(before)
        readline.set_startup_hook(lambda: readline.insert_text(given))
        try:
            return input(prompt)
        finally:
            readline.set_startup_hook(None)


@contextlib.contextmanager
def shown_again(lines: Lines, show: Callable[[], None]) -> Iterator[None]:
    """Call ``show``, and print the prompt, when the program goes on after Ctrl-Z while a person types."""
    import signal

    if not lines.someone or not hasattr(signal, "SIGCONT"):
        yield
        return

    def again(*_: object) -> None:
        show()
        lines.again()

    before = signal.signal(signal.SIGCONT, again)
    try:
        yield
    finally:
        signal.signal(signal.SIGCONT, before)


def _loaded() -> ModuleType | None:
    """Return the module that edits lines; None where Python was built without it."""
    try:
        import readline
    except ImportError:
        return None
    readline.set_auto_history(False)
    readline.parse_and_bind("set enable-bracketed-paste off")
    return readline
