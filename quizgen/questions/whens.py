"""When something was: the question word that fits its verb, "From when does the bell date?" """

from dataclasses import replace

from quizgen.model import FactDraft, Phrase
from quizgen.questions import wh

_SPANNING = frozenset({"last", "run", "extend", "span"})
_BETWEEN = {"During which years": "From when to when"}
_SINCE = {"When": "From when"}


def asked(draft: FactDraft, phrase: Phrase) -> wh.Asked | None:
    """Return how the time of a fact is asked for."""
    found, base = wh.time(phrase), draft.verb.base if draft.verb is not None else ""
    if found is None:
        return None
    if base in _SPANNING:
        return replace(found, wh=_BETWEEN.get(found.wh, found.wh))
    if base == "date" and phrase.prep == "from" and found.wh in _SINCE:
        return replace(found, wh=_SINCE[found.wh], answer=phrase.text)
    return found
