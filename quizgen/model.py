"""The types that flow through quizgen, each able to name what it came from.

All are frozen. Offsets are half-open code points into ``Document.text``; times are whole seconds since the epoch (UTC).
"""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class FactKind(StrEnum):
    """What sort of statement a fact is."""

    DEFINITION = "definition"
    RELATION = "relation"
    EVENT = "event"
    QUANTITY = "quantity"
    ALIAS = "alias"
    PART = "part"
    SUPERLATIVE = "superlative"
    REASON = "reason"
    PURPOSE = "purpose"
    LIST = "list"


class Modality(StrEnum):
    """How far the text stands behind a statement."""

    CERTAIN = "certain"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    NEGATED = "negated"


class FactStatus(StrEnum):
    """What a person has decided about a fact."""

    NEW = "new"
    KEPT = "kept"
    REJECTED = "rejected"
    CONFLICT = "conflict"


class QuestionKind(StrEnum):
    """The form in which a question is asked."""

    SHORT = "short"
    CLOZE = "cloze"
    CHOICE = "choice"
    TRUEFALSE = "truefalse"
    ORDER = "order"
    MATCH = "match"
    NUMERIC = "numeric"


class QuestionStatus(StrEnum):
    """What a person, or the disappearance of its fact, has decided about a question."""

    NEW = "new"
    KEPT = "kept"
    EDITED = "edited"
    REJECTED = "rejected"
    RETIRED = "retired"


class PhraseType(StrEnum):
    """What a phrase denotes; it chooses the question word and the distractors."""

    PERSON = "person"
    PEOPLE = "people"  # nationalities, peoples, groups of persons
    ORGANISATION = "organisation"
    COUNTRY = "country"
    PLACE = "place"
    CELESTIAL = "celestial"  # planets, moons, stars
    DATE = "date"  # any point or span of calendar time: day, month, year, decade, season
    TIME = "time"  # time of day
    DURATION = "duration"
    NUMBER = "number"  # a bare number or a number with a counted noun: 12 astronauts
    QUANTITY = "quantity"  # a number with a unit of measure: 382 kilograms
    MONEY = "money"
    PERCENT = "percent"
    ORDINAL = "ordinal"
    WORK = "work"  # books, laws, works of art
    PRODUCT = "product"  # vehicles, craft, devices with a name
    EVENT = "event"  # named events: wars, battles
    LANGUAGE = "language"
    TERM = "term"  # a word being defined
    THING = "thing"
    UNKNOWN = "unknown"  # a name of which it is not certain whether it is a person's
    CLAUSE = "clause"


AMOUNTS = frozenset({PhraseType.NUMBER, PhraseType.QUANTITY, PhraseType.MONEY, PhraseType.PERCENT, PhraseType.DURATION})
SETS = frozenset({QuestionKind.ORDER, QuestionKind.MATCH})  # what asks for several facts at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """Why nothing came of a piece of text, a fact or a question; ``code`` is one of ``quizgen codes``."""

    stage: str  # read, clean, resolve, extract, question, select, export
    code: str
    detail: str = ""
    text: str = ""
    document: str = ""  # key of the document
    start: int | None = None
    end: int | None = None
    line: int = 0  # 1-based line of the source file, 0 where unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading, list item or table row: the unit in which sentences are looked for.

    ``line`` is the 1-based line of the source file; ``section`` the title of the nearest heading above.
    """

    start: int
    end: int
    kind: str = "paragraph"  # paragraph, heading, item, row
    line: int = 1
    section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source text after decoding and normalising, with the blocks that are worth reading.

    ``text`` is what is stored and what offsets count in; ``blocks`` leaves out what cleaning dropped (see ``drops``).
    ``date`` is the day the text speaks from and ``date_source`` says who told (option, front matter, html, dateline).
    """

    uid: str
    key: str  # POSIX path relative to the course folder, or external/<file name>
    title: str
    text: str
    blocks: tuple[Block, ...]
    format: str  # text, markdown, html
    digest: str  # of ``text``: recognises a moved file
    author: str = ""
    url: str = ""
    date: dt.date | None = None
    date_source: str = ""
    drops: tuple[Drop, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a document: ``document.text[start:end] == text``."""

    uid: str
    document: str  # uid
    position: int  # 0-based within the document
    start: int
    end: int
    text: str
    section: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A normalised date or number.

    ``iso`` is ISO 8601 at the precision of the text (2019, 2019-03, 2019-03-03, 2019-03-03T20:00), an interval with a
    slash (1969/1972), or EDTF for a decade (197X) and a century (18XX). ``number`` and ``high`` are in ``unit``;
    ``high`` is set for a range. Durations and quantities keep the unit of the text (km, kg, day), money its ISO 4217
    code.
    """

    role: str
    text: str
    type: str  # date, time, duration, number, quantity, money, percent, ordinal
    iso: str = ""
    number: float | None = None
    high: float | None = None
    unit: str = ""
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One argument of a fact, as a question may say it.

    ``text`` is complete and resolved ("Tianwen-1" where the page says "it"); ``start:end`` is the span it was read
    from, without the preposition. ``role`` is subject, object, attribute, time, duration, place, agent, quantity,
    manner, reason, purpose, attribution, day or other.
    """

    text: str
    start: int
    end: int
    role: str
    type: PhraseType = PhraseType.THING
    head: str = ""  # lemma of the head noun, lower case
    plural: bool = False
    proper: bool = False
    resolved: bool = False
    bound: str = ""  # the text with possessives that the clause's own subject explains: "its first landing"
    noun: str = ""  # the class noun for "Which …?": probe for Tianwen-1, island for Hainan island
    prep: str = ""  # "in" of "in 1959"; several words where the text has them
    topical: bool = False  # which one is meant is clear only to who knows what the text is about
    position: int = 0  # order among the arguments in the sentence; negative: it stands before the subject
    values: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A whole verb group with the forms that questions need."""

    lemma: str
    text: str  # the group as the text says it: "has been observed"
    base: str  # observe
    past: str  # observed
    participle: str  # observed
    aux: tuple[str, ...] = ()  # auxiliaries in order: has, been
    particle: str = ""  # "down" of "touched down"
    complement: str = ""  # verbs below it: "to reach" of "is expected to reach"
    tense: str = "past"  # past, present, future, modal
    passive: bool = False
    adverbs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FactDraft:
    """A statement read from one sentence; it has no identity yet."""

    kind: FactKind
    subject: Phrase
    relation: str  # the verb group or the relation's name: "was launched", "stands for", "is a"
    object: Phrase | None = None
    qualifiers: tuple[Phrase, ...] = ()
    verb: Verb | None = None
    modality: Modality = Modality.CERTAIN
    extractor: str = ""  # name of the pattern that read it
    start: int = 0  # span of the clause
    end: int = 0
    confidence: float = 1.0

    @property
    def arguments(self) -> tuple[Phrase, ...]:
        """Subject, object and qualifiers, in that order."""
        return (self.subject, *((self.object,) if self.object else ()), *self.qualifiers)

    @property
    def said(self) -> str:
        """The statement in one line, its parts divided by bars."""
        parts = [self.subject.text, self.relation, self.object.text if self.object else ""]
        return " | ".join(filter(None, [*parts, *(f"{one.prep} {one.text}".strip() for one in self.qualifiers)]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a document states a fact."""

    document: str  # key
    sentence: str  # uid
    text: str  # of the sentence
    start: int  # of the clause
    end: int
    extractor: str
    section: str = ""
    title: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A draft that has an identity, a home document and evidence; ``evidence[0]`` is in the home document."""

    uid: str
    draft: FactDraft
    document: str  # key of the home document
    status: FactStatus = FactStatus.NEW
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Harvest:
    """What one sentence gave; ``resolved`` is its text with references spelled out, "" where there were none."""

    sentence: Sentence
    drafts: tuple[FactDraft, ...] = ()
    drops: tuple[Drop, ...] = ()
    resolved: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One alternative of a choice question; ``origin`` says where a wrong one comes from."""

    text: str
    correct: bool = False
    origin: str = ""  # key, document, store, list, number


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The sentence that answers a question, with the answer's span in the document text."""

    document: str  # key
    title: str
    section: str
    sentence: str  # text
    start: int
    end: int
    answer_start: int
    answer_end: int
    resolved: bool = False
    url: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question with its answer, its options and the sentences it rests on.

    The blank of a cloze is ``_____`` in ``prompt``. ``parts`` holds the items of ``order`` in their right order, and
    the pairs of ``match`` as ``[left, right]``; for true/false ``answer`` is ``True`` or ``False`` as a word.
    """

    uid: str
    kind: QuestionKind
    prompt: str
    answer: str
    document: str  # key of the home document
    template: str
    slot: str  # the argument that is asked for
    facts: tuple[str, ...]  # uids
    accept: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    parts: tuple[Any, ...] = ()
    explanation: str = ""
    hint: str = ""
    answer_type: PhraseType = PhraseType.THING
    score: float = 0.0
    difficulty: float = 0.5  # 0 easy .. 1 hard
    status: QuestionStatus = QuestionStatus.NEW
    flaws: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    order: int = 0  # 1-based rank among the exported questions of its document


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which rows a listing, an export or a quiz takes; empty fields do not restrict."""

    documents: tuple[str, ...] = ()  # key, title, uid or a glob on keys
    section: str = ""
    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()  # of drops
    uids: tuple[str, ...] = ()
    search: str = ""
    min_score: float | None = None  # what a person kept, edited or added is never below it
    difficulty: tuple[float, float] | None = None  # lowest and highest, both included
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a verb of the pipeline did: counts by name, what was skipped and why, what was dropped by code."""

    counts: dict[str, int] = field(default_factory=dict)
    skipped: tuple[tuple[str, str], ...] = ()  # (source, one-line reason)
    drops: dict[str, int] = field(default_factory=dict)
