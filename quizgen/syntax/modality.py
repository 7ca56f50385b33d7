"""Whether a clause states something, denies it, plans it or only supposes it."""

from typing import TYPE_CHECKING

from quizgen.lexicon import noun_type, words
from quizgen.model import Modality, PhraseType
from quizgen.syntax.outcomes import is_why

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.syntax.clauses import Clause

_HYPOTHETICAL = frozenset("would could might may should must shall ought".split())
_ABLE = frozenset({"could", "may", "might"})
_TOLD = frozenset({"main", "conj", "relative"})
_STATES = frozenset("be have seem mean become explain prove lie appear help need want".split())
_SUPPOSING = frozenset("otherwise then now without soon still yet one perhaps also even with by".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_HEDGES = frozenset(
    """probably perhaps possibly maybe likely reportedly allegedly apparently presumably supposedly theoretically
    nominally ostensibly purportedly notionally hypothetically""".split()
)
_IN_THEORY = frozenset({"in theory", "in principle", "on paper"})
_SAYING = frozenset({"say", "report", "rumour", "rumor", "hold"})
_PROVIDED = frozenset({"assuming", "provided", "providing", "supposing"})
_CONDITIONS = frozenset(["if", "unless", "whether"])
_INVERTING = frozenset({"had", "were", "should"})
_JOINTS = frozenset({"so", "and", "but", "yet"})
_NEGATIONS = frozenset(
    """not n't n’t never no neither nor nobody nothing none hardly scarcely barely rarely seldom""".split()
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_DENIED = frozenset("no neither nor few little".split())  # before or in a subject
_SINGLED = frozenset("a an one all every even many much".split())  # behind "not"
_ANYBODY = frozenset("many others people some they".split())
_ACTING = _SUBJECTS | {"expl"}
_GROUPED = _ACTING | {"aux", "auxpass"}  # what a verb has of its own
_EITHER = frozenset({"or", "nor"})
_EXPECTED = frozenset({"expect", "schedule", "plan"})


def has_date(verb: "Token") -> bool:
    """Return whether a date with a digit stands below a verb."""
    return any(t.ent_type_ == "DATE" and "d" in t.shape_ for t in verb.subtree)


def modality_of(clause: "Clause") -> Modality:
    """Return how certain a clause is of what it says."""
    head = clause.verb
    if any(_is_denied(verb) for verb in clause.chain):
        return Modality.NEGATED
    if any(c.lower_ in _DENIED for c in clause.subject.children if c.dep_ in ("det", "amod", "preconj", "cc")):
        return Modality.NEGATED
    if _is_none(clause.subject):
        return Modality.NEGATED
    if _is_inverted(clause) or _is_hypothetical(clause, head):
        return Modality.CONDITIONAL
    planned = any(a.lower_ in ("will", "shall", "'ll") for a in clause.auxes)
    planned |= any(v.lemma_ in words("verbs", "plan") for v in clause.chain[:-1])
    planned |= head.lemma_ in _EXPECTED and clause.passive and any(a.tag_ in ("VBZ", "VBP") for a in clause.auxes)
    return Modality.PLANNED if planned else Modality.CERTAIN


def _is_none(subject: "Token") -> bool:
    """Return whether "not" stands before a subject, wherever the parser hangs it: "not a single house was lost"."""
    first = subject.left_edge
    first = first.nbor(-1) if first.lower_ != "not" and first.i > subject.sent.start else first
    return first.lower_ == "not" and first.nbor(1).lower_ in _SINGLED


def _is_denied(verb: "Token") -> bool:
    """Return whether a verb is denied, if by the "not" of the one it is joined to: "could not see or hear"."""
    if any(_is_negation(c) for c in verb.children):
        return True
    joints = {c.lower_ for v in (verb, verb.head) for c in v.rights if c.dep_ == "cc"}
    if verb.dep_ != "conj" or "but" in joints or any(c.dep_ in _GROUPED for c in verb.lefts):
        return False
    return (verb.tag_ == "VB" or not joints.isdisjoint(_EITHER)) and _is_denied(verb.head)


def _is_negation(child: "Token") -> bool:
    """Return whether a dependent denies its verb, alone or below an adverb: "no longer"."""
    if child.dep_ not in ("neg", "advmod", "preconj", "cc"):
        return False
    if child.lower_ == "little" and child.is_sent_start:
        return True  # "little did he know"
    return child.lower_ in _NEGATIONS or any(c.dep_ == "neg" or c.lower_ == "no" for c in child.children)


def _is_inverted(clause: "Clause") -> bool:
    """Return whether the order of the words says "if": "Had he died at sixty, …"."""
    return any(a.lower_ in _INVERTING and a.is_title and a.i < clause.subject.left_edge.i for a in clause.auxes)


def _is_hypothetical(clause: "Clause", head: "Token") -> bool:
    if any(_is_hedge(c) for v in clause.chain for c in v.children if c.dep_ == "advmod") or _is_theory(clause):
        return True
    if any(a.lower_ in _HYPOTHETICAL for a in clause.auxes) and not _is_duty(clause) and not _is_power(clause):
        return True
    if any(c.dep_ == "advcl" and _is_condition(c) for v in clause.chain for c in v.children):
        return True
    if any(c.dep_ == "mark" and c.lower_ in _CONDITIONS for c in head.children) or _is_condition(head):
        return True
    if (len(clause.chain) > 1 and _is_hearsay(head)) or _is_told_within(head):
        return True
    if len(clause.chain) > 1 and head.lemma_ == "have":
        return head.tag_ not in _FINITE
    above = head
    while above.dep_ == "conj":
        above = above.head
        if any(c.dep_ == "advcl" and c.i < above.i and _is_condition(c) for c in above.children):
            return True
    if above.dep_ == "ccomp" and (is_beside(above) or is_why(above) or is_estimate(above)):
        return False
    told = above.head
    reported = told.lemma_ in words("verbs", "report") and not _is_hedged(told) and not _is_rumour(told)
    return above.dep_ == "ccomp" and not reported


def _is_theory(clause: "Clause") -> bool:
    """Return whether a clause says itself that it holds on paper only: "in theory"."""
    preps = (c for v in clause.chain for c in v.children if c.dep_ == "prep" and c.i < clause.lowest.i)
    return any(f"{p.lower_} {c.lower_}" in _IN_THEORY for p in preps for c in p.children if not list(c.children))


def _is_duty(clause: "Clause") -> bool:
    """Return whether a clause says what has to be done, not what somebody concludes: "bills must start in …"."""
    if len(clause.auxes) > 2 or clause.auxes[0].lower_ not in ("must", "should") or clause.kind == "report":
        return False
    passive = any(a.dep_ == "auxpass" for a in clause.auxes)
    others = [a for a in clause.auxes[1:] if a.dep_ != "auxpass"]
    waiting = any(c.lower_ in ("still", "now", "soon") for c in clause.verb.children)
    if others or waiting or clause.verb.lemma_ in ("be", "have") or clause.verb.tag_ not in ("VB", "VBN"):
        return False
    return passive or clause.auxes[0].lower_ == "must"


def _is_power(clause: "Clause") -> bool:
    """Return whether a clause says what something is able to do, or does at times: "each car could take 40 people".

    What is or has been so is only supposed, and so is what would happen "otherwise", "without" something or "then".
    """
    first, *others = clause.auxes
    if first.lower_ not in _ABLE or clause.kind not in _TOLD or [a.dep_ for a in others] not in ([], ["auxpass"]):
        return False
    verbs = list(clause.chain)
    while verbs[-1].dep_ == "conj" and verbs[-1].head.pos_ in ("VERB", "AUX"):
        verbs.append(verbs[-1].head)
    supposed = any(c.lower_ in _SUPPOSING for v in verbs for c in v.children if c.i < v.i)
    return not (
        (first.lower_ != "could" and _is_one(clause.subject))
        or supposed
        or clause.lowest.lemma_ in _STATES
        or _has_day(clause)
    )


def _is_one(subject: "Token") -> bool:
    """Return whether a subject is somebody or a body, of whom "may" tells what is not known: "the firm may close"."""
    known = noun_type(subject.lemma_.lower()) in (PhraseType.PERSON, PhraseType.ORGANISATION)
    return subject.pos_ in ("PRON", "PROPN") or (known and subject.left_edge.lower_ == "the")


def _has_day(clause: "Clause") -> bool:
    """Return whether a clause tells of one occasion: "could fall by Friday"."""
    below = [c for v in clause.chain for c in v.children]
    below += [c for prep in below if prep.dep_ == "prep" for c in prep.children]
    return any(c.ent_type_ == "DATE" for c in below)


def _is_hearsay(verb: "Token") -> bool:
    """Return whether a deed is only thought or said: "he is believed to have been poisoned"."""
    passive = verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.children)
    return passive and (verb.lemma_ in words("verbs", "opinion") or verb.lemma_ in _SAYING)


def _is_rumour(verb: "Token") -> bool:
    """Return whether nobody in particular says so: "some say that …", "it is said that …"."""
    if any(c.dep_ in _SUBJECTS and c.lower_ in _ANYBODY for c in verb.lefts):
        return True
    return _is_hearsay(verb) and any(c.lower_ == "it" for c in verb.lefts)


def _is_told_within(verb: "Token") -> bool:
    """Return whether a deed is part of one that is only said: "she is said to have met a man, who told her …"."""
    if verb.dep_ not in ("relcl", "advcl") or verb.tag_ != "VBD" or verb.lemma_ == "be":
        return False
    return any(above.dep_ == "xcomp" and _is_hearsay(above.head) for above in verb.ancestors)


def _is_hedge(adverb: "Token") -> bool:
    """Return whether an adverb doubts its clause; before an amount it only says that the amount is vague."""
    if adverb.lower_ not in _HEDGES:
        return False
    return adverb.nbor(1).pos_ != "NUM" if adverb.i + 1 < len(adverb.doc) else True


def is_beside(token: "Token") -> bool:
    """Return whether a clause stands before a mark and another clause, for whose complement the parser takes it."""
    head = token.head
    if any(c.dep_ == "mark" for c in token.children):
        return False
    between = token.doc[token.i : head.i] if token.i < head.i else token.doc[head.i : token.i]
    if any(t.text in (";", ":") for t in between):
        return True
    reported = head.lemma_ in words("verbs", "report") or head.lemma_ in words("verbs", "opinion")
    joint = next((c for c in head.children if c.lower_ in _JOINTS and token.i < c.i < head.i), None)
    if reported or head.i < token.i:
        return False
    return joint.nbor(-1).text == "," if joint is not None else _is_first_of_list(token, head)


def _is_first_of_list(token: "Token", head: "Token") -> bool:
    """Return whether a clause is the first of several: "cats pass on disease, traffic kills some, and few are left"."""
    subject = next((c for c in head.lefts if c.dep_ in _SUBJECTS), None)
    own = any(c.dep_ in _SUBJECTS and c.i < token.i for c in token.lefts)
    joined = any(c.dep_ == "conj" and any(s.dep_ in _ACTING for s in c.lefts) for c in head.rights)
    if subject is None or not own or not joined or subject.left_edge.i < token.i:
        return False
    return subject.left_edge.nbor(-1).text == ","


def is_estimate(clause: "Token") -> bool:
    """Return whether a clause with a figure is what a named body has worked out: "the WHO estimates that …"."""
    verb = clause.head
    if verb.lemma_ not in ("estimate", "calculate") or clause.i < verb.i or _is_hedged(verb):
        return False
    named = any(c.dep_ == "nsubj" and c.pos_ == "PROPN" for c in verb.children)
    return named and any(t.pos_ == "NUM" and t.dep_ == "nummod" for t in clause.subtree)


def _is_hedged(verb: "Token") -> bool:
    return any(c.dep_ == "neg" or c.lower_ in _HYPOTHETICAL for c in verb.children)


def _is_condition(token: "Token") -> bool:
    bare = token.dep_ == "advcl" and not any(c.dep_ in ("aux", "auxpass") for c in token.children)
    if bare and token.lower_ in _PROVIDED:
        return True
    return any(c.dep_ == "mark" and c.lower_ in ("if", "unless", *_PROVIDED) for c in token.children)
