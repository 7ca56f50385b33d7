"""Grades typed answers as a fair teacher would: generous with form, strict with content."""

from quizgen.grading.answers import grade
from quizgen.grading.verdict import Verdict, best, worst

__all__ = ["Verdict", "best", "grade", "worst"]
