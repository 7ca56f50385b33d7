"""The keys of the reviewer: what stands at the bottom, and what the help says."""

from textual.app import ComposeResult
from textual.containers import Vertical

from quizgen.reviewing import REASONS
from quizgen.terminal.widgets import KeyBar

_DECIDE = [
    ("a", "accept", "app.accept"),
    ("x", "reject", "app.reject"),
    ("Space", "later", "app.later"),
    ("A", "accept group", "app.accept_group"),
    ("u", "undo", "app.undo"),
]
_MEND = [
    ("e", "edit", "app.edit"),
    ("d", "drop", "app.drop"),
    ("m", "merge", "app.merge"),
    ("c", "contradictions", "app.conflicts"),
    ("/", "search", "app.search"),
    ("?", "help", "app.help"),
    ("q", "quit", "app.quit"),
]
KEYS = [*_DECIDE, *_MEND]
HELP = [
    ("", "Decide; the next question comes by itself"),
    ("a", "accept: checked and good"),
    ("x", "reject: decks and quizzes leave it out"),
    ("x 1", f"… and why: {', '.join(f'{key} {why}' for key, why in REASONS.items())}, t your own words"),
    ("Space", "later: it comes again at the end"),
    ("A", "accept all that is left of this group; asks first"),
    ("u", "undo, as often as you like, also what you did another day"),
    ("", "Mend"),
    ("e", "edit question, answer, accepted answers, options"),
    ("E", "the same in your own editor ($EDITOR)"),
    ("d", "drop a wrong option: then its number"),
    ("m", "merge with a question that asks the same"),
    ("c", "decide between facts that contradict each other"),
    ("", "Find and leave"),
    ("/", "show only what has these words; with none, everything"),
    ("↑ ↓", "scroll"),
    ("q", "leave; everything is stored already"),
    ("", "What is not decided is in decks, too; quizgen export --reviewed-only leaves it out"),
]
_NARROW = ("a", "x", "Space", "u", "e", "d", "/", "?", "q")
_AT_END = ("u", "c", "/", "?", "q")


class Keys(Vertical):
    """Two rows of keys: those that decide, and those that mend, find and leave."""

    DEFAULT_CSS = "Keys { height: auto; width: 1fr; dock: bottom; }"

    def compose(self) -> ComposeResult:
        """Put one row below the other."""
        yield KeyBar(id="decide")
        yield KeyBar(id="mend")

    def tell(self, *, narrow: bool, end: bool) -> None:
        """Name the keys that have a use, on a narrow screen the most wanted; at the ``end`` no question is left."""
        for name, keys in (("decide", _DECIDE), ("mend", _MEND)):
            shown = [key for key in keys if (not narrow or key[0] in _NARROW) and (not end or key[0] in _AT_END)]
            self.query_one(f"#{name}", KeyBar).tell(shown)
