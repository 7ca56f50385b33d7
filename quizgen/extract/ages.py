"""Ages at which things happened: "she was 23 when she sold it", "her father died when she was 14"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extract import entries, relations
from quizgen.extract.context import Context, Statement
from quizgen.extract.nominals import nominal_flaw
from quizgen.extract.statements import statement
from quizgen.model import FactDraft, FactKind, Phrase, PhraseType
from quizgen.numerals import number_word
from quizgen.syntax import phrases
from quizgen.syntax.clauses import SUBJECTS, clause_at

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSONS = frozenset({PhraseType.PERSON, PhraseType.UNKNOWN})
_OLDEST = 110
_LONGEST = 14  # words of a clause that a stem can hold
_VAGUE = frozenset({"about", "only", "just", "nearly", "almost", "around"})


def aged(context: Context) -> Iterator[FactDraft]:
    """Yield how old somebody was when something happened.

    Example: Clara Wieck was nine when war reached Saxony.
        -> quantity | Clara Wieck | was | nine years old
    Example: The bridge was 40 when the flood came.
        -> none
    """
    for token in context.reading.tokens:
        years = _years(token) if token.lemma_ == "be" and token.tag_ == "VBD" else []
        deed = _deed(token) if years else None
        if deed is not None:
            yield from _told(token, years, deed, context)


def _years(verb: "Token") -> list["Token"]:
    """Return the words of an age that stands for the predicate: "about 14", of "14 years old" as well."""
    told = next((c for c in verb.children if c.dep_ in ("attr", "acomp")), None)
    if told is not None and told.lower_ == "old":  # "55 years old"
        years = next((c for c in told.lefts if c.dep_ == "npadvmod" and c.lower_ == "years"), told)
        told = next((c for c in years.lefts if c.dep_ == "nummod"), None)
    before = [] if told is None else list(told.lefts)
    if told is None or told.pos_ != "NUM" or any(c.lower_ not in _VAGUE for c in before):
        return []
    value = int(told.text) if told.text.isdigit() else number_word(told.lower_)
    return [*before, told] if value and 2 < value < _OLDEST else []


def _deed(verb: "Token") -> "Token | None":
    """Return the verb of what happened at an age: above or below "when"."""
    if verb.dep_ == "advcl" and _is_when(verb) and verb.head.pos_ == "VERB":
        return verb.head
    told = (c for c in verb.rights if c.pos_ == "NUM" or c.lower_ == "old")
    below = [*verb.rights, *(c for each in told for c in each.rights)]
    return next((c for c in below if c.dep_ in ("advcl", "relcl") and _is_when(c)), None)


def _is_when(verb: "Token") -> bool:
    return any(c.lower_ == "when" and c.i < verb.i for c in verb.children) and verb.tag_ in ("VBD", "VBN")


def _told(verb: "Token", years: list["Token"], deed: "Token", context: Context) -> Iterator[FactDraft]:
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    person = None if subject is None else phrases.phrase(subject, context.reading, context.discourse, role="subject")
    if subject is None or person is None or nominal_flaw(subject, context) or person.type not in _PERSONS:
        return
    clause = clause_at(deed)
    built = None if clause is None else statement(clause, context)
    if built is None or built.flaw or built.subject is None or not person.proper:
        return
    if built.subject.text == person.text:
        yield from _own(built, years, context)
    else:
        yield from _other(person, years, deed, context)


def _own(built: Statement, years: list["Token"], context: Context) -> Iterator[FactDraft]:
    """Yield what somebody did with the age at which it was done."""
    start, end = context.reading.span(years)
    text = f"the age of {context.reading.text(years)}"
    age = Phrase(text=text, start=start, end=end, role="other", head="age", prep="at", position=1000)
    built.qualifiers.append(age)
    yield from (replace(draft, kind=FactKind.EVENT) for draft in relations.relation(built))


def _other(person: Phrase, years: list["Token"], deed: "Token", context: Context) -> Iterator[FactDraft]:
    """Yield how old somebody was when something happened to others."""
    reading = context.reading
    asides = [t for t in deed.subtree if t.dep_ in ("advcl", "appos", "relcl") and t != deed]
    own = {t.i for c in asides for t in c.subtree} | {t.i for t in deed.subtree if t.text == "," or t.lower_ == "when"}
    tokens = phrases.trimmed([t for t in deed.subtree if t.i not in own and not _is_joined(t, deed)])
    if not tokens or len(tokens) > _LONGEST or reading.first_unresolved(tokens):
        return
    start, end = reading.span(years)
    size = Phrase(
        text=f"{reading.text(years)} years old", start=start, end=end, role="attribute", type=PhraseType.CLAUSE
    )
    start, end = reading.span(tokens)
    text = _beside(person, tokens, context)
    when = Phrase(text=f"when {text}", start=start, end=end, role="other", type=PhraseType.CLAUSE, position=1000)
    verb = entries.be(person, past=True)
    yield FactDraft(
        kind=FactKind.QUANTITY,
        subject=person,
        relation=verb.text,
        object=size,
        qualifiers=(when,),
        verb=verb,
        extractor="aged",
        start=min(person.start, start),
        end=max(size.end, end),
    )


def _beside(person: Phrase, tokens: list["Token"], context: Context) -> str:
    """Return the words of a deed as they stand beside a person's name: "her father died"."""
    text = context.reading.text(tokens)
    own = (t.lower_ for t in tokens if t.tag_ == "PRP$" and f"{person.text}'" in context.reading.replace.get(t.i, ""))
    pronoun = next(own, "")
    return text.replace(f"{person.text}'s", pronoun) if pronoun else text


def _is_joined(token: "Token", deed: "Token") -> bool:
    """Return whether a token belongs to a clause beside the deed: "…, and her mother left"."""
    joints = [c for c in deed.children if c.dep_ == "conj" or c.dep_ == "cc"]
    return any(c == token or c.is_ancestor(token) for c in joints)


PATTERNS = (aged,)
