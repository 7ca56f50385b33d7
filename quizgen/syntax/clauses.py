"""Clauses: each finite or participial predicate with its subject, auxiliaries, dependents and modality."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizgen.lexicon import words
from quizgen.model import Modality
from quizgen.syntax import aims
from quizgen.syntax.described import told_of
from quizgen.syntax.gapping import parted
from quizgen.syntax.modality import has_date, modality_of
from quizgen.syntax.outcomes import is_why
from quizgen.syntax.phrases import is_set_off
from quizgen.syntax.reading import YEAR

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PREDICATES = frozenset({"ROOT", "conj", "ccomp", "relcl", "advcl", "acl", "parataxis", "pcomp"})
_FACTUAL_MARKS = frozenset({"although", "though"})
_TEMPORAL_MARKS = frozenset("after before once since until when while".split())  # dates for another clause, if undated
_STOPS = frozenset(":;")
_SENTENTIAL = frozenset(
    """allow bring call cause create enable explain give help know lead leave let make mean prevent produce result show
    term""".split()
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_UNITS = frozenset({"m", "km", "cm", "mm", "kg"})  # taken for verbs: "is 68 m wide"
_RELATIVES = frozenset({"which", "who", "that", "whom"})


@dataclass(slots=True)
class Clause:
    """A predicate and what depends on it.

    ``chain`` runs from the finite verb down through its infinitives ("expected", "reach"); ``kind`` is the way in which
    the clause stands in its sentence: main, conj, report, relative, participle, adverbial.
    """

    chain: list["Token"]
    subject: "Token"
    kind: str
    auxes: list["Token"]
    modality: Modality = Modality.CERTAIN
    attribution: "Token | None" = None
    shared: bool = False  # the subject stands in another clause
    dependents: list["Token"] = field(default_factory=list)
    within: tuple[int, int] | None = None  # where its times stand, if its verb is shared with another clause

    @property
    def verb(self) -> "Token":
        """The finite verb or participle."""
        return self.chain[0]

    @property
    def lowest(self) -> "Token":
        """The last verb of the chain, which carries the objects."""
        return self.chain[-1]

    @property
    def is_adverbial_participle(self) -> bool:
        """Whether the clause is a participle beside a main clause: "…, bringing back rocks"."""
        return self.kind == "participle" and self.verb.dep_ == "advcl"

    @property
    def is_fronted(self) -> bool:
        """Whether the clause is a passive participle before the subject: "Founded in 1602, the company …"."""
        return self.is_adverbial_participle and self.verb.tag_ == "VBN" and self.verb.i < self.subject.i

    @property
    def passive(self) -> bool:
        """Whether the lowest verb is in the passive."""
        low = self.lowest
        own = any(c.dep_ == "auxpass" for c in low.children)
        bare = (low.dep_ == "acl" or self.is_adverbial_participle) and low.tag_ == "VBN"
        return own or bare or (len(self.chain) == 1 and any(a.dep_ == "auxpass" for a in self.auxes))


def clauses(sent: "Span") -> Iterator[Clause]:
    """Yield the clauses of a sentence that have a subject, in the order of their verbs."""
    for token in sent:
        if is_predicate(token):
            found = _clause(token)
            if found is not None:
                yield from parted(found)


def is_predicate(token: "Token") -> bool:
    """Return whether a token heads a clause."""
    if token.pos_ not in ("VERB", "AUX") or token.dep_ not in _PREDICATES or token.lower_ in _UNITS:
        return False
    return token.dep_ not in ("acl", "pcomp") or token.tag_ in ("VBN", "VBG")


def clause_at(token: "Token") -> Clause | None:
    """Return the clause of a verb, also where it only dates another: "when she left"."""
    return _clause(token, dating=True)


def clause_of(verb: "Token", subject: "Token") -> Clause:
    """Return the clause of a verb with a subject that stands elsewhere: "what ruined the regime was war"."""
    clause = Clause(chain=_chain(verb), subject=subject, kind="main", auxes=_auxes(verb, shared=False))
    clause.dependents = [c for c in _dependents(clause) if c != subject]
    clause.modality = modality_of(clause)
    return clause


def _clause(token: "Token", *, dating: bool = False) -> Clause | None:
    parent = _infinitive_parent(token)
    chain = [*_chain_above(parent), token] if parent is not None else _chain(token)
    if parent is not None:
        chain += _chain(token)[1:]
    head = chain[0]
    subject, shared = _subject(head)
    if subject is None or head.dep_ == "pcomp" or _is_aside(head):
        return None
    if not dating and (_is_restrictive(head) or _is_unsure(head)):
        return None
    auxes = _auxes(head, shared=shared)
    if subject.dep_ == "appos" and subject.head.pos_ == "PROPN":
        subject = subject.head
    elif shared and subject == head.head:
        subject = told_of(head) or subject
    clause = Clause(chain=chain, subject=subject, kind=_kind(head), auxes=auxes, shared=shared)
    clause.dependents = _dependents(clause)
    clause.attribution = _attribution(head)
    clause.modality = modality_of(clause)
    return clause


def _is_restrictive(head: "Token") -> bool:
    """Return whether a clause only tells which noun is meant: "women who care for relatives" says nothing of women."""
    anchor = head
    while anchor.dep_ == "conj":
        anchor = anchor.head
    first = anchor.left_edge
    if anchor == head and told_of(head) is not None:
        return False
    return anchor.dep_ in ("relcl", "acl") and (first.i == 0 or first.nbor(-1).text not in (",", "–", "—"))


def _is_aside(head: "Token") -> bool:
    """Return whether a clause only says whose words a sentence gives, "…, he said, …", or what is asked: "why …"."""
    if head.dep_ == "ccomp" and any(c.tag_ == "WRB" and c.i < head.i for c in head.children):
        return not is_why(head)
    return head.dep_ == "parataxis" and head.lemma_ in words("verbs", "report", "telling")


def _is_unsure(head: "Token") -> bool:
    """Return whether a subordinate clause does not say that its content happened, or says it only in passing."""
    anchor = head
    while anchor.dep_ == "conj" and anchor.head.pos_ in ("VERB", "AUX"):
        anchor = anchor.head
    marks = [c.lower_ for c in anchor.children if c.dep_ in ("mark", "advmod") and c.i < anchor.i]
    if "when" in marks and (anchor.dep_ == "relcl" or anchor.tag_ in ("VBZ", "VBP")):
        return not _is_event(anchor)
    if anchor.dep_ != "advcl" or _is_participle(anchor) or _is_fronted(anchor) or _is_afterthought(anchor):
        return False
    if any(m in _FACTUAL_MARKS for m in marks):
        return False
    return not (any(m in _TEMPORAL_MARKS for m in marks) and _is_event(anchor))


def _is_event(verb: "Token") -> bool:
    """Return whether a clause can be told without the one that it dates: it has a date, or names both who and what."""
    named = {c.dep_ for c in verb.children if c.pos_ == "PROPN"}
    return has_date(verb) or (verb.tag_ == "VBD" and {"nsubj", "dobj"} <= named)


def _is_participle(verb: "Token") -> bool:
    """Return whether a verb stands without a finite auxiliary: "bringing back rocks", not "is bringing"."""
    return verb.tag_ == "VBG" and not any(c.dep_ in ("aux", "auxpass") and c.tag_ in _FINITE for c in verb.children)


def _is_fronted(verb: "Token") -> bool:
    """Return whether a passive participle opens its sentence: "Founded in 1602, the company …"."""
    bare = verb.dep_ == "advcl" and verb.tag_ == "VBN" and verb.left_edge.is_sent_start
    joined = any(c.dep_ in ("mark", "aux", "auxpass", "conj", "prt", "neg", *SUBJECTS) for c in verb.children)
    return bool(bare) and verb.i == verb.left_edge.i and not joined


def _is_afterthought(verb: "Token") -> bool:
    """Return whether a passive participle ends a clause and says what its subject is known for: "…, known as …"."""
    if verb.tag_ != "VBN" or verb.i < verb.head.i or verb.lemma_ not in words("verbs", "regarding"):
        return False
    joined = any(c.dep_ in ("mark", "aux", "auxpass", *SUBJECTS) for c in verb.children)
    return not joined and is_set_off(verb)


def _chain(token: "Token") -> list["Token"]:
    """Return a verb and the infinitives below it: expected → reach."""
    chain = [token]
    while True:
        low = chain[-1]
        below = next((c for c in low.children if c.dep_ == "xcomp" and _is_below(c)), None)
        if below is None or any(c.dep_ in ("dobj", "attr") for c in low.children) or len(chain) > 3:
            return chain
        chain.append(below)


def _is_cut_off(infinitive: "Token") -> bool:
    """Return whether a comma stands before an infinitive: "…, he said, to find genes"."""
    first = infinitive.left_edge
    return not first.is_sent_start and first.nbor(-1).text == ","


def _is_below(infinitive: "Token") -> bool:
    """Return whether an infinitive continues its verb, and does not tell what the deed was for."""
    if infinitive.head.lemma_ == "be" and infinitive.left_edge.nbor(-1).lower_ in ("first", "last", "few"):
        return False  # "among the first to fly"
    return aims.is_infinitive(infinitive) and not _is_cut_off(infinitive) and not aims.is_apart(infinitive)


def _infinitive_parent(token: "Token") -> "Token | None":
    """Return the infinitive that a conjoined bare verb continues: "aims to orbit the planet, land and deploy"."""
    head = token
    while head.dep_ == "conj" and head.head.pos_ in ("VERB", "AUX"):
        head = head.head
    if head == token or head.dep_ != "xcomp" or token.tag_ != "VB" or aims.is_apart(head):
        return None
    return head


def _chain_above(infinitive: "Token") -> list["Token"]:
    chain = [infinitive.head]
    while chain[0].dep_ == "xcomp":
        chain.insert(0, chain[0].head)
    return chain


def _subject(token: "Token") -> tuple["Token | None", bool]:
    for child in token.children:
        if child.dep_ in SUBJECTS:
            return _antecedent(titled(child) or child, token)
        if child.dep_ in ("csubj", "csubjpass", "expl"):
            return None, False
    fronted = _fronted_subject(token)
    if fronted is not None:
        return fronted, False
    if token.dep_ == "conj" and (token.head.pos_ in ("VERB", "AUX") or _is_predicative(token.head)):
        above = token.head if token.head.pos_ in ("VERB", "AUX") else token.head.head
        found, _ = (None, True) if _skips_noun(token) or _is_turned_round(token) else _subject(above)
        return found, True
    if _is_of_foremost(token):
        return _subject(token.head.head)
    if token.dep_ == "acl" and token.tag_ in ("VBN", "VBG"):
        return (None, False) if _is_doubtful(token.head) or _is_of_other(token) else (token.head, True)
    if _is_fronted(token):
        return _fronted_owner(token), True
    beside = token.dep_ == "advcl" and (token.tag_ == "VBG" or _is_afterthought(token))
    if beside and token.head.pos_ in ("VERB", "AUX"):
        marked = any(c.dep_ in ("mark", "advmod") and c.i < token.i for c in token.children) or _is_joined(token)
        found, _ = _subject(token.head) if not marked else (None, True)
        return found, True
    return None, False


def _is_of_foremost(participle: "Token") -> bool:
    """Return whether a participle behind a comma goes on with what is the most: "novels were the most popular sort,
    followed by …"."""
    noun = participle.head
    told = participle.dep_ == "acl" and participle.tag_ == "VBN" and noun.dep_ == "attr" and is_set_off(participle)
    return told and any(t.tag_ in ("JJS", "RBS") for c in noun.lefts for t in (c, *c.lefts))


def _is_joined(gerund: "Token") -> bool:
    """Return whether a gerund goes on with what a preposition began: "argued for planting trees and clearing bogs"."""
    first = gerund.left_edge
    return gerund.tag_ == "VBG" and not first.is_sent_start and first.nbor(-1).lower_ in ("and", "or")


def titled(subject: "Token") -> "Token | None":
    """Return the name right behind a noun where the parser makes both of them subjects: "the chemist Marie Curie"."""
    names = (c for c in subject.head.children if c.dep_ == subject.dep_ and c.pos_ == "PROPN" and c.i > subject.i)
    found = next(names, None) if subject.pos_ == "NOUN" else None
    return found if found is not None and found.left_edge.i == subject.i + 1 else None


def _is_predicative(token: "Token") -> bool:
    """Return whether a token is an adjective that a verb says of its subject: "are steep and consist of layers"."""
    return token.dep_ == "acomp" and token.pos_ == "ADJ"


def _fronted_owner(participle: "Token") -> "Token | None":
    """Return the subject right behind the comma of a participle that opens a sentence."""
    if participle.head.pos_ not in ("VERB", "AUX"):
        return None
    subject, _ = _subject(participle.head)
    if subject is None or subject.i < participle.i:
        return None
    first = subject.left_edge.i
    return subject if subject.doc[first - 1].text == "," and participle.right_edge.i >= first - 2 else None


def _fronted_subject(verb: "Token") -> "Token | None":
    """Return the subject that the parser put behind a year: "In 1904 Ramsay received the prize"."""
    for prep in verb.children:
        if prep.dep_ == "prep" and prep.is_sent_start and prep.i < verb.i:
            noun = next((c for c in prep.children if c.dep_ == "pobj" and c.pos_ == "PROPN"), None)
            if noun is not None and YEAR.match(prep.nbor(1).text) and noun.right_edge.i == verb.i - 1:
                return noun
    return None


def _is_turned_round(verb: "Token") -> bool:
    """Return whether the subject of a verb of going follows it: "and with him went his protection"."""
    return verb.lemma_ in ("come", "go") and any(c.dep_ == "dobj" for c in verb.rights)


def _skips_noun(verb: "Token") -> bool:
    """Return whether a noun that is not the verb's stands between "and" or a colon and a coordinated verb.

    Perhaps it is its subject: "later machines grew larger: the No. 2, nicknamed Ada, went into service".
    """
    head = verb.head
    joints = [c.i for c in head.children if c.i < verb.i and (c.dep_ == "cc" or (c.i > head.i and c.text in _STOPS))]
    and_ = joints[-1] if joints else None
    own = {t.i for t in verb.subtree}
    return and_ is not None and any(t.pos_ in ("NOUN", "PROPN") and t.i not in own for t in verb.doc[and_ : verb.i])


def _antecedent(subject: "Token", verb: "Token") -> tuple["Token | None", bool]:
    if subject.lower_ not in _RELATIVES or subject.tag_ not in ("WDT", "WP"):
        return subject, False
    anchor = verb
    while anchor.dep_ == "conj":
        anchor = anchor.head
    sentential = subject.lower_ == "which" and verb.lemma_ in _SENTENTIAL
    if anchor.dep_ != "relcl" or sentential or _is_doubtful(anchor.head) or anchor.head.pos_ in ("VERB", "AUX"):
        return None, False
    if _is_far(anchor.head, subject):
        return None, False
    return anchor.head, True


def _is_far(antecedent: "Token", relative: "Token") -> bool:
    """Return whether a whole clause stands between a noun and ", which", which may as well tell of that."""
    between = antecedent.doc[antecedent.i + 1 : relative.i]
    return len(between) > 0 and between[-1].text == "," and any(t.tag_ in _FINITE for t in between)


def _is_doubtful(antecedent: "Token") -> bool:
    """Return whether what follows a comma may as well belong to another noun: "the shell of the Earth, which …".

    Behind an amount it tells of the whole clause: "fell by 15 percent, which …".
    """
    if antecedent.dep_ != "pobj":
        return bool(antecedent.dep_ == "conj")
    if antecedent.ent_type_ in ("PERCENT", "MONEY"):
        return True
    return _is_in_aside(antecedent) or antecedent.head.head.pos_ in ("NOUN", "PROPN")


def _is_of_other(participle: "Token") -> bool:
    """Return whether a participle behind a comma may tell of a noun before another one: "soils formed on ash, known as
    …, are"."""
    noun = participle.head
    above = noun.head.head
    return noun.dep_ == "pobj" and above.dep_ == "acl" and is_set_off(participle) and not is_set_off(above)


def _is_in_aside(noun: "Token") -> bool:
    """Return whether a noun stands in an aside that tells of another: "R21, made by Serum, which …"."""
    verb = noun.head.head
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    return verb.dep_ == "acl" and verb.pos_ == "VERB" and is_set_off(verb)


def _auxes(token: "Token", *, shared: bool) -> list["Token"]:
    """Return the auxiliaries of a verb, or those of the verb that it is coordinated with if they share a subject."""
    own = [c for c in token.children if c.dep_ in ("aux", "auxpass")]
    if own or not shared or token.dep_ != "conj" or token.tag_ not in ("VBN", "VBG", "VB"):
        return own
    return _auxes(token.head, shared=True) if token.head.pos_ in ("VERB", "AUX") else []


def _kind(token: "Token") -> str:
    names = {"ROOT": "main", "conj": "conj", "relcl": "relative", "acl": "participle", "advcl": "adverbial"}
    if token.dep_ == "advcl" and (token.tag_ == "VBG" or _is_fronted(token) or _is_afterthought(token)):
        return "participle"
    return names.get(token.dep_, "report")


def _dependents(clause: Clause) -> list["Token"]:
    found = [c for verb in clause.chain for c in (*verb.children, *aims.strays(verb))]
    return sorted((c for c in found if c not in clause.chain), key=lambda t: t.i)


def _attribution(head: "Token") -> "Token | None":
    """Return the subject of the reporting verb above or beside a clause."""
    report = words("verbs", "report")
    if head.dep_ == "ccomp" and head.head.lemma_ in report:
        return next((c for c in head.head.children if c.dep_ in SUBJECTS), None)
    for child in head.children:
        if child.dep_ == "parataxis" and child.lemma_ in report:
            return next((c for c in child.children if c.dep_ in SUBJECTS), None)
    return None
