"""How fast ``quizgen make`` reads a long text beside bare spaCy, what each step costs, and how much memory it takes.

python -m tests.bench.long_text [WORDS]
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

from tests.bench import corpus
from tests.bench.timing import environment, peak_megabytes, python, verdict

WORDS = 300_000
ROUNDS = 2
STEPS = ("ingest", "extract", "generate", "decks")


def main() -> int:
    """Print what the long text and a third of it took; 1 where a target is missed."""
    words = int(sys.argv[1]) if len(sys.argv) > 1 else WORDS
    with tempfile.TemporaryDirectory() as folder:
        pages = {number: _page(Path(folder), number) for number in (words // 3, words)}
        small = _child("make", pages[words // 3])
        made, bare = [], []
        for _ in range(ROUNDS):
            bare.append(_child("bare", pages[words])["seconds"])
            made.append(_child("make", pages[words]))
    return 0 if _report(words, small, made, statistics.median(bare)) else 1


def _report(words: int, small: dict[str, float], made: list[dict[str, float]], bare: float) -> bool:
    took = {step: statistics.median(one[step] for one in made) for step in STEPS}
    whole = sum(took.values())
    print(f"{words} words: bare spaCy {bare:.1f} s, quizgen make {whole:.1f} s")
    for step, seconds in took.items():
        print(f"  {step}: {seconds:.1f} s ({seconds / whole:.0%})")
    peak = max(one["peak"] for one in made)
    print(f"peak memory: {small['peak']:.0f} MB for a third, {peak:.0f} MB for all")
    return all(
        [
            verdict("speed of make / bare spaCy", bare / whole, 0.5, above=True),
            verdict("peak memory in MB", peak, 700),
            verdict("peak memory of all / of a third", peak / small["peak"], 1.25),
        ]
    )


def _page(folder: Path, words: int) -> Path:
    course = folder / str(words)
    course.mkdir()
    page = course / "long.txt"
    page.write_text(corpus.text(words), encoding="utf-8")
    return page


def _child(what: str, page: Path) -> dict[str, float]:
    """Run one measurement in a process of its own, so that its peak of memory is its own too."""
    command = python("-m", "tests.bench.long_text", "--child", what, str(page))
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment())
    found: dict[str, float] = json.loads(done.stdout)
    return found


def bare(page: Path) -> dict[str, float]:
    """Parse the paragraphs with spaCy and keep nothing; loading is not counted."""
    import spacy

    from quizgen import nlp

    pipeline = spacy.load(nlp.installed())
    paragraphs = page.read_text(encoding="utf-8").split("\n\n")
    begin = time.perf_counter()
    for _ in pipeline.pipe(paragraphs, batch_size=64):
        pass
    return {"seconds": time.perf_counter() - begin, "peak": peak_megabytes()}


def make(page: Path) -> dict[str, float]:
    """Do what ``quizgen make`` does, a step at a time; extracting includes loading the model."""
    from quizgen import config
    from quizgen.commands.steps import Run
    from quizgen.store import Store

    store_path = Path(tempfile.mkdtemp(dir=page.parent)) / "data" / "quizgen.db"
    course = config.course(store_path, environ={}, cwd=page.parent)
    with Store.open(course.store, create=True) as store:
        run = Run(course=course, store=store, now=1_700_000_000, progress=lambda *_: None)
        clock = [time.perf_counter()]
        run.ingest([page])
        clock.append(time.perf_counter())
        keys = run.given([page])
        run.extract(keys)
        clock.append(time.perf_counter())
        run.generate(keys)
        clock.append(time.perf_counter())
        run.decks(keys)
        clock.append(time.perf_counter())
    took = [after - before for before, after in pairwise(clock)]
    return dict(zip(STEPS, took, strict=True)) | {"peak": peak_megabytes()}


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        print(json.dumps({"bare": bare, "make": make}[sys.argv[2]](Path(sys.argv[3]))))
        sys.exit(0)
    sys.exit(main())
