"""Learns the weights of quizgen/resources/score.toml from blind ratings, and says what they are worth.

    python scripts/train_score.py pool FOLDER TEXT...     packets of candidates from texts, with their features as keys
    python scripts/train_score.py add FILE FOLDER RATER.tsv...
                                                          put rated candidates into tests/quality/FILE.jsonl
    python scripts/train_score.py fit                     renew the features and write the weights
    python scripts/train_score.py worth                   what they are worth on texts that nothing was made with
    python scripts/train_score.py habits                  what it is worth to remember what people reject

``ratings.jsonl`` holds questions with their verdicts and features. The texts of ``tests/quality/texts`` were written
for this; ``fit`` asks them anew, so that features are those of the present rules. A question that is not made any more
keeps its verdict and counts again when it comes back. Of other people's texts only verdicts and features are kept.
What a model is worth is measured on sources left out: for each text the weights are learned from all the others. Rules
are made with such texts at hand, so what they promise is too good: rows say whether rules knew their text ("seen"), and
what that makes up is learned beside the weights. From the ratings of ``unseen.jsonl`` nothing is learned.
"""

import json
import re
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from quality import blind  # noqa: E402

from quizgen import habits, pipeline, questions, rank, templates  # noqa: E402
from quizgen.commands.steps import Run  # noqa: E402
from quizgen.config import Course, Settings  # noqa: E402
from quizgen.model import Drop, Fact, Question  # noqa: E402
from quizgen.store import Store  # noqa: E402

TEXTS = ROOT / "tests" / "quality" / "texts"
RATINGS = TEXTS.with_name("ratings.jsonl")
UNSEEN = RATINGS.with_name("unseen.jsonl")
WEIGHTS = ROOT / "quizgen" / "resources" / "score.toml"
RARE = 4  # a feature that fewer rated questions have says nothing yet
RIDGE = 10.0  # how strongly weights are drawn to nought
PARTS = 10  # into which texts are divided by chance, each of them left out in turn
NOW = 1_767_225_600
LABEL = re.compile(r"^.*?: (?=[A-Z])")
Row = dict[str, Any]


Candidate = tuple[Question, dict[str, float]]


def candidates(paths: Sequence[Path]) -> Iterator[tuple[str, str, list[Candidate]]]:
    """Yield (key, text, candidates with their features) for each document."""
    found: dict[str, list[Candidate]] = {}

    def made(facts: Sequence[Fact], context: pipeline.Context) -> tuple[list[Question], list[Drop]]:
        seen = found.setdefault(context.document.key, [])
        return questions.candidates(facts, context, templates=packs, note=lambda *one: seen.append(one))

    packs = templates.load()
    with tempfile.TemporaryDirectory() as place, chdir(place):
        course = Course(store=Path("quizgen.db"), folder=Path(place), settings=Settings())
        with Store.open(course.store, create=True) as store:
            run = Run(course=course, store=store, now=NOW, progress=lambda *_: None)
            run.ingest(paths)
            run.extract(())
            pipeline.generate(store, made, rank.select, now=NOW)
            texts = {document.key: document.text for document in store.documents()}
    yield from ((key, texts[key], seen) for key, seen in found.items())


def rated(path: Path) -> list[Row]:
    """Return the rated questions of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def named(prompt: str, answer: str) -> tuple[str, str]:
    """Return what tells a question of a text from others, whether it has a label or not."""
    return LABEL.sub("", prompt), answer


def renewed(rows: Sequence[Row], paths: Sequence[Path]) -> Iterator[Row]:
    """Yield rows with the features that their questions have now, none where they are not made any more.

    Of other people's texts, which are not at hand, the features stay as they were.
    """
    asked = {
        Path(key).stem: {named(one.prompt, one.answer): told for one, told in found}
        for key, _, found in candidates(paths)
    }
    for row in rows:
        found = asked.get(row["source"])
        yield row if found is None else {**row, "features": found.get(named(row["prompt"], row["answer"]), {})}


def fit(rows: Sequence[Row]) -> tuple[float, dict[str, float]]:
    """Return bias and weights of a logistic regression with ridge penalty.

    Rules were made with some texts at hand ("seen"), whose questions are better for it. What that makes up is learned
    beside the weights and left out of them, so that a score says what new texts may expect.
    """
    told = [row["features"] for row in rows]
    names = sorted({name for one in told for name in one})
    names = [name for name in names if sum(name in one for one in told) >= RARE]
    values = [[one.get(name, 0.0) for name in names] for one in told]
    x = np.array([[1.0, float(row.get("seen", False)), *found] for row, found in zip(rows, values, strict=True)])
    y = np.array([row["kept"] for row in rows], dtype=float)
    w = _newton(x, y, [1e-6, 1e-1, *[RIDGE] * len(names)])
    return w[0], dict(zip(names, w[2:], strict=True))


def _newton(x: Any, y: Any, penalties: Sequence[float]) -> list[float]:
    """Return the weights of a logistic regression by Newton's method."""
    ridge = np.diag(penalties)
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve((x.T * (p * (1 - p))) @ x + ridge, x.T @ (y - p) - ridge @ w)
        w += step
        if np.abs(step).max() < 1e-8:
            break
    return [float(value) for value in w]


def probability(bias: float, weights: dict[str, float], features: dict[str, float]) -> float:
    """Return how likely a question is kept."""
    return float(1 / (1 + np.exp(-bias - sum(weights.get(name, 0.0) * v for name, v in features.items()))))


def left_out(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """Return (probability, verdict) of each row of an unseen text, by weights that did not see it; else of all rows."""
    found = []
    unseen = {row["source"] for row in rows if not row.get("seen")} or {row["source"] for row in rows}
    for part in range(PARTS):
        away = {source for source in unseen if _part(source) == part}
        if away:
            bias, weights = fit([row for row in rows if row["source"] not in away])
            mine = (row for row in rows if row["source"] in away)
            found += [(probability(bias, weights, row["features"]), row["kept"]) for row in mine]
    return found


def _part(source: str) -> int:
    return int(blind.chance(source)[:8], 16) % PARTS


def area(pairs: Sequence[tuple[float, float]]) -> float:
    """Return how often a kept question is above a rejected one (area under the ROC curve)."""
    good = [p for p, kept in pairs if kept >= 0.5]
    bad = [p for p, kept in pairs if kept < 0.5]
    wins = sum((g > b) + 0.5 * (g == b) for g in good for b in bad)
    return wins / (len(good) * len(bad)) if good and bad else 0.5


def summary(rows: Sequence[Row]) -> Iterator[str]:
    """Yield what the weights are worth on texts left out."""
    yield from table(rows, left_out(rows))


def table(rows: Sequence[Row], pairs: Sequence[tuple[float, float]]) -> Iterator[str]:
    """Yield how many questions there are, the area under the curve, and how many are kept by score."""
    yield f"{len(rows)} rated questions of {len({row['source'] for row in rows})} texts"
    yield f"area under the curve on texts left out: {area(pairs):.3f}"
    for low, high in ((0, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.01)):
        kept = [verdict for p, verdict in pairs if low <= p < high]
        yield f"  score {low:.1f} to {min(high, 1):.1f}: kept {sum(kept):.1f} of {len(kept)}"


@click.group()
def main() -> None:
    """Learn the score from blind ratings."""


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("texts", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, resolve_path=True))
@click.option("--most", default=60, help="Candidates of one text.")
def pool(folder: Path, texts: tuple[Path, ...], most: int) -> None:
    """Write packets of candidates; no fact is asked more than three times."""
    folder.mkdir(parents=True, exist_ok=True)
    for key, text, found in candidates(texts):
        stem = Path(key).stem
        taken = _spread(found, most)
        lines = [f"{stem}-{number:02}\n{blind.shown(one)}" for number, (one, _) in enumerate(taken, 1)]
        body = f"{blind.CRITERIA}\n\n# {stem}\n\n{text}\n\n# Questions\n\n" + "\n\n".join(lines) + "\n"
        (folder / f"{stem}.md").write_text(body, encoding="utf-8")
        keys = [_key(f"{stem}-{n:02}", stem, one, told) for n, (one, told) in enumerate(taken, 1)]
        (folder / f"{stem}.key.jsonl").write_text("".join(json.dumps(key) + "\n" for key in keys), encoding="utf-8")


def _key(code: str, source: str, one: Question, features: dict[str, float]) -> Row:
    return {"code": code, "source": source, "prompt": one.prompt, "answer": one.answer, "features": features}


def _spread(found: Sequence[Candidate], most: int) -> list[Candidate]:
    """Return candidates by chance, the better half of them by their score, in an order of chance."""
    asked: dict[str, int] = {}
    fresh = []
    for one, features in sorted(found, key=lambda pair: blind.chance(pair[0].uid)):
        if one.facts and asked.setdefault(one.facts[0], 0) < 3:
            asked[one.facts[0]] += 1
            fresh.append((one, features))
    good = sorted(fresh, key=lambda pair: -pair[0].score)[: most * 2 // 3]
    others = [pair for pair in fresh if pair not in good][: most - len(good)]
    return sorted([*good, *others], key=lambda pair: blind.chance(f"pool {pair[0].uid}"))


@main.command()
@click.argument("file", type=click.Choice([path.stem for path in (RATINGS, UNSEEN)]))
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
@click.argument("raters", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--seen", is_flag=True, help="Rules were made with these texts at hand.")
def add(file: str, folder: Path, raters: tuple[Path, ...], *, seen: bool) -> None:
    """Add what raters said; of two verdicts on a question each counts half."""
    said = [blind.verdicts(path) for path in raters]
    keys = [json.loads(line) for path in sorted(folder.glob("*.key.jsonl")) for line in path.read_text().splitlines()]
    with RATINGS.with_stem(file).open("a", encoding="utf-8") as out:
        for key in keys:
            found = [one[key["code"]][0] for one in said if key["code"] in one]
            if found:
                told = {name: key[name] for name in ("source", "prompt", "answer", "features")}
                out.write(_line({**told, "seen": seen, "kept": sum(found) / len(found)}))


def _line(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"


@main.command("habits")
def habits_() -> None:
    """Print what is asked, and how much of it is wanted, with and without remembering rejections."""
    rows = [row for row in rated(RATINGS) if row["features"]]
    scores = _scores(rows)
    click.echo("teacher                          caution  asked  wanted   without: asked  wanted")
    for name, dislikes in TEACHERS.items():
        for caution in (2.0, 4.0, 8.0, 16.0, 32.0):
            habits.CAUTION = caution
            told = [taken for seed in range(ORDERS) for taken in _remembering(rows, scores, dislikes, str(seed))]
            after, before = ([wanted for wanted, *asked in told if asked[place]] for place in (0, 1))
            figures = [f"{len(some):6} {sum(some) / len(some):7.1%}" for some in (after, before)]
            click.echo(f"{name:32} {caution:7g} {'         '.join(figures)}")


TEACHERS: dict[str, tuple[str, str]] = {
    "judges as the raters": ("", ""),
    "dislikes who in general": ("subject", "relation"),
    "dislikes definitions": ("definition", "definition"),
}
ORDERS = 5  # in which the texts may come


def _scores(rows: Sequence[Row]) -> list[float]:
    """Return the score of each row by weights that did not see its text nor those of its part."""
    models = [fit([row for row in rows if _part(row["source"]) != part]) for part in range(PARTS)]
    return [probability(*models[_part(row["source"])], row["features"]) for row in rows]


def _remembering(
    rows: Sequence[Row], scores: Sequence[float], dislikes: tuple[str, str], seed: str
) -> Iterator[tuple[bool, bool, bool]]:
    """Yield of each question whether it is wanted, and asked with and without memory; text after text is judged."""
    judged: list[Verdict] = []
    for source in sorted({row["source"] for row in rows}, key=lambda one: blind.chance(f"{seed} {one}")):
        memory, new = habits.Habits(judged), []
        for row, score in zip(rows, scores, strict=True):
            if row["source"] == source:
                template, pattern = (_named(row, kind) for kind in ("template ", "fact "))
                wanted = row["kept"] >= 0.5 and (template, pattern) != dislikes
                left = habits.moved(score, -memory.loss(template, pattern))
                yield wanted, left >= rank.FLOOR, score >= rank.FLOOR
                new.append(Verdict(template, pattern, score, "kept" if wanted else "rejected"))
        judged += new


@dataclass(frozen=True)
class Verdict:
    """A rated question as habits see it."""

    template: str
    pattern: str
    score: float
    verdict: str
    reason: str = ""
    answered: bool = False


def _named(row: Row, kind: str) -> str:
    return next((name.removeprefix(kind) for name in row["features"] if name.startswith(kind)), "")


@main.command("fit")
def fit_() -> None:
    """Renew the features, write the weights and print what they are worth."""
    every = list(renewed(rated(RATINGS), sorted(TEXTS.iterdir())))
    RATINGS.write_text("".join(map(_line, every)), encoding="utf-8")
    rows = [row for row in every if row["features"]]
    click.echo(f"{len(every) - len(rows)} of {len(every)} rated questions are not made any more")
    for line in summary(rows):
        click.echo(line)
    bias, weights = fit(rows)
    lines = [
        "# Written by scripts/train_score.py from tests/quality/ratings.jsonl.",
        "",
        f"bias = {bias:.3f}",
        "",
    ]
    lines += ["[weights]", *(f'"{name}" = {value:.3f}' for name, value in sorted(weights.items()))]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


@main.command()
def worth() -> None:
    """Print what the present weights are worth on texts from which nothing was learned."""
    rows, told = rated(UNSEEN), tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))
    pairs = [(probability(told["bias"], told["weights"], row["features"]), row["kept"]) for row in rows]
    for line in table(rows, pairs):
        click.echo(line)


if __name__ == "__main__":
    main()
