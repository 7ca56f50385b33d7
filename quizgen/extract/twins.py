"""Verbs to which the parser gave two subjects: lists, compounds, descriptions, times, and two clauses in one."""

from typing import TYPE_CHECKING

from quizgen import inflect

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_JOINTS = frozenset({",", ";", "and", "or", "but", "yet", "so"})
_LISTING = frozenset({"and", "or"})
_SELVES = frozenset({"himself", "herself", "itself", "themselves"})
_PERIODS = frozenset({"year", "month", "week", "day", "decade", "century", "season"})
_POINTING = frozenset({"following", "next", "same", "previous"})
_LEADING = frozenset({"after", "before", "despite", "with", "without", "like", "unlike", "until", "since"})
_SINGULAR = frozenset({"is", "was", "has"})
_HELPING = frozenset({"aux", "auxpass"})
_REDUCED = frozenset({"acl", "relcl"})

Edits = dict[int, tuple[int, str, str]]  # token index: head, dependency, tag


def untwined(second: "Token") -> Edits:
    """Return what makes one subject of two: "mosses, lichens and herbs make up …", "some won, and ten of them died"."""
    first = next((c for c in second.head.lefts if c.dep_ in _SUBJECTS and c.i < second.i), None)
    if first is None:
        return {}
    if second.lower_ in _SELVES:
        return {second.i: (second.head.i, "dep", second.tag_)}
    if first.tag_ in ("WDT", "WP", "PRP"):
        return {}
    joint = _joint(second)
    if not joint:
        return _compound(first, second) or _period(second)
    found = _led(first, joint) or _clause(first, second, joint) or _list(first, second, joint)
    return found or _described(first, joint)


def _joint(second: "Token") -> list["Token"]:
    """Return the marks and conjunctions right before a noun phrase."""
    found: list[Token] = []
    first = second.left_edge
    while first.i > second.sent.start and first.nbor(-1).lower_ in _JOINTS:
        first = first.nbor(-1)
        found.insert(0, first)
    return found


def _compound(first: "Token", second: "Token") -> Edits:
    """Join two nouns that stand side by side: "a microwave oven"; a hyphen may be between them."""
    between = second.doc[first.i + 1 : second.i]
    if second.left_edge.i < second.i or any(t.text != "-" for t in between) or first.pos_ == "PRON":
        return {}
    marks = {t.i: (second.i, "punct", "HYPH") for t in between}
    moved = {c.i: (second.i, c.dep_, c.tag_) for c in first.lefts}
    tag = "NN" if second.tag_.startswith("VB") else second.tag_
    return marks | moved | {first.i: (second.i, "compound", "NN"), second.i: (second.head.i, second.dep_, tag)}


def _period(second: "Token") -> Edits:
    """Make a time of "the following year", which stands between subject and verb."""
    told = any(c.lower_ in _POINTING for c in second.lefts)
    return {second.i: (second.head.i, "npadvmod", second.tag_)} if told and second.lemma_ in _PERIODS else {}


def _led(first: "Token", joint: list["Token"]) -> Edits:
    """Give a noun to the preposition before it, which the parser took for a conjunction: "after the repeal of …, "."""
    before = first.left_edge.nbor(-1) if first.left_edge.i > first.sent.start else first
    if before.dep_ != "mark" or before.lower_ not in _LEADING or joint[-1].text != ",":
        return {}
    return {before.i: (first.head.i, "prep", "IN"), first.i: (before.i, "pobj", first.tag_)}


def _clause(first: "Token", second: "Token", joint: list["Token"]) -> Edits:
    """Make two clauses where the first verb was taken for a participle: "men registered for it; ten were called"."""
    verb, said = second.head, next((c for c in first.rights if _is_deed(c)), None)
    parted = joint[0].text == ";" or (len(joint) == 2 and joint[0].text == ",")
    if said is None or not parted or said.right_edge.i + 1 < joint[0].i or first.sent[-1].i <= verb.i:
        return {}
    above = said.i if verb.dep_ == "ROOT" else verb.head.i
    edits = {c.i: (said.i, c.dep_, c.tag_) for c in verb.lefts if c.i < first.left_edge.i}
    edits |= {t.i: (said.i, "punct" if t.is_punct else "cc", t.tag_) for t in joint}
    return edits | {
        first.i: (said.i, "nsubj", first.tag_),
        said.i: (above, verb.dep_, "VBD"),
        verb.i: (said.i, "conj", verb.tag_),
    }


def _is_deed(verb: "Token") -> bool:
    """Return whether a participle behind a noun may be its past, without an object that a participle has not."""
    if verb.dep_ not in _REDUCED or verb.tag_ not in ("VBN", "VBD"):
        return False
    if verb.left_edge.i > verb.head.i + 1 and verb.left_edge.nbor(-1).text == ",":
        return False
    told = any(c.dep_ in (*_SUBJECTS, *_HELPING, "agent", "mark") for c in verb.children)
    return not told and inflect.is_past(verb.lower_, verb.lemma_.lower())


def _list(first: "Token", second: "Token", joint: list["Token"]) -> Edits:
    """Join the last member of a list, or of what the first noun is of: "coverage of her feat and her gesture was"."""
    listed = any(t.lower_ in _LISTING for t in joint)
    if not (listed or _has_members(second)) or any(t.text == ";" for t in joint) or second.pos_ not in _NOUNS:
        return {}
    finite = next((c for c in second.head.lefts if c.dep_ in _HELPING), second.head)
    single = finite.tag_ == "VBZ" or finite.lower_ in _SINGULAR
    above = joint[0].nbor(-1) if single else first
    deeds = any(t.pos_ in ("VERB", "AUX") and t.tag_ != "VBG" for t in first.subtree)
    if deeds or _has_examples(first) or (single and above.dep_ != "pobj"):
        return {}
    marks = {t.i: (above.i, "punct" if t.is_punct else "cc", t.tag_) for t in joint}
    return marks | {second.i: (above.i, "conj", second.tag_)}


def _has_examples(noun: "Token") -> bool:
    """Return whether a noun is followed by some of what it means, so that what comes after may be one more."""
    return any(c.lower_ in ("like", "including", "as") and c.dep_ == "prep" for c in noun.rights)


def _has_members(noun: "Token") -> bool:
    return any(c.dep_ == "cc" and c.lower_ in _LISTING for c in noun.rights)


def _described(first: "Token", joint: list["Token"]) -> Edits:
    """Put aside what describes the subject before it: "the youngest of four children, she was …"."""
    opening = first.left_edge.is_sent_start and [t.text for t in joint] == [","]
    plain = not any(c.dep_ in (*_REDUCED, "advcl") for c in first.rights)
    return {first.i: (first.head.i, "dep", first.tag_)} if opening and plain else {}
