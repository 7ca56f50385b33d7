"""The rows that screens are made of: an item behind its mark, the keys at the bottom, what was just said."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.visual import VisualType
from textual.widgets import Input, Static

from quizgen.safe import show
from quizgen.terminal.widgets.contents import Clickable, clickable, line


class Item(Horizontal):
    """A mark such as "1" with a text behind it whose further lines begin below its first.

    Set the class ``-chosen`` to show it as the one that Enter would take.
    """

    DEFAULT_CSS = """
    Item { height: auto; width: 1fr; }
    Item > .mark { width: auto; min-width: 3; padding: 0 1 0 0; text-style: bold; }
    Item > .text { width: 1fr; }
    Item.-chosen { text-style: reverse; }
    Item.-chosen > Static { text-style: reverse; }
    """

    def __init__(self, mark: str, text: Content, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.mark, self.text = mark, text

    def compose(self) -> ComposeResult:
        """Put the mark beside the text."""
        yield Static(line(self.mark), classes="mark", markup=False)
        yield Static(self.text, classes="text", markup=False)


class KeyBar(Static, Clickable):
    """One row that names keys, as many as fit; each can be clicked too."""

    DEFAULT_CSS = "KeyBar { height: 1; width: 1fr; }"

    def __init__(self, keys: Sequence[tuple[str, str, str]] = (), *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._keys, self._every = tuple(keys), False

    def tell(self, keys: Sequence[tuple[str, str, str]], *, every: bool = False) -> None:
        """Name other keys: (key as shown, what it does, the action it runs or ""), the most wanted first.

        ``every``: what does not fit is named without what it does.
        """
        self._keys, self._every = tuple(keys), every
        self.refresh(layout=True)

    def render(self) -> VisualType:
        """Return the keys that fit, two or more of them with what they do."""
        whole = [_entry(*key) for key in self._keys]
        alone = [_entry(key, "", action) for key, _, action in self._keys] if self._every else []
        every = (_beside([*whole[:count], *_close(alone[count:])]) for count in range(len(alone), 1, -1))
        some = (_beside(whole[:count]) for count in range(len(whole), 0, -1))
        return next((shown for shown in (*every, *some) if shown.cell_length <= self.size.width), Content(""))


def _beside(entries: Sequence[Content]) -> Content:
    return Content("  ").join(entries)


def _close(entries: Sequence[Content]) -> list[Content]:
    return [Content(" ").join(entries)] if entries else []


def _entry(key: str, meaning: str, action: str) -> Content:
    entry = Content.styled(show(key), "bold")
    entry = Content.assemble(entry, " ", (show(meaning), "dim")) if meaning else entry
    return clickable(entry, action) if action else entry


class Notice(Static):
    """A row for what was just done or is amiss; it is not there while there is nothing to say."""

    DEFAULT_CSS = "Notice { height: auto; width: 1fr; } Notice.-quiet { display: none; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, classes="-quiet", markup=False)
        self.said = ""

    def say(self, text: str, style: str = "bold") -> None:
        """Show ``text``; "" takes away what was shown."""
        self.tell(line(text, style))

    def tell(self, content: Content) -> None:
        """Show content that is safe already."""
        self.said = content.plain
        self.set_class(not content.plain, "-quiet")
        self.update(content)


class Foot(Vertical):
    """The notice and the key bar at the bottom of a screen."""

    DEFAULT_CSS = "Foot { height: auto; width: 1fr; dock: bottom; }"

    def __init__(self, keys: Sequence[tuple[str, str, str]] = ()) -> None:
        super().__init__()
        self._keys = tuple(keys)

    def compose(self) -> ComposeResult:
        """Put what was said above the keys."""
        yield Notice()
        yield KeyBar(self._keys)


class SafeInput(Input):
    """One line to type in, without a frame; what is put into it is cleaned."""

    DEFAULT_CSS = "SafeInput { border-left: none; }"

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(show(value), placeholder=placeholder, id=id, compact=True, select_on_focus=False)

    def validate_value(self, value: str) -> str:
        """Clean what was typed or pasted."""
        return show(value)
