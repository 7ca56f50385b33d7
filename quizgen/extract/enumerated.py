"""Two items of a list that look like a noun and what explains it: "schooling, the vote and limits on marriage"."""

from typing import TYPE_CHECKING

from quizgen.extract.terms import is_human
from quizgen.model import FactDraft, FactKind, Phrase
from quizgen.syntax.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_BESIDE = frozenset({"apposition", "explained", "introduced", "beside"})
_SORTS = {"a": "a", "an": "a", "the": "the"}
_VERBAL = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN", "VBG", "WDT", "WP", "WP$", "WRB"})
_NOMINAL = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "JJ", "CD"})
_NUMBERS = frozenset({"NN", "NNS"})
_ENDS = frozenset({".", ";", ":"})


def is_enumerated(draft: FactDraft, reading: Reading) -> bool:
    """Return whether a noun and what follows its comma may as well be two items of a list, so that nothing is told."""
    told = draft.object
    if draft.kind is not FactKind.DEFINITION or draft.extractor not in _BESIDE or told is None or is_human(told):
        return False
    tokens = [t for t in reading.tokens if told.start <= reading.place(t.idx) < told.end]
    if len(tokens) < 2 or tokens[0].i < 2 or tokens[0].nbor(-1).text != ",":
        return False
    return _goes_on(tokens[-1]) or (_is_joined(tokens) and not _is_enclosed(draft.subject, tokens[-1]))


def _is_enclosed(subject: Phrase, last: "Token") -> bool:
    """Return whether a second comma closes what is told of a name: "Bonn, a port and a market on the Rhine, was"."""
    return subject.proper and last.i + 1 < len(last.doc) and last.nbor(1).text == ","


def _goes_on(last: "Token") -> bool:
    """Return whether further nouns follow behind a comma up to an "and": "…, the Kuril Islands and the tip"."""
    doc, start = last.doc, last.i + 2
    if start >= last.sent.end or last.nbor(1).text != "," or doc[start].tag_ not in _NOMINAL:
        return False
    joint = next((t for t in doc[start : last.sent.end - 1] if t.tag_ == "CC" or t.text in _ENDS), None)
    if joint is None or joint.tag_ != "CC" or joint.nbor(1).tag_ not in _NOMINAL:
        return False
    rest = doc[start : last.sent.end]
    return not any(t.tag_ in _VERBAL or t.dep_ in ("nsubj", "nsubjpass") for t in rest)


def _is_joined(tokens: "list[Token]") -> bool:
    """Return whether "and" adds a noun that is no part of what the first one is: it has its own article or number."""
    at = next((n for n, t in enumerate(tokens) if t.tag_ == "CC" or _is_verbal(t)), len(tokens))
    if not 0 < at < len(tokens) - 1 or tokens[at].lower_ not in ("and", "or"):
        return False
    before, first = tokens[:at], tokens[at + 1]
    if any(t.lower_ == "between" for t in before):
        return False
    if any(t.text == "," and t.nbor(1).tag_ == "DT" for t in before):
        return True
    inner = next((n for n, t in enumerate(before) if t.tag_ == "IN"), None)
    return _is_added(before, first) if inner is None else _is_behind(before[inner + 1 :], tokens[0], first)


def _is_verbal(token: "Token") -> bool:
    """Return whether a clause begins: with a verb or "which", not with the participle of "short-tailed"."""
    return token.tag_ in _VERBAL and token.dep_ != "amod"


def _is_added(before: "list[Token]", first: "Token") -> bool:
    """Return whether what is joined to a bare noun has an article or a number, or is many where the noun is one."""
    last, led = before[-1], before[0].lower_ in _SORTS
    many = {first.tag_, last.tag_} == _NUMBERS and led
    return first.lower_ in _SORTS or first.tag_ == "CD" or many


def _is_behind(inner: "list[Token]", opening: "Token", first: "Token") -> bool:
    """Return whether what is joined is led as the whole is and not as the noun behind its preposition."""
    if not inner or any(t.tag_ in ("DT", "CD", "PRP$", "IN") or t.pos_ == "PROPN" for t in inner):
        return False
    led = _SORTS.get(opening.lower_, "")
    return first.lower_ in _SORTS and (led == "" or _SORTS[first.lower_] == led)
