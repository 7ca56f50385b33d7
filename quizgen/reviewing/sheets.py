"""Questions as rows of a spreadsheet that a teacher edits and hands back."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from quizgen import marks
from quizgen.cells import guard
from quizgen.errors import NothingToDo, UsageError
from quizgen.exporters import files
from quizgen.model import Filter, Question, QuestionStatus
from quizgen.reviewing import cells, waiting
from quizgen.reviewing.cells import form, join, one_line, split
from quizgen.reviewing.item import remarks
from quizgen.spreadsheet import Look, lines, workbook
from quizgen.store import CHANGED, Store

UID, CHECK = "uid", "check"
KEEP, REJECT = "keep", "reject"

_VERSION = "v1"
_DECISIONS = {QuestionStatus.KEPT: KEEP, QuestionStatus.REJECTED: REJECT}
_WORDS = {
    **dict.fromkeys(("keep", "kept", "accept", "accepted", "yes", "y", "ok", "good", "✓", "✔"), KEEP),
    **dict.fromkeys(("reject", "rejected", "no", "n", "bad", "delete", "deleted"), REJECT),
    **dict.fromkeys(("", "new", "edited", "later", "?"), ""),
}


class Column(NamedTuple):
    """A column that is read back: its cell for a question, and the form in which two cells are compared."""

    look: Look
    cell: Callable[[Question, str], str]  # the second is the reason of the last rejection
    form: Callable[[str], str] = form


def _several(text: str) -> str:
    return form(join(split(text)))


def _tags(text: str) -> str:
    return " ".join(tags_of(text))


def tags_of(text: str) -> tuple[str, ...]:
    """Return the tags in a cell, divided by bars, spaces or commas at their end."""
    return tuple(word.rstrip(",;") for value in split(text) for word in value.split() if word.rstrip(",;"))


def decision(text: str) -> str:
    """Return what a word in the column decision means: keep, reject or nothing; a word it does not know as it is."""
    word = form(text).casefold()
    return _WORDS.get(word, word)


COLUMNS: dict[str, Column] = {
    column.look.name: column
    for column in (
        Column(
            Look("decision", "keep or reject; leave it empty to decide later", 10, choices=(KEEP, REJECT)),
            lambda question, reason: _DECISIONS.get(question.status, ""),
            decision,
        ),
        Column(
            Look("prompt", "the question; the gap of a cloze is _____", 48),
            lambda question, reason: question.prompt,
        ),
        Column(Look("answer", "the right answer", 24), lambda question, reason: question.answer),
        Column(
            Look("accept", "other right answers, with | between them", 20),
            lambda question, reason: join(question.accept),
            _several,
        ),
        Column(
            Look("options", "the wrong options of a choice, with | between them; the answer is added by itself", 32),
            lambda question, reason: join(option.text for option in question.options if not option.correct),
            _several,
        ),
        Column(
            Look("tags", "words to find the question by, with | between them", 14),
            lambda question, reason: join(tag for tag in question.tags if tag != CHANGED),
            _tags,
        ),
        Column(
            Look("reason", "why it is rejected, in your own words", 20),
            lambda question, reason: reason if question.status is QuestionStatus.REJECTED else "",
        ),
    )
}

_FIXED: tuple[tuple[Look, Callable[[Question], str]], ...] = (
    (Look("kind", "the form of the question; not read back", 9, fixed=True), lambda one: one.kind.value),
    (
        Look(
            "source",
            "the sentence of the text that answers it, the answer between » and «; not read back",
            48,
            fixed=True,
        ),
        lambda one: marks.sentence(one).show("»", "«"),
    ),
    (Look("document", "the text it comes from; not read back", 20, fixed=True), lambda one: one.document),
    (
        Look("score", "0 to 1: how likely a teacher keeps it; not read back", 7, fixed=True),
        lambda one: f"{one.score:.2f}",
    ),
    (
        Look("warnings", "what looks doubtful; not read back", 30, fixed=True),
        lambda one: "; ".join(remark.text for remark in remarks(one)),
    ),
)
_UID = Look(UID, "the id by which the row is found again; leave it as it is", 8, fixed=True, cut=True)
_CHECK = Look(CHECK, "tells what was changed since the export; leave it as it is", 0, fixed=True)
LOOKS = (_UID, *(column.look for column in COLUMNS.values()), *(look for look, _ in _FIXED), _CHECK)


def export(store: Store, path: Path, *, filter: Filter, undecided: bool = False) -> int:
    """Write questions as a spreadsheet, as the suffix of the file says (.tsv or .xlsx), and return how many.

    They stand in the order of a review, and what was decided follows; ``undecided`` leaves that out. Raises UsageError
    for another suffix, NothingToDo where no question matches, OutputError.
    """
    make = _FORMS.get(path.suffix.lower())
    if not make:
        raise UsageError("A spreadsheet ends in .tsv or .xlsx", where=str(path), todo="Choose another name")
    questions = waiting.sorted_out(store, filter, undecided=undecided)
    rows = [_row(question, reason_of(store, question)) for question in questions]
    if not rows and undecided:
        raise NothingToDo("No question waits for review", todo="Export the decided ones too, without --waiting")
    if not rows:
        raise NothingToDo("No question matches", todo="Select more, or run 'quizgen make' first")
    files.write(path, make(rows))
    return len(rows)


def reason_of(store: Store, question: Question) -> str:
    """Return why a question was rejected, "" where it is not."""
    if question.status is not QuestionStatus.REJECTED:
        return ""
    return next((entry.reason for entry in reversed(store.standing(question.uid)) if entry.action == "reject"), "")


def content(question: Question, reason: str) -> dict[str, str]:
    """Return the cells of a question that are read back."""
    return {name: one_line(column.cell(question, reason)) for name, column in COLUMNS.items()}


def check(uid: str, content: dict[str, str]) -> str:
    """Return the cell that tells later which cells of a row somebody changed."""
    prints = (cells.fingerprint(column.form(content[name])) for name, column in COLUMNS.items())
    return " ".join((_VERSION, cells.fingerprint(uid), *prints))


def checked(cell: str) -> tuple[str, dict[str, str]]:
    """Return the fingerprints of id and columns in a check; both empty where it is missing or unreadable."""
    version, *prints = cell.split() or [""]
    if version != _VERSION or len(prints) != len(COLUMNS) + 1:
        return "", {}
    return prints[0], dict(zip(COLUMNS, prints[1:], strict=True))


def _row(question: Question, reason: str) -> Sequence[str]:
    shown = content(question, reason)
    fixed: Iterable[str] = (one_line(cell(question)) for _, cell in _FIXED)
    return [question.uid, *shown.values(), *fixed, check(question.uid, shown)]


def _tsv(rows: Sequence[Sequence[str]]) -> bytes:
    """Return the table with a mark by which spreadsheet programs know that it is UTF-8."""
    table = [[look.name for look in LOOKS], *(list(map(guard, row)) for row in rows)]
    return "".join(f"{line}\r\n" for line in lines(table, "tsv")).encode("utf-8-sig")


def _xlsx(rows: Sequence[Sequence[str]]) -> bytes:
    return workbook.written(LOOKS, rows, title="Questions", frozen=2)


_FORMS = {".tsv": _tsv, ".xlsx": _xlsx}
