"""Words that hang on the wrong one, as their class or their number shows: "calcium hydroxide is added"."""

import re
from typing import TYPE_CHECKING

from quizgen.extract.twins import Edits
from quizgen.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ACTING = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_HEADS = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "attr", "conj"})
_ENDINGS = ("ly", "ward", "wards", "wise", "ways", "where", "time", "times", "fold", "wide", "most")
_EITHER = frozenset(
    """couple data headquarters means media number majority lot pair range series set species variety works crossroads
    barracks group mass percent minority total""".split()
)
_COUNTING = frozenset("few great good dozen hundred thousand million estimated record".split())
_ROMAN = re.compile(r"[IVX]{1,5}$")
_COURSES = frozenset("into onto against toward towards out off away up down back".split())
_TOWARDS = "back down east home in north out sea sky south up west".split()
_WAYS = frozenset(f"{way}{end}" for way in _TOWARDS for end in ("ward", "wards")) | {"sideways"}
_SHORTEST = 4


def is_misfit(token: "Token") -> bool:
    """Return whether a word was read as an adverb that none is: permafrost, hydroxide."""
    if token.dep_ != "advmod" or token.tag_ not in ("RB", "NN"):
        return False
    plain = token.is_alpha and token.is_lower and len(token.text) >= _SHORTEST
    return plain and not is_adverb(token.lower_)


def is_adverb(word: str) -> bool:
    """Return whether a word is an adverb by its ending or by the list."""
    return word.endswith(_ENDINGS) or word in words("adverbs", "flat")


def back_in_place(token: "Token") -> Edits:
    """Return what puts a word back that was read as an adverb, or an adverb that was read as a noun."""
    if token.dep_ == "dobj":
        return _direction(token)
    if token.dep_ == "relcl":
        return _nearer(token)
    if token.dep_ == "conj" and token.tag_ == "NNS":
        return _second_verb(token)
    if token.dep_ != "advmod" or token.i == token.sent.start:
        return {}
    if _ROMAN.match(token.text) and token.tag_ != "RB":
        return _numeral(token)
    if token.tag_ == "WRB":
        return _opening(token)
    return _end_of_noun(token) or _subject(token) if is_misfit(token) else {}


def _numeral(token: "Token") -> Edits:
    """Give a Roman numeral to the noun before it: "along cranial nerve VIII to the brain"."""
    noun, verb = token.nbor(-1), token.head
    if noun.pos_ not in _NOUNS or verb == noun or noun.dep_ not in _HEADS:
        return {}
    moved = {c.i: (verb.i, c.dep_, c.tag_) for c in token.rights}
    return moved | {token.i: (noun.i, "nmod", "CD")}


def _end_of_noun(token: "Token") -> Edits:
    """Make a word the head of the noun that it ends: "a solution of sodium hydroxide is added"."""
    noun, after = token.nbor(-1), token.nbor(1) if token.i + 1 < token.sent.end else token
    joined = noun.tag_ in ("NN", "NNP") and noun.dep_ in _HEADS and not list(noun.rights) and noun.is_alpha
    if not joined or list(token.children) or after.tag_ not in _FINITE or noun.head == token:
        return {}
    own = {c.i: (token.i, c.dep_, c.tag_) for c in noun.lefts}
    return own | {noun.i: (token.i, "compound", noun.tag_), token.i: (noun.head.i, noun.dep_, "NN")}


def _subject(token: "Token") -> Edits:
    """Make a word the subject that its verb lacks: "the bed freezes, and permafrost starts to grow"."""
    verb, before = token.head, token.nbor(-1)
    first = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), verb)
    lacks = verb.pos_ in ("VERB", "AUX") and not any(c.dep_ in _ACTING for c in verb.children)
    singular = first.tag_ in ("VBZ", "VBD", "MD")
    if not lacks or not singular or token.i != first.i - 1 or list(token.children):
        return {}
    opened = before.dep_ in ("cc", "mark", "punct") or before.tag_ in ("WRB", "JJ")
    role = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"
    return {token.i: (verb.i, role, "NN")} if opened else {}


def _second_verb(token: "Token") -> Edits:
    """Make a verb of a bare plural that goes somewhere: "is held back by its weight and pushes against the wall"."""
    noun, joint, after = token.head, token.nbor(-1), token.nbor(1) if token.i + 1 < token.sent.end else token
    bare = noun.tag_ == "NN" and joint.lower_ == "and" and joint.head == noun and not list(token.lefts)
    if not bare or after.lower_ not in _COURSES or not any(c.dep_ in ("det", "poss") for c in noun.lefts):
        return {}
    verb = noun.head
    while verb.pos_ in (*_NOUNS, "ADP") and verb.head != verb:
        verb = verb.head
    finite = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), verb)
    if finite.tag_ != "VBZ" or verb.i > token.i:
        return {}
    behind = (c for c in (*noun.rights, *verb.rights) if c.i > token.i and c.dep_ in ("prep", "advmod", "npadvmod"))
    moved = {c.i: (token.i, c.dep_, c.tag_) for c in behind}
    return moved | {token.i: (verb.i, "conj", "VBZ"), joint.i: (verb.i, "cc", "CC")}


def _direction(token: "Token") -> Edits:
    """Make an adverb of what ends an object and cannot be a noun: "overturn carries oxygen downwards"."""
    noun = token.nbor(-1) if token.i > token.sent.start else token
    if token.lower_ not in _WAYS:
        return {}
    if noun.dep_ != "compound" or noun.head != token:
        return {token.i: (token.head.i, "advmod", "RB")}
    own = {c.i: (noun.i, c.dep_, c.tag_) for c in token.lefts if c != noun}
    return own | {noun.i: (token.head.i, "dobj", noun.tag_), token.i: (token.head.i, "advmod", "RB")}


def _opening(token: "Token") -> Edits:
    """Give "where" to its clause, not to a participle in it: "in Lim, where vacated farms were divided"."""
    noun = token.head.head
    inside = token.head.dep_ == "amod" and token.head.i == token.i + 1 and noun.dep_ in ("nsubj", "nsubjpass")
    return {token.i: (noun.head.i, "advmod", "WRB")} if inside else {}


def _nearer(verb: "Token") -> Edits:
    """Hang a clause on the noun that its verb agrees with: "hills rise out of ground that is flat"."""
    pronoun = next((c for c in verb.lefts if c.tag_ in ("WDT", "WP")), None)
    loose = pronoun is not None and pronoun.lower_ == "that" and verb.head.pos_ == "VERB"
    if pronoun is None or not (loose or disagrees(verb)) or pronoun.nbor(-1).is_punct:
        return {}
    plural = _is_plural_form(verb)
    between = verb.doc[verb.head.i + 1 : pronoun.i]
    nouns = (t for t in reversed(between) if t.pos_ == "NOUN" and t.dep_ in _HEADS)
    near = next((t for t in nouns if (t.tag_ == "NNS") == plural), None)
    return {} if near is None else {verb.i: (near.i, "relcl", verb.tag_)}


def disagrees(verb: "Token") -> bool:
    """Return whether a relative clause without a comma has another number than the noun that it hangs on."""
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    noun = verb.head
    if subject is None or subject.lower_ not in ("that", "which") or noun.tag_ not in ("NN", "NNS"):
        return False
    first = subject.nbor(-1)
    told = any(c.dep_ in ("conj", "nummod") for c in noun.children) or noun.lemma_.lower() in _EITHER
    if verb.dep_ != "relcl" or first.is_punct or told or noun.lower_.endswith(("ae", "ia", "ics", "ies")):
        return False
    finite = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), verb)
    known = finite.lower_ in ("is", "was", "has", "are", "were", "have") or finite.tag_ in ("VBZ", "VBP")
    return known and _is_plural_form(verb) != (noun.tag_ == "NNS")


def _is_plural_form(verb: "Token") -> bool:
    finite = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), verb)
    return finite.lower_ in ("are", "were", "have") or finite.tag_ == "VBP"


def is_singular_plural(noun: "Token") -> bool:
    """Return whether a plural stands behind "a" and a noun, and must be a verb: "…, and a tooth slips"."""
    if (
        noun.tag_ != "NNS"
        or noun.dep_ == "poss"
        or not any(c.lower_ in ("a", "an") and c.dep_ == "det" for c in noun.lefts)
    ):
        return False
    before = noun.nbor(-1)
    counted = any(c.pos_ == "NUM" or c.lower_ in _COUNTING for c in noun.lefts)
    return before.tag_ == "NN" and before.head == noun and not counted and noun.lemma_.lower() not in _EITHER
