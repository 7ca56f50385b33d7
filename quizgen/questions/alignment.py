"""A statement held against its sentence, sign by sign: what was torn off, left out or lost behind it."""

import re

from quizgen.model import FactDraft, Phrase, Sentence

CODES = {
    "refused-behind": "the sentence goes on behind the statement with what belongs to it: stood … to the harbour",
    "refused-torn": "a phrase runs on into the next clause, or begins or ends with what belongs elsewhere",
}
_VERBATIM = frozenset({"happening", "effect", "means", "difference", "function", "use", "existence", "why"})
_ASIDE = frozenset({"reason", "purpose"})
_RUN = re.compile(r"\s+(?P<said>[^,;:.—–()\[\]“”\"]*[^\s,;:.—–()\[\]“”\"])")
_LEADING = re.compile(
    r"(?:after|against|along|before|for|from|into|on|onto|since|toward|towards|until|upon|with|within|without|across"
    r"|(?:each|every) time|as (?:long|soon) as|if|unless|when|whenever"
    r"|to(?= (?:the|an?|his|her|its|their|each|all) |[ ][A-Z\d])) "
)
_TURNS = re.compile(
    r"(?:after (?:all|that)|before (?:long|then)|for (?:example|good|instance|now|ever|the first time)"
    r"|from (?:then|now) on"
    r"|on (?:average|foot|purpose|occasion|top|time|board)|since then|to (?:a|an|the|some) (?:\w+ )?(?:degree|extent)"
    r"|until then|with (?:care|ease|time)|without (?:exception|warning))\b"
)
_JOINED = re.compile(r"[A-Za-z][–-][^\W\d]|[^\W\d_]{2}")  # across the border of a phrase: inside a word or a name
_PLACE = re.compile(
    r"\b(?:across|at|by|for|from|in|into|on|on to|onto|over|through|to|with) (?:the|an?) "
    r"(?:(?!and |but |or )[\w’'-]+ ){1,5}$"
)
_BRACKET = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_NAME = re.compile(r"(?<=[a-z’'] )[A-Z][\w’'-]+")


def reason(draft: FactDraft, sentence: Sentence) -> str:
    """Return the code of ``CODES`` that speaks against a statement of a sentence, "" where none does."""
    if draft.verb is None or draft.extractor in _VERBATIM:
        return ""
    told = [p for p in draft.arguments if p.role not in _ASIDE and _stands_in(p, sentence)]
    if any(_is_torn(p, sentence) or _is_skipped_to(p, draft, sentence) or _has_hole(p, draft, sentence) for p in told):
        return "refused-torn"
    last = max(draft.arguments, key=lambda p: p.end if p.role not in _ASIDE else 0)
    return "refused-behind" if last in told and _goes_on(last, draft, sentence) else ""


def _stands_in(phrase: Phrase, sentence: Sentence) -> bool:
    start, end = phrase.start - sentence.start, phrase.end - sentence.start
    inside = 0 <= start < end <= len(sentence.text)
    return inside and (phrase.resolved or sentence.text[start:end].endswith(phrase.text[-4:]))


def _goes_on(last: Phrase, draft: FactDraft, sentence: Sentence) -> bool:
    """Return whether a sentence goes on right behind a statement with a preposition: "stood … to the harbour"."""
    at = last.end - sentence.start
    run = _RUN.match(sentence.text, at)
    if run is None or any(at <= p.start - sentence.start < run.end() for p in draft.arguments):
        return False
    return _LEADING.match(f"{run['said']} ") is not None and _TURNS.match(run["said"]) is None


def _is_torn(phrase: Phrase, sentence: Sentence) -> bool:
    """Return whether a phrase begins or ends inside a name: "the Hunga Tonga" of "Hunga Tonga–Hunga Ha'apai"."""
    start, end = phrase.start - sentence.start, phrase.end - sentence.start
    around = (sentence.text[max(start - 2, 0) : start + 1], sentence.text[end - 1 : end + 2])
    return any(_JOINED.match(signs) or _JOINED.match(signs[1:]) for signs in around)


def _is_skipped_to(phrase: Phrase, draft: FactDraft, sentence: Sentence) -> bool:
    """Return whether words between verb or object and a phrase were lost: "drove it on to the rocks off Elm"."""
    if phrase.role in _ASIDE or phrase is draft.subject or draft.verb is None:
        return False
    said = sentence.text[: phrase.start - sentence.start].removesuffix(f"{phrase.prep} " if phrase.prep else "")
    run = _PLACE.search(said)
    if run is None or any(run.start() < p.end - sentence.start <= run.end() for p in draft.arguments):
        return False
    before = said[: run.start()].rstrip()
    ends = {p.end - sentence.start for p in draft.arguments}
    return len(before) in ends or before.endswith(f" {draft.verb.text.split(' ')[-1]}")


def _has_hole(phrase: Phrase, draft: FactDraft, sentence: Sentence) -> bool:
    """Return whether a name inside a phrase was lost: "the Faroe and islands" of "the Faroe and Shetland islands"."""
    if phrase.resolved:
        return False
    begin = phrase.start
    said = _BRACKET.sub(lambda m: " " * len(m[0]), sentence.text[begin - sentence.start : phrase.end - sentence.start])
    others = [(p.start, p.end) for p in draft.arguments if p is not phrase]
    lost = (m for m in _NAME.finditer(said) if m[0] not in phrase.text)
    return any(not any(a <= begin + m.start() < b for a, b in others) for m in lost)
