"""Parsed text for tests: by the real model, or built by hand so that a model update cannot hide a broken rule."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from spacy.lang.en import English
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from quizgen import ids, nlp, templates
from quizgen.extract import harvest
from quizgen.model import Block, Document, FactDraft, Harvest
from quizgen.questions import grammar
from quizgen.questions.asking import ask
from quizgen.syntax.reading import Reading

_NO_SPACE_BEFORE = frozenset([*",.;:?!)", "'s", "’s", "n't", "”", "%"])
_NO_SPACE_AFTER = frozenset("(“$")


# --- by hand --------------------------------------------------------------------------------------------------------


def built(table: str, *, ents: Sequence[tuple[int, int, str]] = ()) -> Doc:
    """Return a doc from rows of word, dependency, head (a 0-based row number), part of speech, tag and lemma.

    The lemma may be left out where it is the word in lower case.
    """
    rows = [line.split() for line in table.strip().splitlines()]
    words = [row[0] for row in rows]
    doc = Doc(
        _vocabulary(),
        words=words,
        spaces=list(_spaces(words)),
        deps=[row[1] for row in rows],
        heads=[int(row[2]) for row in rows],
        pos=[row[3] for row in rows],
        tags=[row[4] for row in rows],
        lemmas=[row[5] if len(row) > 5 else row[0].lower() for row in rows],
    )
    doc.ents = [Span(doc, start, end, label) for start, end, label in ents]
    return doc


@cache
def _vocabulary() -> Vocab:
    """Return a vocabulary that knows small letters and punctuation marks, and nothing of any model."""
    return English().vocab


def _spaces(words: Sequence[str]) -> Iterator[bool]:
    for word, following in zip(words, [*words[1:], "."], strict=True):
        yield following not in _NO_SPACE_BEFORE and word not in _NO_SPACE_AFTER


def sentence(table: str, **more: Sequence[tuple[int, int, str]]) -> Span:
    """Return the one sentence of a doc built by hand."""
    (found,) = built(table, **more).sents
    return found


def reading(table: str, **more: Sequence[tuple[int, int, str]]) -> Reading:
    """Return a sentence built by hand as patterns see it, without references and times."""
    return Reading(sent=sentence(table, **more), offset=0)


# --- by the model ---------------------------------------------------------------------------------------------------


@cache
def pipeline() -> nlp.Pipeline:
    """Return the model that comes with the program, loaded once."""
    return nlp.load(nlp.DEFAULT)


def document(text: str, *, title: str = "", date: dt.date | None = None) -> Document:
    """Return a document whose paragraphs are parted by empty lines; one with a date is a news page of that day."""
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(start=start, end=start + len(paragraph), line=text.count("\n", 0, start) + 1))
        start += len(paragraph) + 2
    return Document(
        uid=ids.document("own.txt"),
        key="own.txt",
        title=title,
        text=text,
        blocks=tuple(blocks),
        format="text",
        digest=ids.digest(text),
        date=date,
        date_source="dateline" if date else "",
    )


def harvests(text: str, *, title: str = "", date: dt.date | None = None) -> list[Harvest]:
    """Return what each sentence of a text gives."""
    return list(harvest(document(text, title=title, date=date), pipeline()))


def drafts(text: str, *, title: str = "", date: dt.date | None = None) -> list[FactDraft]:
    """Return the facts of a text."""
    return [draft for each in harvests(text, title=title, date=date) for draft in each.drafts]


def statements(text: str, *, title: str = "", date: dt.date | None = None) -> list[str]:
    """Return the facts of a text as sentences."""
    return [grammar.statement(draft) for draft in drafts(text, title=title, date=date)]


def row(draft: FactDraft) -> str:
    """Return a fact as kind, subject, relation and object."""
    said = draft.object.text if draft.object else "None"
    return f"{draft.kind} | {draft.subject.text} | {draft.relation} | {said}"


def asked(found: Iterable[FactDraft]) -> list[str]:
    """Return the questions that the built-in templates ask about facts, as `id: question => answer`."""
    return [
        f"{template.id}: {made.prompt} => {made.answer}"
        for draft in found
        for template in templates.load()
        for made in ask(draft, template)
    ]


def reasons(text: str, *, title: str = "", date: dt.date | None = None) -> list[str]:
    """Return why the sentences of a text gave nothing."""
    return [drop.code for each in harvests(text, title=title, date=date) for drop in each.drops]
