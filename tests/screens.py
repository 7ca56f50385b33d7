"""Drives full-screen applications without a terminal and reads their screens as text."""

import asyncio
import os
import re
from collections.abc import Awaitable, Callable
from html import unescape
from pathlib import Path
from typing import Any

from textual import events
from textual.app import App
from textual.pilot import Pilot

Script = Callable[[Pilot[Any]], Awaitable[None]]
SNAPSHOTS = Path(__file__).parent / "snapshots"
_PIECE = re.compile(r'<text class="\S+-r\d+" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</text>')
_BAR = re.compile("[▁-█]+")
_WIDTH, _HEIGHT = 12.2, 24.4  # of a cell in the picture


def drive(app: App[Any], *keys: str, size: tuple[int, int] = (80, 24), then: Script | None = None) -> str:
    """Run an application, press ``keys``, do ``then``, and return what is on the screen."""

    async def run() -> str:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await pilot.press(*keys)
            await pilot.pause()
            if then:
                await then(pilot)
                await pilot.pause()
            return text_of(app)

    return asyncio.run(run())


def text_of(app: App[Any]) -> str:
    """Return the screen as lines of text without the spaces at their ends."""
    picture = app.export_screenshot()
    lines: list[str] = [""] * app.size.height
    for x, y, text in _PIECE.findall(picture):
        row = round((float(y) - 20) / _HEIGHT)
        # Wide characters take two cells but are one character, so this holds for narrow ones alone.
        lines[row] = lines[row].ljust(round(float(x) / _WIDTH)) + unescape(text).replace("\xa0", " ").strip("\n")
    return "\n".join(line.rstrip() for line in lines).rstrip()


def check_snapshot(name: str, text: str) -> None:
    """Compare a screen with the one that was kept; with SNAPSHOTS=write in the environment keep this one.

    Scrollbars do not count: where they begin and end is up to Textual.
    """
    path = SNAPSHOTS / f"{name}.txt"
    if os.environ.get("SNAPSHOTS") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{_without_bars(text)}\n", encoding="utf-8")
    kept = path.read_text(encoding="utf-8").removesuffix("\n")
    assert _without_bars(text) == _without_bars(kept), f"{name} looks different now (SNAPSHOTS=write keeps it)"


def _without_bars(text: str) -> str:
    return "\n".join(_BAR.sub("", line).rstrip() for line in text.splitlines())


def in_one_go(keys: str) -> Script:
    """Return a script that sends keys without waiting for what each does, as a fast typist; "\\n" is Enter."""

    async def then(pilot: Pilot[Any]) -> None:
        for key in keys:
            name = {"\n": "enter", "\t": "tab", "\x13": "ctrl+s", " ": "space", "/": "slash"}.get(key, key)
            pilot.app.post_message(events.Key(name, key))
        for _ in keys:
            await pilot.pause()

    return then
