"""Words that hang on the verb and belong to a noun beside them: "a lake close by", "the brothers Berg to Oslo"."""

from typing import TYPE_CHECKING

from quizgen import inflect
from quizgen.extract.twins import Edits

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
BECOMING = frozenset({"become", "becomes", "became", "becoming"})
_RANKED = frozenset({"first", "last", "only"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BESIDE = frozenset({"pcomp", "dative", "npadvmod", "oprd", "advcl"})
STRAYING = _BESIDE | {"auxpass", "advmod", "prep", "xcomp", "conj"}


def gathered(token: "Token") -> Edits:
    """Return what hangs a word, or those beside it, on the noun or verb that it belongs to."""
    if token.dep_ == "prep":
        return _opened(token) if token.i == token.sent.start else _of_gerund(token) or _of_aside(token)
    if token.i == token.sent.start:
        return {}
    if token.dep_ == "auxpass":
        return _becoming(token)
    if token.dep_ == "advmod":
        return _of_aside(token)
    if token.text == "am":
        return _river(token)
    if token.dep_ in ("appos", "relcl"):
        return _of_whose(token)
    if token.dep_ == "conj":
        return _listed(token) or _second_deed(token)
    return _ranked(token) or _named(token) or _rate(token) if token.dep_ in _BESIDE or token.dep_ == "xcomp" else {}


def _opened(prep: "Token") -> Edits:
    """Part the noun behind a preposition from the two that follow a comma: "In Lim, men and women work"."""
    verb = prep.head
    noun = next((c for c in verb.lefts if c.dep_ in _SUBJECTS), None)
    if noun is None or list(prep.children) or noun.left_edge.i != prep.i + 1 or noun.right_edge.i >= verb.i:
        return {}
    commas = [t for t in verb.doc[prep.i : verb.i] if t.text == ","]
    other = next((c for c in noun.rights if c.dep_ == "conj"), None)
    if len(commas) != 1 or other is None or other.left_edge.i != commas[0].i + 1:
        return {}
    if commas[0].i != noun.i + 1 or not any(c.dep_ == "conj" for c in other.rights):
        return {}
    return {
        noun.i: (prep.i, "pobj", noun.tag_),
        commas[0].i: (verb.i, "punct", ","),
        other.i: (verb.i, noun.dep_, other.tag_),
    }


def _of_whose(noun: "Token") -> Edits:
    """Give the verb behind an owner to what is owned: "sank the corvette Elm, whose captain, Berg, was killed"."""
    owner = noun.head
    verb = owner.head
    whose = noun.pos_ in _NOUNS and any(c.tag_ == "WP$" and c.dep_ == "poss" for c in noun.lefts)
    if not whose or owner.dep_ not in _SUBJECTS or owner.i > noun.i or verb.i < noun.i:
        return {}
    above = verb.head
    held = above.i == owner.left_edge.i - 1 and above.tag_ in ("VBD", "VBZ", "VBP") and verb.dep_ != "ROOT"
    if not held or any(c.dep_ in ("dobj", "attr") for c in above.rights):
        return {noun.i: (verb.i, owner.dep_, noun.tag_), owner.i: (verb.i, "dep", owner.tag_)}
    return {
        noun.i: (verb.i, owner.dep_, noun.tag_),
        owner.i: (above.i, "dobj", owner.tag_),
        verb.i: (owner.i, "relcl", verb.tag_),
    }


def _becoming(helper: "Token") -> Edits:
    """Make a verb of what no passive is formed with: "the soil becomes waterlogged"."""
    said = helper.head
    if helper.lower_ not in BECOMING or said.i < helper.i:
        return {}
    moved = {c.i: (helper.i, _active(c.dep_), c.tag_) for c in said.children if c != helper and c.dep_ != "agent"}
    above = helper.i if said.dep_ == "ROOT" else said.head.i
    return moved | {said.i: (helper.i, "acomp", "JJ"), helper.i: (above, said.dep_, helper.tag_)}


def _active(dep: str) -> str:
    return "nsubj" if dep == "nsubjpass" else dep


def _of_aside(adverb: "Token") -> Edits:
    """Give what stands behind an aside that no comma closes to its noun: "from the Elm, a small lake close by"."""
    verb, before = adverb.head, adverb.nbor(-1)
    if adverb.lower_ == "alone":
        return _of_figure(adverb)
    if before.dep_ != "appos" or before.pos_ not in _NOUNS or not verb.is_ancestor(before) or before.i < verb.i:
        return {}
    first = before.left_edge
    opened = first.i > verb.sent.start and first.nbor(-1).text == ","
    fits = opened and adverb.left_edge.i == adverb.i and verb.pos_ in ("VERB", "AUX")
    return {adverb.i: (before.i, adverb.dep_, adverb.tag_)} if fits else {}


def _of_figure(alone: "Token") -> Edits:
    """Give "alone" to the place that a figure is for: "170,000 of them live in Australia alone"."""
    verb, place = alone.head, alone.nbor(-1)
    counted = any(t.pos_ == "NUM" for t in verb.doc[verb.left_edge.i : place.left_edge.i])
    fits = counted and place.pos_ == "PROPN" and place.dep_ in ("pobj", "conj") and verb.is_ancestor(place)
    return {alone.i: (place.i, "advmod", alone.tag_)} if fits else {}


def _ranked(infinitive: "Token") -> Edits:
    """Hang an infinitive on the rank that it explains: "became the first in decades to change sides"."""
    verb = infinitive.head
    bare = infinitive.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in infinitive.lefts)
    if not bare or verb.lemma_ not in ("be", "become"):
        return {}
    rank = next((c for c in verb.rights if c.dep_ in ("attr", "acomp") and c.lower_ in _RANKED), None)
    if (
        rank is None
        or rank.i >= infinitive.left_edge.i
        or not any(c.lower_ == "the" for c in rank.lefts)
        or infinitive.left_edge.nbor(-1).text == ","
    ):
        return {}
    between = {c.i: (rank.i, "prep", c.tag_) for c in verb.rights if c.dep_ == "prep" and rank.i < c.i < infinitive.i}
    return between | {rank.i: (verb.i, "attr", rank.tag_), infinitive.i: (rank.i, "relcl", "VB")}


def _named(name: "Token") -> Edits:
    """Give a name to the people right before it: "the German brothers Berg"."""
    noun = name.nbor(-1)
    if name.pos_ != "PROPN" or name.left_edge.i != name.i or noun.tag_ != "NNS" or noun.head != name.head:
        return {}
    if noun.dep_ not in ("dobj", "nsubj") or not any(c.lower_ == "the" for c in noun.lefts):
        return {}
    below = {c.i: (name.head.i, c.dep_, c.tag_) for c in name.rights}
    return below | {name.i: (noun.i, "appos", name.tag_)}


def _rate(noun: "Token") -> Edits:
    """Give a rate to the amount right before it: "pay a dividend of 40p a share"."""
    verb, first = noun.head, noun.left_edge
    alone = first.lower_ in ("a", "an") and first.i == noun.i - 1 and first.i > noun.sent.start
    if noun.dep_ not in ("npadvmod", "dobj") or not alone:
        return {}
    amount = first.nbor(-1)
    counted = any(sign.isdigit() for t in (amount, *amount.lefts) for sign in t.text)
    fits = counted and amount.dep_ == "pobj" and amount.i > verb.i and amount.head.lower_ == "of"
    return {noun.i: (amount.i, "npadvmod", noun.tag_)} if fits and verb.is_ancestor(amount) else {}


def _of_gerund(prep: "Token") -> Edits:
    """Give a measure to the deed right before it: "was awarded a star for lapping at 106 mph"."""
    deed, verb = prep.nbor(-1), prep.head
    above = deed.dep_ == "pcomp" and deed.tag_ == "VBG" and verb != deed and verb.is_ancestor(deed)
    measure = (c for c in prep.children if c.dep_ == "pobj" and any(n.dep_ == "nummod" for n in c.lefts))
    return {prep.i: (deed.i, "prep", prep.tag_)} if above and any(measure) else {}


def _river(upon: "Token") -> Edits:
    """Make one name of a town and its river: "was born at Frankfurt am Main"."""
    town, after = upon.nbor(-1), upon.nbor(1) if upon.i + 1 < upon.sent.end else upon
    if town.pos_ != "PROPN" or upon.text != "am" or not after.text[:1].isupper():
        return {}
    low = [c for each in (upon, after) for c in each.children if c != after and c != upon]
    moved = {c.i: (_over(town).i, c.dep_, c.tag_) for c in low if c.i > after.i}
    return moved | {upon.i: (town.i, "nmod", "IN"), after.i: (town.i, "nmod", "NNP")}


def _listed(verb: "Token") -> Edits:
    """Join a plural that was read as a verb to the object before it: "writers praise lupins and vetches for it"."""
    first, joint = verb.head, verb.nbor(-1)
    subject = next((c for c in first.lefts if c.dep_ == "nsubj"), None)
    noun = joint.nbor(-1) if joint.i > verb.sent.start else joint
    plural = verb.tag_ == "VBZ" and first.tag_ in ("VBP", "VBD") and subject is not None and subject.tag_ == "NNS"
    bare = joint.lower_ in ("and", "or") and noun.dep_ == "dobj" and noun.head == first and verb.left_edge.i == verb.i
    if not (plural and bare):
        return {}
    return {verb.i: (noun.i, "conj", "NNS"), joint.i: (noun.i, "cc", "CC")}


def _second_deed(verb: "Token") -> Edits:
    """Join a finite verb to the one above a participle: "leave a store called the reticulum and bind to the fibre"."""
    participle, joint = verb.head, next((c for c in verb.head.rights if c.dep_ == "cc"), None)
    if participle.dep_ not in ("acl", "amod") or participle.tag_ != "VBN" or not _is_finite(verb):
        return {}
    above = _over(participle)
    bare = not any(c.dep_ in (*_SUBJECTS, "mark", "aux", "auxpass", "expl") for c in verb.lefts)
    if joint is None or not bare or joint.i > verb.i or (above.tag_ != verb.tag_ and verb.tag_ != "VBD"):
        return {}
    return {verb.i: (above.i, "conj", verb.tag_), joint.i: (above.i, "cc", "CC")}


def _is_finite(verb: "Token") -> bool:
    """Return whether a verb cannot be a participle: "goes", "became", not "used"."""
    if verb.tag_ != "VBD":
        return verb.tag_ in ("VBP", "VBZ")
    return inflect.participle(inflect.base(verb.lower_, "VBD", verb.lemma_.lower())) != verb.lower_


def _over(noun: "Token") -> "Token":
    """Return the verb over a noun and its preposition."""
    above = noun.head
    while above.pos_ not in ("VERB", "AUX") and above.head != above:
        above = above.head
    return above
