"""What each key does, and when."""

from dataclasses import dataclass
from enum import Enum

from textual.binding import Binding, BindingType


class Phase(Enum):
    """Where a question stands."""

    PICKING = 1  # an option is asked for
    TYPING = 2  # words are
    THINKING = 3  # the front of a card is shown
    RATING = 4  # its back is
    ANSWERED = 5
    OVER = 6


_ASKING = frozenset({Phase.PICKING, Phase.TYPING, Phase.THINKING})
_ASKED = _ASKING | {Phase.RATING}
_SHOWN = _ASKED | {Phase.ANSWERED}


@dataclass(frozen=True, slots=True)
class Key:
    """A key, as bound and as shown, its action and phases, a word for the key bar and the meaning for the help."""

    bound: str
    shown: str
    action: str
    phases: frozenset[Phase]
    word: str
    meaning: str = ""


_ENTER = "enter,space"
# The order is that of the key bar: what is wanted most comes first, and what does not fit is left to the help.
KEYS = (
    Key(_ENTER, "Enter", "enter", frozenset({Phase.TYPING}), "back to typing"),
    Key(_ENTER, "Enter", "enter", frozenset({Phase.THINKING}), "answer"),
    Key(_ENTER, "Enter", "enter", frozenset({Phase.RATING}), "right"),
    Key(_ENTER, "Enter", "enter", frozenset({Phase.ANSWERED}), "next", "take an option, see the answer, go on"),
    Key(_ENTER, "Enter", "enter", frozenset({Phase.OVER}), "leave"),
    Key("m", "m", "retry", frozenset({Phase.OVER}), "misses again", "at the end: ask once more what was missed"),
    Key("question_mark,f1", "?", "help", frozenset(Phase), "help", "this list; F1 while you type"),
    Key("h", "h", "hint", _ASKED, "hint", "a hint; again, and you get a better one"),
    Key("r", "r", "right", frozenset({Phase.ANSWERED}), "I was right", "count the last answer as right"),
    Key("minus", "-", "rate(-1)", frozenset({Phase.ANSWERED}), "sooner", "the last answer was harder: ask it sooner"),
    Key("plus,equals_sign", "+", "rate(1)", frozenset({Phase.ANSWERED}), "later", "it was easier: ask it later"),
    Key("d", "d", "surrender", _ASKING, "don't know", "see the answer; that counts as wrong"),
    Key("s", "s", "skip", _ASKED, "skip", "leave the question out this time"),
    Key("u", "u", "undo", frozenset(Phase), "undo", "take the last answer back, as often as you like"),
    Key("f", "f", "flag", _SHOWN, "flag", "the question is bad, and why"),
    Key("e", "e", "edit", _SHOWN, "edit", "change its words; what you know stays"),
    Key("x", "x", "suspend", _SHOWN, "suspend", "never ask it again (see quizgen unsuspend)"),
    Key("b", "b", "last", _ASKED, "last answer", "look at the last answer again, to rate, flag or edit it"),
    Key("q", "q", "leave", frozenset(Phase), "leave", "leave; every answer is stored already"),
    Key(_ENTER, "Enter", "enter", frozenset({Phase.PICKING}), "take"),
    Key("escape", "Esc", "back", frozenset({Phase.TYPING, Phase.OVER}), "back"),
)
# Keys without a name in the rows, each with its action.
MOVES = (
    ("down,j", "down(1)"),
    ("up,k", "down(-1)"),
    ("pagedown", "page(1)"),
    ("pageup", "page(-1)"),
    ("colon", "command"),
)
TYPING = (("Enter", "answer", ""), ("Esc", "hint, skip …", "screen.back"), ("F1", "help", "screen.help"))
# What a line that begins with a colon may ask for, as in the plain player; the begin of a word is enough.
COMMANDS = {
    "hint": "hint",
    "show": "surrender",
    "skip": "skip",
    "undo": "undo",
    "right": "right",
    "accept": "accept",
    "flag": "flag",
    "edit": "edit",
    "suspend": "suspend",
    "last": "last",
    "retry": "retry",
    "quit": "leave",
    "exit": "leave",
    "help": "help",
    "?": "help",
}
FLIP = (
    "right",
    "close",
    "wrong",
    "easy",
)  # what the numbers say of a card that was turned over, as in the plain player
_OTHERS = (
    ("1 2 …", "take an option; arrows and Enter or a click do it too"),
    ("1 2 3 4", "on the back of a card: right, close, wrong, easy"),
    ("Esc", "while you type: the next key is one of this list"),
    (":", "while you type: a command of the plain player, such as :hint"),
    ("↑ ↓", "scroll, as PgUp and PgDn do"),
    ("Ctrl-C", "leave at once"),
)


def bindings() -> list[BindingType]:
    """Return what to bind; the phase decides what an action may do."""
    return [Binding(bound, action, show=False) for bound, action in {key.bound: key.action for key in KEYS}.items()]


def of(phase: Phase) -> list[tuple[str, str, str]]:
    """Return the keys of a phase for the key bar."""
    return [(key.shown, key.word, f"screen.{key.action}") for key in KEYS if phase in key.phases]


def allowed(action: str, phase: Phase) -> bool:
    """Tell whether an action that has a key may be done in a phase."""
    phases = [key.phases for key in KEYS if key.action.partition("(")[0] == action]
    return not phases or any(phase in one for one in phases)


def table() -> list[tuple[str, str]]:
    """Return keys and meanings for the help."""
    return [*((key.shown, key.meaning) for key in KEYS if key.meaning), *_OTHERS]
