"""Chemical formulas, in which a capital or a charge makes another substance: CO is not Co, Na+ is not Na."""

import re
from collections.abc import Iterator

from quizgen.grading import words
from quizgen.grading.wordlist import wordset

_ELEMENTS = wordset(
    "H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr "
    "Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir "
    "Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh "
    "Fl Mc Lv Ts Og "
)
_FORMULA = re.compile(r"((?:[A-Z][a-z]?[0-9]*){1,12}?)(?:\s?\^?([0-9]*)([+-]+)|(?:\^([+-])|(\+))([0-9]))?")
_ATOM = re.compile(r"([A-Z][a-z]?)([0-9]*)")

Reading = tuple[tuple[tuple[str, str], ...], int]


def differ(one: str, other: str) -> bool:
    """Tell whether both texts are chemical formulas, and different ones."""
    first, second = readings(one), readings(other)
    return bool(first and second and not first & second)


def same_ion(one: str, other: str) -> bool:
    """Tell whether both texts are one ion, however its charge is written: SO4^2- and SO42-."""
    return any(charge for _, charge in readings(one) & readings(other))


def readings(text: str) -> frozenset[Reading]:
    """Return what a text can mean as a formula: its atoms with their numbers, and its charge."""
    return frozenset(_readings(words.plain(text).strip()))


def _readings(text: str) -> Iterator[Reading]:
    match = _FORMULA.fullmatch(text)
    atoms = _ATOM.findall(match[1]) if match else []
    if not match or not all(element in _ELEMENTS for element, _ in atoms):
        return
    sign = match[3] or match[4] or match[5] or ""
    size = match[2] or match[6] or ""
    charge = (int(size) if size else len(sign)) * (-1 if sign.startswith("-") else 1) if sign else 0
    yield tuple(atoms), charge
    element, count = atoms[-1]
    joined = count + (match[2] or "")
    if match[3] and joined and "^" not in text:
        # The charge is typed behind the atoms and their number: Ca2+, and SO42- is SO4 with two charges.
        yield (*atoms[:-1], (element, joined[:-1])), int(joined[-1]) * (-1 if sign.startswith("-") else 1)
