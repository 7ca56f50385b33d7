"""The order in which the rules are tried."""

import re
from collections.abc import Sequence

from quizgen.grading import amounts, dates, lists, names, typos, words
from quizgen.grading.verdict import Verdict, best, worst
from quizgen.grading.wordlist import wordset
from quizgen.grading.words import Form
from quizgen.model import AMOUNTS, PhraseType

_LEAD_IN = re.compile(
    r"(?:(?:well|um+|uh|erm?|ok(?:ay)?|maybe|perhaps|probably)[\s,]+"
    r"|i(?:'m| am)? (?:think|believe|guess|say|pretty sure|sure)\s+(?:that\s+)?"
    r"|(?:it|that|this|he|she|they|there)(?:'s|'re| is| was| are| were)\s+(?:called\s+|named\s+)?"
    r"|(?:the )?(?:correct |right )?answer(?: is|'s|:)\s*|(?:called|named)\s+|its\s+(?=[A-Z]))+",
    re.IGNORECASE,
)
_HEDGES = wordset(
    "or nor not no never neither none cannot without except isnt wasnt arent werent dont doesnt didnt cant wont but "
    "versus vs"
)
_ELEMENTS = wordset(
    "H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr "
    "Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir "
    "Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh "
    "Fl Mc Lv Ts Og "
)
_FORMULA = re.compile(r"(?:[A-Z][a-z]?[0-9]*){1,12}")
_ATOM = re.compile(r"([A-Z][a-z]?)([0-9]*)")
_PREPOSITION = re.compile(
    r"^(?:in order to|because of|due to|so that|in|at|on|by|from|to|of|for|with|as|during|because|since)\s+",
    re.IGNORECASE,
)
_CLASS = re.compile(
    r"^(?:the\s+)?(?:city|town|village|country|state|province|planet|island|river|element|year|month|isle|mount|mt\.?)"
    r"\s+(?:of\s+)?(?!of\b)|\s+river$",
    re.IGNORECASE,
)
_NAMES = frozenset({PhraseType.PERSON})
# A common noun may be typed in the singular or the plural; these change their meaning with it.
_PLURAL_ONLY = wordset("news means goods customs arms glasses waters physics mathematics species series")
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


def judged(given: str, answers: Sequence[str], type: PhraseType, others: Sequence[str]) -> Verdict:
    """Return the verdict on ``given`` where each of ``answers`` is right; see ``quizgen.grading.grade``."""
    if any(" ".join(given.split()) == " ".join(answer.split()) for answer in answers):
        return Verdict.RIGHT
    given = _plain_speech(given, answers)
    if not words.forms(given)[0]:
        return Verdict.WRONG
    if any(_same(given, answer, type) for answer in answers):
        return Verdict.RIGHT
    if any(_same(given, other, type) for other in others if not any(_same(other, answer, type) for answer in answers)):
        return Verdict.WRONG
    return best([_grade(given, answer, type, others) for answer in answers])


def _plain_speech(given: str, answers: Sequence[str]) -> str:
    """Return what was typed without "it's", "I think", unless an answer itself begins so."""
    given = given.replace("’", "'").strip()
    lead = _LEAD_IN.match(given)
    if not lead or not given[lead.end() :].strip():
        return given
    opening = words.fold(lead.group()).strip()
    return given if any(words.fold(answer).startswith(opening) for answer in answers) else given[lead.end() :]


def _same(given: str, answer: str, type: PhraseType) -> bool:
    """Tell whether two answers are the same value, or the same words where they are no values."""
    by_value = _by_value(given, answer, type)
    return _equal(given, answer) if by_value is None else by_value is Verdict.RIGHT


def _equal(given: str, answer: str) -> bool:
    return words.equal(given, answer) and not _other_formula(given, answer) and _signs(given) == _signs(answer)


def _signs(text: str) -> bool:
    """Tell whether a text is a negative number."""
    return bool(re.match(r"\s*[^\w\s]?[-−–]\s?[0-9$€£]", text))


def _grade(given: str, expected: str, type: PhraseType, others: Sequence[str]) -> Verdict:
    by_value = _by_value(given, expected, type)
    if by_value is not None:
        return by_value
    if _hedged(given, expected):
        return Verdict.WRONG
    if words.equal(given, expected):
        return Verdict.CLOSE if _other_formula(given, expected) else Verdict.WRONG
    verdicts = [_text(given, expected, type, others)]
    shorter, core = lists.without_larger_place(given), lists.without_larger_place(expected)
    if shorter != given or core != expected:
        agreed = _text(shorter, core, type, others) if _larger_agree(given, expected) else Verdict.WRONG
        verdicts = [agreed] if core != expected else [*verdicts, agreed]
    several = _several(given, expected, type, others)
    return best(verdicts if several is None else [*verdicts, several])


def _by_value(given: str, expected: str, type: PhraseType) -> Verdict | None:
    on_calendar = None if type in AMOUNTS else dates.grade(given, expected)
    return on_calendar if on_calendar is not None else amounts.grade(given, expected)


def _hedged(given: str, expected: str) -> bool:
    """Tell whether the answer names alternatives or denies something that the expected answer does not."""
    one, other = (sorted(_HEDGES & set(words.tokens(text))) for text in (given, expected))
    return one != other


def _other_formula(given: str, expected: str) -> bool:
    """Tell whether both are chemical formulas, and different ones: CO is not Co."""
    one, other = _formula(given), _formula(expected)
    return bool(one and other and one != other)


def _formula(text: str) -> list[tuple[str, str]]:
    text = words.plain(text).strip()
    atoms = _ATOM.findall(text) if _FORMULA.fullmatch(text) else []
    return atoms if all(element in _ELEMENTS for element, _ in atoms) else []


def _larger_agree(given: str, expected: str) -> bool:
    """Tell whether the larger places of two texts do not contradict each other."""
    one, other = ([words.forms(part)[0] for part in text.split(",")[1:]] for text in (given, expected))
    return not one or not other or one[-1] == other[-1]


def _several(given: str, expected: str, type: PhraseType, others: Sequence[str]) -> Verdict | None:
    """Grade an enumeration item by item in any order; None if a single thing is expected."""
    wanted = lists.items(expected)
    if len(wanted) < 2:
        return None
    typed = lists.items(given)
    if len(typed) == 1 and all(len(item.split()) == 1 for item in wanted):
        typed = given.split()
    left, verdicts = list(wanted), []
    for item in typed:
        graded = [(_item(item, candidate, type, others), -i) for i, candidate in enumerate(left)]
        verdict, place = max(graded, key=lambda pair: (pair[0].rank, pair[1]), default=(Verdict.WRONG, 0))
        verdicts.append(verdict)
        if verdict is not Verdict.WRONG:
            left.pop(-place)
    if not left and len(verdicts) == len(wanted):
        return worst(verdicts)
    found = sum(verdict is Verdict.RIGHT for verdict in verdicts)
    strangers = len(verdicts) - found
    return Verdict.CLOSE if found * 2 >= len(wanted) and strangers <= 1 and found > strangers else Verdict.WRONG


def _item(given: str, expected: str, type: PhraseType, others: Sequence[str]) -> Verdict:
    if _equal(given, expected):
        return Verdict.RIGHT
    return _text(given, expected, type, others)


def _text(given: str, expected: str, type: PhraseType, others: Sequence[str]) -> Verdict:
    """Grade as words: the same with other trimmings, a name in another form, a misspelling, a part."""
    for typed in _trimmings(given):
        for wanted in _trimmings(expected):
            if _equal(typed, wanted) and (typed == given or wanted == expected):
                return Verdict.RIGHT
    pairs = [(one, other) for one in words.forms(given) for other in words.forms(expected)]
    verdicts = [_misspelt(one, other, others) for one, other in pairs]
    verdicts += [_plural(one, other, expected) for one, other in pairs]
    verdicts.append(_name(given, expected, type, others))
    if names.is_acronym(given, expected):
        verdicts.append(Verdict.RIGHT)
    if names.is_acronym(expected, given):
        verdicts.append(Verdict.CLOSE)
    if len(lists.items(given)) <= len(lists.items(expected)):
        verdicts.append(_part(pairs[0][0], pairs[0][1], type, is_class=_is_class(expected)))
    return best(verdicts)


def _trimmings(text: str) -> list[str]:
    """Return the text, and the text without a preposition or a class noun ("in", "the city of", "river")."""
    found = [text]
    for trim in (_PREPOSITION, _CLASS):
        shorter = trim.sub("", found[-1], count=1)
        if shorter.strip() and shorter != found[-1]:
            found.append(shorter)
    return found


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
    word = text.split()[-1] if text.split() else ""
    if not word.islower() or given[:-1] != expected[:-1] or {given[-1], expected[-1]} & _PLURAL_ONLY:
        return Verdict.WRONG
    short, long = sorted((given[-1], expected[-1]), key=len)
    if len(short) < 4 or short.endswith("s") or not short.isalpha():
        return Verdict.WRONG
    plurals = {short + "s", short + "es", short[:-1] + "ies" if short.endswith("y") else short + "s"}
    return Verdict.RIGHT if long in plurals else Verdict.WRONG


def _name(given: str, expected: str, type: PhraseType, others: Sequence[str]) -> Verdict:
    """Grade another form of a person's name; the more sure that it is one, the more generous."""
    person = type in _NAMES
    typed, wanted = words.forms(names.turned(given))[0], words.forms(names.turned(expected))[0]
    if person:
        typed, wanted = names.bare(typed), names.bare(wanted)
    if words.same(typed, wanted) and (person or _looks_like_name(expected)):
        return Verdict.RIGHT
    if not (person or _looks_like_name(expected)) or len(wanted) < 2:
        return Verdict.WRONG
    if person and sorted(typed) == sorted(wanted):
        return Verdict.RIGHT
    known = [form for other in others for form in words.forms(other)[:1] if not words.same(form, wanted)]
    if typed in (names.surname(wanted), wanted[-1:]):
        shared = any(form[-len(typed) :] == typed for form in known if len(form) > 1)
        return Verdict.RIGHT if person and not shared else Verdict.CLOSE
    if names.initials_agree(typed, wanted):
        rival = any(names.initials_agree(typed, form) for form in known)
        return Verdict.RIGHT if names.complete(typed, wanted) and person and not rival else Verdict.CLOSE
    return Verdict.WRONG


def _looks_like_name(text: str) -> bool:
    """Tell whether every word of two to four begins with a capital, as in a person's name."""
    parts = names.turned(text).split()
    return 2 <= len(parts) <= 4 and all((part[0].isupper() and not part.isupper()) or "." in part for part in parts)


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
