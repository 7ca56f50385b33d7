"""Makes docs/images/anki-card.png: a question and its answer in Anki's own window, by day and by night.

Needs Anki's window (pip install aqt) and a screen, which may be a virtual one:

    xvfb-run -a -s "-screen 0 1600x1000x24" python scripts/card_picture.py
"""

import os
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from quizgen import ids  # noqa: E402
from quizgen.exporters import anki  # noqa: E402
from quizgen.exporters.anki_notes import ExportItem  # noqa: E402
from quizgen.model import Option, Question, QuestionKind, Source  # noqa: E402

OUT = ROOT / "docs" / "images" / "anki-card.png"
WIDTH, HEIGHT = 460, 620
CREATED = 1_790_000_000
LIMIT = 90  # seconds until the script gives up
SENTENCE = "In 1887 the harbour was closed to sailing ships, because the new steamers needed all four of its quays."


def question() -> Question:
    """Return the question in the picture."""
    start = SENTENCE.index("1887")
    source = Source(
        document="harbour.md",
        title="A short history of our harbour",
        section="The age of steam",
        sentence=SENTENCE,
        start=0,
        end=len(SENTENCE),
        answer_start=start,
        answer_end=start + len("1887"),
        url="https://example.org/harbour",
    )
    years = ("1887", "1847", "1868", "1902")
    return Question(
        uid=ids.question(("harbour",), "closed", "time"),
        kind=QuestionKind.CHOICE,
        prompt="In what year was the harbour closed to sailing ships?",
        answer="1887",
        options=tuple(Option(text=year, correct=year == "1887") for year in years),
        hint="It was before 1900.",
        document="harbour.md",
        template="closed",
        slot="time",
        facts=(),
        sources=(source,),
        order=1,
    )


def package(folder: Path) -> Path:
    """Write the deck of the picture."""
    path = folder / "picture.apkg"
    decks = anki.deck_names({"harbour.md": "A short history of our harbour"})
    notes = anki.make_notes([ExportItem(question=question(), modified=CREATED)], now=CREATED)
    anki.write_package(notes, path, decks=decks)
    return path


def prepare_environment(folder: Path) -> None:
    """Let the window run without a graphics card, a sandbox or anything of the user's."""
    os.environ |= {
        "ANKI_SINGLE_INSTANCE_KEY": f"quizgen-picture-{os.getpid()}",
        "QTWEBENGINE_DISABLE_SANDBOX": "1",
        "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox --disable-gpu --disable-background-networking",
        "QT_QUICK_BACKEND": "software",
        "XDG_RUNTIME_DIR": str(folder),
    }


def scenes(window: Any, deck: Path, pictures: list[Any]) -> Iterator[int]:
    """Act the picture out; each step yields the milliseconds that the window needs to follow."""
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest
    from aqt.theme import Theme

    window.setFixedSize(WIDTH, HEIGHT)
    window.set_theme(Theme.LIGHT)
    request = ImportAnkiPackageRequest(package_path=str(deck), options=ImportAnkiPackageOptions())
    window.col.import_anki_package(request)
    window.col.decks.select(window.col.decks.id(anki.TOP_DECK))
    window.moveToState("review")
    yield 3000
    pictures.append(window.grab())
    window.reviewer._showAnswer()
    yield 2000
    pictures.append(window.grab())
    window.set_theme(Theme.DARK)
    yield 3000
    pictures.append(window.grab())


def join(pictures: list[Any], out: Path) -> None:
    """Put the pictures side by side."""
    from aqt.qt import QPainter, QPixmap

    whole = QPixmap(sum(one.width() for one in pictures), max(one.height() for one in pictures))
    painter = QPainter(whole)
    left = 0
    for one in pictures:
        painter.drawPixmap(left, 0, one)
        left += one.width()
    painter.end()
    out.parent.mkdir(parents=True, exist_ok=True)
    whole.save(str(out), "PNG", 0)


def play(steps: Iterator[int], finish: Callable[[int], None]) -> None:
    """Run the steps in the window's own loop, and ``finish`` with an exit code after the last one."""
    from aqt.qt import QTimer

    def step() -> None:
        try:
            QTimer.singleShot(next(steps), step)
        except StopIteration:
            finish(0)
        except Exception:
            traceback.print_exc()
            finish(1)

    step()


def main() -> None:
    """Open the window, play the scenes and leave."""
    folder = Path(tempfile.mkdtemp(prefix="card-picture"))
    prepare_environment(folder)
    import aqt
    import aqt.profiles
    from aqt import gui_hooks
    from aqt.qt import QTimer

    pictures: list[Any] = []
    deck = package(folder)
    out = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else OUT

    def finish(code: int) -> None:
        if not code:
            join(pictures, out)
            print(out)
        sys.stdout.flush()
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(code)

    def begin() -> None:
        QTimer.singleShot(LIMIT * 1000, lambda: finish(1))
        QTimer.singleShot(3000, lambda: play(scenes(aqt.mw, deck, pictures), finish))

    aqt.profiles.ProfileManager.setDefaultLang = lambda self, _: self.setLang("en_US")  # type: ignore[method-assign]
    gui_hooks.main_window_did_init.append(begin)
    sys.argv = ["anki", "-b", str(folder / "base"), "-l", "en_US"]
    aqt.run()


if __name__ == "__main__":
    main()
