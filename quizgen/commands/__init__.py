"""The commands: options, one library call, echo."""

import click

from quizgen.commands import build, export, grade, inspect, lists, practice, quality, review, schedule, templates

COMMANDS: tuple[click.Command, ...] = (
    build.init,
    build.make,
    build.ingest,
    build.extract,
    build.generate,
    lists.sources,
    lists.facts,
    lists.questions,
    lists.drops,
    review.keep,
    review.reject,
    review.edit,
    review.tag,
    review.add,
    review.undo,
    review.review,
    export.export,
    practice.play,
    schedule.due,
    schedule.suspend,
    schedule.unsuspend,
    schedule.optimize,
    grade.grade,
    inspect.why,
    inspect.stats,
    quality.quality,
    inspect.check,
    inspect.orphans,
    templates.templates,
    inspect.codes,
    inspect.schema,
)
