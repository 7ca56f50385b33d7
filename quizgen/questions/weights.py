"""The weights of a question's features, learned from blind ratings by scripts/train_score.py."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp

FILE = "score.toml"


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic model: ``bias`` and the weight of each feature."""

    bias: float
    of: Mapping[str, float]

    def probability(self, features: Mapping[str, float]) -> float:
        """Return how likely a teacher keeps a question with these features, 0..1."""
        return 1 / (1 + exp(-self.bias - sum(self.of.get(name, 0.0) * value for name, value in features.items())))


@cache
def load() -> Weights:
    """Return the weights that come with the program."""
    raw = tomllib.loads((resources.files("quizgen") / "resources" / FILE).read_text(encoding="utf-8"))
    return Weights(bias=raw["bias"], of=raw["weights"])
