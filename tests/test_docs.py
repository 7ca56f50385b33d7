"""The documentation says what the program does: everything in it has its place there, and the examples run."""

import importlib
import importlib.util
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from types import ModuleType

import click
import pytest
from anki_collection import collection
from exporter_samples import question
from test_layers import ROWS

import quizgen
from quizgen import cli, config, errors, rank, templates
from quizgen.codes import MODULES, all_codes
from quizgen.exporters import SUFFIXES, rows, tables

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"


def read(*parts: str) -> str:
    return ROOT.joinpath(*parts).read_text(encoding="utf-8")


def script(name: str) -> ModuleType:
    """Load a file of the folder scripts."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def walk(command: click.Command, context: click.Context) -> Iterator[tuple[str, click.Command]]:
    """Yield every command with its whole name."""
    yield context.command_path, command
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from walk(below, click.Context(below, info_name=name, parent=context))


COMMANDS = dict(walk(cli.cli, click.Context(cli.cli, info_name="quizgen")))
PAGES = ["README.md", "CHANGELOG.md", *(f"docs/{path.name}" for path in sorted(DOCS.glob("*.md")))]


def test_the_reference_pages_are_up_to_date() -> None:
    for path, text in script("reference").pages().items():
        assert path.read_text(encoding="utf-8") == text, f"run: python scripts/reference.py ({path.name})"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_help_and_a_place(name: str) -> None:
    command, page = COMMANDS[name], read("docs", "commands.md")
    assert command.help, f"{name} is missing its help"
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, f"{name} {option.opts[0]} is missing its help"
            assert all(f"{word}" in page for word in option.opts if name != "quizgen")


def test_every_exit_code_has_a_place() -> None:
    codes = {0, 1, cli.INTERRUPTED, *(kind.exit_code for kind in vars(errors).values() if isinstance(kind, type))}
    listed = {int(code) for code in re.findall(r"^\| (\d+) \|", read("docs", "commands.md"), re.M)}
    assert listed == codes


@pytest.mark.parametrize("setting", fields(config.Settings), ids=lambda field: field.name)
def test_every_setting_has_a_place_with_its_default(setting: object) -> None:
    name, default = setting.name, setting.default  # type: ignore[attr-defined]
    shown = {"()": "[]", "False": "false"}.get(repr(default), repr(default).replace("'", '"'))
    assert f"| `{name}` | `{shown}` |" in read("docs", "settings.md")


def test_the_lowest_score_has_a_place() -> None:
    assert f"below {rank.FLOOR} none is kept at all" in read("docs", "settings.md")


def test_the_example_settings_are_valid(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", read("docs", "settings.md"), re.S)
    (tmp_path / "quizgen.toml").write_text(example, encoding="utf-8")
    config.settings(tmp_path)
    assert set(tomllib.loads(example)) == {field.name for field in fields(config.Settings)}


def test_every_reason_code_has_a_meaning() -> None:
    page = read("docs", "reasons.md")
    for code in all_codes():
        assert code.meaning and code.severity in {"error", "warning", "info"}
        assert f"| `{code.code}` | {code.severity} | {code.meaning} |" in page


def test_no_module_with_reason_codes_is_forgotten() -> None:
    package = Path(quizgen.__file__).parent
    found = set()
    for path in package.rglob("*.py"):
        if re.search(r"^CODES\b.*=", path.read_text(encoding="utf-8"), re.M):
            found.add(".".join(path.relative_to(package).with_suffix("").parts).removesuffix(".__init__"))
    parts = {name for name in found for whole in MODULES if name.startswith(f"{whole}.")}
    assert found - parts == set(MODULES)


@pytest.mark.parametrize("word", [*templates.VARIABLES, *templates.SLOTS])
def test_every_template_variable_and_slot_has_a_place(word: str) -> None:
    assert re.search(rf"`\$?{word}`", read("docs", "templates.md"))


def test_the_two_commands_stand_in_the_readme() -> None:
    install = "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && "
    lines = [line.strip() for line in read("README.md").splitlines() if "python3 -m venv" in line]
    assert lines == [install + ".venv/bin/quizgen make seeds/", install + ".venv/bin/pytest"]


def test_the_session_of_the_readme_shows_the_commands_that_its_script_runs() -> None:
    session = script("readme_session")
    assert session.form(read("README.md")) == session.expected(), "run: python scripts/readme_session.py"


@pytest.mark.model
@pytest.mark.terminal
@pytest.mark.slow
def test_the_session_of_the_readme_can_be_made_again(tmp_path: Path) -> None:
    """What is asked may differ from what the README shows; that the commands work may not."""
    for name in ("scripts", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "README.md", tmp_path)
    subprocess.run([sys.executable, "scripts/readme_session.py"], cwd=tmp_path, check=True, timeout=300)
    made = (tmp_path / "README.md").read_text(encoding="utf-8")
    outside = r"(?s)<!-- written by scripts/readme_session.py -->.*?<!-- end -->"
    assert re.sub(outside, "", made) == re.sub(outside, "", read("README.md"))
    assert "Took back: reject q_" in made and "Question 1 of 3" in made


@pytest.mark.model
@pytest.mark.slow
def test_the_sample_deck_is_made_the_same_twice(tmp_path: Path) -> None:
    sample = script("sample_deck")
    first, second = sample.write(tmp_path / "first"), sample.write(tmp_path / "second")
    assert first.read_bytes() == second.read_bytes()
    assert (sample.FOLDER / first.name).is_file(), "run: python scripts/sample_deck.py"


@pytest.mark.anki
def test_the_sample_deck_can_be_imported() -> None:
    with collection() as learner:
        for deck in (ROOT / "decks" / "samples").glob("*.apkg"):
            done = learner.take(deck)
            assert done.new and not done.conflicting


def test_the_design_shows_the_layers() -> None:
    shown = re.findall(r"^\| \d+ \| (.*) \|$", read("docs", "design.md"), re.M)
    assert [set(re.findall(r"`(\w+)`", row)) for row in shown] == [names - {""} for names in ROWS]


def test_the_design_names_what_exists() -> None:
    """Every dotted function at the beginning of a line of the interfaces can be imported."""
    (block,) = re.findall(r"```python\n(.*?)```", read("docs", "design.md"), re.S)
    for module, name in re.findall(r"^([a-z][a-z.]*)\.(\w+)", block, re.M):
        if module != "store":  # an object there
            assert hasattr(importlib.import_module(f"quizgen.{module}"), name), f"{module}.{name}"


def test_every_export_format_column_and_key_has_a_place() -> None:
    page = read("docs", "export.md")
    assert all(f"`{word}`" in page for word in (*SUFFIXES, *tables.COLUMNS, *rows.question_row(question())))


def test_the_version_is_the_head_of_the_changelog() -> None:
    (head, *_) = re.findall(r"^## (\S+)", read("CHANGELOG.md"), re.M)
    assert head == quizgen.__version__ == tomllib.loads(read("pyproject.toml"))["project"]["version"]


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", read(page)):
        if not re.match(r"[a-z]+:", target):
            assert (ROOT / page).parent.joinpath(target).exists(), target


@pytest.mark.parametrize("page", PAGES)
def test_commands_in_examples_exist(page: str) -> None:
    for line in re.findall(r"^(?: {4}|\$ )(?:\S+/)?quizgen (.*)$", read(page), re.M):
        words = line.partition(" #")[0].replace("[OPTIONS]", "").split()
        if not words or words[0].startswith("-"):
            continue
        command = COMMANDS.get(f"quizgen {words[0]}")
        assert command is not None, line
        known = {name for name, found in COMMANDS.items() if name.startswith(f"quizgen {words[0]}")}
        options = {word for name in known for parameter in COMMANDS[name].params for word in parameter.opts}
        used = {word.partition("=")[0] for word in words[1:] if re.fullmatch(r"--?[a-z][\w-]*(=.*)?", word)}
        if "|" not in words:
            assert used - {"--help"} <= options, line
