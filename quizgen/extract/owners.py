"""Names that a text gives to what another thing has: “… is called its drainage basin”, “… is its timbre”."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.extract import definitions, entries, stretches
from quizgen.extract.context import Context
from quizgen.extract.stretches import Stretch
from quizgen.lexicon import words
from quizgen.model import FactDraft, Phrase, PhraseType

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_BE = frozenset({"is", "are"})
_OWNERS = frozenset({"its", "their"})
_CLOSING = frozenset({".", ";", ",", "("})
_POINTING = frozenset("this these such those it they we you i he she his her our your there".split())
_CLAUSE = frozenset({"WDT", "WP", "WRB"})
_LONGEST_NAME = 3
_SHORTEST = 5  # words of a description


def owned(context: Context) -> Iterator[FactDraft]:
    """Yield the name of a part or a property that its owner's sentence describes.

    Example: The weight that a lorry can carry is referred to as its payload.
        -> alias | the weight that a lorry can carry | is called | payload
    Example: The ease with which a metal can be drawn into wire is its ductility.
        -> alias | the ease with which a metal can be drawn into wire | is called | ductility
    Example: The tower by the river is its best-known sight.
        -> none
    """
    sent = context.reading.sent
    for token in sent[_SHORTEST:-2]:
        if token.lower_ in _OWNERS:
            pair = _pair(token, sent)
            if pair is not None and _is_clear(pair[0], context):
                told, name = pair
                described = _described(told, context)
                be = "are" if described.plural else "is"
                yield entries.alias(described, f"{be} called", _name(name, context), "owned")


def _pair(its: "Token", sent: "Span") -> tuple[Stretch, Stretch] | None:
    """Return the description before "is called its …" and the name behind "its"."""
    name = stretches.base(sent, its.i + 1)
    ends = name is not None and name[1] < sent.end and sent.doc[name[1]].text in _CLOSING
    be, outright = _verb(its, sent)
    if name is None or be is None or not ends or name[1] - name[0] > _LONGEST_NAME:
        return None
    start = next((t.i + 1 for t in reversed(sent.doc[sent.start : be]) if t.text in (";", ":")), sent.start)
    told = (start, be)
    plain = be - start >= _SHORTEST and not any(t.text == "," for t in sent.doc[start:be])
    if not plain or stretches.base(sent, start) is None or not stretches.is_whole(sent, told):
        return None
    restricted = any(t.tag_ in _CLAUSE for t in sent.doc[start:be])
    vague = sent.doc[name[1] - 1].lemma_ in words("nouns", "vague")
    return (told, name) if (outright or (restricted and not vague)) and _has_owner(told, its, sent) else None


def _verb(its: "Token", sent: "Span") -> tuple[int | None, bool]:
    """Return where "is", or "is called", begins before an owner, and whether it is said outright to be a name."""
    i = its.i - 1
    outright = False
    if sent.doc[i].lower_ in ("as", "to"):
        i -= 1
    while i > sent.start and (sent.doc[i].lemma_ in entries.NAMING or sent.doc[i].lower_ in entries.OFTEN | {"to"}):
        outright = outright or sent.doc[i].lemma_ in entries.NAMING
        i -= 1
    return (i, outright) if sent.doc[i].lower_ in _BE and (outright or i == its.i - 1) else (None, False)


def _has_owner(told: Stretch, its: "Token", sent: "Span") -> bool:
    """Return whether a description names what "its" can be of: "the weight that a lorry can carry"."""
    tokens = list(stretches.words(sent, told))[2:]
    several = its.lower_ == "their"
    if several:
        return any(t.tag_ == "NNS" for t in tokens)
    return any(t.lower_ in ("a", "an") for t in tokens) and not any(t.lower_ == "such" for t in tokens)


def _is_clear(told: Stretch, context: Context) -> bool:
    """Return whether a description holds in general and points to nothing outside the sentence."""
    tokens = list(stretches.words(context.reading.sent, told))
    return not any(
        t.lower_ in _POINTING or t.tag_ in ("VBD", "NNP", "NNPS") or (t.tag_ == "PRP$" and t.lower_ not in _OWNERS)
        for t in tokens
    )


def _described(told: Stretch, context: Context) -> Phrase:
    sent = context.reading.sent
    tokens = list(stretches.words(sent, told))
    start, end = context.reading.span(tokens)
    said = definitions.raw(tokens)
    noun = stretches.head(sent, told)
    return Phrase(
        text=said[:1].lower() + said[1:],
        start=start,
        end=end,
        role="subject",
        head=noun.lemma_.lower(),
        plural=noun.tag_ == "NNS",
        position=told[0],
    )


def _name(name: Stretch, context: Context) -> Phrase:
    tokens = list(stretches.words(context.reading.sent, name))
    start, end = context.reading.span(tokens)
    return Phrase(
        text=definitions.raw(tokens),
        start=start,
        end=end,
        role="object",
        type=PhraseType.TERM,
        head=tokens[-1].lemma_.lower(),
        plural=stretches.is_many(tokens[-1]),
        position=name[0],
    )
