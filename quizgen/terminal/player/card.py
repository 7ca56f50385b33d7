"""The question on the screen, and below it the answer."""

from collections.abc import Iterable, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quizgen.session import Explanation, Mode, Result, Step
from quizgen.terminal.player import texts
from quizgen.terminal.telling import instruction, stands
from quizgen.terminal.widgets import Clickable, Entry, Listing, SafeInput, line, marked


class Words(Static, Clickable):
    """A paragraph that is not there while it is empty."""

    DEFAULT_CSS = "Words { height: auto; width: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self.display = False

    def tell(self, content: Content) -> None:
        """Show other words."""
        self.update(content)
        self.display = bool(content.plain)


class Card(VerticalScroll):
    """Question, options, a line to type in, hints, verdict, answer and source; only what there is to say is shown."""

    SCOPED_CSS = False  # the rules look at the screen's classes
    DEFAULT_CSS = """
    Card { width: 100%; max-width: 92; height: 1fr; padding: 1 2; scrollbar-size-vertical: 1; }
    .-short Card, .-narrow Card { padding: 0 1; }
    #prompt { text-style: bold; margin: 0 0 1 0; }
    #options, #hints, #instruction, #lefts { margin: 0 0 1 0; }
    .-short #prompt, .-short #options, .-short #hints, .-short #instruction, .-short #lefts { margin: 0; }
    #line { height: 1; }
    #line > .mark { width: 2; }
    .-short #line { dock: bottom; }
    #outcome { height: auto; margin: 1 0 0 0; }
    .-short #outcome { margin: 0; }
    #sentence, #due { margin: 1 0 0 0; }
    .-short #sentence, .-short #due { margin: 0; }
    #sentence, #stands, #place { padding: 0 0 0 2; }
    """

    def compose(self) -> ComposeResult:
        """Make all parts; they are filled and hidden as the quiz goes on."""
        yield Words(id="turn")
        yield Words(id="prompt")
        yield Listing(id="lefts")
        yield Listing(id="options", action="screen.pick")
        yield Words(id="instruction")
        yield Words(id="hints")
        with Horizontal(id="line"):
            yield Static("> ", classes="mark")
            yield SafeInput(id="given")
        with Vertical(id="outcome"):
            for name in ("verdict", "key", "sentence", "stands", "place", "due"):
                yield Words(id=name)
        yield Words(id="sums")
        yield Listing(id="missed")

    def on_mount(self) -> None:
        """Keep the keys for the quiz: scrolling has its own."""
        self.can_focus = False

    @property
    def line(self) -> SafeInput:
        """Return the line to type in."""
        return self.query_one(SafeInput)

    @property
    def options(self) -> Listing:
        """Return the options."""
        return self.query_one("#options", Listing)

    def show_outcome(self) -> None:
        """Scroll so that the verdict can be seen, with as much of what follows as fits."""
        outcome = self.query_one("#outcome")
        self.scroll_to_widget(outcome, animate=False, top=outcome.size.height >= self.size.height)

    def scroll_to_option(self) -> None:
        """Scroll so that the chosen option can be seen."""
        if self.options.chosen is not None:
            region = self.options.region_of(self.options.chosen).translate(self.options.virtual_region.offset)
            self.scroll_to_region(region, animate=False)

    def clear(self) -> None:
        """Show nothing."""
        for words in self.query(Words):
            words.tell(Content(""))
        self.query_one("#outcome").display = False
        for listing in self.query(Listing):
            listing.tell([])
        self.query_one("#line").display = False
        self.scroll_home(animate=False)

    def tell(self, name: str, content: Content) -> None:
        """Show other words in one part."""
        self.query_one(f"#{name}", Words).tell(content)

    def ask(self, step: Step, player: str = "") -> None:
        """Show a question."""
        self.clear()
        self.tell("turn", line(f"{player}:" if player else "", "bold ansi_cyan"))
        self.tell("prompt", line(step.prompt))
        self.query_one("#lefts", Listing).tell(texts.numbered(step.lefts))
        self.options.tell(texts.options(step))
        self.tell("instruction", line(instruction(step), "dim"))
        self.line.value = ""
        self.query_one("#line").display = step.mode in (Mode.TYPED, Mode.CLOZE, Mode.ORDER)

    def hint(self, hints: Iterable[str]) -> None:
        """Show the hints given so far."""
        self.tell("hints", Content("\n").join([line(f"Hint: {hint}", "italic") for hint in hints]))

    def answer(self, step: Step, answer: str, explanation: Explanation, *, signs: bool) -> None:
        """Show the answer with its sentence; ``signs`` where the mark cannot be a colour."""
        self.query_one("#outcome").display = True
        items = [line(f"  {item}") for item in step.solution]
        self.tell("key", Content("\n").join([Content.assemble("Answer: ", line(answer, "bold")), *items]))
        self.tell("sentence", marked(explanation.said, signs=signs))
        self.tell("stands", line(stands(explanation, answer) if explanation.resolved else "", "dim"))
        place = " · ".join(part for part in (explanation.title, explanation.section) if part)
        self.tell("place", line(f"— {place}" if place else "", "dim"))

    def turn_over(self, step: Step, explanation: Explanation, *, signs: bool) -> None:
        """Show the back of a card, and how it may be rated."""
        self.tell("instruction", Content(""))
        self.answer(step, step.question.answer, explanation, signs=signs)
        self.tell("due", texts.flip())

    def judge(self, result: Result, at: float, *, signs: bool) -> None:
        """Show what came of a question."""
        self.ask(result.step, result.player)
        self.query_one("#line").display = False
        self.options.tell(texts.options(result.step, result))
        self.tell("instruction", Content(""))
        self.tell("verdict", texts.verdict(result))
        self.answer(result.step, result.answer, result.explanation, signs=signs)
        self.tell("due", line(texts.due(result, at)))

    def sum_up(self, paragraphs: Iterable[Content], missed: Sequence[Entry]) -> None:
        """Show how the quiz went, and what was missed."""
        self.clear()
        self.tell("sums", Content("\n").join(list(paragraphs)))
        self.query_one("#missed", Listing).tell(missed)
