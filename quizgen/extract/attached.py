"""Words behind a noun that the parser gave to another word: "assets worth 2 billion", "the first club to win"."""

from typing import TYPE_CHECKING

from quizgen import inflect
from quizgen.lexicon import is_full_name, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_Edits = dict[int, tuple[int, str, str]]  # token index: head, dependency, tag
_RANKS = frozenset({"first", "second", "third", "last", "only", "next", "youngest", "oldest"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_LINKING = frozenset({"be", "become"})
_TOLD = frozenset({"attr", "dobj"})
_DEEDS = frozenset({"VBD", "VBN"})
_HOLDING = frozenset("comprise contain have include own possess".split())
_BEFORE = frozenset({"det", "amod", "poss", "nummod", "compound"})
_LOOSE = frozenset({"appos", "dobj", "conj", "npadvmod"})
_ASIDE = 12  # tokens from "and" to the second comma
_SIZES = frozenset("long wide high deep tall thick broad across".split())
_OPENING = frozenset(
    """eventually finally generally gradually initially normally originally recently subsequently today traditionally
    typically ultimately usually""".split()
)
_OWN = frozenset({"nsubj", "nsubjpass", "dobj", "aux", "auxpass", "ccomp", "xcomp", "mark"})
_TELLING = frozenset({"prep", "agent", "npadvmod", "advmod"})
_OF_DEEDS = frozenset({"to", "from", "in", "at", "on"})


def worth(word: "Token") -> _Edits:
    """Give a noun its worth: "it plans to sell assets worth 115 million kroner"."""
    if word.lower_ != "worth":
        return {}
    noun = word.nbor(-1) if word.i > word.sent.start else word
    if noun.head != word.head or noun.pos_ not in _NOUNS or noun.dep_ != "dobj":
        return {}
    if not any(c.dep_ == "npadvmod" for c in word.rights):
        return {}
    below = (*word.rights, *(b for c in word.rights for b in c.rights))
    later = {c.i: (word.head.i, c.dep_, c.tag_) for c in below if c.dep_ == "prep" and c.lower_ in _OF_DEEDS}
    return {word.i: (noun.i, "amod", "JJ"), **later}


def ranked(verb: "Token") -> _Edits:
    """Give a rank what it is of: "became the first club to reach the final"."""
    above, mark = verb.head, verb.nbor(-1) if verb.i > verb.sent.start else verb
    if verb.tag_ != "VB" or above.lemma_ not in _LINKING or mark.lower_ != "to" or not mark.i:
        return {}
    noun = next((c for c in above.rights if c.dep_ in _TOLD and c.right_edge.i == mark.i - 1), None)
    if noun is None or noun.pos_ not in _NOUNS or not any(_is_rank(c) for c in noun.lefts):
        return {}
    return {verb.i: (noun.i, "relcl", verb.tag_)}


def unmatched(verb: "Token") -> _Edits:
    """Make a past behind "ever" a participle: "…, the heaviest sentence ever passed on a minister"."""
    noun = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if verb.tag_ not in _DEEDS or noun is None or noun.pos_ not in _NOUNS or verb.nbor(-1).lower_ != "ever":
        return {}
    told = verb.i == noun.i + 2 and any(c.tag_ == "JJS" or c.lower_ in _RANKS for c in noun.lefts)
    return {verb.i: (noun.i, "acl", "VBN"), noun.i: (verb.head.i, "dep", noun.tag_)} if told else {}


def participle(verb: "Token") -> _Edits:
    """Make a past behind a comma, that nothing joins to the verb before, tell of the noun there: "lives in a house of
    brick, built in 1912"."""
    above, noun = verb.head, verb.nbor(-2) if verb.i > verb.sent.start + 2 else verb
    joined = any(c.dep_ == "cc" for each in (above, verb) for c in each.rights)
    own = any(c.dep_ in _OWN for c in verb.children)
    if verb.tag_ != "VBD" or joined or own or verb.nbor(-1).text != "," or noun.pos_ not in _NOUNS or noun.i <= above.i:
        return {}
    if inflect.participle(inflect.base_of_past(verb.lower_) or verb.lemma_.lower()) != verb.lower_:
        return {}
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ in _NOUNS:
        noun = noun.head.head
    return {verb.i: (noun.i, "acl", "VBN")} if any(c.dep_ in _TELLING for c in verb.rights) else {}


def _is_rank(word: "Token") -> bool:
    return word.lower_ in _RANKS or word.tag_ == "JJS"


def phrase(prep: "Token") -> _Edits:
    """Give a phrase to the end of a way, to the clause behind a semicolon or to the second of two verbs."""
    return _way(prep) or _beyond(prep) or _late(prep)


def aside(prep: "Token") -> _Edits:
    """Give a phrase to the deed of which it tells where it was done, or to the part of which it tells."""
    return _of_deed(prep) or _of_parts(prep)


def _way(prep: "Token") -> _Edits:
    """Keep both ends of a way together: "the journey from London to Bath", "moved its seat from Bonn to Berlin"."""
    verb, before = prep.head, prep.nbor(-1) if prep.i > prep.sent.start else prep
    if prep.lower_ != "to" or verb.pos_ != "VERB" or before.dep_ != "pobj" or before.head.lower_ != "from":
        return {}
    start, noun = before.head, before.head.head
    if noun.dep_ != "dobj" or noun.head != verb:
        return {}
    if noun.lemma_ in words("nouns", "ways"):
        return {prep.i: (noun.i, "prep", prep.tag_)}
    return {start.i: (verb.i, "prep", start.tag_)}


def _of_deed(prep: "Token") -> _Edits:
    """Give a place behind the person who did something to the deed: "developed by Ida Holm in Graz"."""
    maker = prep.head
    by = maker.head.head if maker.dep_ == "appos" else maker.head  # "by the physicist Ida Holm"
    named = maker.pos_ == "PROPN" and by.dep_ == "agent" and prep.i == maker.i + 1
    place = next((c for c in prep.children if c.dep_ == "pobj"), None)
    if prep.lower_ not in ("in", "at") or not named or place is None or place.pos_ != "PROPN":
        return {}
    person = maker.ent_type_ == "PERSON" or is_full_name(f"{maker.nbor(-1).text} {maker.text}")
    return {prep.i: (by.head.i, "prep", prep.tag_)} if person else {}


def _of_parts(prep: "Token") -> _Edits:
    """Keep what belongs to a part with it: "includes 18 states with 23 million inhabitants"."""
    verb = prep.head
    part = next((c for c in verb.rights if c.dep_ == "dobj" and c.right_edge.i == prep.i - 1), None)
    if prep.lower_ != "with" or part is None or verb.lemma_ not in _HOLDING:
        return {}
    return {prep.i: (part.i, "prep", prep.tag_)}


def _late(prep: "Token") -> _Edits:
    """Give a phrase behind a second verb to it: "it spreads out and is lost, almost wholly to the wind"."""
    verb = prep.head
    second = next((c for c in verb.rights if c.dep_ == "conj" and c.pos_ == "VERB" and c.i < prep.i), None)
    if second is None or verb.pos_ not in ("VERB", "AUX") or prep.i < verb.i:
        return {}
    return {prep.i: (second.i, "prep", prep.tag_)}


def _beyond(prep: "Token") -> _Edits:
    """Give a phrase behind a semicolon to the clause there: "it had a port; with Lagos it formed a league"."""
    verb = prep.head
    first = prep.left_edge
    parted = prep.i > verb.i and first.i > verb.i and first.nbor(-1).text == ";"
    after = verb.head if verb.dep_ == "ccomp" else next((c for c in verb.rights if c.dep_ == "conj"), verb)
    return {prep.i: (after.i, "prep", prep.tag_)} if parted and after.i > prep.i else {}


def interrupted(joint: "Token") -> _Edits:
    """Join a noun to the one before "and" where an aside parts them: "a flat floor and, on one side, steep walls"."""
    doc, first = joint.doc, joint.i
    if joint.lower_ not in ("and", "or") or first == 0 or first + 4 >= len(doc) or doc[first + 1].text != ",":
        return {}
    before, aside = joint.nbor(-1), doc[first + 2]
    second = next((t for t in doc[first + 3 : first + _ASIDE] if t.text == ","), None)
    if before.pos_ not in _NOUNS or aside.dep_ != "prep" or second is None or second.i + 1 >= len(doc):
        return {}
    noun = doc[second.i + 1]
    while noun.dep_ in _BEFORE and noun.head.i > noun.i:
        noun = noun.head
    behind = noun.right_edge.i + 1
    closed = behind < len(doc) and (doc[behind].is_punct or noun.right_edge.is_punct)
    if noun.pos_ not in _NOUNS or noun.dep_ not in _LOOSE or not closed or noun.is_ancestor(before):
        return {}
    return {
        joint.i: (before.i, "cc", joint.tag_),
        noun.i: (before.i, "conj", noun.tag_),
        aside.i: (noun.i, "prep", aside.tag_),
        first + 1: (aside.i, "punct", ","),
        second.i: (aside.i, "punct", ","),
    }


def next_clause(joint: "Token") -> _Edits:
    """Join a clause to the one before "and" that it was taken to be told by: "wheat means hope, and a line tells …"."""
    if joint.lower_ not in ("and", "but") or joint.i == 0 or joint.nbor(-1).text != ",":
        return {}
    if any(c.dep_ == "conj" and c.i > joint.i for c in joint.head.children):
        return {}
    over = (joint.head, *joint.head.ancestors)
    told = (c for each in over for c in each.children if c.dep_ == "ccomp" and c.left_edge.i == joint.i + 1)
    verb = next((c for c in told if _is_clause(c)), None)
    if verb is None or verb.head.i > joint.i:
        return {}
    return {joint.i: (verb.head.i, "cc", joint.tag_), verb.i: (verb.head.i, "conj", verb.tag_)}


def _is_clause(verb: "Token") -> bool:
    """Return whether a verb has a subject of its own before it, and nothing that makes it a subordinate clause."""
    left = {c.dep_ for c in verb.lefts}
    return verb.tag_ in ("VBZ", "VBD", "VBP") and "nsubj" in left and "mark" not in left


def measure(token: "Token") -> _Edits:
    """Give a size behind a noun to it, not to the verb: "trails a tail 13 light-years long"."""
    sized = token.lower_ in _SIZES
    amount = next((c for c in token.lefts if c.dep_ == "npadvmod" and c.i == token.i - 1), None) if sized else None
    if amount is None or amount.left_edge.is_sent_start or not any(c.dep_ == "nummod" for c in amount.lefts):
        return {}
    noun = amount.left_edge.nbor(-1)
    meant = noun.pos_ == "NOUN" and noun.dep_ == "dobj" and noun.head == token.head
    return {token.i: (noun.i, "amod", "JJ")} if meant else {}


def adverb(token: "Token") -> _Edits:
    """Give an adverb that opens a sentence to its verb: "Finally a valve lowers the pressure"."""
    noun = token.head
    verb = noun.head
    known = token.lower_ in _OPENING or (token.tag_ == "RB" and token.nbor(1).text == ",")
    opens = known and noun.pos_ in ("NOUN", "PROPN") and noun.left_edge == token
    return {token.i: (verb.i, "advmod", token.tag_)} if opens and verb.pos_ in ("VERB", "AUX") else {}
