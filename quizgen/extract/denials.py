"""What does not happen, where the text says why, or until when: "gold does not rust, because …"."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extract.context import Statement
from quizgen.model import Modality, Phrase, Verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLAIN = {"not": "not", "n't": "not", "n’t": "not", "never": "never"}
_UNTIL = frozenset({"until", "till"})
_DAY = re.compile(r"\d{1,2} [A-Z]|[A-Z][a-z]+ \d{1,2},")
_NEGATIVE = frozenset("no nobody nothing none neither nor any either yet hardly scarcely barely rarely seldom".split())


def explained(statement: Statement) -> Statement | None:
    """Return a denied statement with "not" in its verb, None where it gives no reason or denies something else."""
    verb = statement.verb
    said = [c for c in statement.clause.verb.children if c.lower_ in _PLAIN and c.dep_ in ("neg", "advmod")]
    if verb is None or statement.flaw or len(said) != 1 or len(verb.aux) > 1 or _denies_more(statement):
        return None
    if not any(q.role == "reason" for q in statement.qualifiers):
        return None
    return replace(statement, verb=_with(verb, _PLAIN[said[0].lower_]))


def ended(statement: Statement) -> Statement | None:
    """Return what was done in the end of a statement that it was not until then: "was not climbed until 1975"."""
    verb, time = statement.verb, next((q for q in statement.qualifiers if q.prep in _UNTIL and q.role == "time"), None)
    said = [c for c in statement.clause.verb.children if c.lower_ == "not" and c.dep_ == "neg"]
    if verb is None or time is None or statement.flaw or len(said) != 1 or not verb.passive or len(verb.aux) != 1:
        return None
    if verb.tense != "past" or not time.values or _denies_more(statement):
        return None
    told = [_then(q) if q is time else q for q in statement.qualifiers]
    return replace(statement, clause=replace(statement.clause, modality=Modality.CERTAIN), qualifiers=told)


def _then(time: Phrase) -> Phrase:
    return replace(time, prep="on" if _DAY.match(time.text) else "in")


def _denies_more(statement: Statement) -> bool:
    """Return whether another word denies: "no ship", "nobody", "any longer"."""
    heads: list[Token] = [statement.clause.subject, *statement.clause.dependents]
    around = (t for head in heads if head.dep_ not in ("advcl", "neg") for t in head.subtree)
    return any(t.lower_ in _NEGATIVE for t in around)


def _with(verb: Verb, word: str) -> Verb:
    """Return a verb group with its negation, behind the auxiliary where it has one."""
    first, _, rest = verb.text.partition(" ")
    equal = not verb.aux and verb.base == "be"
    text = f"{first} {word} {rest}".strip() if verb.aux or equal else f"{word} {verb.text}"
    return replace(verb, text=text, adverbs=(word, *(a for a in verb.adverbs if a != word)))
