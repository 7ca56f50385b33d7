"""Text that cannot steer a terminal: escape sequences, control and invisible characters are taken out.

Source text is cleaned when it is read, and whatever is shown is cleaned once more.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

_C1_OPENERS = "\x90\x98\x9d\x9e\x9f"  # DCS SOS OSC PM APC as single characters
# Every class stops at the next opener, so that many unfinished strings are still scanned in linear time.
_BODY = rf"[^\x07\x1b\x9c\n{_C1_OPENERS}]*"
_STRING = rf"(?:\x1b[\]PX^_]|[{_C1_OPENERS}]){_BODY}(?:\x07|\x1b\\|\x9c)"
_CSI = r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
_SHORT = r"\x1b[ -/]*[0-~]"
_INVISIBLE = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 without tab and newline, DEL, C1
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"  # soft hyphen, fillers, Arabic letter mark
    r"\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # zero width, bidi, separators
    r"\ud800-\udfff\U000e0000-\U000e007f"  # lone surrogates cannot be encoded; tags can hide whole sentences
)
_SUSPECT = re.compile(rf"[{_INVISIBLE}]")
_UNSAFE = re.compile(rf"{_STRING}|{_CSI}|{_SHORT}|[{_INVISIBLE}]")
_LINE_SPACE = re.compile(r"[\n\t]")


def clean_text(text: str) -> str:
    """Return the text without escape sequences, control, bidi and zero-width characters.

    Newline, tab, ZWJ and ZWNJ stay, since they carry meaning. A control string without its end loses its opener only,
    so that a stray byte cannot swallow what follows.
    """
    return _UNSAFE.sub("", text) if _SUSPECT.search(text) else text


def clean_values(value: Any) -> Any:
    """Return a JSON value in which each text is clean, the names of keys too."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, Mapping):
        return {clean_values(key): clean_values(item) for key, item in value.items()}
    return [clean_values(item) for item in value] if isinstance(value, list | tuple) else value


def escaped(text: str) -> str:
    """Return JSON text in which every character that ``clean_text`` takes out is written as an escape."""
    return _SUSPECT.sub(lambda found: json.dumps(found[0])[1:-1], text)


def show(text: str) -> str:
    """Return the text as one safe line of output: cleaned, with newlines and tabs as spaces."""
    return _LINE_SPACE.sub(" ", clean_text(text))
