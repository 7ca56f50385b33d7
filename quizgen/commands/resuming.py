"""Whether ``play`` goes on with a quiz that was broken off."""

import shlex
import sys
from collections.abc import Iterator
from typing import Any

import click
from click.core import ParameterSource

from quizgen.commands import common
from quizgen.commands.seat import Seat
from quizgen.errors import NothingToDo
from quizgen.session import ago
from quizgen.store import Store, Unfinished

STALE = 86_400  # seconds after which nobody wants to go on with a quiz
_SHOWING = {"plain", "tui", "resume", "db"}  # options that do not say what is asked


def asked(context: click.Context) -> str:
    """Return the options that say what is asked, as they might be typed again; "" where there are none."""
    given = [
        (option, context.params[option.name])
        for option in context.command.params
        if option.name
        and option.name not in _SHOWING
        and context.get_parameter_source(option.name) is ParameterSource.COMMANDLINE
    ]
    words = [
        " ".join(filter(None, [option.opts[0], word])) for option, value in given for word in _words(option, value)
    ]
    return " ".join(words)


def _words(option: click.Parameter, value: Any) -> Iterator[str]:
    """Yield the value of an option once for each time that it has to be typed."""
    if isinstance(value, bool):
        yield ""
    elif isinstance(value, tuple) and getattr(option, "multiple", False):
        yield from (shlex.quote(",".join(one) if isinstance(one, tuple) else str(one)) for one in value)
    elif isinstance(value, tuple):
        yield shlex.quote(",".join(value))
    else:
        yield shlex.quote(f"{value}s" if option.name == "seconds" else str(value))


def left(store: Store, seat: Seat, *, resume: bool | None, asked: str, now: int) -> Unfinished | None:
    """Return the quiz that was broken off, if it is to go on: as asked for, or as the player answers.

    One that is being played in another window is none. Who asks for something else is not asked, but told that it
    waits; who says no is not asked again. Raises NothingToDo where ``resume`` finds none.
    """
    every = sorted(store.unfinished(), key=lambda one: not one.answered)
    found = next((one for one in every if seat.take(one.session)), None)
    if resume:
        return found or _none(running=bool(every))
    if found is None or not found.answered or now - found.last_at > STALE:
        return None
    if resume is None and (not common.someone() or asked not in ("", found.options.get("asked", ""))):
        common.note(f"{_told(found, now)} It waits: quizgen play --resume")
        seat.leave(found.session)
        return None
    if resume is None and _wanted(found, now):
        return found
    store.end_session(found.session, at=now)
    return None


def _none(*, running: bool) -> Unfinished:
    if running:
        raise NothingToDo("Your quiz is still open in another window", todo="Go on there, or leave --resume out")
    raise NothingToDo("No quiz was broken off", todo="Begin one with 'quizgen play'")


def _told(left: Unfinished, now: int) -> str:
    """Return which quiz was broken off: how it was begun, how far it came and when that was."""
    options = left.options.get("asked", "")
    begun = f" ({options})" if options else ""
    whole = left.answered + len(left.remaining)
    return f"Your last quiz{begun} was broken off {ago(left.last_at, now)}: {left.answered} of {whole} answered."


def _wanted(left: Unfinished, now: int) -> bool:
    """Ask a person whether to go on; raises KeyboardInterrupt where there comes no answer."""
    from quizgen.terminal.lines import GoneError, Lines
    from quizgen.terminal.telling import Teller

    teller, lines = Teller(sys.stdout, color=False, width=None), Lines(sys.stdin, sys.stdout)
    teller.say(_told(left, now))
    try:
        while True:
            said = lines.read("Go on with it? [Y/n] ").casefold()
            if said in ("", "y", "yes", "n", "no"):
                return said[:1] != "n"
            teller.say("Type y to go on with it, or n to begin another one.")
    except (EOFError, GoneError):
        raise KeyboardInterrupt from None
