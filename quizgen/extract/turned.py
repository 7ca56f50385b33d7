"""Sentences that put last what they are about: "on the altar is a painting", "what ruined the regime was war"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extract import relations
from quizgen.extract.context import Context, Statement
from quizgen.extract.nominals import is_empty, nominal_flaw
from quizgen.extract.statements import statement
from quizgen.model import FactDraft, Modality, Phrase
from quizgen.syntax import phrases
from quizgen.syntax.clauses import clause_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_STANDING = frozenset({"be", "lie", "stand", "hang", "sit", "rise", "run"})
_WHERE = frozenset(
    """in on at under beneath below above inside within behind beside between around over along near atop
    outside opposite""".split()
)
_FIGURES = frozenset(
    {"heart", "root", "roots", "core", "stake", "risk", "work", "war"}
)  # "at the root of it was money"
_TELLING = frozenset({"attr", "nsubj", "dobj"})
_ASKING = frozenset({"nsubj", "dobj", "pobj"})
_EMPTY = frozenset("something nothing anything everything one this that these those it way thing fact".split())


def inverted(context: Context) -> Iterator[FactDraft]:
    """Yield what is in a place that opens a sentence.

    Example: Beneath the keyboard of a pianola are two pedals.
        -> relation | two pedals | are | None
    Example: In the nave of the cathedral hangs a model of a ship.
        -> relation | a model of a ship | hangs | None
    Example: Above the gate of the castle there is a relief of a bear.
        -> relation | a relief of a bear | is | None
    Example: In the valley there are many farms.
        -> none
    Example: At the root of the quarrel was money.
        -> none
    Example: Among the guests were two ministers.
        -> none
    """
    verb = next((t for t in context.reading.tokens if t.dep_ == "ROOT"), None)
    place = None if verb is None else _opening(verb)
    found = None if verb is None or place is None else _behind(verb)
    if verb is None or place is None or found is None or found.tag_ not in ("NN", "NNS", "NNP"):
        return
    if found.dep_ == "nsubj" and verb.lemma_ != "be":  # a clause as any other
        return
    if any(c.dep_ == "expl" for c in verb.lefts) and not _is_one_thing(found):
        return
    built = statement(replace(clause_of(verb, found), dependents=[place]), context)
    where = next((c for c in place.children if c.dep_ == "pobj"), None)
    if built.flaw or built.clause.modality is not Modality.CERTAIN or where is None:
        return
    if is_empty(where) or where.lower_ in _FIGURES or where.right_edge.tag_ == "DT":
        return
    built.qualifiers = [replace(q, role="place") if q.prep == place.lower_ else q for q in built.qualifiers]
    if any(q.role == "place" for q in built.qualifiers):
        yield from (replace(draft, extractor="inverted") for draft in relations.facts(built))


def _opening(verb: "Token") -> "Token | None":
    """Return the place that opens a sentence and stands right before its verb."""
    lefts = [c for c in verb.lefts if not c.is_punct]
    there = lefts.pop() if len(lefts) > 1 and lefts[-1].dep_ == "expl" else verb  # "under the floor there is a well"
    first = lefts[0] if len(lefts) == 1 and verb.lemma_ in _STANDING and verb.tag_ in ("VBZ", "VBP", "VBD") else None
    whole = first is not None and first.is_sent_start is not False and first.left_edge.is_sent_start
    if first is None or not whole or first.dep_ != "prep" or first.lower_ not in _WHERE:
        return None
    between = verb.doc[first.right_edge.i + 1 : there.i]
    return first if all(t.text == "," for t in between) else None


def _is_one_thing(noun: "Token") -> bool:
    """Return whether a noun has "a" and nothing counts or denies it, so that what is there can be asked."""
    return any(c.lower_ in ("a", "an") and c.dep_ == "det" for c in noun.lefts)


def _behind(verb: "Token") -> "Token | None":
    """Return the noun right behind a verb, and nothing but what may follow it."""
    told = [c for c in verb.rights if c.dep_ in _TELLING]
    noun = told[0] if len(told) == 1 and told[0].left_edge.i == verb.i + 1 else None
    definite = noun is not None and noun.left_edge.lower_ in ("this", "that", "such")
    beside = (c for c in verb.rights if c.dep_ in ("neg", "expl", "conj", "acomp"))
    return None if definite or any(c.dep_ != "conj" or c.pos_ not in ("VERB", "AUX") for c in beside) else noun


def cleft(context: Context) -> Iterator[FactDraft]:
    """Yield what "what …" is, as the clause that it turns round would say it.

    Example: What northern Norway lacked was bread.
        -> relation | northern Norway | lacked | bread
    Example: What ruined the Spanish crown was war.
        -> relation | war | ruined | the Spanish crown
    Example: What he wanted was something else.
        -> none
    Example: What is certain is that ships were lost.
        -> none
    """
    be = next((t for t in context.reading.tokens if t.dep_ == "ROOT" and t.lemma_ == "be"), None)
    verb = None if be is None else next((c for c in be.lefts if c.dep_ == "csubj"), None)
    asked = None if verb is None else verb.left_edge
    told = None if be is None else next((c for c in be.rights if c.dep_ in ("attr", "nsubj")), None)
    if verb is None or asked is None or told is None or be is None or not _is_asked(asked, verb, be, told):
        return
    built = _of_subject(verb, asked, told, context) if asked.dep_ == "nsubj" else _of_object(verb, asked, told, context)
    if built is not None and not built.flaw:
        yield from relations.facts(built)


def _is_asked(asked: "Token", verb: "Token", be: "Token", told: "Token") -> bool:
    opens = asked.lower_ == "what" and asked.is_sent_start and asked.head == verb and asked.dep_ in _ASKING
    plain = not any(c.dep_ in ("neg", "aux") for c in be.children) and verb.lemma_ not in ("be", "happen", "matter")
    named = told.pos_ in ("NOUN", "PROPN") and told.lemma_.lower() not in _EMPTY
    late = told.right_edge.nbor(1).text if told.right_edge.i + 1 < told.sent.end else "."
    return bool(opens) and plain and named and late in (".", ",", ":", ";", "–", "—")


def _of_subject(verb: "Token", asked: "Token", told: "Token", context: Context) -> Statement | None:
    clause = clause_of(verb, told)
    return statement(replace(clause, dependents=[c for c in clause.dependents if c != asked]), context)


def _of_object(verb: "Token", asked: "Token", told: "Token", context: Context) -> Statement | None:
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is None or asked.dep_ != "dobj":
        return None
    clause = clause_of(verb, subject)
    built = statement(replace(clause, dependents=[c for c in clause.dependents if c not in (asked, subject)]), context)
    found: Phrase | None = phrases.phrase(told, context.reading, context.discourse, role="object")
    if found is None or nominal_flaw(told, context) or built.object is not None:
        return None
    built.object = found
    return built


PATTERNS = (inverted, cleft)
