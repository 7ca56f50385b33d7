"""Asks for answers that somebody else chose, so that the questions can be compared with those of people.

    python scripts/ask_spans.py SPANS.jsonl QUESTIONS.txt TARGETS.txt

Each row of SPANS.jsonl has ``context``, ``start``, ``answer`` and ``tgt_tok``, a person's question as lower-case words
with blanks between them. The questions are written the same way, one a line, an empty line where there is none, and
beside them the targets. Half of the paragraphs, told apart by a digest of their text, is for making rules and left out.
"""

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from quizgen import nlp, spans  # noqa: E402

# The marks of the Penn Treebank, in which such targets are written.
_MARKS = str.maketrans(
    {'"': "''", "“": "``", "”": "''", "’": "'", "–": "--", "—": "--", "(": " -lrb- ", ")": " -rrb- "}
)
_PARTED = (
    (re.compile(r"([^\d])([,;:])"), r"\1 \2 "),
    (re.compile(r"([,;:])(\D|$)"), r" \1 \2"),
    (re.compile(r"(``|''|\?|!|%|\$|£|€|\[|\]|--)"), r" \1 "),
    (re.compile(r"n't\b"), " n't"),
    (re.compile(r"(?<=\w)'(s|re|ve|ll|d|m)\b"), r" '\1"),
    (re.compile(r"(?<=s)' "), " ' "),
)


def words(text: str) -> str:
    """Return a text as lower-case words and marks with blanks between them."""
    text = text.lower().translate(_MARKS)
    for pattern, parted in _PARTED:
        text = pattern.sub(parted, text)
    return " ".join(text.split())


def held_out(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows whose paragraphs no rule was made with."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if "tgt_tok" in row and hashlib.md5(row["context"].encode(), usedforsecurity=False).digest()[0] % 2:
            yield row


def main(source: str, questions: str, targets: str) -> None:
    """Write a question and the target of each row."""
    pipeline = nlp.load()
    rows = list(held_out(Path(source)))
    asked = [spans.question(r["context"], r["start"], r["start"] + len(r["answer"]), pipeline=pipeline) for r in rows]
    Path(questions).write_text("".join(f"{words(each or '')}\n" for each in asked), encoding="utf-8")
    Path(targets).write_text("".join(f"{row['tgt_tok']}\n" for row in rows), encoding="utf-8")
    print(f"{len(rows)} answers, {sum(map(bool, asked))} asked")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
