"""What "the probe" and "this process" stand for, and which "the …" needs nobody to stand for."""

import re
from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.lexicon import words
from quizgen.model import PhraseType
from quizgen.resolve import aspects, definites, descriptions, kinds, pointing, ships, signs, topical
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
_NEARLY = frozenset("almost half nearly practically virtually".split())
_ALL = frozenset({"whole", "entire"})
_TOLD_BY = {"Mr": "m", "Mrs": "f", "Ms": "f", "Miss": "f"}
_CIVIL = frozenset(_TOLD_BY)
_AGED = frozenset("young aged ageing aging elderly teenage youthful".split())  # "the late" may be one of several
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
    elif word == "the":
        _definite(token, scene)
    elif word in descriptions.DEMONSTRATIVES and not _opens_clause(determiner):
        _demonstrative(token, scene)
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


def spell_out(token: "Token", scene: Scene) -> bool:
    """Put a full name in the place of a surname, of "Mr. Holm" and "the young Holm"; return whether it was possible."""
    name = name_of(token)
    full, first = scene.discourse.full_name(name), _first(token, name)
    if not full and lexicon.untitled(name).count(" ") == 0:
        full = scene.discourse.full_name(lexicon.untitled(name))
    if full and full != name and first is not None:
        other = _is_of_other_sex(first, full, scene)
        if not other and not _is_part_of_name(token, scene) and not _is_of_a_thing(token):
            swallowed = range(_described_from(first, scene), token.i)
            scene.reading.replace |= dict.fromkeys(swallowed, "") | {token.i: full}
    elif not full:
        _use_one_name(token, name, scene)
        ships.spell_out(token, name, scene)
    return token.i in scene.reading.replace


def _first(token: "Token", name: str) -> "Token | None":
    """Return the first token of a surname that ends with ``token``: Ferrand-Prévot, Mr. Holm, Van Aelst."""
    if token.text == name:
        return token
    start = token.idx + len(token.text) - len(name)
    titled = lexicon.untitled(name).count(" ") == 0 or name.split()[0].lower() in words("names", "particles")
    span = token.doc.char_span(start, token.idx + len(token.text)) if titled and start >= 0 else None
    return span[0] if span is not None and span.text == name and span.start >= token.sent.start else None


def _is_of_other_sex(first: "Token", full: str, scene: Scene) -> bool:
    """Return whether "Mr" or "Mrs" tells that a surname is not the known bearer's: Mrs Reed is not Tom Reed."""
    before = first if first.is_sent_start else first.nbor(-1)
    told = {_TOLD_BY.get(each.text.rstrip(".")) for each in (before, first)} - {None}
    return bool(told) and scene.discourse.gender_of(full) not in (*told, "")


def _described_from(first: "Token", scene: Scene) -> int:
    """Return where a name begins, the words put aside that its full form needs no more: "Mr.", "the young"."""
    start, least, doc = first.i, scene.reading.sent.start, first.doc
    if start > least and doc[start - 1].text.rstrip(".") in _CIVIL:
        start -= 1
    if start > least + 1 and doc[start - 1].lower_ in _AGED and doc[start - 2].lower_ == "the":
        start -= 2
    return start


def _use_one_name(token: "Token", name: str, scene: Scene) -> None:
    """Put the one name of the person whom the text is about in the place of a longer or shorter one with its title."""
    cast, doc = scene.discourse.cast, token.doc
    hero, start = cast.protagonist(), token.i - name.count(" ")
    if " " not in name or not hero or start < scene.reading.sent.start or doc[start : token.i + 1].text != name:
        return
    titled = start > scene.reading.sent.start and doc[start - 1].text in words("names", "titles")
    if start > scene.reading.sent.start and doc[start - 1].pos_ == "PROPN" and not titled:
        return
    if cast.is_protagonist(name) and (titled or name != hero):
        scene.reading.replace |= dict.fromkeys(range(start - titled, token.i), "") | {token.i: hero}


def _is_of_a_thing(token: "Token") -> bool:
    """Return whether the noun before a name tells that it is nobody's: the programming language Ada."""
    before = (c for c in token.lefts if c.dep_ == "compound" and c.pos_ == "NOUN")
    return any(lexicon.noun_type(c.lemma_.lower()) is not PhraseType.PERSON for c in before)


def _is_part_of_name(token: "Token", scene: Scene) -> bool:
    """Return whether the name goes on before: "Genghis Khan", of which the tagger saw half, "Earl of Ross"."""
    if token.head.lower_ == "of" and token.head.head.lower_ in words("names", "noble"):
        return True
    first = token.i - name_of(token).count(" ")
    before = token.doc[first - 1] if first > scene.reading.sent.start else None
    titled = before is not None and before.text.rstrip(".") in words("names", "titles")
    return before is not None and before.pos_ == "PROPN" and before.head == token and not titled


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
    if definites.is_self_contained(token, scene) or _antecedent(token, scene):
        return
    lemma, discourse = token.lemma_.lower(), scene.discourse
    generic = discourse.generic and signs.is_present(token) and definites.is_told(token, scene)
    generic = generic and not definites.points_back(token, scene)
    if not discourse.generic and _introduced(token, scene):
        return
    if not generic and (aspects.is_aspect(token, scene) or _is_all_of_topic(token, scene)):
        scene.reading.topical.add(token.i)
        return
    single = _is_single(token, lemma, scene) and not topical.is_part(token, scene)
    if single or _means_named(token, lemma, scene):
        scene.unknown(token, "unresolved-mention")
    elif not generic and topical.is_clear(token, scene):
        scene.reading.topical.add(token.i)
    elif not generic and not (discourse.generic and _introduced(token, scene)):
        scene.unknown(token, "unresolved-mention")


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
    text = descriptions.definite_text(mention.text) if mention is not None and fuller else name
    if text and (_other_place(lemma, text, scene) or _place_since(text, lemma, scene) or _several_named(lemma, scene)):
        return False
    if name and text == name and descriptions.brought_in_since(known[0], lemma, modifiers, scene):
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
    return known


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


def _several_named(lemma: str, scene: Scene) -> bool:
    """Return whether several names with this noun were just said in one breath: the Stamp Act and the Tea Act."""
    return any(m.head == lemma and m.plural and m.named for m in scene.recent(1))


def _remember_noun(token: "Token", scene: Scene) -> None:
    reading, discourse = scene.reading, scene.discourse
    kinds.learn(token, scene)
    if signs.is_predicative(token) or signs.is_title(token):
        return
    kind = lexicon.noun_type(token.lemma_.lower()) or PhraseType.THING
    tokens = [] if token.i in reading.unresolved else noun_tokens(token, reading)
    plural = signs.is_several(token) or is_plural(token) or pointing.is_people(token)
    unclear = not tokens or tokens[0].tag_ == "WP$" or bool(reading.first_unresolved(tokens))
    if unclear or token.lower_ in kinds.POINTING or _is_run_together(token):
        obscure = scene.mention(token, "", kind, plural=plural, proper=False, head=token.lemma_.lower())
        scene.obscure.append(obscure)
        return
    text = _ITSELF.sub("", reading.text(tokens).removesuffix(" in particular"))
    name = reading.replace.get(token.i) or (name_of(token) if token.pos_ == "PROPN" else "")
    if name:
        kind, _ = discourse.type_of(name)
    if token.dep_ == "poss":
        text = text.removesuffix("'s").removesuffix("’s")
    if kind is PhraseType.PERSON and token.pos_ == "PROPN":
        text = name if not plural and not _is_part_of_name(token, scene) and not _is_civil(token, name) else text
        if plural:
            one = scene.mention(token, name, kind, plural=False, proper=True, head=token.lemma_.lower(), named=True)
            scene.mentions.append(one)
    if not reading.topical.isdisjoint(t.i for t in tokens):
        discourse.topical.add(strip_article(text).casefold())
    proper = bool(name) or any(t.pos_ == "PROPN" for t in tokens)
    scene.mentions.append(
        scene.mention(token, text, kind, plural=plural, proper=proper, head=token.lemma_.lower(), named=bool(name))
    )


def _is_civil(token: "Token", name: str) -> bool:
    """Return whether all that a text tells of somebody is a surname and "Mr." before it."""
    return token.text == name and token.i > token.sent.start and token.nbor(-1).text.rstrip(".") in _CIVIL


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
