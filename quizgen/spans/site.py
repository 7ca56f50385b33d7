"""The clause that a slot is asked in: its verb, its subject and its auxiliaries, borrowed ones too."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.spans.trees import SUBJECTS, above, first_conjunct, is_infinitive, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVES = frozenset({"which", "who", "that", "whom"})
_OWN_CLAUSE = frozenset({"after", "before", "since", "while", "when", "by", "without", "upon"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A predicate with the heads that its question needs.

    ``filler`` is the antecedent of a relative clause in which it is the object: "the house (that) Ann built".
    """

    verb: "Token"
    subject: "Token"
    auxes: tuple["Token", ...] = ()
    own_subject: bool = True
    filler: "Token | None" = None
    relative: "Token | None" = None


def find(top: "Token") -> Site | None:
    """Return the lowest clause around a token that can be made a question, or None in a text without verbs."""
    for token in above(top):
        if token != top and token.dep_ == "appos":
            return None
        if is_verb(token) and token != top and not _climbs(token):
            found = at(token)
            if found is not None:
                return found
    return None


def _climbs(verb: "Token") -> bool:
    """Return whether a verb is asked together with the one above it: "able to do", "used for making"."""
    if verb.dep_ in ("xcomp", "aux", "auxpass", "amod", "compound"):
        return True
    if verb.dep_ in ("csubj", "csubjpass") and _subject(verb) is None:
        return True
    if verb.dep_ == "conj" and _subject(verb) is None and verb.tag_ in ("VB", "VBG"):
        return _climbs(first_conjunct(verb))
    if verb.dep_ == "pcomp":
        return verb.head.lower_ not in _OWN_CLAUSE
    return is_infinitive(verb) and verb.dep_ != "ROOT"


def at(verb: "Token") -> Site | None:
    """Return the clause of a verb, with the subject of another clause where it has none of its own."""
    own = _subject(verb)
    auxes = _auxes(verb)
    if first_conjunct(verb).dep_ == "relcl" and (verb.dep_ == "relcl" or own is None):
        return _relative(verb, own, auxes)
    if own is not None:
        return Site(verb=verb, subject=own, auxes=auxes)
    if verb.dep_ == "acl":
        return Site(verb=verb, subject=verb.head, auxes=auxes, own_subject=False)
    return _borrowing(verb, auxes)


def _relative(verb: "Token", own: "Token | None", auxes: tuple["Token", ...]) -> Site | None:
    first = first_conjunct(verb)
    antecedent = first.head
    if own is None or own.lower_ in _RELATIVES:
        shared = auxes or _shared_auxes(verb, first)
        return Site(verb=verb, subject=antecedent, auxes=shared, own_subject=False, relative=own)
    relative = next((t for t in verb.subtree if t.tag_ in ("WDT", "WP", "WRB") and t.i < own.i), None)
    owned = any(t.tag_ == "WP$" for t in own.subtree)
    filled = owned or (relative is not None and relative.dep_ in ("advmod", "pobj"))
    filler = None if filled else antecedent
    return Site(verb=verb, subject=own, auxes=auxes, filler=filler, relative=relative)


def _borrowing(verb: "Token", auxes: tuple["Token", ...]) -> Site | None:
    for upper in above(verb.head):
        if is_verb(upper):
            subject = _subject(upper)
            if subject is not None and subject.lower_ not in _RELATIVES:
                shared = auxes or (_shared_auxes(verb, upper) if verb.dep_ == "conj" else ())
                return Site(verb=verb, subject=subject, auxes=shared, own_subject=False)
            if upper.dep_ in ("relcl", "acl"):
                return Site(verb=verb, subject=upper.head, auxes=auxes, own_subject=False)
    return None


def _shared_auxes(verb: "Token", first: "Token") -> tuple["Token", ...]:
    """Return the auxiliaries that a second verb shares with the first: "was built and opened"."""
    if verb.tag_ not in ("VB", "VBN", "VBG"):
        return ()
    return _auxes(first)


def _auxes(verb: "Token") -> tuple["Token", ...]:
    """Return the auxiliaries before a verb; a misread noun or verb among them is none."""
    found = (c for c in verb.lefts if c.dep_ in ("aux", "auxpass"))
    return tuple(c for c in found if c.tag_ == "MD" or c.lemma_ in ("be", "have", "do", "get"))


def _subject(verb: "Token") -> "Token | None":
    return next((c for c in verb.children if c.dep_ in SUBJECTS), None)
