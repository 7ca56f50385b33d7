"""What the parser tears apart although nothing else can be meant: a sign and its number, the halves of a name."""

from typing import TYPE_CHECKING

from quizgen.extract.twins import Edits
from quizgen.lexicon import is_full_name, known_person, noun_type, words
from quizgen.model import PhraseType
from quizgen.syntax.reading import YEAR

if TYPE_CHECKING:
    from spacy.tokens import Token

_DASHES = frozenset({"–", "-"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ACTING = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OPENING = frozenset({"as", "when", "whenever", "while", "once", "if"})
_THROUGH = frozenset({"through", "over", "across", "between", "around"})
_WAYS = frozenset({"canal", "line", "passage", "path", "railway", "road", "route", "track", "trail", "tunnel"})
_GRANTING = frozenset({"accord", "assure", "award", "deny", "give", "grant", "offer", "promise", "refuse"})
_AROUND = frozenset({"about", "around", "circa"})
_UNTIL = frozenset({"by", "from", "in", "since", "till", "to", "until"})
_NAMED = frozenset({"FAC", "GPE", "LOC", "NORP", "ORG", "PERSON"})
_LIVING = frozenset({PhraseType.PERSON, PhraseType.PEOPLE})


def of_number(number: "Token") -> Edits:
    """Give a number to the "No." before it: "received patent No. 18,177"."""
    doc = number.doc
    if number.i < 2 + number.sent.start or doc[number.i - 1].text != "." or doc[number.i - 2].text != "No":
        return {}
    stop, sign = number.nbor(-1), number.nbor(-2)
    return {stop.i: (sign.i, "punct", "."), number.i: (sign.i, "nummod", "CD")} if number.head != sign else {}


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


def is_living(noun: "Token") -> bool:
    """Return whether a noun is of people."""
    lemma = noun.lemma_.lower()
    return noun_type(lemma) in _LIVING or lemma in words("nouns", "human", "crowd")


def of_front(verb: "Token") -> Edits:
    """Part a place that opens a sentence from the name behind it: "In England Holm and Sons still builds boats"."""
    lead = verb.sent[0]
    if lead.tag_ != "IN" or lead.head != verb or lead.i + 2 >= verb.i:
        return {}
    place = lead.nbor(1)
    name, doer = place.head, next((c for c in verb.lefts if c.dep_ in _ACTING), None)
    first = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), verb)
    own = name.head == lead if doer is None else name == doer and not list(lead.rights)
    if not own or place.dep_ != "compound" or first.tag_ not in _FINITE or not _are_two(place, name):
        return {}
    return {place.i: (lead.i, "pobj", place.tag_), name.i: (verb.i, "nsubj", name.tag_)}


def _are_two(place: "Token", name: "Token") -> bool:
    """Return whether a place stands before the name of somebody: "England Ida Holm", not "London Bridge station"."""
    after, behind = place.nbor(1), name.doc[place.i + 1 : name.i + 1].text
    if " " in behind and is_full_name(behind) and not known_person(f"{place.text} {behind}"):
        return True
    return place.ent_type_ == "GPE" and after.ent_type_ not in ("GPE", "") and after.ent_iob_ == "B"


def of_year(year: "Token") -> Edits:
    """Part a year from the name behind it: "until 1797 Varda belonged to Spain", "about 1870 Ida Holm measured"."""
    name, before = year.head, year.nbor(-1) if year.i > year.sent.start else year
    verb = name.head
    close = name.dep_ in _ACTING and name.pos_ == "PROPN" and name.ent_type_ != "EVENT" and name.left_edge.i >= before.i
    if not close or year.dep_ != "nummod" or not YEAR.match(year.text) or year.nbor(1).pos_ != "PROPN":
        return {}
    if before.lower_ in _AROUND and before.head == year:
        return {year.i: (verb.i, "npadvmod", "CD")}
    until = before.lower_ in _UNTIL and before.head == verb and not list(before.children)
    return {before.i: (verb.i, "prep", "IN"), year.i: (before.i, "pobj", "CD")} if until else {}


def of_one(deed: "Token") -> Edits:
    """Give a participle to the one of several that is told of before it: "built 25 towers, the tallest of them …"."""
    thing = next((c for c in deed.head.rights if c.dep_ == "dobj" and c.i < deed.i), None)
    if deed.tag_ != "VBG" or deed.dep_ != "advcl" or deed.nbor(-1).text != "," or thing is None:
        return {}
    one = next((c for c in thing.rights if c.dep_ == "appos" and c.tag_ == "JJS" and c.i < deed.i), None)
    return {} if one is None else {deed.i: (one.i, "acl", "VBG")}


def of_clause(verb: "Token") -> Edits:
    """Part a clause from one before it that says when and has no comma: "as it nears the rod the pitch falls"."""
    early = verb.head.head
    if _parted(early) != verb:
        return {}
    moved = {c.i: (verb.i, c.dep_, c.tag_) for c in early.children if c.i > verb.i or c.dep_ == "cc"}
    above = verb if early.dep_ == "ROOT" else _parted(early.head) or early.head
    return moved | {early.i: (verb.i, "advcl", early.tag_), verb.i: (above.i, early.dep_, verb.tag_)}


def _parted(early: "Token") -> "Token | None":
    """Return the verb that was hung on the object of a clause with a conjunction, which has none above it."""
    thing = next((c for c in early.rights if c.dep_ == "dobj"), None)
    if thing is None or early.dep_ not in ("ROOT", "conj") or not any(map(_is_opening, early.lefts)):
        return None
    return next((c for c in thing.rights if c.dep_ == "relcl" and c.tag_ in _FINITE and _is_whole(c)), None)


def _is_whole(verb: "Token") -> bool:
    """Return whether a clause begins with a subject of its own that has an article: "the pitch rises"."""
    subject = next((c for c in verb.lefts if c.dep_ in _SUBJECTS), None)
    first = subject is not None and subject.left_edge == verb.left_edge and subject.tag_ in ("NN", "NNS")
    return first and subject is not None and any(c.dep_ == "det" for c in subject.lefts)


def _is_opening(word: "Token") -> bool:
    return word.dep_ in ("mark", "advmod") and word.lower_ in _OPENING


def of_way(noun: "Token") -> Edits:
    """Give a way what it leads through: "chose a route through the hills"."""
    behind = noun.nbor(1) if noun.i + 1 < noun.sent.end else noun
    leads = behind.dep_ == "prep" and behind.lower_ in _THROUGH and behind.head == noun.head
    return {behind.i: (noun.i, "prep", behind.tag_)} if noun.lemma_ in _WAYS and leads else {}


def of_gift(noun: "Token") -> Edits:
    """Part who is granted something from what it is: "granted the River Holm personhood"."""
    verb = noun.head
    getter = next((c for c in noun.lefts if c.i == noun.i - 1 and c.dep_ == "compound"), None)
    if verb.lemma_ not in _GRANTING or noun.lemma_ not in words("nouns", "granted") or getter is None:
        return {}
    if getter.ent_type_ not in _NAMED or verb.i > noun.i:
        return {}
    moved = {c.i: (getter.i, c.dep_, c.tag_) for c in noun.lefts if c != getter}
    return moved | {getter.i: (verb.i, "dative", getter.tag_)}
