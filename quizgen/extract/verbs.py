"""Verb groups: the forms of a clause's predicate that questions are built from."""

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen import inflect
from quizgen.lexicon import words
from quizgen.model import Verb
from quizgen.syntax.clauses import Clause
from quizgen.syntax.phrases import is_plural

if TYPE_CHECKING:
    from spacy.tokens import Token

_KEPT_ADVERBS = frozenset(
    """best first only usually generally often typically normally commonly popularly mostly mainly primarily largely
    originally officially formally also almost nearly completely entirely fully partly widely closely directly
    indirectly once twice mainly chiefly successfully naturally slowly quickly rapidly easily finally eventually
    initially""".split()
)
DIRECTIONS = frozenset("back away apart together forward home ashore aside".split())
_FRAMING = frozenset({"begin", "start", "follow", "include", "depend", "range"})  # "they sailed, beginning in May"
_COURSES = frozenset({"through", "into", "to", "from", "towards", "toward", "onto", "past"})
_ABOUT = frozenset("about almost around nearly roughly some".split())
_DROPPED = frozenset({"also", "finally", "eventually", "initially"})
_BYGONE = frozenset({"formerly", "previously"})
_ELSEWISE = _BYGONE | frozenset("also colloquially locally once sometimes variously".split())


def verb_group(clause: Clause, *, perfect: bool = False) -> Verb | None:
    """Return the verb group of a clause with a finite form, or None where it cannot be given one.

    A past perfect becomes the simple past unless ``perfect`` asks for it: "by 1974 it had lived" says what led there.
    """
    head = clause.verb
    auxes = [a for a in clause.auxes if a.lower_ != "to"]
    if clause.kind == "participle" and not auxes:
        return _from_participle(clause)
    tense = _tense(head, auxes)
    if tense is None or not _agrees(head, auxes) or (_lays(head) and not auxes and not is_plural(clause.subject)):
        return None
    word = head.text if _capital(head) else head.text.lower()
    made = _made(clause, word, tuple(_aux_word(a) for a in auxes), tense)
    return made if perfect else _simple(made, plural=is_plural(clause.subject))


def _simple(verb: Verb, *, plural: bool) -> Verb:
    """Return a past perfect as simple past: alone, "had captured" has nothing to be earlier than."""
    if not verb.aux and verb.tense == "past" and verb.past == inflect.participle(verb.base) != inflect.past(verb.base):
        return replace(verb, text=verb.text.replace(verb.past, inflect.past(verb.base)), past=inflect.past(verb.base))
    if verb.aux[:1] != ("had",):
        return verb
    if verb.aux[1:2] == ("been",):
        aux: tuple[str, ...] = ("were" if plural else "was", *verb.aux[2:])
        word = verb.participle
    else:
        aux, word = verb.aux[1:], inflect.past(verb.base)
    parts = [*aux, *verb.adverbs, word, verb.particle, verb.complement]
    return replace(verb, text=" ".join(filter(None, parts)), aux=aux, past=inflect.past(verb.base))


def _capital(head: "Token") -> bool:
    return head.text[:1].isupper() and not head.is_sent_start and head.pos_ == "PROPN"


def _aux_word(token: "Token") -> str:
    return {"'s": "is", "’s": "is", "'ll": "will", "'d": "had", "'ve": "have"}.get(token.lower_, token.lower_)


def _tense(head: "Token", auxes: list["Token"]) -> str | None:
    finite = auxes[0] if auxes else head
    if finite.tag_ == "MD":
        return "future" if finite.lower_ in ("will", "shall", "'ll") else "modal"
    if not auxes and (_is_plain_present(head) or _lays(head)):
        return "present"
    return {"VBD": "past", "VBZ": "present", "VBP": "present"}.get(finite.tag_)


def _lays(head: "Token") -> bool:
    """Return whether "lay" is no past of "lie", which has no object: "the females lay eggs"."""
    return head.lower_ == "lay" and any(c.dep_ == "dobj" for c in head.children)


def _is_plain_present(head: "Token") -> bool:
    """Return whether a verb that was read as an infinitive continues one in the present: "collect nectar and make"."""
    first = head
    while first.dep_ == "conj" and first.tag_ == "VB":
        first = first.head
    return head.tag_ == "VB" and first.tag_ == "VBP" and first.dep_ == "ROOT"


def _agrees(head: "Token", auxes: list["Token"]) -> bool:
    """Return whether auxiliary and verb fit: a typing error or a wrong parse gives "will collected"."""
    if not head.is_sent_start and head.nbor(-1).text == "-":
        return False
    if not auxes:
        return head.tag_ in ("VBD", "VBZ", "VBP", "VBN") or _is_plain_present(head)
    last = auxes[-1]
    if last.tag_ == "MD" or last.lemma_ == "do":
        return head.tag_ in ("VB", "VBP")
    return head.tag_ in ("VBN", "VBD") if last.lemma_ == "have" else head.tag_ in ("VBN", "VBG", "VBD")


def _made(clause: Clause, word: str, aux: tuple[str, ...], tense: str) -> Verb:
    head = clause.verb
    base = _base(head)
    particle = " ".join(c.text for c in head.children if _is_particle(c, head))
    adverbs = tuple(c.lower_ for c in head.children if _is_kept(c, head))
    complement = _complement(clause)
    parts = [*aux, *adverbs, word, particle, complement]
    return Verb(
        lemma=" ".join(filter(None, [base, particle, complement])),
        text=" ".join(filter(None, parts)),
        base=base,
        past=inflect.past(base) if tense != "past" or aux else word,
        participle=word if aux else "",
        aux=aux,
        particle=particle,
        complement=complement,
        tense=tense,
        passive=clause.passive,
        adverbs=adverbs,
    )


def _base(head: "Token") -> str:
    if _lays(head):
        return "lay"
    return inflect.base(head.lower_, head.tag_, head.lemma_.lower())


def _is_particle(child: "Token", head: "Token") -> bool:
    if child.dep_ == "prt":
        return not leads_preposition(child) and not is_limit(child)
    return is_directional(child, head) or is_stranded(child)


def is_limit(particle: "Token") -> bool:
    """Return whether "up" belongs to an amount behind it: "holds up to 200 litres"."""
    if particle.lower_ != "up" or particle.i + 2 >= len(particle.doc):
        return False
    after = particle.nbor(2)
    about = after.lower_ in _ABOUT and after.i + 1 < len(after.doc)
    return particle.nbor(1).lower_ == "to" and (after.nbor(1) if about else after).pos_ == "NUM"


def leads_preposition(particle: "Token") -> bool:
    """Return whether a particle belongs to the preposition behind it, not to the verb: "grows a tube down through"."""
    if particle.dep_ != "prt" or particle.i + 1 >= len(particle.doc):
        return False
    following = particle.nbor(1)
    parted = any(c.dep_ == "dobj" and particle.head.i < c.i < particle.i for c in particle.head.children)
    return parted and following.dep_ == "prep" and following.head == particle.head and following.lower_ in _COURSES


def is_stranded(prep: "Token") -> bool:
    """Return whether a preposition stays with its passive verb: "is referred to as", "was paid for by"."""
    verb = prep.head
    passive = verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.children)
    if not passive or prep.dep_ != "prep" or prep.i != verb.i + 1 or list(prep.children):
        return False
    return prep.lower_ == "to" or (prep.i + 1 < len(prep.doc) and prep.nbor(1).dep_ == "agent")


def with_object(verb: Verb, text: str) -> Verb:
    """Return a verb group with an object that belongs to it: "put an end"."""
    joined = f"{verb.complement or verb.particle} {text}".strip()
    grown = {"complement": joined} if verb.complement else {"particle": joined}
    return replace(verb, lemma=f"{verb.lemma} {text}", text=f"{verb.text} {text}", **grown)  # type: ignore[arg-type]


def is_directional(child: "Token", head: "Token") -> bool:
    """Return whether an adverb is as close to its verb as a particle: "brought back"."""
    return child.dep_ == "advmod" and child.i == head.i + 1 and child.lower_ in DIRECTIONS and not list(child.children)


def _is_kept(child: "Token", head: "Token") -> bool:
    kept = child.lower_ in _KEPT_ADVERBS - _DROPPED or (child.lower_ in _ELSEWISE and is_calling(head))
    return kept and child.dep_ == "advmod" and child.i < head.i and not list(child.children)


def is_calling(verb: "Token") -> bool:
    """Return whether a participle tells a further name, so that "also" or "formerly" belongs to it."""
    return verb.tag_ == "VBN" and _base(verb) in words("verbs", "calling")


def _complement(clause: Clause) -> str:
    parts = []
    for verb in clause.chain[1:]:
        auxes = [c.text for c in verb.children if c.dep_ in ("aux", "auxpass") and c.i < verb.i]
        particle = [c.text for c in verb.children if c.dep_ == "prt" and _is_particle(c, verb)]
        parts += [*(auxes or ["to"]), verb.text, *particle]
    return " ".join(parts)


def _from_participle(clause: Clause) -> Verb | None:
    """Give a participle the tense of the clause it hangs on: "…, bringing back rocks" → "brought back"."""
    head = clause.verb
    above = head.head
    while above.pos_ not in ("VERB", "AUX") and above.head != above:
        above = above.head
    finite = next((c for c in above.children if c.dep_ in ("aux", "auxpass")), above)
    beside = head.dep_ == "acl" and finite.tag_ == "VBD"  # "the division, operating in Ohio, had lost": it operated
    perfect = finite.lemma_ == "have" and finite != above and not clause.is_fronted and not beside
    tense = "past" if finite.tag_ == "VBD" else "present" if finite.tag_ in ("VBZ", "VBP") else None
    if head.tag_ == "VBN" and not clause.passive:
        return None
    if clause.is_fronted:
        return _passive(clause) if _is_dated(clause) else None
    base = _base(head)
    if _is_by_maker(head) or (_is_item(above) and head.tag_ == "VBN" and _is_dated(clause)):
        return _passive(clause)
    framing = head.tag_ == "VBG" and (base == "follow" or (head.dep_ == "acl" and base in _FRAMING))
    if tense is None or framing:
        return None
    if head.tag_ == "VBN":
        if (tense == "past" and not perfect) or _is_dated(clause):
            return _passive(clause)
        bygone = any(c.lower_ in _BYGONE for c in head.lefts)
        now = "past" if bygone else "present"
        return _passive(clause, tense=now) if tense == "present" and _is_state(head) else None
    if perfect:
        made = _made(clause, inflect.participle(base), (finite.lower_,), tense)
        return _simple(made, plural=is_plural(clause.subject))
    plural = clause.subject.tag_ in ("NNS", "NNPS")
    word = inflect.past(base) if tense == "past" else base if plural else inflect.third(base)
    return _made(clause, word, (), tense)


def _is_item(above: "Token") -> bool:
    """Return whether a noun is all that an item of a list is made of: "Elm Church, opened in 1967;"."""
    return above.dep_ == "ROOT" and above.pos_ in ("NOUN", "PROPN")


def _is_dated(clause: Clause) -> bool:
    """Return whether a year stands with a participle: without one it may be a state, "known for its beer"."""
    return any(t.pos_ == "NUM" and len(t.text) == 4 and t.text.isdigit() for t in clause.verb.subtree)


def _is_by_maker(participle: "Token") -> bool:
    """Return whether a participle tells who made something once: "R21, developed by the University of Oxford"."""
    made = participle.tag_ == "VBN" and _base(participle) in words("verbs", "making")
    makers = (n for c in participle.children if c.dep_ == "agent" or c.lower_ == "at" for n in c.children)
    return made and any(n.dep_ == "pobj" and n.pos_ == "PROPN" for n in makers)


def _is_state(participle: "Token") -> bool:
    """Return whether a participle says how something is, not what was done to it: "linked to the car"."""
    pairs = words("verbs", "bound")
    return any(f"{_base(participle)} {c.lower_}" in pairs for c in participle.children if c.dep_ in ("prep", "agent"))


def _passive(clause: Clause, *, tense: str = "past") -> Verb:
    """Return a bare passive participle with its auxiliary: "Pennsylvania, founded in 1681," → "was founded"."""
    singular, plural = ("was", "were") if tense == "past" else ("is", "are")
    return _made(clause, clause.verb.lower_, (plural if is_plural(clause.subject) else singular,), tense)
