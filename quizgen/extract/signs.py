"""Signs that a clause was parsed wrongly: shapes that English does not have."""

from typing import TYPE_CHECKING

from quizgen import inflect
from quizgen.extract.misfits import disagrees, is_misfit, is_singular_plural
from quizgen.lexicon import words
from quizgen.syntax.clauses import SUBJECTS, Clause
from quizgen.syntax.phrases import is_set_off

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_HELPING = frozenset({"aux", "auxpass"})
_LOOSE = frozenset({"advcl", "ccomp", "dep"})
_LEADING = frozenset({*SUBJECTS, "csubj", "csubjpass", "expl", "mark", "cc"})
_HOLDING = frozenset({"pcomp", "relcl"})
_APART = frozenset({"elsewhere", "abroad", "overseas", "indoors", "outdoors"})
_GIVING = frozenset("feed give grant hand owe promise send show teach tell offer pay award name make".split())
_CASES = frozenset("with of in on to from by for at under over through into".split())


def is_misparsed(clause: Clause) -> bool:
    """Return whether a clause shows that its words were put together wrongly."""
    verb = clause.verb
    if _takes_object_in_passive(clause) or _is_of_apposition(clause) or _is_unjoined_participle(verb):
        return True
    if _is_far_from_noun(clause) or _gives_to_her(clause) or _follows_joint(clause) or _is_joined_to_nothing(clause):
        return True
    if clause.subject.tag_ in ("VBZ", "VBD") and any(c.dep_ in SUBJECTS for c in clause.subject.lefts):
        return True  # "the network guarantees sequenced delivery": the verb was read as a subject
    if clause.subject.left_edge.lower_ in _APART:
        return True  # "Elsewhere rules passed …": an adverb that was taken into the subject
    if clause.kind == "participle" and clause.subject.dep_ in SUBJECTS and clause.subject.head.pos_ == "ADV":
        return True  # "Seven years later the elector, …, named": the verb went to an aside
    below = [c for low in clause.chain for c in low.children]
    return any(_is_second_finite(c) or _is_lost_noun(c) for c in below) or _holds_sentence(clause)


def _is_lost_noun(adverb: "Token") -> bool:
    """Return whether a noun beside a verb was read as an adverb: "rock that can form karst"."""
    if not is_misfit(adverb):
        return False
    first, last = sorted((adverb.i, adverb.head.i))
    return not any(t.is_punct for t in adverb.doc[first:last])


def _takes_object_in_passive(clause: Clause) -> bool:
    """Return whether a passive has an object that its verb cannot keep: "was complained the economist"."""
    low = clause.lowest
    if not clause.passive or low.tag_ not in ("VBN", "VBD"):
        return False
    base = inflect.base(low.lower_, low.tag_, low.lemma_.lower())
    if base in words("verbs", "retaining", "complemented"):
        return False
    return any(c.dep_ == "dobj" and c.left_edge.i == low.i + 1 and c.pos_ in _NOUNS for c in low.rights)


def _is_of_apposition(clause: Clause) -> bool:
    """Return whether a participle may as well tell of an apposition before it: "a current, a flow of water, moving"."""
    verb = clause.verb
    first = verb.left_edge
    behind = clause.is_adverbial_participle and verb.i > clause.subject.i and first.i > verb.sent.start + 2
    if not behind or first.nbor(-1).text != ",":
        return False
    noun = first.nbor(-2)
    while noun.head != noun and noun.head != verb.head and not _is_appended(noun):
        noun = noun.head
    return _is_appended(noun) and noun.i < first.i - 1 >= noun.left_edge.i + 1


def _is_far_from_noun(clause: Clause) -> bool:
    """Return whether others stand between a participle and its noun: "in a net of pores inside the ice, dissolved"."""
    verb, noun = clause.verb, clause.subject
    inside = verb.dep_ == "acl" and noun.dep_ in ("pobj", "dobj") and noun.pos_ == "NOUN"
    return inside and is_set_off(verb) and noun.i < verb.left_edge.i - 2


def _follows_joint(clause: Clause) -> bool:
    """Return whether a subject is joined to its verb: "looked like a watch, 9 cm across, and lost a minute"."""
    first = min((t.i for t in (clause.verb, *clause.auxes)), default=clause.verb.i)
    own = not clause.shared and clause.subject.i < first - 1 and clause.subject.head == clause.verb
    joint = clause.verb.doc[first - 1]
    return own and joint.dep_ == "cc" and joint.lower_ in ("and", "but", "or")


def _is_joined_to_nothing(clause: Clause) -> bool:
    """Return whether "and" before a main clause joins no other: "On …, by Gallo, and Holm's atlas were printed"."""
    first = clause.subject.left_edge
    if clause.kind != "main" or clause.verb.dep_ != "ROOT" or first.i < first.sent.start + 2:
        return False
    before = first.doc[first.sent.start : first.i - 1]
    return first.nbor(-1).lower_ in ("and", "or") and not any(t.pos_ in ("VERB", "AUX") for t in before)


def _gives_to_her(clause: Clause) -> bool:
    """Return whether "her" may be to whom something is given: "he fed her rice pudding"."""
    low = clause.lowest
    if clause.passive or low.lemma_ not in _GIVING or clause.subject.lower_ == "she":
        return False
    told = (c for c in low.rights if c.dep_ in ("dobj", "oprd") and c.left_edge.i == low.i + 1)
    parted = any(c.dep_ in ("dative", "prep") and c.lower_ in ("to", "for") for c in low.rights)
    return not parted and any(c.left_edge.lower_ == "her" and c.left_edge.dep_ == "poss" for c in told)


def is_too_much(clause: Clause) -> bool:
    """Return whether a clause says how far something goes, which it means: "change too fast for us to see"."""
    said = (c for c in clause.lowest.rights if c.dep_ == "advmod")
    return any(t.lower_ in ("too", "enough") and t.i != c.i for c in said for t in c.children)


def _is_appended(noun: "Token") -> bool:
    joined = any(c.dep_ == "cc" for c in noun.head.children)
    comma = noun.left_edge.i > noun.sent.start and noun.left_edge.nbor(-1).text == ","
    return comma and noun.pos_ in _NOUNS and (noun.dep_ == "appos" or (noun.dep_ == "conj" and not joined))


def _is_unjoined_participle(verb: "Token") -> bool:
    """Return whether a participle continues a passive behind a bare comma: "is marked with a paste, wiped onto it"."""
    if verb.dep_ != "conj" or verb.tag_ != "VBN" or any(c.dep_ in _HELPING for c in verb.children):
        return False
    joined = any(c.dep_ == "cc" for each in (verb, verb.head) for c in each.children)
    return not joined and is_set_off(verb)


def _is_second_finite(verb: "Token") -> bool:
    """Return whether a finite verb below another has neither subject nor joint: "the nail kept in oil stays bright"."""
    if verb.dep_ not in _LOOSE or verb.pos_ != "VERB":
        return False
    first = next((c for c in verb.lefts if c.dep_ in _HELPING), verb)
    if first.tag_ not in _FINITE or any(c.dep_ in _LEADING and c.i < verb.i for c in verb.children):
        return False
    led = any(t.tag_ in ("WRB", "WDT", "WP", "IN") for c in verb.lefts for t in (c, *c.lefts))
    before = verb.left_edge.nbor(-1) if verb.left_edge.i > verb.sent.start else verb
    return not led and (before.pos_ in _NOUNS or before == verb.head)


def _holds_sentence(clause: Clause) -> bool:
    """Return whether a noun or preposition holds a sentence: "loaded with oxygen meets water", "and a tooth slips"."""
    below = [*clause.lowest.subtree]
    if not clause.lowest.is_ancestor(clause.subject):
        below += clause.subject.subtree
    return any(_is_sentence(t) for t in below if t.tag_ == "NNS" or t.dep_ in _HOLDING)


def _is_sentence(token: "Token") -> bool:
    if token.dep_ == "pcomp":
        return token.tag_ in _FINITE and _is_bare_sentence(token)
    return disagrees(token) if token.dep_ == "relcl" else is_singular_plural(token)


def _is_bare_sentence(verb: "Token") -> bool:
    own = any(c.dep_ in SUBJECTS and c.tag_ not in ("WDT", "WP") for c in verb.lefts)
    led = any(t.tag_ in ("WRB", "WDT", "WP", "WP$") or t.dep_ == "mark" for c in verb.lefts for t in (c, *c.lefts))
    return own and not led and verb.head.lower_ in _CASES
