"""How a prompt reads: length, punctuation, blanks, doubled words."""

import re

from quizgen import ids, lists
from quizgen.flaws.code import ERROR, INFO, WARNING, Check, in_prompt
from quizgen.flaws.words import ASKING, BLANK, split
from quizgen.model import Question, QuestionKind


def _texts(question: Question) -> list[str]:
    return [question.prompt, question.answer, *(option.text for option in question.options)]


def _unbalanced(question: Question) -> bool:
    return any(_is_unbalanced(text) for text in _texts(question))


def _is_unbalanced(text: str) -> bool:
    pairs = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))
    return text.count('"') % 2 == 1 or any(text.count(a) != text.count(b) for a, b in pairs)


_STRAY = re.compile(
    r" [,;:?!)\]]| \.(?![\d.])|[(\[] |\S\s{2,}\S|^\s|\s$|\s['’]s\b|,,|`|''|--(?=\w)|\d\. \d|(?<!\.[A-Zm])\.\?|,\?"
)


def _stray_space(question: Question) -> bool:
    return any(_STRAY.search(text) for text in _texts(question))


_DOUBLED = re.compile(r"\b([A-Za-z]+) \1\b", re.I)
_MAY_DOUBLE = frozenset({"had", "that", "is", "very", "long", "bye", "no", "do", "does"})


def _is_content(word: str) -> bool:
    return word.casefold() not in lists.words("function")  # Pago Pago, Duran Duran


def _doubled_word(question: Question) -> bool:
    return any(
        match[1].casefold() not in _MAY_DOUBLE and not (match[0].istitle() and _is_content(match[1]))
        for text in _texts(question)
        for match in _DOUBLED.finditer(text)
    )


_OF_PREPOSITION = re.compile(r"\b(?:in|on|at|to|for|by|with|from) of\b|\bof (?:on|at|to)\b", re.I)
_TWO_PLACES = re.compile(
    r"\b(?:in (?:on|at)|on (?:in|at)|at (?:in|on)|from from|by (?:in|on)|during (?:in|on|at)|in during)\b", re.I
)
_WH = re.compile(
    r"^(?:(?:In|On|At|From|To|By|For|With|Of|About|During|Since|Until) )?(?:what|which|who|whom|whose|where)\b", re.I
)


def _doubled_preposition(question: Question) -> bool:
    # "What did it land on in 2013?" is right: what follows "on" stands at the front
    stranded = bool(_WH.search(question.prompt))
    if not stranded and _TWO_PLACES.search(question.prompt):
        return True
    return any(
        _OF_PREPOSITION.search(text) for text in ([question.answer] if stranded else [question.prompt, question.answer])
    )


_REPEATED = re.compile(r"\b(\w+(?: \w+){4})\b.*\b\1\b", re.I)


def _repeated(question: Question) -> bool:
    return bool(_REPEATED.search(re.sub(r"[^\w ]", "", question.prompt)))


_FURNITURE = re.compile(
    r"\b(?:[Rr]ead more:?|[Cc]lick here|[Pp]hotos? (?:by|courtesy)|[Gg]etty Images|min read"
    r"|[Aa]ll rights reserved|[Ss]hare this|[Ff]ollow us)\b|©|https?://|www\."
)


def _furniture(question: Question) -> bool:
    return any(_FURNITURE.search(text) for text in _texts(question))


def _length(question: Question) -> int:
    return len(split(question.prompt)) + len(BLANK.findall(question.prompt))


def _no_question_mark(question: Question) -> bool:
    return (
        question.kind in ASKING
        and not BLANK.search(question.prompt)
        and not question.prompt.endswith(("?", "?”", '?"'))
    )


_COMPARED = re.compile(
    r"\b(?:farther|further|closer|nearer|faster|slower|higher|lower|deeper|sooner|later|earlier|denser|softer|harder"
    r"|larger|smaller|bigger|warmer|cooler|heavier|lighter|stronger|weaker|differently|more [a-z]+ly)"
    r"(?: (?:up|down|out|away|on|in|off|back|apart))?[?.]$"
)
_CUT = re.compile(r"\w (?:where|which|whose|when|while|although|because|and|or|nor|than)[?.]$")


def _compares_with_nothing(question: Question) -> bool:
    """Tell whether a comparative ends the prompt and nothing in it is what is compared with."""
    told = re.search(r"\b(?:than|the \w+er the|when|if|as|with)\b", question.prompt)
    return bool(_COMPARED.search(question.prompt)) and not told


def _no_blank(question: Question) -> bool:
    return question.kind is QuestionKind.CLOZE and not BLANK.search(question.prompt)


def _many_blanks(question: Question) -> bool:
    return len(BLANK.findall(question.prompt)) > 2


def _small_start(question: Question) -> bool:
    return bool(re.match(r"[a-z]+(?![A-Z\w-])", question.prompt))


_UNFOCUSED = re.compile(
    r"^(?:Which of the following(?: statements| sentences)? (?:is|are) (?:true|false|(?:in)?correct)\b[^,]{0,12}\?"
    r"|What about\b|What is (?:it|this|that|true)\?|Which one\?|True or false\?$)"
)
_NEGATIVE = re.compile(
    r"\b(?:[Ww]hich|[Ww]hat|[Ww]ho)\b.*\b(?:is|are|was|were|does|do|did|has|have|can|could) not\b|\bexcept\b"
)
_DOUBLE_NEGATIVE = re.compile(
    r"\b(?:not|n[o’']t|never)\b.*\b(?:no|not|never|none|nothing|without|unable|unlikely)\b", re.I
)


def _verbatim(question: Question) -> bool:
    if question.kind is QuestionKind.CLOZE or not question.sources or len(split(question.prompt)) < 8:
        return False
    prompt = " ".join(split(ids.normal(question.prompt)))
    return any(prompt in " ".join(split(ids.normal(source.sentence))) for source in question.sources)


CHECKS = (
    Check(
        "no-prompt", ERROR, "the question has no words", lambda q: not split(q.prompt) and not BLANK.search(q.prompt)
    ),
    Check("no-question-mark", ERROR, "the prompt is no question", _no_question_mark),
    Check("stem-cut", ERROR, "the prompt ends in the middle of a clause", in_prompt(_CUT)),
    Check("no-comparison", ERROR, "the prompt compares and does not say with what", _compares_with_nothing),
    Check("no-blank", ERROR, "the sentence has no blank", _no_blank),
    Check("many-blanks", WARNING, "the sentence has more than two blanks", _many_blanks),
    Check("page-furniture", ERROR, "prompt or answer holds a link, a credit or the like", _furniture),
    Check("unbalanced", ERROR, "a quotation mark or bracket is missing", _unbalanced),
    Check("stray-space", ERROR, "a space or punctuation mark is in the wrong place", _stray_space),
    Check("doubled-word", ERROR, "a word stands twice in a row", _doubled_word),
    Check("repeated-words", ERROR, "five words of the prompt stand there twice", _repeated),
    Check("doubled-preposition", ERROR, "two prepositions collide", _doubled_preposition),
    Check("small-start", WARNING, "the prompt begins with a small letter", _small_start),
    Check("stem-too-long", WARNING, "the prompt has more than 30 words", lambda q: _length(q) > 30),
    Check("stem-too-short", WARNING, "the prompt has fewer than three words", lambda q: 0 < _length(q) < 3),
    Check("no-focus", WARNING, "the prompt asks for nothing in particular", in_prompt(_UNFOCUSED)),
    Check(
        "negative-stem",
        WARNING,
        "the prompt asks for what is not so",
        lambda q: bool(q.options) and bool(_NEGATIVE.search(q.prompt)),
    ),
    Check("double-negative", WARNING, "the prompt denies twice", in_prompt(_DOUBLE_NEGATIVE)),
    Check("verbatim", INFO, "the prompt is copied from the source", _verbatim),
)
