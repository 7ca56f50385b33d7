"""Answers that the topic alone explains, and that tell nobody anything: "the link", "the rooms"."""

import re

from quizgen import lists
from quizgen.flaws.words import content
from quizgen.lexicon import words
from quizgen.model import FactKind, Phrase, PhraseType
from quizgen.questions.case import Case
from quizgen.questions.vagueness import Topics

CODES = {
    "refused-unsaid": "the answer is a noun that only the text explains: the link, the standard procedure",
    "refused-own": "the answer is what the title names, or what anything like it has: the islands, the average depth",
}
_BARE = re.compile(r"the (?:(?P<told>[\w-]+) )?(?P<noun>[\w-]+)", re.IGNORECASE)
_SORT = re.compile(r"the (?:[a-z\d]*[a-z-]+ )?(?P<noun>[a-z-]+)")
_SELF = re.compile(r" (?:it|him|her)self$")
_EXAMPLES = re.compile(r"(?:[a-z-]+ )?(?:specimens|individuals)")


def reason(case: Case, about: Topics) -> str:
    """Return the code of ``CODES`` that speaks against an ask, "" where none does."""
    asked = case.asked
    if _is_own(asked):
        return "refused-own"
    if case.draft.kind in (FactKind.DEFINITION, FactKind.ALIAS):
        return ""
    if _is_sort(asked, about) or (case.slot == "place" and _is_title(asked, about)):
        return "refused-unsaid"
    if not asked.topical or asked.proper or asked.values or asked.type in (PhraseType.DATE, PhraseType.CLAUSE):
        return ""
    found = _BARE.fullmatch(asked.text)
    if found is None or (found["told"] and found["told"].lower() not in words("nouns", "weak")):
        return ""
    return "" if any(_is_known(noun, about) for noun in (asked.head, found["noun"].lower())) else "refused-unsaid"


def _is_own(asked: Phrase) -> bool:
    """Return whether an answer only says what the title names, or what anything like it has: the average depth."""
    found = None if not asked.topical or asked.proper else _BARE.fullmatch(asked.text)
    if found is None:
        return False
    noun, told = found["noun"].lower(), (found["told"] or "").lower()
    if not told:
        return noun in words("own", "forms", "measures", "ideas")
    if told in words("own", "middling"):
        return noun in words("own", "measures")
    return (told in words("own", "ranks") or told.endswith("est")) and asked.head in words("own", "ranked")


def _is_title(asked: Phrase, about: Topics) -> bool:
    """Return whether a place is what the text is about, and nothing more is said of it: in the park."""
    found = _BARE.fullmatch(asked.text)
    named = found is not None and not found["told"] and content(found["noun"]) & about.title
    return bool(named) and not asked.proper


def _is_sort(asked: Phrase, about: Topics) -> bool:
    """Return whether only the sort of a thing is told that has a name, or one of its kind: the 13-metre animal."""
    if asked.proper:
        return False
    if _EXAMPLES.fullmatch(asked.text):
        return True
    found = _SORT.fullmatch(_SELF.sub("", asked.text))
    sorts = words("hypernyms", "all") | words("nouns", "sorts")
    return found is not None and found["noun"] in sorts and not content(found["noun"]) & about.title


def _is_known(noun: str, about: Topics) -> bool:
    """Return whether a noun is in the title, a place, a substance, or what things like that of the title have."""
    if content(noun) & about.title:
        return True
    if noun in words("nouns", "happenings") or noun in words("evident", "sites"):
        return False
    if noun in words("nouns", "site", "matter") or any(each.name == "elements" for each in lists.containing(noun)):
        return True
    parts = ((file, kind) for file in ("wholes", "aspects") for kind in words(file, "kinds"))
    return any(noun in words(file, kind) for file, kind in parts)
