"""How long ``quizgen --help`` takes beside an interpreter that imports click alone."""

import sys

from tests.bench.timing import medians, python, verdict


def main() -> int:
    """Print both times and their ratio; 1 where the target is missed."""
    commands = {"quizgen": python("-m", "quizgen", "--help"), "click": python("-c", "import click")}
    took = medians(commands, repeats=15)
    for name, seconds in took.items():
        print(f"{name}: {seconds * 1000:.0f} ms")
    return 0 if verdict("quizgen --help / import click", took["quizgen"] / took["click"], 4) else 1


if __name__ == "__main__":
    sys.exit(main())
