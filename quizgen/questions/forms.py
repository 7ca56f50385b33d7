"""Other forms of one ask: a gap in a sentence, a choice, a statement to judge."""

import re

from quizgen import ids
from quizgen.model import AMOUNTS, FactDraft, Option, Phrase, PhraseType
from quizgen.questions import grammar
from quizgen.questions.asking import Ask

BLANK = "_____"
_FURTHER = re.compile(r"(?<=\w)\w")
_DEED = re.compile(r"\b(?:to (?!the\b|a\b)[a-z]{3,}|(?:of|by|for|in|from|with|after|before) [a-z]{2,}ing) ")
_GENDERED = re.compile(r"\b(?:he|she|him|her|his|hers|himself|herself)\b")
_AGE = re.compile(r"(?:just |only |about )?(?:\d{1,2}|[a-z]+(?:-[a-z]+)?)")
_YEAR = re.compile(r"\d{3,4}")
_DECADE = re.compile(r"the (?:early |mid-?|late )?\d{3}0s")
_HINTED = 5  # words of an answer that a hint can stand for


def cloze(draft: FactDraft, ask: Ask) -> tuple[str, str] | None:
    """Return the fact as a sentence with a gap for the asked phrase, and the words of the gap."""
    draft, phrase = grammar.settled(draft), ask.phrase
    if (
        draft.verb is None
        or _is_uneven(draft)
        or phrase.role in ("reason", "purpose")
        or phrase.type is PhraseType.CLAUSE
    ):
        return None
    if not (phrase.proper or phrase.values or phrase.type in AMOUNTS or phrase.type is PhraseType.DATE):
        return None
    if (phrase.role == "attribute" and phrase.type not in AMOUNTS) or _is_behind_deed(draft, phrase):
        return None
    if _fits_a_time(draft, phrase):
        return None
    whole = _told(draft, phrase)
    answer = ask.answer if phrase.type in AMOUNTS and whole.startswith(ask.answer) else whole
    sort = _sort(draft, phrase, answer)
    if sort is None:
        return None
    said = sort + BLANK + whole[len(answer) :]
    return grammar.statement(draft, blank=phrase, said=said), answer


def _is_uneven(draft: FactDraft) -> bool:
    """Return whether a plural name is one thing, so that a statement reads amiss: "the Narrows are the strait"."""
    told, subject = draft.object, draft.subject
    one = told is not None and told.role == "attribute" and not told.plural
    return one and subject.plural and subject.proper and draft.verb is not None and draft.verb.base == "be"


def _is_behind_deed(draft: FactDraft, phrase: Phrase) -> bool:
    """Return whether a time or place may belong to another deed: "with the goal of capturing Richmond in _____"."""
    told = grammar.following(draft)
    at = next((i for i, p in enumerate(told) if p is phrase), 0)
    return phrase.role in ("time", "place") and at > 0 and _DEED.search(told[at - 1].text) is not None


def _fits_a_time(draft: FactDraft, phrase: Phrase) -> bool:
    """Return whether a year fits a gap for a place as well: "was born in _____"."""
    past = draft.verb is not None and draft.verb.tense == "past" and draft.object is None
    somewhere = phrase.role in ("place", "other") and phrase.proper
    return somewhere and phrase.prep == "in" and past and not any(q.role == "time" for q in draft.qualifiers)


def _sort(draft: FactDraft, phrase: Phrase, answer: str) -> str | None:
    """Return what has to stand before a gap that a place would fill as well: "the age of", "the year"; None where no
    word helps: "died in the 1880s"."""
    if phrase.prep == "at" and phrase.type is PhraseType.NUMBER and _AGE.fullmatch(answer):
        return "the age of "
    told = draft.object is None or draft.object.type is PhraseType.PERSON or draft.object.type is PhraseType.PEOPLE
    placed = any(q.role == "place" or (q.prep in ("in", "at") and q.proper) for q in draft.qualifiers)
    if phrase.role != "time" or phrase.prep != "in" or placed or not told:
        return ""
    if _DECADE.fullmatch(answer):
        return None
    return "the year " if _YEAR.fullmatch(answer) else ""


def _told(draft: FactDraft, phrase: Phrase) -> str:
    """Return a phrase as it stands behind the subject: "about half of its capacity"."""
    return phrase.text if phrase is draft.subject else phrase.bound or phrase.text


def hint(answer: str) -> str:
    """Return the first sign of each word and a line for each further one, "" for long answers: "P____ S_______"."""
    return _FURTHER.sub("_", answer) if len(answer.split()) <= _HINTED else ""


def judged(draft: FactDraft, ask: Ask, wrong: str, seed: str) -> tuple[str, str]:
    """Return a statement and True or False; one seed in two gives the true one.

    Whom somebody met besides, no text settles, so of a name behind the verb only the true one is told.
    """
    draft = grammar.settled(draft)
    named = ask.phrase.role == "object" and ask.phrase.type not in AMOUNTS
    if named or int(ids.digest(seed)[:2], 16) % 2:
        return grammar.statement(draft), "True"
    phrase = ask.phrase
    whole = _told(draft, phrase)
    said = wrong + whole[len(ask.answer) :] if whole.startswith(ask.answer) else wrong
    return grammar.statement(draft, blank=phrase, said=said), "False"


def is_gendered(draft: FactDraft, ask: Ask) -> bool:
    """Return whether a pronoun in the stem fits some names only: "the city in which she was born"."""
    return ask.phrase is draft.subject and _GENDERED.search(ask.prompt) is not None


def judgement_options(answer: str) -> tuple[Option, Option]:
    """Return the two options of a true/false question."""
    return (
        Option(text="True", correct=answer == "True", origin="key" if answer == "True" else "list"),
        Option(text="False", correct=answer == "False", origin="key" if answer == "False" else "list"),
    )
