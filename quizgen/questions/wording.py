"""Whether a finished question is well formed: one question word, a verb that agrees, each word once, nothing torn off.

What a question is made of may be right part by part and garbled as a whole, where a sentence was misread. Such
questions show it by their words, whatever went wrong before.
"""

import re
from collections.abc import Callable
from itertools import pairwise

from quizgen.lexicon import words
from quizgen.model import AMOUNTS, FactKind, Phrase, PhraseType, Verb
from quizgen.questions.case import Case
from quizgen.questions.people import is_somebody
from quizgen.resolve import units

CODES = {
    "refused-grammar": "the question is garbled: two question words, a verb that disagrees, a loose or doubled word",
    "refused-word": "the question word does not fit the answer: how, by early summer",
}
_TWO_WORDS = re.compile(
    r"^(?:How|What|When|Where|Which|Who|Whose|Why) (?:how|what|when|where|which|who|whose|why|How|What|When|Who|Why)\b"
    r"|^\S+(?: [a-z]+){0,3} (?:has|have|had|is|was|were|are|do|does|did|can|could|will|would) "
    r"(?:where|when|how|why|which|who|whose|if|because|whether)\b"
)
_PLURAL = frozenset({"are", "were", "have", "do"})
_BODIES = frozenset({PhraseType.ORGANISATION, PhraseType.PEOPLE})
_NEVER_LOOSE = frozenset(  # who is given something stands so: "awarded the village a prize"
    {PhraseType.CLAUSE, PhraseType.DATE, PhraseType.TIME, PhraseType.PERSON, PhraseType.PEOPLE}
)
_CLAUSAL = frozenset({"happening", "effect", "means", "difference", "function", "use"})  # whole clauses as answers
_YEAR = re.compile(r"(?:1\d{3}|20\d\d)s?")
_TWICE = re.compile(r"\b([a-z’'-]{4,} [a-z’'-]{4,}|(?!and |but |for |in which|at least)[a-z]{1,3} [a-z]{5,})\b.*\b\1\b")
_OPEN_END = re.compile(
    r"\b(?:and|or|but) (?:[a-z]+ly|then|later|also)\?$"
    r"|\b(?:of|from|to) (?:about|almost|nearly|only|over|some) (?:\d{1,3}|[a-z]+(?:ty|teen)|ten|twelve|a hundred)\?$"
    r"|, (?:which|who) [a-z]+\?$"
    r"|\b(?:about|at|of|to) \d{1,3}–\d{1,3}\?$|\bwith (?:about |just |only )?\d{1,3}\?$"  # without the unit
)
_ONE = re.compile(r"an? (?!couple|dozen|few|great many|group|host|hundred|lot|million|number|pair|series|set|thousand)")
_LISTED = re.compile(r"[^,]*, (?:and|or|but) [^,]*")
_GERUND = re.compile(r"(?:an?|the|his|her|its|their) [a-z]+ and [a-z]{3,}ing [a-z]+")  # "her hand and breaking ribs"
_UNITS = "|".join(sorted(name for name in units.names() if len(name) > 3))
_SWALLOWED = re.compile(
    rf"[a-z] [A-Z][a-z]+ (?:\d[\d.,]*|two|three|four|five|six|ten) (?:{_UNITS})\b"
)  # a canal 72 metres
_FORM = re.compile(r" of (?:the|this|that) (?:form|following|kind|sort|type)\??$")  # what form, stood behind a colon
_DASH = re.compile(r"\w ?—|\w – ")
_CENTURIES = re.compile(r"(?:the )?(?:early |late |mid-?)?[a-z]+(?:th|st|nd|rd) centuries")
_PREPOSITION = re.compile(
    r"(?:across|against|along|at|beneath|beside|by|for|from|in|into|on|onto|past|through|to|towards?|under|upon|with) "
)
_ASIDE = re.compile(
    r"(?:again|also|finally|however|instead|later|meanwhile|now|perhaps|soon|then|therefore|thus) ", re.I
)
_TIME = re.compile(
    r"by (?:(?:early|late|mid-?) ?)?(?:the )?"
    r"(?:morning|noon|afternoon|evening|night|dawn|dusk|spring|summer|autumn|winter)\b"
)
_SPAN = re.compile(
    r"by (?:[a-z]+ )*(?:\d+|an?|one|two|three|four|five|six|ten|some|several) ?(?:[a-z]+ )?"
    r"(?:minute|hour|day|week|month|year|decade|centur)"
)
_DOES = re.compile(r"What (?:do|does|did) ")
_MEASURE = re.compile(r"(?:about |almost |around |nearly |over |more than |some )?\d[\d.,]* (?P<unit>[a-z]+)\b")
_NAMING = frozenset({"call", "dub", "nickname", "term"})
_BY_YEAR = re.compile(r"(?:about |around |roughly )?(?:1\d{3}|20\d\d)")
_SEEMING = frozenset("class define depict describe identify list portray regard report treat view".split())
_WHAT_ARE = re.compile(r"What (?:are|were) (?!the\b)[a-z]")
_SINCE = re.compile(r"since\b")
_SIDES = r"to the (?:north|south)?-?(?:east|west|north|south)"
_SIDE = re.compile(rf"{_SIDES}$")
_FOR = re.compile(r"for (?:[a-z]+ing)\b")
_BESIDE = re.compile(rf"[A-Z][\w’' -]+ {_SIDES}")
_NICKNAME = re.compile(r" [\"“][A-Z][\w’ -]*[\"”] ")
_CALLED = re.compile(r"[A-Z][\w’-]+")
_COUNT = r"\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty"
_GARBLED = re.compile(
    r"\b((?:at|from|in|on|to) [A-Z][\w’-]+(?: [A-Z][\w’-]+)*) \1\b"  # in Illinois in Illinois
    rf"|^How many [a-z ]+ and (?:{_COUNT}) [a-z ]*\bones\b"
    r"|(?:\"\s*\"|“\s*”)"
    r"|^[^,]*[a-z] the (?:day|month|year) (?:in|on) which [^,]*\?$"
)
_LEVEL = re.compile(r"[\d.,]+")
_PAST_POINT = re.compile(r"(?:(?:in|on) )?[^,]*\b(?:1\d{3}|20\d\d)\b")  # in 2020, on 3 March 2019
_PERFECT = (("has",), ("have",), ("has", "been"), ("have", "been"))


def _asks_twice(case: Case, verb: Verb) -> bool:
    """Return whether a question word or a conjunction stands for a subject: "What has where it was become?" """
    return _TWO_WORDS.search(case.prompt) is not None


def _disagrees(case: Case, verb: Verb) -> bool:
    """Return whether a verb in the plural has one subject, which then is not its own: "What were Norway granted?" """
    subject = case.draft.subject
    first = verb.aux[0] if verb.aux else verb.text.split(" ")[0]
    return first in _PLURAL and not subject.plural and subject.type not in _BODIES


def _is_of_kinds(case: Case, verb: Verb) -> bool:
    """Return whether several things of a kind are asked for by what they are: "What are freemen of the guild?" """
    defined = case.draft.kind is FactKind.DEFINITION and case.slot in ("subject", "term")
    return defined and _WHAT_ARE.match(case.prompt) is not None and case.asked == case.draft.subject


def _seems(case: Case, verb: Verb) -> bool:
    """Return whether what is regarded as something was read as what regards: "What reported as 76 metres?" """
    without = not verb.passive and case.draft.object is None
    return without and verb.base in _SEEMING and any(q.prep == "as" for q in case.draft.qualifiers)


def _is_done_by(case: Case, verb: Verb) -> bool:
    """Return whether what somebody did something to was read as who did it: "the manual illustrated by her son"."""
    return not verb.passive and any(q.role == "agent" for q in case.draft.qualifiers)


def _is_since(case: Case, verb: Verb) -> bool:
    """Return whether what lasted has the form of what is over: "was split since 2014"."""
    simple = verb.tense == "past" and (verb.aux[:1] in ((), ("was",), ("were",), ("did",)))
    return simple and not verb.complement and any(_SINCE.match(f"{p.prep} {p.text}".strip()) for p in case.told)


def _is_of_year(case: Case, verb: Verb) -> bool:
    """Return whether a year was read as what something is said of: "What do 1943 refer to?" """
    return _YEAR.fullmatch(case.draft.subject.text) is not None and case.draft.subject.type not in (PhraseType.WORK,)


def _is_no_word(case: Case, verb: Verb) -> bool:
    """Return whether a name was read as a verb: "What vava'u to the north?" """
    return not verb.base.replace("-", "").isalpha()


def _is_uneven(case: Case, verb: Verb) -> bool:
    """Return whether a plural has the article of one, so that its last word was a verb: "a root release acids"."""
    told = case.draft.object
    if told is None or not told.plural or told.values or told.role != "attribute":
        return False
    return _ONE.match(told.text) is not None and " of " not in told.text and " and " not in told.text


def _is_called(case: Case, verb: Verb) -> bool:
    """Return whether what a thing is called was read as what it calls: "a gas called neon lights up"."""
    thing = case.draft.subject.type is PhraseType.THING and not case.draft.subject.plural
    return (
        thing
        and verb.base in _NAMING
        and not verb.passive
        and not verb.particle
        and not is_somebody(case.draft.subject)
    )


def _says_twice(case: Case, verb: Verb) -> bool:
    """Return whether two words stand together twice: "What was told to take turns to slow down and take turns?" """
    return _TWICE.search(case.prompt) is not None


def _is_broken_off(case: Case, verb: Verb) -> bool:
    """Return whether a stem ends behind "and" with an adverb, "passes from clear to cloudy and finally", or with a
    number that has lost what it counts: "finished second with 15"."""
    return _OPEN_END.search(case.prompt) is not None


def _has_loose_noun(case: Case, verb: Verb) -> bool:
    """Return whether a noun without preposition stands behind a phrase with one: "granted in the treaty ships"."""
    first = case.draft.subject.position
    told = sorted((p for p in case.told if p.position > first), key=lambda p: p.position)
    if case.slot == "object" and case.asked.plural and verb.base not in words("verbs", "handing"):
        return any(p.proper and p.role == "other" and not p.prep for p in told)  # "the brothers | Ida and Olav Brook"
    return any(before.prep and _is_loose(after) for before, after in pairwise(told))


def _is_loose(phrase: Phrase) -> bool:
    plain = phrase.role == "other" and not phrase.prep and not phrase.values
    return (phrase.proper or phrase.plural) and plain and phrase.type not in _NEVER_LOOSE


def _runs_on(case: Case, verb: Verb) -> bool:
    """Return whether a phrase of no list goes on behind "and" or a dash with another clause."""
    if case.draft.extractor in _CLAUSAL:
        return False
    broken = any(sign.search(text) for sign in (_FORM, _DASH) for text in (case.prompt, case.answer))
    if broken or _GERUND.fullmatch(case.answer) or _SWALLOWED.search(case.answer):
        return True
    said = (p.bound or p.text for p in case.draft.arguments if p.role not in ("attribution", "reason"))
    return any(_LISTED.fullmatch(text) and (text in case.prompt or text in case.answer) for text in said)


def _is_half_time(case: Case, verb: Verb) -> bool:
    """Return whether the first of two centuries was lost: "in the early seventeenth centuries"."""
    return any(_CENTURIES.fullmatch(p.text) for p in case.draft.arguments)


def _begins_amiss(case: Case, verb: Verb) -> bool:
    """Return whether a thing that is asked for begins with a preposition or a comment: "past plates"."""
    if case.slot not in ("subject", "object", "agent") or case.asked.proper:
        return False
    amount = case.asked.type in AMOUNTS or any(sign.isdigit() for sign in case.answer)
    return _ASIDE.match(case.answer) is not None or (_PREPOSITION.match(case.answer) is not None and not amount)


def _is_no_way(case: Case, verb: Verb) -> bool:
    """Return whether "How" is answered by a time or by how much: "by early summer", "by a decade"."""
    if not case.prompt.startswith("How ") or case.slot != "manner":
        return False
    return _TIME.match(case.answer) is not None or _SPAN.match(case.answer) is not None


def _is_amount(case: Case, verb: Verb) -> bool:
    """Return whether a length is asked for with "What", or a level without its unit is the answer."""
    measure = _MEASURE.match(case.answer) if case.slot == "object" and _DOES.match(case.prompt) else None
    if measure is not None and measure["unit"] in units.names():
        return True
    if case.prompt.startswith("By how much ") and _BY_YEAR.fullmatch(case.answer):
        return True
    united = any(word in units.names() for word in case.prompt.split())
    return case.prompt.startswith("To what level ") and united and _LEVEL.fullmatch(case.answer) is not None


def _takes_no_time(case: Case, verb: Verb) -> bool:
    """Return whether what took time to do has lost how much, or only has when: "took to build from 1529 to 1622"."""
    took = verb.base == "take" and verb.complement.startswith("to ") and case.draft.object is None
    return took and not verb.passive and not any(p.role == "duration" for p in case.draft.qualifiers)


def _has_rivals(case: Case, verb: Verb) -> bool:
    """Return whether two of a list stand as if both were meant at once: "to the west to the east", "for talking for
    dropping matches"."""
    said = [f"{p.prep} {p.text}".strip() for p in sorted(case.told, key=lambda p: p.position) if p.text in case.prompt]
    return any(one.match(before) and one.match(after) for one in (_SIDE, _FOR) for before, after in pairwise(said))


def _is_garbled(case: Case, verb: Verb) -> bool:
    """Return whether a place stands twice, a second count or a date of its own runs on, or quotes have lost a title."""
    return _GARBLED.search(case.prompt) is not None


def _is_sided(case: Case, verb: Verb) -> bool:
    """Return whether a neighbour was read with its side as a name: "Uzbekistan to the west"."""
    named = (p for p in case.draft.arguments if p.proper or p.text[:1].isupper())
    return any(_BESIDE.fullmatch(p.text) for p in named)


def _is_named_twice(case: Case, verb: Verb) -> bool:
    """Return whether somebody with a nickname is called by a name twice: "Ida “Holmy” Holm Holm"."""
    names = [_CALLED.findall(p.text) for p in case.draft.arguments if p.proper and _NICKNAME.search(p.text)]
    return any(len(set(name)) < len(name) for name in names)


def _is_over_and_not(case: Case, verb: Verb) -> bool:
    """Return whether what has happened till now has a date, so that one of them is another's: "has moved in 2023"."""
    times = (p for p in case.draft.arguments if p.role == "time" and p.prep in ("", "in", "on"))
    return verb.aux in _PERFECT and any(_PAST_POINT.fullmatch(f"{p.prep} {p.text}".strip()) for p in times)


def _lasts_twice(case: Case, verb: Verb) -> bool:
    """Return whether it is asked till when something lasted that is said to have lasted so and so long."""
    return case.prompt.startswith("Until when ") and any(p.role == "duration" for p in case.told)


def _ends_loosely(case: Case, verb: Verb) -> bool:
    """Return whether what a subject did ends with a preposition that has lost its noun: "Who was honoured for?" """
    end = case.prompt.removesuffix("?").split(" ")[-1]
    return case.slot == "subject" and end in ("for", "of", "with", "as", "from") and end not in verb.particle.split(" ")


RULES: tuple[tuple[str, Callable[[Case, Verb], bool]], ...] = (
    ("refused-grammar", _asks_twice),
    ("refused-grammar", _disagrees),
    ("refused-word", _is_of_kinds),
    ("refused-grammar", _seems),
    ("refused-grammar", _is_done_by),
    ("refused-grammar", _is_since),
    ("refused-grammar", _is_of_year),
    ("refused-grammar", _is_no_word),
    ("refused-grammar", _is_uneven),
    ("refused-grammar", _is_called),
    ("refused-grammar", _says_twice),
    ("refused-grammar", _is_broken_off),
    ("refused-grammar", _has_loose_noun),
    ("refused-grammar", _takes_no_time),
    ("refused-grammar", _has_rivals),
    ("refused-grammar", _is_garbled),
    ("refused-grammar", _is_sided),
    ("refused-grammar", _is_named_twice),
    ("refused-grammar", _is_over_and_not),
    ("refused-grammar", _lasts_twice),
    ("refused-grammar", _ends_loosely),
    ("refused-torn", _runs_on),
    ("refused-torn", _is_half_time),
    ("refused-torn", _begins_amiss),
    ("refused-word", _is_no_way),
    ("refused-word", _is_amount),
)
