"""The desk on which questions wait: one after another, and each decision is kept at once."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from quizgen import curation, ids, marks
from quizgen.curation import Change
from quizgen.errors import NothingToDo, UsageError
from quizgen.flaws.code import INFO
from quizgen.model import Filter, Question, QuestionKind, QuestionStatus
from quizgen.reviewing import deeds, duplicates, item, quarrels, waiting
from quizgen.reviewing.item import UNFIT, Item, Remark
from quizgen.reviewing.pace import LONGEST, Pace
from quizgen.reviewing.quarrels import Quarrel
from quizgen.reviewing.waiting import Group, Ticket
from quizgen.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was done (accepted, rejected, put off, edited, undone) to which questions; ``said`` tells it in a line."""

    action: str
    uids: tuple[str, ...]
    said: str


@dataclass(frozen=True, slots=True)
class _Step:
    """What an undo takes back: the batch of a decision, or 0 for a question that was only put off.

    ``decided`` is how many questions left the desk by it, which took so many seconds.
    """

    batch: int
    uid: str
    seconds: float
    action: str = ""
    decided: int = 0


class Desk:
    """Questions of a store that wait for a person's decision, doubtful ones first and grouped by template.

    Each decision is committed at once as one batch of the log, so that ``undo`` works across restarts without end.
    ``every`` shows decided questions again; ``clock`` gives seconds since the epoch; ``about`` tells what a template
    asks, by its id. What a method refuses raises UsageError, and NothingToDo where no question is left.
    """

    def __init__(
        self,
        store: Store,
        *,
        filter: Filter = Filter(),  # noqa: B008
        every: bool = False,
        clock: Callable[[], float],
        about: Mapping[str, str] | None = None,
    ) -> None:
        self._store, self._clock, self._about, self._every = store, clock, about or {}, every
        tickets, self._known = waiting.collect(store, filter, every=every)
        self._again = sum(not ticket.waits for ticket in tickets)
        self._groups: dict[str, Group] = {}
        self._words: dict[str, str] = {}  # what a search looks in
        self._places: dict[str, int] = {}
        for ticket in tickets:
            self._enter(ticket)
        self._known.update(self._groups)
        self._waiting, self._aside = deque(self._groups), list[str]()  # aside is what a search hides
        self._put_off: set[str] = set()
        self._steps: list[_Step] = []
        self._twin: tuple[Question, Question | None] | None = None
        self._wanted, self._found = "", 0  # the search, and how many it has shown
        self._last = clock()

    @property
    def total(self) -> int:
        """Return how many questions there are to review, decided ones too."""
        return len(self._known)

    @property
    def done(self) -> int:
        """Return how many of them are decided."""
        return len(self._known) - len(self._waiting) - len(self._aside)

    @property
    def progress(self) -> tuple[int, int]:
        """Return how many are decided and how many there are, of those that a search shows while there is one."""
        if not self._wanted:
            return self.done, self.total
        found = max(self._found, len(self._waiting))
        return found - len(self._waiting), found

    @property
    def wanted(self) -> str:
        """Return the words that all have which are shown; "" without a search."""
        return self._wanted

    @property
    def again(self) -> int:
        """Return how many of those that were put on the desk had been decided about before."""
        return self._again

    @property
    def tally(self) -> Counter[str]:
        """Return how many questions were accepted, rejected, edited or merged in this sitting, and not taken back."""
        found: Counter[str] = Counter()
        for step in self._steps:
            found[step.action] += step.decided
        return +found

    @property
    def current(self) -> Item | None:
        """Return the question that waits first; None when all are decided."""
        while self._waiting:
            question = self._store.question(self._waiting[0])
            if question.status is not QuestionStatus.RETIRED:
                return self._item(question)
            self._forget(question.uid)
        return None

    def pace(self) -> Pace:
        """Return how fast it goes in this sitting."""
        deciding = sum(bool(step.decided) for step in self._steps)
        return Pace(decided=deciding, seconds=sum(step.seconds for step in self._steps), left=len(self._waiting))

    def accept(self) -> Outcome:
        """Keep the current question; flags of players are settled by it."""
        question = self._question()
        return self._accept([question], f"Accepted: {question.prompt}")

    def accept_group(self) -> Outcome:
        """Keep the current question and all that wait of its group, but for those that were put off."""
        questions = self.group()
        return self._accept(questions, f"Accepted {len(questions)} questions of this group")

    def group(self) -> list[Question]:
        """Return the questions that ``accept_group`` would accept."""
        questions = [self._store.question(uid) for uid in self._group_of(self._question().uid)]
        return [question for question in questions if question.status is not QuestionStatus.RETIRED]

    def reject(self, reason: str = "") -> Outcome:
        """Take the current question out of use."""
        question = self._question()
        self._commit("rejected", [Change(uid=question.uid, action="reject", reason=reason)])
        return Outcome(action="rejected", uids=(question.uid,), said=f"Rejected: {question.prompt}")

    def because(self, reason: str) -> Outcome:
        """Give the last decision its reason, as a part of it. Raises UsageError where that was no rejection."""
        step = self._steps[-1] if self._steps else None
        last = self._store.last_batch()
        if step is None or [(e.action, e.uid, e.batch) for e in last] != [("reject", step.uid, step.batch)]:
            raise UsageError("The last decision was no rejection", todo="Reject a question first")
        now = self._now()
        with self._store.transaction():
            curation.undo(self._store, now=now)
            curation.reject(self._store, [step.uid], reason=reason, now=now)
            self._steps[-1] = replace(step, batch=self._store.last_batch()[0].batch)
        return Outcome(action="rejected", uids=(step.uid,), said=f"Rejected as {reason}")

    def later(self) -> Outcome:
        """Put the current question behind all others; nothing is decided."""
        question = self._question()
        self._waiting.rotate(-1)
        self._put_off.add(question.uid)
        self._steps.append(_Step(0, question.uid, self._spent()))
        return Outcome(action="put off", uids=(question.uid,), said=f"Later: {question.prompt}")

    def edit(self, **fields: Any) -> Outcome:
        """Change the current question, which is decided by that; the fields are those of ``curation.edit``.

        Raises NothingToDo where nothing changes, UsageError where it could not be asked so.
        """
        question = self._question()
        self._edit(question, fields)
        self._close("edited", [question.uid])
        edited = self._store.question(question.uid)
        left = ", ".join(remark.text for remark in item.wording(edited) if remark.severity != INFO)
        said = f"Edited: {edited.prompt}{f' (but {left})' if left else ''}"
        return Outcome(action="edited", uids=(question.uid,), said=said)

    def drop_option(self, number: int) -> Outcome:
        """Take a wrong option away, by its number as shown (from 1); the question stays on the desk."""
        question = self._question()
        if not 1 <= number <= len(question.options):
            raise UsageError(f"There is no option {number}", todo="Give the number of a wrong one")
        dropped = question.options[number - 1]
        if dropped.correct:
            raise UsageError("That is the right option", todo="Give the number of a wrong one")
        wrong = [option.text for option in question.options if not option.correct and option is not dropped]
        if not wrong and question.kind is QuestionKind.CHOICE:
            raise UsageError("A choice needs a wrong option, and this is the last one", todo="Edit it, or reject all")
        self._edit(question, {"options": wrong})
        return Outcome(action="edited", uids=(question.uid,), said=f"Dropped the option {dropped.text}")

    def undo(self) -> Outcome:
        """Take back the last step: what was put off comes back, or else the latest decision there is, however old.

        Raises NothingToDo where there is none.
        """
        step = self._steps[-1] if self._steps else None
        if step and not step.batch:
            self._steps.pop()
            self._put_off.discard(step.uid)
            self._reopen([step.uid])
            said = f"Took back putting off: {self._store.question(step.uid).prompt}"
            return Outcome(action="undone", uids=(step.uid,), said=said)
        entries = self._store.last_batch()
        before = deeds.questions(self._store, entries)
        taken = curation.undo(self._store, now=self._now())
        if step and entries and step.batch == entries[0].batch:
            self._steps.pop()
        self._spent()
        self._reopen(list(self._asked_of(taken)))
        said = f"Took back {deeds.told(self._store, entries, before, deeds.questions(self._store, entries))}"
        return Outcome(action="undone", uids=tuple(uid for _, uid in taken), said=said)

    def search(self, text: str) -> int:
        """Show only what waits with all these words in question, answer, document or template; "" shows all again.

        Returns how many that are. Raises NothingToDo, and shows what it did, where there are none.
        """
        wanted = ids.normal(text).split()
        every = sorted([*self._waiting, *self._aside], key=self._order)
        found = [uid for uid in every if all(word in self._words[uid] for word in wanted)]
        if not found and wanted:
            others = "" if self._every else "; --all has decided ones too"
            raise NothingToDo(f"Nothing that waits has {text!r}", todo=f"Search for less{others}")
        self._waiting, shown = deque(found), set(found)
        self._wanted, self._found = text.strip(), len(found)
        self._aside = [uid for uid in every if uid not in shown]
        return len(found)

    def duplicates(self) -> list[Question]:
        """Return the questions in use that ask almost the same as the current one."""
        return list(duplicates.find(self._store, self._question()))

    def merge(self, others: Sequence[str], *, into: str = "") -> Outcome:
        """Keep one of the current question and ``others``, by default the current one, and reject the rest.

        What they accept as right is right for the one that is left.
        """
        uids = list(dict.fromkeys([self._question().uid, *others]))
        kept = self._store.question(into or uids[0])
        rest = [self._store.question(uid) for uid in uids if uid != kept.uid]
        if len(rest) != len(uids) - 1 or not rest:
            raise UsageError("There is nothing to merge", todo="Choose two questions that ask the same")
        self._commit("merged", duplicates.merged(kept, rest))
        lost = "" if kept.options or not any(one.options for one in rest) else " (the choice was rejected)"
        said = f"Merged into: {kept.prompt}{lost}"
        return Outcome(action="merged", uids=(kept.uid, *(one.uid for one in rest)), said=said)

    def conflicts(self) -> list[Quarrel]:
        """Return what the texts contradict each other in, undecided first."""
        return quarrels.find(self._store)

    def settle(self, quarrel: Quarrel, right: Sequence[str]) -> Outcome:
        """Decide which facts of a contradiction are right; without any, all are rejected."""
        changes = quarrels.settled(quarrel, right)
        self._write(changes)
        said = [claim.said for claim in quarrel.claims if claim.uid in right]
        told = f"Right: {' and '.join(said)}. 'quizgen make' asks about it" if said else "Rejected them all"
        return Outcome(action="settled", uids=tuple(change.uid for change in changes), said=told)

    def check(self, **fields: Any) -> tuple[Remark, ...]:
        """Return the flaws that the wording of the current question would have after an edit, worst first."""
        question = self._question()
        try:
            return item.wording(curation.changed(question, _given(fields)))
        except UsageError as error:
            return (Remark(code=UNFIT, severity="error", text=error.what),)

    def _accept(self, questions: Sequence[Question], said: str) -> Outcome:
        self._commit("accepted", [_keeping(question) for question in questions])
        return Outcome(action="accepted", uids=tuple(question.uid for question in questions), said=said)

    def _edit(self, question: Question, fields: Mapping[str, Any]) -> None:
        edited = curation.changed(question, _given(fields))
        changed = {name: fields[name] for name in _given(fields) if getattr(edited, name) != getattr(question, name)}
        if not changed:
            raise NothingToDo("The question was left as it is")
        flags = () if "tags" in changed else tuple(item.flags(question))
        self._write([Change(uid=question.uid, fields=changed, untag=flags)])

    def _commit(self, action: str, changes: Sequence[Change]) -> None:
        self._write(changes)
        self._close(action, [change.uid for change in changes])

    def _write(self, changes: Sequence[Change]) -> None:
        curation.change(self._store, changes, now=self._now())
        self._steps.append(_Step(self._store.last_batch()[0].batch, changes[0].uid, self._spent()))

    def _close(self, action: str, uids: Sequence[str]) -> None:
        """Take questions off the desk by the last step, which decided about them."""
        gone = set(uids)
        before = len(self._waiting) + len(self._aside)
        self._waiting = deque(uid for uid in self._waiting if uid not in gone)
        self._aside = [uid for uid in self._aside if uid not in gone]
        decided = before - len(self._waiting) - len(self._aside)
        self._steps[-1] = replace(self._steps[-1], action=action, decided=decided)

    def _reopen(self, uids: Sequence[str]) -> None:
        """Put questions on the desk again, the first one on top."""
        again = set(uids)
        self._waiting = deque([*uids, *(uid for uid in self._waiting if uid not in again)])
        self._aside = [uid for uid in self._aside if uid not in again]
        self._known |= again

    def _forget(self, uid: str) -> None:
        self._waiting.remove(uid)
        self._known.discard(uid)

    def _asked_of(self, taken: Iterable[tuple[str, str]]) -> Iterator[str]:
        """Yield the questions of decisions that were taken back: the first one, and what waits again."""
        for place, uid in enumerate(dict.fromkeys(uid for _, uid in taken)):
            for question in self._store.questions(Filter(uids=(uid,))):
                if question.uid == uid and (not place or waiting.waits(self._store, question)):
                    self._enter(waiting.ticket(question))
                    yield uid

    def _enter(self, ticket: Ticket) -> None:
        self._groups.setdefault(ticket.uid, ticket.group)
        self._words.setdefault(ticket.uid, ticket.words)
        self._places.setdefault(ticket.uid, len(self._places))

    def _order(self, uid: str) -> tuple[bool, int]:
        """Return by what the queue is ordered: as at first, what was put off last."""
        return uid in self._put_off, self._places[uid]

    def _group_of(self, uid: str) -> list[str]:
        group = self._groups[uid]
        return [one for one in self._waiting if self._groups[one] == group and (one == uid or one not in self._put_off)]

    def _item(self, question: Question) -> Item:
        done, total = self.progress
        if self._twin is None or self._twin[0] != question:  # looked for once, since it takes the longest
            self._twin = question, next(duplicates.find(self._store, question), None)
        return Item(
            question=question,
            warnings=item.remarks(question, twin=self._twin[1]),
            marked=marks.sentence(question),
            group=item.group_name(question.template, self._about),
            alike=len(self._group_of(question.uid)),
            done=done,
            total=total,
        )

    def _question(self) -> Question:
        """Return the question that was shown as the current one, and never the next one instead."""
        if not self._waiting:
            raise NothingToDo("No question waits for a decision")
        question = self._store.question(self._waiting[0])
        if question.status is QuestionStatus.RETIRED:
            self._forget(question.uid)
            raise UsageError("The question was taken out of use meanwhile", todo="Here is the next one")
        return question

    def _spent(self) -> float:
        """Return the seconds of work since the last step."""
        at = self._clock()
        spent, self._last = min(max(0.0, at - self._last), LONGEST), at
        return spent

    def _now(self) -> int:
        return int(self._clock())


def _keeping(question: Question) -> Change:
    return Change(uid=question.uid, action="keep", untag=tuple(item.flags(question)))


def _given(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
