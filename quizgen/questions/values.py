"""Values beside the verb, asked for by what they measure: at what temperature, how often, how far from, by how much."""

import re
from dataclasses import replace

from quizgen.lexicon import words
from quizgen.model import AMOUNTS, FactDraft, Phrase, PhraseType, Verb
from quizgen.questions import bound, wh
from quizgen.questions.wh import Asked
from quizgen.resolve import quantities, units
from quizgen.resolve.quantities import QuantityMention

_QUALITY = re.compile(
    r"^(?:an?|the|its|his|her|their) (?P<noun>(?:[a-z][a-z-]* ){0,3}?(?P<head>[a-z]+)) of (?P<value>.+)$"
)
_OFTEN = re.compile(
    r"^(?:(?:about|around|roughly|approximately|nearly|almost|only) )?(?:(?:once|twice|(?:\w+ )?times) "
    r"(?:an?|per|each)|(?:once )?every)(?: [\w.-]+){0,3} (?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?"
    r"|years?|decades?|century|centuries|season|summer|winter|spring|autumn)(?: or (?:so|two))?$"
)
_WHERE = re.compile(
    r" (?P<where>(?:above|below|beneath|away from|off|from|up|inland|upstream|downstream|outside|(?:to the )?"
    r"(?:north|south)?-?(?:east|west)?(?<=[ht])(?:ward)? of)(?: .+)?)$"
)
_SHARE = re.compile(r"of (?:the |an? )?[\w’' -]+$")
_CLOCK = re.compile(r"^(?P<value>\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?)(?P<rest> .*)?$")
_COURSE = re.compile(r"from .+ in (?P<first>\d{4}) to (?P<end>.+) in (?P<last>\d{4})")
_KINDS = {"percent": PhraseType.PERCENT, "money": PhraseType.MONEY, "quantity": PhraseType.QUANTITY}
_POINT = re.compile(r"\b(?:boiling|dew|flash|freezing|melting) point\b")
_SPANS = {"after": "After how long", "within": "Within what time"}
_DATED = re.compile(r"(?:in|by) \d{4}")
_RATE = re.compile(r"(?:an?|per|each|every) (?:second|minute|hour|day|week|month|year|decade|century)")
_AGE = re.compile(
    r"(?:just |only |about )?(?:[4-9]|[1-9]\d|[a-z]*teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?)"
)
_COUNTING = frozenset({"in", "into", "on", "through", "across", "from"})
_PEOPLE = frozenset({"people", "inhabitants", "residents"})
_NOUNS = {"temperature": "temperature", "speed": "speed"}
_AMOUNTS = frozenset({PhraseType.QUANTITY, PhraseType.PERCENT, PhraseType.MONEY, PhraseType.NUMBER})


def asked(draft: FactDraft, phrase: Phrase) -> Asked | None:
    """Return how a value is asked for that stands behind a preposition or by itself; None for what is no value."""
    verb = draft.verb
    if verb is None:
        return None
    if not phrase.prep and phrase.type is PhraseType.CLAUSE and _OFTEN.match(phrase.text):
        if any(each.type in AMOUNTS for each in draft.arguments):  # "every year it costs a million"
            return None
        return Asked(wh="How often", answer=phrase.text, kind=PhraseType.DURATION)
    going_on = verb.base == "be" or verb.participle.endswith("ing")
    dated = any(q.role == "time" for q in draft.qualifiers)  # "in 1906, after two years of marriage"
    if phrase.type is PhraseType.DURATION and phrase.prep in _SPANS and phrase.values and not (going_on or dated):
        return Asked(wh=_SPANS[phrase.prep], answer=phrase.text, kind=phrase.type)
    if phrase.role == "manner":
        return _course(draft, phrase)
    if _CLOCK.match(phrase.text) and phrase.prep == "in" and verb.base in words("values", "racing"):
        return _timed(phrase)
    if _is_age(draft, verb, phrase):
        return Asked(wh="At what age", answer=phrase.text, kind=PhraseType.QUANTITY)
    phrase = replace(phrase, text=phrase.text.removeprefix("only "))
    found = _first(f"{_lead(phrase)}{phrase.text}")
    if found is None:
        return None
    where = _distance(phrase, found)
    return where or _level(verb, phrase, found) or _amount(draft, verb, phrase, found)


def _is_age(draft: FactDraft, verb: Verb, phrase: Phrase) -> bool:
    """Return whether somebody did something "at 23"."""
    living = draft.subject.type is PhraseType.PERSON and draft.subject.proper and verb.base != "be"
    return living and phrase.prep == "at" and _AGE.fullmatch(phrase.text) is not None


def _lead(phrase: Phrase) -> str:
    """Return the measure that the parser put before a preposition: "154 metres above"."""
    measured = phrase.prep[:1].isdigit() or phrase.prep.startswith(("about ", "some ", "around ", "nearly "))
    return f"{phrase.prep} " if measured else ""


def _first(text: str) -> QuantityMention | None:
    """Return the quantity that a text begins with."""
    found = quantities.find(text)
    return found[0] if found and found[0].start == 0 else None


def _timed(phrase: Phrase) -> Asked | None:
    found = _CLOCK.match(phrase.text)
    tail = (found["rest"] or "").strip() if found else ""
    return Asked(wh="In what time", answer=found["value"], kind=PhraseType.DURATION, tail=tail) if found else None


def _distance(phrase: Phrase, found: QuantityMention) -> Asked | None:
    """Return "How far above sea level" for "154 metres above sea level"."""
    text = f"{_lead(phrase)}{phrase.text}"
    where = _WHERE.match(text, found.end) if _dimension(found) == "length" else None
    if where is None or (phrase.prep and not _lead(phrase)):
        return None
    return Asked(wh=f"How far {where['where']}", answer=found.text, kind=PhraseType.QUANTITY)


def _dimension(found: QuantityMention) -> str:
    unit = units.find(found.value.unit) if found.value.unit else None
    return unit.dimension if unit else ""


def _level(verb: Verb, phrase: Phrase, found: QuantityMention) -> Asked | None:
    """Return "At what temperature", "At what speed", "To what height", "How far" for what a unit tells."""
    noun, tail = _dimension(found), phrase.text[found.end :].strip()
    if phrase.prep in ("at", "to") and noun in _NOUNS:
        return Asked(wh=f"{phrase.prep.capitalize()} what {noun}", answer=found.text, kind=phrase.type, tail=tail)
    if phrase.prep == "to" and noun == "length" and verb.base in words("verbs", "high", "deep"):
        level = "height" if verb.base in words("verbs", "high") else "depth"
        return Asked(wh=f"To what {level}", answer=found.text, kind=phrase.type, tail=tail)
    if phrase.prep == "for" and noun == "length" and verb.base in words("verbs", "far") and not tail:
        return Asked(wh="How far", answer=found.text, kind=phrase.type)
    return None


def _amount(draft: FactDraft, verb: Verb, phrase: Phrase, found: QuantityMention) -> Asked | None:
    """Return "By what percentage", "For how much" and "In how many compartments"."""
    tail = phrase.text[found.end :].strip()
    bare = not phrase.prep and phrase.role == "quantity"  # "rose 8 per cent"
    changing = (phrase.prep == "by" or bare) and verb.base in words("values", "changing") and phrase.type in _AMOUNTS
    if changing and (not tail or _RATE.fullmatch(tail)):
        word = "what percentage" if found.value.type == "percent" else "how much"
        return Asked(wh=f"By {word}", answer=found.text, kind=phrase.type, tail=tail)
    if phrase.prep == "for" and found.value.type == "money" and verb.base in words("values", "trading") and not tail:
        return Asked(wh="For how much", answer=found.text, kind=PhraseType.MONEY)
    share = _SHARE.match(tail) if found.value.type == "percent" else None
    fits = (phrase.prep == "for" and share) or (phrase.prep == "to" and verb.base in words("values", "changing"))
    if fits and found.value.type == "percent":
        word = f"{phrase.prep.capitalize()} what percentage {tail}".strip()
        return Asked(wh=word, answer=found.text, kind=PhraseType.PERCENT)
    if fits and phrase.type in _AMOUNTS and (not tail or _DATED.fullmatch(tail)):
        return Asked(wh=_reached(draft, found), answer=f"{found.text} {tail}".strip(), kind=phrase.type)
    if phrase.prep in _COUNTING and phrase.type is PhraseType.NUMBER and not any(bound.phrases(draft)):
        counted = wh.counted(phrase)
        return replace(counted, wh=f"{phrase.prep.capitalize()} {_small(counted.wh)}") if counted else None
    return None


def _course(draft: FactDraft, phrase: Phrase) -> Asked | None:
    """Return "To what level" for the end of "from 62 in 2001 to 648 in 2022"."""
    course = _COURSE.fullmatch(phrase.text)
    found = _first(course["end"]) if course else None
    if course is None or found is None or found.text != course["end"]:
        return None
    span = f"between {course['first']} and {course['last']}"
    kind = _KINDS.get(found.value.type, PhraseType.NUMBER)
    return Asked(wh=_reached(draft, found), answer=found.text, kind=kind, tail=span)


def _reached(draft: FactDraft, found: QuantityMention) -> str:
    """Return how the end of a rise or a fall is asked for: "To what temperature", "To how many"."""
    changed = draft.object if draft.object is not None and draft.verb and not draft.verb.passive else draft.subject
    several = changed.plural and found.value.type == "number" and changed.head not in words("values", "qualities")
    if changed.head == "number" or several:
        return "To how many"
    if draft.verb is not None and draft.verb.base == "grow" and _dimension(found) == "length":
        return "To what size"
    words_ = {"money": "amount", "number": "level"}
    return f"To what {words_.get(found.value.type) or _NOUNS.get(_dimension(found), 'level')}"


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def quality(phrase: Phrase) -> tuple[str, str] | None:
    """Return what of a thing a phrase gives, and its value: "population" and "about 380,000"; None for all else."""
    found = _QUALITY.match(phrase.text)
    if found is None or found["head"] not in words("values", "qualities"):
        return None
    value = _first(found["value"])
    if value is None or (value.value.type == "number" and found["head"] not in words("values", "unitless")):
        return None
    rest = found["value"][value.end :].strip()
    return (found["noun"], found["value"]) if not rest or rest in _PEOPLE else None


def level(draft: FactDraft, phrase: Phrase) -> Asked | None:
    """Return "What" for the value of what is measured: "What is the diameter of the Moon?"; None for other measures."""
    point = _POINT.search(draft.subject.text) is not None
    told = (point or draft.subject.head in words("values", "qualities")) and " from " not in phrase.text
    return Asked(wh="What", answer=phrase.text, kind=phrase.type) if told else None


def how(size: re.Match[str]) -> str:
    """Return the word that asks for a size: "long" for "6 km long", "many kilometres across" for "6 km across"."""
    unit = size["value"].split(" ")[-1]
    return f"many {wh.long_unit(unit)} across" if size["how"] == "across" else size["how"]
