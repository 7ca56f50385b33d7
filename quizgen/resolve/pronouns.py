"""Whom "she" and "his" stand for, where one reading is left, and how a pronoun is replaced."""

from typing import TYPE_CHECKING

from quizgen.lexicon import words
from quizgen.model import PhraseType
from quizgen.resolve import signs
from quizgen.resolve.discourse import Entity, Mention
from quizgen.resolve.scene import Scene
from quizgen.syntax.clauses import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

HE_SHE = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_WINDOW = 2
_MEMORY = 4  # sentences in which an unknown "he" may come back
_LONGEST = 7  # words that a pronoun is replaced by
# "They" are not some again; inside a sentence some are: "Some orchids cheat: they …".
_NOT_THESE = frozenset("any no few more fewer less enough each every another both".split())
_SOME = _NOT_THESE | {"some", "many", "several", "most"}


def person(token: "Token", scene: Scene) -> None:
    """Replace he, she, his or her, or mark it."""
    if _is_owner(scene.owner_beside(token), token, scene):
        return
    chosen = None if signs.may_be_receiver(token) else _whom(token, HE_SHE[token.lower_], scene)
    if chosen is None:
        scene.unknown(token, "unresolved-pronoun")
        scene.discourse.lost[HE_SHE[token.lower_]] = scene.sentence
        return
    say(token, chosen, scene)


def _is_owner(mention: Mention | None, token: "Token", scene: Scene) -> bool:
    """Return whether the phrase of his or her tells whose: "Mill and his wife"."""
    if mention is None:
        return False
    one = scene.reading.sent.doc[mention.token].tag_ not in ("NNS", "NNPS")
    person = mention.type in (PhraseType.PERSON, PhraseType.UNKNOWN)
    return one and person and _may_be(mention, HE_SHE[token.lower_], scene)


def _whom(token: "Token", gender: str, scene: Scene) -> Mention | None:
    bound = scene.binder(token)
    if bound is not None and not bound.plural and bound.type is PhraseType.PERSON and _may_be(bound, gender, scene):
        return None if not bound.proper and _named_before(bound, scene) else bound
    candidates = [m for m in scene.recent(_WINDOW) if m.type is PhraseType.PERSON and not m.plural]
    own = None if token.tag_ == "PRP$" or token.dep_ in SUBJECTS else scene.own_subject(token)
    candidates = [m for m in candidates if m != own and _may_be(m, gender, scene)]
    if _is_protagonist(token, candidates, gender, scene):
        return _person(scene)
    chosen = sole(candidates) or sole([m for m in candidates if m.subject and scene.near(m)])
    if not candidates:
        chosen = _unknown_name(scene)
    if chosen is None or not chosen.proper or _is_somebody_else(chosen, gender, scene):
        return None
    if not _certain(chosen, candidates, gender, scene):
        return None
    scene.discourse.genders.setdefault(chosen.text, gender)
    return chosen


def _is_another_near(name: str, gender: str, token: "Token", scene: Scene) -> bool:
    """Return whether somebody else was named just now, and the person whom the text is about was not."""
    own = None if token.tag_ == "PRP$" or token.dep_ in SUBJECTS else scene.own_subject(token)
    recent = [m for m in scene.recent(_WINDOW) if m.named and not m.plural and m != own]
    others = [m for m in recent if m.text not in name and _is_person(m, scene) and _may_be(m, gender, scene)]
    since = max((m.sentence for m in recent if m.text == name), default=-1)
    inside = (m for m in others if m.type is PhraseType.UNKNOWN)
    return any(m.sentence > since for m in others) or any(m.sentence == scene.sentence for m in inside)


def _is_person(mention: Mention, scene: Scene) -> bool:
    perhaps = mention.type is PhraseType.UNKNOWN and was_person(mention, scene)
    return mention.type is PhraseType.PERSON or perhaps


def _named_before(mention: Mention, scene: Scene) -> bool:
    """Return whether the sentence names somebody before "a leader", who may be that leader."""
    return any(m.proper and m.type is PhraseType.PERSON and m.token < mention.token for m in scene.mentions)


def _is_somebody_else(chosen: Mention, gender: str, scene: Scene) -> bool:
    """Return whether just now he or she was somebody whom nobody knew, and the one chosen did nothing since."""
    lost = scene.discourse.lost.get(gender)
    return lost is not None and scene.sentence - lost <= _MEMORY and not (chosen.subject and chosen.sentence >= lost)


def _may_be(mention: Mention, gender: str, scene: Scene) -> bool:
    return _gender(mention, scene) in ("", gender)


def _gender(mention: Mention, scene: Scene) -> str:
    """Return the gender of a person: a husband is a man, whosever name stands before him."""
    if mention.head in words("names", "female_nouns"):
        return "f"
    return "m" if mention.head in words("names", "male_nouns") else scene.discourse.gender_of(mention.text)


def _is_protagonist(token: "Token", candidates: list[Mention], gender: str, scene: Scene) -> bool:
    """Return whether the person whom a biography is about is meant: nobody else acts nearby."""
    discourse = scene.discourse
    name = discourse.protagonist()
    if not name or discourse.gender_of(name) not in (gender, ""):
        return False
    if _is_another_near(name, gender, token, scene):
        return False
    others = [m for m in candidates if m.text != name and m.sentence >= scene.sentence - 1]
    return not any(
        m.subject or (m.proper and _gender(m, scene) == gender and m.sentence == scene.sentence) for m in others
    )


def _unknown_name(scene: Scene) -> Mention | None:
    """Return the one name nearby of which the tagger did not see that it is a person's."""
    near = [m for m in [*scene.recent(_WINDOW), *scene.discourse.obscure, *scene.obscure] if not m.plural]
    if any(m.type is PhraseType.PERSON for m in near):
        return None
    nameless = [m for m in near if m.named and m.type in (PhraseType.UNKNOWN, PhraseType.THING)]
    inside = [m for m in nameless if m.sentence == scene.sentence]
    found = sole(inside if inside and inside[0].subject else nameless)
    entity = _entity(found, scene) if found is not None else None
    tagged = entity is not None and bool(entity.votes) and not entity.classes
    return found if found is not None and tagged and found.type is PhraseType.UNKNOWN else None


def _entity(mention: Mention, scene: Scene) -> Entity | None:
    """Return the entity of a name, or that of its last word, where the tagger saw no more."""
    return scene.discourse.find(mention.text) or scene.discourse.find(mention.text.split()[-1])


def _perhaps_people(scene: Scene) -> list[Mention]:
    """Return the names nearby that may be a person's."""
    unknown = [m for m in scene.recent(1) if m.type is PhraseType.UNKNOWN and m.named]
    return [m for m in unknown if m.core or " " in m.text or was_person(m, scene)]


def was_person(mention: Mention, scene: Scene) -> bool:
    """Return whether the tagger took a name for a person's at least once."""
    entity = _entity(mention, scene)
    return entity is not None and entity.votes[PhraseType.PERSON] > 0


def _certain(chosen: Mention, candidates: list[Mention], gender: str, scene: Scene) -> bool:
    rivals = [m for m in [*candidates, *_perhaps_people(scene)] if m.text != chosen.text]
    if rivals and _gender(chosen, scene) != gender:
        return False
    return all(_gender(r, scene) not in (("", gender) if r.named else (gender,)) for r in rivals)


def say(token: "Token", mention: Mention, scene: Scene) -> None:
    """Replace a pronoun by a mention and remember it; mark it where the mention is too long or only some of a kind."""
    possessive = token.tag_ == "PRP$" or (token.lower_ in ("his", "hers", "its", "their") and token.dep_ == "poss")
    said = mention.text.split()
    far = mention.sentence != scene.sentence
    some = not possessive and (said[0].lower() in (_SOME if far else _NOT_THESE) or (far and _is_counted(said)))
    some = some or any(mark in mention.text for mark in '"“”') or (far and "own" in said)
    if (possessive and len(said) > 3 and not mention.named) or len(said) > _LONGEST or some:
        if scene.binder(token) != mention:  # its subject stands before it anyway
            scene.unknown(token, "unresolved-pronoun")
        return
    text = possessive_of(mention.text, plural=mention.plural) if possessive else mention.text
    scene.reading.replace[token.i] = text
    scene.said.append((token, mention.text))
    if token.dep_ in SUBJECTS or not possessive:
        same = {"plural": mention.plural, "proper": mention.proper, "named": mention.named}
        scene.mentions.append(scene.mention(token, mention.text, mention.type, head=mention.head, **same))


def _is_counted(said: list[str]) -> bool:
    """Return whether a phrase means a number of people or things that nobody can know: "more than 300 people"."""
    first = said[0].lower()
    return first[0].isdigit() or first in words("references", "counts")


def _person(scene: Scene) -> Mention:
    name = scene.discourse.protagonist()
    return Mention(
        text=name,
        head=name.split()[-1].lower(),
        type=PhraseType.PERSON,
        sentence=scene.sentence,
        paragraph=scene.paragraph,
        subject=True,
        plural=False,
        proper=True,
        named=True,
    )


def sole(mentions: list[Mention]) -> Mention | None:
    """Return the last mention if all are of the same thing."""
    return mentions[-1] if len({m.text for m in mentions}) == 1 else None


def possessive_of(name: str, *, plural: bool = False) -> str:
    """Return the possessive of a name: China → China's, the Greeks → the Greeks'."""
    return name + ("'" if plural and name.endswith("s") else "'s")
