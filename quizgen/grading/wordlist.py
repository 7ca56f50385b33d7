"""Word lists written as running text."""


def listed(text: str) -> list[str]:
    """Return the words of a list written with spaces between them."""
    return text.split()


def wordset(text: str) -> frozenset[str]:
    """Return the words of a list as a set."""
    return frozenset(listed(text))


def phrases(text: str) -> frozenset[str]:
    """Return the entries of a list written with commas between them."""
    return frozenset(entry.strip() for entry in text.split(","))
