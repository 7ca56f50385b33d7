"""English verb forms and articles, as far as questions need them."""

import re
from functools import cache

from quizgen.lexicon import words

_NUMBER = r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty)"
SIZE = re.compile(
    r"^(?P<value>(?:(?:about|around|nearly|almost|over|more than|less than|only|just|just over|just under|roughly|some"
    rf"|approximately|at least|at most|up to|between) )?{_NUMBER}(?:(?: to |–| and | or ){_NUMBER})?"
    r"(?: (?:hundred|million|billion|thousand))? [a-z-]+)"
    r" (?P<how>long|wide|high|deep|tall|thick|old|broad|heavy|across)\b.{0,20}$"
)
_NOUNS = {"man": "men", "woman": "women", "person": "people", "child": "children"}
_VOWELS = "aeiou"
_SHORT = re.compile(r"(?:qu|[^aeiou]+)[aeiou][^aeiouwxy]$")  # one syllable that ends in one consonant: whip
_PREFIXES = ("re", "over", "under", "out", "mis", "fore", "un", "with")
_ENDED = {"VBG": "ing", "VBD": "ed", "VBN": "ed"}
_SPELT = {"instal": "install"}  # lemmas in a spelling that is no longer used
_TIE = 2  # letters of no regular verb: "used" is not of "us"
_BE_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does"}


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    entries = (entry.split() for entry in words("irregular", "forms"))
    return {base: (past, participle) for base, past, participle in entries}


@cache
def _forms(base: str) -> tuple[str, str] | None:
    """Return past and participle of an irregular verb, also behind a prefix: rebuild → rebuilt."""
    known = _irregular()
    if base in known:
        return known[base]
    found = next((p for p in _PREFIXES if base.startswith(p) and base[len(p) :] in known), None)
    if found is None:
        return None
    told = known[base[len(found) :]]
    return found + told[0], found + told[1]


def past(base: str) -> str:
    """Return the past tense of a verb: bring → brought, carry → carried."""
    forms = _forms(base)
    return forms[0] if forms else _regular_past(base)


def participle(base: str) -> str:
    """Return the past participle: draw → drawn, carry → carried."""
    forms = _forms(base)
    return forms[1] if forms else _regular_past(base)


def base(form: str, tag: str, lemma: str) -> str:
    """Return the base of a verb form that has a Penn tag, going by a lemma that may be wrong.

    Models take "hopes" for "hops", "rated" for "ratted" and "hoping" for "hopping", and cut "cling" as if it were a
    participle.
    """
    if tag in ("VB", "VBP") or is_base(form):
        return lemma if lemma in ("be", "have", "do") else form
    if lemma == form and tag in _ENDED and form.endswith(_ENDED[tag]):
        return _stem(form, tag)
    lemma = _SPELT.get(lemma, lemma)
    if lemma not in ("", form) and not _gives(lemma, form, tag) and _gives(lemma + "e", form, tag):
        return lemma + "e"
    return _bases_of_pasts().get(form, lemma) if lemma == form and tag in ("VBD", "VBN") else lemma


@cache
def _bases_of_pasts() -> dict[str, str]:
    known = _irregular()
    prefixed = {p + form: p + verb for p in _PREFIXES for verb, forms in known.items() for form in forms}
    return prefixed | {form: verb for verb, forms in known.items() for form in forms}


def _stem(form: str, tag: str) -> str:
    """Return the base of a regular form that the model left as it is: having → have, helped → help."""
    cut = form[: -len(_ENDED[tag])]
    doubled = cut[-1:] == cut[-2:-1] and cut[-1:] not in "lsfz" and _doubles(cut[:-1])
    guesses = (cut[:-1] if doubled else cut, f"{cut[:-1]}y", cut + "e")
    found = (each for each in guesses if len(each) > _TIE and each[-1] != "i" and _gives(each, form, tag))
    return _bases_of_pasts().get(form) or next(found, form)


@cache
def _irregular_pasts() -> dict[str, str]:
    return {past_: verb for verb, (past_, _) in _irregular().items()}


def base_of_past(form: str) -> str:
    """Return the verb of which a word is an irregular past tense, "" where it is none's: swam → swim."""
    return _irregular_pasts().get(form, "")


def is_base(form: str) -> bool:
    """Return whether a word in "-ing" is no participle, since no syllable is left of it: cling, spring."""
    return form.endswith("ing") and not any(c in _VOWELS + "y" for c in form[:-3])


def is_past(form: str, base: str) -> bool:
    """Return whether a form can be the past tense of a verb: "settled", "travelled", not "taken"."""
    return form == past(base) or (_forms(base) is None and form == base + base[-1:] + "ed")


def _gives(base: str, form: str, tag: str) -> bool:
    if tag == "VBZ":
        return third(base) == form
    if tag == "VBG":
        return form in (gerund(base), f"{base}{base[-1:]}ing")
    return tag not in ("VBD", "VBN") or is_past(form, base) or form == participle(base)


def gerund(base: str) -> str:
    """Return the form in "-ing": hope → hoping, hop → hopping, die → dying."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base not in ("be", "singe"):
        return base[:-1] + "ing"
    return (base + base[-1] if _doubles(base) else base) + "ing"


def third(base: str) -> str:
    """Return the third person singular: carry → carries, have → has."""
    if base in ("be", "have", "do"):
        return {"be": "is", "have": "has", "do": "does"}[base]
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2:-1] not in _VOWELS else base + "s"


def singular_finite(word: str, base: str) -> str:
    """Return the singular form of a finite plural verb or auxiliary: are → is, contain → contains."""
    return _BE_SINGULAR.get(word) or (third(base) if word == base else word)


def plural(noun: str) -> str:
    """Return the plural of a class noun: country → countries, man → men."""
    if noun in _NOUNS:
        return _NOUNS[noun]
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in _VOWELS else noun + "s"


def _regular_past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return (base + base[-1] if _doubles(base) else base) + "ed"


def _doubles(base: str) -> bool:
    return _SHORT.match(base) is not None or base in words("irregular", "doubling")
