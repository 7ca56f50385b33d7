"""A question as it stands on the reviewer's screen."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quizgen.flaws.code import ERROR, INFO
from quizgen.model import Question, QuestionKind
from quizgen.reviewing import Desk, Item, Remark
from quizgen.safe import show
from quizgen.terminal import widgets
from quizgen.terminal.reviewer.words import group_said, place_of, progress_said, speed
from quizgen.terminal.widgets import line

_STYLES = {ERROR: "bold ansi_red", INFO: "dim"}
_BAR = 20  # cells
_TALL = 20  # rows


class Card(VerticalScroll):
    """Shows one item; what does not fit can be scrolled to."""

    def __init__(self) -> None:
        super().__init__(can_focus=False)

    def compose(self) -> ComposeResult:
        """Make room for the parts of a question."""
        yield Static(id="prompt", classes="part", markup=False)
        yield Vertical(id="options", classes="part")
        yield Static(id="remarks", classes="part", markup=False)
        yield Static(id="source", classes="part", markup=False)

    def tell(self, item: Item, *, signs: bool) -> None:
        """Show an item from its top; ``signs`` puts » and « around the answer in the source."""
        self._fill("prompt", line(item.question.prompt))
        self._fill("remarks", Content("\n").join(map(remark, item.warnings)))
        self._fill("source", source(item, signs=signs, short=self.app.size.height < _TALL))
        self._options(list(answers(item.question)))
        self.scroll_home(animate=False)

    def tell_end(self, lines: list[str]) -> None:
        """Show what is said when no question is left."""
        first, *rest = lines
        self._fill("prompt", line(first))
        self._fill("remarks", Content(""))
        self._fill("source", Content("\n").join(map(line, rest)))
        self._options([])

    def _fill(self, name: str, content: Content) -> None:
        part = self.query_one(f"#{name}", Static)
        part.update(content)
        part.set_class(not content.plain, "-none")

    def _options(self, rows: list[tuple[str, Content]]) -> None:
        options = self.query_one("#options", Vertical)
        options.remove_children()
        options.mount_all([widgets.Item(mark, text) for mark, text in rows])
        options.set_class(not rows, "-none")


def answers(question: Question) -> Iterator[tuple[str, Content]]:
    """Yield the answer, or the options, the right one marked in words, and what else is accepted."""
    if question.options:
        for number, option in enumerate(question.options, 1):
            right = ("   ← right", "bold ansi_green") if option.correct else ""
            yield str(number), Content.assemble((show(option.text), "bold" if option.correct else ""), right)
    elif question.kind in (QuestionKind.ORDER, QuestionKind.MATCH):
        for number, part in enumerate(question.parts, 1):
            yield str(number), line(part if isinstance(part, str) else " = ".join(part))
    else:
        yield "→", line(question.answer, "bold")
    if question.accept:
        yield "or", line(" · ".join(question.accept))


def remark(one: Remark) -> Content:
    """Return a remark as a line of its own."""
    return line(f"{'–' if one.severity == INFO else '!'} {one.text}", _STYLES.get(one.severity, "ansi_yellow"))


def source(item: Item, *, signs: bool, short: bool) -> Content:
    """Return the sentence that answers, and where it stands: behind it on a ``short`` screen, else below it."""
    place = show(place_of(item.question)) if item.question.sources else ""
    between = "  " if short else "\n"
    return Content.assemble(widgets.marked(item.marked, signs=signs), between if place else "", (place, "dim"))


def header(desk: Desk, *, narrow: bool) -> Content:
    """Return how far the work has come: a bar and words."""
    done, total = desk.progress
    filled = _BAR * done // total if total else _BAR
    bar = Content.assemble(("━" * filled, "ansi_cyan"), ("─" * (_BAR - filled), "dim"))
    said = Content.assemble(line(progress_said(desk), "bold"), f"  {speed(desk.pace())}")
    return said if narrow else Content.assemble(said, "  ", bar)


def heading(item: Item) -> Content:
    """Return what the group of an item asks, and how many are left of it."""
    return line(group_said(item), "dim")


def flowing(before: str, keys: Sequence[tuple[str, str]], width: int) -> Content:
    """Return words and the keys that answer them, in rows that break between keys only."""
    rows = [line(before)]
    for key, meaning in keys:
        entry = Content.assemble((show(key), "bold"), f" {show(meaning)}")
        if rows[-1].cell_length + 2 + entry.cell_length > width:
            rows.append(entry)
        else:
            rows[-1] = Content.assemble(rows[-1], "  ", entry)
    return Content("\n").join(rows)
