"""Imports point one way, only the edge prints, and spaCy has one door."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import quizgen

PACKAGE = Path(quizgen.__file__).parent

# The table of docs/design.md: a module may import its own row and the rows above it.
ROWS = [
    {"", "errors", "garbage", "model", "ids"},
    {"config", "codec", "difficulty", "migrations", "safe"},
    {
        *("labels", "lists", "words", "lexicon", "inflect", "numerals", "language", "templates", "stats", "marks"),
        "habits",
        "selection",
        *("cells", "counting", "headlines"),
    },
    {
        *("readers", "cleaning", "ruler", "nlp", "lineage", "grading", "distractors", "flaws", "schedule", "fitting"),
        "plot",
    },
    {
        *("store", "syntax", "resolve", "extract", "questions", "rank", "exporters", "session", "spans", "coverage"),
        "spreadsheet",
    },
    {"conflicts", "curation", "pipeline", "reviewing", "trace"},
    {"terminal", "web"},
    {"cli", "commands", "output", "codes", "__main__"},
]
EDGE = {"terminal", "cli", "commands", "__main__"}

MODULES = sorted(PACKAGE.rglob("*.py"))


def unit(path: Path) -> str:
    """Return the top-level name below quizgen that a file belongs to, "" for quizgen itself."""
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def row(name: str) -> int:
    found = [number for number, names in enumerate(ROWS) if name in names]
    assert len(found) == 1, f"{name} must stand in one row of the table"
    return found[0]


def imports(tree: ast.AST) -> Iterator[str]:
    """Yield the full names of what a module imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def typing_only(tree: ast.AST) -> set[str]:
    """Return what is imported for type checkers alone."""
    guards = [n for n in ast.walk(tree) if isinstance(n, ast.If) and ast.unparse(n.test) == "TYPE_CHECKING"]
    return {name for guard in guards for name in imports(guard)}


def neighbours(path: Path) -> set[str]:
    """Return the units of quizgen that a module imports."""
    names = [name.split(".") for name in imports(parse(path)) if name.split(".")[0] == "quizgen"]
    return {parts[1] if len(parts) > 1 and known(parts[1]) else "" for parts in names}


def known(name: str) -> bool:
    return (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").is_file()


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_upwards(path: Path) -> None:
    own = row(unit(path))
    below = {name for name in neighbours(path) if row(name) > own}
    assert not below


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_spacy_is_imported_by_nlp_alone(path: Path) -> None:
    tree = parse(path)
    found = {name for name in set(imports(tree)) - typing_only(tree) if name.split(".")[0] == "spacy"}
    assert not found or name_of(path) == "nlp.py"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_edge_prints(path: Path) -> None:
    if unit(path) in EDGE:
        return
    tree = parse(path)
    calls = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert not calls & {"print", "sys.exit", "exit", "input", "sys.stdout.write", "sys.stderr.write"}
    assert not {name for name in imports(tree) if name.split(".")[0] == "click"}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_store_knows_sql(path: Path) -> None:
    assert "sqlite_utils" not in {name.split(".")[0] for name in imports(parse(path))} or unit(path) in {
        "store",
        "migrations",
    }


def test_the_table_names_no_module_that_is_gone() -> None:
    assert {name for names in ROWS for name in names if name} <= {unit(path) for path in MODULES}
