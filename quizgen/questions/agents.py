"""Who acts and what is acted on: "Who" for what only people do, "What" for what nobody can do to a person."""

import re
from dataclasses import replace

from quizgen.lexicon import is_full_name, noun_type, words
from quizgen.model import FactDraft, FactKind, Phrase, PhraseType, Verb
from quizgen.questions import sorts
from quizgen.questions.people import are_persons, is_described, is_no_person, is_of_things, is_somebody
from quizgen.questions.wh import Asked
from quizgen.resolve.actors import may_be_person

_PERSON = frozenset({PhraseType.PERSON})
_POWERS = frozenset({PhraseType.PLACE, PhraseType.THING, PhraseType.PEOPLE})
_BODIES = frozenset({PhraseType.ORGANISATION, PhraseType.PEOPLE, PhraseType.UNKNOWN})
_EQUAL = frozenset({"be", "become", "remain"})
_RULER = re.compile(
    r"(?:King|Queen|Prince|Princess|Pope|Emperor|Empress|Tsar|Sultan|President) [A-Z][\w’-]*(?: [IVX]+)? of "
)
_OFFICE = re.compile(
    r"\b(?:President|Chancellor|Minister|Secretary|Commissioner|Director|Governor|Mayor|Senator|Judge|Justice|General"
    r"|Admiral|Colonel|Captain|Bishop|Archbishop|Professor|Ambassador|Leader|Chief|Chair|Chairman) "
)
_TWO_NAMES = re.compile(r"[A-Z][\w’-]+ (?:[a-z]{2,3} )*[A-Z][\w’-]+")
_TWO_PERSONS = re.compile(r"(?:[A-Z][\w’-]+ [A-Z][\w’-]+, )*[A-Z][\w’-]+ [A-Z][\w’-]+ and [A-Z][\w’-]+ [A-Z][\w’-]+")
_COUNTRYMAN = re.compile(r"[Tt]he (?P<nation>[A-Z][a-z]+) (?P<name>[A-Z][\w’-]+(?: [A-Z][\w’.-]+){1,2})")
_BANDS = frozenset({"expedition", "fleet", "army", "crew", "team", "squadron", "garrison", "delegation"})
_FIRMS = frozenset({"operator", "maker", "manufacturer", "retailer", "carrier", "publisher", "developer", "supplier"})
_BRANCHES = "branch bureau directorate division fund inspectorate office secretariat service unit".split()
_BRANCH = re.compile(rf"[A-Z][\w-]+ (?:{'|'.join(each.capitalize() for each in _BRANCHES)})\b")
_STUFF = frozenset({"from", "of", "out of", "with"})  # of which things are made
_HOLDING = frozenset({"comprise", "contain", "include"})
_STATES = frozenset({"be", "become", "contain", "have", "include", "lie", "need", "remain", "require", "stand"})
_ONE_OF = re.compile(r"(?:one|the \w+(?:est|st|first|last)?) of (?P<whom>(?:the|his|her|their) .+)")
_WORKING = frozenset({("work", "out"), ("set", "up"), ("draw", "up")})
_AGREEING = frozenset({"agree", "apologise", "apply", "decide", "reply", "vote"})
_FIGHTING = frozenset({"beat", "overthrow"})
_COMPANY = frozenset({"companion", "colleague", "other", "assistant", "follower", "friend"})
_OWNED = re.compile(r"['’]s? [a-z]+$")
_AGES = "|".join(sorted(words("nouns", "ages")))
_AGE = re.compile(rf"(?:an? |the )?(?:[a-z]+less |young )?(?:(?:{_AGES})s?|family groups)")
_WITH_BODIES = ("founding", "acting", "entering", "giving", "willing", "political", "assailing", "telling", "addressed")
_RULING = (words("nouns", "bodies", "organisation") | {"jury"}) - {
    "church",
    "library",
    "museum",
    "observatory",
    "newspaper",
}
_HOUSES = frozenset({"community", "house", "inn", "pub", "shop"})
_RANKS = frozenset("first last only second third fourth fifth one other most least largest best".split())
_THEMSELVES = re.compile(r"themselves\b")


def ranked(draft: FactDraft, subject: Phrase) -> Phrase:
    """Return a name of no known sort as that of a thing or person where it is told the highest or only what it is."""
    told = draft.object
    noun = told is not None and told.head not in _RANKS and f" {told.head}" in told.text
    known = draft.kind is FactKind.SUPERLATIVE and subject.type is PhraseType.UNKNOWN and noun
    return replace(subject, type=PhraseType.THING) if known else subject


def as_person(draft: FactDraft, asked: Asked | None) -> Asked | None:
    """Ask "Who became the oldest person", "Who wants higher wages", also of names that do not tell it."""
    if asked is None or draft.verb is None or _is_anyone(draft, draft.verb):
        return None
    if asked.wh not in ("What", "Which place"):
        return _of_a_thing(draft, asked)
    if _names_somebody(draft.subject.text):
        return replace(asked, wh="Who")
    if _is_power(draft, draft.verb) or (asked.wh == "What" and _is_founder(draft, draft.verb)):
        return replace(asked, wh="Who", singular=True)
    if asked.wh == "What" and (_is_willing(draft, draft.verb) or any(map(_is_role, draft.qualifiers))):
        return replace(asked, wh="Who", singular=True)
    sort = _sort(draft, draft.verb) if asked.wh == "What" else ""
    if sort:
        return replace(asked, wh=sort, singular=True)
    told = draft.object
    if asked.wh != "What" or told is None or not draft.subject.proper or draft.verb.base not in _EQUAL:
        return asked
    person = told.type in _PERSON or told.head in words("nouns", "human", "kin")
    return replace(asked, wh="Who") if person else asked


def acting(verb: Verb, phrase: Phrase, asked: Asked | None) -> Asked | None:
    """Ask "By whom" for an agent that is somebody, "By which orchestra" for a body that is told by what it is."""
    if asked is None or asked.wh != "What":
        return asked
    if phrase.text in sorts.POWERS or is_somebody(phrase) or _are_two(verb, phrase) or _names_somebody(phrase.text):
        return replace(asked, wh="By whom")
    body = phrase.head in words("nouns", "bodies", "ensembles") or _is_branch(phrase)
    if not body or phrase.plural or not phrase.text.startswith("the "):
        return asked
    named = any(sign.isupper() for sign in phrase.text)
    return replace(asked, wh=f"By which {phrase.head}" if named else "By which institution")


def _is_branch(phrase: Phrase) -> bool:
    """Return whether a phrase is a branch of a state by its name or its nation: "the Greek weather service"."""
    if phrase.head not in _BRANCHES:
        return False
    nation = phrase.text.removeprefix("the ").split(" ")[0]
    return _BRANCH.search(phrase.text) is not None or nation in words("entities", "people_adjectives")


def _are_two(verb: Verb, phrase: Phrase) -> bool:
    """Return whether what only people make was made by two of two names each: Ida Holm and Jens Voss."""
    made = verb.base in words("verbs", "inanimate") or (verb.base, verb.particle) in _WORKING
    return made and _TWO_PERSONS.fullmatch(phrase.text) is not None


def _sort(draft: FactDraft, verb: Verb) -> str:
    """Return "Which fleet" for a band and "Which company" for a firm that is told by what it does, "Who" for councils
    that do something."""
    subject = draft.subject
    named = any(sign.isupper() for sign in subject.text[1:])
    if subject.head in _BANDS and named:
        return f"Which {subject.head}"
    if _is_branch(subject) and not verb.passive and verb.base != "be":
        return "Which body"
    if subject.head in _FIRMS and named and not subject.plural and not verb.passive:
        return "Which company" if verb.base in words("verbs", "willing", "acting") else ""
    doing = not verb.passive and verb.base not in _STATES and (draft.object is not None or verb.complement)
    several = subject.plural and not subject.proper and subject.head in words("nouns", "organisation")
    behind = subject.text.partition(f" {subject.head} ")[0] if named else subject.text  # "a court in Peru"
    head = subject.head if subject.head in subject.text else subject.text.split(" ")[-1]  # "it" is put into words
    ruling = head in _RULING and verb.tense == "past" and not any(sign.isupper() for sign in behind[1:])
    return "Who" if doing and (several or ruling) else ""


def _is_anyone(draft: FactDraft, verb: Verb) -> bool:
    """Return whether no more is said of who acts than an age or a sex, which fits people as well as animals: adults."""
    if not _AGE.fullmatch(draft.subject.text) or draft.subject.text.removeprefix("the ") in ("male", "female"):
        return False
    return verb.base not in words("verbs", "personal", "willing", "addressed")


def _names_somebody(text: str) -> bool:
    """Return whether a phrase is a ruler, an office with the name of its holder, or a person with companions."""
    if _RULER.match(text) or _is_countryman(text) or text.endswith((" himself", " herself")):
        return True
    *others, last = text.split(" and ")
    if others:
        if _are_in_full([each for part in text.split(" and ") for each in part.split(", ")]):
            return True
        known = all(is_full_name(each) for part in others for each in part.split(", "))
        head = last.split(" ")[-1].removesuffix("s")
        return known and (_TWO_NAMES.fullmatch(last) is not None or head in words("nouns", "human") | _COMPANY)
    office = _OFFICE.search(text)
    return office is not None and is_full_name(text[office.end() :])


def _are_in_full(names: list[str]) -> bool:
    """Return whether all are two names each, and one of them surely a person's: "Jon Dahl and Ida Holm of Lund"."""
    plain = [name.partition(" of ")[0] for name in names]
    persons = all(_TWO_NAMES.fullmatch(name) and may_be_person(name) for name in plain)
    return persons and any(map(is_full_name, plain))


def _is_countryman(text: str) -> bool:
    """Return whether a full name stands behind a nation: "the Norwegian Ida Holm"."""
    found = _COUNTRYMAN.fullmatch(text)
    return (
        found is not None and found["nation"] in words("entities", "people_adjectives") and is_full_name(found["name"])
    )


def _of_a_thing(draft: FactDraft, asked: Asked | None) -> Asked | None:
    """Ask "What is run by a trust", also where the name sounds like a person's."""
    verb = draft.verb
    if asked is None or verb is None:
        return asked
    made = verb.passive and verb.base in words("verbs", "inanimate") | {"launch", "operate", "plan", "run"}
    made = made or (verb.base == "make" and verb.passive and any(q.prep in _STUFF for q in draft.qualifiers))
    made = made or (verb.base in _HOLDING and not verb.passive)
    guessed = asked.wh == "Which organisation" and not draft.subject.noun and _is_like_a_thing(draft, verb)
    return replace(asked, wh="What") if guessed or (asked.wh == "Who" and made) else asked


def _is_like_a_thing(draft: FactDraft, verb: Verb) -> bool:
    """Return whether what is told of a name without a class noun fits a device as well: is tuned, is under repair."""
    if verb.passive:
        return verb.base not in words("verbs", "addressed", "suffered", "founding")
    return verb.base in words("verbs", "lying") or (verb.base == "be" and draft.object is None)


def _is_power(draft: FactDraft, verb: Verb) -> bool:
    """Return whether a place or a people of no known sort does what only states and peoples do: seize, cede."""
    subject = draft.subject
    named = (subject.proper or subject.text.removeprefix("the ")[:1].isupper()) and not _OWNED.search(subject.text)
    if not named or subject.noun in words("nouns", "natural"):
        return False
    doing = verb.base in words("verbs", "political") | _FIGHTING and not verb.passive
    suffering = subject.plural and verb.passive and verb.base in words("verbs", "political")
    return (doing or suffering) and subject.type in _POWERS


def _is_founder(draft: FactDraft, verb: Verb) -> bool:
    """Return whether one who goes by a single name sets up a body: "Holm set up the Holm Foundation"."""
    told, name = draft.object, draft.subject.text
    body = told is not None and told.type is PhraseType.ORGANISATION and not verb.passive
    founding = (verb.base, verb.particle) in _WORKING or verb.base in ("found", "establish")
    return body and founding and name.isalpha() and name[:1].isupper()


def _is_willing(draft: FactDraft, verb: Verb) -> bool:
    """Return whether a body or several of a sort do or suffer what only people do: want, sign, were advised to leave.

    Of one thing it may be a manner of speaking: "the law demands".
    """
    subject = draft.subject
    plural = subject.plural or verb.text.startswith(("are ", "were ", "have "))
    several = plural and not subject.proper and subject.type is PhraseType.THING
    if not several and subject.type not in _BODIES:
        return False
    if verb.passive:
        told = verb.base in words("verbs", "addressed") and verb.complement.startswith("to ")
        return several and (told or verb.base in words("verbs", "suffered"))
    if not plural and verb.base in _AGREEING and subject.type in _BODIES:
        return True
    themselves = draft.object is not None and _THEMSELVES.match(draft.object.text) is not None
    return verb.base in words("verbs", "willing") or (themselves and _is_group(subject))


def _is_group(phrase: Phrase) -> bool:
    """Return whether it is told of whom a group is made up: "bands of pilgrims"."""
    last = phrase.text.rpartition(" of ")[2].split(" ")[-1]
    return " of " in phrase.text and last.removesuffix("s") in words("nouns", "human", "person")


def _is_role(phrase: Phrase) -> bool:
    """Return whether somebody is regarded or used as what only people are: "as traitors"."""
    return phrase.prep == "as" and (phrase.type in _PERSON or phrase.head in words("nouns", "human"))


def is_person(draft: FactDraft) -> bool:
    """Return whether a subject is a person, by its own sort or by what it is said to be: "an aunt of the queen"."""
    told = draft.object
    if draft.kind is FactKind.ALIAS and draft.subject.type in (PhraseType.UNKNOWN, PhraseType.TERM):
        return draft.subject.proper and is_full_name(draft.subject.text)
    if told is not None and told.role == "attribute" and _is_thing(told):
        return False
    if draft.extractor == "called" and told is not None and not told.plural and not is_described(told):
        return False  # a deposit called Per Geijer
    if draft.subject.type is PhraseType.COUNTRY or (draft.subject.text.startswith("the ") and _is_body(told)):
        return False
    if draft.subject.type in _PERSON or told is None or told.role != "attribute":
        return draft.subject.type in _PERSON
    if draft.subject.proper and draft.kind is FactKind.DEFINITION and is_described(told):
        return True
    if told.type in _PERSON and told.proper and draft.subject.text.startswith("the "):  # the last winner was Ida Holm
        return True
    named = draft.subject.proper and draft.subject.type in (PhraseType.UNKNOWN, PhraseType.THING, PhraseType.TERM)
    one = _ONE_OF.match(told.text)
    known = told.type in _PERSON or told.head in words("nouns", "kin")
    return named and (known or (one is not None and are_persons(one["whom"])))


def _is_body(told: Phrase | None) -> bool:
    """Return whether what is told of a name is that it is several: "a standing group of seven people"."""
    return (
        told is not None and not told.plural and told.head in words("nouns", "bodies", "ensembles") | {"group", "team"}
    )


def _is_thing(told: Phrase) -> bool:
    """Return whether what somebody or something is said to be is no person by its noun: a community, a public house."""
    known = noun_type(told.head)
    if told.head in _HOUSES or (known is not None and known not in (PhraseType.PERSON, PhraseType.PEOPLE)):
        return True
    return is_of_things(told) or is_no_person(told)


def _is_addressed(draft: FactDraft, verb: Verb) -> bool:
    """Return whether what is acted on is told or moved to something, which only somebody can be: "persuaded states"."""
    base = verb.complement.split(" ")[-1] if verb.complement else verb.base
    behind = any(q.text.startswith(("that ", "to ")) and q.type is PhraseType.CLAUSE for q in draft.qualifiers)
    return not verb.passive and base in words("verbs", "addressed") | {"convince"} and behind


def _is_name_given(verb: Verb) -> bool:
    """Return whether what stands behind a verb is what somebody or something is called: "called itself the capital"."""
    given = verb.passive or (verb.particle or verb.complement).endswith(("self", "selves"))
    return given and verb.base in words("verbs", "calling") - {"name"}  # named queen


def as_thing(draft: FactDraft, asked: Asked | None) -> Asked | None:
    """Ask "Which society did she found", "What did she write", also where the name sounds like a person's, and "What
    was she elected" for an office."""
    told, verb = draft.object, draft.verb
    if asked is not None and verb is not None and _is_name_given(verb):
        return replace(asked, wh="What")
    if asked is not None and verb is not None and asked.wh == "Which organisation" and told is not None:
        doubtful = told.text.isupper() and verb.base not in words("verbs", *_WITH_BODIES)  # ACC is made into ethylene
        return replace(asked, wh="What") if verb.passive or doubtful else asked  # appointed CBE
    if asked is not None and asked.wh == "What" and verb is not None and _is_addressed(draft, verb):
        return replace(asked, wh="Who")
    if asked is None or asked.wh != "Who" or told is None or verb is None:
        return asked
    if verb.base in words("verbs", "entering") and not told.plural and told.head in words("nouns", "collective"):
        return replace(asked, wh="What")
    if verb.passive:
        return asked if told.proper and told.text[:1].isupper() else replace(asked, wh="What")
    if verb.base not in words("verbs", "inanimate"):
        return asked
    body = told.noun in words("nouns", "organisation", "work")
    return replace(asked, wh=f"Which {told.noun}" if body and told.proper else "What")
