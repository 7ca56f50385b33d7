"""Writes an Anki package that can be imported again and again without losing what a user did in between."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from quizgen.errors import OutputError
from quizgen.exporters import anki_fields, files
from quizgen.exporters.anki_notes import ExportItem, Note, make_note, ordered

TOP_DECK = "quizgen"


def make_notes(items: Iterable[ExportItem], *, now: int) -> list[Note]:
    """Return the notes of ``items`` in the order of a package.

    Raises OutputError for what Anki would take without a word: a card without a side, one note twice.
    """
    notes = ordered([make_note(item, now=now) for item in items])
    _check(notes)
    return notes


def write_package(notes: Sequence[Note], path: Path, *, decks: Mapping[str, str]) -> None:
    """Write ordered notes; ``decks`` names the deck of each document by its key. Raises OutputError."""
    from quizgen.exporters import anki_package

    by_deck: dict[str, list[Note]] = {}
    for note in notes:
        by_deck.setdefault(decks[note.document], []).append(note)
    files.write(path, anki_package.build(sorted(by_deck.items())))


def deck_names(titles: Mapping[str, str], *, top: str = "") -> dict[str, str]:
    """Return a deck below ``top`` for each document, given its title by its key; "" stands for no document.

    Anki knows a deck by its name, whatever its case: of several documents with one title all but the first get their
    key behind it.
    """
    head = "::".join(filter(None, map(anki_fields.deck, top.split("::")))) or TOP_DECK
    taken: set[str] = set()
    names = {"": head}
    for key, title in titles.items():
        name = anki_fields.deck(title) or anki_fields.deck(key)
        name = f"{name} ({anki_fields.deck(key)})" if name.casefold() in taken else name
        taken.add(name.casefold())
        names[key] = f"{head}::{name}"
    return names


def _check(notes: Sequence[Note]) -> None:
    for guid, times in Counter(note.guid for note in notes).items():
        if times > 1:
            uid = next(note.uid for note in notes if note.guid == guid)
            raise OutputError("A question would be written twice", where=uid, todo="Run 'quizgen check'")
    for candidate in notes:
        front, answer = candidate.fields[:2]
        if not front or not answer:
            what = "question" if not front else "answer"
            raise OutputError(f"A card would have no {what}", where=candidate.uid, todo=_repair(candidate))


def _repair(note: Note) -> str:
    if note.type.cloze:
        return f"Give its prompt the gap {anki_fields.BLANK} with 'quizgen edit {note.uid} --prompt …', or reject it"
    return f"Complete it with 'quizgen edit {note.uid}', or reject it"
