"""However many cards there are, a few are looked at to choose what to ask."""

import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest
from big_store import DAY, NOW, build

from quizgen.model import Filter
from quizgen.store import Store

CARDS = 100_000
IN_USE = Filter(statuses=("new", "kept", "edited"), min_score=0.0)
PATIENCE = 1000  # steps of SQLite's machine between two counts

pytestmark = pytest.mark.slow


class Watched(Store):
    """A store that counts what it reads, and the steps that SQLite takes to find it."""

    read = steps = 0

    def _rows(self, *arguments: Any) -> Iterator[tuple[Any, ...]]:
        for row in super()._rows(*arguments):
            self.read += 1
            yield row

    def watch(self) -> None:
        self.read = self.steps = 0
        self.db.conn.set_progress_handler(self._step, PATIENCE)

    def _step(self) -> int:
        self.steps += PATIENCE
        return 0


@pytest.fixture(scope="module", params=[CARDS, 0], ids=["all rated", "none rated"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    path = tmp_path_factory.mktemp("big") / "quizgen.db"
    build(path, questions=CARDS, rated=request.param, documents=500)
    with Watched.open(path, readonly=True) as store:
        yield store


@pytest.mark.parametrize(
    ("options", "steps", "count"),
    [
        ({"until": NOW, "new": 20, "limit": 20}, 10, 20),
        ({"until": NOW, "new": 20, "limit": 100}, 20, None),
        ({"until": NOW, "cram": True, "limit": 20}, 1, 20),
        ({"until": NOW - 1000 * DAY, "new": 20}, 1, None),
        ({"filter": Filter(documents=("00250",)), "until": NOW, "limit": 20}, 6, 20),
        ({"until": NOW, "kinds": ("choice",), "with_options": True, "limit": 20}, 10, 20),
    ],
)
def test_choosing_reads_a_few_rows(store: Watched, options: dict[str, Any], steps: int, count: int | None) -> None:
    """SQLite may take so many steps for each card; a look at every question would be hundreds."""
    store.watch()
    tracemalloc.start()
    found = store.queue(**{"filter": IN_USE, "now": NOW, **options})
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(found) == count or count is None
    assert store.read < 1000
    assert peak < 500_000
    assert store.steps <= steps * CARDS


def test_counting_holds_nothing(store: Watched) -> None:
    tracemalloc.start()
    counts = store.counts_due(IN_USE, until=NOW)
    forecast = store.forecast(IN_USE, ends=[NOW + day * DAY for day in range(30)])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert counts.due + counts.later + counts.new == CARDS
    assert sum(map(sum, forecast.values())) <= CARDS
    assert peak < 1_500_000


def test_all_that_is_due_can_be_asked_for(store: Watched) -> None:
    counts = store.counts_due(IN_USE, until=NOW)
    found = store.queue(IN_USE, now=NOW, until=NOW, new=0)
    assert len(found) == len(set(found)) == counts.due
