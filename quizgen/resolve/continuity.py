"""Who goes on acting from one sentence to the next: whom the text is about, who acted before, who made a thing."""

from typing import TYPE_CHECKING

from quizgen.lexicon import words
from quizgen.model import PhraseType
from quizgen.resolve import rivals, signs
from quizgen.resolve.cast import HE_SHE
from quizgen.resolve.discourse import Mention
from quizgen.resolve.scene import Scene
from quizgen.syntax.clauses import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token


def goes_on(token: "Token", scene: Scene) -> bool:
    """Return whether a subject goes on with whom the text is about, who acted last before: "…, and Holm left. She"."""
    acting = [m for m in scene.before() if m.subject]
    return token.dep_ in SUBJECTS and bool(acting) and scene.discourse.cast.is_protagonist(acting[-1].text)


def is_new_paragraph(scene: Scene) -> bool:
    """Return whether a sentence opens a paragraph, which goes back to whom the text is about."""
    last = scene.discourse.mentions[-1] if scene.discourse.mentions else None
    return last is not None and last.paragraph != scene.paragraph


def is_kin_of_hero(mention: Mention, scene: Scene) -> bool:
    """Return whether somebody is a relative of whom the text is about: "His father was a smith; his mother …"."""
    return mention.head in words("names", "kin") and mention.text.startswith(f"{scene.discourse.cast.protagonist()}'s ")


def beside(chosen: Mention, candidates: list[Mention], token: "Token", scene: Scene) -> list[Mention]:
    """Return who may be a subject instead of the one who acted: nobody behind a preposition or in a relative clause."""
    if token.dep_ not in SUBJECTS or not chosen.subject or chosen.paragraph != scene.paragraph:
        return candidates
    doc = scene.reading.sent.doc
    return [m for m in candidates if m.sentence != chosen.sentence or not _is_passed(m, doc[m.token])]


def _is_passed(mention: Mention, noun: "Token") -> bool:
    return (mention.nested or not mention.core) and noun.dep_ != "conj"


def maker(found: Mention | None, scene: Scene) -> Mention | None:
    """Return the one person of the sentence before, by whom it says a thing was made: "built by Ida Holm. Her …"."""
    if found is None or found.paragraph != scene.paragraph or not rivals.is_agent(found, scene):
        return None
    if any(m.subject or m.type is PhraseType.PERSON for m in scene.mentions) or scene.unclear(frozenset(HE_SHE)):
        return None
    verb = scene.reading.sent.doc[found.token].head.head
    thing = all(m.type is not PhraseType.PERSON for m in scene.before() if m.subject)
    return found if thing and signs.is_main(verb) else None
