"""Reviewing questions: what waits for a teacher's decision, and the decisions; without input or output."""

from quizgen.reviewing.desk import Desk, Outcome
from quizgen.reviewing.item import FLAGGED, REASONS, UNFIT, Item, Remark
from quizgen.reviewing.pace import Pace
from quizgen.reviewing.quarrels import Claim, Quarrel

__all__ = ["FLAGGED", "REASONS", "UNFIT", "Claim", "Desk", "Item", "Outcome", "Pace", "Quarrel", "Remark"]
