"""The question word that fits an answer, and the part of a phrase that is the answer."""

import re
from dataclasses import dataclass, replace

from quizgen.lexicon import noun_type, words
from quizgen.model import AMOUNTS, Phrase, PhraseType
from quizgen.questions import sorts
from quizgen.questions.people import is_of_things, is_somebody, sex
from quizgen.resolve import units

_COUNT = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred|hundreds|half a)"
    r"(?:-\w+)?(?: (?:hundred|thousand|million|billion|trillion|dozen))*"
)
_NUMBER = re.compile(
    r"^(?P<about>(?:all|about|around|some|an estimated|nearly|almost|roughly|approximately|over|more than|at least"
    r"|only about|up to|only|just|just over|fewer than|less than|barely|hardly|well over|under|just under|close to"
    r"|as many as|as much as|as few as|as little as|no more than|no fewer than|no less than|upwards of) )?"
    rf"(?P<number>between {_COUNT} and {_COUNT}|{_COUNT}(?: (?:to|or) {_COUNT})?) "
    r"(?P<noun>(?!(?:to|or) )[a-zA-Z].*)$",
    re.I,
)
_BOTH = re.compile(rf"(?:(?:about|up to|some|at least) )?{_COUNT} (?P<first>[a-z]+) and {_COUNT} (?P<second>[a-z]+)")
_MEASURED = re.compile(
    r"^(?:the |a |an )?(?P<adjectives>(?:\w+ )?)(?P<noun>distance|height|speed|temperature|depth|altitude|length|area"
    r"|mass|weight|cost|price|width|diameter|rate|age|population|elevation|frequency|pressure|volume|period|power|radius"
    r"|thickness) of (?P<value>.*\d.*)$"
)
_SHARE = re.compile(  # not "half of a label", which is a piece
    r"(?P<part>(?:(?:about|around|roughly|nearly|almost|approximately|over|more than|less than|at least|up to|well over"
    r"|just over|just under|some|only|only about|as much as) )?(?:half|(?:an?|one|two|three|four|five|seven|nine)"
    r"[ -](?:thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)))"
    r"(?: of|(?<=half)(?= the\b)"
    r"(?! the [\w ]*(?:speed|size|price|rate|cost|length|height|width|depth|distance|weight)s?\b))"
    r" (?P<whole>(?!an? |one |it\b|them\b|th(?:is|at|ese|ose)\b|which\b|whom\b).+)$",
    re.I,
)
_AGE = re.compile(r"^the age of (?P<value>(?:just |only |about )?[a-z]+(?:-[a-z]+)?)$")
_YEARS = re.compile(r"^\d{4}(?: to | and |–|-)\d{2,4}$")
_YEAR = re.compile(r"^\d{3,4}(?: (?:BC|AD|BCE|CE))?$")
_DECADE = re.compile(r"^the (?P<part>early |mid-?|late )?\d{3}0s$")
_CENTURY = re.compile(  # of which all is meant
    r"^the (?!early|mid|late|middle|end|beginning|start|turn|close|height|first half|second half|last).*\bcentury\b"
)
_FEW = re.compile(
    r"(?:only |just |about |at most )?(?:a few|a couple of|several|some|many) "
    r"(?:(?:milli|centi|kilo)?met(?:re|er)s|inch(?:es)?|feet|yards|miles|(?:kilo|milli)?grams|tonnes|tons|pounds|ounces"
    r"|lit(?:re|er)s|gallons|degrees|percent|per cent)\b"
)
_WHERE_PREPOSITIONS = frozenset(
    {
        "in",
        "at",
        "on",
        "near",
        "off",
        "inside",
        "outside",
        "beneath",
        "between",
        "along",
        "above",
        "below",
        "under",
        "within",
    }
)
_WHEN_PREPOSITIONS = frozenset(
    {"in", "on", "at", "during", "around", "before", "after", "from", "between", "", "about"}
)
_SUM = re.compile(
    r"^(?P<sum>[^a-z]*(?:[a-z -]+ )?[$£€¥]?\d[^ ]*(?: [mbtr]+illion)?(?: [a-z]+s)?) (?P<tail>(?:for|to) .+)$"
)
_TAIL = re.compile(
    r"^(?P<noun>[\w -]+?) (?P<tail>(?:to [a-z]|who |that |which |whose |(?:in|on|at|of) (?:its|their|his|her) ).+)$"
)
_MADE = r"(?:\w+ed|built|made|held|won|lost|begun|written|drawn|found|laid|sunk|sold|taken|set)"
_SITE = re.compile(r"^(?P<noun>[a-z ]+?) (?P<tail>(?:on|in|at|near|along|across|over|off|around) .+)$")
_FIGURES = re.compile(r"[\d.,/×]+(?: (?:and|or|to) [\d.,/×]+)*")
_PAST_YEAR = re.compile(rf"^(?!.* {_MADE} in \d+$)(?P<what>.*\w) (?P<when>in (?:1[0-9]|20)\d\d)$")
_QUOTED = re.compile(r"(?P<said>[\"“'‘][a-z][^\"“”]*[\"”'’])(?: (?P<tail>in (?:the )?[A-Z][\w ]*))?")
_OUTSIDE = frozenset({"outside", "beyond", "off"})  # of which much lies
_SETTLED = frozenset("city country county district parish province region state suburb town township village".split())
_HUNDREDS = re.compile(
    r"(?:some |many )?(?:hundreds|thousands|dozens|scores|millions) of (?:[a-z]+ )?(?:people|others|lives)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How a phrase is asked for: the question words, the answer, and whether the verb takes the singular."""

    wh: str
    answer: str
    singular: bool = True
    kind: PhraseType = PhraseType.THING
    tail: str = ""  # what of the asked phrase goes behind the verb: to serve for three years


def subject(phrase: Phrase) -> Asked | None:
    """Return how a subject is asked for: "Who", "Which country", "How many astronauts", "What"."""
    paired = phrase.text.lower().startswith("both ") and " and " in phrase.text
    part = share(phrase)
    if part is not None:
        return part
    if phrase.type in _UNASKED or (phrase.text.split()[0].lower() in QUANTIFIERS and not paired):
        return None
    which, singular = sorts.which(phrase)
    answer = sorts.named(phrase, which)
    return Asked(wh=which or _plain_word(phrase), answer=answer, singular=singular or not which, kind=phrase.type)


def object_(phrase: Phrase) -> Asked | None:
    """Return how an object is asked for."""
    quoted = _QUOTED.fullmatch(phrase.text)
    if quoted is not None:  # what a name means: "black sand" in the Turkic languages
        return Asked(wh="What", answer=quoted["said"], tail=quoted["tail"] or "", kind=PhraseType.THING)
    phrase = _known(phrase)
    if phrase.text.split(" ")[0] in _OUTSIDE | {"inside"}:  # "queued outside the bank" has a place
        return None
    if phrase.type in _UNASKED or _HUNDREDS.match(phrase.text) or _FEW.match(phrase.text):
        return None
    which, singular = sorts.which(phrase)
    if phrase.type is PhraseType.PLACE and not which:
        return None
    dated = _PAST_YEAR.match(phrase.text) if not phrase.proper else None  # the year of the deed, not of the thing
    answer, tail = (dated["what"], dated["when"]) if dated else (sorts.named(phrase, which), "")
    return Asked(wh=which or _plain_word(phrase), answer=answer, singular=singular, kind=phrase.type, tail=tail)


def share(phrase: Phrase) -> Asked | None:
    """Return "What share of the cork" for "around half of the cork"."""
    return None if phrase.type in AMOUNTS else _shared(phrase.text)


def _shared(text: str) -> Asked | None:
    found = _SHARE.match(text)
    if found is None:
        return None
    several = _is_plural_noun(found["whole"])
    return Asked(
        wh=f"What share of {found['whole']}", answer=found["part"], singular=not several, kind=PhraseType.PERCENT
    )


def _known(phrase: Phrase) -> Phrase:
    """Return a name of no known sort as that of a thing where it says so: the Treaty of Basel, St Anne's College."""
    if phrase.type is not PhraseType.UNKNOWN:
        return phrase
    last = phrase.text.split(" of ")[0].split(" ")[-1]
    sort = last.lower() if last[:1].isupper() else ""
    if noun_type(sort) in _THINGS or sort in words("nouns", "titled"):
        return replace(phrase, type=PhraseType.WORK, noun=sort)
    return replace(phrase, type=PhraseType.WORK) if phrase.text[-1].isdigit() else phrase


QUANTIFIERS = frozenset(
    "most many some several few all both each every any far more less much enough no half various numerous".split()
)
_THINGS = frozenset({PhraseType.ORGANISATION, PhraseType.WORK, PhraseType.EVENT, PhraseType.PRODUCT})
_UNASKED = AMOUNTS | {PhraseType.CLAUSE, PhraseType.DATE, PhraseType.TIME, PhraseType.UNKNOWN}


def _plain_word(phrase: Phrase) -> str:
    acting = is_somebody(phrase) or sorts.is_side(phrase) or phrase.text in sorts.POWERS
    return sex(phrase) or ("Who" if acting else "What")


def _are_folk(phrase: Phrase) -> bool:
    return phrase.type is PhraseType.THING and is_somebody(phrase)


def counted(phrase: Phrase) -> Asked | None:
    """Return "How many astronauts" for "12 astronauts", "What percentage of adults" for "12 percent of adults"."""
    part = _shared(phrase.text)  # never "how many thirds"
    if part is not None:
        return part
    if phrase.type is PhraseType.MONEY:
        sum_ = _SUM.match(phrase.text) if phrase.role == "object" else None
        answer, tail = (sum_["sum"], sum_["tail"]) if sum_ else (phrase.text, "")
        return Asked(wh="How much money", answer=answer, kind=phrase.type, tail=tail)
    share = re.match(r"^(?P<value>.*?(?:%| percent| per cent)) of (?P<rest>.+)$", phrase.text)
    if share:
        return Asked(
            wh=f"What percentage of {share['rest']}", answer=share["value"], singular=False, kind=PhraseType.PERCENT
        )
    both = _BOTH.fullmatch(phrase.text) if phrase.role in ("subject", "object") else None
    if both:  # "450 passengers and 70 cars"
        return Asked(wh=f"How many {both['first']} and {both['second']}", answer=phrase.text, singular=False)
    match = _NUMBER.match(phrase.text)
    if not match or phrase.type not in (PhraseType.NUMBER, PhraseType.QUANTITY):
        return None
    number, noun = (match["about"] or "") + match["number"], match["noun"]
    if noun.split(" ")[0] in ("in", "on", "at", "from", "for", "with", "by"):  # "more than 50 in six collections"
        return None
    if (
        not _is_plural_noun(noun)
        or match["number"].lower() == "one"
        or (" and " in noun and re.search(r"\d|\b(?:two|three|four|five|six)\b", noun))
    ):
        return None
    unit = _unit(noun) if phrase.type is PhraseType.QUANTITY else ""
    cut = _TAIL.match(noun) or (_SITE.match(noun) if unit in units.names() else None)
    tail, noun = (cut["tail"], cut["noun"]) if cut and phrase.role == "object" else ("", noun)
    return Asked(
        wh=f"How many {long_unit(noun)}",
        answer=f"{number} {unit}".strip(),
        singular=False,
        kind=phrase.type,
        tail=tail,
    )


_UNITS = {
    "km": "kilometres",
    "kg": "kilograms",
    "m": "metres",
    "cm": "centimetres",
    "mm": "millimetres",
    "g": "grams",
    "km²": "square kilometres",
}


def _unit(noun: str) -> str:
    first, *rest = noun.split()
    if " per " in noun and " of " not in noun:
        return noun
    return f"{first} {rest[0]}" if rest and first in ("square", "cubic", "metric", "light", "nautical") else first


def long_unit(noun: str) -> str:
    """Return a counted noun with its unit written out: "square kilometres of forest"."""
    first, _, rest = noun.partition(" ")
    return f"{_UNITS.get(first, first)} {rest}".strip()


def _is_plural_noun(noun: str) -> bool:
    first = noun.split()[0]
    head = re.split(r" (?:of|in|on|from|an?|per|each) ", noun)[0].split()[-1]
    return (
        first in _UNITS
        or head.endswith(("s", "men"))
        or head in ("people", "men", "women", "children", "species", "aircraft", "feet")
    )


def time(phrase: Phrase) -> Asked | None:
    """Return how a time is asked for: "In which year", "When", "For how long"."""
    if phrase.type is PhraseType.DURATION:
        return _duration(phrase)
    if phrase.type is PhraseType.TIME and not re.search(r"\d{4}", phrase.text):
        return None
    if phrase.prep in ("since", "until", "till"):
        return Asked(wh=f"{phrase.prep.capitalize()} when", answer=phrase.text, kind=PhraseType.DATE)
    if phrase.prep in ("in", "during") and _YEAR.match(phrase.text):
        return Asked(wh="In which year", answer=phrase.text, kind=PhraseType.DATE)
    decade = _DECADE.match(phrase.text) if phrase.prep in ("in", "during") else None
    if decade:  # the mid-1930s are none
        return Asked(wh="When" if decade["part"] else "In which decade", answer=phrase.text, kind=PhraseType.DATE)
    if phrase.prep in ("in", "during") and _CENTURY.match(phrase.text):
        return Asked(wh="In which century", answer=phrase.text, kind=PhraseType.DATE)
    if phrase.prep == "by" and _YEAR.match(phrase.text):
        return Asked(wh="By which year", answer=phrase.text, kind=PhraseType.DATE)
    if phrase.prep == "from" and _YEAR.match(phrase.text):
        return Asked(wh="From which year", answer=phrase.text, kind=PhraseType.DATE)
    if _YEARS.match(phrase.text) and phrase.prep == "from":
        return Asked(wh="During which years", answer=said(phrase), kind=PhraseType.DATE)
    if _YEARS.match(phrase.text):
        several = phrase.prep == "in" and " and " in phrase.text  # two years, not all from one to the other
        return Asked(wh="In which years", answer=phrase.text if several else said(phrase), kind=PhraseType.DATE)
    answer = phrase.text if phrase.prep in ("in", "on", "") else said(phrase)
    return Asked(wh="When", answer=answer, kind=PhraseType.DATE) if phrase.prep in _WHEN_PREPOSITIONS else None


_PERIODS = {"for": "For how long", "": "How long", "over": "Over what period", "during": "During what period"}


def _duration(phrase: Phrase) -> Asked | None:
    match = _NUMBER.match(phrase.text)
    if match and " " in match["noun"]:
        return None
    lead = _PERIODS.get(phrase.prep)
    return Asked(wh=lead, answer=phrase.text, kind=PhraseType.DURATION) if lead else None


def place(phrase: Phrase) -> Asked | None:
    """Return how a place is asked for: "Where", "From which island", "In which city"."""
    which, _ = sorts.which(phrase)
    if phrase.prep in _OUTSIDE and phrase.proper and phrase.type is PhraseType.COUNTRY:
        return None
    if which and which not in ("Which place", "Which organisation") and phrase.prep:
        prep = "in" if phrase.prep == "at" and which.split(" ")[-1] in _SETTLED else phrase.prep
        named = sorts.named(phrase, which)
        return Asked(wh=f"{prep.capitalize()} {which[0].lower()}{which[1:]}", answer=named, kind=phrase.type)
    if phrase.prep in _WHERE_PREPOSITIONS:
        bare = phrase.proper and phrase.prep in ("in", "at") and phrase.text[:1].isupper()
        return Asked(wh="Where", answer=phrase.text if bare else said(phrase), kind=phrase.type)
    return Asked(wh="From where", answer=phrase.text, kind=phrase.type) if phrase.prep == "from" else None


def other(phrase: Phrase) -> Asked | None:
    """Return how an argument behind a preposition is asked for: "By whom", "From what distance", "Into what"."""
    measured = _MEASURED.match(phrase.text)
    if measured and phrase.prep:
        wh = f"{phrase.prep.capitalize()} what {measured['adjectives']}{measured['noun']}"
        return Asked(wh=wh, answer=measured["value"], kind=PhraseType.QUANTITY)
    age = _AGE.match(phrase.text) if phrase.prep == "at" else None
    if age:
        return Asked(wh="At what age", answer=age["value"], kind=PhraseType.QUANTITY)
    if not phrase.plural and phrase.text.isalpha() and phrase.text.islower() and is_somebody(phrase):
        return None  # passed from father to son
    which, _ = sorts.which(phrase)
    prep = phrase.prep.capitalize()
    if phrase.prep not in ("by", "from", "into", "with", "against", "on", "to", "for", "through", "under"):
        return None
    if which:
        return Asked(wh=f"{prep} {which[0].lower()}{which[1:]}", answer=phrase.text, kind=phrase.type)
    things = is_of_things(phrase)
    named = phrase.type in (PhraseType.PERSON, PhraseType.PEOPLE) and is_somebody(phrase)
    if (named or _are_folk(phrase)) and not things and phrase.prep == "into":  # born into a family
        return None
    if (named or _are_folk(phrase)) and not things:
        return Asked(wh=f"{prep} whom", answer=phrase.text, kind=phrase.type)
    if (phrase.type is not PhraseType.THING and not things) or _FIGURES.fullmatch(phrase.text):
        return None
    return Asked(wh="What" if phrase.role == "agent" else f"{prep} what", answer=phrase.text, kind=phrase.type)


def said(phrase: Phrase) -> str:
    """Return a phrase with its preposition."""
    return f"{phrase.prep} {phrase.text}".strip()
