"""What the parser tears apart although nothing else can be meant: a number and its unit, the halves of a name."""

from typing import TYPE_CHECKING

from quizgen.extract.twins import Edits
from quizgen.lexicon import noun_type, words
from quizgen.model import PhraseType
from quizgen.resolve import units

if TYPE_CHECKING:
    from spacy.tokens import Token

_DASHES = frozenset({"–", "-"})
_LOST = frozenset({"compound", "nsubj", "nsubjpass", "dobj", "dep", "appos", "npadvmod"})
_LIVING = frozenset({PhraseType.PERSON, PhraseType.PEOPLE})


def of_number(number: "Token") -> Edits:
    """Give a number to the unit behind it, "at 1,100 °C flows", or to the "No." before it."""
    doc = number.doc
    unit = doc[number.i + 1] if number.i + 1 < number.sent.end else number
    if number.dep_ == "pobj" and unit.dep_ in _LOST and unit.head != number and not list(unit.lefts):
        return _with_unit(number, unit)
    if number.i < 2 + number.sent.start or doc[number.i - 1].text != "." or doc[number.i - 2].text != "No":
        return {}
    stop, sign = number.nbor(-1), number.nbor(-2)
    return {stop.i: (sign.i, "punct", "."), number.i: (sign.i, "nummod", "CD")} if number.head != sign else {}


def _with_unit(number: "Token", unit: "Token") -> Edits:
    if unit.tag_ not in ("NN", "NNS", "NNP") or units.find(unit.text) is None or list(unit.rights):
        return {}
    return {number.i: (unit.i, "nummod", "CD"), unit.i: (number.head.i, number.dep_, unit.tag_)}


def of_name(dash: "Token") -> Edits:
    """Make one name of what a dash without spaces joins: "the Baden–Alsace canal opened"."""
    if dash.text not in _DASHES or dash.i < 1 or dash.whitespace_ or dash.nbor(-1).whitespace_:
        return {}
    first = dash.nbor(-1)
    noun = next((c for c in first.rights if c.dep_ == "appos" and c.left_edge.i == dash.i + 1), None)
    if noun is None or first.pos_ != "PROPN" or not noun.left_edge.text[:1].isupper() or noun == noun.left_edge:
        return {}
    moved = {c.i: (noun.i, c.dep_, c.tag_) for c in first.children if c.dep_ != "compound" and c != noun}
    return moved | {first.i: (noun.i, "compound", first.tag_), noun.i: (first.head.i, first.dep_, noun.tag_)}


def of_perfect(long: "Token") -> Edits:
    """Make a perfect of what was read as a thing that people have: "people have long spread potatoes"."""
    have, deed = long.nbor(-1), long.head
    thing = deed.head
    if have.lower_ not in ("have", "has") or have.pos_ != "VERB" or deed.i != long.i + 1 or deed.dep_ != "amod":
        return {}
    doer = next((c for c in have.lefts if c.dep_ == "nsubj"), None)
    if doer is None or thing.head != have or thing.dep_ != "dobj" or not _is_living(doer):
        return {}
    moved = {c.i: (deed.i, c.dep_, c.tag_) for c in (*have.children, *thing.rights) if c not in (thing, deed)}
    above = deed.i if have.head == have else have.head.i
    return moved | {
        have.i: (deed.i, "aux", have.tag_),
        thing.i: (deed.i, "dobj", thing.tag_),
        deed.i: (above, have.dep_, "VBN"),
    }


def _is_living(noun: "Token") -> bool:
    lemma = noun.lemma_.lower()
    return noun_type(lemma) in _LIVING or lemma in words("nouns", "human", "crowd")
