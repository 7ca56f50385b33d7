"""How the verbs tell where they are."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from quizgen.store import Store

T = TypeVar("T")

Progress = Callable[[str, int, int], None]  # what is next, how many are done, how many there are


def told(items: Sequence[T], names: Iterable[str], progress: Progress | None) -> Iterator[T]:
    """Yield the items, telling the name of each before it is worked on."""
    for done, (item, name) in enumerate(zip(items, names, strict=True)):
        if progress is not None:
            progress(name, done, len(items))
        yield item


def note_run(store: Store, verb: str, counts: Mapping[str, int], *, changes: int, version: str = "", now: int) -> None:
    """Write down a run that changed something."""
    if changes:
        store.write_run(verb, counts, version=version, now=now)
