"""Where a question was cut out of its sentence: what it jumps over, moves, leaves behind, and what was put in for what.

Each seam is a place where the sentence may have been misread; none of them is a fault by itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

_TOKEN = re.compile(r"[\w’'$£€%°-]+(?:[.,]\d+)*|[^\w\s]")
_PUT_IN = re.compile(r" \[(?P<meant>[^\]]*)\]")
_PRONOUN = r"(?:he|she|him|his|hers?|they|them|theirs?|its?)"
_POINTER = r"(?:the|this|that|these|those)"
_SAID = re.compile(  # what stands before a bracket: a pronoun, a definite, a name or one word
    rf"\b(?:{_PRONOUN}|{_POINTER}(?: (?!{_POINTER} |{_PRONOUN}$)[\w’'-]+){{1,4}}"
    r"|(?-i:[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)*)|[\w’'-]+)$",
    re.IGNORECASE,
)
_KINDS = {
    **dict.fromkeys(("he", "she", "him", "his", "her", "hers"), "person"),
    **dict.fromkeys(("they", "them", "their", "theirs"), "they"),
    **dict.fromkeys(("it", "its"), "it"),
}
_POINTING = ("the ", "this ", "that ", "these ", "those ")
_ADDED = re.compile(r"(?:\d|(?:of|in|at|on|to|from|by) )")
_PREPOSITIONS = frozenset(
    "about across after against along around as at before behind between by during for from in into like near of off on"
    " onto over since through throughout to towards under until upon with within without".split()
)
_RELATIVES = frozenset("that where which who whom whose".split())
_LINKS = _PREPOSITIONS | _RELATIVES
_LINKS |= frozenset("a an and are be been but did do does had has have is or the was were".split())
_OPENING, _CLOSING = frozenset(",(–—:;"), frozenset(",)–—:;")
_CLAUSE = _RELATIVES | {"and", "or", "when"}


@dataclass(frozen=True, slots=True)
class Run:
    """Words ``start`` to ``end`` of a text that stand in the sentence from ``place`` on."""

    start: int
    end: int
    place: int

    @property
    def after(self) -> int:
        """Return the place right behind the run in the sentence."""
        return self.place + self.end - self.start


def signs(stem: str, answer: str, sentence: str, resolved: str) -> dict[str, float]:
    """Return features of the seams between a question and its sentence, each 0..1 or a little more.

    ``resolved`` is the sentence with what was put in for references in brackets, "" if nothing was.
    """
    said, put_in = _meant(resolved or sentence)
    words = tokens(said)
    runs = runs_of(tokens(stem.rstrip("?")), words)
    key = {place for run in runs_of(tokens(answer), words) for place in range(run.place, run.after)}
    found = dict(put_in)
    used = sorted({place for run in runs for place in range(run.place, run.after)} | key)
    for one, other in pairwise(runs):
        if other.place < one.place:
            _moved(tokens(stem)[one.start : one.end], found)
    for before, after in pairwise(used):
        _left_out(words[before + 1 : after], found)
    _borders(used, key, words, found)
    return {name: value for name, value in found.items() if value}


def tokens(text: str) -> tuple[str, ...]:
    """Return the words and signs of a text in lower case."""
    return tuple(_TOKEN.findall(text.lower()))


def runs_of(text: Sequence[str], sentence: Sequence[str]) -> list[Run]:
    """Return the longest runs of a text that stand in a sentence, from left to right; near ones before far ones."""
    runs: list[Run] = []
    at, last = 0, 0
    while at < len(text):
        best = max(_matches(text, at, sentence), key=lambda run: (run.end, -abs(run.place - last)), default=None)
        if best is None or (best.end == at + 1 and best.place != last and text[at] in _LINKS):
            at += 1
            continue
        runs.append(best)
        at, last = best.end, best.after
    return runs


def _matches(text: Sequence[str], at: int, sentence: Sequence[str]) -> Iterator[Run]:
    for place, word in enumerate(sentence):
        if word == text[at]:
            end = at
            while end < len(text) and place + end - at < len(sentence) and text[end] == sentence[place + end - at]:
                end += 1
            yield Run(at, end, place)


@lru_cache(maxsize=512)
def _meant(resolved: str) -> tuple[str, dict[str, float]]:
    """Return a sentence with what references mean in their place, and how often which kind of them was replaced."""
    kinds: dict[str, float] = {}
    text, end = "", 0
    for match in _PUT_IN.finditer(resolved):
        text += resolved[end : match.start()]
        end = match.end()
        said = _SAID.search(text)
        kind = _kind(said[0] if said else "", match["meant"])
        kinds[f"put in for {kind}"] = min(2.0, kinds.get(f"put in for {kind}", 0.0) + 0.5)
        kinds["words put in"] = max(kinds.get("words put in", 0.0), len(match["meant"].split()) / 5)
        text = f"{text} " if said is None or kind == "nothing" else text[: said.start()]
        text += match["meant"]
    return text + resolved[end:], kinds


def _kind(said: str, meant: str) -> str:
    """Return what a reference is: person, it, they, a definite, a name, or "nothing" where words were added."""
    low = said.lower()
    if low in _KINDS:
        return _KINDS[low]
    if _ADDED.match(meant):
        return "nothing"
    if low.startswith(_POINTING):
        return "a definite"
    return "a name" if said[:1].isupper() else "nothing"


def _moved(before: Sequence[str], found: dict[str, float]) -> None:
    """Add that what stood earlier in the sentence follows ``before`` in the stem."""
    found["moved"] = found.get("moved", 0.0) + 0.5
    if _CLAUSE.intersection(before):
        found["moved behind a clause"] = 1.0


def _left_out(gap: Sequence[str], found: dict[str, float]) -> None:
    """Add that words between what is used are not used; one word says nothing, a verb changes its form."""
    lost = sum(word[0].isalnum() for word in gap)
    if lost and gap[0] in _OPENING and gap[-1] in _CLOSING:
        found["aside left out"] = found.get("aside left out", 0.0) + 0.5
    elif lost > 1:
        found["words left out"] = found.get("words left out", 0.0) + min(10, lost) / 5


def _borders(used: Sequence[int], key: set[int], words: Sequence[str], found: dict[str, float]) -> None:
    """Add what stands before and behind the part of a sentence that a question uses, and behind its answer."""
    if used:
        found["words ahead"] = min(20, used[0]) / 20
        found["words behind"] = min(20, len(words) - 1 - used[-1]) / 20
        found[f"goes on with {_class(words, used[-1] + 1)}"] = 1.0
    if key:
        found["answer first"] = float(min(key) == 0)
        found["answer deep"] = min(30, min(key)) / 30
        found[f"answer before {_class(words, max(key) + 1)}"] = 1.0
        found["answer torn"] = float(max(key) - min(key) + 1 != len(key))


def _class(words: Sequence[str], place: int) -> str:
    """Return what sort of word or sign stands at a place of a sentence."""
    word = words[place] if place < len(words) else "."
    if word == ",":
        return "a comma and which" if words[place + 1 : place + 2] and words[place + 1] in _RELATIVES else "a comma"
    if word in ("and", "or"):
        return "and"
    if word in _PREPOSITIONS:
        return "a preposition"
    if word in _RELATIVES:
        return "which"
    if word == "(":
        return "a bracket"
    return "a word" if word.isalnum() else "a stop"
