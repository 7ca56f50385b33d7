"""Takes in what was read from a document: first into temporary tables, then, in one short transaction, into the store.

Staging keeps memory flat and other programs free to write while a long text is being read; stopped half way, it leaves
the store as it was.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count, islice
from typing import TYPE_CHECKING

from quizgen import codec, ids
from quizgen.model import FactDraft, Harvest
from quizgen.store.connection import BATCH, Row, readable
from quizgen.store.facts import Facts, phrase_rows
from quizgen.store.questions import Place, Questions

if TYPE_CHECKING:  # a quiz has no use for lineage, and begins sooner without it
    from quizgen.lineage import Claim, Line

_STAGE = """
    create temp table if not exists new_sentence (
        position integer, uid text primary key, start integer, stop integer, text text, resolved text, section text,
        line integer) strict;
    create temp table if not exists new_draft (
        id integer primary key, statement text, uid text, sentence text, kind text, subject text, relation text,
        object text, modality text, confidence real, extractor text, start integer, stop integer, draft text,
        unique (sentence, statement)) strict;
    create index if not exists new_draft_statement on new_draft (statement);
    create temp table if not exists new_phrase (
        type text, spelling text, draw integer, data text, primary key (type, spelling)) strict;
    create temp table if not exists new_drop (
        id integer primary key, stage text, code text, detail text, text text, start integer, stop integer) strict;
    create temp table if not exists backed (
        fact_id integer, sentence_id integer, primary key (fact_id, sentence_id)) strict, without rowid;
    create temp table if not exists affected (fact_id integer primary key) strict;
    delete from new_sentence; delete from new_draft; delete from new_phrase; delete from new_drop; delete from backed;
    delete from affected
"""
_SENTENCE = "insert or ignore into new_sentence values (?, ?, ?, ?, ?, ?, ?, ?)"
_DRAFT = f"""insert or ignore into new_draft (statement, uid, sentence, kind, subject, relation, object, modality,
    confidence, extractor, start, stop, draft) values ({", ".join("?" * 13)})"""
_PHRASE = "insert or ignore into new_phrase (type, spelling, draw, data) values (?, ?, ?, ?)"
_DROP = "insert into new_drop (stage, code, detail, text, start, stop) values (?, ?, ?, ?, ?, ?)"

_SENTENCES = """
    insert into sentence (uid, document_id, position, start, stop, text, resolved, section, line)
    select uid, :document, position, start, stop, text, resolved, section, line from new_sentence where true
    on conflict (uid) do update set position = excluded.position, start = excluded.start, stop = excluded.stop,
        text = excluded.text, resolved = excluded.resolved, section = excluded.section, line = excluded.line,
        retired_at = null
    where retired_at is not null or (sentence.position, sentence.start, sentence.stop, sentence.text,
        sentence.resolved, sentence.section, sentence.line) is not (excluded.position, excluded.start, excluded.stop,
        excluded.text, excluded.resolved, excluded.section, excluded.line)
"""
_FACTS = """
    insert into fact (uid, statement, document_id, kind, subject, relation, object, modality, confidence, added_at)
    select uid, statement, :document, kind, subject, relation, object, modality, confidence, :now
    from new_draft d where d.id in (select min(id) from new_draft group by statement)
        and not exists (select 1 from fact f where f.statement = d.statement)
    order by d.id
"""
_BACKED = """
    insert or ignore into backed select f.id, s.id from new_draft d
    join fact f on f.statement = d.statement join sentence s on s.uid = d.sentence
"""
_EVIDENCE = """
    insert into evidence (fact_id, sentence_id, document_id, extractor, start, stop, draft)
    select f.id, s.id, :document, d.extractor, d.start, d.stop, d.draft
    from new_draft d join fact f on f.statement = d.statement join sentence s on s.uid = d.sentence
    where true order by d.id
    on conflict (fact_id, sentence_id) do update set extractor = excluded.extractor, start = excluded.start,
        stop = excluded.stop, draft = excluded.draft, retired_at = null
    where retired_at is not null or evidence.draft <> excluded.draft or evidence.extractor <> excluded.extractor
"""
_AFFECTED = "insert or ignore into affected select fact_id from evidence where document_id = :document"
_RETIREMENTS = (
    """update sentence set retired_at = :now where document_id = :document and retired_at is null
        and uid not in (select uid from new_sentence)""",
    """update evidence set retired_at = :now where document_id = :document and retired_at is null
        and not exists (select 1 from backed b where b.fact_id = evidence.fact_id
            and b.sentence_id = evidence.sentence_id)""",
    """delete from phrase where document_id = :document and not exists (select 1 from new_phrase n
        where n.type = phrase.type and n.spelling = phrase.spelling and n.data = phrase.data)""",
    """insert or ignore into phrase (document_id, type, spelling, draw, data)
        select :document, type, spelling, draw, data from new_phrase where true order by draw, spelling""",
    "delete from rejection where document_id = :document and phase = 'extract'",
    """insert into rejection (document_id, phase, stage, code, detail, text, start, stop)
        select :document, 'extract', stage, code, detail, text, start, stop from new_drop order by id""",
)
_STATED = """exists (select 1 from evidence e join document d on d.id = e.document_id
    where e.fact_id = fact.id and e.retired_at is null and d.retired_at is null{more})"""
_STATED_ANYWHERE, _STATED_AT_HOME = (_STATED.format(more=more) for more in ("", " and d.id = fact.document_id"))
_SETTLE = (
    # The home of a fact is the document that stated it first, of those that still do.
    f"""update fact set document_id = (
            select e.document_id from evidence e join document d on d.id = e.document_id
            where e.fact_id = fact.id and e.retired_at is null and d.retired_at is null
            order by (select min(a.id) from evidence a where a.fact_id = e.fact_id and a.document_id = e.document_id)
            limit 1)
        where id in (select fact_id from affected) and not {_STATED_AT_HOME} and {_STATED_ANYWHERE}""",
    """update fact set lead = coalesce((
            select e.id from evidence e join sentence s on s.id = e.sentence_id
            where e.fact_id = fact.id and e.document_id = fact.document_id and e.retired_at is null
            order by s.position, e.start, e.id limit 1), lead)
        where id in (select fact_id from affected)""",
    """update fact set kind = json_extract(e.draft, '$.kind'), subject = json_extract(e.draft, '$.subject.text'),
            relation = json_extract(e.draft, '$.relation'),
            object = coalesce(json_extract(e.draft, '$.object.text'), ''),
            modality = coalesce(json_extract(e.draft, '$.modality'), 'certain'),
            confidence = coalesce(json_extract(e.draft, '$.confidence'), 1.0)
        from evidence e where e.id = fact.lead and fact.id in (select fact_id from affected)""",
    f"""update fact set retired_at = :now
        where id in (select fact_id from affected) and retired_at is null and not {_STATED_ANYWHERE}""",
    f"""update fact set retired_at = null
        where id in (select fact_id from affected) and retired_at is not null and {_STATED_ANYWHERE}""",
)
_MOVES = """select s.start, n.start, n.line from sentence s left join new_sentence n on n.uid = s.uid
    where s.document_id = :document and s.retired_at is null"""
_OLD_LINES = "select uid, text from sentence where document_id = :document and retired_at is null order by position"
_NEW_LINES = "select uid, text from new_sentence order by position"
# A statement that another document still makes keeps its id there, so it has no heir here.
_LOST = """
    select f.statement, s.uid, e.draft, min(e.id) from fact f
    join evidence e on e.fact_id = f.id and e.document_id = :document and e.retired_at is null
    join sentence s on s.id = e.sentence_id
    where not exists (select 1 from new_draft d where d.statement = f.statement)
        and not exists (select 1 from evidence o join document od on od.id = o.document_id where o.fact_id = f.id
            and o.document_id <> :document and o.retired_at is null and od.retired_at is null)
    group by f.id order by s.position, e.start
"""
_FOUND = """
    select d.statement, d.sentence, d.draft, min(d.id) from new_draft d
    where not exists (select 1 from fact f where f.statement = d.statement) group by d.statement order by d.id
"""


class Harvests(Facts, Questions):
    """The part of the store that takes in what was read."""

    def stage(self, harvests: Iterable[Harvest]) -> Counter[str]:
        """Put what was read aside, a batch at a time, and count by code what came to nothing."""
        with self.transaction("deferred"):
            for statement in _STAGE.split(";"):
                self._run(statement)
        drops: Counter[str] = Counter()
        waiting = iter(harvests)
        while batch := list(islice(waiting, BATCH)):
            with self.transaction("deferred"):
                self._many(_SENTENCE, map(_sentence_row, batch))
                self._many(_DRAFT, (row for harvest in batch for row in _draft_rows(harvest)))
                self._many(_PHRASE, phrase_rows(draft for harvest in batch for draft in harvest.drafts))
                self._many(_DROP, (row for harvest in batch for row in _drop_rows(harvest)))
            drops.update(drop.code for harvest in batch for drop in harvest.drops)
        return drops

    def take_in(self, document_uid: str, *, stamp: str, now: int) -> dict[str, int]:
        """Make what was staged the content of a document; returns counts by name.

        Statements that are new inherit the ids of those that they replace; what has neither come back nor found an
        heir retires.
        """
        with self.transaction():
            here = {"document": self._document_id(document_uid), "now": now}
            moves = self._moves(here)
            inherited = self._inherit(here)
            self._name_anew()
            self._run(_SENTENCES, here)
            new = self._run(_FACTS, here)
            for sql in (_BACKED, _EVIDENCE, *_RETIREMENTS):
                self._run(sql, here)
            self._run(_AFFECTED, here)
            changes = self._settle(now)
            self.follow_sentences(document_uid, moves, now=now)
            self._run("update document set extracted = ? where id = ?", [stamp, here["document"]])
        return self._staged() | {"new": new, "inherited": inherited} | changes

    def retire_document(self, uid: str, *, now: int) -> None:
        """Take a document out of use, and with it what no other document states."""
        self._use(uid, "update document set retired_at = ? where uid = ?", now)

    def revive_document(self, uid: str, *, now: int) -> None:
        """Take a document back into use with all that it states."""
        self._use(uid, "update document set retired_at = null, changed_at = ? where uid = ?", now)

    def _use(self, uid: str, sql: str, now: int) -> None:
        with self.transaction():
            self._run("create temp table if not exists affected (fact_id integer primary key) strict")
            self._run("delete from affected")
            self._run(sql, [now, uid])
            self._run(_AFFECTED, {"document": self._document_id(uid)})
            self._settle(now)

    def _settle(self, now: int) -> dict[str, int]:
        """Give the affected facts and their questions the home, the wording and the state that is right now."""
        *_, retired, revived = [self._run(sql, {"now": now}) for sql in _SETTLE]
        self.settle_questions("select fact_id from affected", now=now)
        return {"retired": retired, "revived": revived}

    def _inherit(self, here: dict[str, int]) -> int:
        """Hand ids of lost statements to the new ones that replace them; returns how many."""
        from quizgen import lineage

        lost = self._claims(_LOST, here)
        found = self._claims(_FOUND, here) if lost else []
        if not found:
            return 0
        heirs = lineage.heirs(self._lines(_OLD_LINES, here), self._lines(_NEW_LINES, here), lost, found)
        for new, statement in heirs.items():
            self._bequeath(statement, new, here["now"])
        return len(heirs)

    def _moves(self, here: dict[str, int]) -> dict[int, Place | None]:
        """Map where the sentences in use begin to where they stand now, None for those that are gone."""
        moves = {old: None if new is None else Place(new, line) for old, new, line in self._rows(_MOVES, here)}
        return moves if any(place is None or place.start != old for old, place in moves.items()) else {}

    def _bequeath(self, statement: str, new: str, now: int) -> None:
        uid = self._value("select uid from fact where statement = ?", [statement])
        self._run("update fact set statement = ? where uid = ?", [new, uid])
        if new != uid:
            sql = "insert into alias (old, uid, at) values (?, ?, ?) on conflict (old) do update set uid = excluded.uid"
            self._run(sql, [new, uid, now])

    def _lines(self, sql: str, here: dict[str, int]) -> "list[Line]":
        from quizgen.lineage import Line

        return [Line(uid=uid, text=text) for uid, text in self._rows(sql, here)]

    def _claims(self, sql: str, here: dict[str, int]) -> "list[Claim]":
        from quizgen import lineage

        claims = []
        for name, sentence, draft, _ in self._rows(sql, here):
            with readable(name):
                claims.append(lineage.claim(name, sentence, codec.load(FactDraft, draft)))
        return claims

    def _name_anew(self) -> None:
        """Mint other ids for new statements whose own id was inherited by a statement that reads otherwise now."""
        sql = """select distinct d.statement from new_draft d join fact f on f.uid = d.statement
            where not exists (select 1 from fact o where o.statement = d.statement)"""
        for (statement,) in list(self._rows(sql)):
            names = (ids.make("fact", statement, str(number)) for number in count(2))
            uid = next(name for name in names if not self._one("select 1 from fact where uid = ?", [name]))
            self._run("update new_draft set uid = ? where statement = ?", [uid, statement])

    def _staged(self) -> dict[str, int]:
        sql = "select (select count(*) from new_sentence), (select count(distinct statement) from new_draft)"
        sentences, facts = self._one(sql) or (0, 0)
        return {"sentences": sentences, "facts": facts}


def _sentence_row(harvest: Harvest) -> Row:
    s = harvest.sentence
    return (s.position, s.uid, s.start, s.end, s.text, harvest.resolved, s.section, s.line)


def _draft_rows(harvest: Harvest) -> Iterator[Row]:
    from quizgen import lineage

    for draft in harvest.drafts:
        name = ids.fact(*lineage.statement(draft))
        head = (name, name, harvest.sentence.uid, draft.kind.value, draft.subject.text, draft.relation)
        said = draft.object.text if draft.object else ""
        span = (draft.extractor, draft.start, draft.end)
        yield (*head, said, draft.modality.value, float(draft.confidence), *span, codec.dump(draft))


def _drop_rows(harvest: Harvest) -> Iterator[Row]:
    for drop in harvest.drops:
        yield (drop.stage, drop.code, drop.detail, drop.text, drop.start, drop.end)
