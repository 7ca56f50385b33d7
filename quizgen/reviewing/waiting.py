"""Which questions wait for a decision, and in which order: doubtful ones first, then by template and text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from quizgen import ids
from quizgen.model import Filter, Question, QuestionStatus
from quizgen.reviewing.item import doubt, flags
from quizgen.store import CHANGED, Store

_ASKED = tuple(status.value for status in QuestionStatus if status is not QuestionStatus.RETIRED)
_KEPT = (QuestionStatus.KEPT, QuestionStatus.EDITED)


class Group(NamedTuple):
    """What is reviewed in one go: questions of one template in any form, as doubtful as each other."""

    sure: int
    template: str


class Ticket(NamedTuple):
    """A question in the queue; ``waits`` says that it is not decided yet."""

    uid: str
    group: Group
    score: float
    words: str  # what a search looks in
    waits: bool = True


def collect(store: Store, filter: Filter, *, every: bool) -> tuple[list[Ticket], set[str]]:
    """Return what waits, in order, and the uids of what was decided.

    With statuses in the filter, or ``every``, nothing counts as decided. The filter's limit counts what waits.
    """
    waiting, decided = [], set()
    asked = replace(filter, statuses=filter.statuses or _ASKED, limit=None)
    for question in store.questions(asked):
        if (open := waits(store, question)) or every or filter.statuses:
            waiting.append(ticket(question)._replace(waits=open))
        else:
            decided.add(question.uid)
    return list(ordered(waiting))[: filter.limit], set() if filter.limit else decided


def sorted_out(store: Store, filter: Filter, *, undecided: bool) -> list[Question]:
    """Return questions in the order of a review, and behind them what was decided, unless only the ``undecided`` count.

    The filter's limit counts in this order.
    """
    found = {one.uid: one for one in store.questions(replace(filter, limit=None))}
    first = {one.uid: one for one in ordered(ticket(one) for one in found.values() if waits(store, one))}
    behind = [uid for uid in found if uid not in first and not undecided]
    return [found[uid] for uid in [*first, *behind][: filter.limit]]


def waits(store: Store, question: Question) -> bool:
    """Return whether a question needs a decision: a new one, or one that got a flag or another answer after it."""
    if question.status is QuestionStatus.NEW:
        return True
    if question.status not in _KEPT:
        return False
    return bool(flags(question)) or (CHANGED in question.tags and _changed_since(store, question.uid))


def ticket(question: Question) -> Ticket:
    """Return the place in the queue of a question."""
    titles = {source.title for source in question.sources}
    said = " ".join([question.prompt, question.answer, question.document, question.template, *sorted(titles)])
    group = Group(doubt(question), question.template.partition(".")[0])
    return Ticket(question.uid, group, question.score, ids.normal(said))


def ordered(tickets: Iterable[Ticket]) -> Iterator[Ticket]:
    """Yield doubtful ones first, then the groups with the lowest scores; within a group they keep their order."""
    groups: dict[Group, list[Ticket]] = defaultdict(list)
    for one in tickets:
        groups[one.group].append(one)
    for group in sorted(groups, key=lambda group: (group.sure, _mean(groups[group]), group.template)):
        yield from groups[group]


def _mean(tickets: list[Ticket]) -> float:
    return sum(one.score for one in tickets) / len(tickets)


def _changed_since(store: Store, uid: str) -> bool:
    """Return whether a question changed after the last decision about it."""
    decided = max((entry.at for entry in store.standing(uid)), default=0)
    return any(modified > decided for _, _, modified in store.versions(Filter(uids=(uid,))))
