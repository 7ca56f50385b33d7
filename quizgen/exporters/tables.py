"""Questions as CSV for spreadsheets and as JSON lines for programs."""

import csv
import io
import json
from collections.abc import Iterable, Sequence

from quizgen import marks
from quizgen.cells import guard
from quizgen.exporters.rows import question_row
from quizgen.model import Question
from quizgen.safe import escaped

COLUMNS = (
    "uid",
    "kind",
    "prompt",
    "answer",
    "accept",
    "options",
    "explanation",
    "difficulty",
    "score",
    "tags",
    "document",
    "section",
    "source",
)

_DIVIDER = " | "


def csv_text(questions: Sequence[Question]) -> str:
    """Return a table with a header; a cell that a spreadsheet would calculate begins with an apostrophe."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(_cells, questions))
    return buffer.getvalue()


def jsonl_text(questions: Sequence[Question]) -> str:
    """Return one JSON object a line, with the keys of ``questions --format jsonl``."""
    return "".join(f"{_json_line(question)}\n" for question in questions)


def _json_line(question: Question) -> str:
    return escaped(json.dumps(question_row(question), ensure_ascii=False))


def _cells(question: Question) -> list[str]:
    first = question.sources[0] if question.sources else None
    return [
        question.uid,
        question.kind.value,
        guard(question.prompt),
        guard(question.answer),
        _joined(question.accept),
        _joined(option.text for option in question.options),
        guard(marks.explanation(question).show("**", "**")),
        f"{question.difficulty:.2f}",
        f"{question.score:.2f}",
        _joined(question.tags),
        guard(question.document),
        guard(first.section if first else ""),
        guard(first.sentence if first else ""),
    ]


def _joined(values: Iterable[str]) -> str:
    return guard(_DIVIDER.join(values))
