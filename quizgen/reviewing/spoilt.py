"""What spreadsheet programs do to cells that nobody edited: dates and numbers in another form, lost letters, errors."""

import re
import unicodedata

_ERROR = re.compile(r"#(?:N/A|NAME|VALUE|REF|DIV/0|NUM|NULL)[!?]?|#{3,}|Err:\d+", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:E[+-]?\d+)?%?", re.IGNORECASE)
_GROUPS = re.compile(r"(?<=\d)[, \u00a0\u202f'](?=\d{3}(?!\d))")
_DATE = re.compile(
    r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?: 0?0:00(?::00)?)?"  # 20/07/1969, 1969-07-20 00:00:00
    r"|\d{1,2}[- ][A-Z][a-z]{2,8}(?:[- ]\d{2}(?:\d{2})?)?"  # 20-Jul-69, 20 July 1969
    r"|[A-Z][a-z]{2,8}[- ]\d{2}(?:\d{2})?"  # Jul-69
)
_MIDNIGHT = re.compile(r"\s+0?0:00(?::00)?$")
_PARTS = re.compile(r"\d+|[a-z]+")
_MONTHS = {name: at for at, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_HOLES = re.compile(r"\ufffd|\w\?(?=\w)|(?<![\w?])\?(?=\w)")  # a question mark where a letter should be


def is_habit(cell: str, stored: str) -> bool:
    """Say whether a cell still means what is ``stored``, and a program has only written it in another form."""
    return (
        (cell.casefold() == stored.casefold() and cell.casefold() in ("true", "false"))
        or _is_same_number(cell, stored)
        or bool(_DATE.fullmatch(cell) and _is_same_day(cell, stored))
        or _is_plainer(cell, stored)
    )


def damage(cell: str, stored: str) -> str:
    """Return in words what a program has made of a cell that nobody can have meant so; "" where it did not."""
    if _ERROR.fullmatch(cell):
        return "the spreadsheet shows an error there"
    if cell.startswith('"') and cell.count('"') % 2 > stored.count('"') % 2:
        return "a quotation mark is open, so it may be a part only"
    if len(_HOLES.findall(cell)) > len(_HOLES.findall(stored)):
        return "letters were lost in saving; save the file as .xlsx or in UTF-8"
    return ""


def _is_same_number(cell: str, stored: str) -> bool:
    plain = _GROUPS.sub("", stored)
    if not _NUMBER.fullmatch(cell) or not _NUMBER.fullmatch(plain):
        return False
    mantissa = cell.upper().partition("E")[0]
    digits = max(len(re.sub(r"\D", "", mantissa)), 1)
    return _value(cell) == _value(plain) or ("E" in cell.upper() and f"{_value(plain):.{digits - 1}e}" == _short(cell))


def _short(cell: str) -> str:
    mantissa = cell.upper().partition("E")[0]
    decimals = len(mantissa.partition(".")[2])
    return f"{float(cell):.{decimals}e}"


def _value(text: str) -> float:
    return float(text.rstrip("%")) / (100 if text.endswith("%") else 1)


def _is_same_day(cell: str, stored: str) -> bool:
    """Compare what the two name in any order; a program adds the first of a month where no day is given."""
    one, other = _numbers(_MIDNIGHT.sub("", cell)), _numbers(stored)
    return bool(other) and one in (other, sorted([*other, 1]))


def _numbers(text: str) -> list[int]:
    parts = _PARTS.findall(text.casefold())
    named = [_MONTHS.get(part[:3], -1) if part.isalpha() else int(part) % 100 for part in parts]
    return [] if -1 in named else sorted(named)


def _is_plainer(cell: str, stored: str) -> bool:
    """Say whether letters outside ASCII became question marks or their plain cousins, and nothing else changed."""
    if len(cell) != len(stored) or cell == stored:
        return False
    pairs = ((new, old) for new, old in zip(cell, stored, strict=True) if new != old)
    return all(not old.isascii() and (new in "?_\ufffd" or _plain(old) == new) for new, old in pairs)


def _plain(letter: str) -> str:
    known = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "–": "-", "—": "-", "−": "-"}
    return known.get(letter) or unicodedata.normalize("NFD", letter)[0]
