"""English verb forms and articles, as far as questions need them."""

import re
from functools import cache

from quizgen.lexicon import words

SIZE = re.compile(
    r"^(?P<value>(?:about |around |nearly |almost |over |more than |up to |some )?[\d.,]+"
    r"(?: (?:million|billion|thousand))? [a-z]+) (?P<how>long|wide|high|deep|tall|thick|old|broad|heavy)\b.{0,20}$"
)
_NOUNS = {"man": "men", "woman": "women", "person": "people", "child": "children"}
_VOWELS = "aeiou"
_SHORT = re.compile(r"(?:qu|[^aeiou]+)[aeiou][^aeiouwxy]$")  # one syllable that ends in one consonant: whip
_BE_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does"}


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    entries = (entry.split() for entry in words("irregular", "forms"))
    return {base: (past, participle) for base, past, participle in entries}


def past(base: str) -> str:
    """Return the past tense of a verb: bring → brought, carry → carried."""
    return _irregular().get(base, (_regular_past(base), ""))[0]


def participle(base: str) -> str:
    """Return the past participle: draw → drawn, carry → carried."""
    return _irregular().get(base, ("", _regular_past(base)))[1]


def third(base: str) -> str:
    """Return the third person singular: carry → carries, have → has."""
    if base in ("be", "have", "do"):
        return {"be": "is", "have": "has", "do": "does"}[base]
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2:-1] not in _VOWELS else base + "s"


def singular_finite(word: str, base: str) -> str:
    """Return the singular form of a finite plural verb or auxiliary: are → is, contain → contains."""
    return _BE_SINGULAR.get(word) or (third(base) if word == base else word)


def plural(noun: str) -> str:
    """Return the plural of a class noun: country → countries, man → men."""
    if noun in _NOUNS:
        return _NOUNS[noun]
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in _VOWELS else noun + "s"


def _regular_past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return (base + base[-1] if _doubles(base) else base) + "ed"


def _doubles(base: str) -> bool:
    return _SHORT.match(base) is not None or base in words("irregular", "doubling")
