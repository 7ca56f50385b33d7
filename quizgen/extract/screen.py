"""Sentences that are not read at all: fragments, questions, monsters and other people's words."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SHORTEST, _LONGEST = 3, 60
_ENDS = frozenset(".!;…\"”’')")
_STOP = re.compile(r"\.$|[^.]*(?:\d[a-z]{0,2}|[a-z]{5,})\.$")
_SPOKEN = re.compile(r"[,!?][”\"]")
_CONDITION = re.compile(
    r"\b(?:if|must|unless|provided|only when|conditions?|requirements?|required|admissible|should)\b", re.I
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SHORTENED = re.compile(r"\b(?:approx|cf|e\.g|i\.e|viz|vs)\.$")  # words with a stop that ends no sentence
_LEADING = frozenset("following below these this follows there here above such".split())
_HELPERS = frozenset("had has have did do does is are was were could can would will".split())
_DENYING = {"not": frozenset({"since", "until", "till", "once", "even"})} | dict.fromkeys(
    ("never", "rarely", "seldom", "hardly", "scarcely", "nowhere", "nor"),
    _HELPERS | {"before", "again", "since", "in", "until", "more", "else", "elsewhere", "do", "so"},
)
_SPEAKERS = frozenset("i we you us our your my me".split())


def is_condition(lead: str) -> bool:
    """Return whether the items of a list tell what must be so, after the words that lead to it: "…, provided that:"."""
    return lead.rstrip().endswith(":") and _CONDITION.search(lead[-160:]) is not None


def unreadable(sent: "Span") -> str:
    """Return the reason code for not reading a sentence, or ""."""
    text = sent.text.strip()
    if text.endswith("?") or "?" in text[-3:]:
        return "question"
    words = [t for t in sent if not t.is_punct and not t.is_space]
    if len(words) < _SHORTEST:
        return "too-short"
    if len(words) > _LONGEST:
        return "too-long"
    if _SHORTENED.search(text):
        return "cut"
    if " | " in text or (text[-1] not in _ENDS and not _is_formula(sent)):
        return "heading"
    if sum(t.lower_ in _SPEAKERS for t in words) > 1:
        return "first-person"
    if _is_inverted_denial(sent):
        return "negated"
    if any(_is_end(t, sent) for t in sent[2:-2]) or _is_garden_path(sent):
        return "misread"
    if text[0] in '“"' and _SPOKEN.search(text, 1):
        return "quotation"
    return "quotation" if text[0] in '“"' and text[-1] in '”"' else ""


def _is_garden_path(sent: "Span") -> bool:
    """Return whether an infinitive was read as the verb of a sentence: "the first to be found after it was seen on"."""
    root = sent.root
    told = {c.dep_ for c in root.lefts}
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in root.lefts)
    return infinitive and bool(told & {"nsubj", "nsubjpass"}) and root.tag_ in ("VB", "VBN")


def _is_inverted_denial(sent: "Span") -> bool:
    """Return whether a denial opens a sentence, its verb before its subject: "not since 1985 has she won"."""
    first = sent[0].lower_
    return first in _DENYING and sent[1].lower_ in _DENYING[first]


def _is_formula(sent: "Span") -> bool:
    """Return whether a sentence says in words what the formula behind its colon says: "the rate is the share of …:"."""
    be = sent.root
    if sent[-1].text != ":" or be.lower_ not in ("is", "equals") or be.i < sent.start + 2:
        return False
    told = next((c for c in be.children if c.dep_ in ("attr", "dobj") and c.i > be.i), None)
    whole = told is not None and told.left_edge.lower_ == "the" and told.right_edge.i - told.i > 2
    return whole and not any(t.lower_ in _LEADING for t in sent)


def _is_end(token: "Token", sent: "Span") -> bool:
    """Return whether a full stop inside a sentence ends it: a capital follows, and both halves have a verb."""
    unit = token.text[:-1].islower() and len(token.text) < 4 and token.nbor(-1).text[-1:].isdigit()
    stops = token.text.endswith(".") and (unit or _STOP.match(token.text) is not None)
    if not stops or not token.nbor(1).text[:1].isupper():
        return False
    cut = token.i - sent.start
    return all(any(t.tag_ in _FINITE for t in half) for half in (sent[:cut], sent[cut + 1 :]))
