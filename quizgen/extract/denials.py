"""What does not happen, where the text says why: "gold does not rust, because …" asks a good question."""

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extract.context import Statement
from quizgen.model import Verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLAIN = {"not": "not", "n't": "not", "n’t": "not", "never": "never"}
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
