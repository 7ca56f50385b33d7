"""Names of what happens in a clause: "plants turn light into sugar, a process called …", "in a layer known as …"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.extract import definitions, entries, stretches
from quizgen.extract.context import Context
from quizgen.extract.naming import is_plural, target_of
from quizgen.extract.stretches import Stretch
from quizgen.lexicon import words
from quizgen.model import Phrase

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from quizgen.model import FactDraft

_PREPOSITIONS = frozenset({"in", "on", "at", "by", "through", "with", "from", "into", "during", "under", "within"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_DOUBT = frozenset(
    "may might could would should if we you i our your this that's some many there here then first now".split()
)
_BREAKS = frozenset(':;()[]"“”—–')
_COURSES = frozenset({"change", "transition", "movement", "condition", "transformation"})  # that a clause can tell
_POINTING = frozenset({"this", "these", "that", "those", "such"})
_OPEN = frozenset({"IN", "CC", "DT"})
_SITES = frozenset({"area", "era", "layer", "period", "process", "region", "stage", "state", "zone"})
_ASIDE = frozenset({",", "—", "–"})
_ENDS = frozenset({".", ",", ";", ")"})
_LONGEST = 24
_LONGEST_NOUN = 3


def occasion(context: Context) -> Iterator["FactDraft"]:
    """Yield the name of the process, the place or the means of a clause, which the clause itself explains.

    Example: Rain wears away bare rock in a process called erosion.
        -> definition | erosion | is | the process in which rain wears away bare rock
    Example: Most clouds form in a layer known as the weather zone.
        -> definition | the weather zone | is | the layer in which most clouds form
    Example: The mayor slept in a house called Rosehill.
        -> none
    """
    sent = context.reading.sent
    for token in sent:
        if token.lemma_ in entries.NAMING and token.tag_ == "VBN" and token.i > sent.start + 2:
            noun, target = _noun_before(token, sent), target_of(token, sent)
            if noun is not None and target is not None and is_plural(sent, target) == is_plural(sent, noun):
                yield from _explained(noun, target, context)


def _noun_before(token: "Token", sent: "Span") -> Stretch | None:
    """Return "a process" of "a process often called"."""
    end = token.i
    while end > sent.start and sent.doc[end - 1].lower_ in entries.OFTEN:
        end -= 1
    found = stretches.before(sent, end, far=False)
    if found is None or found[1] - found[0] > _LONGEST_NOUN or sent.doc[end - 1].tag_ not in ("NN", "NNS"):
        return None
    several = sent.doc[end - 1].tag_ == "NNS" and sent.doc[found[0]].tag_ in ("NNS", "JJ", "NN")
    known = several or (sent.doc[found[0]].lower_ == "the" and sent.doc[end - 1].lemma_ in _SITES)
    return found if (known or sent.doc[found[0]].lower_ in ("a", "an")) and found[0] > sent.start else None


def _explained(noun: Stretch, target: Stretch, context: Context) -> Iterator["FactDraft"]:
    sent, doc = context.reading.sent, context.reading.sent.doc
    link = doc[noun[0] - 1]
    general = doc[noun[1] - 1].lemma_.lower() in words("nouns", "way") | _COURSES
    clause, word = _clause(noun, target, sent), link.lower_ if link.text not in _ASIDE else "in"
    if clause is None or not (general if link.text in _ASIDE else link.lower_ in _PREPOSITIONS):
        return
    tokens = list(doc[clause[0] : clause[1]])
    past = _tense(tokens, sent)
    if past is None or _is_unclear(tokens, context, strict=past or not general) or (past and not _is_custom(tokens)):
        return
    name = list(stretches.words(sent, target))
    common = general or not definitions.has_capitals(definitions.core(name))
    if common and definitions.is_term(name, context, named=True):
        told = _told(noun, tokens, f"{word} which", context)
        yield entries.definition(definitions.name_of(target, context), told, "occasion", past=past)


def _is_unclear(tokens: "list[Token]", context: Context, *, strict: bool) -> bool:
    """Return whether a clause points to what only the page tells; "the copy" may be any, where a kind is told of."""
    unresolved = context.reading.unresolved
    open_ = [t for t in tokens if t.i in unresolved]
    pointing = any(t.lower_ in _POINTING for t in tokens) or any(t.tag_ == "VBD" for t in context.reading.sent)
    return bool(open_) and (strict or pointing or any(unresolved[t.i] != "unresolved-mention" for t in open_))


def _clause(noun: Stretch, target: Stretch, sent: "Span") -> Stretch | None:
    """Return the clause before "in a process called …", or behind it where that opens the sentence."""
    doc, link = sent.doc, noun[0] - 1
    if link == sent.start:
        ends = target[1] < sent.end and doc[target[1]].text == ","
        return (target[1] + 1, sent.end - 1) if ends else None
    if target[1] < sent.end and doc[target[1]].text not in _ENDS:
        return None
    end = link - 1 if doc[link - 1].text == "," else link
    return (sent.start, end)


def _tense(tokens: "list[Token]", sent: "Span") -> bool | None:
    """Return whether a clause is in the past, None where it is no plain statement of its own."""
    verb = sent.root
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if not 3 <= len(tokens) <= _LONGEST or verb not in tokens or subject is None or verb.lemma_ == "be":
        return None
    odd = any(t.lower_ in _DOUBT or t.text in _BREAKS or t.dep_ == "neg" for t in tokens)
    if odd or not (subject.left_edge.i == tokens[0].i or _lead(tokens, subject)) or tokens[-1].tag_ in _OPEN:
        return None
    finite = next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), verb)
    return {"VBD": True, "VBZ": False, "VBP": False, "MD": False}.get(finite.tag_)


def _lead(tokens: "list[Token]", subject: "Token | None" = None) -> int:
    """Return how many words stand before the subject and tell when or where: "on slopes", "as it climbs,"; 0 if none.

    A comma, where there is one, ends them.
    """
    subject = subject or next((t for t in tokens if t.dep_ in _SUBJECTS and t.head == t.sent.root), None)
    led = subject is not None and (tokens[0].tag_ == "IN" or tokens[0].dep_ == "mark" or tokens[0].tag_ == "WRB")
    if subject is None or not led:
        return 0
    before = subject.left_edge.i - tokens[0].i
    marks = [n for n, t in enumerate(tokens[:before]) if t.text == ","]
    return before if before > 1 and marks in ([], [before - 1]) else 0


def _is_custom(tokens: "list[Token]") -> bool:
    """Return whether a clause in the past tells what people used to do, not one event: "sailors cured fish"."""
    bare = tokens[0].tag_ in ("NNS", "JJ") and not any(t.tag_ in ("NNP", "NNPS", "CD") or t.ent_type_ for t in tokens)
    return bare and not any(t.lower_ == "the" for t in tokens[:2])


def _told(noun: Stretch, clause: "list[Token]", link: str, context: Context) -> Phrase:
    doc, reading = context.reading.sent.doc, context.reading
    own = list(doc[noun[0] : noun[1]])
    cut = _lead(clause)
    first = clause[cut]
    said, before = reading.text(clause[cut:]).strip(" ,"), reading.text(clause[:cut]).strip(" ,")
    said = f"{said} {before[:1].lower()}{before[1:]}" if before else said
    named = first.pos_ == "PROPN" or first.ent_type_ or first.text[1:2].isupper()
    start, end = reading.span(sorted([*clause, *own], key=lambda t: t.i))
    thing = definitions.raw(own[1:] if own[0].tag_ == "DT" else own)
    return Phrase(
        text=f"the {thing} {link} {said if named else said[:1].lower() + said[1:]}",
        start=start,
        end=end,
        role="attribute",
        head=own[-1].lemma_.lower(),
        plural=own[-1].tag_ == "NNS",
        resolved=reading.changed(clause),
        position=max(own[-1].i, clause[-1].i),
    )
