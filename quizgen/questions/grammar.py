"""English around a fact: inversion, do-support, the order of what follows the verb, and whole statements."""

import re
from collections.abc import Iterable
from dataclasses import replace

from quizgen import inflect
from quizgen.lexicon import words
from quizgen.model import AMOUNTS, FactDraft, FactKind, Phrase, PhraseType, Verb
from quizgen.questions import motives

_DO = {"past": "did", "present": "do"}
_LEFT_OUT = frozenset({"attribution", "reason"})
_COMMENTS = frozenset(
    {"in addition", "in contrast", "in fact", "in general", "in particular", "in short", "in turn", "of course"}
)
_COMMENTS |= {"at last", "at length", "in due course", "in the end", "once again", "once more"}
_COMMENTS |= {"also", "too", "as well", "instead", "then", "thus", "therefore", "however", "moreover", "further"}
_HEDGES = frozenset(
    "albeit apparently especially including notably occasionally often perhaps possibly probably reportedly"
    " sometimes".split()
)
_RANK = re.compile(r"the (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|only)\b")
_LEADING_ON = frozenset({"as with", "as in", "as for", "unlike", "above all", "as opposed to"})
_LIKENING = frozenset({"like", "much like", "just like", "similar to"})
_WHITHER = frozenset({"to", "into", "from", "at", "in"})
_FEW = 7
_CLAUSAL = re.compile(r"\b(?:that|which|who|whose|whom|where|when|to|age|\w{3,}ing)\b")
_OTHER_DEED = re.compile(
    r"\b(?:that|which|who|whose|whom|where|when|whether|how|albeit)\b|\bto (?!the\b|an?\b|[A-Z\d])[a-z]+ [a-z]"
    r"|\w(?:ed|own|ilt|ound|ade) (?:by|in|before|after|during|between|since|until) |\b(?:1[0-9]|20)\d\d\b"
)
_TOLD = re.compile(r"(?:that|whether|how|why|where|who|what) ")
_INITIALS = re.compile(r"(?:\b[A-Z]\.){2,}$|\b[ap]\.m\.$")
_CAPITAL = re.compile(r"(?:An?|Both|Each|Every|Few|Many|Most|Several|Some|The) (?=[a-z])")
_SETTING_ABOUT = re.compile(r"(?:about|from|into|on|with) [a-z]+ing\b")
_FOR_DOING = re.compile(r"for [a-z]+ing ")
_NEXT = frozenset({"afterward", "afterwards", "later", "next", "subsequently", "then", "thereafter"})
_NOW = {"was": "is", "were": "are"}
_HOLDING = re.compile(r"\b(?:that|which|who) (?:is|are|has|have|does|can|may|must|should|will)\b")
_SELF = re.compile(
    r"(?<=\w)(?<! by)(?<! to)(?<! of)(?<! in)(?<! on)(?<! for)(?<! with) (?:itself|himself|herself|themselves)$"
)
_COUPLED = re.compile(r"(?<=\w) (?:alone|later|too|also|then)$")
_SO_CALLED = re.compile(r"as (?:it|they|he|she) (?:is|are|was|were) (?:[a-z]+ )?(?:called|known|named)\b")
_SIDE = re.compile(r"(?:to|on|in) the (?:(?:north|south)?-?(?:east|west)|north|south|left|right|front|back|rear)")
_APPOSITION = re.compile(r"^(?:[Tt]he|[Aa]n?|[Tt]wo|[Tt]hree|[Ff]our) [^,]*\b[a-z]+, [A-Z][^,]+$")
_LONGEST_STEM = 24
_LINKS = frozenset({"", "as", "when", "while", "once", "until", "before", "after", "because", "since", "if"})
_OFTEN = frozenset({"always", "never", "often", "seldom", "sometimes"})
_BE_FORMS = frozenset({"is", "are", "was", "were"})


def inverted(verb: Verb, subject: Phrase) -> tuple[str, str]:
    """Return the auxiliary before the subject and the rest of the verb group after it: did … touch down."""
    if verb.aux:
        return verb.aux[0], _join(*verb.aux[1:], *verb.adverbs, verb.participle, verb.particle, verb.complement)
    if verb.base == "be":
        return _finite_be(verb), _join(*verb.adverbs, verb.particle, verb.complement)
    do = "does" if verb.tense == "present" and not subject.plural and _is_third(verb) else _DO.get(verb.tense, "did")
    return do, _join(*verb.adverbs, verb.base, verb.particle, verb.complement)


def _is_third(verb: Verb) -> bool:
    return inflect.third(verb.base) in verb.text.split()


def _finite_be(verb: Verb) -> str:
    return next((w for w in verb.text.split() if w in _BE_FORMS), "is")


def finite(verb: Verb, *, singular: bool) -> str:
    """Return the verb group after a question word that is its subject: "What contains", "Who were"."""
    if not singular or (verb.tense == "past" and not verb.text.startswith("were")):
        return verb.text
    head, *rest = verb.text.split(" ")
    if head in verb.adverbs:
        return _join(head, finite_word(rest[0], verb), *rest[1:]) if rest else head
    return _join(finite_word(head, verb), *rest)


def finite_word(word: str, verb: Verb) -> str:
    """Return one finite word in the singular."""
    return inflect.singular_finite(word, verb.base)


def active(verb: Verb) -> str:
    """Return a passive as its doer does it, "compresses" for "is compressed"; "" for what has no such short form."""
    aux, done = verb.aux, inflect.past(verb.base)
    adverbs = [word for word in verb.adverbs if word.endswith("ly") or word in _OFTEN]
    if not verb.passive or verb.complement or len(adverbs) < len(verb.adverbs):
        return ""
    forms = {
        ("is",): inflect.third(verb.base),
        ("are",): inflect.third(verb.base),
        ("was",): done,
        ("were",): done,
    }
    if aux in forms:
        return _join(*adverbs, forms[aux], verb.particle)
    if aux in (("has", "been"), ("have", "been")):
        return _join("has", *adverbs, verb.participle, verb.particle)
    modal = len(aux) == 2 and aux[1] == "be"
    return _join(aux[0], *adverbs, verb.base, verb.particle) if modal else ""


def rest(draft: FactDraft, *, without: Iterable[Phrase]) -> str:
    """Return what follows the verb, in the order of the text, without some phrases and without what only comments."""
    skipped = [id(p) for p in without]
    kept = [p for p in following(draft) if id(p) not in skipped]
    around = zip([None, *kept], kept, [*kept, None][1:], strict=False)
    kept = [date for before, date, after in around if not _parts(before, date, after)]
    return " ".join(words_of(p) for p in _shortened(kept))


def _parts(before: Phrase | None, date: Phrase, after: Phrase | None) -> bool:
    """Return whether a date stands between somebody and what they do: "taught traders in 1866 to keep accounts"."""
    if date.role != "time" or date.type is not PhraseType.DATE or before is None or after is None:
        return False
    deed = after.type is PhraseType.CLAUSE and after.text.startswith("to ") and not after.prep
    return before.role == "object" and deed


def following(draft: FactDraft) -> list[Phrase]:
    """Return what stands behind the verb in a statement, in its order; what stood before the subject comes last, and
    a date behind short phrases."""
    after = [
        p for p in draft.qualifiers if not (_is_left_out(p) or _is_comment(p) or any(test(draft, p) for test in _SPARE))
    ]
    front = [p for p in after if p.position < draft.subject.position and p.prep not in _LIKENING]
    behind = sorted((p for p in after if p.position >= draft.subject.position), key=lambda p: p.position)
    if draft.object is not None:
        behind = sorted([*behind, draft.object], key=lambda p: p.position)
    behind = _dated_last(behind)
    dates = [p for p in [*front, *behind] if (p.type is PhraseType.DATE and p.role == "time") or p.role == "duration"]
    if len(dates) != 1 or dates[0] not in front:
        return [*behind, *front]
    if not any(map(_may_take_date, behind)):
        return [*behind, *front]
    return [*_dated_early(behind, dates[0]), *(p for p in front if p is not dates[0])]


def _dated_early(behind: list[Phrase], date: Phrase) -> list[Phrase]:
    """Return what stands behind a verb with a date from before it, which would seem to belong to a clause or to a deed
    of another time: "noticed in 1784 that the star brightens", "gave rights in 1994 to houses built before 1980"."""
    pairs = zip([None, *behind], behind, strict=False)
    held = (_belongs(each, before) or (before is None and _leads_on(each)) for before, each in pairs)
    fit = (i for i, (each, close) in enumerate(zip(behind, held, strict=True)) if _may_take_date(each) and not close)
    at = next(fit, len(behind))
    return [*behind[:at], date, *behind[at:]]


def _leads_on(phrase: Phrase) -> bool:
    """Return whether a deed belongs so close to its verb that nothing may part them: "set about sorting"."""
    return _SETTING_ABOUT.match(f"{phrase.prep} {phrase.text}".strip()) is not None


def _belongs(phrase: Phrase, before: Phrase | None) -> bool:
    """Return whether a phrase says what the object right before it is for: "a device for measuring the depth"."""
    said = f"{phrase.prep} {phrase.text}".strip()
    close = before is not None and before.role == "object" and phrase.start - before.end <= len(phrase.prep) + 2
    return close and _FOR_DOING.match(said) is not None


def _may_take_date(phrase: Phrase) -> bool:
    """Return whether a date behind a phrase would seem to be that of a deed in it; a noun stays behind its verb."""
    if phrase.role in ("object", "attribute"):
        return phrase.type is PhraseType.CLAUSE and _TOLD.match(phrase.text) is not None
    clause = phrase.type is PhraseType.CLAUSE and len(phrase.text.split()) > 1
    return clause or _OTHER_DEED.search(f"{phrase.prep} {phrase.text}") is not None


def _dated_last(behind: list[Phrase]) -> list[Phrase]:
    """Return phrases with the one date among them at the end: "moved to the hospital at Kampen in 1941".

    A clause stays last, for the date might seem to belong to it.
    """
    dates = [p for p in behind if p.role == "time" and p.type is PhraseType.DATE]
    if len(dates) != 1 or behind[-1] is dates[0]:
        return behind
    later = behind[[p is dates[0] for p in behind].index(True) + 1 :]
    return [*(p for p in behind if p is not dates[0]), dates[0]] if all(map(_is_short, later)) else behind


def _is_short(phrase: Phrase) -> bool:
    """Return whether a phrase is an object or a place of few words, behind which a date cannot belong to it."""
    placed = phrase.role in ("object", "place") or (phrase.role == "other" and phrase.prep in _WHITHER)
    few = len(phrase.text.split()) <= _FEW and not _CLAUSAL.search(phrase.text)
    return placed and few and phrase.type is not PhraseType.CLAUSE


def _is_beside(draft: FactDraft, phrase: Phrase) -> bool:
    """Return whether a noun without preposition only says an amount in other words, "seven times the output", or a
    name that somebody was born with."""
    told = draft.object
    if draft.verb is not None and draft.verb.base == "bear" and draft.verb.passive and not phrase.prep:
        return phrase.role == "other" and phrase.text[:1].isupper() and phrase.type is not PhraseType.DATE
    loose = phrase.role == "other" and not phrase.prep and phrase.type is PhraseType.THING and len(phrase.text) > 10
    return loose and told is not None and told.type in AMOUNTS and phrase.position > told.position


def _is_side(draft: FactDraft, phrase: Phrase) -> bool:
    """Return whether a phrase only leads on to what is seen on the other side: "To the west, posts marked the sky"."""
    first = phrase.position < draft.subject.position and draft.object is not None
    return first and _SIDE.fullmatch(words_of(phrase)) is not None


def _is_second_goal(draft: FactDraft, phrase: Phrase) -> bool:
    """Return whether a phrase only explains the place that something goes to: "to Elm, to a school by the bay"."""
    if phrase.prep != "to" or phrase.role not in ("other", "place") or not phrase.text.startswith(("a ", "an ")):
        return False
    before = (q for q in draft.qualifiers if q.prep == "to" and q.role in ("other", "place") and q.proper)
    return any(q.position < phrase.position for q in before)


_SPARE = (_is_beside, _is_side, _is_second_goal)


def _is_left_out(phrase: Phrase) -> bool:
    return phrase.role in _LEFT_OUT or (phrase.role == "purpose" and not motives.is_told(phrase))


def _is_comment(phrase: Phrase) -> bool:
    """Return whether a phrase leads on from what the text said before, tells what happened beside it or is doubtful."""
    beside = phrase.prep in ("as", "while", "whereas") and phrase.type is PhraseType.CLAUSE
    beside = beside or _SO_CALLED.match(phrase.text) is not None
    hedged = phrase.prep.split(" ")[0] in _HEDGES
    return beside or hedged or words_of(phrase) in _COMMENTS or phrase.prep in _LEADING_ON


def _shortened(kept: list[Phrase]) -> list[Phrase]:
    """Leave out what a question can do without when the stem gets long."""
    for role in ("manner", "other"):
        while sum(len(p.text.split()) for p in kept) > _LONGEST_STEM:
            spare = next((p for p in reversed(kept) if p.role == role and p.type is PhraseType.CLAUSE), None)
            if spare is None:
                break
            kept = [p for p in kept if p is not spare]
    return kept


def words_of(phrase: Phrase) -> str:
    """Return a phrase with its preposition, as it follows the subject that explains its "its"."""
    return f"{phrase.prep} {unstressed(phrase.bound or phrase.text)}".strip()


def statement(
    draft: FactDraft, *, blank: Phrase | None = None, said: str = "_____", without: Iterable[Phrase] = ()
) -> str:
    """Return the fact as a sentence, with ``said`` in the place of the phrase ``blank``."""
    subject = said if draft.subject is blank else closed(unstressed(draft.subject.text))
    skipped = [id(p) for p in without]
    tail = []
    for phrase in following(draft):
        if phrase is blank:
            tail.append(f"{phrase.prep} {said}".strip())
        elif id(phrase) not in skipped:
            tail.append(words_of(phrase))
    verb = draft.verb.text if draft.verb else draft.relation
    if draft.verb is not None and draft.verb.particle == "there":
        return sentence(f"there {_finite_be(draft.verb)} {subject} {' '.join(tail)}")
    return sentence(f"{subject} {verb} {' '.join(tail)}")


def unstressed(text: str) -> str:
    """Return a phrase without the pronoun that only stresses it: "the soil itself"."""
    plain = _SELF.sub("", text)
    return plain[:1].lower() + plain[1:] if _CAPITAL.match(plain) else plain


def settled(draft: FactDraft) -> FactDraft:
    """Return a fact whose verb is said as plainly as a question needs: "covered" for "did once cover".

    What somebody "had" done for good by the day of the text is told as done: first is first for ever, opened is opened.
    """
    draft = _present(_past(_lasting(_dated(_apart(_referring(_without_hour(_unstressed(_without_holder(draft)))))))))
    verb = draft.verb
    if verb is None or verb.aux not in (("did",), ("had",)) or not verb.past:
        return draft
    plain = replace(verb, text=_join(*verb.adverbs, verb.past, verb.particle), aux=(), tense="past")
    if verb.aux == ("did",):
        return draft if verb.complement else replace(draft, verb=plain)
    told = draft.object
    by = [q for q in draft.qualifiers if q.role == "day" and q.prep == "by"]
    if verb.complement or not by or told is None or told.type in AMOUNTS:
        return draft
    if not (_RANK.match(told.text) if verb.base == "become" else verb.base in words("verbs", "final")):
        return draft
    return replace(draft, verb=plain, qualifiers=tuple(q for q in draft.qualifiers if q not in by))


def _unstressed(draft: FactDraft) -> FactDraft:
    """Return a fact whose subject has no word that only stresses or orders it: "Ada herself", "Elm later"."""
    firm = draft.subject.proper or draft.kind is FactKind.DEFINITION
    plain = _COUPLED.sub("", _SELF.sub("", draft.subject.text))
    if not firm or plain == draft.subject.text:
        return draft
    return replace(draft, subject=replace(draft.subject, text=plain))


def _without_hour(draft: FactDraft) -> FactDraft:
    """Return a fact without the hour where it tells the day: "ended at midnight on 30 June 1987"."""
    times = [q for q in draft.qualifiers if q.role == "time"]
    hours = [q for q in times if q.type is PhraseType.TIME and q.prep == "at"]
    hours = [q for q in hours if not any(sign.isdigit() for sign in q.text)]
    if len(times) != 2 or len(hours) != 1 or not any(q.type is PhraseType.DATE for q in times):
        return draft
    return replace(draft, qualifiers=tuple(q for q in draft.qualifiers if q is not hours[0]))


def _apart(draft: FactDraft) -> FactDraft:
    """Return a fact without the adverbs that put it after others of its text: "then runs", "first runs"."""
    verb = draft.verb
    if verb is None:
        return draft
    spare = [word for word in verb.adverbs if word in _NEXT or (word == "first" and verb.tense == "present")]
    for word in spare:
        kept = tuple(each for each in verb.adverbs if each != word)
        verb = replace(verb, adverbs=kept, text=re.sub(rf"\b{word} ?", "", verb.text, count=1).strip())
    return replace(draft, verb=verb) if spare else draft


def _dated(draft: FactDraft) -> FactDraft:
    """Return a fact without "once" where it says when: "once rowed across the bay in 1931"."""
    verb = draft.verb
    if verb is None or "once" not in verb.adverbs or not any(q.role == "time" for q in draft.qualifiers):
        return draft
    adverbs = tuple(word for word in verb.adverbs if word != "once")
    return replace(draft, verb=replace(verb, adverbs=adverbs, text=verb.text.replace("once ", "", 1)))


def _present(draft: FactDraft) -> FactDraft:
    """Return a definition in the present where its meaning is: "a body that should not be confused with another"."""
    verb, told = draft.verb, draft.object
    if draft.kind is not FactKind.DEFINITION or verb is None or verb.text not in _NOW or told is None:
        return draft
    if draft.subject.type is PhraseType.PERSON or not _HOLDING.search(told.text):
        return draft
    return replace(draft, verb=replace(verb, text=_NOW[verb.text], tense="present"))


def _without_holder(draft: FactDraft) -> FactDraft:
    """Return a fact without who held an office then: "became independent in 1980, with Ida Holm as its president"."""
    holder = next((q for q in draft.qualifiers if q.prep == "with" and q.proper and q.type is PhraseType.PERSON), None)
    if holder is None:
        return draft
    behind = [q for q in draft.qualifiers if q.prep == "as" and q.position > holder.position and not q.proper]
    return (
        replace(draft, qualifiers=tuple(q for q in draft.qualifiers if q is not holder and q not in behind))
        if behind
        else draft
    )


def _past(draft: FactDraft) -> FactDraft:
    """Return what happens once in a life as done: "died in Leeds" where the news has "has died in Leeds"."""
    verb = draft.verb
    if verb is None or verb.aux not in (("has",), ("have",)) or verb.base not in words("once", "life"):
        return draft
    past = inflect.past(verb.base)
    text = _join(*verb.adverbs, past, verb.particle, verb.complement)
    return replace(draft, verb=replace(verb, text=text, aux=(), past=past, tense="past"))


def _lasting(draft: FactDraft) -> FactDraft:
    """Return a fact that says for how long: "stayed for over two years" where the text has "stayed over two years"."""
    if draft.verb is None or draft.verb.base not in words("verbs", "lasting"):
        return draft
    return replace(draft, qualifiers=tuple(map(_for_over, draft.qualifiers)))


def _for_over(phrase: Phrase) -> Phrase:
    over = phrase.role == "duration" and phrase.prep == "over" and phrase.text[:4] not in ("the ", "a pe")
    return replace(phrase, prep="for", text=f"over {phrase.text}") if over else phrase


def _referring(draft: FactDraft) -> FactDraft:
    """Return a fact whose clauses do not name its subject again: "as they fall" for "as drops of rain fall"."""
    subject = draft.subject
    if subject.proper or not any(_restates(q, subject) for q in draft.qualifiers):
        return draft
    pronoun = "they" if subject.plural else "it"
    return replace(draft, qualifiers=tuple(_with_pronoun(q, subject, pronoun) for q in draft.qualifiers))


def _restates(phrase: Phrase, subject: Phrase) -> bool:
    before, _, rest = phrase.text.partition(f"{subject.text} ")
    beside = phrase.type is PhraseType.CLAUSE and phrase.role not in ("reason", "purpose")
    return beside and bool(rest) and before.strip() in _LINKS


def _with_pronoun(phrase: Phrase, subject: Phrase, pronoun: str) -> Phrase:
    if not _restates(phrase, subject):
        return phrase
    return replace(phrase, bound=phrase.text.replace(f"{subject.text} ", f"{pronoun} ", 1))


def closed(subject: str) -> str:
    """Return a subject with a comma behind its apposition: "two storms, Ada and Eve,"."""
    return f"{subject}," if _APPOSITION.match(subject) else subject


def sentence(text: str, end: str = ".") -> str:
    """Return text as a sentence: capital first, single spaces, one final mark."""
    text = re.sub(r"\s+", " ", text).strip().rstrip(",;: ")
    text = text if _INITIALS.search(text) else text.rstrip(".,;: ")
    text = re.sub(r"\s+([,.;:?!])", r"\1", text)
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") and end == "." else end)


def _join(*parts: str) -> str:
    return " ".join(p for p in parts if p)
