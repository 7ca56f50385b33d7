"""A quiz on the full screen."""

from quizgen.terminal.player.app import play

__all__ = ["play"]
