"""Plays a quiz in a pseudo-terminal and draws its screen as an SVG picture.

    quizgen make seeds/ && python scripts/terminal_picture.py docs/images/play.svg
    python scripts/terminal_picture.py OUT.svg --type 2 --type "Luna 2" -- quizgen play --seed 1

``{answer}`` in what is typed stands for the right answer to the question on the screen. Needs pexpect and pyte, which
come with ``pip install quizgen[test]``.
"""

import argparse
import json
import os
import subprocess
import sys
from html import escape
from itertools import groupby
from pathlib import Path

import pexpect
import pyte

COMMAND = ["quizgen", "play", "--no-resume", "--seed", "6", "--limit", "4", "--document", "seeds/printing-press.md"]
ANSWERS = ["{answer}", "no idea", ":hint"]
PROMPT = "(?m)^> "
FONT = "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace"
CELL, LINE, PAD, BAR = 8.4, 19, 18, 34  # pixels
INK, PAPER, FAINT = "#d8dee9", "#1f2430", "#8a93a6"
COLOURS = {
    "green": "#8fd694",
    "brown": "#f0c674",
    "red": "#ef8a80",
    "cyan": "#88c0d0",
    "blue": "#81a1c1",
    "brightblack": FAINT,
    "default": INK,
}


def screen_of(command: list[str], answers: list[str], columns: int, rows: int) -> pyte.Screen:
    """Return the screen of ``command`` as it waits at the prompt after the last answer, or when it has ended."""
    kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    child = pexpect.spawn(
        command[0],
        command[1:],
        env={**kept, "TERM": "xterm-256color", "LINES": str(rows), "COLUMNS": str(columns)},
        dimensions=(rows, columns),
        timeout=60,
    )
    screen = pyte.Screen(columns, rows)
    stream = pyte.ByteStream(screen)
    known = right_answers()
    for answer in [*answers, None]:
        ended = child.expect([PROMPT, pexpect.EOF])
        stream.feed(child.before + (child.after if not ended else b""))
        if ended or answer is None:
            break
        child.sendline(answer.replace("{answer}", asked(screen, known)))
    child.close(force=True)
    return screen


def right_answers() -> dict[str, str]:
    """Return the answer to each question of the course folder."""
    listing = subprocess.run(["quizgen", "questions", "--format", "jsonl"], capture_output=True, text=True)
    rows = [json.loads(line) for line in listing.stdout.splitlines()]
    return {row["prompt"]: row["answer"] for row in rows}


def asked(screen: pyte.Screen, known: dict[str, str]) -> str:
    """Return the answer to the question that stands lowest on the screen, "" where none does."""
    shown = " ".join(" ".join(screen.display).split())
    return max(((shown.rfind(prompt), answer) for prompt, answer in known.items()), default=(-1, ""))[1]


def picture(screen: pyte.Screen, title: str) -> str:
    """Return the screen as SVG, without the empty rows at its end."""
    rows = [[screen.buffer[y][x] for x in range(screen.columns)] for y in range(screen.lines)]
    used = max((y + 1 for y, row in enumerate(rows) if any(cell.data.strip() for cell in row)), default=1)
    width = round(screen.columns * CELL + 2 * PAD)
    height = BAR + used * LINE + PAD
    lights = "".join(
        f'<circle cx="{PAD + i * 18}" cy="17" r="5.5" fill="{fill}"/>'
        for i, fill in enumerate(("#ef8a80", "#f0c674", "#8fd694"))
    )
    lines = "\n".join(line for y, row in enumerate(rows[:used]) for line in drawn(row, BAR + y * LINE + 14))
    cursor = (
        f'<rect x="{PAD + screen.cursor.x * CELL:.1f}" y="{BAR + screen.cursor.y * LINE}" width="{CELL}" '
        f'height="{LINE - 2}" fill="{INK}" opacity="0.6"/>\n'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-label="{escape(title)}">\n'
        f'<rect width="{width}" height="{height}" rx="9" fill="{PAPER}"/>\n{lights}\n'
        f'<text x="{width / 2}" y="22" fill="{FAINT}" text-anchor="middle" font-family="sans-serif" font-size="13">'
        f"{escape(title)}</text>\n"
        f'<g font-family="{FONT}" font-size="14" xml:space="preserve">\n{lines}\n</g>\n'
        f"{'' if screen.cursor.hidden else cursor}</svg>\n"
    )


def drawn(row: list[pyte.screens.Char], y: int) -> list[str]:
    """Return the elements of one row, one for each run of words in one style, with what stands behind them.

    ``textLength`` keeps the columns in line whatever monospace font the reader has.
    """
    found, x = [], 0
    for style, run in groupby(row, key=lambda cell: (cell.fg, cell.bold, cell.underscore, cell.reverse)):
        cells = list(run)
        text = "".join(cell.data for cell in cells)
        if style[3]:
            found.append(
                f'<rect x="{PAD + x * CELL:.1f}" y="{y - 14}" width="{len(text) * CELL:.1f}" height="{LINE}" '
                f'fill="{COLOURS.get(style[0], INK)}"/>'
            )
        if text.strip():
            found.append(words(text, x, y, *style))
        x += len(cells)
    return found


def words(text: str, x: int, y: int, colour: str, bold: bool, underlined: bool, reverse: bool) -> str:
    """Return a run of words that begins in column ``x``."""
    body = text.strip()
    left = PAD + (x + len(text) - len(text.lstrip())) * CELL
    fill = PAPER if reverse else COLOURS.get(colour, INK)
    style = (' font-weight="bold"' if bold else "") + (' text-decoration="underline"' if underlined else "")
    kept = body.replace(" ", "\u00a0")  # browsers make one space of several
    length = f'textLength="{len(body) * CELL:.1f}" lengthAdjust="spacingAndGlyphs"'
    return f'<text x="{left:.1f}" y="{y}" fill="{fill}"{style} {length}>{escape(kept)}</text>'


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0], epilog="What to run comes after --.")
    parser.add_argument("output", type=Path)
    parser.add_argument("--type", dest="answers", action="append", metavar="LINE", help="a line to type")
    parser.add_argument("--columns", type=int, default=84)
    parser.add_argument("--rows", type=int, default=32)
    parser.add_argument("--title", default="quizgen play")
    words = sys.argv[1:]
    split = words.index("--") if "--" in words else len(words)
    options = parser.parse_args(words[:split])
    screen = screen_of(words[split + 1 :] or COMMAND, options.answers or ANSWERS, options.columns, options.rows)
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(picture(screen, options.title), encoding="utf-8")
    print(*(line.rstrip() for line in screen.display if line.strip()), sep="\n")


if __name__ == "__main__":
    main()
