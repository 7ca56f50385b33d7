"""Names that kindred documents lend as wrong options, where they could stand in the key's place."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from quizgen import ids, lexicon, lists
from quizgen.distractors import likeness
from quizgen.distractors.pool import Candidate, Sort
from quizgen.model import FactDraft, Phrase, PhraseType

Use = tuple[str, str, str]  # role, preposition, verb

_NAMES = frozenset(
    {
        *(PhraseType.PERSON, PhraseType.ORGANISATION, PhraseType.PLACE, PhraseType.PRODUCT, PhraseType.WORK),
        *(PhraseType.EVENT, PhraseType.PEOPLE, PhraseType.THING, PhraseType.UNKNOWN),
    }
)
_LASTING = frozenset({PhraseType.PLACE, PhraseType.THING})  # what outlives persons
_NAME = re.compile(r"(?:[Tt]he )?[A-Z][\w.'’-]*(?: (?:(?:of|of the|the|van|von|van der|de|da|di) )?[A-Z0-9][\w.'’-]*)*")
_YEAR = re.compile(r"\b(?P<year>\d{3,4}|\d+(?= BC))\b(?P<era> BC)?")
_GENERATION, _AGE = 30, 150  # years that may lie between what two names did: in modern times, and before or for places
_MODERN = 1500
_MOST = 60
_PASSIVE = " passive"


@dataclass(slots=True)
class _Lent:
    """What kindred documents say of a name: the class nouns it goes by, what it does, and the years of that."""

    phrase: Phrase
    classes: set[str] = field(default_factory=set)
    uses: set[Use] = field(default_factory=set)
    years: set[int] = field(default_factory=set)  # of its document where its own facts name none

    def note(self, draft: FactDraft, phrase: Phrase, known: Iterable[int]) -> None:
        if sort := class_of(phrase):
            self.classes.add(sort)
        self.uses.add(use(draft, phrase))
        self.years.update(years(draft) or known)


class Lenders:
    """The names in the facts of kindred documents, which come document by document, the nearest first.

    ``home`` are the facts that are asked about.
    """

    def __init__(self, documents: Iterable[Sequence[FactDraft]], *, home: Sequence[FactDraft] = ()) -> None:
        self._names: dict[Sort, dict[str, _Lent]] = {}
        self._years = _middle(home)
        for drafts in documents:
            self._read(drafts)

    def _read(self, drafts: Sequence[FactDraft]) -> None:
        known = _middle(drafts)
        for draft in drafts:
            for phrase in filter(_is_lendable, draft.arguments):
                names = self._names.setdefault((phrase.type, phrase.plural, phrase.proper), {})
                names.setdefault(ids.normal(phrase.text), _Lent(phrase)).note(draft, phrase, known)

    def candidates(self, draft: FactDraft, key: Phrase, *, stem: str) -> list[Candidate]:
        """Return the names that could answer ``stem``, which asks for the argument ``key`` of a fact."""
        names = self._names.get((key.type, key.plural, key.proper), {}) if _is_lendable(key) else {}
        timely = (lent for lent in names.values() if self._is_timely(lent, draft, key))
        fit = (lent for lent in timely if _fits(lent, draft, key, stem))
        return [_candidate(lent.phrase) for lent in islice(fit, _MOST)]

    def _is_timely(self, lent: _Lent, draft: FactDraft, key: Phrase) -> bool:
        """Tell whether two names are of one time; of persons it must be known."""
        lasting = key.type in _LASTING
        when = years(draft) or (frozenset() if lasting else self._years)
        if not when or not lent.years:
            return key.type is not PhraseType.PERSON
        return any(_same_era(a, b, lasting) for a in when for b in lent.years)


def _is_lendable(phrase: Phrase) -> bool:
    if phrase.role in ("day", "attribution") or phrase.bound or not phrase.proper or phrase.type not in _NAMES:
        return False
    short = phrase.type is PhraseType.PERSON and len(likeness.tokens(phrase.text)) < 2
    return not short and _NAME.fullmatch(phrase.text) is not None


def _candidate(phrase: Phrase) -> Candidate:
    return Candidate(
        text=phrase.text, type=phrase.type, head=phrase.head, plural=phrase.plural, proper=phrase.proper, origin="store"
    )


def class_of(phrase: Phrase) -> str:
    """Return the class noun of a name: river for the Rhine, battle for the Battle of Hastings; "" if unknown."""
    if phrase.head and lexicon.noun_type(phrase.head) is not None:
        return phrase.head
    return phrase.noun


def use(draft: FactDraft, phrase: Phrase) -> Use:
    """Return what an argument does in a fact, so that names that do the same can be told."""
    verb = draft.verb
    return phrase.role, phrase.prep, f"{verb.lemma}{_PASSIVE * verb.passive}" if verb else draft.relation


def years(draft: FactDraft) -> set[int]:
    """Return the years that a fact names, those before Christ below zero."""
    dates = (phrase.text for phrase in draft.arguments if phrase.type is PhraseType.DATE)
    found = (match for text in dates for match in _YEAR.finditer(text))
    return {-int(match["year"]) if match["era"] else int(match["year"]) for match in found}


def _middle(drafts: Iterable[FactDraft]) -> frozenset[int]:
    """Return the years that facts name, without the quarter that is earliest and the quarter that is latest."""
    said = sorted(year for draft in drafts for year in years(draft))
    quarter = len(said) // 4
    return frozenset(said[quarter : len(said) - quarter])


def _fits(lent: _Lent, draft: FactDraft, key: Phrase, stem: str) -> bool:
    """Tell whether a name is of the key's class, or does the same where neither has one."""
    sort = class_of(key)
    if sort and sort in likeness.tokens(stem):
        return sort in lent.classes
    if key.type is PhraseType.PERSON:
        return _same_gender(lent.phrase.text, key.text) and _does(use(draft, key)) in map(_does, lent.uses)
    if sort and lent.classes:
        return sort in lent.classes
    if lists.containing(key.text, key.type):
        return True
    return not sort and not lent.classes and use(draft, key) in lent.uses


def _does(use: Use) -> bool:
    """Tell whether a person does something, rather than having it done to them."""
    role, _, verb = use
    return role == "agent" or (role == "subject" and not verb.endswith(_PASSIVE))


def _same_era(year: int, other: int, lasting: bool) -> bool:
    return abs(year - other) <= (_AGE if lasting or min(year, other) < _MODERN else _GENERATION)


def _same_gender(name: str, key: str) -> bool:
    mine, theirs = lexicon.gender(name), lexicon.gender(key)
    return not mine or not theirs or mine == theirs
