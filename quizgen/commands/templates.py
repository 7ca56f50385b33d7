"""``templates``: which questions can be asked of which facts, and what one of them makes of a fact."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.commands import common

if TYPE_CHECKING:
    from quizgen.templates import Template


@click.group(invoke_without_command=True)
@click.pass_context
def templates(context: click.Context) -> None:
    """List and explain the question templates, and try one on a fact."""
    if context.invoked_subcommand is None:
        context.invoke(list_)


@templates.command("list")
@common.format
@common.db
def list_(db: Path | None = None, format: str = "table") -> None:
    """List the templates, the built-in ones and those of the course folder."""
    from quizgen import templates as library

    rows = map(row, library.load(common.course(db).templates))
    common.print_rows(rows, format, ["id", "kind", "slot", "prompt", "about"], spare=["slot", "kind", "prompt"])


@templates.command()
@click.argument("id", required=False)
@common.db
def explain(db: Path | None, id: str | None) -> None:
    """Explain one template, or without an ID the slots and variables that templates are written with."""
    from quizgen import templates as library

    if id is None:
        _vocabulary()
        return
    template = _get(db, id)
    for key, value in row(template).items():
        common.say(f"{key:<11} {', '.join(value) if isinstance(value, list) else value}")
    for name in sorted(template.prompt.get_identifiers()):
        common.say(f"  ${name:<9} {library.VARIABLES[name]}")


@templates.command("try")
@click.argument("id")
@click.argument("fact")
@common.db
def try_(db: Path | None, id: str, fact: str) -> None:
    """Show what the template with this ID asks about a FACT; nothing is stored."""
    from quizgen.errors import NothingToDo
    from quizgen.questions.asking import ask

    template = _get(db, id)
    with common.opened(db, readonly=True) as (_, store):
        asked = list(ask(store.fact(fact).draft, template))
    for question in asked:
        common.say(f"{question.prompt}  →  {question.answer}")
    if not asked:
        raise NothingToDo(f"The template {id!r} asks nothing about this fact")


def _get(db: Path | None, id: str) -> "Template":
    from quizgen import templates as library
    from quizgen.errors import UsageError

    template = library.load(common.course(db).templates).get(id)
    if template is None:
        raise UsageError(f"There is no template {id!r}", todo="List them with 'quizgen templates'")
    return template


def row(template: "Template") -> dict[str, object]:
    """Return a template as JSON values."""
    return {
        "id": template.id,
        "about": template.about,
        "kind": template.kind.value,
        "slot": template.slot,
        "prompt": template.prompt.template,
        "facts": sorted(kind.value for kind in template.facts),
        "types": sorted(type.value for type in template.types),
        "extractors": sorted(template.extractors),
        "modalities": sorted(modality.value for modality in template.modalities),
        "weight": template.weight,
        "origin": template.origin,
    }


def _vocabulary() -> None:
    from quizgen import templates as library

    for title, words, sign in (("Slots", library.SLOTS, ""), ("Variables", library.VARIABLES, "$")):
        common.say(f"{title}:")
        for word, meaning in words.items():
            common.say(f"  {sign + word:<10} {meaning}")
