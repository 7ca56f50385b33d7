"""Files become documents, or say clearly why not."""

import datetime as dt
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quizgen import ids, readers
from quizgen.errors import InputError
from quizgen.model import Document

TITLE = "The mill of Riverton"
FIRST = "The old mill by the river opened its doors again after a hundred years of rest."
SECOND = "It was built in 1821 by a carpenter who came from the next village."
PAGE = f"{TITLE}\n\nBy Jane Doe\n\nRIVERTON, March 5, 2021 -- {FIRST}\n\n{SECOND}\n"


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def paragraphs(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind != "heading"]


def test_a_document_says_what_it_is(tmp_path: Path) -> None:
    document = readers.read(write(tmp_path, "mill.txt", PAGE), key="seeds/mill.txt")
    assert document.uid == ids.document("seeds/mill.txt")
    assert document.digest == ids.digest(document.text)
    assert (document.key, document.title, document.format) == ("seeds/mill.txt", TITLE, "text")
    assert (document.author, document.date, document.date_source) == ("Jane Doe", dt.date(2021, 3, 5), "dateline")
    assert paragraphs(document) == [FIRST, SECOND]
    assert [b.line for b in document.blocks] == [1, 5, 7]
    assert [d.code for d in document.drops] == ["byline", "dateline"]
    assert {d.document for d in document.drops} == {"seeds/mill.txt"}


@pytest.mark.parametrize(
    ("head", "option", "expected"),
    [
        ("---\ndate: 2020-01-02\n---\n", dt.date(2019, 1, 1), (dt.date(2019, 1, 1), "option")),
        ("---\ndate: 2020-01-02\n---\n", None, (dt.date(2020, 1, 2), "front matter")),
        ("", None, (dt.date(2021, 3, 5), "dateline")),
    ],
)
def test_who_dates_a_document(tmp_path: Path, head: str, option: dt.date | None, expected: tuple[dt.date, str]) -> None:
    document = readers.read(write(tmp_path, "mill.md", head + PAGE), key="mill.md", date=option)
    assert (document.date, document.date_source) == expected


def test_a_text_without_a_date_has_none(tmp_path: Path) -> None:
    document = readers.read(write(tmp_path, "mill.txt", f"{FIRST}\n\n{SECOND}"), key="mill.txt")
    assert (document.date, document.date_source) == (None, "")


@pytest.mark.parametrize(
    ("name", "content", "title"),
    [
        ("a.txt", PAGE, TITLE),
        ("the_old-mill.txt", f"{FIRST}\n\n{SECOND}", "The old mill"),
        ("a.txt", f"Why does the mill creak?\n\n{FIRST}", "Why does the mill creak?"),
        ("a.md", f"{FIRST}\n\n# A title below\n\n{SECOND}", "A title below"),
        ("a.md", f'---\ntitle: "Mills: a history"\n---\n# Other\n\n{FIRST}', "Mills: a history"),
        ("a.txt", f"Advertisement\n\n{TITLE}\n\n{FIRST}", TITLE),
    ],
)
def test_titles(tmp_path: Path, name: str, content: str, title: str) -> None:
    document = readers.read(write(tmp_path, name, content), key=name)
    assert document.title == title
    assert title not in paragraphs(document)


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("empty.txt", "", "The file is empty"),
        ("blank.md", " \n\t\n", "The file is empty"),
        ("invisible.txt", "\u200b\u200b", "The file is empty"),
        ("nul.txt", b"The mill\0stands", "This is a binary file"),
        ("book.txt", b"%PDF-1.7 the mill", "This is a PDF file"),
        ("book.docx", b"PK\x03\x04the mill", "This is a zip or office file"),
        ("noise.txt", bytes(range(1, 64)) * 40, "The file holds hardly any text"),
        ("sums.txt", "1 + 2 = 3; " * 100, "The file holds hardly any text"),
        ("page.html", "<html><body><script>mill()</script></body></html>", "The page has no text"),
        ("code.md", "```\nprint('the mill')\n```\n", "The file has no text"),
        ("de.txt", "Die Mühle steht am Fluss, und die Kinder des Dorfes spielen dort jeden Abend.", "The text is not"),
        ("ru.txt", "Старая мельница стоит на берегу реки.", "The text is not English"),
        ("matter.md", "---\ntitle: a\nno pair\n---\nThe mill.", "The front matter has a line"),
    ],
)
def test_what_cannot_be_read_says_why_and_where(tmp_path: Path, name: str, content: str | bytes, what: str) -> None:
    path = write(tmp_path, name, content)
    with pytest.raises(InputError) as error:
        readers.read(path, key=name)
    assert error.value.what.startswith(what)
    assert str(path) in error.value.where
    assert error.value.todo
    assert "\n" not in str(error.value)


def test_a_missing_file_and_a_folder_are_no_documents(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        readers.read(tmp_path / "none.txt", key="none.txt")
    with pytest.raises(InputError, match="This is a folder"):
        readers.read(tmp_path, key="folder")


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    with pytest.raises(InputError, match="larger than 50 MB"):
        readers.read(path, key="huge.txt")


def test_an_unknown_suffix_is_sniffed(tmp_path: Path) -> None:
    html = f"<!DOCTYPE html><html><body><article><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
    assert readers.read(write(tmp_path, "page", html), key="page").format == "html"
    assert readers.read(write(tmp_path, "mill.log", PAGE), key="mill.log").format == "text"
    assert readers.read(write(tmp_path, "MILL.MD", f"# {TITLE}\n\n{FIRST}"), key="MILL.MD").format == "markdown"


def test_sources_of_a_folder(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.HTML", "sub/deep/d.text", ".hidden.txt", ".git/e.txt", "f.csv", "sub/.g.md"):
        write(tmp_path, name, FIRST)
    named = write(tmp_path, "notes.log", FIRST)
    found = [path.relative_to(tmp_path).as_posix() for path in readers.sources([tmp_path])]
    assert found == ["a.md", "b.txt", "sub/c.HTML", "sub/deep/d.text"]
    assert readers.sources([named, tmp_path / "b.txt", tmp_path])[:2] == [named, tmp_path / "b.txt"]
    assert len(readers.sources([tmp_path, tmp_path])) == 4
    assert readers.sources([tmp_path / ".hidden.txt"]) == [tmp_path / ".hidden.txt"]
    assert {".txt", ".md", ".html"} <= readers.SUFFIXES


def test_links_in_a_circle_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", FIRST)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert readers.sources([tmp_path]) == [tmp_path / "a.txt"]


@pytest.mark.parametrize(("name", "match"), [("none", "No such file or folder"), ("empty", "has no documents")])
def test_sources_without_documents(tmp_path: Path, name: str, match: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=match):
        readers.sources([tmp_path / name])


@pytest.mark.parametrize("name", ["line.txt", "line.md"])
def test_a_long_line_is_read_in_time_and_split(tmp_path: Path, name: str) -> None:
    start = time.perf_counter()
    document = readers.read(write(tmp_path, name, f"{FIRST} {SECOND} " * 33_000), key=name)
    assert time.perf_counter() - start < 20
    assert len(document.text) > 4_800_000
    assert max(b.end - b.start for b in document.blocks) <= 100_000
    assert sum(b.end - b.start for b in document.blocks) >= len(document.text) - len(document.blocks)


def test_reading_plain_text_imports_nothing_heavy(tmp_path: Path) -> None:
    path = write(tmp_path, "mill.txt", PAGE)
    heavy = ("trafilatura", "markdown_it", "ftfy", "charset_normalizer", "py3langid", "numpy", "spacy")
    code = (
        "import sys; from pathlib import Path; from quizgen import readers; "
        f"readers.read(Path({str(path)!r}), key='k'); print([m for m in {heavy!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    path = write(tmp_path, "mill.txt", PAGE)
    assert readers.read(path, key="k") == readers.read(path, key="k")


def test_other_files_of_a_folder_can_be_named(tmp_path: Path) -> None:
    for name in ("page.txt", "chapter.pdf", ".hidden.pdf"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert readers.passed_over([tmp_path, tmp_path / "page.txt"]) == [tmp_path / "chapter.pdf"]


def test_an_address_is_no_file() -> None:
    with pytest.raises(InputError, match=r"address.*Save the page"):
        readers.sources([Path("https://example.org/page")])
