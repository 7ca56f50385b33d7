"""Terms that a text defines: what it calls by a name, and what it explains right behind the word."""

import re
from collections.abc import Sequence

from quizgen.extract.abbreviations import shortened
from quizgen.extract.context import Context
from quizgen.extract.explanations import explained, stated
from quizgen.extract.naming import called, defined, fronted
from quizgen.model import FactDraft, FactKind, Phrase

_ARTICLE = re.compile(r"(?:the|an?) ")


PATTERNS = (called, defined, fronted, explained, stated)


def facts(context: Context, known: Sequence[FactDraft]) -> list[FactDraft]:
    """Return the definitions in a sentence whose term no fact that is known already names or explains."""
    taken = {_key(p) for d in known if d.kind in (FactKind.ALIAS, FactKind.DEFINITION) for p in d.arguments[:2]}
    found: list[FactDraft] = []
    for pattern in (*PATTERNS, shortened):
        for draft in pattern(context):
            if _key(draft.subject) not in taken:
                taken.add(_key(draft.subject))
                found.append(draft)
    return found


def _key(phrase: Phrase) -> str:
    return _ARTICLE.sub("", phrase.text.casefold())
