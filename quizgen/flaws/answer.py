"""Flaws of the answer: missing, told by the stem, badly cut, too long."""

import re
from collections.abc import Sequence

from quizgen import lists, numerals
from quizgen.flaws.code import ERROR, WARNING, Check
from quizgen.flaws.words import BLANK, content, split, wrong
from quizgen.model import AMOUNTS, PhraseType, Question, QuestionKind

_SAID = frozenset({QuestionKind.SHORT, QuestionKind.CLOZE, QuestionKind.CHOICE, QuestionKind.NUMERIC})
_PRONOUNS = frozenset(
    {"it", "they", "he", "she", "him", "her", "them", "this", "that", "these", "those", "one", "some"}
)
_PRONOUNS |= {
    "we",
    "us",
    "you",
    "i",
    "me",
    "his",
    "hers",
    "its",
    "their",
    "theirs",
    "who",
    "which",
    "what",
    "there",
    "others",
}


def _told(question: Question) -> bool:
    if question.kind not in _SAID or stem_lists_options(question):
        return False
    answer = content(question.answer)
    return bool(answer) and answer <= content(BLANK.sub(" ", question.prompt))


def stem_lists_options(question: Question) -> bool:
    """Tell whether the prompt itself names the alternatives: Which came first, A or B?"""
    stem = content(question.prompt)
    others = wrong(question)
    return (bool(others) and all(content(text) <= stem for text in others)) or " or " in question.prompt


def _partly_told(question: Question) -> bool:
    if question.kind not in _SAID or question.answer_type in AMOUNTS or _told(question) or stem_lists_options(question):
        return False
    answer = content(question.answer)
    return len(answer) > 1 and len(answer & content(question.prompt)) * 2 > len(answer)


def _empty(question: Question) -> bool:
    return not re.search(r"\w", question.answer) and question.kind not in (QuestionKind.ORDER, QuestionKind.MATCH)


def _function_words(question: Question) -> bool:
    found = split(question.answer)
    function = lists.words("function")
    return question.kind in _SAID and bool(found) and all(word in function - {"one"} for word in _folded(found))


def _folded(found: Sequence[str]) -> list[str]:
    # US and WHO are names, and so are May and one as a number
    return [
        word if (word.isupper() and len(word) > 1) or word in ("May", "one", "One") else word.casefold()
        for word in found
    ]


def _is_pronoun(question: Question) -> bool:
    found = split(question.answer)
    return (
        question.kind in _SAID
        and len(found) == 1
        and _folded(found)[0] in _PRONOUNS
        and question.answer_type not in AMOUNTS
    )


_CUT_PAIR = re.compile(r"^(?!(?:by|through|from|into|in|on|at|to|with)\b).* (?:and|or) (?:by|through|from|into) ", re.I)
_CUT_NOUN = re.compile(
    r"\b(?:a|an|the) (?:certain|great|large|new|other|single|small)$|\bamong them$"
    r"|^(?:hundred|thousand|[mbtr]+illion) ",
    re.I,
)
_OPENING = ("the", "a", "an", "of", "to", "from", "with", "than", "where", "which", "whose", "when", "while", "whom")
_DANGLING = re.compile(r"^[,;:.!?)\]–—&-]+(?![\d.])|[,;:(\[–—&-]$|\s(?:and|or|but|nor)$", re.I)


def _cut(question: Question) -> bool:
    """Tell whether the answer begins or ends where no phrase does."""
    found = [word.casefold() for word in split(question.answer)]
    if question.kind not in _SAID or not found:
        return False
    if _CUT_NOUN.search(question.answer) or _DANGLING.search(question.answer.strip()) or found[-1] in _OPENING:
        return True
    if question.answer_type is not PhraseType.CLAUSE and _CUT_PAIR.search(question.answer) and _is_phrase(question):
        return True
    if question.answer_type is PhraseType.CLAUSE or len(found) == 1:
        return False
    conjunctions = lists.words("conjunctions") - {"that", "who", "which", "because"}
    return found[0] in conjunctions or (
        found[-1] in ("in", "on", "at", "by", "for", "into", "and", "or") and _is_phrase(question)
    )


def _is_phrase(question: Question) -> bool:
    return question.answer_type not in (PhraseType.WORK, PhraseType.ORGANISATION, PhraseType.PRODUCT)


_LEADING = re.compile(r"^(?:in|on|at|of|by|with|for|into|onto|to|through|as|via)\s(?!least|most|many|much|few)", re.I)


def _leading_preposition(question: Question) -> bool:
    return (
        question.kind in _SAID
        and question.answer_type is not PhraseType.CLAUSE
        and bool(_LEADING.search(question.answer))
    )


def _too_long(question: Question) -> bool:
    limit = 8 if question.kind is QuestionKind.CLOZE else 15
    return question.kind in _SAID and len(split(question.answer)) > limit


_ARTICLE = re.compile(r"(?<![\w&/-])(?P<article>[Aa]n?) (?P<word>[\w’'-]+)")
_SOUNDS_LIKE_YOU = re.compile(r"(?:uni(?!n|m)|us[aeiu]|ut[ei]|ubi|ufo|eu|ew|one|once|u[rk]|u-)", re.I)
_SILENT_H = re.compile(r"(?:hour|honest|hono|heir)", re.I)


def vowel(word: str) -> bool | None:
    """Tell whether a word begins with a vowel sound; None where one cannot know, as with NASA or historic."""
    if word[0].isdigit():
        return bool(re.match(r"8|1[18](?:\d\d|th)?(?!\d)", word))
    if len(word) == 1 or (word[:2].isupper() and word[:2].isalpha()) or not re.search(r"(?i)^\w*[aeiouy]", word):
        return None
    if word[0] in "hH":
        return True if _SILENT_H.match(word) else None if re.match(r"(?i)histor|hab|hero|hotel", word) else False
    return word[0].casefold() in "aeiou" and not _SOUNDS_LIKE_YOU.match(word)


def _article_mismatch(question: Question) -> bool:
    filled = BLANK.sub(lambda _: question.answer, question.prompt) if question.answer else question.prompt
    found = [match for text in (filled, question.answer) for match in _ARTICLE.finditer(text)]
    return any(_is_wrong(match["article"], match["word"]) for match in found)


def _is_wrong(article: str, word: str) -> bool:
    sound = vowel(word)
    if article[0] == "A" and len(article) == 1 and word[0].isupper():
        return False  # Hepatitis A Iceland, plan A
    return sound is not None and (len(article) == 2) != sound


_YEAR_ASKED = re.compile(r"^(?:[Ii]n |[Bb]y |[Ss]ince )?(?:[Ww]hich|[Ww]hat) year\b")
_COUNT_ASKED = re.compile(r"\b[Hh]ow many\b")
_COUNTS = frozenset(numerals.CARDINALS) | {
    "half",
    "dozen",
    "hundred",
    "hundreds",
    "thousands",
    "millions",
    "dozens",
    "no",
}
_COUNTS |= {"none", "several", "many", "few", "third", "quarter", "quarters", "thirds", "all", *numerals.SCALES}


def _unanswered(question: Question) -> bool:
    """Tell whether the prompt asks for a year or a count, and the answer says none."""
    if question.kind not in _SAID:
        return False
    if _YEAR_ASKED.search(question.prompt):
        return not re.search(r"\d{3,4}|\d+ (?:BCE?|CE|AD)|AD \d", question.answer)
    words = {word.casefold() for word in re.findall(r"[A-Za-z]+", question.answer)}
    return bool(_COUNT_ASKED.search(question.prompt)) and not (re.search(r"\d", question.answer) or words & _COUNTS)


def _true_or_false(question: Question) -> bool:
    return question.kind is QuestionKind.TRUEFALSE and question.answer not in ("True", "False")


def _order_parts(question: Question) -> bool:
    if question.kind is not QuestionKind.ORDER:
        return False
    names = [str(part).casefold() for part in question.parts]
    return len(names) < 3 or len(set(names)) < len(names)


def _match_parts(question: Question) -> bool:
    if question.kind is not QuestionKind.MATCH:
        return False
    sides = list(zip(*question.parts, strict=False))
    return len(question.parts) < 3 or any(len(set(map(str, side))) < len(side) for side in sides)


CHECKS = (
    Check("no-answer", ERROR, "the answer has no words", _empty),
    Check("answer-in-stem", ERROR, "the prompt says the answer", _told),
    Check("answer-partly-in-stem", WARNING, "the prompt says most of the answer", _partly_told),
    Check("answer-function-words", ERROR, "the answer has no word that carries meaning", _function_words),
    Check("answer-pronoun", ERROR, "the answer is a pronoun", _is_pronoun),
    Check("answer-cut", ERROR, "the answer begins or ends in the middle of a phrase", _cut),
    Check("answer-preposition", WARNING, "the answer begins with a preposition", _leading_preposition),
    Check("answer-too-long", WARNING, "the answer has more than 15 words, or 8 for a blank", _too_long),
    Check("unanswered", ERROR, "the prompt asks for a year or a number, and the answer is none", _unanswered),
    Check("article-mismatch", ERROR, "a stands for an, or an for a", _article_mismatch),
    Check("not-true-or-false", ERROR, "the answer is neither True nor False", _true_or_false),
    Check("order-parts", ERROR, "fewer than three items to put in order, or two alike", _order_parts),
    Check("match-parts", ERROR, "fewer than three pairs to match, or two sides alike", _match_parts),
)
