"""Writes the session of README.md: the commands below are run on the example documents, and what they print is shown.

    python scripts/readme_session.py            # write
    python scripts/readme_session.py --check    # say whether the README shows other commands than these

Only what stands between the two marks is replaced. What quizgen asks may change with its rules for English, so a
session is stale only when its commands are others. Needs pexpect and pyte: ``pip install quizgen[test]``.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from terminal_picture import screen_of  # noqa: E402

BEGIN, END = "<!-- written by scripts/readme_session.py -->", "<!-- end -->"
WIDTH, ROWS = 110, 100
TEXT = "seeds/printing-press.md"
ID = re.compile(r"\bq_[0-9a-f]+")

# {one} and {other} are the beginnings of two ids.
COMMANDS = (
    "quizgen make seeds/",
    f"quizgen questions --document {TEXT} --limit 6",
    "quizgen why {one}",
    "quizgen reject {one} --reason 'not in our course'",
    "quizgen undo",
    "quizgen edit {other} --accept 'the year {answer}'",
    f"quizgen play --document {TEXT} --limit 3 --seed 6",
)
TYPED = ("{answer}", "no idea", "{answer}", "")


def session() -> str:
    """Run the commands in a new course folder with the example documents, and return what a user sees."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        shutil.copytree(ROOT / "seeds", "seeds")
        programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        os.environ |= {"COLUMNS": str(WIDTH), "NO_COLOR": "1", "PATH": programs}
        os.environ.pop("QUIZGEN_DB", None)
        return "\n".join(_shown())


def _shown() -> Iterator[str]:
    first, *others, last = COMMANDS
    yield from _run(first)
    one, other = _rows()
    names = {"one": one["uid"][:8], "other": other["uid"][:8], "answer": other["answer"]}
    for command in others:
        yield from ("", *_run(command.format(**names)))
    screen = screen_of(shlex.split(last), list(TYPED), WIDTH, ROWS)
    played = "\n".join(line.rstrip() for line in screen.display).rstrip()
    yield from ("", f"$ {last}", played)


def _run(command: str) -> Iterator[str]:
    """Yield a command and what it prints, folded as a narrow terminal would."""
    ran = subprocess.run(shlex.split(command), capture_output=True, text=True)
    if ran.returncode:
        raise SystemExit(f"{command}: {ran.stderr}")
    yield f"$ {command}"
    for line in ran.stdout.splitlines():
        indent = " " * (len(line) - len(line.lstrip()) + 4)
        yield from textwrap.wrap(line, WIDTH, subsequent_indent=indent, break_long_words=False) or [""]


def _rows() -> tuple[dict[str, str], dict[str, str]]:
    """Return the first question of the document, and the next one whose answer is a year."""
    command = ["quizgen", "questions", "--document", TEXT, "--kind", "short", "--format", "jsonl", "--limit", "6"]
    listing = subprocess.run(command, capture_output=True, text=True, check=True)
    one, *others = (json.loads(line) for line in listing.stdout.splitlines())
    return one, next((row for row in others if row["answer"].isdigit()), others[0])


def page(text: str, body: str) -> str:
    """Return a page with what stands between its marks replaced by ``body``."""
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}\n\n```console\n{body}\n```\n\n{END}{tail}"


def form(text: str) -> list[str]:
    """Return the commands of a page's session, without what may change: ids and what is quoted."""
    _, _, rest = text.partition(BEGIN)
    shown = re.findall(r"^\$ (.*)$", rest.partition(END)[0], re.M)
    return [_plain(command) for command in shown]


def expected() -> list[str]:
    """Return what ``form`` gives for a README that is up to date."""
    return [_plain(command.replace("{one}", "q_0").replace("{other}", "q_0")) for command in COMMANDS]


def _plain(command: str) -> str:
    return re.sub(r"'[^']*'|\"[^\"]*\"", "'…'", ID.sub("q_…", command))


def main() -> None:
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    if "--check" in sys.argv[1:]:
        if form(text) != expected():
            raise SystemExit("The session of README.md is stale: run python scripts/readme_session.py")
        return
    readme.write_text(page(text, session()), encoding="utf-8")


if __name__ == "__main__":
    main()
