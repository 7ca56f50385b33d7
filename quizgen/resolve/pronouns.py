"""What "she", "its", "they" and "that of" stand for, where one reading is left."""

from typing import TYPE_CHECKING

from quizgen.lexicon import words
from quizgen.model import PhraseType
from quizgen.resolve import signs
from quizgen.resolve.discourse import Entity, Mention
from quizgen.resolve.scene import Scene
from quizgen.syntax.clauses import SUBJECTS
from quizgen.syntax.phrases import is_plural

if TYPE_CHECKING:
    from spacy.tokens import Token

HE_SHE = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
IT = frozenset({"it", "its"})
THEY = frozenset({"they", "them", "their"})
_WINDOW = 2
_MEMORY = 4  # sentences in which an unknown "he" may come back
_LONGEST = 7  # words that a pronoun is replaced by
_SOME = frozenset("some any no many few several most each every another both".split())  # "they" are not some again
_PLACES = frozenset({PhraseType.PLACE, PhraseType.COUNTRY, PhraseType.CELESTIAL})
_GROUPS = frozenset({PhraseType.PERSON, PhraseType.PEOPLE, PhraseType.ORGANISATION, PhraseType.COUNTRY})


def person(token: "Token", scene: Scene) -> None:
    """Replace he, she, his or her, or mark it."""
    if _is_owner(scene.owner_beside(token), token, scene):
        return
    chosen = None if signs.may_be_receiver(token) else _whom(token, HE_SHE[token.lower_], scene)
    if chosen is None:
        scene.unknown(token, "unresolved-pronoun")
        scene.discourse.lost[HE_SHE[token.lower_]] = scene.sentence
        return
    _say(token, chosen, scene)


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
    chosen = _sole(candidates) or _sole([m for m in candidates if m.subject and scene.near(m)])
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
    perhaps = mention.type is PhraseType.UNKNOWN and _was_person(mention, scene)
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
    found = _sole(inside if inside and inside[0].subject else nameless)
    entity = _entity(found, scene) if found is not None else None
    tagged = entity is not None and bool(entity.votes) and not entity.classes
    return found if found is not None and tagged and found.type is PhraseType.UNKNOWN else None


def _entity(mention: Mention, scene: Scene) -> Entity | None:
    """Return the entity of a name, or that of its last word, where the tagger saw no more."""
    return scene.discourse.find(mention.text) or scene.discourse.find(mention.text.split()[-1])


def _perhaps_people(scene: Scene) -> list[Mention]:
    """Return the names nearby that may be a person's."""
    unknown = [m for m in scene.recent(1) if m.type is PhraseType.UNKNOWN and m.named]
    return [m for m in unknown if m.core or " " in m.text or _was_person(m, scene)]


def _was_person(mention: Mention, scene: Scene) -> bool:
    entity = _entity(mention, scene)
    return entity is not None and entity.votes[PhraseType.PERSON] > 0


def _certain(chosen: Mention, candidates: list[Mention], gender: str, scene: Scene) -> bool:
    rivals = [m for m in [*candidates, *_perhaps_people(scene)] if m.text != chosen.text]
    if rivals and _gender(chosen, scene) != gender:
        return False
    return all(_gender(r, scene) not in (("", gender) if r.named else (gender,)) for r in rivals)


def thing(token: "Token", scene: Scene) -> None:
    """Replace it, its, they or their, or mark it."""
    plural = token.lower_ in THEY
    if token.lower_ == "it" and signs.is_expletive(token):
        scene.unknown(token, "expletive")
        return
    if token.tag_ == "PRP$" and _is_told(token, plural, scene):
        return
    found = scene.binder(token)
    if scene.unclear(THEY if plural else IT) or (found is not None and signs.is_controlled(token)):
        found = None
    elif found is None or not _fits(found, plural):
        found = _continued(token, plural, scene)
    doubtful = found is not None and found.type is PhraseType.UNKNOWN and not plural and _was_person(found, scene)
    if found is None or doubtful:
        scene.unknown(token, "unresolved-pronoun")
        return
    _say(token, found, scene)


def _is_told(token: "Token", plural: bool, scene: Scene) -> bool:
    """Return whether the phrase of a possessive tells what it means, so that it may stay in it."""
    beside = scene.owner_beside(token)
    if beside is not None:
        several = scene.reading.sent.doc[beside.token].tag_ in ("NNS", "NNPS")
        return several == plural and (plural or beside.type is not PhraseType.PERSON)
    return any(m is not None and _fits(m, plural) for m in map(scene.at, signs.nouns_between(token)))


def _continued(token: "Token", plural: bool, scene: Scene) -> Mention | None:
    """Return the subject that a pronoun continues, where nothing else can be meant."""
    if token.tag_ == "PRP$":
        return _owner(token, plural, scene)
    if token.dep_ not in SUBJECTS:
        return _only_one(token, plural, scene) or _topic(token, plural, scene)
    if signs.looks_ahead(token, plural=plural):
        return None
    inside = [m for m in scene.mentions if m.subject]
    if inside:
        rivals = [m for m in scene.mentions if _fits(m, plural) and (_acts(m, scene) or (m.core and m.named))]
        sole = len({m.text for m in rivals}) == 1
        certain = sole and inside[-1].proper and _fits(inside[-1], plural)
        return inside[-1] if certain else _only_one(token, plural, scene)
    if any(m.core for m in [*scene.mentions, *scene.obscure]):
        return _only_one(token, plural, scene)
    return _subject_before(token, plural, scene) or _object_before(token, plural, scene)


def _acts(mention: Mention, scene: Scene) -> bool:
    return mention.subject or scene.reading.sent.doc[mention.token].dep_ in SUBJECTS


def _owner(token: "Token", plural: bool, scene: Scene) -> Mention | None:
    """Return what "its" at the beginning continues, or the one subject before in "X was known, but its cause …"."""
    if not scene.mentions:
        return _subject_before(token, plural, scene)
    inside = [m for m in scene.mentions if m.subject]
    noun = token.head
    if len(inside) != 1 or noun.dep_ not in SUBJECTS or noun.head.dep_ != "conj" or not _fits(inside[0], plural):
        return None
    others = [m for m in [*scene.mentions, *scene.obscure] if m != inside[0] and _fits(m, plural)]
    return None if any(m.core or _is_introduced(m) for m in others) else inside[0]


def _subject_before(token: "Token", plural: bool, scene: Scene) -> Mention | None:
    """Return the subject of the sentence before, if that sentence brings in nothing else that could be meant."""
    before = scene.before()
    subjects = [m for m in before if m.subject]
    fitting = [m for m in subjects if _fits(m, plural)]
    if len({m.text for m in fitting}) != 1 or fitting[0] not in (subjects[0], subjects[-1]):
        return None
    if subjects[0] != fitting[0] and any(m.type in _GROUPS for m in subjects):
        return None
    others = [m for m in [*before, *scene.discourse.obscure] if not m.subject and _fits(m, plural)]
    undergoes = plural and (token.dep_ == "nsubjpass" or token.head.lemma_ == "be")
    topic = scene.discourse.is_topic(fitting[0].text)
    acts = token.head.lemma_ in words("references", "agency") and _is_mere_thing(fitting[0])
    if acts and any(m.type in _GROUPS or m.named for m in others):
        return None
    if _has_owner(fitting[0], others):
        return None
    rivals = (m for m in others if _is_rival(m, fitting[0]) or (m.core and (undergoes or not (m.text or topic))))
    return None if any(rivals) else fitting[0]


def _is_mere_thing(mention: Mention) -> bool:
    return not mention.named and mention.type not in _GROUPS


def _object_before(token: "Token", plural: bool, scene: Scene) -> Mention | None:
    """Return the one thing with a name that somebody did something to: "Mill and his wife founded Alba. It …"."""
    if plural or any(c.dep_ == "attr" for c in token.head.children) or token.head.lemma_ in signs.HAPPENING:
        return None
    before = scene.before()
    subjects = [m for m in before if m.subject]
    found = _sole([m for m in [*before, *scene.discourse.obscure] if _fits(m, plural)])
    if not subjects or found is None or not found.named or not found.core:
        return None
    return found if all(m.type is PhraseType.PERSON or m.plural for m in subjects) else None


def _topic(token: "Token", plural: bool, scene: Scene) -> Mention | None:
    """Return what the document is about, if the sentence before spoke of it and this one of nothing like it."""
    if token.lower_ != "it" or len([m for m in scene.mentions if _fits(m, plural)]) > 1:
        return None
    own = scene.own_subject(token)
    if own is None or any(m.text != own.text for m in scene.mentions if _fits(m, plural)):
        return None
    found = _subject_before(token, plural, scene)
    return found if found is not None and scene.discourse.is_topic(found.text) and found.text != own.text else None


def _only_one(token: "Token", plural: bool, scene: Scene) -> Mention | None:
    """Return the one thing in the sentence that a pronoun can mean; the subject of its own clause is not meant."""
    subject = signs.clause_subject(signs.verb_above(token))
    own = subject.i if subject is not None and subject != token else -1
    if any(m.core and _fits(m, plural) and m.token != own and not _is_ground(m) for m in scene.obscure):
        return None
    owned = next((m.text for m in scene.mentions if m.token == own), "")
    around = {t.i for t in token.ancestors}
    meant = [m for m in scene.mentions if _fits(m, plural) and m.type is not PhraseType.PERSON]
    fitting = {m.text: m for m in meant if m.core and m.text != owned and m.token not in around}
    if token.dep_ in SUBJECTS:
        doc = scene.reading.sent.doc
        fitting = {text: m for text, m in fitting.items() if not _is_ground(m)}
        fitting = {text: m for text, m in fitting.items() if not signs.is_object_of_own_deed(token, doc[m.token])}
    found = next(iter(fitting.values())) if len(fitting) == 1 else None
    if found is not None and _has_owner(found, meant):
        return None
    if found is None or (token.dep_ in SUBJECTS and not signs.is_nested(token.head)):
        return found
    later = (m for m in meant if m.token > found.token and m.text != owned)
    if any(_has_article(m) or (m.named and m.type not in _PLACES) for m in later):
        return None
    if token.dep_ in SUBJECTS:
        return found
    if token.dep_ == "pobj" and found.token == token.head.i - 1:
        return None  # "the material in it", wherever "in" is attached
    others = (m for m in meant if m.named and m.text not in (owned, found.text))
    return None if any(m.type not in _PLACES or found.type in _PLACES for m in others) else found


def _has_owner(mention: Mention, others: list[Mention]) -> bool:
    """Return whether the owner of a thing may be meant too: "the court's duty"."""
    names = (m.text for m in others if m.named and m.type is not PhraseType.PERSON)
    return any(mention.text.startswith((f"{name}'s ", f"{name}’s ")) for name in names)


def _is_ground(mention: Mention) -> bool:
    """Return whether a noun only tells how far something came: magma reaches the surface."""
    return mention.head in words("references", "grounds") and not mention.subject


def _fits(mention: Mention, plural: bool) -> bool:
    if plural:
        return mention.plural and mention.text.split(" ")[-1].lower() not in words("references", "sciences")
    return not mention.plural and mention.type not in (PhraseType.PERSON, PhraseType.DATE)


def _is_introduced(mention: Mention) -> bool:
    return mention.named or _has_article(mention)


def _has_article(mention: Mention) -> bool:
    return mention.text.split(" ")[0] in ("a", "an", "another", "one")


def _is_rival(mention: Mention, subject: Mention) -> bool:
    """Return whether "it" may mean an object instead: one that the sentence brings in, or one of the subject's sort."""
    people = mention.plural and mention.type in (PhraseType.PERSON, PhraseType.PEOPLE)
    return (mention.core and _is_introduced(mention)) or ((mention.proper or people) and mention.type is subject.type)


def _say(token: "Token", mention: Mention, scene: Scene) -> None:
    possessive = token.tag_ == "PRP$" or (token.lower_ in ("his", "hers", "its", "their") and token.dep_ == "poss")
    said = mention.text.split()
    some = not possessive and (said[0].lower() in _SOME or (mention.sentence != scene.sentence and _is_counted(said)))
    some = some or any(mark in mention.text for mark in '"“”')
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


def demonstrative(token: "Token", scene: Scene) -> None:
    """Spell out "that of the Sun" after "the luminosity of Sirius"; mark every other this and that."""
    noun = _compared(token)
    if noun is None or noun.i in scene.reading.unresolved or is_plural(noun) != (token.lower_ == "those"):
        scene.unknown(token, "unresolved-pronoun")
        return
    before = (c for c in noun.lefts if c.dep_ in ("compound", "amod") and c.i == noun.i - 1)
    kept = (c for c in before if c.tag_ not in ("JJS", "JJR"))
    scene.reading.replace[token.i] = " ".join(["the", *(t.text for t in kept), noun.text])


def _compared(token: "Token") -> "Token | None":
    """Return the subject whose noun "that of" repeats: it is of something itself."""
    if token.lower_ not in ("that", "those") or not any(c.lower_ == "of" and c.dep_ == "prep" for c in token.children):
        return None
    subject = signs.clause_subject(signs.verb_above(token))
    if subject is None or subject.i > token.i or subject.pos_ != "NOUN":
        return None
    owned = any(c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ == "of") for c in subject.children)
    return subject if owned or any(c.tag_ == "JJS" or c.lower_ == "most" for c in subject.children) else None


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


def _sole(mentions: list[Mention]) -> Mention | None:
    return mentions[-1] if len({m.text for m in mentions}) == 1 else None


def possessive_of(name: str, *, plural: bool = False) -> str:
    """Return the possessive of a name: China → China's, the Greeks → the Greeks'."""
    return name + ("'" if plural and name.endswith("s") else "'s")
