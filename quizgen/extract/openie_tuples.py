"""Open information extraction: every clause as tuples of its own words, for comparison with other systems."""

from collections.abc import Iterator
from itertools import islice, product
from typing import TYPE_CHECKING

from quizgen.extract import openie_nouns as nouns
from quizgen.extract.openie_clauses import Predicate, copula, has_subject, is_bare_adverb, predicates, top
from quizgen.extract.openie_phrases import is_set_off, joints, parts, text, words
from quizgen.lexicon import words as listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OBJECTS = frozenset({"dobj", "attr", "oprd", "acomp", "dative", "ccomp", "xcomp"})
_PREPOSITIONS = frozenset({"prep", "agent"})
_ARGUMENTS = _OBJECTS | _PREPOSITIONS | {"npadvmod", "advmod", "advcl"}
_CIRCUMSTANCES = frozenset("when after before until since because if unless once".split())
_CONNECTIVES = frozenset(
    (
        "for example,for instance,in fact,in addition,in particular,in general,in other words,of course,as a result,"
        "as well,at least,however,therefore,thus,moreover,instead,nevertheless,nonetheless,otherwise,too,though"
    ).split(",")
)
_WITHIN = frozenset("across along around at during in inside near on throughout within".split())
_WH = frozenset({"WDT", "WP", "WRB"})
_LONGEST = 300  # words; what is longer is a list or a table, and walking up its chains takes minutes
_MOST = 200  # pairs of one clause: two long lists would give thousands
_CONFIDENCE = {"ROOT": 0.9, "conj": 0.8, "relcl": 0.8, "ccomp": 0.8, "acl": 0.7, "advcl": 0.7}

Triple = tuple[float, str, tuple[str, ...]]
_Objects = tuple[list["Token"], list[list["Token"]]]  # a relation and what it may relate to


def triples(doc: "Doc") -> Iterator[Triple]:
    """Yield (confidence, relation, arguments) for each clause, apposition and title of a parsed text, each once."""
    for sent in doc.sents:
        if len(sent) > _LONGEST:
            continue
        found = [t for predicate in predicates(sent) for t in _clause(predicate)]
        found += [(0.5, *pair) for token in sent for pair in nouns.tuples(token)]
        yield from dict.fromkeys(t for t in found if all(t[2]))


def _clause(predicate: Predicate) -> Iterator[Triple]:
    """Yield a tuple for each pair of a subject and an object; the other arguments go with each of them."""
    confidence = _CONFIDENCE.get(predicate.verb.dep_, 0.6)
    subjects = [_subject_text(predicate, s) for s in parts(predicate.subject, _own(predicate))]
    found, rest = _found(predicate)
    for relation, objects in found:
        for subject, object_ in islice(product(subjects, objects), _MOST):
            yield confidence, _finite(predicate, text(relation)), (subject, *dict.fromkeys((object_, *rest)))


def _subject_text(predicate: Predicate, subject: list["Token"]) -> str:
    """Return a subject with the antecedent in place of "whose" or "which": "whose coasts" are "the island's coasts"."""
    own = _relative_in(predicate.subject)
    if own is None:
        return text(subject)
    if predicate.antecedent is None:
        return ""
    noun = text(words(predicate.antecedent, _own(predicate)))
    before, after = [t for t in subject if t.i < own.i], [t for t in subject if t.i > own.i]
    return " ".join(filter(None, (text(before), noun + "'s" if own.tag_ == "WP$" else noun, text(after))))


def _relative_in(subject: "Token") -> "Token | None":
    below = (c for p in subject.children if p.dep_ == "prep" for c in p.children)
    return next(
        (c for c in [*subject.children, *below] if c.tag_ == "WP$" or (c.tag_, c.dep_) == ("WDT", "pobj")), None
    )


def _finite(predicate: Predicate, relation: str) -> str:
    """Return a relation that states something by itself: a participle beside a noun gets the copula that it lacks."""
    missing = copula(predicate)
    return f"{missing} {relation}" if missing else relation


def _own(predicate: Predicate) -> set[int]:
    """Return where the predicate itself hangs, so that no argument holds it."""
    clauses = () if predicate.antecedent is None else predicate.antecedent.children
    return {predicate.verb.i} | {c.i for c in clauses if c.dep_ == "relcl"}


def _found(predicate: Predicate) -> tuple[list[tuple[list["Token"], list[str]]], list[str]]:
    """Return relations with their objects, and the arguments that go with all of them."""
    arguments = _arguments(predicate)
    objects = list(_objects(predicate, arguments[0])) if arguments else []
    rest = [text(words(t)) for t in arguments[1:]] + _circumstance(predicate)
    if _has_gap(predicate):
        objects, rest = [_antecedent_object(predicate)], [text(words(t)) for t in arguments]
    elif not arguments and rest:
        return [(predicate.group, rest[:1])], rest[1:]
    return [(relation, [text(o) for o in found]) for relation, found in objects], rest


# --- arguments ------------------------------------------------------------------------------------------------------


def _arguments(predicate: Predicate) -> list["Token"]:
    """Return what a predicate relates its subject to: objects, then what follows the verb, then what stands before."""
    found = [c for c in predicate.dependents if _is_argument(c, predicate)]
    found += _opening(predicate)
    return sorted(found, key=lambda t: _rank(t, predicate))


def _rank(token: "Token", predicate: Predicate) -> tuple[bool, bool, bool, bool, int]:
    last = predicate.group[-1]
    follows = last.dep_ in _PREPOSITIONS and token.left_edge.i == last.i + 1
    before = token.i < predicate.lowest.i
    return not follows, token.dep_ not in _OBJECTS, is_bare_adverb(token), before, token.i


def _is_argument(token: "Token", predicate: Predicate) -> bool:
    if token.dep_ == "ccomp":
        return token.left_edge.lower_ != "which" and not _is_spliced(token, predicate)
    if token.dep_ not in _ARGUMENTS or _is_relative(token) or _is_connective(token) or _is_afterthought(token):
        return False
    if token.dep_ == "advmod":
        return not is_bare_adverb(token) or token.i > token.head.i
    if token.dep_ == "advcl":
        return any(c.dep_ in ("mark", "advmod") and c.lower_ in _CIRCUMSTANCES for c in token.children)
    if token.dep_ in _PREPOSITIONS:
        return any(True for _ in token.children) and not any(c.tag_ in _WH for c in token.children)
    return True


def _is_relative(token: "Token") -> bool:
    """Return whether an argument is "which", "that" before its verb, or a question: "how bright"."""
    if token.tag_ in _WH or any(c.tag_ == "WRB" for c in token.children if token.dep_ in ("acomp", "attr")):
        return True
    return token.lower_ == "that" and token.i < token.head.i and token.dep_ == "dobj"


def _is_afterthought(token: "Token") -> bool:
    """Return whether an object follows another one and a comma: an apposition that the parser misplaced."""
    if token.dep_ != "dobj" or not is_set_off(token):
        return False
    return any(c.dep_ in ("dobj", "xcomp") and c.i < token.i for c in token.head.children)


def _is_connective(token: "Token") -> bool:
    """Return whether a phrase only links its sentence to others: "for example"."""
    near = token.right_edge.i - token.left_edge.i < 3 and token.dep_ in ("prep", "advmod")
    return near and " ".join(t.lower_ for t in token.subtree) in _CONNECTIVES


def _is_spliced(token: "Token", predicate: Predicate) -> bool:
    """Return whether a clause only stands before another one: "He left; she stayed"."""
    return token.i < predicate.verb.i and predicate.lowest.lemma_ not in listed("verbs", "report")


def _opening(predicate: Predicate) -> list["Token"]:
    """Return what stands at the start of a sentence for all its coordinated verbs: "In 1990 he left and settled"."""
    first = top(predicate.verb)
    subject = next((c for c in first.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or (first != predicate.verb and has_subject(predicate.verb)):
        return []
    found = [c for c in subject.children if c.dep_ == "prep" and c.i < subject.i]
    if first != predicate.verb:
        found += [c for c in first.children if c.dep_ in ("prep", "npadvmod") and c.i < subject.i < first.i]
    return [c for c in found if not _is_connective(c) and not any(w.tag_ in _WH for w in c.children)]


# --- objects --------------------------------------------------------------------------------------------------------


def _objects(predicate: Predicate, first: "Token") -> Iterator[_Objects]:
    """Yield the relation and its objects; a preposition behind the verb belongs to the relation."""
    group = predicate.group
    if first.dep_ in _PREPOSITIONS and first.i > predicate.verb.i:
        yield from _prepositional(group, first)
    elif first.dep_ == "ccomp":
        marks = [c for c in first.children if c.dep_ == "mark" and c.lower_ == "that"]
        yield [*group, *marks], [words(first, {m.i for m in marks})]
    elif first.dep_ == "acomp" and not joints(first):
        yield from _adjectival(group, first)
    else:
        yield group, [words(first)] if first.dep_ == "xcomp" else parts(first)


def _prepositional(group: list["Token"], first: "Token") -> Iterator[_Objects]:
    for preposition in [first, *(c for c in first.children if c.dep_ == "conj" and c.pos_ == "ADP")]:
        object_ = _object_of(preposition)
        if object_ is None or _reaches_on(preposition):
            yield group, [words(preposition)]
        else:
            yield [*group, *_lead(preposition)], parts(object_)


def _reaches_on(preposition: "Token") -> bool:
    """Return whether a second phrase belongs to a prepositional one: "from 1850 to 1860"."""
    return any(c.dep_ == "prep" and _object_of(c) is not None for c in preposition.children)


def _lead(preposition: "Token") -> list["Token"]:
    """Return a preposition with what belongs to it: "out of", "shortly after"."""
    inner = [c for c in preposition.children if c.dep_ in ("prep", "advmod") and c.i < preposition.right_edge.i]
    return sorted([preposition, *(c for c in inner if not list(c.children))], key=lambda t: t.i)


def _adjectival(group: list["Token"], adjective: "Token") -> Iterator[_Objects]:
    """Yield "is famous for" with its object, an adjective without a preposition as the object itself."""
    preposition = next((c for c in adjective.children if c.dep_ == "prep"), None)
    object_ = None if preposition is None else _object_of(preposition)
    if object_ is None:
        yield group, [words(adjective)]
    else:
        yield [*group, *words(adjective, {object_.i})], parts(object_)


def _object_of(preposition: "Token") -> "Token | None":
    return next((c for c in preposition.children if c.dep_ in ("pobj", "pcomp")), None)


# --- relative clauses -----------------------------------------------------------------------------------------------


def _has_gap(predicate: Predicate) -> bool:
    """Return whether the antecedent is the object of its clause: "the book (that) she wrote"."""
    if predicate.antecedent is None or predicate.subject == predicate.antecedent:
        return False
    children = predicate.dependents
    if _relative_in(predicate.subject) is not None:
        return False
    if any(c.dep_ == "dobj" and _is_relative(c) for c in children):
        return True
    taken = any(c.dep_ in ("dobj", "attr", "acomp", "ccomp") or c.tag_ == "WRB" for c in children)
    return not taken and _relative_preposition(predicate) is None


def _antecedent_object(predicate: Predicate) -> _Objects:
    assert predicate.antecedent is not None
    return predicate.group, [words(predicate.antecedent, _own(predicate))]


def _circumstance(predicate: Predicate) -> list[str]:
    """Return the antecedent as time or place of its clause: "the year when", "the house in which"."""
    if predicate.antecedent is None or predicate.subject == predicate.antecedent:
        return []
    noun = text(words(predicate.antecedent, _own(predicate)))
    preposition = _relative_preposition(predicate)
    if preposition is None and any(c.dep_ == "advmod" and c.lower_ in ("when", "where") for c in predicate.dependents):
        return _around(predicate.antecedent, noun)
    return [] if preposition is None else [f"{preposition.text} {noun}"]


def _around(antecedent: "Token", noun: str) -> list[str]:
    """Return a time or place with the preposition before it, no place where that says another thing: "into"."""
    if antecedent.dep_ != "pobj" or (antecedent.like_num and antecedent.head.lower_ not in _WITHIN):
        return [noun]
    preposition = antecedent.head.lower_
    return [f"{preposition} {noun}"] if preposition in _WITHIN else []


def _relative_preposition(predicate: Predicate) -> "Token | None":
    found = (c for c in predicate.dependents if c.dep_ == "prep" and any(w.tag_ == "WDT" for w in c.children))
    return next(found, None)
