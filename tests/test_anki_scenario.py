"""A learner's collection through the life of a course: real texts, real rules, the real Anki library.

After every step the decks that ``make`` wrote are imported into the same collection, and what must hold always is
checked: no note twice, no schedule moved, no edit of the learner lost to a question that did not change, no stale
answer without its tag, and no update without a change.
"""

import random
import re
import sqlite3
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from anki_collection import Imported, Learner, collection
from cli_course import Invoke

from quizgen import extract, ids, nlp
from quizgen.commands import common
from quizgen.exporters.anki_notetypes import FIELDS
from quizgen.model import Document, Harvest, Phrase

pytestmark = [pytest.mark.anki, pytest.mark.model]

START = 1_760_000_000  # in the past, as the times of notes have to be
HOUR = 3600

LIGHTHOUSE = """The Carrick Lighthouse

HARWICH, May 14, 2019 -- The Carrick Lighthouse was designed by Eleanor Voss in 1871.
Eleanor Voss was born in Dublin in 1838.
The Northern Harbour Company built the Carrick Lighthouse in 1875.
The Carrick Lighthouse contains 9,200 blocks of grannite.

A lighthouse is a tower that guides ships at night.
Thomas Reed rescued eleven sailors from the Mary Belle in 1904.
The Mary Belle sank near Harwich on 3 March 1904.
Thomas Reed died in Harwich in 1931.

The Coastal Trust bought the Carrick Lighthouse last year.
The Coastal Trust spent 640,000 euros.
The Carrick Museum opened in April.
The Irish Maritime Fund (IMF) paid for the models.
The Carrick Museum contains 57 models of ships.
Helen Marsh painted the Carrick Lighthouse in 1952.
"""
HARBOUR = """The Harbour of Harwich

The Northern Harbour Company was founded in Harwich in 1846.
John Sterne led the Northern Harbour Company in 1860.
A harbour is a stretch of water where ships are safe from waves.
The Mary Belle sank near Harwich on 3 March 1904.
Anna Bright painted the Old Customs House in 1926.
Peter Lowe was born in Ipswich in 1811.
"""
FERRY = """The Northern Ferry Company bought the Stour in 1922, and the Stour sank near Ipswich in 1941.
The Northern Ferry Company moved to Ipswich in 1930.
"""
SUNK = "The Mary Belle sank near Harwich on 3 March 1904.\n"
MARSH = "Helen Marsh painted the Carrick Lighthouse in 1952.\n"
WORDING = """[[template]]
id = "time"
about = "asks when something happened"
facts = ["event", "relation", "quantity", "definition", "superlative", "part"]
slot = "time"
prompt = "$wh, as far as is known, $aux $subject $main $rest?"
weight = 0.95
"""


@dataclass(frozen=True)
class Written:
    """A note as a package has it."""

    mod: int
    fields: tuple[str, ...]
    tags: tuple[str, ...]

    @property
    def content(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return self.fields, self.tags

    def __getitem__(self, field: str) -> str:
        return self.fields[FIELDS.index(field)]

    @property
    def sentence(self) -> str:
        return re.sub("<.*?>", "", self["Sentence"])

    @property
    def retired(self) -> bool:
        return "quizgen::retired" in self.tags


@dataclass(frozen=True)
class Edit:
    """What the learner changed in Anki, and when."""

    field: str
    value: str
    tag: str
    at: int


class World:
    """A course folder, someone who changes it, and a learner who imports what comes of it."""

    def __init__(self, folder: Path, invoke: Invoke, learner: Learner, patch: pytest.MonkeyPatch) -> None:
        self.folder, self.invoke, self.learner, self.patch = folder, invoke, learner, patch
        self.now = START
        self.known: dict[str, Written] = {}  # what Anki was given last, by guid
        self.answered_otherwise: set[str] = set()
        self.answered_by_hand: set[str] = set()
        self.edits: dict[str, Edit] = {}
        self.new: set[str] = set()
        self.updated: set[str] = set()
        patch.setattr(common, "now", lambda: self.now)

    @property
    def page(self) -> Path:
        """The file of the first document, wherever it was moved to."""
        (found,) = (path for path in self.folder.rglob("*.txt") if "Carrick Lighthouse\n" in path.read_text()[:60])
        return found

    def replace(self, old: str, new: str) -> None:
        """Change a piece of the first document."""
        text = self.page.read_text()
        assert text.count(old) == 1, old
        self.page.write_text(text.replace(old, new))

    def run(self, *arguments: str) -> str:
        """Run a command that must work."""
        result = self.invoke(*arguments)
        assert result.code == 0, result
        return result.out

    def about(self, words: str, *kinds: str) -> str:
        """Return a note in use that asks in words about the sentence with these words."""
        wanted = kinds or ("short", "numeric", "choice")
        found = {guid for guid, note in self.known.items() if note["Kind"] in wanted and words in note.sentence}
        return min(guid for guid in found if not self.known[guid].retired)

    def uid(self, guid: str) -> str:
        return self.known[guid]["Uid"]

    def answers(self, text: str) -> set[str]:
        """Return the notes in use whose answer is ``text``."""
        return {guid for guid, note in self.known.items() if note["Answer"] == text and not note.retired}

    def edit(self, guid: str, field: str, value: str) -> None:
        """Let the learner change a note and tag it."""
        self.now += HOUR
        self.edits[guid] = Edit(field=field, value=value, tag=f"mine-{len(self.edits)}", at=self.now)
        self.learner.edit(guid, field, value, at=self.now, tags=(self.edits[guid].tag,))

    def settle(self, *options: str) -> None:
        """Make the decks, import them, and check everything that always holds."""
        packages = self.make(*options)
        self.take(packages)
        self._rest(packages)

    def make(self, *options: str) -> list[Path]:
        """Make the decks and return them."""
        self.now += HOUR
        out = self.run("make", "texts", *options)
        return [self.folder / path for path in re.findall(r"^Deck: (\S+) ", out, re.M)]

    def take(self, packages: list[Path]) -> None:
        """Import packages and check everything that always holds."""
        notes = _together(map(_notes, packages))
        self._check_package(notes)
        before, there = self.learner.snapshot(), self.learner.guids()
        changed = {guid for guid in notes if guid in self.known and notes[guid].content != self.known[guid].content}
        stale = {guid for guid in changed if guid in there and before["notes"][guid][2] >= notes[guid].mod}
        logs = [self.learner.take(package) for package in packages]
        self.new, self.updated = set(notes) - there, changed - stale
        assert _sum(logs) == Imported(
            new=len(self.new),
            updated=len(self.updated),
            duplicate=len(notes) - len(self.new | self.updated),
            conflicting=0,
        )
        self.known |= notes
        self._check_collection(before)
        self._check_edits()

    def _rest(self, packages: list[Path]) -> None:
        """Make and import again with nothing changed."""
        self.now += HOUR
        bytes_before, before = [package.read_bytes() for package in packages], self.learner.snapshot()
        out = self.run("make", "texts")
        assert "Nothing has changed since the last run." in out
        assert [package.read_bytes() for package in packages] == bytes_before
        log = _sum([self.learner.take(package) for package in packages])
        assert (log.new, log.updated, log.conflicting) == (0, 0, 0)
        assert self.learner.snapshot() == before

    def _check_package(self, notes: dict[str, Written]) -> None:
        gone = {guid for guid, note in self.known.items() if not note.retired} - set(notes)
        assert not gone, f"left in Anki as they were: {[self.known[guid]['Question'] for guid in gone]}"
        for guid, note in notes.items():
            old = self.known.get(guid)
            if old is None:
                continue
            assert (note.content == old.content) == (note.mod == old.mod), (old, note)
            assert note.mod >= old.mod
            if note["Answer"] != old["Answer"] and guid not in self.answered_by_hand:
                self.answered_otherwise.add(guid)
        for guid, note in notes.items():
            assert ("quizgen::changed" in note.tags) == (guid in self.answered_otherwise), note
        asked = Counter(piece for note in notes.values() if not note.retired for piece in _asked(note))
        assert {piece: times for piece, times in asked.items() if times > 1} == {}

    def _check_collection(self, before: dict[str, Any]) -> None:
        after = self.learner.snapshot()
        assert {key: after["cards"].get(key) for key in before["cards"]} == before["cards"]
        assert after["reviews"] == before["reviews"]
        assert len(after["cards"]) == len(after["notes"]) == self.learner.col.note_count()
        for guid, (fields, *_) in after["notes"].items():
            if guid not in self.edits:
                assert tuple(fields.split("\x1f")) == self.known[guid].fields
                assert set(self.learner.note(guid).tags) == set(self.known[guid].tags)
        self._check_against_the_store()

    def _check_against_the_store(self) -> None:
        rows = self.invoke("questions", "--status", "new,kept,edited,rejected,retired", "--format", "jsonl").rows
        rows_by_guid = {ids.anki_guid(row["uid"]): row for row in rows}
        for guid, note in self.known.items():
            row = rows_by_guid[guid]
            assert note.retired == (row["status"] in ("rejected", "retired")), row
            if not note.retired and row["kind"] not in ("order", "match"):
                assert note["Answer"] == row["answer"].replace("&", "&amp;")

    def _check_edits(self) -> None:
        for guid, edit in list(self.edits.items()):
            note = self.learner.note(guid)
            if self.known[guid].mod > edit.at:
                del self.edits[guid]
                assert note[edit.field] == self.known[guid][edit.field]
            else:
                assert note[edit.field] == edit.value
                assert edit.tag in note.tags


def _asked(note: Written) -> list[str]:
    """Return what no other note may ask: the question or, where several facts are asked for, each of them."""
    if note["Kind"] in ("order", "match"):
        return [f"{note['Kind']} {item}" for item in re.findall("<li>.*?</li>|<tr>.*?</tr>", note["Answer"])]
    return [f"{note['Question']} {note['Kind'] == 'truefalse'}"]


def _notes(package: Path) -> dict[str, Written]:
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(zipfile.ZipFile(package).read("collection.anki2"))
        rows = connection.execute("select guid, mod, flds, tags from notes").fetchall()
    finally:
        connection.close()
    notes = {guid: Written(mod, tuple(fields.split("\x1f")), tuple(tags.split())) for guid, mod, fields, tags in rows}
    assert len(notes) == len(rows)
    return notes


def _together(packages: Iterator[dict[str, Written]]) -> dict[str, Written]:
    found: dict[str, Written] = {}
    for notes in packages:
        assert not set(found) & set(notes), "one note in two decks"
        found |= notes
    return found


def _sum(logs: list[Imported]) -> Imported:
    return Imported(*(sum(numbers) for numbers in zip(*(vars(log).values() for log in logs), strict=True)))


# What happens to the course; any of it may come at any time.


def study(world: World) -> None:
    assert world.learner.study(5) == 5
    world.settle()
    assert not world.new | world.updated


def edit_notes_in_anki(world: World) -> None:
    for guid in sorted(guid for guid, note in world.known.items() if not note.retired)[::4]:
        world.edit(guid, "Explanation", f"my remark on {guid}")
    world.settle()
    assert not world.new | world.updated


def put_a_typo_right(world: World) -> None:
    told = world.answers("9,200")
    world.replace("grannite", "granite")
    world.settle()
    assert world.updated and not world.new
    assert all("granite" in world.known[guid]["Sentence"] for guid in world.updated)
    assert world.answers("9,200") == told


def change_a_number(world: World) -> None:
    before = world.answers("1931")
    assert before
    world.replace("1931", "1932")
    world.settle()
    assert world.answers("1932") == before <= world.updated
    assert not world.new
    assert all("quizgen::changed" in world.known[guid].tags for guid in before)


def move_the_files(world: World) -> None:
    """One of them has no title but the name under which it came."""
    chapters = world.folder / "texts" / "chapters"
    chapters.mkdir()
    world.page.rename(chapters / "one.txt")
    (world.folder / "texts" / "ferry.txt").rename(chapters / "two.txt")
    world.settle()
    assert not world.new | world.updated


def add_a_document(world: World) -> None:
    """It repeats a fact of the first, which is asked once and stays as it is."""
    sunk = world.answers("3 March 1904")
    (world.folder / "texts" / "harbour.txt").write_text(HARBOUR)
    world.settle()
    assert world.new and not world.updated
    assert world.answers("3 March 1904") == sunk


def change_the_day(world: World) -> None:
    before = world.answers("2018")
    assert before
    world.settle("--date", "2021-05-14")
    assert world.answers("2020") == before <= world.updated


def improve_a_rule(world: World) -> None:
    before = {guid for guid, note in world.known.items() if "Reed" in note.sentence and not note.retired}
    assert before
    world.patch.setattr(extract, "harvest", partial(_better, extract.harvest))
    world.patch.setattr(extract, "VERSION", "better")
    world.settle()
    assert world.updated and not world.new
    assert world.updated <= before
    for guid in world.updated:
        note = world.known[guid]
        assert "the keeper thomas reed" in f"{note['Question']} {note['Answer']}".casefold(), note


def _better(harvest: Callable[..., Iterator[Harvest]], document: Document, pipeline: nlp.Pipeline) -> Iterator[Harvest]:
    """Read the same facts, and call Thomas Reed by his office."""
    for found in harvest(document, pipeline):
        drafts = (replace(draft, subject=_titled(draft.subject)) for draft in found.drafts)
        yield replace(found, drafts=tuple(drafts))


def _titled(phrase: Phrase) -> Phrase:
    return replace(phrase, text="the keeper Thomas Reed") if phrase.text == "Thomas Reed" else phrase


def reword_a_template(world: World) -> None:
    folder = world.folder / "templates"
    folder.mkdir()
    (folder / "mine.toml").write_text(WORDING)
    world.settle()
    assert world.updated and not world.new
    assert all("as far as is known" in world.known[guid]["Question"] for guid in world.updated)


def reject_a_question(world: World) -> None:
    guid = world.about("Dublin")
    world.run("reject", world.uid(guid))
    world.settle()
    assert world.known[guid].retired
    assert world.updated == {guid}


def edit_in_quizgen(world: World) -> None:
    guid = world.about("eleven")
    world.run("edit", world.uid(guid), "--prompt", "How many of the crew came back?", "--tag", "own")
    world.settle()
    assert world.updated == {guid}
    assert world.known[guid]["Question"] == "How many of the crew came back?"


def take_a_sentence_out(world: World) -> None:
    gone = {guid for guid, note in world.known.items() if "Marsh" in note.sentence}
    assert gone
    world.replace(MARSH, "")
    world.settle()
    assert all(world.known[guid].retired for guid in gone)
    assert world.updated == gone


def bring_it_back(world: World) -> None:
    gone = {guid for guid, note in world.known.items() if "Marsh" in note.sentence}
    world.page.write_text(world.page.read_text() + MARSH)
    world.settle()
    assert not any(world.known[guid].retired for guid in gone)
    assert world.updated == gone


def put_a_sentence_in(world: World) -> None:
    """It is one more event for the question about the order of events, which learners know as it is."""
    world.replace("Eleanor Voss was born", "Martin Hale climbed the Carrick Lighthouse in 1888.\nEleanor Voss was born")
    world.settle()
    assert world.new and not world.updated


def turn_sentences_round(world: World) -> None:
    world.replace("Eleanor Voss was born in Dublin in 1838.\n", "")
    world.replace("A lighthouse is", "Eleanor Voss was born in Dublin in 1838.\nA lighthouse is")
    world.settle()
    assert not world.new | world.updated


def change_a_year_that_orders_events(world: World) -> None:
    before = world.answers("1875")
    world.replace("in 1875", "in 1869")
    world.settle()
    assert world.answers("1869") == before <= world.updated
    assert not world.new


def tag_in_quizgen(world: World) -> None:
    guid = world.about("lighthouse is a tower")
    world.run("tag", world.uid(guid), "--add", "exam")
    world.settle()
    assert world.updated == {guid}
    assert "exam" in world.known[guid].tags


def reject_and_think_better_of_it(world: World) -> None:
    guid = world.about("spent")
    before = world.known[guid]
    world.run("reject", world.uid(guid))
    world.settle()
    world.run("undo")
    world.settle()
    assert world.updated == {guid}
    assert world.known[guid].content == before.content


def edit_an_answer_that_the_text_then_changes(world: World) -> None:
    guid = world.about("57 models", "numeric", "choice")
    world.run("edit", world.uid(guid), "--answer", "nearly sixty")
    world.answered_by_hand.add(guid)
    world.settle()
    assert world.known[guid]["Answer"] == "nearly sixty"
    world.replace("57 models", "58 models")
    world.answered_otherwise.add(guid)
    world.settle()
    assert world.known[guid]["Answer"] == "nearly sixty"


def drop_what_another_document_says_too(world: World) -> None:
    told = {guid for guid, note in world.known.items() if SUNK.strip() in note.sentence and not note.retired}
    assert told
    world.replace(SUNK, "")
    world.settle()
    assert not any(world.known[guid].retired for guid in told)
    assert world.updated == told
    assert not world.new


def remove_a_document(world: World) -> None:
    """Its questions go into a package of all that was exported."""
    gone = {guid for guid, note in world.known.items() if note["Title"] == "The Harbour of Harwich"}
    (world.folder / "texts" / "harbour.txt").unlink()
    world.make("--sync")
    world.now += HOUR
    world.run("export", "anki", "-o", "all.apkg")
    world.take([world.folder / "all.apkg"])
    assert all(world.known[guid].retired for guid in gone)
    assert world.updated == gone


STEPS = (
    study,
    edit_notes_in_anki,
    put_a_typo_right,
    change_a_number,
    move_the_files,
    add_a_document,
    change_the_day,
    study,
    improve_a_rule,
    edit_notes_in_anki,
    reword_a_template,
    reject_a_question,
    edit_in_quizgen,
    take_a_sentence_out,
    put_a_sentence_in,
    turn_sentences_round,
    change_a_year_that_orders_events,
    tag_in_quizgen,
    reject_and_think_better_of_it,
    edit_an_answer_that_the_text_then_changes,
)
LAST = (bring_it_back, drop_what_another_document_says_too, remove_a_document)


@pytest.fixture
def world(empty: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    (empty / "texts").mkdir()
    (empty / "texts" / "lighthouse.txt").write_text(LIGHTHOUSE)
    (empty / "texts" / "ferry.txt").write_text(FERRY)
    monkeypatch.setattr(nlp, "load", cache(nlp.load))
    with collection() as learner:
        yield World(empty, invoke, learner, monkeypatch)


@pytest.mark.parametrize("seed", [None, 1, 3, 9])
def test_nothing_is_lost_doubled_or_stale(world: World, seed: int | None) -> None:
    world.settle()
    assert len(world.new) >= 15
    steps = list(STEPS)
    if seed is not None:
        random.Random(seed).shuffle(steps)
    for step in (*steps, *LAST):
        step(world)
    assert world.learner.sound() == ""
