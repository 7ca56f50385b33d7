"""Writes questions for other programs: Anki packages, CSV, JSON lines and Markdown worksheets."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Protocol

from quizgen.difficulty import Span
from quizgen.errors import NothingToDo, UsageError
from quizgen.exporters import anki, files, markdown, tables
from quizgen.exporters.anki_notes import ExportItem, Note
from quizgen.model import Document, Filter, Question, QuestionStatus, Report
from quizgen.selection import IN_USE as IN_USE
from quizgen.selection import chosen as chosen

ANKI = "anki"
MARKDOWN = "markdown"
TEXTS: Mapping[str, Callable[[Sequence[Question]], str]] = {
    "csv": tables.csv_text,
    "jsonl": tables.jsonl_text,
    MARKDOWN: markdown.markdown_text,
}
SUFFIXES: Mapping[str, str] = {ANKI: ".apkg", "csv": ".csv", "jsonl": ".jsonl", MARKDOWN: ".md"}

_OUT_OF_USE = (QuestionStatus.REJECTED, QuestionStatus.RETIRED)


class Shelf(Protocol):
    """What an export asks of the store."""

    def transaction(self) -> AbstractContextManager[None]: ...

    def questions(self, filter: Filter) -> Iterator[Question]: ...

    def documents(self, filter: Filter) -> Iterator[Document]: ...

    def gone(self, format: str, filter: Filter) -> Iterator[Question]:
        """Yield what was exported before and is rejected or retired now."""

    def versions(self, filter: Filter) -> Iterator[tuple[str, str, int]]:
        """Yield uid, content hash and the second of the last change."""

    def exported(self, format: str) -> Mapping[str, tuple[str, int]]:
        """Return hash and mod of the last export by uid."""

    def mark_exported(self, format: str, rows: Iterable[tuple[str, str, int]], *, now: int) -> None: ...


def export(
    store: Shelf,
    format: str,
    path: Path,
    *,
    filter: Filter,
    now: int,
    kinds: Sequence[str] = (),
    difficulty: Span | None = None,
    deck: str = "",
    reviewed_only: bool = False,
    min_score: float | None = None,
    levels: bool = False,
) -> Report:
    """Write the selected questions to ``path``; counts ``questions`` and, for Anki, what is new, changed, retired.

    ``deck`` names the Anki deck above those of the documents; with ``levels`` a worksheet says how hard each question
    is. Raises UsageError, NothingToDo, OutputError.
    """
    if format not in SUFFIXES:
        raise UsageError(f"There is no format {format!r}", todo=f"Take one of {', '.join(SUFFIXES)}")
    if levels and format != MARKDOWN:
        raise UsageError(f"{format} has no place for levels", todo="csv and jsonl say the difficulty in any case")
    wanted = chosen(filter, kinds=kinds, difficulty=difficulty, reviewed_only=reviewed_only, min_score=min_score)
    if format == ANKI:
        return _export_anki(store, path, wanted, deck, now)
    questions = list(store.questions(wanted))
    _refuse_nothing(questions)
    text = markdown.markdown_text(questions, levels=True) if levels else TEXTS[format](questions)
    files.write(path, text.encode("utf-8"))
    return Report(counts={"questions": len(questions)})


def deck_paths(folder: Path, keys: Iterable[str]) -> dict[str, Path]:
    """Return the package of each document: its key with another suffix, or behind its own where two would be one."""
    stems = {key: str(PurePosixPath(key).with_suffix("")) for key in keys}
    times = Counter(stem.casefold() for stem in stems.values())
    names = {key: stem if times[stem.casefold()] == 1 else key for key, stem in stems.items()}
    return {key: folder / f"{name}{SUFFIXES[ANKI]}" for key, name in names.items()}


def _export_anki(store: Shelf, path: Path, wanted: Filter, deck: str, now: int) -> Report:
    every = replace(wanted, statuses=(), min_score=None, difficulty=None, limit=None)
    # What Anki has already been given it goes on asking: it has to be told that the question is out of use.
    questions = {one.uid: one for one in chain(store.questions(wanted), store.gone(ANKI, every))}.values()
    _refuse_nothing(questions)
    times = {uid: modified for uid, _, modified in store.versions(every)}
    exported = store.exported(ANKI)
    titles = _titles(store, questions)
    items = [_item(question, times[question.uid], titles, exported) for question in questions]
    decks = anki.deck_names(titles, top=deck)
    notes = anki.make_notes(items, now=now)
    with store.transaction():  # both or neither: what Anki has must be known here
        store.mark_exported(ANKI, ((note.uid, note.digest, note.mod) for note in notes), now=now)
        anki.write_package(notes, path, decks=decks)
    return Report(counts=_counts(items, notes, exported))


def _item(
    question: Question, modified: int, titles: Mapping[str, str], exported: Mapping[str, tuple[str, int]]
) -> ExportItem:
    digest, mod = exported.get(question.uid, (None, None))
    return ExportItem(
        question=question,
        modified=modified,
        title=titles.get(question.document, ""),
        exported_hash=digest,
        exported_mod=mod,
        retired=question.status in _OUT_OF_USE,
    )


def _titles(store: Shelf, questions: Iterable[Question]) -> dict[str, str]:
    """Return the titles of the documents of the questions, and of any others that are called the same."""
    every = tuple(status.value for status in QuestionStatus)
    keys = sorted({question.document for question in questions} - {""})
    own = [one for key in keys for one in store.documents(Filter(documents=(key,), statuses=every))]
    names = sorted({document.title for document in own} - {""})
    same = [one for name in names for one in store.documents(Filter(documents=(name,)))]
    return {document.key: document.title for document in sorted([*own, *same], key=lambda one: one.key)}


def _counts(
    items: Sequence[ExportItem], notes: Sequence[Note], exported: Mapping[str, tuple[str, int]]
) -> dict[str, int]:
    known = [note for note in notes if note.uid in exported]
    return {
        "questions": sum(not item.retired for item in items),
        "new": len(notes) - len(known),
        "changed": sum((note.digest, note.mod) != exported[note.uid] for note in known),
        "retired": sum(item.retired for item in items),
    }


def _refuse_nothing(questions: Collection[Question]) -> None:
    if not questions:
        raise NothingToDo("No question matches", todo="Select more, or run 'quizgen make' first")
