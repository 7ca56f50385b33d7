"""The form in which two typings of the same words are equal."""

import re
import unicodedata
from functools import lru_cache

from quizgen.grading.numerals import roman, spelled
from quizgen.grading.spellings import spelling
from quizgen.grading.wordlist import listed

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "ng"}
)
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "ð": "th", "đ": "dj"})
_DASHES = re.compile("[\u2010-\u2015\u2212\u207b]")
_APOSTROPHES = re.compile("['’‘ʼʻ`´′ʹ]")
_RAISED = re.compile("[⁺⁻]?[⁰¹²³⁴-⁹]+[⁺⁻]?|[⁺⁻]")
_GROUPED = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
# A sign behind letters is a part of the word: C++, A*, blood group B-.
_TOKEN = re.compile(
    r"[0-9]+(?:st|nd|rd|th)(?![a-z])|[0-9]+(?:\.[0-9]+)*|(?<![^\W\d_])[^\W\d_][*-]+(?!\w)|[^\W\d_]+[+#]*|[\d]+|[$€£¥₹°%]"
)
_AND = re.compile(r"(?<=[^\W\d_])\s+n\s+(?=[^\W\d_])")
_NUMBERED = re.compile(r"\b(?:no\.?|nr\.?|number|№)\s?(?=[0-9])")
_KEYS = {"major", "minor", "sharp", "flat", "level"}  # the A before them is a letter
_ARTICLES = {"the", "a", "an"}
_GREEK_NAMES = listed(
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi "
    "psi omega"
)
_GREEK = dict(zip("αβγδεζηθικλμνξοπρστυφχψω", _GREEK_NAMES, strict=True))

_ACCIDENTALS = str.maketrans("♯♭", "#b")

Form = tuple[str, ...]


def plain(text: str) -> str:
    """Return ``text`` with compatibility characters, fractions, raised digits and dashes as plain ASCII, case kept."""
    text = _RAISED.sub(_raised, text)
    text = text.translate(_ACCIDENTALS)
    text = "".join(_fraction(char) for char in text) if not text.isascii() else text
    return _DASHES.sub("-", unicodedata.normalize("NFKC", text))


def _raised(match: re.Match[str]) -> str:
    digits = _DASHES.sub("-", unicodedata.normalize("NFKC", match.group()))
    return ("^" if any(char.isdigit() for char in digits) else "") + digits


def _fraction(char: str) -> str:
    if unicodedata.decomposition(char).startswith("<fraction>"):
        return " " + unicodedata.normalize("NFKC", char).replace("⁄", "/")
    return char


def fold(text: str, *, spelled_out: bool = False) -> str:
    """Return ``text`` in lower case without accents; ``spelled_out`` writes ö as oe, as Germans do without the key."""
    text = plain(text).casefold()
    if text.isascii():
        return text
    if spelled_out:
        text = unicodedata.normalize("NFC", text).translate(_SPELLED_OUT)
    text = unicodedata.normalize("NFD", text.translate(_LETTERS))
    return unicodedata.normalize("NFC", "".join(char for char in text if not "\u0300" <= char <= "\u036f"))


@lru_cache(maxsize=4096)
def tokens(text: str, *, spelled_out: bool = False) -> Form:
    """Return the folded words, numbers and meaningful signs of ``text``."""
    text = fold(_APOSTROPHES.sub("'", text), spelled_out=spelled_out).replace("'n'", " n ").replace("'", "")
    text = _AND.sub(" and ", text)
    text = re.sub(r"(?<![^\W_])([a-g])#(?!\w)", r"\1 sharp", text)
    text = _NUMBERED.sub(" ", _GROUPED.sub("", text)).replace("&", " and ")
    text = re.sub(r"(?<![0-9])\.|\.(?![0-9])", lambda dot: "" if dot.start() and not _spaced(text, dot) else " ", text)
    return tuple(_GREEK.get(token, token) for token in _TOKEN.findall(re.sub(r"(?<=[^\W\d])\^(?=[0-9+-])", "", text)))


def _spaced(text: str, dot: re.Match[str]) -> bool:
    """Tell whether a dot stands before a longer word, as in "Smith.Jones", and not within an abbreviation."""
    return bool(re.match(r"\.[^\W\d_]{2}", text[dot.start() : dot.start() + 3])) and dot.start() > 1


@lru_cache(maxsize=4096)
def forms(text: str) -> tuple[Form, ...]:
    """Return the canonical token lists of ``text``: accents dropped, and accents spelled out where that differs."""
    both = [canonical(tokens(text, spelled_out=spelled_out)) for spelled_out in (False, True)]
    return tuple(dict.fromkeys(both))


def canonical(words: Form) -> Form:
    """Return ``words`` with numbers as ``#12`` or ``#12th``, American spelling, and without articles."""
    out: list[str] = []
    position = 0
    while position < len(words):
        number = spelled(words, position)
        if number:
            out.append(f"#{number.value}th" if number.ordinal else f"#{number.value}")
            position = number.end
            continue
        out.append(_canonical(words[position]))
        position += 1
    return _without_articles(tuple(out))


def _canonical(token: str) -> str:
    if token[0] in "0123456789":
        digits = token.rstrip("stndrh")
        return f"#{_trimmed(digits)}th" if digits != token else f"#{_trimmed(digits)}"
    return spelling(token)


def _trimmed(digits: str) -> str:
    return digits if "." in digits else digits.lstrip("0") or "0"


def _without_articles(words: Form) -> Form:
    """Drop "the" anywhere and "a", "an" at the start, but never the last word, as in "vitamin A"."""
    kept = [word for i, word in enumerate(words) if word != "the" or len(words) == 1]
    if len(kept) > 1 and kept[0] in _ARTICLES and not (kept[0] == "a" and kept[1] in _KEYS):
        kept = kept[1:]
    return tuple(kept) or words


def same_token(one: str, other: str) -> bool:
    """Tell whether two canonical tokens are one: equal, or a Roman numeral and its number."""
    return one == other or bool(numbers(one) & numbers(other))


def numbers(token: str) -> frozenset[str]:
    """Return the canonical numbers that a token can stand for; a Roman numeral is cardinal and ordinal."""
    if token.startswith("#"):
        return frozenset({token})
    value = roman(token)
    return frozenset({f"#{value}", f"#{value}th"}) if value else frozenset()


def same(one: Form, other: Form) -> bool:
    """Tell whether two canonical forms are the same words, however they are joined: covid 19 and covid19."""
    if compact(one) == compact(other):
        return bool(one) or not other
    if len(one) != len(other):
        return False
    turned = (numbered_last(one), other), (one, numbered_last(other)), (one, other)
    return any(all(map(same_token, a, b)) for a, b in turned)


def numbered_last(words: Form) -> Form:
    """Return ("world", "war", "#2") of "Second World War", which is another way to say World War II."""
    ordinal = len(words) > 1 and words[0][0] == "#" and words[0].endswith("th")
    return (*words[1:], words[0].removesuffix("th")) if ordinal else words


def compact(words: Form) -> str:
    """Return the words run together; numbers stay apart from each other."""
    return "".join(words)


def equal(one: str, other: str) -> bool:
    """Tell whether two texts say the same in the same words."""
    return any(same(a, b) for a in forms(one) for b in forms(other) if a and b)


def exact(words: Form) -> Form:
    """Return the tokens that no typo is forgiven in: numbers, Roman numerals, single letters and signs."""
    return tuple(word for word in words if len(word) == 1 or word[0] == "#" or roman(word) or not word.isalpha())


def letters(words: Form) -> int:
    """Return how many letters the words have."""
    return sum(char.isalpha() for word in words for char in word if word[0] != "#")
