"""What a text speaks of before it says the name that its title has: "a small Norwegian town", and then Rjukan."""

from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.model import PhraseType
from quizgen.resolve import signs
from quizgen.resolve.discourse import Entity
from quizgen.resolve.scene import Scene
from quizgen.syntax.clauses import SUBJECTS
from quizgen.syntax.phrases import is_plural

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIRST = 3  # sentences of a lead
_TOWNS = frozenset("city hamlet settlement suburb town village".split())
_INHABITED = _TOWNS | {"capital", "community", "municipality", "port", "resort"}
_NAMED = frozenset({"appos", "acl", "relcl"})


def is_led_in(token: "Token", scene: Scene) -> bool:
    """Return whether "a town" or "a young doctor" may be whom or what the title names and the text has not yet."""
    if scene.sentence >= _FIRST or is_plural(token) or not any(c.lower_ in ("a", "an") for c in token.lefts):
        return False
    if any(c.dep_ in _NAMED or (c.pos_ == "PROPN" and c.dep_ != "amod") for c in token.children):
        return False
    return bool(_places(token, scene)) or _is_hero(token, scene)


def name_of_place(token: "Token", scene: Scene) -> str:
    """Return the name of the one town that is meant; "" where that is not certain."""
    found = _places(token, scene)
    if len(found) != 1 or any(c.dep_ in ("prep", "advmod") for c in token.rights):
        return ""
    return found[0].name if found[0].classes & _INHABITED else ""


def _places(token: "Token", scene: Scene) -> list[Entity]:
    """Return the places in the title that a lead may mean by "a town"."""
    discourse = scene.discourse
    if token.lemma_.lower() not in _TOWNS or token.dep_ in ("attr", "appos"):
        return []
    places = [e for e in discourse.titled() if discourse.type_of(e.name)[0] in (PhraseType.PLACE, PhraseType.UNKNOWN)]
    said = [*discourse.mentions, *discourse.obscure, *scene.mentions]
    if any(m.head in _TOWNS for m in said):
        return []  # another town
    return [e for e in places if not any(e.name in m.text for m in said)]


def _is_hero(token: "Token", scene: Scene) -> bool:
    """Return whether somebody acts who may be the person whom the title names: "a hospital orderly watched …"."""
    discourse = scene.discourse
    acts = token.dep_ in SUBJECTS and signs.is_main(token.head)
    if not acts or lexicon.noun_type(token.lemma_.lower()) is not PhraseType.PERSON:
        return False
    hero = discourse.cast.protagonist()
    titled = bool(hero) and hero.split()[-1] in discourse.cast.title
    return titled and hero not in discourse.spoken and hero not in scene.spoken()
