"""Sizes and numbers that stand beside a thing: "a 171-kilometre canal", "a town of 4,300 people", "…, 11 km deep"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen import inflect
from quizgen.extract import entries
from quizgen.extract.context import Context
from quizgen.extract.nominals import nominal_flaw
from quizgen.lexicon import words
from quizgen.model import FactDraft, FactKind, Phrase, PhraseType, Verb
from quizgen.resolve import quantities, units
from quizgen.syntax import phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

_KINDS = frozenset({FactKind.DEFINITION, FactKind.RELATION, FactKind.SUPERLATIVE})
_ADJECTIVE = re.compile(
    r"^(?:an?|the) (?:(?:about|around|nearly|almost|roughly|some) )?(?P<number>\d[\d.,]*)[- ](?P<unit>[a-z]+)"
    r"(?:-(?P<how>long|wide|high|deep|tall|thick))? (?P<rest>[A-Za-z].*)$"
)
_PEOPLE = re.compile(
    r"^(?:an?|the) (?:[\w-]+ ){0,4}?(?P<noun>[a-z]+) (?:of|with) (?P<value>[^a-z]*(?:[a-z]+ ){0,3}?\d\S*(?: million)?)"
    r" (?:people|inhabitants|residents)$"
)
_HEIGHTS = {"tallest": "tall", "highest": "high", "longest": "long", "deepest": "deep"}
_RANKED = re.compile(r"^the (?:[a-z]+[- ])?(?P<rank>tallest|highest|longest|deepest)\b")
_SIZES = frozenset({"long", "wide", "high", "deep", "tall", "thick"})
_LIVE = Verb(lemma="live", text="live", base="live", past="lived", participle="lived", tense="present")
_EDGES = frozenset({",", "–", "—", "("})


def derived(drafts: Iterable[FactDraft]) -> Iterator[FactDraft]:
    """Yield the sizes and numbers of people that facts tell in passing."""
    for draft in drafts:
        if draft.kind in _KINDS and draft.verb is not None and draft.subject.proper:
            for reader in (_described, _inhabited, _ranked, _standing):
                found = reader(draft)
                if found is not None:
                    yield found


def _described(draft: FactDraft) -> FactDraft | None:
    """Return how long a canal is of which it is said that it is "a 171-kilometre canal"."""
    told = draft.object if draft.verb is not None and draft.verb.base == "be" else None
    found = _ADJECTIVE.match(told.text) if told is not None and told.role == "attribute" else None
    unit = units.find(found["unit"]) if found else None
    if told is None or found is None or unit is None or unit.dimension != "length":
        return None
    how = found["how"] or next((h for h in ("long", "tall") if told.head in words("values", h)), "")
    name = found["unit"] if len(found["unit"]) < 3 else inflect.plural(found["unit"])
    return _sized(draft, f"{found['number']} {name}", how, told) if how else None


def _inhabited(draft: FactDraft) -> FactDraft | None:
    """Return how many people live in a place that is called "a town of 4,300 people"."""
    told = draft.object if draft.verb is not None and draft.verb.text in ("is", "are") else None
    found = _PEOPLE.match(told.text) if told is not None and told.role == "attribute" else None
    if told is None or found is None or found["noun"] not in words("values", "settled"):
        return None
    text = f"{found['value']} people"
    value = quantities.parse(text)
    if value is None:
        return None
    start = told.start + told.text.index(found["value"])
    many = replace(told, text=text, role="subject", type=PhraseType.NUMBER, head="people", plural=True, proper=False)
    many = replace(many, start=start, end=start + len(text), values=(replace(value, role="subject"),), position=0)
    place = replace(draft.subject, role="place", prep="on" if found["noun"] == "island" else "in", position=5)
    return replace(
        _fact(draft, many, _LIVE, None),
        qualifiers=(place,),
        start=min(start, place.start),
        end=max(told.end, place.end),
    )


def _ranked(draft: FactDraft) -> FactDraft | None:
    """Return the size in "At 2,850 kilometres, the Danube is the second-longest river"."""
    size = next(
        (q for q in draft.qualifiers if q.prep == "at" and q.position < draft.subject.position and q.values), None
    )
    rank = _RANKED.match(draft.object.text) if draft.object is not None else None
    unit = units.find(size.values[0].unit) if size is not None and size.values[0].unit else None
    if size is None or rank is None or unit is None or unit.dimension != "length":
        return None
    return _sized(draft, size.text, _HEIGHTS[rank["rank"]], size)


def _standing(draft: FactDraft) -> FactDraft | None:
    """Return how tall a tower is that "stands 324 m tall"."""
    if draft.verb is None or draft.verb.base != "stand":
        return None
    size = next((q for q in draft.qualifiers if q.role == "attribute" and inflect.SIZE.match(q.text)), None)
    return _fact(draft, draft.subject, _verb(draft), replace(size, position=5)) if size is not None else None


def _sized(draft: FactDraft, value: str, how: str, where: Phrase) -> FactDraft:
    size = replace(where, text=f"{value} {how}", role="attribute", type=PhraseType.CLAUSE, head=how, position=5)
    return _fact(draft, draft.subject, _verb(draft), replace(size, prep="", bound="", values=(), noun="", proper=False))


def _verb(draft: FactDraft) -> Verb:
    return entries.be(draft.subject, past=draft.verb is not None and draft.verb.tense == "past")


def _fact(draft: FactDraft, subject: Phrase, verb: Verb, told: Phrase | None) -> FactDraft:
    return FactDraft(
        kind=FactKind.QUANTITY,
        subject=subject,
        relation=verb.text,
        object=told,
        verb=verb,
        extractor="derived",
        start=min(p.start for p in (subject, told) if p is not None),
        end=max(p.end for p in (subject, told) if p is not None),
    )


def sized(context: Context) -> Iterator[FactDraft]:
    """Yield a size that stands between commas behind a name.

    Example: The Mariana Trench, nearly 11 kilometres deep, lies in the western Pacific.
        -> quantity | the Mariana Trench | is | nearly 11 kilometres deep
    Example: A trench, 3 metres deep, ran along the wall.
        -> none
    Example: The tower on Seal Point, 22 metres high, was lit in 1988.
        -> none
    """
    for token in context.reading.tokens:
        if token.lower_ in _SIZES and token.dep_ in ("amod", "appos", "acl") and token.i > token.head.i:
            measure = next((c for c in token.children if c.dep_ == "npadvmod" and c.i == token.i - 1), None)
            named = token.head.pos_ == "PROPN" and not _tells_where(token.head)
            if measure is not None and _stands_apart(token) and named:
                yield from _aside(token, context)


def _tells_where(name: "Token") -> bool:
    """Return whether a name only tells where another thing is, whose size it may be: "the tower on Seal Point"."""
    return name.dep_ == "pobj" and name.head.head.pos_ == "NOUN"


def _stands_apart(token: "Token") -> bool:
    first, last = token.left_edge, token.right_edge
    behind = last.nbor(1).text if last.i + 1 < len(token.doc) else ""
    return not first.is_sent_start and first.nbor(-1).text in _EDGES and behind in (",", ".", ";", ")", "–", "—")


def _aside(token: "Token", context: Context) -> Iterator[FactDraft]:
    tokens = list(token.subtree)
    subject = phrases.phrase(token.head, context.reading, context.discourse, role="subject")
    text = context.reading.text(tokens)
    if subject is None or nominal_flaw(token.head, context) or not inflect.SIZE.match(text) or not subject.proper:
        return
    start, end = context.reading.span(tokens)
    size = Phrase(
        text=text, start=start, end=end, role="attribute", type=PhraseType.CLAUSE, head=token.lower_, position=token.i
    )
    verb = entries.be(subject)
    yield FactDraft(
        kind=FactKind.QUANTITY,
        subject=subject,
        relation=verb.text,
        object=size,
        verb=verb,
        extractor="sized",
        start=min(subject.start, start),
        end=max(subject.end, end),
    )


PATTERNS = (sized,)
