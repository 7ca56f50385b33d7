"""Marks on phrases that only the topic of the text explains."""

from dataclasses import replace

from quizgen.model import FactDraft, Phrase
from quizgen.syntax.reading import Reading


def marked(draft: FactDraft, reading: Reading) -> FactDraft:
    """Return a draft whose phrases say whether the topic of the text has to be known to understand them."""
    if not reading.topical:
        return draft
    doc = reading.sent.doc
    places = [reading.place(doc[i].idx) for i in reading.topical]
    return replace(
        draft,
        subject=_marked(draft.subject, places),
        object=draft.object and _marked(draft.object, places),
        qualifiers=tuple(_marked(phrase, places) for phrase in draft.qualifiers),
    )


def _marked(phrase: Phrase, places: list[int]) -> Phrase:
    return replace(phrase, topical=True) if any(phrase.start <= at < phrase.end for at in places) else phrase
