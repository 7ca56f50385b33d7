"""Words that go back to the phrase where a closed list or their form puts them: "came to rest", "the mould had"."""

from typing import TYPE_CHECKING

from quizgen import inflect
from quizgen.extract.splits import is_living
from quizgen.extract.twins import Edits
from quizgen.lexicon import words
from quizgen.syntax import aims

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODALS = frozenset(
    """can could may might must shall should will would ought need dare used ca wo sha 'll ’ll 'd ’d cannot""".split()
)
_UNITS = frozenset({"n", "s", "e", "w", "°c", "°f", "°", "%", "km", "cm", "mm", "kg", "mph"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_GOALS = frozenset({"to", "into", "onto", "towards", "toward", "from", "out", "up", "down"})
_BETWEEN = frozenset({"long", "always", "never", "often", "already", "ever", "since", "recently", "also"})
_DEFINITE = frozenset({"the", "his", "her", "their", "its", "a", "an"})
_TERMS = frozenset("end beginning start close middle turn time eve spring summer autumn winter evening morning".split())
DEPS = frozenset({"aux", "advcl", "nsubj", "nsubjpass", "dobj", "prep", "conj", "compound", "agent", "pobj"})


def resettled(token: "Token") -> Edits:
    """Return what puts a word back into its phrase, {} where it is at home."""
    dep = token.dep_
    if dep == "aux":
        return _lost_noun(token) if token.tag_ == "MD" and token.lower_ not in _MODALS else {}
    if dep == "advcl":
        return _idiom(token)
    if dep in ("nsubj", "nsubjpass", "compound", "pobj"):
        return _unit(token) if token.lower_ in _UNITS else {}
    if dep == "dobj":
        return _perfect(token) if token.head.lemma_ == "have" else _homewards(token)
    if dep == "agent":
        return _term(token)
    if dep == "prep":
        return _goal(token) or _as_a_rule(token)
    return _second_doer(token)


def _lost_noun(word: "Token") -> Edits:
    """Make the subject of what was read as a modal verb: "the slime mould had joined them"."""
    verb = word.head
    before = word.nbor(-1) if word.i > word.sent.start else word
    if before.dep_ not in ("nsubj", "nsubjpass") or before.head != verb or before.pos_ not in _NOUNS:
        return {}
    own = {c.i: (word.i, c.dep_, c.tag_) for c in before.children}
    return own | {before.i: (word.i, "compound", before.tag_), word.i: (verb.i, before.dep_, "NN")}


def _idiom(infinitive: "Token") -> Edits:
    """Join an infinitive to the verb that says no more than that it comes about: "came to rest"."""
    known = aims.is_infinitive(infinitive) and infinitive.tag_ == "VB" and aims.comes_about(infinitive)
    return {infinitive.i: (infinitive.head.i, "xcomp", "VB")} if known else {}


def _unit(unit: "Token") -> Edits:
    """Give a unit to the number before it: "and at around 1,100 °C flows over a spout"."""
    number = unit.nbor(-1) if unit.left_edge.i == unit.i > unit.sent.start else unit
    degrees = unit.text in ("N", "S", "E", "W")
    if number.dep_ != "pobj" or (number.text != "°" if degrees else number.pos_ != "NUM"):
        return {}
    own = {c.i: (unit.i, c.dep_, c.tag_) for c in number.rights}
    return own | {number.i: (unit.i, "nummod", number.tag_), unit.i: (number.head.i, "pobj", unit.tag_)}


def _homewards(home: "Token") -> Edits:
    """Make a person of the owner of a home to which somebody is sent: "overwork drove her home"."""
    verb, her = home.head, home.nbor(-1) if home.i > home.sent.start else home
    sent = home.lower_ == "home" and her.lower_ == "her" and her.head == home and her.i == verb.i + 1
    if not sent or verb.lemma_ not in words("verbs", "moving", "summoning"):
        return {}
    later = {c.i: (verb.i, c.dep_, c.tag_) for c in home.rights}
    return later | {her.i: (verb.i, "dobj", "PRP"), home.i: (verb.i, "advmod", "RB")}


def _perfect(noun: "Token") -> Edits:
    """Make a verb of a participle that was read as an adjective: "people have long spread potatoes on the ground"."""
    have, participle = noun.head, noun.left_edge
    adverb = participle if participle.lower_ in _BETWEEN else None
    participle = participle.nbor(1) if adverb is not None else participle
    if adverb is None or adverb.i != have.i + 1 or participle.head != noun or participle.dep_ != "amod":
        return {}
    doer = next((c for c in have.lefts if c.dep_ == "nsubj"), None)
    if adverb.lower_ == "long" and (doer is None or not is_living(doer)):  # "birds have long curved beaks"
        return {}
    return _verb_of(have, participle, noun, adverb)


def _verb_of(have: "Token", participle: "Token", noun: "Token", adverb: "Token") -> Edits:
    base = inflect.base(participle.lower_, "VBN", participle.lemma_.lower())
    if inflect.participle(base) != participle.lower_ or any(c.dep_ in ("aux", "auxpass") for c in have.children):
        return {}
    edits = {c.i: (participle.i, c.dep_, c.tag_) for c in have.children if c != noun}
    edits |= {t.i: (edits.get(t.i, (t.head.i,))[0], "conj", "VBN") for t in have.conjuncts if t.tag_ == "VBD"}
    above = participle.i if have.dep_ == "ROOT" else have.head.i
    return edits | {
        adverb.i: (participle.i, "advmod", "RB"),
        have.i: (participle.i, "aux", have.tag_),
        noun.i: (participle.i, "dobj", noun.tag_),
        participle.i: (above, have.dep_, "VBN"),
    }


def _goal(prep: "Token") -> Edits:
    """Give a goal behind what moves something to the verb: "is drawn by scent to a fig"."""
    doer = prep.head
    moving = doer.dep_ == "pobj" and doer.head.dep_ == "agent" and prep.i == doer.i + 1 and prep.lower_ in _GOALS
    if not moving or doer.pos_ not in _NOUNS or doer.head.head.lemma_ not in words("verbs", "moving"):
        return {}
    verb = doer.head.head
    later = {c.i: (verb.i, c.dep_, c.tag_) for c in doer.rights if c.i > prep.i and c.dep_ == "prep"}
    return later | {prep.i: (verb.i, "prep", prep.tag_)}


def _term(by: "Token") -> Edits:
    """Make no doer of a time: "had been jailed by the end of the year"."""
    noun = next((c for c in by.children if c.dep_ == "pobj"), None)
    timed = noun is not None and noun.lower_ in _TERMS and noun.left_edge.lower_ == "the"
    return {by.i: (by.head.i, "prep", by.tag_)} if timed else {}


def _as_a_rule(prep: "Token") -> Edits:
    """Give "as a rule" behind a noun to the verb: "the man in cartoons as a rule has a barrel organ"."""
    rule = next((c for c in prep.children if c.dep_ == "pobj" and c.lower_ in ("rule", "whole")), None)
    if prep.lower_ not in ("as", "on") or rule is None or prep.head.pos_ not in _NOUNS:
        return {}
    above = prep.head
    while above.pos_ not in ("VERB", "AUX") and above.head != above:
        above = above.head
    return {prep.i: (above.i, "prep", prep.tag_)} if above.pos_ in ("VERB", "AUX") else {}


def _second_doer(noun: "Token") -> Edits:
    """Join a noun to the one that a name between commas explains: "the vicar, Ida Holm, and the bishop"."""
    name, first = noun.head, noun.head.head
    joint = next((c for c in name.rights if c.dep_ == "cc" and c.i < noun.i), None)
    if name.dep_ != "appos" or name.pos_ != "PROPN" or first.pos_ != "NOUN" or joint is None:
        return {}
    opened = name.left_edge.i > first.i and name.left_edge.nbor(-1).text == ","
    closed = joint.nbor(-1).text == "," and noun.left_edge.i == joint.i + 1
    alike = noun.left_edge.lower_ in _DEFINITE and first.left_edge.lower_ in _DEFINITE
    if not (opened and closed and alike):
        return {}
    return {joint.i: (first.i, "cc", joint.tag_), noun.i: (first.i, "conj", noun.tag_)}
