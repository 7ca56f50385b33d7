"""Whom he and she mean: the person whom the text is about, or the one other who was just spoken of."""

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen import lexicon, lists
from quizgen.lexicon import words
from quizgen.model import PhraseType
from quizgen.resolve import barred, continuity, ships, signs, strangers
from quizgen.resolve.cast import HE_SHE
from quizgen.resolve.discourse import Mention
from quizgen.resolve.pronouns import bare, entity_of, named, say, sole, was_person
from quizgen.resolve.scene import Scene
from quizgen.syntax.beside import after
from quizgen.syntax.clauses import SUBJECTS
from quizgen.syntax.names import name_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_WINDOW = 2
_NAMELESS = frozenset({PhraseType.UNKNOWN, PhraseType.THING})
_AFTER_DEATH = frozenset("be bequeath bury commemorate cremate have honour leave lie mourn remember succeed".split())
_SOLE = frozenset("father husband mother widow widower wife".split())
_YOUTH = frozenset("apprentice attend educate orphan raise school".split())
_OTHER = {"f": "m", "m": "f"}
_LOCATIVE = frozenset({"at", "from", "in", "near", "off"})
_MEMORY = 4  # sentences in which an unknown "he" may come back


def person(token: "Token", scene: Scene) -> None:
    """Replace he, she, his or her, or mark it."""
    gender = HE_SHE[token.lower_]
    if ships.is_told_of(token, scene):
        ship = ships.vessel(scene)
        scene.unknown(token, "unresolved-pronoun") if ship is None else say(token, ship, scene)
        return
    if _is_owner(scene.owner_beside(token), gender, scene):
        return
    if strangers.is_owner(token, gender, scene):
        return
    if token.tag_ == "PRP$" and signs.is_naming(token.head):
        scene.unknown(token, "unresolved-pronoun")  # "Her name was Ida Holm" says nothing of Ida Holm
        return
    receives = signs.may_be_receiver(token) and not _is_own(token, gender, scene)
    if receives or signs.may_be_appointed(token) or signs.is_quoted(token):
        scene.unknown(token, "unresolved-pronoun")
        if receives:
            scene.discourse.lost[gender] = scene.sentence
        return
    chosen = _whom(token, gender, scene)
    if chosen is None or barred.is_beside_itself(token, chosen, scene) or barred.is_passed_over(token, chosen, scene):
        scene.unknown(token, "unresolved-pronoun")
        scene.discourse.lost[gender] = scene.sentence
        return
    say(token, replace(chosen, text=bare(chosen.text)), scene)


def _ahead(token: "Token", gender: str, scene: Scene) -> Mention | None:
    """Return the person who follows as the subject: "In his later work Smith turned to …"."""
    verb = signs.verb_above(token)
    if verb.dep_ == "advcl" and verb.head.i > verb.i:
        verb = verb.head
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is None or subject.i < token.i or subject.pos_ != "PROPN" or subject.is_ancestor(token):
        return None
    if token.tag_ == "PRP$" and token.head.lemma_ in words("names", "afterlife"):
        return None
    if any(_is_person(m, scene, unknown=True) and not m.plural for m in scene.mentions):
        return None
    name = scene.discourse.full_name(name_of(subject)) or name_of(subject)
    known = scene.discourse.type_of(name)[0] is PhraseType.PERSON and scene.discourse.gender_of(name) == gender
    return named(name, scene) if known else None


def _is_own(token: "Token", gender: str, scene: Scene) -> bool:
    """Return whether a woman does something with what is hers, and no other woman is near: "she sold her books"."""
    own = scene.binder(token)
    known = own is not None and own.named and _is_person(own, scene) and _gender(own, scene) == gender
    return known and not any(m.text != own.text for m in _others(token, gender, scene) if own is not None)


def _is_owner(mention: Mention | None, gender: str, scene: Scene) -> bool:
    """Return whether the phrase of his or her tells whose: "Mill and his wife"."""
    if mention is None:
        return False
    one = scene.reading.sent.doc[mention.token].tag_ not in ("NNS", "NNPS")
    return one and _is_person(mention, scene, unknown=True) and _may_be(mention, gender, scene)


def _whom(token: "Token", gender: str, scene: Scene) -> Mention | None:
    bound = scene.binder(token)
    if bound is not None and not bound.plural and _is_person(bound, scene) and _may_be(bound, gender, scene):
        return _owner(bound, token, gender, scene)
    ahead = _ahead(token, gender, scene)
    if ahead is not None:
        return ahead
    others = _others(token, gender, scene)
    if not _is_about(token, gender, scene):
        return _somebody(token, others, gender, scene)
    if _is_undisputed(token, others, gender, scene):
        return named(scene.discourse.cast.protagonist(), scene)
    return _newcomer(token, others, gender, scene)


def _is_person(mention: Mention, scene: Scene, *, unknown: bool = False) -> bool:
    perhaps = mention.type is PhraseType.UNKNOWN and (unknown or was_person(mention, scene))
    return mention.type is PhraseType.PERSON or (perhaps and (unknown or mention.named))


def _owner(bound: Mention, token: "Token", gender: str, scene: Scene) -> Mention | None:
    """Return the subject whose something is, unless it may be that of a person named before."""
    if not bound.proper:
        before = [m for m in scene.mentions if m.token < bound.token]
        if bound.text.startswith(("a ", "an ")) and token.head.dep_ == "pobj":
            before += [m for m in scene.before() if m.subject and not m.plural and _may_be(m, gender, scene)]
        rivals_ = (m for m in before if m.proper and m.type is PhraseType.PERSON)
        return None if any(_may_be(m, gender, scene) for m in rivals_) else bound
    hero = scene.discourse.cast.protagonist()
    if scene.discourse.cast.is_protagonist(bound.text) or not _is_about(token, gender, scene):
        return bound
    titled = hero.split()[-1] in scene.discourse.cast.title
    unknown = titled and not _gender(bound, scene)  # "Reed read her thesis" in the life of a woman
    new = titled and scene.discourse.spoken.get(bound.text, -1) < scene.sentence - 1
    helper = (
        new and _gender(bound, scene) == gender and scene.discourse.spoken.get(hero, -1) >= scene.sentence - _WINDOW
    )
    own = after(token) == "own"
    if own or (signs.verb_above(token).dep_ != "relcl" and not _is_here(scene) and not unknown and not helper):
        return bound
    scene.discourse.spoken[hero] = scene.sentence
    return None


def _may_be(mention: Mention, gender: str, scene: Scene) -> bool:
    return _gender(mention, scene) in ("", gender)


def _gender(mention: Mention, scene: Scene) -> str:
    """Return the gender of a person: a husband is a man, whosever name stands before him."""
    for letter, kind in (("f", "female_nouns"), ("m", "male_nouns")):
        if mention.head in words("names", kind):
            return letter
    return scene.discourse.gender_of(bare(mention.text)) if mention.proper else ""


def _is_called(gender: str, noun: str) -> bool:
    return noun in words("names", "female_nouns" if gender == "f" else "male_nouns")


def _others(token: "Token", gender: str, scene: Scene) -> list[Mention]:
    """Return the persons nearby whom a pronoun may mean, the one whom the text is about put aside."""
    cast, own = scene.discourse.cast, _disjoint(token, scene)
    near = (m for m in scene.recent(_WINDOW) if not m.plural and _is_person(m, scene))
    near = (m for m in near if own is None or m.text != own.text)
    doc = scene.reading.sent.doc
    near = (m for m in near if m.sentence < scene.sentence or not signs.is_said_before(doc[m.token], token))
    near = (m for m in near if not _is_dead(m, token, scene) and not _is_grown_up(m, token, cast.protagonist()))
    return [m for m in near if not cast.is_protagonist(m.text) and _may_be(m, gender, scene)]


def _is_dead(mention: Mention, token: "Token", scene: Scene) -> bool:
    """Return whether somebody who died in a sentence before cannot be the one who acts now."""
    died = scene.discourse.dead.get(mention.text, scene.sentence)
    if died == scene.sentence or token.dep_ not in SUBJECTS or token.head.lemma_ in _AFTER_DEATH:
        return False
    return not any(c.lower_ == "had" for c in token.head.lefts)


def _is_grown_up(mention: Mention, token: "Token", hero: str) -> bool:
    """Return whether a parent was told of, and now of somebody's childhood: "His father sold hats. He grew up in …"."""
    particles = {c.lower_ for c in token.head.rights}
    young = token.head.lemma_ in _YOUTH or (token.head.lemma_ in ("bring", "grow") and "up" in particles)
    return young and token.dep_ in SUBJECTS and mention.text in (f"{hero}'s father", f"{hero}'s mother")


def _disjoint(token: "Token", scene: Scene) -> Mention | None:
    """Return the subject that an object cannot mean: "Smith asked him", "Smith ordered him to leave"."""
    if token.tag_ == "PRP$":
        return scene.own_subject(token) if signs.is_of_another(token) else None
    if token.dep_ in SUBJECTS:
        ordered = token.lower_ in ("him", "her") and token.head.head != token.head
        return scene.at(signs.clause_subject(token.head.head)) if ordered else None
    return None if signs.is_companion(token) else scene.own_subject(token)


# the one whom the text is about


def _is_about(token: "Token", gender: str, scene: Scene) -> bool:
    """Return whether the person whom the text is about can be meant."""
    discourse = scene.discourse
    name = discourse.cast.protagonist()
    if not name or discourse.gender_of(name) not in (gender, ""):
        return False
    own = _disjoint(token, scene)
    known = name.split()[-1] in discourse.cast.title or name in discourse.spoken or _is_here(scene)
    return known and (own is None or not discourse.cast.is_protagonist(own.text))


def _is_here(scene: Scene) -> bool:
    """Return whether the sentence spoke of the person whom the text is about."""
    return any(scene.discourse.cast.is_protagonist(text) for text in scene.spoken())


def _is_undisputed(token: "Token", others: list[Mention], gender: str, scene: Scene) -> bool:
    """Return whether nobody else can be meant: nobody in the sentence so far, nor the subject of the one before."""
    inside = [m for m in others if m.sentence == scene.sentence]
    if any(m.acts and not m.plural and _is_called(gender, m.head) for m in scene.obscure):
        return False  # "were upset when the mother left and calm when she came back"
    if not all(_is_outranked(m, token, gender, scene) for m in inside):
        return False
    if others and scene.discourse.lost.get(gender) == scene.sentence:
        return False
    if _is_here(scene):
        return True
    if continuity.goes_on(token, scene):
        return True
    before = [m for m in others if m.sentence == scene.sentence - 1]
    kin = words("names", "kin")
    returns = _is_dated(token, scene) or (token.tag_ == "PRP$" and token.head.lemma_ in kin)
    if any(m.subject and not (returns and (m.head in kin or not m.named or not _gender(m, scene))) for m in before):
        return False
    since = scene.discourse.spoken.get(scene.discourse.cast.protagonist(), -1)
    if since >= scene.sentence - 1:
        return True
    if continuity.is_new_paragraph(scene):
        return True
    lost = scene.discourse.lost.get(gender, -1) > since and any(m.named and m.core for m in others)
    return not lost and not any(m.named and m.core and not m.nested and _gender(m, scene) == gender for m in before)


def _is_dated(token: "Token", scene: Scene) -> bool:
    """Return whether a sentence begins with a time or an age: "In 1547 he …" takes up the story again."""
    first = scene.reading.sent[0]
    if any(time.start <= first.i + 1 and time.end <= token.i for time in scene.reading.times):
        return True
    if first.lower_ not in ("at", "aged", "by") or first.i + 3 >= token.i:
        return first.lower_ in ("at", "aged", "by") and first.i + 1 < token.i and first.nbor(1).pos_ == "NUM"
    return first.nbor(1).pos_ == "NUM" or (first.nbor(1).lower_ == "the" and first.nbor(2).lower_ == "age")


def _is_outranked(rival: Mention, token: "Token", gender: str, scene: Scene) -> bool:
    """Return whether a pronoun rather means whom the text is about than a person named before it in the sentence."""
    doc = scene.reading.sent.doc
    acts = doc[rival.token].dep_ in SUBJECTS
    if token.tag_ == "PRP$" and token.head.lemma_ in words("names", "kin") and continuity.is_kin_of_hero(rival, scene):
        return True  # "His father was a smith; his mother …"
    if not rival.named or rival.type is PhraseType.UNKNOWN:
        return not acts or (rival.nested and not rival.proper and token.dep_ in SUBJECTS and signs.is_main(token.head))
    if acts or token.dep_ not in SUBJECTS or not signs.is_main(token.head):
        return False
    subjects = [m for m in scene.mentions if m.subject]
    leads = bool(subjects) and all(scene.discourse.cast.is_protagonist(m.text) for m in subjects)
    return leads or token.head.is_ancestor(doc[rival.token])


def _newcomer(token: "Token", others: list[Mention], gender: str, scene: Scene) -> Mention | None:
    """Return the one other person who acts here or acted just before, while the text turned away from its subject."""
    since = scene.discourse.spoken.get(scene.discourse.cast.protagonist(), -1)
    found = sole([m for m in others if m.sentence >= scene.sentence - 1])
    if token.dep_ not in SUBJECTS or any(m.subject and m != found for m in scene.mentions):
        return None
    if found is None or _is_here(scene) or since >= scene.sentence - 1 or not found.subject:
        return None
    if scene.discourse.lost.get(gender, -1) >= scene.sentence - 1:
        return None
    return found if found.named and _gender(found, scene) == gender else None


# anybody else


def _somebody(token: "Token", candidates: list[Mention], gender: str, scene: Scene) -> Mention | None:
    """Return the one person who was just named, or the one who acts."""
    own = scene.binder(token)
    if own is not None and own.text[:1].isupper() and own.type in _NAMELESS and not own.plural:
        pronoun = scene.reading.sent.doc[own.token].pos_ == "PRON"
        return own if pronoun else None  # "Reed continued his work"
    people = [m for m in scene.before() if not m.plural and _is_person(m, scene) and not _is_whereabouts(m, scene)]
    maker = continuity.maker(_one([m for m in people if m.named]), scene)
    if maker is not None and _may_be(maker, gender, scene):
        scene.discourse.cast.genders.setdefault(maker.text, gender)
        return maker
    acting = _acting_name(scene)
    candidates = [m for m in candidates if m.type is PhraseType.PERSON and acting is None]
    candidates = _beyond_adjunct(candidates, token, scene) or candidates
    chosen = _leader(candidates, scene) or _one(candidates)
    latest = None if chosen is not None else _latest(candidates, gender, scene)
    chosen = chosen or latest
    if chosen is not None and (chosen.subject or latest):
        candidates = [m for m in candidates if m.sentence >= chosen.sentence]
    if not candidates:
        chosen = acting or _unknown_name(token, scene)
    if chosen is None or not _is_named(chosen) or _is_overshadowed(chosen, token, scene):
        return None
    if _is_somebody_else(chosen, gender, scene):
        return None
    if not _is_certain(chosen, continuity.beside(chosen, candidates, token, scene), gender, scene):
        return None
    scene.discourse.cast.genders.setdefault(chosen.text, gender)
    return chosen


def _is_named(mention: Mention) -> bool:
    """Return whether a mention has a name, if with what its bearer is before it: the scholar Ida Holm."""
    known = mention.proper and bare(mention.text) != mention.text
    return mention.named or known or (mention.subject and _is_relative(mention))


def _is_relative(mention: Mention) -> bool:
    """Return whether a mention is the one relative of somebody with a name: Ida Holm's father."""
    owner, mark, kin = mention.text.rpartition("'s ")
    return bool(mark) and kin == mention.head and kin in _SOLE and owner[:1].isupper()


def _one(mentions: list[Mention]) -> Mention | None:
    """Return the last mention if all are of one person, with or without an office and a home."""
    names = {_plain(m) for m in mentions}
    return next((m for m in reversed(mentions) if m.text in names), mentions[-1]) if len(names) == 1 else None


def _plain(mention: Mention) -> str:
    """Return a name without what stands around it: Professor Ida Holm of Graz → Ida Holm."""
    name = lexicon.untitled(mention.text).partition(" of ")[0]
    return name if lexicon.is_full_name(name) else mention.text


def _leader(candidates: list[Mention], scene: Scene) -> Mention | None:
    """Return the one person who acts in this sentence, or else in the one before."""
    acting = [m for m in candidates if m.subject and scene.near(m)]
    return _one([m for m in acting if m.sentence == scene.sentence] or acting)


def _beyond_adjunct(candidates: list[Mention], token: "Token", scene: Scene) -> list[Mention]:
    """Return the persons who may be a subject: not those who stand before it in its own clause, "With Smith he …"."""
    if token.dep_ not in SUBJECTS:
        return candidates
    doc, verb = scene.reading.sent.doc, token.head
    before = [c for c in verb.lefts if c.dep_ in ("ccomp", "parataxis")]  # "police caught Smith; he …"
    return [
        m
        for m in candidates
        if m.sentence != scene.sentence
        or not verb.is_ancestor(doc[m.token])
        or any(c.is_ancestor(doc[m.token]) for c in before)
    ]


def _latest(candidates: list[Mention], gender: str, scene: Scene) -> Mention | None:
    """Return the one person of the sentence before, where those spoken of earlier did not act."""
    found = _one([m for m in candidates if m.sentence >= scene.sentence - 1])
    if found is None or not _is_named(found) or _gender(found, scene) != gender:
        return None
    return None if any(m.subject and m.text != found.text for m in candidates) else found


def _unknown_name(token: "Token", scene: Scene) -> Mention | None:
    """Return the one name nearby of which the tagger did not see that it is a person's."""
    own = _disjoint(token, scene)
    near = [m for m in [*scene.recent(_WINDOW), *scene.discourse.obscure, *scene.obscure] if not m.plural]
    if any(m.type is PhraseType.PERSON for m in near):
        return None
    nameless = [m for m in near if m.named and m.type in _NAMELESS and not m.text.startswith("the ")]
    inside = [m for m in nameless if m.sentence == scene.sentence]
    found = sole(inside if inside and inside[0].subject else nameless)
    entity = entity_of(found, scene) if found is not None else None
    tagged = entity is not None and bool(entity.votes) and not entity.classes
    if found is None or not tagged or (own is not None and own.text == found.text) or _is_whereabouts(found, scene):
        return None
    stands = found.core or found.acts or found.sentence >= scene.sentence - 1 or was_person(found, scene)
    return found if found.type is PhraseType.UNKNOWN and stands else None


def _is_whereabouts(mention: Mention, scene: Scene) -> bool:
    """Return whether a name of the sentence tells where: "Built at Elm in 1871, she made the run"."""
    if mention.paragraph != scene.paragraph or mention.token < 0:
        return False
    noun = scene.reading.sent.doc[mention.token]
    return noun.dep_ == "pobj" and noun.head.lower_ in _LOCATIVE


def _acting_name(scene: Scene) -> Mention | None:
    """Return the one name that acts in the sentence before, where that has no other that may be a person's."""
    if scene.mentions or scene.obscure:
        return None
    named = [m for m in scene.before() if m.named and not m.plural and not m.text.startswith("the ")]
    found = sole([m for m in named if m.core or m.type in (PhraseType.UNKNOWN, PhraseType.PERSON)])
    if found is None or not found.subject or found.type is not PhraseType.UNKNOWN:
        return None
    entity = entity_of(found, scene)
    others = any(m.type is PhraseType.PERSON for m in scene.before()) or scene.unclear(frozenset(HE_SHE))
    return None if others or entity is None or entity.classes else found


def _is_overshadowed(chosen: Mention, token: "Token", scene: Scene) -> bool:
    """Return whether a sentence is about a name of which nobody knows whether it is a person's."""
    doc, own = scene.reading.sent.doc, _disjoint(token, scene)
    subjects = [m for m in scene.mentions if m.subject and m.named and not m.plural and m != own]
    unclear = [m for m in subjects if m.type in _NAMELESS]
    unclear += [m for m in scene.obscure if m.subject and doc[m.token].pos_ == "PROPN"]
    return bool(unclear) and not (chosen.subject and chosen.sentence == scene.sentence)


def _is_somebody_else(chosen: Mention, gender: str, scene: Scene) -> bool:
    """Return whether just now he or she was somebody whom nobody knew, and the one chosen did nothing since."""
    lost = scene.discourse.lost.get(gender)
    if lost is None or scene.sentence - lost > _MEMORY or (chosen.subject and chosen.sentence >= lost):
        return False
    if chosen.nested or chosen.sentence <= lost or chosen.sentence < scene.sentence - 1:
        return True
    acting = [m for m in scene.before() if m.subject and m.sentence == chosen.sentence]
    return not (chosen.core or (acting and all(_gender(m, scene) == _OTHER.get(gender) for m in acting)))


def _is_certain(chosen: Mention, candidates: list[Mention], gender: str, scene: Scene) -> bool:
    rivals = [m for m in candidates if _plain(m) != _plain(chosen)]
    if chosen.subject and chosen.sentence == scene.sentence - 1 and _is_titled(chosen):
        rivals = [m for m in rivals if m.sentence >= chosen.sentence or m.core]
    passed = chosen.sentence < scene.sentence - 1  # a whole sentence tells of something else
    if passed or not chosen.subject or _gender(chosen, scene) != gender:
        rivals += [m for m in _perhaps_people(scene, min(1, scene.sentence - chosen.sentence)) if m.text != chosen.text]
    if rivals and _gender(chosen, scene) != gender:
        return False
    return all(_gender(r, scene) not in (("", gender) if r.named else (gender,)) for r in rivals)


def _is_titled(mention: Mention) -> bool:
    """Return whether an office stands before a name: nobody else can be "he" if he alone acts."""
    return lexicon.untitled(mention.text) != mention.text


def _perhaps_people(scene: Scene, back: int) -> list[Mention]:
    """Return the names nearby that may be a person's."""
    unknown = [m for m in scene.recent(back) if m.type is PhraseType.UNKNOWN and m.named]
    unknown = [m for m in unknown if m.subject or not m.text.startswith("the ")]  # "the Treaty of Lund"
    unknown = [m for m in unknown if not _is_whereabouts(m, scene)]
    unknown = [m for m in unknown if "&" not in m.text and not lists.containing(m.text)]  # Islam
    return [m for m in unknown if m.core or " " in m.text or was_person(m, scene)]
