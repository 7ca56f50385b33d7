"""How hard a question is: a number from 0 (easy) to 1 (hard), and the three words for stretches of it."""

import re

from quizgen.errors import UsageError

LEVELS = {"easy": 0.0, "medium": 0.5, "hard": 0.65}  # where each begins
FORMS = "easy, medium, hard or a range such as 0.3..0.6 or medium..hard"

_LEAST = 0.001  # difficulties have two decimals; so much below the next level is still this one
_NUMBER = re.compile(r"[01](?:\.\d+)?|\.\d+")

Span = tuple[float, float]  # lowest and highest, both included


def level(difficulty: float) -> str:
    """Return the word for a difficulty."""
    return max((name for name, start in LEVELS.items() if difficulty >= start), key=LEVELS.__getitem__, default="easy")


def parse(text: str) -> Span:
    """Read "easy", "0.3..0.6", "..0.5", "medium..hard"; raises UsageError."""
    low, dots, high = text.strip().casefold().partition("..")
    span = (_spans(low, text, 0.0)[0], _spans(high if dots else low, text, 1.0)[1])
    if not low + high or span[0] > span[1]:
        raise _unreadable(text)
    return span


def _spans(word: str, whole: str, missing: float) -> Span:
    """Return the stretch that one side of a range stands for."""
    word = word.strip()
    if word in LEVELS:
        later = [start for start in LEVELS.values() if start > LEVELS[word]]
        return LEVELS[word], min(later) - _LEAST if later else 1.0
    if word and not _NUMBER.fullmatch(word):
        raise _unreadable(whole)
    number = float(word) if word else missing
    if number > 1:
        raise _unreadable(whole)
    return number, number


def _unreadable(text: str) -> UsageError:
    return UsageError(f"{text!r} is no difficulty", todo=f"Give {FORMS}")
