"""Nouns that nothing in the text stands for, and that are clear to who has its title: the foundation stone."""

import re
from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.lexicon import words
from quizgen.model import PhraseType
from quizgen.resolve import aspects, definites, descriptions
from quizgen.resolve.classes import INHABITED
from quizgen.resolve.scene import Scene
from quizgen.syntax.names import strip_article
from quizgen.syntax.phrases import is_plural

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOLD = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
_COMPARED = frozenset({"JJR", "JJS", "RBR", "RBS"})
_LANDS = frozenset({PhraseType.PLACE, PhraseType.COUNTRY})
_HUMAN = frozenset({PhraseType.PERSON, PhraseType.PEOPLE})
_SEVERAL = re.compile(r"(?:two|three|four|five|six|seven|eight|nine|ten|several|many|some|both|\d+) ", re.IGNORECASE)
_BARE = 2  # words of "the" and a noun
_LONGEST = 8  # words of a description
_TELLING = ("of ", "over ", "at ", "in ", "to ", "between ", "from ", "for ", "called ", "named ")
_UNTOLD = re.compile(r"\b(?:its|his|her|their|this|these|other|another)\b|[\"“”(),;:]")
_ENDS = frozenset({"first", "last"})
_EMPTY = ("vague", "partial", "borne", "bridging", "derived")
_PERSONS = ("human", "crowd", "kin", "office")
_PARTS = frozenset("half most much part rest".split())


def is_evident(token: "Token", scene: Scene, *, named: bool) -> bool:
    """Return whether a reader who has the title knows which one "the …" means.

    ``named`` says that it may mean something near that has a name.
    """
    nouns, lemma = scene.discourse.nouns, token.lemma_.lower()
    if not nouns.labelled or token.pos_ != "NOUN":
        return False
    ranked = _is_ranked(token, lemma, scene)
    if not ranked and (definites.points_back(token, scene) or _is_compared(token)):
        return False
    if nouns.in_label(lemma):
        several = len(scene.discourse.named_with(lemma)) > 1
        return (_is_place(lemma) or not _is_empty(token, lemma)) and not (several and _has_namesake(lemma, scene))
    if _is_place(lemma):
        return _is_of_title(scene) and not _is_brought_in(token, lemma, scene)
    closed = named or _is_empty(token, lemma) or _is_brought_in(token, lemma, scene)
    return not closed and not _has_several(lemma, scene) and not _is_of_another(lemma, scene)


def told_before(token: "Token", scene: Scene) -> str:
    """Return the one fuller description that a text has of its only bridge: the stone bridge over the Orla."""
    lemma, own = token.lemma_.lower(), {c.lower_ for c in token.lefts if c.dep_ in _TOLD}
    closed = is_plural(token) or token.pos_ != "NOUN" or _is_human(lemma) or _is_empty(token, lemma)
    if closed or definites.points_back(token, scene) or _is_brought_in(token, lemma, scene):
        return ""
    same = [m for m in (*scene.discourse.mentions, *scene.mentions) if m.head == lemma]
    same = [m for m in same if not m.text.lower().startswith(f"{lemma} of ")]  # "by way of the river" tells of no way
    full = {descriptions.definite_text(m.text) for m in same if len(m.text.split()) > _BARE}
    if len(full) != 1 or any(m.plural or m.named for m in same):
        return ""
    text = next(iter(full))
    before, _, behind = text.partition(f" {lemma} ")
    fits = text.startswith("the ") and own <= set(before.split()) and len(text.split()) <= _LONGEST
    return text if fits and behind.startswith(_TELLING) and not _UNTOLD.search(text) else ""


def is_common(token: "Token") -> bool:
    """Return whether a noun behind a preposition is anybody's, or only counts: in the evening, for the first time."""
    if token.lower_ == "time" and token.dep_ == "pobj" and token.head.lower_ == "for":
        told = [c.lower_ for c in token.lefts if c.dep_ in _TOLD]
        return len(told) == 1 and told[0] in words("evident", "turns")
    return token.dep_ == "pobj" and token.lower_ in words("evident", "common") and token.i - token.left_edge.i == 1


def _is_place(lemma: str) -> bool:
    return lexicon.noun_type(lemma) in _LANDS or lemma in INHABITED or lemma in words("evident", "places")


def _is_ranked(token: "Token", lemma: str, scene: Scene) -> bool:
    """Return whether a noun is the first or the last of those that belong to the topic: the first trains."""
    before = [c for c in token.lefts if c.dep_ in _TOLD]
    if len(before) != 1 or before[0].i != token.i - 1 or before[0].lower_ not in _ENDS:
        return False
    return scene.discourse.nouns.is_sole(f"{before[0].lower_} {lemma}")


def _is_compared(token: "Token") -> bool:
    """Return whether a word before a noun sets it against others of its kind: the early glances, the first form."""
    before = [c for c in token.lefts if c.dep_ in _TOLD]
    return any(c.tag_ in _COMPARED or _is_open(c) or any(g.tag_ in _COMPARED for g in c.lefts) for c in before)


def _is_open(modifier: "Token") -> bool:
    return modifier.lower_ in words("nouns", "weak") and modifier.lower_ not in words("evident", "modifiers")


def _is_empty(token: "Token", lemma: str) -> bool:
    """Return whether a noun takes up what was just said, or is of something near: the matter, the bottom."""
    if lemma in words("evident", "sites"):
        return token.dep_ != "pobj"
    if lemma in words("evident", "known", "rulers"):
        return False
    if lexicon.noun_type(lemma) is PhraseType.WORK:
        return True
    if _is_human(lemma):
        return not is_plural(token) or lemma in words("evident", "persons")
    if lemma in words("evident", "pointing"):
        return not (_is_most(token) or any(c.dep_ in ("compound", "nmod") or "-" in c.text for c in token.lefts))
    return any(lemma in words("nouns", name) for name in _EMPTY)


def _is_most(token: "Token") -> bool:
    """Return whether a noun is only told as what most of is meant: "for most of the day"."""
    return token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in _PARTS


def _is_human(lemma: str) -> bool:
    listed = any(lemma in words("nouns", name) for name in _PERSONS)
    return listed or lexicon.noun_type(lemma) in _HUMAN or lemma in words("evident", "persons")


def _is_brought_in(token: "Token", lemma: str, scene: Scene) -> bool:
    """Return whether the text brought in several of a kind: a bridge and another bridge, "two moats"."""
    if is_plural(token) or any(c.dep_ in _TOLD for c in token.lefts):
        return False
    same = [m for m in scene.discourse.mentions if m.head == lemma and not m.named]
    counted = any(m.plural and _SEVERAL.match(m.text) for m in same)
    return counted or scene.discourse.nouns.is_one_of_many(lemma)


def _is_of_another(lemma: str, scene: Scene) -> bool:
    """Return whether a noun is a part of what has a name and was just spoken of, and is not in the title."""
    kinds = [kind for kind in words("wholes", "kinds") if lemma in words("wholes", kind)]
    return any(_has_namesake(kind, scene) for kind in kinds)


def _has_several(lemma: str, scene: Scene) -> bool:
    """Return whether several things that a noun may mean were just spoken of: "the vessel" after ferry and tug."""
    if lemma not in words("hypernyms", "all"):
        return False
    narrower = words("hypernyms", lemma)
    return len({m.head for m in scene.recent(descriptions.RECENT) if m.head in narrower}) > 1


def _is_of_title(scene: Scene) -> bool:
    """Return whether the text is about a place, or what happened in one, and spoke of no other just before."""
    kinds = ("place", "event", "project")
    return any(aspects.is_of(kind, scene.discourse) for kind in kinds) and not aspects.has_rival("place", scene)


def _has_namesake(lemma: str, scene: Scene) -> bool:
    """Return whether another thing with a name and this noun was just spoken of."""
    others = [e.name.casefold() for e in scene.discourse.named_with(lemma) if not scene.discourse.in_title(e.name)]
    near = [m.text.casefold() for m in scene.recent(2) if m.named]
    others += [
        text for text in near if text.endswith(f" {lemma}") and not scene.discourse.in_title(strip_article(text))
    ]
    return any(name in text for text in near for name in others)
