"""Where a thing comes from, down to file, line and the marked words; and what in a store is wrong or contradictory."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quizgen import conflicts, habits, marks
from quizgen.conflicts import Dispute
from quizgen.errors import UsageError
from quizgen.model import Document, Drop, Evidence, Fact, FactStatus, Filter, Question, Source
from quizgen.store import Passage, Store

SAYING = 5  # sentences that words may stand for
ASKING = 20  # questions that a word may stand for
SHOWN = 10  # characters of an id that a person needs to type it

_READ_AS = "read as: "
_ID = re.compile(r"[a-z]_|[a-z]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A link of the chain from a question back to its words; ``depth`` says how far in it stands.

    ``start:end`` marks the words in ``text`` that matter (both 0 where nothing is marked); ``document`` and ``line``
    say where they stand.
    """

    depth: int
    kind: str  # question, decision, template, habit, fact, conflict, extractor, sentence, drop, document
    uid: str = ""
    text: str = ""
    detail: str = ""
    document: str = ""
    line: int = 0
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that is wrong: a code, the id that it is about, what was found, and what to do about it.

    A fact that others contradict also has the sentence that says it, where that stands, its value and their ids.
    """

    code: str
    uid: str
    detail: str = ""
    sentence: str = ""
    document: str = ""
    line: int = 0
    says: str = ""
    others: tuple[str, ...] = ()
    todo: str = ""


def why(store: Store, wanted: str) -> list[Step]:
    """Return the chain that a question, fact, sentence or document comes from, by the beginning of its id.

    Anything with a space in it is taken for words of a sentence, and the chain says what became of it. A word that
    begins no id gives the questions that say it, else the sentences. Raises UsageError.
    """
    if " " in wanted.strip():
        return list(_saying(store, wanted.strip()))
    if wanted.strip() and not _ID.match(wanted.strip().lower()):
        return list(_asking(store, wanted.strip())) or _saying(store, wanted.strip())
    table, uid = store.find(wanted)
    if table == "question":
        return list(_question(store, store.question(uid)))
    if table == "fact":
        return list(_fact(store, store.fact(uid), 0))
    if table == "sentence":
        return list(_sentence(store, next(store.passages(Filter(uids=(uid,)))), 0))
    return list(_document(store, store.document(uid), 0))


def check(store: Store) -> Iterator[Problem]:
    """Yield what in the store contradicts itself: offsets, missing links, damage, and facts that say two things.

    A document that was read and not yet extracted says something else than the facts of its last text, and that is
    no contradiction; nor is a question that waits for being made again, since its sentence is gone. Facts that
    contradict each other follow one another, unless a person has decided for one of them.
    """
    for code, uid in store.inconsistencies():
        yield Problem(code=code, uid=uid)
    extracted = {one.key for one in store.shelved() if one.extracted}
    texts, said = {}, {}
    for document in store.documents():
        if document.key in extracted:
            yield from _check_sentences(store, document)
            yield from _check_evidence(store, document)
            texts[document.key] = document.text
            said[document.key] = {one.text for one in store.sentences(Filter(documents=(document.uid,)))}
    for question in store.questions(Filter(statuses=("new", "kept", "edited"))):
        sources = [source for source in question.sources if source.sentence in said.get(source.document, ())]
        yield from _check_sources(replace(question, sources=tuple(sources)), texts)
    for group in conflicts.disputes(store):
        yield from (_contradicted(store, dispute) for dispute in group if dispute.open)


def _contradicted(store: Store, dispute: Dispute) -> Problem:
    evidence = store.fact(dispute.uid).evidence[0]
    others = tuple(other.uid for other in dispute.others)
    against = ", ".join(uid[:SHOWN] for uid in others)
    return Problem(
        code="conflict",
        uid=dispute.uid,
        detail=f"{evidence.document}:{evidence.line} says {dispute.said}, against {against}",
        sentence=evidence.text,
        document=evidence.document,
        line=evidence.line,
        says=dispute.said,
        others=others,
        todo=f"If it is right, run 'quizgen keep {dispute.uid}', otherwise 'quizgen reject {dispute.uid}'",
    )


def _question(store: Store, question: Question) -> Iterator[Step]:
    yield _told(question)
    yield from _decisions(store, question.uid, 1)
    yield Step(depth=1, kind="template", uid=question.template, detail=f"asks for {question.slot}")
    yield from _habit(store, question)
    answers = {(source.document, source.sentence): source for source in question.sources}
    for uid in question.facts:
        for step in _fact(store, store.fact(uid), 1):
            yield _read(_marked(step, answers), question)


def _habit(store: Store, question: Question) -> Iterator[Step]:
    """Yield what a question lost since people rejected or changed its like; the score without it is today's."""
    if habits.OFTEN in question.flaws and question.facts:
        pattern = habits.pattern(store.fact(question.facts[0]))
        loss = habits.Habits(store.judgements(telling=True)).loss(question.template, pattern)
        whole = habits.moved(question.score, loss)
        text = f"{habits.OFTEN}: {habits.CODES[habits.OFTEN][1]}"
        detail = f"score {question.score:.2f} instead of {whole:.2f}; see 'quizgen quality' ({pattern})"
        yield Step(depth=1, kind="habit", uid=question.template, text=text, detail=detail)


def _read(step: Step, question: Question) -> Step:
    """Return a sentence with the answer marked also in what it was read as."""
    if step.detail != f"{_READ_AS}{question.explanation}":
        return step
    return replace(step, detail=_READ_AS + marks.explanation(question).show("»", "«"))


def _told(question: Question) -> Step:
    text = f"{question.prompt} → {question.answer}"
    return Step(depth=0, kind="question", uid=question.uid, text=text, detail=f"{question.kind}, {question.status}")


def _marked(step: Step, answers: dict[tuple[str, str], Source]) -> Step:
    """Return a sentence with the answer marked instead of the clause, where this is the sentence that answers."""
    source = answers.get((step.document, step.text)) if step.kind == "sentence" else None
    if source is None:
        return step
    return replace(step, start=source.answer_start - source.start, end=source.answer_end - source.start)


def _fact(store: Store, fact: Fact, depth: int) -> Iterator[Step]:
    yield _stated(fact, depth)
    yield from _conflicts(store, fact, depth + 1)
    yield from _decisions(store, fact.uid, depth + 1)
    for evidence in fact.evidence:
        yield from _evidence(store, evidence, depth + 1)


def _stated(fact: Fact, depth: int) -> Step:
    detail = f"{fact.draft.kind}, {fact.draft.modality}, {fact.status}"
    return Step(depth=depth, kind="fact", uid=fact.uid, text=fact.draft.said, detail=detail)


def _conflicts(store: Store, fact: Fact, depth: int) -> Iterator[Step]:
    """Yield the facts that contradict one that is not asked for that reason."""
    groups = conflicts.disputes(store) if fact.status is FactStatus.CONFLICT else []
    for dispute in (dispute for group in groups for dispute in group if dispute.uid == fact.uid):
        for other in (store.fact(side.uid) for side in dispute.others):
            told = "a person has to decide" if dispute.open else "a person kept this one"
            place = other.evidence[0]
            yield replace(_stated(other, depth), kind="conflict", detail=told, document=place.document, line=place.line)


def _evidence(store: Store, evidence: Evidence, depth: int) -> Iterator[Step]:
    yield Step(depth=depth, kind="extractor", uid=evidence.extractor)
    passage = next(store.passages(Filter(uids=(evidence.sentence,))))
    yield _place(passage, evidence.document, depth + 1, (evidence.start, evidence.end))
    yield Step(depth=depth + 2, kind="document", text=evidence.title, document=evidence.document, line=evidence.line)


def _sentence(store: Store, passage: Passage, depth: int) -> Iterator[Step]:
    """Yield a sentence with what came of it, facts and drops alike, and its document."""
    sentence = passage.sentence
    document = store.document(sentence.document)
    yield _place(passage, document.key, depth, (sentence.start, sentence.start))
    for fact in store.facts(Filter(uids=(sentence.uid,))):
        yield _stated(fact, depth + 1)
    for drop in store.drops(Filter(documents=(document.uid,))):
        if _about(drop, passage):
            yield _dropped(drop, depth + 1)
    yield Step(depth=depth + 1, kind="document", uid=document.uid, text=document.title, document=document.key)


def _about(drop: Drop, passage: Passage) -> bool:
    sentence = passage.sentence
    if drop.start is not None:
        return sentence.start <= drop.start < sentence.end
    return bool(drop.text) and drop.text in (sentence.text, passage.resolved)


def _dropped(drop: Drop, depth: int) -> Step:
    detail = f"{drop.stage}: {drop.code}" + (f" ({drop.detail})" if drop.detail else "")
    return Step(depth=depth, kind="drop", text=drop.text, detail=detail, document=drop.document, line=drop.line)


def _document(store: Store, document: Document, depth: int) -> Iterator[Step]:
    date = f"{document.date} ({document.date_source})" if document.date else ""
    detail = ", ".join(word for word in (document.format, document.author, document.url, date) if word)
    yield Step(
        depth=depth, kind="document", uid=document.uid, text=document.title, detail=detail, document=document.key
    )
    for drop in store.drops(Filter(documents=(document.uid,))):
        yield _dropped(drop, depth + 1)


def _place(passage: Passage, key: str, depth: int, span: tuple[int, int]) -> Step:
    sentence = passage.sentence
    start, end = (min(max(at - sentence.start, 0), len(sentence.text)) for at in span)
    return Step(
        depth=depth,
        kind="sentence",
        uid=sentence.uid,
        text=sentence.text,
        detail=f"{_READ_AS}{passage.resolved}" if passage.resolved else "",
        document=key,
        line=sentence.line,
        start=start,
        end=end,
    )


def _decisions(store: Store, uid: str, depth: int) -> Iterator[Step]:
    for entry in store.history(uid):
        said = f"{entry.field} {entry.value}" if entry.action in ("edit", "tag") else entry.reason
        yield Step(depth=depth, kind="decision", uid=uid, text=entry.action, detail=said)


def _asking(store: Store, word: str) -> Iterator[Step]:
    """Yield the questions, in use or not, whose prompt or answer says a word."""
    for question in store.questions(Filter(search=word, limit=ASKING)):
        line = question.sources[0].line if question.sources else 0
        yield replace(_told(question), document=question.document, line=line)


def _saying(store: Store, words: str) -> list[Step]:
    """Return the sentences that contain words, each with what became of it, and what was dropped before it was one."""
    passages = list(store.passages(Filter(search=words, limit=SAYING)))
    steps = [step for passage in passages for step in _sentence(store, passage, 0)]
    told = {step.text for step in steps if step.kind == "drop"}
    drops = store.drops(Filter(search=words, limit=SAYING))
    steps += [_dropped(drop, 0) for drop in drops if drop.text not in told]
    if not steps:
        raise UsageError("No sentence says that", where=words, todo="List what was dropped with 'quizgen drops'")
    return steps


def _check_sentences(store: Store, document: Document) -> Iterator[Problem]:
    for sentence in store.sentences(Filter(documents=(document.uid,))):
        if document.text[sentence.start : sentence.end] != sentence.text:
            yield Problem(code="sentence-offsets", uid=sentence.uid, detail=document.key)


def _check_evidence(store: Store, document: Document) -> Iterator[Problem]:
    spans = {s.uid: (s.start, s.end) for s in store.sentences(Filter(documents=(document.uid,)))}
    for fact in store.facts(Filter(documents=(document.uid,))):
        for evidence in fact.evidence:
            start, end = spans.get(evidence.sentence, (evidence.start, evidence.end))
            if not start <= evidence.start <= evidence.end <= end:
                yield Problem(code="evidence-offsets", uid=fact.uid, detail=document.key)


def _check_sources(question: Question, texts: dict[str, str]) -> Iterator[Problem]:
    for source in question.sources:
        text = texts.get(source.document)
        inside = source.start <= source.answer_start <= source.answer_end <= source.end
        if text is not None and (text[source.start : source.end] != source.sentence or not inside):
            yield Problem(code="source-offsets", uid=question.uid, detail=source.document)
