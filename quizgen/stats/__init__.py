"""What the answers of the past say: how much, how well, what is remembered, what is hard, which questions are bad."""

from quizgen.stats.answer import Answer, day
from quizgen.stats.counts import Line, Summary, streak, summary
from quizgen.stats.items import Item, bad, items
from quizgen.stats.retention import Recall, Retention, calibration, known_now, recalls, retention

__all__ = [
    "Answer",
    "Item",
    "Line",
    "Recall",
    "Retention",
    "Summary",
    "bad",
    "calibration",
    "day",
    "items",
    "known_now",
    "recalls",
    "retention",
    "streak",
    "summary",
]
