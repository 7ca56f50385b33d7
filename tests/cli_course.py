"""What a command leaves behind; the fixtures that use it stand in conftest.py."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

SEEDS = Path(__file__).parents[1] / "seeds"


class Result(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The JSON lines of the output."""
        return [json.loads(line) for line in self.out.splitlines()]


Invoke = Callable[..., Result]
