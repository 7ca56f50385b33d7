"""A quiz without input or output: questions in, steps and results out."""

from quizgen.session.judging import Explanation
from quizgen.session.quiz import NoRecorder, Recorder, Result, Score, Session
from quizgen.session.steps import LETTERS, Mode, Step

__all__ = ["LETTERS", "Explanation", "Mode", "NoRecorder", "Recorder", "Result", "Score", "Session", "Step"]
