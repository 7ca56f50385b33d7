"""Where a statement ends and its sentence goes on: what follows may belong to its verb and have been lost."""

import re

from quizgen.model import FactDraft, Phrase, Sentence

CODES = {"refused-behind": "the sentence goes on behind the statement with what belongs to it: stood … to the harbour"}
_VERBATIM = frozenset({"happening", "effect", "means", "difference", "function", "use", "existence", "why"})
_ASIDE = frozenset({"reason", "purpose"})
_RUN = re.compile(r"\s+(?P<said>[^,;:.—–()\[\]“”\"]*[^\s,;:.—–()\[\]“”\"])")
_LEADING = re.compile(
    r"(?:after|against|along|before|for|from|into|on|onto|since|toward|towards|until|upon|with|within|without|across"
    r"|to(?= (?:the|an?|his|her|its|their|each|all) |[ ][A-Z\d])) "
)
_TURNS = re.compile(
    r"(?:after (?:all|that)|before (?:long|then)|for (?:example|good|instance|now|ever|the first time)"
    r"|from (?:then|now) on"
    r"|on (?:average|foot|purpose|occasion|top|time|board)|since then|to (?:a|an|the|some) (?:\w+ )?(?:degree|extent)"
    r"|until then|with (?:care|ease|time)|without (?:exception|warning))\b"
)


def is_cut(draft: FactDraft, sentence: Sentence) -> bool:
    """Return whether a sentence goes on right behind a statement with a preposition: "stood … to the harbour"."""
    if draft.verb is None or draft.extractor in _VERBATIM:
        return False
    last = max((p for p in draft.arguments if p.role not in _ASIDE), key=lambda p: p.end)
    text, at = sentence.text, last.end - sentence.start
    if not _stands_in(last, sentence):
        return False
    run = _RUN.match(text, at)
    if run is None or any(at <= p.start - sentence.start < run.end() for p in draft.arguments):
        return False
    return _LEADING.match(f"{run['said']} ") is not None and _TURNS.match(run["said"]) is None


def _stands_in(phrase: Phrase, sentence: Sentence) -> bool:
    start, end = phrase.start - sentence.start, phrase.end - sentence.start
    return 0 <= start < end <= len(sentence.text) and (
        phrase.resolved or sentence.text[start:end].endswith(phrase.text[-4:])
    )
