"""Questions for a plain subject, object or place, which are the better the more they say of which deed is meant."""

import re

_PLAIN = frozenset("subject object place bound adjunct reason purpose condition meaning".split())
_NAME = re.compile(r"\b[A-Z]\w+")
_LONG, _NAMED = 14, 2  # words and names beyond which more of them tell nothing
_TEN = 10


def signs(template: str, prompt: str) -> dict[str, float]:
    """Return the features of a question without label: that it is a plain one, its words in tens, its names in twos.

    A date, an amount or a term is asked for what it is. "What covered houses?" may be asked of any text.
    """
    if template not in _PLAIN:
        return {}
    words, names = len(prompt.split()), len(_NAME.findall(prompt[1:]))
    return {"plain": 1.0, "plain, words": min(_LONG, words) / _TEN, "plain, names": min(_NAMED, names) / _NAMED}
