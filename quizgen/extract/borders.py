"""Phrases at a border, of which it is not certain what they tell of: "when he fell, in 1901, in Riga, his house …"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.lexicon import noun_type, words
from quizgen.model import PhraseType
from quizgen.syntax.clauses import Clause
from quizgen.syntax.phrases import is_set_off

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.syntax.reading import TimeSpan

_CLAUSES = frozenset({"advcl", "ccomp", "parataxis"})
_PLACED = frozenset({"prep", "npadvmod", "advmod"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_BEHIND = frozenset(
    {"prep", "npadvmod", "advmod", "dobj", "attr", "acomp", "oprd", "advcl", "xcomp", "agent", "dative"}
)
_NOUNS = frozenset({"NOUN", "PROPN"})
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_OPENING = frozenset("when whenever if because since as where while unless once".split())
_SHOWING = frozenset(
    """employ hire engage appoint assign recruit depict draw film paint photograph picture portray show catch find
    discover leave observe see spot watch""".split()
)
_SETTING = frozenset({"DATE", "TIME", "GPE", "LOC"})


def within(clause: Clause) -> Clause:
    """Return a clause without the phrases before its subject that may as well tell of the clause before it."""
    early = [c for c in clause.dependents if c.dep_ in _PLACED and c.i < clause.subject.i and c.i < clause.verb.i]
    strange = {c.i for c in early if _is_of_clause_before(c.left_edge, c.right_edge.i + 1, clause)}
    strange |= {c.i for c in clause.dependents if c.dep_ in _BEHIND and _is_behind_semicolon(c, clause)}
    if not strange:
        return clause
    return replace(clause, dependents=[c for c in clause.dependents if c.i not in strange])


def _is_behind_semicolon(token: "Token", clause: Clause) -> bool:
    low = clause.lowest
    return token.i > low.i and any(t.text == ";" for t in low.doc[low.i : token.left_edge.i])


def is_of_place(clause: Clause) -> bool:
    """Return whether a participle behind a place in commas may as well tell of the one who was there: "lay at Lim,
    sheltered by a merchant"."""
    verb, noun = clause.verb, clause.verb.head
    placed = clause.kind == "participle" and verb.dep_ == "acl" and noun.dep_ == "pobj" and noun.pos_ == "PROPN"
    if not placed or verb.tag_ != "VBN" or not is_set_off(verb) or noun.ent_type_ == "PERSON":
        return False
    return verb.lemma_ not in words("verbs", "making", "undergone", "of_places")


def is_far_participle(clause: Clause) -> bool:
    """Return whether a clause stands between a noun and a participle behind a comma, which may tell of another noun in
    it: "Ida Holm, who used it in a quartet, written for …"."""
    verb, noun = clause.verb, clause.verb.head
    if clause.kind != "participle" or verb.dep_ != "acl" or verb.left_edge.i <= noun.i + 1:
        return False
    between = verb.doc[noun.i + 1 : verb.left_edge.i]
    return between[-1].text == "," and any(t.tag_ in _FINITE or t.tag_ in _RELATIVE for t in between)


def belongs_elsewhere(clause: Clause) -> bool:
    """Return whether it is not certain that a participle tells of its subject."""
    if is_of_subordinate(clause) or is_of_one_shown(clause) or is_of_phrase_before(clause) or is_of_effect(clause):
        return True
    return is_far_participle(clause) or is_of_nobody(clause) or is_of_place(clause) or is_of_people(clause)


def is_of_subordinate(clause: Clause) -> bool:
    """Return whether a participle behind a comma stands below a clause that may not be meant alone: "swept down the
    street that parts the town, carrying cars", "occurs when it is weak, causing"."""
    above = clause.verb.head
    if not clause.is_adverbial_participle or clause.verb.i < above.i or not is_set_off(clause.verb):
        return False
    if above.dep_ == "relcl":
        return not is_set_off(above) and not any(t.text == "," for t in above.doc[above.head.i : above.i])
    return above.dep_ == "advcl" and any(c.dep_ in ("mark", "advmod") and c.lower_ in _OPENING for c in above.lefts)


def is_of_one_shown(clause: Clause) -> bool:
    """Return whether a participle may tell of whom somebody employs or shows: "hired her as a clerk, copying"."""
    above = clause.verb.head
    behind = clause.is_adverbial_participle and clause.verb.i > above.i and above.lemma_ in _SHOWING
    return behind and any(c.dep_ == "dobj" and (c.pos_ in ("PRON", "PROPN") or _is_living(c)) for c in above.rights)


def is_of_phrase_before(clause: Clause) -> bool:
    """Return whether a participle before the subject tells of what a preposition holds: "in the first, lasting a day,
    it"."""
    first, doc = clause.verb.left_edge, clause.verb.doc
    if not clause.is_adverbial_participle or clause.verb.i > clause.subject.i or first.i < clause.verb.sent.start + 3:
        return False
    held = doc[first.i - 2]
    return doc[first.i - 1].text == "," and held.dep_ == "pobj" and held.ent_type_ not in _SETTING


def is_of_effect(clause: Clause) -> bool:
    """Return whether a participle tells what somebody else is led to do: "led to Ida Holm asking for help"."""
    first, above = clause.verb.left_edge, clause.verb.head
    if not clause.is_adverbial_participle or first.i <= above.i + 1 or above.lemma_ not in words("verbs", "causal"):
        return False
    held = first.nbor(-1)
    return clause.verb.tag_ == "VBG" and held.dep_ == "pobj" and held.head.head == above


def _is_living(noun: "Token") -> bool:
    return noun_type(noun.lemma_.lower()) in (PhraseType.PERSON, PhraseType.PEOPLE)


def is_of_people(clause: Clause) -> bool:
    """Return whether "which" was hung on people: "staff of the chamber, which has owned the house"."""
    which = any(c.lower_ == "which" and c.dep_ in ("nsubj", "nsubjpass") for c in clause.verb.lefts)
    noun = clause.subject.lemma_.lower()
    people = noun_type(noun) in (PhraseType.PERSON, PhraseType.PEOPLE) or noun in ("staff", "crew", "member", "team")
    return which and people and any(c.dep_ == "prep" and c.lower_ in ("of", "from") for c in clause.subject.rights)


def is_of_nobody(clause: Clause) -> bool:
    """Return whether a participle behind a passive tells what those do who are not named: "are elected, using lots"."""
    verb, above = clause.verb, clause.verb.head
    if not clause.is_adverbial_participle or verb.tag_ != "VBG" or above.tag_ != "VBN" or verb.i < above.i:
        return False
    suffered = any(c.dep_ in ("nsubjpass", "auxpass") for c in above.lefts)
    person = clause.subject.ent_type_ == "PERSON" or clause.subject.lower_ in ("he", "she", "who")
    return suffered and not person and any(c.dep_ == "dobj" for c in verb.rights)


def is_elsewhere(time: "TimeSpan", clause: Clause) -> bool:
    """Return whether a time may as well belong to the clause before or to a noun that has a time itself."""
    doc = clause.verb.doc
    if time.end <= clause.subject.i:
        return _is_of_clause_before(doc[time.first], time.end, clause)
    return _is_of_event(time, clause)


def _is_of_clause_before(first: "Token", end: int, clause: Clause) -> bool:
    """Return whether a clause stands before a phrase and its subject: behind a semicolon, or with a comma at both ends
    of the phrase."""
    verb, doc = clause.verb, clause.verb.doc
    if any(t.text == ";" for t in doc[end : clause.subject.i]):
        return True
    before = first.nbor(-1) if first.i > verb.sent.start else first
    if before.text != "," or end >= verb.sent.end or doc[end].text not in (",", ";"):
        return False
    return any(c.dep_ in _CLAUSES and c.i < first.i for c in verb.lefts)


def _is_of_event(time: "TimeSpan", clause: Clause) -> bool:
    """Return whether a time stands behind an event of which something is told: "read reports of the flood in 1929"."""
    told = next((c for c in clause.lowest.rights if c.dep_ in _OBJECTS and c.i < time.first), None)
    if told is None or told.right_edge.i >= time.first:
        return False
    inside = [t for t in clause.verb.doc[told.i + 1 : told.right_edge.i + 1] if t.pos_ in _NOUNS]
    if clause.lowest.lemma_ in words("verbs", "studying"):
        inside.append(told)
    return any(t.lemma_.lower() in words("nouns", "event", "happenings") for t in inside)


def owner_is_unsure(clause: Clause) -> bool:
    """Return whether "its" behind a participle may be of the object before: "heats gas, raising its pressure"."""
    if not clause.is_adverbial_participle or clause.verb.i < clause.verb.head.i:
        return False
    first = next((c for c in clause.verb.head.rights if c.dep_ == "dobj"), None)
    told = next((c for c in clause.verb.rights if c.dep_ == "dobj"), None)
    if first is None or told is None or first.pos_ != "NOUN" or clause.subject.pos_ == "PROPN":
        return False
    several = first.tag_ == "NNS"
    owned = {c.lower_ for c in told.lefts if c.tag_ == "PRP$"}
    return bool(owned & ({"their"} if several else {"its"}))


def is_second_half(token: "Token") -> bool:
    """Return whether a phrase stands behind "and" and a comma, so that it opens what goes on: "and, from 1910, at"."""
    first = token.left_edge
    comma = first.nbor(-1) if first.i > token.sent.start + 1 else first
    joint = comma.nbor(-1) if comma.text == "," else comma
    return comma.text == "," and joint.dep_ == "cc" and joint.head == token.head


def opens_verb(token: "Token") -> bool:
    """Return whether a second verb stands right behind a phrase, which tells of that: "and, with two men, went on"."""
    after = token.right_edge.i + 1
    after += after < token.sent.end and token.doc[after].text == ","
    return any(c.dep_ == "conj" and c.pos_ in ("VERB", "AUX") and c.left_edge.i == after for c in token.head.rights)
