"""What the full-screen player and reviewer share."""

import signal
from collections.abc import Mapping
from typing import Any

import pytest
from screens import drive
from textual import events
from textual.containers import Vertical
from textual.content import Content
from textual.pilot import Pilot
from textual.screen import ModalScreen

from quizgen.errors import StoreError, UsageError
from quizgen.marks import Marked
from quizgen.terminal.widgets import (
    AskScreen,
    ConfirmScreen,
    Field,
    Foot,
    FormScreen,
    HelpScreen,
    KeyBar,
    SafeInput,
    Window,
    line,
    marked,
)

HOSTILE = "A\x1b]52;c;ZXZpbA==\x07B\x1b[31mC\x9b2JD\u202eE[a]F[/oops]G\nH\tI\x08"
SAFE = "ABCDE[a]F[/oops]G H I"
SIZES = [(120, 40), (80, 24), (40, 12)]


class Front(Window):
    """Shows one dialog and keeps what it gives back."""

    def __init__(self, dialog: ModalScreen[Any]) -> None:
        super().__init__()
        self.dialog, self.given = dialog, "nothing yet"

    def on_mount(self) -> None:
        super().on_mount()
        self.push_screen(self.dialog, lambda given: setattr(self, "given", given))


@pytest.mark.parametrize(("text", "shown"), [(HOSTILE, SAFE), ("[bold]x[/]", "[bold]x[/]"), ("", "")])
def test_a_line_is_cleaned_and_no_markup(text: str, shown: str) -> None:
    assert line(text, "bold").plain == shown


@pytest.mark.parametrize(
    ("said", "signs", "shown"),
    [
        (Marked("It was lit in 1871.", ((14, 18),)), True, "It was lit in »1871«."),
        (Marked("It was lit in 1871.", ((14, 18),)), False, "It was lit in 1871."),
        (Marked("Tarn and Skerry", ((0, 4), (9, 15))), True, "»Tarn« and »Skerry«"),
        (Marked(HOSTILE), True, SAFE),
        (Marked(""), True, ""),
    ],
)
def test_marked_text(said: Marked, signs: bool, shown: str) -> None:
    content = marked(said, signs=signs)
    assert content.plain == shown
    assert len(content.spans) == len(said.spans)


@pytest.mark.parametrize("size", SIZES)
def test_help_fits_every_screen(size: tuple[int, int]) -> None:
    keys = [("", "While it asks"), *[(str(n), f"{HOSTILE} {n}") for n in range(9)]]
    shown = drive(Front(HelpScreen(HOSTILE, keys)), size=size)
    assert SAFE in shown and "While it asks" in shown and "Esc close" in shown
    assert "\x1b" not in shown and max(map(len, shown.splitlines())) <= size[0]


def test_help_scrolls_and_closes() -> None:
    app = Front(HelpScreen("Keys", [(str(n), f"meaning {n}") for n in range(40)]))
    assert "meaning 39" not in drive(app, size=(40, 12))
    app = Front(HelpScreen("Keys", [(str(n), f"meaning {n}") for n in range(40)]))
    assert "meaning 39" in drive(app, *["pagedown"] * 9, size=(40, 12))
    app = Front(HelpScreen("Keys", []))
    drive(app, "q")
    assert app.given is None


@pytest.mark.parametrize(("key", "given"), [("y", True), ("enter", True), ("n", False), ("escape", False)])
def test_confirm(key: str, given: bool) -> None:
    app = Front(ConfirmScreen(line(f"Accept {HOSTILE}?")))
    drive(app, key)
    assert app.given is given


@pytest.mark.parametrize(
    ("keys", "given"),
    [
        (("2",), "unclear"),
        (("enter",), ""),
        (("escape",), None),
        (("t", "2", "a", "enter"), "2a"),
        (("tab", "a", "enter"), "a"),
        (("3", "7", "x"), "nothing yet"),
    ],
)
def test_ask_for_a_reason(keys: tuple[str, ...], given: str | None) -> None:
    app = Front(AskScreen("Why?", ["wrong", "unclear"]))
    drive(app, *keys)
    assert app.given == given


def test_enter_is_named_by_what_it_does() -> None:
    for search, nothing, something in (
        (AskScreen("Why?", ["wrong"]), "Enter no reason", "Enter keep it"),
        (AskScreen("Which?", ["all"], without="show all", typed="search"), "Enter show all", "Enter search"),
    ):
        shown = drive(Front(search), "t", "o")
        assert something in shown and nothing not in shown
    assert "Enter no reason" in drive(Front(AskScreen("Why?")), "o", "backspace")


def test_ask_for_words_that_must_be_there() -> None:
    app = Front(AskScreen("Search", optional=False))
    assert "Type something" in drive(app, "enter") and app.given == "nothing yet"
    app = Front(AskScreen("Search", optional=False, value="Tar"))
    drive(app, "n", "enter")
    assert app.given == "Tarn"


def fields() -> list[Field]:
    return [Field("prompt", "Question", HOSTILE), Field("accept", "Accepted", "one\ntwo", many=True)]


@pytest.mark.parametrize("size", SIZES)
def test_a_form_gives_all_texts(size: tuple[int, int]) -> None:
    app = Front(FormScreen("Edit", fields()))
    shown = drive(app, "!", "tab", "x", "ctrl+s", size=size)
    assert app.given == {"prompt": f"{SAFE}!", "accept": "one\ntwox"}
    assert "\x1b" not in shown


def test_a_form_checks_while_one_types() -> None:
    def check(values: Mapping[str, str]) -> list[str]:
        return ["The question is long"] if len(values["prompt"]) > len(SAFE) else []

    assert "is long" not in drive(Front(FormScreen("Edit", fields(), check=check)))
    assert "is long" in drive(Front(FormScreen("Edit", fields(), check=check)), "x")


def test_a_changed_form_is_not_lost_by_one_key() -> None:
    app = Front(FormScreen("Edit", fields()))
    assert "Not saved" in drive(app, "x", "escape") and app.given == "nothing yet"
    app = Front(FormScreen("Edit", fields()))
    drive(app, "x", "escape", "escape")
    assert app.given is None
    app = Front(FormScreen("Edit", fields()))
    drive(app, "escape")
    assert app.given is None


class Rows(Window):
    """A window with the rows that screens are made of."""

    def compose(self):  # type: ignore[no-untyped-def]
        with Vertical():
            yield SafeInput()
            yield Foot([("Enter", "next", ""), ("u", "undo", "app.undo"), ("?", "help", "")])

    def action_undo(self) -> None:
        self.say("Taken back")


def test_the_key_bar_names_as_many_keys_as_fit_and_takes_clicks() -> None:
    async def click(pilot: Pilot[Any]) -> None:
        await pilot.click(KeyBar, offset=(13, 0))

    assert "Enter next  u undo  ? help" in drive(Rows())
    assert drive(Rows(), size=(20, 8)).splitlines()[-1] == "Enter next  u undo"
    assert "Taken back" in drive(Rows(), then=click)


def test_what_is_pasted_is_cleaned() -> None:
    async def paste(pilot: Pilot[Any]) -> None:
        pilot.app.query_one(SafeInput).focus()
        pilot.app.post_message(events.Paste(HOSTILE.replace("\n", " ")))
        await pilot.pause()
        pilot.app.query_one(SafeInput).value += HOSTILE

    assert drive(Rows(), then=paste).splitlines()[0] == SAFE + SAFE


def test_a_mistake_is_said_and_a_failure_ends_the_window() -> None:
    def fail(error: Exception) -> None:
        raise error

    app = Rows()

    async def mistake(pilot: Pilot[Any]) -> None:
        assert app.attempt(str.upper, "a") == "A"
        assert app.attempt(fail, UsageError("No such [option]")) is None

    assert "No such [option]." in drive(app, then=mistake) and app.failure is None

    async def failure(pilot: Pilot[Any]) -> None:
        app.attempt(fail, StoreError("The store is locked"))

    app = Rows()
    drive(app, then=failure)
    assert str(app.failure) == "The store is locked."


def test_ctrl_c_leaves_also_while_one_types() -> None:
    async def focus(pilot: Pilot[Any]) -> None:
        pilot.app.query_one(SafeInput).focus()
        await pilot.press("ctrl+c")

    app = Rows()
    drive(app, then=focus)
    assert app.interrupted


def test_no_colour_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Rows()
    drive(app)
    assert app.no_color and Content("x").plain == "x"


def test_the_signal_handler_is_gone_afterwards() -> None:
    before = signal.getsignal(signal.SIGTERM)
    drive(Rows())
    assert signal.getsignal(signal.SIGTERM) == before
