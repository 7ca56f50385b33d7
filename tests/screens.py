"""Drives full-screen applications without a terminal and reads their screens as text."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from textual.app import App
from textual.pilot import Pilot

Script = Callable[[Pilot[Any]], Awaitable[None]]


def drive(app: App[Any], *keys: str, size: tuple[int, int] = (80, 24), then: Script | None = None) -> str:
    """Run an application, press ``keys``, do ``then``, and return what is on the screen."""

    async def run() -> str:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            if then:
                await then(pilot)
                await pilot.pause()
            return text_of(app)

    return asyncio.run(run())


def text_of(app: App[Any]) -> str:
    """Return the screen as lines of text without the spaces at their ends."""
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in lines).rstrip()
