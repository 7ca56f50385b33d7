"""The page in a real browser: buttons, keys, safe text, and not one request to anywhere else."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect, sync_playwright
from store_fakes import Course

from quizgen import curation
from quizgen.model import Filter
from quizgen.store import Store

expect.set_options(timeout=30_000)  # a busy machine starts slowly

HOSTILE = "<img src=http://evil.example/x onerror=document.title=1>\x1b]0;x\x07\u202e"

INSIDE = """width => innerWidth === width && [document.body, ...document.querySelectorAll("button, h1, textarea")]
    .filter((part) => part.checkVisibility())
    .map((part) => part.getBoundingClientRect())
    .every((box) => box.left >= 0 && box.right <= width)"""


@dataclass
class Visit:
    """A page of a running program, what it asked for, and what went wrong on it."""

    page: Page
    program: subprocess.Popen[str]
    address: str
    store: Path
    asked: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def statuses(self) -> list[str]:
        with Store.open(self.store, readonly=True) as store:
            return sorted(question.status.value for question in store.questions(Filter()))

    def heading(self) -> str:
        return self.page.locator("h1").inner_text()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        pytest.skip("Chromium is not installed, so the page of 'quizgen review --web' cannot be tried")
    with sync_playwright() as player:
        started = player.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Visit]:
    course = Course(tmp_path)
    course.write("sky.txt", "# The sky", "The Moon | has | 3 craters.", "Mars | has | 2 moons.")
    course.write("sea.txt", "# The sea", "A whale | eats | krill.", "Pluto | has | 5 moons.", "Earth | has | 1 moon.")
    course.make()
    course.generate()
    for question in list(course.store.questions(Filter()))[:3]:
        curation.tag(course.store, [question.uid], add=["flagged"], now=1)
    course.store.close()
    with _program(tmp_path) as program:
        assert program.stdout
        told = (line for line in program.stdout if "http" in line)
        address = next(told).strip()
        page = browser.new_page()
        visit = Visit(page, program, address, tmp_path / "data" / "quizgen.db")
        page.on("request", lambda request: visit.asked.append(request.url))
        page.on("pageerror", lambda error: visit.errors.append(str(error)))
        page.on("console", lambda said: visit.errors.append(said.text) if said.type in ("error", "warning") else None)
        page.goto(address)
        yield visit
        page.close()
        program.send_signal(signal.SIGTERM)


def _program(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "quizgen", "review", "--web"]
    environment = {name: value for name, value in os.environ.items() if name != "QUIZGEN_DB"}
    return subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def answering(page: Page, *answers: bool) -> list[str]:
    """Answer what the page asks, one after the other, and return the list into which its words go."""
    asked, left = list[str](), list(answers)

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.message)
        if left.pop(0):
            dialog.accept()
        else:
            dialog.dismiss()

    page.on("dialog", answer)
    return asked


@pytest.mark.terminal
def test_a_review_with_keys_and_buttons(visit: Visit) -> None:
    page, first = visit.page, visit.heading()
    page.keyboard.press("a")
    expect(page.get_by_role("status")).to_contain_text("Accepted")
    page.keyboard.press("x")
    expect(page.get_by_role("status")).to_contain_text("Rejected")
    page.keyboard.press("2")
    expect(page.get_by_role("status")).to_contain_text("wrong answer")
    assert visit.statuses() == ["kept", "new", "new", "new", "rejected"]
    page.keyboard.press("u")
    expect(page.get_by_role("status")).to_contain_text("reject")
    page.keyboard.press("u")
    expect(page.locator("h1")).to_have_text(first)
    page.keyboard.press(" ")
    expect(page.get_by_role("status")).to_contain_text("Later")
    page.wait_for_timeout(450)  # a click sooner would count as the second half of a double click
    page.get_by_role("button", name="Accept A", exact=True).dblclick()
    expect(page.get_by_role("status")).to_contain_text("Accepted")
    assert visit.statuses().count("kept") == 1
    visit.page.wait_for_timeout(450)
    page.get_by_role("button", name="Finish").click()
    expect(page.locator("h1")).to_have_text("Thank you. Everything is saved.")
    assert visit.program.wait(10) == 0
    assert visit.program.stdout and "1 accepted, 0 rejected" in visit.program.stdout.read()
    assert {re.match(r"http://127.0.0.1:\d+/[\w-]+/", url)[0] for url in visit.asked} == {visit.address}  # type: ignore[index]
    assert visit.errors == []


@pytest.mark.terminal
@pytest.mark.parametrize("hasty", [False, True])
def test_a_rejection_gets_a_reason_in_own_words(visit: Visit, hasty: bool) -> None:
    page = visit.page
    page.keyboard.press("x")
    if not hasty:
        expect(page.get_by_role("status")).to_contain_text("Rejected")
    page.keyboard.type("texa ux 2")  # keys are text here
    expect(page.get_by_label("In your own words")).to_be_focused()
    expect(page.get_by_label("In your own words")).to_have_value("exa ux 2")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Rejected as exa ux 2")
    assert visit.statuses() == ["new", "new", "new", "new", "rejected"]
    assert visit.errors == []


@pytest.mark.terminal
def test_a_question_is_edited_and_checked_while_it_is_typed(visit: Visit) -> None:
    page = visit.page
    page.on("dialog", lambda dialog: dialog.accept())
    page.keyboard.press("e")
    expect(page.locator("#prompt")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("xu a")  # keys are text here
    expect(page.locator("#check")).to_contain_text("no question")
    page.keyboard.press("Control+A")
    page.keyboard.type(HOSTILE + " is what?")
    expect(page.locator("#check")).not_to_contain_text("no question")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("status")).to_contain_text("<img src")
    page.keyboard.press("u")
    expect(page.get_by_role("status")).to_contain_text("Took back")
    assert visit.statuses() == ["new"] * 5
    page.keyboard.press("e")
    expect(page.locator("#prompt")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Reject")).to_be_visible()
    assert not [url for url in visit.asked if not url.startswith(visit.address)]
    assert page.title() != "1" and visit.errors == []


@pytest.mark.terminal
def test_what_was_typed_is_not_dropped_without_asking(visit: Visit) -> None:
    page, asked = visit.page, answering(visit.page, False, False, True)
    page.keyboard.press("e")
    expect(page.locator("#prompt")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("How many?")
    page.keyboard.press("Escape")
    expect(page.locator("#prompt")).to_have_value("How many?")
    page.locator("#answer").fill("")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("alert")).to_contain_text("needs an answer")
    page.keyboard.press("Escape")
    expect(page.locator("#prompt")).to_have_value("How many?")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Reject")).to_be_visible()
    assert len(asked) == 3 and all("not saved" in message for message in asked)
    assert visit.statuses() == ["new"] * 5


@pytest.mark.terminal
def test_a_flaw_is_asked_about_before_it_is_saved(visit: Visit) -> None:
    page, asked = visit.page, answering(visit.page, False, True)
    page.keyboard.press("e")
    page.locator("#prompt").fill("It did that")
    with page.expect_event("dialog"):
        page.keyboard.press("Control+Enter")
    expect(page.locator("#check")).to_contain_text("no question")
    assert visit.statuses() == ["new"] * 5
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("status")).to_contain_text("It did that")
    assert len(asked) == 2 and all("no question" in message for message in asked)


@pytest.mark.terminal
def test_what_happens_when_the_program_is_gone(visit: Visit) -> None:
    visit.program.send_signal(signal.SIGKILL)
    visit.program.wait(10)
    visit.page.keyboard.press("a")
    expect(visit.page.get_by_role("alert")).to_contain_text("quizgen has ended")
    assert visit.statuses() == ["new"] * 5


@pytest.mark.terminal
def test_it_works_without_scripts(browser: Browser, visit: Visit) -> None:
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(visit.address)
    first = plain.locator("h1").inner_text()
    plain.get_by_role("button", name="Reject").click()
    expect(plain.get_by_role("status")).to_contain_text("Rejected")
    plain.get_by_role("link", name="Edit").click()
    plain.locator("#prompt").fill("How many, then?")
    plain.get_by_role("button", name="Save").click()
    expect(plain.get_by_role("status")).to_contain_text("How many, then?")
    plain.go_back()
    plain.go_back()
    plain.get_by_role("button", name="Undo").click()
    plain.get_by_role("button", name="Undo").click()
    expect(plain.locator("h1")).to_have_text(first)
    plain.context.close()


@pytest.mark.terminal
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_stands_outside_a_screen(visit: Visit, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 600})
    for key, part in (("x", ".why"), ("e", "textarea")):
        visit.page.keyboard.press(key)
        expect(visit.page.locator(part).first).to_be_visible()
        # A busy machine lays the page out again some time after the size was changed.
        visit.page.wait_for_function(INSIDE, arg=width)
