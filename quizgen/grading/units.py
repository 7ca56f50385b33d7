"""Units of measure by dimension, so that 5 kg and 5000 g are one amount."""

import re
from dataclasses import dataclass
from functools import cache

Dimension = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """``value * factor + offset`` is the amount in base units of ``dimension``."""

    dimension: Dimension
    factor: float = 1.0
    offset: float = 0.0


_LONG = {
    "quetta": 1e30, "yotta": 1e24, "zetta": 1e21, "exa": 1e18, "peta": 1e15, "tera": 1e12, "giga": 1e9, "mega": 1e6,
    "kilo": 1e3, "hecto": 1e2, "deca": 1e1, "deci": 1e-1, "centi": 1e-2, "milli": 1e-3, "micro": 1e-6, "nano": 1e-9,
    "pico": 1e-12, "femto": 1e-15,
}  # fmt: skip
_SHORT = {
    "E": 1e18, "P": 1e15, "T": 1e12, "G": 1e9, "M": 1e6, "k": 1e3, "h": 1e2, "d": 1e-1, "c": 1e-2, "m": 1e-3,
    "μ": 1e-6, "u": 1e-6, "n": 1e-9, "p": 1e-12, "f": 1e-15,
}  # fmt: skip
# Units that take prefixes: words | symbols | factor | dimension.
_SCALED = """
metre meter | m | 1 | L
gram gramme | g | 1e-3 | M
second | s | 1 | T
litre liter | l L | 1e-3 | L3
ampere amp | A | 1 | I
kelvin | K | 1 | K
mole | mol | 1 | N
hertz | Hz | 1 | T-1
newton | N | 1 | M L T-2
pascal | Pa | 1 | M L-1 T-2
joule | J | 1 | M L2 T-2
watt | W | 1 | M L2 T-3
volt | V | 1 | M L2 T-3 I-1
ohm | Ω | 1 | M L2 T-3 I-2
coulomb | C | 1 | T I
farad | F | 1 | M-1 L-2 T4 I2
tesla | T | 1 | M T-2 I-1
electronvolt | eV | 1.602176634e-19 | M L2 T-2
calorie | cal | 4.184 | M L2 T-2
watthour | Wh | 3600 | M L2 T-2
parsec | pc | 3.0856775814913673e16 | L
bar | bar | 1e5 | M L-1 T-2
byte | B | 8 | bit
bit | b bit | 1 | bit
bitpersecond | bps | 1 | bit T-1
becquerel | Bq | 1 | T-1
sievert | Sv | 1 | L2 T-2
tonne | t | 1e3 | M
year | yr | 31557600 | T
"""
# Units without prefixes.
_PLAIN = """
tonne ton metricton metrictonne | t | 1e3 | M
minute min | min | 60 | T
hour hr | h hr | 3600 | T
sec | sec | 1 | T
day | d | 86400 | T
week wk | wk | 604800 | T
fortnight | | 1209600 | T
month | | 2629800 | T
year yr | y yr | 31557600 | T
decade | | 315576000 | T
century | | 3155760000 | T
millennium | | 31557600000 | T
megayear | Ma Myr mya Mya | 31557600e6 | T
gigayear | Ga Gyr bya Gya | 31557600e9 | T
kiloyear | ka kyr kya | 31557600e3 | T
inch | in | 0.0254 | L
foot ft | ft | 0.3048 | L
yard yd | yd | 0.9144 | L
mile mi | mi | 1609.344 | L
nauticalmile | nmi NM | 1852 | L
lightyear | ly | 9.4607304725808e15 | L
astronomicalunit | AU au | 149597870700 | L
micron | | 1e-6 | L
angstrom | Å | 1e-10 | L
hectare | ha | 1e4 | L2
acre | ac | 4046.8564224 | L2
gallon gal | gal | 3.785411784e-3 | L3
tablespoon tbsp | tbsp | 1.478676e-5 | L3
teaspoon tsp | tsp | 4.92892e-6 | L3
barrel bbl | bbl | 0.158987 | L3
pint | pt | 4.73176473e-4 | L3
quart | qt | 9.46352946e-4 | L3
pound lb | lb lbs | 0.45359237 | M
kilo | | 1 | M
ounce oz | oz | 0.028349523125 | M
stone | st | 6.35029318 | M
mph | mph | 0.44704 | L T-1
kph kmh | kph kmh kmph | 0.2777777777777778 | L T-1
knot kn | kn kt kts | 0.5144444444444445 | L T-1
horsepower | hp | 745.6998715822702 | M L2 T-3
atmosphere atm | atm | 101325 | M L-1 T-2
mmhg | mmHg | 133.322387415 | M L-1 T-2
psi | psi | 6894.757293168 | M L-1 T-2
degree deg | ° | 1 | angle
radian | rad | 57.29577951308232 | angle
degreenorth | °N | 1 | north
degreesouth | °S | -1 | north
degreeeast | °E | 1 | east
degreewest | °W | -1 | east
decibel | dB db | 1 | dB
btu | BTU Btu | 1055.06 | M L2 T-2
mps | mps | 1 | L T-1
mpg | mpg | 425143.70743027696 | L-2
mcg | mcg | 1e-9 | M
beat | | 1 | beat
bpm | bpm | 0.016666666666666666 | beat T-1
revolution | rev | 1 | revolution
rpm | rpm | 0.016666666666666666 | revolution T-1
molar | M | 1e3 | N L-3
millimolar | mM | 1 | N L-3
percent pct percentage | % | 1 | percent
percentagepoint | | 1 | percent
dollar usd buck | $ USD US$ | 1 | $
cent | | 0.01 | $
penny pence | p | 0.01 | £
euro eur | € EUR | 1 | €
pound gbp quid | £ GBP | 1 | £
yen jpy | ¥ JPY | 1 | ¥
yuan renminbi rmb cny | CNY RMB | 1 | yuan
rupee inr | ₹ INR | 1 | ₹
franc chf | CHF | 1 | franc
rouble ruble rub | RUB | 1 | rouble
australiandollar | A$ AUD | 1 | A$
canadiandollar | C$ CAD | 1 | C$
usdollar americandollar | | 1 | $
poundsterling britishpound | | 1 | £
"""
_TEMPERATURES = {
    "celsius degreecelsius degreec degc centigrade degreecentigrade °c c": Unit((("K", 1),), 1, 273.15),
    "fahrenheit degreefahrenheit degreef degf °f f": Unit((("K", 1),), 5 / 9, 273.15 - 32 * 5 / 9),
    "degreekelvin °k": Unit((("K", 1),)),
}
_PLURALS = {"feet": "foot", "inches": "inch", "centuries": "century", "millennia": "millennium"}
_POWER = re.compile(r"(square(?=\s)|sq\.?|cubic(?=\s)|cu\.?(?=\s))\s*(.+)|(.+?)\s+(squared|cubed)")
_SYMBOL_POWER = re.compile(r"([^\d^]*?[^\d^\s])(?:\s*\^)?(-?[1-3])")


def units(text: str) -> frozenset[Unit]:
    """Return what ``text`` can mean as a unit ("km/h", "metres per second squared"); empty if it is none.

    Symbols keep their case, so MW is not mW; a symbol that is unknown as typed is tried without case.
    """
    top, *below = re.split(r"\s*/\s*|\s+per\s+|\s+an?\s+(?=hour|second|minute|day|year)", text.strip())
    if len(below) > 2:
        return frozenset()
    found = _product(top)
    for part in below:
        found = frozenset(_times(a, b, -1) for a in found for b in _product(part) if not a.offset and not b.offset)
    return found


def _product(text: str) -> frozenset[Unit]:
    """Return the meanings of one factor, or of several symbols joined by a dot or a space."""
    whole = _factor(text)
    if whole:
        return whole
    parts = re.split(r"\s*[·⋅*]\s*|\s+|-(?=[a-z])", text)
    if not 1 < len(parts) <= 3:
        return frozenset()
    found = _factor(parts[0])
    for part in parts[1:]:
        found = frozenset(_times(a, b, 1) for a in found for b in _factor(part) if not a.offset and not b.offset)
    return found


def _factor(text: str) -> frozenset[Unit]:
    found = _named(text)
    if found:
        return found
    worded = _POWER.fullmatch(text.casefold())
    if worded:
        name = worded[2] or worded[3]
        power = 2 if (worded[1] or worded[4])[:2] == "sq" else 3
        return frozenset(_power(unit, power) for unit in _named(name) if not unit.offset)
    raised = _SYMBOL_POWER.fullmatch(text)
    if raised:
        return frozenset(_power(unit, int(raised[2])) for unit in _named(raised[1]) if not unit.offset) | _run_together(
            raised[1], int(raised[2])
        )
    return frozenset()


def _run_together(symbols: str, power: int) -> frozenset[Unit]:
    """Return the meaning of the symbols of ``ms-2``, where the power is that of the second one."""
    if power > 0 or not symbols.endswith("s"):
        return frozenset()
    second = Unit(_dimension(["T"]))
    return frozenset(_times(unit, _power(second, power), 1) for unit in _named(symbols[:-1]) if not unit.offset)


def _named(text: str) -> frozenset[Unit]:
    name = re.sub(r"[\s-]+|\.$", "", text)
    symbols, words = _tables()
    if name in symbols:
        return symbols[name] | words.get(name, frozenset())
    name = name.casefold()
    name = re.sub(r"^degrees(?=.)", "degree", name)
    singular = _PLURALS.get(name) or (name[:-1] if name.endswith("s") and len(name) > 2 else name)
    return words.get(name) or words.get(singular) or _any_case().get(name) or _any_case().get(singular, frozenset())


def _times(one: Unit, other: Unit, sign: int) -> Unit:
    exponents = dict(one.dimension)
    for base, exponent in other.dimension:
        exponents[base] = exponents.get(base, 0) + sign * exponent
    kept = tuple(sorted((base, exponent) for base, exponent in exponents.items() if exponent))
    return Unit(kept, one.factor * other.factor**sign)


def _power(unit: Unit, power: int) -> Unit:
    kept = tuple((base, exponent * power) for base, exponent in unit.dimension)
    return Unit(kept, unit.factor**power)


@cache
def _any_case() -> dict[str, frozenset[Unit]]:
    found: dict[str, frozenset[Unit]] = {}
    for symbol, meanings in _tables()[0].items():
        found[symbol.casefold()] = found.get(symbol.casefold(), frozenset()) | meanings
    return found


@cache
def _tables() -> tuple[dict[str, frozenset[Unit]], dict[str, frozenset[Unit]]]:
    symbols: dict[str, frozenset[Unit]] = {}
    words: dict[str, frozenset[Unit]] = {}

    def put(table: dict[str, frozenset[Unit]], name: str, unit: Unit) -> None:
        table[name] = table.get(name, frozenset()) | {unit}

    for names, signs, unit in _rows(_SCALED):
        for prefix, power in {"": 1.0, **_LONG}.items():
            for name in names:
                put(words, prefix + name, Unit(unit.dimension, unit.factor * power))
        for prefix, power in {"": 1.0, **_SHORT}.items():
            for sign in signs:
                put(symbols, prefix + sign, Unit(unit.dimension, unit.factor * power))
    for names, signs, unit in _rows(_PLAIN):
        for name in names:
            words[name] = words.get(name, frozenset()) | {unit}
        for sign in signs:
            symbols[sign] = frozenset({unit})
    for many, unit in _TEMPERATURES.items():
        for name in many.split():
            put(words, name, unit)
            put(symbols, name.upper(), unit)
    return symbols, words


def _rows(table: str) -> list[tuple[list[str], list[str], Unit]]:
    rows = []
    for line in table.strip().splitlines():
        names, signs, factor, dimension = (cell.split() for cell in line.split("|"))
        rows.append((names, signs, Unit(_dimension(dimension), float(factor[0]))))
    return rows


def _dimension(parts: list[str]) -> Dimension:
    split = [re.fullmatch(r"(.+?)(-?\d+)?", part) for part in parts]
    return tuple(sorted((match[1], int(match[2] or 1)) for match in split if match))
