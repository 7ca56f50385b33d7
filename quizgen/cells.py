"""Single cells: written so that no program runs them, and read as text."""

import datetime as dt
import re

from quizgen.safe import clean_text

_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")
_CALL = re.compile(r"[=@\t\r]|[+-](?=.*[(|!=@])", re.DOTALL)


def guard(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: one that looks so gets an apostrophe in front."""
    text = clean_text(text)
    return f"'{text}" if _FORMULA.match(text) else text


def unguard(cell: str) -> str:
    """Return the text of a cell without the apostrophe that ``guard`` put there."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def disarm(text: str) -> str:
    """Return what somebody else typed with an apostrophe only where it would call something.

    A plain "-5 °C" or "+3" stays as it is, since whoever gave the table wants it back unchanged.
    """
    text = clean_text(text)
    return f"'{text}" if _CALL.match(text) else text


def text_of(value: object) -> str:
    """Return as text what a workbook holds as a number, a day or a truth value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        value = value.date()
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return f"{value.day} {value:%B %Y}"
    return str(value)
