"""What a relative clause happened in: "the fire of 1990, in which 159 people died", "Graz, where she taught law"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extract.context import Context, Statement
from quizgen.extract.nominals import nominal_flaw
from quizgen.model import Phrase, PhraseType
from quizgen.syntax import phrases
from quizgen.syntax.clauses import Clause

if TYPE_CHECKING:
    from spacy.tokens import Token

_SETTING = frozenset({"in", "during"})
_SITES = frozenset({"at", "on"})
_GOING = frozenset("come drive flee flock fly go head hurry journey march move ride return sail travel walk".split())
_AROUND = frozenset(
    {"above", "around", "below", "beyond", "near", "off", "outside"}
)  # the clause is of what lies there
_PLACES = frozenset({PhraseType.PLACE, PhraseType.COUNTRY, PhraseType.UNKNOWN})
_DATES = frozenset({"DATE", "TIME"})
_DEFINITE = ("the ", "The ")


def take_setting(built: Statement, context: Context) -> None:
    """Add what a relative clause hangs on as the place or event of its statement; a bare toll is nothing without it."""
    clause = built.clause
    joint = _joint(clause)
    if joint is None or any(q.role == "place" for q in built.qualifiers):
        return
    found = _event(clause, joint, context) if joint.dep_ == "prep" else _site(clause, context)
    if found is not None:
        built.qualifiers.append(replace(found, position=clause.verb.right_edge.i + 1))
    elif (joint.dep_ == "prep" and _is_toll(built)) or (joint.dep_ != "prep" and _is_bare(built)):
        built.flaw = built.flaw or "unresolved-mention"


def _joint(clause: Clause) -> "Token | None":
    """Return the "in" of "in which" or the "where" that opens a clause which only adds something to its noun."""
    if clause.verb.dep_ != "relcl" or not phrases.is_set_off(clause.verb):
        return None
    first = clause.verb.left_edge
    where = first.lower_ == "where" and first.dep_ == "advmod"
    which = first.lower_ in _SETTING and first.dep_ == "prep" and any(c.lower_ == "which" for c in first.children)
    return first if (where or which) and first.head in clause.chain else None


def _event(clause: Clause, joint: "Token", context: Context) -> Phrase | None:
    noun = _behind_date(clause.verb.head)
    found = phrases.phrase(noun, context.reading, context.discourse, role="other", prep=joint.lower_)
    told = found is not None and (found.proper or found.text.startswith(_DEFINITE))
    return found if told and noun.pos_ in ("NOUN", "PROPN") and not nominal_flaw(noun, context) else None


def _behind_date(token: "Token") -> "Token":
    """Return the noun before the date that a clause was hung on: "the fire of April 1990, in which …"."""
    while token.ent_type_ in _DATES and token.dep_ in ("pobj", "nummod") and token.head.head.pos_ in ("NOUN", "PROPN"):
        token = token.head.head if token.dep_ == "pobj" else token.head
    return token


def _site(clause: Clause, context: Context) -> Phrase | None:
    """Return the place with a name that "where" stands for."""
    noun = clause.verb.head
    if noun.dep_ == "pobj" and noun.head.lower_ in _AROUND:
        return None
    prep = noun.head.lower_ if noun.dep_ == "pobj" and noun.head.lower_ in _SITES else "in"
    prep = "to" if clause.lowest.lemma_ in _GOING and prep == "in" else prep
    found = phrases.phrase(noun, context.reading, context.discourse, role="place", prep=prep)
    if found is None or noun.pos_ != "PROPN" or found.type not in _PLACES or nominal_flaw(noun, context):
        return None
    return found


def _is_bare(built: Statement) -> bool:
    """Return whether it is told of nothing but a time that something went on: "…, where a pair has nested since"."""
    return built.object is None and all(q.role in ("time", "duration", "manner") for q in built.qualifiers)


def _is_toll(built: Statement) -> bool:
    """Return whether it is told how many did something, and nothing else."""
    counted = built.subject is not None and built.subject.type is PhraseType.NUMBER
    return counted and built.object is None and not built.qualifiers
