"""Makes questions from facts, and keeps what a learner has already seen as it is."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from quizgen import conflicts, garbage
from quizgen.habits import Habits, pattern
from quizgen.model import Drop, Fact, FactDraft, FactStatus, Filter, Option, Phrase, PhraseType, Question, Report
from quizgen.pipeline import known
from quizgen.pipeline.kindred import Kindred
from quizgen.pipeline.known import Select
from quizgen.pipeline.options import frozen
from quizgen.pipeline.progress import Progress, note_run, told
from quizgen.store import Passage, Seen, Shelved, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What is known of a document beside its text."""

    uid: str
    key: str
    title: str
    author: str = ""
    url: str = ""
    date: dt.date | None = None
    lead: tuple[str, ...] = ()  # its first sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What making questions of one document needs beside its facts.

    ``options`` are those that learners already see, by uid of the question; ``document`` is the home document.
    """

    store: Store
    document: Origin
    options: Mapping[str, tuple[Option, ...]]
    kin: Kindred
    _origins: dict[str, Origin] = field(default_factory=dict)
    _passages: dict[str, Passage] = field(default_factory=dict)

    def origin(self, key: str) -> Origin:
        """Return what is known of the document with this key; raises UsageError."""
        if key not in self._origins:
            self._origins[key] = _origin(self.store, key)
        return self._origins[key]

    def passage(self, uid: str) -> Passage:
        """Return a sentence by its uid, with its text in which references are spelled out; raises UsageError."""
        if uid not in self._passages:
            self._passages[uid] = next(self.store.passages(Filter(uids=(uid,))))
        return self._passages[uid]

    def keep(self, facts: Sequence[Fact]) -> None:
        """Fetch the sentences that state facts, all at once; the other ones of a document are not held."""
        stating = {evidence.sentence for fact in facts for evidence in fact.evidence}
        for passage in self.store.passages(Filter(documents=(self.document.uid,))):
            if passage.sentence.uid in stating:
                self._passages[passage.sentence.uid] = passage

    def phrases(self, type: PhraseType, *, limit: int = 200) -> list[Phrase]:
        """Return phrases of a type from the other documents, in an order that depends on their texts alone."""
        return self.store.phrases(type, without=self.document.key, limit=limit)

    def kindred(self) -> Sequence[Sequence[FactDraft]]:
        """Return the facts of each other document with the same subject."""
        return self.kin.drafts(self.document.key)

    def told_together(self, name: str, draft: FactDraft, asked: Phrase) -> bool:
        """Return whether any document may say of a name what a fact says of its argument ``asked``."""
        return self.store.told_together(name, draft, asked)


Candidates = Callable[[Sequence[Fact], Context], tuple[Sequence[Question], Sequence[Drop]]]


@garbage.rarely()
def generate(
    store: Store,
    candidates: Candidates,
    select: Select,
    *,
    now: int,
    version: str = "",
    documents: Sequence[str] = (),
    progress: Progress | None = None,
) -> Report:
    """Make the questions of documents (keys, titles, uids or globs; none means all), each in one transaction.

    Decisions, edits, order numbers and options that are still right stay. A question that someone kept, edited,
    exported or answered stays, or comes back, while its facts can ask it, also where ``select`` would take another now.
    What nobody knows yet loses score where people rejected or changed its like.
    Counts facts, questions (also by kind), and new, changed, revived and retired ones. Raises UsageError for an unknown
    document.
    """
    counts = Counter(dict.fromkeys(("documents", "facts", "questions", *_CHANGES), 0))
    drops: Counter[str] = Counter()
    shelved = store.shelved(Filter(documents=tuple(documents)))
    noted, kin, habits = 0, Kindred(store), Habits(store.judgements(telling=True))
    conflicts.settle(store, now=now)  # documents may have retired, and their facts contradict nothing any more
    for one in told(shelved, (one.key for one in shelved), progress):
        facts = [fact for fact in store.facts(Filter(documents=(one.uid,))) if fact.status in _ASKED]
        chosen, dropped = _chosen(store, one, facts, candidates, select, kin, habits)
        with store.transaction():
            counts.update(store.save_questions(one.uid, chosen, now=now))
            noted += store.write_drops(one.uid, "generate", dropped)
        drops.update(drop.code for drop in dropped)
        counts.update({"documents": 1, "facts": len(facts), "questions": len(chosen)})
        counts.update(f"questions.{question.kind}" for question in chosen)
    changes = noted + sum(counts[name] for name in _CHANGES)
    report = Report(counts=dict(counts), drops=dict(sorted(drops.items())))
    note_run(store, "generate", report.counts, changes=changes, version=version, now=now)
    return report


_LEAD = 4  # sentences in which a page says what happened
_CHANGES = ("new", "changed", "revived", "retired")
_ASKED = (FactStatus.NEW, FactStatus.KEPT, FactStatus.CONFLICT)


def _chosen(
    store: Store,
    one: Shelved,
    facts: Sequence[Fact],
    candidates: Candidates,
    select: Select,
    kin: Kindred,
    habits: Habits,
) -> tuple[list[Question], list[Drop]]:
    """Return the questions of a document that are to be stored, best first, and why the others are not."""
    context = Context(store=store, document=_origin(store, one.key), options=store.frozen_options(one.uid), kin=kin)
    context.keep(facts)
    seen = store.seen(one.uid)
    made, dropped = known.asked(facts, seen, lambda some: candidates(some, context))
    familiar, patterns = {question.uid: question for question in seen}, {fact.uid: pattern(fact) for fact in facts}
    weighed = (_weighed(one, familiar.get(one.uid), habits, patterns[one.facts[0]]) for one in made)
    unique = {question.uid: frozen(question, context.options.get(question.uid, ())) for question in weighed}
    chosen, passed = known.chosen(unique, familiar.keys(), select)
    home = [replace(question, document=one.key) for question in chosen]
    return home, [replace(drop, document=drop.document or one.key) for drop in (*dropped, *passed)]


def _weighed(question: Question, seen: Seen | None, habits: Habits, pattern: str) -> Question:
    """Return a question with what it loses; what people know loses only what it had lost before, and no more."""
    if seen is None:
        return habits.lowered(question, pattern)
    return question if seen.left is None else habits.lowered(question, pattern, least=seen.left)


def _origin(store: Store, key: str) -> Origin:
    document = next(store.documents(Filter(documents=(key,), statuses=("retired",))))
    return Origin(
        uid=document.uid,
        key=document.key,
        title=document.title,
        author=document.author,
        url=document.url,
        date=document.date,
        lead=tuple(p.sentence.text for p in store.passages(Filter(documents=(key,), limit=_LEAD))),
    )
