"""A quiz without input or output: questions in, steps and results out."""

from quizgen.session.judging import Explanation
from quizgen.session.quiz import RATINGS, Session
from quizgen.session.recording import Kept, NoRecorder, Recorder
from quizgen.session.scoring import Given, Result, Score
from quizgen.session.steps import LETTERS, Mode, Step, mixed
from quizgen.session.words import REASONS, again, ago

__all__ = [
    "LETTERS",
    "RATINGS",
    "REASONS",
    "Explanation",
    "Given",
    "Kept",
    "Mode",
    "NoRecorder",
    "Recorder",
    "Result",
    "Score",
    "Session",
    "Step",
    "again",
    "ago",
    "mixed",
]
