"""What was answered, and what was exported."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import groupby
from operator import itemgetter
from typing import Any

from quizgen import codec
from quizgen.model import Filter, Question
from quizgen.schedule import Memory, Scheduler
from quizgen.store.connection import readable
from quizgen.store.decisions import Decisions
from quizgen.store.rows import SELECT, record

_REVIEW = """
    insert into review (question_id, session_id, at, mode, given, verdict, seconds, players, rating, hints)
    values (:question, :session, :at, :mode, :given, :verdict, :seconds, :players, :rating, :hints)
"""
STANDS = "not exists (select 1 from withdrawal w where w.review_id = r.id)"
_CARD = f"""
    with given as (select * from review r where r.question_id = :question and {STANDS})
    insert into card (question_id, seen, "right", close, wrong, streak, verdict, last_at)
    select question_id, count(*), sum(verdict = 'right'), sum(verdict = 'close'), sum(verdict = 'wrong'),
        (select count(*) from given where id > coalesce((select max(id) from given where verdict = 'wrong'), 0)),
        (select verdict from given order by id desc limit 1),
        max(at)
    from given group by question_id
    on conflict (question_id) do update set seen = excluded.seen, "right" = excluded."right", close = excluded.close,
        wrong = excluded.wrong, streak = excluded.streak, verdict = excluded.verdict, last_at = excluded.last_at
"""
_REMEMBER = """
    update card set state = ?, step = ?, stability = ?, difficulty = ?, due_at = ?, rated_at = ? where question_id = ?
"""
_MEMORY = "state, due_at, rated_at, step, stability, difficulty"
_CARDS = f"""
    select q.uid, c.* from question q join
        (select question_id, seen, "right", close, wrong, streak, verdict, last_at, {_MEMORY} from card) c
        on q.id = c.question_id order by q.uid
"""
_ANSWERS = f"""
    select r.id, q.uid, d.key, coalesce(s.uid, ''), r.at, r.mode, r.given, r.verdict, r.seconds, r.players, r.rating,
        r.hints
    from review r join question q on q.id = r.question_id left join document d on d.id = q.document_id
    left join session s on s.id = r.session_id
    where {STANDS} and (:session = '' or s.uid = :session) order by r.at, r.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer of the log; ``seconds`` is how long it took, ``players`` the points of each player, if several."""

    id: int
    question: str  # uid
    document: str  # key
    session: str  # uid
    at: int
    mode: str
    given: str
    verdict: str  # right, close, wrong
    seconds: float
    players: tuple[str, ...] = ()
    rating: int = 0  # 1 again, 2 hard, 3 good, 4 easy; 0 leaves the schedule alone
    hints: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What the answers to a question add up to; ``streak`` counts those since the last wrong one."""

    question: str  # uid
    seen: int
    right: int
    close: int
    wrong: int
    streak: int
    verdict: str  # the last
    last_at: int
    memory: Memory | None = None  # None: never scheduled


class Answers(Decisions):
    """The part of the store that remembers how learning goes and what decks hold."""

    def record_answer(
        self,
        question_uid: str,
        *,
        at: int,
        mode: str,
        given: str,
        verdict: str,
        seconds: float,
        session: str = "",
        players: Sequence[str] | None = None,
        rating: int = 0,
        hints: int = 0,
        scheduler: Scheduler | None = None,
    ) -> int:
        """Store an answer at once and return its number; raises UsageError for an unknown question.

        A ``rating`` of 1 (again) to 4 (easy) moves the question in the schedule; 0 leaves it where it is.
        """
        _, uid = self.find(question_uid, ["question"])
        question = int(self._value("select id from question where uid = ?", [uid]))
        row = {
            "question": question,
            "session": self._value("select id from session where uid = ?", [session]),
            "at": at,
            "mode": mode,
            "given": _plain(given),
            "verdict": verdict,
            "seconds": float(seconds),
            "players": codec.dump([_plain(name) for name in players or ()]),
            "rating": rating,
            "hints": hints,
        }
        with self.transaction():
            number = self._insert(_REVIEW, row)
            self._run(_CARD, {"question": question})
            if rating:
                before = self._memory(question)
                self._remember(question, (scheduler or Scheduler()).after(before, rating, at))
        return number

    def withdraw_answer(self, number: int, *, at: int, scheduler: Scheduler | None = None) -> None:
        """Take an answer back, as if it had not been given; the log keeps it, with a note that it does not count."""
        with self.transaction():
            self._run("insert or ignore into withdrawal (review_id, at) values (?, ?)", [number, at])
            question = int(self._value("select question_id from review where id = ?", [number]))
            self._run("delete from card where question_id = ?", [question])
            self._run(_CARD, {"question": question})
            ratings = [pair for _, pair in self._ratings("r.question_id = ?", question)]
            self._remember(question, (scheduler or Scheduler()).replay(ratings))

    def reschedule(self, scheduler: Scheduler) -> int:
        """Reckon every question's memory from its ratings anew; returns how many questions have any."""
        count = 0
        with self.transaction():
            self._run("update question set scheduled = 0 where scheduled = 1")
            self._run(f"update card set ({_MEMORY}) = (null, null, null, null, null, null) where due_at is not null")
            for question, rated in groupby(self._ratings("1"), key=itemgetter(0)):
                self._remember(question, scheduler.replay(pair for _, pair in rated))
                count += 1
        return count

    def memory(self, uid: str) -> Memory | None:
        """Return how well a question is remembered; None where it was never rated."""
        return self._memory(
            int(self._value("select id from question where uid = ?", [self.find(uid, ["question"])[1]]))
        )

    def ratings(self) -> Iterator[tuple[int, tuple[int, int]]]:
        """Yield a number for the question with rating and second, question by question, oldest first."""
        return self._ratings("1")

    def _ratings(self, where: str, *values: int) -> Iterator[tuple[int, tuple[int, int]]]:
        sql = f"""select r.question_id, r.rating, r.at from review r
            where r.rating > 0 and {where} and {STANDS} order by r.question_id, r.id"""
        for question, rating, at in self._rows(sql, values):
            yield question, (rating, at)

    def _memory(self, question: int) -> Memory | None:
        row = self._one(f"select {_MEMORY} from card where question_id = ? and due_at is not null", [question])
        return _memory_of(row) if row else None

    def _remember(self, question: int, memory: Memory | None) -> None:
        m = memory
        values = [m.state, m.step, m.stability, m.difficulty, m.due, m.last] if m else [None] * 6
        self._run(_REMEMBER, [*values, question])
        self._run(
            "update question set scheduled = ?1 where id = ?2 and scheduled <> ?1", [int(m is not None), question]
        )

    def moments(self) -> Iterator[int]:
        """Yield when answers were given, the last first."""
        for (at,) in self._rows(f"select r.at from review r where {STANDS} order by r.id desc"):
            yield at

    def answers(self, *, session: str = "") -> Iterator[Answer]:
        """Yield all answers, or those of a session, in the order in which they were given."""
        names = [field.name for field in fields(Answer)]
        for row in self._rows(_ANSWERS, {"session": session}):
            found = dict(zip(names, row, strict=True))
            with readable(f"answer {row[0]}"):
                yield Answer(
                    **found | {"document": found["document"] or "", "players": codec.load_texts(found["players"])}
                )

    def cards(self) -> dict[str, Card]:
        """Return the cards by uid of their question."""
        names = ("seen", "right", "close", "wrong", "streak", "verdict", "last_at")
        return {
            uid: Card(question=uid, **dict(zip(names, row[:7], strict=True)), memory=_memory_of(row[7:]))
            for uid, _, *row in self._rows(_CARDS)
        }

    def exported(self, format: str) -> dict[str, tuple[str, int]]:
        """Return content hash and mod of what was exported to a format, by uid of the question."""
        sql = "select q.uid, x.hash, x.mod from export x join question q on q.id = x.question_id where x.format = ?"
        return {uid: (hash, mod) for uid, hash, mod in self._rows(sql, [format])}

    def mark_exported(self, format: str, rows: Iterable[tuple[str, str, int]], *, now: int) -> None:
        """Note that questions (uid, content hash, mod) were exported to a format."""
        sql = """insert into export (question_id, format, hash, mod, at)
            select id, ?, ?, ?, ? from question where uid = ?
            on conflict (question_id, format) do update set hash = excluded.hash, mod = excluded.mod, at = excluded.at
            where hash <> excluded.hash or mod <> excluded.mod"""
        with self.transaction():
            self._many(sql, ((format, hash, mod, now, uid) for uid, hash, mod in rows))

    def gone(self, format: str, filter: Filter = Filter()) -> Iterator[Question]:  # noqa: B008
        """Yield questions, retired or rejected now, that were exported to a format before."""
        where = self._questions_where(filter)
        where.add("q.retired_at is not null or q.status = 'rejected'")
        where.add("exists (select 1 from export x where x.question_id = q.id and x.format = ?)", format)
        places = self._homes()
        for row in self._rows(f"{SELECT} where {where} order by d.key is null, d.key, q.position, q.id", where.values):
            yield record(row, places).question


def _memory_of(row: Sequence[Any]) -> Memory | None:
    """Read the columns of ``_MEMORY``."""
    state, due, last, step, stability, difficulty = row
    if state is None:
        return None
    return Memory(state=state, due=due, last=last, step=step, stability=stability, difficulty=difficulty)


def _plain(text: str) -> str:
    """Return text without halves of surrogate pairs, which terminals may send and SQLite does not take."""
    return text.encode("utf-8", "replace").decode("utf-8")
