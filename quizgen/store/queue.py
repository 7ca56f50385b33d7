"""What to ask next: chosen by the database from indexes, a few rows at a time, however many cards there are."""

import json
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from quizgen import codec
from quizgen.model import Filter, Question
from quizgen.store.connection import BATCH
from quizgen.store.finding import Conditions
from quizgen.store.rows import SELECT, record
from quizgen.store.sessions import Sessions

_DAY = 86_400
_PAGE = 64  # candidates that are looked at in one query
_PAGES = (_PAGE, 16 * _PAGE, -1)  # how many are sorted at once: a few are found without sorting all

_FEW = 8
_IN_USE = "q.retired_at is null and q.status <> 'rejected'"
_FACTS = "(select json_group_array(f.fact_id) from question_fact f where f.question_id = q.id)"
_SIBLING = """exists (select 1 from question_fact f join question_fact o on o.fact_id = f.fact_id
    join card c on c.question_id = o.question_id
    where f.question_id = q.id and o.question_id <> q.id and c.last_at > ?)"""
_CANDIDATE = f"q.id, q.uid, {_FACTS}, {_SIBLING}, q.position"
_JOINED = "question q left join document d on d.id = q.document_id"
_COUNTS = f"""
    select d.key, coalesce(sum(u.id is null and c.due_at <= ?), 0), coalesce(sum(u.id is null and c.due_at is null), 0),
        coalesce(sum(u.id is null and c.due_at > ?), 0), coalesce(sum(u.id is not null), 0),
        min(case when u.id is null and c.due_at > ? then c.due_at end)
    from {_JOINED} left join card c on c.question_id = q.id left join suspension u on u.question_id = q.id
    where {{where}} {{grouped}}
"""
_OPTIONS = "q.options <> '[]' or q.kind = 'truefalse'"
# Time since the last rating over stability: what is most likely to be forgotten comes first.
_OVERDUE = """select question_id from card indexed by card_due where due_at <= ? and {homes}
    order by (? - rated_at) / max(stability, 0.01) desc, question_id"""
_AT_HOME = "question_id in (select id from question where document_id in (select value from json_each(?)))"
_LEAST_RECENT = "select question_id from card where {homes} order by last_at, question_id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many questions wait: ``due`` by the time asked for, ``new`` never rated, ``later`` due after it."""

    due: int
    new: int
    later: int
    suspended: int
    next_due: int | None = None  # when the first of the later ones is due


class Candidate(NamedTuple):
    """A question that could be asked; ``waits``: another one about its fact was answered today."""

    id: int
    uid: str
    facts: str  # JSON
    waits: int
    position: int


class Queue(Sessions):
    """The part of the store that says what to ask."""

    def queue(
        self,
        filter: Filter = Filter(),  # noqa: B008
        *,
        now: int,
        until: int,
        new: int | None = None,
        limit: int | None = None,
        cram: bool = False,
        kinds: Sequence[str] = (),
        with_options: bool = False,
    ) -> list[str]:
        """Return uids of what to ask: what is due by ``until``, the likeliest forgotten first, then ``new`` ones.

        New ones come from all documents in turn. Questions about one fact come after all others, and so do those about
        a fact that another question asked for on this day. ``cram`` asks regardless of what is due, what was not asked
        for longest first. ``kinds`` and ``with_options`` are what the mode can play; None is no limit.
        """
        where, homes = self._playable(filter, kinds, with_options=with_options), self._shelf(filter)
        midnight = until - _DAY
        due = self._seen(self._ranked(filter, homes, until=until, now=now, cram=cram), where, midnight)
        fresh = self._fresh(homes, where, midnight, unasked=cram)
        streams = [(fresh, None), (due, None)] if cram else [(due, None), (fresh, new)]
        return _apart(streams, limit)

    def load(self, uids: Iterable[str]) -> Iterator[Question]:
        """Yield the questions with these whole uids, in this order; what is not there is left out."""
        waiting, places = iter(uids), self._homes()
        while batch := list(islice(waiting, BATCH)):
            rows = self._rows(f"{SELECT} where q.uid in (select value from json_each(?))", [codec.dump(batch)])
            found = {row[0]: record(row, places).question for row in rows}
            yield from (found[uid] for uid in batch if uid in found)

    def suspend(self, uid: str, *, at: int) -> str:
        """Take a question out of quizzes until it is taken back; returns its whole uid. Raises UsageError."""
        uid = self.find(uid, ["question"])[1]
        self._run(
            "insert or ignore into suspension (question_id, at) select id, ? from question where uid = ?", [at, uid]
        )
        return uid

    def unsuspend(self, uid: str) -> str:
        """Ask a suspended question again; returns its whole uid. Raises UsageError."""
        uid = self.find(uid, ["question"])[1]
        self._run("delete from suspension where question_id = (select id from question where uid = ?)", [uid])
        return uid

    def suspended(self) -> dict[str, int]:
        """Return when questions were suspended, by uid."""
        return dict(
            self._rows("select q.uid, u.at from suspension u join question q on q.id = u.question_id order by 1")
        )

    def counts_due(self, filter: Filter = Filter(), *, until: int) -> Counts:  # noqa: B008
        """Count what is due by ``until``, what is new and what is due later; the filter's limit does not matter."""
        ((_, found),) = self._counts(filter, "", until)
        return found

    def counts_by_document(self, filter: Filter = Filter(), *, until: int) -> dict[str, Counts]:  # noqa: B008
        """Count as ``counts_due`` does, by key of the document; "" stands for questions that belong to none."""
        return dict(self._counts(filter, "group by d.id order by d.key is null, d.key", until))

    def _counts(self, filter: Filter, grouped: str, until: int) -> Iterator[tuple[str, Counts]]:
        where = self._questions_where(filter)
        where.add(_IN_USE)
        for key, *counts in self._rows(_COUNTS.format(where=where, grouped=grouped), [until] * 3 + where.values):
            due, new, later, suspended, first = counts
            yield key or "", Counts(due=due, new=new, later=later, suspended=suspended, next_due=first)

    def forecast(self, filter: Filter = Filter(), *, ends: Sequence[int]) -> dict[str, list[int]]:  # noqa: B008
        """Count by document key what falls due up to each of the rising ``ends`` and after the one before it."""
        where, found = self._playable(filter), dict[str, list[int]]()
        sql = f"""select coalesce(d.key, ''), c.due_at from card c join question q on q.id = c.question_id
            left join document d on d.id = q.document_id
            where c.due_at <= ? and {where} order by d.key is null, d.key"""
        for key, due in self._rows(sql, [ends[-1], *where.values]):
            found.setdefault(key, [0] * len(ends))[bisect_left(ends, due)] += 1
        return found

    def _playable(self, filter: Filter, kinds: Sequence[str] = (), *, with_options: bool = False) -> Conditions:
        where = self._questions_where(filter)
        where.among("q.kind", kinds)
        where.add(_IN_USE)
        where.add("not exists (select 1 from suspension u where u.question_id = q.id)")
        if with_options:
            where.add(_OPTIONS)
        return where

    def _ranked(
        self, filter: Filter, homes: list[int | None], *, until: int, now: int, cram: bool
    ) -> Iterator[list[int]]:
        """Yield ids of questions that are due, or that were ever answered, in the order in which to ask them."""
        only, within = (_AT_HOME, [codec.dump(homes)]) if filter.documents else ("1", [])
        sql, values = (_LEAST_RECENT, within) if cram else (_OVERDUE, [until, *within, now])
        offset = 0
        for size in _PAGES:
            rows = self._rows(f"{sql.format(homes=only)} limit {size} offset {offset}", values)
            while batch := [id for (id,) in islice(rows, _PAGE)]:
                yield batch
                offset += len(batch)
            if offset < size:
                return

    def _seen(self, ranked: Iterable[list[int]], where: Conditions, since: int) -> Iterator[Candidate]:
        """Yield those questions that may be asked."""
        sql = f"""select {_CANDIDATE} from json_each(?) j join question q on q.id = j.value
            left join document d on d.id = q.document_id where {where} order by j.key"""
        for batch in ranked:
            yield from map(Candidate._make, self._rows(sql, [since, codec.dump(batch), *where.values]))

    def _fresh(
        self, homes: Iterable[int | None], where: Conditions, since: int, *, unasked: bool
    ) -> Iterator[Candidate]:
        """Yield questions that were never rated, or never even asked, one of each document in turn."""
        waiting = deque(self._fresh_of(home, where, since, unasked=unasked) for home in homes)
        while waiting:
            stream = waiting.popleft()
            if found := next(stream, None):
                yield found
                waiting.append(stream)

    def _shelf(self, filter: Filter) -> list[int | None]:
        """Return the documents in their order, and None for questions that belong to none."""
        where = Conditions()
        self._by_document(where, filter)
        rows = self._rows(f"select d.id from document d where {where} order by d.key", where.values)
        return [*(id for (id,) in rows), *([] if filter.documents else [None])]

    def _fresh_of(self, home: int | None, where: Conditions, since: int, *, unasked: bool) -> Iterator[Candidate]:
        """Yield the new questions of a document in their order."""
        never = "and not exists (select 1 from card c where c.question_id = q.id)" if unasked else ""
        sql = f"""select {_CANDIDATE} from question q indexed by question_new
            left join document d on d.id = q.document_id
            where q.document_id is ? and q.scheduled = 0 and (q.position, q.id) > (?, ?) and {where} {never}
            order by q.position, q.id limit {_FEW}"""
        last = (-1, 0)
        while page := list(self._rows(sql, [since, home, *last, *where.values])):
            yield from map(Candidate._make, page)
            last = (page[-1][-1], page[-1][0])


def _apart(streams: Iterable[tuple[Iterator[Candidate], int | None]], limit: int | None) -> list[str]:
    """Return uids from the streams, at most so many of each and of all; what shares a fact with another one is last."""
    first: list[str] = []
    last: list[str] = []
    taken: set[int] = set()
    for stream, most in streams:
        room = _least(limit, most, len(first))
        waiting: list[str] = []
        begun = len(first)
        for candidate in stream if room != 0 else ():
            facts = json.loads(candidate.facts)
            if candidate.waits or not taken.isdisjoint(facts):
                waiting.append(candidate.uid)
            else:
                first.append(candidate.uid)
                taken.update(facts)
            if room is not None and len(first) - begun >= room:
                break
        last.extend(waiting if room is None else waiting[: room - len(first) + begun])
    return [*first, *last][:limit]


def _least(limit: int | None, most: int | None, used: int) -> int | None:
    """Return how many a stream may give still, None for any number."""
    rooms = [room for room in (None if limit is None else limit - used, most) if room is not None]
    return min(rooms) if rooms else None
