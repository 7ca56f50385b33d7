"""What the facts of a document tell of lives: in which years a person's deed can have been, where else somebody was."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizgen.distractors import ALWAYS, moments
from quizgen.lexicon import words
from quizgen.model import AMOUNTS, Fact, FactDraft, Phrase, PhraseType, Verb

_GROWN = 12  # years after which somebody may be said to do things
_SPANS = ((1800, 15), (1500, 40), (0, 60))  # years around a deed of somebody whose life is not told, by its century
_STATES = frozenset("be belong consist contain cover exist have include know live mean own remain stay".split())
_SLOTS = frozenset({"place", "other"})


@dataclass(frozen=True, slots=True)
class Lives:
    """The births and deaths that facts tell, by name, and the words for the births."""

    born: dict[str, int]
    died: dict[str, int]
    births: tuple[str, ...]

    def years(self, draft: FactDraft) -> tuple[int, int]:
        """Return the first and the last year in which a wrong option may put a fact."""
        own = max((moments.latest_year(q.text) for q in draft.qualifiers if q.role == "time"), default=0)
        people = [each.text for each in draft.arguments if each.type is PhraseType.PERSON and each.proper]
        known = [each for each in {*self.born, *self.died} if any(_is_of(text, each) for text in _said(draft))]
        if draft.verb is None or not own or not (people or known):
            return ALWAYS
        span = next(years for since, years in _SPANS if own >= since)
        if _is(draft.verb, "bear"):
            return own - span, own + span
        low = max((self.born[each] + _GROWN for each in known if each in self.born), default=own - span)
        if _is(draft.verb, "die"):
            return max(low, own - 2 * span), own + span
        high = min((self.died[each] - 1 for each in known if each in self.died), default=own + span)
        return low, high


def of(facts: Sequence[Fact]) -> Lives:
    """Return what facts tell of births and deaths."""
    born: dict[str, int] = {}
    died: dict[str, int] = {}
    births: list[str] = []
    for draft in (fact.draft for fact in facts):
        for date in (q for q in draft.qualifiers if q.role == "time"):
            year = moments.latest_year(date.text)
            if draft.verb is None or not year:
                continue
            if _is(draft.verb, "bear"):
                births.append(date.text)
                born.setdefault(draft.subject.text, year)
            elif _is(draft.verb, "die"):
                died.setdefault(draft.subject.text, year)
    return Lives(born, died, tuple(births))


def _is(verb: Verb, base: str) -> bool:
    return verb.base == base and (base != "bear" or verb.passive)


def _said(draft: FactDraft) -> list[str]:
    return [each.text for each in draft.arguments]


def _is_of(text: str, name: str) -> bool:
    """Return whether a phrase is a name or tells of what is somebody's: "Ada Holm's pictures"."""
    return text == name or text.startswith((f"{name}'s ", f"{name}’s ", f"{name}' "))


def elsewhere(facts: Iterable[Fact], fact: Fact, slot: str) -> list[str]:
    """Return where else the one of whom a fact tells lived or went: it may be in or near the place asked for."""
    verb = fact.draft.verb
    if slot not in _SLOTS or verb is None or not _is_stay(verb):
        return []
    drafts = (other.draft for other in facts if other.draft.subject.text == fact.draft.subject.text)
    stays = (draft for draft in drafts if draft.verb is not None and _is_stay(draft.verb))
    return [q.text for draft in stays for q in draft.qualifiers if q.role in _SLOTS and q.proper]


def _is_stay(verb: Verb) -> bool:
    return verb.base in words("verbs", "whereabouts", "motion")


def is_unsure(draft: FactDraft, asked: Phrase) -> bool:
    """Return whether a changed value may be true as well, or be no such thing: had 345 inhabitants in 1985."""
    verb, told = draft.verb, draft.object
    if asked.role == "place":
        return not asked.proper
    if asked.role != "time" or verb is None:
        return False
    lasting = (verb.base in _STATES and asked.prep != "until") or (told is not None and told.type in AMOUNTS)
    return (lasting and not verb.passive) or any(piece.kind == "weekday" for piece in moments.pieces(asked.text))
