"""What a statement says, as far as it decides how many answers a question may have."""

import re

from quizgen.lexicon import words
from quizgen.model import FactDraft, FactKind, Phrase, PhraseType
from quizgen.numerals import number_word

WORD = re.compile(r"[^\W_][\w’'-]*")
_JOINT = "of|the|de|del|della|di|da|do|dos|du|la|le|van|von|der|den|y|el|al|bin|ibn"  # inside a name
_NAME = re.compile(rf"[A-Z][\w’'-]*\.?(?: (?:(?:{_JOINT}) )*[A-Z][\w’'-]*\.?)+(?<!\.)")
UNIQUE = re.compile(
    r"\b(?:(?:first|last|only|best|worst|most)(?!-)|(?!west|forest|interest|harvest|request|conquest)\w{3,}(?:est|most))\b"
)
_GENERAL = frozenset({"object", "bound", "agent", "manner", "condition", "deed"})
_SOME = re.compile(
    r"(?:many|most(?:ly)?|mainly|some|several|a few|certain|various|two|three|four|five|six|one of) ", re.I
)
FUNCTION = frozenset(
    """what who which when where why how many much for from by with in on at to of into through over under during than
    as and or but a an the is are was were be been being do does did has have had can will its his her their it
    not""".split()
)
_MAKERS = frozenset(
    {PhraseType.PERSON, PhraseType.PEOPLE, PhraseType.ORGANISATION, PhraseType.COUNTRY, PhraseType.UNKNOWN}
)
_PART = re.compile(r"the (?:[\w-]+ ){0,2}[a-z]+", re.IGNORECASE)
_WITHIN = re.compile(r" (?:of|in|at|on|for|to|from|with|by|between|among|behind|that) ")
_BEHIND = re.compile(
    r" (?:of|in|at|on|for|to|from|with|by|between|among|behind|below|above|under|over|inside|within|around|across|near"
    r"|through|along|against|without|before|after|during|who|that|which|whose|where) "
)
_BESIDE = re.compile(r" (?:of|in|at|on|for|to|from|with|by|between|that|which|called|known) |, ")
_LAST_OF = re.compile(
    r" of an? (?:[\w’'-]+ )?(?P<noun>[a-z-]+)$| of (?!the |its |his |her |their )(?:[a-z-]+ )?(?P<many>[a-z-]+)s$"
)
_INDEFINITE = frozenset("a an any dozens hundreds one several some thousands".split())


def is_making(draft: FactDraft, asked: Phrase) -> bool:
    """Return whether somebody named made or found something particular."""
    if draft.verb is None or draft.verb.base not in words("verbs", "making") or draft.verb.tense != "past":
        return False
    maker = next((q for q in draft.qualifiers if q.role == "agent"), draft.subject)
    thing = draft.subject if maker is not draft.subject else draft.object
    return (
        maker.proper
        and maker.type in _MAKERS
        and thing is not None
        and (thing is asked or not begins_indefinite(thing))
    )


def is_functional(phrase: Phrase | None) -> bool:
    """Return whether a description fits one thing by its noun: the capital of Australia."""
    said = phrase.text.split(" of ") if phrase is not None else [""]
    return len(said) == 2 and said[0].startswith("the ") and said[0].split(" ")[-1] in words("nouns", "functional")


def is_superlative(draft: FactDraft) -> bool:
    """Return whether only one thing can be so: the world's northernmost capital."""
    if draft.object is None or draft.object.role != "attribute" or begins_indefinite(draft.object):
        return False
    return draft.object.text.startswith("the ") and bool(UNIQUE.search(draft.object.text))


def is_of_some(slot: str, subject: Phrase) -> bool:
    """Return whether it is asked what some, many or most have or do."""
    return slot in _GENERAL and _SOME.match(subject.text) is not None


def is_toll(draft: FactDraft) -> bool:
    """Return whether it is told how many there are, or to how many something happened: "200 people were killed"."""
    befallen = draft.verb is not None and draft.verb.base in words("verbs", "befalling")
    return draft.subject.type is PhraseType.NUMBER and (befallen or draft.extractor == "existence")


def is_adjectival(draft: FactDraft) -> bool:
    """Return whether only an adjective is said of the subject, as of many others: "is rich in iron"."""
    if draft.verb is None or draft.verb.base != "be" or draft.verb.complement or draft.object is not None:
        return False
    return any(q.role == "attribute" and q.head not in words("adjectives", "single") for q in draft.qualifiers)


def is_bare(text: str) -> bool:
    """Return whether an answer is one common word, which names nothing in particular."""
    return len(text.split()) == 1 and text.islower() and not text[0].isdigit()


def lacks_whole(phrase: Phrase) -> bool:
    """Return whether a description does not say what it is a part, a property or a holder of: "the SI unit"."""
    sole = words("nouns", "functional")
    if phrase.values or (phrase.proper and phrase.head not in sole) or not _PART.fullmatch(phrase.text):
        return False
    part = phrase.head in sole | words("nouns", "partial", "relational")
    return part and not within(phrase.text)


def within(text: str) -> bool:
    """Return whether words behind a noun tell what it is of, where it is or for whom."""
    return _WITHIN.search(text) is not None


def is_derived(phrase: Phrase) -> bool:
    """Return whether a description does not say of what it is a copy, a rival or another version."""
    within = _LAST_OF.search(phrase.text)
    if within is not None and (within["noun"] or within["many"]) in words("nouns", "derived"):
        return not phrase.proper
    if phrase.head not in words("nouns", "derived") or phrase.proper or phrase.values or _BESIDE.search(phrase.text):
        return False
    return not any(sign.isupper() for sign in phrase.bound or phrase.text)


def begins_indefinite(phrase: Phrase | None) -> bool:
    return phrase is not None and phrase.text.split(" ")[0] in _INDEFINITE


def content(stem: str) -> int:
    """Return how many content words a stem has, a name of several words counted once."""
    merged = _NAME.sub("Name", stem[:1].lower() + stem[1:])
    return sum(word.lower() not in FUNCTION for word in WORD.findall(merged))


def is_anchor(phrase: Phrase) -> bool:
    """Return whether a phrase ties the stem to one occasion: a name, a number, a date or a full description."""
    return is_named(phrase) or phrase.type is PhraseType.DATE or len(phrase.text.split()) >= 5


def is_named(phrase: Phrase) -> bool:
    """Return whether a phrase has a name or a number."""
    return phrase.proper or bool(phrase.values) or any(sign.isdigit() for sign in phrase.text)


def open_wholes(draft: FactDraft) -> tuple[Phrase, ...]:
    """Return what needs to say what it is of: not the term of a definition, which tells just that."""
    general = draft.verb is not None and draft.verb.tense == "present" and draft.extractor != "identity"
    told = draft.kind is FactKind.DEFINITION and general and not draft.subject.proper
    return tuple(p for p in ((None if told else draft.subject), draft.object) if p is not None)


def is_counted(told: Phrase) -> bool:
    """Return whether a description begins with how many there are, no part of what a term means: "two organs that"."""
    return number_word(told.text.split(" ")[0]) is not None and not told.text.lower().startswith("one ")


def is_plain_noun(text: str) -> bool:
    """Return whether a description is a noun with an adjective or two: "the upper part", "the Scottish poet"."""
    plain = [word for word in text.split(" ") if word not in words("entities", "people_adjectives")]
    few = content(text) <= 2 + (len(plain) < len(text.split(" ")))
    return (
        text.startswith("the ")
        and few
        and not is_restricted(text)
        and not any(sign.isupper() for sign in "".join(plain))
    )


def is_restricted(text: str) -> bool:
    """Return whether a description says behind its noun which one is meant: "of the coast", "that melts"."""
    return _BEHIND.search(text) is not None
