"""Verbs that the parser took for nouns, and nouns that it took from their verbs."""

from typing import TYPE_CHECKING

from quizgen import inflect
from quizgen.extract.twins import Edits
from quizgen.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_JOINTS = frozenset({"and", "but", "or"})
_SINGLE = frozenset({"a", "an", "each", "every", "another"})
_FOLLOWING = frozenset({"DET", "ADP", "ADV", "PRON", "ADJ", "SCONJ", "PART"})
_OBJECTS = frozenset({"dobj", "attr", "oprd"})
NAMING = frozenset({"call", "name", "dub", "nickname", "term"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_COMPLEMENTS = frozenset({"prep", "advcl", "npadvmod"})
_LYING = frozenset("flows ends falls leads lies rests rises runs stands stretches".split())  # a thing in its place
_BEHIND = frozenset({"ADP", "ADV", "PUNCT", "DET", "PART", "SCONJ"})
_BEFORE_NOUNS = frozenset({"det", "amod", "poss", "nummod", "compound", "nmod"})
_ACTING_ON = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "aux", "auxpass"})
_ACTING = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "aux", "auxpass", "mark"})


def joined_verb(noun: "Token") -> Edits:
    """Make a verb of a bare noun that was joined to one: "the gas drops to a low pressure and cools abruptly"."""
    verb, joint = noun.head, noun.nbor(-1) if noun.i else noun
    if noun.dep_ != "conj" or noun.pos_ not in _NOUNS or verb.pos_ not in ("VERB", "AUX") or joint.head != verb:
        return {}
    tag = _verb_tag(noun, verb)
    taken = any(c.dep_ in _OBJECTS and c.i < noun.i for c in verb.rights)
    bare = joint.lower_ in _JOINTS and not list(noun.lefts) and noun.i + 1 < noun.sent.end
    if not tag or not bare or (taken and noun.lemma_ not in _verbal()) or noun.nbor(1).pos_ not in _FOLLOWING:
        return {}
    behind = {c.i: (noun.i, c.dep_, c.tag_) for c in verb.rights if c.i > noun.i and c.dep_ != "punct"}
    return behind | {noun.i: (verb.i, "conj", tag)}


def verb_of_pair(noun: "Token") -> Edits:
    """Make a verb of the plural between two objects, read as a pair of words before a noun: "uses up energy and
    releases carbon dioxide"."""
    first, told = noun.head, noun.head.head
    verb = told.head
    bare = noun.dep_ == "conj" and noun.tag_ == "NNS" and noun.nbor(-1).lower_ == "and" and not list(noun.children)
    paired = first.dep_ == "nmod" and first.tag_ == "NN" and told.dep_ == "dobj" and told.i > noun.i > first.i > verb.i
    known = noun.lemma_.lower() in words("verbs", "nounlike", "needing")
    if not (bare and paired and known) or verb.tag_ != "VBZ" or any(c.dep_ == "det" for c in told.lefts):
        return {}
    own = {c.i: (first.i, c.dep_, c.tag_) for c in told.lefts if c.i < first.i}
    joint = {noun.i - 1: (verb.i, "cc", "CC")}
    behind = {c.i: (noun.i, c.dep_, c.tag_) for c in verb.rights if c.i > told.i and c.dep_ in _COMPLEMENTS}
    deeds = {first.i: (verb.i, "dobj", "NN"), noun.i: (verb.i, "conj", "VBZ"), told.i: (noun.i, "dobj", told.tag_)}
    return own | joint | behind | deeds


def verb_behind(noun: "Token") -> Edits:
    """Make a verb of a bare plural joined to a single thing before a phrase of place: "consists of clay and lies above
    the chalk"."""
    first, verb = noun.head, noun.head.head
    verb = verb.head if verb.dep_ == "prep" else verb
    bare = noun.dep_ == "conj" and noun.tag_ == "NNS" and noun.nbor(-1).lower_ == "and" and not list(noun.lefts)
    told = first.dep_ in ("dobj", "pobj") and first.tag_ == "NN" and first.i > verb.i
    placed = noun.i + 1 < noun.sent.end and noun.nbor(1).dep_ == "prep" and noun.nbor(1).lower_ != "of"
    if not bare or not told or not placed or verb.tag_ != "VBZ" or noun.lower_ not in _LYING:
        return {}
    after = (c for c in (*first.rights, *verb.rights) if c.i > noun.i and c.dep_ in _COMPLEMENTS)
    behind = {c.i: (noun.i, c.dep_, c.tag_) for c in after}
    return behind | {noun.i: (verb.i, "conj", "VBZ"), noun.i - 1: (verb.i, "cc", "CC")}


def _verb_tag(noun: "Token", verb: "Token") -> str:
    """Return the tag of a noun that is a verb in the form of another: "will circle and dash", "is weak and fades"."""
    if noun.tag_ == "NNS" and verb.tag_ == "VBZ":
        return "VBZ"
    helped = any(c.tag_ in ("MD", "TO") for c in verb.lefts if c.dep_ == "aux")
    return "VB" if noun.tag_ == "NN" and verb.tag_ == "VB" and helped else ""


def _verbal() -> frozenset[str]:
    return words("verbs", "nounlike", "nounverbs")


def clause_in_noun(noun: "Token") -> Edits:
    """Make a clause of a noun in the plural with an article in the singular: "…, and a computer groups together …"."""
    above, subject = noun.head, noun.nbor(-1) if noun.i > noun.sent.start else noun
    joint = noun.left_edge.nbor(-1) if noun.left_edge.i > noun.sent.start else noun
    if noun.dep_ != "conj" or noun.tag_ != "NNS" or above.pos_ != "VERB" or joint.lower_ != "and":
        return {}
    single = any(c.lower_ in _SINGLE and c.i < subject.i for c in noun.lefts)
    if not single or subject.head != noun or subject.tag_ not in ("NN", "JJ") or above.tag_ not in _FINITE:
        return {}
    own = {c.i: (subject.i, c.dep_, c.tag_) for c in noun.lefts if c != subject}
    told = {c.i: (noun.i, "dobj", c.tag_) for c in noun.rights if c.dep_ == "appos"}
    behind = {c.i: (noun.i, c.dep_, c.tag_) for c in above.rights if c.i > noun.i and c.dep_ != "punct"}
    return own | told | behind | {subject.i: (noun.i, "nsubj", "NN"), noun.i: (above.i, "conj", "VBZ")}


def headed(noun: "Token") -> Edits:
    """Make a verb of a noun in the plural to which a clause belongs: "as pores are wide, water drains away"."""
    subject = noun.nbor(-1) if noun.i > noun.sent.start else noun
    if noun.tag_ != "NNS" or subject.tag_ != "NN" or subject.head != noun or subject.dep_ not in ("compound", "nmod"):
        return {}
    if not _has_clause(noun) or noun.nbor(1).pos_ not in _BEHIND or any(c.dep_ in _ACTING_ON for c in noun.children):
        return {}
    own = {c.i: (subject.i, c.dep_, c.tag_) for c in noun.lefts if c.i < subject.i and c.dep_ in _BEFORE_NOUNS}
    dep = "advcl" if noun.dep_ == "appos" else noun.dep_
    above = noun.i if noun.dep_ == "ROOT" else _verb_above(noun).i
    return own | {subject.i: (noun.i, "nsubj", "NN"), noun.i: (above, dep, "VBZ")}


def _has_clause(noun: "Token") -> bool:
    """Return whether a noun stands for a verb: a clause precedes it, a word like "so" leads to it, it is a clause."""
    if noun.dep_ in ("ccomp", "advcl") or any(c.dep_ == "mark" and c.i < noun.i for c in noun.children):
        return True
    led = (c for c in noun.lefts if c.dep_ == "advcl" and c.tag_ in _FINITE and c.left_edge.is_sent_start)
    return noun.dep_ == "ROOT" and any(True for _ in led)


def _verb_above(noun: "Token") -> "Token":
    head = noun.head
    return head.head if head.pos_ in _NOUNS and head.head.pos_ in ("VERB", "AUX") else head


def lost_subject(verb: "Token") -> Edits:
    """Give a verb its subject back, which ended the clause before: "he won at Lille and the town fell to France"."""
    above, first = verb.head, verb.left_edge
    own = any(c.dep_ in _ACTING for c in verb.children)
    if verb.dep_ != "conj" or verb.tag_ not in _FINITE or above.pos_ != "VERB" or own or first.i <= above.i + 1:
        return {}
    noun = None if misplaced_root(above) else _member(first.nbor(-1))
    if noun is None or not above.is_ancestor(noun) or noun.right_edge.i != first.i - 1 or not _fits(noun, verb):
        return {}
    joint = noun.left_edge.nbor(-1)
    dep = "cc" if joint.lower_ in _JOINTS else "punct"
    return {noun.i: (verb.i, "nsubj", noun.tag_), joint.i: (above.i, dep, joint.tag_)}


def subject_of_as(verb: "Token") -> Edits:
    """Give a verb its subject back, which "as" took for itself: "the signal falls as the distance grows"."""
    own = any(c.dep_ in (*_ACTING, *_OBJECTS) for c in verb.children)
    prep = next((c for c in verb.head.rights if c.lower_ == "as" and c.dep_ == "prep" and c.i < verb.i), None)
    noun = next((c for c in prep.rights if c.dep_ == "pobj"), None) if prep is not None else None
    if prep is None or noun is None or own or verb.tag_ not in _FINITE or noun.pos_ not in _NOUNS:
        return {}
    if noun.right_edge.i != verb.i - 1 or not _fits(noun, verb):
        return {}
    return {noun.i: (verb.i, "nsubj", noun.tag_), prep.i: (verb.i, "mark", "IN")}


def listed_beyond(noun: "Token") -> Edits:
    """Make a member of the list right before it of what explains no subject: "it depends on rain, soil and sun"."""
    verb, comma = noun.head.head, noun.left_edge.nbor(-1) if noun.left_edge.i > noun.sent.start else noun
    joined = any(c.dep_ == "conj" and c.left_edge.nbor(-1).lower_ in ("and", "or") for c in noun.rights)
    if noun.head.dep_ not in _SUBJECTS or not noun.head.i < verb.i < noun.i or comma.text != "," or not joined:
        return {}
    first = comma.nbor(-1)
    while first.head.pos_ in _NOUNS | {"ADP"} and first.dep_ not in ("pobj", "dobj", "conj"):
        first = first.head
    inside = first.dep_ in ("pobj", "dobj", "conj") and verb.is_ancestor(first) and first.right_edge.i == comma.i - 1
    return {noun.i: (first.i, "conj", noun.tag_), comma.i: (first.i, "punct", ",")} if inside else {}


def _member(noun: "Token") -> "Token | None":
    """Return the member of a list that ends with a noun and begins behind a comma or "and"."""
    while noun.dep_ == "conj" and noun.pos_ in _NOUNS:
        joint = noun.left_edge.nbor(-1)
        if joint.lower_ in ("and", ","):
            return noun
        noun = noun.head
    return None


def _fits(noun: "Token", verb: "Token") -> bool:
    several = noun.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in noun.children)
    return verb.tag_ == "VBD" or several == (verb.tag_ == "VBP")


def misplaced_root(verb: "Token") -> Edits:
    """Make a participle of a past before a verb without a subject: "Africans brought to the colony fared worse"."""
    later = next((c for c in verb.rights if c.dep_ == "conj" and c.tag_ in _FINITE), None)
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if later is None or subject is None or verb.tag_ != "VBD" or not _is_reduced(verb, subject, later):
        return {}
    return reduced(verb, subject, later)


def _is_reduced(verb: "Token", subject: "Token", later: "Token") -> bool:
    """Return whether a past right behind a noun goes on, without a mark, to a verb that nobody else does."""
    between = verb.doc[verb.i + 1 : later.left_edge.i]
    naming = verb.lemma_.lower() in NAMING
    told = any(c.dep_ in (*_OBJECTS, "prt", "cc", "ccomp", "xcomp") for c in verb.rights) and not naming
    own = any(c.dep_ in _ACTING for c in later.children)
    beside = subject.i == verb.i - 1 and subject.pos_ in _NOUNS and len(between) and between[-1].pos_ in _NOUNS
    joined = any(t.text in (",", ";") or (t.dep_ == "cc" and not naming) for t in between)
    participle = inflect.participle(verb.lemma_.lower()) == verb.lower_
    return bool(beside) and participle and not (told or own or joined) and (later.tag_ == "VBD" or naming)


def misnamed(verb: "Token") -> Edits:
    """Make a participle of "called" before a verb in the present: "enzymes called lipases break up fat"."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    later = next((c for c in verb.rights if c.dep_ in ("conj", "ccomp") and c.tag_ in ("VBP", "VBZ")), None)
    if verb.tag_ != "VBD" or verb.lemma_.lower() not in NAMING or subject is None or later is None:
        return {}
    noun = next((c for c in later.lefts if c.dep_ == "nsubj"), None)
    if subject.i != verb.i - 1 or subject.pos_ not in _NOUNS or noun is None or noun.pos_ not in _NOUNS:
        return {}
    joint = noun.left_edge.nbor(-1)
    names = next((c for c in verb.rights if c.dep_ in _OBJECTS and c.i == joint.i - 1), None)
    if joint != verb and (names is None or joint.lower_ not in ("and", "or")):
        return {}
    edits = reduced(verb, subject, later) | {noun.i: (verb.i, "oprd", noun.tag_)}
    return edits if names is None else edits | {noun.i: (names.i, "conj", noun.tag_), joint.i: (names.i, "cc", "CC")}


def reduced(verb: "Token", subject: "Token", later: "Token") -> Edits:
    """Return what makes a verb a participle of its subject, and a later one their predicate."""
    edits = {c.i: (later.i, c.dep_, c.tag_) for c in verb.children if c.i < subject.i or c.i > later.i}
    above = later.i if verb.dep_ == "ROOT" else verb.head.i
    return edits | {
        subject.i: (later.i, "nsubj", subject.tag_),
        verb.i: (subject.i, "acl", "VBN"),
        later.i: (above, verb.dep_, later.tag_),
    }


def with_particle(prep: "Token") -> Edits:
    """Make the particle of a verb of what was read as a preposition: "cats pass on disease", "it lets in water"."""
    verb = prep.head
    told = [c for c in verb.rights if c.dep_ in ("prt", *_OBJECTS)]
    noun = next((c for c in prep.rights if c.dep_ == "pobj"), None)
    if noun is None or told or prep.i != verb.i + 1 or f"{_base(verb)} {prep.lower_}" not in words("verbs", "phrasal"):
        return {}
    moved = {c.i: (verb.i, c.dep_, c.tag_) for c in prep.children if c != noun}
    return moved | {prep.i: (verb.i, "prt", "RP"), noun.i: (verb.i, "dobj", noun.tag_)}


def _base(verb: "Token") -> str:
    return inflect.base(verb.lower_, "VBZ" if verb.tag_ == "NNS" else verb.tag_, verb.lemma_.lower())
