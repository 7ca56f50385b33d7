"""What "these" and "that of" stand for, where one reading is left."""

from typing import TYPE_CHECKING

from quizgen.resolve import agreement, signs
from quizgen.resolve.discourse import Mention
from quizgen.resolve.pronouns import say, sole
from quizgen.resolve.scene import Scene
from quizgen.syntax.clauses import SUBJECTS
from quizgen.syntax.phrases import is_plural

if TYPE_CHECKING:
    from spacy.tokens import Token

_THEY = frozenset({"they", "them", "their"})


def demonstrative(token: "Token", scene: Scene) -> None:
    """Spell out "that of the Sun" after "the luminosity of Sirius"; mark every other this and that."""
    if token.lower_ == "these" and token.dep_ in SUBJECTS and not [*scene.mentions, *scene.obscure]:
        found = _just_named(scene)
        if found is not None:
            say(token, found, scene)
            return
    noun = _compared(token)
    if noun is None or noun.i in scene.reading.unresolved or is_plural(noun) != (token.lower_ == "those"):
        scene.unknown(token, "unresolved-pronoun")
        return
    before = (c for c in noun.lefts if c.dep_ in ("compound", "amod") and c.i == noun.i - 1)
    kept = (c for c in before if c.tag_ not in ("JJS", "JJR") and not list(c.children))
    scene.reading.replace[token.i] = " ".join(["the", *(t.text for t in kept), noun.text])


def _just_named(scene: Scene) -> Mention | None:
    """Return the one plural of the sentence before, if that is certain: "The cell has chains. These …"."""
    before = [m for m in scene.before() if m.paragraph == scene.paragraph]
    verbs = (scene.reading.sent.doc[m.token].head.tag_ for m in before if m.subject and not m.plural)
    if any(agreement.fits(m, True) for m in scene.discourse.obscure) or "VBP" in verbs or scene.discourse.loose & _THEY:
        return None
    return sole([m for m in before if agreement.fits(m, True)])


def _compared(token: "Token") -> "Token | None":
    """Return the subject whose noun "that of" repeats: it is of something itself."""
    if token.lower_ not in ("that", "those") or not any(c.lower_ == "of" and c.dep_ == "prep" for c in token.children):
        return None
    subject = signs.clause_subject(signs.verb_above(token))
    if subject is None or subject.i > token.i or subject.pos_ != "NOUN":
        return None
    owned = any(c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ == "of") for c in subject.children)
    return subject if owned or any(c.tag_ == "JJS" or c.lower_ == "most" for c in subject.subtree) else None
