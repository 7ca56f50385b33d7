"""spaCy's attribute ruler with a memory: which of its patterns fit a word alone depends on very little of the word.

It tries about 180 patterns at each word, a tenth of the time that parsing takes. Tag, dependency and the few words that
patterns name come back all the time, so that what fits them is looked up.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ATTRIBUTES = ("TAG", "LOWER", "DEP", "IS_SPACE")

Match = tuple[int, int, int, int]  # number of the pattern, its id, first token and the one behind the last
Key = tuple[int, int, int, int]


def remember(ruler: Any) -> None:
    """Let an attribute ruler remember what fits; it finds the same as before."""
    ruler.match = _Memory(ruler).match


class _Memory:
    def __init__(self, ruler: Any) -> None:
        self._find = ruler.match
        self._strings = ruler.vocab.strings
        self._others = type(ruler.matcher)(ruler.vocab, validate=False)
        self._named: set[int] = set()  # the words that patterns name
        self._plain: set[int] = set()  # numbers of the patterns that can be remembered
        self._known: dict[Key, list[tuple[int, int]]] = {}
        for number, pattern in enumerate(ruler.patterns):
            self._sort(number, pattern["patterns"])

    def _sort(self, number: int, patterns: list[list[dict[str, Any]]]) -> None:
        if all(len(tokens) == 1 and _is_plain(tokens[0]) for tokens in patterns):
            self._plain.add(number)
            self._named.update(self._strings.add(word) for tokens in patterns for word in _words(tokens[0]))
        else:
            self._others.add(str(number), patterns)

    def match(self, doc: "Doc") -> list[Match]:
        """Return the matches of all patterns, later patterns last."""
        rows: Any = doc.to_array(list(_ATTRIBUTES))
        keys = [(tag, word if word in self._named else 0, dep, space) for tag, word, dep, space in rows.tolist()]
        if not self._known.keys() >= set(keys):
            return self._learnt(doc, keys)
        matches = [(n, uid, i, i + 1) for i, key in enumerate(keys) for n, uid in self._known[key]]
        found = self._others(doc, allow_missing=True, as_spans=False)
        return sorted([*matches, *((int(self._strings[uid]), uid, start, end) for uid, start, end in found)])

    def _learnt(self, doc: "Doc", keys: list[Key]) -> list[Match]:
        """Return the matches as spaCy finds them, and remember them by word."""
        matches: list[Match] = self._find(doc)
        fit: dict[int, list[tuple[int, int]]] = {}
        for number, uid, start, _ in matches:
            if number in self._plain:
                fit.setdefault(start, []).append((number, uid))
        self._known.update((key, fit.get(place, [])) for place, key in enumerate(keys))
        return matches


def _is_plain(token: dict[str, Any]) -> bool:
    """Return whether a pattern looks at nothing but what is remembered by, and names its words."""
    word = token.get("LOWER", "")
    return token.keys() <= set(_ATTRIBUTES) and (isinstance(word, str) or word.keys() == {"IN"})


def _words(token: dict[str, Any]) -> Iterator[str]:
    word = token.get("LOWER", ())
    yield from [word] if isinstance(word, str) else word["IN"] if word else ()
