"""Nouns that are clear to who knows what the text is about: the plague, the crew, the circulation pump."""

import re
from typing import TYPE_CHECKING

from quizgen import labels, lexicon
from quizgen.lexicon import words
from quizgen.model import PhraseType
from quizgen.resolve import definites
from quizgen.resolve.discourse import Mention
from quizgen.resolve.scene import Scene
from quizgen.syntax.clauses import SUBJECTS
from quizgen.syntax.names import strip_article
from quizgen.syntax.phrases import is_plural

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEAD = 2  # sentences in which a story says what it is about
_LONGEST = 3  # words of a description
_ARTICLES = {False: ("the", "a", "an"), True: ("the", "")}
_BARE = 2  # words of a description that only repeats the noun: "the workshop"
_WHOLE = 8  # words with what stands behind the noun
_ARTICLE = re.compile(r"^an? (?:single )?", re.IGNORECASE)
_UNTOLD = re.compile(r"\b(?:its|his|her|their|this|these|other|another)\b|[\"“”(),;:]")
_OF_MANY = frozenset("another any both certain each every few many more most no other several some such".split())
_TOLD = frozenset({"amod", "compound", "nmod", "poss", "nummod", "advmod"})


def is_clear(token: "Token", scene: Scene) -> bool:
    """Return whether "the …" leaves no doubt beside the title of its text."""
    nouns, lemma = scene.discourse.nouns, token.lemma_.lower()
    if nouns.labelled and _is_told_part(token, lemma, scene):
        return True
    if not _may_be_clear(token, lemma, scene) or definites.points_back(token, scene):
        return False
    told = [c for c in token.children if c.dep_ in _TOLD]
    if not told:
        known = nouns.in_label(lemma) or nouns.recurs(lemma)
        return known or any(holds(lemma, scene) for holds in (_is_part, _is_broader, _is_led))
    return len(told) == 1 and told[0].i == token.i - 1 and nouns.recurs(f"{told[0].lower_} {lemma}")


def _is_led(lemma: str, scene: Scene) -> bool:
    """Return whether a story begins with one such thing: "a moat that was drained", and later "the moat"."""
    if scene.discourse.generic or not scene.discourse.nouns.is_single(lemma) or _is_human(lemma):
        return False
    first = next((m for m in scene.discourse.mentions if m.head == lemma), None)
    return first is not None and first.sentence < _LEAD and not first.plural and bool(_ARTICLE.match(first.text))


def _is_broader(lemma: str, scene: Scene) -> bool:
    """Return whether a noun takes up the one that the title has: "the ship" for a ferry, where no other was told."""
    if lemma not in words("hypernyms", "all"):
        return False
    narrower = words("hypernyms", lemma)
    titled = [noun for noun in narrower if scene.discourse.nouns.in_label(noun)]
    others = narrower - set(titled) | {lemma}
    near = scene.recent(2)
    return len(titled) == 1 and not any(m.head in others for m in near) and not scene.discourse.named_with(lemma)


def is_part(token: "Token", scene: Scene) -> bool:
    """Return whether a bare noun is the one in the title or a part of it: the tower of a lighthouse."""
    nouns, lemma = scene.discourse.nouns, token.lemma_.lower()
    told = any(c.dep_ in _TOLD for c in token.children)
    return not told and nouns.labelled and (nouns.in_label(lemma) or _is_part(lemma, scene))


def _may_be_clear(token: "Token", lemma: str, scene: Scene) -> bool:
    empty = any(lemma in words("nouns", name) for name in ("vague", "partial", "borne"))
    return scene.discourse.nouns.labelled and token.pos_ == "NOUN" and not empty and not definites.picks_out(token)


def _is_told_part(token: "Token", lemma: str, scene: Scene) -> bool:
    """Return whether a noun tells which parts of the thing in the title are meant: the two towers of a bridge."""
    told = [c for c in token.lefts if c.dep_ in _TOLD]
    if not told or token.pos_ != "NOUN" or any(c.dep_ in ("relcl", "acl", "prep") for c in token.rights):
        return False
    return all(_tells_part(c, lemma, scene) for c in told) and _is_part(lemma, scene)


def _tells_part(modifier: "Token", lemma: str, scene: Scene) -> bool:
    word = modifier.lower_
    counted = modifier.dep_ == "nummod" and not modifier.text.isdigit()
    if counted or word in ("first", "last", "original"):
        return True
    return word not in words("nouns", "weak") and scene.discourse.nouns.is_sole(f"{word} {lemma}")


def _is_part(lemma: str, scene: Scene) -> bool:
    """Return whether the thing in the title has one such part, as a ship has a crew, and no other was just named."""
    kinds = [kind for kind in words("wholes", "kinds") if lemma in words("wholes", kind)]
    return any(_is_of_title(kind, scene) for kind in kinds)


def _is_of_title(kind: str, scene: Scene) -> bool:
    discourse = scene.discourse
    kinds_ = [kind, *(words("hypernyms", kind) if kind in words("hypernyms", "all") else ())]
    named = [entity for each in kinds_ for entity in discourse.named_with(each)]
    titled = [e.name for e in named if discourse.in_title(e.name)]
    if not titled and not any(map(discourse.in_title, kinds_)):
        return False
    near = [m.text.casefold() for m in scene.recent(2) if m.named]
    others = [e.name.casefold() for e in named if e.name not in titled]
    others += [text for text in near if text.endswith(f" {kind}") and not discourse.in_title(strip_article(text))]
    return len(titled) < 2 and not any(name in text for text in near for name in others)


def titled(token: "Token", scene: Scene) -> str:
    """Return the full name of what an explaining text is about, for its last word: a smoke alarm for "an alarm"."""
    discourse = scene.discourse
    title = labels.of(discourse.title)
    *told, last = title.lower().split(" ")
    if last != token.lemma_.lower() or not 0 < len(told) < _LONGEST or not discourse.generic:
        return ""
    article = next((c.lower_ for c in token.children), "")
    if any(c.lower_ != article for c in token.children) or article not in _ARTICLES.get(is_plural(token), ()):
        return ""
    if article != "the" and token.dep_ not in SUBJECTS:
        return ""
    name = _as_written(title, " ".join([*told, token.lower_]), scene)
    same = [m for m in (*discourse.mentions, *scene.mentions) if m.head == last]
    known = any(strip_article(m.text).lower().startswith(f"{' '.join(told)} {last}") for m in same)
    return _with_article(article, name) if known and not _has_rival(token, " ".join(told), scene) else ""


def _as_written(title: str, name: str, scene: Scene) -> str:
    """Return a title with its capitals where a word before its last is a name in the text: the Orlen Peace Prize."""
    named = any(scene.discourse.capitals.is_name(word) for word in title.split(" ")[:-1])
    return title if named and name == title.lower() else name


def _with_article(article: str, name: str) -> str:
    if article in ("a", "an"):
        return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
    return f"the {name}" if article == "the" else name


def _has_rival(token: "Token", told: str, scene: Scene) -> bool:
    """Return whether another sort of the thing in the title was just told: "ionisation alarms"."""
    lemma = token.lemma_.lower()
    same = (m for m in scene.recent(2) if m.head == lemma and m.plural == is_plural(token))
    return any(strip_article(m.text).lower().split()[0] not in (*told.split(), lemma, token.lower_) for m in same)


def introduced(token: "Token", scene: Scene) -> str:
    """Return how an explaining text first told of its one pump, filter or water: the circulation pump."""
    lemma = token.lemma_.lower()
    if not _may_be_clear(token, lemma, scene) or _is_human(lemma):
        return ""
    told = {c.lower_ for c in token.lefts if c.dep_ in _TOLD}
    plural = is_plural(token)
    if not scene.discourse.generic:
        return "" if plural else _brought_in(lemma, told, scene)
    same = [m for m in (*scene.discourse.mentions, *scene.mentions) if m.head == lemma]
    if any(m.plural and not plural and " and " in m.text for m in same):
        return ""  # a weather station and a railway station
    same = [m for m in same if m.plural == plural]
    known = {_known(m) for m in same} - {lemma, token.lower_}
    if len(known) > 1 or (not known and (told or not any(map(_is_brought_in, same)))):
        return ""
    text = next(iter(known), token.lower_)
    if text.split()[0].lower() in _OF_MANY | {"one"} or "less" in text.split():
        return ""
    return f"the {text}" if told < set(text.split()) and len(text.split()) <= _LONGEST else ""


def _brought_in(lemma: str, told: set[str], scene: Scene) -> str:
    """Return how a text brought in its one station, which it calls "the station" from then on."""
    if not scene.discourse.nouns.is_single(lemma) or scene.discourse.named_with(lemma):
        return ""
    same = [m for m in (*scene.discourse.mentions, *scene.mentions) if m.head == lemma and not m.named]
    first = same[0] if same else None
    if first is None or first.plural or not _ARTICLE.match(first.text) or _UNTOLD.search(first.text):
        return ""
    whole = _ARTICLE.sub("the ", first.text, count=1)
    before, noun, behind = whole.partition(f" {lemma}")
    if not noun or not told <= set(before.lower().split()):
        return ""
    text = whole if behind and len(whole.split()) <= _WHOLE else f"{before}{noun}"
    return text if len(text.split()) > _BARE else ""


def _known(mention: Mention) -> str:
    """Return a description without its article; with it where it is one of many, and so is no longer the only one."""
    return strip_article(mention.text) if mention.text.split()[0].lower() not in _OF_MANY else mention.text


def _is_brought_in(mention: Mention) -> bool:
    """Return whether a text spoke of something as one thing or some: "a pump" and "electrons", not "law"."""
    return mention.plural or mention.text.split()[0].lower() in ("a", "an", "the")


def _is_human(lemma: str) -> bool:
    return lexicon.noun_type(lemma) in (PhraseType.PERSON, PhraseType.PEOPLE)


def mark(token: "Token", text: str, scene: Scene) -> None:
    """Remember of a reference that what it stands for is clear by the topic only, where it is."""
    if scene.discourse.topical and strip_article(text).casefold() in scene.discourse.topical:
        scene.reading.topical.add(token.i)
