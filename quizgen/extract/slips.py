"""Small slips of the parser with a certain shape: a range, a comment or a size that was hung on the wrong word."""

from typing import TYPE_CHECKING

from quizgen import inflect
from quizgen.extract import splits
from quizgen.extract.grafts import put
from quizgen.extract.homes import DEPS, resettled
from quizgen.extract.members import enlisted
from quizgen.extract.misfits import back_in_place
from quizgen.extract.nounverbs import NAMING, reduced
from quizgen.extract.pasts import reread
from quizgen.extract.strays import STRAYING, gathered
from quizgen.extract.twins import Edits
from quizgen.lexicon import words
from quizgen.syntax.reading import YEAR

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_MANY = frozenset("tens hundreds thousands millions billions".split())
_SIZES = frozenset("long high tall wide deep thick broad across".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LEADING = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "mark", "cc"})
_MAKING = frozenset("name appoint elect crown proclaim declare make dub".split())
_LATER = frozenset({"advcl", "ccomp", "dep", "conj"})
_MISPLACED = _LATER | STRAYING | {"dobj", "relcl", "ROOT", "acl", "appos"}
_OWN_DEEDS = frozenset("become come die disappear emigrate escape flee go resign retire return settle travel".split())
_KNOWN = _MANY | _SIZES | {"am", "–"}
_MEASURED = frozenset({"npadvmod", "dobj", "attr", "nummod", "advmod"})
_AMOUNTING = frozenset(
    """carry contain cover cost employ feed have hold house include measure need number occupy produce receive require
    show take total use weigh yield""".split()
)


def slipped(doc: "Doc") -> "Doc":
    """Return a doc in which what has one of the shapes is back in its place."""
    edits: Edits = {}
    for token in doc:
        home = resettled(token) if token.dep_ in DEPS else {}
        if home and _is_tree(doc, edits | home):
            edits |= home
            continue
        if token.dep_ not in _MISPLACED and token.pos_ != "NUM" and token.lower_ not in _KNOWN:
            continue
        found = _slip(token) or back_in_place(token) or gathered(token) or reread(token)
        found = found or (enlisted(token) if token.i else {})
        if found and _is_tree(doc, edits | found):
            edits |= found
    if edits:
        put(doc, edits)
    return doc


def _is_tree(doc: "Doc", edits: Edits) -> bool:
    """Return whether each changed token still leads to a root."""
    for index in edits:
        at, steps = index, 0
        while steps <= len(doc):
            above = edits[at][0] if at in edits else doc[at].head.i
            if above == at:
                break
            at, steps = above, steps + 1
        else:
            return False
    return True


def _slip(token: "Token") -> Edits:
    if token.pos_ == "NUM":
        return _range(token) or _between(token) or splits.of_number(token) or splits.of_year(token)
    if token.i == 0:
        return {}
    if token.text == "–":
        return splits.of_name(token)
    if token.dep_ == "oprd":
        return _lost_predicate(token)
    if token.lower_ in _SIZES:
        return _size(token)
    if token.dep_ == "dobj":
        return _office(token) or splits.of_gift(token) or splits.of_way(token)
    if token.dep_ == "advmod" and token.tag_ == "RB" and token.i > token.head.i:
        return _object(token)
    if token.lower_ in _MANY:
        return _age_of_place(token)
    if token.dep_ == "conj" and token.tag_ == "VBN" and token.lemma_ in _OWN_DEEDS:
        return _own_deed(token)
    if token.dep_ in _LATER and token.pos_ == "VERB":
        return _contact_clause(token) or splits.of_one(token)
    if token.dep_ == "relcl":
        return splits.of_clause(token)
    if token.dep_ != "ROOT":
        return {}
    if found := splits.of_front(token):
        return found
    return _bare_gerund(token) if token.tag_ == "VBG" else _bare_name(token) if token.lemma_ in NAMING else {}


def _own_deed(verb: "Token") -> Edits:
    """Make a past tense of what nobody suffers behind a passive: "was knighted and retired"."""
    passive = any(c.dep_ == "auxpass" and c.tag_ == "VBD" for c in verb.head.lefts)
    helped = any(c.dep_ in ("aux", "auxpass") for c in (*verb.lefts, *verb.head.lefts) if c.tag_ != "VBD")
    return {verb.i: (verb.head.i, "conj", "VBD")} if passive and not helped else {}


def _range(low: "Token") -> Edits:
    """Make one number of both ends of a range: "rose 2 to 7 metres"."""
    to = low.nbor(1) if low.i + 2 < low.sent.end else low
    high = to.nbor(1) if to != low else low
    noun = high.head
    loose = to.lower_ in ("to", "or") and to.dep_ == "prep" and high.dep_ == "nummod" and noun.head == to
    if not loose or high.pos_ != "NUM" or low.dep_ not in _MEASURED or YEAR.match(low.text) or low.head != to.head:
        return {}
    dep = low.dep_ if low.dep_ in ("dobj", "attr") else "npadvmod"
    return {
        low.i: (high.i, "quantmod", "CD"),
        to.i: (high.i, "quantmod", "TO"),
        noun.i: (to.head.i, dep, noun.tag_),
    }


def _between(low: "Token") -> Edits:
    """Make an object of an amount that begins with "between": "covers between 6,000 and 9,000 square kilometres"."""
    prep, noun = low.nbor(-1) if low.i else low, low.head
    verb = prep.head
    apart = prep.lower_ != "between" or prep.dep_ != "prep" or noun.head != prep or low.dep_ != "nummod"
    if apart or verb.lemma_ not in _AMOUNTING or prep.i != verb.i + 1 or any(c.dep_ == "dobj" for c in verb.rights):
        return {}
    joined = any(c.dep_ == "conj" and c.pos_ == "NUM" for c in low.rights)
    return {noun.i: (verb.i, "dobj", noun.tag_), prep.i: (low.i, "quantmod", "IN")} if joined else {}


def _object(adverb: "Token") -> Edits:
    """Make an object of what a noun tells of, and no adverb can be: "form iron(II) hydroxide"."""
    verb = adverb.head
    told = any(c.dep_ in ("compound", "nmod", "det", "poss") and c.i == adverb.i - 1 for c in adverb.lefts)
    if (
        not told
        or verb.pos_ != "VERB"
        or adverb.left_edge.i != verb.i + 1
        or any(c.dep_ == "dobj" for c in verb.rights)
    ):
        return {}
    clauses = {c.i: (adverb.i, c.dep_, c.tag_) for c in verb.rights if c.dep_ == "relcl" and c.i > adverb.i}
    return clauses | {adverb.i: (verb.i, "dobj", "NN")}


def _office(noun: "Token") -> Edits:
    """Part a name from what somebody was made: "named Ida Holm governor"."""
    verb, name = noun.head, noun.nbor(-1)
    person = name.pos_ == "PROPN" and name.dep_ == "compound" and name.head == noun and noun.left_edge.i == verb.i + 1
    if not person or verb.lemma_ not in _MAKING or noun.tag_ != "NN" or not noun.is_lower:
        return {}
    if any(c.dep_ != "compound" or c.pos_ != "PROPN" for c in noun.lefts):
        return {}
    own = {c.i: (name.i, c.dep_, c.tag_) for c in noun.lefts if c != name}
    return own | {name.i: (verb.i, "dobj", name.tag_), noun.i: (verb.i, "oprd", noun.tag_)}


def _age_of_place(many: "Token") -> Edits:
    """Part a place from the time behind it: "in the Near East thousands of years ago"."""
    place = many.nbor(-1) if many.i > many.sent.start else many
    ago = next((t for t in many.doc[many.i + 1 : min(many.i + 5, many.sent.end)] if t.lower_ == "ago"), None)
    if ago is None or place.pos_ != "PROPN" or place.dep_ != "compound" or place.head != many:
        return {}
    own = {c.i: (place.i, c.dep_, c.tag_) for c in many.lefts if c != place}
    return own | {place.i: (many.head.i, many.dep_, place.tag_), many.i: (ago.i, "npadvmod", many.tag_)}


def _size(adjective: "Token") -> Edits:
    """Give a size to the noun right before it: "wait in queues up to 12 kilometres long"."""
    measure = next((c for c in adjective.lefts if c.dep_ == "npadvmod"), None)
    first = adjective.left_edge
    if measure is None or first.i == adjective.sent.start or adjective.dep_ not in ("advmod", "advcl", "acomp"):
        return {}
    noun = first.nbor(-1)
    verb = adjective.head
    before = noun.dep_ == "nsubj" and noun.head == verb and adjective.i < verb.i  # "a pipe eight feet long gives …"
    thing = noun.pos_ in _NOUNS and (before or noun.dep_ in ("dobj", "pobj")) and verb.is_ancestor(noun)
    return {adjective.i: (noun.i, "amod", adjective.tag_)} if thing and adjective.head.pos_ == "VERB" else {}


def _lost_predicate(name: "Token") -> Edits:
    """Make a verb of what ends a name: "winds called harmattan occur"."""
    verb, before = name.head, name.nbor(-1)
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    bases = words("verbs", "alone")
    intransitive = name.lower_ in bases or inflect.base(name.lower_, "VBZ", name.lemma_.lower()) in bases
    if verb.lemma_.lower() not in NAMING or verb.tag_ != "VBD" or subject is None or not intransitive:
        return {}
    plural = subject.tag_ in ("NNS", "NNPS")
    tag = "VBP" if plural else "VBZ"
    agrees = plural == (name.lower_ in bases)
    if subject.i != verb.i - 1 or before.head != name or before.dep_ != "compound" or not agrees:
        return {}
    edits = {c.i: (name.i, c.dep_, c.tag_) for c in verb.children if c.i < subject.i or c.i > name.i}
    above = name.i if verb.dep_ == "ROOT" else verb.head.i
    return edits | {
        before.i: (verb.i, "oprd", before.tag_),
        subject.i: (name.i, "nsubj", subject.tag_),
        verb.i: (subject.i, "acl", "VBN"),
        name.i: (above, verb.dep_, tag),
    }


def _contact_clause(verb: "Token") -> Edits:
    """Hang a clause without "that" on its noun: "the largest state the region had yet seen"."""
    first = next((c for c in verb.lefts if c.dep_ in ("aux", "auxpass")), verb)
    own = any(c.dep_ in _LEADING and c.i < verb.i for c in verb.children)
    if own or first.tag_ not in _FINITE or first.i < verb.sent.start + 2:
        return {}
    subject = first.nbor(-1)
    noun = subject.head
    beside = subject.dep_ == "appos" and subject.pos_ in _NOUNS and noun.pos_ in _NOUNS
    if not beside or noun.i != subject.left_edge.i - 1 or noun.dep_ not in ("dobj", "attr", "pobj"):
        return {}
    return {subject.i: (verb.i, "nsubj", subject.tag_), verb.i: (noun.i, "relcl", verb.tag_)}


def _bare_name(verb: "Token") -> Edits:
    """Make a participle of what names the subject of a passive behind it: "rods called binders are woven in"."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    later = next((c for c in verb.rights if c.dep_ in _LATER and c.tag_ == "VBN"), None)
    if verb.tag_ != "VBD" or subject is None or later is None or subject.i != verb.i - 1:
        return {}
    first = next((c for c in later.lefts if c.dep_ in ("aux", "auxpass")), later)
    bare = not any(c.dep_ in _LEADING and c.i < later.i for c in later.children)
    if first.tag_ not in _FINITE or not bare or first.nbor(-1).pos_ not in _NOUNS:
        return {}
    found = reduced(verb, subject, later) | {verb.i: (subject.i, "acl", "VBN")}
    return found | {subject.i: (later.i, "nsubjpass", subject.tag_)}


def _bare_gerund(verb: "Token") -> Edits:
    """Make a participle of an "-ing" that heads a sentence without an auxiliary: "rain falling on Monday filled it"."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    later = next((c for c in verb.rights if c.dep_ in _LATER and c.tag_ in _FINITE), None)
    if subject is None or later is None or any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return {}
    first = next((c for c in later.lefts if c.dep_ in ("aux", "auxpass", "advmod")), later)
    bare = not any(c.dep_ in _LEADING for c in later.children) and first.nbor(-1).pos_ in _NOUNS
    if not bare or subject.i != verb.i - 1:
        return {}
    return reduced(verb, subject, later) | {verb.i: (subject.i, "acl", "VBG")}
