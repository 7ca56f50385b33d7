"""What "the probe" and "this process" stand for, and which "the …" needs nobody to stand for."""

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.lexicon import words
from quizgen.model import PhraseType
from quizgen.resolve import (
    aspects,
    bodies,
    definites,
    descriptions,
    evident,
    fullnames,
    kinds,
    leads,
    own,
    pointing,
    signs,
    strangers,
    titles,
    topical,
)
from quizgen.resolve.classes import INHABITED
from quizgen.resolve.discourse import Entity, Mention
from quizgen.resolve.scene import Scene
from quizgen.syntax.names import name_of, strip_article
from quizgen.syntax.phrases import is_plural, is_set_off, noun_tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

_ITSELF = re.compile(r" (?:it|him|her|them)sel(?:f|ves)$")
_MODIFIERS = frozenset({"det", "amod", "compound", "nummod"})
_SINGLE = frozenset({PhraseType.PLACE, PhraseType.ORGANISATION, PhraseType.PRODUCT, PhraseType.WORK})
_SOFT = frozenset("new old robotic young famous small large great little historic whole entire".split())
_BARE = 2  # words of "the" and a noun
_NEARLY = frozenset("almost half nearly practically virtually".split())
_ALL = frozenset({"whole", "entire"})
_PLACES = frozenset({PhraseType.PLACE, PhraseType.COUNTRY, PhraseType.UNKNOWN})
_RIVALS = {
    PhraseType.PLACE: _PLACES,
    PhraseType.COUNTRY: _PLACES,
    PhraseType.ORGANISATION: frozenset({PhraseType.ORGANISATION, PhraseType.UNKNOWN}),
}


def nominal(token: "Token", scene: Scene) -> None:
    """Replace or mark the determiner of a noun phrase, and remember the phrase."""
    if token.pos_ == "PROPN":
        _remember_noun(token, scene)
        return
    determiner = next((c for c in token.children if c.dep_ == "det"), None)
    word = determiner.lower_ if determiner is not None else ""
    whole = topical.titled(token, scene)
    if whole:
        _replace(token, whole, scene)
    elif (word == "the" or word in descriptions.DEMONSTRATIVES) and _given_term(token, scene):
        pass
    elif word == "the" and bodies.is_told_by_town(token, scene):
        scene.unknown(token, "unresolved-mention")
    elif word == "the":
        _definite(token, scene)
    elif word in descriptions.DEMONSTRATIVES and not _opens_clause(determiner):
        _demonstrative(token, scene)
    elif leads.is_led_in(token, scene):
        _led_in(token, scene)
    _remember_noun(token, scene)


def _opens_clause(that: "Token | None") -> bool:
    """Return whether "that" was taken for a determiner and begins a clause: "found that deaths fell and that costs"."""
    if that is None or that.lower_ != "that" or that.is_sent_start:
        return False
    joined = that.nbor(-1).lower_ in ("and", "but", "or")
    marks = that.doc[that.sent.start : that.i] if joined else ()
    return is_plural(that.head) or any(t.lower_ == "that" and t.dep_ == "mark" for t in marks)


def _demonstrative(token: "Token", scene: Scene) -> None:
    if not _antecedent(token, scene, demonstrative=True):
        scene.unknown(token, "unresolved-mention")


def _led_in(token: "Token", scene: Scene) -> None:
    name = leads.name_of_place(token, scene)
    if name:
        _replace(token, name, scene)
    else:
        scene.unknown(token, "unresolved-mention")


def _given_term(token: "Token", scene: Scene) -> bool:
    """Replace "This process, known as osmosis," by osmosis."""
    named = next((c for c in token.children if c.dep_ == "acl" and c.lemma_ in kinds.NAMING and is_set_off(c)), None)
    term = None if named is None else kinds.complement(named)
    if term is None or term.pos_ != "NOUN" or any(c.lower_ == "the" for c in token.children if c.dep_ == "det"):
        return False
    tokens = noun_tokens(term, scene.reading)
    if not tokens or scene.reading.first_unresolved(tokens) or any(t.is_punct for t in tokens):
        return False
    _replace(token, scene.reading.text(tokens), scene)
    return True


def _definite(token: "Token", scene: Scene) -> None:
    if _is_nearly_all(token) and _is_all_of_topic(token, scene):
        scene.reading.topical.add(token.i)
        return
    called = titles.called(token, scene)
    if called:
        _replace(token, called, scene)
        return
    if _is_title(token, scene) or definites.is_self_contained(token, scene) or _antecedent(token, scene):
        return
    if evident.is_common(token):
        return
    if own.is_own(token, scene):
        scene.reading.topical.add(token.i)
        return
    lemma, discourse = token.lemma_.lower(), scene.discourse
    generic = discourse.generic and signs.is_present(token) and definites.is_told(token, scene)
    generic = generic and not (discourse.mixed and signs.is_perfect(token)) and not definites.points_back(token, scene)
    if not discourse.generic and _introduced(token, scene):
        return
    if not generic and (aspects.is_aspect(token, scene) or _is_all_of_topic(token, scene)):
        scene.reading.topical.add(token.i)
        return
    single = _is_single(token, lemma, scene) and not topical.is_part(token, scene)
    named = _means_named(token, lemma, scene)
    if not (single or named):
        if generic:
            return
        if topical.is_clear(token, scene):
            scene.reading.topical.add(token.i)
            return
        if discourse.generic and _introduced(token, scene):
            return
    if not generic and _told_before(token, scene):
        return
    if evident.is_evident(token, scene, named=single or named):
        scene.reading.topical.add(token.i)
    else:
        scene.unknown(token, "unresolved-mention")


def _is_title(token: "Token", scene: Scene) -> bool:
    """Return whether a noun repeats a title of several words: "the hurdy-gurdy"."""
    said = token.doc[token.left_edge.i : token.i + 1]
    return len(said) > _BARE and scene.discourse.is_topic(said.text)


def _is_nearly_all(token: "Token") -> bool:
    """Return whether a part of a noun is meant, so that no name can take its place: "almost the entire island"."""
    return any(c.lower_ in _NEARLY for each in token.lefts for c in (each, *each.lefts))


def _is_all_of_topic(token: "Token", scene: Scene) -> bool:
    """Return whether "the whole island" is all of what the title names, so that its name cannot stand for it."""
    lemma, modifiers, nouns = token.lemma_.lower(), _modifiers(token), scene.discourse.nouns
    if not nouns.labelled or not modifiers or not modifiers <= _ALL or is_plural(token):
        return False
    known = _by_class(token, lemma, set(), scene)
    named = [e for e in known if scene.discourse.in_title(e.name)]
    return len(named) == len(known) == 1 or (not known and (nouns.in_label(lemma) or nouns.recurs(lemma)))


def _introduced(token: "Token", scene: Scene) -> bool:
    """Replace "the pump" by how the text introduced its only one; return whether that was possible."""
    text = topical.introduced(token, scene)
    if text:
        scene.discourse.topical.add(strip_article(text).casefold())
        _replace(token, descriptions.not_twice(text, scene), scene)
    return bool(text)


def _told_before(token: "Token", scene: Scene) -> bool:
    """Replace "the bridge" by the one fuller description that the text has of a bridge; return whether it has one."""
    text = evident.told_before(token, scene)
    if text:
        scene.discourse.topical.add(strip_article(text).casefold())
        _replace(token, text, scene)
    return bool(text)


def _means_named(token: "Token", lemma: str, scene: Scene) -> bool:
    """Return whether a noun may mean something that was named, and not a kind spoken of since."""
    named, modifiers = scene.discourse.named_with(lemma), _modifiers(token)
    said = [m.text.casefold() for m in scene.recent(descriptions.RECENT)] if named else []
    near = (e for e in named if scene.discourse.in_title(e.name) or any(e.name.casefold() in text for text in said))
    return any(not descriptions.brought_in_since(e, lemma, modifiers, scene) for e in near)


def _modifiers(token: "Token") -> set[str]:
    return {c.lower_ for c in token.children if c.dep_ in ("amod", "compound", "nummod")}


def _is_single(token: "Token", lemma: str, scene: Scene) -> bool:
    """Return whether a bare noun means one thing that was named, not a kind: the agency, the building, the lake."""
    if is_plural(token) or any(c.dep_ in ("amod", "compound") for c in token.children):
        return False
    kind = lexicon.noun_type(lemma)
    if lemma in words("hypernyms", "all") and any(map(scene.discourse.named_with, words("hypernyms", lemma))):
        return True
    return kind in _SINGLE and any(m.named and m.type is kind for m in scene.discourse.mentions[-60:])


def _antecedent(token: "Token", scene: Scene, *, demonstrative: bool = False) -> bool:
    """Replace "the probe" by the one thing it can mean; return whether that was possible."""
    lemma = token.lemma_.lower()
    modifiers = _modifiers(token)
    known = [] if demonstrative else _by_class(token, lemma, modifiers, scene)
    name = scene.discourse.shown(known[0]) if len(known) == 1 else ""
    mention = descriptions.same_description(token, lemma, modifiers, scene)
    if demonstrative and mention is None and not name:
        mention = descriptions.just_said(token, modifiers, scene)
    bare = strip_article(name)
    fuller = mention is not None and mention.text.endswith(bare) and (not bare or bare.lower().endswith(lemma))
    text = name
    if mention is not None and fuller:
        text = descriptions.not_twice(descriptions.definite_text(mention.text), scene)
    if text and (_other_place(lemma, text, scene) or _place_since(text, lemma, scene) or _several_named(lemma, scene)):
        return False
    if name and text == name and descriptions.brought_in_since(known[0], lemma, modifiers, scene):
        return False
    if name and text == name and _person_since(name, lemma, scene):
        return False
    if text and _is_mere_time(lemma, text, scene):
        return False
    if len(known) > 1 and mention is not None and mention.proper:
        return False
    if demonstrative and mention is not None and mention.sentence < scene.sentence - 2:
        return False
    if text and token.dep_ == "appos" and strip_article(text) in scene.reading.text([token.head]):
        return False
    if not text and not is_plural(token) and not modifiers:
        text = kinds.of_kind(lemma, scene) or _part_of_topic(lemma, scene)
    if text:
        _replace(token, text, scene)
    return bool(text)


def _part_of_topic(lemma: str, scene: Scene) -> str:
    """Return "the coast of Iceland" for "the coast" where the title names this land, and nothing near another."""
    if lemma not in words("references", "parts"):
        return ""
    discourse = scene.discourse
    lands = [e.name for e in discourse.entities.values() if discourse.in_title(e.name) and _is_land(e, scene)]
    if len(lands) != 1:
        return ""
    near = (m for m in scene.recent(1) if m.named and m.type in _PLACES)
    return "" if any(lands[0] not in m.text for m in near) else f"the {lemma} of {lands[0]}"


def _is_land(entity: Entity, scene: Scene) -> bool:
    kind, noun = scene.discourse.type_of(entity.name)
    return kind is PhraseType.COUNTRY or noun in ("island", "archipelago")


def _replace(token: "Token", text: str, scene: Scene) -> None:
    for swallowed in token.lefts:
        if swallowed.dep_ in _MODIFIERS:
            scene.reading.replace[swallowed.i] = ""
    scene.reading.replace[token.i] = text
    topical.mark(token, text, scene)


def _by_class(token: "Token", lemma: str, modifiers: set[str], scene: Scene) -> list[Entity]:
    """Return the names just said whose class the noun is, or a narrower one: the spacecraft for a probe."""
    if is_plural(token):
        return []
    known = _of_class(scene.discourse.named_with(lemma), modifiers, scene)
    if not known and lemma in words("hypernyms", "all"):
        narrower = [e for noun in words("hypernyms", lemma) for e in scene.discourse.named_with(noun)]
        known = _of_class(narrower, modifiers, scene)
    elif known and lemma in words("hypernyms", "all") and not any(scene.discourse.in_title(e.name) for e in known):
        narrower = [e for noun in words("hypernyms", lemma) for e in scene.discourse.named_with(noun)]
        known += [e for e in narrower if scene.discourse.in_title(e.name) and e not in known]  # may be meant too
    return known or _titled_craft(lemma, modifiers, scene)


def _titled_craft(lemma: str, modifiers: set[str], scene: Scene) -> list[Entity]:
    """Return the craft of the title for a narrower noun of it, where the text brings in no other: "the probe"."""
    if modifiers or lexicon.noun_type(lemma) is not PhraseType.PRODUCT:
        return []
    broader = [noun for noun in words("hypernyms", "all") if lemma in words("hypernyms", noun)]
    found = {
        e.name: e for noun in broader for e in scene.discourse.named_with(noun) if scene.discourse.in_title(e.name)
    }
    told = any(m.head == lemma and not m.named for m in scene.discourse.mentions)
    return [] if told else list(found.values())


def _of_class(entities: list[Entity], modifiers: set[str], scene: Scene) -> list[Entity]:
    """Return the entities that the modifiers fit and that were mentioned, where there are several the nearest ones."""
    known = [e for e in entities if modifiers <= {*e.modifiers, *e.classes, *_SOFT, *e.name.lower().split()}]
    if not known:
        return []
    topics = [e for e in known if scene.discourse.is_topic(e.name)]
    topics = topics or [e for e in known if scene.discourse.in_title(e.name)]
    if len(topics) == 1:
        return topics
    examples = len(known) > 1 and scene.discourse.generic
    known = _said(known, scene.recent(1 if examples else descriptions.RECENT))
    if len(known) > 1:
        known = _said(known, scene.recent(1))
    kept = [*(m for m in scene.before() if m.subject), *scene.mentions]
    return known if not examples or len(known) > 1 else _said(known, kept)


def _said(entities: list[Entity], mentions: list[Mention]) -> list[Entity]:
    texts = {strip_article(m.text).casefold() for m in mentions}
    return [e for e in entities if any(e.name.casefold() in text for text in texts)]


def _overlap(one: str, other: str) -> bool:
    return one in other or strip_article(other) in one


def _is_mere_time(lemma: str, text: str, scene: Scene) -> bool:
    """Return whether a war was only named to tell a time: "until the Civil War"."""
    if lemma not in words("references", "events") or scene.discourse.is_topic(text):
        return False
    name = strip_article(text).casefold()
    told = (m for m in scene.discourse.mentions[-60:] if m.named and name in m.text.casefold())
    return not any(m.core for m in told)


def _other_place(lemma: str, text: str, scene: Scene) -> bool:
    """Return whether another place was named just now, so that "the city" may be that one."""
    kind = lexicon.noun_type(lemma)
    rivals = _RIVALS.get(kind or PhraseType.THING, frozenset())
    rivals = frozenset({PhraseType.COUNTRY}) if lemma == "country" else rivals
    if not rivals:
        return False
    said = text.casefold()
    near = scene.mentions if scene.discourse.in_title(strip_article(text)) else scene.recent(1)
    others = (m for m in near if m.named and m.type in rivals and not _overlap(m.text.casefold(), said))
    return any(scene.discourse.may_be(m.text, lemma) for m in others)


def _place_since(text: str, lemma: str, scene: Scene) -> bool:
    """Return whether another place that may be "the city" was named since a city, which the title does not name."""
    name = strip_article(text).casefold()
    if scene.discourse.in_title(name) or lemma not in INHABITED:
        return False
    for mention in reversed(scene.recent(descriptions.RECENT)):
        if name in mention.text.casefold():
            return False
        place = mention.named and not mention.plural and mention.type in (PhraseType.PLACE, PhraseType.COUNTRY)
        if place and scene.discourse.may_be(mention.text, lemma):
            return True
    return False


def _person_since(name: str, lemma: str, scene: Scene) -> bool:
    """Return whether somebody else acts since a king, so that "the king" may be that one: Ezana, after King Endubis."""
    if lexicon.noun_type(lemma) is not PhraseType.PERSON:
        return False
    since = takewhile(lambda m: name.casefold() not in m.text.casefold(), reversed(scene.recent(descriptions.RECENT)))
    return any(m.named and m.subject and m.type in (PhraseType.PERSON, PhraseType.UNKNOWN) for m in since)


def _several_named(lemma: str, scene: Scene) -> bool:
    """Return whether several names with this noun were just said in one breath: the Stamp Act and the Tea Act."""
    return any(m.head == lemma and m.plural and m.named for m in scene.recent(1))


def _remember_noun(token: "Token", scene: Scene) -> None:
    reading, discourse = scene.reading, scene.discourse
    kinds.learn(token, scene)
    strangers.remember(token, scene)
    if signs.is_predicative(token) or signs.is_title(token):
        return
    kind = lexicon.noun_type(token.lemma_.lower()) or PhraseType.THING
    tokens = [] if token.i in reading.unresolved else noun_tokens(token, reading)
    sole = token.lower_ == "species" and token.i in reading.replace  # the one that the article is about
    plural = not sole and (signs.is_several(token) or is_plural(token) or pointing.is_people(token))
    torn = not tokens or tokens[0].tag_ == "WP$" or tokens[-1].dep_ == "prep"
    unclear = torn or signs.is_half(token) or bool(reading.first_unresolved(tokens))
    if unclear or token.lower_ in kinds.POINTING or _is_run_together(token):
        obscure = scene.mention(token, "", kind, plural=plural, proper=False, head=token.lemma_.lower())
        scene.obscure.append(obscure)
        return
    told = signs.told_as(token)
    if told is not None and not plural:
        tokens = noun_tokens(told, reading)
    bracket = next((c.i for c in token.rights if c.text == "("), None)
    if bracket is not None:  # "the yapok (Chironectes minimus)"
        tokens = [t for t in tokens if t.i < bracket]
    text = _ITSELF.sub("", reading.text(tokens).removesuffix(" in particular"))
    name = reading.replace.get(token.i) or (name_of(token) if token.pos_ == "PROPN" else "")
    if name:
        kind, _ = discourse.type_of(name)
    if token.dep_ == "poss":
        text = text.removesuffix("'s").removesuffix("’s")
    if kind is PhraseType.PERSON and token.pos_ == "PROPN":
        text = (
            name
            if not plural and not fullnames.is_part_of_name(token, scene) and not fullnames.is_civil(token, name)
            else text
        )
        if plural:
            one = scene.mention(token, name, kind, plural=False, proper=True, head=token.lemma_.lower(), named=True)
            scene.mentions.append(one)
    if not reading.topical.isdisjoint(t.i for t in tokens):
        discourse.topical.add(strip_article(text).casefold())
    proper = bool(name) or any(t.pos_ == "PROPN" for t in tokens)
    scene.mentions.append(
        scene.mention(token, text, kind, plural=plural, proper=proper, head=token.lemma_.lower(), named=bool(name))
    )


def _is_run_together(token: "Token") -> bool:
    """Return whether the tagger took the end of one sentence and the start of the next for a name."""
    name = name_of(token).split() if token.pos_ == "PROPN" else []
    return len(name) > 2 and name[-1] in name[:-1]


def people(token: "Token", scene: Scene) -> None:
    """Remember "the British" and "the poor"."""
    text = f"the {token.text}"
    scene.mentions.append(
        scene.mention(token, text, PhraseType.PEOPLE, plural=True, proper=token.ent_type_ == "NORP", head=token.lower_)
    )
