"""What the full-screen player and reviewer share: safe text, the window, rows, dialogs and forms."""

from quizgen.terminal.widgets.contents import VERDICTS, Clickable, clickable, line, marked
from quizgen.terminal.widgets.dialogs import AskScreen, ConfirmScreen, HelpScreen
from quizgen.terminal.widgets.form import Field, FormScreen
from quizgen.terminal.widgets.listing import Entry, Listing
from quizgen.terminal.widgets.rows import Foot, Item, KeyBar, Notice, SafeInput
from quizgen.terminal.widgets.window import Window

__all__ = [
    "VERDICTS",
    "AskScreen",
    "Clickable",
    "ConfirmScreen",
    "Entry",
    "Field",
    "Foot",
    "FormScreen",
    "HelpScreen",
    "Item",
    "KeyBar",
    "Listing",
    "Notice",
    "SafeInput",
    "Window",
    "clickable",
    "line",
    "marked",
]
