"""What "the probe" and "this process" stand for, and which "the …" needs nobody to stand for."""

import re
from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.lexicon import words
from quizgen.model import PhraseType
from quizgen.resolve import definites, kinds, signs, topical
from quizgen.resolve.discourse import Entity, Mention
from quizgen.resolve.scene import Scene
from quizgen.syntax.names import name_of, strip_article
from quizgen.syntax.phrases import is_plural, is_set_off, noun_tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

_ITSELF = re.compile(r" (?:it|him|her|them)sel(?:f|ves)$")
DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
_DETERMINERS = frozenset(
    "the this that these those all both each every some any no its his her their our my your".split()
)
_MODIFIERS = frozenset({"det", "amod", "compound", "nummod"})
_SINGLE = frozenset({PhraseType.PLACE, PhraseType.ORGANISATION, PhraseType.PRODUCT, PhraseType.WORK})
_QUANTIFIERS = frozenset(
    """a an all any both certain different each enough every few fewer her his its less many more most much no numerous
    other several some such the their these those various two three four five six seven eight nine ten""".split()
)
_DESCRIPTION = 9  # words that "the …" is replaced by
_LONGEST = 5  # words of a description that "these …" is replaced by
_OF = ("of ", "between ", "from ", "in ")
_OWNED = frozenset("own its their his her".split())
_RECENT = 8  # sentences in which "the company" remembers its name
_SOFT = frozenset("new old robotic young famous small large great little historic whole".split())
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
    if (word == "the" or word in DEMONSTRATIVES) and _given_term(token, scene):
        pass
    elif word == "the":
        _definite(token, scene)
    elif word in DEMONSTRATIVES and not _antecedent(token, scene, demonstrative=True):
        scene.unknown(token, "unresolved-mention")
    _remember_noun(token, scene)


def spell_out(token: "Token", scene: Scene) -> bool:
    """Put a full name in the place of a surname; return whether that was possible."""
    name = name_of(token)
    full = scene.discourse.full_name(name)
    whole = token.text == name and not _is_part_of_name(token, scene) and not _is_of_a_thing(token)
    if full and full != name and whole:
        scene.reading.replace[token.i] = full
    elif not full:
        _use_one_name(token, name, scene)
    return token.i in scene.reading.replace


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
    titled = before is not None and before.text in words("names", "titles")
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
    if definites.is_self_contained(token, scene) or _antecedent(token, scene):
        return
    lemma, discourse = token.lemma_.lower(), scene.discourse
    generic = discourse.generic and signs.is_present(token) and definites.is_told(token, scene)
    generic = generic and not definites.points_back(token, scene)
    if _means_named(token, lemma, scene) or _is_single(token, lemma, scene):
        scene.unknown(token, "unresolved-mention")
    elif not generic and topical.is_clear(token, scene):
        scene.reading.topical.add(token.i)
    elif not generic and not _introduced(token, scene):
        scene.unknown(token, "unresolved-mention")


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
    said = [m.text.casefold() for m in scene.recent(_RECENT)] if named else []
    near = (e for e in named if scene.discourse.in_title(e.name) or any(e.name.casefold() in text for text in said))
    return any(not _brought_in_since(e, lemma, modifiers, scene) for e in near)


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
    mention = _same_description(token, lemma, modifiers, scene)
    if demonstrative and mention is None and not name:
        mention = _just_said(token, modifiers, scene)
    bare = strip_article(name)
    fuller = mention is not None and mention.text.endswith(bare) and (not bare or bare.lower().endswith(lemma))
    text = _definite_text(mention.text) if mention is not None and fuller else name
    if text and (_other_place(lemma, text, scene) or _several_named(lemma, scene)):
        return False
    if name and text == name and _brought_in_since(known[0], lemma, modifiers, scene):
        return False
    if text and _is_mere_time(lemma, text, scene):
        return False
    if len(known) > 1 and mention is not None and mention.proper:
        return False
    if demonstrative and mention is not None and mention.sentence < scene.sentence - 2:
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
    known = _said(known, scene.recent(1 if examples else _RECENT))
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


def _several_named(lemma: str, scene: Scene) -> bool:
    """Return whether several names with this noun were just said in one breath: the Stamp Act and the Tea Act."""
    return any(m.head == lemma and m.plural and m.named for m in scene.recent(1))


def _same_description(token: "Token", lemma: str, modifiers: set[str], scene: Scene) -> Mention | None:
    """Return the earlier, fuller description with this head: "the far side" → "the far side of the moon"."""
    plural, form = is_plural(token), token.lower_
    fuller = [
        m
        for m in scene.discourse.mentions[-60:]
        if m.head == lemma
        and m.plural == plural
        and _says(m, {*modifiers, form})
        and len(m.text.split()) <= _DESCRIPTION
        and _is_fuller(m, lemma, modifiers)
    ]
    if plural:
        pointed = any(c.lower_ in DEMONSTRATIVES for c in token.lefts)
        fuller = [m for m in fuller if m.sentence >= scene.sentence - 2 and (m.core or pointed)]
    if len({m.text for m in fuller}) != 1 or _another_since(fuller[-1], modifiers, scene):
        return None
    return fuller[-1]


def _says(mention: Mention, said: set[str]) -> bool:
    """Return whether a description has all these words, and by none points to what its sentence spoke of."""
    own = set(mention.text.lower().replace("'s", " ").replace("’s", " ").split())
    return said <= own and not own & _OWNED


def _another_since(mention: Mention, modifiers: set[str], scene: Scene) -> bool:
    """Return whether one more thing with the same noun was brought in after a description."""
    whole = strip_article(mention.text).casefold()
    since = [m for m in scene.discourse.mentions[-60:] if m.sentence > mention.sentence]
    same = (m for m in since if m.head == mention.head and m.plural == mention.plural)
    return any(strip_article(m.text).casefold() not in whole and _is_other(m, modifiers) for m in same)


def _brought_in_since(entity: Entity, lemma: str, modifiers: set[str], scene: Scene) -> bool:
    """Return whether "a river" was spoken of after the Nile, so that "the river" may be another one."""
    name = entity.name.casefold()
    for mention in reversed(scene.recent(_RECENT)):
        if name in mention.text.casefold():
            return False
        if mention.head == lemma and not mention.plural and _is_brought_in(mention, modifiers):
            return True
    return False


def _is_other(mention: Mention, modifiers: set[str]) -> bool:
    """Return whether a description is of something else with the same noun: brought in, or told by what it is of."""
    return _is_brought_in(mention, modifiers) or mention.text.lower().partition(f" {mention.head} ")[2].startswith(_OF)


def _is_brought_in(mention: Mention, modifiers: set[str]) -> bool:
    said = mention.text.lower().split()
    return said[0] in ("a", "an", "another", "one") and modifiers <= set(said)


def _just_said(token: "Token", modifiers: set[str], scene: Scene) -> Mention | None:
    """Return the one kind with this head that was spoken of just now: "molecular clouds" before "these clouds"."""
    plural, lemma = is_plural(token), token.lemma_.lower()
    if any(m.head == lemma for m in scene.mentions) or any(m.head == lemma for m in scene.discourse.obscure):
        return None
    found = [m for m in scene.before() if m.head == lemma and m.paragraph == scene.paragraph]
    if len({m.text for m in found}) != 1 or found[0].plural != plural:
        return None
    told = found[0].text.lower().split()
    kind = 1 < len(told) <= _LONGEST and modifiers < set(told[:-1]) and told[-1] == token.lower_
    return found[0] if kind and (found[0].named or _is_kind(found[0])) else None


def _is_kind(mention: Mention) -> bool:
    """Return whether a plural stands for all of a kind: no number or "some" before it."""
    first = mention.text.split()[0].lower()
    return mention.plural and first not in _QUANTIFIERS and not first[0].isdigit()


def _remember_noun(token: "Token", scene: Scene) -> None:
    reading, discourse = scene.reading, scene.discourse
    kinds.learn(token, scene)
    if signs.is_predicative(token) or signs.is_title(token):
        return
    kind = lexicon.noun_type(token.lemma_.lower()) or PhraseType.THING
    tokens = [] if token.i in reading.unresolved else noun_tokens(token, reading)
    plural = signs.is_several(token) or is_plural(token) or signs.is_people(token)
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
        text = name if not plural and not _is_part_of_name(token, scene) else text
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


def _definite_text(text: str) -> str:
    """Return a description with "the" where it had no determiner or "a"."""
    first, _, rest = text.partition(" ")
    if first in ("a", "an"):
        return f"the {rest}"
    return (
        text if first.lower() in _DETERMINERS or first[:1].isupper() or first.endswith(("'s", "’s")) else f"the {text}"
    )


def _is_fuller(mention: Mention, lemma: str, modifiers: set[str]) -> bool:
    before = mention.text.split(f" {lemma}")[0].split()
    named = any(w[:1].isupper() for w in before)
    if any(mark in mention.text for mark in '"“”') or strip_article(mention.text).lower() == lemma:
        return False
    told = named or {w.lower() for w in before[1:]} <= modifiers
    return told and (
        mention.proper or (len(mention.text.split()) > len(modifiers) + 2 and f"{lemma} of " in mention.text)
    )
