"""Reasons of statements that are said as they stand: what the patterns on clauses could not take apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extract import predications, verbatim
from quizgen.extract.context import Context
from quizgen.extract.predications import Predication
from quizgen.model import FactDraft, FactKind, Phrase, PhraseType
from quizgen.syntax import phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

_CUES = frozenset({"because", "since", "so", "why", "reason"})
_WHICH_IS = ([",", "which", "is"], ["and", "that", "is"], ["and", "this", "is"])
_ONLY_PARTLY = frozenset(
    "not just only partly perhaps probably possibly simply precisely simply part but or and".split()
)
_STRONG = frozenset({"largely", "mainly", "chiefly", "mostly", "primarily"})
_DOUBT = frozenset("would could might should must if whether unless may because since although though while".split())
_TEMPORAL = re.compile(r"\d{3}")
_SHORTEST, _LONGEST = 3, 26
_THEY = {"they": True, "their": True, "them": True, "it": False, "its": False}


def why(context: Context, known: Sequence[FactDraft] = ()) -> Iterator[FactDraft]:
    """Yield why something is so, where no fact that is known tells the reason.

    Example: Barges carry more than carts, so a canal can pay for itself within a few years.
        -> reason | a canal | can pay for itself within a few years | None
    Example: The reason why bread rises in the oven is that yeast gives off a gas.
        -> reason | bread | rises in the oven | None
    Example: Since the dam was built in 1956, the river has carried little mud.
        -> none
    Example: The harbour is small not because the town was poor.
        -> none
    """
    said = {token.lower_ for token in context.reading.tokens}
    if said.isdisjoint(_CUES) or any(draft.kind is FactKind.REASON for draft in known):
        return
    main, reason = _halves(context.reading.tokens)
    told = predications.predication(main, context) if _SHORTEST <= len(reason) <= _LONGEST else None
    if told is not None and not _is_so_called(told) and _explains(reason, told, context):
        yield from _draft(told, reason, context)


def _halves(tokens: "list[Token]") -> "tuple[list[Token], list[Token]]":
    """Return what is explained and the reason with its first word, ([], []) where a sentence has no such halves."""
    tokens = verbatim.unled(tokens)
    if tokens and tokens[0].lower_ in ("because", "since"):
        return _fronted(tokens)
    stated = _which_is_why(tokens) or _reason_is(tokens)
    if stated:
        return stated
    joint = next((n for n in range(_SHORTEST, len(tokens) - _SHORTEST) if _is_so(tokens, n)), 0)
    if joint:
        return _so(tokens, joint)
    marks = [
        n for n, t in enumerate(tokens) if t.lower_ == "because" or (t.lower_ == "since" and _is_set_off(tokens, n))
    ]
    if len(marks) != 1 or marks[0] < _SHORTEST:
        return [], []
    main, reason = tokens[: marks[0]], phrases.trimmed(tokens[marks[0] :])
    if main[-1].lower_ in _STRONG:
        main = main[:-1]
    denied = any(t.dep_ == "neg" and t.nbor(1).pos_ != "ADJ" for t in main) and main[-1].text != ","
    if denied or main[-1].lower_ in _ONLY_PARTLY or any(t.text in ";:" for t in reason):
        return [], []
    return main, reason


def _which_is_why(tokens: "list[Token]") -> "tuple[list[Token], list[Token]] | None":
    """Return what a sentence says is the reason for what it tells last: "…, which is why muscles stiffen"."""
    at = next((n for n, t in enumerate(tokens) if t.lower_ == "why"), 0)
    led = [t.lower_ for t in tokens[max(0, at - 3) : at]]
    return (tokens[at + 1 :], phrases.trimmed(tokens[: at - 2])) if led in _WHICH_IS else None


def _reason_is(tokens: "list[Token]") -> "tuple[list[Token], list[Token]] | None":
    """Return the halves of "the reason why bread rises is that yeast gives off gas"."""
    if [t.lower_ for t in tokens[:2]] != ["the", "reason"] or tokens[2].lower_ not in ("why", "that"):
        return None
    at = next((n for n, t in enumerate(tokens) if t.lower_ == "that" and tokens[n - 1].lower_ == "is"), 0)
    return (tokens[3 : at - 1], phrases.trimmed(tokens[at + 1 :])) if at > 4 else None


def _is_so(tokens: "list[Token]", at: int) -> bool:
    """Return whether a word leads to what follows from the first half: "…, so food keeps longer"."""
    set_off = tokens[at - 1].text == "," or (tokens[at - 1].lower_ == "and" and tokens[at - 2].text == ",")
    return tokens[at].lower_ == "so" and set_off and tokens[at + 1].pos_ in ("DET", "NOUN", "PROPN", "PRON")


def _so(tokens: "list[Token]", joint: int) -> "tuple[list[Token], list[Token]]":
    """Return what follows from the first half of a sentence, and that half, where it is one plain statement."""
    first = phrases.trimmed(tokens[:joint])
    stated = predications.verb_of(first) is not None and not any(t.text in ";:" or t.lower_ in _DOUBT for t in first)
    return (tokens[joint + 1 :], first) if stated else ([], [])


def _is_set_off(tokens: "list[Token]", at: int) -> bool:
    return at > 0 and tokens[at - 1].text == ","


def _fronted(tokens: "list[Token]") -> "tuple[list[Token], list[Token]]":
    """Return the halves of "because …, …": up to the first comma behind a whole statement, or "because of …"."""
    for n, token in enumerate(tokens):
        whole = predications.verb_of(tokens[1:n]) is not None or tokens[1].lower_ == "of"
        if token.text == "," and whole:
            return tokens[n + 1 :], tokens[:n]
    return [], []


def _explains(reason: "list[Token]", told: Predication, context: Context) -> bool:
    """Return whether words are a reason and no time, clear to who reads the statement that they explain."""
    if reason[0].lower_ == "since" and (
        told.finite.lemma_ == "have" or any(_TEMPORAL.search(t.text) for t in reason) or _has(reason, "then")
    ):
        return False
    led = reason[0].lower_ in ("because", "since")
    if led and reason[1].lower_ != "of" and predications.verb_of(reason[1:]) is None:
        return False
    unresolved = context.reading.unresolved
    led = led or not _is_before(reason, told)  # "it is denser, so the glass floats": "it" is something else
    known = [t for t in reason if not (led and unresolved.get(t.i) == "unresolved-pronoun" and _is_subject(t, told))]
    return verbatim.is_known(known, context, [])


def _is_before(reason: "list[Token]", told: Predication) -> bool:
    return reason[0].i < told.verb.i


def _is_so_called(told: Predication) -> bool:
    return told.verb.lemma_ == "call" and _has(told.rest, "so")


def _has(tokens: "list[Token]", word: str) -> bool:
    return any(t.lower_ == word for t in tokens)


def _is_subject(token: "Token", told: Predication) -> bool:
    """Return whether a pronoun can only mean the subject of what is explained, by its number."""
    plural = _THEY.get(token.lower_)
    return plural is not None and plural == told.is_plural


def _draft(told: Predication, reason: "list[Token]", context: Context) -> Iterator[FactDraft]:
    verb, subject = predications.verb(told, context), predications.subject(told, context)
    if verb is None:
        return
    stem = f"{subject.text} {verb.complement}"
    found: Phrase = verbatim.told(reason, context, role="reason", after=stem, kind=PhraseType.CLAUSE)
    if not found.text.startswith(("because ", "since ")):
        found = replace(found, text=f"because {found.text}")
    yield FactDraft(
        kind=FactKind.REASON,
        subject=subject,
        relation=verb.text,
        qualifiers=(found,),
        verb=verb,
        extractor="why",
        start=min(subject.start, found.start),
        end=max(subject.end, found.end),
    )
