"""Neither a full screen nor a page nor a line that is edited shows a text in any other way than as text."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import desks
import pytest
from hostile import HOSTILE, SHORT, Screen, foreign, injected, poison

from quizgen import curation, spreadsheet
from quizgen.model import Filter
from quizgen.reviewing import Desk, sheets
from quizgen.store import Store
from quizgen.web import Request, Room

pytestmark = pytest.mark.terminal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a course whose texts are hostile, with an answer and twins among its questions."""
    made = desks.course(tmp_path, contradicted=True)
    moon = made.question("The Moon")
    made.store.record_answer(
        moon.uid, at=9, mode="typed", given=HOSTILE, verdict="wrong", seconds=1, rating=1, players=(SHORT,)
    )
    curation.edit(made.store, moon.uid, prompt=f"What is {HOSTILE}?", answer=HOSTILE, accept=[HOSTILE], now=9)
    for who in ("Who", "Which one"):
        curation.add(made.store, prompt=f"{who} is {HOSTILE}?", answer=HOSTILE, options=[SHORT, f"x{SHORT}"], now=9)
    made.store.close()
    poison(tmp_path / "data" / "quizgen.db")
    return tmp_path


def store(folder: Path) -> Path:
    return folder / "data" / "quizgen.db"


def check(screen: Screen, *, code: int | None, seen: str = "/oops") -> None:
    """Fail where something came through, or where the texts were not on the screen at all."""
    assert screen.end() == code
    assert not injected(screen.sent)
    assert seen in screen.sent


def test_the_player_on_the_full_screen(folder: Path) -> None:
    screen = Screen("play", "--tui", "--cram", "--limit", "4", folder=folder, columns=60, rows=20)
    screen.see("of 4")
    screen.settle()
    screen.press("?", "\x1b", "h", "d", "e", "\x1b", "f", "1", "r", "b", "\x1b", "\r", f"x{SHORT}\r", "x", "u", "\x03")
    check(screen, code=130)


def test_players_on_the_full_screen(folder: Path) -> None:
    screen = Screen("play", "--tui", "--players", f"A{HOSTILE},B{SHORT}", "--limit", "2", folder=folder)
    screen.see("of 4")
    screen.settle()
    screen.press("\x1b", "d", "\r", "\x1b", "d", "\r", "\x03")
    check(screen, code=130)


def test_the_reviewer_on_the_full_screen(folder: Path) -> None:
    screen = Screen("review", "--all", folder=folder, columns=100, rows=30)
    screen.see(" of ")
    screen.settle()
    screen.press("?", "\x1b", "c", "\x1b", "m", "\x1b", "e", f"x{SHORT}", "\x1b", "\x1b", "d", "\x1b", "a", "x", "2")
    screen.press("/", "What\r", "/", f"{SHORT}\r", "/", "\r", " ", "m", "\x1b", "A", "u", "\x03")
    check(screen, code=130)


def test_the_plain_player_where_lines_can_be_edited(folder: Path) -> None:
    screen = Screen("play", "--cram", "--limit", "3", folder=folder, columns=60)
    screen.see("\n> ")
    screen.press(":hint\r", "x\r", ":edit last\r", *4 * ["\r"], ":flag last\r", "1\r", ":right\r", ":accept\r")
    screen.child.kill(9)
    screen.end()
    again = Screen("play", "--resume", "--db", str(store(folder)), folder=folder)
    again.see("\n> ")
    again.press("\x1a", ":suspend\r", ":quit\r")
    check(again, code=0)
    assert not injected(screen.sent) and "/oops" in screen.sent


class Page(HTMLParser):
    """The names of the elements and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names |= {tag, *(f"on: {name}" for name, _ in attrs if name.startswith("on"))}


def elements(page: str) -> set[str]:
    """Return the elements of a page, and fail where it hides or steers something."""
    assert not foreign(page)
    found = Page()
    found.feed(page)
    assert not {name for name in found.names if name.startswith("on: ")}
    assert "<script>alert" not in page
    return found.names


def visits() -> Iterator[tuple[str, str, dict[str, str]]]:
    yield from (("GET", path, {}) for path in ("", "edit", "similar", "conflicts", SHORT))
    yield "POST", "edit", {"prompt": f"y {HOSTILE}", "answer": "", "tags": SHORT}
    yield "POST", "edit", {"prompt": f"y {HOSTILE}", "answer": HOSTILE}
    yield from (("POST", path, {}) for path in ("reject", "later", "accept", "drop", "group", SHORT, "undo"))
    yield "POST", "because", {"reason": HOSTILE}
    yield "POST", "search", {"text": SHORT}
    yield "POST", "search", {"text": "What"}
    yield "POST", "merge", {"into": HOSTILE, "other": SHORT}
    yield "POST", "settle", {"right": HOSTILE}
    yield "POST", "finish", {}


def test_every_page_of_the_browser_shows_texts_as_texts(folder: Path) -> None:
    with Store.open(store(folder)) as opened:
        desk = Desk(opened, filter=Filter(), every=True, clock=desks.Clock())
        room, seen = Room(desk), 0
        for method, path, fields in visits():
            uid = {"uid": desk.current.question.uid} if desk.current else {}
            response = room.answer(Request(method=method, path=path, fields=uid | fields))
            shown = response.body if response.place is None else room.answer(Request(method="GET")).body
            assert elements(shown) <= KNOWN or response.status == 404
            seen += "[/oops]" in shown
        assert seen > 12


KNOWN = set(
    "html head meta title link style script body header main footer section p h1 h2 h3 ul ol li dl dt dd mark strong em"
    " b i small span div form button input textarea label a kbd details summary progress output fieldset legend table"
    " thead tbody tr th td blockquote cite q br hr nav code figure figcaption svg rect text line circle path g".split()
)


def test_charts_show_names_as_texts(folder: Path) -> None:
    screen = Screen("stats", "--plot", "out.html", folder=folder)
    assert screen.end() == 0
    page = (folder / "out.html").read_text(encoding="utf-8")
    assert elements(page) <= KNOWN - {"script"} and "[/oops]" in page


@pytest.mark.parametrize("name", ["out.tsv", "out.xlsx"])
def test_spreadsheets_hold_nothing_hidden(name: str, folder: Path) -> None:
    with Store.open(store(folder)) as opened:
        assert sheets.export(opened, folder / name, filter=Filter()) > 5
    table = spreadsheet.read((folder / name).read_bytes(), where=name)
    cells = [cell for row in (table.header, *table.rows) for cell in row.cells]
    assert any("[/oops]" in cell for cell in cells)
    assert not [cell for cell in cells if foreign(cell) or re.match(r"[=+@\t\r]", cell)]
