"""What both reviewers say of an item and of the pace."""

from quizgen.model import Question, QuestionStatus
from quizgen.reviewing import Desk, Item, Pace

_STATUS = {QuestionStatus.KEPT: "accepted", QuestionStatus.EDITED: "edited", QuestionStatus.REJECTED: "rejected"}


def place_of(question: Question) -> str:
    """Return where the sentence stands that answers a question: title, section and line."""
    source = question.sources[0]
    return ", ".join(filter(None, [source.title or source.document, source.section, f"line {source.line}"]))


def group_said(item: Item) -> str:
    """Return what the group of an item asks, how many are left of it, and what was decided about it before."""
    status = _STATUS.get(item.question.status)
    left = "last of its group" if item.alike == 1 else f"{item.alike} left in this group"
    return f"{f'{status} before · ' if status else ''}{left} · {item.group}"


def progress_said(desk: Desk) -> str:
    """Return how far the work has come, in a search that of what it shows."""
    done, total = desk.progress
    return f"{done} of {total}{f' with {desk.wanted!r}' if desk.wanted else ''}"


def beginning(desk: Desk) -> str:
    """Return what there is to know at the start; "" where that is nothing."""
    quarrels = sum(quarrel.open for quarrel in desk.conflicts())
    said = f"Your texts contradict each other in {quarrels} place{'s' if quarrels > 1 else ''}: press c. "
    again = f"{desk.again} of these {'is' if desk.again == 1 else 'are'} decided already."
    return f"{said if quarrels else ''}{again if desk.again else ''}".strip()


def farewell(desk: Desk) -> list[str]:
    """Return the lines that end a review: what was decided, what waits, and what comes next."""
    tally = ", ".join(f"{count} {action}" for action, count in desk.tally.items())
    left = desk.total - desk.done
    wait = "are left" if desk.again else "still wait"
    waits = f"{left} of {desk.total} {wait}" if left else f"All {desk.total} are decided"
    lines = [f"{tally[:1].upper()}{tally[1:] or 'Nothing decided'}. {waits}."]
    return [*lines, "Decks get it with: quizgen make. Take it back with: quizgen undo"] if tally else lines


def speed(pace: Pace) -> str:
    """Return how fast it goes, and how long what is left takes; "" where nothing is left."""
    if not pace.is_known:
        return f"about {_minutes(pace.remaining)} at 6 a minute" if pace.left else ""
    left = f", {_minutes(pace.remaining)} left" if pace.left else ""
    return f"{max(1, round(pace.each))} s each{left}"


def _minutes(seconds: float) -> str:
    return f"{seconds / 60:.0f} min" if seconds >= 90 else f"{seconds:.0f} s"
