"""Makes the pictures of full screens in docs/images, each from a course of its own in a temporary folder.

    python scripts/screens.py                    # all of them
    python scripts/screens.py tui review         # some
    python scripts/screens.py --output /tmp tui  # elsewhere

A picture is a `Shot`: what is run, the keys that are pressed, and the size of the terminal; or a `Page` of the browser.
Needs pexpect, pyte and playwright, which come with ``pip install quizgen[test]``, and Chromium for pages.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pexpect
import pyte
from terminal_picture import asked, picture, right_answers

ROOT = Path(__file__).parent.parent
QUIET = 0.6  # seconds without output after which a screen is taken to be complete


@dataclass(frozen=True)
class Shot:
    """A picture of a terminal in which ``command`` runs and ``keys`` are pressed, one after another.

    ``{answer}`` stands for the answer to the question on the screen, ``{right}`` for the number of the right option.
    ``prepare`` is called in the course folder first.
    """

    title: str
    command: tuple[str, ...]
    keys: tuple[str, ...] = ()
    seeds: tuple[str, ...] = ("printing-press.md",)
    prepare: Callable[[], Any] | None = None
    columns: int = 84
    rows: int = 24


def decide(*lines: str) -> None:
    """Review some questions of the course."""
    typed = "".join(f"{line}\n" for line in lines)
    subprocess.run(["quizgen", "review", "--plain"], input=typed, text=True, check=True, capture_output=True)


LIBRARY = ("ada-lovelace.txt", "cells.md", "iceland.html", "mars-probe.txt", "noble-gases.md", "printing-press.md")
MONTHS = 4 * 30  # days that the learner of the figures has learned


def learn() -> None:
    """Let the learner of the tests answer for some months, up to yesterday."""
    sys.path.insert(0, str(ROOT / "tests"))
    from learner import DAY, Learner

    from quizgen.model import Filter
    from quizgen.store import Store

    today = int(time.time()) // DAY * DAY
    with Store.open(Path("data") / "quizgen.db") as store:
        questions = store.questions(Filter(statuses=("new", "kept", "edited")))
        Learner(store, list(questions), per_day=12).study(first=today - MONTHS * DAY, days=MONTHS)


SHOTS = {
    "tui": Shot(
        title="quizgen play --tui",
        command=("quizgen", "play", "--tui", "--seed", "2", "--mode", "choice", "--limit", "8"),
        keys=("{right}", "\r", "{right}", "\r", "{right}"),
    ),
    "review": Shot(
        title="quizgen review",
        command=("quizgen", "review"),
        keys=("x",),
        prepare=lambda: decide("l", *"aaaxaaaaa"),
        rows=20,
    ),
    "stats": Shot(
        title="quizgen stats",
        command=("sh", "-c", "quizgen stats | sed '/^By kind/,$d'"),
        seeds=LIBRARY,
        prepare=learn,
        rows=42,
    ),
}


@dataclass(frozen=True)
class Page:
    """A picture of a page in the browser: ``command`` says its address, and ``keys`` are pressed there.

    Or it writes the page to ``file``. ``prepare`` is called in the course folder first.
    """

    command: tuple[str, ...]
    keys: tuple[str, ...] = ()
    seeds: tuple[str, ...] = ("printing-press.md",)
    prepare: Callable[[], Any] | None = None
    file: str = ""
    width: int = 1000
    height: int = 860


PAGES = {
    "review-web": Page(command=("quizgen", "review", "--web"), keys=("a", "x")),
    "stats-page": Page(
        command=("quizgen", "stats", "--plot", "stats.html"),
        seeds=LIBRARY,
        prepare=learn,
        file="stats.html",
        height=1290,
    ),
}


class Screen(pyte.Screen):
    """A screen on which faint letters are grey."""

    def select_graphic_rendition(self, *attributes: int, **more: Any) -> None:
        """Take a style; a faint one becomes a colour, which is all that the picture knows."""
        faint = 2 in attributes
        super().select_graphic_rendition(*(90 if faint and one == 39 else one for one in attributes), **more)


def shoot(shot: Shot) -> pyte.Screen:
    """Return the screen after the last key; what runs there is stopped."""
    screen = Screen(shot.columns, shot.rows)
    stream = pyte.ByteStream(screen)
    child = pexpect.spawn(
        shot.command[0], list(shot.command[1:]), env=environment(), dimensions=(shot.rows, shot.columns), timeout=60
    )
    known = right_answers() if any("{" in key for key in shot.keys) else {}
    settle(child, stream, first=True)
    for key in shot.keys:
        answer = asked(screen, known)
        child.send(key.replace("{answer}", answer).replace("{right}", number(screen, answer)))
        settle(child, stream)
    child.close(force=True)
    return screen


def environment() -> dict[str, str]:
    """Return an environment in which a terminal has its colours."""
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "LINES")}
    return {**kept, "TERM": "xterm-256color"}


def settle(child: pexpect.spawn, stream: pyte.ByteStream, *, first: bool = False) -> None:
    """Read until nothing more comes; the first output may take its time."""
    wait = 30.0 if first else QUIET
    while True:
        try:
            stream.feed(child.read_nonblocking(65536, timeout=wait))
        except (pexpect.TIMEOUT, pexpect.EOF):
            return
        wait = QUIET


def number(screen: pyte.Screen, answer: str) -> str:
    """Return the number of the option that reads ``answer``, "" where there is none."""
    options = (re.match(r"\s*(\d)\W+(.*?)\s*$", line) for line in screen.display)
    return next((option[1] for option in options if option and option[2] == answer), "")


def course(folder: Path, seeds: tuple[str, ...]) -> None:
    """Make a course with the documents of the seeds in ``folder`` and go there."""
    folder.mkdir(exist_ok=True)
    for name in seeds:
        (folder / name).write_text((ROOT / "seeds" / name).read_text(encoding="utf-8"), encoding="utf-8")
    os.chdir(folder)
    subprocess.run(["quizgen", "make", *seeds], check=True, capture_output=True)


def draw(name: str, shot: Shot, output: Path) -> None:
    """Write the picture of a shot."""
    with tempfile.TemporaryDirectory() as folder:
        course(Path(folder), shot.seeds)
        if shot.prepare:
            shot.prepare()
        screen = shoot(shot)
        os.chdir(ROOT)
    path = output / f"{name}.svg"
    path.write_text(picture(screen, shot.title), encoding="utf-8")
    print(path, *(line.rstrip() for line in screen.display), sep="\n")


def photograph(name: str, wanted: Page, output: Path) -> None:
    """Write the picture of a page, whose program is stopped then."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    path = output / f"{name}.png"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as player:
        course(Path(folder) / "library", wanted.seeds)
        if wanted.prepare:
            wanted.prepare()
        program = subprocess.Popen(wanted.command, stdout=subprocess.PIPE, text=True)
        address = address_of(wanted, program)
        browser = player.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": wanted.width, "height": wanted.height})
        page.goto(address)
        for key in wanted.keys:
            page.keyboard.press(key)
            page.wait_for_load_state("networkidle")
        page.screenshot(path=path)
        browser.close()
        program.terminate()
        program.wait()
        os.chdir(ROOT)
    print(path)


def address_of(wanted: Page, program: "subprocess.Popen[str]") -> str:
    """Return where a page is: in the file that the program has written, or where it says."""
    if wanted.file:
        program.wait()
        return Path(wanted.file).resolve().as_uri()
    return next(line.strip() for line in program.stdout or () if "http" in line)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join([*SHOTS, *PAGES])}; all by default")
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "images")
    options = parser.parse_args()
    unknown = set(options.names) - SHOTS.keys() - PAGES.keys()
    if unknown:
        parser.error(f"no picture is called {', '.join(sorted(unknown))}")
    for name in options.names or [*SHOTS, *PAGES]:
        output = options.output.resolve()
        if name in PAGES:
            photograph(name, PAGES[name], output)
        else:
            draw(name, SHOTS[name], output)


if __name__ == "__main__":
    main()
