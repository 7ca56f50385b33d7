"""What "it", "its", "they" and "that of" stand for, where one reading is left."""

from typing import TYPE_CHECKING

from quizgen.lexicon import words
from quizgen.model import PhraseType
from quizgen.resolve import agreement, barred, couples, rivals, selection, signs, titles
from quizgen.resolve.discourse import Mention
from quizgen.resolve.expletives import is_expletive
from quizgen.resolve.pronouns import is_counted, is_mostly_person, possessive_of, say, sole, was_person
from quizgen.resolve.scene import Scene
from quizgen.syntax.beside import after
from quizgen.syntax.clauses import SUBJECTS
from quizgen.syntax.names import strip_article
from quizgen.syntax.phrases import is_plural

if TYPE_CHECKING:
    from spacy.tokens import Token

IT = frozenset({"it", "its"})
THEY = frozenset({"they", "them", "their"})
_THESE = frozenset({"these", "those"})  # what they are, "they" may be too
_POINTING = IT | {"this"}
_DEMONSTRATIVE = frozenset({"this", "that"})
_PLACES = frozenset({PhraseType.PLACE, PhraseType.COUNTRY, PhraseType.CELESTIAL})


def thing(token: "Token", scene: Scene) -> None:
    """Replace it, its, they or their, or mark it."""
    plural = token.lower_ in THEY
    if token.lower_ == "it" and is_expletive(token):
        scene.unknown(token, "expletive")
        return
    if token.tag_ == "PRP$" and _is_told(token, plural, scene):
        return
    if token.tag_ == "PRP$" and _may_look_ahead(token, plural, scene):
        scene.later.append(token)
        return
    titled = titles.classed(token, scene)
    if titled is not None:
        say(token, titled, scene)
        return
    found = scene.binder(token)
    disputed = found is not None and agreement.fits(found, plural) and rivals.dispute(token, found, plural, scene)
    if found is not None and (disputed or _may_be_of_topic(token, found, plural, scene)):
        scene.unknown(token, "unresolved-pronoun")
        return
    if _is_among(token):
        found = _last_plural(scene)
    elif scene.unclear(THEY if plural else IT) or (found is not None and signs.is_controlled(token)):
        found = None
    elif found is None or not agreement.fits(found, plural):
        found = None if plural and scene.unclear(_THESE) else _continued(token, plural, scene)
    if found is None or _is_doubtful(found, token, plural, scene) or barred.is_barred(token, found, plural, scene):
        scene.unknown(token, "unresolved-pronoun")
        return
    say(token, found, scene)


def _is_among(token: "Token") -> bool:
    """Return whether a phrase tells some of those just named: "twenty bridges were built, among them two in Rouen"."""
    return token.lower_ == "them" and token.head.lower_ == "among" and token.i > token.sent.start + 1


def _last_plural(scene: Scene) -> Mention | None:
    told = [m for m in [*scene.mentions, *scene.obscure] if agreement.fits(m, True)]
    last = max(told, key=lambda m: m.token, default=None)
    return last if last is not None and last.core and last.text else None


def _may_look_ahead(token: "Token", plural: bool, scene: Scene) -> bool:
    """Return whether a possessive before the subject can only mean it: "In its first year the club …"."""
    subject = signs.fronted_owner(token)
    around = {t.i for t in token.ancestors}
    if any(agreement.fits(m, plural) and m.token not in around for m in [*scene.mentions, *scene.obscure]):
        return False
    return subject is not None and is_plural(subject) == plural


def ahead(token: "Token", scene: Scene) -> None:
    """Replace a possessive by the subject behind it, or mark it."""
    subject = signs.fronted_owner(token)
    found = scene.at(subject)
    if found is None or not agreement.fits(found, token.lower_ in THEY):
        scene.unknown(token, "unresolved-pronoun")
        return
    say(token, found, scene)


def _may_be_of_topic(token: "Token", found: Mention, plural: bool, scene: Scene) -> bool:
    """Return whether an owner in a relative clause may be what the text is about: "a road that follows its shore"."""
    topic = scene.discourse.find(scene.discourse.lead)
    person = topic is not None and scene.discourse.type_of(topic.name)[0] is PhraseType.PERSON
    other = topic is not None and not person and strip_article(found.text) != strip_article(topic.name)
    return other and not plural and signs.is_relative(signs.verb_above(token))


def _is_doubtful(found: Mention, token: "Token", plural: bool, scene: Scene) -> bool:
    """Return whether a mention may be a person, stands outside of a quotation, or does what it cannot do."""
    if found.type is PhraseType.UNKNOWN and not plural and was_person(found, scene):
        certain = found.text.startswith("the ") or after(token) == "own"
        return not certain and not (found.subject and not is_mostly_person(found, scene))
    if not selection.suits(found, token, scene) or selection.is_of_others(token, found, scene):
        return True
    if found.sentence == scene.sentence and signs.is_quoted(token) and not signs.is_quoted(token.doc[found.token]):
        return True
    speaks = token.dep_ == "nsubj" and token.head.lemma_ in words("references", "speaking")
    return speaks and agreement.is_mere_thing(found)


def _is_told(token: "Token", plural: bool, scene: Scene) -> bool:
    """Return whether the phrase of a possessive tells what it means, so that it may stay in it."""
    beside = scene.owner_beside(token)
    if beside is not None:
        several = scene.reading.sent.doc[beside.token].tag_ in ("NNS", "NNPS")
        return several == plural and (plural or beside.type is not PhraseType.PERSON)
    return any(m is not None and agreement.fits(m, plural) for m in map(scene.at, signs.nouns_between(token)))


def _continued(token: "Token", plural: bool, scene: Scene) -> Mention | None:
    """Return the subject that a pronoun continues, where nothing else can be meant."""
    if token.tag_ == "PRP$":
        return _owner(token, plural, scene) or titles.meant(token, scene)
    if token.dep_ not in SUBJECTS:
        if signs.has_bare_subject(token):
            return None
        return _only_one(token, plural, scene) or _topic(token, plural, scene) or _acted_on(token, plural, scene)
    if signs.looks_ahead(token, plural=plural):
        return None
    both = couples.pair(token, scene) if plural else None
    if both is not None:
        return both
    inside = [m for m in scene.mentions if m.subject]
    if inside:
        if rivals.has_owner(inside[-1], scene.mentions) or rivals.is_owned(inside[-1], scene):
            return None
        acting = [m for m in scene.mentions if agreement.fits(m, plural) and (_acts(m, scene) or (m.core and m.named))]
        single = len({m.text for m in acting}) == 1
        hidden = any(agreement.fits(m, plural) and m.subject for m in scene.obscure)
        certain = single and not hidden and inside[-1].proper and agreement.fits(inside[-1], plural)
        return inside[-1] if certain else _only_one(token, plural, scene)
    inside = [m for m in scene.mentions if not signs.is_object_of_own_deed(token, scene.reading.sent.doc[m.token])]
    if any(m.core and not agreement.is_amount(m) for m in [*inside, *scene.obscure]):
        return _only_one(token, plural, scene)
    if signs.is_relative(token.head) or signs.has_bare_subject(token) or signs.is_degree(token.head):
        return None
    if signs.follows_colon(token) and any(agreement.fits(m, plural) for m in scene.mentions):
        return None
    found = _subject_before(token, plural, scene) or _object_before(token, plural, scene)
    sole_ = _sole_before(plural, scene) if found is None and plural else None
    passing = sole_ is not None and rivals.is_passing(token, sole_, [], scene)
    if sole_ is not None and (sole_.acts or is_counted(sole_)) and not passing:
        return sole_
    return found or titles.just_told(token, scene) or titles.meant(token, scene)


def _acts(mention: Mention, scene: Scene) -> bool:
    return mention.subject or scene.reading.sent.doc[mention.token].dep_ in SUBJECTS


def _owner(token: "Token", plural: bool, scene: Scene) -> Mention | None:
    """Return what "its" at the beginning continues, or what alone acts before it: "X was known, but its cause …"."""
    if rivals.opens(token, plural, scene):
        return _subject_before(token, plural, scene) or (None if plural else _sole_thing(scene))
    if signs.is_relative(signs.verb_above(token.head)) or not _is_anothers(token, plural, scene):
        return None
    around = {t.i for t in token.ancestors}
    everything = [m for m in [*scene.mentions, *scene.obscure] if agreement.fits(m, plural) and m.token not in around]
    acting = sole([m for m in everything if m.acts])
    found = acting or sole([m for m in everything if m.core])
    if found is None or not found.text or any(m.core and not m.text for m in everything):
        return None
    others = [m for m in everything if m.text != found.text]
    doc = scene.reading.sent.doc
    if any(doc[m.token].dep_ == "dative" for m in others):
        return None  # "gave the house a roof, cut its bills"
    return None if any((m.core and not acting) or agreement.is_introduced(m) for m in others) else found


def _sole_thing(scene: Scene) -> Mention | None:
    """Return the one thing that the sentence before names, in the life of a person: "he led the Holm Trust. Its …"."""
    if not scene.discourse.cast.protagonist() or not scene.discourse.loose.isdisjoint(IT):
        return None
    fitting = [
        m
        for m in [*scene.before(), *scene.discourse.obscure]
        if agreement.fits(m, False) and not agreement.is_amount(m)
    ]
    found = sole([m for m in fitting if not any(m.text in o.text and m.text != o.text for o in fitting)])
    return found if found is not None and agreement.is_introduced(found) and not found.nested else None


def _is_anothers(token: "Token", plural: bool, scene: Scene) -> bool:
    """Return whether what somebody owns is a subject, or the object of one who cannot be the owner."""
    if token.head.dep_ in SUBJECTS:
        return True
    own = scene.own_subject(token)
    if own is None or agreement.fits(own, plural):
        return False
    return not plural or not token.doc[own.token].text.endswith("s")  # a name of several: "Half-Breeds"


def _subject_before(token: "Token", plural: bool, scene: Scene) -> Mention | None:
    """Return the subject of the sentence before, if that sentence brings in nothing else that could be meant."""
    if scene.reading.tokens[0].is_quote:  # of somebody else, who speaks of something else
        return None
    before = scene.before()
    subjects = [m for m in before if m.subject]
    fitting = [m for m in subjects if agreement.fits(m, plural) and selection.suits(m, token, scene)]
    if len({m.text for m in fitting}) != 1 or fitting[0] not in (subjects[0], subjects[-1]):
        return None
    if subjects[0] != fitting[0] and any(m.type in agreement.GROUPS for m in subjects):
        return None
    if fitting[0].paragraph != scene.paragraph and agreement.has_article(fitting[0]) and not signs.continues(token):
        return None  # a new paragraph goes back to what the text is about
    obscure = [m for m in scene.discourse.obscure if agreement.fits(m, plural)]
    if any(m.subject for m in obscure):
        return None
    if signs.continues(token) or _goes_on(token, fitting[-1], scene):
        return fitting[0]
    others = [*(m for m in before if not m.subject and agreement.fits(m, plural)), *obscure]
    titled = _is_of_title(fitting[0], scene)
    leads = titled or fitting[0].named
    others = [m for m in others if m.text != fitting[0].text and (m.named or not (m.aside and leads))]
    others = [m for m in others if not rivals.is_background(m, fitting[0], scene, leads=leads)]
    undergoes = plural and (token.dep_ == "nsubjpass" or token.head.lemma_ == "be")
    topic = scene.is_topic(fitting[0], others, copular=token.head.lemma_ == "be") or scene.was_described(fitting[0])
    topic = topic or (titled and not any(m.core and not m.nested for m in others))
    owned = scene.discourse.loose & _POINTING == {"its"} and fitting[0].named  # "Lübeck became its leading city. It …"
    if not (plural or topic or owned or scene.discourse.loose.isdisjoint(_POINTING)):
        return None  # "The navy removed it from its decks. It …"
    active = token.dep_ == "nsubj" and token.head.lemma_ in words("references", "agency")
    acts = active and agreement.is_mere_thing(fitting[0])
    if acts and any(m.type in agreement.GROUPS or m.named for m in others):
        return None
    if plural and not topic and rivals.is_passing(token, fitting[0], others, scene):
        return None
    if rivals.has_owner(fitting[0], others) or rivals.is_owned(fitting[0], scene):
        return None
    if not topic and rivals.is_last(token, fitting[0], others, scene):
        return None
    if any(m.core and (undergoes or not (m.text or topic)) for m in others):
        return None
    about = scene.discourse.is_topic(fitting[0].text)
    return None if any(_is_rival(m, fitting[0], topic=topic, titled=about) for m in others) else fitting[0]


def _is_of_title(mention: Mention, scene: Scene) -> bool:
    """Return whether a bare noun is the one that the title has: "the ring" of a text on a ring."""
    bare = mention.text.casefold() == f"the {mention.head}"
    return bare and mention.head in scene.discourse.topical


def _goes_on(token: "Token", subject: Mention, scene: Scene) -> bool:
    """Return whether a text says one more time "it" of what its title names: "It crosses a plain. It then enters …"."""
    if token.dep_ != "nsubj" or token.head.pos_ == "AUX" or subject.paragraph != scene.paragraph:
        return False
    return scene.reading.sent.doc[subject.token].pos_ == "PRON" and scene.discourse.is_topic(subject.text)


def _object_before(token: "Token", plural: bool, scene: Scene) -> Mention | None:
    """Return the one thing that somebody brought about or did something to: "Mill and his wife founded Alba. It …"."""
    if plural or any(c.dep_ == "attr" for c in token.head.children) or token.head.lemma_ in signs.HAPPENING:
        return None
    before = scene.before()
    subjects = [m for m in before if m.subject]
    fitting = [m for m in [*before, *scene.discourse.obscure] if agreement.fits(m, plural)]
    fitting = [m for m in fitting if selection.suits(m, token, scene)]
    found = sole([m for m in fitting if m.core and not m.nested and m.head != "time"])
    known = found is not None and (agreement.is_called(found) or _is_of_title(found, scene))
    if not subjects or found is None or not (agreement.is_introduced(found) or known):
        return None
    if any(m.text not in found.text and not rivals.is_circumstance(m) for m in fitting):
        return None
    if token.head.lemma_ == "be" and any(m.named and m.type in _PLACES and m is not found for m in fitting):
        return None  # "sailed a boat to Georgia. It was far away"
    acting = (m.type is PhraseType.PERSON or m.plural or not selection.suits(m, token, scene) for m in subjects)
    return found if all(acting) else None


def _topic(token: "Token", plural: bool, scene: Scene) -> Mention | None:
    """Return what the document is about, if the sentence before spoke of it and this one of nothing like it."""
    if token.lower_ != "it" or len([m for m in scene.mentions if agreement.fits(m, plural)]) > 1:
        return None
    own = scene.own_subject(token)
    if own is None or any(m.text != own.text for m in scene.mentions if agreement.fits(m, plural)):
        return None
    found = _subject_before(token, plural, scene)
    if found is None or found.text == own.text:
        return None
    return found if scene.discourse.is_topic(found.text) or _is_of_title(found, scene) else None


def _acted_on(token: "Token", plural: bool, scene: Scene) -> Mention | None:
    """Return the one thing of the sentence before to which somebody else does something: "… Chile attacked it"."""
    own = signs.clause_subject(signs.verb_above(token))
    if own is None or own == token or own.i in scene.reading.unresolved:
        return None
    if own.is_ancestor(token) and own.pos_ in ("NOUN", "PROPN") and is_plural(own) == plural:
        return None
    if signs.is_companion(token) or signs.is_quoted(token) or signs.other_subject(token, own):
        return None
    if scene.unclear(_DEMONSTRATIVE):
        return None
    found = _sole_before(plural, scene)
    within = {t.i for t in own.subtree} - {own.i}
    inside = [m for m in [*scene.mentions, *scene.obscure] if agreement.fits(m, plural) and m.token not in within]
    return None if found is None or any(m.token != own.i or m.text == found.text for m in inside) else found


def _sole_before(plural: bool, scene: Scene) -> Mention | None:
    """Return the one thing that acts or undergoes something in the sentence before, where nothing in it is unclear."""
    loose = scene.discourse.loose
    if scene.reading.tokens[0].is_quote or not loose.isdisjoint(THEY if plural else IT):
        return None
    fitting = [m for m in scene.before() if agreement.fits(m, plural) and not agreement.is_amount(m)]
    found = sole([m for m in fitting if m.core])
    if found is None or any(agreement.fits(m, plural) and m.core for m in scene.discourse.obscure):
        return None
    if all(_is_by_the_way(m) for m in fitting if m.core and m.text == found.text):
        return None  # "Reed took off after Holm had left Ohio": the text goes on with something else
    if not found.named and any(rivals.is_agent(m, scene) for m in fitting):
        return None  # "canals were fed by reservoirs"
    if not found.subject and any(
        m.text in found.text and m.text != found.text and agreement.is_introduced(m) for m in fitting
    ):
        return None  # "he laid the first stone of a canal": it may be the canal
    topic = scene.discourse.is_topic(found.text) or scene.was_described(found)
    others = [m for m in fitting if not m.core and m.text not in found.text]
    brought_in = not (topic or found.named) and any(agreement.has_article(m) for m in others)
    return None if brought_in or any(_is_rival(m, found, topic=topic) for m in others) else found


def _is_by_the_way(mention: Mention) -> bool:
    """Return whether somebody only does something to a thing in a side clause: "after Holm had left Ohio"."""
    return not mention.acts and (mention.aside or (mention.nested and not mention.named))


def _only_one(token: "Token", plural: bool, scene: Scene) -> Mention | None:
    """Return the one thing in the sentence that a pronoun can mean; the subject of its own clause is not meant."""
    own = _own(token)
    if any(m.core and agreement.fits(m, plural) and m.token != own and not _is_ground(m) for m in scene.obscure):
        return None
    owned = next((m.text for m in scene.mentions if m.token == own), "")
    around = {t.i for t in token.ancestors}
    meant = [m for m in scene.mentions if agreement.fits(m, plural)]
    acting = (m for m in meant if m.core and not agreement.is_amount(m))
    fitting = {m.text: m for m in acting if m.text != owned and m.token not in around}
    if token.dep_ in SUBJECTS:
        doc = scene.reading.sent.doc
        fitting = {text: m for text, m in fitting.items() if not _is_ground(m)}
        fitting = {text: m for text, m in fitting.items() if not signs.is_object_of_own_deed(token, doc[m.token])}
    if token.dep_ in SUBJECTS:
        own_things = tuple(possessive_of(text) + " " for text in fitting)
        fitting = {text: m for text, m in fitting.items() if not text.startswith(own_things)}
    found = next(iter(fitting.values())) if len(fitting) == 1 else None
    owners = [text for pronoun, text in scene.said if pronoun.lower_ == ("their" if plural else "its")]
    if found is not None and any(found.text.startswith(f"{possessive_of(text)} ") for text in owners):
        return None  # "Its position was good: a strip of land separated it from …"
    if found is not None and (rivals.has_owner(found, meant) or rivals.is_told_of(found, token)):
        return None
    if found is not None and found.nested and rivals.is_outside(found, token):
        return None
    if found is not None and not found.acts and token.dep_ in SUBJECTS and signs.follows_colon(token):
        return None  # "the study asked a question: could it …"
    if found is None or (token.dep_ in SUBJECTS and not signs.is_nested(token.head)):
        return found
    later = (m for m in meant if m.token > found.token and m.text != owned)
    if any(
        agreement.has_article(m) or (m.named and m.type not in _PLACES) or rivals.is_behind(m, token) for m in later
    ):
        return None
    if token.dep_ in SUBJECTS:
        return found
    if plural and signs.is_relative(signs.verb_above(token)) and any(m.text != found.text for m in meant):
        return None  # "animals rub against trees, which kills some of them"
    if token.dep_ == "pobj" and found.token == token.head.i - 1:
        return None  # "the material in it", wherever "in" is attached
    others = (m for m in meant if m.named and m.text not in (owned, found.text))
    return None if any(m.type not in _PLACES or found.type in _PLACES for m in others) else found


def _own(token: "Token") -> int:
    """Return the place of the subject that a pronoun beside it cannot mean, -1 where there is none.

    In "the resin is cleaned by flushing it" it can, and in "the jerk makes it rattle" it cannot.
    """
    verb = signs.verb_above(token)
    made = token.dep_ in SUBJECTS and verb.tag_ == "VB" and verb.dep_ == "ccomp"
    subject = signs.clause_subject(verb.head if made else verb)
    undergoes = subject is not None and subject.dep_ == "nsubjpass" and verb.dep_ == "pcomp"
    return subject.i if subject is not None and subject != token and not undergoes else -1


def _is_ground(mention: Mention) -> bool:
    """Return whether a noun only tells how far something came: magma reaches the surface."""
    return mention.head in words("references", "grounds") and not mention.subject


def _is_rival(mention: Mention, subject: Mention, *, topic: bool, titled: bool = False) -> bool:
    """Return whether "it" may mean an object instead: one that the sentence brings in, or one of the subject's sort.

    What is only named to tell where the topic is, or in a relative clause, cannot be meant: "Oslo is a city on the
    Oslofjord. It …", "The Ob is a river that crosses Siberia. It …".
    """
    if titled and mention.named and mention.type in _PLACES:
        return False
    if topic and (mention.nested or (mention.type in _PLACES and subject.type not in _PLACES)):
        return False
    people = mention.plural and mention.type in (PhraseType.PERSON, PhraseType.PEOPLE)
    same = (mention.proper or people) and mention.type is subject.type and (mention.core or not topic)
    return (mention.core and agreement.is_introduced(mention)) or same
