"""Facts that contradict each other, as a teacher decides between them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from quizgen import conflicts
from quizgen.conflicts import Dispute
from quizgen.curation import Change
from quizgen.errors import UsageError
from quizgen.model import Evidence, Fact, FactStatus, Filter
from quizgen.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one of the facts says, and where; ``kept`` that somebody decided for it."""

    uid: str
    said: str
    evidence: Evidence
    kept: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarrel:
    """Claims that cannot all be true; ``open`` says that nobody has decided yet."""

    claims: tuple[Claim, ...]
    open: bool


def find(store: Store) -> list[Quarrel]:
    """Return what the texts of a store contradict each other in, open quarrels first."""
    known = {fact.uid: fact for fact in store.facts(Filter(statuses=(FactStatus.CONFLICT, FactStatus.KEPT)))}
    return [quarrel for group in conflicts.disputes(store) for quarrel in _quarrels(group, known)]


def _quarrels(group: list[Dispute], known: dict[str, Fact]) -> Iterator[Quarrel]:
    said = {dispute.uid: dispute.said for dispute in group}
    said |= {side.uid: side.said for dispute in group for side in dispute.others}
    claims = [_claim(known[uid], text) for uid, text in said.items() if uid in known]
    if len(claims) > 1:
        yield Quarrel(claims=tuple(claims), open=any(dispute.open for dispute in group))


def _claim(fact: Fact, said: str) -> Claim:
    return Claim(uid=fact.uid, said=said, evidence=fact.evidence[0], kept=fact.status is FactStatus.KEPT)


def settled(quarrel: Quarrel, right: Collection[str]) -> list[Change]:
    """Return the changes that decide a quarrel: the facts that are ``right`` are kept, without any all are rejected.

    Raises UsageError for a fact that has no part in it.
    """
    uids = [claim.uid for claim in quarrel.claims]
    strange = [uid for uid in right if uid not in uids]
    if strange:
        raise UsageError(f"{strange[0]!r} is none of these facts", todo="Choose one of them")
    if not right:
        return [Change(uid=uid, action="reject", reason="contradicted") for uid in uids]
    return [Change(uid=uid, action="keep") for uid in uids if uid in right]
