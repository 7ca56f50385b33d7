"""What an edited spreadsheet changes, row by row; what is not certain to be meant is left as it is, and said.

Each cell is compared with what the store says now and, by the column ``check``, with what the file said when it was
exported. So a row that nobody touched changes nothing, whatever happened in the store meanwhile.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from quizgen import curation, spreadsheet
from quizgen.cells import unguard
from quizgen.errors import UsageError
from quizgen.flaws.code import INFO
from quizgen.model import SETS, Filter, Question, QuestionKind
from quizgen.reviewing import cells, item, sheets, spoilt
from quizgen.reviewing.sheets import CHECK, COLUMNS, REJECT, UID
from quizgen.store import Store

_SHOWN = ("prompt", "answer", "options")  # whoever decided saw these
_REQUIRED = ("prompt", "answer")
_SORTED = 3  # so many changes of a column that only swap its values come from sorting it alone
_ID = re.compile(r"q_[0-9a-f]{32}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a file: its number in the spreadsheet and its cells by column."""

    number: int
    cells: Mapping[str, str]

    @property
    def uid(self) -> str:
        """The id as the file gives it."""
        return cells.one_line(self.cells.get(UID, "")).casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """An edited file; ``unread`` are columns that it has beside those of an export, ``missing`` those it lacks."""

    rows: tuple[Row, ...]
    unread: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """A cell that changes: what the store says, and what the file says."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A row that changes a question; ``flaws`` are those in words that its new wording would have."""

    number: int
    prompt: str
    cells: tuple[Altered, ...]
    change: curation.Change
    flaws: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A row, or one column of it, that somebody changed and that is left as it is, and why."""

    number: int
    prompt: str
    why: str
    column: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a file would change, what it would not although it says so, and how many rows say nothing new.

    ``habits`` counts the cells that a spreadsheet program wrote in another form, such as dates; they change nothing.
    """

    changes: tuple[Changed, ...]
    left: tuple[Left, ...]
    same: int
    habits: int = 0


@dataclass(slots=True, kw_only=True)
class _Draft:
    """A row with its question, and the cells that differ as long as nothing speaks against them."""

    row: Row
    question: Question
    stored: dict[str, str]
    bases: dict[str, str]
    wanted: dict[str, str] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)
    habits: int = 0

    def leave(self, why: str, column: str = "") -> None:
        """Take a column, or the whole row, out of what changes."""
        if column:
            self.wanted.pop(column, None)
        else:
            self.wanted.clear()
        self.left.append(_left(self.row, why, column, self.question.prompt))


def read(path: Path) -> Sheet:
    """Read an edited file; raises InputError where it is no table, or has no ids."""
    from quizgen.readers import decoding

    table = spreadsheet.find(decoding.load(path), key=UID, names=COLUMNS, where=str(path))
    header = table.header.cells
    known = {look.name for look in sheets.LOOKS}
    rows = (Row(number=row.number, cells=_named(header, row.cells)) for row in table.rows)
    return Sheet(
        rows=tuple(row for row in rows if any(cell.strip() for cell in row.cells.values())),
        unread=tuple(name for name in header if name and name not in known),
        missing=tuple(name for name in (*COLUMNS, CHECK) if name not in header),
    )


def compare(store: Store, sheet: Sheet, *, overwrite: bool = False) -> Plan:
    """Return what a file would change; ``overwrite`` takes its word where the store has changed since the export."""
    left: list[Left] = []
    drafts = list(_drafts(store, sheet.rows, left))
    for draft in drafts:
        _differ(draft, overwrite)
    _refuse_sorted(drafts)
    _refuse_repeated(drafts)
    changes = [made for draft in drafts for made in _changed(draft)]
    every = [*left, *(one for draft in drafts for one in draft.left)]
    touched = {one.number for one in changes} | {one.number for one in every}
    return Plan(
        changes=tuple(changes),
        left=tuple(sorted(every, key=lambda one: one.number)),
        same=len({row.number for row in sheet.rows} - touched),
        habits=sum(draft.habits for draft in drafts),
    )


def apply(store: Store, sheet: Sheet, plan: Plan, *, now: int, overwrite: bool = False) -> list[str]:
    """Put a plan into effect as one step back, and return the ids; raises UsageError where it no longer holds."""
    with store.transaction():
        if compare(store, sheet, overwrite=overwrite) != plan:
            raise UsageError("The questions have changed while you looked", todo="Import the file again")
        return curation.change(store, [one.change for one in plan.changes], now=now)


def _named(header: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """Return the cells of a row by column; of two columns of one name the first counts."""
    pairs = list(zip(header, row, strict=False))
    return {name: unguard(cell) for name, cell in reversed(pairs)}


def _left(row: Row, why: str, column: str = "", prompt: str = "") -> Left:
    shown = prompt or cells.one_line(row.cells.get("prompt", "")) or row.uid
    return Left(number=row.number, prompt=shown, why=why, column=column)


def _drafts(store: Store, rows: Sequence[Row], left: list[Left]) -> Iterator[_Draft]:
    """Yield the rows whose question is certain; what is said of the others goes to ``left``."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        uid, why = _sought(store, row)
        if why:
            left.append(_left(row, why))
        else:
            found[uid].append(row)
    for uid, same in found.items():
        if len({_said(row) for row in same}) > 1:
            numbers = " and ".join(str(row.number) for row in same)
            left.extend(_left(row, f"rows {numbers} have the same id and say different things") for row in same)
        else:
            question = next(store.questions(Filter(uids=(uid,))))
            stored = sheets.content(question, sheets.reason_of(store, question))
            bases = sheets.checked(same[0].cells.get(CHECK, ""))[1]
            yield _Draft(row=same[0], question=question, stored=stored, bases=bases)


def _sought(store: Store, row: Row) -> tuple[str, str]:
    """Return the id of the question that a row is about, or why none is certain."""
    uid, own = row.uid, sheets.checked(row.cells.get(CHECK, ""))[0]
    if not uid:
        return "", "it has no id; write new questions with 'quizgen add'"
    if own and own != cells.fingerprint(uid):
        return "", "its id was changed, or belongs to another row"
    try:
        return (store.find(uid, ["question"])[1], "") if _ID.fullmatch(uid) else ("", "its id was changed")
    except UsageError:
        return "", "this course has no question with its id"


def _said(row: Row) -> tuple[str, ...]:
    return tuple(column.form(row.cells.get(name, "")) for name, column in COLUMNS.items())


def _differ(draft: _Draft, overwrite: bool) -> None:
    """Find the cells that somebody changed; leave the row where the question is another one now."""
    for name, column in COLUMNS.items():
        if name in draft.row.cells:
            cell, base = draft.row.cells[name], draft.bases.get(name)
            new, stored = column.form(cell), column.form(draft.stored[name])
            if new == stored or cells.fingerprint(new) == base:
                continue
            if spoilt.is_habit(cells.one_line(cell), draft.stored[name]):
                draft.habits += 1
            else:
                draft.wanted[name] = cell
    if not draft.wanted:
        return
    if not overwrite:
        _refuse_stale(draft)
    for name in list(draft.wanted):
        why = _refusal(draft, name, cells.one_line(draft.wanted[name]))
        if why:
            draft.leave(why, name)


def _refuse_stale(draft: _Draft) -> None:
    """Leave what was changed in the store too, and the whole row where that is something that a person judges by."""
    stale = [name for name in COLUMNS if _is_stale(draft, name)]
    for name in stale:
        if name in _SHOWN or name in draft.wanted:
            draft.leave(
                f"the {name} was changed in the store since the export and is now: {draft.stored[name] or '(empty)'}",
                "" if name in _SHOWN else name,
            )
            if name in _SHOWN:
                return


def _is_stale(draft: _Draft, name: str) -> bool:
    """Say whether the store has neither what was exported nor what the file says."""
    if name not in draft.bases or name not in draft.row.cells:
        return False
    form = COLUMNS[name].form
    now = form(draft.stored[name])
    return cells.fingerprint(now) != draft.bases[name] and now != form(draft.row.cells[name])


def _refusal(draft: _Draft, name: str, cell: str) -> str:
    """Return why a changed cell is left as it is, "" where nothing speaks against it."""
    if name in _REQUIRED and not cell:
        return "it was emptied"
    if _ID.search(cell.casefold()):
        return "it holds a whole other row; a quotation mark may be open"
    if name == "decision":
        return _undecided(draft.row.cells[name])
    if name == "reason" and sheets.decision(draft.row.cells.get("decision", draft.stored["decision"])) != REJECT:
        return "a reason counts only beside the decision reject" if cell else ""
    if name in ("answer", "options", "accept") and draft.question.kind in SETS:
        return "the parts of an order or a match cannot be changed here"
    return spoilt.damage(cell, draft.stored[name])


def _undecided(cell: str) -> str:
    meant = sheets.decision(cell)
    if not meant:
        return "an empty decision takes nothing back; write keep or reject, or run 'quizgen undo'"
    known = meant in (sheets.KEEP, REJECT)
    words = "write keep (or accept, yes, ok) or reject (or no, bad)"
    return "" if known else f"{cells.one_line(cell)!r} is no decision; {words}"


def _refuse_sorted(drafts: Iterable[_Draft]) -> None:
    """Leave columns whose values only changed places: they were sorted without the others."""
    for name, column in COLUMNS.items():
        changed = [draft for draft in drafts if name in draft.wanted]
        before = Counter(column.form(draft.stored[name]) for draft in changed)
        after = Counter(column.form(draft.wanted[name]) for draft in changed)
        if before == after and len(changed) >= _SORTED:
            for draft in changed:
                draft.leave("the column was sorted without the others", name)


def _refuse_repeated(drafts: Sequence[_Draft]) -> None:
    """Leave prompts that became that of another row, as filling a column downwards does."""
    form = COLUMNS["prompt"].form
    rows: defaultdict[str, set[int]] = defaultdict(set)
    for draft in drafts:
        for prompt in (draft.stored["prompt"], draft.wanted.get("prompt", draft.stored["prompt"])):
            rows[form(prompt)].add(draft.row.number)
    for draft in drafts:
        others = rows[form(draft.wanted.get("prompt", ""))] - {draft.row.number}
        if "prompt" in draft.wanted and others:
            draft.leave(f"it is the prompt of row {min(others)}", "prompt")


def _changed(draft: _Draft) -> Iterator[Changed]:
    """Yield what a row changes, if anything; leave it where the question could not be asked so."""
    change = _change(draft)
    if not change:
        return
    try:
        made = curation.changed(draft.question, change.fields)
    except UsageError as error:
        draft.leave(error.what)
        return
    altered = tuple(
        Altered(column=name, before=draft.stored[name], after=_shown(name, cell)) for name, cell in draft.wanted.items()
    )
    flaws = _flaws(draft.question, made) if any(name in draft.wanted for name in _SHOWN) else ()
    yield Changed(number=draft.row.number, prompt=draft.question.prompt, cells=altered, change=change, flaws=flaws)


def _flaws(before: Question, after: Question) -> tuple[str, ...]:
    """Return in words the flaws that a question has by an edit and had not before."""
    had = {remark.code for remark in item.wording(before)}
    return tuple(one.text for one in item.wording(after) if one.severity != INFO and one.code not in had)


def _change(draft: _Draft) -> curation.Change | None:
    wanted = draft.wanted
    if not wanted:
        return None
    fields = {name: _value(name, cell) for name, cell in wanted.items() if name not in ("decision", "reason")}
    if draft.question.kind is QuestionKind.TRUEFALSE and "answer" in fields:
        fields["answer"] = fields["answer"].capitalize()  # spreadsheets write TRUE
    # An edit alone would bring a rejected question back, and a kept one would count as undecided.
    action = sheets.decision(wanted.get("decision", draft.stored["decision"]))
    reason = cells.one_line(wanted.get("reason", draft.stored["reason"])) if action == REJECT else ""
    flags = () if "tags" in fields else tuple(item.flags(draft.question))  # whoever decides has seen them
    return curation.Change(uid=draft.question.uid, fields=fields, action=action, reason=reason, untag=flags)


def _value(name: str, cell: str) -> Any:
    if name in ("accept", "options"):
        return cells.split(cell)
    return sheets.tags_of(cell) if name == "tags" else cells.one_line(cell)


def _shown(name: str, cell: str) -> str:
    value = _value(name, cell)
    if name == "decision":
        return sheets.decision(cell)
    return value if isinstance(value, str) else cells.join(value)
