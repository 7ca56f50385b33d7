"""The rows of ``due``: what is to be asked today, on the days that follow, and from which documents."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from quizgen.model import Filter
from quizgen.schedule import day_bounds
from quizgen.store import Counts, Store

Row = dict[str, Any]

_NAMES = ("overdue", "today", "tomorrow")


def rows(store: Store, wanted: Filter, *, now: int, zone: dt.tzinfo | None, days: int) -> Iterator[Row]:
    """Yield today's counts, then one row for each day and each document; nothing where there is no question."""
    bounds = day_bounds(now, zone, days)
    documents = store.counts_by_document(wanted, until=bounds[1])
    if documents:
        yield _counted("total", "", store.counts_due(wanted, until=bounds[1]))
        yield from _days(store, wanted, bounds, zone)
        yield from (_counted("document", key, counts) for key, counts in documents.items())


def _days(store: Store, wanted: Filter, bounds: list[int], zone: dt.tzinfo | None) -> Iterator[Row]:
    falling = store.forecast(wanted, ends=bounds).values()
    for place, _ in enumerate(bounds):
        name = _NAMES[place] if place < len(_NAMES) else f"in {place - 1} days"
        # A day's date is that on which it begins; what is overdue has none.
        date = dt.datetime.fromtimestamp(bounds[place - 1], zone).date().isoformat() if place else ""
        yield _row("day", name, date=date, due=sum(counts[place] for counts in falling))


def _counted(group: str, name: str, counts: Counts) -> Row:
    return _row(group, name, due=counts.due, new=counts.new, suspended=counts.suspended)


def _row(
    group: str, name: str, *, due: int, date: str = "", new: int | None = None, suspended: int | None = None
) -> Row:
    return {"group": group, "name": name, "date": date, "due": due, "new": new, "suspended": suspended}
