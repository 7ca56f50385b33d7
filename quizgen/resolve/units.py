"""Units of measure and of money: their names, their symbols and how they convert."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from quizgen import lists

_TEMPERATURES = {"°C": (1.0, 273.15), "°F": (5 / 9, 459.67 * 5 / 9), "K": (1.0, 0.0)}
_PER = re.compile(r" per | an? (?=hour|second|minute|day|year)|/")
_SHORT_TIME = {"s": "second", "h": "hour", "hr": "hour", "min": "minute", "d": "day", "yr": "year", "y": "year"}
_TIME_SYMBOLS = {"second": "s", "hour": "h", "minute": "min"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit with its symbol; ``factor`` leads to the base unit of its dimension."""

    symbol: str
    dimension: str
    factor: float


@cache
def _table() -> Mapping[str, Any]:
    return lists.read("units")


@cache
def names() -> Mapping[str, Unit]:
    """Return every spelling of every unit: symbols and singular names as they are, plurals with -s."""
    found: dict[str, Unit] = {}
    for symbol, (dimension, factor, *others) in _table()["units"].items():
        unit = Unit(symbol=symbol, dimension=dimension, factor=factor)
        for name in (symbol, *others):
            found[name] = unit
            if len(name) > 2 and name[-1].islower() and not name.endswith("s"):
                found[f"{name}s"] = unit
    return found


@cache
def currencies() -> Mapping[str, str]:
    """Return every sign and name of money → ISO 4217 code."""
    money = _table()["money"]
    spelled = {name: code for code, several in money["names"].items() for name in several}
    plurals = {f"{name}s": code for name, code in spelled.items() if name[-1] not in "snD"}
    return {**money["signs"], **spelled, **plurals}


def signs() -> tuple[str, ...]:
    """Return the signs of money that stand before a number, longest first."""
    return tuple(sorted(_table()["money"]["signs"], key=len, reverse=True))


@cache
def find(name: str) -> Unit | None:
    """Return the unit that a text names: "miles", "km/h", "kilometers per second"; None if it names none."""
    plain = names().get(name) or names().get(name.casefold())
    if plain:
        return plain
    top, *bottom = _PER.split(name)
    if len(bottom) != 1:
        return None
    upper, lower = find(top), find(_SHORT_TIME.get(bottom[0], bottom[0]))
    return _ratio(upper, lower) if upper and lower else None


def _ratio(upper: Unit, lower: Unit) -> Unit:
    below = _TIME_SYMBOLS.get(lower.symbol, lower.symbol)
    above = _TIME_SYMBOLS.get(upper.symbol, upper.symbol)
    dimension = f"{upper.dimension}/{lower.dimension}".replace("length/duration", "speed")
    return Unit(symbol=f"{above}/{below}", dimension=dimension, factor=upper.factor / lower.factor)


def to_base(number: float, unit: Unit) -> float:
    """Return a measure in the base unit of its dimension (kelvin for temperatures)."""
    if unit.symbol in _TEMPERATURES:
        scale, zero = _TEMPERATURES[unit.symbol]
        return number * scale + zero
    return number * unit.factor
