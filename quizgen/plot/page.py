"""The figures of a course as one HTML file that asks for nothing from outside."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from importlib import resources

from quizgen import ids
from quizgen.counting import SHARES, counted, noun, percent
from quizgen.plot import charts
from quizgen.safe import show
from quizgen.stats import Item, Line, Retention
from quizgen.stats.figures import Figures
from quizgen.stats.items import MEANINGS

_SEALED = "default-src 'none'; style-src 'unsafe-inline'"  # whatever stands in a text, nothing is fetched or run
_MOST = 25  # questions that a table lists


def page(figures: Figures, *, title: str) -> str:
    """Return the page; ``title`` names the course."""
    style = (resources.files("quizgen") / "resources" / "plot" / "page.css").read_text(encoding="utf-8")
    body = "\n".join(_body(figures, title))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_SEALED}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_said(title)} – how learning goes</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _body(figures: Figures, title: str) -> Iterator[str]:
    held = ", ".join(f"{figures.held.get(name, 0):,} {name}" for name in ("documents", "facts", "questions"))
    told = f"{charts.long_date(figures.today)} · {held}"
    yield f"<header><h1>{_said(title)}: how learning goes</h1><p>{_said(told)}</p></header>"
    if not figures.answers.total.answered:
        yield "<section><h2>No answers yet</h2><p>They come with <code>quizgen play</code>.</p></section>"
        return
    yield _tiles(figures)
    yield _section(
        "Days",
        "Answers a day; a day begins at four in the morning.",
        _chart(charts.heat_map(figures.counts, figures.today), wide=True),
    )
    yield _section("Due", _later(figures), _chart(charts.forecast(figures.forecast), wide=True))
    yield from _memory(figures)
    yield _section("By document", SHARES, _groups("Document", figures.answers.documents, figures.documents))
    yield _section("By kind of question", SHARES, _groups("Kind", figures.answers.kinds, figures.kinds))
    if figures.answers.hardest:
        note = "Asked at least twice, and most often not known."
        yield _section("Hardest questions", note, _hardest(figures.answers.hardest))
    if figures.bad:
        note = "What the answers say is wrong with a question. Edit or reject it by its id."
        yield _section("Questions to look at", note, _bad(figures.bad))


def _tiles(figures: Figures) -> str:
    total, kept, due = figures.answers.total, figures.retention, figures.forecast
    today = due.overdue + (due.days[0][1] if due.days else 0)
    streak = figures.answers.streak
    predicted = f"predicted {percent(kept.predicted)}" if kept.reviews else "nothing was due so far"
    tiles = [
        (f"{total.answered:,}", f"{noun(total.answered, 'answer')} on {counted(len(figures.answers.days), 'day')}"),
        (percent(total.share), "of them right"),
        (f"{streak}", f"{noun(streak, 'day')} in a row, longest {figures.answers.longest}"),
        (percent(kept.remembered), f"remembered when due, {predicted}"),
        (percent(kept.known), f"known today of {counted(kept.cards, 'question')} learned so far"),
        (f"{today:,}", "due today" + (f", {due.overdue:,} of them overdue" if due.overdue else "")),
    ]
    return f'<ul class="tiles">{"".join(f"<li><b>{value}</b><span>{name}</span></li>" for value, name in tiles)}</ul>'


def _later(figures: Figures) -> str:
    later = figures.forecast.later
    return "Questions on the schedule by the day they are due." + (f" {later:,} more come later." if later else "")


def _memory(figures: Figures) -> Iterator[str]:
    named = [("all", figures.retention), *figures.documents.items()]
    shown = [(name, one) for name, one in named if one.reviews][:20]
    if shown:
        note = "The dot is what was remembered when it was due, the ring what the schedule had predicted."
        left = _chart(charts.recall(shown))
        right = _chart(charts.calibration(figures.calibration))
        yield _section("Memory", note, f'<div class="pair">{left}{right}</div>')


def _groups(title: str, answered: Sequence[Line], kept: Mapping[str, Retention]) -> str:
    rows = []
    for line in answered:
        found = kept.get(line.name, Retention())
        shares = (found.remembered, found.predicted, found.known)
        rows.append([line.name, f"{line.answered:,}", percent(line.share), *map(percent, shares)])
    return _table([title, "answers", "right", "remembered", "predicted", "known today"], rows)


def _hardest(found: Sequence[Line]) -> str:
    rows = [[_named(line.name, line.question), f"{line.right} of {line.answered}"] for line in found[:_MOST]]
    return _table(["Question", "right"], rows)


def _bad(found: Sequence[Item]) -> str:
    rows = [
        [_named(item.prompt, item.question), _problems(item), f"{item.right} of {item.answered}", _signed(item)]
        for item in found[:_MOST]
    ]
    return _table(["Question", "what the answers say", "right", "discrimination"], rows, words=2)


def _problems(item: Item) -> str:
    said = [MEANINGS[code] for code in item.problems if code != "option-unchosen"]
    said += [f"nobody ever chose “{text}”" for text in item.unchosen]
    return "; ".join(said)


def _signed(item: Item) -> str:
    return "–" if item.discrimination is None else f"{item.discrimination:+.2f}"


class _Html(str):
    """Text that is HTML already."""


def _named(prompt: str, uid: str) -> _Html:
    return _Html(f"{_said(prompt)} <code>{_said(ids.short(uid))}</code>")


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], *, words: int = 1) -> str:
    """Return a table whose first ``words`` columns are text and the others numbers."""

    def row(cells: Sequence[str], begin: str, end: str) -> str:
        kinds = ["" if place < words else ' class="number"' for place in range(len(cells))]
        shown = (cell if isinstance(cell, _Html) else _said(cell) for cell in cells)
        return "".join(f"<{begin}{kind}>{cell}</{end}>" for kind, cell in zip(kinds, shown, strict=True))

    top = row(head, 'th scope="col"', "th")
    body = "\n".join(f"<tr>{row(cells, 'td', 'td')}</tr>" for cells in rows)
    return f'<div class="chart"><table><thead><tr>{top}</tr></thead>\n<tbody>{body}</tbody></table></div>'


def _section(title: str, note: str, body: str) -> str:
    told = f'<p class="note">{_said(note)}</p>' if note else ""
    return f"<section><h2>{_said(title)}</h2>{told}{body}</section>"


def _chart(svg: str, *, wide: bool = False) -> str:
    return f'<div class="chart"><div class="{"wide" if wide else "plain"}">{svg}</div></div>'


def _said(text: str) -> str:
    return escape(show(text))
