"""Writes what docs/commands.md, reasons.md and templates.md say of the program, taken from the program itself.

    python scripts/reference.py

Only what stands between the two marks of a page is replaced. A test fails where a page is out of date.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from quizgen import templates  # noqa: E402
from quizgen.cli import cli  # noqa: E402
from quizgen.codes import all_codes  # noqa: E402

BEGIN, END = "<!-- written by scripts/reference.py -->", "<!-- end -->"


def commands() -> str:
    """Return every command with its arguments and options."""
    context = click.Context(cli, info_name="quizgen")
    return "\n".join(_group(cli, context))


def reasons() -> str:
    """Return a table of the reason codes for each module that gives them."""
    lines: list[str] = []
    module = ""
    for code in all_codes():
        if code.module != module:
            module = code.module
            lines += ["", f"## {module}", "", "| code | severity | meaning |", "| --- | --- | --- |"]
        lines.append(f"| `{code.code}` | {code.severity} | {code.meaning} |")
    return "\n".join(lines).strip()


def vocabulary() -> str:
    """Return the slots and the variables of question templates."""
    lines = ["## Slots", "", *_words(templates.SLOTS, ""), "", "## Variables", "", *_words(templates.VARIABLES, "$")]
    return "\n".join(lines)


def page(path: Path, body: str) -> str:
    """Return a page with what stands between its marks replaced by ``body``."""
    head, _, rest = path.read_text(encoding="utf-8").partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}\n\n{body}\n\n{END}{tail}"


def pages() -> dict[Path, str]:
    """Return what each page has to read."""
    bodies = {"commands.md": commands(), "reasons.md": reasons(), "templates.md": vocabulary()}
    return {ROOT / "docs" / name: page(ROOT / "docs" / name, body) for name, body in bodies.items()}


def _words(words: dict[str, str], sign: str) -> Iterator[str]:
    yield from ("| name | meaning |", "| --- | --- |")
    yield from (f"| `{sign}{word}` | {meaning} |" for word, meaning in words.items())


def _group(group: click.Group, context: click.Context) -> Iterator[str]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        below = click.Context(command, info_name=name, parent=context)
        yield from _command(command, below)
        if isinstance(command, click.Group):
            yield from _group(command, below)


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    depth = "##" + "#" * (context.command_path.count(" ") - 1)
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    yield from (f"{depth} {context.command_path}", "", f"    {usage}", "")
    for paragraph in (command.help or "").split("\n\n"):
        yield from (" ".join(paragraph.split()), "")
    options = [option for option in command.params if isinstance(option, click.Option)]
    if options:
        yield from ("| option | meaning |", "| --- | --- |")
        yield from (_option(option, context) for option in options)
        yield ""


def _option(option: click.Option, context: click.Context) -> str:
    names, meaning = option.get_help_record(context) or ("", "")
    cells = (f"`{names}`", " ".join(meaning.split()))
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
