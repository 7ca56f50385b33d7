"""Nouns that mean what the title names, or what there is one of to say of it: the islands, the range, the term."""

from typing import TYPE_CHECKING

from quizgen.lexicon import words
from quizgen.model import PhraseType
from quizgen.resolve import aspects, sorts
from quizgen.resolve.discourse import Mention
from quizgen.resolve.kinds import NAMING
from quizgen.resolve.scene import Scene
from quizgen.syntax.names import strip_article
from quizgen.syntax.phrases import is_plural

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOLD = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
_LANDS = frozenset({PhraseType.PLACE, PhraseType.COUNTRY, PhraseType.UNKNOWN})
_SITES = frozenset({PhraseType.PLACE, PhraseType.COUNTRY})
_TOLD_BEHIND = frozenset({"acl", "prep", "relcl"})


def is_own(token: "Token", scene: Scene) -> bool:
    """Return whether a noun is plain to who has the title: it means what the title names, or the one name of it."""
    if not scene.discourse.nouns.labelled or scene.discourse.dated or token.pos_ != "NOUN":
        return False
    return any(holds(token, scene) for holds in (_is_land, _is_chief, _is_measure, _is_heat, _is_name, _is_thought))


def _is_land(token: "Token", scene: Scene) -> bool:
    """Return whether a noun says what land the title names: the islands, the range, the colony."""
    form = token.lower_
    if _told(token) or form not in words("own", "forms"):
        return False
    own = _sorts(scene)
    fits = form in own or not own.isdisjoint(words("own", form))
    return fits and not any(_may_be(m, form, scene) for m in _near(scene))


def _sorts(scene: Scene) -> frozenset[str]:
    """Return what the title, its lists and the text tell that the thing in the title is."""
    discourse = scene.discourse
    named = (e.classes | e.told for e in discourse.titled() if discourse.is_topic(e.name))
    return sorts.told(strip_article(discourse.lead)).union(*named)


def _near(scene: Scene) -> list[Mention]:
    """Return the names of other lands that the sentence before is about, and those of this one so far."""
    near = (*(m for m in scene.before() if m.core and not m.nested), *scene.mentions)
    others = (m for m in near if m.named and m.type in _LANDS)
    return [m for m in others if not scene.discourse.in_title(strip_article(m.text))]


def _may_be(mention: Mention, form: str, scene: Scene) -> bool:
    """Return whether a name may be of such a land; of several only one that is a plural itself: the Faroes."""
    name = strip_article(mention.text)
    if form.endswith("s") or form in ("archipelago", "group", "massif", "range"):
        return name.endswith("s") and "country" not in sorts.told(name)
    countries = [part for part in name.split(" and ") if "country" in sorts.told(part)]
    return bool(countries) or scene.discourse.may_be(name, form)


def _is_chief(token: "Token", scene: Scene) -> bool:
    """Return whether the largest, or the main, of its kind is said to be one: "the largest town is Lund"."""
    told = [c for c in token.lefts if c.dep_ in _TOLD]
    if token.lemma_.lower() not in words("own", "ranked") or len(told) != 1:
        return False
    ranked = told[0].tag_ == "JJS" or told[0].lower_ in words("own", "ranks")
    equated = token.head.lemma_ == "be" and token.dep_ in ("nsubj", "attr") and _is_equated(token)
    return ranked and equated and aspects.is_of("place", scene.discourse) and not _others_led(scene)


def _is_equated(token: "Token") -> bool:
    """Return whether a name stands on the other side of "is"."""
    other = "attr" if token.dep_ == "nsubj" else "nsubj"
    sides = (c for c in token.head.children if c.dep_ == other)
    return any(t.pos_ == "PROPN" for side in sides for t in side.subtree)


def _others_led(scene: Scene) -> bool:
    """Return whether the sentence before has another land for its subject."""
    before = (m for m in scene.before() if m.subject and m.named and m.type in _LANDS)
    return any(not scene.discourse.in_title(strip_article(m.text)) for m in before)


def _is_measure(token: "Token", scene: Scene) -> bool:
    """Return whether a sentence begins with how deep or high the place in the title is: "the average depth is"."""
    if token.lemma_.lower() not in words("own", "measures") or not _told(token) <= words("own", "middling"):
        return False
    opens = token.dep_ == "nsubj" and bool(token.left_edge.is_sent_start)
    if not opens or token.head.lemma_ not in words("own", "amounts"):
        return False
    return aspects.is_of("place", scene.discourse) and not _others_led(scene)


def _is_heat(token: "Token", scene: Scene) -> bool:
    """Return whether a sentence that names a place tells its temperature: "in Lund the temperature fell to 3 °C"."""
    if token.lower_ != "temperature" or _told(token) or token.dep_ not in ("nsubj", "dobj"):
        return False
    degrees = any(t.text in ("°", "°C", "°F", "degrees") for t in token.head.subtree)
    return degrees and any(m.named and m.type in _SITES for m in scene.mentions)


def _is_name(token: "Token", scene: Scene) -> bool:
    """Return whether a noun is the name in use, which is that in the title: "the present name"."""
    told = _told(token)
    if token.lemma_.lower() not in words("own", "names") or is_plural(token) or len(told) != 1:
        return False
    return told <= words("own", "used") and not any(c.dep_ in _TOLD_BEHIND and c.lower_ == "of" for c in token.rights)


def _is_thought(token: "Token", scene: Scene) -> bool:
    """Return whether somebody found what the title names: "the method was invented by"."""
    if token.lower_ not in words("own", "ideas") or _told(token) or token.dep_ != "nsubjpass":
        return False
    thought = token.head.lemma_ in words("own", "thought") and bool(token.left_edge.is_sent_start)
    return thought and scene.discourse.generic and not _has_namesake(token, scene)


def _has_namesake(token: "Token", scene: Scene) -> bool:
    """Return whether the sentence before called something by a name, or spoke of another idea."""
    near = scene.before()
    if any(m.head in words("own", "ideas") or (m.subject and m.named) for m in near):
        return True
    start = token.sent.start
    before = token.doc[start - 1].sent if start else ()
    return any(t.lemma_ in NAMING or t.is_quote for t in before)


def _told(token: "Token") -> set[str]:
    return {c.lower_ for c in token.lefts if c.dep_ in _TOLD}
