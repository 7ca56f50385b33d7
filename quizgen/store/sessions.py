"""Sessions of answering: what each was to ask, and what is left of one that was broken off."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quizgen import codec, ids
from quizgen.store.answers import STANDS, Answers
from quizgen.store.connection import readable

# What comes after the last step that has an answer: a step before it without one was skipped.
_LEFT = f"""
    select q.uid, p.mode from session_step p join question q on q.id = p.question_id
    where p.session_id = :session and q.retired_at is null and q.status <> 'rejected'
        and not exists (select 1 from suspension u where u.question_id = q.id)
        and p.position > coalesce((select max(a.position) from session_step a
            join review r on r.session_id = a.session_id and r.question_id = a.question_id
            where a.session_id = :session and {STANDS}), -1)
    order by p.position
"""
_OPEN = "select id, uid, mode, started_at, seed, options from session where ended_at is null order by id desc limit ?"
_LOOKED_AT = 20  # of the sessions that did not end, the latest
_ANSWERED = f"""
    select count(distinct r.question_id), max(r.at) from review r where r.session_id = ? and {STANDS}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """A session that did not come to its end; ``remaining`` are question uid and mode, in order."""

    session: str  # uid
    mode: str
    last_at: int  # of the last answer, or of the start
    answered: int
    remaining: tuple[tuple[str, str], ...]
    seed: str = ""
    options: dict[str, str] = field(default_factory=dict)


class Sessions(Answers):
    """The part of the store that knows which session asks what."""

    def start_session(self, mode: str, *, at: int, seed: str = "", options: Mapping[str, str] | None = None) -> str:
        """Begin a session of answering and return its uid; ``options`` are what a resumed one has to know."""
        with self.transaction():
            number = self._value("select count(*) from session")
            uid = ids.make("play", str(at), mode, str(number))
            sql = "insert into session (uid, mode, started_at, seed, options) values (?, ?, ?, ?, ?)"
            self._run(sql, [uid, mode, at, seed, codec.dump(dict(options or {}))])
        return uid

    def save_plan(self, session: str, steps: Sequence[tuple[str, str]]) -> None:
        """Remember what a session is to ask: question uid and mode, in order, instead of what was planned before."""
        sql = """insert into session_step (session_id, position, question_id, mode)
            select s.id, ?, q.id, ? from session s, question q where s.uid = ? and q.uid = ?"""
        with self.transaction():
            self._forget_plan(session)
            self._many(sql, ((place, mode, session, uid) for place, (uid, mode) in enumerate(steps)))

    def end_session(self, uid: str, *, at: int) -> None:
        """Note when a session ended; nothing of its plan is left to ask."""
        with self.transaction():
            self._run("update session set ended_at = ? where uid = ?", [at, uid])
            self._forget_plan(uid)

    def unfinished(self) -> Iterator[Unfinished]:
        """Yield the sessions that did not end and have something left to ask, the latest first."""
        for row in list(self._rows(_OPEN, [_LOOKED_AT])):
            found = self._left(*row)
            if found.remaining:
                yield found

    def _left(self, id: int, uid: str, mode: str, started: int, seed: str, options: str) -> Unfinished:
        remaining = tuple((question, how) for question, how in self._rows(_LEFT, {"session": id}))
        answered, last = self._one(_ANSWERED, [id]) or (0, None)
        with readable(uid):
            kept = codec.load(dict[str, str], options)
        return Unfinished(
            session=uid,
            mode=mode,
            last_at=last or started,
            answered=answered,
            remaining=remaining,
            seed=seed,
            options=kept,
        )

    def _forget_plan(self, session: str) -> None:
        self._run("delete from session_step where session_id = (select id from session where uid = ?)", [session])
