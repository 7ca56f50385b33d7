"""Every store that was ever released becomes a fresh one."""

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database
from store_fakes import Course

from quizgen import migrations
from quizgen.errors import SchemaTooNew
from quizgen.model import Filter
from quizgen.schedule import Scheduler
from quizgen.store import Store

STEPS = migrations.names()
RELEASED = [
    *("m001_texts", "m002_facts", "m003_questions", "m004_answers", "m005_search", "m006_lines", "m007_schedule"),
]
PLAIN_TABLES = [
    *("alias", "card", "document", "edit", "evidence", "export", "fact", "phrase", "question", "question_fact"),
    *("rejection", "review", "run", "sentence", "session", "session_step", "setting", "suspension"),
    "withdrawal",
]


def old_store(path: Path, step: str | None) -> None:
    """Make a store as it was before a step, None for today's."""
    db = Database(path, execute_plugins=False)
    migrations.apply(db, stop_before=step)
    db.close()


def schema(path: Path) -> list[tuple[object, ...]]:
    db = Database(path, execute_plugins=False)
    found = migrations.schema(db)
    db.close()
    return found


def test_the_released_steps_stay_as_they_are() -> None:
    assert STEPS == RELEASED


@pytest.mark.parametrize("step", STEPS[1:])
@pytest.mark.parametrize("readonly", [False, True])
def test_an_old_store_becomes_a_fresh_one(tmp_path: Path, step: str, readonly: bool) -> None:
    old, fresh = tmp_path / "old.db", tmp_path / "fresh.db"
    old_store(old, step)
    old_store(fresh, None)
    Store.open(old, readonly=readonly).close()
    assert schema(old) == schema(fresh)


def test_an_old_store_keeps_its_rows(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    old_store(path, "m005_search")
    db = Database(path, execute_plugins=False)
    db.execute("insert into setting (name, value) values ('a', 'b')")
    db.execute("""insert into document (uid, key, path, title, author, url, format, digest, date_source, text, blocks,
        added_at, changed_at) values ('d_1', 'a.txt', 'a.txt', 'A', '', '', 'text', '0', '', 'Old words.',
        '[]', 1, 1)""")
    db.execute(
        """insert into sentence (uid, document_id, position, start, stop, text)
        values ('s_1', 1, 0, 0, 10, 'Old words.')"""
    )
    db.close()
    with Store.open(path) as store:
        assert store.setting("a") == "b"
        assert [document.title for document in store.documents()] == ["A"]
        assert [sentence.uid for sentence in store.sentences(Filter(search="word"))] == ["s_1"]


NOW = 1_700_000_000
DAY = 86_400


def answered(path: Path, step: str) -> None:
    """Make a store as it was before a step, in which somebody answered, took answers back and played with others."""
    old_store(path, step)
    db = Database(path, execute_plugins=False)
    db.execute("insert into session (uid, mode, started_at) values ('p_1', 'typed', 1)")
    for uid in ("q_a1", "q_b2", "q_c3"):
        db.execute(
            """insert into question (uid, kind, template, slot, prompt, answer, accept, options, parts, explanation,
            hint, answer_type, score, difficulty, flaws, tags, sources, section, position, hash, modified, added_at)
            values (?, 'short', 'hand', 's', 'What?', 'x', '[]', '[]', '[]', '', '', 'thing', 1.0, 0.5, '[]', '[]',
            '[]', '', 1, 'h', 1, 1)""",
            [uid],
        )
    answers = [
        *((1, 0, "right", "[]", None), (1, 3, "close", "[]", None), (1, 9, "wrong", "[]", None)),
        *((1, 10, "wrong", "[]", NOW), (1, 11, "right", '["Ann"]', None), (2, 5, "right", "[]", NOW)),
    ]
    for question, day, verdict, players, withdrawn in answers:
        db.execute(
            """insert into review (question_id, session_id, at, mode, given, verdict, seconds, players, withdrawn_at)
            values (?, 1, ?, 'typed', 'x', ?, 1.0, ?, ?)""",
            [question, NOW + day * DAY, verdict, players, withdrawn],
        )
    db.execute(
        """insert into card (question_id, seen, "right", close, wrong, streak, verdict, last_at)
        values (1, 4, 2, 1, 1, 1, 'right', 1)"""
    )
    db.close()


@pytest.mark.parametrize("readonly", [False, True])
@pytest.mark.parametrize("step", STEPS[4:])
def test_what_was_answered_before_there_was_a_schedule_counts_in_it(tmp_path: Path, step: str, readonly: bool) -> None:
    path = tmp_path / "old.db"
    answered(path, step)
    for _ in range(2):
        with Store.open(path, readonly=readonly) as store:
            wanted = Scheduler().replay([(3, NOW), (2, NOW + 3 * DAY), (1, NOW + 9 * DAY)])
            assert [store.memory(uid) for uid in ("q_a1", "q_b2", "q_c3")] == [wanted, None, None]
            assert [(one.verdict, one.rating) for one in store.answers()] == [
                *(("right", 3), ("close", 2), ("wrong", 1), ("right", 0))
            ]
            assert store.cards()["q_a1"].seen == 4
            assert store.queue(now=NOW, until=NOW + 900 * DAY) == ["q_a1", "q_b2", "q_c3"]
            assert store.setting("schedule.stale") == ""


def test_a_reckoning_that_was_killed_is_done_by_whoever_comes_next(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    answered(path, "m007_schedule")
    db = Database(path, execute_plugins=False)
    migrations.apply(db)
    db.close()
    with Store.open(path, readonly=True) as store:
        assert store.memory("q_a1")


def test_a_store_without_answers_has_nothing_to_reckon(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    old_store(path, "m007_schedule")
    db = Database(path, execute_plugins=False)
    migrations.apply(db)
    assert not list(db.table("setting").rows)
    db.close()


@pytest.mark.parametrize("table", ["review", "withdrawal"])
@pytest.mark.parametrize("sql", ["update {} set at = 1", "delete from {}"])
def test_the_log_of_answers_is_only_added_to(tmp_path: Path, table: str, sql: str) -> None:
    path = tmp_path / "old.db"
    answered(path, "m007_schedule")
    Store.open(path).close()
    db = Database(path, execute_plugins=False)
    before = list(db.table(table).rows)
    with pytest.raises(sqlite3.IntegrityError):
        db.execute(sql.format(table))
    assert list(db.table(table).rows) == before
    db.close()


def test_all_tables_are_strict(tmp_path: Path) -> None:
    old_store(tmp_path / "a.db", None)
    db = Database(tmp_path / "a.db", execute_plugins=False)
    tables = [name for name in db.table_names() if "_fts" not in name and not name.startswith("_")]
    assert sorted(tables) == PLAIN_TABLES
    assert all(db.table(name).strict for name in tables)
    assert all(db.table(name).pks == ["id"] for name in tables)
    db.close()


def test_no_row_goes_with_another(tmp_path: Path) -> None:
    old_store(tmp_path / "a.db", None)
    assert not [sql for *_, sql in schema(tmp_path / "a.db") if "cascade" in (sql or "").lower()]


@pytest.mark.parametrize("readonly", [False, True])
def test_a_newer_store_is_left_alone(tmp_path: Path, readonly: bool) -> None:
    path = tmp_path / "a.db"
    old_store(path, None)
    db = Database(path, execute_plugins=False)
    db.execute("insert into _sqlite_migrations (migration_set, name, applied_at) values ('quizgen', 'm999_wings', 'x')")
    db.close()
    before = path.read_bytes()
    with pytest.raises(SchemaTooNew, match=r"newer quizgen.*Update quizgen"):
        Store.open(path, readonly=readonly)
    assert path.read_bytes() == before


def test_the_search_index_follows_the_tables(tmp_path: Path) -> None:
    course = Course(tmp_path)
    course.write("a.txt", "The Moon | has | 3 craters.")
    course.make()
    course.write("a.txt", "The Moon | has | 5 mountains.")
    course.make()
    for table in ("sentence", "fact", "question"):
        course.store.db.execute(f"insert into {table}_fts ({table}_fts, rank) values ('integrity-check', 1)")
    course.store.close()
