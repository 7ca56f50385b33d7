"""What was answered, and what was exported."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quizgen import codec, ids
from quizgen.model import Filter, Question
from quizgen.store.connection import readable
from quizgen.store.decisions import Decisions
from quizgen.store.rows import SELECT, record

_REVIEW = """
    insert into review (question_id, session_id, at, mode, given, verdict, seconds, players)
    values (:question, :session, :at, :mode, :given, :verdict, :seconds, :players)
"""
_CARD = """
    insert into card (question_id, seen, "right", close, wrong, streak, verdict, last_at)
    select r.question_id, count(*), sum(r.verdict = 'right'), sum(r.verdict = 'close'), sum(r.verdict = 'wrong'),
        (select count(*) from review s where s.question_id = :question and s.withdrawn_at is null and s.id > coalesce(
            (select max(w.id) from review w where w.question_id = :question and w.withdrawn_at is null
                and w.verdict = 'wrong'), 0)),
        (select l.verdict from review l where l.question_id = :question and l.withdrawn_at is null
            order by l.id desc limit 1),
        max(r.at)
    from review r where r.question_id = :question and r.withdrawn_at is null group by r.question_id
    on conflict (question_id) do update set seen = excluded.seen, "right" = excluded."right", close = excluded.close,
        wrong = excluded.wrong, streak = excluded.streak, verdict = excluded.verdict, last_at = excluded.last_at
"""
_ANSWERS = """
    select r.id, q.uid, d.key, coalesce(s.uid, ''), r.at, r.mode, r.given, r.verdict, r.seconds, r.players
    from review r join question q on q.id = r.question_id left join document d on d.id = q.document_id
    left join session s on s.id = r.session_id
    where r.withdrawn_at is null order by r.at, r.id
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


class Answers(Decisions):
    """The part of the store that remembers how learning goes and what decks hold."""

    def start_session(self, mode: str, *, at: int) -> str:
        """Begin a session of answering and return its uid."""
        with self.transaction():
            number = self._value("select count(*) from session")
            uid = ids.make("play", str(at), mode, str(number))
            self._run("insert into session (uid, mode, started_at) values (?, ?, ?)", [uid, mode, at])
        return uid

    def end_session(self, uid: str, *, at: int) -> None:
        """Note when a session ended."""
        self._run("update session set ended_at = ? where uid = ?", [at, uid])

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
    ) -> int:
        """Store an answer at once and return its number; raises UsageError for an unknown question."""
        _, uid = self.find(question_uid, ["question"])
        question = self._value("select id from question where uid = ?", [uid])
        row = {
            "question": question,
            "session": self._value("select id from session where uid = ?", [session]),
            "at": at,
            "mode": mode,
            "given": _plain(given),
            "verdict": verdict,
            "seconds": float(seconds),
            "players": codec.dump([_plain(name) for name in players or ()]),
        }
        with self.transaction():
            number = self._insert(_REVIEW, row)
            self._run(_CARD, {"question": question})
        return number

    def withdraw_answer(self, number: int, *, at: int) -> None:
        """Take an answer back, as if it had not been given; the log keeps it."""
        with self.transaction():
            self._run("update review set withdrawn_at = ? where id = ?", [at, number])
            question = self._value("select question_id from review where id = ?", [number])
            self._run("delete from card where question_id = ?", [question])
            self._run(_CARD, {"question": question})

    def answers(self) -> Iterator[Answer]:
        """Yield all answers in the order in which they were given."""
        for id, question, document, session, at, mode, given, verdict, seconds, players in self._rows(_ANSWERS):
            with readable(f"answer {id}"):
                yield Answer(
                    id=id,
                    question=question,
                    document=document or "",
                    session=session,
                    at=at,
                    mode=mode,
                    given=given,
                    verdict=verdict,
                    seconds=seconds,
                    players=codec.load_texts(players),
                )

    def cards(self) -> dict[str, Card]:
        """Return the cards by uid of their question."""
        sql = """select q.uid, c.seen, c."right", c.close, c.wrong, c.streak, c.verdict, c.last_at
            from card c join question q on q.id = c.question_id order by q.uid"""
        names = ("question", "seen", "right", "close", "wrong", "streak", "verdict", "last_at")
        return {row[0]: Card(**dict(zip(names, row, strict=True))) for row in self._rows(sql)}

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


def _plain(text: str) -> str:
    """Return text without halves of surrogate pairs, which terminals may send and SQLite does not take."""
    return text.encode("utf-8", "replace").decode("utf-8")
