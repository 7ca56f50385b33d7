"""Asks that a teacher would hardly ever keep, each with the reason: stems that fit many, answers that say nothing."""

import re
from collections.abc import Callable

from quizgen.inflect import SIZE
from quizgen.lexicon import words
from quizgen.model import AMOUNTS, FactDraft, FactKind, Phrase, PhraseType, Verb
from quizgen.questions import bearers, meagre, objections, wording
from quizgen.questions.case import Case, has_capital, is_address, is_setting
from quizgen.questions.predicates import (
    UNIQUE,
    begins_indefinite,
    content,
    is_adjectival,
    is_counted,
    is_functional,
    is_making,
    is_of_some,
    is_plain_noun,
    is_restricted,
    is_superlative,
    is_toll,
    lacks_whole,
    open_wholes,
)

CODES = {
    "refused-description": "the description fits many things, so that its subject cannot be asked for",
    "refused-predicate": "what is said of the subject fits many others",
    "refused-anybody": "who did it has no name",
    "refused-idiom": "verb and noun are one phrase, which says little by itself: took notice",
    "refused-answer": "the answer names nothing: his sources, many regions",
    "refused-further": "the stem speaks of another one, and of the first only the page tells",
    "refused-thin": "the stem says too little of what is asked for",
    "refused-verbs": "the stem has one verb below another: what does it try to force to open",
    "refused-repeated": "the stem says twice what it is about",
    "refused-told": "the stem says the name that it asks for",
    "refused-part": "a part, a property or a holder stands without what it is of: the SI unit, the total weight",
    "refused-state": "it is asked when something was kept or stayed as it was",
    "refused-some": "the statement holds for some of its subject only",
    **bearers.CODES,
    **meagre.CODES,
    **wording.CODES,
}
_BEFALLING = frozenset({"bear", "bury", "retire"})
_LIVING = frozenset({PhraseType.PERSON, PhraseType.PEOPLE})
_AREAS = frozenset({PhraseType.PLACE, PhraseType.COUNTRY})
_MEASURED = AMOUNTS | {PhraseType.DATE, PhraseType.TIME}
_OWN = re.compile(r"(?:his|her|its|their) [a-z-]+", re.I)
_OWN_PAST = re.compile(r"(?:his|her|its|their)(?: [a-z-]+){1,2}", re.I)
_FURTHER = re.compile(r"(?:another|an? (?:second|third|further|similar|different|new|fresh|additional|extra)) [a-z-]+")
_ANOTHER = re.compile(
    r"(?:another|(?:an? )?(?:second|third|fourth|fresh|further|similar|extra|additional|different)) [a-z]"
)
_ANY = re.compile(r"an? [a-z-]+")
_POSSESSIVE = re.compile(r"(?:his|her|its|their) ")
_NO_PLACE = re.compile(
    r"(?:in|at|on) (?:(?:particularly|very) )?(?:many|some|several|certain|various|different|most|a few) ", re.I
)
_RESTRICTED = re.compile(
    r"\b(?:that|which|who|whose|whom|where|when|whether|used (?:for|to|in|as)|by \w+ing|for \w+ing)\b"
)
_DAY = re.compile(r"^\d{4}-\d\d-\d\d")
_DIMENSIONS = frozenset("age area depth diameter height length size volume weight width".split())
_DIMENSIONS |= {"a day", "a week", "a month", "a year", "a second", "a minute", "an hour"}
_DEGREE = re.compile(r"\b(?:very|rather|quite|fairly|extremely) ")
_GENUS = re.compile(r"[^,]* of the [a-z-]+ (?:family|genus|order|tribe|class)")  # "a tree of the rose family"
_TO_BE = re.compile(r"(?:What|Who) (?:is|was|are|were) to [a-z]+ (?!place)")  # of an aim: "is to filter the blood"
_FEW = 3
_TWICE = re.compile(r"\b([A-Z][\w’-]+(?: (?:of |van |von |de |da )?[A-Z][\w’-]+)+)\b.*\b\1\b")
_AGAIN = re.compile(  # what is done to something, said twice
    r"\b(?!(?:the|an?|through|from|with|into|over|under|of|in|on|at|to|by|for|and|or) )"
    r"([a-z]{3,} [\w’'“”\"-]+ [\w’-]{4,})\b.*\b\1\b"
)
_RANK_ONLY = re.compile(r"the (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|next|only)")
_FULL_NAME = re.compile(r"[A-Z][\w’-]+(?: (?:of |van |von |de |da )?[A-Z][\w’-]+)+")
_TELLING = frozenset({"tell", "teach", "show", "remind", "inform"})
_ASKED = re.compile(r"(?:how|when|where|what|whether|which) to ")
_KEEPING = frozenset({"keep", "remain", "retain", "stay"})


def reason(draft: FactDraft, slot: str, asked: Phrase, prompt: str, answer: str) -> str:
    """Return the code of ``CODES`` that speaks most against an ask, "" where none does."""
    if draft.kind in (FactKind.ALIAS, FactKind.LIST) or draft.verb is None:
        return ""
    case = Case(draft, slot, asked, prompt, answer)
    verb = draft.verb
    return objections.strictest(code for code, holds in _RULES if holds(case, verb))


# --- subjects -------------------------------------------------------------------------------------------------------


def _fits_many_things(case: Case, verb: Verb) -> bool:
    """Return whether a name or a term is asked for by a description that others share: "a port city"."""
    draft, told = case.draft, case.draft.object
    if draft.kind is not FactKind.DEFINITION or told is None or told.role != "attribute":
        return False
    if is_superlative(draft) or is_functional(told) or case.prompt.startswith("What is the name for"):
        return False
    if case.slot == "attribute":
        return all(map(is_plain_noun, (draft.subject.text, told.text))) and not draft.subject.proper
    if case.slot != "subject" or is_counted(told) or (is_plain_noun(told.text) and not told.proper):
        return case.slot == "subject"
    open_ = told.text.split(" ")[0] in ("a", "an", "one")
    if draft.subject.proper or (open_ and _GENUS.fullmatch(told.text)):
        return open_
    narrowed = is_restricted(told.text) or _RESTRICTED.search(told.text) or told.proper
    if not narrowed and not told.text.startswith("the "):
        return True  # "a long, rigid pipe": which one, or of what use, is not said
    said = content(_DEGREE.sub("", told.text)) + (" of " not in told.text)
    return open_ and said <= _FEW and not _RESTRICTED.search(told.text)


def _fits_many(case: Case, verb: Verb) -> bool:
    """Return whether what is said of a subject fits many others: was born in Antwerp, shut in the 1980s."""
    draft = case.draft
    if _TO_BE.match(case.prompt):
        return True
    share = case.prompt.startswith(("How many ", "What percentage ")) or is_toll(draft)
    share |= case.asked.type is PhraseType.PERCENT or draft.extractor == "inverted"
    if case.slot != "subject" or share or draft.kind in (FactKind.DEFINITION, FactKind.SUPERLATIVE):
        return False
    unique = (p for p in case.told if UNIQUE.search(p.text) and "one of " not in p.text)
    sole = any(not _is_own(p) for p in unique) and case.said > 2
    if sole or is_functional(draft.object) or (is_making(draft, case.asked) and not any(map(_is_own, case.told))):
        return False
    return (
        _is_common_fate(case, verb)
        or _is_setting_only(case, verb)
        or _is_measure_only(case)
        or _is_whereabouts(case, verb)
        or _is_small_deed(case, verb)
        or _is_quality(case, verb)
        or _is_one_of_a_sort(case, verb)
        or _is_common_deed(case, verb)
        or _is_own_affair(case)
        or is_adjectival(case.draft)
        or (verb.base == "include" and not case.asked.proper)
        or (verb.passive and _is_ware(case, verb))
    )


def _is_common_fate(case: Case, verb: Verb) -> bool:
    """Return whether it happens to everybody: birth, burial, or a death of which little is told."""
    if verb.base not in words("verbs", "shared"):
        return False
    way = any(not is_setting(p) and p.prep not in ("of", "from", "at") for p in case.told)
    return verb.base in _BEFALLING or case.said <= _FEW or not way


def _is_setting_only(case: Case, verb: Verb) -> bool:
    """Return whether a stem tells when, how or where only, and neither day nor a place that has a name."""
    if verb.complement or not all(map(is_setting, case.told)):
        return False
    day = verb.base in words("once", "life") and any(_DAY.match(v.iso) for p in case.told for v in p.values)
    place = any(p.role == "place" and (p.proper or has_capital(p.text) or len(p.text.split()) > 4) for p in case.told)
    return not (day or place)


def _is_measure_only(case: Case) -> bool:
    """Return whether a stem has a size, a count or a price and nothing else: "What costs $100?" """
    solid = [p for p in case.told if p.role not in ("time", "duration", "manner") and p.text not in _DIMENSIONS]
    equal = case.draft.verb is not None and case.draft.verb.base == "be"
    plain = not any(has_capital(p.text) for p in solid if not (equal and p.text.endswith(("°C", "°F", "Hg"))))
    return bool(solid) and all(map(_is_measure, solid)) and case.said <= 6 and plain


def _is_measure(phrase: Phrase) -> bool:
    value = any(value.type != "ordinal" for value in phrase.values)
    return phrase.type in _MEASURED or value or SIZE.match(phrase.text) is not None


def _is_whereabouts(case: Case, verb: Verb) -> bool:
    """Return whether it is only told where somebody lived, went or studied."""
    if verb.base in words("verbs", "lying") and case.asked.type in _AREAS:
        return not any(has_capital(p.text) for p in case.told)
    said = f"{verb.base} {verb.particle}".strip()
    if said not in words("verbs", "whereabouts") or case.asked.type in (PhraseType.PRODUCT, PhraseType.EVENT):
        return False
    entered = verb.base in words("verbs", "entering")  # whatever it is: a guild, a school
    places = [p for p in case.told if is_address(p) or (entered and p.role == "object")]
    rest = [p for p in case.told if p not in places and not is_setting(p) and p.prep not in ("as", "by", "on")]
    return bool(places) and not rest and case.past and case.asked.type not in _AREAS


def _is_small_deed(case: Case, verb: Verb) -> bool:
    """Return whether one of many did something of which next to nothing is told: "Who named his sources?" """
    if not case.past or case.named or verb.complement:
        return False
    if case.asked.type in _LIVING or case.prompt.startswith("Who "):
        return case.said <= _FEW
    return begins_indefinite(case.asked) and case.said < _FEW


def _is_quality(case: Case, verb: Verb) -> bool:
    """Return whether a stem has an adjective or a plain noun and nothing that narrows it down: "What is denser?" """
    told = case.draft.object
    equal = (verb.complement or verb.base).split(" ")[-1] in ("be", "become", "remain", "seem", "turn", "grow")
    if not equal or (told is not None and told.role != "attribute") or case.named or _is_explained(case):
        return False
    return case.said <= 2 or (told is not None and told.plural and not case.draft.subject.proper and case.said <= _FEW)


def _is_one_of_a_sort(case: Case, verb: Verb) -> bool:
    """Return whether it is only told of what sort a name is, or what it served as: "a port city"."""
    told = case.draft.object
    if not case.asked.proper:
        return False
    sort = verb.base == "be" and told is not None and told.role == "attribute" and begins_indefinite(told)
    part = (p for p in case.told if p.prep == "as" and begins_indefinite(p))
    return sort or (verb.base in ("serve", "act", "work", "function") and any(part))


def _is_common_deed(case: Case, verb: Verb) -> bool:
    """Return whether many got or have such a thing: "What received a prize?" """
    thing = case.draft.object
    if thing is None or verb.base not in words("verbs", "getting") or not case.past:
        return False
    return begins_indefinite(thing) and not has_capital(thing.text) and len(thing.text.split()) < 5


def _is_ware(case: Case, verb: Verb) -> bool:
    """Return whether it is only told what body makes or sells it, as it does other things: "What is made by GSK?" """
    if verb.base not in words("verbs", "trading") or verb.tense != "present" or verb.complement:
        return False
    solid = [p for p in case.told if p.proper or not is_setting(p)]
    return len(solid) == 1 and solid[0].type is PhraseType.ORGANISATION


def _is_own(phrase: Phrase) -> bool:
    """Return whether a thing is told by whose it is, and that is asked for: "her last article"."""
    return bool(_POSSESSIVE.match(phrase.bound))


def _is_own_affair(case: Case) -> bool:
    """Return whether somebody did something with what was theirs, and no name says what: "her last article"."""
    thing = case.draft.object
    if thing is None or not _is_own(thing) or not case.past or case.asked.type not in _LIVING:
        return False
    return not any(has_capital(p.bound or p.text) for p in case.told)


def _is_explained(case: Case) -> bool:
    """Return whether a stem asks what a noun means: "What is a moraine?" """
    told = case.draft.object
    if told is None or len(case.answer.split()) < 4:
        return False
    first, *rest = told.text.split(" ")
    return not rest or (first in ("a", "an") and len(rest) == 1)


def _is_anybody(case: Case, verb: Verb) -> bool:
    """Return whether somebody is asked for who has no name, and no general statement makes the sort worth knowing."""
    if not case.prompt.startswith(("Who ", "By whom ")) or case.asked.proper or has_capital(case.answer):
        return False
    return case.past or case.said <= _FEW or begins_indefinite(case.asked)


# --- what a verb takes ----------------------------------------------------------------------------------------------


def _is_idiom(case: Case, verb: Verb) -> bool:
    """Return whether an object without article belongs to its verb and nothing else is told: "had company"."""
    thing = case.asked if case.slot == "bound" else case.draft.object
    if case.slot not in ("subject", "object", "bound") or thing is None or verb.base not in words("verbs", "idle"):
        return False
    if case.slot == "object" and thing is case.asked and thing.head in words("nouns", "supported"):
        return not thing.proper and not thing.values
    bare = " " not in thing.text and thing.text.islower() and not thing.plural and not thing.values
    light = ("time", "attribution", "day", "place")
    further = (p for p in case.draft.qualifiers if p.role not in light and p.position != thing.position)
    lively = case.draft.subject.type in _LIVING or case.draft.subject.proper
    return bare and lively and not any(further)


def _is_empty(case: Case, verb: Verb) -> bool:
    """Return whether an answer names nothing: "his sources", "in many regions"."""
    if _FURTHER.fullmatch(case.answer):
        return True
    if case.slot not in ("object", "bound", "place", "other", "agent") or case.asked.prep == "for":
        return False
    said = case.asked.bound or case.answer
    if (_OWN_PAST if case.past else _OWN).fullmatch(said):
        return True
    if case.slot == "object" and case.past and _ANY.fullmatch(case.answer):
        return not is_making(case.draft, case.asked) and not case.asked.proper
    return case.slot == "place" and _NO_PLACE.match(case.answer) is not None


def _is_of_another(case: Case, verb: Verb) -> bool:
    """Return whether a stem has a second or a further one, so that it is not clear by itself: "a second blow"."""
    return any(_ANOTHER.match(p.text) and not has_capital(p.text) for p in case.told)


def _is_stacked(case: Case, verb: Verb) -> bool:
    """Return whether the asked object belongs to a verb below two others, or a further verb tells what it does."""
    if case.slot != "object" or not verb.complement:
        return case.slot == "object" and verb.base in _TELLING and any(_ASKED.match(p.text) for p in case.told)
    said = verb.complement.split(" ")
    if verb.base == "be" and case.draft.subject.type is PhraseType.THING:  # "the third step is to audit the accounts"
        return said[0] == "to" and not verb.passive
    return said.count("to") > 1 or said[-1] in ("make", "let", "help")


def _is_thin(case: Case, verb: Verb) -> bool:
    """Return whether a stem is a name and a verb, and the answer a plain noun: "What did he want? fast results"."""
    if is_making(case.draft, case.asked):
        return False
    if case.slot == "agent":
        return (
            case.said < (4 if case.past else 3)
            and f"{verb.base} by" not in words("verbs", "bound")
            and verb.base not in words("once", "life")
        )
    if case.slot == "place":
        return verb.base == "be" and not verb.passive and case.draft.object is None and case.said < 2
    if case.slot == "other":
        return case.past and case.said <= 3  # "whom" is one of them
    if case.slot == "object" and _is_ware(case, verb):
        return True
    living = case.draft.subject.type in _LIVING or case.draft.subject.proper
    if case.asked.head in words("nouns", "offspring"):
        return False
    plain = not case.asked.proper and not has_capital(case.answer) and len(case.answer.split()) <= 4
    return case.slot == "object" and living and case.past and plain and case.said <= 2


# --- what a stem says too often or leaves out -----------------------------------------------------------------------


def _is_repeated(case: Case, verb: Verb) -> bool:
    """Return whether a stem names its subject again: "What do drops drag down as drops fall?" """
    name = case.draft.subject.text
    if _TWICE.search(case.prompt) or _AGAIN.search(case.prompt):
        return True
    if case.slot == "subject" or len(name) < 3:
        return False
    return len(re.findall(rf"(?<![\w-]){re.escape(name)}(?![\w-])", case.prompt, re.IGNORECASE)) > 1


def _is_given_away(case: Case, verb: Verb) -> bool:
    """Return whether a stem says the name that it asks for, beside what else the answer says of it."""
    return any(name in case.prompt for name in _FULL_NAME.findall(case.answer))


def _is_part(case: Case, verb: Verb) -> bool:
    """Return whether a stem or an answer has a noun that says nothing without what it is of: "the total weight"."""
    if verb.base == "be" and any(p.role == "attribute" and _RANK_ONLY.fullmatch(p.text) for p in case.told):
        return True
    if verb.base == "measure" or any(q.prep in ("of", "for", "between") for q in case.draft.qualifiers):
        return False
    return any(lacks_whole(p) for p in open_wholes(case.draft))


def _is_lasting(case: Case, verb: Verb) -> bool:
    """Return whether a point in time is asked for, of what went on: "When did the town keep its walls?" """
    point = case.slot == "time" and case.prompt.startswith(("When", "In w"))
    return point and verb.base in _KEEPING and not verb.particle


_RULES: tuple[tuple[str, Callable[[Case, Verb], bool]], ...] = (
    *bearers.RULES,
    ("refused-idiom", _is_idiom),
    ("refused-description", _fits_many_things),
    ("refused-anybody", _is_anybody),
    ("refused-predicate", _fits_many),
    ("refused-answer", _is_empty),
    ("refused-further", _is_of_another),
    ("refused-verbs", _is_stacked),
    ("refused-some", lambda case, _: is_of_some(case.slot, case.draft.subject)),
    ("refused-thin", _is_thin),
    ("refused-repeated", _is_repeated),
    ("refused-told", _is_given_away),
    ("refused-part", _is_part),
    ("refused-state", _is_lasting),
    *meagre.RULES,
    *wording.RULES,
)
