"""Statements: a clause with its arguments as phrases, ready for patterns to tell what kind of fact it is."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quizgen.extract import times
from quizgen.extract.tense import anchored, planned
from quizgen.extract.verbs import is_directional, verb_group
from quizgen.lexicon import words
from quizgen.model import Document, Modality, Phrase, PhraseType, Value, Verb
from quizgen.resolve.anchor import spell_day
from quizgen.resolve.discourse import Discourse
from quizgen.syntax import phrases
from quizgen.syntax.clauses import SUBJECTS, Clause
from quizgen.syntax.reading import Reading, TimeSpan

if TYPE_CHECKING:
    from spacy.tokens import Token

MEASURES = frozenset(
    {PhraseType.QUANTITY, PhraseType.MONEY, PhraseType.PERCENT, PhraseType.DURATION, PhraseType.NUMBER}
)
PLACES = frozenset({PhraseType.PLACE, PhraseType.COUNTRY, PhraseType.CELESTIAL})
_PLACE_PREPOSITIONS = frozenset(
    """in at on near from to into through across over under between along off around inside outside beneath above
    below within throughout toward towards onto behind beyond amid among opposite past via""".split()
)
_REPORTING_PREPOSITIONS = frozenset({"according"})
_OBJECTS = frozenset({"dobj", "attr", "oprd"})
_TIME_MARKS = frozenset(
    """when while after before since as until once where whereas although though because so than that""".split()
)
_RESTRICTING = frozenset({"when", "where", "until", "unless", "if", "than", "as", "whenever"})
_CONNECTIVES = {
    "in": frozenset("contrast fact addition general particular turn short practice theory all".split()),
    "by": frozenset({"contrast", "comparison"}),
    "for": frozenset({"example", "instance"}),
    "at": frozenset({"first", "last", "least"}),
    "of": frozenset({"course"}),
    "as": frozenset({"result"}),
    "on": frozenset({"average", "hand"}),
}
_LIMITING = frozenset({"until", "till", "unless", "if"})
_CONNECTING = frozenset(
    """also too however then therefore thus hence instead meanwhile moreover otherwise nevertheless nonetheless besides
    again once even only just finally later afterwards afterward soon first second third last""".split()
)
_LATELY = frozenset({"recently", "lately", "soon", "shortly", "yesterday", "tomorrow"})
_PASSING = frozenset({"currently", "now", "today", "presently", "still", "already"})
_SILENT = frozenset(
    {
        "punct",
        "cc",
        "conj",
        "mark",
        "aux",
        "auxpass",
        "neg",
        "prt",
        "intj",
        "dep",
        "parataxis",
        "meta",
        "preconj",
        "expl",
    }
)
_LONGEST_CLAUSE = 14


@dataclass(slots=True)
class Context:
    """What every pattern needs beside the clause: the sentence, the discourse and the document."""

    reading: Reading
    discourse: Discourse
    document: Document

    @property
    def date(self) -> dt.date | None:
        """The day the document speaks from."""
        return self.document.date


@dataclass(slots=True)
class Statement:
    """A clause whose arguments are phrases; ``flaw`` is the reason code that makes it unusable, "" if none."""

    clause: Clause
    verb: Verb | None
    subject: Phrase | None = None
    object: Phrase | None = None
    qualifiers: list[Phrase] = field(default_factory=list)
    attribute: "Token | None" = None
    coordinated: list[Phrase] = field(default_factory=list)  # further measures: "2 km from A and 3 km from B"
    flaw: str = ""


def statement(clause: Clause, context: Context) -> Statement:
    """Return the arguments of a clause as phrases."""
    built = Statement(clause=clause, verb=verb_group(clause))
    if built.verb is None:
        built.flaw = "no-finite-verb"
        return built
    built.subject = _subject(clause, context, built)
    if sum(c.dep_ in SUBJECTS for c in clause.verb.children) > 1 or not _agrees(clause, built):
        built.flaw = "misread"
    for token in [*_circumstances(clause), *clause.dependents]:
        if not built.flaw:
            _take(token, built, context)
    if not built.flaw:
        _add_times(built, context)
        _settle(built, context)
    return built


def _agrees(clause: Clause, built: Statement) -> bool:
    """Return whether subject and finite verb agree in number; a wrong parse often shows there."""
    finite = clause.auxes[0] if clause.auxes else clause.verb
    if built.subject is None or clause.shared or clause.subject.lemma_.lower() in words("nouns", "people"):
        return True
    plural = finite.lower_ in ("are", "were", "have") or (finite.tag_ == "VBP" and finite.lower_ != "am")
    singular = finite.lower_ in ("is", "was", "has") or finite.tag_ == "VBZ"
    named = clause.subject.tag_ in ("NNP", "NNPS") or clause.subject.pos_ in ("PRON", "NUM", "DET", "ADJ")
    return not (plural and not built.subject.plural and not named) and not (
        singular and built.subject.plural and clause.subject.tag_ == "NNS"
    )


def _circumstances(clause: Clause) -> list["Token"]:
    """Return what stands before the main clause and holds for its participle too: "In 1969, …, bringing"."""
    if not clause.is_adverbial_participle:
        return []
    return [c for c in clause.verb.head.children if c.dep_ == "prep" and c.i < clause.subject.i]


def _subject(clause: Clause, context: Context, built: Statement) -> Phrase | None:
    token = clause.subject
    found = phrases.phrase(token, context.reading, context.discourse, role="subject")
    built.flaw = _nominal_flaw(token, context) if found else "no-subject"
    return found


def _nominal_flaw(token: "Token", context: Context) -> str:
    reading = context.reading
    tokens = phrases.noun_tokens(token, reading)
    reason = reading.first_unresolved(tokens)
    if reason or phrases.is_misread(tokens) or phrases.is_cut_short(tokens):
        return reason or "misread"
    replaced = token.i in reading.replace
    if token.pos_ in ("PRON", "DET") and not replaced:
        return "unresolved-pronoun"
    return "" if replaced or phrases.is_clear(token, reading) or _has_complement(token) else "vague-noun"


def _has_complement(token: "Token") -> bool:
    return any(
        c.dep_ in ("prep", "relcl", "acl", "compound", "amod", "poss") and c.i != token.i for c in token.children
    )


def _take(token: "Token", built: Statement, context: Context) -> None:
    """Add one dependent of the clause to the statement, or note why the statement is unusable without it."""
    dep = token.dep_
    if dep in _SILENT or dep in ("nsubj", "nsubjpass") or token.i == built.clause.subject.i:
        return
    if dep in _OBJECTS and token.pos_ not in ("ADJ", "VERB", "ADV"):
        _take_object(token, built, context)
    elif dep in ("prep", "agent", "dative"):
        _take_preposition(token, built, context)
    elif dep == "acomp" and _is_compared(token):
        built.flaw = "comparison"
    elif dep in ("acomp", "oprd", "attr", "dobj"):
        _take_opaque(token, built, context, role="attribute")
    elif dep == "advmod":
        _take_adverb(token, built, context)
    elif dep == "advcl":
        _take_adverbial(token, built, context)
    elif dep in ("ccomp", "xcomp", "pcomp", "acl"):
        _take_complement(token, built, context)
    elif dep == "npadvmod" and not _is_timed(token, context):
        _take_opaque(token, built, context, role="other")


def _is_compared(token: "Token") -> bool:
    """Return whether a predicate compares with something that is not named: "are quieter"."""
    parts = list(token.subtree)
    return any(t.tag_ in ("JJR", "RBR") for t in parts) and not any(t.lower_ == "than" for t in parts)


def _take_object(token: "Token", built: Statement, context: Context) -> None:
    if _is_timed(token, context) or (token.dep_ == "dobj" and phrases.is_set_off(token)):
        return
    reason = _nominal_flaw(token, context)
    if reason:
        built.flaw = reason
        return
    role = "attribute" if token.dep_ == "attr" else "object"
    found: Phrase | None
    if role == "attribute" and phrases.are_measures([token, *token.conjuncts]):
        found, *built.coordinated = phrases.measures(token, context.reading, context.discourse, role=role)
    else:
        found = phrases.phrase(token, context.reading, context.discourse, role=role)
    if found is None:
        built.flaw = "no-object"
    elif built.object is None:
        built.object = found
        built.attribute = token if token.dep_ == "attr" else None
        _check_lost_clause(token, built, context)
        for measure in phrases.measure_phrases(token):
            _take_preposition(measure, built, context)
    else:
        built.qualifiers.append(replace(found, role="other"))


def _check_lost_clause(token: "Token", built: Statement, context: Context) -> None:
    """A contrast ("not X but Y") cannot be cut in two."""
    if any(
        c.dep_ == "neg" or (c.lower_ in ("not", "no") and c.dep_ in ("det", "advmod", "preconj"))
        for c in token.children
    ):
        built.flaw = "negated"


def _take_preposition(token: "Token", built: Statement, context: Context) -> None:
    if token.lower_ in _REPORTING_PREPOSITIONS:
        _attribute_to(token, built, context)
        return
    words_, target = _preposition(token)
    if target == built.clause.subject:
        return
    if target is not None and target.lower_ in _CONNECTIVES.get(words_, ()):
        return
    if target is None or _is_timed(target, context):
        if target is None and not _is_timed(token, context):
            _take_opaque(token, built, context, role="other")
        return
    if target.pos_ in ("VERB", "AUX") or target.dep_ == "pcomp":
        _take_opaque(token, built, context, role="manner")
        return
    reason = _nominal_flaw(target, context)
    found = phrases.phrase(target, context.reading, context.discourse, role="other", prep=words_)
    if reason or found is None:
        built.flaw = reason if _is_needed(token, built) else ""
        return
    built.qualifiers.append(replace(found, role=_role(found, token), position=token.i))


def _preposition(token: "Token") -> tuple[str, "Token | None"]:
    """Return the words of a preposition ("out of", "because of") and the noun or verb below it."""
    said = [c.lower_ for c in token.children if c.dep_ in ("advmod", "pcomp") and c.i < token.i] + [token.lower_]
    for child in token.children:
        if child.dep_ in ("pobj", "pcomp") and child.i > token.i:
            return " ".join(said), child
        if child.dep_ == "prep":
            below, target = _preposition(child)
            return " ".join([*said, below]), target
    if token.dep_ == "dative" and token.pos_ != "ADP":
        return "", token
    return " ".join(said), None


def _is_needed(token: "Token", built: Statement) -> bool:
    """Return whether the clause says too little without a prepositional phrase: "depends on it"."""
    return (built.object is None and token.i > built.clause.lowest.i and not built.qualifiers) or token.dep_ == "agent"


def _role(found: Phrase, token: "Token") -> str:
    if token.dep_ == "agent":
        return "agent"
    if found.prep in ("because of", "due to", "owing to", "thanks to"):
        return "reason"
    if found.type is PhraseType.DURATION and found.prep in ("for", "over", "during", "throughout"):
        return "duration"
    if found.type in PLACES and found.prep in _PLACE_PREPOSITIONS:
        return "place"
    return "quantity" if found.type in (PhraseType.QUANTITY, PhraseType.PERCENT, PhraseType.MONEY) else "other"


def _attribute_to(token: "Token", built: Statement, context: Context) -> None:
    target = next((t for t in token.subtree if t.dep_ == "pobj"), None)
    if target is not None:
        found = phrases.phrase(target, context.reading, context.discourse, role="attribution", prep="according to")
        if found is not None:
            built.qualifiers.append(found)


def _take_adverb(token: "Token", built: Statement, context: Context) -> None:
    if (
        token.i < built.clause.lowest.i
        or _is_timed(token, context)
        or token.lower_ in _PASSING
        or is_directional(token, token.head)
    ):
        return
    bare = not list(token.children)
    if bare and token.lower_ not in _CONNECTING and token.nbor(-1).text != ",":
        _take_opaque(token, built, context, role="manner")
    elif any(c.dep_ in ("prep", "npadvmod") for c in token.children):
        _take_opaque(token, built, context, role="other")


def _take_adverbial(token: "Token", built: Statement, context: Context) -> None:
    mark = next((c.lower_ for c in token.children if c.dep_ in ("mark", "advmod") and c.i <= token.i), "")
    if mark == "because":
        if token.left_edge.i > 0 and token.left_edge.nbor(-1).lower_ != "not" and token.left_edge.lower_ != "not":
            _take_opaque(token, built, context, role="reason", longest=25)
    elif any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children) and not mark:
        if built.clause.lowest.lemma_ in words("verbs", "causing") and not built.clause.passive:
            built.flaw = "complex-clause"
        else:
            _take_opaque(token, built, context, role="purpose", longest=20)
    elif mark in _LIMITING or (mark in _RESTRICTING and built.verb is not None and built.verb.tense == "present"):
        if not _take_opaque(token, built, context, role="other"):
            built.flaw = built.flaw or "restricted"
    elif mark == "than":
        built.flaw = "comparison"


def _take_complement(token: "Token", built: Statement, context: Context) -> None:
    reported = built.clause.lowest.lemma_ in words("verbs", "report") | words("verbs", "opinion")
    if token.dep_ == "ccomp" and (reported or token.i < built.clause.verb.i):
        built.flaw = "report"
        return
    if not _take_opaque(token, built, context, role="object" if built.object is None else "other"):
        built.flaw = built.flaw or "complex-clause"


def _take_opaque(
    token: "Token", built: Statement, context: Context, *, role: str, longest: int = _LONGEST_CLAUSE
) -> bool:
    """Add a dependent as it stands; return whether that was possible."""
    reading = context.reading
    if role in ("other", "manner") and token.i > built.clause.lowest.i and phrases.is_set_off(token):
        return True
    timed = {i for t in reading.times if t.head >= 0 and t.head != token.i for i in range(t.first, t.end)}
    tokens = [t for t in token.subtree if t.i not in timed or role in ("reason", "purpose")]
    tokens = phrases.trimmed([t for t in tokens if t.i >= reading.sent.start])
    while tokens and tokens[-1].pos_ in ("ADP", "SCONJ"):
        tokens = tokens[:-1]
    whole = tokens and tokens[-1].i - tokens[0].i + 1 == len(tokens)
    if not whole or len(tokens) > longest or reading.first_unresolved(tokens):
        return False
    text = reading.text(tokens)
    start, end = reading.span(tokens)
    bound = reading.text(tokens, keep_bound=True, keep_echoed=role in ("reason", "purpose"))
    kind = PhraseType.CLAUSE if len(tokens) > 1 or role == "attribute" else PhraseType.THING
    built.qualifiers.append(
        Phrase(
            text=text,
            start=start,
            end=end,
            role=role,
            type=kind,
            head=token.lemma_.lower(),
            resolved=reading.changed(tokens),
            bound="" if bound == text else bound,
            position=token.left_edge.i,
        )
    )
    return True


def _is_timed(token: "Token", context: Context) -> bool:
    return any(time.head >= 0 and time.first <= token.i < time.end for time in context.reading.times)


def _add_times(built: Statement, context: Context) -> None:
    future = built.clause.modality is Modality.PLANNED
    for time in _own_times(built.clause, context.reading):
        found = times.phrase(time, context.reading, context.date, future=future)
        if found is not None:
            built.qualifiers = [*_wider_left_out(built.qualifiers, found)]
        elif time.mention.relative and time.mention.value.type == "date":
            built.flaw = "undated"


def _wider_left_out(qualifiers: list[Phrase], found: Phrase) -> list[Phrase]:
    """Return the qualifiers with a further time, without the one of two that the other contains."""
    others = [q for q in qualifiers if not (q.role == "time" and q.text in found.text)]
    contained = any(q.role == "time" and found.text in q.text for q in others)
    return others if contained else [*others, found]


def _own_times(clause: Clause, reading: Reading) -> Iterator[TimeSpan]:
    verbs = {v.i for v in clause.chain}
    first = clause.chain[0]
    while first.dep_ == "conj" and clause.shared:
        first = first.head
    for time in reading.times:
        fronted = time.head == first.i and time.end <= clause.subject.i and clause.kind == "conj"
        if time.head in verbs or fronted or (clause.is_adverbial_participle and time.head == clause.verb.head.i):
            yield time


def _settle(built: Statement, context: Context) -> None:
    """Order the qualifiers as in the text and put plans and passing states into the days they were written in."""
    first = built.clause.lowest.i
    built.qualifiers = [replace(p, position=-1) if p.position < first else p for p in built.qualifiers]
    built.qualifiers.sort(key=lambda p: p.position)
    if built.verb is None:
        return
    plural = built.subject is not None and built.subject.plural
    if any(c.lower_ in _LATELY for v in built.clause.chain for c in v.children if c.dep_ == "advmod"):
        built.flaw = "undated"
    years = [q for q in built.qualifiers if q.role == "time" and q.type is PhraseType.DATE]
    planned_ = built.clause.modality is Modality.PLANNED
    present = built.verb.tense == "present" and not planned_
    if len(years) > 1 or (present and any(_is_past(q, built.verb) for q in years)):
        built.flaw = "misread"
    passing = any(c.lower_ in _PASSING for v in built.clause.chain for c in v.children if c.dep_ == "advmod")
    dated = any(q.role == "time" and q.type is PhraseType.DATE for q in built.qualifiers)
    if built.clause.modality is Modality.PLANNED and context.date:
        built.verb = planned(built.verb, plural=plural)
    elif passing and built.verb.tense == "present" and not dated:
        if context.date is None:
            built.flaw = "passing-state"
            return
        built.verb = anchored(built.verb, plural=plural)
        built.qualifiers.append(_document_day(context.date, built.clause.lowest.i))
    elif context.date and built.verb.aux[:1] in (("has",), ("have",)) and _measures(built) and not dated:
        built.verb = anchored(built.verb, plural=plural)
        built.qualifiers.append(replace(_document_day(context.date, built.clause.lowest.i), prep="by"))


def _is_past(time: Phrase, verb: Verb) -> bool:
    """Return whether a year cannot belong to a verb in the present: it is of a participle that was read as part."""
    year = time.prep in ("in", "on", "between", "from", "during") and any(c.isdigit() for c in time.text)
    return (
        year
        and verb.aux[:1] not in (("has",), ("have",))
        and verb.base not in ("date", "come", "stem", "begin", "start")
    )


def _measures(built: Statement) -> bool:
    return any(p.type in (PhraseType.QUANTITY, PhraseType.DURATION, PhraseType.NUMBER) for p in built.qualifiers) or (
        built.object is not None and bool(built.object.values)
    )


def _document_day(day: dt.date, position: int) -> Phrase:
    text = spell_day(day)
    value = Value(role="time", text=text, type="date", iso=day.isoformat())
    return Phrase(
        text=text,
        start=0,
        end=0,
        role="day",
        type=PhraseType.DATE,
        prep="on",
        position=position + 1000,
        resolved=True,
        values=(value,),
    )
