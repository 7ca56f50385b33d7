"""Grades an answer by its words."""

import re
from collections.abc import Sequence

from quizgen.grading import cores, formulas, lists, names, plurals, typos, words
from quizgen.grading.verdict import Verdict, best
from quizgen.grading.wordlist import wordset
from quizgen.grading.words import Form
from quizgen.model import PhraseType

# Without one of these a name is the name of something else.
_TELLING = wordset(
    "new old north south east west northern southern eastern western central upper lower inner outer left right major "
    "minor greater lesser high low deep vice anti non"
)
# "a single-celled fungus" is nearly said by "a fungus", but "a chemical process" is not by "a process".
_INDEFINITE = re.compile(r"an?(?: [a-z]+(?:-[a-z]+)*){2,5}")
_LINKING = wordset("of in on at to for from with by as that which who and or than into over under between")
_VAGUE = wordset(
    "thing object item kind type sort form part piece way process system substance material body unit group number "
    "member device structure area place person people animal plant year time state event action method"
)

_MINUS = re.compile(r"(?:^[^\w\s]?|[=(<>,;:]\s?|(?<![0-9])\s)[-−–]\s?[0-9.$€£]")


def grade(given: str, expected: str, type: PhraseType, others: Sequence[str]) -> Verdict:
    """Grade as words: the same with other trimmings, a name in another form, a misspelling, a part."""
    if _same_core(given, expected):
        return Verdict.RIGHT
    pairs = [(one, other) for one in words.forms(given) for other in words.forms(expected)]
    verdicts = _misspellings(given, expected, pairs, others)
    verdicts += [_plural(*pair, expected) for pair in (*pairs, (words.tokens(given), words.tokens(expected)))]
    verdicts += _misspelt_cores(given, expected, others)
    verdicts.append(names.grade(given, expected, others, person=type is PhraseType.PERSON))
    if names.is_acronym(given, expected):
        verdicts.append(Verdict.RIGHT)
    if names.is_acronym(expected, given):
        verdicts.append(Verdict.CLOSE)
    if len(lists.items(given)) <= len(lists.items(expected)):
        verdicts.append(_part(pairs[0][0], pairs[0][1], type, is_class=_is_class(expected)))
    return best(verdicts)


def same(given: str, expected: str) -> bool:
    """Tell whether two texts are the same words, formulas and signs of numbers."""
    return (
        words.equal(given, expected) and not formulas.differ(given, expected) and _minuses(given) == _minuses(expected)
    )


def _minuses(text: str) -> int:
    return len(_MINUS.findall(text.strip()))


def _same_core(given: str, expected: str) -> bool:
    """Tell whether two texts are the same but for trimmings."""
    wanted = cores.cores(expected, expected=True)
    return any(
        typed.fits(core) and same(typed.text, core.text)
        for typed in cores.cores(given, expected=False)
        for core in wanted
    )


def _misspellings(given: str, expected: str, pairs: list[tuple[Form, Form]], others: Sequence[str]) -> list[Verdict]:
    """Grade as misspelt, in canonical spelling and as typed, since the one can hide letters of the other: Ceasar."""
    typed = words.tokens(given), words.tokens(expected)
    if typos.other_words(*typed):
        return []
    exact = words.exact(pairs[0][0]) == words.exact(pairs[0][1])
    return [_misspelt(one, other, others) for one, other in (*pairs, *([typed] if exact else []))]


def _misspelt_cores(given: str, expected: str, others: Sequence[str]) -> list[Verdict]:
    """Grade as misspelt what is left without trimmings where one of the two texts has some."""
    typed, wanted = cores.cores(given, expected=False), cores.cores(expected, expected=True)
    return [
        _misspelt(words.forms(one.text)[0], words.forms(other.text)[0], others)
        for one in typed
        for other in wanted
        if (one is typed[0]) != (other is wanted[0]) and one.fits(other) and _whole(one.text) and _whole(other.text)
    ]


def _whole(text: str) -> bool:
    return bool(words.forms(text)[0])


def _misspelt(given: Form, expected: Form, others: Sequence[str]) -> Verdict:
    """Forgive typos, but not one that leads to, or nearer to, another known answer."""
    verdict = typos.verdict(given, expected)
    if verdict is Verdict.WRONG:
        return verdict
    one, own = "".join(given), typos.distance("".join(given), "".join(expected))
    rivals = ("".join(form) for other in others for form in words.forms(other) if not words.same(form, expected))
    nearer = any(abs(len(rival) - len(one)) < own and typos.distance(one, rival) < own for rival in rivals)
    return Verdict.WRONG if nearer else verdict


def _plural(given: Form, expected: Form, text: str) -> Verdict:
    """Accept singular for plural and the reverse of a common noun."""
    common = " ".join(word for word in text.split() if word[:1].islower())
    told = frozenset(word for form in words.forms(common) for word in form)
    signs = {word for part in text.split() if part.isupper() for word in words.tokens(part)}
    alike = not signs & set(expected) and plurals.same_words(given, expected, told)
    return Verdict.RIGHT if alike else Verdict.WRONG


def _part(given: Form, expected: Form, type: PhraseType, *, is_class: bool) -> Verdict:
    """Call close an answer that says more than was asked for, or the larger part of it, or the noun of a class."""
    short, long = sorted((given, expected), key=len)
    if words.letters(short) < 3 or (type is PhraseType.PERSON and short is given):
        return Verdict.WRONG
    if type is PhraseType.CLAUSE:
        return _overlap(given, expected)
    places = [i for i in range(len(long) - len(short) + 1) if long[i : i + len(short)] == short]
    if not places or len(short) == len(long):
        return Verdict.CLOSE if len(given) > 1 and sorted(given) == sorted(expected) else Verdict.WRONG
    left_out = long[: places[0]] + long[places[0] + len(short) :]
    if words.exact(left_out) or _TELLING & set(left_out):
        return Verdict.WRONG
    if short is given and words.letters(short) * 2 < words.letters(long):
        return Verdict.CLOSE if is_class and short == long[-1:] and not _VAGUE & set(short) else Verdict.WRONG
    return Verdict.CLOSE if len(long) <= 2 * len(short) + 2 else Verdict.WRONG


def _is_class(text: str) -> bool:
    """Tell whether a text is an indefinite noun with what stands before it: a single-celled fungus."""
    return bool(_INDEFINITE.fullmatch(text.strip())) and not _LINKING & set(words.tokens(text))


def _overlap(given: Form, expected: Form) -> Verdict:
    """Grade a clause by the words it shares: most of the content words are nearly right."""
    content = [{word for word in form if len(word) > 3 or word[0] == "#"} for form in (given, expected)]
    shared = len(content[0] & content[1])
    if not shared:
        return Verdict.WRONG
    recall, precision = shared / len(content[1]), shared / len(content[0])
    return Verdict.CLOSE if recall >= 0.6 and precision >= 0.4 else Verdict.WRONG
