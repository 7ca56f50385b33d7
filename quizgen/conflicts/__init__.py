"""Finds facts that contradict each other and takes them out of use until a person decides which is right.

Two facts contradict each other where both say of the same thing what can be only one: the time of an event that
happens once, or an amount of the same measure, apart from what rounding explains. Statements that differ in anything
else (a place, another time, what is counted) do not meet. Only facts about the same are compared, and those in order.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice, takewhile
from typing import NamedTuple

from quizgen import codec, ids
from quizgen.conflicts.ranges import Range
from quizgen.conflicts.stakes import Key, at_stake
from quizgen.model import Fact, FactStatus, Filter
from quizgen.store import Store

VERSION = "1"  # raise it when the same facts give other conflicts

_SETTLED = "conflicts settled"  # name under which the store remembers for which state this was done
_SHOWN = 5  # facts that one fact is said to contradict


class Side(NamedTuple):
    """One of the facts that speak of the same: ``said`` is its value, ``source`` the sentence that says it."""

    uid: str
    range: Range
    said: str
    source: str
    kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A fact with the facts that it contradicts; ``open`` says that nobody has decided for one of them yet."""

    uid: str
    said: str
    others: tuple[Side, ...]
    open: bool


class _Sides:
    """Sides in the order of their ends, so that those outside of a range are found without a look at the others."""

    def __init__(self, sides: Iterable[Side]) -> None:
        self._upwards = sorted(sides, key=lambda side: (side.range.high, side.uid))
        self._downwards = sorted(self._upwards, key=lambda side: (-side.range.low, side.uid))

    def against(self, side: Side) -> tuple[Side, ...]:
        """Return some of those that contradict a side; a sentence does not contradict itself."""
        below = takewhile(lambda other: other.range.high < side.range.low, self._upwards)
        above = takewhile(lambda other: other.range.low > side.range.high, self._downwards)
        return tuple(islice((other for other in chain(below, above) if other.source != side.source), _SHOWN))


def find(facts: Iterable[Fact]) -> Iterator[list[Dispute]]:
    """Yield groups of facts that contradict each other, in the order of ``facts``; rejected ones do not count.

    A kept fact is no dispute, however many contradict it; those are then decided against.
    """
    groups: dict[Key, list[Side]] = defaultdict(list)
    for fact in facts:
        if fact.status is not FactStatus.REJECTED:
            source = fact.evidence[0].sentence
            for stake in at_stake(fact):
                kept = fact.status is FactStatus.KEPT
                groups[stake.key].append(Side(fact.uid, stake.range, stake.said, source, kept))
    for sides in groups.values():
        disputed = list(_disputed(sides)) if len(sides) > 1 else []
        if disputed:
            yield disputed


def _disputed(sides: list[Side]) -> Iterator[Dispute]:
    kept = _Sides(side for side in sides if side.kept)
    lost = {side.uid: against for side in sides if not side.kept and (against := kept.against(side))}
    waiting = _Sides(side for side in sides if not side.kept and side.uid not in lost)
    for side in sides:
        if side.uid in lost:
            yield Dispute(uid=side.uid, said=side.said, others=lost[side.uid], open=False)
        elif not side.kept and (against := waiting.against(side)):
            yield Dispute(uid=side.uid, said=side.said, others=against, open=True)


def settle(store: Store, *, now: int) -> int:
    """Mark the facts that contradict others, clear those that no longer do; returns how many changed.

    Where nothing has changed since the last time, nothing is read or written.
    """
    state = _state(store)
    if store.setting(_SETTLED) == state:
        return 0
    disputed = {dispute.uid for dispute in chain.from_iterable(find(store.facts()))}
    with store.transaction():
        changed = store.mark_conflicts(disputed, now=now)
        store.set_setting(_SETTLED, state)
    return changed


def disputes(store: Store) -> list[list[Dispute]]:
    """Return the groups of facts that are marked now, those of which nobody has decided first."""
    marked = store.facts(Filter(statuses=(FactStatus.CONFLICT, FactStatus.KEPT)))
    return sorted(find(marked), key=lambda group: not any(dispute.open for dispute in group))


def _state(store: Store) -> str:
    """Return a digest of what conflicts rest on: the documents as they were read, and the last decisions."""
    read = [[one.uid, one.extracted] for one in store.shelved()]
    return ids.digest(codec.dump([VERSION, read, [entry.id for entry in store.last_batch()]]))
