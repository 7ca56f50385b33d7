"""How long ``quizgen make`` takes on one news page beside a process that only runs spaCy over its text."""

import shutil
import sys
import tempfile
from pathlib import Path

from tests.bench.timing import ROOT, medians, python, verdict

PAGE = ROOT / "seeds" / "mars-probe.txt"

BARE = """
import pathlib, sys
from quizgen.nlp import installed
import spacy
nlp = spacy.load(installed())
paragraphs = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").split("\\n\\n")
for doc in nlp.pipe(paragraphs): pass
"""

MAKE = """
import pathlib, shutil, sys
for made in ("data", "decks"): shutil.rmtree(made, ignore_errors=True)
from quizgen.cli import run
sys.exit(run(["make", sys.argv[1]]))
"""


def main() -> int:
    """Print both times and their ratio; 1 where the target is missed."""
    with tempfile.TemporaryDirectory() as folder:
        page = shutil.copy(PAGE, folder)
        commands = {"make": python("-c", MAKE, str(page)), "spacy": python("-c", BARE, str(page))}
        took = medians(commands, repeats=7, cwd=Path(folder))
    for name, seconds in took.items():
        print(f"{name}: {seconds:.2f} s")
    return 0 if verdict("quizgen make / bare spaCy", took["make"] / took["spacy"], 1.7) else 1


if __name__ == "__main__":
    sys.exit(main())
