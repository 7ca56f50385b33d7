"""How soon the first question of a quiz is there with 100,000 cards in the store, and how much memory that takes.

Beside an interpreter that only imports click, rich.console and sqlite_utils, and beside a store with few cards.
"""

import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.bench.timing import ROOT, environment, python, timed, verdict

CARDS = 100_000
SEED = ROOT / "seeds" / "cells.md"
REPEATS = 15

_NUMBERS = f"with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < {CARDS})"
_COPIES = f"""
    {_NUMBERS}, own as (select *, row_number() over (order by id) - 1 as place from {{table}})
    insert into {{table}} ({{columns}}) select {{values}}
    from n join own on own.place = n.i % (select count(*) from own)
"""
# Two questions ask about each fact.
_LINKS = """
    insert into question_fact (question_id, fact_id, position)
    select q.id, f.id, 0 from question q join fact f on f.uid = 'f_n' || (substr(q.uid, 4) / 2)
    where q.uid glob 'q_n*'
"""
# Half of the questions are learned, a tenth of those is due; the answers were given on 300 days.
_CARDS = """
    insert into card (question_id, seen, "right", close, wrong, streak, verdict, last_at, state, stability, difficulty,
        due_at, rated_at)
    select id, 3, 3, 0, 0, 3, 'right', unixepoch() - 20 * 86400, 'review', 20 + id % 10, 5,
        unixepoch() + (id % 100 - 10) * 86400, unixepoch() - 20 * 86400
    from question where id % 2
"""
_REVIEWS = """
    insert into review (question_id, at, mode, given, verdict, seconds, players, rating)
    select id, unixepoch() - 86400 * (300 - id * 300 / 100000), 'typed', answer, 'right', 5, '[]', 3
    from question where id % 2
"""


def main() -> int:
    """Print times, memory and their ratios; 1 where a target is missed."""
    with tempfile.TemporaryDirectory() as folder:
        stores = {"few cards": Path(folder) / "few.db", "many cards": Path(folder) / "many.db"}
        for path in stores.values():
            timed(python("-m", "quizgen", "make", str(SEED), "--db", str(path)), cwd=Path(folder))
        fill(stores["many cards"])
        imports = python("-c", "import click, rich.console, sqlite_utils; print('> ', end='')")
        commands = {"imports": imports} | {name: play(path) for name, path in stores.items()}
        rounds = [{name: first_question(command) for name, command in commands.items()} for _ in range(REPEATS + 1)]
    took = {name: statistics.median(found[name][0] for found in rounds[1:]) for name in commands}
    held = {name: statistics.median(found[name][1] for found in rounds[1:]) for name in commands}
    for name in commands:
        print(f"{name}: {took[name] * 1000:.0f} ms, {held[name]:.0f} MB")
    soon = verdict("first question / imports", took["many cards"] / took["imports"], 2)
    flat = verdict("memory with many cards / with few", held["many cards"] / held["few cards"], 1.2)
    return 0 if soon and flat else 1


def play(store: Path) -> list[str]:
    """Return the command that plays from a store."""
    return python("-m", "quizgen", "play", "--plain", "--no-resume", "--db", str(store))


def first_question(command: Sequence[str]) -> tuple[float, float]:
    """Return the seconds until a command shows its first prompt, and the megabytes that it has held until its end."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment())
    assert process.stdin and process.stdout
    shown = b""
    while not shown.endswith(b"> "):
        shown += os.read(process.stdout.fileno(), 4096)
    took = time.perf_counter() - begin
    process.stdin.close()
    process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return took, usage.ru_maxrss / 1024


def fill(path: Path) -> None:
    """Copy the facts and questions of a store until there are 100,000 of each, and learn half of the questions."""
    with sqlite3.connect(path) as connection:
        for table, prefix in (("fact", "f_n"), ("question", "q_n")):
            columns = [row[1] for row in connection.execute(f"pragma table_info({table})")][1:]
            values = [_copied(column, prefix) for column in columns]
            sql = _COPIES.format(table=table, columns=", ".join(columns), values=", ".join(values))
            connection.execute(sql)
        for sql in (_LINKS, _CARDS, _REVIEWS, "update question set scheduled = 1 where id % 2", "analyze"):
            connection.execute(sql)
    connection.close()


def _copied(column: str, prefix: str) -> str:
    """Return the SQL for a column of a copy: its own where it has to be."""
    own = {"uid": f"'{prefix}' || n.i", "statement": "n.i || own.statement", "position": "n.i"}
    return own.get(column, f"own.{column}")


if __name__ == "__main__":
    sys.exit(main())
