"""The ``key: value`` lines between two ``---`` at the top of a file."""

import datetime as dt
import re
from dataclasses import dataclass, field

from quizgen.cleaning import dates
from quizgen.errors import InputError

_PAIR = re.compile(r"([A-Za-z][\w .-]{0,40}?)\s*:(?:\s+(.*)|)$")
_FENCE = re.compile(r"---[ \t]*$")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*$")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """``lines`` is the number of lines it takes up, fences included; 0 where there is none."""

    lines: int = 0
    values: dict[str, str] = field(default_factory=dict)
    date: dt.date | None = None


def parse(text: str, *, where: str) -> FrontMatter:
    """Return the front matter with which a text begins; raises InputError naming the line that cannot be read."""
    lines = text.split("\n", 200)
    if not _FENCE.match(lines[0]) or len(lines) < 2 or not _PAIR.match(lines[1].strip()):
        return FrontMatter()
    end = next((number for number, line in enumerate(lines[1:], 2) if _END.match(line)), None)
    if end is None:
        raise _broken("The front matter has no closing --- line", where, 1)
    values: dict[str, str] = {}
    for number, line in enumerate(lines[1 : end - 1], 2):
        _take(values, line, where, number)
    return FrontMatter(end, values, _date(values, lines, where))


def lenient(text: str) -> FrontMatter:
    """Return the front matter of a file that need not have any: what cannot be read in it is passed over.

    Where the closing line is missing, it ends at the first blank line, if all lines above that are ``key: value``.
    """
    lines = text.split("\n", 200)
    if not _FENCE.match(lines[0]) or len(lines) < 2 or not _PAIR.match(lines[1].strip()):
        return FrontMatter()
    blank = next((at for at, line in enumerate(lines) if not line.strip()), len(lines))
    end = next((at + 1 for at, line in enumerate(lines) if at and _END.match(line)), None)
    if end is None and not all(_PAIR.match(line.strip()) for line in lines[1:blank]):
        return FrontMatter()
    read = [line for line in lines[1 : blank if end is None else end - 1] if _PAIR.match(line)]
    pairs = (_PAIR.match(line) for line in read)
    values = {pair[1].strip().lower(): (pair[2] or "").strip().strip("\"'") for pair in pairs if pair}
    return FrontMatter(end or blank, values, dates.find(values.get("date", "")))


def body(text: str, lines: int) -> str:
    """Return a text with its first lines blank, so that the numbers of the others stay those of the file."""
    return "\n" * lines + "".join(text.split("\n", lines)[lines:]) if lines else text


def _take(values: dict[str, str], line: str, where: str, number: int) -> None:
    """Read one line; comments and the indented lines of lists are passed over."""
    if not line.strip() or line.lstrip().startswith(("#", "- ")) or line[0] in " \t":
        return
    found = _PAIR.match(line)
    if not found:
        raise _broken("The front matter has a line that is not key: value", where, number)
    values[found[1].strip().lower()] = _unquoted((found[2] or "").strip(), where, number)


def _unquoted(value: str, where: str, number: int) -> str:
    if value[:1] in ("'", '"'):
        quote = value[0]
        if len(value) < 2 or not value.endswith(quote):
            raise _broken("The front matter has a quote that is not closed", where, number)
        return value[1:-1].replace("\\" + quote, quote).replace(quote * 2, quote)
    return value.split(" #")[0].rstrip()


def _date(values: dict[str, str], lines: list[str], where: str) -> dt.date | None:
    if not values.get("date"):
        return None
    found = dates.find(values["date"])
    if found is None:
        number = next(number for number, line in enumerate(lines, 1) if line.lower().startswith("date"))
        raise _broken("The front matter has a date that cannot be read; write it as 2021-02-05", where, number)
    return found


def _broken(what: str, where: str, number: int) -> InputError:
    return InputError(what, where=f"{where}, line {number}", todo="Mend the line or remove the front matter")
