"""The figures of a course as lines: words and blocks that need no colour and fit forty columns."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from quizgen import ids
from quizgen.counting import SHARES, counted, duration, percent
from quizgen.safe import show
from quizgen.stats import Item, Line, Retention, calendar
from quizgen.stats.calendar import LEVELS, thresholds, weeks
from quizgen.stats.figures import Figures, Forecast
from quizgen.stats.items import MEANINGS
from quizgen.terminal.text import cells, wrap

BLOCKS, PLAIN = "·░▒▓█", ".-+*#"  # none, then the levels
SHOWN_DAYS = 10  # of the forecast
SHOWN_ITEMS = 10
_YEAR = 53  # weeks
_LEAST = 8
_LABEL = 10  # columns before what a label is about
_TABLE = 72  # columns from which figures stand side by side
_FIGURES = 51  # columns that they take
_NAME = 40  # most columns of a name
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def lines(figures: Figures, *, width: int = 80, blocks: str = BLOCKS) -> Iterator[str]:
    """Yield the figures in lines of at most ``width`` cells; ``blocks`` are the five signs of a heat map."""
    width = max(width, 24)
    sections = [_overview(figures, width)]
    if figures.answers.total.answered:
        sections += [
            _heat_map(figures, width, blocks),
            _forecast(figures.forecast, width, blocks[-1]),
            _groups("By document", figures.answers.documents, figures.documents, width),
            _groups("By kind of question", figures.answers.kinds, figures.kinds, width),
            iter(wrap(SHARES, width) if width >= _TABLE else ()),
            _hardest(figures.answers.hardest, width),
            _bad(figures.bad, width),
        ]
    for number, section in enumerate(filter(None, map(list, sections))):
        yield from ([""] if number else [])
        yield from section


def signs(encoding: str | None) -> str:
    """Return the signs of a heat map that an encoding can say."""
    try:
        BLOCKS.encode(encoding or "ascii")
    except (UnicodeError, LookupError):
        return PLAIN
    return BLOCKS


def _overview(figures: Figures, width: int) -> Iterator[str]:
    held, total = figures.held, figures.answers.total
    names = ("documents", "facts", "questions")
    yield from _told("Course", ", ".join(counted(held.get(name, 0), name[:-1]) for name in names), width)
    if not total.answered:
        yield from _told("Answers", "none yet; play with 'quizgen play'", width)
        return
    shares = f"{percent(total.share)} right, {percent(total.close / total.answered)} close"
    days = counted(len(figures.answers.days), "day")
    said = f"{counted(total.answered, 'answer')} on {days}: {shares}, in {duration(total.seconds)}"
    yield from _told("Answers", said, width)
    longest = figures.answers.longest
    yield from _told("Streak", f"{counted(figures.answers.streak, 'day')} in a row (longest {longest})", width)
    yield from _told("Memory", memory(figures.retention), width)


def memory(found: Retention) -> str:
    """Return retention as a sentence."""
    said = [f"{percent(found.remembered)} remembered of {found.reviews:,} due (predicted {percent(found.predicted)})"]
    said = said if found.reviews else ["nothing was due so far"]
    learned = f"of {counted(found.cards, 'question')} learned so far, {percent(found.known)} would be known today"
    return "; ".join([*said, learned] if found.cards else said)


def _told(label: str, text: str, width: int) -> list[str]:
    indent = _LABEL if width >= 2 * _LABEL + 12 else 2
    return wrap(text, width, first=f"{label:<{_LABEL}}", rest=" " * indent)


def _heat_map(figures: Figures, width: int, blocks: str) -> Iterator[str]:
    """Yield the calendar: a column a week, a row a day of the week."""
    counts = figures.counts
    since = -(-(figures.today - min(counts)).days // 7) + 1
    wide = 2 if (width - 4) // 2 >= _LEAST else 1
    shown = weeks(counts, last=figures.today, number=min(max(since, _LEAST), _YEAR, (width - 4) // wide))
    yield "Days"
    yield "    " + _months([week[0].date for week in shown], wide)
    for row, name in enumerate(_DAYS):
        signs = [blocks[week[row].level] if row < len(week) else " " for week in shown]
        yield f"{name} {''.join(sign.ljust(wide) for sign in signs)}".rstrip()
    bounds = thresholds([day.count for week in shown for day in week])
    legend = ", ".join(f"{blocks[n + 1]} {bounds[n]}+" for n in range(LEVELS) if n == 0 or bounds[n] > bounds[n - 1])
    best, most = max(counts.items(), key=lambda pair: (pair[1], pair[0]))
    yield from wrap(f"{legend} answers. Most: {counted(most, 'answer')} on {_date(best)}.", width)


def _months(mondays: Sequence[dt.date], wide: int) -> str:
    """Return the names of the months, each above the first week that begins in it, where there is room for it."""
    line, names = "", calendar.months(mondays)
    for (place, name), (after, _) in pairwise([*names, (len(mondays), "")]):
        if (after - place) * wide > len(name):
            line = line.ljust(place * wide) + name
    return line


def _date(date: dt.date) -> str:
    return f"{date.day} {date:%b %Y}"


def _forecast(forecast: Forecast, width: int, block: str) -> Iterator[str]:
    rows = [("overdue", forecast.overdue)] if forecast.overdue else []
    for number, (date, count) in enumerate(forecast.days[:SHOWN_DAYS]):
        rows.append(("today" if not number else f"{date:%a} {date.day} {date:%b}", count))
    rest = sum(count for _, count in forecast.days[SHOWN_DAYS:]) + forecast.later
    if not rest and not any(count for _, count in rows):
        return
    yield "Due"
    yield from _bars(rows, width, block)
    yield f"{'later':<10} {rest:>5}"


def _bars(rows: Sequence[tuple[str, int]], width: int, block: str) -> Iterator[str]:
    """Yield a bar a row: a block for each question, or fewer where there are too many for the width."""
    room = max(4, min(width - 18, 50))
    most = max(room, *(count for _, count in rows))
    for name, count in rows:
        length = -(-count * room // most)
        yield f"{name:<10} {count:>5} {block * length}".rstrip()


def _groups(title: str, answered: Sequence[Line], kept: Mapping[str, Retention], width: int) -> Iterator[str]:
    """Yield how each document or kind goes: side by side where there is room, else as sentences."""
    yield title
    if width < _TABLE:
        for line in answered:
            found = kept.get(line.name, Retention())
            yield from wrap(show(line.name), width, rest="  ")
            said = f"{counted(line.answered, 'answer')}, {percent(line.share)} right; {memory(found)}"
            yield from wrap(said, width, first="  ", rest="  ")
        return
    room = min(_NAME, width - _FIGURES)
    yield f"{'':<{room}} answers  right  remembered  predicted  known today"
    for line in answered:
        found = kept.get(line.name, Retention())
        numbers = f"{line.answered:>7,} {percent(line.share):>6}"
        shares = f"{percent(found.remembered):>11} {percent(found.predicted):>10} {percent(found.known):>12}"
        yield f"{_fitted(show(line.name), room)} {numbers} {shares}"


def _fitted(text: str, width: int) -> str:
    """Return a name in exactly ``width`` cells; of a long one the end, which tells more of a path."""
    if cells(text) <= width:
        return text + " " * (width - cells(text))
    while cells(text) > width - 1:
        text = text[1:]
    return "…" + text + " " * (width - 1 - cells(text))


def _hardest(found: Sequence[Line], width: int) -> Iterator[str]:
    if found:
        yield from wrap("Hardest questions (right answers of all)", width)
    scored = [(f"{line.right} of {line.answered}", f"{show(line.name)} ({ids.short(line.question)})") for line in found]
    yield from _scored(scored, width)


def _bad(found: Sequence[Item], width: int) -> Iterator[str]:
    """Yield for each thing that can be wrong the questions with it, and the figures that say so."""
    if found:
        yield "Questions to look at"
    for code, meaning in MEANINGS.items():
        items = [item for item in found if code in item.problems]
        if items:
            yield from wrap(f"{meaning[0].upper()}{meaning[1:]}:", width)
        scored = [(f"{item.right} of {item.answered}", _prompted(item, code)) for item in items[:SHOWN_ITEMS]]
        yield from _scored(scored, width)
        if len(items) > SHOWN_ITEMS:
            yield from wrap(f"and {len(items) - SHOWN_ITEMS} more, see --format jsonl", width, first="  ", rest="  ")


def _scored(rows: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    """Yield texts, each behind its score."""
    room = max((len(score) for score, _ in rows), default=0)
    for score, text in rows:
        yield from wrap(text, width, first=f"  {score:>{room}}  ", rest=" " * (room + 4))


def _prompted(item: Item, code: str) -> str:
    """Return a question with its id and what concerns it alone."""
    said = f"{show(item.prompt)} ({ids.short(item.question)})"
    if code == "misleads" and item.discrimination is not None:
        return f"{said} discrimination {item.discrimination:+.2f}"
    if code == "option-unchosen":
        return f"{said} not {' or '.join(f'“{show(text)}”' for text in item.unchosen)}"
    return said
