"""Facts of what a text gave, and what a store knows beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace

from quizgen import ids
from quizgen.model import Evidence, Fact, FactDraft, Harvest, Option, Phrase, PhraseType


@dataclass(frozen=True)
class Around:
    """What a store knows beside the facts."""

    harvests: Sequence[Harvest]
    options: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)
    others: Sequence[FactDraft] = ()
    told: frozenset[str] = frozenset()

    def origin(self, key: str) -> SimpleNamespace:
        return SimpleNamespace(title="Discoveries", url="https://example.org/page", date=None, lead=())

    def passage(self, uid: str) -> SimpleNamespace:
        (found,) = [each for each in self.harvests if each.sentence.uid == uid]
        return SimpleNamespace(sentence=found.sentence, resolved=found.resolved)

    def phrases(self, type: PhraseType, *, limit: int = 200) -> list[Phrase]:
        return []

    def kindred(self) -> Sequence[Sequence[FactDraft]]:
        return [self.others] if self.others else []

    def told_together(self, name: str, draft: FactDraft, asked: Phrase) -> bool:
        return name in self.told


def fact(made: FactDraft, found: Harvest) -> Fact:
    said = (made.subject.text, made.relation, made.object.text if made.object else "")
    evidence = Evidence(
        document="own.txt",
        sentence=found.sentence.uid,
        text=found.sentence.text,
        start=made.start,
        end=made.end,
        extractor=made.extractor,
    )
    uid = ids.fact(made.kind, *said, [each.text for each in made.qualifiers])
    return Fact(uid=uid, draft=made, document="own.txt", evidence=(evidence,))


def facts(read: Sequence[Harvest]) -> list[Fact]:
    return [fact(made, found) for found in read for made in found.drafts]
