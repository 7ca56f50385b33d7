"""Members of a list that were read as something else: "composed of litter and rotting leaves", "by sun, rain and …".

English joins like to like: a participle without an auxiliary is not joined to a finite verb, a passive takes no object,
and a verb has one. What stands there is the next noun of the list before it, or tells of that.
"""

from typing import TYPE_CHECKING

from quizgen import inflect
from quizgen.extract.twins import Edits

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_JOINTS = frozenset({"and", "or"})
_OWN = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "mark", "aux", "auxpass"})
_HELD = frozenset({"pobj", "dobj"})


def enlisted(token: "Token") -> Edits:
    """Return what puts a word back into the list or behind the noun before it, {} where it is at home."""
    if token.dep_ == "conj":
        return _adjective(token) or _told_of_noun(token)
    if token.dep_ == "acl":
        return _first_adjective(token)
    if token.dep_ in ("dobj", "appos"):
        return _next_noun(token)
    if token.dep_ == "advmod":
        return _compared(token)
    return _first_to_be(token) or _gerund(token) if token.dep_ == "advcl" else {}


def _adjective(verb: "Token") -> Edits:
    """Make a participle tell of the noun behind it: "is composed of leaf litter and decaying remains"."""
    noun, before = _bare_object(verb), verb.left_edge.nbor(-1)
    above = verb.head
    gerund = verb.tag_ == "VBG" and before.lower_ in _JOINTS and above.tag_ != "VBG" and above.pos_ == "VERB"
    passive = above.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in above.lefts)
    past = verb.tag_ in ("VBD", "VBN") and before.text == "," and passive and _is_participle(verb)
    if noun is None or not (gerund or past) or any(c.dep_ in _OWN for c in verb.lefts):
        return {}
    member = _noun_before(before, above)
    if member is None or (past and not any(c.dep_ == "cc" for c in noun.rights)):
        return {}
    later = {c.i: (above.i, c.dep_, c.tag_) for c in verb.rights if c != noun}
    joint = {before.i: (member.i, "cc" if before.lower_ in _JOINTS else "punct", before.tag_)}
    return later | joint | {verb.i: (noun.i, "amod", verb.tag_), noun.i: (member.i, "conj", noun.tag_)}


def _first_adjective(verb: "Token") -> Edits:
    """Make a participle tell of the noun behind it where no comma ends the list: "fever, drenching sweats and pain set
    in"."""
    subject, noun = verb.head, _bare_object(verb)
    listed = noun is not None and any(c.dep_ == "conj" for c in noun.rights)
    if noun is None or not listed or verb.tag_ != "VBG" or subject.dep_ not in ("nsubj", "nsubjpass"):
        return {}
    behind = verb.right_edge.i + 1
    first = next((c for c in subject.head.lefts if c.dep_ in ("aux", "auxpass")), subject.head)
    if behind != first.i or verb.left_edge.nbor(-1).text != "," or verb.left_edge.i != subject.i + 2:
        return {}
    return {verb.i: (noun.i, "amod", "VBG"), noun.i: (subject.i, "conj", noun.tag_)}


def _bare_object(verb: "Token") -> "Token | None":
    """Return the object right behind a verb if nothing but nouns stands before it."""
    noun = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    bare = noun is not None and noun.left_edge.i == verb.i + 1 and verb.left_edge == verb and noun.pos_ == "NOUN"
    return noun if bare and noun is not None and all(c.dep_ == "compound" for c in noun.lefts) else None


def _next_noun(noun: "Token") -> Edits:
    """Join a noun to the list before its comma: "announces itself by a haze, white clouds and a storm"."""
    first = noun.left_edge
    comma = first.nbor(-1) if first.i > noun.sent.start + 1 else first
    if comma.text != "," or noun.pos_ not in _NOUNS or not any(c.dep_ == "conj" for c in noun.rights):
        return {}
    above = noun.head
    member = _noun_before(comma, above)
    if member is None or member.dep_ != "pobj" or (noun.dep_ == "dobj" and not _has_object(above, member)):
        return {}
    return {noun.i: (member.i, "conj", noun.tag_), comma.i: (member.i, "punct", ",")}


def _has_object(verb: "Token", member: "Token") -> bool:
    """Return whether a verb has an object before its phrase, or is a passive that takes none."""
    passive = any(c.dep_ == "auxpass" for c in verb.lefts)
    return passive or any(c.dep_ == "dobj" and c.i < member.i for c in verb.rights)


def _noun_before(mark: "Token", above: "Token") -> "Token | None":
    """Return the noun that ends a phrase right before a mark, if it stands below a word."""
    noun = mark.nbor(-1)
    while noun.head != above and noun.dep_ not in _HELD and above.is_ancestor(noun):
        noun = noun.head
    fits = noun.dep_ in _HELD and noun.pos_ in _NOUNS and above.is_ancestor(noun) and noun != above
    return noun if fits and noun.right_edge.i <= mark.i and not any(c.dep_ == "conj" for c in noun.rights) else None


def _told_of_noun(verb: "Token") -> Edits:
    """Hang a participle behind a comma on the noun before it: "consists of basalt, poured out as lava"."""
    above, before = verb.head, verb.left_edge.nbor(-1)
    bare = verb.tag_ == "VBD" and before.text == "," and not any(c.dep_ in (*_OWN, "cc") for c in verb.lefts)
    joined = any(c.dep_ in ("cc", "conj") and c != verb for c in above.rights) or any(
        c.dep_ in ("cc", "conj", "dobj") for c in verb.rights
    )
    if not bare or joined or above.tag_ not in ("VBZ", "VBP") or not _is_participle(verb):
        return {}
    noun = _noun_before(before, above)
    return {} if noun is None else {verb.i: (noun.i, "acl", "VBN")}


def _gerund(verb: "Token") -> Edits:
    """Hang a participle on the noun that another has of it: "compare the number of wheels entering and leaving"."""
    noun = verb.nbor(-1)
    of = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.pos_ == "NOUN" and noun.head.head.head == verb.head
    counted = of and noun.head.head.dep_ == "dobj"
    bare = verb.tag_ == "VBG" and not any(c.dep_ in ("dobj", *_OWN) for c in verb.children) and verb.left_edge == verb
    return {verb.i: (noun.i, "acl", "VBG")} if counted and bare else {}


def _first_to_be(verb: "Token") -> Edits:
    """Make a sentence of what was read as a clause below an infinitive: "the first to be found after Elm was seen"."""
    infinitive = verb.head
    subject = next((c for c in infinitive.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    mark = next((c for c in verb.lefts if c.dep_ == "mark"), None)
    noun = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    bare = any(c.dep_ == "aux" and c.lower_ == "to" for c in infinitive.lefts) and infinitive.dep_ == "ROOT"
    if not bare or subject is None or mark is None or noun is None or mark.lower_ not in ("after", "before", "since"):
        return {}
    if mark.i != infinitive.i + 1 or not any(c.dep_ in ("aux", "auxpass") for c in verb.lefts):
        return {}
    later = {c.i: (verb.i, c.dep_, c.tag_) for c in infinitive.rights if c.i > verb.i}
    early = {c.i: (verb.i, c.dep_, c.tag_) for c in infinitive.lefts if c.i < subject.left_edge.i}
    return (
        later
        | early
        | {
            subject.i: (verb.i, noun.dep_, subject.tag_),
            infinitive.i: (subject.i, "relcl", infinitive.tag_),
            mark.i: (infinitive.i, "prep", "IN"),
            noun.i: (mark.i, "pobj", noun.tag_),
            verb.i: (verb.i, "ROOT", "VBN" if verb.tag_ == "VBN" else verb.tag_),
        }
    )


def _compared(word: "Token") -> Edits:
    """Hang a comparison on the subject before it: "lorries longer than 12 metres must go round"."""
    verb = word.head
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    than = any(c.lower_ == "than" and any(True for _ in c.children) for c in word.rights)
    if word.tag_ not in ("RBR", "JJR") or subject is None or not than or word.left_edge.i != subject.i + 1:
        return {}
    first = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), verb)
    if word.right_edge.i + 1 != first.i or subject.pos_ != "NOUN":
        return {}
    return {word.i: (subject.i, "amod", "JJR")}


def _is_participle(verb: "Token") -> bool:
    return inflect.participle(inflect.base(verb.lower_, verb.tag_, verb.lemma_.lower())) == verb.lower_
