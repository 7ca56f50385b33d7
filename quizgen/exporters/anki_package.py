"""Builds the bytes of a package with genanki, whose classes are bent where Anki's import needs more than they give.

This module imports genanki, so it is itself imported only when a package is built.
"""

import io
import itertools
import sqlite3
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

import genanki

from quizgen import ids
from quizgen.exporters.anki_notes import Note
from quizgen.exporters.anki_notetypes import MOD, NoteType

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


class _Note(genanki.Note):  # type: ignore[misc]
    """A note with a time of its own: genanki has one for the whole package."""

    def __init__(self, note: Note, model: "_Model") -> None:
        super().__init__(model=model, fields=list(note.fields), tags=note.tags, guid=note.guid, due=note.due)
        self.mod = note.mod

    def write_to_db(self, cursor: Any, timestamp: float, deck_id: int, id_gen: Iterator[int]) -> None:
        super().write_to_db(cursor, self.mod, deck_id, id_gen)


class _Model(genanki.Model):  # type: ignore[misc]
    """A note type with the time of its templates, so that an import replaces them only with newer ones."""

    def __init__(self, type: NoteType) -> None:
        kind = genanki.Model.CLOZE if type.cloze else genanki.Model.FRONT_BACK
        super().__init__(type.id, type.name, type.fields, type.templates, css=type.css, model_type=kind)

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        json: dict[str, Any] = super().to_json(MOD, deck_id)
        return json


class _Package(genanki.Package):  # type: ignore[misc]
    """A package that is compressed, leaves no temporary file and is equal for equal content."""

    def content(self, first_id: int) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, data in (("collection.anki2", self._collection(first_id)), ("media", b"{}")):
                entry = zipfile.ZipInfo(name, _EPOCH)
                entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, _UNIX
                archive.writestr(entry, data)
        return buffer.getvalue()

    def _collection(self, first_id: int) -> bytes:
        connection = sqlite3.connect(":memory:")
        try:
            self.write_to_db(connection.cursor(), 0, itertools.count(first_id))
            connection.commit()
            return connection.serialize()
        finally:
            connection.close()


def build(decks: Sequence[tuple[str, Sequence[Note]]]) -> bytes:
    """Return the package of these decks, given as name and notes in order."""
    notes = [note for _, members in decks for note in members]
    models = {type.id: _Model(type) for type in {note.type for note in notes}}
    return _Package([_deck(name, members, models) for name, members in decks]).content(_first_id(notes))


def _deck(name: str, notes: Sequence[Note], models: dict[int, _Model]) -> Any:
    deck = genanki.Deck(ids.anki_integer("deck", name.casefold()), name)
    for note in notes:
        deck.add_note(_Note(note, models[note.type.id]))
    return deck


def _first_id(notes: Sequence[Note]) -> int:
    """Return where the ids of notes and cards begin: milliseconds that end with the last change, as Anki's own do."""
    return max(1, max(note.mod for note in notes) * 1000 - 2 * len(notes))
