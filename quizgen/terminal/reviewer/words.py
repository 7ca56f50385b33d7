"""What both reviewers say of an item and of the pace."""

from quizgen.model import Question
from quizgen.reviewing import Item, Pace


def place_of(question: Question) -> str:
    """Return where the sentence stands that answers a question: title, section and line."""
    source = question.sources[0]
    return ", ".join(filter(None, [source.title or source.document, source.section, f"line {source.line}"]))


def group_said(item: Item) -> str:
    """Return what the group of an item asks, and how many are left of it."""
    return f"{'last of its group' if item.alike == 1 else f'{item.alike} left in this group'} · {item.group}"


def speed(pace: Pace) -> str:
    """Return how fast it goes, and how long what is left takes; "" where nothing is left."""
    if not pace.decided:
        return f"about {_minutes(pace.remaining)} at 6 a minute" if pace.left else ""
    left = f", {_minutes(pace.remaining)} left" if pace.left else ""
    return f"{pace.each:.0f} s each{left}"


def _minutes(seconds: float) -> str:
    return f"{seconds / 60:.0f} min" if seconds >= 90 else f"{seconds:.0f} s"
