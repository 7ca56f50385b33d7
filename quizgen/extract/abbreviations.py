"""Abbreviations that a text spells out in words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.extract import definitions, stretches
from quizgen.extract.context import Context
from quizgen.extract.stretches import Stretch
from quizgen.model import FactDraft, FactKind, Phrase

if TYPE_CHECKING:
    from spacy.tokens import Token


def shortened(context: Context) -> Iterator[FactDraft]:
    """Yield what an abbreviation that is introduced in words stands for.

    "A deep vein thrombosis, abbreviated DVT", "the name NOMA, which stands for …".
    """
    sent = context.reading.sent
    for token in sent[1:-1]:
        pair = None
        if token.lower_ == "abbreviated":
            name = (token.i + 2 if token.nbor(1).lower_ == "as" else token.i + 1,) * 2
            pair = (name[0], stretches.before(sent, token.i - 1 if token.nbor(-1).text == "," else token.i))
        elif token.lower_ in ("stands", "stand") and token.nbor(1).lower_ == "for":
            name_end = token.i - 2 if token.nbor(-1).lower_ == "which" else token.i
            pair = (name_end - 1 - (sent.doc[name_end - 1].text == ","), stretches.description(sent, token.i + 2))
        if pair is not None and pair[1] is not None and _is_short(sent.doc[pair[0]]):
            yield _spelled_out(pair[0], pair[1], context)


def _is_short(token: "Token") -> bool:
    return sum(c.isupper() for c in token.text) >= 2 and token.text.isalpha()


def _spelled_out(short: int, long: Stretch, context: Context) -> FactDraft:
    reading, doc = context.reading, context.reading.sent.doc
    tokens = [t for t in doc[long[0] : long[1]] if t.tag_ not in ("DT",) and t.text not in "()"]
    start, end = reading.span([doc[short]])
    first, last = reading.span(tokens)
    return FactDraft(
        kind=FactKind.ALIAS,
        subject=Phrase(text=doc[short].text, start=start, end=end, role="subject", head=doc[short].lower_, proper=True),
        relation="stands for",
        object=Phrase(
            text=definitions.raw(tokens), start=first, end=last, role="object", head=tokens[-1].lemma_.lower()
        ),
        extractor="acronym",
        start=min(start, first),
        end=max(end, last),
    )
