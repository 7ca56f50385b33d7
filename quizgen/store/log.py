"""What people decided, in the order in which they did; entries are added and never changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Any

from quizgen.store.documents import Documents
from quizgen.store.rows import edit_load

_STANDING = """
    select e.id, e.batch, e.at, e.target, e.uid, e.action, e.field, e.value, e.reason from edit e
    where e.action <> 'undo' and not exists (select 1 from edit u where u.undoes = e.id)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A decision: an action on a question or fact that gives one field a value, as JSON.

    ``batch`` binds what was decided at once and is undone at once; ``at`` is in seconds.
    """

    target: str  # question, fact
    uid: str
    action: str  # keep, reject, edit, tag, add, undo
    field: str = "status"
    value: str = '""'
    reason: str = ""
    id: int = 0
    batch: int = 0
    at: int = 0
    undoes: int | None = None


class Log(Documents):
    """The part of the store that remembers decisions."""

    def write_log(self, entries: Sequence[Entry], *, now: int) -> None:
        """Add entries as one batch."""
        sql = """insert into edit (batch, at, target, uid, action, field, value, reason, undoes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)"""
        with self.transaction():
            batch = self._value("select 1 + coalesce((select batch from edit order by id desc limit 1), 0)")
            rows = [(e.target, e.uid, e.action, e.field, e.value, e.reason, e.undoes) for e in entries]
            self._many(sql, ((batch, now, *row) for row in rows))

    def standing(self, uid: str) -> list[Entry]:
        """Return the decisions about a row that were not undone, oldest first."""
        return list(self._entries(f"{_STANDING} and e.uid = ? order by e.id", [uid]))

    def last_batch(self) -> list[Entry]:
        """Return the latest decisions that can be undone, oldest first; [] where there are none."""
        # Numbers of batches only rise, so the log is read from its end and never as a whole.
        latest = self._entries(f"{_STANDING} order by e.id desc", [])
        batch = list(islice(latest, 1))
        batch += takewhile(lambda entry: entry.batch == batch[0].batch, latest)
        return batch[::-1]

    def history(self, uid: str) -> list[Entry]:
        """Return all decisions about a row, undone ones and the undoing too, oldest first."""
        sql = """select id, batch, at, target, uid, action, field, value, reason from edit where uid = ? order by id"""
        return list(self._entries(sql, [uid]))

    def _entries(self, sql: str, parameters: Sequence[Any]) -> Iterator[Entry]:
        for id, batch, at, target, uid, action, field, value, reason in self._rows(sql, parameters):
            yield Entry(
                id=id,
                batch=batch,
                at=at,
                target=target,
                uid=uid,
                action=action,
                field=field,
                value=value,
                reason=reason,
            )


def edits_of(entries: Sequence[Entry]) -> list[tuple[str, Any]]:
    """Return the fields that decisions change, with their values."""
    return [(entry.field, edit_load(entry.field, entry.value)) for entry in entries if entry.action in ("edit", "tag")]


def status_of(entries: Sequence[Entry]) -> str:
    """Return the status that decisions lead to: that of the last one that speaks of it."""
    said = [entry for entry in entries if entry.action != "tag"]
    return _STATUS[said[-1].action] if said else "new"


_STATUS = {"keep": "kept", "reject": "rejected", "edit": "edited", "add": "kept"}
