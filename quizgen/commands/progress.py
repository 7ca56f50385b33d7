"""A line on standard error that says how far a long command has come."""

import math
import shutil
import sys
import time

import click

from quizgen.safe import show
from quizgen.terminal.text import cut

_EVERY = 0.1  # seconds between two states on a terminal
_PATIENCE = 10.0  # seconds between two lines where standard error is a file


class Progress:
    """Shows ``step name (done/total)``: rewritten in place on a terminal, a line every ten seconds elsewhere."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._last = -math.inf if self._terminal else time.monotonic()
        self._shown = False

    def __call__(self, step: str, name: str, done: int, total: int) -> None:
        """Show a state, unless the last one was shown only just now."""
        moment = time.monotonic()
        if moment - self._last < (_EVERY if self._terminal else _PATIENCE):
            return
        self._last, self._shown = moment, True
        text = show(f"{step} {name} ({done + 1}/{total})")
        if self._terminal:
            click.echo(f"\r\x1b[K{cut(text, shutil.get_terminal_size().columns - 1)}", nl=False, err=True)
        else:
            click.echo(text, err=True)

    def close(self) -> None:
        """Take the line away again."""
        if self._terminal and self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)
        self._shown = False
