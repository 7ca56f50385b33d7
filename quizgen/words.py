"""The word lists under ``resources/words``: one set of words a file, ``#`` begins a comment line."""

from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of the list ``name``, such as ``english``, in lower case."""
    text = (files("quizgen") / "resources" / "words" / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
