"""What a mention may be in the words that follow it: "it" or "they", brought in or known, a thing or an amount."""

from quizgen.lexicon import words
from quizgen.model import AMOUNTS, PhraseType
from quizgen.resolve import units
from quizgen.resolve.discourse import Mention

_NAMING = frozenset({"the name", "the word", "the term"})
_NOTHING = frozenset("neither no nobody none nothing".split())
_BOTH = 2  # words of a number and a unit
GROUPS = frozenset({PhraseType.PERSON, PhraseType.PEOPLE, PhraseType.ORGANISATION, PhraseType.COUNTRY})


def fits(mention: Mention, plural: bool) -> bool:
    """Return whether a mention may be "they", or else "it"."""
    if plural:
        return mention.plural and mention.text.split(" ")[-1].lower() not in words("references", "sciences")
    said = mention.text.lower()
    named = said in _NAMING or said.startswith("the name ")  # "it" means what the name is of
    if said.partition(" ")[0] in _NOTHING or said.startswith("as "):
        return False
    return not named and not mention.plural and mention.type not in (PhraseType.PERSON, PhraseType.DATE)


def is_mere_thing(mention: Mention) -> bool:
    """Return whether a mention has no name and is nobody."""
    return not mention.named and mention.type not in GROUPS


def is_introduced(mention: Mention) -> bool:
    """Return whether a mention is brought in here: by a name or by "a"."""
    return mention.named or has_article(mention)


def has_article(mention: Mention) -> bool:
    """Return whether a mention is one of a kind: "a", "another"."""
    return mention.text.split(" ")[0] in ("a", "an", "another", "one")


def is_called(mention: Mention) -> bool:
    """Return whether a name stands behind what it is of: the newspaper El Día."""
    return mention.proper and mention.text.startswith("the ") and mention.text.split()[-1][0].isupper()


def is_amount(mention: Mention) -> bool:
    """Return whether a mention only tells how much: 0.9 per cent of dry air, more room."""
    first = mention.text.lower().removeprefix("about ").partition(" ")[0]
    counted = first[:1].isdigit() and (not mention.plural or units.find(mention.text.split(" ")[-1]) is not None)
    counted = counted or (
        mention.plural and units.find(mention.head) is not None and len(mention.text.split()) == _BOTH
    )
    return mention.type in AMOUNTS or counted or first.startswith(("$", "£", "€")) or first in ("more", "less", "fewer")
