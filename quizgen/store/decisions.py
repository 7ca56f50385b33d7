"""Puts decisions of people into effect, and takes them back."""

from collections.abc import Collection, Sequence

from quizgen.store.harvests import Harvests
from quizgen.store.log import Entry, status_of

_MARKS = (
    "update fact set status = 'new' where status = 'conflict' and uid not in (select uid from disputed)",
    "update fact set status = 'conflict' where status = 'new' and uid in (select uid from disputed)",
)


class Decisions(Harvests):
    """The part of the store that lets people decide."""

    def decide(self, entries: Sequence[Entry], *, now: int) -> None:
        """Log decisions as one batch and bring what they are about in line with them."""
        with self.transaction():
            self.write_log(entries, now=now)
            self._refresh(entries, now)

    def undo(self, *, now: int) -> list[Entry]:
        """Take back the latest batch of decisions and return it; [] where none is left."""
        with self.transaction():
            batch = self.last_batch()
            if batch:
                undoing = [Entry(target=e.target, uid=e.uid, action="undo", undoes=e.id) for e in batch]
                self.write_log(undoing, now=now)
                self._refresh(batch, now)
        return batch

    def mark_conflicts(self, uids: Collection[str], *, now: int) -> int:
        """Mark these facts, where nobody has decided about them, as contradicted, and no others.

        Questions of facts that are marked go out of use; those of facts that are cleared come back when questions are
        made again. Returns how many facts changed.
        """
        with self.transaction():
            self._run("create temp table if not exists disputed (uid text primary key) strict, without rowid")
            self._run("delete from disputed")
            self._many("insert into disputed values (?)", ((uid,) for uid in set(uids)))
            cleared, marked = (self._run(sql) for sql in _MARKS)
            if marked:
                self.settle_questions("select id from fact where status = 'conflict'", now=now)
        return cleared + marked

    def _refresh(self, entries: Sequence[Entry], now: int) -> None:
        for target, uid in dict.fromkeys((entry.target, entry.uid) for entry in entries):
            if target == "question":
                self.refresh_question(uid, now=now)
            else:
                self._refresh_fact(uid, now)

    def _refresh_fact(self, uid: str, now: int) -> None:
        """Give a fact the status that was decided; the questions of a rejected one go and come back with it."""
        id, before = self._one("select id, status from fact where uid = ?", [uid]) or (0, "")
        after = status_of(self.standing(uid))
        self._run("update fact set status = ? where id = ?", [after, id])
        if after == "rejected":
            self.settle_questions(str(int(id)), now=now)
        elif before == "rejected":
            rejections = [entry.at for entry in self.history(uid) if entry.action == "reject"]
            self.revive_questions(uid, retired_at=rejections[-1], now=now)
