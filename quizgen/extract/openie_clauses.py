"""Predicates for open information extraction: groups of verbs with the subject that they have or inherit."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from quizgen.extract.openie_phrases import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_AUXILIARIES = frozenset({"aux", "auxpass"})
_INNER = frozenset({"aux", "auxpass", "neg", "prt"})
_OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd", "dative"})
_VERBAL = frozenset({"VERB", "AUX"})
_BARE = frozenset({"aux", "auxpass", "amod", "compound", "case", "prep", "mark", "pcomp"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
# Verbs whose object does what the infinitive says: "helped him to leave", but "wrote a book to please".
_OBJECT_CONTROL = frozenset(
    """advise allow appoint ask assist authorize cause challenge command compel convince direct enable encourage
    entitle expect force get help inspire instruct invite lead leave motivate move name oblige order permit persuade
    pressure prompt push recommend remind request require teach tell tempt train urge want warn""".split()
)

# Verbs that have no progressive: "containing water" is no "is containing water".
_STATIVE = frozenset(
    """belong comprise concern consist contain cost deserve differ equal have include involve know lack mean need own
    possess require resemble want weigh""".split()
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """A group of verbs and what it is about.

    ``verbs`` runs from the finite verb down its infinitives ("wanted", "see"); ``group`` has their auxiliaries,
    particles and adverbs too, in order; ``antecedent`` is the noun that a relative clause stands beside.
    """

    verbs: list["Token"]
    group: list["Token"]
    subject: "Token"
    antecedent: "Token | None"

    @property
    def verb(self) -> "Token":
        """The verb that heads the clause."""
        return self.verbs[0]

    @property
    def lowest(self) -> "Token":
        """The last verb, or the adjective of "is able", which carries the arguments."""
        return self.verbs[-1]

    @property
    def dependents(self) -> list["Token"]:
        """What hangs on any of the verbs and is not part of the group."""
        group = {t.i for t in self.group}
        return [c for v in self.verbs for c in v.children if c.i not in group]


def predicates(sent: "Span") -> Iterator[Predicate]:
    """Yield the predicates of a sentence that are about something named, in the order of their verbs."""
    for token in sent:
        if token.pos_ in _VERBAL and token.tag_[0] in "VM" and not _is_inner(token):
            subject = _subject(token)
            if subject is not None and subject.tag_ not in _RELATIVE and not _is_asked(token, subject):
                verbs = _chain(token)
                if verbs[-1].tag_ != "MD":
                    yield Predicate(verbs, _group(verbs), subject, _antecedent(token))


def copula(predicate: Predicate) -> str:
    """Return the form of "be" that makes a bare participle finite, in the tense of the verb above; "" for others."""
    verb = predicate.verb
    bare = not has_subject(verb) and not any(t.dep_ in _AUXILIARIES for t in predicate.group)
    if not bare or top(verb).dep_ not in ("acl", "advcl") or not (verb.tag_ == "VBN" or _is_progressive(verb)):
        return ""
    finite = next((a for a in verb.ancestors if a.tag_ in ("VBD", "VBZ", "VBP")), verb)
    plural = predicate.subject.tag_ in ("NNS", "NNPS") or predicate.subject.lower_ in ("they", "we", "you")
    past, present = ("were", "are") if plural else ("was", "is")
    return past if finite.tag_ == "VBD" else present


def _is_progressive(verb: "Token") -> bool:
    return verb.tag_ == "VBG" and verb.lemma_ not in _STATIVE


def _is_asked(verb: "Token", subject: "Token") -> bool:
    """Return whether an auxiliary stands before the subject: "did he", "had she known"."""
    return subject.head == verb and any(c.dep_ in _AUXILIARIES and c.i < subject.i for c in verb.children)


def has_subject(verb: "Token") -> bool:
    """Return whether a verb has a subject of its own."""
    return any(c.dep_ in SUBJECTS for c in verb.children)


def top(verb: "Token") -> "Token":
    """Return the first of the verbs that a verb is coordinated with."""
    while verb.dep_ == "conj" and verb.head.pos_ in _VERBAL:
        verb = verb.head
    return verb


def _is_inner(token: "Token") -> bool:
    """Return whether a verb is a part of another predicate or has no subject to say it of."""
    if token.dep_ in _BARE or (token.dep_ == "ccomp" and not has_subject(token)):
        return True
    above = token.head
    return _joins(above, token) or (above.dep_ == "acomp" and token.dep_ == "xcomp" and _joins(above.head, above))


def _chain(token: "Token") -> list["Token"]:
    chain = [token]
    while True:
        below = next((c for c in chain[-1].children if _joins(chain[-1], c)), None)
        if below is None:
            return chain
        chain.append(below)


def _joins(verb: "Token", below: "Token") -> bool:
    """Return whether a verb continues in what hangs on it: "wants → to see", "is → able → to see"."""
    if below.dep_ == "acomp":
        open_ = any(c.dep_ == "xcomp" and c.pos_ in _VERBAL for c in below.children)
        return open_ and not any(c.dep_ == "conj" for c in below.children)
    between = any(c.dep_ in _OBJECTS and c.i < below.i for c in verb.children)
    return below.dep_ == "xcomp" and below.pos_ in _VERBAL and not between and not has_subject(below)


def _group(verbs: list["Token"]) -> list["Token"]:
    found = {t.i: t for t in [*_inherited(verbs[0]), *verbs]}
    for verb in verbs:
        found |= {c.i: c for c in verb.children if c.dep_ in _INNER or _is_adverb_between(c, verb)}
        found |= {t.i: t for c in verb.children if c.lower_ == "longer" for t in c.subtree}
    found |= {t.i: t for t in _behind(verbs[-1])}
    return [found[i] for i in sorted(found)]


def _is_adverb_between(token: "Token", verb: "Token") -> bool:
    if not is_bare_adverb(token) or token.tag_ == "WRB" or token.i > verb.i:
        return False
    return all(t.dep_ in (*_INNER, "advmod") for t in verb.doc[token.i : verb.i])


def is_bare_adverb(token: "Token") -> bool:
    """Return whether a token is an adverb without words of its own."""
    return token.dep_ == "advmod" and token.n_lefts + token.n_rights == 0


def _behind(verb: "Token") -> list["Token"]:
    """Return what belongs to a verb right behind it: the adverb of "ran daily on", the preposition of "referred to"."""
    found = list(takewhile(lambda t: t.head == verb and _is_behind(t), verb.doc[verb.i + 1 : verb.right_edge.i + 1]))
    phrases = any(c.dep_ in ("prep", "agent") and c.i > verb.i for c in verb.children if c not in found)
    return [t for t in found if phrases or t.dep_ in ("prep", "agent")]


def _is_behind(token: "Token") -> bool:
    alone = token.n_lefts + token.n_rights == 0
    return alone and token.dep_ in ("advmod", "prt", "neg", "prep", "agent")


def _inherited(verb: "Token") -> list["Token"]:
    """Return the auxiliaries that a coordinated verb shares: "was loved and admired"."""
    above = verb
    while above.dep_ == "conj" and not has_subject(above):
        if any(c.dep_ in _AUXILIARIES for c in above.children):
            break
        above = above.head
    found = [c for c in above.children if c.dep_ in _AUXILIARIES or c.dep_ == "neg"]
    last = next((c for c in reversed(found) if c.dep_ != "neg"), None)
    return found if above != verb and last is not None and _goes_with(last, verb) else []


def _goes_with(auxiliary: "Token", verb: "Token") -> bool:
    kind = auxiliary.lemma_ if auxiliary.lemma_ in ("be", "have") else "modal"
    if verb.tag_ == "VBD":  # "was sold and renamed": a participle that the tagger took for a past tense
        return auxiliary.dep_ == "auxpass" and not any(c.dep_ == "dobj" for c in verb.children)
    return (verb.tag_, kind) in {("VBN", "be"), ("VBN", "have"), ("VBG", "be"), ("VB", "modal")}


def _subject(verb: "Token") -> "Token | None":
    """Return what a verb is about: its own subject, an antecedent, or the subject of the verb it hangs on."""
    while True:
        found = _nearest_subject(verb)
        hangs = verb.dep_ in ("xcomp", "conj", "advcl") and verb.head.pos_ in _VERBAL
        if found is not None or not hangs or any(c.dep_ == "expl" for c in verb.children):
            return found
        verb = verb.head


def _nearest_subject(verb: "Token") -> "Token | None":
    own = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if own is not None:
        return _antecedent(verb) or own if own.tag_ in _RELATIVE else own
    if verb.dep_ in ("acl", "relcl"):
        return verb.head if verb.tag_ != "VB" or _is_ranked(verb.head) else None
    if verb.dep_ == "xcomp" and (verb.tag_ != "VB" or verb.head.lemma_ in _OBJECT_CONTROL):
        return next((c for c in verb.head.children if c.dep_ in ("dobj", "dative")), None)
    return None


def _is_ranked(noun: "Token") -> bool:
    """Return whether a noun does what its infinitive says: "the first woman to fly", but not "a chance to fly"."""
    return any(c.ent_type_ == "ORDINAL" or c.lower_ in ("first", "last", "only") for c in noun.children)


def _antecedent(verb: "Token") -> "Token | None":
    first = top(verb)
    return first.head if first.dep_ == "relcl" else None
