"""An order of options that tells nothing and stays the same."""

from collections.abc import Iterable

from quizgen import ids


def shuffled(seed: str, texts: Iterable[str]) -> list[str]:
    """Return texts ordered by hash, and never in the order in which they came."""
    given = list(texts)
    order = sorted(given, key=lambda text: ids.digest(f"{seed} {text}"))
    return order[1:] + order[:1] if order == given else order
