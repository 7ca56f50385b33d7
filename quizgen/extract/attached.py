"""Words behind a noun that the parser gave to its verb: "assets worth 2 billion", "the first club to win"."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_Edits = dict[int, tuple[int, str, str]]  # token index: head, dependency, tag
_RANKS = frozenset({"first", "second", "third", "last", "only", "next", "youngest", "oldest"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_LINKING = frozenset({"be", "become"})
_TOLD = frozenset({"attr", "dobj"})
_DEEDS = frozenset({"VBD", "VBN"})
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


def _is_rank(word: "Token") -> bool:
    return word.lower_ in _RANKS or word.tag_ == "JJS"
