"""How a pronoun is replaced by what it means."""

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.lexicon import words
from quizgen.model import PhraseType
from quizgen.resolve import topical
from quizgen.resolve.discourse import Entity, Mention
from quizgen.resolve.scene import Scene
from quizgen.syntax.clauses import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 7  # words that a pronoun is replaced by
_LONGEST_SUBJECT = 10  # of what a sentence was about
# "They" are not some again; inside a sentence some are: "Some orchids cheat: they …".
_NOT_THESE = frozenset("any no few little more fewer less much enough each every another both".split())
_SOME = _NOT_THESE | {"some", "many", "several", "most"}

_LIMITED = frozenset("the these those his her its their our".split())
_OWNED = frozenset({"its", "own", "their"})  # which nobody knows any more in another sentence
_BEHIND = frozenset("at by for from in of on with".split())
_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve".split())
_OPEN = frozenset("and hundred million other others or to thousand".split())  # numbers that others know better
_OF = frozenset("both each either half neither none one".split())


def say(token: "Token", mention: Mention, scene: Scene) -> None:
    """Replace a pronoun by a mention and remember it; mark it where the mention is too long or only some of a kind."""
    mention = _taken_up(mention, scene)
    possessive = token.tag_ == "PRP$" or (token.lower_ in ("his", "hers", "its", "their") and token.dep_ == "poss")
    said = mention.text.split()
    far = mention.sentence != scene.sentence
    some = not possessive and (
        said[0].lower() in (_SOME if far or token.dep_ not in SUBJECTS else _NOT_THESE) or (far and _is_counted(said))
    )
    some = some or any(mark in mention.text for mark in '"“”') or (far and not _OWNED.isdisjoint(said))
    clumsy = len(said) > 3 or not _BEHIND.isdisjoint(said)  # "doctors in Vienna's hands"
    if (possessive and clumsy and not mention.named) or len(said) > _longest(mention) or some:
        if scene.binder(token) != mention:  # its subject stands before it anyway
            scene.unknown(token, "unresolved-pronoun")
        return
    known = without_place(mention) if far else mention.text
    text = possessive_of(known, plural=mention.plural) if possessive else known
    scene.reading.replace[token.i] = text
    if mention.plural and said[0].lower() not in _LIMITED and "and" not in said and _is_part(token):
        _say_part(token, text, scene)
    topical.mark(token, known, scene)
    scene.said.append((token, known))
    if token.dep_ in SUBJECTS or not possessive:
        same = {"plural": mention.plural, "proper": mention.proper, "named": mention.named}
        scene.mentions.append(scene.mention(token, known, mention.type, head=mention.head, **same))


def _taken_up(mention: Mention, scene: Scene) -> Mention:
    """Return what another sentence brought in by its number as this one knows it: two leaves → the two leaves."""
    if mention.sentence == scene.sentence or not is_counted(mention):
        return mention
    return replace(mention, text=f"the {mention.text[:1].lower()}{mention.text[1:]}")


def is_counted(mention: Mention) -> bool:
    """Return whether a mention brings in so many of a kind as there are: "two leaves", not "some two hundred"."""
    first, _, rest = mention.text.partition(" ")
    counted = first.lower() in _NUMBERS or (first.isdigit() and first not in ("0", "1"))
    return counted and mention.plural and not mention.named and rest[:1].isalpha() and _OPEN.isdisjoint(rest.split())


def without_place(mention: Mention) -> str:
    """Return how something with a name is called once its place is known: Chesil Beach in Dorset → Chesil Beach."""
    name, place, where = mention.text.rpartition(" in ")
    told = mention.proper and not mention.plural and bool(place) and where[:1].isupper() and "," not in where
    last = name.split(" ")[-1]
    return name if told and (last[:1].isupper() or last[-1:].isdigit()) else mention.text


def _longest(mention: Mention) -> int:
    """Return how many words may be said instead of a pronoun."""
    return _LONGEST_SUBJECT if mention.subject and "," not in mention.text else _LONGEST


def _is_part(token: "Token") -> bool:
    """Return whether some of a kind are told: "most of them", "10 million of them"."""
    of = token.head
    asked = of.head.tag_ in ("WDT", "WP")
    part = of.head.lower_ in _OF or of.head.pos_ not in ("NOUN", "PROPN", "VERB", "AUX")
    return of.lower_ == "of" and token.lower_ == "them" and part and not asked


def _say_part(token: "Token", text: str, scene: Scene) -> None:
    """Say "most plants" for most of them, and "none of the plants" where "of" has to stay."""
    of = token.head
    if of.head.lower_ in _OF:
        scene.reading.replace[token.i] = f"the {text}"
    else:
        scene.reading.replace[of.i] = ""


def _is_counted(said: list[str]) -> bool:
    """Return whether a phrase means a number of people or things that nobody can know: "more than 300 people"."""
    first = said[0].lower()
    return first[0].isdigit() or first in words("references", "counts")


def was_person(mention: Mention, scene: Scene) -> bool:
    """Return whether the tagger took a name for a person's at least once."""
    entity = entity_of(mention, scene)
    return entity is not None and entity.votes[PhraseType.PERSON] > 0


def is_mostly_person(mention: Mention, scene: Scene) -> bool:
    """Return whether the tagger took a name for a person's as often as for anything else, in a text with he or she."""
    entity = entity_of(mention, scene)
    often = entity is not None and entity.votes[PhraseType.PERSON] * 2 >= entity.votes.total()
    return often and scene.discourse.cast.has_pronouns()


def entity_of(mention: Mention, scene: Scene) -> Entity | None:
    """Return the entity of a name, or that of its last word, where the tagger saw no more."""
    return scene.discourse.find(mention.text) or scene.discourse.find(mention.text.split()[-1])


def sole(mentions: list[Mention]) -> Mention | None:
    """Return the last mention if all are of the same thing."""
    return mentions[-1] if len({m.text for m in mentions}) == 1 else None


def bare(text: str) -> str:
    """Return a name without what describes its bearer: the physicist Niels Bohr → Niels Bohr."""
    parts = text.split()
    names = (" ".join(parts[number:]) for number in range(1, len(parts) - 1))
    described = bool(parts) and (parts[0].lower() == "the" or parts[0].islower())
    return next((name for name in names if lexicon.is_full_name(name)), text) if described else text


def named(name: str, scene: Scene) -> Mention:
    """Return a mention of somebody who needs none before."""
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


def possessive_of(name: str, *, plural: bool = False) -> str:
    """Return the possessive of a name: China → China's, the Greeks → the Greeks'."""
    return name + ("'" if plural and name.endswith("s") else "'s")
