"""Which slips of the finger are forgiven."""

import re

from quizgen.grading import lookalikes
from quizgen.grading.spellings import spelling
from quizgen.grading.verdict import Verdict
from quizgen.grading.words import Form, exact, letters

# Parts that make another word of the same length of typing: hypothermia and hyperthermia, nitrate and nitrite.
_PREFIXES = [
    set(group.split())
    for group in (
        "hypo hyper",
        "inter intra intro",
        "endo exo ecto meso",
        "macro micro mega meso nano",
        "pre post pro re",
        "mono di bi tri tetra penta hexa poly uni oligo multi",
        "homo hetero",
        "iso aniso",
        "pro eu",
        "ante anti",
        "under over super sub",
        "ortho para meta",
        "con di",
        "em im",
        "e i",
        "a e",
        "ad ab",
        "ex im in",
        "north south east west",
        "up down",
    )
]
_NEGATIONS = ("un", "in", "im", "ir", "il", "non", "dis", "a", "an", "anti", "de", "sub", "semi", "pseudo", "counter",
              "bi", "di", "tri", "mono", "poly", "multi", "hypo", "hyper", "inter", "intra", "pre", "post", "re", "ex",
              "over", "under", "super", "ultra", "micro", "macro", "co", "para", "peri", "hydro")  # fmt: skip
_SUFFIXES = [
    set(group.split())
    for group in (
        "ate ite ide ic ous",
        "ane ene yne ol one al",
        "ase ose",
        "ism ist",
        "ectomy otomy ostomy",
        "itis osis",
        "er ee",
        "ward wards",
        "ia ium ic ial ian",
        "phobia philia",
    )
]
# Small words in names, which nobody remembers exactly.
_PARTICLES = set("da de di do du des dos das del della von van der den la le al el".split())


def distance(one: str, other: str) -> int:
    """Return the optimal string alignment distance: insert, delete, replace, swap neighbours."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one):
        last, before, row = before, row, [i + 1]
        for j, b in enumerate(other):
            cost = min(before[j + 1] + 1, row[j] + 1, before[j] + (a != b))
            if i and j and a == other[j - 1] and one[i - 1] == b and a != b:
                cost = min(cost, last[j - 1] + 1)
            row.append(cost)
    return row[-1]


def allowed(count: int) -> int:
    """Return how many typos an answer of ``count`` letters may have."""
    return 0 if count < 9 else 1 if count < 13 else 2


def verdict(given: Form, expected: Form) -> Verdict:
    """Grade ``given`` as a misspelling of ``expected``; both are canonical, or both are not."""
    if exact(given) != exact(expected):
        return Verdict.WRONG
    one, other = "".join(given), "".join(expected)
    limit = allowed(letters(expected))
    if abs(len(one) - len(other)) > limit + 1:
        return Verdict.WRONG
    if len(given) != len(expected):
        pairs = [(one, other)]
    else:
        pairs = [(a, b) for a, b in zip(given, expected, strict=True) if a != b]
    if any(another_word(a, b) for a, b in pairs):
        return Verdict.WRONG
    alone = len(pairs) == max(len(given), len(expected))
    edits = [_edits(a, b, alone=alone) for a, b in pairs]
    if sum(edits) <= limit and all(n <= _word_limit(a, b) for n, (a, b) in zip(edits, pairs, strict=True)):
        return Verdict.RIGHT
    return _nearly(pairs, sum(edits), letters(expected))


def other_words(given: Form, expected: Form) -> bool:
    """Tell whether a word of one text stands in the other as a word of another meaning."""
    pairs = zip(given, expected, strict=False) if len(given) == len(expected) else ()
    return any(spelling(a) != spelling(b) and another_word(a, b) for a, b in pairs)


def another_word(one: str, other: str) -> bool:
    """Tell whether two words differ by a part that carries meaning, or are both known as words."""
    return (
        _differ_by(one, other, _PREFIXES, front=True)
        or _differ_by(one, other, _SUFFIXES, front=False)
        or any(long == prefix + short for prefix in _NEGATIONS for long, short in ((one, other), (other, one)))
        or (_single(one) != _single(other) and lookalikes.another(one, other))
    )


def _edits(given: str, expected: str, *, alone: bool) -> int:
    """Count the typos in a word; two letters doubled wrongly are one, and so is another spelling of the same sound.

    Names that sound alike (Stephen, Steven) are told apart where nothing else is right: ``alone``.
    """
    count = distance(given, expected)
    if count > 1 and (_single(given) == _single(expected) or (not alone and _alike(given, expected))):
        return (count + 1) // 2
    return count


def _alike(one: str, other: str) -> bool:
    return min(len(one), len(other)) > 3 and _sound(one) == _sound(other)


def _sound(word: str) -> str:
    """Return the spelling of a word in which letters that sound the same are one: gandi of Ghandi."""
    word = re.sub(r"c(?![eiyh])|q|ck", "k", re.sub(r"ph|v", "f", word))
    return _single(word.replace("h", "").replace("y", "i").replace("z", "s"))


def _nearly(pairs: list[tuple[str, str]], edits: int, count: int) -> Verdict:
    """Call close one slip in a short word and one typo too many in a long answer, unless a short word is exchanged."""
    if any(len(b) < 9 and distance(a, b) > 1 and not _alike(a, b) for a, b in pairs):
        return Verdict.WRONG
    if count >= 13:
        return Verdict.CLOSE if edits <= 3 else Verdict.WRONG
    if edits == 1 and (count >= 9 or (count >= 5 and (_slip(*pairs[0]) or _alike(*pairs[0])))):
        return Verdict.CLOSE
    return Verdict.WRONG


def _word_limit(given: str, expected: str) -> int:
    """Return how many edits one word may have: a short word only a slip, or it is soon another word."""
    if {given, expected} <= _PARTICLES:
        return 1
    if len(expected) < 6:
        return int(_slip(given, expected) or _alike(given, expected))
    return 1 if len(expected) < 13 else 2


def _slip(given: str, expected: str) -> bool:
    """Tell whether two neighbours are swapped, or a letter is doubled, not doubled, or another one is doubled."""
    if len(given) == len(expected):
        return set(given) == set(expected) and distance(given, expected) == 1
    return _single(given) == _single(expected) and abs(len(given) - len(expected)) == 1


def _single(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word)


def _differ_by(one: str, other: str, groups: list[set[str]], *, front: bool) -> bool:
    for group in groups:
        for a in group:
            rest = _rest(one, a, front)
            if rest is not None and any(_rest(other, b, front) == rest for b in group - {a}):
                return True
    return False


def _rest(word: str, part: str, front: bool) -> str | None:
    """Return what is left of a word without its first or last part; at least three letters."""
    if len(word) - len(part) < 3:
        return None
    if front:
        return word[len(part) :] if word.startswith(part) else None
    return word[: -len(part)] if word.endswith(part) else None
