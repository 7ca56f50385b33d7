"""Terms that a text defines: what it calls by a name, and what it explains right behind the word."""

import re
from collections.abc import Callable, Iterator, Sequence

from quizgen.extract.abbreviations import shortened
from quizgen.extract.aliases import other_names
from quizgen.extract.asides import beside
from quizgen.extract.context import Context
from quizgen.extract.explanations import explained, stated
from quizgen.extract.introduced import introduced
from quizgen.extract.kinds import kind
from quizgen.extract.meanings import sound
from quizgen.extract.naming import called, defined, fronted
from quizgen.extract.nominals import is_whole
from quizgen.extract.occasions import occasion
from quizgen.extract.owners import owned
from quizgen.extract.reversals import inverted
from quizgen.extract.senses import sense
from quizgen.model import FactDraft, FactKind, Phrase

_ARTICLE = re.compile(r"(?:the|an?) ")


PATTERNS = (sense, owned, occasion, called, defined, fronted, inverted, explained, stated, kind, beside, introduced)
_NAMES = frozenset({"named", "naming"})
_NAMED = frozenset(
    """call called calls name named names term termed terms dub dubbed dubs nickname nicknamed know known knew refer
    referred refers christened label labeled labelled""".split()
)
_CUES: "tuple[tuple[Callable[[Context], Iterator[FactDraft]], frozenset[str]], ...]" = (  # words without which it rests
    (sense, frozenset("refers refer means mean denotes signifies describes defined is are ( i.e. words".split())),
    (owned, frozenset({"its", "their"})),
    (other_names, _NAMED | {"or", "also"}),
    (occasion, _NAMED),
    (called, _NAMED),
    (
        defined,
        frozenset(
            """call calls called define defined defines describe described describes word rename renamed renames
            defining describing renaming calling""".split()
        ),
    ),
    (fronted, _NAMED),
    (inverted, frozenset(",")),
    (beside, frozenset(",")),
    (explained, frozenset({",", ":", "(", "—", "–", "--"})),
    (stated, frozenset({"is", "are"})),
    (kind, frozenset({"is", "are"})),
    (introduced, frozenset({",", "—", "–", "--", "is", "are", "was", "were"})),
    (shortened, frozenset({"abbreviated", "stand", "stands", "short"})),
)


def facts(context: Context, known: Sequence[FactDraft]) -> list[FactDraft]:
    """Return the definitions in a sentence whose term no fact that is known already names or explains.

    A name given in passing does not count: what has the name is better asked for than the name. Nor does a name given
    by a clause that may be cut: ``meanings`` takes the longer of both descriptions.
    """
    meant = [d for d in known if d.kind in (FactKind.ALIAS, FactKind.DEFINITION) and d.extractor not in _NAMES]
    told = list(sound(draft for draft in meant if is_whole(draft)))  # what is left out later explains nothing
    taken = {_key(p) for d in told for p in d.arguments[:2]}
    clauses = {_key(d.subject) for d in known if d.extractor in ("definition", "superlative", "identity")}
    said = {token.lower_ for token in context.reading.tokens}
    found: list[FactDraft] = []
    for pattern, cues in _CUES:
        for draft in pattern(context) if not cues.isdisjoint(said) else ():
            blocked = taken | clauses if draft.extractor == "kind" else taken
            longer = any(is_longer(draft, each) for each in (*known, *found))
            if longer or (_key(draft.subject) not in blocked and not any(_is_same(draft, each) for each in known)):
                taken |= {_key(p) for p in draft.arguments[: 2 if draft.kind is FactKind.ALIAS else 1]}
                found.append(draft)
    return found


def is_longer(draft: FactDraft, other: FactDraft) -> bool:
    """Return whether a definition read to the end of its clause goes on where another one of it stops."""
    told, cut = draft.object, other.object
    if draft.extractor != "introduced" or told is None or cut is None or other.kind is not FactKind.DEFINITION:
        return False
    return told.start == cut.start and cut.end < told.end


def _is_same(draft: FactDraft, other: FactDraft) -> bool:
    """Return whether a clause was read that says the same of a term, to the same end."""
    told, said = draft.object, other.object
    if draft.extractor != "introduced" or other.extractor != "definition" or told is None or said is None:
        return False
    return told.start == said.start and told.end == said.end


def _key(phrase: Phrase) -> str:
    return _ARTICLE.sub("", phrase.text.casefold())
