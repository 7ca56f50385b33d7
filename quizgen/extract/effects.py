"""What a deed brings about, how an aim is reached, and how things differ, said with the clause of the text."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen import inflect
from quizgen.extract import predications, verbatim
from quizgen.extract.context import Context
from quizgen.extract.predications import Predication
from quizgen.lexicon import noun_type
from quizgen.model import FactDraft, FactKind, Phrase, PhraseType, Verb
from quizgen.syntax import phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO_EFFECT = frozenset(
    """be have mean involve require take need become seem remain include begin start depend continue appear prove
    cost last belong form represent complete""".split()
)
_NO_AIM = frozenset("be have do know see understand say summarize begin start try illustrate".split())
_LEADING_ON = frozenset({"then", "thus", "therefore", "otherwise"})
_LONGEST, _SHORT, _LONGEST_PAIR = 12, 6, 32
_OPPOSING = frozenset({"whereas", "while"})


def effect(context: Context) -> Iterator[FactDraft]:
    """Yield what doing something brings about.

    Example: Tightening a string raises its pitch.
        -> relation | tightening a string | has | It raises its pitch
    Example: Running a school is expensive.
        -> none
    Example: Lifting the arm can then cause pain.
        -> none
    """
    tokens = context.reading.tokens
    verb = next((t for t in tokens if t.dep_ == "ROOT"), None)
    if verb is None or tokens[0].tag_ != "VBG" or tokens[0].i == verb.i:
        return
    first = verbatim.finite(verb)
    deed = [t for t in tokens if t.i < first.i]
    if any(c.dep_ == "neg" for c in verb.children) or not _is_deed(deed, verb):
        return
    if not verbatim.is_clear(deed, context) or verb.lemma_ in _NO_EFFECT:
        return
    found = verbatim.outcome([t for t in tokens if t.i >= first.i], context, deed)
    leads_on = any(t.lower_ in _LEADING_ON for t in found)
    if not leads_on and verbatim.is_general(verb) and first.lower_ not in ("will", "must", "may") and len(found) > 1:
        subject = verbatim.told(deed, context, role="subject", kind=PhraseType.THING)
        told = verbatim.told(found, context, role="object", after=subject.text, kind=PhraseType.CLAUSE)
        yield _draft(subject, _verb("have", "present"), replace(told, text=f"It {told.text}"), (), "effect")


def _is_deed(tokens: "list[Token]", verb: "Token") -> bool:
    """Return whether words before a verb are a deed that is its subject: "tightening a peg", not "growing demand"."""
    if not 1 < len(tokens) <= _LONGEST or any(t.text in ",;:" for t in tokens):
        return False
    clause = any(c.dep_ == "csubj" and c.i == tokens[0].i for c in verb.lefts)
    return clause or (tokens[1].pos_ == "DET" and verbatim.subject_of(verb) is not None)


def means(context: Context) -> Iterator[FactDraft]:
    """Yield how somebody or something reaches an aim that opens the sentence.

    Example: To keep warm in winter, bees form a dense cluster.
        -> relation | bees | keep warm in winter | They form a dense cluster
    Example: To reach the island, travellers are taken across by boat.
        -> none
    """
    tokens = context.reading.tokens
    comma = next((n for n, t in enumerate(tokens[:_LONGEST]) if t.text == ","), 0)
    if tokens[0].lower_ != "to" or tokens[0].tag_ != "TO" or comma < 3 or tokens[1].tag_ != "VB":
        return
    aim, rest = tokens[1:comma], tokens[comma + 1 :]
    found = verbatim.outcome(rest, context, aim)
    told = predications.opening(found, context) if found else None
    if told is None or not verbatim.is_clear(aim, context) or aim[0].lemma_ in _NO_AIM:
        return
    if told.verb.lemma_ in ("be", "have", "need") or told.finite.tag_ == "MD" or told.finite.i != told.verb.i:
        return
    subject = predications.subject(told, context)
    aim_ = verbatim.told(aim, context, role="other", after=subject.text, kind=PhraseType.THING).text
    answer = verbatim.told(found, context, role="object", kind=PhraseType.CLAUSE)
    base, _, complement = aim_.partition(" ")
    verb = _verb(base, told.tense, plural=told.is_plural)
    verb = replace(verb, text=f"{verb.text} {complement}".strip(), complement=complement)
    yield _draft(subject, verb, verbatim.capital(_with_pronoun(answer, told)), (), "means")


def _with_pronoun(answer: Phrase, told: Predication) -> Phrase:
    """Return a statement with "they" or "it" for the subject, which the stem names."""
    noun = predications.head(told)
    named = noun.pos_ == "PROPN" or noun_type(noun.lemma_.lower()) in (PhraseType.PERSON, PhraseType.UNKNOWN)
    said = "".join(t.text_with_ws for t in told.subject).strip().casefold()
    if not answer.text.casefold().startswith(f"{said} ") or (named and not told.is_plural):
        return answer
    return replace(answer, text=f"{'they' if told.is_plural else 'it'} {answer.text[len(said) + 1 :]}")


def _first_statement(tokens: "list[Token]") -> "list[Token]":
    """Return words up to the comma behind which another statement or a clause begins."""
    end = next((n for n, t in enumerate(tokens) if t.text == "," and n > 2), len(tokens))
    return tokens[:end]


def difference(context: Context) -> Iterator[FactDraft]:
    """Yield how one thing differs from another.

    Example: Unlike frogs, toads have dry skin.
        -> relation | toads | differ | They have dry skin
    Example: A solar day differs from a sidereal day in one respect: it is four minutes longer.
        -> relation | a solar day | differs | It is four minutes longer
    Example: Arteries carry blood away from the heart, whereas veins carry it back.
        -> relation | arteries | differ | Arteries carry blood away from the heart, whereas veins carry it back
    Example: Unlike frogs, they have dry skin.
        -> none
    """
    tokens = verbatim.unled(context.reading.tokens)
    if tokens and tokens[0].lower_ == "unlike":
        yield from _unlike(tokens, context)
    elif any(t.lemma_ == "differ" for t in tokens):
        yield from _differing(tokens, context)
    elif any(t.lower_ in _OPPOSING for t in tokens):
        yield from _opposed(tokens, context)


def _opposed(tokens: "list[Token]", context: Context) -> Iterator[FactDraft]:
    """Yield how two kinds differ of which a sentence tells one after the other: "…, whereas …"."""
    at = next((n for n, t in enumerate(tokens) if t.lower_ in _OPPOSING), 0)
    whole = phrases.trimmed(tokens)
    if at < 3 or tokens[at - 1].text != "," or len(whole) > _LONGEST_PAIR or not verbatim.is_plain(whole, context, []):
        return
    verbs = [predications.verb_of(half) for half in (whole[: at - 1], whole[at + 1 :])]
    subjects = [verbatim.subject_of(verb) for verb in verbs if verb is not None and verbatim.is_general(verb)]
    first, second = (*subjects, None, None)[:2]
    if first is None or second is None or verbs[0] is None or not _are_alike(first, second):
        return
    stems = [sorted(each.subtree, key=lambda t: t.i) for each in (first, second)]
    opens = stems[0][0].i == whole[0].i and stems[1][0].i == tokens[at + 1].i
    if opens and all(len(stem) <= _SHORT and verbatim.is_clear(stem, context) for stem in stems):
        told = Predication(stems[0], verbatim.finite(verbs[0]), verbs[0], [], [])
        answer = verbatim.told(whole, context, role="object", kind=PhraseType.CLAUSE)
        yield from _contrast(told, stems[1], answer, context)


def _are_alike(first: "Token", second: "Token") -> bool:
    """Return whether two subjects are kinds that can be compared: two bare plurals, or sorts of one noun."""
    if any(t.pos_ != "NOUN" for t in (first, second)):
        return False
    bare = all(t.tag_ == "NNS" and not any(c.pos_ in ("DET", "NUM", "PRON") for c in t.lefts) for t in (first, second))
    whole = all(not any(c.lower_ == "of" for c in t.rights) for t in (first, second))  # not "blocks of zinc"
    return (bare and whole) or first.lemma_ == second.lemma_


def _unlike(tokens: "list[Token]", context: Context) -> Iterator[FactDraft]:
    comma = next((n for n, t in enumerate(tokens[:_LONGEST]) if t.text == ","), 0)
    other, found = tokens[1:comma], verbatim.outcome(verbatim.unled(tokens[comma + 1 :]), context)
    told = predications.predication(_first_statement(found), context) if found else None
    if told is not None and other and not told.front and verbatim.is_clear(other, context):
        answer = verbatim.told(found, context, role="object", after="", kind=PhraseType.CLAUSE)
        yield from _contrast(told, other, _with_pronoun(answer, told), context)


def _differing(tokens: "list[Token]", context: Context) -> Iterator[FactDraft]:
    """Yield the difference that a text tells behind a colon: "differs from … in one respect: …"."""
    colon = next((n for n, t in enumerate(tokens) if t.text == ":"), 0)
    told = predications.predication(tokens[:colon], context) if colon else None
    if told is None or told.verb.lemma_ != "differ" or told.front:
        return
    start = next((n for n, t in enumerate(told.rest) if t.lower_ == "from"), -1)
    behind = told.rest[start + 1 :]
    end = next((n for n, t in enumerate(behind) if t.lower_ == "in"), len(behind))
    found = verbatim.outcome(tokens[colon + 1 :], context)
    if start >= 0 and behind[:end] and found and predications.verb_of(found) is not None:
        subject = predications.subject(told, context)
        answer = verbatim.told(found, context, role="object", after=subject.text, kind=PhraseType.CLAUSE)
        yield from _contrast(told, behind[:end], answer, context)


def _contrast(told: Predication, other: "list[Token]", answer: Phrase, context: Context) -> Iterator[FactDraft]:
    subject = predications.subject(told, context)
    against = replace(verbatim.told(other, context, role="other", kind=PhraseType.THING), prep="from")
    verb = _verb("differ", "past" if told.tense == "past" else "present", plural=told.is_plural)
    yield _draft(subject, verb, verbatim.capital(answer), (against,), "difference")


def _verb(base: str, tense: str, *, plural: bool = False) -> Verb:
    present = base if plural else inflect.third(base)
    return Verb(
        lemma=base,
        text=inflect.past(base) if tense == "past" else present,
        base=base,
        past=inflect.past(base),
        participle=inflect.participle(base),
        tense=tense,
    )


def _draft(subject: Phrase, verb: Verb, answer: Phrase, rest: tuple[Phrase, ...], name: str) -> FactDraft:
    return FactDraft(
        kind=FactKind.RELATION,
        subject=subject,
        relation=verb.text,
        object=answer,
        qualifiers=rest,
        verb=verb,
        extractor=name,
        start=min(subject.start, answer.start),
        end=max(subject.end, answer.end),
    )


PATTERNS = (effect, means, difference)
