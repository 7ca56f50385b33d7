"""A store with very many cards, written straight into its tables."""

import random
from collections.abc import Iterator
from pathlib import Path

from quizgen import codec
from quizgen.model import Option
from quizgen.store import Store

DAY = 86_400
NOW = 1_700_000_000

_OPTIONS = codec.dump_all([Option(text="a", correct=True, origin="key"), Option(text="b"), Option(text="c")])
_DOCUMENT = """insert into document (id, uid, key, path, title, author, url, format, digest, date_source, text, blocks,
    added_at, changed_at) values (?, ?, ?, ?, ?, '', '', 'text', ?, '', '', '[]', 1, 1)"""
_FACT = """insert into fact (id, uid, statement, document_id, kind, subject, relation, object, modality, confidence,
    added_at) values (?, ?, ?, ?, 'relation', '', '', '', 'certain', 1.0, 1)"""
_QUESTION = f"""insert into question (id, uid, document_id, kind, template, slot, prompt, answer, accept, options,
    parts, explanation, hint, answer_type, score, difficulty, flaws, tags, sources, section, position, hash, modified,
    added_at, scheduled) values (?, ?, ?, 'choice', 't', 's', ?, 'a', '[]', '{_OPTIONS}', '[]', '', '', 'thing', 0.8,
    0.5, '[]', '[]', '[]', '', ?, '', 1, 1, ?)"""
_CARD = """insert into card (question_id, seen, "right", close, wrong, streak, verdict, last_at, state, stability,
    difficulty, due_at, rated_at) values (?, 1, 1, 0, 0, 1, 'right', ?, 'review', ?, 5.0, ?, ?)"""


def build(path: Path, *, questions: int, rated: int, documents: int) -> None:
    """Write a store: two questions to each fact, the first ``rated`` with a schedule, due from 100 days ago on.

    Nobody searches it, so its words are not indexed.
    """
    with Store.open(path, create=True) as store, store.transaction():
        for table in ("fact", "question"):
            store.db.execute(f"drop trigger {table}_ai")
        run = store.db.conn.executemany
        run(_DOCUMENT, ((n, f"d_{n:032x}", f"{n:05}", f"{n:05}", f"Text {n}", str(n)) for n in range(1, documents + 1)))
        run(_FACT, ((n, f"f_{n:032x}", str(n), 1 + n % documents) for n in range(1, questions // 2 + 1)))
        run(_QUESTION, _questions(questions, rated, documents))
        run(
            "insert into question_fact (question_id, fact_id, position) values (?, ?, 0)",
            ((n, (n + 1) // 2) for n in range(1, questions + 1)),
        )
        run(_CARD, _cards(rated))


def _questions(count: int, rated: int, documents: int) -> Iterator[tuple[object, ...]]:
    for n in range(1, count + 1):
        yield n, f"q_{n:032x}", 1 + (n + 1) // 2 % documents, f"What is {n} good for?", n, int(n <= rated)


def _cards(count: int) -> Iterator[tuple[object, ...]]:
    chance = random.Random(1)
    for n in range(1, count + 1):
        rated, stability = NOW - chance.randrange(2 * DAY, 100 * DAY), chance.uniform(1, 100)
        yield n, rated, stability, rated + int(stability * DAY), rated
