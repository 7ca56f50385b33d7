"""Others of one surname: a text that just told of a brother, a husband or a son may call that one by it."""

from typing import TYPE_CHECKING

from quizgen.lexicon import words
from quizgen.resolve.cast import HE_SHE
from quizgen.resolve.discourse import Mention
from quizgen.resolve.scene import Scene
from quizgen.syntax.clauses import SUBJECTS
from quizgen.syntax.names import name_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def acts(token: "Token", surname: str, bearer: str, scene: Scene) -> bool:
    """Return whether somebody else of that surname acted in the sentence before, or stands before it in its own."""
    told = _is_told_otherwise(bearer, scene)
    before = [m for m in scene.before() if (m.acts or told) and m.text.split()[-1].istitle()]
    if any(_is_namesake(m, surname, bearer, scene) for m in before):
        return True
    earlier = token.doc[scene.reading.sent.start : token.i]
    return any(t.text == surname and t.dep_ in SUBJECTS and _is_other(name_of(t), bearer, scene) for t in earlier)


def _is_told_otherwise(bearer: str, scene: Scene) -> bool:
    """Return whether a sentence has a "his" beside what may be a woman's name: "Holm left his wife"."""
    sex = scene.discourse.gender_of(bearer)
    return bool(sex) and any(HE_SHE.get(t.lower_, sex) != sex for t in scene.reading.tokens)


def _is_namesake(mention: Mention, surname: str, bearer: str, scene: Scene) -> bool:
    if mention.text.split()[-1] == surname:
        return _is_other(mention.text, bearer, scene)
    entity = scene.discourse.find(mention.text.split()[-1])
    classes = entity.classes if entity is not None else set()
    return not classes.isdisjoint(words("names", "kin")) and scene.discourse.cast.protagonist() == bearer


def _is_other(name: str, bearer: str, scene: Scene) -> bool:
    if bearer == scene.discourse.cast.protagonist():
        return " " in name and not scene.discourse.cast.is_protagonist(name)
    return " " in name and not set(name.split()) <= set(bearer.split())
