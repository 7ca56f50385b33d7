"""Opens the store and turns every failure of SQLite into one line that a user can act on."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlite_utils import Database

from quizgen import migrations
from quizgen.errors import (
    SchemaTooNew,
    StoreDamaged,
    StoreError,
    StoreLocked,
    StoreMissing,
    StoreReadOnly,
)

OLDEST_SQLITE = (3, 37, 0)  # the first with STRICT tables
BATCH = 500  # rows that are fetched at once

Row = tuple[Any, ...]

_MAGIC = b"SQLite format 3\0"


class Connection:
    """An open store: statements, transactions and nothing else."""

    def __init__(self, db: Database, path: Path) -> None:
        self.db, self.path = db, path

    @classmethod
    def open(cls, path: Path, *, create: bool = False, readonly: bool = False, patience: float = 5.0) -> Self:
        """Open the store at ``path``, bringing an older one up to date; waits ``patience`` seconds for a lock.

        Raises StoreMissing, StoreDamaged, StoreLocked, StoreReadOnly, SchemaTooNew or StoreError.
        """
        _check_sqlite(sqlite3.sqlite_version_info)
        if not path.exists():
            if not create:
                todo = "Go to your course's folder, or make one with 'quizgen make FILE'"
                raise StoreMissing("There is no course here", where=str(path), todo=todo)
            _make_folder(path.parent)
        _refuse_other_files(path)
        with _told(path):
            if not readonly or _prepare(path, patience, create=create):
                return cls(_writable(path, patience, create=create), path)
            return cls(_readable(path, patience), path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; an open transaction is taken back."""
        self.db.close()

    @contextmanager
    def transaction(self, mode: str = "immediate") -> Iterator[None]:
        """Commit what happens inside as one, or nothing of it; inside another transaction it is part of that one."""
        connection = self.db.conn
        if connection.in_transaction:
            yield
            return
        self._run(f"begin {mode}")
        try:
            yield
            self._run("commit")
        except BaseException:
            if connection.in_transaction:
                connection.execute("rollback")
            raise

    def _run(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> int:
        """Run a statement and return how many rows it changed."""
        with _told(self.path):
            return self.db.conn.execute(sql, parameters).rowcount

    def _many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        with _told(self.path):
            self.db.conn.executemany(sql, rows)

    def _insert(self, sql: str, parameters: Sequence[Any] | dict[str, Any]) -> int:
        """Insert a row and return its integer key."""
        with _told(self.path):
            return int(self.db.conn.execute(sql, parameters).lastrowid or 0)

    def _rows(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Iterator[Row]:
        """Yield the rows of a query without holding them all."""
        with _told(self.path):
            cursor = self.db.conn.execute(sql, parameters)
        while True:
            with _told(self.path):
                batch = cursor.fetchmany(BATCH)
            if not batch:
                return
            yield from batch

    def _one(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Row | None:
        with _told(self.path):
            found = self.db.conn.execute(sql, parameters).fetchone()
        return None if found is None else tuple(found)

    def _value(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Any:
        """Return the single value of a query that always has one."""
        found = self._one(sql, parameters)
        return None if found is None else found[0]


@contextmanager
def readable(what: str) -> Iterator[None]:
    """Tell a row whose JSON cannot be decoded as damage."""
    try:
        yield
    except ValueError as error:
        raise StoreDamaged(
            f"The store holds something unreadable: {error}", where=what, todo="Run 'quizgen check' or restore a copy"
        ) from error


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise _explained(error, path) from error


def _explained(error: sqlite3.Error, path: Path) -> StoreError:
    """Return the error that says what SQLite means and what to do."""
    code = getattr(error, "sqlite_errorcode", None)
    plain = (code or 0) & 0xFF
    where = str(path)
    if plain in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreLocked("Another program is writing to the store", where=where, todo="Try again when it is done")
    if plain in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return StoreReadOnly("The store cannot be written", where=where, todo="Check its permissions and its folder's")
    if plain == sqlite3.SQLITE_NOTADB:
        return _not_ours(path)
    if plain == sqlite3.SQLITE_CORRUPT:
        return StoreDamaged(f"The store is damaged: {error}", where=where, todo="Restore a copy of it")
    if plain == sqlite3.SQLITE_CANTOPEN:
        return StoreError("The store cannot be opened", where=where, todo="Check the permissions of file and folder")
    if plain == sqlite3.SQLITE_FULL:
        return StoreError("The disk is full; the last step was taken back", where=where, todo="Make room and repeat")
    return StoreError(f"The store cannot be used: {error}", where=where, todo="Run 'quizgen check'")


def _check_sqlite(version: tuple[int, ...]) -> None:
    if version < OLDEST_SQLITE:
        have, want = (".".join(map(str, numbers[:2])) for numbers in (version, OLDEST_SQLITE))
        raise StoreError(f"SQLite {have} is too old", todo=f"Use a Python whose sqlite3 has SQLite {want} or later")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"The folder of the store cannot be made: {error.strerror}", where=str(folder), todo="Choose another place"
        ) from error


def _prepare(path: Path, patience: float, *, create: bool) -> bool:
    """Say whether a store that is asked for reading must be opened for writing, because it is old or new."""
    if not path.exists():
        return True
    db = _readable(path, patience)
    try:
        _refuse_foreign(db, path, create=create)
        return bool(migrations.pending(db))
    finally:
        db.close()


def _writable(path: Path, patience: float, *, create: bool) -> Database:
    mode = "rwc" if create else "rw"
    db = _database(f"{path.resolve().as_uri()}?mode={mode}", patience)
    try:
        _refuse_foreign(db, path, create=create)
        db.execute("pragma synchronous = normal")
        _migrate(db)
    except BaseException:
        db.close()
        raise
    return db


def _readable(path: Path, patience: float) -> Database:
    """Open for reading; a store in a folder that cannot be written has no place for SQLite's side files."""
    uri = path.resolve().as_uri()
    db = _database(f"{uri}?mode=ro", patience)
    try:
        db.execute("select 1 from sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        db.close()
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CANTOPEN:
            raise
        return _database(f"{uri}?immutable=1", patience)
    except BaseException:
        db.close()
        raise
    return db


def _database(uri: str, patience: float) -> Database:
    # isolation_level None: transactions begin where we say so, never by themselves.
    connection = sqlite3.connect(uri, uri=True, timeout=patience, isolation_level=None)
    try:
        connection.execute("pragma foreign_keys = on")
        return Database(connection, execute_plugins=False)
    except BaseException:
        connection.close()
        raise


def _refuse_other_files(path: Path) -> None:
    """Raise for a file that is no database; SQLite itself takes a short one for an empty database and fills it."""
    try:
        with path.open("rb") as file:
            beginning = file.read(len(_MAGIC))
    except FileNotFoundError:
        return
    except OSError as error:
        raise StoreError(
            f"The store cannot be opened: {error.strerror}", where=str(path), todo="Check its permissions"
        ) from error
    if beginning and beginning != _MAGIC:
        raise _not_ours(path)


def _not_ours(path: Path) -> StoreDamaged:
    return StoreDamaged("The file is not a quizgen store", where=str(path), todo="Choose another file with --db")


def _refuse_foreign(db: Database, path: Path, *, create: bool) -> None:
    """Raise for a newer store, for another program's database, and for an empty file that is not to be filled."""
    newer = migrations.unknown(db)
    if newer:
        raise SchemaTooNew("The store was written by a newer quizgen", where=str(path), todo="Update quizgen")
    if migrations.applied(db):
        return
    if db.table_names() or not create:
        raise _not_ours(path)


def _migrate(db: Database) -> None:
    """Bring the schema up to date; the lock keeps two programs from doing so at once."""
    if not migrations.pending(db):
        return
    db.execute("pragma journal_mode = wal")
    db.execute("begin immediate")
    try:
        migrations.apply(db)
        db.execute("commit")
    except BaseException:
        db.rollback()
        raise
