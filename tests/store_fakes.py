"""A small course: documents whose sentences read "Subject | relation | object", and questions made of them."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from quizgen import ids
from quizgen.errors import InputError
from quizgen.model import (
    Block,
    Document,
    Drop,
    Fact,
    FactDraft,
    FactKind,
    Filter,
    Harvest,
    Option,
    Phrase,
    PhraseType,
    Question,
    QuestionKind,
    Report,
    Sentence,
    Source,
)
from quizgen.pipeline import Context, extract, generate, ingest
from quizgen.readers import title_of
from quizgen.store import Store

NOW = 1_700_000_000

Candidates = Callable[[Sequence[Fact], Context], tuple[list[Question], list[Drop]]]


def read(path: Path, *, key: str, date: dt.date | None = None) -> Document:
    """Read a file whose every line is a sentence; a line "# …" is the title, a line "! …" is dropped."""
    if not path.exists():
        raise InputError("No such file", where=str(path))
    text = path.read_text(encoding="utf-8")
    if "\0" in text:
        raise InputError("The file is not text", where=str(path))
    titles = [line[2:] for line in text.splitlines() if line.startswith("# ")]
    dropped = [line[2:] for line in text.splitlines() if line.startswith("! ")]
    return Document(
        uid=ids.document(key),
        key=key,
        title=titles[0] if titles else title_of(path.stem),
        text=text,
        blocks=(Block(start=0, end=len(text)),),
        format="text",
        digest=ids.digest(text),
        date=date,
        date_source="option" if date else "",
        drops=tuple(Drop(stage="clean", code="noise", text=line) for line in dropped),
    )


def sources(paths: Sequence[Path]) -> list[Path]:
    """Return files, and the text files below folders."""
    found = [file for path in paths for file in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])]
    if not found:
        raise InputError("The folder has no documents", where=str(paths[0]))
    return found


def phrase(text: str, start: int, role: str) -> Phrase:
    number = text.split()[0].isdigit()
    return Phrase(
        text=text,
        start=start,
        end=start + len(text),
        role=role,
        type=PhraseType.NUMBER if number else PhraseType.THING,
    )


def draft(text: str, start: int = 0) -> FactDraft:
    """Return the draft of "Subject | relation | object"."""
    subject, relation, said = text.rstrip(".").split(" | ")
    return FactDraft(
        kind=FactKind.RELATION,
        subject=phrase(subject, start, "subject"),
        relation=relation,
        object=phrase(said, start + len(subject) + len(relation) + 6, "object"),
        extractor="bars",
        start=start,
        end=start + len(text.rstrip(".")),
    )


def harvest(document: Document) -> Iterator[Harvest]:
    """Read each line with bars as a fact; any other gives nothing."""
    start, position, seen = 0, 0, dict[str, int]()
    for number, line in enumerate(document.text.splitlines(), 1):
        if line and line[0] not in "#!":
            repeat = seen[line] = seen.get(line, -1) + 1
            sentence = Sentence(
                uid=ids.sentence(document.uid, line, repeat),
                document=document.uid,
                position=position,
                start=start,
                end=start + len(line),
                text=line,
                line=number,
            )
            none = Drop(stage="extract", code="no-bars", text=line, start=start, end=start + len(line))
            bars = line.count(" | ") == 2
            yield Harvest(
                sentence=sentence, drafts=(draft(line, start),) if bars else (), drops=() if bars else (none,)
            )
            position += 1
        start += len(line) + 1


def question(fact: Fact, context: Context) -> Question:
    """Return a choice question for the object of a fact, or a short one where no other document lends options."""
    said, evidence = fact.draft.object, fact.evidence[0]
    assert said is not None
    sentence = context.passage(evidence.sentence).sentence
    lent = [lent.text for lent in context.phrases(said.type) if ids.normal(lent.text) != ids.normal(said.text)][:3]
    options = (Option(text=said.text, correct=True, origin="key"), *(Option(text=t, origin="store") for t in lent))
    source = Source(
        document=evidence.document,
        title=context.origin(evidence.document).title,
        section=evidence.section,
        sentence=sentence.text,
        start=sentence.start,
        end=sentence.end,
        answer_start=said.start,
        answer_end=said.end,
    )
    return Question(
        uid=ids.question((fact.uid,), "bars/object", "object"),
        kind=QuestionKind.CHOICE if lent else QuestionKind.SHORT,
        prompt=f"What {fact.draft.relation} {fact.draft.subject.text}?",
        answer=said.text,
        document=fact.document,
        template="bars/object",
        slot="object",
        facts=(fact.uid,),
        options=options if lent else (),
        score=0.5,
        tags=("topic::sky",),
        sources=(source,),
    )


def candidates(facts: Sequence[Fact], context: Context) -> tuple[list[Question], list[Drop]]:
    return [question(fact, context) for fact in facts], []


def short_only(facts: Sequence[Fact], context: Context) -> tuple[list[Question], list[Drop]]:
    """Make questions without options."""
    made = [replace(question(fact, context), kind=QuestionKind.SHORT, options=()) for fact in facts]
    return made, []


def select(made: list[Question]) -> tuple[list[Question], list[Drop]]:
    return made, []


class Course:
    """A course folder with a store; each step takes place a second after the one before."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.now = folder, NOW
        self.store = Store.open(folder / "data" / "quizgen.db", create=True)

    def write(self, key: str, *lines: str) -> Path:
        path = self.folder / key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    def ingest(self, *paths: Path, **options: object) -> Report:
        self.now += 1
        given: dict[str, object] = {"folder": self.folder, "now": self.now, "read": read, "sources": sources, **options}
        return ingest(self.store, paths or [self.folder], **given)  # type: ignore[arg-type]

    def extract(self, version: str = "1", **options: object) -> Report:
        self.now += 1
        return extract(self.store, harvest, now=self.now, extractor_version=version, **options)  # type: ignore[arg-type]

    def generate(self, made: Candidates = candidates, **options: object) -> Report:
        self.now += 1
        return generate(self.store, made, select, now=self.now, **options)  # type: ignore[arg-type]

    def make(self, *paths: Path, **options: object) -> None:
        self.ingest(*paths, **options)
        self.extract()
        self.generate()

    def fact(self, text: str) -> Fact:
        """Return the one fact in use whose statement contains a text."""
        found = [fact for fact in self.store.facts() if text in said(fact)]
        assert len(found) == 1, [said(fact) for fact in self.store.facts()]
        return found[0]

    def question(self, text: str) -> Question:
        """Return the one question, in use or not, whose prompt or answer contains a text."""
        found = [one for one in self.store.questions() if text in f"{one.prompt} {one.answer}"]
        assert len(found) == 1, [f"{one.prompt} {one.answer}" for one in self.store.questions()]
        return found[0]

    def rows(self) -> dict[str, int]:
        """Return how many rows each table of things with an identity has."""
        db = self.store.db
        names = [name for name in db.table_names() if "_fts" not in name and name not in ("run", "phrase")]
        return {name: db.table(name).count for name in names}

    def content(self) -> dict[str, list[dict[str, object]]]:
        """Return all that the store holds, to see that nothing was written."""
        db = self.store.db
        return {name: list(db.table(name).rows) for name in db.table_names() if "_fts" not in name}

    def versions(self) -> dict[str, tuple[str, int]]:
        return {uid: (hash, mod) for uid, hash, mod in self.store.versions(Filter())}


def said(fact: Fact) -> str:
    return " | ".join(
        [fact.draft.subject.text, fact.draft.relation, fact.draft.object.text if fact.draft.object else ""]
    )


def sky_and_sea(folder: Path) -> Course:
    """Return a course of two texts with a question for each of their five sentences."""
    made = Course(folder)
    made.write("sky.txt", "# The sky", "The Moon | has | 3 craters.", "Mars | has | 2 moons.")
    made.write("sea.txt", "# The sea", "A whale | eats | krill.", "Pluto | has | 5 moons.", "Earth | has | 1 moon.")
    made.make()
    made.generate()
    return made
