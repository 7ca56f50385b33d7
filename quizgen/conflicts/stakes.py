"""What a fact says that can be only one thing: when something happened that happens once, and how much something is."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from quizgen import lexicon
from quizgen.conflicts.ranges import Amount, Range, amount, moment
from quizgen.ids import normal
from quizgen.model import Fact, FactDraft, Modality, Phrase, PhraseType

Key = tuple[str, ...]

_WHEN = frozenset({"", "in", "on", "at"})  # prepositions of a time that is that of the event itself
_ASIDE = frozenset({"day"})  # roles that only repeat what the time says
_TAKEN = frozenset({"time", "day"})
_THE = re.compile(r"the ", re.I)
_WHICH = re.compile(r"(?:some|any|one|another|other|several|many|its|his|her|their|our|this|that|these|those) ", re.I)
_NOUN = r"[a-z]+(?: [a-z]+)?"
_OF = re.compile(rf"(?:the |an? )?({_NOUN}) of (.+)", re.I)
_OWN = re.compile(rf"(.+?)['’]s? ({_NOUN})")
_HAS = re.compile(rf"an? ({_NOUN}) of #")
_SIZE = re.compile(r"# (?:in )?(\w+)")
_MEASURES = {
    **{"long": "length", "length": "length", "tall": "height", "high": "height", "height": "height", "wide": "width"},
    **{"width": "width", "deep": "depth", "depth": "depth", "thick": "thickness", "diameter": "diameter"},
    **{"across": "diameter", "heavy": "mass", "old": "age"},
}
_ALIKE = {"weight": "mass"}
_KEPT = frozenset({"length", "height", "width", "depth", "thickness", "diameter", "mass"})  # also of what is past
_OLD = re.compile(r"\bold\b|\bof age\b")
_AGES = 1e4 * 31557600.0  # seconds; what is older than that stays as old as it is
_VERBS = {"weigh": "mass", "cost": "cost"}


class Stake(NamedTuple):
    """A slot of a fact that has one value only; the facts with an equal ``key`` speak of the same one."""

    key: Key
    range: Range
    said: str


def at_stake(fact: Fact) -> Iterator[Stake]:
    """Yield what of a fact other facts can contradict; nothing where that is not certain."""
    draft = fact.draft
    if draft.modality is Modality.CERTAIN and draft.verb is not None:
        yield from _times(draft, fact.document)
        yield from _amounts(draft, f"{fact.document} {fact.evidence[0].section}")


def _times(draft: FactDraft, document: str) -> Iterator[Stake]:
    """Yield the time of an event that happens once to the thing it happens to."""
    verb = draft.verb
    whom = draft.object if draft.object and draft.object.role == "object" else draft.subject
    times = [phrase for phrase in draft.qualifiers if phrase.role == "time"]
    if verb is None or verb.tense != "past" or len(times) != 1:
        return
    time = times[0]
    said = moment(time.values[0].iso) if time.prep in _WHEN and len(time.values) == 1 else None
    if said is None or not _happens_once(verb.lemma, whom):
        return
    if verb.lemma in lexicon.words("once", "life"):
        # A name of one word may be another person's elsewhere.
        others: Iterable[str] = () if " " in whom.text else (document,)
    else:
        others = _others(draft, {id(whom), id(time)})
    deed = " ".join((verb.lemma, verb.particle, verb.complement)).strip()
    yield Stake(("time", deed, _bare(whom.text), *others), said, time.text)


def _happens_once(lemma: str, whom: Phrase) -> bool:
    """Say whether this verb can be true of this thing only once, and the thing is one and not any of its sort."""
    if lemma in lexicon.words("once", "life"):
        return _is_name(whom) and not whom.plural
    if whom.plural and not _is_name(whom):
        return False
    if lemma in lexicon.words("once", "passing"):
        return _is_name(whom) and not lexicon.words("once", "spans").isdisjoint(_bare(whom.text).split())
    if lemma not in lexicon.words("once", "event") or whom.type is PhraseType.PERSON:
        return False
    return _is_name(whom) or (lemma in ("invent", "discover") and _is_kind(whom, "the " if lemma == "invent" else ""))


@lru_cache(maxsize=4096)
def _is_titled(text: str) -> bool:
    words = _THE.sub("", text, count=1).replace("-", " ").split()
    named = [word for word in words if word not in lexicon.words("once", "particles")]
    return bool(named) and words[0] == named[0] and all(not word[0].islower() for word in named)


def _is_name(phrase: Phrase) -> bool:
    """Say whether a phrase is a name from its first word to its last, so that it means one thing everywhere."""
    return phrase.proper and _is_titled(phrase.text)


def _is_kind(phrase: Phrase, article: str) -> bool:
    """Say whether a phrase names a sort as such: "penicillin", with an article "the telephone"."""
    return not phrase.plural and not phrase.proper and " " not in phrase.text.casefold().removeprefix(article)


def _others(draft: FactDraft, without: set[int]) -> Iterator[str]:
    """Yield the arguments beside, the one who acts named alike for the active and the passive."""
    verb = draft.verb
    rest = []
    for phrase in draft.arguments:
        if id(phrase) in without or phrase.role in _ASIDE:
            continue
        acts = phrase.role == "agent" or (phrase is draft.subject and verb is not None and not verb.passive)
        rest.append(f"agent {_bare(phrase.text)}" if acts else f"{phrase.role} {phrase.prep} {_bare(phrase.text)}")
    return iter(sorted(rest))


def _amounts(draft: FactDraft, section: str) -> Iterator[Stake]:
    """Yield how much something is, as far as it stays so; what has no name is the same within a section."""
    verb = draft.verb
    if verb is None or verb.lemma == "include" or verb.complement:
        return
    found = [(phrase, amount(phrase.text, phrase.prep)) for phrase in draft.arguments if phrase.role not in _TAKEN]
    known = [(phrase, read) for phrase, read in found if read is not None]
    if len(known) != 1 or _is_changing(known[0][1]):
        return
    phrase, read = known[0]
    noun = _noun(draft, phrase, read)
    key = noun or _words(draft, phrase, read)
    if key is None or not _stays(draft, noun):
        return
    place = () if _means_one(draft.object if phrase is draft.subject else draft.subject) else (section,)
    rest = _others(draft, {id(phrase), id(draft.subject)})
    yield Stake(("amount", read.range.dimension, *key, *verb.adverbs, *rest, *place), read.range, read.said)


def _is_changing(read: Amount) -> bool:
    """Say whether an amount is an age that is soon another, or a number of sorts, of which each author has his own."""
    counted = read.rest.split()[1:2]
    return (_OLD.search(read.said) is not None and read.range.low < _AGES) or (
        read.rest.startswith("#") and not lexicon.words("once", "sorts").isdisjoint(counted)
    )


def _noun(draft: FactDraft, phrase: Phrase, read: Amount) -> Key | None:
    """Return whose measure it is and which, such as the height of a tower, however the text says it."""
    verb, subject = draft.verb, draft.subject
    whose, noun = _bare(subject.text), ""
    if verb is None or phrase is subject:
        return None
    if verb.lemma == "be" and read.rest == "#":
        of, own = _OF.fullmatch(subject.text), _OWN.fullmatch(subject.text)
        whose, noun = (_bare(of[2]), of[1]) if of else (_bare(own[1]), own[2]) if own else ("", "")
    elif verb.lemma == "be" and (size := _SIZE.fullmatch(read.rest)):
        noun = _MEASURES.get(size[1], "")
    elif verb.lemma == "have" and (has := _HAS.fullmatch(read.rest)):
        noun = has[1]
    elif read.rest == "#" and phrase is draft.object:
        noun = _VERBS.get(verb.lemma, "")
    noun = noun.casefold()
    return (whose, _ALIKE.get(noun, noun), verb.tense) if noun else None


def _words(draft: FactDraft, phrase: Phrase, read: Amount) -> Key | None:
    """Return what is said around the number, where that is no measure with a name."""
    verb, subject = draft.verb, draft.subject
    if verb is None or ((phrase is subject or verb.lemma == "be") and not read.rest.startswith("#")):
        return None
    whose = "" if phrase is subject else _bare(subject.text)
    voice = "passive" if verb.passive else ""
    return whose, voice, verb.lemma, verb.particle, verb.tense, phrase.role, phrase.prep, read.rest


def _stays(draft: FactDraft, noun: Key | None) -> bool:
    """Say whether an amount is not that of some moment: it is always so, for good, or at the time that is told."""
    verb = draft.verb
    if verb is None or len(verb.aux) > verb.passive or verb.tense not in ("present", "past"):
        return False
    lasting = verb.lemma in lexicon.words("once", "lasting") or (noun is not None and noun[1] in _KEPT)
    return verb.tense == "present" or ((lasting or _is_timed(draft, noun)) and _is_name(draft.subject))


def _is_timed(draft: FactDraft, noun: Key | None) -> bool:
    """Say whether it is told when something was so much, to the day where it may change every day."""
    verb = draft.verb
    times = [phrase for phrase in draft.qualifiers if phrase.role == "time" and phrase.prep in _WHEN]
    told = moment(times[0].values[0].iso) if len(times) == 1 and times[0].values else None
    if verb is None or told is None or verb.lemma not in ("be", "have"):
        return False
    return told.low == told.high or verb.lemma == "have" or noun is not None


def _means_one(phrase: Phrase | None) -> bool:
    """Say whether a phrase means the same in every document: it has a name in it, or speaks of a sort as such."""
    if phrase is None:
        return False
    of = _OF.fullmatch(phrase.text)
    text = of[2] if of else phrase.text
    body = phrase.head in lexicon.words("once", "bodies") or " human " in text
    return phrase.proper or body or not (_THE.match(text) or _WHICH.match(text))


def _bare(text: str) -> str:
    return normal(text).removeprefix("the ")
