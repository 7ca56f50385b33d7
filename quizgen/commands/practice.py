"""``export`` and ``play``: questions on their way out."""

from pathlib import Path
from typing import Any

import click

from quizgen.commands import common

FORMATS = ["anki", "csv", "jsonl", "markdown"]
MODES = ["mixed", "choice", "typed", "cloze", "order", "flip"]


@click.command()
@click.argument("format", type=click.Choice(FORMATS))
@click.option(
    "-o", "--output", type=common.type_path, metavar="FILE", required=True, help="File to write; - is standard output."
)
@click.option("--deck-name", default="", metavar="NAME", help="Anki deck that the documents' decks stand below.")
@click.option("--reviewed-only", is_flag=True, help="Only questions that someone kept or edited.")
@click.option("--levels", is_flag=True, help="Say in a Markdown worksheet how hard each question is.")
@common.document
@common.section
@common.kinds(common.QUESTION_KINDS)
@common.statuses(common.QUESTION_STATUSES)
@common.tag
@common.min_score
@common.difficulty
@common.search
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
            reviewed_only=reviewed_only,
            min_score=course.settings.min_score,
            levels=levels,
        )
    common.note(f"{output}: {report.counts['questions']} questions")


@click.command()
@click.option(
    "--mode", type=click.Choice(MODES), default="mixed", show_default=True, help="How questions are answered."
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Ask at most this many questions.")
@click.option("--seed", metavar="TEXT", help="Fixes order and options; otherwise each quiz has its own.")
@click.option("--plain", is_flag=True, help="One line per answer, no colours: for pipes and screen readers.")
@common.document
@common.section
@common.kinds(common.QUESTION_KINDS)
@common.statuses(common.QUESTION_STATUSES)
@common.tag
@common.min_score
@common.difficulty
@common.search
@common.db
def play(db: Path | None, mode: str, limit: int | None, seed: str | None, plain: bool, **selection: Any) -> None:
    """Ask the questions in the terminal.

    Type an answer, or :hint, :skip, :undo, :right, :accept, :flag, :quit and :help.
    """
    import os
    import sys
    import time

    from quizgen import exporters
    from quizgen.commands.recorder import StoreRecorder
    from quizgen.session import Mode, Session
    from quizgen.terminal import plain as player
    from quizgen.terminal.text import wants_color

    with common.opened(db) as (course, store):
        settings = course.settings
        wanted = exporters.chosen(
            common.chosen(**selection),
            kinds=settings.kinds,
            difficulty=settings.span,
            min_score=settings.min_score,
        )
        with StoreRecorder(store, mode=mode, clock=time.time) as recorder:
            quiz = Session(
                store.questions(wanted),
                mode=Mode(mode),
                limit=limit,
                seed=recorder.session if seed is None else seed,
                recorder=recorder,
            )
            color = not plain and wants_color(sys.stdout, os.environ)
            player.play(quiz, input=sys.stdin, output=sys.stdout, clock=time.time, color=color)
