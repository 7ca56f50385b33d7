"""The application of a quiz."""

from collections.abc import Callable
from typing import TextIO

from quizgen.session import Score, Session
from quizgen.terminal.player.screen import QuizScreen
from quizgen.terminal.telling import Teller
from quizgen.terminal.widgets import Window


class Player(Window):
    """Plays a session on the full screen."""

    def __init__(self, session: Session, clock: Callable[[], float], opening: str = "") -> None:
        super().__init__()
        self.title = "quizgen"
        self.quiz = QuizScreen(session, clock, opening)

    def on_mount(self) -> None:
        """Show the quiz."""
        super().on_mount()
        self.push_screen(self.quiz)


def play(session: Session, *, output: TextIO, clock: Callable[[], float], opening: str = "") -> Score:
    """Play ``session`` until the player leaves, and return the score, which is printed to ``output`` as well.

    ``clock`` gives seconds since the epoch; ``opening`` is said first. Raises KeyboardInterrupt where the player left
    with Ctrl-C, and what the store raises.
    """
    player = Player(session, clock, opening)
    player.run()
    teller = Teller(output, color=not player.no_color, width=None)
    if session.results:
        teller.summary(session, clock())
    if player.interrupted and session.step:
        teller.say("The rest is kept: the next quizgen play goes on with it.", style="dim")
    player.raise_end()
    return session.score()
