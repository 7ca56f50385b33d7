"""What sort of thing a phrase names, for "Which …?": the island, the Ming dynasty, white churches."""

import re
from functools import lru_cache

from quizgen import inflect, lists
from quizgen.lexicon import is_full_name, words
from quizgen.model import Phrase, PhraseType
from quizgen.questions.people import is_office

_OWNER = re.compile(r"^(?:the |[A-Z]).*['’]s? (?P<noun>[a-z]+)$")
_SIDE = re.compile(r"^the [A-Z][a-z]+$")
_BEHIND = re.compile(r"(?P<noun>[a-z]+) (?:of|off|in|at|on|from|to|for|with|near|under|over) (?:the )?[A-Z]")
_REGION = re.compile(r"(?!the )[a-z]+ [A-Z]")  # peninsular Italy is no country
_WITHIN = re.compile(r" (?:on|in|at|off|near|by|with|under|above|below|beside|behind|outside) ")
_PARTY = re.compile(r"the (?:[A-Z]\w+ )?(?:Democrats|Republicans|Conservatives|Greens|Tories|Whigs|Labour Party)$")
_BODIES = frozenset("assembly board bureau cabinet commission committee congress department ministry senate".split())
_RULED = frozenset({"administration", "government", "regime"})
_CITIES = frozenset({"capitals", "cities"})
_PLANETS = frozenset("Mercury Venus Earth Mars Jupiter Saturn Uranus Neptune".split())
POWERS = frozenset(  # which act like persons: "Who passed the law? Congress"
    f"the {name}"
    for name in """Admiralty Bundestag Commonwealth Confederacy Crown Diet Entente Kremlin Porte Raj Reich Riksdag
    Senate Storting Treasury Vatican""".split()
) | {"Congress", "Parliament", "the Holy See", "the Sublime Porte"}


def named(phrase: Phrase, question: str) -> str:
    """Return "Lynn" for the town of Lynn where a question asks which town, else the whole phrase."""
    name = phrase.text.removeprefix(f"the {phrase.head} of ")
    theirs = is_full_name(name) and phrase.head in _BODIES  # the department of Ada Brook
    theirs = theirs or (phrase.head in _RULED and not _lists_with(name))  # the government of Ada Brook
    return name if question.endswith(f" {phrase.head}") and name[:1].isupper() and not theirs else phrase.text


def is_side(phrase: Phrase) -> bool:
    """Return whether a body goes by what sort of body it is: the Union, the Crown."""
    return phrase.type is PhraseType.ORGANISATION and bool(_SIDE.match(phrase.text)) and not phrase.noun


def _group(phrase: Phrase) -> str:
    """Return "Which dynasty" for the Ming dynasty, "Whose army" for Grant's army, "" for what is asked with "Who"."""
    body = phrase.head in words("nouns", "bodies") | {"firm"} and phrase.text.endswith(f" {phrase.head}")
    if (
        phrase.plural
        or phrase.text.startswith(("a ", "an "))
        or not (body or phrase.head in words("nouns", "collective"))
    ):
        return ""
    owner = _OWNER.match(phrase.text)
    if owner and owner["noun"] == phrase.head:
        return f"Whose {phrase.head}"
    return f"Which {phrase.head}" if re.search(r" [A-Z]", phrase.text) else ""


def _is_borrowed(phrase: Phrase) -> bool:
    """Return whether the class noun is but a word in the name of another thing, a ship called Rowan Bay, or all that is
    said of an owner's thing, the dam's reservoir."""
    deed, owner = _BEHIND.match(phrase.text), _OWNER.match(phrase.text)
    if deed is not None and deed["noun"] not in (phrase.noun, phrase.head):
        return True
    if owner is not None and owner["noun"] == phrase.noun:
        return True
    if _is_within(phrase):
        return True
    return phrase.type is not PhraseType.PLACE and phrase.noun in words("nouns", "natural")


def _is_within(phrase: Phrase) -> bool:
    """Return whether the class noun stands only in what tells where the thing is: an aquarium on the west coast."""
    core = _WITHIN.split(phrase.text)[0].lower()
    return bool(phrase.noun) and phrase.noun not in core and f" {phrase.noun}" in phrase.text[len(core) :].lower()


def which(phrase: Phrase) -> tuple[str, bool]:
    """Return "Which …" with the noun of a name and whether the verb takes the singular, "" where no noun fits."""
    if phrase.type is not PhraseType.PERSON and _PARTY.match(phrase.text):
        return "Which party", True
    if phrase.text in POWERS or is_office(phrase.text):
        return "", True
    group = _group(phrase) if phrase.type in (PhraseType.PEOPLE, PhraseType.ORGANISATION) else ""
    if group:
        return group, True
    if phrase.text.split(" ")[0] in ("a", "an") or is_side(phrase) or _is_borrowed(phrase):
        return "", not phrase.plural
    noun = phrase.noun if f"-{phrase.noun}" not in phrase.text.lower() else ""  # Weston-super-Mare is no mare
    several = " and " in phrase.text and (phrase.plural or _are_countries(phrase))
    if phrase.type is not PhraseType.PERSON and phrase.proper and phrase.head in words("nouns", "titled"):
        noun = phrase.head
    elif phrase.type is PhraseType.COUNTRY:
        part = " of " in phrase.text and " and " not in phrase.text and not _lists_with(phrase.text)
        if part or _REGION.match(phrase.text):
            return "", True
        noun = "country" if _lists_with(phrase.text) != {"us_states"} else "state"
    elif phrase.type is PhraseType.CELESTIAL and phrase.proper:
        noun = "planet" if phrase.text.removeprefix("the ") in _PLANETS else noun
    elif phrase.type is PhraseType.ORGANISATION and _are_bodies(phrase):
        return f"Which {inflect.plural(phrase.head)}", False
    elif phrase.type is PhraseType.ORGANISATION and phrase.proper:
        told = noun if noun not in words("nouns", "leagues") else ""
        noun = told or _body(phrase) or "organisation"
    elif phrase.type is PhraseType.PLACE and phrase.proper:
        noun = noun or _listed_sort(phrase.text) or _sort_of(phrase)
    elif phrase.type is PhraseType.PERSON:
        return "", not phrase.plural
    if not noun or not phrase.proper or noun not in _askable() or noun == "area":
        return "", True
    return f"Which {inflect.plural(noun) if several else noun}", not several


def _are_bodies(phrase: Phrase) -> bool:
    """Return whether several bodies go by a common noun: "white churches in Lynn"."""
    sort = phrase.head in words("nouns", "organisation")
    return phrase.plural and phrase.proper and sort and inflect.plural(phrase.head) in phrase.text.split(" ")


def _listed_sort(name: str) -> str:
    """Return what a place is by the closed list that it alone stands in: a city, a state of the Union."""
    listed = _lists_with(name)
    return "city" if listed & _CITIES else "state" if listed == {"us_states"} else ""


def _sort_of(phrase: Phrase) -> str:
    """Return "town" for the town of Lynn, "place" where a name does not say of what sort it is."""
    name = phrase.text.removeprefix(f"the {phrase.head} of ")
    return phrase.head if name != phrase.text and name[:1].isupper() else "place"


def _body(phrase: Phrase) -> str:
    """Return what sort of body a name says itself: the Committee of Ministers."""
    said = phrase.head in _BODIES and f"{phrase.head.capitalize()} " in f"{phrase.text} "
    plain = phrase.head in words("nouns", "organisation") and phrase.text.startswith(f"the {phrase.head} ")
    return phrase.head if plain or (said and " " in phrase.text.removeprefix("the ")) else ""


def _are_countries(phrase: Phrase) -> bool:
    """Return whether several countries stand together; Trinidad and Tobago is one."""
    return phrase.type is PhraseType.COUNTRY and not _lists_with(phrase.text)


@lru_cache(maxsize=1 << 12)
def _lists_with(text: str) -> frozenset[str]:
    """Return the names of the closed lists that a name stands in."""
    return frozenset(each.name for each in lists.containing(text))


def _askable() -> frozenset[str]:
    return (
        words("nouns", "organisation")
        | words("nouns", "place")
        | words("nouns", "celestial")
        | words("nouns", "product")
        | {"country", "war", "battle", "treaty", "novel", "book", "island", "organisation"}
        | words("nouns", "country")
        | words("nouns", "titled")
    )
