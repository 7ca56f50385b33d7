"""The application of a quiz."""

from collections.abc import Callable

from quizgen.session import Score, Session
from quizgen.terminal.player.screen import QuizScreen
from quizgen.terminal.widgets import Window


class Player(Window):
    """Plays a session on the full screen."""

    def __init__(self, session: Session, clock: Callable[[], float]) -> None:
        super().__init__()
        self.title = "quizgen"
        self.quiz = QuizScreen(session, clock)

    def on_mount(self) -> None:
        """Show the quiz."""
        super().on_mount()
        self.push_screen(self.quiz)


def play(session: Session, *, clock: Callable[[], float]) -> Score:
    """Play ``session`` until the player leaves, and return the score; ``clock`` gives seconds since the epoch.

    Raises KeyboardInterrupt where the player left with Ctrl-C, and what the store raises.
    """
    player = Player(session, clock)
    player.run()
    if player.failure:
        raise player.failure
    if player.interrupted:
        raise KeyboardInterrupt
    return session.score()
