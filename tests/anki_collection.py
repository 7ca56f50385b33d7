"""A collection in the real Anki library, to import packages into and to use as a learner would."""

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.scheduler.v3 import CardAnswer


@dataclass(frozen=True)
class Imported:
    """How many notes of a package were what; the numbers of Anki's own import log."""

    new: int
    updated: int
    duplicate: int
    conflicting: int


@contextmanager
def collection() -> Iterator["Learner"]:
    """Open an empty collection and remove it afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        learner = Learner(Path(folder))
        try:
            yield learner
        finally:
            learner.col.close()


class Learner:
    """Someone with a collection: imports packages with the default options, studies, edits, tags, moves and deletes."""

    def __init__(self, folder: Path) -> None:
        self.col = Collection(str(folder / "collection.anki2"))

    def take(self, package: Path) -> Imported:
        """Import a package."""
        request = ImportAnkiPackageRequest(package_path=str(package), options=ImportAnkiPackageOptions())
        log = self.col.import_anki_package(request).log
        self.col.models._clear_cache()
        return Imported(len(log.new), len(log.updated), len(log.duplicate), len(log.conflicting))

    def note(self, guid: str) -> Any:
        """Return the note with this guid."""
        return self.col.get_note(self.col.db.scalar("select id from notes where guid = ?", guid))

    def guids(self) -> set[str]:
        """Return the guids of all notes."""
        return set(self.col.db.list("select guid from notes"))

    def study(self, count: int) -> int:
        """Answer up to ``count`` cards with Easy and return how many there were."""
        answered = 0
        for deck in self.col.decks.all_names_and_ids():
            self.col.decks.select(deck.id)
            while answered < count and (queue := self.col.sched.get_queued_cards(fetch_limit=1).cards):
                card = self.col.get_card(queue[0].card.id)
                card.start_timer()
                answer = self.col.sched.build_answer(card=card, states=queue[0].states, rating=CardAnswer.EASY)
                self.col.sched.answer_card(answer)
                answered += 1
        return answered

    def edit(self, guid: str, field: str, value: str, *, at: int, tags: tuple[str, ...] = ()) -> None:
        """Change a field and add tags, as if it were the second ``at``."""
        note = self.note(guid)
        note[field] = value
        note.tags.extend(tags)
        self.col.update_note(note)
        self.col.db.execute("update notes set mod = ? where id = ?", at, note.id)

    def delete(self, guid: str) -> None:
        """Delete a note and its cards."""
        self.col.remove_notes([self.note(guid).id])

    def move(self, guid: str, deck: str) -> None:
        """Move the cards of a note into a deck of the learner's own."""
        self.col.set_deck(self.note(guid).card_ids(), self.col.decks.id(deck))

    def front(self, guid: str) -> str:
        """Return the question side of a note's only card, as HTML."""
        (card,) = self.note(guid).cards()
        return str(card.question())

    def back(self, guid: str) -> str:
        """Return the answer side of a note's only card, as HTML."""
        (card,) = self.note(guid).cards()
        return str(card.answer())

    def snapshot(self) -> dict[str, Any]:
        """Return everything that a further import could change."""
        rows = self.col.db.all(
            "select n.guid, c.ord, c.did, c.type, c.queue, c.due, c.ivl, c.factor, c.reps, c.lapses, c.flags, c.data"
            " from cards c join notes n on n.id = c.nid order by n.guid, c.ord"
        )
        types = sorted(self.col.models.all(), key=lambda type: type["id"])
        return {
            "cards": {(row[0], row[1]): tuple(row[2:]) for row in rows},
            "notes": {row[0]: row[1:] for row in self.col.db.all("select guid, flds, tags, mod, mid from notes")},
            "decks": sorted(deck.name for deck in self.col.decks.all_names_and_ids()),
            "types": [(type["id"], type["name"], type["css"], str(type["tmpls"])) for type in types],
            "reviews": self.col.db.scalar("select count(*) from revlog"),
        }

    def schedule(self) -> dict[tuple[str, int], Any]:
        """Return where each card stands."""
        cards: dict[tuple[str, int], Any] = self.snapshot()["cards"]
        return cards

    def sound(self) -> str:
        """Return what Anki's own check of the collection finds wrong, "" where nothing is.

        That it completes the review times of cards it has studied itself is no fault: packages carry none.
        """
        empty = self.col.get_empty_cards().report
        text, fine = self.col.fix_integrity()
        found = [line for line in text.strip().splitlines() if not line.startswith("Added last review time")]
        return empty + ("" if fine and len(found) == 1 else text)


class _Text(HTMLParser):
    _LINE = frozenset({"br"})
    _SILENT = frozenset({"script", "style"})

    def __init__(self, css: str) -> None:
        super().__init__()
        self.css, self.depth, self.silent = css, 0, 0
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in self._SILENT
        if tag in self._LINE:
            self.handle_data("\n")
        elif self.depth:
            self.depth += 1
        elif self.css in (dict(attrs).get("class") or "").split():
            self.depth = 1

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in self._SILENT
        self.depth -= bool(self.depth) and tag not in self._LINE

    def handle_data(self, data: str) -> None:
        if self.depth and not self.silent:
            self.parts.append(data)


def shown(html: str, css: str) -> str:
    """Return the text that a reader sees in the elements of a class."""
    parser = _Text(css)
    parser.feed(html)
    parser.close()
    return "".join(parser.parts)


def active(html: str) -> list[str]:
    """Return what in a rendered card a source text should never have brought about."""
    body = re.sub(r"<style>.*?</style>|<script>.*?</script>", "", html, flags=re.S)
    return re.findall(r"\[sound:|\[anki:|\[latex\]|\[\$|\[\[type:|\\\(|\\\[|<script|<img|\{\{", body)
