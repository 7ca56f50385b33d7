"""How many people an accident killed or hurt, told behind it: "a ferry sank off Samsø, killing 18 people"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.extract import verbatim
from quizgen.extract.context import Context
from quizgen.extract.nominals import nominal_flaw
from quizgen.model import FactDraft, FactKind, Phrase, PhraseType, Verb
from quizgen.syntax import phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

_HARMS = {"kill": "killed", "injure": "injured", "wound": "wounded", "hurt": "hurt"}
_EARLY = frozenset({"early", "late", "shortly", "just", "soon"})
_LONGEST = 22  # words of what happened that a stem can hold
_FEWEST = 4


def is_toll(verb: "Token") -> bool:
    """Return whether a participle tells whom an event killed or hurt, not whom its subject did."""
    return verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.lemma_ in _HARMS and _counted(verb) is not None


def toll(context: Context) -> Iterator[FactDraft]:
    """Yield how many were killed when something happened.

    Example: A ferry sank in a storm off the Danish island of Samsø, killing 18 people.
        -> quantity | 18 people | were killed | none | when a ferry sank in a storm off the Danish island of Samsø
    Example: The fever spread along the river, killing cattle.
        -> none
    """
    for token in context.reading.tokens:
        if is_toll(token):
            yield from _told(token, context)


def _counted(verb: "Token") -> "Token | None":
    """Return the noun of those who were killed, where they are counted: "at least 18 people"."""
    nouns = (c for c in verb.rights if c.dep_ == "dobj" and (c.tag_ == "NNS" or c.lower_ == "people"))
    return next((n for n in nouns if any(c.dep_ == "nummod" for c in n.lefts)), None)


def _told(verb: "Token", context: Context) -> Iterator[FactDraft]:
    noun, said = _counted(verb), _deed(verb, context)
    if noun is None or not said or not _FEWEST <= len(said) <= _LONGEST or not verbatim.is_clear(said, context):
        return
    many = phrases.phrase(noun, context.reading, context.discourse, role="subject")
    if many is None or nominal_flaw(noun, context) or many.type is not PhraseType.NUMBER:
        return
    start, end = context.reading.span(said)
    text = f"when {context.reading.text(said)}"
    when = Phrase(text=text, start=start, end=end, role="other", type=PhraseType.CLAUSE, position=1000)
    yield FactDraft(
        kind=FactKind.QUANTITY,
        subject=many,
        relation=f"were {_HARMS[verb.lemma_]}",
        qualifiers=(when,),
        verb=_suffered(verb.lemma_),
        extractor="toll",
        start=min(many.start, start),
        end=max(many.end, end),
    )


def _suffered(base: str) -> Verb:
    past = _HARMS[base]
    return Verb(
        lemma=base,
        text=f"were {past}",
        base=base,
        past=past,
        participle=past,
        aux=("were",),
        tense="past",
        passive=True,
    )


def _deed(verb: "Token", context: Context) -> list["Token"]:
    """Return the words of what happened, without when it did: "a ferry sank in a storm off the coast"."""
    above = verb.head
    subject = verbatim.subject_of(above)
    if subject is None or above.tag_ != "VBD" or verb.nbor(-1).text != "," or subject.i > above.i:
        return []
    timed = {i for time in context.reading.times for i in range(time.first, time.end)}
    timed |= {t.i for t in above.subtree if t.lower_ in _EARLY and t.i + 1 in timed}
    told = [t for t in verb.doc[subject.left_edge.i : verb.i - 1] if t.i not in timed]
    return phrases.trimmed(told) if not any(t.text in ",;:" for t in told) else []


PATTERNS = (toll,)
