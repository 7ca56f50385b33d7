"""Phrases that mean persons by their nouns: a bailiff, Quakers, millions of Americans, Samuel Adams and the rebels."""

import re
from functools import lru_cache

from quizgen import inflect, lexicon
from quizgen.lexicon import is_full_name
from quizgen.model import Phrase, PhraseType
from quizgen.words import words

_BEHIND = re.compile(r" (?:of|in|on|at|from|who|whose|that|with|to|for|by|under|near|among|between|[a-z]+ing) ")
_DONE = re.compile(r" [a-z]+(?:ed|en)(?: |$)")
_AFTER = re.compile(r" (?:of|in|on|at|from|who|whose|that|with|to|for|by|under|near|among|between) ")
_AMOUNT = re.compile(
    r"(?:[a-z]+ )*(?:millions|thousands|hundreds|dozens|majority|half|groups?|numbers?|party|parties|bands?|crowds?"
    r"|gangs?|handful|couple|panels?|teams?|delegations?|staff|host|army|armies) of (?:(?:[a-z]+|\d+) (?=[A-Z]))?"
)
_OFFICE = re.compile(r"[Tt]he (?:[A-Z]\w+ )?[A-Z]\w+ of ")  # the Leader of the House
_COMPOUND = re.compile(
    r"^(?:(?:an?|the|his|her|their) )?(?:[\w’'-]+ ){0,2}(?:[\w-]+-year-olds?$"
    r"|(?:lady|gentleman|maid|master|poet|artist|writer)-in-[a-z]+"
    r"|[a-z]+-in-(?:law|chief)|aide-de-camp|attorney-general"
    r"|(?:married|old|unhappy|young|[a-z]+ed) couple(?! of)"
    r"|(?:vice|ex|co|great|grand|step|half|under|team|ship|room|class)-?"
    r"(?:president|chancellor|chairman|chairwoman|captain|founder|author|director|grandson|granddaughter|grandfather"
    r"|grandmother|nephew|niece|uncle|aunt|son|daughter|brother|sister|secretary|minister|mate))(?= |$)"
)
_GROUPED = re.compile(
    r"(?:[\w-]+ )*(?P<head>famil(?:y|ies)|groups?|communit(?:y|ies)|populations?|teams?"
    r"|societ(?:y|ies)|crowds?|minorit(?:y|ies)) of "
    r"(?P<whom>(?:[\w-]+ ){0,4}?[\w-]+s)(?= (?:known|called|named|that|which|of|in|on|from|with) |$)"
)
_CALLED = re.compile(
    r"(?:an?|the) (?:[a-z-]+ )*?(?P<noun>[a-z]+)(?: of [a-z-]+(?: [a-z-]+)?)?,? "
    r"(?:called|named|nicknamed|known as) (?:the )?[A-Z]"
)
_PARTS = re.compile(r",? and |, ")
_OPENING = frozenset(
    "a all an any every her his its many most other our several some the their these those two".split()
)
_SURNAME = re.compile(r"[Tt]he (?!Corn|Dutch|English|French|Irish|Manx|Norse|Scots|Welsh)[A-Z][a-z]+man")
_LIVING = frozenset({PhraseType.PERSON, PhraseType.PEOPLE, PhraseType.ORGANISATION})
_FORCES = re.compile(
    r"\b(?:(?!Newtonian)[A-Z]\w*(?:ans?|ish|ese|[nt]ch|lied|erate|ist|eek|urk|[qbn]i)|Union|UN|NATO|Nato|Axis|air|allied|armed"
    r"|defen[cs]e|enemy|government|ground|hostile|invading|land|military|naval|occupation|occupying|paramilitary|peacekeeping"
    r"|police|rebel|royal|security|special)(?: [a-z]+)? forces\b|\bforces (?:of|under|led by) (?:the )?[A-Z]"
)
_MANY = frozenset(
    "babies children clergy companions couples crews gangs men people peoples persons personnel police staff thieves"
    " women".split()
)
_ENDINGS = (("ies", "y"), ("men", "man"), ("ches", "ch"), ("sses", "ss"), ("s", ""))
# Which are as often a star, a molecule or a machine where one alone is told of.
_ALSO_THINGS = frozenset(
    "ancient bearer breeder competitor daughter donor drifter dwarf keeper messenger minor native pathfinder pioneer"
    " reader recipient settler sister subordinate surveyor tracker".split()
)
_SEXES = frozenset({"male", "female"})
_MARKED = str.maketrans("āēīōū", "aeiou")  # long vowels: Māori
_OWNED = re.compile(
    r"[Tt]he (?P<owner>[a-z]+)['’]s? (?:[a-z]+ )?"
    r"(?:ancestor|cousin|descendant|enem(?:y|ie)|host|neighbour|parent|partner|relative)s?"
)
_RULERS = frozenset({"duke", "emir", "emperor", "khan", "king", "prince", "sultan", "tsar"})
_TITLES = frozenset({"fathers", "great", "khan", "lady", "lama", "mary", "pretender", "widow"})
_WITH_ARTICLE = re.compile(r"[Tt]he ((?:[A-Z][\w’'-]+ )+[A-Z][\w’'-]+)")
_STORM = re.compile(r"(?:the )?(?:Tropical )?(?:Cyclone|Hurricane|Storm|Typhoon) [A-Z]")
_NO_PERSON = re.compile(
    r"the (?:brand|label|motto|name|nickname|pseudonym|title) [A-Z]"
    r"|.+ (?:Academy|Airport|Arena|Archipelago|Bay|Building|Canal|Center|Centre|Coast|College|Falls|Foundation|Gallery"
    r"|Glacier|Gardens|Hospital|Institute|Islands?|Laboratory|Land|Library|Museum|Observatory|Peninsula|Reservoir|School|Stadium"
    r"|Station|Telescope|Theater|Theatre|Tower|Trust|University|Valley)$"
)
_NATIONS = re.compile(r"[Tt]he [A-Z]\w*(?:ians|eans|mans|icans|itans|yans|aelites)$")
_FOLK = re.compile(
    r"(?:\w{3}(?:[acdghmoprtv]|(?<!ago)n|al|el|il|ll|ol)ist|\w{2}(?:ician|orian|ilitarian|owner|worker|dweller|goer|seeker)"
    r"|\w{2}(?:beater|binder|blower|grower|keeper|looker|maker|monger|smith|wright)"
    r"|(?:cell|class|crew|flat|house|in|mess|play|room|school|ship|team|work)mate|civilian|coloni[sz]er|librarian|guardian"
    r"|\w{2}(?:wom[ae]n|people|folk)"
    r"|(?!(?:abdo|acu|albu|bitu|cog?no|cycla|fora|no|o|regi|speci|sta)m[ae]n$|(?:cai|cay|cera|dol|ger|nor|otto|ro|talis)man$)"
    r"\b\w{3,}m[ae]n)$"
)


_ALSO_PERSONS = frozenset(
    "addition agent anchor attaché band bard baritone bass canon choice conductor contemporary cooper duo favorite"
    " favourite figure genius goalkeeper griot group half legend model muse name pair part pastor pharaoh piece"
    " pitcher polymath prodigy samurai shah team tenor trio".split()
)  # nouns of persons, too, or of several


def is_somebody(phrase: Phrase) -> bool:
    """Return whether a phrase that stands for no amount is asked for with "Who"."""
    if phrase.type in (PhraseType.PERSON, PhraseType.PEOPLE) or is_people(phrase) or are_persons(phrase.text):
        return not (is_of_things(phrase) or _is_named_thing(phrase.text) or _is_like_a_name(phrase))
    if _is_of_a_thing(phrase.text) or (phrase.plural and _is_with_things(phrase.text)):
        return False
    return (
        _is_human(phrase)
        or _are_several(phrase)
        or _are_named(phrase)
        or _is_folk(phrase)
        or _is_couple(phrase)
        or _begins_with_name(phrase.text)
        or _is_introduced(phrase)
        or _is_called(phrase)
    )


def _is_folk(phrase: Phrase) -> bool:
    """Return whether the form of a noun tells that it is somebody: a violinist, the brakeman; not the Horniman."""
    return _FOLK.search(phrase.head) is not None and _SURNAME.fullmatch(phrase.text) is None


def _is_named_thing(text: str) -> bool:
    """Return whether a noun that is no person's stands before a name that sounds like one: a mould called Rosa."""
    called = _CALLED.match(text)
    if called is None:
        return False
    noun = called["noun"]
    known = words("persons") | lexicon.words("nouns", "human", "crowd", "person", "people", "kin")
    return noun not in known and _FOLK.search(noun) is None


def _is_of_a_thing(text: str) -> bool:
    """Return whether what may be a person goes with a thing: the fungus's partner, the parasite's host."""
    owner = _OWNED.fullmatch(text)
    if owner is None or lexicon.noun_type(owner["owner"]) is PhraseType.PERSON or owner["owner"] in _RULERS:
        return False
    known = words("persons") | lexicon.words("nouns", "human", "crowd", "people", "kin")
    return owner["owner"] not in known and _FOLK.search(owner["owner"]) is None


def _is_like_a_name(phrase: Phrase) -> bool:
    """Return whether a name only sounds like a person's: a storm called Freddy, the Elster Viaduct."""
    if phrase.type is not PhraseType.PERSON or phrase.plural or phrase.noun:
        return False
    known = words("persons") | lexicon.words("nouns", "human", "crowd", "person", "people", "kin") | _TITLES
    if _NO_PERSON.match(phrase.text):
        return True
    told = _WITH_ARTICLE.fullmatch(phrase.text)
    return _STORM.match(phrase.text) is not None or (told is not None and known.isdisjoint(told[1].lower().split(" ")))


def sex(phrase: Phrase) -> str:
    """Return "Which sex" for the male and for females, "" for all else."""
    first, _, last = phrase.text.lower().rpartition(" ")
    return "Which sex" if last.removesuffix("s") in _SEXES and first in ("", "the") else ""


def is_of_things(phrase: Phrase) -> bool:
    """Return whether a group is one of things: the family of whey products, a community of sponges."""
    of = _GROUPED.match(phrase.text)
    if of is None or of["head"] not in (phrase.head, inflect.plural(phrase.head)) or are_persons(of["whom"]):
        return False
    told = of["whom"].split(" ")
    return told[-1].islower() and lexicon.words("entities", "people_adjectives").isdisjoint(told)


def is_people(phrase: Phrase) -> bool:
    """Return whether a plural name is that of a people: the Romans, the French."""
    if phrase.type in (PhraseType.PLACE, PhraseType.COUNTRY) or phrase.text[:4].lower() != "the ":
        return False
    name = phrase.text[4:]
    if name.translate(_MARKED) in lexicon.words("nouns", "folks", "peoples"):
        return True
    adjectives = lexicon.words("entities", "people_adjectives")
    return name in adjectives or name.removesuffix("s") in adjectives or _NATIONS.match(phrase.text) is not None


@lru_cache(maxsize=1 << 12)
def are_persons(text: str) -> bool:
    """Return whether a phrase is a plural of persons or has such a member beside names."""
    parts = [_core(part) for part in _PARTS.split(_AMOUNT.sub("", text, count=1)) if part]
    known = [_is_plural_of_persons(part) for part in parts]
    return any(known) and all(
        found or part[:1].isupper() or part.split(" ")[-1] in lexicon.words("nouns", "organisation")
        for part, found in zip(parts, known, strict=True)
    )


def _core(part: str) -> str:
    """Return a phrase without what stands behind its noun: "men" of "men digging peat", "his remaining friends"."""
    core = _BEHIND.split(part)[0]
    return _AFTER.split(part)[0] if core.lower() in _OPENING else core


def _is_plural_of_persons(part: str) -> bool:
    noun = part.split(" ")[-1]
    if noun in lexicon.words("nouns", "nationals"):
        return True
    singular = next((noun.removesuffix(end) + base for end, base in _ENDINGS if noun.endswith(end)), noun)
    if noun in _MANY or noun.translate(_MARKED) in lexicon.words("nouns", "folks") or _is_of_nation(noun):
        return True
    known = words("persons") | lexicon.words("nouns", "human", "crowd")
    return singular != noun and (singular in known or _FOLK.search(singular) is not None)


def _is_of_nation(noun: str) -> bool:
    """Return whether a plural means those of one nation: Germans, Mexicans."""
    return noun[:1].isupper() and noun.endswith("s") and noun[:-1] in lexicon.words("entities", "people_adjectives")


def _is_human(phrase: Phrase) -> bool:
    """Return whether the head noun is of persons: the walker; a bailiff carrying a hook."""
    if phrase.head in lexicon.words("nouns", "human") and phrase.text.split(" ")[-1].islower():
        return True
    if _COMPOUND.search(phrase.text):
        return True
    said = _BEHIND.split(phrase.text)[0].split(" ")[-1]
    said = said.lower() if _OFFICE.match(phrase.text) else said
    known = words("persons") | lexicon.words("nouns", "human")
    known = known | lexicon.words("nouns", "office") if _OFFICE.match(phrase.text) else known
    return said == phrase.head and said in known and said not in _ALSO_THINGS


def is_office(text: str) -> bool:
    """Return whether a phrase is an office that somebody holds in a body: "the Dean of Lund Cathedral"."""
    found = _OFFICE.match(text)
    return found is not None and found[0].split(" ")[-3].lower() in lexicon.words("nouns", "office")


def is_described(phrase: Phrase) -> bool:
    """Return whether what somebody is said to be is a person: a travelling salesman from Chicago."""
    return not phrase.plural and (_is_human(phrase) or _FOLK.search(phrase.head) is not None)


def is_no_person(phrase: Phrase) -> bool:
    """Return whether something is said to be one of a kind that no dictionary has among persons: a stepwell."""
    if phrase.plural or phrase.text.split(" ")[0].lower() not in ("a", "an"):
        return False
    core = _BEHIND.split(phrase.text)[0]
    if phrase.head not in (core.split(" ")[-1], _DONE.split(core)[0].split(" ")[-1]):  # another noun than what is told
        return False
    known = words("persons") | lexicon.words("nouns", "human", "crowd", "person", "people", "kin")
    return phrase.head not in known | _ALSO_PERSONS and _FOLK.search(phrase.head) is None


def _are_several(phrase: Phrase) -> bool:
    """Return whether a plural means persons whatever stands behind it; forces only where they are somebody's."""
    if not phrase.plural or phrase.head not in _persons() | {"people"}:
        return False
    return phrase.head != "force" or _FORCES.search(phrase.text) is not None


def _are_named(phrase: Phrase) -> bool:
    """Return whether a plural name is one of persons: the Confederates, the Paxton Boys, Senecas and Shawnees."""
    if phrase.type in (PhraseType.PLACE, PhraseType.COUNTRY, PhraseType.WORK):
        return False
    return all(_is_name_of_persons(_core(part)) for part in _PARTS.split(phrase.text) if part)


def _is_name_of_persons(part: str) -> bool:
    noun = part.split(" ")[-1]
    if not noun[:1].isupper() or not noun.endswith("s"):
        return False
    return noun[:-1] in lexicon.words("nouns", "peoples") or _is_plural_of_persons(noun.lower())


def _is_with_things(text: str) -> bool:
    """Return whether persons are told together with what are none: "officials, musicians and animals"."""
    *others, last = _PARTS.split(text)
    noun = last.split(" ")[-1]
    if not others or not noun.islower() or not noun.endswith("s") or _BEHIND.search(text):
        return False
    singular = next(noun.removesuffix(end) + base for end, base in _ENDINGS if noun.endswith(end))
    return not _is_plural_of_persons(noun) and lexicon.noun_type(singular) not in _LIVING


def _persons() -> frozenset[str]:
    """Return the nouns that in the plural mean persons, whatever stands behind them: "women, both old and young"."""
    return lexicon.words("nouns", "human", "armed", "person", "crowd")


def _is_couple(phrase: Phrase) -> bool:
    """Return whether a name is that of two persons who share the last one: Marie and Pierre Curie."""
    first, _, second = phrase.text.partition(" and ")
    shared = phrase.plural and phrase.proper and " " not in first and second.count(" ") == 1
    return shared and is_full_name(f"{first} {second.split()[1]}")


def _begins_with_name(text: str) -> bool:
    """Return whether persons or peoples follow upon the full name of one: Samuel Adams and the Sons of Liberty."""
    first, *others = _PARTS.split(text)
    if others == ["others"] and _FULL.match(first):
        return True
    return bool(others) and is_full_name(first) and all(each == "others" or _NAMED.match(each) for each in others)


_FULL = re.compile(r"(?:[A-Z][\w.’'-]* )+[A-Z][\w’'-]+$")
_NAMED = re.compile(r"(?:the )?(?:[A-Z][\w.’'-]*(?: of (?=[A-Z]))? ?){2,}$")


def _is_called(phrase: Phrase) -> bool:
    """Return whether a noun for persons is told with a name behind it: a tuner called Jens Dahl."""
    called = _CALLED.match(phrase.text)
    if called is None or called["noun"] != phrase.head or called["noun"] in _ALSO_THINGS:
        return False
    return called["noun"] in _persons() | words("persons") or _FOLK.search(called["noun"]) is not None


def _is_introduced(phrase: Phrase) -> bool:
    """Return whether a noun for persons stands before the name of one: the banker Olav Moe."""
    behind = phrase.text.partition(f" {phrase.head} ")[2]
    titles = lexicon.words("names", "female_nouns", "male_nouns")
    known = phrase.head in _persons() | words("persons") | titles or _FOLK.search(phrase.head) is not None
    return phrase.proper and known and phrase.head not in _ALSO_THINGS and behind[:1].isupper()
