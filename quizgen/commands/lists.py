"""``sources``, ``facts``, ``questions``, ``drops``: what the store holds."""

from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from quizgen.commands import common, selecting

if TYPE_CHECKING:
    from quizgen.model import Question

STAGES = ["read", "clean", "resolve", "extract", "question", "select"]


@click.command()
@common.document
@common.search
@common.limit
@common.format
@common.db
def sources(db: Path | None, format: str, **selection: Any) -> None:
    """List the documents in the store."""
    from quizgen.exporters.rows import document_row

    with common.opened(db, readonly=True) as (_, store):
        rows = map(document_row, store.documents(common.chosen(**selection)))
        common.print_rows(rows, format, ["key", "title", "date", "uid"], spare=["title", "date"])


@click.command()
@common.document
@common.section
@common.kinds(common.FACT_KINDS)
@common.statuses(common.FACT_STATUSES)
@common.tag
@common.search
@common.limit
@click.option(
    "--format",
    type=click.Choice(["table", "jsonl", "csv", "openie"]),
    default="table",
    show_default=True,
    help="A table, JSON lines, CSV, or tab-separated tuples (with --sentences).",
)
@click.option(
    "--sentences",
    type=click.File(encoding="utf-8"),
    metavar="FILE",
    help="Read facts from this file, one sentence a line (- is standard input), and leave the store alone.",
)
@click.option("--model", metavar="NAME", help="Language model for --sentences.")
@common.db
def facts(db: Path | None, format: str, sentences: IO[str] | None, model: str | None, **selection: Any) -> None:
    """List the facts that were read from the documents."""
    if (sentences is not None) != (format == "openie"):
        raise click.UsageError("--sentences and --format openie go together")
    if sentences is not None:
        _openie(sentences, model)
        return
    from quizgen.exporters.rows import fact_row

    with common.opened(db, readonly=True) as (_, store):
        found = store.facts(common.chosen(**selection))
        if format == "table" and common.is_narrow():
            told = ({"uid": fact.uid, "kind": fact.draft.kind.value, "fact": fact.draft.said} for fact in found)
            common.print_rows(told, format, ["uid", "kind", "fact"], spare=["kind"])
            return
        columns = ["uid", "kind", "subject", "relation", "object", "status"]
        common.print_rows(map(fact_row, found), format, columns, spare=["kind", "status"])


def _openie(sentences: IO[str], model: str | None) -> None:
    from quizgen import nlp
    from quizgen.extract import openie
    from quizgen.safe import show

    texts = (line.strip() for line in sentences)
    for sentence, confidence, relation, arguments in openie(filter(None, texts), nlp.load(model)):
        click.echo("\t".join(map(show, (sentence, f"{confidence:g}", relation, *arguments))))


@click.command()
@selecting.questions
@common.limit
@common.format
@common.db
def questions(db: Path | None, format: str, **selection: Any) -> None:
    """List the questions that were made from the facts."""
    from quizgen.exporters.rows import question_row

    with common.opened(db, readonly=True) as (_, store):
        found = store.questions(common.chosen(**selection))
        tags = ["tags"] if selection["tags"] else []  # who asks for a tag wants to see which tags there are
        if format == "table" and common.is_narrow():
            told = ({"uid": one.uid, "question": _in_short(one, tags=bool(tags))} for one in found)
            common.print_rows(told, format, ["uid", "question"])
            return
        columns = ["uid", "kind", "score", "level", "status", *tags, "prompt", "answer"]
        common.print_rows(map(question_row, found), format, columns, spare=["level", "kind", "score", "status"])


def _in_short(question: "Question", *, tags: bool) -> str:
    """Return a question for a column that has to say all."""
    said = f"{question.prompt} → {question.answer}"
    return f"{said} ({', '.join(question.tags)})" if tags else said


@click.command()
@common.document
@common.section
@click.option(
    "--code",
    "--kind",
    "codes",
    multiple=True,
    metavar="CODE",
    help="Only this reason code or stage. May be given again.",
)
@click.option(
    "--stage",
    "stages",
    multiple=True,
    type=common.Words(STAGES),
    help="Only what was dropped there: question and select are questions, the others pieces of text.",
)
@common.search
@common.limit
@common.format
@common.db
def drops(db: Path | None, format: str, codes: tuple[str, ...], **selection: Any) -> None:
    """List what came to nothing, and why: pieces of the texts first, then questions that were not taken."""
    from quizgen.exporters.rows import drop_row

    with common.opened(db, readonly=True) as (_, store):
        rows = map(drop_row, store.drops(common.chosen(kinds=[codes], **selection)))
        columns = ["stage", "code", "line", "text", "detail", "source"]
        common.print_rows(rows, format, columns, spare=["stage", "detail", "line", "source"])
