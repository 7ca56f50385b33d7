"""Ships of which a text says "she": only the one whom the text is about, where no woman and no other ship is near."""

from typing import TYPE_CHECKING

from quizgen.lexicon import words
from quizgen.model import PhraseType
from quizgen.resolve.discourse import Mention
from quizgen.resolve.scene import Scene
from quizgen.syntax.clauses import SUBJECTS
from quizgen.syntax.names import strip_article

if TYPE_CHECKING:
    from spacy.tokens import Token

_WINDOW = 1
_PREFIX = 4  # letters of the longest prefix: HMCS
_SORTS = frozenset({"ship", "vessel", "boat", "barque", "brig", "yacht", "tanker", "trawler"})
_PEOPLE = frozenset({PhraseType.PERSON, PhraseType.UNKNOWN})


def is_told_of(token: "Token", scene: Scene) -> bool:
    """Return whether "she" or "her" stands in a text about a ship, and about no person."""
    name = strip_article(scene.discourse.lead)
    ship = token.lower_ in ("she", "her") and _is_ship(name, scene)
    return ship and scene.discourse.cast.protagonist() in ("", name)  # "MV Doria" has the form of a person's name


def vessel(scene: Scene) -> Mention | None:
    """Return the ship whom the text is about where "she" can only mean her."""
    discourse = scene.discourse
    name = strip_article(discourse.lead)
    if any(_is_rival(m, name, scene) for m in scene.recent(_WINDOW)):
        return None
    entity = discourse.find(name)
    return Mention(
        text=discourse.shown(entity) if entity is not None else name,
        head="ship",
        type=PhraseType.PRODUCT,
        sentence=scene.sentence,
        paragraph=scene.paragraph,
        subject=True,
        plural=False,
        proper=True,
        named=True,
    )


def spell_out(token: "Token", name: str, scene: Scene) -> None:
    """Put the ship's whole name in the place of "Savannah" where that acts, not where it is a port."""
    ship = strip_article(scene.discourse.lead)
    prefix, _, rest = ship.partition(" ")
    if rest != name or token.text != name or (token.dep_ not in SUBJECTS and token.dep_ != "poss"):
        return
    if prefix.isupper() and len(prefix) <= _PREFIX and not list(token.lefts) and _is_ship(ship, scene):
        scene.reading.replace[token.i] = ship


def _is_ship(name: str, scene: Scene) -> bool:
    sort = scene.discourse.type_of(name)[1] if name else ""
    return sort in _SORTS or sort in words("hypernyms", "ship")


def _is_rival(mention: Mention, name: str, scene: Scene) -> bool:
    """Return whether somebody who may be a woman, or another ship, was just named."""
    if mention.text.casefold() == name.casefold() or mention.text in name or name in mention.text:
        return False
    if mention.type in _PEOPLE and not mention.plural:
        said = mention.type is PhraseType.PERSON or not mention.text.startswith("the ")
        return said and mention.named and scene.discourse.gender_of(mention.text) != "m"
    return mention.named and not mention.plural and _is_ship(strip_article(mention.text), scene)
