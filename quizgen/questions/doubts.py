"""Signs that raters have gone by, told apart from what is wrong: each says something plain about stem or answer."""

from quizgen.lexicon import noun_type, words
from quizgen.model import AMOUNTS, FactDraft, FactKind, Phrase, PhraseType
from quizgen.words import words as listed

_PRESENT, _PAST = "present", "past"
_DEFINITE = frozenset("the this these those that".split())
_VALUES = AMOUNTS | {PhraseType.DATE, PhraseType.TIME, PhraseType.CLAUSE}
_HIS = frozenset("his her its their".split())
_COUNTING = frozenset(
    """several many some most few various numerous all other certain two three four five six seven eight nine
    ten""".split()
)


def signs(draft: FactDraft, asked: Phrase, prompt: str, answer: str, sentence: str) -> dict[str, float]:
    """Return sign → 0..1 of a question; the prompt without a label. What is 0 may be missing."""
    verb, told = draft.verb, None if _is(draft.object, asked) else draft.object
    tense = verb.tense if verb is not None else ""
    named = told is not None and _article(told) == "name"
    loose = told is not None and _article(told) in ("a", "")
    flags = {
        "definite subject, present": tense == _PRESENT and _article(draft.subject) == "the",
        "loose object, present": tense == _PRESENT and loose,
        "named object, present": tense == _PRESENT and named,
        "unnamed people in the stem": not _is(draft.subject, asked) and _are_unnamed_people(draft.subject),
        "doer in the stem": any(q.role == "agent" and not _is(q, asked) for q in draft.qualifiers),
        "joined in the stem": " and " in prompt,
        "became": verb is not None and verb.base == "become",
        "born": verb is not None and verb.base == "bear",
        "amount adrift": tense == _PAST and _is_adrift(draft, asked),
        "one common word": " " not in answer and answer[:1].islower(),
        "opens its sentence": draft.kind is FactKind.DEFINITION and _opens(draft.subject, sentence),
        "body asked": _is(draft.subject, asked) and asked.type is PhraseType.ORGANISATION,
    }
    found = {name: 1.0 for name, holds in flags.items() if holds}
    return found | {"joined in the sentence": min(2, sentence.count(" and ")) / 2}


def _is(phrase: Phrase | None, asked: Phrase) -> bool:
    """Return whether a phrase is the one that is asked for, which may have been worded anew."""
    return phrase is not None and (phrase.position, phrase.role) == (asked.position, asked.role)


def _opens(subject: Phrase, sentence: str) -> bool:
    """Return whether a sentence begins with the term that it defines, with or without an article."""
    bare = sentence.lower()
    for article in ("the ", "an ", "a "):
        bare = bare.removeprefix(article)
    return bare.startswith(subject.text.lower().removeprefix("the ").removeprefix("an ").removeprefix("a "))


def _is_adrift(draft: FactDraft, asked: Phrase) -> bool:
    """Return whether an amount is told and neither when nor where nor of which occasion: "He listed 87 ships." """
    told = (q for q in draft.qualifiers if not _is(q, asked))
    return draft.kind is FactKind.QUANTITY and not any(q.role in ("time", "place", "day") or q.proper for q in told)


def _are_unnamed_people(phrase: Phrase) -> bool:
    if phrase.proper:
        return False
    known = phrase.head in listed("persons") or phrase.head in words("nouns", "human")
    return known or noun_type(phrase.head) is PhraseType.PERSON


def _article(phrase: Phrase) -> str:
    """Return "the", "a" or "" by how a phrase begins; "name" for names, "?" for what is counted or owned."""
    first = phrase.text.split(" ")[0]
    if phrase.proper or first[:1].isupper():
        return "name"
    if phrase.type in _VALUES or first in _COUNTING | _HIS or first[:1].isdigit():
        return "?"
    if first in _DEFINITE:
        return "the"
    owned = any(f"{mark}s " in phrase.text or f"s{mark} " in phrase.text for mark in "'’")
    return "a" if first in ("a", "an") else "?" if owned or phrase.plural else ""
