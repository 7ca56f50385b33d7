"""Every reason code that a drop or a flaw can carry, collected from the modules that give them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from importlib import import_module

MODULES = ("cleaning.codes", "extract", "questions", "flaws", "rank", "habits", "stats.items")


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A reason code: ``error`` makes a thing unusable, ``warning`` doubtful, ``info`` only says why it was left out."""

    code: str
    severity: str
    meaning: str
    module: str


def all_codes() -> list[Code]:
    """Return the codes of all modules, by module and code."""
    return [code for module in MODULES for code in sorted(_codes(module), key=lambda code: code.code)]


def meanings(wanted: Collection[str]) -> dict[str, str]:
    """Return what codes mean; modules behind those that know them all are not loaded."""
    found: dict[str, str] = {}
    for module in MODULES:
        if found.keys() >= set(wanted):
            break
        found |= {code.code: code.meaning for code in _codes(module)}
    return found


def _codes(module: str) -> Iterator[Code]:
    for code, entry in import_module(f"quizgen.{module}").CODES.items():
        severity, meaning = ("info", entry) if isinstance(entry, str) else entry
        yield Code(code=code, severity=severity, meaning=meaning, module=module.split(".")[0])
