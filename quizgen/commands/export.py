"""``export``: questions on their way out."""

from pathlib import Path
from typing import Any

import click

from quizgen.commands import common, selecting

FORMATS = ["anki", "csv", "jsonl", "markdown"]


@click.command()
@click.argument("format", type=click.Choice(FORMATS))
@click.option(
    "-o", "--output", type=common.type_path, metavar="FILE", required=True, help="File to write; - is standard output."
)
@click.option("--deck-name", default="", metavar="NAME", help="Anki deck that the documents' decks stand below.")
@click.option("--reviewed-only", is_flag=True, help="Only questions that someone kept or edited.")
@click.option("--levels", is_flag=True, help="Say in a Markdown worksheet how hard each question is.")
@selecting.questions
@common.limit
@common.db
def export(
    db: Path | None, format: str, output: Path, deck_name: str, reviewed_only: bool, levels: bool, **selection: Any
) -> None:
    """Write questions as an Anki package, CSV, JSON lines or a Markdown worksheet.

    FORMAT is anki, csv, jsonl or markdown.
    """
    from quizgen import exporters

    with common.opened(db) as (course, store), common.written(output) as path:
        report = exporters.export(
            store,
            format,
            path,
            filter=common.chosen(**selection),
            now=common.now(),
            kinds=course.settings.kinds,
            difficulty=course.settings.span,
            deck=deck_name or course.settings.deck,
            reviewed_only=reviewed_only or course.settings.reviewed_only,
            min_score=course.settings.min_score,
            levels=levels,
        )
    common.note(f"{output}: {report.counts['questions']} questions")
