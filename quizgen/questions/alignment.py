"""A statement held against its sentence, sign by sign: what was torn off, left out or lost behind it."""

import re

from quizgen.model import FactDraft, FactKind, Phrase, PhraseType, Sentence

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
    r"|to(?= (?:the|an?|his|her|its|their|each|all) |[ ][A-Z\d])"
    r"|like|better than|back together|(?:very|so|too) little\b) "
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
_HALF_NAME = re.compile(
    r"\b(?:name|title|motto|nickname|book|novel|opera|play|poem|song|titled|entitled) (?:[A-Z][\w’'-]*(?: |$))+$"
)
_PARTICIPLE = re.compile(r"(?:\w{2}ed|\w+wn|set|left|cut|laid|made|found|sent|given|taken)$")
_TURNED = re.compile(r" (?:first|last|free|apart|aside|loose|alight|adrift)\b")
_AGAIN = re.compile(r"(?:more than once|twice|(?:two|three|four|five|six|seven|several|many) times)")
_THEY = re.compile(r"[a-z’'] [A-Z]?[\w’'-]+ (?:he|she|they) and ")
_WHICH = re.compile(r"(?:at|by|from|in|of|on|to|with) (?:which|whom|whose) ", re.I)
_OF_ALL = re.compile(r"the (?:best|better|least|more|most|worst)[ -](?:\w+ed|\w+wn|\w+ful|\w+ent|\w+ous)")
_SCARCELY = r"\b(?P<how>all but|barely|hardly|scarcely|(?:almost|nearly) (?:always|never)) "
_LIST = re.compile(r": an? [^,:;]+, an? [^:;]* and ")
_DEEDS = re.compile(r" (?:and|or) (?:[a-z]+ly )?(?P<deed>[a-z]+) (?:the|an?|his|her|its|their|him|her|it|them|\d+) ")
_UNTIL_SUBJECT = re.compile(  # what a noun behind it is the object of
    r"(?:^|[,;:] )(?:about|across|among|around|at|beside|beyond|by|during|for|from|in|into|near|of|on|over|through|to"
    r"|towards?|under|within) $",
    re.I,
)
_PAIR = re.compile(r"(?:an? |the |its |their )?(?:[a-z-]+ )?(?:couple|group|pair|range|row|series|set)\b")
_NAME = re.compile(r"(?<=[a-z’'] )[A-Z][\w’'-]+")
_OPEN_END = re.compile(r" (?:(?:that|which|who) (?:later |then )?bec[ao]mes?|anything but|but|except)$")
_ENDING = re.compile(r" [-–]\w+\b")  # the ending | -im
_QUOTED_ON = re.compile(r",? (?:(?:and|or) )?[\"“‘]")
_OPENED, _CLOSED = frozenset('"“‘'), frozenset('"”’,.;:)')
_BEHIND_COMMA = frozenset({"apposition", "explained"})
_APART = frozenset({PhraseType.PLACE, PhraseType.COUNTRY, PhraseType.PERSON})
_NAME_OF = re.compile(r"[\w,;’'] [A-Z][\w’'-]+ (?:of|for|[Ww]ithin) (?:[Tt]he )?$")
_NAMES_AND = re.compile(r"[A-Z][\w’'-]+ of (?:[A-Z][\w’'-]+ )*[A-Z][\w’'-]+ and $")
_BEFORE_NAME = re.compile(r"[\w,;’'-] (?P<word>[A-Z][\w’'-]*) $")


def reason(draft: FactDraft, sentence: Sentence) -> str:
    """Return the code of ``CODES`` that speaks against a statement of a sentence, "" where none does."""
    if draft.verb is None or draft.extractor in _VERBATIM:
        return ""
    told = [p for p in draft.arguments if p.role not in _ASIDE and _stands_in(p, sentence)]
    if _is_of_preposition(draft, sentence) or any(map(_lacks_second, told)):
        return "refused-torn"
    if _is_of_one_time(draft) or _shares_object(draft, sentence) or _is_hardly(draft, sentence):
        return "refused-torn"
    if draft.extractor == "explained" and _is_no_meaning(draft, sentence):
        return "refused-torn"
    if draft.extractor in _BEHIND_COMMA and _is_of_longer_name(draft.subject, sentence):
        return "refused-torn"
    if any(
        _is_torn(p, sentence)
        or _is_unsigned(p, sentence)
        or _is_half(p, sentence)
        or _is_skipped_to(p, draft, sentence)
        or _has_hole(p, draft, sentence)
        for p in told
    ):
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


def _is_unsigned(phrase: Phrase, sentence: Sentence) -> bool:
    """Return whether a number has lost its "minus"."""
    before = sentence.text[: phrase.start - sentence.start].lower()
    return phrase.text[:1].isdigit() and before.endswith(("minus ", "negative "))


def _is_half(phrase: Phrase, sentence: Sentence) -> bool:
    """Return whether a phrase has lost what makes it whole: "nor in a city" its neither, "that became" its name."""
    text = phrase.bound or phrase.text
    behind = sentence.text[phrase.end - sentence.start :]
    if re.search(r"\bnor\b", text) and "neither" not in text.lower():
        return True
    if phrase.resolved and _THEY.search(sentence.text[phrase.start - sentence.start : phrase.end - sentence.start]):
        return True
    if _PARTICIPLE.search(text) and " " in text and _TURNED.match(behind):
        return True
    if text.endswith((" instead", " as well")) or _WHICH.match(text) or _OF_ALL.fullmatch(text):
        return True
    if _OPEN_END.search(text) or (" " in text and _ENDING.match(behind)):
        return True
    alone = phrase.prep == "in" and " " not in phrase.text and behind.startswith(" of ")  # in favour | of the change
    if _is_half_quote(phrase, sentence) or _is_end_of_name(phrase, sentence):
        return True
    return alone or (_HALF_NAME.search(text) is not None and re.match(r", [A-Z]", behind) is not None)


def _is_half_quote(phrase: Phrase, sentence: Sentence) -> bool:
    """Return whether the rest of a title is lost, or the next one of a list: "Halt | Now", "“on” | or “off”"."""
    start, end = phrase.start - sentence.start, phrase.end - sentence.start
    said, before, behind = sentence.text[start:end], sentence.text[max(start - 1, 0) : start], sentence.text[end:]
    if before and before in _OPENED and not any(sign in said for sign in '"“”'):
        return behind[:1] not in _CLOSED
    return said.endswith(('"', "”")) and _QUOTED_ON.match(behind) is not None


def _is_end_of_name(phrase: Phrase, sentence: Sentence) -> bool:
    """Return whether a name was cut before a word that is none by itself: "Doctor | Who logo"."""
    found = _BEFORE_NAME.search(sentence.text[: phrase.start - sentence.start])
    return found is not None and re.match(r"(?:Who|What|Which|That|And|Of|Or|The) [a-z]", phrase.text) is not None


def _is_of_longer_name(name: Phrase, sentence: Sentence) -> bool:
    """Return whether the end of a longer name, of a thing, is explained: "the Dance of | the Hours, a ballet"."""
    if not name.proper or name.resolved or name.type in _APART or not _stands_in(name, sentence):
        return False
    before = sentence.text[: name.start - sentence.start]
    return _NAME_OF.search(before) is not None or (name.plural and _NAMES_AND.search(before) is not None)


def _is_hardly(draft: FactDraft, sentence: Sentence) -> bool:
    """Return whether a deed was done hardly or not quite, and the statement has lost it: "has all but stopped"."""
    if draft.verb is None:
        return False
    found = re.search(f"{_SCARCELY}{re.escape(draft.verb.text.split(' ')[-1])}\\b", sentence.text)
    said = {word for p in draft.arguments for word in p.text.split(" ")}
    return found is not None and said.isdisjoint(found["how"].split(" ")[-1:])


def _is_of_preposition(draft: FactDraft, sentence: Sentence) -> bool:
    """Return whether a subject is the object of a preposition and swallowed the true one: "On old lines trains ran"."""
    subject = draft.subject
    if draft.verb is None or not _stands_in(subject, sentence):
        return False
    behind = sentence.text[subject.end - sentence.start :]
    return _UNTIL_SUBJECT.search(sentence.text[: subject.start - sentence.start]) is not None and behind.startswith(
        f" {draft.verb.text} "
    )


def _lacks_second(phrase: Phrase) -> bool:
    """Return whether the second of two was lost: "both the master", "lies between the hill"."""
    text = phrase.bound or phrase.text
    if phrase.plural or phrase.values or re.search(r"\b(?:and|or)\b|–", text):
        return False
    between = phrase.prep.split(" ")[-1] == "between" and _PAIR.match(text) is None
    return between or text.startswith(("both ", "either the ", "either a"))


def _is_no_meaning(draft: FactDraft, sentence: Sentence) -> bool:
    """Return whether what stands behind a comma counts or lists: "troops, thousands of them", ": an A, a B and C"."""
    last = max(p.end for p in draft.arguments) - sentence.start
    first = min(p.start for p in draft.arguments) - sentence.start
    counted = re.search(r"\bof (?:them|these|those)$", sentence.text[:last])
    return counted is not None or any(m.start() < first < m.end() for m in _LIST.finditer(sentence.text))


def _is_of_one_time(draft: FactDraft) -> bool:
    """Return whether what was done more than once has the date of one of the times."""
    dates = [p for p in draft.qualifiers if p.type is PhraseType.DATE and p.prep in ("in", "on", "")]
    return bool(dates) and any(_AGAIN.fullmatch(p.text) for p in draft.arguments)


def _shares_object(draft: FactDraft, sentence: Sentence) -> bool:
    """Return whether a verb has lost the object that stands behind the next one: "wounded and captured a farmer"."""
    if draft.object is not None or draft.verb is None or draft.verb.passive or draft.kind is FactKind.DEFINITION:
        return False
    said = draft.verb.text.split(" ")[-1]
    at = sentence.text.find(f" {said} and ")
    found = _DEEDS.match(sentence.text, at + len(said) + 1) if at >= 0 else None
    return found is not None and said.endswith("ed") and found["deed"].endswith("ed")


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
    if _is_spliced(phrase.text, said):
        return True
    others = [(p.start, p.end) for p in draft.arguments if p is not phrase]
    lost = (m for m in _NAME.finditer(said) if m[0] not in phrase.text)
    return any(not any(a <= begin + m.start() < b for a, b in others) for m in lost)


def _is_spliced(text: str, said: str) -> bool:
    """Return whether an aside was cut out of a phrase too early or too late: "a thermocouple, alloys of two metals"."""
    same = next((n for n, (a, b) in enumerate(zip(text.lower(), said.lower(), strict=False)) if a != b), len(text))
    rest = text[same:].lstrip()
    if not rest or not said.endswith(rest):
        return False
    lost = said[same : len(said) - len(rest)]
    inside = "-" in said[max(same - 1, 0) : same + 1] and "-" in lost[-1:] + rest[:1]
    return (
        inside or (lost.lstrip().startswith(",") and "," not in lost[1:] + rest[:1]) or _is_aside_of(text, same, lost)
    )


def _is_aside_of(text: str, same: int, lost: str) -> bool:
    """Return whether a comma stands before what was cut out and none behind it."""
    return text[:same].rstrip().endswith(",") and bool(lost) and "," not in lost and not lost.isspace()
