"""``stats`` and its page, after some weeks of learning."""

import io
import shutil
from pathlib import Path

import pytest
from cli_course import Invoke
from learner import DAY, Learner
from test_schema import validate

from quizgen import curation
from quizgen.commands import common, tally
from quizgen.model import Filter
from quizgen.store import Store

FIRST = 1_735_689_600  # midnight, UTC
DAYS = 60
NOW = FIRST + (DAYS - 1) * DAY + 22 * 3600
IN_USE = Filter(statuses=("new", "kept", "edited"))

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def learned(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a course folder in which somebody learned for two months; only to be copied."""
    folder = tmp_path_factory.mktemp("learned")
    shutil.copytree(made, folder, dirs_exist_ok=True)
    with Store.open(folder / "data" / "quizgen.db") as store:
        Learner(store, list(store.questions(IN_USE)), per_day=12).study(first=FIRST, days=DAYS)
    return folder


@pytest.fixture
def course(empty: Path, learned: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a copy of that folder, on the evening of its last day."""
    shutil.copytree(learned, empty, dirs_exist_ok=True)
    monkeypatch.setattr(common, "now", lambda: NOW)
    return empty


def rows(invoke: Invoke, group: str) -> list[dict[str, object]]:
    found = invoke("stats", "--zone", "UTC", "--format", "jsonl").rows
    return [row for row in found if row["group"] == group]


def test_every_group_fits_the_schema(course: Path, invoke: Invoke) -> None:
    found = invoke("stats", "--zone", "UTC", "--format", "jsonl").rows
    validate("stats", found)
    groups = {"store", "streak", "total", "day", "document", "kind", "question", "due"}
    assert groups <= {row["group"] for row in found}
    assert len({tuple(row) for row in found}) == 1


def test_the_learner_is_always_the_same(made: Path, tmp_path: Path) -> None:
    given = []
    for name in ("one", "other"):
        shutil.copytree(made, tmp_path / name)
        with Store.open(tmp_path / name / "data" / "quizgen.db") as store:
            Learner(store, list(store.questions(IN_USE))[:20]).study(first=FIRST, days=9)
            given.append(list(store.answers()))
    assert given[0] == given[1] and given[0]


def test_what_is_due_adds_up_to_what_was_learned(course: Path, invoke: Invoke) -> None:
    due = rows(invoke, "due")
    (total,) = rows(invoke, "total")
    assert [row["name"] for row in due[:2]] == ["overdue", "2025-03-01"] and due[-1]["name"] == "later"
    assert len(due) == tally.DAYS + 2
    waiting = sum(int(str(row["count"])) for row in due)
    with Store.open(course / "data" / "quizgen.db") as store:
        memories = [card.memory for card in store.cards().values() if card.memory]
    assert waiting == len(memories)
    assert total["cards"] == sum(memory.state == "review" for memory in memories) <= waiting


def test_remembered_and_predicted_are_shares(course: Path, invoke: Invoke) -> None:
    for row in [*rows(invoke, "total"), *rows(invoke, "document"), *rows(invoke, "kind")]:
        assert 0 < float(str(row["predicted"])) < 1 and 0 < float(str(row["known"])) <= 1
        assert 0 <= float(str(row["remembered"])) <= 1


def test_what_is_suspended_or_rejected_is_not_waiting(course: Path, invoke: Invoke) -> None:
    (before,) = rows(invoke, "total")
    with Store.open(course / "data" / "quizgen.db") as store:
        known = [uid for uid, card in store.cards().items() if card.memory and card.memory.state == "review"]
        one, other = known[:2]
        store.suspend(one, at=NOW)
        curation.reject(store, [other], now=NOW)
    (after,) = rows(invoke, "total")
    assert int(str(after["cards"])) == int(str(before["cards"])) - 2
    assert after["count"] == before["count"]


def test_a_question_by_hand_counts_without_a_document(course: Path, invoke: Invoke) -> None:
    with Store.open(course / "data" / "quizgen.db") as store:
        before = len(list(store.asked()))
        mine = curation.add(store, prompt="Who wrote this?", answer="I", options=["You", "He"], now=NOW)
        for at in (NOW - 9 * DAY, NOW - 6 * DAY, NOW):
            store.record_answer(mine.uid, at=at, mode="typed", given="I", verdict="right", seconds=1.0, rating=3)
        (found,) = [one for one in store.asked() if one.question == mine.uid]
        assert len(list(store.asked())) == before + 1
    assert (found.document, found.kind, found.wrong, found.in_use) == ("", "choice", ("You", "He"), True)
    assert "" not in {row["name"] for row in rows(invoke, "document")}
    assert invoke("stats", "--plot", "-").code == invoke("stats").code == 0


def test_people_get_a_page_of_figures(course: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    for width in (40, 80):
        monkeypatch.setenv("COLUMNS", str(width))
        out = invoke("stats", "--zone", "UTC").out
        assert max(map(len, out.splitlines())) <= width
        assert all(words in out for words in ("Days", "Due", "By document", "Hardest questions", "seeds/cells.md"))


def test_a_terminal_without_blocks_gets_other_signs(
    course: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="backslashreplace")
    monkeypatch.setattr("sys.stdout", written)
    from quizgen import cli

    assert cli.run(["stats", "--zone", "UTC"]) == 0
    written.flush()
    said = written.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]
    assert "#" in said and "\\u2588" not in said and "\u2588" not in said


def test_the_page_is_written(course: Path, invoke: Invoke) -> None:
    result = invoke("stats", "--zone", "UTC", "--plot", "figures.html")
    assert (result.code, result.out) == (0, "Wrote figures.html. Open it in a browser.\n")
    html = Path("figures.html").read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>") and "seeds/cells.md" in html
    assert invoke("stats", "--zone", "UTC", "--plot", "-").out == html


@pytest.mark.parametrize(
    ("arguments", "code"), [(["--plot", "a.png"], 2), (["--plot", "none/a.html"], 7), (["--zone", "No/Where"], 2)]
)
def test_what_cannot_be_done_is_said(course: Path, invoke: Invoke, arguments: list[str], code: int) -> None:
    result = invoke("stats", *arguments)
    assert result.code == code and result.err.startswith("Error: ") and not result.out


def test_looking_changes_nothing(course: Path, invoke: Invoke) -> None:
    before = Path("data/quizgen.db").read_bytes()
    assert invoke("stats").code == invoke("quality").code == 0
    assert Path("data/quizgen.db").read_bytes() == before
