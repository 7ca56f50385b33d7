"""What a statement of English has to say with some words: a holder of what, different from what, stayed where."""

import re
from collections.abc import Callable

from quizgen.lexicon import words
from quizgen.model import Phrase, PhraseType
from quizgen.numerals import number_word
from quizgen.questions import beside
from quizgen.questions.case import Case, has_capital
from quizgen.questions.predicates import within

CODES = {
    "refused-relation": "a noun says nothing without what it is of, and the stem does not tell: the first holder, many",
    "refused-compared": "a thing is told by what it is beside another, which the page tells: a different route",
    "refused-ground": "a place is told by a word that leaves out beneath or inside of what: air trapped inside",
    "refused-elsewhere": "the stem or the answer points to what only the page shows: step 2, the full cycle, six, it",
    "refused-whither": "somebody went, stayed or sent something, and it is not said where or to whom: looked around",
}
_NOMINAL = frozenset({"subject", "object", "attribute"})
_PLAIN = re.compile(r"(?:(?P<article>the|an?) )?(?:[\w-]+ ){0,2}[a-z-]+", re.IGNORECASE)
_RANKED = re.compile(r"the (?:first|second|third|last|next|only) [a-z-]+")
_OF = frozenset({"of", "to", "between"})
_AIMS = frozenset("about against among between for from into of on over to toward towards with".split())
_BARE = re.compile(
    r"(?:(?:the|an?|his|her|its|their|no|any|further) )?(?P<told>(?:[\w-]+ ){0,2})(?P<noun>[a-z-]+)", re.IGNORECASE
)
_NUMBERED = re.compile(r"\b(?:[Cc]hapter|[Ee]quation|[Ff]igure|[Ss]ection|[Ss]tage|[Ss]tep|[Tt]able)s? \d")
_WHOLLY = re.compile(
    r"\bthe (?:full|whole|entire|complete) [a-z]+(?: of [a-z]+)?(?=\?| (?:by|in|is|published|take|takes|took|was)\b)"
)
_HOMELAND = re.compile(r"\b(?:his|her|their|its) (?:homeland|(?:home |native |own )?(?:city|country|town|village))\b")
_NUMBER = re.compile(
    r"(?:(?:more|fewer|less) than |about |some |over |nearly |almost |up to |at least |around |only |just )?"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|[\d.,]+)(?: (?:in|at|on|for|with|of the|by)\b|$)"
)
_COUNTING = frozenset("average be become cost equal exceed hit measure number pass reach top total turn weigh".split())
_THEIRS = re.compile(r"\b(?:hers|ours|theirs|yours)\b")
_IT = re.compile(r"\b(?:it|them)\b")
_LIVING = frozenset({PhraseType.PERSON, PhraseType.PEOPLE})
_GROUNDLESS = re.compile(
    r"(?<!from )\b(?:inside|below|beneath|underneath|alongside|opposite|overhead|nearby|upstream|downstream)"
    r"(?=\?| (?:in|on|at|for|by|before|after|when|during|until|is|are|was|were)\b)"
    r"|\b(?:afterwards?|beforehand|meanwhile|since|thereafter)\?$"
)
_COUNTS = frozenset("both each few four half many most none others several some three two".split())
_COMPARED = re.compile(
    r"\b(?:an? (?:[a-z]+ly )?different|(?:an?|no|some) further|an? (?:second|third)(?:,| and [a-z]+)?|the next)"
    r" [a-z-]+(?P<rest>.*)"
)
_COMPARAND = re.compile(r"\b(?:from|than|to|that|which|who|whose)\b")
_OPENLY = re.compile(r"the (?:most|least|[a-z]+est) .*\b(?:concerned|involved|present)")
_STEPS = frozenset("come drive go look march move ride run sail stay travel walk wander".split())
_SENT = frozenset({"dispatch", "send"})
_WAYS = frozenset(
    """across against along around aboard at behind beneath down for from in inside into near off on onto outside over
    past round through to toward towards under up via""".split()
)
_THERE = re.compile(r"\b(?:at|in|near|to) (?:the )?[A-Z]")
_HOME = re.compile(
    r"\b(?:abroad|aboard|aground|ashore|away|home|indoors|inside|live|outdoors|outside|overseas|upstairs|from .+ to)\b"
)


def reason(case: Case) -> str:
    """Return the code of ``CODES`` that speaks against an ask, "" where none does."""
    return next((code for code, holds in _RULES if holds(case)), "")


def _is_loose_relation(case: Case) -> bool:
    """Return whether a phrase means somebody's or something's and does not say whose."""
    if any(q.prep in _OF for q in case.draft.qualifiers):
        return False
    nominal = [p for p in (*case.told, case.asked) if p.role in _NOMINAL and not p.proper]
    if any(p.text.lower() in _COUNTS or _OPENLY.fullmatch(p.text) or _is_of_nothing(p) for p in nominal):
        return True
    thing = case.draft.object
    return thing is not None and _is_aimed(thing) and not any(map(_is_aim, case.draft.qualifiers))


def _is_aimed(thing: Phrase) -> bool:
    """Return whether a noun needs what it is for, against or about, and nothing in its phrase tells: "its hold"."""
    found = _BARE.fullmatch(thing.bound or thing.text) if not thing.proper else None
    if (
        found is None
        or thing.head not in words("valency", "complemented")
        or not found["noun"].startswith(thing.head[:-1])
    ):
        return False
    told = (found["told"] or "").split()
    return all(word in words("nouns", "weak") or number_word(word) is not None for word in told)


def _is_aim(phrase: Phrase) -> bool:
    """Return whether a phrase can tell what a noun is for, against or about: a promise to, access to, that."""
    if phrase.role in ("time", "duration", "attribution", "day", "reason"):
        return False
    return phrase.type is PhraseType.CLAUSE or phrase.role == "purpose" or phrase.prep in _AIMS


def _is_of_nothing(phrase: Phrase) -> bool:
    found = _PLAIN.fullmatch(phrase.text)
    if found is None or within(phrase.text) or has_capital(phrase.text[1:]) or (phrase.plural and not found["article"]):
        return False
    ranked = phrase.role == "attribute" and _RANKED.fullmatch(phrase.text) is not None
    last = phrase.text.lower().rpartition(" ")[2]
    return ranked or (phrase.head in words("nouns", "owed") and last.startswith(phrase.head))  # not "the name loess"


def _is_beside_another(case: Case) -> bool:
    said = (_COMPARED.search(p.text) for p in (*case.told, case.asked) if p.role not in ("time", "duration"))
    return any(found is not None and not _COMPARAND.search(found["rest"]) for found in said)


def _is_nowhere(case: Case) -> bool:
    """Return whether a verb of going, staying or sending lacks its place, which stood in the sentence before."""
    verb, draft = case.draft.verb, case.draft
    if verb is None or verb.tense != "past" or verb.complement or (verb.passive and verb.base not in _SENT):
        return False
    if any(q.role == "attribute" for q in draft.qualifiers):  # "went wrong"
        return False
    if verb.base not in _STEPS | _SENT or (draft.object is not None or verb.passive) != (verb.base in _SENT):
        return False
    return not any(_is_way(q) for q in draft.qualifiers) and not _HOME.search(verb.particle)


def _is_way(phrase: Phrase) -> bool:
    """Return whether a phrase tells where or whereto: "to Paris", "from village to village"."""
    if phrase.role == "purpose":  # "went to live in Leeds"
        return _THERE.search(phrase.text) is not None
    if phrase.role in ("time", "duration", "reason", "attribution"):
        return False
    return phrase.role == "place" or phrase.prep in _WAYS or bool(_HOME.search(phrase.bound or phrase.text))


def _is_ungrounded(case: Case) -> bool:
    """Return whether a word tells a place by one that only the page tells: "a cottage a quarter mile below"."""
    return _GROUNDLESS.search(case.prompt) is not None or (
        case.slot != "reason" and _GROUNDLESS.search(f"{case.answer}?") is not None
    )


def _is_elsewhere(case: Case) -> bool:
    """Return whether it is spoken of what only the page can show: step 2, the full cycle, six, an age."""
    said = (case.prompt, "" if case.slot == "reason" else f"{case.answer}?")
    if any(sign.search(text) for text in said for sign in (_NUMBERED, _WHOLLY, _THEIRS)):
        return True
    if case.slot == "subject" and _HOMELAND.search(case.prompt):
        return True
    return _is_ageless(case) or _has_bare_number(case) or _is_aim_of_it(case) or beside.is_left_open(case)


def _has_bare_number(case: Case) -> bool:
    """Return whether a number stands for things that were told before: "used six", "has more than 900"."""
    said = (p for p in (*case.told, case.asked) if p.role in ("object", "other") and not p.prep)
    counting = case.draft.verb is not None and case.draft.verb.base in _COUNTING
    return not counting and any(_NUMBER.match(p.text) for p in said)


def _is_ageless(case: Case) -> bool:
    """Return whether it is asked how old somebody was, and not when."""
    told = case.draft.object
    old = told is not None and told.text.endswith(" years old") and case.past
    return old and not any(q.type is PhraseType.CLAUSE or q.role == "time" for q in case.draft.qualifiers)


def _is_aim_of_it(case: Case) -> bool:
    """Return whether an aim speaks of "it", which is neither who had it nor, mostly, what it was done with."""
    return case.slot == "purpose" and case.draft.subject.type in _LIVING and _IT.search(case.answer) is not None


_RULES: tuple[tuple[str, Callable[[Case], bool]], ...] = (
    ("refused-elsewhere", _is_elsewhere),
    ("refused-ground", _is_ungrounded),
    ("refused-relation", _is_loose_relation),
    ("refused-compared", _is_beside_another),
    ("refused-whither", _is_nowhere),
)
