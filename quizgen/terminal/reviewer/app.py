"""The full-screen reviewer: one question a screen, one key a decision."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from quizgen.errors import NothingToDo, QuizgenError, StoreLocked, UsageError
from quizgen.flaws.code import INFO
from quizgen.model import SETS, Question, QuestionKind
from quizgen.reviewing import REASONS, Desk, Item, Outcome
from quizgen.reviewing.item import SURE, UNFIT, doubt
from quizgen.safe import show
from quizgen.terminal.reviewer import card
from quizgen.terminal.reviewer.choosing import ConflictScreen, DropScreen, MergeScreen, group_asked
from quizgen.terminal.reviewer.keys import HELP, Keys
from quizgen.terminal.reviewer.outside import Editor, written
from quizgen.terminal.reviewer.words import beginning
from quizgen.terminal.widgets import AskScreen, ConfirmScreen, Field, FormScreen, HelpScreen, Notice, Window, line

_AMISS = "bold ansi_yellow"
_MEANWHILE = "That question was taken out of use meanwhile; here is the next one", _AMISS
_WIDE = 60  # columns


class Reviewer(Window):
    """Shows what waits on a desk and takes decisions by key; ``editor`` changes a question in a program of its own."""

    CSS = """
    #progress, #group { height: 1; width: 1fr; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    Screen > Notice { padding: 0 1; min-height: 1; max-height: 3; }
    Screen > Notice.-quiet { display: block; }
    Screen.-short > Notice { min-height: 0; }
    Screen.-short > Notice.-quiet { display: none; }
    Card { height: 1fr; max-width: 100; padding: 0 1; }
    Card > Static { height: auto; width: 1fr; }
    Card .part { height: auto; margin: 0 0 1 0; }
    Card #prompt { text-style: bold; }
    Card .part.-none { display: none; }
    .-short Card .part { margin: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *Window.BINDINGS,
        Binding("a", "accept", show=False),
        Binding("x", "reject", show=False),
        Binding("space", "later", show=False),
        Binding("A", "accept_group", show=False),
        Binding("u", "undo", show=False),
        Binding("e", "edit", show=False),
        Binding("E", "editor", show=False),
        Binding("d", "drop", show=False),
        Binding("m", "merge", show=False),
        Binding("c", "conflicts", show=False),
        Binding("t", "why", show=False),
        Binding("slash", "search", show=False),
        Binding("question_mark,f1", "help", show=False),
        Binding("q", "quit", show=False),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown", "scroll(8)", show=False),
        Binding("pageup", "scroll(-8)", show=False),
    ]

    def __init__(self, desk: Desk, *, editor: Editor, signs: bool = False) -> None:
        super().__init__()
        self._desk, self._editor, self._signs = desk, editor, signs
        self._asks_why = False  # whether a number is the reason of a rejection just now
        self._item: Item | None = None  # what is on the screen
        self._doubted: Mapping[str, str] = {}  # an edit that is stored when asked once more
        self._told: tuple[str, str] = "", ""  # what came of an edit, and its style
        self._draft = "", ""  # a question, and what was written about it and could not be stored

    def compose(self) -> ComposeResult:
        """Put the question between how far it is and the keys."""
        yield Static(id="progress", markup=False)
        yield Static(id="group", markup=False)
        yield Notice()
        yield card.Card()
        yield Keys()

    def on_mount(self) -> None:
        """Show the first question."""
        super().on_mount()
        self.show_current()
        self.say(beginning(self._desk), "")

    def on_resize(self, event: events.Resize) -> None:
        """Fit the head to the new width, and the source to the new height."""
        self._show_progress(event.size.width)
        self._name_keys(event.size.width)
        if self._item:
            self.screen_stack[0].query_one(card.Card).tell(self._item, signs=self._signs)

    def show_current(self) -> None:
        """Show what waits first."""
        item = self._item = self._desk.current
        self._show_progress(self.size.width)
        shown = self.screen_stack[0].query_one(card.Card)
        if item is None:
            shown.tell_end(self._end())
        else:
            shown.tell(item, signs=self._signs)
        self.screen_stack[0].query_one("#group", Static).update(card.heading(item) if item else line(""))
        self._name_keys(self.size.width)

    def _name_keys(self, width: int) -> None:
        self.screen_stack[0].query_one(Keys).tell(narrow=width < _WIDE, end=self._item is None)

    def _show_progress(self, width: int) -> None:
        head = card.header(self._desk, narrow=width < _WIDE)
        self.screen_stack[0].query_one("#progress", Static).update(head)

    def _end(self) -> list[str]:
        left = self._desk.total - self._desk.done
        if left:
            others = f"{left} others wait: press / and Enter to see them."
            return [f"Nothing more that has {self._desk.wanted!r}", others]
        return [
            f"All {self._desk.total} are decided.",
            "Decks get your decisions with: quizgen make",
        ]

    def _decide(self, call: Callable[..., Outcome], *arguments: Any, **named: Any) -> Outcome | None:
        """Do something with the question on the screen, unless it was taken out of use since it was shown."""
        if self._is_shown():
            return self._do(call, *arguments, **named)
        self.show_current()
        self.say(*_MEANWHILE)
        return None

    def _is_shown(self) -> bool:
        """Say whether the question on the screen is the one that a decision would be about."""
        item, shown = self._desk.current, self._item
        return shown is None or (item is not None and item.question.uid == shown.question.uid)

    def _do(self, call: Callable[..., Outcome], *arguments: Any, **named: Any) -> Outcome | None:
        """Do what a key asks for, say what came of it, and show what waits now."""
        self._asks_why = False
        try:
            outcome = call(*arguments, **named)
        except (UsageError, NothingToDo, StoreLocked) as error:
            self.show_current()
            self.say(str(error), _AMISS)
            return None
        except QuizgenError as error:
            self.failure = error
            self.exit()
            return None
        self.show_current()
        self.say(shortened(outcome.said, self.size.width - 2), "")
        return outcome

    def action_accept(self) -> None:
        """Keep the question."""
        self._decide(self._desk.accept)

    def action_accept_group(self) -> None:
        """Keep what is left of the group, once that was confirmed."""
        self._asks_why = False
        if self._item is None or self._item.alike == 1 or not self._is_shown():
            self._decide(self._desk.accept)
            return
        questions = self._desk.group()
        doubtful = sum(doubt(question) < SURE for question in questions)
        self.push_screen(ConfirmScreen(group_asked(questions, doubtful)), self._accept_group)

    def _accept_group(self, yes: bool | None) -> None:
        if yes:
            self._decide(self._desk.accept_group)
        else:
            self.say("Nothing was accepted", "")

    def action_later(self) -> None:
        """Put the question off."""
        self._decide(self._desk.later)

    def action_undo(self) -> None:
        """Take the last step back."""
        self._do(self._desk.undo)

    def action_reject(self) -> None:
        """Reject the question; a number that follows says why."""
        if self._decide(self._desk.reject):
            self._ask_why("Rejected the last one. Why?" if self.size.width >= _WIDE else "Why?")

    def _ask_why(self, before: str) -> None:
        keys = [*REASONS.items(), *([("t", "own words")] if self.size.width >= _WIDE else [])]
        self.screen.query_one(Notice).tell(card.flowing(before, keys, self.size.width - 2))
        self._asks_why = True

    def on_key(self, event: events.Key) -> None:
        """Take a number as the reason of a rejection; another key leaves it without one."""
        if not self._asks_why or not event.character or not event.character.isdecimal():
            self._asks_why = self._asks_why and event.key == "t"
            return
        event.stop()
        if event.character in REASONS:
            self._do(self._desk.because, REASONS[event.character])
        else:
            self._ask_why(f"{event.character} is no reason. Why?")

    def action_why(self) -> None:
        """Ask for the reason of the last rejection in own words."""
        if self._asks_why:
            self._asks_why = False
            self.push_screen(AskScreen("Why was it rejected?", hint="your own words"), self._because)

    def _because(self, reason: str | None) -> None:
        if reason:
            self._do(self._desk.because, reason)

    def action_drop(self) -> None:
        """Let a wrong option be chosen to drop."""
        self._asks_why, item = False, self._item
        wrong = sum(not option.correct for option in item.question.options) if item else 0
        if not item or not wrong:
            self.say("There is no wrong option to drop")
        elif wrong == 1 and item.question.kind is QuestionKind.CHOICE:
            self.say("Only one wrong option is left: e edits it, x rejects it all")
        else:
            self.push_screen(DropScreen(item.question), self._drop)

    def _drop(self, number: int | None) -> None:
        if number:
            self._decide(self._desk.drop_option, number)

    def action_edit(self) -> None:
        """Edit the question on a screen of its own."""
        self._asks_why, item = False, self._item
        self._doubted = {}
        if item:
            beside = card.source(item, signs=self._signs, short=True)
            form = FormScreen(
                "Edit the question", fields(item.question), check=self._doubts, save=self._save, beside=beside
            )
            self.push_screen(form, self._edited)

    def _doubts(self, texts: Mapping[str, str]) -> Sequence[str]:
        try:
            return [remark.text for remark in self._desk.check(**values(texts))]
        except QuizgenError as error:
            return [str(error)]

    def _save(self, texts: Mapping[str, str]) -> str:
        """Store an edit, or return why not; one that is doubtful only when asked once more."""
        doubts = self._new_doubts(texts)
        if doubts and texts != self._doubted:
            self._doubted = texts
            return f"Not saved yet: {'; '.join(doubts)}. Ctrl-S again saves it so, Esc leaves"
        try:
            self._told = (self._desk.edit(**values(texts)).said, "") if self._is_shown() else _MEANWHILE
        except NothingToDo as error:
            self._told = str(error), _AMISS
        except (UsageError, StoreLocked) as error:
            return f"Not saved: {error.what}"
        except QuizgenError as error:
            self.failure = error
            self.exit()
        return ""

    def _new_doubts(self, texts: Mapping[str, str]) -> list[str]:
        """Return the flaws of an edit that could be stored, but for those that the question had before."""
        known = {remark.code for remark in self._item.warnings} if self._item else set()
        found = self._desk.check(**values(texts)) if self._is_shown() else ()
        return [one.text for one in found if one.severity != INFO and one.code not in {*known, UNFIT}]

    def _edited(self, texts: Mapping[str, str] | None) -> None:
        if texts is not None:
            said, style = self._told
            self.show_current()
            self.say(shortened(said, self.size.width - 2), style)

    def action_editor(self) -> None:
        """Edit the question in the editor of the user."""
        item = self._item
        if item:
            self._decide(self._edit_outside, item.question)

    def _edit_outside(self, question: Question) -> Outcome:
        """Store what a person made of a question in the editor; what cannot be stored is there the next time."""
        uid, draft = self._draft
        text = written(self, lambda: self._editor.write(question, draft if uid == question.uid else ""))
        self._draft = question.uid, text
        try:
            outcome = self._desk.edit(**self._editor.read(text))
        except UsageError as error:
            raise UsageError(error.what, todo="Press E to go on with what you wrote") from error
        self._draft = "", ""
        return outcome

    def action_search(self) -> None:
        """Ask for words, and show only what has them."""
        self._asks_why = False
        wanted = self._desk.wanted
        title = f"Show only questions with these words{f' (now: {wanted})' if wanted else ''}"
        self.push_screen(AskScreen(title, hint="words", without="show all", typed="search"), self._search)

    def _search(self, text: str | None) -> None:
        if text is None:
            return
        try:
            found = self._desk.search(text)
        except NothingToDo as error:
            self.say(str(error), _AMISS)
            return
        self.show_current()
        waiting = f"{found} that wait{'s' if found == 1 else ''} with {text!r}; / and Enter shows all again"
        self.say(waiting if text else "All again", "")

    def action_merge(self) -> None:
        """Show what asks the same, and let one be chosen."""
        self._asks_why, item = False, self._item
        try:
            others = self._desk.duplicates()
        except (UsageError, NothingToDo) as error:
            self.show_current()
            self.say(str(error), _AMISS)
            return
        if item and others:
            self.push_screen(MergeScreen([item.question, *others]), self._merge)
        else:
            self.say("No other question asks almost the same")

    def _merge(self, chosen: tuple[str, list[str]] | None) -> None:
        if chosen:
            into, others = chosen
            self._decide(self._desk.merge, others, into=into)

    def action_conflicts(self) -> None:
        """Show the first contradiction that nobody has settled."""
        self._asks_why = False
        waiting = [quarrel for quarrel in self._desk.conflicts() if quarrel.open]
        if waiting:
            self.push_screen(ConflictScreen(waiting[0], left=len(waiting)), self._settle)
        else:
            self.say("No facts contradict each other", "")

    def _settle(self, chosen: tuple[Any, list[str]] | None) -> None:
        if chosen and self._do(self._desk.settle, *chosen):
            left = sum(quarrel.open for quarrel in self._desk.conflicts())
            if left:
                self.action_conflicts()

    def action_help(self) -> None:
        """Show what every key does."""
        self._asks_why = False
        self.push_screen(HelpScreen("Review", HELP))

    def action_scroll(self, rows: int) -> None:
        """Scroll a long question."""
        self.query_one(card.Card).scroll_relative(y=rows, animate=False)


def fields(question: Question) -> list[Field]:
    """Return what can be edited in a question, as fields of a form."""
    found = [Field("prompt", "Question", question.prompt)]
    if question.kind not in SETS:  # the answer of these is made of their parts
        found.append(Field("answer", "Answer", question.answer))
        found.append(Field("accept", "Also accepted, one a line", "\n".join(question.accept), many=True))
    if question.options:
        wrong = "\n".join(option.text for option in question.options if not option.correct)
        found.append(Field("options", "Wrong options, one a line", wrong, many=True))
    return found


def shortened(text: str, width: int) -> str:
    """Return the beginning of a text that fits into a row, whole words only where that is possible."""
    row = show(text)
    if len(row) <= width:
        return row
    words = row[: width - 1].rpartition(" ")[0] if " " in row[: width - 1] else row[: width - 1]
    return f"{words.rstrip()}…"


def values(texts: Mapping[str, str]) -> dict[str, Any]:
    """Return the texts of the form as ``Desk.edit`` takes them."""
    many = ("accept", "options")
    return {
        name: [row.strip() for row in text.splitlines() if row.strip()] if name in many else text
        for name, text in texts.items()
    }


def review(desk: Desk, *, editor: Editor, signs: bool) -> None:
    """Let a person review what is on a desk. Raises KeyboardInterrupt for Ctrl-C, and what went wrong."""
    reviewer = Reviewer(desk, editor=editor, signs=signs)
    reviewer.run()
    reviewer.raise_end()
