"""Makes docs/images/anki-card.png: a card of the sample deck in Anki's own window, question and answer, day and night.

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
DECK = ROOT / "decks" / "samples" / "printing-press.apkg"
WANTED = "tag:quizgen::kind::choice"  # the card to show: the first of these
OUT = ROOT / "docs" / "images" / "anki-card.png"
WIDTH, HEIGHT = 460, 740
LIMIT = 90  # seconds until the script gives up


def prepare_environment(folder: Path) -> None:
    """Let the window run without a graphics card, a sandbox or anything of the user's."""
    os.environ |= {
        "ANKI_SINGLE_INSTANCE_KEY": f"quizgen-picture-{os.getpid()}",
        "QTWEBENGINE_DISABLE_SANDBOX": "1",
        "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox --disable-gpu --disable-background-networking",
        "QT_QUICK_BACKEND": "software",
        "XDG_RUNTIME_DIR": str(folder),
    }


def scenes(window: Any, pictures: list[Any]) -> Iterator[int]:
    """Act the picture out; each step yields the milliseconds that the window needs to follow."""
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest
    from aqt.theme import Theme

    window.setFixedSize(WIDTH, HEIGHT)
    window.set_theme(Theme.LIGHT)
    request = ImportAnkiPackageRequest(package_path=str(DECK), options=ImportAnkiPackageOptions())
    window.col.import_anki_package(request)
    shown, *_ = window.col.find_cards(WANTED) or window.col.find_cards("")
    window.col.sched.suspend_cards([card for card in window.col.find_cards("") if card != shown])
    window.col.decks.select(window.col.get_card(shown).did)
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
        QTimer.singleShot(3000, lambda: play(scenes(aqt.mw, pictures), finish))

    aqt.profiles.ProfileManager.setDefaultLang = lambda self, _: self.setLang("en_US")  # type: ignore[method-assign]
    gui_hooks.main_window_did_init.append(begin)
    sys.argv = ["anki", "-b", str(folder / "base"), "-l", "en_US"]
    aqt.run()


if __name__ == "__main__":
    main()
