"""Runs, settings, counts, and the care of what is no longer in use."""

from collections.abc import Iterator, Mapping

from quizgen import codec
from quizgen.schedule import RETENTION, Scheduler
from quizgen.store.answers import STANDS
from quizgen.store.connection import readable
from quizgen.store.queue import Queue

FITTED = "schedule.weights"  # setting: the weights of the scheduler, as JSON
STALE = "schedule.stale"  # setting: whether the cards do not say yet what the log does

# What may go: retired, never exported or answered, without a decision of a person, and nothing in use rests on it.
_UNUSED = """
    with unused_question as (
        select q.id, q.uid from question q where q.retired_at is not null
            and not exists (select 1 from review r where r.question_id = q.id)
            and not exists (select 1 from export x where x.question_id = q.id)
            and not exists (select 1 from suspension u where u.question_id = q.id)
            and not exists (select 1 from edit e where e.uid = q.uid)),
    unused_fact as (
        select f.id, f.uid from fact f where f.retired_at is not null
            and not exists (select 1 from question_fact qf where qf.fact_id = f.id
                and qf.question_id not in (select id from unused_question))
            and not exists (select 1 from edit e where e.uid = f.uid)),
    unused_sentence as (
        select s.id, s.uid, s.document_id from sentence s join document d on d.id = s.document_id
            where (s.retired_at is not null or d.retired_at is not null)
            and not exists (select 1 from evidence e where e.sentence_id = s.id
                and e.fact_id not in (select id from unused_fact)
                and (e.retired_at is null or exists (select 1 from fact f where f.lead = e.id)))),
    unused_document as (
        select d.id, d.uid from document d where d.retired_at is not null
            and not exists (select 1 from sentence s where s.document_id = d.id
                and s.id not in (select id from unused_sentence))
            and not exists (select 1 from fact f where f.document_id = d.id
                and f.id not in (select id from unused_fact))
            and not exists (select 1 from question q where q.document_id = d.id
                and q.id not in (select id from unused_question)))
"""
_KINDS = ("question", "fact", "sentence", "document")
_FORGET = """
    delete from session_step where question_id in (select id from unused where kind = 'question');
    delete from question_fact where question_id in (select id from unused where kind = 'question');
    delete from question where id in (select id from unused where kind = 'question');
    delete from alias where uid in (select uid from unused where kind = 'fact');
    update fact set lead = null where id in (select id from unused where kind = 'fact');
    delete from evidence where fact_id in (select id from unused where kind = 'fact')
        or sentence_id in (select id from unused where kind = 'sentence');
    delete from fact where id in (select id from unused where kind = 'fact');
    update document set extracted = '' where id in (select s.document_id from sentence s join unused u on u.id = s.id
        and u.kind = 'sentence') and retired_at is not null;
    delete from sentence where id in (select id from unused where kind = 'sentence');
    delete from phrase where document_id in (select id from unused where kind = 'document');
    delete from rejection where document_id in (select id from unused where kind = 'document');
    delete from document where id in (select id from unused where kind = 'document')
"""
_INCONSISTENT = {
    "fact-unstated": """select f.uid from fact f where f.retired_at is null and not exists (
        select 1 from evidence e join document d on d.id = e.document_id
        where e.fact_id = f.id and e.retired_at is null and d.retired_at is null)""",
    "fact-leaderless": """select f.uid from fact f left join evidence e on e.id = f.lead
        where e.id is null or e.fact_id <> f.id or e.document_id <> f.document_id""",
    "evidence-lost": """select f.uid from evidence e join fact f on f.id = e.fact_id
        join sentence s on s.id = e.sentence_id where e.retired_at is null and s.retired_at is not null""",
    "question-dangling": """select distinct q.uid from question q
        join question_fact qf on qf.question_id = q.id join fact f on f.id = qf.fact_id
        where q.retired_at is null and q.template <> 'hand'
            and (f.retired_at is not null or f.status in ('rejected', 'conflict'))""",
    "question-groundless": """select q.uid from question q where q.retired_at is null and q.template <> 'hand'
        and not exists (select 1 from question_fact qf where qf.question_id = q.id)""",
    "card-differs": f"""select q.uid from question q left join card c on c.question_id = q.id
        where q.scheduled <> (c.due_at is not null) or coalesce(c.seen, 0) <> (
            select count(*) from review r where r.question_id = q.id and {STANDS})""",
    "alias-dangling": """select a.old from alias a where not exists (select 1 from fact f where f.uid = a.uid)
        and not exists (select 1 from question q where q.uid = a.uid)""",
}
_COUNTS = {
    "documents": "select count(*) from document where retired_at is null",
    "sentences": """select count(*) from sentence s join document d on d.id = s.document_id
        where s.retired_at is null and d.retired_at is null""",
    "facts": "select count(*) from fact where retired_at is null",
    "questions": "select count(*) from question where retired_at is null and status <> 'rejected'",
    "answers": f"select count(*) from review r where {STANDS}",
}


class Upkeep(Queue):
    """The part of the store that keeps house."""

    def write_run(self, verb: str, counts: Mapping[str, int], *, version: str = "", now: int) -> None:
        """Note what a verb of the pipeline did."""
        sql = "insert into run (at, verb, version, counts) values (?, ?, ?, ?)"
        self._run(sql, [now, verb, version, codec.dump(dict(counts))])

    def setting(self, name: str, default: str = "") -> str:
        """Return a value that was remembered under a name."""
        found = self._value("select value from setting where name = ?", [name])
        return default if found is None else str(found)

    def set_setting(self, name: str, value: str) -> None:
        """Remember a value under a name."""
        sql = "insert into setting (name, value) values (?, ?) on conflict (name) do update set value = excluded.value"
        self._run(sql, [name, value])

    def scheduler(self, retention: float = RETENTION) -> Scheduler:
        """Return the scheduler of this store, with the weights that were fitted to its answers, if any were."""
        with readable(FITTED):
            return Scheduler(retention, codec.load(tuple[float, ...], self.setting(FITTED, "[]")))

    def adopt(self, weights: tuple[float, ...], *, retention: float = RETENTION) -> None:
        """Schedule with these weights from now on, the usual ones where there are none, as if it had always been so."""
        with self.transaction():
            self.set_setting(FITTED, codec.dump(weights))
            self.reschedule(self.scheduler(retention))

    def settle_schedule(self) -> None:
        """Reckon when questions are due from the answers of a time before there was a schedule."""
        with self.transaction():
            self.reschedule(self.scheduler())
            self._run("delete from setting where name = ?", [STALE])

    def counts(self) -> dict[str, int]:
        """Return how many documents, sentences, facts, questions and answers are in use, and questions by kind."""
        found = {name: int(self._value(sql)) for name, sql in _COUNTS.items()}
        sql = """select 'questions.' || kind, count(*) from question
            where retired_at is null and status <> 'rejected' group by kind order by kind"""
        return found | dict(list(self._rows(sql)))

    def orphans(self, *, delete: bool = False) -> list[tuple[str, str]]:
        """Return table and uid of retired rows that nothing needs; with ``delete`` they go.

        Rows that were exported, answered or decided about stay, and so does what those rest on.
        """
        found = list(self._rows(_UNUSED + " union all ".join(_unused(kind) for kind in _KINDS)))
        if delete and found:
            with self.transaction():
                self._run("create temp table if not exists unused (kind text, id integer, uid text) strict")
                self._run("delete from unused")
                self._many("insert into unused values (?, ?, ?)", found)
                for statement in _FORGET.split(";"):
                    self._run(statement)
        return [(kind, uid) for kind, _, uid in found]

    def inconsistencies(self) -> Iterator[tuple[str, str]]:
        """Yield code and uid of rows that contradict each other, and what SQLite itself finds."""
        for code, sql in _INCONSISTENT.items():
            yield from ((code, uid) for (uid,) in self._rows(f"{sql} order by 1"))
        for table, rowid, parent, _ in self._rows("pragma foreign_key_check"):
            yield "reference-broken", f"{table} {rowid} → {parent}"
        for (finding,) in self._rows("pragma quick_check"):
            if finding != "ok":
                yield "file-damaged", str(finding)


def _unused(kind: str) -> str:
    return f"select '{kind}', id, uid from unused_{kind}"
