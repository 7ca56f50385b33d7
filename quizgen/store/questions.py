"""Questions: listing them, saving what was generated, and retiring what lost its facts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, NamedTuple

from quizgen import codec
from quizgen.habits import OFTEN
from quizgen.model import Filter, Option, Question, Source
from quizgen.store.connection import BATCH, Row, readable
from quizgen.store.finding import Conditions, by_section, limited, tag_globs
from quizgen.store.log import Log, edits_of, status_of
from quizgen.store.rows import (
    CHANGED,
    COLUMNS,
    FACTS,
    HAND,
    SELECT,
    STATE,
    Home,
    Record,
    State,
    base_of,
    content_hash,
    edited,
    hidden_by_edits,
    record,
    same,
    unedited,
    values,
)

RETIRED = "-retired"  # ends the hash of a question that is no longer in use

_INSERT = f"""
    insert into question ({", ".join(COLUMNS + STATE)}, uid, added_at)
    values ({", ".join("?" * (len(COLUMNS + STATE) + 2))})
"""
_UPDATE = f"update question set {', '.join(f'{name} = ?' for name in COLUMNS + STATE)} where id = ?"
_LINK = """
    insert into question_fact (question_id, fact_id, position)
    select q.id, f.id, ? from question q, fact f where q.uid = ? and f.uid = ?
    on conflict (question_id, position) do update set fact_id = excluded.fact_id where fact_id <> excluded.fact_id
"""
_RESTING_ON = """select distinct qf.question_id from question_fact qf join evidence e on e.fact_id = qf.fact_id
    join document d on d.id = e.document_id where d.uid = ?"""
# One more than the mod of the last export, else Anki takes the change for a duplicate.
_LATER = "max(:now, 1 + coalesce((select max(x.mod) from export x where x.question_id = question.id), 0))"
_OUT_OF_USE = f"update question set retired_at = :now, modified = {_LATER} where retired_at is null and "
_BACK_IN_USE = f"update question set retired_at = null, modified = {_LATER} where retired_at is not null and "


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A question that someone decided about, exported or answered; ``facts`` are uids.

    ``left`` is the score that rejections of its like have left it, None where they took nothing or somebody decided.
    """

    uid: str
    template: str
    facts: tuple[str, ...]
    left: float | None = None


class Place(NamedTuple):
    """Where a sentence stands in its document now."""

    start: int
    line: int


class Questions(Log):
    """The part of the store that holds questions."""

    def questions(self, filter: Filter = Filter()) -> Iterator[Question]:  # noqa: B008
        """Yield questions of every status, by document and order; the filter's ``uids`` may be ids of facts too."""
        for found in self.records(filter):
            yield found.question

    def question(self, prefix: str) -> Question:
        """Return the question that a uid prefix means; raises UsageError."""
        _, uid = self.find(prefix, ["question"])
        return next(self.questions(Filter(uids=(uid,))))

    def versions(self, filter: Filter = Filter()) -> Iterator[tuple[str, str, int]]:  # noqa: B008
        """Yield uid, content hash and the second of its last change; the hash of a question out of use differs."""
        for found in self.records(filter):
            yield found.question.uid, effective_hash(found), found.state.modified

    def records(self, filter: Filter) -> Iterator[Record]:
        """Yield questions with what is known of them beside."""
        where = self._questions_where(filter)
        order = f"order by d.key is null, d.key, q.position, q.id{limited(filter.limit)}"
        places = self._homes()
        for row in self._rows(f"{SELECT} where {where} {order}", where.values):
            yield record(row, places)

    def resembling(self, words: Iterable[str], *, limit: int = 50) -> Iterator[Question]:
        """Yield questions of every status that have some of the words, those with most and rarest ones first."""
        wanted = " OR ".join('"' + word.replace('"', '""') + '"' for word in words)
        sql = f"""{SELECT} join (select rowid as id, rank from question_fts where question_fts match ?
            order by rank limit ?) found on found.id = q.id order by found.rank"""
        places = self._homes()
        for row in self._rows(sql, [wanted, limit]) if wanted else ():
            yield record(row, places).question

    def frozen_options(self, document_uid: str) -> dict[str, tuple[Option, ...]]:
        """Return the options that were made for the choice questions of a document, before any edit."""
        sql = """select q.uid, q.base, q.options from question q join document d on d.id = q.document_id
            where d.uid = ? and q.options <> '[]'"""
        found = {}
        for uid, base, options in self._rows(sql, [document_uid]):
            with readable(uid):
                found[uid] = codec.load_all(Option, hidden_by_edits(base).get("options") or options)
        return found

    def seen(self, document_uid: str) -> list[Seen]:
        """Return the questions of a document that people know, in use or not, oldest first; none written by hand."""
        sql = f"""select q.uid, q.template, {FACTS}, case when q.status = 'new' and
                exists (select 1 from json_each(q.flaws) f where f.value = ?) then q.score end
            from question q join document d on d.id = q.document_id
            where d.uid = ? and q.template <> '{HAND}' and (q.status <> 'new'
                or exists (select 1 from export x where x.question_id = q.id)
                or exists (select 1 from review r where r.question_id = q.id)) order by q.id"""
        found = self._rows(sql, [OFTEN, document_uid])
        return [Seen(uid=row[0], template=row[1], facts=codec.load_texts(row[2]), left=row[3]) for row in found]

    def save_questions(self, document_uid: str, questions: Sequence[Question], *, now: int) -> Counter[str]:
        """Store generated questions of a document and retire its others; counts new, changed, revived, retired."""
        counts: Counter[str] = Counter()
        with self.transaction():
            home = self._document_id(document_uid)
            self._run("create temp table if not exists seen (uid text primary key) strict, without rowid")
            self._run("delete from seen")
            for batch in _batches(questions):
                counts += self._save(home, batch, now)
                self._many("insert or ignore into seen values (?)", [(question.uid,) for question in batch])
            unseen = f"document_id = :home and template <> '{HAND}' and uid not in (select uid from seen)"
            counts["retired"] += self._run(_OUT_OF_USE + unseen, {"now": now, "home": home})
        return counts

    def settle_questions(self, fact_ids: str, *, now: int) -> None:
        """Move questions to the home of their first fact, and retire those with a fact that is gone or not to be asked.

        ``fact_ids`` is a query for the facts to look at.
        """
        self._follow(fact_ids)
        sql = f"""{_OUT_OF_USE} template <> '{HAND}' and id in (select qf.question_id from question_fact qf
            join fact f on f.id = qf.fact_id
            where f.id in ({fact_ids}) and (f.retired_at is not null or f.status in ('rejected', 'conflict')))"""
        self._run(sql, {"now": now})

    def revive_questions(self, fact_uid: str, *, retired_at: int, now: int) -> None:
        """Take back that questions of a fact were retired in the second ``retired_at``."""
        sql = f"""{_BACK_IN_USE} retired_at = :then and id in (select qf.question_id from question_fact qf
            join fact f on f.id = qf.fact_id where f.uid = :fact) and not exists (select 1 from question_fact qf
            join fact f on f.id = qf.fact_id where qf.question_id = question.id
            and (f.retired_at is not null or f.status in ('rejected', 'conflict')))"""
        self._run(sql, {"now": now, "then": retired_at, "fact": fact_uid})

    def follow_sentences(self, document_uid: str, moves: Mapping[int, Place | None], *, now: int) -> None:
        """Let the sources of questions follow the sentences of a document, given by where they began.

        A sentence that is gone is no source any more, except for the document's own questions, which are made again.
        """
        if not moves:
            return
        uids, homes = self._uids(), self._homes()
        wanted = [id for (id,) in self._rows(_RESTING_ON, [document_uid])]
        for start in range(0, len(wanted), BATCH):
            batch = codec.dump(wanted[start : start + BATCH])
            rows = list(self._rows(f"{SELECT} where q.id in (select value from json_each(?))", [batch]))
            for found in (record(row, homes) for row in rows):
                sources = tuple(_following(found.question, homes[document_uid].key, moves))
                if sources != found.question.sources:
                    edits = edits_of(self.standing(found.question.uid))
                    base = replace(unedited(found.question, found.state.base), sources=sources)
                    self._write(found, base, edits, found.state, uids, now)

    def add_question(self, question: Question, *, now: int) -> None:
        """Store a question that a person wrote; ``document`` is a key, or "" for none."""
        with self.transaction():
            home = self._document_id(self._uids()[question.document]) if question.document else None
            self._save(home, [question], now)

    def refresh_question(self, uid: str, *, now: int) -> None:
        """Bring a stored question in line with what the log of decisions says of it."""
        found, entries = next(self.records(Filter(uids=(uid,)))), self.standing(uid)
        base = unedited(found.question, found.state.base)
        state = found.state._replace(status=status_of(entries))
        if base.template == HAND:
            added = any(entry.action == "add" for entry in entries)
            state = state._replace(retired_at=None if added else state.retired_at or now)
        self._write(found, base, edits_of(entries), state, self._uids(), now)

    def _save(self, home: int | None, batch: Sequence[Question], now: int) -> Counter[str]:
        """Insert or update some questions and link them to their facts."""
        uids, counts, rows = self._uids(), Counter[str](), []
        links: list[tuple[int, str, str]] = []
        stored = {found.question.uid: found for found in self._stored(batch)}
        place = self._last_place(home)
        for question in batch:
            found = stored.get(question.uid)
            if found is None:
                place += 1
                rows.append(_new_row(question, home, place, uids, now))
                counts["new"] += 1
            else:
                place += found.state.document_id != home
                counts += self._again(found, question, home, place, uids, now)
            if found is None or found.question.facts != question.facts:
                links.extend((at, question.uid, fact) for at, fact in enumerate(question.facts))
        self._many(_INSERT, rows)
        self._many(_LINK, links)
        return counts

    def _again(
        self, found: Record, question: Question, home: int | None, place: int, uids: dict[str, str], now: int
    ) -> Counter[str]:
        """Write a question that was generated again; people's edits stay."""
        edits = edits_of(self.standing(question.uid)) if found.state.base != "{}" else []
        state = found.state._replace(
            changed=found.state.changed or int(_is_answered_otherwise(found, question, edits)),
            retired_at=None,
            document_id=home,
            position=found.state.position if found.state.document_id == home else place,
        )
        return self._write(found, question, edits, state, uids, now)

    def _write(
        self, found: Record, base: Question, edits: list[tuple[str, Any]], state: State, uids: dict[str, str], now: int
    ) -> Counter[str]:
        """Write a question over its stored row where anything differs; return what happened to it."""
        shown = edited(base, edits)
        tags = (*(tag for tag in shown.tags if tag != CHANGED), *((CHANGED,) if state.changed else ()))
        shown, row = replace(shown, tags=tags), values(shown, uids)
        state = state._replace(hash=content_hash(shown), base=base_of(base, edits))
        altered = state.hash != found.state.hash
        if altered or state.in_use != found.state.in_use:
            state = state._replace(modified=self._later(found.id, now))
        if row == found.row and state == found.state:
            return Counter()
        self._run(_UPDATE, [*row, *state, found.id])
        revived = found.state.retired_at is not None and state.retired_at is None
        return Counter({"changed": int(altered), "revived": int(revived)})

    def _stored(self, batch: Sequence[Question]) -> Iterator[Record]:
        places, wanted = self._homes(), codec.dump([question.uid for question in batch])
        for row in self._rows(f"{SELECT} where q.uid in (select value from json_each(?))", [wanted]):
            yield record(row, places)

    def _later(self, id: int, now: int) -> int:
        """Return the second of a change: now, yet later than what was exported last."""
        return int(self._value("select max(?, 1 + coalesce(max(mod), 0)) from export where question_id = ?", [now, id]))

    def _last_place(self, home: int | None) -> int:
        return int(self._value("select coalesce(max(position), 0) from question where document_id is ?", [home]))

    def _follow(self, fact_ids: str) -> None:
        """Move questions whose first fact has another home now; there they come last."""
        sql = f"""select q.id, f.document_id from question_fact qf join question q on q.id = qf.question_id
            join fact f on f.id = qf.fact_id where f.id in ({fact_ids}) and qf.position = 0
            and f.retired_at is null and q.template <> '{HAND}' and q.document_id is not f.document_id
            order by q.document_id, q.position"""
        for id, home in list(self._rows(sql)):
            place = self._last_place(home) + 1
            self._run("update question set document_id = ?, position = ? where id = ?", [home, place, id])

    def _homes(self) -> dict[str, Home]:
        return {row[0]: Home(*row[1:]) for row in self._rows("select uid, key, title, url from document")}

    def _uids(self) -> dict[str, str]:
        """Map keys of documents to uids."""
        return {place.key: uid for uid, place in self._homes().items()}

    def _questions_where(self, filter: Filter) -> Conditions:
        where = Conditions()
        self._by_document(where, filter)
        self._by_question_uid(where, filter.uids)
        self._by_search(where, "question", "q", filter.search)
        by_section(where, "q.section", filter.section)
        where.among("q.kind", filter.kinds)
        where.among(_STATUS, filter.statuses)
        if filter.min_score is not None:
            where.add(f"q.score >= ? or {_DECIDED}", filter.min_score)
        if filter.difficulty is not None:
            where.add("q.difficulty between ? and ?", *filter.difficulty)
        if filter.tags:
            tags, globs = codec.dump(list(filter.tags)), codec.dump(tag_globs(filter.tags))
            where.add(_TAGGED, tags, globs, tags)
        return where

    def _by_question_uid(self, where: Conditions, uids: Iterable[str]) -> None:
        found = [self.find(uid, ["question", "fact"]) for uid in uids]
        if found:
            where.add(
                """q.uid in (select value from json_each(?)) or q.id in (select qf.question_id from question_fact qf
                join fact f on f.id = qf.fact_id where f.uid in (select value from json_each(?)))""",
                codec.dump([uid for table, uid in found if table == "question"]),
                codec.dump([uid for table, uid in found if table == "fact"]),
            )


_STATUS = "case when q.retired_at is not null and q.status <> 'rejected' then 'retired' else q.status end"
_DECIDED = f"q.status in ('kept', 'edited') or q.template = '{HAND}'"
_TAGGED = f"""
    exists (select 1 from json_each(q.tags) t where t.value in (select value from json_each(?))
        or exists (select 1 from json_each(?) p where t.value glob p.value))
    or q.changed = 1 and '{CHANGED}' in (select value from json_each(?))
"""


def _is_answered_otherwise(found: Record, question: Question, edits: Sequence[tuple[str, Any]]) -> bool:
    """Say whether the answer changed; a person's own stays, but has to be looked at if the text now says another."""
    shown, before = edited(question, edits).answer, unedited(found.question, found.state.base).answer
    doubtful = not same(question.answer, before) and not same(question.answer, shown)
    return doubtful or not same(shown, found.question.answer)


def effective_hash(found: Record) -> str:
    """Return the content hash of a question, another one when it is out of use."""
    return found.state.hash if found.state.in_use else found.state.hash + RETIRED


def _new_row(question: Question, home: int | None, place: int, uids: dict[str, str], now: int) -> Row:
    state = State(0, "{}", content_hash(question), now, None, "new", home, place)
    return (*values(question, uids), *state, question.uid, now)


def _following(question: Question, key: str, moves: Mapping[int, Place | None]) -> Iterator[Source]:
    """Yield the sources of a question, those in the document with this key where they stand now."""
    for source in question.sources:
        place = moves.get(source.start) if source.document == key else None
        if place is not None:
            by = place.start - source.start
            yield replace(
                source,
                start=place.start,
                end=source.end + by,
                answer_start=source.answer_start + by,
                answer_end=source.answer_end + by,
                line=place.line,
            )
        elif source.document != key or question.document == key:
            yield source


def _batches(questions: Sequence[Question]) -> Iterator[list[Question]]:
    waiting = iter(questions)
    while batch := list(islice(waiting, BATCH)):
        yield batch
