"""The steps from a text to a deck, with what the course's settings say."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quizgen import ids, pipeline
from quizgen.config import Course
from quizgen.errors import NothingToDo
from quizgen.model import Document, Filter, Harvest, Report
from quizgen.store import Shelved, Store

Progress = Callable[[str, str, int, int], None]  # step, what is next, how many are done, how many there are

_ASKED = "asked "  # begins the name under which the store remembers in which state questions were made


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """A package that was written, and what is in it."""

    path: Path
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run over a course; each method is a step."""

    course: Course
    store: Store
    now: int
    progress: Progress

    def ingest(
        self, sources: Sequence[Path], *, date: dt.date | None = None, as_key: str | None = None, sync: bool = False
    ) -> Report:
        """Read files into the store."""
        return pipeline.ingest(
            self.store,
            sources,
            folder=self.course.folder,
            now=self.now,
            date=date,
            as_key=as_key,
            sync=sync,
            progress=self._telling("Reading"),
        )

    def given(self, sources: Sequence[Path]) -> tuple[str, ...]:
        """Return the keys of the documents that lie in these files and folders, retired ones included."""
        places = [source.resolve() for source in sources]
        shelved = self.store.shelved(Filter(statuses=("retired",)))
        return tuple(one.key for one in shelved if _lies_in((self.course.folder / one.path).resolve(), places))

    def extract(self, documents: Sequence[str], *, model: str | None = None) -> Report:
        """Read facts from documents; the language model is loaded when the first document needs it."""
        from quizgen import extract, nlp

        name = model or self.course.settings.model or None
        loaded = cache(lambda: nlp.load(name))

        def harvest(document: Document) -> Iterator[Harvest]:
            return extract.harvest(document, loaded())

        return pipeline.extract(
            self.store,
            harvest,
            now=self.now,
            extractor_version=f"{extract.VERSION} {nlp.identity(name)}",
            documents=documents,
            progress=self._telling("Extracting"),
        )

    def generate(self, documents: Sequence[str]) -> Report:
        """Make questions from the facts of documents, as far as something that questions rest on has changed."""
        from quizgen import questions, rank, templates
        from quizgen.commands.templates import row

        settings = self.course.settings
        packs = templates.load(self.course.templates)
        wanted = (settings.per_fact, settings.maximum, sorted(settings.kinds), settings.span)
        state = self._state(questions.VERSION, [*map(row, packs)], wanted)
        stale = [one for one in self._chosen(documents) if self.store.setting(_ASKED + one.uid) != state]
        if not stale:
            return Report()
        report = pipeline.generate(
            self.store,
            lambda facts, context: questions.candidates(facts, context, templates=packs),
            lambda made: rank.select(
                made,
                per_fact=settings.per_fact,
                maximum=settings.maximum or None,
                kinds=settings.kinds,
                difficulty=settings.span,
            ),
            now=self.now,
            version=questions.VERSION,
            documents=[one.uid for one in stale],
            progress=self._telling("Asking"),
        )
        for one in stale:
            self.store.set_setting(_ASKED + one.uid, state)
        return report

    def _chosen(self, documents: Sequence[str]) -> list[Shelved]:
        return self.store.shelved(Filter(documents=tuple(documents)))

    def _state(self, *parts: object) -> str:
        """Return a digest of what questions rest on: all documents as they were read, the last decisions, ``parts``."""
        read = [(one.uid, one.extracted, one.key) for one in self.store.shelved()]
        decided = [entry.id for entry in self.store.last_batch()]
        return ids.digest(repr((parts, read, decided)))

    def decks(self, keys: Sequence[str], one: Path | None = None) -> list[Deck]:
        """Write a package for each document, or ``one`` for all; raises NothingToDo where there is no question."""
        from quizgen import exporters

        # A retired document has a deck once more, which says so in Anki.
        shelved = self.store.shelved(Filter(statuses=("retired",)))
        paths = exporters.deck_paths(self.course.decks, [shelf.key for shelf in shelved])
        wanted = [(one, keys)] if one else [(paths[key], [key]) for key in keys if key in paths]
        written = []
        for path, documents in wanted:
            with suppress(NothingToDo):
                written.append(Deck(path=path, report=self._export(path, tuple(documents))))
        if not written and not self._waits(keys):
            raise NothingToDo("No question could be made", todo="See why with 'quizgen drops'")
        return written

    def _waits(self, keys: Sequence[str]) -> bool:
        """Tell whether there are questions that no deck has only because nobody has reviewed them."""
        asked = self.store.questions(Filter(documents=tuple(keys), statuses=("new",)))
        return self.course.settings.reviewed_only and any(True for _ in asked)

    def _export(self, path: Path, documents: tuple[str, ...]) -> Report:
        from quizgen import exporters

        settings = self.course.settings
        return exporters.export(
            self.store,
            exporters.ANKI,
            path,
            filter=Filter(documents=documents),
            now=self.now,
            kinds=settings.kinds,
            difficulty=settings.span,
            deck=settings.deck,
            reviewed_only=settings.reviewed_only,
            min_score=settings.min_score,
        )

    def _telling(self, step: str) -> Callable[[str, int, int], None]:
        return lambda name, done, total: self.progress(step, name, done, total)


def _lies_in(path: Path, places: Sequence[Path]) -> bool:
    return any(path == place or place in path.parents for place in places)
