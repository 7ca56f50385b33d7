"""Where "it" and "its" at the head of a sentence can only mean the one thing that an article is about."""

from typing import TYPE_CHECKING

from quizgen.lexicon import words
from quizgen.model import AMOUNTS, PhraseType
from quizgen.resolve import signs
from quizgen.resolve.discourse import Mention
from quizgen.resolve.scene import Scene
from quizgen.syntax.clauses import SUBJECTS
from quizgen.syntax.names import strip_article

if TYPE_CHECKING:
    from spacy.tokens import Token

_SINGULAR = frozenset({"it", "its"})
_POINTING = frozenset({"it", "its", "this", "that", "which"})
_BACKGROUND = AMOUNTS | {PhraseType.PLACE, PhraseType.COUNTRY, PhraseType.DATE, PhraseType.PERSON, PhraseType.PEOPLE}
_DOERS = frozenset({PhraseType.PERSON, PhraseType.PEOPLE, PhraseType.ORGANISATION, PhraseType.COUNTRY})
_EFFECTS = frozenset("effect illusion paradox phenomenon reaction syndrome".split())
_BROUGHT_IN = frozenset({"a", "an", "another", "one", "the", "this"})


def meant(token: "Token", scene: Scene) -> Mention | None:
    """Return what an article says of its title that it is, where the sentence before has no other single thing."""
    if token.lower_ not in _SINGULAR or not _leads(token) or scene.reading.tokens[0].is_quote:
        return None
    here = [m for m in (*scene.mentions, *scene.obscure) if m.core or _may_be_meant(m)]
    before = (*scene.before(), *scene.discourse.obscure)
    if here or not before or not scene.discourse.loose.isdisjoint(_POINTING) or any(map(_may_be_meant, before)):
        return None
    return _defined(scene) or _kept(scene)


def just_told(token: "Token", scene: Scene) -> Mention | None:
    """Return what the title names, where somebody did something to it before: "Peru bought the Alba. It …"."""
    if token.lower_ not in _SINGULAR or not _leads(token) or scene.reading.tokens[0].is_quote:
        return None
    before = [m for m in scene.before() if m.core and not m.nested and not m.plural]
    if any(m.subject and m.head == "name" for m in before):
        return _bearer(before, scene)
    found = next((m for m in before if scene.discourse.is_topic(strip_article(m.text))), None)
    if (
        found is None
        or found.type is PhraseType.PERSON
        or any(m.core and not m.plural for m in scene.discourse.obscure)
    ):
        return None
    others = [m for m in before if m.text != found.text]
    acts = token.dep_ == "nsubj" and token.head.lemma_ in words("references", "agency", "speaking")
    if acts or any(not m.subject or m.type not in _DOERS for m in others):
        return None
    return found


def _bearer(before: list[Mention], scene: Scene) -> Mention | None:
    """Return what the title names, where the sentence before told of its name: "The name is from Greek. It …"."""
    told = next(m.text for m in before if m.subject and m.head == "name")
    name = strip_article(told.removeprefix("the name ").removesuffix(" name"))
    said = (m for m in reversed(scene.discourse.mentions) if strip_article(m.text).casefold() == name.casefold())
    found = next((m for m in said if scene.discourse.is_topic(name) and m.type is not PhraseType.PERSON), None)
    return None if any(m.core and not m.subject for m in before) else found


def classed(token: "Token", scene: Scene) -> Mention | None:
    """Return what the title names, where "it" is said to be of its class: "… makes it one of the busiest straits"."""
    told = _told_to_be(token) if token.lower_ == "it" else ""
    others = (m for m in scene.recent(1) if not scene.discourse.is_topic(m.text))
    if not told or any(_may_be_called(m, told, scene) for m in others):
        return None
    said = (m for m in reversed(scene.discourse.mentions) if scene.discourse.is_topic(strip_article(m.text)))
    found = next(said, None)
    if found is None or found.plural or found.type is PhraseType.PERSON:
        return None
    entity = scene.discourse.find(found.text)
    known = found.head == told or (entity is not None and told in entity.classes | entity.told)
    return found if known or any(k.text == found.text for k in scene.discourse.kinds.get(told, ())) else None


def _may_be_called(mention: Mention, noun: str, scene: Scene) -> bool:
    """Return whether something is called by a noun, or has a name that does not tell what it is."""
    entity = scene.discourse.find(mention.text)
    known = entity.classes | entity.told if entity is not None else set[str]()
    unknown = mention.named and mention.core and not mention.plural and not known
    return mention.head == noun or noun in known or unknown


def _told_to_be(token: "Token") -> str:
    """Return the noun that "it" is said to be: country, of "it is the second-smallest country in Africa"."""
    verb = token.head
    small = verb.dep_ == "ccomp" and verb.pos_ in ("NUM", "NOUN") and token.dep_ == "nsubj"
    told = verb if small else next((c for c in verb.rights if c.dep_ in ("attr", "oprd")), None)
    if told is None or (not small and token.dep_ not in SUBJECTS):
        return ""
    members = (c for of in told.rights if of.lower_ == "of" for c in of.children if c.dep_ == "pobj")
    noun = next(members, None) if told.lower_ == "one" else told
    ranked = noun is not None and any(c.tag_ in ("JJS", "RBS") or c.lower_ in ("first", "only") for c in noun.subtree)
    return noun.lemma_.lower() if ranked and noun is not None else ""


def called(token: "Token", scene: Scene) -> str:
    """Return what "the species" and "the phenomenon" of an article mean, and of what "the name" is; "" for others."""
    said = token.lower_
    if said not in ("species", "phenomenon", "name") or any(c.dep_ != "det" for c in token.children):
        return ""
    if said == "phenomenon":
        return _effect(scene)
    found = _defined(scene) or (_told_of_title(scene) if said == "species" else None)
    if found is None or _is_other_named(found, scene) or (said == "name" and " " in strip_article(found.text)):
        return ""
    return f"the name {strip_article(found.text)}" if said == "name" else found.text


def _told_of_title(scene: Scene) -> Mention | None:
    """Return the one thing of a longer title of which the text has said what it is: the saola of "Saola in Laos"."""
    discourse = scene.discourse
    told = {text for text in discourse.described if discourse.in_title(strip_article(text))}
    found = next((m for m in reversed(discourse.mentions) if m.text in told), None) if len(told) == 1 else None
    return None if found is None or found.plural or found.type in _BACKGROUND else found


def _effect(scene: Scene) -> str:
    """Return the effect that the title names, as it stands inside of a sentence: the Doppler effect."""
    *name, noun = strip_article(scene.discourse.lead).split(" ")
    whole = bool(name) and noun.lower() in _EFFECTS and all(part[:1].isupper() for part in name)
    return f"the {' '.join(name)} {noun.lower()}" if whole else ""


def _is_other_named(found: Mention, scene: Scene) -> bool:
    """Return whether a sentence names something else since, of which a name may be."""
    near = (m for m in (*scene.before(), *scene.mentions) if m.named and m.core)
    return any(strip_article(m.text) != strip_article(found.text) for m in near)


def _leads(token: "Token") -> bool:
    """Return whether a pronoun is the subject of its sentence, or the subject is told with it."""
    subject = token if token.tag_ != "PRP$" else token.head
    return subject.dep_ in SUBJECTS and signs.is_main(subject.head)


def _may_be_meant(mention: Mention) -> bool:
    """Return whether something single acts, undergoes or is brought in, so that "it" may mean that."""
    if mention.plural or mention.type is PhraseType.DATE:
        return False
    first = mention.text.partition(" ")[0].lower()
    named = mention.named and mention.type not in _BACKGROUND
    return mention.core or not mention.text or first in _BROUGHT_IN or named


def _kept(scene: Scene) -> Mention | None:
    """Return what the title names, if a sentence just before in the paragraph was about it."""
    subjects = [m for m in scene.recent(2) if m.subject and not m.plural and m.paragraph == scene.paragraph]
    found = subjects[-1] if subjects else None
    if found is None or found.sentence >= scene.sentence or found.type is PhraseType.PERSON:
        return None
    return found if scene.discourse.is_topic(strip_article(found.text)) else None


def _defined(scene: Scene) -> Mention | None:
    """Return the last mention of what the title names, if the text has said what that is."""
    discourse = scene.discourse
    if not discourse.defined:
        return None
    said = (m for m in reversed(discourse.mentions) if discourse.is_topic(strip_article(m.text)))
    found = next(said, None)
    return None if found is None or found.plural or found.type is PhraseType.PERSON else found
