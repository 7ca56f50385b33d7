"""Finds rows by a piece of their uid, and turns a Filter into conditions."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from quizgen import ids
from quizgen.errors import UsageError
from quizgen.model import Filter
from quizgen.store.connection import Connection, Row

TABLES = ("document", "sentence", "fact", "question")
SHOWN = 5  # candidates that an error about an ambiguous id lists

_UID = re.compile(r"[a-z]_[0-9a-f]+")
_GLOB = re.compile(r"[*?\[]")


@dataclass(slots=True)
class Conditions:
    """Conditions of a query and the values they name, in order."""

    parts: list[str] = field(default_factory=lambda: ["1"])
    values: list[Any] = field(default_factory=list)

    def add(self, condition: str, *values: Any) -> None:
        """Require ``condition`` too; its question marks stand for ``values``."""
        self.parts.append(f"({condition})")
        self.values.extend(values)

    def among(self, column: str, choices: Iterable[str]) -> None:
        """Require that a column is one of ``choices``; none at all means no restriction."""
        chosen = list(choices)
        if chosen:
            self.add(f"{column} in ({', '.join('?' * len(chosen))})", *chosen)

    def __str__(self) -> str:
        return " and ".join(self.parts)


class Finding(Connection):
    """The part of the store that looks things up."""

    def find(self, prefix: str, tables: Iterable[str] = TABLES) -> tuple[str, str]:
        """Return the table and the uid that the beginning of a uid means; old ids lead to the row that has them now.

        Raises UsageError where nothing, or more than one thing, begins so.
        """
        asked = prefix.strip().lower()
        found = self._beginning(asked, tuple(tables)) if asked else []
        if not found:
            raise UsageError(f"There is no id {prefix!r}", todo="List the ids with 'quizgen questions' or 'facts'")
        if len(found) > 1:
            shown = ", ".join(self.short(uid) for _, uid in found[:SHOWN]) + (", …" if len(found) > SHOWN else "")
            raise UsageError(f"The id {prefix!r} is not unique", where=shown, todo="Give more of it")
        return found[0]

    def short(self, uid: str) -> str:
        """Return the beginning of a uid that a person has to type: ten characters, or more if they are not unique."""
        ends = range(ids.SHORT, len(uid))
        return next((uid[:end] for end in ends if len(self._beginning(uid[:end], TABLES)) == 1), uid)

    def _beginning(self, asked: str, tables: tuple[str, ...]) -> list[tuple[str, str]]:
        """Return some of the rows whose uid, or else a former one, begins so; a whole uid beats a longer one."""
        found: set[tuple[str, str]] = set()
        for table in tables:
            rows = self._rows(f"select uid from {table} where {_begins('uid')} order by uid limit 9", _span(asked))
            found.update((table, uid) for (uid,) in rows)
        if not any(uid == asked for _, uid in found):
            found.update(self._formerly(asked, tables))
        exact = [row for row in found if row[1] == asked]
        return exact or sorted(found)

    def _formerly(self, asked: str, tables: tuple[str, ...]) -> set[tuple[str, str]]:
        rows = list(self._rows(f"select uid from alias where {_begins('old')} order by old limit 9", _span(asked)))
        return {
            (table, uid)
            for (uid,) in rows
            for table in tables
            if self._one(f"select 1 from {table} where uid = ?", [uid])
        }

    def _by_document(self, where: Conditions, filter: Filter, alias: str = "d") -> None:
        """Add the document part of a filter: each a key, a title, a uid or a glob on keys."""
        options: list[str] = []
        values: list[str] = []
        for pattern in filter.documents:
            columns, operator, value = self._document_option(pattern)
            options.extend(f"{alias}.{column} {operator} ?" for column in columns)
            values.extend([value] * len(columns))
        if options:
            where.add(" or ".join(options), *values)

    def _document_option(self, pattern: str) -> tuple[list[str], str, str]:
        """Return the columns, the operator and the value that a word for documents means; raises UsageError."""
        if self._one("select 1 from document where key = ? or title = ?", [pattern, pattern]):
            return ["key", "title"], "=", pattern
        if _UID.fullmatch(pattern):
            return ["uid"], "=", self.find(pattern, ["document"])[1]
        if _GLOB.search(pattern):
            return ["key"], "glob", pattern
        raise UsageError(f"There is no document {pattern!r}", todo="List them with 'quizgen sources'")

    def _by_search(self, where: Conditions, table: str, alias: str, search: str) -> None:
        """Add full-text search; every word must occur, and none of them is an operator."""
        if search.strip():
            words = self.db.quote_fts(search.replace("\0", " "))
            where.add(f"{alias}.id in (select rowid from {table}_fts where {table}_fts match ?)", words or '""')

    def _by_uid(self, where: Conditions, table: str, alias: str, uids: Iterable[str]) -> None:
        where.among(f"{alias}.uid", [self.find(uid, [table])[1] for uid in uids])


def by_section(where: Conditions, column: str, section: str) -> None:
    """Add a heading: the same but for case, or matching a glob."""
    if section:
        operator = "glob" if _GLOB.search(section) else "="
        where.add(f"lower({column}) {operator} lower(?)", section)


def tag_globs(tags: Iterable[str]) -> list[str]:
    """Return the patterns of tags that belong to these: those below them, as in Anki, and what a glob matches."""
    return [pattern for tag in tags for pattern in (f"{tag}::*", *([tag] if _GLOB.search(tag) else []))]


def limited(limit: int | None) -> str:
    """Return the clause for at most ``limit`` rows."""
    return "" if limit is None else f" limit {int(limit)}"


def first(row: Row | None) -> Any:
    """Return the first column of a row, None where there is no row."""
    return None if row is None else row[0]


def _begins(column: str) -> str:
    return f"{column} >= ? and {column} < ?"


def _span(asked: str) -> list[str]:
    # No uid has a character after "g", so this is all that begins so, and it can use the index.
    return [asked, asked + "g"]
