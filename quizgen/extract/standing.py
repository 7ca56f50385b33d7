"""Sentences that begin with a place and name last what is there: "North of the church stands a chapel"."""

from typing import TYPE_CHECKING

from quizgen.extract.twins import Edits
from quizgen.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_SIDES = frozenset("north south east west northeast northwest southeast southwest north-east north-west".split())
_SIDES |= frozenset({"south-east", "south-west"})
_NEAR = frozenset({"close", "next", "near", "opposite", "adjacent", "far", "deep", "high"})
_OF_NOUN = frozenset({"by", "for", "from", "of", "with"})
_TOLD = frozenset({"dobj", "attr", "npadvmod"})
_ACTING = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "aux", "auxpass"})
_PRESENT = frozenset({"VBP", "VB"})


def inverted(verb: "Token") -> Edits:
    """Make the noun behind a verb its subject where a place stands first: "on the hill stands a temple"."""
    lefts = [c for c in verb.lefts if c.dep_ not in ("punct", "npadvmod")]
    noun = next((c for c in verb.rights if c.dep_ in _TOLD and c.left_edge.i == verb.i + 1), None)
    whole = bool(lefts) and lefts[0].left_edge.i == verb.sent.start and all(map(_is_place, lefts))
    if not whole or noun is None or verb.lemma_ not in words("verbs", "lying") | {"hang"} or not _fits(noun, verb):
        return {}
    edits = {c.i: (verb.i, "advmod", "RB") for c in lefts if c.dep_ == "nsubj"}
    finite = {verb.i: (verb.i, "ROOT", "VBP")} if verb.tag_ == "VB" else {}
    own = {c.i: (noun.i, "prep", c.tag_) for c in verb.rights if c.lower_ in _OF_NOUN and c.i == noun.right_edge.i + 1}
    return edits | finite | own | {noun.i: (verb.i, "nsubj", noun.tag_)}


def _is_place(token: "Token") -> bool:
    """Return whether a token heads "on the hill", "next to the gland" or "north of the church"; no subject does."""
    led = any(c.dep_ == "prep" for c in token.rights)
    side = token.lower_ in _SIDES and not any(c.dep_ == "det" for c in token.lefts) and led
    if token.dep_ == "nsubj":
        return side
    if token.dep_ in _ACTING:
        return False
    return token.dep_ == "prep" or (token.dep_ == "advmod" and (side or (led and token.lower_ in _NEAR)))


def _fits(noun: "Token", verb: "Token") -> bool:
    """Return whether a noun has the number of a verb, and is one that can stand somewhere."""
    several = noun.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in noun.children)
    known = verb.tag_ == "VBD" or (several if verb.tag_ in _PRESENT else verb.tag_ == "VBZ")
    measured = any(c.dep_ == "nummod" for c in noun.children) and noun.dep_ == "npadvmod"
    return noun.pos_ in ("NOUN", "PROPN") and known and not measured
