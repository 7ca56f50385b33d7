"""Asks that say too little, since a verb has lost what makes it tell something, or whose answer says too much."""

import re
from collections.abc import Callable

from quizgen.lexicon import words
from quizgen.model import FactKind, PhraseType, Verb
from quizgen.questions import beside
from quizgen.questions.case import Case
from quizgen.questions.predicates import is_restricted

CODES = {
    "refused-light": "verb or answer say little and nothing says more: what does it take, the son of a weaver",
    "refused-full": "the answer holds more than is asked for: the town as a port, the steel even where it is wet",
    "refused-aim": "it is asked what something was for that nobody did on purpose, or that needs its aim",
    "refused-alike": "it is asked at which island an island is, or in which valley a valley",
    "refused-imprecise": "the answer measures nothing: several years, large sums",
    "refused-moment": "it was going on, or came years later, and nothing says when",
}
_LIGHT = frozenset("begin bring expect face get give have hold include keep leave set start take use".split())
_OFFICES = frozenset({"appoint", "crown", "declare", "designate", "elect", "make", "name", "proclaim"})
_LIVING = frozenset({PhraseType.PERSON, PhraseType.PEOPLE})
_AS = re.compile(r"\w as [A-Za-z]")
_FURTHER = re.compile(
    r" even (?:where|when|if|though|after|before) "
    r"| (?:in|on|during) the (?:same |very )?(?:autumn|day|month|night|season|spring|summer|week|winter|year) "
    r"| [a-z]{3,}ly (?:up|down|along|into|onto|to|through|across|over|from|out) "
)
_ASKED = re.compile(r"(?:What|Who) (?!(?:is|are|was|were) the )")
_IMPRECISE = re.compile(
    r"(?:an? )?(?:enormous|great|huge|large|modest|small|substantial|vast) (?:sum|amount|number|quantit)\w*"
    r"|(?:a few|many|several|some|various) (?:minute|hour|day|week|month|year|decade|centurie|time|mile|kilomet\w+)s"
    r"|(?:a|some) (?:(?:long|short) )?(?:time|while)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b[\w-]+ (?:minutes|hours|days|weeks|months|years|decades|centuries) "
    r"(?:before(?=\?)|(?:afterwards?|later|earlier|previously)\b)"
    r"(?! than)"
)
_RELATED = re.compile(
    r"(?:an?|the) (?:[\w-]+ )?(?:(?:child|daughter|son|brother|sister|nephew|niece|wife|widow) of (?:an?|two) "
    r"(?!.*\b(?:who|that|which|and|for|to)\b)|(?:native|relative) (?:of|from) )"
)
_WHICH = re.compile(r"[A-Z][a-z]+ which (?P<noun>[a-z]+) ")
_ONGOING = frozenset({"was", "were"})
_HIDDEN = frozenset({"attribution", "reason"})


def _is_light(case: Case, verb: Verb) -> bool:
    """Return whether an object is asked for with a verb that fits nearly everything: "What does the pump have?" """
    if case.slot != "object" or verb.complement or verb.particle or not _ASKED.match(case.prompt):
        return False
    alone = all(p.role in ("subject", "time", *_HIDDEN) for p in case.told)
    if verb.passive:
        return verb.base in _OFFICES and all(p.role == "subject" for p in case.told)
    kind = case.draft.subject.plural and not case.past and not case.draft.subject.text.lower().startswith("the ")
    listed = verb.base == "include" and " and " in case.answer and is_restricted(case.draft.subject.text)
    return verb.base in _LIGHT and alone and not listed and not (verb.base == "have" and kind)  # "do electrons have"


def _is_useless(case: Case, verb: Verb) -> bool:
    """Return whether something is used, and it is not told for what: "What uses sea water?" """
    if case.slot != "subject" or verb.base != "use" or verb.complement or verb.passive:
        return False
    return len(case.told) == 1 and case.said <= 3


def _is_overfull(case: Case, verb: Verb) -> bool:
    """Return whether the answer goes on with what belongs to the verb: "lists the town as a port"."""
    if case.slot not in ("object", "bound"):
        return False
    cast = verb.base in words("verbs", "casting") and _AS.search(case.answer) is not None
    return cast or _FURTHER.search(case.answer) is not None


def _is_aimless(case: Case, verb: Verb) -> bool:
    """Return whether a bare stem asks for the aim that its verb needs: "Why is the detector tuned?" """
    if case.slot != "purpose" or case.said > 2 or case.draft.object is not None:
        return False
    return not verb.passive or verb.base == "use" or verb.base not in words("verbs", "purposeful")


def _is_passing(case: Case, verb: Verb) -> bool:
    """Return whether it is asked of what was going on at a time that is not told: "Who was going home?" """
    ongoing = verb.aux[:1] and verb.aux[0] in _ONGOING and verb.participle.endswith("ing")
    if not ongoing or verb.passive or any(q.role in ("time", "day", "duration") for q in case.draft.qualifiers):
        return False
    return case.slot != "subject" or case.asked.type in _LIVING


def _is_counted(case: Case, verb: Verb) -> bool:
    """Return whether a time is counted from what only the text tells: "Who died five years afterwards?" """
    return _COUNTED.search(case.prompt) is not None


def _is_imprecise(case: Case, verb: Verb) -> bool:
    """Return whether an amount or a time is asked for, and the answer tells none: "several years"."""
    return case.slot != "subject" and _IMPRECISE.fullmatch(case.answer) is not None


def _is_relation_only(case: Case, verb: Verb) -> bool:
    """Return whether all that is told of a name is that it is the child of somebody without one, or a native of."""
    defined = case.draft.kind is FactKind.DEFINITION and case.slot == "attribute"
    return defined and _RELATED.match(case.answer) is not None


def _is_among_alike(case: Case, verb: Verb) -> bool:
    """Return whether the sort of place that is asked for is that of the subject: "At which island is an island …?" """
    found = _WHICH.match(case.prompt) if case.slot == "place" else None
    return found is not None and found["noun"] in case.draft.subject.text.lower().split(" ")


RULES: tuple[tuple[str, Callable[[Case, Verb], bool]], ...] = (
    ("refused-light", _is_light),
    ("refused-light", _is_useless),
    ("refused-light", lambda case, _: beside.is_untold(case)),
    ("refused-full", _is_overfull),
    ("refused-aim", _is_aimless),
    ("refused-light", _is_relation_only),
    ("refused-alike", _is_among_alike),
    ("refused-moment", _is_passing),
    ("refused-moment", _is_counted),
    ("refused-imprecise", _is_imprecise),
)
