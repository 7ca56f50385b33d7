"""Which countries can stand in one story: an option from another part of the world gives the answer away."""

from functools import cache

from quizgen import lists


def far(text: str, key: str) -> bool:
    """Tell whether two countries are known to lie in different parts of the world."""
    return _apart("regions", text, key)


def is_stranger(text: str, key: str) -> bool:
    """Tell whether two countries are known not to lie near one another: Norway and Greece."""
    return _apart("neighbours", text, key)


def _apart(table: str, text: str, key: str) -> bool:
    theirs, mine = (_groups(table).get(lists.canonical(name), frozenset()) for name in (text, key))
    return bool(theirs and mine) and not theirs & mine


def is_past(text: str, key: str) -> bool:
    """Tell whether a country is no state of today, England or the Soviet Union, while the key is one."""
    past = {lists.canonical(name) for name in lists.load()["countries"].rare}
    return lists.canonical(text) in past and lists.canonical(key) not in past


def overlap(text: str, key: str) -> bool:
    """Tell whether one country is a part of another or came before it, so that both may be right."""
    theirs, mine = lists.canonical(text), lists.canonical(key)
    return any(theirs in group and mine in group for group in _NESTED)


_NESTED = (
    frozenset({"united kingdom", "england", "scotland", "wales", "northern ireland", "british empire"}),
    frozenset({"russia", "soviet union", "russian empire"}),
    frozenset({"germany", "prussia", "west germany", "east germany"}),
    frozenset({"turkey", "ottoman empire"}),
    frozenset({"austria", "austria-hungary"}),
    frozenset({"iran", "persia"}),
)


@cache
def _groups(table: str) -> dict[str, frozenset[str]]:
    """Return the groups of a table that each country belongs to, by its name in normal form."""
    found: dict[str, frozenset[str]] = {}
    for group, countries in lists.read(table).items():
        for country in countries.replace("\n", "").split("|"):
            name = lists.canonical(country)
            found[name] = found.get(name, frozenset()) | {group}
    return found
