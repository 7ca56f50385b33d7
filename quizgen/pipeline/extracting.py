"""Reads facts from the documents that changed since they were last read."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from quizgen import codec, conflicts, garbage, ids
from quizgen.model import Document, Filter, Harvest, Report
from quizgen.pipeline.progress import Progress, note_run, told
from quizgen.store import Store


@garbage.rarely()
def extract(
    store: Store,
    harvest: Callable[[Document], Iterator[Harvest]],
    *,
    now: int,
    extractor_version: str,
    documents: Sequence[str] = (),
    progress: Progress | None = None,
) -> Report:
    """Read facts from documents (keys, titles, uids or globs; none means all), each in one transaction.

    Only what changed is read: the text, its date, its blocks or the extractor. Ids and decisions are kept. Facts that
    contradict each other are marked. Counts documents read, unchanged ones, sentences and facts read, and facts that
    are new, inherited, retired or revived. Raises UsageError for an unknown document.
    """
    counts = Counter(dict.fromkeys(("documents", "unchanged", "sentences", "facts", *_CHANGES), 0))
    drops: Counter[str] = Counter()
    shelved = store.shelved(Filter(documents=tuple(documents)))
    for one in told(shelved, (one.key for one in shelved), progress):
        document = store.document(one.uid)
        stamp = _stamp(document, extractor_version)
        if stamp == one.extracted:
            counts["unchanged"] += 1
            continue
        drops += store.stage(harvest(document))
        counts.update(store.take_in(one.uid, stamp=stamp, now=now))
        counts["documents"] += 1
    conflicts.settle(store, now=now)
    report = Report(counts=dict(counts), drops=dict(sorted(drops.items())))
    note_run(store, "extract", report.counts, changes=counts["documents"], version=extractor_version, now=now)
    return report


_CHANGES = ("new", "inherited", "retired", "revived")


def _stamp(document: Document, extractor_version: str) -> str:
    """Return the state of a document that a reading depends on."""
    date = document.date.isoformat() if document.date else ""
    return ids.digest(codec.dump([document.digest, date, codec.dump_all(document.blocks), extractor_version]))
