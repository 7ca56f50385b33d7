"""Misreadings with an unmistakable shape: a participle that the parser took for a predicate goes back to its place."""

from typing import TYPE_CHECKING, Any

from quizgen import inflect
from quizgen.lexicon import words
from quizgen.syntax.phrases import is_set_off

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ARRAY: list[int | str] = ["HEAD", "DEP", "TAG"]
_PASTS = frozenset({"VBD", "VBN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_HELPING = frozenset({"aux", "auxpass"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_WHOLE = (1 << 64) - 1

_Edits = dict[int, tuple[int, str, str]]  # token index: head, dependency, tag


def grafted(doc: "Doc") -> "Doc":
    """Return a doc in which participles are no predicates.

    "The tower, opened in 1889, is …", "rivers carry sand and dissolved salts", "he was a poet, best known for …".
    """
    edits: _Edits = {}
    for token in doc:
        if token.tag_ in _PASTS and token.pos_ == "VERB" and not _is_helped(token):
            edits |= _parenthesis(token) or _listed(token) or _afterthought(token)
    if edits:
        _apply(doc, edits)
    return doc


def _is_helped(verb: "Token") -> bool:
    return any(c.dep_ in _HELPING for c in verb.children)


def _own_subject(verb: "Token") -> "Token | None":
    return next((c for c in verb.children if c.dep_ in _SUBJECTS and c.i < verb.i), None)


def _parenthesis(verb: "Token") -> _Edits:
    """Give the subject before a participle between commas to the finite verb behind it."""
    subject = _own_subject(verb)
    before = verb.nbor(-1) if verb.i else verb
    while before.pos_ == "ADV" and before.i > verb.sent.start:
        before = before.nbor(-1)
    if subject is None or before.text != "," or inflect.participle(_base(verb)) != verb.lower_:
        return {}
    found = next((w for w in (*verb.rights, *verb.head.rights, verb.head) if _is_predicate_behind(w, verb)), None)
    if found is None:
        return {}
    edits = {subject.i: (found.i, _subject_role(found), subject.tag_), verb.i: (subject.i, "acl", "VBN")}
    if verb.dep_ != "acl" and found != verb.head:
        above = found.i if verb.dep_ == "ROOT" else verb.head.i
        edits[found.i] = (above, verb.dep_, found.tag_)
    for child in verb.children:
        if child.i > found.i or child.i < subject.left_edge.i or (child.text == "," and child.i < verb.i):
            edits[child.i] = (found.i, child.dep_, child.tag_)
    return edits


def _base(verb: "Token") -> str:
    return inflect.base(verb.lower_, verb.tag_, verb.lemma_.lower())


def _subject_role(verb: "Token") -> str:
    return "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"


def _is_predicate_behind(word: "Token", verb: "Token") -> bool:
    """Return whether a finite verb without a subject follows the comma behind a participle."""
    fits = word == verb.head or word.dep_ in ("conj", "ccomp", "dep", "advcl")
    if word.pos_ not in ("VERB", "AUX") or not fits or word.i <= verb.i:
        return False
    first = next((c for c in word.lefts if c.dep_ in _HELPING), word)
    bare = not any(c.dep_ in _SUBJECTS or c.dep_ == "mark" for c in word.children)
    return bare and first.tag_ in _FINITE and first.nbor(-1).text == ","


def _listed(verb: "Token") -> _Edits:
    """Give the noun behind "and" and a participle back to the list: "sand and dissolved salts"."""
    above = verb.head
    joint = verb.nbor(-1) if verb.i else verb
    told = next((c for c in verb.children if c.dep_ == "dobj" and c.left_edge.i == verb.i + 1), None)
    if verb.dep_ != "conj" or joint.lower_ != "and" or joint.i < 1 or told is None or _own_subject(verb) is not None:
        return {}
    first = joint.nbor(-1)
    bare = told.pos_ == "NOUN" and told.left_edge.tag_ not in ("DT", "PRP$", "CD", "WDT", "PDT", "NNP")
    among = first.dep_ in ("dobj", "pobj") and above.is_ancestor(first)
    if above.tag_ not in ("VBZ", "VBP") or not among or not bare:
        return {}
    edits = {verb.i: (told.i, "amod", "VBN"), told.i: (first.i, "conj", told.tag_), joint.i: (first.i, "cc", "CC")}
    return edits | {c.i: (above.i, c.dep_, c.tag_) for c in verb.children if c.i != told.i}


def _afterthought(verb: "Token") -> _Edits:
    """Make a participle of what ends a sentence behind a comma: "…, best remembered as an explorer"."""
    stated = next((c for c in verb.lefts if c.dep_ == "ccomp" and _own_subject(c) is not None), None)
    if verb.dep_ == "ROOT" and stated is not None and _base(verb) in words("verbs", "regarding"):
        return {verb.i: (stated.i, "advcl", "VBN"), stated.i: (stated.i, "ROOT", stated.tag_)}
    if verb.dep_ != "conj" or not is_set_off(verb) or _base(verb) not in words("verbs", "regarding"):
        return {}
    told = {c.dep_ for c in verb.children if not (c.dep_ == "dobj" and is_set_off(c))}
    if "prep" not in told or told & {"dobj", "cc", "conj", *_SUBJECTS}:
        return {}
    return {verb.i: (verb.head.i, "advcl", "VBN")}


def _apply(doc: "Doc", edits: _Edits) -> None:
    table: Any = doc.to_array(_ARRAY)
    for index, (head, dep, tag) in edits.items():
        table[index] = [(head - index) & _WHOLE, doc.vocab.strings.add(dep), doc.vocab.strings.add(tag)]
    doc.from_array(_ARRAY, table)
