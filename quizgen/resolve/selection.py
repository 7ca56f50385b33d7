"""What a pronoun may mean by what is said of it: nobody costs money, and production stands nowhere."""

from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.lexicon import words
from quizgen.model import PhraseType
from quizgen.resolve.discourse import Mention
from quizgen.resolve.scene import Scene
from quizgen.syntax.clauses import SUBJECTS
from quizgen.words import words as listed

if TYPE_CHECKING:
    from spacy.tokens import Token

_HUMAN = frozenset({PhraseType.PERSON, PhraseType.PEOPLE})
_GOING_ON = frozenset("begin cease continue end last resume start stop take".split())  # what work does


def suits(mention: Mention, token: "Token", scene: Scene) -> bool:
    """Return whether what is said of a pronoun can be said of a mention."""
    if _is_process(mention, scene):
        return token.head.lemma_ in _GOING_ON or token.dep_ not in SUBJECTS
    return not (_is_body(mention) and _is_of_thing(token)) and not _is_said_of_title(mention, token, scene)


def _is_said_of_title(mention: Mention, token: "Token", scene: Scene) -> bool:
    """Return whether "it is the oldest lighthouse" is said of the lighthouse in the title, and not of its masonry."""
    told = next((c for c in token.head.rights if c.dep_ == "attr"), None) if token.head.lemma_ == "be" else None
    if told is None or mention.plural or not scene.discourse.nouns.in_label(told.lemma_.lower()):
        return False
    superlative = any(c.tag_ == "JJS" or c.lower_ in ("first", "only") for c in told.lefts)
    return superlative and mention.head != told.lemma_.lower() and not mention.named


def _is_process(mention: Mention, scene: Scene) -> bool:
    """Return whether a mention is what somebody does: work, production. It costs nothing and stands nowhere."""
    return mention.text.lower() in words("references", "processes")


def _is_body(mention: Mention) -> bool:
    """Return whether a mention is somebody: a person, a people, or several who act as one."""
    if mention.type in _HUMAN or mention.head in words("references", "boards"):
        return True
    last = mention.text.split(" ")[-1].lower() if mention.named else ""
    return last in words("references", "boards")


def _is_of_thing(token: "Token") -> bool:
    """Return whether only a thing does or undergoes what a verb says: it costs, it is 9 km long, it was built."""
    verb = token.head
    if token.dep_ == "nsubjpass":
        return verb.lemma_ in words("references", "making")
    if token.dep_ != "nsubj":
        return False
    if verb.lemma_ in words("references", "measuring"):
        return True
    reached = verb.lemma_ in ("reach", "have") and any(c.lemma_ in _sizes() for c in verb.rights if c.dep_ == "dobj")
    sized = verb.lemma_ == "be" and any(_is_measured(c) for c in verb.rights if c.dep_ == "acomp")
    return reached or sized


def _sizes() -> frozenset[str]:
    return words("references", "sizes")


def _is_measured(adjective: "Token") -> bool:
    return adjective.lemma_ in ("deep", "long", "thick", "wide") and any(c.dep_ == "npadvmod" for c in adjective.lefts)


def is_of_others(token: "Token", found: Mention, scene: Scene) -> bool:
    """Return whether "they" may mean things that people were told to deal with: "Divers raised the guns. They came …".

    Who does something to something else is who acted before.
    """
    if not found.plural or found.sentence == scene.sentence or not _is_human(found) or token.dep_ != "nsubj":
        return False
    verb = token.head
    acts = any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in verb.rights) or verb.lemma_ in words(
        "references", "speaking"
    )
    others = [m for m in scene.before() if m.plural and not _is_human(m) and m.text not in found.text and not m.named]
    return bool(others) and not acts


def _is_human(mention: Mention) -> bool:
    known = mention.head in listed("persons") or lexicon.noun_type(mention.head) in _HUMAN
    return mention.type in _HUMAN or (known and not mention.named)


def is_part(token: "Token", owner: Mention, scene: Scene) -> bool:
    """Return whether "their" stands before what is an animal's or a plant's, and people act: "Traders sell their …"."""
    if token.lower_ != "their" or token.head.lemma_ not in words("references", "anatomy"):
        return False
    before = [m for m in scene.recent(1) if m.plural and m.token != owner.token and not _is_human(m)]
    return bool(before) and (_is_human(owner) or owner.type in (PhraseType.ORGANISATION, PhraseType.PLACE))
