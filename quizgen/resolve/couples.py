"""Two persons together: "the couple", and the "they" of two who were just named."""

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.model import PhraseType
from quizgen.resolve.discourse import Mention
from quizgen.resolve.pronouns import bare, named, sole
from quizgen.resolve.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WINDOW = 2
_HUMAN = frozenset({PhraseType.PERSON, PhraseType.PEOPLE})
_APART = frozenset({"appos", "attr", "compound", "nmod", "poss"})


def couple(token: "Token", scene: Scene) -> bool:
    """Replace "the couple" by the two persons just named together; return whether there were such two."""
    determiner = next((c for c in token.lefts if c.dep_ == "det"), None)
    if token.lemma_ not in ("couple", "duo", "pair") or determiner is None or determiner.lower_ != "the":
        return False
    if len(list(token.children)) > 1:
        return False
    found = sole([m for m in scene.recent(_WINDOW) if m.plural and m.named and _is_pair(m)]) or _spouses(scene)
    if found is None:
        return False
    scene.reading.replace[determiner.i], scene.reading.replace[token.i] = "", found.text
    same = {"plural": True, "proper": True, "named": True}
    scene.mentions.append(scene.mention(token, found.text, PhraseType.PERSON, head=found.head, **same))
    return True


def _spouses(scene: Scene) -> Mention | None:
    """Return the two of whom the sentence before tells that they married."""
    doc = scene.reading.sent.doc
    before = [m for m in scene.before() if m.type is PhraseType.PERSON and m.paragraph == scene.paragraph]
    names = list(dict.fromkeys(bare(m.text) for m in before if m.named))
    married = any(m.subject and doc[m.token].head.lemma_ == "marry" for m in before)
    if not married or len(names) != 2 or not all(map(lexicon.is_full_name, names)):
        return None
    return replace(named(" and ".join(names), scene), plural=True)


def _is_pair(mention: Mention) -> bool:
    return all(lexicon.is_full_name(name) for name in mention.text.split(" and ")) and mention.text.count(" and ") == 1


def _is_full(mention: Mention, scene: Scene) -> bool:
    return lexicon.is_full_name(mention.text) or scene.discourse.cast.is_protagonist(mention.text)


def _is_joined(mention: Mention, doc: "Doc") -> bool:
    """Return whether a name stands with that of somebody who acts, or is whom that person married."""
    noun = doc[mention.token]
    if not mention.named or " " not in mention.text or mention.type is not PhraseType.UNKNOWN:
        return False
    first = noun.head if noun.dep_ == "appos" else noun
    return (first.dep_ == "conj" and mention.subject) or (noun.dep_ == "dobj" and noun.head.lemma_ == "marry")


def _is_called(mention: Mention, name: Mention, doc: "Doc") -> bool:
    """Return whether a name tells who a relative is: "his cousin Tom Reed"."""
    return name.token != mention.token and doc[mention.token] in (doc[name.token].head, *doc[name.token].lefts)


def pair(token: "Token", scene: Scene) -> Mention | None:
    """Return the two persons who were just named in one sentence: "Ida Holm married Paul Moss, and they …"."""
    here = any(m.type is PhraseType.PERSON for m in scene.mentions)
    near = scene.mentions if here else scene.before()
    unclear = scene.obscure if here else scene.discourse.obscure
    if any(m.plural and m.type in _HUMAN for m in (*near, *unclear)):
        return None
    doc = scene.reading.sent.doc
    told = [m for m in near if m.paragraph == scene.paragraph and (m.type is PhraseType.PERSON or _is_joined(m, doc))]
    told = [m for m in told if m.named or not any(_is_called(m, name, doc) for name in told if name.named)]
    names = list(dict.fromkeys(m.text for m in told))
    if len(names) != 2 or not all(m.named and (_is_full(m, scene) or _is_joined(m, doc)) for m in told):
        return None
    if not any(m.subject for m in told) or any(doc[m.token].dep_ in _APART for m in told):
        return None
    return replace(named(" and ".join(names), scene), plural=True)
