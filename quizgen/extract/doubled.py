"""Phrases that "and" joins to a second one with a preposition of its own: "is led by Ida Holm and by Otto Voss"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extract.context import Context
from quizgen.extract.nominals import nominal_flaw
from quizgen.extract.subclauses import is_timed
from quizgen.model import Phrase, PhraseType
from quizgen.syntax import phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 20
_LONGEST_DEED = 8
_JOINTS = frozenset({"and", "or"})
_LIVING = frozenset({PhraseType.PERSON, PhraseType.PEOPLE})


def joined(found: Phrase, token: "Token", target: "Token", context: Context) -> Phrase | None:
    """Return a phrase with those that "and" joins to it, "at Bonn and in Paris"; None where one of them is unusable."""
    above = [token, *(c for c in token.children if c.dep_ == "prep")]
    further = [c for p in above for c in p.children if c.dep_ == "conj" and c.pos_ == "ADP" and c.i > target.i]
    nouns = [n for c in further for n in c.children if n.dep_ == "pobj"]
    if any(map(is_denied, further)):
        return found
    if not nouns:
        return _with_second(found, token, target, context)
    tokens = sorted([*phrases.noun_tokens(target, context.reading), *further[0].subtree], key=lambda t: t.i)
    whole = list(token.doc[tokens[0].i : tokens[-1].i + 1])
    if any(nominal_flaw(n, context) for n in nouns) or is_timed(nouns[0], context) or len(whole) > _LONGEST:
        return None
    said = context.reading.text(whole)
    bound = context.reading.text(whole, keep_bound=True) if found.bound else ""
    return _both(replace(found, text=said, bound="" if bound == said else bound), whole, nouns, context)


def is_denied(prep: "Token") -> bool:
    """Return whether "not" stands before a preposition."""
    before = prep.nbor(-1) if prep.i > prep.sent.start else prep
    return any(c.dep_ == "neg" for c in prep.children) or before.lower_ == "not"


def _with_second(found: Phrase, token: "Token", target: "Token", context: Context) -> Phrase | None:
    """Return a phrase with one behind an aside or with a deed: "by her son, of Lim, and by nieces", "for digging"."""
    second = _second(token)
    noun = next((c for c in second.rights if c.dep_ in ("pobj", "pcomp")), None) if second is not None else None
    if second is None or noun is None or is_timed(noun, context):
        return found
    deed = noun.dep_ == "pcomp"
    tokens = _deed(noun) if deed else phrases.noun_tokens(noun, context.reading)
    unknown = context.reading.first_unresolved(tokens) if deed else nominal_flaw(noun, context)
    if not tokens or unknown:
        return found
    rest = f" {second.nbor(-1).lower_} {context.reading.text(tokens)}"
    both = replace(found, text=f"{found.text}{rest}", bound=f"{found.bound}{rest}" if found.bound else "")
    whole = [*phrases.noun_tokens(target, context.reading), *tokens]
    return _both(both, whole, [] if deed else [noun], context)


def _second(token: "Token") -> "Token | None":
    """Return the preposition that repeats another behind "and", of its own or of its verb."""
    below = (*token.rights, *(c for c in token.head.rights if c.i > token.i))
    same = (c for c in below if c.dep_ == "conj" and c.pos_ == "ADP" and c.lower_ == token.lower_)
    second = next(same, None)
    if second is None or is_denied(second) or second.nbor(-1).lower_ not in _JOINTS:
        return None
    between = token.doc[token.i + 1 : second.i]
    nearer = any(t.lower_ == token.lower_ and t.head == token.head for t in between)
    apart = nearer or any(t.text == ";" or (t.dep_ == "conj" and t.pos_ == "VERB") for t in between)
    return None if apart else second


def _deed(gerund: "Token") -> "list[Token]":
    """Return a gerund with its object, [] where it is long: "righting the animal"."""
    later = {t.i for c in gerund.rights if c.dep_ in ("advcl", "punct") for t in c.subtree}
    tokens = phrases.trimmed([t for t in gerund.subtree if t.i not in later])
    return tokens if len(tokens) <= _LONGEST_DEED else []


def _both(found: Phrase, whole: "list[Token]", nouns: "list[Token]", context: Context) -> Phrase:
    start, end = context.reading.span(whole)
    others = [phrases.phrase(n, context.reading, context.discourse, role="other") for n in nouns]
    kinds = {each.type if each is not None else PhraseType.UNKNOWN for each in others}
    same = bool(kinds) and (kinds == {found.type} or {*kinds, found.type} <= _LIVING)
    kind = found.type if same else PhraseType.THING
    return replace(found, start=start, end=end, type=kind, plural=True, noun="", values=())
