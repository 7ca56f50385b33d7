"""Second names that a text gives in passing: “the trachea, or windpipe,”, “nitrous oxide, also called laughing gas”."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.extract import definitions, entries, stretches
from quizgen.extract.context import Context
from quizgen.extract.naming import target_of
from quizgen.extract.stretches import Stretch
from quizgen.lexicon import noun_type
from quizgen.model import FactDraft, Phrase

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CLOSING = frozenset({",", ".", ")", ";"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "VBG", "HYPH"})
_NEAR = 6  # words before a name in which a comma shows a list
_LONGEST = 6


def other_names(context: Context) -> Iterator[FactDraft]:
    """Yield the second name of a thing: "the trachea, or windpipe,", "the femur, also called the thigh bone"."""
    sent = context.reading.sent
    for token in sent[2:-1]:
        pair = _synonym(token, sent) if token.lower_ == "or" else _also(token, sent)
        if pair is not None and _are_names(*pair, context):
            first, second = (
                _phrase(each, context, role) for each, role in zip(pair, ("subject", "object"), strict=True)
            )
            yield entries.alias(first, f"{'are' if first.plural else 'is'} also called", second, "other_name")


def _synonym(or_: "Token", sent: "Span") -> tuple[Stretch, Stretch] | None:
    """Return both nouns of "the trachea, or windpipe,": the second one has no article of its own."""
    doc = sent.doc
    first = stretches.before(sent, or_.i - 1) if or_.nbor(-1).text in (",", "(") else None
    second = stretches.base(sent, or_.i + 1)
    if first is None or second is None or second[1] >= sent.end or doc[second[1]].text not in _CLOSING:
        return None
    article = doc[first[0]].lower_ in ("the", "a", "an") or first[0] == sent.start
    bare = second[1] - second[0] <= 2 and all(t.tag_ in _NOUNS for t in stretches.words(sent, second))
    listed = any(t.text == "," for t in doc[max(sent.start, first[0] - _NEAR) : first[0]])
    goes_on = second[1] + 1 < sent.end and doc[second[1] + 1].lower_ in ("and", "or")
    part = any(t.lower_ == "of" for t in stretches.words(sent, first))  # the foot of the stalk, or petiole
    return (first, second) if article and bare and not (listed or goes_on or part) else None


def _also(token: "Token", sent: "Span") -> tuple[Stretch, Stretch] | None:
    """Return both names of "X, also known as Y"."""
    also = token.nbor(-1).lower_ == "also"
    mark = token.i - 1 - also
    named = token.lemma_ in entries.NAMING and token.tag_ in ("VBN", "VBD")
    if not named or mark <= sent.start or sent.doc[mark].text not in (",", "("):
        return None
    first, second = stretches.before(sent, mark), target_of(token, sent)
    if first is None or second is None:
        return None
    return (first, second) if also or (_is_name(first, sent) and _is_name(second, sent)) else None


def _is_name(stretch: Stretch, sent: "Span") -> bool:
    """Return whether each noun of a noun phrase has a capital letter."""
    nouns = [t for t in stretches.words(sent, stretch) if t.tag_ in _NOUNS]
    return bool(nouns) and all(t.text[:1].isupper() for t in nouns) and sent.doc[stretch[0]].tag_ != "JJ"


def _are_names(first: Stretch, second: Stretch, context: Context) -> bool:
    """Return whether two noun phrases of one number can be names of the same thing, and the first is no "a …"."""
    sent = context.reading.sent
    nouns = [stretches.head(sent, each) for each in (first, second)]
    tokens = [t for each in (first, second) for t in stretches.words(sent, each)]
    plain = not any(t.tag_ in ("CD", "PRP$", "PDT") or t.lower_ in ("this", "these", "that", "those") for t in tokens)
    one = sent.doc[first[0]].lower_ in ("a", "an") and first[0] != sent.start
    cut = first[0] > sent.start and sent.doc[first[0] - 1].lower_ in ("and", "or", "of")
    if nouns[0].tag_ == "NN" and nouns[1].tag_ == "NNP" and noun_type(nouns[0].lemma_) is not None:
        return False  # the capital, also called Orvik
    same = (nouns[0].tag_ in ("NNS", "NNPS")) == (nouns[1].tag_ in ("NNS", "NNPS")) or nouns[1].tag_ == "NNP"
    short = first[1] - first[0] <= _LONGEST and second[1] - second[0] <= _LONGEST
    return plain and same and short and not (one or cut) and not context.reading.first_unresolved(tokens)


def _phrase(stretch: Stretch, context: Context, role: str) -> Phrase:
    name = definitions.name_of(stretch, context)
    tokens = list(stretches.words(context.reading.sent, stretch))
    return Phrase(
        text=context.reading.text(tokens),
        start=name.start,
        end=name.end,
        role=role,
        type=name.type,
        head=name.head,
        plural=name.plural,
        proper=name.proper,
        position=name.position,
    )
