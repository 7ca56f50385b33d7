"""What the pronouns of a sentence stand for, as far as the passage leaves one reading."""

from typing import TYPE_CHECKING

from quizgen.resolve.discourse import Discourse
from quizgen.resolve.references import resolve
from quizgen.syntax.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Span


def names(answer: "Span", discourse: Discourse) -> dict[int, str]:
    """Return what to say instead of the pronouns of the answer's sentence, never the answer itself."""
    sent = answer[0].sent
    said = _replacements(sent, discourse)
    words = {t.lower_ for t in answer if not t.is_stop and not t.is_punct}
    pronouns = [t for t in sent if t.i in said and t.tag_ in ("PRP", "PRP$")]
    return {t.i: said[t.i] for t in pronouns if not words & set(said[t.i].lower().split())}


def _replacements(sent: "Span", discourse: Discourse) -> dict[int, str]:
    for position, one in enumerate(sent.doc.sents):
        reading = Reading(sent=one, offset=0, plain_start=discourse.capitals.is_common(one[0].text))
        resolve(reading, discourse, sentence=position, paragraph=0)
        if one.start == sent.start:
            return reading.replace
    return {}
