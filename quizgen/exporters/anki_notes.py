"""Makes of a question the note that Anki keeps: its fields, its tags and the second in which they last changed."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizgen import ids, marks
from quizgen.exporters import anki_fields, anki_notetypes
from quizgen.exporters.anki_notetypes import NoteType
from quizgen.exporters.shuffle import shuffled
from quizgen.model import Question, QuestionKind, Source

RETIRED_TAG = "quizgen::retired"
_NOTICE = "Retired: this question is no longer asked. You can suspend or delete the card."


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportItem:
    """A question with what its note's time depends on; times in seconds.

    ``modified`` is when its content last changed; ``exported_mod`` and ``exported_hash`` are those of the last export,
    None before the first. ``title`` is that of the home document: its key says where the file lies, and a note must not
    change when the file is moved. ``retired`` items are told apart on the card, since Anki keeps what a package leaves
    out.
    """

    question: Question
    modified: int
    title: str = ""
    exported_mod: int | None = None
    exported_hash: str | None = None
    retired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note as it goes into a package; ``mod`` is in seconds, ``due`` its place among the new cards of its deck.

    ``digest`` is the hash of everything that Anki would take over in an update.
    """

    uid: str
    document: str
    type: NoteType
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    digest: str
    mod: int
    due: int

    @property
    def guid(self) -> str:
        """The only thing by which Anki knows a note again."""
        return ids.anki_guid(self.uid)


def make_note(item: ExportItem, *, now: int) -> Note:
    """Return the note of an item, with the second in which its content last changed."""
    question = item.question
    type = anki_notetypes.cloze() if question.kind is QuestionKind.CLOZE else anki_notetypes.basic()
    named = _fields(item)
    fields = tuple(named.get(name, "") for name in anki_notetypes.FIELDS)
    tags = _tags(item)
    digest = ids.digest(json.dumps([type.name, fields, tags], ensure_ascii=False))
    return Note(
        uid=question.uid,
        document=question.document,
        type=type,
        fields=fields,
        tags=tags,
        digest=digest,
        mod=_mod(item, digest, now),
        due=question.order,
    )


def _mod(item: ExportItem, digest: str, now: int) -> int:
    """Return a time that is newer than the last export's only where the content is: an update replaces users' edits."""
    changed = max(1, min(item.modified, now))
    if item.exported_mod is None:
        return changed
    return item.exported_mod if digest == item.exported_hash else max(changed, item.exported_mod + 1)


def _fields(item: ExportItem) -> dict[str, str]:
    question = item.question
    first = question.sources[0] if question.sources else None
    return {
        "Question": _prompt(question),
        "Answer": _answer(question),
        "Accepted": " · ".join(filter(None, map(anki_fields.text, question.accept))),
        "Options": _options(question),
        "Instruction": _instruction(question),
        "Hint": anki_fields.text(question.hint),
        "Explanation": "" if marks.is_sentence(question) else anki_fields.text(question.explanation),
        "Sentence": _sentences(question),
        "Title": anki_fields.text(first.title or first.document) if first else "",
        "Section": anki_fields.text(first.section) if first else "",
        "Link": anki_fields.link(first.url) if first else "",
        "Notice": _NOTICE if item.retired else "",
        "Kind": question.kind.value,
        "Uid": anki_fields.text(question.uid),
    }


def _prompt(question: Question) -> str:
    if question.kind is QuestionKind.CLOZE:
        return anki_fields.cloze(question.prompt, question.answer)
    return anki_fields.text(question.prompt)


def _answer(question: Question) -> str:
    if question.parts and question.kind is QuestionKind.ORDER:
        return anki_fields.items(map(str, question.parts))
    if question.parts and question.kind is QuestionKind.MATCH:
        return anki_fields.pairs([(str(left), str(right)) for left, right in question.parts])
    return anki_fields.text(question.answer)


def _options(question: Question) -> str:
    """Return the list to choose from, in an order that tells nothing and stays the same."""
    if question.parts and question.kind is QuestionKind.ORDER:
        return anki_fields.items(shuffled(question.uid, map(str, question.parts)), css="shuffle")
    if question.parts and question.kind is QuestionKind.MATCH:
        left, right = ([str(side) for side in column] for column in zip(*question.parts, strict=True))
        return anki_fields.items(left, css="fixed") + anki_fields.items(shuffled(question.uid, right), css="shuffle")
    right_ones = {option.text for option in question.options if option.correct}
    order = shuffled(question.uid, (option.text for option in question.options))
    return anki_fields.choices((text, text in right_ones) for text in order) if order else ""


def _instruction(question: Question) -> str:
    asks = question.kind is QuestionKind.TRUEFALSE and "true or false" not in question.prompt.casefold()
    return "True or false?" if asks else ""


def _sentences(question: Question) -> str:
    """Return the sentences of the home document that answer, each once.

    Others that say the same stay out of the note: another document must not change a card, or the learner's edits of
    it would go.
    """
    home = question.sources[0].document if question.sources else ""
    unique = {source.start: source for source in question.sources if source.document == home}
    rows = [_sentence(source, question) for source in unique.values()]
    if rows and not question.parts and marks.is_sentence(question):
        rows[0] = anki_fields.highlighted(marks.sentence(question))
    return rows[0] if len(rows) == 1 else "".join(f"<p>{row}</p>" for row in rows)


def _sentence(source: Source, question: Question) -> str:
    start, end = source.answer_start - source.start, source.answer_end - source.start
    row = anki_fields.marked(source.sentence, start, end)
    if source.resolved and not question.parts and 0 <= start < end:
        row += anki_fields.text(f" (“{source.sentence[start:end]}”: {question.answer})").join((" <i>", "</i>"))
    return row


def _tags(item: ExportItem) -> tuple[str, ...]:
    question = item.question
    own = [
        f"quizgen::kind::{question.kind.value}",
        f"quizgen::document::{anki_fields.slug(item.title)}" if item.title else "",
        RETIRED_TAG if item.retired else "",
    ]
    tags = [*own, *map(anki_fields.tag, question.tags)]
    unique = {tag.casefold(): tag for tag in reversed(tags) if tag}
    return tuple(sorted(unique.values()))


def ordered(notes: Sequence[Note]) -> list[Note]:
    """Return the notes by document and rank, those without a rank behind the others, each with its place."""
    last = max((note.due for note in notes), default=0)
    ranked = sorted(notes, key=lambda note: (note.document, note.due or last + 1, note.uid))
    unranked = (note.uid for note in ranked if not note.due)
    places = {uid: last + number for number, uid in enumerate(unranked, start=1)}
    return [note if note.due else replace(note, due=places[note.uid]) for note in ranked]
