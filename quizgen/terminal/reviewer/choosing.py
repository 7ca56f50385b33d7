"""Screens on which a person chooses: one of several questions, or which facts are right."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quizgen.model import Question
from quizgen.reviewing import Claim, Quarrel
from quizgen.safe import show
from quizgen.terminal.widgets import Item, KeyBar, line
from quizgen.terminal.widgets.dialogs import Dialog

Merge = tuple[str, list[str]]  # the question to keep, and the others
Settled = tuple[Quarrel, list[str]]  # what was decided, and the facts that are right
_KEYS = "123456789"
_LISTED = 5  # questions of a group that are named


class MergeScreen(Dialog[Merge | None]):
    """Questions that ask the same, of which one is kept; its number chooses it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "close", "Back", show=False)]

    def __init__(self, questions: Sequence[Question]) -> None:
        super().__init__()
        self._questions = tuple(questions[: len(_KEYS)])

    def compose(self) -> ComposeResult:
        """List the questions by number."""
        with VerticalScroll(classes="box", can_focus=False):
            yield Static(line("These ask the same. Which one stays?"), classes="title", markup=False)
            for number, one in enumerate(self._questions, 1):
                yield Item(str(number), _asked(one))
            yield Static(line(self._advice(), "dim"), markup=False)
            yield KeyBar([(f"1–{len(self._questions)}", "keep", ""), ("Esc", "back", "screen.close")])

    def _advice(self) -> str:
        differ = len({bool(one.options) for one in self._questions}) > 1
        lost = " Its options stay, those of the others are lost: keep a choice to have some." if differ else ""
        return f"It accepts the answers of the others, which are rejected.{lost}"

    def on_key(self, event: events.Key) -> None:
        """Keep the question with the number that was pressed."""
        if event.character and event.character in _KEYS[: len(self._questions)]:
            event.stop()
            here, *others = (one.uid for one in self._questions)
            self.dismiss(([here, *others][int(event.character) - 1], others))

    def action_close(self) -> None:
        """Change nothing."""
        self.dismiss(None)


class DropScreen(Dialog[int | None]):
    """The wrong options of a question, one of which is dropped by its number."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "close", "Back", show=False)]

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._question = question
        options = list(enumerate(question.options, 1))[: len(_KEYS)]
        self._wrong = {str(number): option.text for number, option in options if not option.correct}

    def compose(self) -> ComposeResult:
        """List the wrong options with the numbers that they have on the screen."""
        with VerticalScroll(classes="box", can_focus=False):
            yield Static(line("Drop which wrong option?"), classes="title", markup=False)
            yield Static(line(self._question.prompt, "dim"), markup=False)
            for number, text in self._wrong.items():
                yield Item(number, line(text))
            yield KeyBar([(" ".join(self._wrong), "drop", ""), ("Esc", "back", "screen.close")])

    def on_key(self, event: events.Key) -> None:
        """Take the option with the number that was pressed; other keys do nothing."""
        if event.character and event.character in self._wrong:
            event.stop()
            self.dismiss(int(event.character))

    def action_close(self) -> None:
        """Drop nothing."""
        self.dismiss(None)


class ConflictScreen(Dialog[Settled | None]):
    """Facts that contradict each other; the number of the right one decides, ``b`` keeps all, ``n`` none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Back", show=False),
        Binding("b", "all", "All", show=False),
        Binding("n", "none", "None", show=False),
    ]

    def __init__(self, quarrel: Quarrel, *, left: int) -> None:
        super().__init__()
        self._quarrel, self._left = quarrel, left

    def compose(self) -> ComposeResult:
        """List what each text says, with its sentence."""
        claims = self._quarrel.claims
        with VerticalScroll(classes="box", can_focus=False):
            title = f"The texts contradict each other ({self._left} left). Which is right?"
            yield Static(line(title), classes="title", markup=False)
            for number, claim in enumerate(claims[: len(_KEYS)], 1):
                yield Item(str(number), _claimed(claim))
            keys = [(f"1–{len(claims)}", "is right", ""), ("b", "all are right", "screen.all")]
            yield KeyBar([*keys, ("n", "none is", "screen.none"), ("Esc", "back", "screen.close")])

    def on_key(self, event: events.Key) -> None:
        """Take the fact with the number that was pressed as the right one."""
        claims = self._quarrel.claims[: len(_KEYS)]
        if event.character and event.character in _KEYS[: len(claims)]:
            event.stop()
            self.dismiss((self._quarrel, [claims[int(event.character) - 1].uid]))

    def action_all(self) -> None:
        """Keep them all: they do not contradict each other."""
        self.dismiss((self._quarrel, [claim.uid for claim in self._quarrel.claims]))

    def action_none(self) -> None:
        """Reject them all."""
        self.dismiss((self._quarrel, []))

    def action_close(self) -> None:
        """Decide nothing."""
        self.dismiss(None)


def _asked(question: Question) -> Content:
    form = f"choice of {len(question.options)}" if question.options else "without options"
    about = f"   {' · '.join(filter(None, [form, question.document]))}"
    return Content.assemble(line(question.prompt), "\n", line(question.answer, "bold"), (show(about), "dim"))


def group_asked(questions: Sequence[Question], doubtful: int) -> Content:
    """Return what is asked before a group is accepted in one go."""
    many = len(questions)
    doubts = "None is doubtful" if not doubtful else f"{'All' if doubtful == many else doubtful} are doubtful"
    rows = [line(f"Accept all {many} of this group, unseen? {doubts}.", "bold")]
    rows += [line(f"– {one.prompt}  →  {one.answer}") for one in questions[:_LISTED]]
    more = [line(f"and {many - _LISTED} more", "dim")] if many > _LISTED else []
    return Content("\n").join([*rows, *more])


def _claimed(claim: Claim) -> Content:
    evidence = claim.evidence
    place = f"   {evidence.title or evidence.document}, line {evidence.line}"
    return Content.assemble(line(claim.said, "bold"), "\n", line(evidence.text), (show(place), "dim"))
