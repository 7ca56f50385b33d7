"""Which subordinate clauses give a reason or a purpose: because, since, so that, to."""

from typing import TYPE_CHECKING

from quizgen.extract.context import Statement
from quizgen.lexicon import words
from quizgen.model import Modality
from quizgen.syntax.aims import is_infinitive
from quizgen.syntax.phrases import is_set_off

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PRESENT = frozenset({"VBZ", "VBP"})
_DOUBTING = frozenset({"not", "perhaps", "possibly", "probably", "maybe", "presumably", "allegedly", "apparently"})
_COUNTING = frozenset({"first", "only", "ever", "last", "once"})  # "the first time since he left"
_UNABLE = frozenset({"can", "ca", "could"})
_ABLE = frozenset({"can", "could"})
_MODAL = _ABLE | frozenset({"would", "will", "may", "might"})
_CAUSES = [s.split() for s in ("because of", "due to", "owing to", "thanks to", "as a result of", "on account of")]
_LEADERS = frozenset(words_[0] for words_ in _CAUSES)
_PREDICATIVE = frozenset({"acomp", "attr", "mark", "nsubj"})
_BEING = frozenset({"acomp", "attr"})


def motive(token: "Token", built: Statement) -> str:
    """Return "reason" or "purpose" where a subordinate clause gives one, "" for every other clause."""
    marks = marks_of(token)
    if _is_doubted(token) or _is_about_more(token, built):
        return ""
    if "because" in marks or ("since" in marks and _gives_reason(token, built)) or _is_as(token, marks):
        return "reason"
    if "so" in marks:
        aim = is_infinitive(token) or _is_so_that(token, marks)
        return "purpose" if aim and built.clause.lowest.lemma_ not in words("verbs", "arranging") else ""
    return "purpose" if is_infinitive(token) and not marks else ""


def marks_of(token: "Token") -> list[str]:
    """Return the words that join a clause to the one around it: ["so", "that"]."""
    return [c.lower_ for c in token.children if c.dep_ in ("mark", "advmod") and c.i < token.i]


def is_cause(token: "Token", built: Statement) -> bool:
    """Return whether a dependent of a verb is a noun's reason: "because of its shape", "as a result of the war"."""
    if token.lower_ not in _LEADERS or token.dep_ in _PREDICATIVE or _is_doubted(token):
        return False
    if _is_about_more(token, built):
        return False
    first = token.left_edge
    said = [t.lower_ for t in token.doc[token.i : min(token.i + 4, token.right_edge.i)]]
    whole = any(said[: len(words_)] == words_ for words_ in _CAUSES)
    return whole and all(t.pos_ == "ADV" for t in token.doc[first.i : token.i])


def _is_about_more(token: "Token", built: Statement) -> bool:
    """Return whether "not" or "so" may be about the reason: "it did not sink because of the ice", "so called"."""
    if any(c.lower_ == "so" and c.dep_ == "advmod" for c in built.clause.lowest.children):  # so called because …
        return True
    denied = built.clause.modality is Modality.NEGATED and not any(a.lower_ in _UNABLE for a in built.clause.auxes)
    return denied and token.i > built.clause.verb.i and not is_set_off(token)


def _is_doubted(token: "Token") -> bool:
    first = token.left_edge
    between = token.doc[token.head.i : first.i]
    if any(t.text in (":", ";") for t in between):
        return True
    before = "" if first.is_sent_start else first.nbor(-1).lower_
    said = {t.lower_ for t in token.doc[first.i : first.i + 2]}
    return before in _DOUBTING or first.lower_ in _DOUBTING or "than" in said


def _finite(token: "Token") -> "Token":
    return next((c for c in token.children if c.dep_ in ("aux", "auxpass") and c.tag_ in _FINITE), token)


def _gives_reason(token: "Token", built: Statement) -> bool:
    """Return whether "since" gives a reason, not a beginning: what has lasted since then stands in the perfect."""
    finite = _finite(token)
    if finite.tag_ in _PRESENT or finite.lower_ in _ABLE:
        return True
    lasting = built.verb is not None and built.verb.aux[:1] in (("has",), ("have",), ("had",))
    around = (t.lower_ for t in built.clause.verb.subtree if not token.is_ancestor(t))
    return finite.tag_ == "VBD" and not lasting and not any(word in _COUNTING for word in around)


def _is_as(token: "Token", marks: list[str]) -> bool:
    """Return whether "as" gives a reason: ", as most tribes were scattered", which tells how something is."""
    if marks != ["as"] or not is_set_off(token) or token.lemma_ != "be":
        return False
    subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
    return subject is not None and any(c.dep_ in _BEING and c.i > token.i for c in token.children)


def _is_so_that(token: "Token", marks: list[str]) -> bool:
    """Return whether "so that" tells an aim; behind a comma, or of what came about, it tells a result."""
    finite = _finite(token)
    if is_set_off(token) or "that" not in marks:
        return finite.lower_ in _ABLE and ("that" in marks or not is_set_off(token))
    return finite.lower_ in _MODAL or finite.tag_ in _PRESENT


def is_needed(token: "Token", built: Statement) -> bool:
    """Return whether an infinitive completes its verb instead: "forced the king to abdicate", "is to be opened"."""
    verb = built.clause.lowest.lemma_
    taken = built.clause.passive and verb in words("verbs", "complemented")
    return taken or verb in words("verbs", "causing") or token.lemma_ in ("be", "become")
