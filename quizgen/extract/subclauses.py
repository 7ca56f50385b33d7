"""Clauses inside a clause: reasons, purposes, complements and whatever else is taken as it stands."""

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from quizgen.extract.context import MEASURES, Context, Statement
from quizgen.extract.echoes import echoed, first_unexplained
from quizgen.extract.motives import is_needed, marks_of, motive
from quizgen.extract.nominals import is_torn
from quizgen.lexicon import words
from quizgen.model import Phrase, PhraseType
from quizgen.syntax import aims, phrases
from quizgen.syntax.clauses import SUBJECTS
from quizgen.syntax.modality import is_beside

if TYPE_CHECKING:
    from spacy.tokens import Token

_TEACHING = frozenset({"coach", "instruct", "teach", "train"})
_RESTRICTING = frozenset({"when", "where", "until", "unless", "if", "than", "as", "whenever"})
_LIMITING = frozenset({"until", "till", "unless", "if"})
_PRECEDING = frozenset({"after", "before"})
_OCCASIONS = frozenset({"when", "after", "once", "before"})  # which say on what occasion something happened
_SUMMING = frozenset({"dobj", "appos", "npadvmod", "attr", "dep", "oprd"})
_OPENING = frozenset({'"', "“", "‘", "``"})
_LONGEST_CLAUSE = 14
_LONGEST_AIM = 20


def take_adverbial(token: "Token", built: Statement, context: Context) -> None:
    """Add what a subordinate clause says of the deed: its reason, its purpose, its limit, the age of its doer."""
    mark = next((c.lower_ for c in token.children if c.dep_ in ("mark", "advmod") and c.i <= token.i), "")
    role = motive(token, built)
    if token.lower_ == "aged":
        _take_age(token, built, context)
    elif mark == "for":
        _take_for(token, built, context)
    elif role == "reason":
        take_opaque(token, built, context, role=role, longest=25)
    elif role == "purpose":
        take_purpose(token, built, context)
    elif mark in _LIMITING or (mark in _RESTRICTING and built.verb is not None and built.verb.tense == "present"):
        if not take_opaque(token, built, context, role="other"):
            built.flaw = built.flaw or "restricted"
    elif mark in _OCCASIONS and (_fits_in_time(token, built) or (mark in _PRECEDING and _is_said_by(token, built))):
        lead = next((c for c in token.head.children if c.dep_ == "npadvmod" and leads_to(c) == token), None)
        parts = sorted([*token.subtree, *(lead.subtree if lead is not None else ())], key=lambda t: t.i)
        take_tokens(parts, token, built, context, role="other", longest=_LONGEST_CLAUSE)
        told = built.object.text if built.object is not None else ""
        built.qualifiers = [q for q in built.qualifiers if not told or told not in q.text]
    elif mark == "than":
        built.flaw = "comparison"


def leads_to(span: "Token") -> "Token | None":
    """Return the verb of the clause from which a span counts: "left" of "a year after the troops left"."""
    behind = span.right_edge.i + 1
    mark = span.doc[behind] if behind < span.sent.end else span
    return mark.head if mark.lower_ in _PRECEDING and mark.dep_ == "mark" and mark.head.dep_ == "advcl" else None


def _take_for(token: "Token", built: Statement, context: Context) -> None:
    """Add "for iron to rust" as it stands, and the two halves of "left for Egypt to observe the light"."""
    doer = next((c for c in token.children if c.dep_ in SUBJECTS), None)
    if doer is None or token.tag_ != "VB":
        return
    if doer.pos_ != "PROPN" or built.clause.lowest.lemma_ not in words("verbs", "departing"):
        take_opaque(token, built, context, role="other")
        return
    goal = phrases.phrase(doer, context.reading, context.discourse, role="place", prep="for")
    if goal is not None:
        built.qualifiers.append(replace(goal, position=doer.i))
        aim = [t for t in token.subtree if t.i > doer.right_edge.i]
        take_tokens(aim, token, built, context, role="purpose", longest=_LONGEST_AIM)


def _is_said_by(clause: "Token", built: Statement) -> bool:
    """Return whether a statement needs the clause that dates it: a general one, or one that tells nothing else."""
    general = built.verb is not None and built.verb.tense == "present" and not built.verb.aux
    bare = built.object is None and not built.qualifiers and clause.i > built.clause.lowest.i
    return general or bare


def _fits_in_time(token: "Token", built: Statement) -> bool:
    """Return whether a clause tells of the time of a deed: what is still to come is none for what was done."""
    if built.verb is None or built.verb.base == "be":
        return False
    present = any(t.tag_ in ("VBZ", "VBP", "MD") for t in (token, *token.children))
    return built.verb.tense != "past" or not present


def take_purpose(token: "Token", built: Statement, context: Context) -> None:
    """Add what a deed is for, or an infinitive that completes the verb or its predicate instead."""
    if "so" in marks_of(token):
        take_opaque(token, built, context, role="purpose", longest=_LONGEST_AIM)
    elif _is_spent(built):
        if not take_opaque(token, built, context, role="other"):
            built.flaw = built.flaw or "complex-clause"
    elif built.clause.lowest.lemma_ in _TEACHING and built.object is not None:  # what they learn, not what for
        take_opaque(token, built, context, role="other")
    elif is_needed(token, built) and token.dep_ != "xcomp":
        if built.clause.passive or built.clause.lowest.lemma_ not in words("verbs", "causing"):
            take_opaque(token, built, context, role="other")
        else:
            built.flaw = "complex-clause"
    elif built.attribute is not None and built.object is not None:
        _complete_attribute(token, built, context)
    elif not take_opaque(token, built, context, role="purpose", longest=_LONGEST_AIM):
        built.flaw = "complex-clause" if built.clause.lowest.lemma_ == "use" else built.flaw


def _is_spent(built: Statement) -> bool:
    """Return whether a deed takes an amount, of which the infinitive tells for what: "needed ten years to settle"."""
    taking = built.verb is not None and built.verb.base in ("need", "take", "require", "cost")
    return taking and built.object is not None and built.object.type in MEASURES


def _complete_attribute(token: "Token", built: Statement, context: Context) -> None:
    """Add an infinitive to the predicate that it explains: "the first capital in Europe to offer free transport"."""
    assert built.attribute is not None and built.object is not None
    tokens = sorted([*phrases.noun_tokens(built.attribute, context.reading), *token.subtree], key=lambda t: t.i)
    whole = tokens[-1].i - tokens[0].i + 1 == len(tokens)
    if not whole or len(tokens) > _LONGEST_CLAUSE + 6 or context.reading.first_unresolved(tokens):
        built.flaw = "complex-clause"
        return
    reading = context.reading
    text, bound = reading.text(tokens), reading.text(tokens, keep_bound=True) if reading.bound else ""
    start, end = reading.span(tokens)
    built.object = replace(built.object, text=text, start=start, end=end, bound="" if bound == text else bound)


def _take_age(token: "Token", built: Statement, context: Context) -> None:
    """Add "aged 63" as "at the age of 63"."""
    years = next((c for c in token.children if c.pos_ == "NUM" and c.i == token.i + 1), None)
    if years is None:
        return
    start, end = context.reading.span([token, years])
    text = f"the age of {years.text}"
    built.qualifiers.append(
        Phrase(text=text, start=start, end=end, role="other", head="age", prep="at", position=token.i)
    )


def take_complement(token: "Token", built: Statement, context: Context) -> None:
    """Add a clause that its verb needs, as it stands."""
    if token.dep_ == "ccomp" and token.i < built.clause.verb.i and is_beside(token):
        return
    reported = built.clause.lowest.lemma_ in words("verbs", "report", "opinion")
    if reported and _is_theory(token, built):
        if not take_opaque(token, built, context, role="object", longest=20):
            built.flaw = "report"
        return
    if token.dep_ == "ccomp" and (reported or token.i < built.clause.verb.i):
        built.flaw = "report" if reported else "complex-clause"
        return
    role = "object" if built.object is None else "other"
    if not take_opaque(token, built, context, role=role) and not _take_first_part(token, built, context, role=role):
        built.flaw = built.flaw or "complex-clause"


def _take_first_part(token: "Token", built: Statement, context: Context, *, role: str) -> bool:
    """Add an infinitive without what stands behind a comma: "allowed a wife to divorce, without giving a cause"."""
    parts = list(token.subtree)
    comma = next((n for n, t in enumerate(parts) if t.text == "," and t.i > token.i), 0)
    if not comma or not aims.is_infinitive(token) or parts[comma + 1 :][:1] == []:
        return False
    added = parts[comma + 1].dep_ in ("prep", "mark", "advmod") or parts[comma + 1].tag_ == "VBG"
    return added and take_tokens(parts[:comma], token, built, context, role=role, longest=_LONGEST_CLAUSE)


def _is_theory(token: "Token", built: Statement) -> bool:
    """Return whether a named person's thought is told, of which it can be asked whose it was."""
    subject, verb = built.subject, built.verb
    named = subject is not None and subject.proper and subject.type in (PhraseType.PERSON, PhraseType.UNKNOWN)
    marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children)
    told = verb is not None and verb.tense == "past" and not verb.aux and verb.base in words("verbs", "theory")
    return named and marked and told and token.i > built.clause.lowest.i


def take_opaque(
    token: "Token", built: Statement, context: Context, *, role: str, longest: int = _LONGEST_CLAUSE
) -> bool:
    """Add a dependent as it stands; return whether that was possible."""
    return take_tokens(list(token.subtree), token, built, context, role=role, longest=longest)


def take_tokens(
    parts: "list[Token]", token: "Token", built: Statement, context: Context, *, role: str, longest: int
) -> bool:
    """Add the words of a dependent or a part of them as they stand; return whether that was possible."""
    reading = context.reading
    if role in ("other", "manner") and token.i > built.clause.lowest.i and phrases.is_set_off(token):
        return True
    timed = {i for t in reading.times if t.head >= 0 and t.head != token.i for i in range(t.first, t.end)}
    tokens = [t for t in parts if t.i not in timed or role in ("reason", "purpose")]
    tokens = _before_summary(phrases.trimmed([t for t in tokens if t.i >= reading.sent.start]))
    while tokens and tokens[-1].pos_ in ("ADP", "SCONJ") and tokens[-1].dep_ != "prt" and not _is_left(tokens[-1]):
        tokens = tokens[:-1]
    if role == "purpose" and tokens and tokens[0].is_sent_start:
        tokens = _to_comma(tokens)
    if tokens and _is_before_speech(tokens[-1]):
        return False
    whole = tokens and tokens[-1].i - tokens[0].i + 1 == len(tokens) and not is_torn(tokens)
    motive_ = role in ("reason", "purpose")
    unknown = first_unexplained(tokens, built, context) if motive_ else reading.first_unresolved(tokens)
    if not whole or len(tokens) > longest or unknown:
        return False
    text = reading.text(tokens)
    start, end = reading.span(tokens)
    follows = motive_ or (token.dep_ in ("acl", "ccomp") and token.i > built.clause.verb.i)
    reading.echoed |= echoed(tokens, built, context) if follows else set()
    bound = reading.text(tokens, keep_bound=True, keep_echoed=follows)
    kind = PhraseType.CLAUSE if len(tokens) > 1 or role == "attribute" else PhraseType.THING
    built.qualifiers.append(
        Phrase(
            text=text,
            start=start,
            end=end,
            role=role,
            type=kind,
            head=token.lemma_.lower(),
            resolved=reading.changed(tokens),
            bound="" if bound == text else bound,
            position=tokens[0].i,
        )
    )
    return True


def _is_left(prep: "Token") -> bool:
    """Return whether a preposition ends a passive and its sentence: "that he was being spied upon"."""
    verb = prep.head
    passive = verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.lefts) and prep.i == verb.i + 1
    return (
        passive
        and prep.lower_ != "since"
        and not list(prep.children)
        and prep.i + 1 < prep.sent.end
        and prep.nbor(1).is_punct
    )


def _to_comma(tokens: "list[Token]") -> "list[Token]":
    """Return an aim that opens a sentence up to its comma, which ends it: "To reach farther, astronomers …"."""
    last, doc = tokens[-1], tokens[-1].doc
    ahead = doc[last.i + 1 : min(last.i + 5, last.sent.end)]
    comma = next((t.i for t in ahead if t.text == ","), last.i + 1)
    return [*tokens, *doc[last.i + 1 : comma]] if comma > last.i + 1 else tokens


def _is_before_speech(last: "Token") -> bool:
    """Return whether what somebody says follows a clause and is no part of it: "when somebody cried, “A boat!”"."""
    behind = last.doc[last.i + 1 : last.i + 3]
    return len(behind) == 2 and behind[0].text in (",", ":") and behind[1].text in _OPENING


def _before_summary(tokens: "list[Token]") -> "list[Token]":
    """Return a clause without the noun behind a comma that sums it up: "to tell how old it is, a method called …"."""
    for mark, after in pairwise(tokens):
        noun = after.head
        if mark.text != "," or after.lower_ not in ("a", "an") or noun.dep_ not in _SUMMING:
            continue
        above = noun.head
        told = above.pos_ in ("VERB", "AUX") and above.i < mark.i and not any(c.dep_ == "cc" for c in above.children)
        if told and noun.right_edge.i >= tokens[-1].i and any(c.dep_ in ("acl", "relcl", "prep") for c in noun.rights):
            return [t for t in tokens if t.i < mark.i]
    return tokens


def is_timed(token: "Token", context: Context) -> bool:
    """Return whether a token is part of a time that belongs to a verb."""
    return any(time.head >= 0 and time.first <= token.i < time.end for time in context.reading.times)
