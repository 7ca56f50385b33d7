"""From a document to fact drafts, sentence by sentence."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from quizgen import errors, ids, lexicon
from quizgen.extract import (
    ages,
    brackets,
    effects,
    functions,
    glosses,
    groups,
    happenings,
    holdings,
    lifespans,
    measured,
    relations,
    tales,
    terms,
    times,
    tolls,
    topics,
    turned,
    whys,
    works,
)
from quizgen.extract.completion import completed, lowered
from quizgen.extract.context import Context, Statement
from quizgen.extract.enumerated import is_enumerated
from quizgen.extract.meanings import sound
from quizgen.extract.nominals import is_whole, lacks_complement
from quizgen.extract.repair import mended
from quizgen.extract.screen import is_condition, unreadable
from quizgen.extract.statements import statement
from quizgen.model import Block, Document, Drop, FactDraft, Harvest, Modality, Sentence
from quizgen.nlp import Pipeline
from quizgen.resolve import references
from quizgen.resolve.discourse import Discourse
from quizgen.syntax.clauses import clauses
from quizgen.syntax.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

VERSION = "10"  # raise it when a rule changes what is read: documents are then read again

CODES = {
    "heading": "a heading or a fragment, not a sentence",
    "question": "the sentence is a question",
    "too-short": "the sentence is too short to state a fact",
    "too-long": "the sentence is too long to be read reliably",
    "quotation": "somebody's words, which the text does not vouch for",
    "first-person": "the sentence speaks of I, we or you",
    "unresolved-pronoun": "it is not certain what a pronoun stands for",
    "unresolved-mention": "it is not certain what “the …” or “this …” stands for",
    "expletive": "“it” stands for nothing that could be asked",
    "undated": "a relative date without a day to count from",
    "passing-state": "a state that held only when the text was written",
    "negated": "the text denies it",
    "hypothetical": "the text only supposes it",
    "report": "the fact is what is reported, not that it was said",
    "restricted": "true only under a condition that cannot be said briefly",
    "comparison": "a comparison that cannot be taken apart",
    "complex-clause": "a clause inside the clause is needed and too long",
    "vague-noun": "the subject or object says nothing by itself",
    "misread": "the sentence was probably parsed wrongly",
    "no-finite-verb": "no finite verb, so nothing is stated",
    "no-subject": "nobody does it",
    "cut": "a part of the sentence cannot be read to its end",
    "no-object": "the object cannot be read",
    "no-complement": "the verb leaves out what the sentence before told: agreed, held out, was invited",
    "no-fact": "no pattern sees a fact in the sentence",
    "failed": "reading the sentence broke off, which is a fault of quizgen; please report it",
}
_READERS = (terms, groups, lifespans, measured, holdings, works, ages, happenings, effects, functions, tolls, turned)
_PATTERNS = tuple(p for each in _READERS for p in each.PATTERNS)
_CHUNK = 12_000  # characters of text that are kept in memory at once, a few sections


def harvest(document: Document, pipeline: Pipeline) -> Iterator[Harvest]:
    """Yield what each sentence of a document gave, in order; only a chunk of it is in memory at a time."""
    discourse = Discourse(lexicon.straight_name(document.title), dated=document.date_source == "dateline")
    discourse.cast.introduce(
        brackets.portrayed(document.text[b.start : b.end] for b in document.blocks if b.kind != "heading")
    )
    counter = _Counter(document)
    for chunk in _chunks(document.blocks):
        texts = [brackets.parted(document.text[b.start : b.end].replace("\n", " ")) for b in chunk]
        docs = _parsed([text for text, _ in texts], pipeline)
        discourse.observe(docs)
        for block, (_, gaps), doc in zip(chunk, texts, docs, strict=True):
            counter.paragraph += 1
            for sent in doc.sents:
                common, name = discourse.capitals.is_common(sent[0].text), discourse.capitals.is_name(sent[0].text)
                name = name or (len(sent) > 1 and discourse.capitals.opens_name(sent[0]))
                reading = Reading(sent=sent, offset=block.start, plain_start=common, named_start=name, gaps=gaps)
                found = _sentence(reading, block, discourse, counter)
                if found is not None:
                    yield found


def _parsed(texts: list[str], pipeline: Pipeline) -> "list[Doc]":
    """Return the parses of texts, mended; as they are where mending breaks off."""
    try:
        return mended(pipeline.docs(texts), pipeline)
    except errors.UNFORESEEN:
        return list(pipeline.docs(texts))


class _Counter:
    """Numbers sentences and paragraphs, and tells repeated sentences apart."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.position = self.paragraph = 0
        self.repeats: dict[str, int] = {}
        self.lead = ""

    def restriction(self, block: Block) -> str:
        """Return the reason code for the items of a list of conditions; what leads to a list stands before it."""
        if block.kind != "item":
            self.lead = self.document.text[block.start : block.end]
        return "restricted" if block.kind == "item" and is_condition(self.lead) else ""

    def sentence(self, reading: Reading, block: Block) -> Sentence:
        start, end = reading.whole
        text = self.document.text[start:end]
        key = ids.normal(text)
        repeat = self.repeats.get(key, 0)
        self.repeats[key] = repeat + 1
        made = Sentence(
            uid=ids.sentence(self.document.uid, text, repeat),
            document=self.document.uid,
            position=self.position,
            start=start,
            end=end,
            text=text,
            section=block.section,
            line=block.line + self.document.text.count("\n", block.start, start),
        )
        self.position += 1
        return made


def _chunks(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    chunk: list[Block] = []
    size = 0
    for block in blocks:
        if block.kind == "heading":
            continue
        chunk.append(block)
        size += block.end - block.start
        if size >= _CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _sentence(reading: Reading, block: Block, discourse: Discourse, counter: _Counter) -> Harvest | None:
    if not reading.sent.text.strip():
        return None
    sentence = counter.sentence(reading, block)
    try:
        return _read(sentence, reading, block, discourse, counter)
    except errors.UNFORESEEN:
        return Harvest(sentence=sentence, drops=(_drop("failed", sentence, counter.document),))


def _read(sentence: Sentence, reading: Reading, block: Block, discourse: Discourse, counter: _Counter) -> Harvest:
    context = Context(reading=reading, discourse=discourse, document=counter.document)
    reading.times = times.locate(reading)
    discourse.timeline.place(reading, sentence.position, counter.paragraph, counter.document.date)
    times.mark(reading)
    references.resolve(reading, discourse, sentence=sentence.position, paragraph=counter.paragraph)
    restriction = counter.restriction(block)
    code = unreadable(reading.sent) or restriction or ("hypothetical" if tales.is_tale(reading.sent) else "")
    if code:
        return Harvest(sentence=sentence, drops=(_drop(code, sentence, counter.document),))
    drafts, flaws = _drafts(context)
    drops = (
        () if drafts else tuple(_drop(flaw, sentence, counter.document) for flaw in dict.fromkeys(flaws or ["no-fact"]))
    )
    return Harvest(sentence=sentence, drafts=tuple(drafts), drops=drops, resolved=_resolved(reading, counter.document))


def _drafts(context: Context) -> tuple[list[FactDraft], list[str]]:
    drafts: list[FactDraft] = []
    flaws: list[str] = []
    for clause in clauses(context.reading.sent):
        if tolls.is_toll(clause.verb):
            continue
        built = statement(clause, context)
        if built.flaw:
            flaws.append(built.flaw)
            continue
        found = list(relations.facts(built))
        flaws += [] if found else [_reason(built)]
        drafts += found
    for pattern in _PATTERNS:
        drafts += pattern(context)
    drafts += glosses.facts(context, drafts)
    drafts += whys.why(context, drafts)
    drafts += list(measured.derived(drafts))
    told = [draft for draft in drafts if not is_enumerated(draft, context.reading)]
    flaws += ["misread"] * (len(told) < len(drafts))
    whole = [draft for draft in told if is_whole(draft) and not lacks_complement(draft)]
    flaws += ["cut"] * (len(whole) < len(told))
    complete = [lowered(completed(draft, context), context) for draft in sound(whole)]
    return [topics.marked(draft, context.reading) for draft in complete], flaws


def _reason(built: Statement) -> str:
    names = {Modality.NEGATED: "negated", Modality.CONDITIONAL: "hypothetical"}
    return names.get(built.clause.modality, "no-fact")


def _resolved(reading: Reading, document: Document) -> str:
    """Return the sentence with each reference followed by what it stands for, "" where there is none."""
    if not reading.replace:
        return ""
    pieces: list[str] = []
    own, waiting = "", ""
    for token in reading.tokens:
        said = reading.replace.get(token.i)
        owned = token.tag_ == "POS" and bool(waiting)
        if waiting and not owned:
            pieces[-1] = _inserted(pieces[-1], waiting)
        own = own + token.text_with_ws if said is not None else ""
        waiting = waiting + token.text if owned else said if said and said.casefold() != own.strip().casefold() else ""
        own = own if said == "" else ""
        pieces.append(_written(token, reading, document))
    if waiting:
        pieces[-1] = _inserted(pieces[-1], waiting)
    resolved = "".join(pieces).strip()
    plain = "".join(_written(token, reading, document) for token in reading.tokens).strip()
    return resolved if resolved != plain else ""


def _written(token: "Token", reading: Reading, document: Document) -> str:
    """Return a token as the document has it, with the brackets behind it that the parser did not see."""
    start, after = reading.place(token.idx), reading.place(token.idx + len(token.text_with_ws))
    text = document.text[start:after].replace("\n", " ")
    return text if token.i + 1 < reading.sent.end else text.rstrip()


def _inserted(word: str, meaning: str) -> str:
    """Return a word with what it stands for in brackets: "Fust's [Johann Fust's] "."""
    return f"{word.rstrip()} [{meaning}]{word[len(word.rstrip()) :]}"


def _drop(code: str, sentence: Sentence, document: Document) -> Drop:
    stage = "resolve" if code.startswith("unresolved") or code == "undated" else "extract"
    return Drop(
        stage=stage,
        code=code,
        detail=CODES[code],
        text=sentence.text,
        document=document.key,
        start=sentence.start,
        end=sentence.end,
    )


def openie(sentences: Iterable[str], pipeline: Pipeline) -> Iterator[tuple[str, float, str, tuple[str, ...]]]:
    """Yield (sentence, confidence, relation, arguments) for each clause, before resolution and selection."""
    from quizgen.extract.openie_tuples import triples

    texts = list(sentences)
    for text, doc in zip(texts, pipeline.docs(texts), strict=True):
        for confidence, relation, arguments in triples(doc):
            yield text, confidence, relation, arguments
