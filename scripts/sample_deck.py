"""Writes decks/samples/printing-press.apkg, what quizgen makes of seeds/printing-press.md.

    python scripts/sample_deck.py [FOLDER]

The same text and the same version of quizgen give the same bytes. A note has the id that it has in your own deck of the
text, and an old date: importing your own deck over the sample updates it.
"""

import shutil
import sys
import tempfile
from contextlib import chdir
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from quizgen.commands.steps import Run  # noqa: E402
from quizgen.config import Course, Settings  # noqa: E402
from quizgen.store import Store  # noqa: E402

SEED = Path("seeds") / "printing-press.md"
FOLDER = ROOT / "decks" / "samples"
MADE = 1_767_225_600  # 1 January 2026


def write(folder: Path) -> Path:
    """Write the deck into ``folder`` and return its path."""
    path = folder.resolve() / f"{SEED.stem}.apkg"
    with tempfile.TemporaryDirectory() as place, chdir(place):
        SEED.parent.mkdir()
        shutil.copy(ROOT / SEED, SEED)
        course = Course(store=Path(place) / "data" / "quizgen.db", folder=Path(place), settings=Settings())
        with Store.open(course.store, create=True) as store:
            run = Run(course=course, store=store, now=MADE, progress=lambda *_: None)
            run.ingest([SEED])
            keys = run.given([SEED])
            run.extract(keys)
            run.generate(keys)
            run.decks(keys, path)
    return path


if __name__ == "__main__":
    print(write(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER))
