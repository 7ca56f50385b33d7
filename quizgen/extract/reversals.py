"""Terms that follow what they name, between commas: “the first note of a scale, the tonic, …”."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.extract import definitions, stretches
from quizgen.extract.context import Context
from quizgen.extract.stretches import Stretch
from quizgen.lexicon import words
from quizgen.model import FactDraft

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_FINITE = frozenset({"VBZ", "VBP", "MD"})
_PAST = frozenset({"VBD", "NNP", "NNPS"})
_LONGEST_NAME = 3  # with its article
_SHORTEST = 3


def inverted(context: Context) -> Iterator[FactDraft]:
    """Yield the term between two commas that names the noun phrase before it.

    Example: The first line of a poem, the incipit, often serves as its title.
        -> definition | the incipit | is | the first line of a poem
    Example: The mayor of the town, the lawyer, spoke at length.
        -> none
    """
    sent = context.reading.sent
    if any(t.tag_ in _PAST and not t.is_sent_start for t in sent):
        return
    for token in sent[_SHORTEST:-_LONGEST_NAME]:
        if token.text == "," and token.nbor(1).lower_ == "the":
            pair = _pair(token, sent)
            if pair is not None and not _is_open(pair[1], context):
                yield from definitions.drafts(*pair, context, "inverted", named=True, brief=True)


def _pair(comma: "Token", sent: "Span") -> tuple[Stretch, Stretch] | None:
    """Return the term behind a comma and the noun phrase before it, with the clause that goes on behind the term."""
    doc, name = sent.doc, stretches.term(sent, comma.i + 1, loose=True)
    if name is None or name[1] - name[0] > _LONGEST_NAME or name[1] + 1 >= sent.end or doc[name[1]].text != ",":
        return None
    told = stretches.before(sent, comma.i)
    if told is None or not _is_term(name, told, sent):
        return None
    following = doc[name[1] + 1]
    opens = told[0] == sent.start and doc[told[0]].lower_ in ("the", "a", "an")
    if opens and told[1] - told[0] > _SHORTEST and _goes_on(following):
        return name, told
    return None


def _goes_on(following: "Token") -> bool:
    """Return whether the verb of the sentence follows, or an adverb before it."""
    ahead = following.nbor(1) if following.tag_ == "RB" and following.i + 1 < len(following.doc) else following
    return ahead.tag_ in _FINITE


def _is_term(name: Stretch, told: Stretch, sent: "Span") -> bool:
    """Return whether a noun phrase can be the name of the kind of thing that is told before it."""
    own, noun = stretches.head(sent, name), stretches.head(sent, told)
    known = words("nouns", "vague", "place") | words("nouns", "person", "human")
    if own.lemma_.lower() in known or noun.lemma_.lower() in words("nouns", "person", "human"):
        return False
    return stretches.is_many(own) == stretches.is_many(noun) and own.text.islower() and own.lemma_ != noun.lemma_


def _is_open(told: Stretch, context: Context) -> bool:
    """Return whether a description points to a thing of the text: "the edge of the field"."""
    tokens = list(stretches.words(context.reading.sent, told))
    noun = stretches.head(context.reading.sent, told)
    general = any(t.lower_ in ("a", "an") for t in tokens)
    return any(t.i in context.reading.unresolved and (t.i > noun.i or not general) for t in tokens)
