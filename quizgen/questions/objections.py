"""Which objections to an ask forbid it, and which only weigh in its score: many teachers keep such questions."""

from collections.abc import Iterable

WEIGHED = frozenset(
    f"refused-{name}"
    for name in (
        "adrift answer anybody bare compared description done hero instance moment office part predicate shared"
        " told whither"
    ).split()
)


def strictest(codes: Iterable[str]) -> str:
    """Return the first code that forbids an ask, else the first that weighs, "" where there is none."""
    found = [code for code in codes if code]
    return next((code for code in found if code not in WEIGHED), found[0] if found else "")


def signs(codes: Iterable[str]) -> dict[str, float]:
    """Return the features of what is said against an ask and does not forbid it."""
    return {f"objection {code.removeprefix('refused-')}": 1.0 for code in codes if code}
