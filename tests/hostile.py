"""Texts that try to steer a terminal, a course that is full of them, and what must never come out."""

import json
import os
import re
import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pexpect
from cli_course import SEEDS

# Each sequence says 7777 or EVIL, which nothing that the program sends itself does.
SEQUENCES = (
    "\x1b[7;77;77m", "\x1b[7777A", "\x1b]52;c;RVZJTA==\x07", "\x1b]0;EVIL\x1b\\", "\x1bP+qEVIL\x1b\\",
    "\x1b_EVIL\x1b\\", "\x1b(0", "\x1bc", "\x1b[?1049h", "\x9b7777A", "\x9d0;EVIL\x9c", "\x90EVIL\x9c", "\x9e",
    "\x85", "\x84", "\x8d", "\x0e", "\x08\x08", "\r", "\x0b", "\x0c", "\x07", "\x05", "\x7f", "\x01", "\x1b",
)  # fmt: skip
INVISIBLE = "\u200b\u200e\u200f\u202a\u202e\u2028\u2029\u2060\u2066\u2069\ufeff\u061c\u00ad\U000e0041\U000e007f"
MARKUP = "[red] [/oops] {{c1::x}} <script>alert(1)</script> &lt; %s {0} $x \\n *b* `c` |"
WIDE = "漢字かな👩\u200d🚀"
LONG = "Donaudampfschifffahrts" * 9
HOSTILE = f"{''.join(f'{sequence}b' for sequence in SEQUENCES)}{INVISIBLE}{MARKUP} {WIDE} {LONG}"
SHORT = f"E{SEQUENCES[0]}{SEQUENCES[2]}\x9b31m{INVISIBLE}[/oops]"
# A name of a file may hold anything but a slash and NUL, a newline and bytes that are no UTF-8 too.
NAME = f"E{SEQUENCES[0]}\x1b]52;c;RVZJTA==\x07\n\x9b31m\u202e[red]"

_OWN = re.compile(r"\r\x1b\[K")  # the line that shows how far a command has come
_FOREIGN = re.compile(r"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\r*\n)")
_HIDDEN = re.compile(f"[{INVISIBLE}\u2067\u2068\u202b-\u202d]")
_INJECTED = re.compile(
    r"\x1b\[7;77;77m|\x1b\[7777A|\x1b\]52|\x1b[P\]_][^\x07\x1b]*EVIL|\x1b\(0|\x1bc|[\x05\x0b\x0c\x0e\x7f-\x9f]"
)


_LOOKS_LIKE_ID = re.compile(r"[a-z]_[0-9a-f]{32}|[a-z0-9-]{0,24}|[0-9.:-]*")
_FREE = {
    "document": ["title", "author", "url", "path"],
    "sentence": ["resolved", "section"],
    "fact": ["subject", "relation", "object"],
    "evidence": ["draft"],
    "phrase": ["spelling", "data"],
    "question": [
        "prompt", "answer", "accept", "options", "parts", "explanation", "hint", "tags", "flaws", "sources", "section",
    ],
    "edit": ["reason"],
    "rejection": ["detail", "text"],
    "session": ["seed"],
    "run": ["version"],
}  # fmt: skip


def foreign(sent: str) -> list[str]:
    """Return what would steer a terminal or hide from the eye, without what the program sends itself."""
    rest = _OWN.sub("", sent)
    return [rest[max(0, m.start() - 30) : m.end() + 30] for way in (_FOREIGN, _HIDDEN) for m in way.finditer(rest)]


def injected(sent: str) -> list[str]:
    """Return what comes from a hostile text, on a full screen that is drawn by escape sequences."""
    return [sent[max(0, m.start() - 30) : m.end() + 30] for way in (_INJECTED, _HIDDEN) for m in way.finditer(sent)]


def poison(store: Path) -> None:
    """Put hostile text into all that is text in a store, as somebody would who can write to the file."""
    with sqlite3.connect(store) as db:
        for table, columns in _FREE.items():
            for column in columns:
                for number, text in db.execute(f"select id, {column} from {table}").fetchall():
                    text = _poisoned(text, column)
                    db.execute(f"update {table} set {column} = ? where id = ?", (text, number))
        db.execute("update sentence set text = substr(text, 1, 20) || ? || substr(text, 21)", (HOSTILE,))
        db.execute("update document set key = key || ?", (SHORT,))
    db.close()


def _poisoned(text: str, column: str) -> str:
    try:
        value = json.loads(text)
    except ValueError:
        value = None
    if isinstance(value, list | dict):
        if value == [] and column in ("tags", "accept", "flaws"):
            value = [HOSTILE]
        return json.dumps(_inside(value), ensure_ascii=False)
    return text[:9] + HOSTILE + text[9:]


def _inside(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _inside(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_inside(item) for item in value]
    return HOSTILE + value if isinstance(value, str) and not _LOOKS_LIKE_ID.fullmatch(value) else value


def write_sources(folder: Path) -> list[Path]:
    """Write documents whose names, titles, headings and sentences are hostile, and files that cannot be read."""
    folder.mkdir(parents=True, exist_ok=True)
    text = (SEEDS / "mars-probe.txt").read_text(encoding="utf-8")
    good = folder / f"{NAME}.txt"
    good.write_text(f"{HOSTILE}\n\n{text.replace('.', f'.{SHORT}')}", encoding="utf-8", newline="")
    page = folder / f"{NAME}.md"
    page.write_text(f"---\ntitle: E\x1b[7777A\n---\n# {SHORT}\n\n## {SHORT}\n\n{text}", encoding="utf-8")
    bad = folder / f"{NAME}.html"
    bad.write_text("<p>\x1b[7777A", encoding="utf-8")
    other = folder / os.fsdecode(os.fsencode(NAME) + b"\xff.pdf")
    other.write_bytes(b"%PDF")
    return [good, page, bad, other]


def in_terminal(
    script: str, *arguments: str, folder: Path, columns: int = 80, rows: int = 24, timeout: int = 120, **environ: str
) -> str:
    """Run a Python program in a terminal of its own and return all that it sends, on either stream."""
    child = pexpect.spawn(
        sys.executable, ["-c", script, *arguments], cwd=str(folder), env=environment(**environ),
        dimensions=(rows, columns), timeout=timeout, encoding="utf-8", codec_errors="surrogateescape", echo=False,
    )  # fmt: skip
    child.expect(pexpect.EOF)
    child.close()
    return str(child.before)


def environment(**environ: str) -> Any:
    """Return the environment of a terminal, without what would change how the program prints."""
    unset = ("NO_COLOR", "COLUMNS", "LINES", "QUIZGEN_DB", "TERM_PROGRAM", "COLORTERM")
    kept = {key: value for key, value in os.environ.items() if key not in unset}
    return {**kept, "TERM": "xterm-256color", "PYTHONPATH": str(SEEDS.parent), "LANG": "C.UTF-8", **environ}


def divided(sent: str, commands: Sequence[Sequence[str]]) -> list[str]:
    """Return what each of several commands has sent; they are divided by lines with their numbers."""
    parts = re.split(r"\r?\n#-- \d+ --#\r?\n", sent)
    assert len(parts) == len(commands) + 1, sent[-2000:]
    return parts[1:]


class Screen:
    """A command in a terminal of its own, with all that it has sent."""

    def __init__(self, *arguments: str, folder: Path, columns: int = 80, rows: int = 24, **environ: str) -> None:
        self.child = pexpect.spawn(
            sys.executable, ["-m", "quizgen", *arguments], cwd=str(folder), env=environment(**environ),
            dimensions=(rows, columns), timeout=60, encoding="utf-8", codec_errors="surrogateescape",
        )  # fmt: skip
        self.child.delaybeforesend = None
        self.sent = ""

    def see(self, what: str) -> None:
        """Read until a pattern has been sent."""
        self.child.expect(what)
        self.sent += self.child.before + self.child.after

    def press(self, *keys: str) -> None:
        """Press keys, each when the answer to the one before seems to be over."""
        for key in keys:
            self.child.send(key)
            self.settle()

    def settle(self) -> None:
        """Read until nothing has come for a moment."""
        patience = 0.5
        while True:
            try:
                self.sent += self.child.read_nonblocking(65536, timeout=patience)
            except (pexpect.TIMEOUT, pexpect.EOF):
                return
            patience = 0.15

    def end(self) -> int | None:
        """Read to the end and return the exit code, a signal as a negative number."""
        self.child.expect(pexpect.EOF)
        self.sent += self.child.before
        self.child.close()
        return self.child.exitstatus if self.child.signalstatus is None else -self.child.signalstatus
