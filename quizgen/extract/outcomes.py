"""Reasons that stand before what they explain: the first half of "bacteria multiply slowly in the cold, so …"."""

from typing import TYPE_CHECKING

from quizgen.extract.context import Context, Statement
from quizgen.extract.echoes import echoed, is_open
from quizgen.lexicon import words
from quizgen.model import Phrase, PhraseType
from quizgen.syntax import outcomes, phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

_LOWER = frozenset({"participle", "relative"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DOUBT = frozenset("would could might should must if whether unless may perhaps probably because".split())
_BREAKS = frozenset(';:“"(')
_LEADING = frozenset({"but", "and", "however", "also", "moreover", "still", "yet", "so", "thus", "therefore"})
_SHORTEST, _LONGEST = 3, 24


def take_outcome(built: Statement, context: Context) -> None:
    """Add what a sentence said before a clause that follows from it, as its reason."""
    if built.clause.kind in _LOWER or any(q.role == "reason" for q in built.qualifiers):
        return
    joint = outcomes.joint_of(built.clause.verb, built.clause.subject)
    tokens = _half(context.reading.tokens, joint) if joint is not None else []
    if _SHORTEST <= len(tokens) <= _LONGEST and _is_stated(tokens) and not is_open(tokens, context.reading):
        built.qualifiers.append(_reason(tokens, built, context))


def _reason(tokens: list["Token"], built: Statement, context: Context) -> Phrase:
    reading = context.reading
    start, end = reading.span(tokens)
    reading.echoed |= echoed(tokens, built, context)
    return Phrase(
        text=f"because {reading.text(tokens)}",
        start=start,
        end=end,
        role="reason",
        type=PhraseType.CLAUSE,
        head="because",
        resolved=reading.changed(tokens),
        bound=f"because {reading.text(tokens, keep_bound=True, keep_echoed=True)}",
        position=tokens[0].i,
    )


def _half(tokens: list["Token"], joint: "Token") -> list["Token"]:
    """Return what stands before the joint, without a word that leads on from the sentence before."""
    found = phrases.trimmed([t for t in tokens if t.i < joint.i])
    while found and (found[0].lower_ in _LEADING or found[0].is_punct):
        found = found[1:]
    return found


def _is_stated(tokens: list["Token"]) -> bool:
    """Return whether words hold one whole statement: a subject with a finite verb, no doubt, no second half."""
    own = {t.i for t in tokens}
    subjects = [t for t in tokens if t.dep_ in ("nsubj", "nsubjpass") and t.head.i in own]
    finite = any(t.tag_ in _FINITE for t in tokens)
    told = words("verbs", "opinion", "report")
    doubted = any(t.lower_ in _DOUBT or (t.lemma_ in told and t.pos_ == "VERB") for t in tokens)
    return bool(subjects) and finite and not doubted and not any(t.text in _BREAKS for t in tokens)
