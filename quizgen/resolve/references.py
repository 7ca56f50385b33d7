"""References that are certain: what "it", "she", "their" and "the probe" stand for; all others are marked.

A replacement is only made where one reading is left; every other reference is marked with a reason code, and whatever
contains it is not asked.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.resolve import (
    apposed,
    couples,
    demonstratives,
    fullnames,
    inner,
    nouns,
    persons,
    pointing,
    relatives,
    signs,
    things,
    whereabouts,
)
from quizgen.resolve.cast import HE_SHE
from quizgen.resolve.descriptions import DEMONSTRATIVES
from quizgen.resolve.discourse import Discourse, Mention
from quizgen.resolve.scene import Scene
from quizgen.syntax.clauses import SUBJECTS
from quizgen.syntax.phrases import noun_tokens
from quizgen.syntax.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPEAKERS = frozenset("i me my mine we us our ours you your yours myself ourselves yourself".split())


def resolve(reading: Reading, discourse: Discourse, *, sentence: int, paragraph: int) -> None:
    """Fill ``reading.replace``, ``bound`` and ``unresolved``, and remember the sentence's mentions."""
    scene = Scene(reading, discourse, sentence, paragraph)
    timed = {i for time in reading.times for i in range(time.start, time.end)}
    done = timed | set(reading.replace)
    names = [t for t in reading.tokens if t.pos_ == "PROPN" and t.dep_ not in ("compound", "nmod") and t.i not in done]
    spelled = {t.i for t in names if fullnames.spell_out(t, scene)}
    for token in reading.tokens:
        if token.i in spelled or (token.i not in reading.replace and token.i not in timed):
            _visit(token, scene)
    for token in scene.later:
        things.ahead(token, scene)
    _complete(scene)
    _bind(scene)
    scene.close()


def _complete(scene: Scene) -> None:
    """Say in what a sentence told of also what was found out behind its noun: "the existence of Lake Vostok"."""
    reading = scene.reading
    for place, mention in enumerate(scene.mentions):
        token = reading.sent.doc[mention.token]
        if mention.named or token.pos_ != "NOUN" or mention.token in reading.replace:
            continue
        tokens = noun_tokens(token, reading)
        if any(t.i > token.i and t.i in reading.replace for t in tokens):
            scene.mentions[place] = replace(mention, text=reading.text(tokens))


def _visit(token: "Token", scene: Scene) -> None:
    pos = token.pos_
    if pos != "VERB" and (pointing.is_one_more(token) or pointing.is_numbered(token) or pointing.is_reply(token)):
        scene.unknown(token, "unresolved-mention")
    elif pos in ("NOUN", "PROPN"):
        if token.dep_ not in ("compound", "nmod") and not couples.couple(token, scene):
            nouns.nominal(token, scene)
        if pos == "PROPN":
            apposed.person(token, scene)
            apposed.thing(token, scene)
        apposed.term(token, scene)
    elif pos in ("PRON", "DET"):
        _pronoun(token, scene)
    elif pos in ("ADJ", "ADV", "NUM"):
        code = _description(token)
        if code and token.lower_ == "there" and whereabouts.spelled_out(token, scene):
            return
        if token.lower_ == "here" and whereabouts.spelled_out(token, scene):
            return
        if code:
            scene.unknown(token, code)
        elif pointing.is_people(token):
            nouns.people(token, scene)


def _is_numeral(token: "Token") -> bool:
    """Return whether "I" is the number of what stands before it: World War I, Grade I."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    return token.text == "I" and before is not None and before.is_title and before.is_alpha and not before.is_sent_start


def _is_initial(token: "Token") -> bool:
    """Return whether "i" is a letter of a company's name: "Seven & i"."""
    return token.text.lower() == "i" and not token.is_sent_start and token.nbor(-1).text == "&"


def _pronoun(token: "Token", scene: Scene) -> None:
    word = token.lower_
    if word in _SPEAKERS and not _is_numeral(token) and not _is_initial(token):
        scene.unknown(token, "first-person")
    elif relatives.owner(token, scene):
        return
    elif word in ("theirs", "hers") or signs.is_loose_relative(token):
        scene.unknown(token, "unresolved-pronoun")
    elif word in HE_SHE:
        persons.person(token, scene)
    elif word in things.IT or word in things.THEY:
        if not inner.is_inner(token):
            things.thing(token, scene)
    elif word in DEMONSTRATIVES and token.tag_ == "DT" and token.pos_ == "PRON" and not signs.is_relative_that(token):
        demonstratives.demonstrative(token, scene)
    elif pointing.is_contextual(token):
        scene.unknown(token, "unresolved-mention")


def _description(token: "Token") -> str:
    """Return the reason code for an adjective, an adverb or a number that points back, or ""."""
    if token.pos_ == "ADV" and pointing.is_pointing(token):
        return "unresolved-mention"
    if pointing.is_open_comparison(token):
        return "comparison"
    return "unresolved-mention" if pointing.is_contextual(token) or pointing.is_headless(token) else ""


def _bind(scene: Scene) -> None:
    """Let pronouns stand where a question says anyway what they mean: the subject of their clause or sentence."""
    main = next((m for m in scene.mentions if m.subject), None)
    for token, text in scene.said:
        own = scene.own_subject(token) or scene.subject_above(token)
        if own is not None and own.text == text and not _is_inverted(own, scene):
            scene.reading.bound.add(token.i)
        near = [m.token for m in scene.mentions if m.text == text and 0 <= m.token < token.i]
        near = [i for i in near if token.doc[i].pos_ != "PRON"]
        if near:
            scene.reading.anchors[token.i] = near[-1]
        if main is not None and main.text == text and not (token.dep_ in SUBJECTS and signs.is_main(token.head)):
            scene.reading.echoed.add(token.i)


def _is_inverted(subject: Mention, scene: Scene) -> bool:
    """Return whether a subject follows its verb: "At its southern edge rises the highest peak"."""
    token = scene.reading.sent.doc[subject.token]
    return bool(token.head.i < token.i)
