"""Phrases that mean persons by their nouns: Quakers, millions of Americans, Samuel Adams and other rebels."""

import re
from functools import lru_cache

from quizgen.words import words

_BEHIND = re.compile(r" (?:of|in|on|at|from|who|whose|that|with|to|for|by|under|near|among|between|[a-z]+ing) ")
_AMOUNT = re.compile(r"(?:[a-z]+ )*(?:millions|thousands|hundreds|dozens|majority|half|groups?|numbers?) of ")
_PARTS = re.compile(r",? and |, ")
_MANY = frozenset("children companions men people peoples persons women".split())
_ENDINGS = (("ies", "y"), ("men", "man"), ("ches", "ch"), ("sses", "ss"), ("s", ""))


@lru_cache(maxsize=1 << 12)
def are_persons(text: str) -> bool:
    """Return whether a phrase is a plural of persons or has such a member beside names."""
    parts = [_BEHIND.split(part)[0] for part in _PARTS.split(_AMOUNT.sub("", text, count=1)) if part]
    known = [_is_plural_of_persons(part) for part in parts]
    return any(known) and all(found or part[:1].isupper() for part, found in zip(parts, known, strict=True))


def _is_plural_of_persons(part: str) -> bool:
    noun = part.split(" ")[-1]
    singular = next((noun.removesuffix(end) + base for end, base in _ENDINGS if noun.endswith(end)), noun)
    return noun in _MANY or (singular != noun and singular in words("persons"))
