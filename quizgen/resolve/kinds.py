"""Terms and what sentences called them by: "osmosis is a process", and then "the process"."""

from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.lexicon import words
from quizgen.resolve.discourse import Kind, Mention
from quizgen.resolve.scene import Scene
from quizgen.syntax.phrases import is_plural, is_set_off, noun_tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

NAMING = frozenset({"call", "know", "name", "term"})
POINTING = frozenset("one ones others some".split())


def of_kind(lemma: str, scene: Scene) -> str:
    """Return the one term that the sentences just before called so: "osmosis is a process", then "this process"."""
    nouns = {lemma} | (words("hypernyms", lemma) if lemma in words("hypernyms", "all") else set())
    called = [k for noun in nouns for k in scene.discourse.kinds.get(noun, ()) if _in_reach(k, scene)]
    if len({k.text for k in called}) != 1:
        return ""
    last = max(called, key=lambda k: k.sentence)
    text = last.text
    rivals = [*scene.recent(min(2, scene.sentence - last.sentence)), *scene.discourse.obscure]
    return "" if any(m.head == lemma and text not in m.text for m in rivals) else text


def _in_reach(kind: Kind, scene: Scene) -> bool:
    if kind.sentence == scene.sentence:
        return False
    return scene.discourse.is_topic(kind.text) or (
        kind.sentence >= scene.sentence - 2 and kind.paragraph == scene.paragraph
    )


def learn(token: "Token", scene: Scene) -> None:
    """Take in that "it is the largest island" calls what "it" stands for an island."""
    noun = token.lemma_.lower()
    if token.dep_ == "attr" and token.head.lemma_ == "be" and not _is_bare_definite(token):
        _learn_attribute(token, noun, scene)
    term = None
    if token.dep_ == "appos" and token.head.pos_ == "NOUN" and is_set_off(token):
        term = token.head
    naming = next((c for c in token.children if c.dep_ == "acl" and c.lemma_ in NAMING), None)
    if naming is not None:
        term = complement(naming)
    if term is not None and term.pos_ == "NOUN" and term.lower_ not in POINTING:
        _learn_kind(noun, scene.reading.text(noun_tokens(term, scene.reading)), is_plural(term), scene)


def _is_bare_definite(token: "Token") -> bool:
    """Return whether a predicate only says which one something is: "the shortest unit is the second"."""
    told = any(c.dep_ in ("amod", "compound", "nmod", "nummod", "poss", "prep", "relcl") for c in token.children)
    return not told and any(c.lower_ == "the" for c in token.children)


def _learn_attribute(token: "Token", noun: str, scene: Scene) -> None:
    subject = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
    said = scene.reading.replace.get(subject.i) if subject is not None else None
    entity = scene.discourse.find(said) if said else None
    if entity is not None and lexicon.noun_type(noun) is not None:
        entity.classes.add(noun)
    mention = scene.at(subject)
    if mention is not None and scene.discourse.is_topic(mention.text):
        scene.discourse.defined = True
    if mention is not None and _is_written(mention, scene) and not any(c.dep_ == "neg" for c in token.head.children):
        scene.discourse.described[mention.text] = scene.sentence
        _learn_kind(noun, mention.text, mention.plural, scene)


def _is_written(mention: Mention, scene: Scene) -> bool:
    """Return whether it is certain how a mention is written inside a sentence: gold or Gold."""
    start = mention.token == scene.reading.sent.start
    return mention.named or not start or scene.reading.plain_start or mention.proper


def _learn_kind(noun: str, text: str, plural: bool, scene: Scene) -> None:
    first, _, _ = text.partition(" ")
    if text and not plural and noun not in words("references", "classless") and first.lower() not in ("a", "an"):
        kind = Kind(noun=noun, text=text, sentence=scene.sentence, paragraph=scene.paragraph)
        scene.discourse.kinds.setdefault(noun, []).append(kind)


def complement(naming: "Token") -> "Token | None":
    """Return the name in "called X" and "known as X"."""
    for child in naming.children:
        if child.dep_ in ("oprd", "dobj", "attr") and child.i > naming.i:
            return child
        if child.dep_ == "prep" and child.lower_ == "as":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None
