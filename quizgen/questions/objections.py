"""Which objections to an ask forbid it, and which only weigh in its score: many teachers keep such questions."""

from collections.abc import Iterable

# Of what these object to, raters kept less than two in five, or the form is at fault; of the others they kept
# half and more, which the score sorts.
FORBIDDING = frozenset(
    f"refused-{name}"
    for name in (
        "bearer behind elsewhere grammar imprecise light number own plain pointing repeated torn version".split()
    )
)


def forbids(code: str) -> bool:
    """Return whether a code of a refusal forbids an ask."""
    return code in FORBIDDING


def strictest(codes: Iterable[str]) -> str:
    """Return the first code that forbids an ask, else the first that weighs, "" where there is none."""
    found = [code for code in codes if code]
    return next((code for code in found if forbids(code)), found[0] if found else "")


def signs(codes: Iterable[str]) -> dict[str, float]:
    """Return the features of what is said against an ask and does not forbid it."""
    found = {f"objection {code.removeprefix('refused-')}": 1.0 for code in codes if code}
    return {"objection": 1.0, **found} if found else {}
