"""Changes a question in the plain player: asks for each of its parts in turn."""

from quizgen.model import SETS, Question, QuestionKind
from quizgen.safe import show
from quizgen.terminal.lines import PROMPT, Lines
from quizgen.terminal.telling import Teller
from quizgen.terminal.text import cells

_EMPTY = "-"
_DIVIDER = " | "

Changes = dict[str, str | tuple[str, ...]]


class _LeftError(Exception):
    """The question shall stay as it was."""


def asked(question: Question, lines: Lines, teller: Teller, *, solved: bool) -> Changes:
    """Ask for the new words of a question and return what is other now, by the names of ``Session.edit``.

    Without ``solved`` that is its wording alone, so that its answer is not given away. Ctrl-C and a colon, alone or
    behind what stood there, leave all as it was.
    """
    keeps = (
        "Change what is there, or press Enter" if lines.editing else f"Enter keeps what is there, {_EMPTY} empties it"
    )
    leaves = "Ctrl-C or a colon leaves" if lines.someone else "a colon leaves"
    teller.say(f"{keeps}; {leaves} the question as it was.", style="dim")
    changes: Changes = {}
    said: list[str] = []
    try:
        for name, label, now in _parts(question)[: None if solved else 1]:
            typed = _typed(lines, teller, label, now)
            if typed != now:
                changes[name] = typed if name in ("prompt", "answer") else _items(typed)
                said.append(f"{label}: {show(now) or 'nothing'} → {show(typed) or 'nothing'}")
    except _LeftError:
        return {}
    except KeyboardInterrupt:
        if not lines.someone:
            raise
        teller.say("")
        return {}
    for line in said:
        teller.say(line, rest="  ")
    return changes


def _typed(lines: Lines, teller: Teller, label: str, now: str) -> str:
    """Return the new words of one part; raises _LeftError."""
    if lines.editing and cells(show(f"{label}: {now}")) < teller.columns:
        typed = lines.read(f"{label}: ", given=show(now))
        _check(typed, now)
        return typed
    teller.say(show(now), first=f"{label}: ", rest="  ")
    if lines.editing:
        teller.say("The up arrow brings it here to be changed; Enter keeps it.", style="dim")
    typed = lines.read(PROMPT, before=show(now))
    _check(typed, now)
    return now if not typed else "" if typed == _EMPTY else typed


def _check(typed: str, now: str) -> None:
    """Raise _LeftError where a colon, or a command, was typed alone or behind what stood there."""
    more = typed.removeprefix(now)
    if typed != now and more.startswith(":"):
        raise _LeftError


def _parts(question: Question) -> list[tuple[str, str, str]]:
    """Return what of a question can be changed: its field, what to call it, and what it is now."""
    parts = [("prompt", "Question", question.prompt), ("answer", "Answer", question.answer)]
    if question.kind in SETS or question.kind is QuestionKind.TRUEFALSE:
        return parts[: 1 if question.kind in SETS else 2]
    parts.append(("accept", "Also right", _DIVIDER.join(question.accept)))
    wrong = [option.text for option in question.options if not option.correct]
    return [*parts, ("options", "Wrong options", _DIVIDER.join(wrong))] if wrong else parts


def _items(typed: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in typed.split(_DIVIDER.strip()) if item.strip())
