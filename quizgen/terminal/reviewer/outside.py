"""An editor of the user's own, while the full screen steps aside."""

import contextlib
import signal
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import click
from textual.app import App, SuspendNotSupported

from quizgen.errors import QuizgenError, UsageError
from quizgen.model import Question


class Editor(NamedTuple):
    """``write`` lets a person change a question, or a draft of it, and returns the text; ``read`` its fields."""

    write: Callable[[Question, str], str]
    read: Callable[[str], dict[str, Any]]


def written(app: App[Any], write: Callable[[], str]) -> str:
    """Return what a person wrote in the editor; raises UsageError where that does not start."""
    failed: QuizgenError | None = None
    text = ""
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(SuspendNotSupported):
            stack.enter_context(app.suspend())
        stack.enter_context(_ctrl_c_is_the_editors())
        # Nothing may be raised in here: the application would not come back.
        try:
            text = write()
        except click.ClickException as error:
            failed = UsageError(error.format_message(), todo="Set EDITOR, or press e")
        except QuizgenError as error:
            failed = error
    if failed:
        raise failed
    return text


@contextlib.contextmanager
def _ctrl_c_is_the_editors() -> Iterator[None]:
    """Let Ctrl-C end the editor alone, which has it from the terminal too."""
    before = signal.signal(signal.SIGINT, lambda number, frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
