"""Whose "its" and "their" may be beside the subject's: who does it, whom the sentence is about, what was spoken of."""

from typing import TYPE_CHECKING

from quizgen.lexicon import words
from quizgen.model import PhraseType
from quizgen.resolve import agreement, selection, signs
from quizgen.resolve.discourse import Mention
from quizgen.resolve.scene import Scene
from quizgen.syntax.beside import after
from quizgen.syntax.clauses import SUBJECTS
from quizgen.syntax.phrases import is_plural, is_set_off

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWNERS = frozenset({PhraseType.PEOPLE, PhraseType.ORGANISATION, PhraseType.COUNTRY, PhraseType.PERSON})
_PLACES = frozenset({PhraseType.PLACE, PhraseType.COUNTRY})
_DIRECTIONS = frozenset("east north north-east north-west northeast northwest south southeast southwest west".split())
_COMPARING = frozenset({"as", "like", "than"})
_SINGLING = frozenset("a an another every one that the this".split())
_SHARES = frozenset("all half majority more most much part percent quarter rest some third".split())
_PLURAL = frozenset({"they", "these", "those"})
_SINGULAR = frozenset({"it", "this"})


def opens(token: "Token", plural: bool, scene: Scene) -> bool:
    """Return whether nothing before a possessive can be its owner: "For several hundred kilometres its course …"."""
    shares = {t.i for t in token.ancestors if t.lower_ in _SHARES}  # "about half of its water comes from …"
    before = (m for m in [*scene.mentions, *scene.obscure] if m.token not in shares)
    return not any(m.core or agreement.fits(m, plural) for m in before)


def dispute(token: "Token", owner: Mention, plural: bool, scene: Scene) -> bool:
    """Return whether a possessive may mean somebody or something else than the subject of its clause."""
    if after(token) == "own":
        return False
    return (
        _has_agent(token, plural)
        or _is_of_main_subject(token, owner, plural, scene)
        or _is_taken_up(token, owner, plural, scene)
        or _is_of_place(token, owner, scene)
        or selection.is_part(token, owner, scene)
        or _is_of_receiver(token, plural)
        or _is_of_object(token, plural, scene)
    )


def _has_agent(token: "Token", plural: bool) -> bool:
    """Return whether "by" tells who does it: "shot by the police from their headquarters"."""
    agents = (c for c in signs.verb_above(token).children if c.dep_ == "agent" and c.i < token.i)
    return any(c.dep_ == "pobj" and c != token.head and is_plural(c) == plural for a in agents for c in a.children)


def _is_of_main_subject(token: "Token", owner: Mention, plural: bool, scene: Scene) -> bool:
    """Return whether a sentence is about somebody else: "The group sold Holm Foods, which houses its shops"."""
    if not signs.is_relative(signs.verb_above(token)):
        return False
    subjects = [m for m in (*scene.mentions, *scene.obscure) if m.subject and m.token < token.i and m.plural == plural]
    return any(m.text != owner.text and m.type in _OWNERS - {PhraseType.PERSON} for m in subjects)


def _is_taken_up(token: "Token", owner: Mention, plural: bool, scene: Scene) -> bool:
    """Return whether "they" behind a clause goes on from before: "As magnets do not bend their paths, they …"."""
    verb = signs.verb_above(token)
    if verb.dep_ != "advcl" or verb.head.i < verb.i:
        return False
    pronouns = _PLURAL if plural else _SINGULAR
    if not any(c.dep_ in SUBJECTS and c.lower_ in pronouns for c in verb.head.children):
        return False
    before = [m for m in (*scene.before(), *scene.discourse.obscure) if m.subject and m.plural == plural]
    return any(m.text != owner.text for m in before) or not scene.discourse.loose.isdisjoint(pronouns)


def _is_of_receiver(token: "Token", plural: bool) -> bool:
    """Return whether what was given something may be meant: "which gave the house a roof and cut its bills"."""
    verb = signs.verb_above(token)
    first = verb.head if verb.dep_ == "conj" else verb
    given = (c for c in first.rights if c.dep_ == "dative" and c.i < token.i)
    return any(c.pos_ == "NOUN" and is_plural(c) == plural for c in given)


def _is_of_object(token: "Token", plural: bool, scene: Scene) -> bool:
    """Return whether a body to which something is done may be meant: "The act closed the board and sold its hall"."""
    verb = signs.verb_above(token)
    if plural or verb.dep_ != "conj" or any(c.dep_ in SUBJECTS for c in verb.lefts):
        return False
    objects = [scene.at(c) for c in verb.head.rights if c.dep_ == "dobj" and c.i < token.i]
    return any(m is not None and not m.plural and m.type in _OWNERS - {PhraseType.PERSON} for m in objects)


def _is_of_place(token: "Token", owner: Mention, scene: Scene) -> bool:
    """Return whether what was just spoken of may be meant: "a storm damaged the road along its neck" (of a spit)."""
    if owner.text.partition(" ")[0] not in ("a", "an") or token.head.dep_ != "pobj":
        return False
    around = token.head.head.head
    if around.dep_ not in ("dobj", "pobj") or around.i > token.i:
        return False
    return any(m.subject and m.named and not m.plural and m.type is not PhraseType.PERSON for m in scene.recent(2))


def is_background(mention: Mention, subject: Mention, scene: Scene, *, leads: bool) -> bool:
    """Return whether something is only named to tell what the subject is or does, so that nothing goes on from it.

    That is what stands in a relative clause or in the subject's own words, an event that a thing goes through, what
    tells where it is, and a place with a name beside several things that have none.
    """
    if mention.text and mention.text in subject.text:
        return True
    if leads and (mention.nested or _is_landmark(mention, scene)):
        return True
    if subject.plural:
        return mention.named and mention.type in _PLACES and not subject.named
    return leads and mention.named and mention.type is PhraseType.EVENT and subject.type is not PhraseType.EVENT


def _is_landmark(mention: Mention, scene: Scene) -> bool:
    """Return whether a name only tells where something is: "at the mouth of the Ob", "south of the capital, Lima"."""
    if mention.core or not mention.named or mention.paragraph != scene.paragraph:
        return False
    noun = scene.reading.sent.doc[mention.token]
    noun = noun.head if noun.dep_ == "appos" else noun
    if noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return False
    above = noun.head.head
    return above.dep_ == "pobj" or above.lower_ in _DIRECTIONS


def is_agent(mention: Mention, scene: Scene) -> bool:
    """Return whether "by" tells that something does what the sentence before says."""
    return mention.paragraph == scene.paragraph and scene.reading.sent.doc[mention.token].head.dep_ == "agent"


def is_last(token: "Token", subject: Mention, others: list[Mention], scene: Scene) -> bool:
    """Return whether "it is" may tell of what was brought in last: "the stream enters a lake. It is …"."""
    if token.head.lemma_ != "be" or token.dep_ != "nsubj" or subject.named:
        return False
    here = [m for m in others if m.paragraph == scene.paragraph and token.doc[m.token].head.lower_ not in _COMPARING]
    last = max(here, key=lambda m: m.token, default=None)
    return last is not None and last.type is subject.type and last.text.partition(" ")[0] in ("a", "an")


def is_circumstance(mention: Mention) -> bool:
    """Return whether something only tells where or when, or is no single thing: a place with a name, stone."""
    if mention.core and not mention.nested:
        return False
    if mention.named:
        return mention.type in _PLACES or mention.type in (PhraseType.DATE, PhraseType.EVENT)
    return bool(mention.text) and mention.text.partition(" ")[0].lower() not in _SINGLING


def is_passing(token: "Token", subject: Mention, others: list[Mention], scene: Scene) -> bool:
    """Return whether "they" may mean people to whom something is done, or what a text spoke of before an aside.

    "Loudspeakers told the crowds to stay indoors. They …", "Bananas are picked green. Low temperatures would harm them.
    They …".
    """
    if subject.named or subject.type in _OWNERS:
        return False
    if token.dep_ == "nsubj" and any(m.core and _is_human(m, scene) for m in others):
        return True
    earlier = [m for m in scene.recent(2) if m.sentence == scene.sentence - 2 and m.paragraph == scene.paragraph]
    acting = [m for m in earlier if m.subject and m.plural]
    if subject.text.startswith("the ") and any(m.head == subject.head and not m.subject for m in earlier):
        return False  # "males mate with the females. … The females gather pollen. They …"
    return bool(acting) and all(m.text != subject.text and m.head != subject.head for m in acting)


def _is_human(mention: Mention, scene: Scene) -> bool:
    """Return whether a plural means people, going by its noun or by what they are told to do: "told the crowds to"."""
    if mention.type in (PhraseType.PERSON, PhraseType.PEOPLE):
        return True
    noun = scene.reading.sent.doc[mention.token] if mention.paragraph == scene.paragraph else None
    if noun is None or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    verb = noun.head.head if noun.dep_ in SUBJECTS and noun.head.tag_ == "VB" else noun.head
    return verb.lemma_ in words("verbs", "inviting") and noun.i > verb.i


def is_outside(mention: Mention, token: "Token") -> bool:
    """Return whether a noun only stands in a clause about another: "a man who lost two ships built a tower on them"."""
    around = (above for above in token.doc[mention.token].ancestors if above.dep_ == "relcl")
    told = (above for above in around if is_set_off(above) or above.head.dep_ == "appos")
    return any(not above.is_ancestor(token) for above in told)


def is_behind(mention: Mention, token: "Token") -> bool:
    """Return whether something stands with the same verbs as a pronoun: "lie beside pipes and are joined to them"."""
    noun, verb = token.doc[mention.token], signs.verb_above(token)
    return token.dep_ == noun.dep_ == "pobj" and verb.dep_ == "conj" and verb.head.is_ancestor(noun)


def has_owner(mention: Mention, others: list[Mention]) -> bool:
    """Return whether the owner of a thing may be meant too: "the court's duty"."""
    names = (m.text for m in others if m.named and m.type is not PhraseType.PERSON)
    return any(mention.text.startswith((f"{name}'s ", f"{name}’s ")) for name in names)


def is_owned(mention: Mention, scene: Scene) -> bool:
    """Return whether a subject before is that of a thing which may be meant too: "Its manufacture ceased. It …"."""
    if mention.paragraph != scene.paragraph:
        return False
    noun = scene.reading.sent.doc[mention.token]
    return not mention.plural and any(c.lower_ == "its" and c.dep_ == "poss" for c in noun.lefts)


def is_told_of(mention: Mention, token: "Token") -> bool:
    """Return whether a pronoun stands in what a noun is said to be: "the trouble is that all of it …"."""
    verb = token.doc[mention.token].head
    return verb.lemma_ == "be" and any(c.dep_ == "ccomp" and c.is_ancestor(token) for c in verb.rights)
