"""Things with a name behind what they are: "its second craft, Athena," is Athena, whosever the first craft was."""

from typing import TYPE_CHECKING

from quizgen.resolve.scene import Scene
from quizgen.syntax.names import name_of
from quizgen.syntax.phrases import given_name, noun_tokens

if TYPE_CHECKING:
    from spacy.tokens import Token


def introduce(token: "Token", scene: Scene) -> None:
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
