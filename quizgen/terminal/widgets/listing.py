"""Entries below each other, each behind its mark, that can be picked with arrows and mouse."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.visual import VisualType

from quizgen.terminal.widgets.contents import Clickable, clickable


@dataclass(frozen=True, slots=True)
class Entry:
    """A text behind a mark such as "1"; its further lines begin below its first."""

    mark: str
    text: Content


class Listing(Clickable):
    """Shows entries; ``chosen`` is the place of the one that Enter would take, None for none.

    A click on an entry runs ``action`` with its place, as in ``screen.pick(2)``.
    """

    DEFAULT_CSS = "Listing { height: auto; width: 1fr; }"
    entries: reactive[tuple[Entry, ...]] = reactive((), layout=True)
    chosen: reactive[int | None] = reactive(None)

    def __init__(self, *, action: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self._action = action

    def tell(self, entries: Sequence[Entry], chosen: int | None = None) -> None:
        """Show other entries."""
        self.entries, self.chosen = tuple(entries), chosen
        self.display = bool(entries)

    def move(self, by: int) -> None:
        """Choose the entry so many places further on, the first or last one where none is chosen."""
        if self.entries:
            now = self.chosen if self.chosen is not None else (-1 if by > 0 else 0)
            self.chosen = (now + by) % len(self.entries)

    def region_of(self, place: int) -> Region:
        """Return the rows that an entry takes, counted from the top of the listing."""
        heights = [len(self._lines(number, self.size.width)) for number in range(place + 1)]
        return Region(0, sum(heights[:-1]), self.size.width, heights[-1])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the rows that all entries take."""
        return sum(len(self._lines(place, width)) for place in range(len(self.entries)))

    def render(self) -> VisualType:
        """Return all entries as one text."""
        lines = [line for place in range(len(self.entries)) for line in self._lines(place, self.size.width)]
        return Content("\n").join(lines)

    def _lines(self, place: int, width: int) -> list[Content]:
        entry, inset = self.entries[place], max(len(one.mark) for one in self.entries) + 2
        lines = entry.text.wrap(max(4, width - inset)) or [Content("")]
        marks = [entry.mark, *[""] * (len(lines) - 1)]
        found = [
            Content.styled(mark.ljust(inset), "bold") + one.rstrip() for mark, one in zip(marks, lines, strict=True)
        ]
        if place == self.chosen:
            found = [line.pad_right(max(0, width - line.cell_length)).stylize("reverse") for line in found]
        return [clickable(line, f"{self._action}({place})") for line in found] if self._action else found
