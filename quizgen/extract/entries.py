"""What patterns beside the clause have in common: a term and what it is, a name and what it stands for."""

from quizgen.model import FactDraft, FactKind, Phrase, Verb

NAMING = frozenset({"call", "name", "term", "dub", "nickname", "know", "refer", "christen", "label"})
OFTEN = frozenset(
    """also often commonly usually generally sometimes collectively popularly widely now formally simply then later
    properly informally technically subsequently originally eventually""".split()
)


def be(subject: Phrase, *, past: bool = False) -> Verb:
    """Return the form of "be" that agrees with a subject."""
    word = ("were" if subject.plural else "was") if past else "are" if subject.plural else "is"
    return Verb(lemma="be", text=word, base="be", past="was", participle="", tense="past" if past else "present")


def definition(subject: Phrase, told: Phrase, extractor: str, *, past: bool = False) -> FactDraft:
    """Return the fact that a term is what is told of it."""
    verb = be(subject, past=past)
    return _fact(FactKind.DEFINITION, subject, verb.text, told, extractor, verb)


def alias(subject: Phrase, relation: str, name: Phrase, extractor: str) -> FactDraft:
    """Return the fact that something has a name, a second name or an abbreviation."""
    return _fact(FactKind.ALIAS, subject, relation, name, extractor, None)


def _fact(
    kind: FactKind, subject: Phrase, relation: str, object_: Phrase, extractor: str, verb: Verb | None
) -> FactDraft:
    return FactDraft(
        kind=kind,
        subject=subject,
        relation=relation,
        object=object_,
        verb=verb,
        extractor=extractor,
        start=min(subject.start, object_.start),
        end=max(subject.end, object_.end),
    )
