"""What pronouns cannot mean, by where the two stand in their clauses."""

from typing import TYPE_CHECKING

from quizgen.resolve import agreement, rivals, signs
from quizgen.resolve.discourse import Mention
from quizgen.resolve.pronouns import bare
from quizgen.resolve.scene import Scene
from quizgen.syntax.clauses import SUBJECTS
from quizgen.syntax.names import name_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTS = frozenset("end half part portion rest section side".split())
_POWERS = frozenset({"cube", "square"})


def is_barred(token: "Token", found: Mention, plural: bool, scene: Scene) -> bool:
    """Return whether a pronoun cannot mean a mention, or may as well mean what stands nearer."""
    if found.sentence != scene.sentence or found.token < 0:
        return _is_behind_another(token, found, plural, scene) or _is_appended(token)
    noun = token.doc[found.token]
    if token.tag_ == "PRP$":
        return _is_replaced(token, noun)
    if token.dep_ in SUBJECTS:
        return _is_shut_in(token, noun) or _is_fronted_part(token, found, noun)
    return (
        _is_beside_verb(token, noun)
        or _is_passed(token, found, plural, scene)
        or _is_people_of_before(token, found, plural, scene)
    )


def _is_replaced(token: "Token", noun: "Token") -> bool:
    """Return whether something would take its own place or vary with its own square."""
    if noun.i > token.i or noun.dep_ not in (*SUBJECTS, "pobj"):
        return False
    taken = token.head.lemma_ == "place" and token.head.dep_ == "dobj" and token.head.head.lemma_ in ("fill", "take")
    return taken or (token.head.lemma_ in _POWERS and token.head.dep_ == "pobj" and token.head.head.lower_ == "as")


def _is_shut_in(token: "Token", noun: "Token") -> bool:
    """Return whether a noun stands in a clause about another: "soil that holds water well, and it …"."""
    around = (above for above in noun.ancestors if above.dep_ == "relcl")
    return noun.dep_ not in SUBJECTS and any(not above.is_ancestor(token) for above in around)


def _is_fronted_part(token: "Token", found: Mention, noun: "Token") -> bool:
    """Return whether only a part was told of before the whole: "When its lower part turns yellow, it is ready"."""
    return found.aside and found.head in _PARTS and noun.i < token.i and not noun.head.is_ancestor(token)


def _is_beside_verb(token: "Token", noun: "Token") -> bool:
    """Return whether two things hang on one verb, so that they are two: "drawing a comb through it"."""
    if noun.dep_ != "dobj":
        return False
    above = token.head.head if token.dep_ == "pobj" and token.head.dep_ == "prep" else token.head
    return above == noun.head and not signs.is_companion(token)


def _is_passed(token: "Token", found: Mention, plural: bool, scene: Scene) -> bool:
    """Return whether a thing of the main clause is nearer than one of the clause before: "If a load is lost, …"."""
    if not found.aside:
        return False
    own = signs.clause_subject(signs.verb_above(token))
    between = (m for m in [*scene.mentions, *scene.obscure] if found.token < m.token < token.i and not m.aside)
    between = (m for m in between if own is None or m.token != own.i)
    return any(agreement.fits(m, plural) and m.text != found.text for m in between)


def _is_people_of_before(token: "Token", found: Mention, plural: bool, scene: Scene) -> bool:
    """Return whether "them" in a clause about others may be theirs: "They wrote how people leave them"."""
    own = signs.clause_subject(signs.verb_above(token))
    if not plural or token.doc[found.token].pos_ != "PRON" or own is None or own.i == found.token:
        return False
    others = (m for m in (*scene.before(), *scene.discourse.obscure) if m.plural and m.text != found.text)
    return any(not m.subject for m in others)


def _is_appended(token: "Token") -> bool:
    """Return whether some are told of what their own sentence names: "he won it often, the last of them in 1926"."""
    part = token.head.head
    if token.lower_ != "them" or token.head.lower_ != "of" or part.pos_ in ("VERB", "AUX"):
        return False
    return part.left_edge.i > part.sent.start + 1 and part.left_edge.nbor(-1).text == ","


def _is_behind_another(token: "Token", found: Mention, plural: bool, scene: Scene) -> bool:
    """Return whether what the sentence before brings in last may be meant: "A was covered by an ice sheet. Its …"."""
    if plural or not found.subject or found.sentence != scene.sentence - 1 or scene.is_topic(found, [], copular=True):
        return False
    others = [m for m in scene.before() if m.text != found.text and agreement.fits(m, plural)]
    if any(rivals.is_agent(m, scene) and agreement.has_article(m) for m in others):
        return True
    told = token.tag_ == "PRP$" and token.head.dep_ in SUBJECTS and token.head.head.lemma_ == "be"
    last = max(others, key=lambda m: m.token, default=None)
    fresh = last is not None and last.type is found.type and agreement.has_article(last)
    return told and fresh and found.text.startswith("the ")


def is_beside_itself(token: "Token", chosen: Mention, scene: Scene) -> bool:
    """Return whether the clause that somebody is the subject of names the same one as its object."""
    if token.dep_ not in SUBJECTS:
        return False
    objects = (c for c in token.head.rights if c.dep_ in ("dobj", "attr", "dative") and c.pos_ == "PROPN")
    if any((scene.discourse.full_name(name_of(c)) or name_of(c)) == bare(chosen.text) for c in objects):
        return True
    told = (c for c in token.head.rights if c.dep_ == "attr")  # "he had been a Holm imitator" is not said of Holm
    last = bare(chosen.text).split(" ")[-1]
    return any(each.text == last and each.dep_ != "poss" for c in told for each in c.lefts)


def is_passed_over(token: "Token", chosen: Mention, scene: Scene) -> bool:
    """Return whether he stands before a verb that comes before its subject, and another acts: "With him went …"."""
    verb = token.head.head
    if token.dep_ != "pobj" or token.head.i > verb.i or any(c.dep_ in SUBJECTS and c.i < verb.i for c in verb.lefts):
        return False
    return any(m.acts and m.named and not m.plural and m.text != chosen.text for m in scene.mentions)
