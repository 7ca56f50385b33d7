"""Words of a question that stand for what only the page tells: to the north, appoint one, on her return, a class."""

import re
from collections.abc import Set

from quizgen.lexicon import words
from quizgen.model import FactKind, Phrase, PhraseType
from quizgen.questions.case import Case, has_capital

_SIDES = re.compile(r"(?:^|\b(?:to the|further|farther) )(?:(?:north|south)-?)?(?:east|west|north|south)$")
_ONE = re.compile(r"\bto [a-z]+ one$")
_OWN = re.compile(r"(?:his|her|its|their) [a-z-]+")
_HEAP = re.compile(r"an? (?:[a-z]+ )?(?:amount|quantity|sum)(?: (?:at|for|from|in|to) .+)?")
_SORT = re.compile(r"(?:the|an?) (?:(?!that |which |who )[\w-]+ )*?(?P<noun>[a-z]+)(?: (?:at|in|on) [\w -]+)?")
_OF_ONE_WORD = re.compile(r"(?:the |an? )?(?:[\w-]+ )?(?P<noun>[a-z]+) of [a-z]+")
_SORTS = frozenset("class kind sort type".split())
_WHEN = frozenset("after at before by during in on".split())
_NAMING = frozenset({FactKind.ALIAS, FactKind.DEFINITION, FactKind.SUPERLATIVE})
_LIVING = frozenset({PhraseType.PERSON, PhraseType.PEOPLE})
_INFORMING = frozenset("assure inform notify remind tell".split())


def is_left_open(case: Case) -> bool:
    """Return whether a stem or an answer has a word that only the page fills: west of what, one of what, a class."""
    return _is_sideways(case) or _stands_for_one(case) or _is_led_by_own(case) or _is_heap(case) or _is_mere_sort(case)


def is_untold(case: Case) -> bool:
    """Return whether somebody was told something, and nothing says what: "Who told Ida Brook?" """
    verb = case.draft.verb
    if verb is None or verb.base not in _INFORMING or verb.complement or verb.particle or verb.passive:
        return False
    told = case.draft.object
    rest = (q for q in case.draft.qualifiers if q.role not in ("time", "place", "duration", "attribution", "day"))
    return told is not None and told.type in _LIVING and not any(rest)


def _is_sideways(case: Case) -> bool:
    """Return whether it is told how far or on which side something lies, and not of what: "800 metres further east"."""
    verb = case.draft.verb
    if verb is None or verb.base not in words("verbs", "lying") | {"be"}:
        return False
    sided = any(_SIDES.search(f"{p.prep} {p.text}".strip()) for p in case.told)
    return sided and not any(has_capital(p.bound or p.text) for p in case.told)


def _stands_for_one(case: Case) -> bool:
    """Return whether an aim or a rank ends with "one", which stood before: "the first country to appoint one"."""
    return any(_ONE.search(text) for text in (case.answer, *(p.text for p in case.told)))


def _is_led_by_own(case: Case) -> bool:
    """Return whether a sentence begins with what belongs to the one who is asked for: "On her return she …"."""
    ahead = (p for p in case.told if p.position < case.draft.subject.position and p.prep in _WHEN)
    return case.slot == "subject" and any(_OWN.fullmatch(p.bound or p.text) for p in ahead)


def _is_heap(case: Case) -> bool:
    """Return whether somebody did something with much or little, and it is not told of what: "a great quantity"."""
    thing = case.draft.object
    open_ = thing is not None and _HEAP.fullmatch(thing.text) is not None
    return open_ and not any(q.prep == "of" for q in case.draft.qualifiers)


def _is_mere_sort(case: Case) -> bool:
    """Return whether what has a name is told as a sort or a heap and nothing more: a class of objects, a pale variety.

    The name is asked for by it.
    """
    draft = case.draft
    told = draft.subject if draft.kind is FactKind.ALIAS else draft.object
    if draft.kind not in _NAMING or told is None or told.text not in case.prompt:
        return False
    return not told.proper and _is_sort(told)


def _is_sort(told: Phrase) -> bool:
    """Return whether a description has a noun that says nothing without what it is of, or that and one word."""
    sort, heap = _SORT.fullmatch(told.text), _OF_ONE_WORD.fullmatch(told.text)
    if sort is not None and " of " not in told.text and _is_noun(sort["noun"], words("nouns", "relational") | _SORTS):
        return True
    return heap is not None and _is_noun(heap["noun"], words("nouns", "collections") | _SORTS)


def _is_noun(word: str, nouns: Set[str]) -> bool:
    """Return whether a word is one of several nouns, or the plural of one."""
    return word in nouns or word.removesuffix("s") in nouns or word.removesuffix("es") in nouns
