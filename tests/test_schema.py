"""What is printed as JSON lines is what the JSON Schemas say."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cli_course import Invoke
from jsonschema import Draft202012Validator

from quizgen.commands.inspect import SCHEMAS

FOLDER = Path(__file__).parents[1] / "quizgen" / "resources" / "schema"
LISTINGS = ["codes", "drops", "facts", "quality", "questions", "sources", "stats", "templates list"]

pytestmark = pytest.mark.model


def schema(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def validate(name: str, rows: list[dict[str, Any]]) -> None:
    """Fail where a row breaks its schema, or has a key of which the schema does not speak."""
    assert rows
    wanted = schema(name)
    for row in rows:
        Draft202012Validator(wanted).validate(row)
        assert not list(undeclared(row, wanted))


def undeclared(value: Any, wanted: dict[str, Any]) -> Iterator[str]:
    """Yield the keys that a schema does not know."""
    if isinstance(value, list):
        for item in value:
            yield from undeclared(item, wanted.get("items", {}))
    known = wanted.get("properties") if isinstance(value, dict) else None
    for key in value if known is not None else ():
        if key in known:
            yield from undeclared(value[key], known[key])
        else:
            yield key


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_one_and_is_printed(name: str, invoke: Invoke) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert json.loads(invoke("schema", name).out) == schema(name)


def test_no_schema_file_is_forgotten() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.json")) == SCHEMAS


@pytest.mark.parametrize("listing", LISTINGS)
def test_listings_fit_their_schema(listing: str, course: Path, invoke: Invoke) -> None:
    result = invoke(*listing.split(), "--format", "jsonl")
    assert (result.code, result.err) == (0, "")
    validate(listing.split()[0], result.rows)


def test_why_fits_its_schema(course: Path, invoke: Invoke) -> None:
    for command in ("questions", "facts", "sources"):
        uid = invoke(command, "--format", "jsonl").rows[0]["uid"]
        validate("why", invoke("why", uid, "--format", "jsonl").rows)


def test_statistics_of_answers_fit_their_schema(
    course: Path,
    invoke: Invoke,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", iter_lines(["1", "1", ":quit"]))
    assert invoke("play", "--plain", "--limit", "2", "--seed", "one").code == 0
    rows = invoke("stats", "--format", "jsonl").rows
    validate("stats", rows)
    assert {"store", "total", "day"} <= {row["group"] for row in rows}


def iter_lines(lines: list[str]) -> Any:
    import io

    return io.StringIO("".join(f"{line}\n" for line in lines))


def test_an_exported_file_fits_the_schema_of_the_listing(course: Path, invoke: Invoke) -> None:
    assert invoke("export", "jsonl", "-o", "out.jsonl").code == 0
    validate("questions", [json.loads(line) for line in Path("out.jsonl").read_text(encoding="utf-8").splitlines()])


def test_orphans_fit_their_schema(course: Path, invoke: Invoke) -> None:
    Path("seeds/extra.txt").write_text(
        "Extra\n\nThe river Elbe is 1,094 kilometres long. It reaches the sea.\n", "utf-8"
    )
    assert invoke("ingest", "seeds/extra.txt").code == 0
    assert invoke("extract").code == 0
    Path("seeds/extra.txt").unlink()
    assert invoke("ingest", "seeds", "--sync").code == 0
    validate("orphans", invoke("orphans", "--format", "jsonl").rows)


def test_what_a_check_finds_fits_its_schema(course: Path, invoke: Invoke) -> None:
    import sqlite3

    with sqlite3.connect("data/quizgen.db") as store:
        store.execute("update sentence set start = start + 1 where id = 1")
    store.close()
    result = invoke("check", "--format", "jsonl")
    assert result.code == 1
    validate("check", result.rows)
