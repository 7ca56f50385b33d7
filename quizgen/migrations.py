"""The schema of the store, as steps that are never edited once released.

Rows are retired, not deleted, so no foreign key cascades. Columns called ``stop`` are the ``end`` of the types and
``position`` their ``order``; lists and types stand as JSON text.
"""

from typing import Any

from sqlite_utils import Database, Migrations
from sqlite_utils.db import Table

migrations = Migrations("quizgen")


@migrations()
def m001_texts(db: Database) -> None:
    """Documents, their sentences, and what came to nothing."""
    db.executescript("""
        create table run (
            id integer primary key,
            at integer not null,
            verb text not null,
            version text not null default '',
            counts text not null default '{}'
        ) strict;
        create table setting (
            id integer primary key,
            name text not null unique,
            value text not null
        ) strict;
        create table document (
            id integer primary key,
            uid text not null unique,
            key text not null unique,
            path text not null,
            title text not null,
            author text not null,
            url text not null,
            format text not null,
            digest text not null,
            date text,
            date_source text not null,
            text text not null,
            blocks text not null,
            extracted text not null default '',
            added_at integer not null,
            changed_at integer not null,
            retired_at integer
        ) strict;
        create index document_path on document (path);
        create index document_digest on document (digest);
        create table sentence (
            id integer primary key,
            uid text not null unique,
            document_id integer not null references document (id),
            position integer not null,
            start integer not null,
            stop integer not null,
            text text not null,
            resolved text not null default '',
            section text not null default '',
            line integer not null default 1,
            retired_at integer
        ) strict;
        create index sentence_document on sentence (document_id, position);
        create table rejection (
            id integer primary key,
            document_id integer not null references document (id),
            phase text not null check (phase in ('ingest', 'extract', 'generate')),
            stage text not null,
            code text not null,
            detail text not null,
            text text not null,
            start integer,
            stop integer
        ) strict;
        create index rejection_document on rejection (document_id, phase);
    """)


@migrations()
def m002_facts(db: Database) -> None:
    """Facts with their evidence, the phrases that serve as distractors, and the ids that gave way to older ones."""
    db.executescript("""
        create table fact (
            id integer primary key,
            uid text not null unique,
            statement text not null unique,
            document_id integer not null references document (id),
            lead integer references evidence (id),
            kind text not null,
            subject text not null,
            relation text not null,
            object text not null,
            modality text not null,
            confidence real not null,
            status text not null default 'new' check (status in ('new', 'kept', 'rejected', 'conflict')),
            added_at integer not null,
            retired_at integer
        ) strict;
        create index fact_document on fact (document_id);
        create table evidence (
            id integer primary key,
            fact_id integer not null references fact (id),
            sentence_id integer not null references sentence (id),
            document_id integer not null references document (id),
            extractor text not null,
            start integer not null,
            stop integer not null,
            draft text not null,
            retired_at integer,
            unique (fact_id, sentence_id)
        ) strict;
        create index evidence_document on evidence (document_id, fact_id);
        create index evidence_sentence on evidence (sentence_id);
        create table phrase (
            id integer primary key,
            document_id integer not null references document (id),
            type text not null,
            spelling text not null,
            draw integer not null,
            data text not null,
            unique (document_id, type, spelling)
        ) strict;
        create index phrase_draw on phrase (type, draw, spelling);
        create table alias (
            id integer primary key,
            old text not null unique,
            uid text not null,
            at integer not null
        ) strict;
    """)


@migrations()
def m003_questions(db: Database) -> None:
    """Questions, the facts they rest on, what people decided about them, and what was exported."""
    db.executescript("""
        create table question (
            id integer primary key,
            uid text not null unique,
            document_id integer references document (id),
            kind text not null,
            template text not null,
            slot text not null,
            prompt text not null,
            answer text not null,
            accept text not null,
            options text not null,
            parts text not null,
            explanation text not null,
            hint text not null,
            answer_type text not null,
            score real not null,
            difficulty real not null,
            flaws text not null,
            tags text not null,
            sources text not null,
            section text not null,
            position integer not null,
            status text not null default 'new' check (status in ('new', 'kept', 'edited', 'rejected')),
            changed integer not null default 0 check (changed in (0, 1)),
            base text not null default '{}',
            hash text not null,
            modified integer not null,
            added_at integer not null,
            retired_at integer
        ) strict;
        create index question_document on question (document_id, position);
        create table question_fact (
            id integer primary key,
            question_id integer not null references question (id),
            fact_id integer not null references fact (id),
            position integer not null,
            unique (question_id, position)
        ) strict;
        create index question_fact_fact on question_fact (fact_id);
        create table edit (
            id integer primary key,
            batch integer not null,
            at integer not null,
            target text not null check (target in ('question', 'fact')),
            uid text not null,
            action text not null check (action in ('keep', 'reject', 'edit', 'tag', 'add', 'undo')),
            field text not null,
            value text not null,
            reason text not null default '',
            undoes integer references edit (id)
        ) strict;
        create index edit_uid on edit (uid);
        create index edit_undoes on edit (undoes);
        create table export (
            id integer primary key,
            question_id integer not null references question (id),
            format text not null,
            hash text not null,
            mod integer not null,
            at integer not null,
            unique (question_id, format)
        ) strict;
    """)


@migrations()
def m004_answers(db: Database) -> None:
    """What was answered when, and one card a question that sums it up."""
    db.executescript("""
        create table session (
            id integer primary key,
            uid text not null unique,
            mode text not null,
            started_at integer not null,
            ended_at integer
        ) strict;
        create table review (
            id integer primary key,
            question_id integer not null references question (id),
            session_id integer references session (id),
            at integer not null,
            mode text not null,
            given text not null,
            verdict text not null check (verdict in ('right', 'close', 'wrong')),
            seconds real not null,
            players text not null,
            withdrawn_at integer
        ) strict;
        create index review_question on review (question_id, at);
        create index review_session on review (session_id);
        create table card (
            id integer primary key,
            question_id integer not null unique references question (id),
            seen integer not null,
            "right" integer not null,
            close integer not null,
            wrong integer not null,
            streak integer not null,
            verdict text not null,
            last_at integer not null
        ) strict;
    """)


@migrations()
def m005_search(db: Database) -> None:
    """Full-text search over what people look for."""
    for name, columns in {
        "sentence": ["text"],
        "fact": ["subject", "relation", "object"],
        "question": ["prompt", "answer"],
    }.items():
        _searchable(db.table(name), columns)


@migrations()
def m006_lines(db: Database) -> None:
    """The line on which stands what was dropped before it became a sentence; 0 where it is not known."""
    db.execute("alter table rejection add column line integer not null default 0")
    db.execute("create index sentence_start on sentence (document_id, start)")


@migrations()
def m007_schedule(db: Database) -> None:
    """When questions are asked again; answers and what takes them back are added and never changed.

    Old answers are rated by their verdict; what follows from that is reckoned when the store is opened.
    """
    db.executescript("""
        create table withdrawal (
            id integer primary key,
            review_id integer not null unique references review (id),
            at integer not null
        ) strict;
        insert into withdrawal (review_id, at) select id, withdrawn_at from review where withdrawn_at is not null;
        alter table review drop column withdrawn_at;
        alter table review add column rating integer not null default 0 check (rating between 0 and 4);
        alter table review add column hints integer not null default 0;
        update review set rating = case verdict when 'right' then 3 when 'close' then 2 else 1 end where players = '[]';
        insert into setting (name, value) select 'schedule.stale', '1'
            where exists (select 1 from review where rating > 0);
        alter table card add column state text check (state in ('learning', 'review', 'relearning'));
        alter table card add column step integer;
        alter table card add column stability real;
        alter table card add column difficulty real;
        alter table card add column due_at integer;
        alter table card add column rated_at integer;
        create index card_due on card (due_at, rated_at, stability, question_id) where due_at is not null;
        create index card_last on card (last_at);
        alter table question add column scheduled integer not null default 0 check (scheduled in (0, 1));
        create index question_new on question (document_id, position)
            where scheduled = 0 and retired_at is null and status <> 'rejected';
        create table suspension (
            id integer primary key,
            question_id integer not null unique references question (id),
            at integer not null
        ) strict;
        alter table session add column seed text not null default '';
        alter table session add column options text not null default '{}';
        create table session_step (
            id integer primary key,
            session_id integer not null references session (id),
            position integer not null,
            question_id integer not null references question (id),
            mode text not null,
            unique (session_id, position)
        ) strict;
        create index session_step_question on session_step (question_id);
    """)
    for table in ("review", "withdrawal"):
        for verb in ("update", "delete"):
            db.execute(f"""create trigger {table}_no_{verb} before {verb} on {table}
                begin select raise(abort, 'the log of answers is only added to'); end""")


def _searchable(table: Table, columns: list[str]) -> None:
    """Index columns; the triggers fire on those alone, since most updates touch others."""
    table.enable_fts(columns, tokenize="porter unicode61 remove_diacritics 2")
    name, names = table.name, ", ".join(columns)
    new, old = (", ".join(f"{row}.{column}" for column in columns) for row in ("new", "old"))
    add = f"insert into {name}_fts (rowid, {names}) values (new.id, {new});"
    remove = f"insert into {name}_fts ({name}_fts, rowid, {names}) values ('delete', old.id, {old});"
    differs = " or ".join(f"old.{column} is not new.{column}" for column in columns)
    table.db.executescript(f"""
        create trigger {name}_ai after insert on {name} begin {add} end;
        create trigger {name}_ad after delete on {name} begin {remove} end;
        create trigger {name}_au after update of {names} on {name} when {differs} begin {remove} {add} end;
    """)


def names() -> list[str]:
    """Return the names of all steps, oldest first."""
    return [step.name for step in migrations.pending(Database(memory=True, execute_plugins=False))]


def unknown(db: Database) -> list[str]:
    """Return the steps that a newer program has applied to this store."""
    known = set(names())
    return [name for name in applied(db) if name not in known]


def applied(db: Database) -> list[str]:
    """Return the steps that this store has seen."""
    return [step.name for step in migrations.applied(db)]


def pending(db: Database) -> list[str]:
    """Return the steps that this store has yet to see."""
    return [step.name for step in migrations.pending(db)]


def apply(db: Database, *, stop_before: str | None = None) -> None:
    """Bring a store up to date; each step is a transaction, or a savepoint of the caller's."""
    migrations.apply(db, stop_before=stop_before)


def schema(db: Database) -> list[tuple[Any, ...]]:
    """Return every table, index and trigger with its SQL, to compare two stores."""
    return list(db.execute("select type, name, tbl_name, sql from sqlite_master order by type, name").fetchall())
