"""Facts that a clause states outright: relations, events, measures, superlatives, parts, reasons and purposes."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extract import denials
from quizgen.extract.context import MEASURES, Statement
from quizgen.extract.predicates import is_completed
from quizgen.extract.sizes import is_size, sizes
from quizgen.lexicon import noun_type, words
from quizgen.model import FactDraft, FactKind, Modality, Phrase, PhraseType, Verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_DISTANCE = re.compile(
    r"(?:[a-z]+ )?\d[\d.,]* (?:[a-z]+ )?[a-z]+ (?:(?:above|below) |(?:north|south|east|west)[a-z-]* of )"
)
_PARTS = frozenset({"consist of", "contain", "comprise", "be made of", "be composed of", "be made up of", "include"})
_RANKS = frozenset({"first", "last", "only", "second", "third", "fourth", "fifth"})
_NUMBERS = frozenset({"population", "number", "total", "magnitude"})
_PERSONS = frozenset({PhraseType.PERSON, PhraseType.UNKNOWN})
_ASKED = frozenset({Modality.CERTAIN, Modality.PLANNED})


def relation(statement: Statement) -> Iterator[FactDraft]:
    """Yield what a subject does, did or underwent.

    Example: Marie Curie discovered radium in Paris in 1898.
        -> event | Marie Curie | discovered | radium
    Example: Bees carry pollen from flower to flower.
        -> relation | bees | carry | pollen
    Example: The bridge was opened by Queen Victoria in 1859.
        -> none
    """
    if statement.attribute is not None or not _says_something(statement):
        return
    yield _draft(statement, _kind(statement), "relation")


def measure(statement: Statement) -> Iterator[FactDraft]:
    """Yield a size, distance, age or number that something has.

    Example: The bridge is 45 metres long.
        -> quantity | the bridge | is | 45 metres long
    Example: Lake Balaton is 77 kilometres long and up to 14 kilometres wide.
        -> quantity | Lake Balaton | is | 77 kilometres long
        -> quantity | Lake Balaton | is | up to 14 kilometres wide
    Example: The melting point of tin is near 232 °C.
        -> quantity | the melting point of tin | is | near 232 °C
    """
    token = statement.attribute
    if statement.verb is None or statement.verb.base not in ("be", "stand"):
        return
    told = next(filter(is_size, statement.qualifiers), None)
    if told is not None and statement.object is None:
        rest = tuple(q for q in statement.qualifiers if q is not told)
        for size in sizes(told):
            found = replace(_draft(statement, FactKind.QUANTITY, "measure"), object=size, qualifiers=rest)
            yield found if statement.verb.base == "be" else _being(found, statement.verb)
    if token is None or statement.object is None:
        return
    if statement.object.type in MEASURES - {PhraseType.NUMBER}:
        yield _draft(statement, FactKind.QUANTITY, "measure")
    for other in statement.coordinated:
        yield replace(_draft(statement, FactKind.QUANTITY, "measure"), object=other)


def _being(draft: FactDraft, verb: Verb) -> FactDraft:
    """Return what stands so many metres high as what is so high."""
    present, past = ("are", "were") if draft.subject.plural else ("is", "was")
    text = past if verb.tense == "past" else present
    be = Verb(lemma="be", text=text, base="be", past=past, participle="been", tense=verb.tense)
    return replace(draft, verb=be, relation=text)


def _counts(statement: Statement) -> bool:
    """Return whether a bare number is the size of a subject that is a number itself: "the population is 380,000"."""
    if statement.subject is None or statement.object is None or statement.attribute is None:
        return False
    number = statement.attribute.pos_ == "NUM" and len(statement.object.values) == 1
    return number and statement.subject.head in _NUMBERS and len(statement.subject.text.split()) > 2


def superlative(statement: Statement) -> Iterator[FactDraft]:
    """Yield what is the first, the only or the largest of its kind.

    Example: Jupiter is the largest planet in the solar system.
        -> superlative | Jupiter | is | the largest planet in the solar system
    """
    token = statement.attribute
    if token is None or statement.object is None or not _is_superlative(statement):
        return
    yield _draft(statement, FactKind.SUPERLATIVE, "superlative")


def identity(statement: Statement) -> Iterator[FactDraft]:
    """Yield the name or the number that belongs to a description of which there is one.

    Example: The capital of Mongolia is Ulaanbaatar.
        -> definition | The capital of Mongolia | is | Ulaanbaatar
    Example: The population of Iceland is about 380,000.
        -> definition | The population of Iceland | is | about 380,000
    Example: The capital of Mongolia is a large city.
        -> none
    """
    token, told = statement.attribute, statement.object
    if token is None or told is None or statement.subject is None or not _is_described(statement):
        return
    named = (token.pos_ == "PROPN" or token.dep_ == "acomp") and not told.values
    if named or _counts(statement):
        yield _draft(statement, FactKind.DEFINITION, "identity")


def _is_described(statement: Statement) -> bool:
    """Return whether a common noun with "of", "in" or an owner is the subject of "is" or "was"."""
    noun, verb = statement.clause.subject, statement.verb
    owned = any(c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ in ("of", "in", "for")) for c in noun.children)
    definite = any(c.dep_ == "poss" or c.lower_ == "the" for c in noun.children)
    counted = any(c.dep_ == "nummod" for c in noun.children)
    plain = verb is not None and verb.base == "be" and not statement.coordinated and noun.pos_ == "NOUN"
    return plain and owned and definite and not counted and noun.tag_ == "NN"


def definition(statement: Statement) -> Iterator[FactDraft]:
    """Yield what kind of thing something is.

    Example: A ribosome is a tiny machine that builds proteins.
        -> definition | A ribosome | is | a tiny machine that builds proteins
    Example: A glacier is a slow river of ice.
        -> definition | a glacier | is | a slow river of ice
    """
    token = statement.attribute
    if token is None or statement.object is None or _is_superlative(statement) or not _is_noun(token):
        return
    if _is_measure(statement, token) or _is_example(statement) or not _is_one_thing(statement, token):
        return
    if _is_exception(statement):
        return
    if statement.verb is not None and statement.verb.base in ("be", "become", "remain"):
        kind = FactKind.DEFINITION if statement.verb.base == "be" and _defines(statement) else FactKind.RELATION
        yield _draft(statement, kind, "definition")


def _is_exception(statement: Statement) -> bool:
    """Return whether "it" is also said to be something else: "lichens …, although in a tenth it is a bacterium"."""
    clause = statement.clause
    set_off = any(c.dep_ == "mark" and c.lower_ in _CONCEDING for c in clause.verb.children)
    return set_off and clause.subject is not None and clause.subject.tag_ == "PRP"


def _is_one_thing(statement: Statement, token: "Token") -> bool:
    """Return whether a predicate is one noun, or what one person or place is: "a poet and the founder of a school"."""
    further = [t for t in token.conjuncts if t.i > token.i]
    if not further:
        return True
    subject, told = statement.subject, statement.object
    if subject is not None and subject.proper and all(t.tag_ == "NN" and _is_place(t) for t in (token, *further)):
        return True
    somebody = subject is not None and subject.proper and subject.type in _PERSONS
    person = told is not None and (told.type is PhraseType.PERSON or any(map(_is_person, (token, *further))))
    return somebody and person and token.tag_ == "NN" and all(t.tag_ == "NN" or t.lower_ == "one" for t in further)


def _is_place(noun: "Token") -> bool:
    return noun_type(noun.lemma_.lower()) is PhraseType.PLACE


def _is_person(noun: "Token") -> bool:
    lemma = noun.lemma_.lower()
    return noun_type(lemma) is PhraseType.PERSON or lemma in words("nouns", "human", "kin")


def _is_example(statement: Statement) -> bool:
    """Return whether one thing is told of a kind, not the kind of one thing: "an unusual statue is the Narcissus"."""
    first, second = (p.text.split()[0].lower() if p else "" for p in (statement.subject, statement.object))
    told = statement.object is not None and statement.object.proper
    several = statement.subject is not None and len(statement.subject.text.split()) > 2
    return first in ("a", "an") and second == "the" and (told or several)  # "a veto is the power to stop a law"


def _is_noun(token: "Token") -> bool:
    """Return whether a predicate says what something is: a noun, a name or "one of the longest rivers"."""
    return token.pos_ in ("NOUN", "PROPN") or token.dep_ == "acomp" or _is_among_the_first(token)


def _is_among_the_first(token: "Token") -> bool:
    group = next((c for p in token.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"), None)
    if token.lower_ != "one" or group is None:
        return False
    return any(c.tag_ == "JJS" or _is_most(c) for c in group.children if c.dep_ == "amod")


def _is_measure(statement: Statement, token: "Token") -> bool:
    """Return whether a predicate only counts; "two organs that clean the blood" says what they are as well."""
    if statement.object is None or statement.object.type not in MEASURES or token.lower_ == "one":
        return False
    explained = statement.object.type is PhraseType.NUMBER and any(c.dep_ == "relcl" for c in token.children)
    return not (explained and token.pos_ == "NOUN")


def reason(statement: Statement) -> Iterator[FactDraft]:
    """Yield why something is so.

    Example: Bears sleep in winter because food is scarce in winter.
        -> reason | bears | sleep | None
    """
    if any(q.role == "reason" for q in statement.qualifiers) and not _is_left_open(statement):
        yield _draft(statement, FactKind.REASON, "reason")


def _is_left_open(statement: Statement) -> bool:
    """Return whether "is" has lost what it says: "searchers were", "amber is called"."""
    verb = statement.verb
    short = verb is not None and verb.base in ("be", "call") and not verb.complement and statement.object is None
    return short and not any(q.role in ("attribute", "place", "other") for q in statement.qualifiers)


def purpose(statement: Statement) -> Iterator[FactDraft]:
    """Yield what something is done for.

    Example: Sailors ate lemons to prevent scurvy.
        -> purpose | sailors | ate | lemons
    """
    if any(q.role == "purpose" for q in statement.qualifiers):
        yield _draft(statement, FactKind.PURPOSE, "purpose")


def naming(statement: Statement) -> Iterator[FactDraft]:
    """Yield the name that a clause gives to what it describes.

    Example: The outer shell of the Earth is known as the lithosphere.
        -> alias | The outer shell of the Earth | is known | the lithosphere
    Example: The corrosion of iron and steel is called rusting.
        -> alias | the corrosion of iron and steel | is called | rusting
    """
    verb, subject = statement.verb, statement.subject
    if verb is None or subject is None or not verb.passive or verb.base not in _NAMING or verb.tense != "present":
        return
    name = statement.object or next((q for q in statement.qualifiers if q.prep == "as" or _is_word(q)), None)
    if name is not None and len(subject.text.split()) > 2 and len(name.text.split()) < 5:
        rest = [q for q in statement.qualifiers if q is not name]
        said = _bare(_as_said(name, statement))
        yield replace(_draft(statement, FactKind.ALIAS, "naming"), object=said, qualifiers=tuple(rest))


def _is_word(told: Phrase) -> bool:
    """Return whether a name of one word was read as a predicate: "is called rusting"."""
    return told.role == "attribute" and told.text.isalpha()


def _as_said(name: Phrase, statement: Statement) -> Phrase:
    """Return a name as the text has it: "Casal's necklace", whatever the full name of Casal."""
    noun = statement.clause.verb.doc[name.position]
    plain = statement.clause.verb.doc[noun.left_edge.i : noun.i + 1]
    full = name.resolved and noun.tag_ in ("NN", "NNP") and plain[0].tag_ != "PRP$"
    return replace(name, text=plain.text, resolved=False) if full else name


def _bare(name: Phrase) -> Phrase:
    """Return a name without the owner before it: "its orbit"."""
    owner, _, rest = name.text.partition(" ")
    owned = owner in ("its", "their") and rest != ""
    kind = PhraseType.TERM if name.type is PhraseType.CLAUSE else name.type
    said = rest if owned else name.text
    return replace(name, role="object", type=kind, text=said, resolved=False if owned else name.resolved)


_NAMING = frozenset({"call", "know", "name", "term", "dub"})
_CONCEDING = frozenset({"although", "though", "while", "whereas", "unless", "if"})
_EXPLAINED = (superlative, definition)  # of which a reason may be told as well
PATTERNS = (identity, measure, superlative, definition, naming, reason, purpose, relation)


def facts(statement: Statement) -> Iterator[FactDraft]:
    """Yield the first fact that the patterns see in a statement: one clause, one fact."""
    denied = denials.explained(statement) if statement.clause.modality is Modality.NEGATED else None
    if denied is not None:
        yield from (replace(draft, modality=Modality.CERTAIN) for draft in reason(denied))
    statement = (denials.ended(statement) if statement.clause.modality is Modality.NEGATED else None) or statement
    if statement.clause.modality not in _ASKED or _says_the_same(statement):
        return
    for pattern in PATTERNS:
        found = list(pattern(statement))
        if found:
            yield from found
            yield from reason(statement) if pattern in _EXPLAINED else ()
            return


def _says_the_same(statement: Statement) -> bool:
    """Return whether an argument is the subject once more: a reference that was resolved with what is said of it."""
    subject = statement.subject
    told = [p for p in (statement.object, *statement.qualifiers) if p is not None]
    if subject is None or any(p.text == subject.text for p in told):
        return subject is not None
    long = not subject.proper and len(subject.text.split()) > 2  # "its worth depends on how many its worth can hold"
    return long and any(p.resolved and not p.bound and subject.text.lower() in p.text.lower() for p in told)


def _kind(statement: Statement) -> FactKind:
    dated = any(q.role == "time" for q in statement.qualifiers)
    if statement.verb is not None and statement.verb.tense == "past" and dated:
        return FactKind.EVENT
    if statement.object is not None and statement.object.values:
        return FactKind.QUANTITY
    return FactKind.PART if statement.verb is not None and statement.verb.lemma in _PARTS else FactKind.RELATION


def _says_something(statement: Statement) -> bool:
    """A subject and a verb alone are no fact worth asking."""
    said = [q for q in statement.qualifiers if q.role not in ("attribution", "day")]
    if statement.verb is not None and statement.verb.base == "be" and statement.object is None:
        placed = any(q.role == "place" or _DISTANCE.match(f"{q.prep} {q.text}".strip()) for q in said)
        return placed or is_completed(statement)
    if statement.verb is not None and statement.verb.base == "do":
        return False
    return statement.object is not None or bool(said) or _is_told_by_number(statement)


def _is_told_by_number(statement: Statement) -> bool:
    """Return whether the subject is an amount that is worth knowing by itself: "nearly 200 people were killed"."""
    subject, verb = statement.subject, statement.verb
    if subject is None or verb is None or subject.type is not PhraseType.NUMBER:
        return subject is not None and subject.type is PhraseType.PERCENT
    known = (phrase for value in subject.values for phrase in (value.number,))
    counted = any(number is not None and number > 1 for number in known)
    return counted and (verb.passive or verb.base in words("verbs", "befalling"))


def _is_superlative(statement: Statement) -> bool:
    token = statement.attribute
    if token is None:
        return False
    return (
        token.tag_ == "JJS"
        or token.lower_ in _RANKS
        or any(
            c.tag_ == "JJS" or c.lower_ in _RANKS or _is_most(c)
            for c in token.children
            if c.dep_ in ("amod", "advmod", "nummod")
        )
    )


def _is_most(token: object) -> bool:
    return any(c.lower_ == "most" for c in token.children)  # type: ignore[attr-defined]


def _defines(statement: Statement) -> bool:
    """Return whether the attribute tells what the subject is, more than a class of one word."""
    token = statement.attribute
    if token is None or statement.object is None:
        return False
    text, known = statement.object.text, token.lemma_.lower() not in words("nouns", "vague")
    named = text.startswith(("a ", "an ")) and any(c.pos_ == "PROPN" and c.i > token.i for c in token.subtree)
    told = any(c.dep_ in ("amod", "compound", "conj") for c in token.children)
    return len(text.split()) > 2 and ((named and told) or known)


def _draft(statement: Statement, kind: FactKind, extractor: str) -> FactDraft:
    assert statement.subject is not None and statement.verb is not None
    spans = [p for p in (statement.subject, statement.object, *statement.qualifiers) if p is not None and p.end]
    return FactDraft(
        kind=kind,
        subject=statement.subject,
        relation=statement.verb.text,
        object=statement.object,
        qualifiers=tuple(_numbered(statement.qualifiers)),
        verb=statement.verb,
        modality=statement.clause.modality,
        extractor=extractor,
        start=min(p.start for p in spans),
        end=max(p.end for p in spans),
    )


def _numbered(qualifiers: list[Phrase]) -> list[Phrase]:
    return [replace(q) for q in qualifiers]
