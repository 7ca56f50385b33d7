"""Abbreviations and short names that a text gives in words."""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from quizgen.extract import definitions, entries, stretches
from quizgen.extract.context import Context
from quizgen.extract.stretches import Stretch
from quizgen.model import FactDraft, Phrase, PhraseType

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_BRACKETED = re.compile(r"\s\(((?:[a-z]{0,2}[A-Z]|[A-Z][a-z]{0,2})[A-Za-z]{0,2}[A-Z]{1,6}s?)\)")
_SMALL = frozenset({"of", "for", "and", "the", "in", "on", "de"})
_Pair = tuple[Stretch, Stretch]  # the short name, the long one


def acronym(context: Context) -> Iterator[FactDraft]:
    """Yield the long form of an abbreviation in brackets.

    Example: The World Health Organization (WHO) sent a team.
        -> alias | WHO | stands for | World Health Organization
    Example: Cells make adenosine triphosphate (ATP) out of sugar.
        -> alias | ATP | stands for | adenosine triphosphate
    Example: The old school of the town (SOT) closed.
        -> none
    """
    text, place = context.reading.sent.text, context.reading.place
    base = context.reading.sent.start_char
    for match in _BRACKETED.finditer(text):
        before = text[: match.start()].rstrip()
        name = _initials(before, match[1]) or _letters(before, match[1])
        if name:
            kind = PhraseType.THING if name[:1].islower() else PhraseType.ORGANISATION
            short = spelled(match[1], place(base + match.start(1)), "subject", kind)
            long = spelled(name, place(base + len(before) - len(name)), "object", kind)
            yield entries.alias(short, "stands for", long, "acronym")


def _initials(before: str, short: str) -> str:
    """Return the words with capitals at the end of a text whose initials spell an abbreviation, or ""."""
    letters = short.removesuffix("s").lower()
    found: list[str] = []
    for word in reversed(before.split()):
        if not (word[:1].isupper() or word in _SMALL) or word[-1] in ",;:":
            return ""
        found.insert(0, word)
        said = "".join(each[0] for each in found if each.lower() not in _SMALL).lower()
        if said == letters and word.lower() not in _SMALL:
            return before[before.rindex(" ".join(found)) :] if " ".join(found) in before else ""
        if len(said) >= len(letters):
            return ""
    return ""


def _letters(before: str, short: str) -> str:
    """Return the words at the end of a text whose letters spell an abbreviation, each word giving its first, or ""."""
    letters = short.removesuffix("s").lower()
    words_ = before.split()
    for count in (len(letters), *range(2, len(letters))):  # one word a letter first: memory management unit (MMU)
        tail = words_[-count:]
        if len(tail) < count or any(not word.replace("-", "").isalpha() for word in tail) or tail[0] in _SMALL:
            continue
        if all(map(str.islower, tail[:1])) and _spells(tail, letters):
            return " ".join(tail) if before.endswith(" ".join(tail)) else ""
    return ""


def _spells(words_: list[str], letters: str) -> bool:
    """Return whether letters come one after the other in words, the first of each among them."""
    rest = letters
    for number, word in enumerate(words_):
        if not rest or word[0].lower() != rest[0]:
            return False
        due = len(words_) - number - 1  # a letter for each word that follows
        taken = 0
        for sign in word.lower():
            if taken < len(rest) - due and sign == rest[taken]:
                taken += 1
        rest = rest[taken:] if not due else rest[_until(rest, words_[number + 1][0].lower(), taken) :]
    return not rest


def _until(rest: str, following: str, most: int) -> int:
    """Return how many letters a word takes before the next word's first letter."""
    return next((n for n in range(1, most + 1) if n < len(rest) and rest[n] == following), most)


def spelled(text: str, start: int, role: str, kind: PhraseType) -> Phrase:
    """Return a name as it stands in the text."""
    head = text.split()[-1].lower()
    return Phrase(text=text, start=start, end=start + len(text), role=role, type=kind, head=head, proper=True)


def shortened(context: Context) -> Iterator[FactDraft]:
    """Yield what an abbreviation that is introduced in words stands for, and the short form of a name.

    "A deep vein thrombosis, abbreviated DVT", "the name NOMA, which stands for …", "the Northern Line, or Line for
    short".
    """
    sent = context.reading.sent
    for token in sent[1:-1]:
        reader = _READERS.get(token.lower_)
        pair = reader(token, sent) if reader is not None else None
        if pair is None:
            continue
        if _is_short(sent, pair[0]):
            yield _spelled_out(*pair, context)
        elif token.lower_ == "short" and all(_is_name(sent, each) for each in pair):
            yield _other_name(*pair, context)


def _abbreviated(cue: "Token", sent: "Span") -> _Pair | None:
    at = cue.i + 2 if cue.nbor(1).lower_ == "as" else cue.i + 1
    long = stretches.before(sent, cue.i - 1 if cue.nbor(-1).text == "," else cue.i)
    return ((at, at + 1), long) if long is not None and at < sent.end else None


def _standing(cue: "Token", sent: "Span") -> _Pair | None:
    at = cue.i - 3 if cue.nbor(-1).lower_ == "which" else cue.i - 1
    long = stretches.description(sent, cue.i + 2) if cue.nbor(1).lower_ == "for" and at >= sent.start else None
    return ((at, at + 1), long) if long is not None else None


def _for_short(cue: "Token", sent: "Span") -> _Pair | None:
    """Return both names of "…, or … for short"."""
    doc, for_ = sent.doc, cue.i - 1
    or_ = next((t.i for t in reversed(doc[max(sent.start + 2, for_ - 5) : for_]) if t.lower_ == "or"), None)
    if doc[for_].lower_ != "for" or or_ is None or doc[or_ - 1].text != ",":
        return None
    long = stretches.before(sent, or_ - 1)
    return ((or_ + 1, for_), long) if long is not None and for_ > or_ + 1 else None


_READERS: "dict[str, Callable[[Token, Span], _Pair | None]]" = {
    "abbreviated": _abbreviated,
    "stand": _standing,
    "stands": _standing,
    "short": _for_short,
}


def _is_short(sent: "Span", stretch: Stretch) -> bool:
    name = sent.doc[stretch[0]].text
    return stretch[1] - stretch[0] == 1 and sum(c.isupper() for c in name) >= 2 and name.isalpha()


def _is_name(sent: "Span", stretch: Stretch) -> bool:
    tokens = [t for t in stretches.words(sent, stretch) if t.tag_ not in ("DT", "IN")]
    return bool(tokens) and all(t.text[:1].isupper() for t in tokens)


def _spelled_out(short: Stretch, long: Stretch, context: Context) -> FactDraft:
    doc = context.reading.sent.doc
    tokens = [t for t in doc[long[0] : long[1]] if t.tag_ not in ("DT",) and t.text not in "()"]
    head = doc[short[0]].lower_
    subject = _phrase([doc[short[0]]], context, role="subject", head=head, proper=True)
    object_ = _phrase(tokens, context, role="object", head=tokens[-1].lemma_.lower(), proper=False)
    return entries.alias(subject, "stands for", object_, "acronym")


def _other_name(short: Stretch, long: Stretch, context: Context) -> FactDraft:
    first, second = (list(stretches.words(context.reading.sent, each)) for each in (long, short))
    subject = _phrase(first, context, role="subject", head=first[-1].lemma_.lower(), proper=True)
    object_ = _phrase(second, context, role="object", head=second[-1].lemma_.lower(), proper=True)
    return entries.alias(subject, "is also called", object_, "other_name")


def _phrase(tokens: "list[Token]", context: Context, *, role: str, head: str, proper: bool) -> Phrase:
    start, end = context.reading.span(tokens)
    return Phrase(text=definitions.raw(tokens), start=start, end=end, role=role, head=head, proper=proper)
