"""One ask, and what it leaves in the stem to tell what is asked for."""

from dataclasses import dataclass
from functools import cached_property

from quizgen.model import FactDraft, Phrase, PhraseType
from quizgen.questions.predicates import content, is_named

_SETTING = frozenset({"time", "place", "duration", "quantity"})
_WHERE = frozenset({"in", "at", "to", "from", "near", "into", "towards", "toward"})
_ADDRESSES = frozenset({PhraseType.PLACE, PhraseType.COUNTRY, PhraseType.ORGANISATION})


@dataclass(frozen=True)
class Case:
    """One ask and what it leaves in the stem."""

    draft: FactDraft
    slot: str
    asked: Phrase
    prompt: str
    answer: str

    @cached_property
    def told(self) -> list[Phrase]:
        """The arguments that the stem names: never who said so and when, a reason or an aim only in some."""
        asked = (self.asked.position, self.asked.role)
        return [p for p in self.draft.arguments if (p.position, p.role) != asked and self._has(p)]

    def _has(self, phrase: Phrase) -> bool:
        if phrase.role in ("reason", "purpose"):
            return (phrase.bound or phrase.text) in self.prompt
        return phrase.role not in ("attribution", "day")

    @cached_property
    def said(self) -> int:
        """How many content words the stem has."""
        return content(self.prompt)

    @property
    def past(self) -> bool:
        return self.draft.verb is not None and self.draft.verb.tense in ("past", "modal")

    @cached_property
    def named(self) -> bool:
        """Whether a name, a number or a date stands in the stem."""
        return any(is_named(p) or has_capital(p.bound or p.text) for p in self.told)


def has_capital(text: str) -> bool:
    return any(sign.isupper() for sign in text)


def is_setting(phrase: Phrase) -> bool:
    """Return whether a phrase tells when, how or where only."""
    return phrase.role in _SETTING or (phrase.role == "manner" and not phrase.prep and " " not in phrase.text)


def is_address(phrase: Phrase) -> bool:
    """Return whether a phrase names a place or a body, also one that nothing is known of: at the Normal School."""
    unsure = phrase.proper and phrase.prep in _WHERE and phrase.type is PhraseType.UNKNOWN
    return phrase.role == "place" or phrase.type in _ADDRESSES or unsure
