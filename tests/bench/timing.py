"""Times commands in turn, since the load of a machine changes while one measures."""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]


def medians(commands: Mapping[str, Sequence[str]], *, repeats: int, cwd: Path = ROOT) -> dict[str, float]:
    """Return the median seconds of each command; they take turns, and a first round warms the caches."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(repeats + 1):
        for name, command in commands.items():
            took = timed(command, cwd=cwd)
            if turn:
                seconds[name].append(took)
    return {name: statistics.median(values) for name, values in seconds.items()}


def timed(command: Sequence[str], *, cwd: Path = ROOT) -> float:
    """Run a command to its end and return the seconds it took; raises CalledProcessError."""
    begin = time.perf_counter()
    subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL, env=environment())
    return time.perf_counter() - begin


def environment() -> dict[str, str]:
    """Return the environment for a child: without a store of the caller's, with this repository importable."""
    kept = {name: value for name, value in os.environ.items() if name != "QUIZGEN_DB"}
    return kept | {"PYTHONPATH": str(ROOT)}


def python(*arguments: str) -> list[str]:
    """Return the command that runs this interpreter with the given arguments."""
    return [sys.executable, *arguments]


def peak_megabytes() -> float:
    """Return the most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def verdict(name: str, value: float, target: float, *, above: bool = False) -> bool:
    """Print a ratio beside its target and say whether it is met."""
    good = value >= target if above else value <= target
    print(f"{name}: {value:.2f} (target {'at least' if above else 'at most'} {target:g}) {'ok' if good else 'MISSED'}")
    return good
