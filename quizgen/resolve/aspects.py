"""What a text on something speaks of as "the …" from the start: the port of a city, the toll of a flood."""

from typing import TYPE_CHECKING

from quizgen.lexicon import words
from quizgen.model import PhraseType
from quizgen.resolve import definites
from quizgen.resolve.discourse import Discourse, Entity
from quizgen.resolve.kinds import NAMING
from quizgen.resolve.scene import Scene
from quizgen.syntax.names import strip_article
from quizgen.syntax.phrases import is_set_off

if TYPE_CHECKING:
    from spacy.tokens import Token

_LANDS = frozenset({PhraseType.PLACE, PhraseType.COUNTRY})
_WHOLE = frozenset({"whole", "entire"})
_LEVELS = frozenset({"lower", "upper", "inner", "outer"})
_RIVALS = {"place": _LANDS | {PhraseType.UNKNOWN}, "craft": frozenset({PhraseType.PRODUCT})}
_PLACED = frozenset({PhraseType.UNKNOWN, PhraseType.THING})


def is_aspect(token: "Token", scene: Scene) -> bool:
    """Return whether a noun is what the text's topic has one of, and the text speaks of no other."""
    lemma, discourse = token.lemma_.lower(), scene.discourse
    kinds = [kind for kind in words("aspects", "kinds") if lemma in words("aspects", kind)]
    if (
        not kinds
        or _is_named_so(token)
        or not discourse.nouns.labelled
        or not _is_sole(token, lemma, scene)
        or discourse.named_with(lemma)
    ):
        return False
    return any(is_of(kind, discourse) and not has_rival(kind, scene) for kind in kinds)


def _is_named_so(token: "Token") -> bool:
    """Return whether a noun is the name that something is called by: "an arm called the erector"."""
    return token.dep_ in ("oprd", "dobj", "attr") and token.head.lemma_ in NAMING


def _is_sole(token: "Token", lemma: str, scene: Scene) -> bool:
    """Return whether the text says the noun, with the word before it, of one thing only."""
    told = [c for c in token.lefts if c.dep_ not in ("det", "predet") and c.lower_ not in _WHOLE and c.pos_ != "ADV"]
    if definites.picks_out(token) or any(c.i < token.i - 1 or _says_little(c) for c in told):
        return False
    if any(c.dep_ in ("relcl", "acl", "appos", "prep") and not is_set_off(c) for c in token.rights):
        return False
    return scene.discourse.nouns.is_sole(f"{told[0].lower_} {lemma}" if told else lemma)


def _says_little(modifier: "Token") -> bool:
    compared = modifier.tag_ == "JJR" and modifier.lower_ not in _LEVELS
    return compared or modifier.lower_ in words("nouns", "weak")


def is_of(kind: str, discourse: Discourse) -> bool:
    """Return whether the text is about something of a kind."""
    if kind == "machine":
        return discourse.generic
    if kind not in discourse.about:
        discourse.about[kind] = _names_kind(kind, discourse)
    return discourse.about[kind]


def _names_kind(kind: str, discourse: Discourse) -> bool:
    """Return whether the title has a noun of a kind, or the name of something that is one."""
    nouns = words("aspects", f"{kind}_nouns")
    if any(map(discourse.in_title, nouns)):
        return True
    named = [e for e in discourse.titled() if kind != "place" or _is_lead(e, discourse)]
    land = kind == "place" and any(_is_land(entity, discourse) for entity in named)
    return land or any(not nouns.isdisjoint(entity.classes | entity.told) for entity in named)


def _is_lead(entity: Entity, discourse: Discourse) -> bool:
    """Return whether a text is about what its title names, and not about somebody from there."""
    return discourse.dated or discourse.is_topic(entity.name) or is_of("event", discourse)


def _is_land(entity: Entity, discourse: Discourse) -> bool:
    kind, _ = discourse.type_of(entity.name)
    votes = entity.votes[PhraseType.PLACE] + entity.votes[PhraseType.COUNTRY]
    return kind in _LANDS or (kind in _PLACED and votes * 2 > entity.votes.total())


def has_rival(kind: str, scene: Scene) -> bool:
    """Return whether something else with a name, that may have such a part too, was spoken of just before."""
    rivals = _RIVALS.get(kind, frozenset())
    near = (*(m for m in scene.before() if m.core and not m.nested), *scene.mentions)
    return any(m.named and m.type in rivals and not scene.discourse.in_title(strip_article(m.text)) for m in near)
