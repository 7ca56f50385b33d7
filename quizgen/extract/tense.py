"""Tenses that stay true: a plan is asked as the plan it was, a passing state as it was on its day."""

from dataclasses import replace

from quizgen import inflect
from quizgen.model import Verb

_BE = frozenset({"is", "are", "'s"})


def planned(verb: Verb, *, plural: bool) -> Verb:
    """Return a plan in the past: "will land" → "was due to land", "is expected to reach" → "was expected to reach"."""
    was = "were" if plural else "was"
    if verb.aux[:1] == ("will",) or verb.aux[:1] == ("shall",):
        rest = [*verb.aux[1:], *verb.adverbs, _infinitive(verb), verb.particle, verb.complement]
        below = "to " + " ".join(filter(None, rest))
        text = f"{was} due {below}"
        return replace(
            verb,
            text=text,
            base="be",
            past=was,
            participle="due",
            aux=(was,),
            particle="",
            complement=below,
            tense="past",
            adverbs=(),
        )
    return anchored(verb, plural=plural)


def _infinitive(verb: Verb) -> str:
    return verb.participle if len(verb.aux) > 1 else verb.base


def anchored(verb: Verb, *, plural: bool) -> Verb:
    """Return a present-tense verb group in the past."""
    if verb.tense != "present":
        return verb
    was = "were" if plural else "was"
    rest = [*verb.adverbs, verb.particle, verb.complement]
    if verb.aux:
        first = (
            was
            if verb.aux[0] in _BE
            else {"has": "had", "have": "had", "does": "did", "do": "did"}.get(verb.aux[0], verb.aux[0])
        )
        aux = (first, *verb.aux[1:])
        text = " ".join(filter(None, [*aux, *verb.adverbs, verb.participle, verb.particle, verb.complement]))
        return replace(verb, text=text, aux=aux, tense="past")
    finite = was if verb.base == "be" else inflect.past(verb.base)
    return replace(
        verb,
        text=" ".join(
            filter(None, [(verb.adverbs and " ".join(verb.adverbs)) or "", finite, *rest[len(verb.adverbs) :]])
        ),
        past=finite,
        tense="past",
    )
