"""Packs questions for blind rating and reports what raters say; docs/quality.md has the protocol.

    python -m tests.quality.blind pack STORE FOLDER [--top 15] [--rest 15] [--plant 10]
    python -m tests.quality.blind prove GROUPS.jsonl FOLDER
    python -m tests.quality.blind scale VERDICTS.tsv TEXT FOLDER
    python -m tests.quality.blind report FOLDER RATER.tsv RATER.tsv

``scale`` is for a goal that somebody's verdicts have set (columns acceptable, flaw, question, answer): raters are shown
one half of them, and rate the other half among the packets.

A packet is one Markdown file a document: its text, then the questions in an order of chance, without scores. The keys
stay in FOLDER/key.jsonl, which raters do not get. A rater writes lines "code TAB keep or reject TAB reason".
"""

import csv
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from pathlib import Path
from typing import Any

import click

from quizgen.model import Document, Filter, Question, QuestionKind
from quizgen.store import Store

PROOF = 30
CRITERIA = """Rate each question as a strict teacher who would put it before a class unchanged. Keep it if all hold:
grammatical; clear by itself, without the text at hand; answerable from the text; the answer right and complete (with
options: exactly one right, the wrong ones plausible); worth asking. One line a question: code, tab, keep or reject,
tab, the reason where you reject."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question as raters see it, and what they do not see of it."""

    code: str
    shown: str
    group: str  # top, rest, planted, proof, scale
    kind: str = ""
    template: str = ""
    prompt: str = ""
    score: float = 0.0
    expected: str = ""  # keep or reject where it is known


def shown(question: Question) -> str:
    """Return the lines that a rater sees of a question."""
    lines = [f"Q: {question.prompt}"]
    if question.parts:
        lines.append(f"(right) {question.answer}")
        return "\n".join(lines)
    if question.options:
        lines.append("Options: " + " / ".join(option.text for option in question.options))
    return "\n".join([*lines, f"A: {question.answer}"])


def chance(seed: str) -> str:
    """Return what orders things as chance would, and the same way each time."""
    return hashlib.sha256(seed.encode()).hexdigest()


def picked(questions: Sequence[Question], top: int, rest: int) -> Iterator[tuple[str, Question]]:
    """Yield the first ``top`` questions and ``rest`` of the others by chance, each with its group."""
    ordered = sorted(questions, key=lambda each: each.order or 0)
    yield from (("top", each) for each in ordered[:top])
    others = sorted(ordered[top:], key=lambda each: chance(each.uid))
    yield from (("rest", each) for each in others[:rest])


def planted(questions: Sequence[Question], count: int) -> Iterator[Question]:
    """Yield ``count`` questions with a fault put in: a wrong answer, a word twice, or a subject that says nothing."""
    plain = [one for one in questions if one.kind in (QuestionKind.SHORT, QuestionKind.NUMERIC)]
    for place, one in enumerate(sorted(plain, key=lambda each: chance(f"plant {each.uid}"))[:count]):
        yield _spoiled(one, plain[(plain.index(one) + 1) % len(plain)].answer, place % 3)


def _spoiled(one: Question, other: str, fault: int) -> Question:
    words = one.prompt.split()
    middle = len(words) // 2
    twice = " ".join([*words[:middle], words[middle], *words[middle:]])
    prompt = (one.prompt, twice, f"What did it do in the {words[-1]}")[fault]
    return replace(one, prompt=prompt, answer=other if fault == 0 else one.answer)


def items(document: Document, questions: Sequence[Question], top: int, rest: int, plant: int) -> list[Item]:
    """Return the items of a document in an order of chance, with codes that say nothing."""
    groups = [*picked(questions, top, rest), *(("planted", each) for each in planted(questions, plant))]
    groups.sort(key=lambda pair: chance(f"{pair[0]} {pair[1].uid} {pair[1].prompt}"))
    stem = Path(document.key).stem
    return [
        Item(
            code=f"{stem}-{number:02}",
            shown=shown(each),
            group=group,
            kind=each.kind.value,
            template=each.template,
            prompt=each.prompt,
            score=each.score,
            expected="reject" if group == "planted" else "",
        )
        for number, (group, each) in enumerate(groups, 1)
    ]


def packet(title: str, text: str, found: Iterable[Item], date: str = "") -> str:
    """Return what a rater reads; ``date`` is the day the text speaks from."""
    asked = "\n\n".join(f"{one.code}\n{one.shown}" for one in found)
    dated = f"(Published on {date})\n\n" if date else ""
    return f"{CRITERIA}\n\n# {title}\n\n{dated}{text}\n\n# Questions\n\n{asked}\n"


def write(folder: Path, name: str, body: str, found: Sequence[Item]) -> None:
    """Write a packet and add its items to the keys."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.md").write_text(body, encoding="utf-8")
    with (folder / "key.jsonl").open("a", encoding="utf-8") as keys:
        for one in found:
            row = {field: getattr(one, field) for field in Item.__slots__ if field != "shown"}
            keys.write(json.dumps(row, ensure_ascii=False) + "\n")


def proofs(groups: Iterable[dict[str, Any]]) -> Iterator[tuple[str, Item]]:
    """Yield (text, item) for questions on which teachers have decided, half of them kept."""
    found = [(group["context"], one) for group in groups for one in group["questions"]]
    found.sort(key=lambda pair: chance(pair[1]["question"]))
    for label, expected in ((1, "keep"), (0, "reject")):
        chosen = [pair for pair in found if pair[1]["label"] == label][: PROOF // 2]
        for number, (text, one) in enumerate(chosen, 1):
            code = "proof-" + chance(f"{expected} {number}")[:6]
            yield text, Item(code, f"Q: {one['question']}", "proof", prompt=one["question"], expected=expected)


def halves(rows: Iterable[dict[str, str]]) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Return verdicts in two halves by chance, with as many acceptable ones in each."""
    ordered = sorted(rows, key=lambda row: chance(row["question"] + row["answer"]))
    sorts = [[row for row in ordered if row["acceptable"] == value] for value in ("1", "0")]
    return [row for sort in sorts for row in sort[::2]], [row for sort in sorts for row in sort[1::2]]


def scaled(rows: Iterable[dict[str, str]]) -> list[Item]:
    """Return verdicts as items to rate, in an order of chance."""
    found = sorted(rows, key=lambda row: chance(f"scale {row['question']} {row['answer']}"))
    return [
        Item(
            code=f"scale-{number:02}",
            shown=f"Q: {row['question']}\nA: {row['answer']}",
            group="scale",
            prompt=row["question"],
            expected="keep" if row["acceptable"] == "1" else "reject",
        )
        for number, row in enumerate(found, 1)
    ]


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some questions were kept."""

    kept: int
    rated: int

    def __str__(self) -> str:
        low, high = interval(self.kept, self.rated)
        share = self.kept / self.rated if self.rated else 0.0
        return f"{self.kept} of {self.rated} = {share:.0%} ({low:.0%} to {high:.0%})"


def interval(kept: int, rated: int) -> tuple[float, float]:
    """Return the 95 % interval of a share (Wilson 1927)."""
    if not rated:
        return 0.0, 1.0
    z, share = 1.96, kept / rated
    middle = share + z * z / (2 * rated)
    reach = z * sqrt(share * (1 - share) / rated + z * z / (4 * rated * rated))
    return (middle - reach) / (1 + z * z / rated), (middle + reach) / (1 + z * z / rated)


def kappa(pairs: Sequence[tuple[bool, bool]]) -> float:
    """Return how far two raters agree beyond chance (Cohen 1960), 1 is always, 0 as by chance."""
    seen = sum(one == other for one, other in pairs) / len(pairs)
    first, second = (sum(pair[side] for pair in pairs) / len(pairs) for side in (0, 1))
    by_chance = first * second + (1 - first) * (1 - second)
    return 1.0 if by_chance == 1 else (seen - by_chance) / (1 - by_chance)


def verdicts(path: Path) -> "Verdicts":
    """Return code → (kept, reason). Raises ValueError for a line that is none."""
    found: Verdicts = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        code, verdict, *reason = line.split("\t")
        if verdict.strip() not in ("keep", "reject"):
            raise ValueError(f"{path.name}, line {number}: {verdict!r} is neither keep nor reject")
        found[code.strip()] = (verdict.strip() == "keep", " ".join(reason).strip())
    return found


Verdicts = dict[str, tuple[bool, str]]
Keys = Sequence[dict[str, Any]]


def report(keys: Keys, raters: Sequence[Verdicts]) -> Iterator[str]:
    """Yield the lines of a report: proofs, shares of each rater by group and kind, agreement and what was rejected."""
    for number, said in enumerate(raters, 1):
        known = [key for key in keys if key["expected"] and key["code"] in said]
        yield f"rater {number}: {known_by(said, known)} verdicts that are known"
        for group in sorted({key["group"] for key in known}):
            yield f"    {group}: {known_by(said, [key for key in known if key['group'] == group])}"
    own = [key for key in keys if not key["expected"]]
    for name, part in parts(own):
        yield f"{name}: " + "; ".join(str(share(part, said)) for said in raters)
    if len(raters) == 2:
        yield agreement(own, raters[0], raters[1])
    yield from rejected(own, raters)


def known_by(said: Verdicts, keys: Keys) -> str:
    """Return how many of some known verdicts a rater gave as well."""
    return f"{sum(said[key['code']][0] == (key['expected'] == 'keep') for key in keys)} of {len(keys)}"


def agreement(keys: Keys, one: Verdicts, other: Verdicts) -> str:
    """Return in how many questions two raters agree."""
    both = [key["code"] for key in keys if key["code"] in one and key["code"] in other]
    pairs = [(one[code][0], other[code][0]) for code in both]
    return f"agreement: {sum(first == second for first, second in pairs)} of {len(pairs)}, kappa {kappa(pairs):.2f}"


def rejected(keys: Keys, raters: Sequence[Verdicts]) -> Iterator[str]:
    """Yield the questions that somebody rejected, with the reasons."""
    for key in keys:
        reasons = [said[key["code"]][1] for said in raters if not said.get(key["code"], (True, ""))[0]]
        if reasons:
            yield f"rejected by {len(reasons)}: {key['code']} {key['group']} {key['score']:.2f} {key['prompt']}"
            yield from (f"    {reason}" for reason in reasons)


def parts(keys: Keys) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield the parts of which a share is reported, each with its name."""
    yield "all", list(keys)
    for field in ("group", "kind"):
        for value in sorted({key[field] for key in keys}):
            yield f"{field} {value}", [key for key in keys if key[field] == value]
    yield "wh-questions", [key for key in keys if key["kind"] in ("short", "numeric", "choice")]
    yield "score 0.9 and more", [key for key in keys if key["score"] >= 0.9]
    for text in sorted({key["code"].rpartition("-")[0] for key in keys}):
        yield f"text {text}", [key for key in keys if key["code"].rpartition("-")[0] == text]


def share(keys: Iterable[dict[str, Any]], said: Verdicts) -> Share:
    """Return what a rater kept of some questions."""
    found = [said[key["code"]][0] for key in keys if key["code"] in said]
    return Share(sum(found), len(found))


@click.group()
def main() -> None:
    """Pack questions for blind rating and report the verdicts."""


@main.command()
@click.argument("store", type=click.Path(path_type=Path, exists=True))
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--top", default=15)
@click.option("--rest", default=15)
@click.option("--plant", default=10, help="Bad questions over all packets.")
def pack(store: Path, folder: Path, top: int, rest: int, plant: int) -> None:
    """Write the packets of all documents of a store."""
    with Store.open(store, readonly=True) as opened:
        documents = list(opened.documents())
        for place, document in enumerate(documents):
            questions = list(opened.questions(Filter(documents=(document.uid,))))
            share_ = plant * (place + 1) // len(documents) - plant * place // len(documents)
            found = items(document, questions, top, rest, share_)
            day = document.date.isoformat() if document.date else ""
            body = packet(document.title, document.text, found, day)
            write(folder, Path(document.key).stem, body, found)


@main.command()
@click.argument("groups", type=click.Path(path_type=Path, exists=True))
@click.argument("folder", type=click.Path(path_type=Path))
def prove(groups: Path, folder: Path) -> None:
    """Write a packet of questions whose verdicts are known."""
    read = [json.loads(line) for line in groups.read_text(encoding="utf-8").splitlines()]
    found = sorted(proofs(read), key=lambda pair: pair[1].code)
    asked = "\n\n".join(f"{one.code}\nText: {text}\n{one.shown}" for text, one in found)
    write(folder, "proof", f"{CRITERIA}\n\n# Questions\n\n{asked}\n", [one for _, one in found])


@main.command()
@click.argument("known", type=click.Path(path_type=Path, exists=True))
@click.argument("text", type=click.Path(path_type=Path, exists=True))
@click.argument("folder", type=click.Path(path_type=Path))
def scale(known: Path, text: Path, folder: Path) -> None:
    """Write the verdicts that raters are shown (reference.md), and a packet of those they are asked for."""
    with known.open(encoding="utf-8", newline="") as lines:
        shown_, asked = halves(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    said = "\n".join(f"{row['acceptable']} {row['flaw']} | Q: {row['question']} | A: {row['answer']}" for row in shown_)
    body, found = text.read_text(encoding="utf-8"), scaled(asked)
    write(folder, "scale", packet("scale", body, found), found)
    (folder / "reference.md").write_text(f"# Verdicts (1: acceptable)\n\n{body}\n\n{said}\n", encoding="utf-8")


@main.command("report")
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
@click.argument("raters", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
def report_(folder: Path, raters: tuple[Path, ...]) -> None:
    """Print what the raters said."""
    keys = [json.loads(line) for line in (folder / "key.jsonl").read_text(encoding="utf-8").splitlines()]
    for line in report(keys, [verdicts(path) for path in raters]):
        click.echo(line)


if __name__ == "__main__":
    main()
