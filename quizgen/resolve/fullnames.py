"""Full names in the place of surnames, of "Mr. Holm" and of "the young Holm"."""

from typing import TYPE_CHECKING

from quizgen import lexicon
from quizgen.lexicon import words
from quizgen.model import PhraseType
from quizgen.resolve import bodies, namesakes, owned, ships
from quizgen.resolve.scene import Scene
from quizgen.syntax.names import name_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOLD_BY = {"Mr": "m", "Mrs": "f", "Ms": "f", "Miss": "f"}
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_NAMING = frozenset("call christen dub entitle know label name nickname refer term title".split())
_NAMES = frozenset("name nickname phrase term title word".split())
_CIVIL = frozenset(_TOLD_BY)
_AGED = frozenset("young aged ageing aging elderly teenage youthful".split())  # "the late" may be one of several


def spell_out(token: "Token", scene: Scene) -> bool:
    """Put a full name in the place of a surname, of "Mr. Holm" and "the young Holm"; return whether it was possible."""
    name = name_of(token)
    full, first = scene.discourse.full_name(name), _first(token, name)
    if first is not None and (_is_called_so(token, first) or owned.is_of_name(token, scene)):
        return False
    if not full and lexicon.untitled(name).count(" ") == 0:
        full = scene.discourse.full_name(lexicon.untitled(name))
    if full and full != name and first is not None:
        other = _is_of_other_sex(first, full, scene)
        if full.endswith(name) and namesakes.acts(token, name, full, scene):
            scene.anybody(token)
        elif not other and not is_part_of_name(token, scene) and not _is_of_a_thing(token, scene):
            swallowed = range(_described_from(first, scene), token.i)
            scene.reading.replace |= dict.fromkeys(swallowed, "") | {token.i: full}
    elif not full and token.text == name and scene.discourse.cast.is_shared(name):
        scene.anybody(token)
    elif not full:
        _use_one_name(token, name, scene)
        ships.spell_out(token, name, scene)
        bodies.spell_out(token, name, scene)
    return token.i in scene.reading.replace


def _first(token: "Token", name: str) -> "Token | None":
    """Return the first token of a surname that ends with ``token``: Ferrand-Prévot, Mr. Holm, Van Aelst."""
    if token.text == name:
        return token
    start = token.idx + len(token.text) - len(name)
    titled = lexicon.untitled(name).count(" ") == 0 or name.split()[0].lower() in words("names", "particles")
    span = token.doc.char_span(start, token.idx + len(token.text)) if titled and start >= 0 else None
    return span[0] if span is not None and span.text == name and span.start >= token.sent.start else None


def _is_called_so(token: "Token", first: "Token") -> bool:
    """Return whether an owner is part of what something is called: "bears the name Holm's Rock"."""
    owner = token.i + 1 < token.sent.end and token.nbor(1).text in _POSSESSIVE
    if not owner or first.is_sent_start:
        return False
    before = first.nbor(-1)
    before = before.nbor(-1) if before.is_quote and not before.is_sent_start else before
    known = before.lower_ == "as" and before.head.lemma_ in _NAMING
    return known or before.lemma_.lower() in _NAMING | _NAMES


def _is_of_other_sex(first: "Token", full: str, scene: Scene) -> bool:
    """Return whether "Mr" or "Mrs" tells that a surname is not the known bearer's: Mrs Reed is not Tom Reed."""
    before = first if first.is_sent_start else first.nbor(-1)
    told = {_TOLD_BY.get(each.text.rstrip(".")) for each in (before, first)} - {None}
    return bool(told) and scene.discourse.gender_of(full) not in (*told, "")


def _described_from(first: "Token", scene: Scene) -> int:
    """Return where a name begins, the words put aside that its full form needs no more: "Mr.", "the young"."""
    start, least, doc = first.i, scene.reading.sent.start, first.doc
    if start > least and doc[start - 1].text.rstrip(".") in _CIVIL:
        start -= 1
    if start > least + 1 and doc[start - 1].lower_ in _AGED and doc[start - 2].lower_ == "the":
        start -= 2
    return start


def _use_one_name(token: "Token", name: str, scene: Scene) -> None:
    """Put the one name of the person whom the text is about in the place of a longer or shorter one with its title."""
    cast, doc = scene.discourse.cast, token.doc
    hero, start = cast.protagonist(), token.i - name.count(" ")
    if " " not in name or not hero or start < scene.reading.sent.start or doc[start : token.i + 1].text != name:
        return
    titled = start > scene.reading.sent.start and doc[start - 1].text in words("names", "titles")
    if start > scene.reading.sent.start and doc[start - 1].pos_ == "PROPN" and not titled:
        return
    if cast.is_protagonist(name) and (titled or name != hero):
        scene.reading.replace |= dict.fromkeys(range(start - titled, token.i), "") | {token.i: hero}


def _is_of_a_thing(token: "Token", scene: Scene) -> bool:
    """Return whether the noun before a name tells that it is nobody's: the programming language Ada."""
    noun = token.head
    titled = noun.pos_ == "NOUN" and noun.i == token.i - 1 and scene.discourse.in_title(f"{noun.text} {token.text}")
    if titled and lexicon.noun_type(noun.lemma_.lower()) is not PhraseType.PERSON:
        return True
    before = (c for c in token.lefts if c.dep_ == "compound" and c.pos_ == "NOUN")
    return any(lexicon.noun_type(c.lemma_.lower()) is not PhraseType.PERSON for c in before)


def is_part_of_name(token: "Token", scene: Scene) -> bool:
    """Return whether the name goes on before: "Genghis Khan", of which the tagger saw half, "Earl of Ross"."""
    if token.head.lower_ == "of" and token.head.head.lower_ in words("names", "noble"):
        return True
    name = name_of(token)
    start = _first(token, name)
    first = start.i if start is not None else token.i - name.count(" ")
    before = token.doc[first - 1] if first > scene.reading.sent.start else None
    titled = before is not None and before.text.rstrip(".") in words("names", "titles")
    if before is not None and before.is_quote:
        return _is_behind_nickname(before, scene)
    return before is not None and before.pos_ == "PROPN" and before.head == token and not titled


def _is_behind_nickname(quote: "Token", scene: Scene) -> bool:
    """Return whether a name begins before the one in quotation marks that ends here: Johanna "Ida" Holm."""
    opened = quote.i - 2
    if opened <= scene.reading.sent.start or not quote.doc[opened].is_quote:
        return False
    return quote.nbor(-1).text[:1].isupper() and quote.doc[opened - 1].pos_ == "PROPN"


def is_civil(token: "Token", name: str) -> bool:
    """Return whether all that a text tells of somebody is a surname and "Mr." before it."""
    return token.text == name and token.i > token.sent.start and token.nbor(-1).text.rstrip(".") in _CIVIL
