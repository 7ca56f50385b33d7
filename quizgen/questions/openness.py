"""Which stems leave open what they ask for, judged with the whole text: by its label, and by whom it is all about."""

from collections.abc import Mapping

from quizgen.lexicon import words
from quizgen.model import FactDraft, FactKind, Phrase, PhraseType
from quizgen.questions.case import Case, has_capital, is_address
from quizgen.questions.predicates import UNIQUE, is_making
from quizgen.questions.vagueness import Topics

CODES = {
    "refused-open": "the stem does not say which thing, place or person it means, and no label does",
    "refused-alone": "a stem without name and label says next to nothing: lost her post",
    "refused-hero": "whom the text is all about is asked for by a deed that many have done",
    "refused-adrift": "it is asked what something was or did, and neither name nor number nor label says where or when",
}
_OPEN, _HALF_OPEN = 0.4, 0.3  # the penalty of a stem that does not say what it means, with and without a named subject
_ALONE = 3  # content words that say next to nothing
_TOLD_ENOUGH = 7  # content words that tell a deed from what others did
_LIVING = frozenset({PhraseType.PERSON, PhraseType.PEOPLE})
_MEANT = frozenset({FactKind.DEFINITION, FactKind.ALIAS, FactKind.SUPERLATIVE})


def reason(case: Case, *, labelled: bool, against: Mapping[str, float], about: Topics) -> str:
    """Return the code of ``CODES`` that speaks against an ask whose stem has a label or none, "" where none does."""
    if _is_open(against, case.draft):
        return "refused-open"
    if not labelled and _is_alone(case):
        return "refused-alone"
    if is_heroic(case, about) and not tells_apart(case):
        return "refused-hero"
    return "refused-adrift" if not labelled and is_adrift(case) else ""


def _is_open(against: Mapping[str, float], draft: FactDraft) -> bool:
    """Return whether so much is open in a stem that hardly a teacher keeps it."""
    open_ = against.get("vague stem", 0.0) >= (_OPEN if draft.subject.proper else _HALF_OPEN)
    return open_ or any(against.get(name) for name in ("adrift", "repeated", "unnamed"))


def _is_alone(case: Case) -> bool:
    """Return whether it is asked what is left behind or who disliked offices, which might be in any text.

    What was done to something in a year is told apart by both: "isolated radium in 1902".
    """
    if case.slot != "subject" or case.draft.kind in _MEANT or not case.prompt.startswith(("What ", "Who ")):
        return False
    named = any(has_capital(p.bound or p.text) for p in case.told)
    dated = any(p.type is PhraseType.DATE for p in case.told) and any(p.role == "object" for p in case.told)
    return not (named or dated) and case.said <= _ALONE and not UNIQUE.search(case.prompt)


def is_heroic(case: Case, about: Topics) -> bool:
    """Return whether somebody is asked for by a deed whom the text is all about, so that every deed has this answer."""
    verb, asked = case.draft.verb, case.asked
    done = verb is not None and verb.tense == "past" and case.slot == "subject"
    return done and asked.type is PhraseType.PERSON and asked.proper and about.is_hero(asked.text)


def tells_apart(case: Case) -> bool:
    """Return whether a stem has a name that is no address, or what only one can have done, or much else."""
    if case.said >= _TOLD_ENOUGH or UNIQUE.search(case.prompt) or is_making(case.draft, case.asked):
        return True
    return any(is_telling(p) and not _is_joined(p, case) for p in case.told)


def _is_joined(phrase: Phrase, case: Case) -> bool:
    """Return whether a body is one that somebody went to or became part of, as others did: attended the school."""
    verb = case.draft.verb
    last = (verb.complement or verb.base).split(" ")[-1] if verb is not None else ""
    return phrase.role == "object" and _is_body(phrase) and last in words("verbs", "entering")


def is_telling(phrase: Phrase) -> bool:
    """Return whether a phrase has a name, and not that of an address: a person, a work, what somebody founded."""
    named = phrase.proper or has_capital(phrase.bound or phrase.text)
    acted_on = phrase.role == "object" and _is_body(phrase)
    return named and phrase.type is not PhraseType.DATE and (acted_on or not is_address(phrase))


def _is_body(phrase: Phrase) -> bool:
    return phrase.type in (PhraseType.ORGANISATION, PhraseType.UNKNOWN)


def is_adrift(case: Case) -> bool:
    """Return whether things of a past time are asked for or told of, and nothing says of which."""
    draft, verb = case.draft, case.draft.verb
    if verb is None or verb.tense != "past" or case.slot not in ("subject", "object") or case.named:
        return False
    if is_making(draft, case.asked) or UNIQUE.search(case.prompt) or {draft.subject.type, case.asked.type} & _LIVING:
        return False
    return case.prompt.startswith(("What ", "Which "))
