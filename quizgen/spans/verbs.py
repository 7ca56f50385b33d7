"""The verb of a question: which auxiliary goes first, what stays behind, and the active voice of a passive."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen import inflect
from quizgen.spans.site import Site

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The verb of a question: ``first`` goes before the subject, ``rest`` stands in the verb's place."""

    first: "str | Token"
    rest: tuple["str | Token", ...]
    taken: tuple["Token", ...] = ()


def group(site: Site, *, past: bool, plural: bool) -> Group:
    """Return the verb of a clause split for a question; ``past`` and ``plural`` serve clauses without a finite verb."""
    verb = site.verb
    if site.auxes and site.auxes[0].tag_ == "VBG":
        return Group(first=_be(past=past, plural=plural), rest=(verb,), taken=site.auxes[:1])
    if site.auxes:
        shared = tuple(a for a in site.auxes[1:] if a.head != verb)
        return Group(first=site.auxes[0], rest=(*shared, verb), taken=(site.auxes[0],))
    if verb.lemma_ == "be" and verb.tag_ in ("VBD", "VBZ", "VBP"):
        return Group(first=verb, rest=())
    if verb.tag_ == "VBN" and not (site.own_subject and site.subject.dep_ == "nsubj"):
        return Group(first=_be(past=past, plural=plural), rest=(verb,))
    return Group(first=_do(verb, past=past, plural=plural), rest=(verb.lemma_,))


def _be(*, past: bool, plural: bool) -> str:
    return ("were" if plural else "was") if past else ("are" if plural else "is")


def _do(verb: "Token", *, past: bool, plural: bool) -> str:
    if verb.tag_ in ("VBD", "VBZ", "VBP"):
        return {"VBD": "did", "VBZ": "does", "VBP": "do"}[verb.tag_]
    return "did" if past or verb.tag_ == "VBN" else "do" if plural else "does"


def active(site: Site, *, several: bool) -> "list[str | Token]":
    """Return the active verb for "Who …" of a passive clause: was built → built; [] where the form is not known."""
    auxes = [a.lower_ for a in site.auxes]
    match auxes:
        case [] | ["was"] | ["were"] | ["being"]:
            return _past(site.verb)
        case ["is"] | ["are"]:
            return [site.verb.lemma_ if several else inflect.third(site.verb.lemma_)]
        case [("has" | "have"), "been"]:
            return ["have" if several else "has", site.verb]
        case ["had", "been"]:
            return ["had", site.verb]
        case [modal, "be"]:
            return [modal, site.verb.lemma_]
    return []


def _past(verb: "Token") -> "list[str | Token]":
    if verb.lower_.endswith("ed"):
        return [verb]
    past = inflect.past(verb.lemma_)
    return [] if past.endswith("ed") else [past]


def singular(verb: "Token") -> str:
    """Return a finite verb in the third person singular."""
    if verb.tag_ in ("VBP", "VB") or verb.lower_ in ("were", "have", "do"):
        return {"are": "is", "were": "was", "have": "has"}.get(verb.lower_) or inflect.third(verb.lemma_)
    return verb.text


_OBJECTIVE = {"he": "him", "she": "her", "they": "them", "we": "us", "i": "me"}


def objective(phrase: "list[str | Token]") -> "list[str | Token]":
    """Return a subject as it stands behind a verb or a preposition: they → them."""
    if len(phrase) == 1 and str(phrase[0]).lower() in _OBJECTIVE:
        return [_OBJECTIVE[str(phrase[0]).lower()]]
    return phrase
