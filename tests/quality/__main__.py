"""The quality gate: reads the annotated sentences and fails where a figure has sunk below its floor.

python -m tests.quality [--misses] [--wrong] [--subjects] [--raise]
"""

import sys
from collections.abc import Mapping, Sequence

import click

from quizgen import nlp
from quizgen.model import FactDraft

from . import gate
from .gold import load


@click.command()
@click.option("--misses", is_flag=True, help="List the expected facts that were not read.")
@click.option("--wrong", is_flag=True, help="List the facts that nobody expects.")
@click.option("--subjects", is_flag=True, help="Show the figures of each file too.")
@click.option("--raise", "higher", is_flag=True, help="Raise floors to the present figures; none is ever lowered.")
def main(misses: bool, wrong: bool, subjects: bool, higher: bool) -> None:
    """Measure precision and recall by pattern over the annotated sentences."""
    judged = list(gate.judged(load(), nlp.load()))
    if misses:
        show(judged, missed=True)
    if wrong:
        show(judged, missed=False)
    result = gate.measure(judged)
    if subjects:
        click.echo("\n".join([*table(gate.subjects(judged), "subject"), ""]))
    click.echo("\n".join([*table({**result.patterns, "total": result.total}, "pattern"), summary(result)]))
    loud(judged)
    sys.exit(settle(gate.shares(result), higher))


def table(figures: Mapping[str, gate.Figures], of: str) -> list[str]:
    """Return figures as lines, a name each."""
    lines = [f"{of:12} {'right':>6} {'wrong':>6} {'missed':>6} {'precision':>10} {'recall':>7}"]
    for name, each in figures.items():
        counts = f"{each.right:6} {each.wrong:6} {each.missed:6}"
        lines.append(f"{name:12} {counts} {each.precision:10.1%} {each.recall:7.1%}")
    return lines


def summary(result: gate.Result) -> str:
    """Return the line on silence and roles."""
    kept = f"{result.silent - result.broken} of {result.silent} that must give nothing did"
    roles = f"{result.roles} of {result.qualifiers} qualifiers of right facts have the role that is expected"
    return f"{result.sentences} sentences; {kept}; {roles}"


def show(judged: Sequence[gate.Judged], *, missed: bool) -> None:
    """Print sentences with what was missed in them, or with what was wrong."""
    for one in judged:
        lines = [each.line for each in one.missed] if missed else [told(each) for each in one.wrong]
        if lines:
            click.echo(one.sentence.text)
        for line in lines:
            click.echo(f"    {'missed' if missed else 'wrong'}  {line}")


def loud(judged: Sequence[gate.Judged]) -> None:
    """Print the sentences that should have given nothing, with what they gave."""
    for one in judged:
        if one.sentence.silent and one.wrong:
            click.echo(f"Should be silent ({one.sentence.silent}): {one.sentence.text}")
            for each in one.wrong:
                click.echo(f"    {told(each)}")


def told(draft: FactDraft) -> str:
    """Return a fact as a line of a gold file would have it."""
    parts = [draft.extractor, draft.subject.text, draft.verb.lemma if draft.verb else draft.relation]
    parts.append(draft.object.text if draft.object else "-")
    return " | ".join([*parts, *(f"{each.role}: {each.prep} {each.text}" for each in draft.qualifiers)])


def settle(found: gate.Floors, higher: bool) -> int:
    """Print what has sunk, raise the floors if that is wanted, and return the exit code."""
    floors = gate.read_floors()
    low = gate.sunk(found, floors)
    for line in low:
        click.echo(f"Sunk: {line}", err=True)
    if higher:
        gate.write_floors(gate.lifted(found, floors))
    return 1 if low else 0


if __name__ == "__main__":
    main()
