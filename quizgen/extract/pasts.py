"""Participles that were read as a past, and presents that look like one: "cats, brought ashore, live there"."""

from typing import TYPE_CHECKING

from quizgen import inflect
from quizgen.extract.nounverbs import reduced
from quizgen.extract.twins import Edits

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HELPING = frozenset({"aux", "auxpass"})
_TOLD = frozenset({"dobj", "attr", "acomp", "ccomp", "xcomp", "oprd", "dative"})
_LATER = frozenset({"dep", "conj", "ccomp", "advcl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_UNCHANGED = frozenset(
    """bet bid burst cast cost cut fit hit hurt knit let put quit rid set shed shut slit spit split spread sweat thrust
    upset wed wet""".split()
)
_NOUNS = frozenset({"NOUN", "PROPN"})


def reread(verb: "Token") -> Edits:
    """Return what makes a participle, or a present, of a verb that was read as a past."""
    if verb.tag_ not in ("VBD", "VBN") or verb.pos_ != "VERB" or any(c.dep_ in _HELPING for c in verb.children):
        return {}
    if verb.dep_ == "conj" and verb.tag_ == "VBD":
        return _second_participle(verb) or _second_present(verb)
    return _behind_comma(verb) if verb.dep_ in ("ROOT", "conj", "ccomp") else {}


def _second_participle(verb: "Token") -> Edits:
    """Make a participle of a past that is joined to one and says by whom: "written in Kikuyu and printed by her"."""
    first = verb.head
    passive = first.tag_ == "VBN" and first.dep_ == "acl"
    passive &= any(c.dep_ == "agent" for c in verb.rights) or (_is_before_verb(first, verb) and _is_participle(verb))
    return {verb.i: (first.i, "conj", "VBN")} if passive and not _has(verb, _SUBJECTS | _TOLD) else {}


def _is_before_verb(first: "Token", last: "Token") -> bool:
    """Return whether what is told of a noun in commas is all that parts it from its verb: no past stands there."""
    noun = first.head
    closed = last.right_edge.i + 1 < last.sent.end and last.right_edge.nbor(1).text == ","
    return noun.dep_ in _SUBJECTS and noun.head.i > last.i and noun.head.tag_ in _FINITE and closed


def _is_participle(verb: "Token") -> bool:
    return inflect.participle(inflect.base(verb.lower_, "VBD", verb.lemma_.lower())) == verb.lower_


def _second_present(verb: "Token") -> Edits:
    """Make a present of a past that is no other word, joined to a present: "goats chew leaves and spit out fibres"."""
    first = verb.head
    same = verb.lower_ in _UNCHANGED and not _has(verb, _SUBJECTS)
    return {verb.i: (first.i, "conj", "VBP")} if same and first.tag_ == "VBP" else {}


def _behind_comma(verb: "Token") -> Edits:
    """Make a participle of a past that a comma parts from its noun: no comma stands between subject and verb."""
    subject = next((c for c in verb.lefts if c.dep_ in _SUBJECTS and c.pos_ in _NOUNS), None)
    if subject is None or _has(verb, _TOLD) or not _is_parted(subject, verb):
        return {}
    if not _is_participle(verb):
        return {}
    later = next((c for c in verb.rights if c.dep_ in _LATER and c.tag_ in _FINITE and not _has(c, _SUBJECTS)), None)
    if later is not None:
        return reduced(verb, subject, later)
    if verb.dep_ != "ROOT":
        return {}
    moved = {c.i: (subject.i, c.dep_, c.tag_) for c in verb.children if c.dep_ == "punct"}
    return moved | {subject.i: (subject.i, "ROOT", subject.tag_), verb.i: (subject.i, "acl", "VBN")}


def _is_parted(subject: "Token", verb: "Token") -> bool:
    """Return whether one comma, right before the verb, is all that parts it from a noun that is no aside itself."""
    before, opening = verb.left_edge.nbor(-1) if verb.left_edge.i > subject.i else verb.nbor(-1), subject.left_edge
    between = [t for t in verb.doc[subject.i : verb.i] if t.text in (",", ";", ":", "–", "(", ")")]
    aside = opening.i > verb.sent.start and opening.nbor(-1).text in (",", "–", "(")
    return len(between) == 1 and between[0].text == "," and between[0] == before and not aside


def _has(verb: "Token", deps: "frozenset[str]") -> bool:
    return any(c.dep_ in deps for c in verb.children)
