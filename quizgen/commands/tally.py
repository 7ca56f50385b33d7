"""The rows of ``stats``: what the store holds, then what was answered."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from quizgen import stats
from quizgen.errors import UsageError
from quizgen.store import Store

Row = dict[str, Any]


def rows(store: Store, *, now: int, zone: str | None = None) -> list[Row]:
    """Return a row for each count; raises UsageError for an unknown time zone."""
    place = _zone(zone)
    today = dt.datetime.fromtimestamp(now, place).date()
    found = stats.summary(_answers(store), today=today, zone=place)
    held = [_row("store", name, count) for name, count in store.counts().items()]
    days = [_row("streak", "days", found.streak), _row("streak", "longest", found.longest)]
    return held + ([*days, *map(_answered, found.rows())] if found.total.answered else [])


def _answers(store: Store) -> Iterator[stats.Answer]:
    asked = {question.uid: question for question in store.questions()}
    for answer in store.answers():
        question = asked[answer.question]
        yield stats.Answer(
            question=answer.question,
            at=answer.at,
            verdict=answer.verdict,
            seconds=answer.seconds,
            mode=answer.mode,
            document=answer.document,
            kind=question.kind.value,
            prompt=question.prompt,
        )


def _answered(line: Row) -> Row:
    return {"group": line["group"], "name": line["name"], "count": line["answered"]} | {
        name: line[name] for name in ("right", "close", "share", "seconds")
    }


def _row(group: str, name: str, count: int) -> Row:
    return {"group": group, "name": name, "count": count, "right": None, "close": None, "share": None, "seconds": None}


def _zone(name: str | None) -> dt.tzinfo:
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name) if name else dt.datetime.now().astimezone().tzinfo or dt.UTC
    except (ValueError, OSError, KeyError) as error:
        raise UsageError(f"There is no time zone {name!r}", todo="Give one such as Europe/Berlin") from error
