"""Questions as rows: the columns, the content hash, and what people's edits do to a generated question."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from quizgen import codec
from quizgen.ids import digest, normal
from quizgen.model import Option, PhraseType, Question, QuestionKind, QuestionStatus, Source
from quizgen.store.connection import Row, readable

CHANGED = "quizgen::changed"
HAND = "hand"  # template of questions that a person wrote
EDITABLE = ("prompt", "answer", "accept", "options", "tags")

COLUMNS = (
    *("kind", "template", "slot", "prompt", "answer", "accept", "options", "parts", "explanation", "hint"),
    *("answer_type", "score", "difficulty", "flaws", "tags", "sources", "section"),
)
STATE = ("changed", "base", "hash", "modified", "retired_at", "status", "document_id", "position")
FACTS = """(select json_group_array(uid) from (select f.uid from question_fact qf join fact f on f.id = qf.fact_id
    where qf.question_id = q.id order by qf.position))"""
SELECT = f"""
    select q.uid, {", ".join(f"q.{name}" for name in COLUMNS + STATE)}, d.key, q.id, {FACTS}
    from question q left join document d on d.id = q.document_id
"""


class Home(NamedTuple):
    """What a source says of its document; kept apart from the question, so that it follows a move."""

    key: str
    title: str
    url: str


class Record(NamedTuple):
    """A stored question: as people see it, and the values of its row."""

    id: int
    question: Question
    row: Row  # of COLUMNS
    state: "State"


class State(NamedTuple):
    """The columns of ``STATE``; ``hash`` is that of the content, ``base`` what edits hide."""

    changed: int
    base: str
    hash: str
    modified: int
    retired_at: int | None
    status: str
    document_id: int | None
    position: int

    @property
    def in_use(self) -> bool:
        """Whether decks and quizzes may have the question."""
        return self.retired_at is None and self.status != "rejected"


def record(row: Row, places: Mapping[str, Home]) -> Record:
    """Read a row of ``SELECT``; ``places`` maps uids of documents."""
    uid, (key, id, facts) = row[0], row[-3:]
    columns, state = row[1 : len(COLUMNS) + 1], State(*row[len(COLUMNS) + 1 : -3])
    retired = state.retired_at is not None and state.status != "rejected"
    with readable(uid):
        question = _question(uid, dict(zip(COLUMNS, columns, strict=True)), places)
        shown = replace(
            question,
            document=key or "",
            facts=codec.load_texts(facts),
            status=QuestionStatus("retired" if retired else state.status),
            tags=(*question.tags, *((CHANGED,) if state.changed else ())),
            order=state.position,
        )
    return Record(id, shown, columns, state)


def values(question: Question, documents: Mapping[str, str]) -> Row:
    """Return the values of ``COLUMNS``; ``documents`` maps keys of documents to uids."""
    q = question
    lists = (codec.dump(q.accept), codec.dump_all(q.options), codec.dump(q.parts))
    head = (q.kind.value, q.template, q.slot, q.prompt, q.answer, *lists, q.explanation, q.hint, q.answer_type.value)
    tags = codec.dump([tag for tag in q.tags if tag != CHANGED])
    sources = codec.dump_all([_stored(source, documents) for source in q.sources])
    section = q.sources[0].section if q.sources else ""
    return (*head, float(q.score), float(q.difficulty), codec.dump(q.flaws), tags, sources, section)


def content_hash(question: Question) -> str:
    """Return the hash of all that a learner sees, but for whether the question is still in use."""
    q = question
    sources = [
        [s.sentence, s.title, s.section, s.url, s.answer_start - s.start, s.answer_end - s.start] for s in q.sources
    ]
    shown = [q.kind.value, q.prompt, q.answer, q.accept, codec.dump_all(q.options), q.parts, q.explanation, q.hint]
    return digest(codec.dump([*shown, sorted(q.tags), sources]))


def edited(question: Question, edits: Sequence[tuple[str, Any]]) -> Question:
    """Return a generated question with people's edits, oldest first, over it; the right option follows the answer."""
    for field, value in edits:
        if field == "tags+":
            question = replace(question, tags=(*question.tags, *(tag for tag in value if tag not in question.tags)))
        elif field == "tags-":
            question = replace(question, tags=tuple(tag for tag in question.tags if tag not in value))
        elif field in EDITABLE:
            question = replace(question, **{field: value})
    if question.options and any(field in ("answer", "options") for field, _ in edits):
        question = replace(question, options=tuple(_keyed(question)))
    return question


def base_of(question: Question, edits: Iterable[tuple[str, Any]]) -> str:
    """Return as JSON what a generated question says where edits say something else."""
    touched = {field.rstrip("+-") for field, _ in edits}
    if "answer" in touched and question.options:
        touched.add("options")
    return codec.dump({field: edit_value(field, getattr(question, field)) for field in EDITABLE if field in touched})


def unedited(question: Question, base: str) -> Question:
    """Return a stored question as it was generated."""
    with readable(question.uid):
        found = hidden_by_edits(base)
        return replace(question, **{field: edit_load(field, text) for field, text in found.items()})


def hidden_by_edits(base: str) -> dict[str, str]:
    """Return the generated values of edited fields, as JSON text."""
    return {} if base == "{}" else codec.load(dict[str, str], base)


def edit_value(field: str, value: Any) -> str:
    """Return the value of an editable field as JSON text."""
    return codec.dump_all(value) if field == "options" else codec.dump(value)


def edit_load(field: str, text: str) -> Any:
    """Read the value of an editable field."""
    return codec.load_all(Option, text) if field == "options" else codec.load(_EDIT_TYPES[field], text)


_EDIT_TYPES: dict[str, Any] = {
    "prompt": str,
    "answer": str,
    "status": str,
    **dict.fromkeys(("accept", "tags", "tags+", "tags-"), tuple[str, ...]),
}


def _keyed(question: Question) -> Iterator[Option]:
    """Yield the options, the right one reading as the answer does now and no wrong one reading so too."""
    for option in question.options:
        if option.correct:
            yield replace(option, text=question.answer)
        elif not same(option.text, question.answer):
            yield option


def _question(uid: str, row: Mapping[str, Any], places: Mapping[str, Home]) -> Question:
    return Question(
        uid=uid,
        kind=QuestionKind(row["kind"]),
        prompt=row["prompt"],
        answer=row["answer"],
        document="",
        template=row["template"],
        slot=row["slot"],
        facts=(),
        accept=codec.load_texts(row["accept"]),
        options=codec.load_all(Option, row["options"]),
        parts=codec.load_parts(row["parts"]),
        explanation=row["explanation"],
        hint=row["hint"],
        answer_type=PhraseType(row["answer_type"]),
        score=row["score"],
        difficulty=row["difficulty"],
        flaws=codec.load_texts(row["flaws"]),
        tags=codec.load_texts(row["tags"]),
        sources=tuple(_shown(source, places) for source in codec.load_all(Source, row["sources"])),
    )


def _stored(source: Source, documents: Mapping[str, str]) -> Source:
    return replace(source, document=documents.get(source.document, source.document), title="", url="")


def _shown(source: Source, places: Mapping[str, Home]) -> Source:
    place = places.get(source.document)
    return replace(source, document=place.key, title=place.title, url=place.url) if place else source


def same(one: str, other: str) -> bool:
    """Say whether two answers are spelled alike."""
    return normal(one) == normal(other)
