"""Charts as SVG: each says in words what it shows, and its colours are the page's."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise

from quizgen.counting import counted
from quizgen.safe import show
from quizgen.stats import Retention
from quizgen.stats.calendar import LEVELS, months, weeks
from quizgen.stats.figures import Forecast

_CELL, _STEP = 12, 15  # pixels of a day, and to the next one
_YEAR = 53  # weeks
_LEFT = 34
_WIDTH, _HEIGHT = 900, 210
_ROW = 26  # pixels of a document
_ENLARGED = 1.15  # at most, so that the words of all charts are about as large
_DAYS = ("Mon", "", "Wed", "", "Fri", "", "Sun")


def heat_map(counts: Mapping[dt.date, int], today: dt.date) -> str:
    """Return the calendar of the year up to today."""
    shown = weeks(counts, last=today, number=_YEAR)
    parts = [_text(_LEFT - 6, 28 + row * _STEP, name, anchor="end") for row, name in enumerate(_DAYS)]
    starts = months([week[0].date for week in shown])
    for (place, name), (after, _) in pairwise([*starts, (len(shown) + 1, "")]):
        parts += [_text(_LEFT + place * _STEP, 12, name)] if after - place > 1 else []
    for place, week in enumerate(shown):
        x = _LEFT + place * _STEP
        for row, day in enumerate(week):
            told = f"{long_date(day.date)}: {_answers(day.count)}"
            shape = f'x="{x}" y="{18 + row * _STEP}" width="{_CELL}" height="{_CELL}" rx="2.5"'
            parts.append(f'<rect class="level{day.level}" {shape}><title>{told}</title></rect>')
    width = _LEFT + len(shown) * _STEP
    parts += _legend(max(width - 150, 0), 132)
    most = max((day for week in shown for day in week), key=lambda day: day.count)
    label = f"Calendar of answers; most on {long_date(most.date)}: {_answers(most.count)}"
    return _svg(parts, max(width, 190), 146, label)


def forecast(due: Forecast) -> str:
    """Return a bar a day of what is due, what is overdue first."""
    bars = [("overdue", due.overdue, "late")] if due.overdue else []
    for number, (date, count) in enumerate(due.days):
        name = "today" if not number else f"{date.day} {date:%b}" if date.weekday() == 0 else ""
        bars.append((name, count, "bar"))
    top = _round_up(max((count for _, count, _ in bars), default=1))
    step = (_WIDTH - _LEFT) / max(len(bars), 1)
    parts = list(_scale(top))
    for place, (name, count, kind) in enumerate(bars):
        height = count / top * (_HEIGHT - 50)
        x, width = _LEFT + place * step + 2, max(step - 4, 1)
        y = _HEIGHT - 26 - height
        told = f"<title>{name or _day_of(due, place)}: {count}</title>"
        shape = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="{min(2.5, height):g}"'
        parts.append(f'<rect class="{kind}" {shape}>{told}</rect>')
        if count:
            parts.append(_text(x + width / 2, y - 4, str(count), anchor="middle", kind="value"))
        if name:
            parts.append(_text(x + width / 2, _HEIGHT - 8, name, anchor="middle"))
    total = sum(count for _, count, _ in bars)
    return _svg(parts, _WIDTH, _HEIGHT, f"Questions due by day: {total} in {len(due.days)} days, {due.overdue} overdue")


def recall(found: Sequence[tuple[str, Retention]]) -> str:
    """Return a row a name: a dot for the share remembered, a ring for the predicted one."""
    width, left, right = 560, 190, 500
    parts = []
    for percent in (0, 25, 50, 75, 100):
        x = left + (right - left) * percent / 100
        parts.append(f'<line class="grid" x1="{x}" y1="18" x2="{x}" y2="{22 + len(found) * _ROW}"/>')
        parts.append(_text(x, 12, f"{percent}%", anchor="middle"))
    for place, (name, one) in enumerate(found):
        y = 36 + place * _ROW
        parts.append(_text(left - 14, y + 4, _short(name, 25), anchor="end", kind="value", whole=name))
        if one.remembered is None or one.predicted is None:
            parts.append(_text(left + 8, y + 4, "nothing was due so far"))
            continue
        came, promised = (left + (right - left) * share for share in (one.remembered, one.predicted))
        parts.append(f'<line class="between" x1="{promised:.1f}" y1="{y}" x2="{came:.1f}" y2="{y}"/>')
        told = f"{show(name)}: {one.remembered:.0%} of {one.reviews} remembered, {one.predicted:.0%} predicted"
        parts.append(f'<circle class="ring" cx="{promised:.1f}" cy="{y}" r="6"><title>{escape(told)}</title></circle>')
        parts.append(f'<circle class="dot" cx="{came:.1f}" cy="{y}" r="5"><title>{escape(told)}</title></circle>')
        parts.append(_text(width, y + 4, f"{one.remembered:.0%}", anchor="end", kind="value"))
    return _svg(parts, width, 30 + len(found) * _ROW, "Share remembered and share predicted, by name")


def calibration(found: Sequence[Retention]) -> str:
    """Return what came against what was promised: on the diagonal promises are kept."""
    size, left, top = 300, 44, 10
    reach = size - left - 40

    parts = []
    for percent in (0, 25, 50, 75, 100):
        at = percent / 100 * reach
        x, y = left + at, top + reach - at
        parts.append(f'<line class="grid" x1="{left}" y1="{y:.1f}" x2="{left + reach}" y2="{y:.1f}"/>')
        parts.append(_text(left - 6, y + 4, f"{percent}%", anchor="end"))
        parts.append(_text(x, top + reach + 16, f"{percent}%", anchor="middle"))
    parts.append(f'<line class="axis" x1="{left}" y1="{top + reach}" x2="{left + reach}" y2="{top}"/>')
    for one in found:
        if one.predicted is not None and one.remembered is not None:
            x, y = left + one.predicted * reach, top + reach * (1 - one.remembered)
            radius = 4 + min(one.reviews, 400) ** 0.5 / 3
            told = f"predicted {one.predicted:.0%}, remembered {one.remembered:.0%} of {one.reviews}"
            parts.append(
                f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" opacity="0.8">'
                f"<title>{told}</title></circle>"
            )
    parts.append(_text(left + reach / 2, top + reach + 34, "predicted", anchor="middle", kind="value"))
    parts.append(_text(left + 6, top + 8, "remembered", kind="value"))
    return _svg(parts, size, size - left + 54, "Share remembered by what was predicted")


def long_date(date: dt.date) -> str:
    """Return a date as people write it."""
    return f"{date.day} {date:%B %Y}"


def _answers(count: int) -> str:
    return counted(count, "answer") if count else "no answer"


def _day_of(due: Forecast, place: int) -> str:
    return long_date(due.days[place - bool(due.overdue)][0])


def _legend(x: float, y: float) -> Iterator[str]:
    yield _text(x, y + 10, "less", anchor="end")
    for level in range(LEVELS + 1):
        shape = f'x="{x + 6 + level * _STEP}" y="{y}" width="{_CELL}" height="{_CELL}" rx="2.5"'
        yield f'<rect class="level{level}" {shape}/>'
    yield _text(x + 10 + (LEVELS + 1) * _STEP, y + 10, "more")


def _scale(top: int) -> Iterator[str]:
    """Yield horizontal lines with their numbers."""
    for part in (0, 0.5, 1):
        y = _HEIGHT - 26 - part * (_HEIGHT - 50)
        kind = "grid" if part else "axis"
        yield f'<line class="{kind}" x1="{_LEFT}" y1="{y:.1f}" x2="{_WIDTH}" y2="{y:.1f}"/>'
        yield _text(_LEFT - 6, y + 4, f"{top * part:g}", anchor="end")


def _round_up(most: int) -> int:
    """Return an even number that is at least ``most`` and good to read."""
    step = 2 * int("1".ljust(max(1, len(str(most)) - 1), "0"))
    return max(2, -(-most // step) * step)


def _short(text: str, most: int) -> str:
    """Return the end of a text that is too long: of a path it tells more."""
    return text if len(text) <= most else f"…{text[1 - most :]}"


def _text(x: float, y: float, text: str, *, anchor: str = "start", kind: str = "", whole: str = "") -> str:
    title = f"<title>{escape(show(whole))}</title>" if whole else ""
    named = f' class="{kind}"' if kind else ""
    return f'<text{named} x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{title}{escape(show(text))}</text>'


def _svg(parts: Sequence[str], width: float, height: float, label: str) -> str:
    size = f'viewBox="0 0 {width:g} {height:g}" style="max-width: {width * _ENLARGED:.0f}px"'
    head = f'<svg {size} role="img" aria-label="{escape(show(label))}">'
    return "\n".join([head, *parts, "</svg>"])
