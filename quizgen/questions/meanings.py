"""Which meanings tell too little: shares, figures of speech, nouns that need more, and terms that are no terms."""

import re
from collections.abc import Callable

from quizgen.lexicon import words
from quizgen.model import FactDraft, FactKind, Phrase
from quizgen.questions.case import Case, has_capital
from quizgen.questions.predicates import is_restricted

CODES = {
    "refused-meaning": "a meaning is told by a share, a figure of speech or a noun that needs more: about 78% iron",
}
_SHARE = re.compile(r"(?:\w+ ){0,2}\d[\d.,]*(?: ?%| per ?cent\b)")
_CUT = re.compile(r"\bof (?:the|this) (?:following|form|kind|order|sort|type)$")
_THINGS = re.compile(r"the [a-z-]+(?: [a-z-]+)*")
_SHARED = re.compile(r"[\w’' -]+['’]s? (?:[a-z-]+ )?[a-z-]+")
_RANKED = re.compile(
    r"the (?:chief|common|main|national|normal|official|preferred|principal|standard|traditional|usual) "
    r"[a-z]+(?: of [a-z]+)?(?: today| now)?"
)
_PART = re.compile(r"the [a-z]+")
_CHILD = re.compile(  # whose parents are anybody: "the son of Swedish immigrants", "a weaver's daughter"
    r"(?:the|an?) (?:[a-z-]+ )*(?:son|daughter|child) of (?:an? |(?:[A-Z][a-z]+ )?(?!the )[a-z]+\b(?! [A-Z]))[^,]*"
    r"|(?:the|an?) (?:[a-z-]+ )?[a-z-]+['’]s? (?:[a-z]+ )?(?:son|daughter|child)\b[^,]*"
)
_LIMITED = frozenset({"by", "from", "since", "until"})


def reason(case: Case) -> str:
    """Return the code of ``CODES`` that speaks against an ask, "" where none does."""
    told = case.draft.object
    if case.draft.kind is not FactKind.DEFINITION or told is None or told.role != "attribute":
        return ""
    over = case.slot == "attribute" and (_is_over(case.draft) or _is_parentage(told))
    return "refused-meaning" if over or any(holds(case.draft, told) for holds in _RULES) else ""


def _is_share(draft: FactDraft, told: Phrase) -> bool:
    """Return whether it is only told how much of something else a thing is: "about 78% nitrogen"."""
    return _SHARE.match(told.text) is not None


def _is_figure(draft: FactDraft, told: Phrase) -> bool:
    """Return whether a thing is told by a figure of speech: "a bargain between plant and bacterium"."""
    return told.text.startswith(("a ", "an ")) and told.head in words("nouns", "figurative") and not told.proper


def _is_cut(draft: FactDraft, told: Phrase) -> bool:
    """Return whether a description ends where it begins to tell: "a plan of the form"."""
    return _CUT.search(told.text) is not None


def _are_things(draft: FactDraft, told: Phrase) -> bool:
    """Return whether several things of the text are the description: "the white fabric globes"."""
    alone = _THINGS.fullmatch(told.text) is not None and not is_restricted(told.text)
    return alone and (told.plural or draft.subject.plural) and not has_capital(told.text)


def _is_share_of_what(draft: FactDraft, told: Phrase) -> bool:
    """Return whether a description is somebody's share or part and does not say of what: "the sun's share"."""
    found = _SHARED.fullmatch(told.text)
    return found is not None and told.head in words("nouns", "relational") | words("valency", "complemented")


def _is_rank(draft: FactDraft, told: Phrase) -> bool:
    """Return whether a thing is told by its rank among those of the text only: "the usual method"."""
    return _RANKED.fullmatch(told.text) is not None


def _is_no_term(draft: FactDraft, told: Phrase) -> bool:
    """Return whether what is explained is a noun that needs more: "the principal", "Ada's remedy"."""
    name = draft.subject
    if name.proper and not _SHARED.fullmatch(name.text):
        return False
    if _SHARED.fullmatch(name.text):
        return name.head in words("valency", "complemented")
    return _PART.fullmatch(name.text) is not None and name.text[4:] in words("nouns", "weak")


def _is_parentage(told: Phrase) -> bool:
    """Return whether somebody is told by parents without a name: "the son of a farmer"."""
    return _CHILD.fullmatch(told.text) is not None and " who " not in told.text


def _is_over(draft: FactDraft) -> bool:
    """Return whether something was so within a time that the stem leaves out: "until 31 December 2008"."""
    past = draft.verb is not None and draft.verb.tense == "past"
    return past and any(q.role == "time" and q.prep in _LIMITED for q in draft.qualifiers)


_RULES: tuple[Callable[[FactDraft, Phrase], bool], ...] = (
    _is_share,
    _is_figure,
    _is_cut,
    _are_things,
    _is_share_of_what,
    _is_rank,
    _is_no_term,
)
