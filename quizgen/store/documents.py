"""Documents, their sentences, and what came to nothing."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from sys import intern

from quizgen import codec
from quizgen.model import Block, Document, Drop, Filter, Sentence
from quizgen.store.connection import Row, readable
from quizgen.store.finding import Conditions, Finding, by_section, limited

_DOCUMENT = "d.uid, d.key, d.title, d.text, d.blocks, d.format, d.digest, d.author, d.url, d.date, d.date_source"
_SENTENCE = "s.uid, d.uid, s.position, s.start, s.stop, s.text, s.section, s.line, s.resolved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """Where a stored document lives: its file and what was made of it.

    ``path`` is relative to the course folder, or absolute outside it; ``extracted`` names the state from which facts
    were taken, "" where that is to be done.
    """

    id: int
    uid: str
    key: str
    path: str
    digest: str
    date: dt.date | None
    date_source: str
    extracted: str
    retired: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stored sentence with its text in which references are spelled out, "" where there were none."""

    sentence: Sentence
    resolved: str = ""


class Documents(Finding):
    """The part of the store that holds texts."""

    def documents(self, filter: Filter = Filter()) -> Iterator[Document]:  # noqa: B008
        """Yield documents by key; retired ones only where the filter's statuses name ``retired``."""
        where = self._documents_where(filter)
        sql = f"select {_DOCUMENT} from document d where {where} order by d.key{limited(filter.limit)}"
        for row in self._rows(sql, where.values):
            yield _document(row)

    def shelved(self, filter: Filter = Filter()) -> list[Shelved]:  # noqa: B008
        """Return where documents live, by key, without their texts; takes what ``documents`` takes."""
        where = self._documents_where(filter)
        return [_shelved(row) for row in self._rows(f"{_SHELVED} where {where} order by d.key", where.values)]

    def shelf(self, *, uid: str = "", key: str = "", path: str = "") -> Shelved | None:
        """Return the document with this uid, key or path, retired or not."""
        column, value = next((name, value) for name, value in (("uid", uid), ("key", key), ("path", path)) if value)
        found = self._one(f"{_SHELVED} where d.{column} = ? order by d.retired_at is not null, d.id", [value])
        return None if found is None else _shelved(found)

    def same_text(self, digest: str) -> list[Shelved]:
        """Return the documents with this text, those in use first."""
        sql = f"{_SHELVED} where d.digest = ? order by d.retired_at is not null, d.key"
        return [_shelved(row) for row in self._rows(sql, [digest])]

    def document(self, uid: str) -> Document:
        """Return the document with this uid, retired or not; raises UsageError."""
        _, whole = self.find(uid, ["document"])
        found = self._one(f"select {_DOCUMENT} from document d where d.uid = ?", [whole])
        assert found is not None
        return _document(found)

    def write_document(self, document: Document, *, path: str, now: int) -> None:
        """Store a document under its uid, reviving it, with what its reader dropped."""
        with self.transaction():
            self._run(_WRITE, _document_values(document, path, now))
            self.write_drops(document.uid, "ingest", document.drops)

    def move_document(self, uid: str, *, key: str, path: str, now: int) -> None:
        """Give a document another key and path; everything that hangs on it follows."""
        sql = "update document set key = ?, path = ?, changed_at = ?, retired_at = null where uid = ?"
        self._run(sql, [key, path, now, uid])

    def write_drops(self, document_uid: str, phase: str, drops: Sequence[Drop]) -> bool:
        """Replace what came to nothing in a phase (ingest, extract, generate); False where nothing differs."""
        key = [self._document_id(document_uid), phase]
        stored = list(self._rows(f"{_REJECTIONS} where document_id = ? and phase = ? order by id", key))
        rows = [_drop_values(drop) for drop in drops]
        if stored == rows:
            return False
        with self.transaction():
            self._run("delete from rejection where document_id = ? and phase = ?", key)
            self._many(_ADD_REJECTION, [(*key, *row) for row in rows])
        return True

    def drops(self, filter: Filter = Filter()) -> Iterator[Drop]:  # noqa: B008
        """Yield what came to nothing in documents in use; ``kinds`` are codes or stages, ``search`` a piece of text."""
        where = Conditions()
        where.add("d.retired_at is null")
        self._by_document(where, filter)
        if filter.kinds:
            where.add("r.code in (select value from json_each(?)) or r.stage in (select value from json_each(?))")
            where.values.extend([codec.dump(filter.kinds)] * 2)
        if filter.search:
            where.add("instr(lower(r.text), lower(?)) or instr(lower(r.detail), lower(?))", *[filter.search] * 2)
        where.among("r.stage", filter.stages)
        by_section(where, _SECTION_OF_DROP, filter.section)
        sql = f"""select r.stage, r.code, r.detail, r.text, r.start, r.stop, d.key, {_LINE_OF_DROP}
            from rejection r join document d on d.id = r.document_id
            where {where} order by d.key, r.phase = 'generate', r.start is null, r.start, r.id{limited(filter.limit)}"""
        for *head, start, stop, key, line in self._rows(sql, where.values):
            stage, code, detail, text = head
            yield Drop(stage=stage, code=code, detail=detail, text=text, start=start, end=stop, document=key, line=line)

    def sentences(self, filter: Filter = Filter()) -> Iterator[Sentence]:  # noqa: B008
        """Yield the sentences of documents in the order of their texts."""
        for passage in self.passages(filter):
            yield passage.sentence

    def passages(self, filter: Filter = Filter()) -> Iterator[Passage]:  # noqa: B008
        """Yield sentences with their resolved text, in the order of their texts."""
        where = Conditions()
        self._by_document(where, filter)
        self._by_uid(where, "sentence", "s", filter.uids)
        if not filter.uids and "retired" not in filter.statuses:
            where.add("s.retired_at is null and d.retired_at is null")
        self._by_search(where, "sentence", "s", filter.search)
        by_section(where, "s.section", filter.section)
        sql = f"""select {_SENTENCE} from sentence s join document d on d.id = s.document_id
            where {where} order by d.key, s.position, s.id{limited(filter.limit)}"""
        for row in self._rows(sql, where.values):
            yield _passage(row)

    def _documents_where(self, filter: Filter) -> Conditions:
        where = Conditions()
        if "retired" not in filter.statuses:
            where.add("d.retired_at is null")
        self._by_document(where, filter)
        self._by_uid(where, "document", "d", filter.uids)
        if filter.search.strip():
            matching = Conditions(parts=[])
            self._by_search(matching, "sentence", "s", filter.search)
            where.add(f"exists (select 1 from sentence s where s.document_id = d.id and {matching})", *matching.values)
        return where

    def _document_id(self, uid: str) -> int:
        return int(self._value("select id from document where uid = ?", [uid]))


_SHELVED = """select d.id, d.uid, d.key, d.path, d.digest, d.date, d.date_source, d.extracted, d.retired_at is not null
    from document d"""
_WRITE = """
    insert into document (uid, key, path, title, author, url, format, digest, date, date_source, text, blocks,
        added_at, changed_at)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (uid) do update set key = excluded.key, path = excluded.path, title = excluded.title,
        author = excluded.author, url = excluded.url, format = excluded.format, digest = excluded.digest,
        date = excluded.date, date_source = excluded.date_source, text = excluded.text, blocks = excluded.blocks,
        changed_at = excluded.changed_at, retired_at = null,
        extracted = iif((digest, blocks, date) is (excluded.digest, excluded.blocks, excluded.date), extracted, '')"""
_REJECTIONS = "select stage, code, detail, text, start, stop, line from rejection"
_ADD_REJECTION = """insert into rejection (document_id, phase, stage, code, detail, text, start, stop, line)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?)"""
# What was dropped later stands in a sentence, which may have moved to another line since.
_LINE_OF_DROP = """coalesce((select iif(r.start < s.stop, s.line, null) from sentence s where s.document_id = d.id
    and s.retired_at is null and s.start <= r.start order by s.start desc limit 1), r.line)"""
_SECTION_OF_DROP = """coalesce((select s.section from sentence s where s.document_id = d.id and s.retired_at is null
    and s.start <= r.start order by s.start desc limit 1), '')"""


def _document_values(document: Document, path: str, now: int) -> Sequence[object]:
    d = document
    date = d.date.isoformat() if d.date else None
    head = (d.uid, d.key, path, d.title, d.author, d.url, d.format, d.digest, date, d.date_source)
    return (*head, d.text, codec.dump_all(d.blocks), now, now)


def _drop_values(drop: Drop) -> Row:
    return (drop.stage, drop.code, drop.detail, drop.text, drop.start, drop.end, drop.line)


def _document(row: Row) -> Document:
    uid, key, title, text, blocks, format, digest, author, url, date, date_source = row
    with readable(uid):
        return Document(
            uid=uid,
            key=key,
            title=title,
            text=text,
            blocks=codec.load_all(Block, blocks),
            format=format,
            digest=digest,
            author=author,
            url=url,
            date=dt.date.fromisoformat(date) if date else None,
            date_source=date_source,
        )


def _shelved(row: Row) -> Shelved:
    id, uid, key, path, digest, date, date_source, extracted, retired = row
    day = dt.date.fromisoformat(date) if date else None
    return Shelved(
        id=id,
        uid=uid,
        key=key,
        path=path,
        digest=digest,
        date=day,
        date_source=date_source,
        extracted=extracted,
        retired=bool(retired),
    )


def _passage(row: Row) -> Passage:
    uid, document, position, start, stop, text, section, line, resolved = row
    sentence = Sentence(
        uid=uid,
        document=intern(document),
        position=position,
        start=start,
        end=stop,
        text=text,
        section=intern(section),
        line=line,
    )
    return Passage(sentence=sentence, resolved=resolved)
