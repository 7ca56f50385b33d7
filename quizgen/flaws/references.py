"""What a prompt refers to: pronouns, pages and things that only the text makes known."""

import re

from quizgen import lists
from quizgen.flaws.code import ERROR, WARNING, Check, in_prompt
from quizgen.flaws.words import BLANK, split
from quizgen.model import SETS, Question

_PERSONAL = re.compile(r"\b(?:he|him|his|she|her|hers|they|them|their|theirs|it|its|itself|himself|herself)\b", re.I)
_DUMMY = re.compile(
    r"\bit (?:take|takes|took|rain|rains|snow|snows)\b|\b(?:is|was|were|be|been|makes?|made|finds?"
    r"|found) it (?:\w+ ){0,4}(?:to|that|for)\b"
    r"|\bit (?:is|was|has been|would be|became) (?:\w+ ){0,4}(?:to|that|who|which|for)\b|\b(?:does|did"
    r"|do) it (?:cost|mean|happen)\b"
    r"|\b[Ww]hat time is it\b|\bit (?:is|was) (?:believed|thought|said|known|estimated|assumed)\b|\bit (?:turned"
    r"|turns) out\b",
)
_ARTICLE = frozenset({"the", "a", "an", "each", "every", "some", "any", "no", "two", "three", "both", "most", "many"})
_VERBS = frozenset(
    {"say", "said", "think", "believe", "happen", "happened", "make", "use", "used", "long", "far", "often"}
)
_VERBS |= {"old", "large", "big", "tall", "much", "high", "deep", "fast", "heavy", "currently", "first", "else"}


_PROFORM = re.compile(r"\b(?:do|does|did|doing|done) so\b")


def _pronoun(question: Question) -> bool:
    if _PROFORM.search(f"{question.prompt} {question.answer}"):
        return True
    prompt = _DUMMY.sub(" ", question.prompt)
    return any(
        not _has_antecedent(prompt[: match.start()], match[0])
        for match in _PERSONAL.finditer(prompt)
        if not _is_name(match)
    )


_BARE = re.compile(
    r"\b[Tt]he (?:mission|probe|spacecraft|craft|rover|lander|rocket|ship|vehicle|company|agency|city|town"
    r"|country|nation|war|battle|book|film|law|man|woman|king|queen|author|discovery|project|program(?:me)?)(?:'s|’s)?"
    r"(?: [a-z]+)?(?:\?| _{3,})"
)


def _vague_noun(question: Question) -> bool:
    """Tell whether only the text says which study, which probe: nothing in the prompt names one."""
    if _VAGUE_NOUN.search(question.prompt):
        return True
    named = any(word[0].isupper() or word[0].isdigit() for word in split(question.prompt)[1:])
    return not named and len(split(question.prompt)) <= 9 and bool(_BARE.search(question.prompt))


def _is_name(match: re.Match[str]) -> bool:
    return match[0].isupper() and len(match[0]) > 1  # IT


_OBJECT = re.compile(r"^(?:Who|What) \w+ $")  # Who built it?


def _has_antecedent(before: str, pronoun: str) -> bool:
    """Tell whether something stands before the pronoun that it can mean: a name, a noun, a blank, a who."""
    if BLANK.search(before):
        return True
    if pronoun.casefold() in ("it", "him", "them") and _OBJECT.search(before):
        return False
    found = split(before)
    if any(word.casefold() in ("who", "whose", "whom") for word in found) and not pronoun.casefold().startswith("it"):
        return True
    function = lists.words("function")
    return any(word.casefold() not in function | _VERBS for word in found)


_THIS = re.compile(
    r"(?<!of )\b(?:this|these)\b(?! (?:kinds?|types?|sorts?) of)|(?<!\S)(?:This|These)\b(?! of)|\bof this (?!kind"
    r"|type|sort)"
    r"|\b[Tt]hat (?:same )?(?:time|year|day|month|period|century|decade|point|moment|era|night|week)\b"
    r"|\bthose\b(?! (?:who|that|which|of|whose|with|in|from|without|[a-z]+ing|[a-z]+ed)\b)"
)


def _demonstrative(question: Question) -> bool:
    if question.kind in SETS:  # "these events" are those that stand below it
        return False
    found = _THIS.search(question.prompt)
    return bool(found) and not (found is not None and found[0][0] == "T" and found.start() > 0)


_PAGE = (
    r"(?:chapter|section|article|passage|text|paragraph|figure|table|page|lesson|module|image|photo(?:graph)?|picture"
    r"|caption)"
)
_DOCUMENT = re.compile(
    rf"\b(?:[Tt]he (?:present|above|given|preceding|previous|following)) {_PAGE}\b|\b(?:Figure|Fig\.|Table|Chapter"
    rf"|Section) \d"
    rf"|\b[Tt]he (?:chapter|article|passage|caption|paragraph)\b(?! (?:of|by|on|in|that|which|about|called|titled|\d))"
    r"|\b(?:depicted|described|discussed|illustrated|listed|shown|summari[sz]ed) in\?"
    r"|\b(?:mentioned|shown|described|discussed|listed) (?:above|below|earlier|here)\b|\b(?:above|afore)-?mentioned\b"
    r"|\b[Aa]ccording to the (?:article|text|passage|author|report|statement|story"
    r"|page)\b(?! (?:of|by|on|in|that|which))"
)


def _of_the_page(question: Question) -> bool:
    return bool(_DOCUMENT.search(question.prompt) or _DOCUMENT.search(question.answer))


_PAIR = re.compile(
    r"\b[Tt]he former(?= (?:is|was|were|are|did|does|do|has|had|have|will|would|can|could)\b|[?.,])"
    r"|\b[Tt]he latter\b(?! (?:half|part|stages?|years?|days?|decades?))"
    r"|\b[Tt]he (?:last|other|others|same|first|second|rest)(?: ones?)?(?:[?.,;]| _{3,})"
)
_SUCH = re.compile(r"\bsuch (?!as\b|that\b|an?\b)|\b[Ss]uch (?=an? \w+[?.,])")
_VAGUE_NOUN = re.compile(
    r"\b[Tt]he (?:study|report|researchers|scientists|authors|experts|officials|team|incident|event)\b"
    r"(?! (?:of|that|which|who|whose|by|in|from|on|at|for|with|behind|led|published|conducted|called|known|named|to)\b)"
)


_FIRST_PERSON = re.compile(r"\b(?:I|me|my|mine|[Oo]ur|ours|[Ww]e|us)\b(?!['.-])")


_READER = re.compile(r"\b(?:you|your|we)\b")  # without a capital: As You Like It is a title
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")


def _reader(question: Question) -> bool:
    return bool(_READER.search(_QUOTED.sub("", f"{question.prompt} {question.answer}")))


def _first_person(question: Question) -> bool:
    unquoted = _QUOTED.sub("", question.prompt)
    return any(
        not re.search(r"(?:World War|Elizabeth|[A-Z]\w+) $", unquoted[: m.start()])
        for m in _FIRST_PERSON.finditer(unquoted)
    )


CHECKS = (
    Check("unresolved-pronoun", ERROR, "a pronoun in the prompt refers to nothing there", _pronoun),
    Check("unresolved-this", ERROR, "this, these, those or that in the prompt refers to nothing there", _demonstrative),
    Check("document-reference", ERROR, "the prompt speaks of its chapter, article or figure", _of_the_page),
    Check(
        "unresolved-pair", ERROR, "the former, the latter, the last or the other refers to nothing", in_prompt(_PAIR)
    ),
    Check("unresolved-such", WARNING, "such refers to nothing in the prompt", in_prompt(_SUCH)),
    Check("vague-noun", WARNING, "the study, the team: only the text says which", _vague_noun),
    Check("first-person", WARNING, "the prompt says I or we", _first_person),
    Check("reader", ERROR, "prompt or answer speaks to the reader: you, we", _reader),
)
