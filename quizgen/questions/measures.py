"""Measures behind a verb, asked for as a teacher would: how far, how deep, how long, how much."""

import re

from quizgen.lexicon import words
from quizgen.model import AMOUNTS, FactDraft, Phrase, PhraseType, Verb
from quizgen.questions.wh import Asked
from quizgen.resolve import units

_LENGTH = re.compile(
    r"\d[\d.,]*(?: (?:hundred|thousand|million|billion|trillion))? ?(?:km|m|cm|mm|kilomet(?:re|er)s?|met(?:re|er)s?"
    r"|centimet(?:re|er)s?|millimet(?:re|er)s?|miles?|feet|foot|yards|inches|light-years|nautical miles)$"
)
_SPAN = re.compile(
    r"^(?:between [\w.]+ and |from [\w.]+ to |[\w.]+ to )?"
    r"(?:(?:about|approximately|around|roughly|nearly|almost|over|more than|less than|only|just|some|at least|up to) )?"
    r"(?:a|an|[\w.,-]+"
    r"|(?:\w+ )?(?:hundred|thousand|million|billion))(?: and a half)?"
    r" (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|century|centuries)$",
    re.I,
)
_SOME_TIME = re.compile(r"(?:many |several |some |more )?(?:hours|days|weeks|months|years|decades|centuries)$")
_AMOUNT = re.compile(
    r"(?P<value>[^a-z]*(?:[a-z]+ )*\d[\d.,]*(?: million| billion)? [^\s\d]{1,4})"
    r" of (?P<what>(?!the |its |their )[\w₀-₉-]+)$"
)
_COINS = frozenset(
    """crowns ducats florins francs guilders kroner kronor kronur lira liras lire livres marks pesetas pesos rand
    rigsdaler roubles rubles rupees schillings shillings taels thalers yen yuan zloty""".split()
)
_TAKING = frozenset({"average", "exceed", "hit", "reach", "top", "total"})
_LEVELS = frozenset({"temperature", "speed", "pressure", "power"})
_KINDS = {"far": "How far", "deep": "How deep", "high": "How high"}


def has_two_sides(draft: FactDraft) -> bool:
    """Return whether an object is one side of two: "measures 30 km by 12 km"."""
    told = draft.object
    if told is None or told.type is not PhraseType.QUANTITY:
        return False
    return any(q.prep == "by" and q.type is PhraseType.QUANTITY for q in draft.qualifiers)


def asked(verb: Verb, phrase: Phrase) -> Asked | None:
    """Return "How far" for what somebody travelled, "How long" for what something took; None for other measures."""
    base = verb.complement.split()[-1] if verb.complement else verb.base
    how = _how(base, phrase) or _level(base, phrase)
    return Asked(wh=how, answer=phrase.text, kind=phrase.type) if how else None


def valued(subject: Phrase, verb: Verb, phrase: Phrase) -> Asked | None:
    """Return "What" for the value that a price or a temperature takes, whose noun the stem has already."""
    own = subject.head in words("values", "qualities") and verb.base in _TAKING and not verb.complement
    word = "What percentage" if phrase.type is PhraseType.PERCENT else "What"
    return Asked(wh=word, answer=phrase.text, kind=phrase.type) if own and phrase.type in AMOUNTS else None


def amount(phrase: Phrase) -> Asked | None:
    """Return "How much oxygen" for "about 1.3 mL of oxygen"."""
    found = _AMOUNT.match(phrase.text) if phrase.type is PhraseType.QUANTITY else None
    return Asked(wh=f"How much {found['what']}", answer=found["value"], kind=phrase.type) if found else None


def _level(base: str, phrase: Phrase) -> str:
    """Return "What temperature" for what something reaches."""
    value = phrase.values[0] if len(phrase.values) == 1 else None
    unit = units.find(value.unit) if value is not None and value.unit else None
    told = unit is not None and unit.dimension in _LEVELS
    return f"What {unit.dimension}" if unit is not None and told and base == "reach" else ""


def _how(base: str, phrase: Phrase) -> str:
    if phrase.type is PhraseType.QUANTITY and _LENGTH.search(phrase.text):
        return next((how for name, how in _KINDS.items() if base in words("verbs", name)), "")
    if base in ("cost", "weigh") and phrase.type in (PhraseType.QUANTITY, PhraseType.MONEY):
        return "How much" if len(phrase.text.split()) <= 6 else ""
    if base == "cost" and phrase.type is PhraseType.NUMBER and phrase.text.split(" ")[-1] in _COINS:
        return "How much"
    return "How long" if is_span(base, phrase) else ""


def is_span(base: str, phrase: Phrase) -> bool:
    """Return whether a phrase says how long something took or lasted."""
    return not phrase.prep and base in words("verbs", "lasting") and bool(_SPAN.match(phrase.text))


def is_some_time(base: str, phrase: Phrase) -> bool:
    """Return whether it is only told that something took long: "spent years"."""
    return base in words("verbs", "lasting") and bool(_SOME_TIME.match(phrase.text))
