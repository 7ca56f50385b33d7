"""Earlier descriptions that "the far side" and "these clouds" repeat, and what was brought in since them."""

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from quizgen.lexicon import words
from quizgen.resolve.discourse import Entity, Mention
from quizgen.resolve.scene import Scene
from quizgen.syntax.names import strip_article
from quizgen.syntax.phrases import is_plural

if TYPE_CHECKING:
    from spacy.tokens import Token

DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
_DETERMINERS = frozenset(
    "the this that these those all both each every some any no its his her their our my your".split()
)
_QUANTIFIERS = frozenset(
    """a an all any both certain different each enough every few fewer her his its less many more most much no numerous
    other several some such the their these those various two three four five six seven eight nine ten""".split()
)
_DESCRIPTION = 9  # words that "the …" is replaced by
_LONGEST = 5  # words of a description that "these …" is replaced by
_OF = ("of ", "between ", "from ", "in ")
_AMOUNT = re.compile(r"^(?:(?:about|around|almost|some|nearly|roughly|over|up|to) )*[$£€]?\d")
_TAIL = re.compile(r" (?:at|in|of) (?P<name>(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)$")
_BARE = 2  # words of a description that says no more than a noun
_COMPARED = frozenset({"fewer", "less", "more"})  # "slightly less gas" is no gas of its own
_OWNED = frozenset("own its their his her".split())
_NEAR = 2  # sentences in which a thing without a name is still the same
RECENT = 8  # sentences in which "the company" remembers its name


def same_description(token: "Token", lemma: str, modifiers: set[str], scene: Scene) -> Mention | None:
    """Return the earlier, fuller description with this head: "the far side" → "the far side of the moon"."""
    plural, form = is_plural(token), token.lower_
    narrower = words("hypernyms", lemma) if not plural and lemma in words("hypernyms", "all") else frozenset[str]()
    fuller = [
        m
        for m in scene.discourse.mentions[-60:]
        if (m.head == lemma or (m.head in narrower and m.proper and not m.named and not modifiers))
        and m.plural == plural
        and _says(m, {*modifiers, form if m.head == lemma else m.head})
        and len(m.text.split()) <= _DESCRIPTION
        and _is_fuller(m, {m.head, form} if m.head == lemma else {m.head}, modifiers)
    ]
    fuller = [m for m in fuller if _COMPARED.isdisjoint(m.text.lower().split()) and _is_in_mind(m, scene)]
    if plural:
        pointed = any(c.lower_ in DEMONSTRATIVES for c in token.lefts)
        fuller = [m for m in fuller if m.sentence >= scene.sentence - 2]
        if not any(m.core or pointed for m in fuller):
            return None
    if len({m.text for m in fuller}) != 1 or _another_since(fuller[-1], modifiers, scene):
        return None
    return fuller[-1]


def _is_in_mind(mention: Mention, scene: Scene) -> bool:
    """Return whether a text still speaks of a thing: one without a name ("the flow in tubes") is soon another one.

    What is any of a kind is none that a text speaks of: "at any time since".
    """
    if mention.text.partition(" ")[0].lower() == "any":
        return False
    return _is_called(mention) or mention.sentence >= scene.sentence - _NEAR


def _is_called(mention: Mention) -> bool:
    """Return whether a description has its noun from a name, or a name before it: Lake Vostok, the Wrexford yard."""
    before = takewhile(lambda word: word.lower() != mention.head, strip_article(mention.text).split())
    return mention.named or any(word[:1].isupper() for word in before)


def just_said(token: "Token", modifiers: set[str], scene: Scene) -> Mention | None:
    """Return the one kind with this head that was spoken of just now: "molecular clouds" before "these clouds"."""
    plural, lemma = is_plural(token), token.lemma_.lower()
    if any(m.head == lemma for m in scene.mentions) or any(m.head == lemma for m in scene.discourse.obscure):
        return None
    found = [m for m in scene.before() if m.head == lemma and m.paragraph == scene.paragraph]
    if len({m.text for m in found}) != 1 or found[0].plural != plural:
        return None
    told = found[0].text.lower().split()
    kind = 1 < len(told) <= _LONGEST and modifiers < set(told[:-1]) and told[-1] == token.lower_
    return found[0] if kind and (found[0].named or _is_kind(found[0])) else None


def brought_in_since(entity: Entity, lemma: str, modifiers: set[str], scene: Scene) -> bool:
    """Return whether "a river" was spoken of after the Nile, so that "the river" may be another one."""
    name = entity.name.casefold()
    for mention in reversed(scene.recent(RECENT)):
        if name in mention.text.casefold():
            return False
        if mention.head == lemma and not mention.plural and _is_brought_in(mention, modifiers):
            return True
    return False


def not_twice(text: str, scene: Scene) -> str:
    """Return a definite description without a place or body behind it that its new sentence names by itself."""
    tail = _TAIL.search(text)
    if tail is None or len(text[: tail.start()].split()) <= _BARE:
        return text
    return text[: tail.start()] if any(m.text == tail["name"] for m in scene.mentions) else text


def definite_text(text: str) -> str:
    """Return a description with "the" where it had no determiner or "a"."""
    first, _, rest = text.partition(" ")
    if first in ("a", "an"):
        return f"the {rest}"
    return (
        text if first.lower() in _DETERMINERS or first[:1].isupper() or first.endswith(("'s", "’s")) else f"the {text}"
    )


def _says(mention: Mention, said: set[str]) -> bool:
    """Return whether a description has all these words, and by none points to what its sentence spoke of."""
    own = set(mention.text.lower().replace("'s", " ").replace("’s", " ").split())
    return said <= own and not own & _OWNED


def _another_since(mention: Mention, modifiers: set[str], scene: Scene) -> bool:
    """Return whether one more thing with the same noun was brought in after a description."""
    whole = strip_article(mention.text).casefold()
    since = [m for m in scene.discourse.mentions[-60:] if m.sentence > mention.sentence]
    same = (m for m in since if m.head == mention.head and m.plural == mention.plural)
    return any(strip_article(m.text).casefold() not in whole and _is_other(m, modifiers) for m in same)


def _is_other(mention: Mention, modifiers: set[str]) -> bool:
    """Return whether a description is of something else with the same noun: brought in, or told by what it is of."""
    return _is_brought_in(mention, modifiers) or mention.text.lower().partition(f" {mention.head} ")[2].startswith(_OF)


def _is_brought_in(mention: Mention, modifiers: set[str]) -> bool:
    said = mention.text.lower().split()
    return said[0] in ("a", "an", "another", "one") and modifiers <= set(said)


def _is_kind(mention: Mention) -> bool:
    """Return whether a plural stands for all of a kind: no number or "some" before it."""
    first = mention.text.split()[0].lower()
    return mention.plural and first not in _QUANTIFIERS and not first[0].isdigit()


def _is_fuller(mention: Mention, nouns: set[str], modifiers: set[str]) -> bool:
    """Return whether a description says by a name, or behind "of", which of its kind is meant: "blocks of zinc"."""
    said = mention.text.split()
    at = next((place for place, word in enumerate(said) if word.lower() in nouns), len(said))
    before = said[:at] if at < len(said) else said
    named = any(w[:1].isupper() for w in before)
    if any(mark in mention.text for mark in '"“”') or strip_article(mention.text).lower() in nouns:
        return False
    if at == 0 and not mention.plural and said[1:2] == ["of"]:
        return False  # "by way of the river", "in front of"
    if said[at + 1 : at + 2] == ["of"] and _AMOUNT.search(" ".join(said[at + 2 :])):
        return False  # a distance of 900 miles: the next one may be of more
    told = named or {w.lower() for w in before[1:]} <= modifiers
    return told and (
        (mention.proper and at > 0) or (len(said) > len(modifiers) + 2 and said[at + 1 : at + 2] == ["of"])
    )
