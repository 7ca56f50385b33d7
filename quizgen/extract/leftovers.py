"""What stands right behind a verb and could not be read: a statement that says too little without it is cut."""

from typing import TYPE_CHECKING

from quizgen.extract.context import Context, Statement
from quizgen.extract.subclauses import is_timed
from quizgen.syntax.clauses import SUBJECTS
from quizgen.syntax.connectives import is_connective

if TYPE_CHECKING:
    from spacy.tokens import Token

_MARKS = frozenset(",;:—–()[]")
_COMPLETING = frozenset({"with", "from", "into", "onto", "of", "for", "to", "against", "between", "among", "as"})
_PREDICATES = frozenset({"acomp", "oprd", "attr"})
_ADDED = frozenset({"npadvmod", "advcl", "xcomp", "advmod"})
_BESIDE = frozenset({"time", "duration", "day", "attribution", "reason", "manner"})


def unread(built: Statement, context: Context) -> str:
    """Return the reason code for a statement that has lost what its verb needs, "" where it says enough."""
    low = built.clause.lowest
    end = _end(low)
    behind = [c for c in low.children if low.i < c.i < end and c != built.clause.subject]
    if any(_is_headless(c) for c in behind):
        return "misread"
    return "cut" if any(_is_missed(c, built, context) for c in behind if not _is_read(c, built, context)) else ""


def _is_headless(token: "Token") -> bool:
    """Return whether a finite verb hangs on the clause without subject or conjunction: "the largest town he had seen"
    was cut before it."""
    joined = (c.dep_ in (*SUBJECTS, "mark", "expl") or c.tag_ in ("WRB", "WDT", "WP", "IN") for c in token.lefts)
    if token.dep_ not in ("advcl", "ccomp") or any(joined):
        return False
    return any(c.dep_ == "aux" and c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in token.lefts)


def _end(verb: "Token") -> int:
    """Return where the words right behind a verb end: at a mark, or where a second verb is joined."""
    last = verb.right_edge.i + 1
    last = next((c.i for c in verb.rights if c.dep_ == "cc" or c.dep_ in SUBJECTS), last)
    return next((t.i for t in verb.doc[verb.i + 1 : last] if t.text in _MARKS), last)


def _is_read(token: "Token", built: Statement, context: Context) -> bool:
    """Return whether an argument of the statement, its verb or a time has the word that a dependent is about."""
    noun = next((c for c in token.children if c.dep_ in ("pobj", "pcomp")), None) if token.pos_ == "ADP" else token
    if noun is None or is_connective(token) or is_timed(noun, context) or is_timed(token, context):
        return True
    doers = (c for c in token.children if c.dep_ in SUBJECTS)  # "left for Egypt to observe …"
    names = (c for c in noun.children if c.dep_ == "appos")  # "with her guide, Ida Holm"
    if any(_is_told(t, built, context) for t in (noun, *doers, *names)):
        return True
    return built.verb is None or noun in built.clause.chain or noun.text in built.verb.text.split()


def _is_told(token: "Token", built: Statement, context: Context) -> bool:
    start, end = context.reading.span([token])
    told = (built.object, *built.qualifiers, *built.coordinated)
    return any(p is not None and p.start <= start and end <= p.end for p in told)


def _is_missed(token: "Token", built: Statement, context: Context) -> bool:
    """Return whether a statement says too little without a dependent that was not read."""
    if token.dep_ in _PREDICATES:
        return built.object is None
    if token.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "for" for c in token.children):
        return True
    bare = built.object is None and not _says_more(built)
    if token.dep_ in ("prep", "dative"):
        return bare or (built.object is not None and token.lower_ in _COMPLETING and token.nbor(-1).dep_ != "prep")
    if token.dep_ == "advmod" and any(c.dep_ == "prep" for c in token.children):  # "close to the shore"
        return bare or built.object is not None
    return bare and token.dep_ in _ADDED and (token.dep_ != "advmod" or bool(list(token.children)))


def _says_more(built: Statement) -> bool:
    """Return whether something other than a time or a manner is told behind the verb."""
    first = built.clause.lowest.i
    return any(q.position > first and q.role not in _BESIDE for q in built.qualifiers)
