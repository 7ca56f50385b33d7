import json
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from exporter_samples import CREATED, NOW, every_kind, question, source

from quizgen import exporters, ids
from quizgen.errors import NothingToDo, OutputError, StoreError, UsageError
from quizgen.model import Document, Filter, Question, QuestionKind, QuestionStatus


class FakeShelf:
    """A store in memory, with the parts of a filter that the exporters set."""

    def __init__(self, *questions: Question) -> None:
        self.held = {one.uid: one for one in questions}
        self.modified = dict.fromkeys(self.held, CREATED)
        self.marks: dict[str, tuple[str, int]] = {}
        self.titles = {"rivers.md": "Rivers of Europe"}

    @contextmanager
    def transaction(self) -> Iterator[None]:
        before = dict(self.marks)
        try:
            yield
        except BaseException:
            self.marks = before
            raise

    def questions(self, filter: Filter) -> Iterator[Question]:
        for one in self.held.values():
            fits = not filter.statuses or one.status.value in filter.statuses
            fits = fits and (not filter.kinds or one.kind.value in filter.kinds)
            fits = fits and (not filter.documents or one.document in filter.documents)
            if fits and (filter.min_score is None or one.score >= filter.min_score):
                yield one

    def documents(self, filter: Filter) -> Iterator[Document]:
        for key, title in self.titles.items():
            if key in filter.documents or title in filter.documents:
                yield Document(
                    uid=ids.document(key), key=key, title=title, text="", blocks=(), format="text", digest=""
                )

    def gone(self, format: str, filter: Filter) -> Iterator[Question]:
        out = (QuestionStatus.REJECTED, QuestionStatus.RETIRED)
        return (one for one in self.questions(filter) if one.status in out and one.uid in self.exported(format))

    def versions(self, filter: Filter) -> Iterator[tuple[str, str, int]]:
        return ((one.uid, "", self.modified[one.uid]) for one in self.questions(filter))

    def exported(self, format: str) -> Mapping[str, tuple[str, int]]:
        assert format == "anki"
        return dict(self.marks)

    def mark_exported(self, format: str, rows: Iterable[tuple[str, str, int]], *, now: int) -> None:
        self.marks |= {uid: (digest, mod) for uid, digest, mod in rows}

    def put(self, changed: Question, *, at: int) -> None:
        self.held[changed.uid], self.modified[changed.uid] = changed, at


def export(shelf: FakeShelf, path: Path, format: str = "anki", *, now: int = NOW, **options: Any) -> dict[str, int]:
    options.setdefault("filter", Filter())
    return exporters.export(shelf, format, path, now=now, **options).counts


def notes(package: Path) -> dict[str, tuple[int, str, str]]:
    """Return mod, tags and fields of each note by guid."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(zipfile.ZipFile(package).read("collection.anki2"))
        return {row[0]: row[1:] for row in connection.execute("select guid, mod, tags, flds from notes")}
    finally:
        connection.close()


GUID = ids.anki_guid(question().uid)


@pytest.mark.parametrize("format", exporters.SUFFIXES)
def test_every_format_writes_a_file(tmp_path: Path, format: str) -> None:
    path = tmp_path / f"out{exporters.SUFFIXES[format]}"
    counts = export(FakeShelf(*every_kind()), path, format)
    assert counts["questions"] == len(every_kind())
    assert path.stat().st_size > 0


def test_text_formats_are_utf_8(tmp_path: Path) -> None:
    export(FakeShelf(question(prompt="Où naît le Danube ?")), tmp_path / "a.jsonl", "jsonl")
    assert json.loads((tmp_path / "a.jsonl").read_text(encoding="utf-8"))["prompt"] == "Où naît le Danube ?"


def test_an_unknown_format_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"docx.*anki, csv, jsonl, markdown"):
        export(FakeShelf(question()), tmp_path / "a.docx", "docx")


@pytest.mark.parametrize("format", exporters.SUFFIXES)
@pytest.mark.parametrize("held", [(), (question(status=QuestionStatus.REJECTED),)])
def test_nothing_selected_writes_nothing(tmp_path: Path, format: str, held: tuple[Question, ...]) -> None:
    with pytest.raises(NothingToDo):
        export(FakeShelf(*held), tmp_path / "a", format)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("options", "statuses"),
    [
        ({}, {"new", "kept", "edited"}),
        ({"reviewed_only": True}, {"kept", "edited"}),
        ({"filter": Filter(statuses=("rejected",))}, {"rejected"}),
    ],
)
def test_the_selection_by_status(tmp_path: Path, options: dict[str, Any], statuses: set[str]) -> None:
    shelf = FakeShelf(*(question(status.value, status=status) for status in QuestionStatus))
    export(shelf, tmp_path / "a.jsonl", "jsonl", **options)
    lines = (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["status"] for line in lines} == statuses


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ({"min_score": 0.5}, 1),
        ({"min_score": 0.1}, 2),
        ({"min_score": 0.1, "filter": Filter(min_score=0.5)}, 1),
        ({"kinds": ("cloze",)}, 1),
        ({"kinds": ("cloze",), "filter": Filter(kinds=("short", "cloze"))}, 2),
    ],
)
def test_the_selection_by_score_and_kind(tmp_path: Path, options: dict[str, Any], count: int) -> None:
    cloze = question("cloze", kind=QuestionKind.CLOZE, prompt="It is _____.", score=0.3)
    assert export(FakeShelf(question(), cloze), tmp_path / "a.apkg", **options)["questions"] == count


def test_what_did_not_change_keeps_its_time(tmp_path: Path) -> None:
    shelf = FakeShelf(*every_kind())
    first = export(shelf, tmp_path / "1.apkg")
    again = export(shelf, tmp_path / "2.apkg", now=NOW + 1000)
    assert first == {"questions": 7, "new": 7, "changed": 0, "retired": 0}
    assert again == {"questions": 7, "new": 0, "changed": 0, "retired": 0}
    assert (tmp_path / "1.apkg").read_bytes() == (tmp_path / "2.apkg").read_bytes()


def test_what_changed_gets_the_time_of_its_change(tmp_path: Path) -> None:
    shelf = FakeShelf(question(), question("other"))
    export(shelf, tmp_path / "a.apkg")
    shelf.put(question(answer="Ulm"), at=NOW + 5)
    assert export(shelf, tmp_path / "a.apkg", now=NOW + 9)["changed"] == 1
    assert {guid: mod for guid, (mod, _, _) in notes(tmp_path / "a.apkg").items()} == {
        GUID: NOW + 5,
        ids.anki_guid(question("other").uid): CREATED,
    }


@pytest.mark.parametrize("status", [QuestionStatus.RETIRED, QuestionStatus.REJECTED])
def test_what_anki_has_is_retired_there_too(tmp_path: Path, status: QuestionStatus) -> None:
    shelf = FakeShelf(question(), question("never exported", status=status))
    export(shelf, tmp_path / "a.apkg")
    shelf.put(replace(question(), status=status), at=NOW + 5)
    assert export(shelf, tmp_path / "b.apkg", now=NOW + 9) == {"questions": 0, "new": 0, "changed": 1, "retired": 1}
    ((guid, (mod, tags, _)),) = notes(tmp_path / "b.apkg").items()
    assert (guid, mod) == (GUID, NOW + 5)
    assert " quizgen::retired " in tags
    export(shelf, tmp_path / "c.apkg", now=NOW + 99)
    assert (tmp_path / "b.apkg").read_bytes() == (tmp_path / "c.apkg").read_bytes()


def test_a_retired_question_is_not_below_the_score(tmp_path: Path) -> None:
    shelf = FakeShelf(question())
    export(shelf, tmp_path / "a.apkg")
    shelf.put(question(status=QuestionStatus.RETIRED, score=0.0), at=NOW)
    assert export(shelf, tmp_path / "a.apkg", min_score=0.5)["retired"] == 1


def test_a_failed_export_is_not_remembered(tmp_path: Path) -> None:
    shelf = FakeShelf(question())
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError):
        export(shelf, tmp_path / "folder")
    assert shelf.marks == {}


def test_what_cannot_be_remembered_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise StoreError("The store is locked")

    monkeypatch.setattr(FakeShelf, "mark_exported", refuse)
    with pytest.raises(StoreError):
        export(FakeShelf(question()), tmp_path / "a.apkg")
    assert list(tmp_path.iterdir()) == []


def deck_of(package: Path) -> set[str]:
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(zipfile.ZipFile(package).read("collection.anki2"))
        ((decks,),) = connection.execute("select decks from col").fetchall()
        return {deck["name"] for deck in json.loads(decks).values()} - {"Default"}
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("documents", "deck", "names"),
    [
        (("rivers.md",), "", {"quizgen::Rivers of Europe"}),
        (("rivers.md",), "Geography", {"Geography::Rivers of Europe"}),
        (("rivers.md", "lakes.md"), "", {"quizgen::Rivers of Europe", "quizgen::Lakes"}),
        (("rivers.md", "z.md"), "", {"quizgen::Rivers of Europe", "quizgen::Rivers of Europe (z.md)"}),
        (("z.md",), "", {"quizgen::Rivers of Europe (z.md)"}),
        (("",), "", {"quizgen"}),
    ],
)
def test_a_document_has_the_same_deck_alone_and_with_others(
    tmp_path: Path, documents: tuple[str, ...], deck: str, names: set[str]
) -> None:
    made = [question(key, document=key, sources=(source(document=key),)) for key in documents]
    shelf = FakeShelf(*made)
    shelf.titles |= {"lakes.md": "Lakes", "z.md": "Rivers of Europe"}
    export(shelf, tmp_path / "a.apkg", deck=deck)
    assert deck_of(tmp_path / "a.apkg") == names


@pytest.mark.parametrize(
    ("keys", "paths"),
    [
        (["seeds/mars.md"], ["decks/seeds/mars.apkg"]),
        (["a.md", "b.md"], ["decks/a.apkg", "decks/b.apkg"]),
        (["a.md", "a.txt"], ["decks/a.md.apkg", "decks/a.txt.apkg"]),
        (["A.md", "a.txt", "a/a.md"], ["decks/A.md.apkg", "decks/a.txt.apkg", "decks/a/a.apkg"]),
        (["v1.2.html"], ["decks/v1.2.apkg"]),
    ],
)
def test_each_document_has_its_package(keys: list[str], paths: list[str]) -> None:
    assert [path.as_posix() for path in exporters.deck_paths(Path("decks"), keys).values()] == paths


def test_neither_genanki_nor_spacy_is_loaded_by_the_import() -> None:
    code = "import sys, quizgen.exporters; print({'genanki', 'spacy', 'sqlite_utils', 'click'} & set(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert shown.stdout == "set()\n"
