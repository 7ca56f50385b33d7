"""Sentences that open with a day and no comma: "On Friday Ida Holm won", which the parser takes for one name."""

from typing import TYPE_CHECKING

from quizgen.syntax.reading import YEAR

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENING = frozenset({"on", "in", "by", "since", "until"})
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_MONTHS = frozenset("January February March April May June July August September October November December".split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})

_Edits = dict[int, tuple[int, str, str]]  # token index: head, dependency, tag


def subject_behind(prep: "Token") -> _Edits:
    """Part the day from the name behind it, which becomes the subject that the verb lacks."""
    verb = prep.head
    if not prep.is_sent_start or prep.lower_ not in _OPENING or verb.pos_ not in ("VERB", "AUX"):
        return {}
    name = next((c for c in prep.children if c.dep_ == "pobj" and c.pos_ == "PROPN"), None)
    if name is None or name.i > verb.i or any(c.dep_ in _SUBJECTS for c in verb.children):
        return {}
    day = _day_behind(prep, name)
    if day is None:
        return {}
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    role = "nsubjpass" if passive else "nsubj"
    last = prep.doc[day[-1]]
    edits: _Edits = {name.i: (verb.i, role, name.tag_), day[0]: (prep.i, "pobj", prep.doc[day[0]].tag_)}
    return edits | ({last.i: (day[0], "nummod", last.tag_)} if last.i != day[0] else {})


def _day_behind(prep: "Token", name: "Token") -> list[int] | None:
    """Return the tokens of a day, a month or a year right behind a preposition and before the rest of a name."""
    first, second = prep.nbor(1), prep.nbor(2)
    if first.text in _MONTHS and second.text.isdigit() and second.i < name.i:
        return [first.i, second.i]
    dated = first.text in _DAYS or first.text in _MONTHS or YEAR.match(first.text) is not None
    return [first.i] if dated and first.i < name.i and second.text[:1].isupper() else None
