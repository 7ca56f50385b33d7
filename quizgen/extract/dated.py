"""When what a clause states happened: the times of its sentence that are its own."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extract import times
from quizgen.extract.borders import is_elsewhere
from quizgen.extract.context import Context, Statement
from quizgen.model import Modality, Phrase, Verb
from quizgen.syntax.clauses import Clause
from quizgen.syntax.reading import YEAR, Reading, TimeSpan

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF_NEWS = re.compile(
    r"(?:(?:last|on|early|late|this) )*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|week|month)"
    r"(?: (?:morning|afternoon|evening|night))?",
    re.I,
)

_AGAIN = frozenset("each every daily weekly monthly often usually regularly always".split())
_BEGINNING = frozenset({"begin", "start", "commence"})
_AFTERWARDS = frozenset("afterward afterwards eventually later soon subsequently thereafter".split())


def add_times(built: Statement, context: Context) -> None:
    """Add the times of a clause to its statement, or note why it is unusable without one."""
    planned_ = built.clause.modality is Modality.PLANNED
    for time in _own_times(built.clause, context.reading):
        if _is_second_of_two(time, context.reading):
            continue  # "in February and March 2023" is one time
        future = (planned_ and not _is_of_decision(time, built.clause)) or _is_ahead(time, built.verb)
        again = not context.discourse.dated and built.verb is not None and times.recurs(time, built.verb)
        found = _both(time, context.reading) or times.phrase(
            time, context.reading, context.date, future=future, recurring=again
        )
        if found is not None and found.values and _is_first_of_two(time, context.reading):
            built.flaw = "misread"
        if found is not None:
            built.qualifiers = [*_wider_left_out(built.qualifiers, found)]
        elif time.mention.relative and time.mention.value.type == "date" and not _links(time, built.clause):
            built.flaw = "" if context.date is None and _is_spared(time, built) else "undated"


def _is_spared(time: TimeSpan, built: Statement) -> bool:
    """Return whether a deed is told well enough without the day of the week on which it was news: "won on Sunday"."""
    told = [p for p in (built.subject, built.object, *built.qualifiers) if p is not None]
    verb = built.verb
    done = verb is not None and verb.tense == "past" and built.clause.kind in ("main", "conj")
    solid = built.object is not None or any(q.role not in ("time", "duration", "manner") for q in built.qualifiers)
    return done and solid and any(p.proper for p in told) and _OF_NEWS.fullmatch(time.mention.text) is not None


def _is_of_decision(time: TimeSpan, clause: Clause) -> bool:
    """Return whether a time tells when something was planned, not when it is to be: "decided on Sunday to leave"."""
    plan, behind = clause.chain[0], time.end
    return plan.tag_ == "VBD" and plan.i < time.start and behind < plan.sent.end and plan.doc[behind].tag_ == "TO"


def _second(time: TimeSpan, reading: Reading) -> TimeSpan | None:
    """Return the date behind "and" that ends in a year as the first does, or lends its year to a month before it."""
    doc, behind = reading.sent.doc, time.end + 1
    if time.mention.value.type != "date" or behind >= reading.sent.end or doc[time.end].lower_ not in ("and", "or"):
        return None
    alike = bool(YEAR.match(doc[time.end - 1].text)) or (doc[time.start].is_title and time.end == time.start + 1)
    later = (t for t in reading.times if t.start == behind and YEAR.match(doc[t.end - 1].text))
    return next(later, None) if alike else None


def _is_second_of_two(time: TimeSpan, reading: Reading) -> bool:
    """Return whether a date is said with the one before it."""
    return any(_second(t, reading) is time for t in reading.times)


def _is_first_of_two(time: TimeSpan, reading: Reading) -> bool:
    """Return whether a second date follows: "published in two parts in 1679 and 1683"."""
    return _second(time, reading) is not None


def _both(time: TimeSpan, reading: Reading) -> Phrase | None:
    """Return two years, or two months of a year, as one time: "1679 and 1683", "May and June 1940"."""
    second, doc = _second(time, reading), reading.sent.doc
    if second is None or time.prep != "in" or doc[time.end].lower_ != "and":
        return None
    last = times.phrase(second, reading, None)
    start, end = reading.span(list(doc[time.start : second.end]))
    text = doc[time.start : second.end].text
    at = time.start
    return None if last is None else replace(last, text=text, start=start, end=end, prep="in", values=(), position=at)


def _is_ahead(time: TimeSpan, verb: Verb | None) -> bool:
    """Return whether a time is the end of what goes on now: "is closed until the end of August"."""
    perfect = verb is not None and verb.aux[:1] in (("has",), ("have",))
    return verb is not None and verb.tense == "present" and not perfect and time.prep in ("until", "till", "by")


def _links(time: TimeSpan, clause: Clause) -> bool:
    """Return whether a time only says how the story goes on, so that the clause is true without it."""
    return time.mention.linking and time.end <= clause.subject.left_edge.i


def _wider_left_out(qualifiers: list[Phrase], found: Phrase) -> list[Phrase]:
    """Return the qualifiers with a further time, without the one of two that the other contains."""
    others = [q for q in qualifiers if not (q.role == "time" and q.text in found.text)]
    contained = any(q.role == "time" and found.text in q.text for q in others)
    return others if contained else [*others, found]


def _own_times(clause: Clause, reading: Reading) -> Iterator[TimeSpan]:
    verbs = {v.i for v in clause.chain}
    first = clause.chain[0]
    while first.dep_ == "conj" and clause.shared and not _is_owner(first, clause) and not _is_later(first):
        first = first.head
    for time in reading.times:
        if _counts_from(time, reading) or is_elsewhere(time, clause):
            continue
        fronted = time.head == first.i and time.end <= clause.subject.i and clause.kind == "conj"
        if (time.head in verbs or fronted or _frames(time, clause)) and _is_within(time, clause):
            yield time


def _is_owner(verb: "Token", clause: Clause) -> bool:
    """Return whether the subject of a clause stands with this verb, behind all that tells of the verbs before."""
    return clause.subject.head == verb


def _is_later(verb: "Token") -> bool:
    """Return whether a deed is told to have come after the one before, in no year that is told: "and soon left"."""
    first = next((c for c in verb.head.rights if c.dep_ == "cc" and c.i < verb.i), verb)
    return any(t.lower_ in _AFTERWARDS for t in verb.doc[first.i : verb.i])


def _is_within(time: TimeSpan, clause: Clause) -> bool:
    """Return whether a time belongs to this clause of two that share their verb."""
    return clause.within is None or clause.within[0] <= time.start < clause.within[1]


def _counts_from(time: TimeSpan, reading: Reading) -> bool:
    """Return whether a duration is only the distance to something else: "three days after the storm"."""
    following = reading.sent.doc[time.end] if time.end < reading.sent.end else None
    return time.mention.value.type == "duration" and following is not None and following.lower_ in ("after", "before")


def _frames(time: TimeSpan, clause: Clause) -> bool:
    """Return whether a time before the main clause holds for its participle too: "In 1969, …, bringing"."""
    return (
        clause.is_adverbial_participle
        and time.head == clause.verb.head.i
        and time.end <= clause.subject.i < clause.verb.i
        and not _is_repeated(clause)
    )


def _is_repeated(clause: Clause) -> bool:
    """Return whether a participle tells what went on after the deed that is dated: "started work, walking each day"."""
    again = (t.lower_ for c in clause.verb.rights if c.dep_ in ("npadvmod", "advmod") for t in c.subtree)
    return clause.verb.head.lemma_ in _BEGINNING or any(word in _AGAIN for word in again)
