"""Clauses that have lost a part: what the parser joined to the wrong verb, and what a verb says too little without."""

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from quizgen import inflect
from quizgen.extract.complements import lacks_complement
from quizgen.extract.context import Statement
from quizgen.extract.nounverbs import NAMING
from quizgen.extract.signs import is_misparsed, is_too_much
from quizgen.lexicon import noun_type, words
from quizgen.model import Phrase, PhraseType
from quizgen.syntax.clauses import SUBJECTS, Clause
from quizgen.syntax.gapping import is_gapped, is_second_doer
from quizgen.syntax.phrases import is_set_off

if TYPE_CHECKING:
    from spacy.tokens import Token

_OBJECTS = frozenset({"dobj", "attr"})
_HUMAN = frozenset({PhraseType.PERSON, PhraseType.PEOPLE})
_NOUNS = frozenset({"NOUN", "PROPN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SOURCES = frozenset({"from", "of", "out of"})
_SEQUENCE = frozenset("then later finally afterwards afterward subsequently next lastly eventually".split())
_SEEMING = frozenset({"appear", "feel", "look", "seem", "sound"})
_PARTICLES = frozenset({"behind", "out", "off", "away", "up", "down"})
_ADDRESSING = frozenset({"to", "on", "upon", "with"})
_KEEPING = frozenset({"keep", "make", "leave", "render", "find", "hold", "consider", "turn"})
_HELD = frozenset("leave heat cool expose treat mix dissolve burn place put give keep store compress stretch".split())


def run_together(clause: Clause) -> str:
    """Return the reason code for a clause whose parts belong to two, "" where it is one."""
    predicates = {c.dep_ for c in clause.lowest.children if not _is_spelled_out(c) and not is_summed_up(c)}
    if {"attr", "acomp"} <= predicates:
        return "misread"  # "these are heavy and those light"
    objects = [c for c in clause.lowest.rights if c.dep_ in _OBJECTS]
    if any(_is_lost_possessive(c) or _is_half_verb(c) for c in objects):
        return "misread"
    verbs = (*clause.chain, *(c for c in clause.lowest.children if c.dep_ == "conj"))
    if any(_lacks_joint(v) for v in verbs) or _takes_foreign_object(clause) or _has_loose_year(clause):
        return "misread"
    if _is_aside_name(clause) or _is_unclosed(clause) or is_misparsed(clause):
        return "misread"
    if any(_lacks_predicate(c) for c in objects):
        return "cut"
    if any(_is_compared(v) for v in clause.chain[:-1]):
        return "comparison"
    if any(c.dep_ == "conj" and c.tag_ == "VBZ" and follows_object(c) for c in clause.lowest.rights):
        return "cut"
    if is_sequence(clause.lowest) or _is_parted(clause.lowest) or is_too_much(clause):
        return "cut"
    return "restricted" if _is_conditioned(clause) or _is_threat(clause) else ""


def _is_compared(verb: "Token") -> bool:
    """Return whether a comparison stands between a verb and its infinitive: "takes longer to reach the top"."""
    return any(c.dep_ == "advmod" and c.tag_ in ("RBR", "JJR") and c.i > verb.i for c in verb.rights)


def _is_threat(clause: Clause) -> bool:
    """Return whether something happens only if the clause before it does not: "it must move or it will sink"."""
    low = clause.verb
    if low.dep_ != "conj" or clause.shared or not any(a.tag_ == "MD" for a in clause.auxes):
        return False
    joints = [c for c in low.head.children if c.dep_ == "cc" and c.i < low.i]
    either = bool(joints) and joints[-1].lower_ == "or"
    return either or any(c.lower_ in ("otherwise", "else") and c.i < low.i for c in low.children)


def _is_lost_possessive(noun: "Token") -> bool:
    """Return whether an apostrophe behind a plural was taken for a quotation mark: "praised the sisters’ songs"."""
    mark = noun.right_edge.nbor(1) if noun.right_edge.i + 1 < len(noun.doc) else noun
    closing = mark.text in ("'", "’") and mark.tag_ != "POS" and not mark.nbor(-1).whitespace_ and noun.tag_ == "NNS"
    return closing and not any(t.text in ("'", "‘") for t in noun.doc[noun.sent.start : noun.i])


def _is_parted(verb: "Token") -> bool:
    """Return whether a second phrase with the same preposition was cut off: "with Oslo and, at times, with Bergen"."""
    joints = [c.i for c in verb.rights if c.lower_ in ("and", "or", "but") and c.dep_ == "cc"]
    preps = [c for c in verb.rights if c.dep_ == "prep"]
    pairs = ((a, b) for a, b in pairwise(preps) if a.lower_ == b.lower_)
    return any(a.right_edge.i < joint < b.i for a, b in pairs for joint in joints)


def _is_half_verb(noun: "Token") -> bool:
    """Return whether a verb was joined to an object as a noun: "washes out silica and leaves behind oxides"."""
    last = next((c for c in noun.rights if c.dep_ == "conj" and c.tag_ == "NNS"), None)
    if last is None or list(last.children) or last.i + 1 >= last.sent.end:
        return False
    return last.nbor(1).lower_ in _PARTICLES and last.lemma_.lower() in _verbs_too()


def is_deed(noun: "Token") -> bool:
    """Return whether an object is rather what somebody is made to do: "makes the ground contract and crack"."""
    made = noun.head.lemma_ in ("make", "let", "watch", "see", "hear") and noun.tag_ == "NN"
    doer = any(c.dep_ == "compound" and c.tag_ == "NN" and c.i == noun.i - 1 for c in noun.lefts)
    joined = [c for c in noun.rights if c.dep_ == "conj" and c.tag_ == "NN" and c.left_edge.i == c.i]
    return made and doer and bool(joined) and all(t.lemma_.lower() in _verbs_too() for t in (noun, *joined))


def _lacks_predicate(noun: "Token") -> bool:
    """Return whether an aside parts an object from what it is kept or made: "keeps the stem, now a pleacher, alive"."""
    last = noun.head.right_edge
    last = last.nbor(-1) if last.is_punct and last.i > noun.i else last
    alone = last.tag_ == "JJ" and last.left_edge.i == last.i > noun.i + 1
    return alone and noun.head.lemma_ in _KEEPING and last.nbor(-1).text == ","


def _verbs_too() -> frozenset[str]:
    return words("verbs", "nounverbs", "nounlike") | {"leaf", "leave"}


def _is_spelled_out(token: "Token") -> bool:
    """Return whether a colon parts what a clause says from what spells it out: "became known: one as a poet, …"."""
    return not token.left_edge.is_sent_start and token.left_edge.nbor(-1).text == ":"


def _lacks_joint(verb: "Token") -> bool:
    """Return whether a verb without a subject follows a noun: "look for flaws, steel wheels score the ribbon"."""
    finite = next((c for c in verb.lefts if c.dep_ == "aux" and c.tag_ == "MD"), verb)
    if _is_told_of_clause(verb):
        return True
    if verb.dep_ != "conj" or verb.pos_ != "VERB" or finite.tag_ not in (*_FINITE, "MD"):
        return False
    first = verb.left_edge
    own = any(c.dep_ in (*SUBJECTS, "csubj", "expl", "mark") for c in verb.children)
    if own or first.is_sent_start:
        return False
    return first.nbor(-1).pos_ in _NOUNS or (first.nbor(-1).text == "," and _is_of_whose(verb))


def _is_told_of_clause(verb: "Token") -> bool:
    """Return whether a passive verb without a subject stands behind one: "ore is dug, but what we use is imported"."""
    passive = verb.dep_ == "conj" and any(c.dep_ == "auxpass" for c in verb.lefts)
    first = verb.left_edge
    if not passive or first.is_sent_start or any(c.dep_ in (*SUBJECTS, "csubj") for c in verb.children):
        return False
    return first.nbor(-1).tag_ in _FINITE


def follows_object(verb: "Token") -> bool:
    """Return whether a verb is joined right behind the object of one that has "may" or "can" before it."""
    modal = any(c.tag_ == "MD" for c in verb.head.lefts)
    before = verb.nbor(-1)
    ends = (c.right_edge.i == verb.i - 2 for c in verb.head.rights if c.dep_ == "dobj")
    return modal and before.dep_ == "cc" and any(ends)


def is_summed_up(token: "Token") -> bool:
    """Return whether a noun behind a comma says what a clause amounts to: "is 1,000 m thick, a legacy of the cold"."""
    first = token.left_edge
    behind = token.dep_ == "attr" and token.i > token.head.i and not first.is_sent_start
    return behind and first.nbor(-1).text == "," and first.lower_ in ("a", "an", "the") and token.pos_ == "NOUN"


def _is_aside_name(clause: Clause) -> bool:
    """Return whether what something is called, between commas, was read as what it does: "the tug, called Vela, …"."""
    verb = clause.verb
    told = verb.lemma_ in NAMING and verb.tag_ in ("VBD", "VBN") and not clause.passive and not clause.auxes
    if told and verb.lemma_ == "call" and clause.subject.i == verb.i - 1 and clause.subject.tag_ == "NNS":
        below = {c.dep_ for c in verb.rights if c.pos_ != "VERB"}  # "cracks called septaria run through it"
        return "dobj" in below and "oprd" not in below and noun_type(clause.subject.lemma_.lower()) not in _HUMAN
    return told and clause.subject.i < verb.i - 1 and verb.nbor(-1).text == "," and not clause.shared


def _is_unclosed(clause: Clause) -> bool:
    """Return whether an aside behind the subject runs on into the verb: "a kiln, where it cools, since glass is"."""
    if clause.shared or clause.subject.i > clause.verb.i:
        return False
    doc = clause.verb.doc
    told = [c for c in clause.subject.rights if c.dep_ in ("relcl", "acl") and c.i < clause.verb.i]
    if any(
        c.dep_ == "relcl" and is_set_off(c) and not any(t.is_punct for t in doc[c.right_edge.i : clause.verb.i])
        for c in told
    ):
        return True
    between = [t.i for t in doc[clause.subject.i : clause.verb.i] if t.is_punct]
    first = min([clause.verb.i, *(a.i for a in clause.auxes)])
    return bool(told) and told[-1].tag_ == "VBN" and between == [first - 1] and doc[first - 1].text == ","


def _is_of_whose(verb: "Token") -> bool:
    """Return whether a verb belongs to a noun that has none: "the people whose queen, Boudica, led a revolt"."""
    between = verb.doc[min(verb.head.i, verb.i) : verb.i]
    return any(t.tag_ == "WP$" and t.head.dep_ == "appos" for t in between)


def _takes_foreign_object(clause: Clause) -> bool:
    """Return whether an object stands behind a noun that was joined to the verb: "falls, and water rinses the load"."""
    low = clause.lowest
    joined = [c for c in low.children if c.dep_ == "conj" and c.pos_ in _NOUNS and c.i > low.i]
    joined = [
        c for c in joined if not is_second_doer(c) and any(b.dep_ not in ("cc", "conj", "punct") for b in c.children)
    ]
    return any(not is_gapped(c) or any(o.dep_ == "dobj" and o.i > c.i for o in low.children) for c in joined)


def _has_loose_year(clause: Clause) -> bool:
    """Return whether a number that counts the subject is a year: "In 242 wealthy Romans lent money"."""
    first = clause.subject.left_edge
    if first.is_sent_start or first.i > clause.verb.i:
        return False
    counted = first.nbor(1) if first.lower_ in ("about", "around") else first
    before = first.nbor(-1)
    if counted.pos_ != "NUM":
        return False
    return before.dep_ == "prep" and not list(before.children)


def _is_conditioned(clause: Clause) -> bool:
    """Return whether something holds only under what a participle says first: "Left alone, the mud settles"."""
    head = clause.verb
    if clause.kind != "main" or head.tag_ not in ("VBZ", "VBP", "VB"):
        return False
    fronted = (c for c in head.lefts if c.dep_ == "advcl" and c.tag_ == "VBN" and c.left_edge.is_sent_start)
    return any(c.lemma_ in _HELD and c.i < clause.subject.i for c in fronted)


def before_aside(clause: Clause) -> list["Token"]:
    """Return the dependents without an amount behind the object and what tells of it: "…, most of them in Africa"."""
    low, found = clause.lowest, clause.dependents
    first = next((c for c in low.children if c.dep_ in ("dobj", "attr") and c.i > low.i), None)
    behind = (c for c in found if first is not None and c.i > first.i and c.dep_ in ("dobj", "attr", "npadvmod"))
    aside = next((c for c in behind if c.head == low and is_set_off(c) and _is_share(c)), None)
    return found if aside is None else [c for c in found if c.i < aside.left_edge.i]


def _is_share(noun: "Token") -> bool:
    of = (n for c in noun.children if c.lower_ == "of" for n in c.children if n.dep_ == "pobj")
    return any(n.lower_ in ("them", "which", "whom", "these", "those") for n in of)


def closed_up(clause: Clause) -> Clause:
    """Return a clause whose chain ends where somebody spoken to stands in it: "appealed to viewers to spare some"."""
    at = next((i for i, verb in enumerate(clause.chain[:-1]) if _addresses(verb, clause.chain[i + 1])), None)
    if at is None:
        return clause
    chain = clause.chain[: at + 1]
    spare = {c.i for verb in clause.chain[at + 1 :] for c in verb.children}
    rest = [c for c in clause.dependents if c.i not in spare]
    return replace(clause, chain=chain, dependents=sorted([*rest, clause.chain[at + 1]], key=lambda t: t.i))


def _addresses(verb: "Token", below: "Token") -> bool:
    between = [c for c in verb.rights if c.i < below.i and c.dep_ in ("prep", "dative", "dobj")]
    told = (c for prep in between if prep.lower_ in _ADDRESSING for c in prep.children if c.dep_ == "pobj")
    return any(c.dep_ == "dobj" for c in between) or any(c.pos_ in _NOUNS for c in told)


def is_sequence(noun: "Token") -> bool:
    """Return whether nouns or phrases are joined in an order of time: "red ones and then blue ones"."""
    joined = (c for c in noun.children if c.dep_ == "conj" and c.pos_ in (*_NOUNS, "ADP"))
    return any(c.lower_ in _SEQUENCE for each in joined for c in each.children if c.dep_ == "advmod")


def is_half_a_predicate(noun: "Token") -> bool:
    """Return whether a predicate goes on with a noun and what is said of it: "positive and other signs negative"."""
    said = [noun] if noun.pos_ == "ADJ" else [c for c in noun.lefts if c.dep_ == "amod"]
    return any(c.dep_ == "conj" and c.pos_ in _NOUNS for each in said for c in each.children)


def unsaid(built: Statement) -> str:
    """Return the reason code for a statement whose verb says too little with its arguments, "" where it is whole."""
    verb = built.verb
    if verb is None:
        return ""
    if verb.base in _SEEMING and built.clause.kind == "report":
        return "report"  # somebody's view: "wrote that it seemed the best"
    lasting = verb.tense == "past" and verb.aux[:1] not in (("has",), ("have",), ("had",))
    if lasting and any(_is_since(q) for q in built.qualifiers):
        return "misread"
    if verb.tense == "present" and not verb.aux[:1] and any(q.prep == "since" for q in built.qualifiers):
        return "misread"  # a clause that gives a reason, taken for a noun: "since tin oxidises easily"
    if verb.base == "follow" and not verb.passive and built.object is None:
        return "" if any(q.prep == "from" for q in built.qualifiers) else "unresolved-mention"  # what it came after
    if verb.passive and verb.base in words("verbs", "severing"):
        told = any(q.prep in _SOURCES or q.role == "reason" for q in built.qualifiers)
        return "" if told else "cut"
    if not verb.passive and built.object is None and verb.base in words("verbs", "assailing"):
        return "" if any(q.prep for q in built.qualifiers if q.role not in ("time", "duration")) else "no-object"
    if _is_bound_without_kind(built) or _lacks_goal(built):
        return "cut"
    if _is_multiple(built):
        return "comparison"
    return "no-complement" if lacks_complement(built) else ""


def _lacks_goal(built: Statement) -> bool:
    """Return whether "to" and what follows it was left out behind "from": "was moved from red to amber"."""
    low = built.clause.lowest
    behind = [c for c in low.children if c.i > low.i and (c.dep_ == "prep" or (c.dep_ == "advcl" and c.pos_ == "ADJ"))]
    told = " ".join(f"{q.prep} {q.text}" for q in built.qualifiers).split()
    return {"from", "to"} <= {c.left_edge.lower_ for c in behind} and "from" in told and "to" not in told


def _is_multiple(built: Statement) -> bool:
    """Return whether it is told how many times as much something does, and the object is the number alone."""
    told, doc = built.object, built.clause.verb.doc
    if told is None or not told.values or not told.text.endswith((" times", "twice")):
        return False
    last = next((t for t in doc[max(told.position, 0) :] if t.lower_ in ("times", "twice")), doc[-1])
    behind = doc[min(last.i + 1, len(doc) - 1)]
    return behind.lower_ in ("as", "more", "less") or behind.tag_ in ("RBR", "JJR")


def _is_since(time: Phrase) -> bool:
    return time.role == "time" and time.prep == "since" and any(c.isdigit() for c in time.text)


def _is_bound_without_kind(built: Statement) -> bool:
    """Return whether a thing passes an amount of what is not told: "the glacier has exceeded 40 metres"."""
    subject, told = built.subject, built.object
    if built.verb is None or subject is None or told is None or built.verb.base not in ("exceed", "surpass", "top"):
        return False
    return told.type is PhraseType.QUANTITY and subject.proper and built.clause.subject.pos_ != "NOUN"


def is_aside(verb: "Token") -> bool:
    """Return whether a past behind a comma is a participle: "a vaccine, R21, developed at Oxford"."""
    if verb.dep_ != "acl" or verb.tag_ != "VBD" or any(c.dep_ in (*SUBJECTS, "dobj", "aux") for c in verb.children):
        return False
    return inflect.participle(inflect.base(verb.lower_, verb.tag_, verb.lemma_.lower())) == verb.lower_


def is_participle_of(verb: "Token") -> bool:
    """Return whether a past that continues a passive is a participle: "is made by hand and sold in tins"."""
    above = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or above.tag_ != "VBN":
        return False
    first = above
    while first.dep_ == "conj" and not any(c.dep_ in ("aux", "auxpass") for c in first.children):
        first = first.head
    helped = next((c for c in first.children if c.dep_ == "auxpass"), None)
    base = inflect.base(verb.lower_, verb.tag_, verb.lemma_.lower())
    if helped is None or inflect.participle(base) != verb.lower_:
        return False
    finite = next((c for c in first.children if c.dep_ == "aux"), helped)
    own = {c.dep_ for c in verb.children} & {*SUBJECTS, "dobj", "aux"}
    if not own and base == "make" and any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in verb.rights):
        return True  # "were driven into the water and made to swim"
    if (
        own == {"dobj"}
        and finite.tag_ in ("VBZ", "VBP")
        and any(c.dep_ == "prep" and c.i == verb.i + 1 for c in verb.rights)
    ):
        return True  # "is poured into a bar and rolled into a ribbon a thousandth of an inch thick"
    if own:  # "bins will be emptied, staff paid and schools kept open"
        return finite.tag_ == "MD" and not own & {"dobj", "aux"} and not any(c.dep_ == "prep" for c in verb.children)
    return finite.tag_ in ("VBZ", "VBP", "MD") or any(c.dep_ == "agent" for c in verb.children)
