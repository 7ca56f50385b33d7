"""Reviewing questions: what waits for a teacher's decision, and the decisions; without input or output."""

from quizgen.reviewing.desk import Desk, Outcome
from quizgen.reviewing.item import FLAGGED, REASONS, Item, Remark
from quizgen.reviewing.pace import Pace

__all__ = ["FLAGGED", "REASONS", "Desk", "Item", "Outcome", "Pace", "Remark"]
