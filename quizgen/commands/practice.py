"""``play``: the questions in the terminal."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen.commands import common, selecting

if TYPE_CHECKING:
    from quizgen.commands.sitting import Sitting
    from quizgen.store import Store

MODES = ["mixed", "choice", "typed", "cloze", "order", "flip"]
_UNITS = {"s": 1, "m": 60, "h": 3600}


class Duration(click.ParamType):  # type: ignore[type-arg]
    """A stretch of time in seconds: 90s, 10m, 1h; a number alone is minutes."""

    name = "time"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        return "TIME"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        text = str(value).strip().casefold().removesuffix("in")
        unit = text[-1:] if text[-1:] in _UNITS else "m"
        number = text.removesuffix(unit).strip()
        if not number.isdecimal() or not 0 < int(number) < 10_000:
            self.fail(f"{value!r} is no time; give 90s, 10m or 1h.", param, ctx)
        return int(number) * _UNITS[unit]


class Players(click.ParamType):  # type: ignore[type-arg]
    """Names of at least two players, divided by commas."""

    name = "players"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        return "A,B"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        names = tuple(name.strip() for name in value.split(","))
        if len(names) < 2 or not all(names) or len({name.casefold() for name in names}) < len(names):
            self.fail(f"{value!r} must be two names or more, such as Ann,Ben.", param, ctx)
        return names


@click.command()
@click.option(
    "--mode", type=click.Choice(MODES), default="mixed", show_default=True, help="How questions are answered."
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="N",
    help="Ask at most this many questions, of each player as many: what is due, then new ones.",
)
@click.option("--new", type=click.IntRange(min=0), metavar="N", help="At most this many new questions.")
@click.option("--time", "seconds", type=Duration(), help="Stop after 90s, 10m or 1h; a number alone is minutes.")
@click.option("--cram", is_flag=True, help="Ask whether due or not, and leave the schedule as it is.")
@click.option("--players", type=Players(), help="Take turns, with scores and without a schedule.")
@click.option("--seed", metavar="TEXT", help="Fixes order and options; otherwise each quiz has its own.")
@click.option("--resume/--no-resume", default=None, help="Go on with a quiz that was broken off, or begin another.")
@click.option("--plain", is_flag=True, help="One line per answer, no colours: for pipes and screen readers.")
@click.option("--tui", is_flag=True, help="Use the full screen.")
@selecting.questions
@common.db
def play(
    db: Path | None,
    mode: str,
    limit: int | None,
    new: int | None,
    seconds: int | None,
    cram: bool,
    players: tuple[str, ...] | None,
    seed: str | None,
    resume: bool | None,
    plain: bool,
    tui: bool,
    **choice: Any,
) -> None:
    """Ask the questions in the terminal: what is due today, then some new ones.

    Type an answer, or :hint, :show, :skip, :undo, :right, :flag, :edit, :quit and more; :help lists them.
    """
    from quizgen import selection
    from quizgen.commands import resuming, sitting
    from quizgen.commands.seat import Seat
    from quizgen.session import Mode

    _check_screen(plain=plain, tui=tui)
    with common.opened(db) as (course, store):
        settings = course.settings
        wish = sitting.Wish(
            filter=selection.asked(common.chosen(**choice), settings),
            mode=Mode(mode),
            limit=limit,
            new=new,
            seconds=seconds,
            cram=cram,
            players=players or (),
            seed=seed,
            asked=resuming.asked(click.get_current_context()),
        )
        with Seat(store.path) as seat:
            left, now = resuming.left(store, seat, resume=resume, asked=wish.asked, now=common.now()), common.now()
            quiz = sitting.taken_up(store, settings, left) if left else sitting.begun(store, settings, wish, now=now)
            seat.take(quiz.recorder.session)
            _play(quiz, store, plain=plain, tui=tui)
        if quiz.scheduled and (waits := sitting.waiting(store, wish.filter, now=common.now())):
            common.say(waits)


def _play(quiz: "Sitting", store: "Store", *, plain: bool, tui: bool) -> None:
    """Play a quiz; one that is broken off stays to be gone on with."""
    try:
        _run(quiz, plain=plain, tui=tui)
    except KeyboardInterrupt:
        if quiz.session.step and not tui:
            common.note("The rest is kept. Go on with it: quizgen play --resume")
        raise
    store.end_session(quiz.recorder.session, at=common.now())


def _check_screen(*, plain: bool, tui: bool) -> None:
    """Raise UsageError where the full screen is asked for and cannot be."""
    from quizgen.errors import UsageError

    if plain and tui:
        raise click.UsageError("--plain and --tui do not go together")
    if tui and not common.has_screen():
        raise UsageError("The full screen needs a terminal", todo="Leave --tui out")


def _run(quiz: "Sitting", *, plain: bool, tui: bool) -> None:
    import os
    import time

    if tui:
        from quizgen.terminal import player

        player.play(quiz.session, output=sys.stdout, clock=time.time, opening=quiz.opening)
        return
    from quizgen.terminal import plain as lines
    from quizgen.terminal.text import wants_color

    color = not plain and wants_color(sys.stdout, os.environ)
    lines.play(quiz.session, input=sys.stdin, output=sys.stdout, clock=time.time, color=color, opening=quiz.opening)
