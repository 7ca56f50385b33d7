"""Things and persons with a name behind what they are: "its second craft, Athena,", "their author, Ida Holm, …"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.model import PhraseType
from quizgen.resolve.pronouns import named
from quizgen.resolve.scene import Scene
from quizgen.syntax.names import name_of
from quizgen.syntax.phrases import given_name, is_plural, is_set_off, noun_tokens

if TYPE_CHECKING:
    from spacy.tokens import Token


def thing(token: "Token", scene: Scene) -> None:
    """Let a noun that nobody is certain of be remembered by the name behind it."""
    noun = token.head
    if token.dep_ != "appos" or given_name(noun) != token:
        return
    told = next((m for m in scene.obscure if m.token == noun.i), None)
    if told is None or told.plural:
        return
    kind, _ = scene.discourse.type_of(name_of(token))
    text = scene.reading.text(noun_tokens(token, scene.reading))
    scene.obscure = [m for m in scene.obscure if m != told]
    known = scene.mention(noun, text, kind, plural=False, proper=True, head=token.lemma_.lower(), named=True)
    scene.mentions.append(known)


def term(token: "Token", scene: Scene) -> None:
    """Let a bare noun be remembered by the one word behind it that tells which: "the drug, torvacin, …"."""
    alone = token.dep_ == "appos" and token.tag_ in ("NN", "NNP") and token.text.islower() and not list(token.children)
    told = scene.at(token.head) if alone else None
    if told is None or told.named or told.text.lower() != f"the {told.head}" or not is_set_off(token):
        return
    scene.mentions = [m for m in scene.mentions if m not in (told, scene.at(token))]
    scene.mentions.append(replace(told, text=token.text, head=token.lower_))


def person(token: "Token", scene: Scene) -> None:
    """Let a noun be remembered by the name behind it: "their author, Srinivasa Ramanujan, …", "the author was …"."""
    name = scene.discourse.full_name(name_of(token)) or name_of(token)
    person = lexicon.is_full_name(name) or (" " in name and scene.discourse.type_of(name)[0] is PhraseType.PERSON)
    if token.dep_ == "attr" and person and scene.at(token) is None:
        _identify(token, name, scene)
    noun = _office(token.head)
    if token.dep_ != "appos" or noun.pos_ != "NOUN" or is_plural(noun) or not lexicon.is_full_name(name):
        return
    told = scene.at(noun) or next((m for m in scene.obscure if m.token == noun.i), None)
    kind, _ = scene.discourse.type_of(name)
    if told is None or told.plural or PhraseType.PERSON not in (told.type, kind):
        return
    known = replace(told, text=name, type=PhraseType.PERSON, proper=True, named=True)
    scene.mentions = [m for m in scene.mentions if m != told] + [known, replace(known, token=token.i)]


def _identify(token: "Token", name: str, scene: Scene) -> None:
    """Remember who somebody is said to be; nobody else acts in "the commander was Ida Holm"."""
    subject = next((m for m in scene.mentions if m.subject and token.doc[m.token].head == token.head), None)
    same = subject is not None and subject.type is PhraseType.PERSON and not subject.plural and not subject.named
    if subject is not None and same:
        scene.mentions.remove(subject)
    scene.mentions.append(replace(named(name, scene), subject=same, core=True, token=token.i))


def _office(noun: "Token") -> "Token":
    """Return the noun that a name explains, where the parser took it for the place behind: "the viceroy of Peru, …"."""
    above = noun.head.head
    held = noun.pos_ == "PROPN" and noun.head.lower_ == "of" and noun.dep_ == "pobj" and above.pos_ == "NOUN"
    return above if held and lexicon.noun_type(above.lemma_.lower()) is PhraseType.PERSON else noun
