"""Statements: a clause with its arguments as phrases, ready for patterns to tell what kind of fact it is."""

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extract.arguments import PASSING, take
from quizgen.extract.borders import belongs_elsewhere, owner_is_unsure, within
from quizgen.extract.chronicle import add_year
from quizgen.extract.context import Context, Statement
from quizgen.extract.courses import course
from quizgen.extract.dated import add_times
from quizgen.extract.echoes import bind
from quizgen.extract.leftovers import unread
from quizgen.extract.losses import before_aside, closed_up, follows_object, run_together, unsaid
from quizgen.extract.nominals import is_empty, nominal_flaw
from quizgen.extract.outcomes import take_outcome
from quizgen.extract.relatives import take_setting
from quizgen.extract.tense import anchored, planned
from quizgen.extract.turns import take_words
from quizgen.extract.verbs import verb_group
from quizgen.lexicon import words
from quizgen.model import Modality, Phrase, PhraseType, Value, Verb
from quizgen.resolve.anchor import spell_day
from quizgen.resolve.moments import is_yearless
from quizgen.syntax import foreign, phrases
from quizgen.syntax.clauses import SUBJECTS, Clause, titled
from quizgen.syntax.modality import is_estimate
from quizgen.syntax.reading import YEAR

if TYPE_CHECKING:
    from spacy.tokens import Token

_LATELY = frozenset({"recently", "lately", "soon", "shortly", "yesterday", "tomorrow"})

_MAKING = frozenset({"work", "construction", "building", "production", "digging", "excavation", "tunnelling"})
_BOUNDS = frozenset("begin start commence resume stop end finish halt cease last take".split())
_UP_TO = frozenset({"before", "till", "until"})
_SHARES = frozenset("% cent percent half third quarter majority minority rest young".split())
_LATE_RELATIVE = re.compile(r"(?:that|which|who) (?:would|will|could|can|may|might|has|have|had|is|are|was|were)\b")


def statement(clause: Clause, context: Context) -> Statement:
    """Return the arguments of a clause as phrases."""
    clause = within(closed_up(clause))
    built = Statement(clause=clause, verb=verb_group(clause))
    if built.verb is None:
        built.flaw = "no-finite-verb"
        return built
    built.subject = _subject(clause, context, built)
    adjective = any(c.dep_ == "conj" and c.tag_ in ("JJ", "JJR") for c in clause.subject.children)
    if adjective or belongs_elsewhere(clause) or _has_two_subjects(clause) or not _agrees(clause, built, context):
        built.flaw = "misread"
    if clause.modality in (Modality.CERTAIN, Modality.PLANNED):
        built.flaw = built.flaw or run_together(clause) or ("unresolved-pronoun" if owner_is_unsure(clause) else "")
    clause = built.clause = _with_course(built, context)
    for token in [*_fronted(clause), *_circumstances(clause), *before_aside(clause)]:
        if not built.flaw:
            take(token, built, context)
    if not built.flaw:
        take_outcome(built, context)
        take_setting(built, context)
        add_times(built, context)
        add_year(built, context)
        _keep_perfect(built)
        _settle(built, context)
        _add_authority(built, context)
        bind(built, context)
        built.flaw = built.flaw or unsaid(built) or unread(built, context) or _limited(built)
        if built.object is not None:  # "a loss of 2 million, compared with a profit of 3 million a year earlier"
            built.qualifiers = [q for q in built.qualifiers if not q.prep.startswith("compared")]
    return built


def _limited(built: Statement) -> str:
    """Return the reason code where "only" stands behind the object that it limits: "she carried cargo only".

    So does a clause behind other words: "is to debate a bill in May that would limit rents".
    """
    if any(q.type is PhraseType.CLAUSE and _LATE_RELATIVE.match(q.text) for q in built.qualifiers):
        return "cut"
    if _is_only_until(built):
        return "restricted"
    told, doc = built.object, built.clause.verb.doc
    if told is None or told.position <= built.clause.verb.i or told.position + 1 >= built.clause.verb.sent.end:
        return ""
    behind = doc[told.position + 1]
    ends = behind.i + 1 >= behind.sent.end or behind.nbor(1).is_punct
    return "restricted" if behind.lower_ == "only" and ends and not told.text.endswith(" only") else ""


def _is_only_until(built: Statement) -> bool:
    """Return whether a time ends that it is only one, not what that does: "until 1998 only one bridge crossed"."""
    first = built.clause.subject.left_edge
    bounded = any(q.prep in _UP_TO and q.role == "time" for q in built.qualifiers)
    return bounded and first.lower_ == "only"


def _with_course(built: Statement, context: Context) -> Clause:
    """Add a course between two dates to a statement, and return its clause without what belongs to it."""
    clause, tokens = built.clause, course(built.clause)
    if not tokens:
        return clause
    take_words(tokens, built, context)
    rest = [c for c in clause.dependents if c not in tokens]
    return replace(clause, dependents=rest, within=(clause.verb.sent.start, tokens[0].i))


def _has_two_subjects(clause: Clause) -> bool:
    subjects = [c for c in clause.verb.children if c.dep_ in SUBJECTS]
    return len(subjects) - any(titled(c) is not None for c in subjects) > 1


def _agrees(clause: Clause, built: Statement, context: Context) -> bool:
    """Return whether subject and finite verb agree in number; a wrong parse often shows there."""
    finite = clause.auxes[0] if clause.auxes else clause.verb
    borrowed = clause.shared and clause.kind != "relative"
    if _is_unlike(clause):
        return False
    if borrowed and clause.kind == "conj" and not clause.auxes and finite.tag_ in ("VB", "VBP"):
        return clause.subject.tag_ != "NN" or built.subject is None or built.subject.plural
    if built.subject is None or borrowed or clause.subject.lemma_.lower() in words("nouns", "people"):
        return True
    if any(c.lower_ in ("or", "nor") and c.dep_ == "cc" for t in clause.subject.conjuncts for c in t.head.children):
        return True
    plural = finite.lower_ in ("are", "were", "have") or (finite.tag_ == "VBP" and finite.lower_ != "am")
    singular = finite.lower_ in ("is", "was", "has") or finite.tag_ == "VBZ"
    of_the_title = clause.subject.text in context.discourse.cast.title and clause.subject.text[0].isupper()
    loose = clause.subject.pos_ in ("PRON", "NUM", "DET", "ADJ")
    named = of_the_title or loose or (clause.subject.tag_ in ("NNP", "NNPS") and not _is_of_list(clause, built.subject))
    several = clause.subject.tag_ == "NNS" or _is_joined(clause)
    if plural and clause.subject.lower_ in _SHARES:
        return True
    return not (plural and not built.subject.plural and not named) and not (
        singular and built.subject.plural and several and not of_the_title
    )


def _is_unlike(clause: Clause) -> bool:
    """Return whether a verb is joined to one of another form: "are spent and making it takes long", "…, so ask"."""
    verb, first, subject = clause.verb, clause.verb.head, clause.subject
    if (subject.dep_ == "dep" and clause.kind == "participle") or (subject.tag_ == "VB" and subject.is_sent_start):
        return True  # "Choose stems as thick as a wrist": the subject is the verb
    if clause.kind != "conj" or not clause.shared:
        return False
    own = any(c.dep_ in ("aux", "auxpass") for c in verb.lefts)
    if verb.tag_ == "VBZ" and follows_object(verb):
        return True  # "may eat 70 million ants and termites"
    advice = verb.tag_ == "VB" and any(c.lower_ == "so" and c.dep_ == "advmod" for c in verb.lefts)
    return not own and (advice or (verb.tag_ == "VBG" and first.tag_ == "VBN"))


def _is_joined(clause: Clause) -> bool:
    """Return whether "and" joins a noun to a subject in the singular: "the disc and the flow stops"."""
    own = clause.subject.pos_ == "NOUN" and not clause.shared
    return own and any(c.lower_ == "and" and c.dep_ == "cc" for c in clause.subject.children)


def _is_of_list(clause: Clause, subject: Phrase) -> bool:
    """Return whether a name before a verb in the plural opens a list: "Ida Holm, Otto Voss and others are"."""
    between = clause.subject.doc[clause.subject.i : clause.verb.i]
    several = any(t.text == "," for t in between) and any(t.lower_ == "and" for t in between)
    return several or (subject.type is PhraseType.PERSON and " " in subject.text)


def _circumstances(clause: Clause) -> list["Token"]:
    """Return what stands before the main clause and holds for what goes on from it too: "In 1969, …, bringing"."""
    if clause.kind == "conj" and not clause.shared and clause.verb.head.i < clause.subject.i:
        return [c for c in clause.verb.head.lefts if _frames_both(c, clause)]
    if not clause.is_adverbial_participle or clause.is_fronted or clause.verb.i < clause.subject.i:
        return []
    framing = (c for c in clause.verb.head.children if c.dep_ == "prep" and c.i < clause.subject.i)
    return [c for c in framing if c.lower_ not in ("after", "before", "without", "despite")]


def _frames_both(prep: "Token", clause: Clause) -> bool:
    """Return whether a place opens a sentence of two clauses: "At Lim water boils at 88 °C and beans stay hard"."""
    first = clause.subject.left_edge
    joint = first.nbor(-1) if first.i > prep.i else first
    named = any(c.dep_ == "pobj" and c.pos_ == "PROPN" for c in prep.children)
    return bool(prep.is_sent_start) and prep.lower_ in ("in", "at", "on") and named and joint.lower_ == "and"


def _subject(clause: Clause, context: Context, built: Statement) -> Phrase | None:
    token = clause.subject
    found = phrases.phrase(token, context.reading, context.discourse, role="subject")
    built.flaw = nominal_flaw(token, context) if found else "no-subject"
    if _is_inverted(clause) or _is_place_of_somebody(clause) or _is_one_by_one(token):
        built.flaw = "misread"
    if clause.passive and f"{clause.lowest.lemma_} {token.lemma_.lower()}" in words("verbs", "passive_idiom"):
        built.flaw = "vague-noun"  # "her name was made", "use was made"
    if built.flaw == "vague-noun" and _is_of_the_title(clause):
        built.flaw = ""
        return found
    if found is not None and _is_dead(clause):
        return replace(found, text=f"{found.text} people", type=PhraseType.NUMBER, plural=True)
    known = token.i in context.reading.replace
    if _is_bare_number(token) or (is_empty(token) and not known) or _is_share(clause):
        built.flaw = built.flaw or "vague-noun"
    return found


def _is_of_the_title(clause: Clause) -> bool:
    """Return whether it is told when the making of what the text is about began or ended: "work began in 1807"."""
    noun = clause.subject
    return noun.lower_ in _MAKING and noun.left_edge == noun.right_edge and clause.lowest.lemma_ in _BOUNDS


def _is_dead(clause: Clause) -> bool:
    """Return whether a bare number counts people who came to harm: "at least 431 died"."""
    number, verb = clause.subject, clause.lowest
    told = [c.lower_ for c in number.children]
    harmed = verb.lemma_ == "die" or (clause.passive and verb.lemma_ in words("verbs", "befalling"))
    bare = number.pos_ == "NUM" and not clause.shared and not any(c.i > number.i for c in number.children)
    return harmed and bare and "the" not in told and not YEAR.match(number.text)


def _is_place_of_somebody(clause: Clause) -> bool:
    """Return whether "who" was hung on the place behind a name: "Ida Holm of Graz, who patented the machine"."""
    who = any(c.lower_ == "who" and c.dep_ in ("nsubj", "nsubjpass") for c in clause.verb.lefts)
    return who and clause.subject.ent_type_ in ("GPE", "LOC") and clause.subject.dep_ == "pobj"


def _is_one_by_one(noun: "Token") -> bool:
    """Return whether a subject is half of "column after column"."""
    around = noun.doc[max(noun.sent.start, noun.i - 2) : min(noun.sent.end, noun.i + 3)]
    said = [t.lower_ for t in around]
    return any(said[n] in ("after", "by", "upon") and said[n - 1] == said[n + 1] for n in range(1, len(said) - 1))


def _is_inverted(clause: Clause) -> bool:
    """Return whether a place stands before "is" and the subject behind it: "Inside the box is a lamp"."""
    first = clause.subject.left_edge
    if clause.verb.lemma_ != "be" or first.is_sent_start or clause.subject.i > clause.verb.i:
        return False
    before = first.nbor(-1)
    return before.dep_ == "prep" and before.head == clause.verb and not list(before.children)


def _is_bare_number(token: "Token") -> bool:
    """Return whether a subject is a number that counts nothing: "28 at present", "1493–1500"."""
    counted = any(c.dep_ == "prep" and c.lower_ == "of" and c.i > token.i for c in token.children)
    return token.pos_ == "NUM" and not counted and not (token.text.isdigit() and len(token.text) == 4)


def _is_share(clause: Clause) -> bool:
    """Return whether a relative clause hangs on an amount of what it speaks of: "10 per cent chromium, which …"."""
    before = (t for c in clause.subject.lefts for t in c.subtree)
    return clause.kind == "relative" and any(t.lower_ in ("cent", "percent", "%") for t in (clause.subject, *before))


def _fronted(clause: Clause) -> list["Token"]:
    """Return the phrases before a subject that the parser took for a part of it: "At Sedan, several men fell"."""
    subject = clause.subject
    own = subject.i < clause.verb.i and not clause.shared
    return [c for c in subject.children if own and c.dep_ == "prep" and foreign.is_fronted(c, subject)]


def _since(verb: Verb, *, plural: bool) -> Verb:
    """Return the perfect of a participle that holds since a day: "used since 1990" as "has been used"."""
    aux = ("have" if plural else "has", "been")
    return replace(verb, aux=aux, text=" ".join(filter(None, (*aux, verb.text.partition(" ")[2]))))


def _keep_perfect(built: Statement) -> None:
    """Leave a past perfect as it is where a time says by when: "by 1974 it had lived under three kings"."""
    lasting = any(q.prep == "since" or " since " in q.text for q in built.qualifiers)  # "had governed since 1966"
    if (lasting or any(q.role == "time" and q.prep == "by" for q in built.qualifiers)) and built.verb == verb_group(
        built.clause
    ):
        built.verb = verb_group(built.clause, perfect=True)
    verb = built.verb
    if built.clause.kind == "participle" and verb is not None and verb.passive and verb.tense == "present":
        since = any(q.prep == "since" and any(c.isdigit() for c in q.text) for q in built.qualifiers)
        built.verb = (
            _since(verb, plural=phrases.is_plural(built.clause.subject)) if since and len(verb.aux) == 1 else verb
        )


def _settle(built: Statement, context: Context) -> None:
    """Order the qualifiers as in the text and put plans and passing states into the days they were written in."""
    first = built.clause.lowest.i
    built.qualifiers = [replace(p, position=-1) if p.position < first else p for p in built.qualifiers]
    built.qualifiers.sort(key=lambda p: p.position)
    if built.verb is None:
        return
    plural = built.subject is not None and built.subject.plural
    habit = built.verb.tense == "present" and not built.verb.aux
    if not habit and any(c.lower_ in _LATELY for v in built.clause.chain for c in v.children if c.dep_ == "advmod"):
        built.flaw = "undated"
    if built.verb.aux[:1] in (("has",), ("have",)) and any(map(_counts_since, built.clause.chain)):
        built.flaw = "undated"
    years = [q for q in built.qualifiers if q.role == "time" and q.type is PhraseType.DATE]
    planned_ = built.clause.modality is Modality.PLANNED
    present = built.verb.tense == "present" and not planned_
    if len(years) > 1 or (present and any(_is_past(q, built.verb) for q in years)):
        built.flaw = "misread"
    passing = any(c.lower_ in PASSING for v in built.clause.chain for c in v.children if c.dep_ == "advmod")
    dated = any(q.role == "time" and q.type is PhraseType.DATE for q in built.qualifiers)
    if built.clause.modality is Modality.PLANNED and context.date:
        built.verb = planned(built.verb, plural=plural)
    elif passing and built.verb.tense == "present" and not dated and not _is_habit(built):
        if context.date is None:
            built.flaw = "passing-state"
            return
        done = built.verb.aux[:1] in (("has",), ("have",))
        built.verb = anchored(built.verb, plural=plural)
        day = _document_day(context.date, built.clause.lowest.i)
        built.qualifiers.append(replace(day, prep="by") if done else day)
    elif context.date and built.verb.aux[:1] in (("has",), ("have",)) and _measures(built) and not dated:
        built.verb = anchored(built.verb, plural=plural)
        built.qualifiers.append(replace(_document_day(context.date, built.clause.lowest.i), prep="by"))


def _counts_since(verb: "Token") -> bool:
    """Return whether what has been done is counted from a day that another sentence told: "since then"."""
    since = (c for c in verb.children if c.lower_ == "since")
    return any(each.lower_ == "then" for c in since for each in c.children)


def _add_authority(built: Statement, context: Context) -> None:
    """Name the body that has worked out a figure, without which it is no fact: "according to the World Bank"."""
    head = built.clause.verb
    if built.flaw or head.dep_ != "ccomp" or not is_estimate(head):
        return
    body = next(c for c in head.head.children if c.dep_ == "nsubj")
    found = phrases.phrase(body, context.reading, context.discourse, role="other", prep="according to")
    built.flaw = nominal_flaw(body, context) or ("" if found else "report")
    if found is not None:
        built.qualifiers.append(replace(found, position=head.right_edge.i + 1))


def _is_habit(built: Statement) -> bool:
    """Return whether a clause says when something happens again and again: "herds still shrink when rain fails"."""
    said = [q.text for q in built.qualifiers]
    return any(text.startswith(("when ", "whenever ", "if ", "every ", "each ")) for text in said)


def _is_past(time: Phrase, verb: Verb) -> bool:
    """Return whether a year cannot belong to a verb in the present: it is of a participle that was read as part."""
    year = time.prep in ("in", "on", "between", "from", "during") and any(c.isdigit() for c in time.text)
    recurring = any(is_yearless(value.iso) for value in time.values)
    return (
        year
        and not recurring
        and verb.aux[:1] not in (("has",), ("have",))
        and verb.base not in ("date", "come", "stem", "begin", "start")
    )


def _measures(built: Statement) -> bool:
    return any(p.type in (PhraseType.QUANTITY, PhraseType.DURATION, PhraseType.NUMBER) for p in built.qualifiers) or (
        built.object is not None and bool(built.object.values)
    )


def _document_day(day: dt.date, position: int) -> Phrase:
    text = spell_day(day)
    value = Value(role="time", text=text, type="date", iso=day.isoformat())
    return Phrase(
        text=text,
        start=0,
        end=0,
        role="day",
        type=PhraseType.DATE,
        prep="on",
        position=position + 1000,
        resolved=True,
        values=(value,),
    )
