"""A screen to edit several texts at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static, TextArea

from quizgen.safe import clean_text, show
from quizgen.terminal.widgets.contents import line
from quizgen.terminal.widgets.dialogs import Dialog
from quizgen.terminal.widgets.rows import KeyBar, Notice


class OneLine(TextArea):
    """A text of one line that is as many rows high as it needs; Enter submits it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.submit", "Next", show=False, priority=True),
        Binding("down", "screen.focus_next", "Next", show=False),
        Binding("up", "screen.focus_previous", "Previous", show=False),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let up and down leave from the first and the last row."""
        row, rows = self.wrapped_document.location_to_offset(self.cursor_location).y, self.wrapped_document.height
        return {"screen.focus_next": row == rows - 1, "screen.focus_previous": row == 0}.get(action, True)


@dataclass(frozen=True, slots=True)
class Field:
    """A text to edit, which may take several rows on the screen; ``many`` takes several, one a line."""

    name: str
    label: str
    value: str = ""
    many: bool = False


class FormScreen(Dialog[dict[str, str] | None]):
    """Edits texts and gives all of them by name; None where the form was left with Escape.

    ``check`` gets the texts after every key and returns what is doubtful about them, which is shown below; nothing
    doubtful keeps anybody from saving. ``save`` gets them at the end and returns what is wrong with them, "" where they
    are saved; the form stays until they are. Escape asks once more where something was changed. ``beside`` is text to
    read while one edits.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Leave", show=False),
        Binding("ctrl+s", "save", "Save", show=False, priority=True),
        Binding("tab", "app.focus_next", "Next", show=False),
        Binding("shift+tab", "app.focus_previous", "Previous", show=False),
    ]
    DEFAULT_CSS = """
    FormScreen .label { text-style: underline; margin: 1 0 0 0; }
    FormScreen.-short .label { margin: 0; }
    FormScreen > .box { max-width: 100; }
    FormScreen TextArea { height: auto; min-height: 1; max-height: 8; border: none; padding: 0; }
    FormScreen TextArea .text-area--cursor-line { background: ansi_default; }
    FormScreen .doubts { height: auto; }
    FormScreen .beside { height: auto; margin: 1 0 0 0; border-top: dashed ansi_bright_black; }
    FormScreen.-short .beside { border-top: none; margin: 0; }
    """

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        *,
        check: Callable[[Mapping[str, str]], Sequence[str]] | None = None,
        save: Callable[[Mapping[str, str]], str] | None = None,
        beside: Content | None = None,
    ) -> None:
        super().__init__()
        self._beside = beside
        self._heading, self._fields, self._check, self._save = title, tuple(fields), check, save
        self._before: dict[str, str] = {}
        self._warned = False

    def compose(self) -> ComposeResult:
        """Show one field below the other."""
        with VerticalScroll(classes="box", can_focus=False):
            yield Static(line(self._heading), classes="title", markup=False)
            for field in self._fields:
                yield Static(line(field.label), classes="label", markup=False)
                yield self._editor(field)
            yield Static("", classes="doubts", markup=False)
            yield Notice()
            yield KeyBar([("^S", "save", "screen.save"), ("Tab", "next", ""), ("Esc", "leave", "screen.close")])
            if self._beside is not None:
                yield Static(self._beside, classes="beside", markup=False)

    def _editor(self, field: Field) -> TextArea:
        made, clean = (TextArea, clean_text) if field.many else (OneLine, show)
        area = made(clean(field.value), id=f"field-{field.name}", compact=True, tab_behavior="focus")
        area.highlight_cursor_line = False
        area.move_cursor(area.document.end)
        return area

    def on_mount(self) -> None:
        """Begin in the first field."""
        self._before = self.values
        self.set_focus(self.query(TextArea).first())
        self._doubt()

    @property
    def values(self) -> dict[str, str]:
        """Return the texts as they stand, by name."""
        return {field.name: self._value(field) for field in self._fields}

    def _value(self, field: Field) -> str:
        text = self.query_one(f"#field-{field.name}", TextArea).text
        return text.strip() if field.many else " ".join(text.split())

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Look at the texts anew."""
        self._doubt()

    def action_submit(self) -> None:
        """Go to the next field; in the last one save."""
        if self.focused and self.focused.id == f"field-{self._fields[-1].name}":
            self.action_save()
        else:
            self.focus_next()

    def _doubt(self) -> None:
        if self._check is not None and self._before:
            doubts = self._check(self.values)
            self.query_one(".doubts", Static).update(line(" · ".join(doubts), "ansi_yellow"))

    def action_save(self) -> None:
        """Give the texts back, or say why that cannot be."""
        problem = self._save(self.values) if self._save else ""
        if problem:
            self._warn(problem)
        else:
            self.dismiss(self.values)

    def action_close(self) -> None:
        """Leave without saving; ask once more where something would be lost."""
        if self._warned or self.values == self._before:
            self.dismiss(None)
            return
        self._warned = True
        self._warn("Not saved. Esc again leaves, Ctrl-S saves")

    def _warn(self, text: str) -> None:
        notice = self.query_one(Notice)
        notice.say(text)
        notice.call_after_refresh(notice.scroll_visible, animate=False)
