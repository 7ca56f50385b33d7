"""Arguments of a clause: takes its dependents one by one into a statement, or says why it is unusable without one."""

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extract.context import PLACES, Context, Statement
from quizgen.extract.nominals import is_empty, is_idiom, is_torn, nominal_flaw, object_flaw
from quizgen.extract.verbs import is_directional, is_stranded, leads_preposition, with_object
from quizgen.lexicon import words
from quizgen.model import Phrase, PhraseType
from quizgen.syntax import phrases
from quizgen.syntax.clauses import is_beside

if TYPE_CHECKING:
    from spacy.tokens import Token

PASSING = frozenset({"currently", "now", "today", "presently", "still", "already"})
_PLACE_PREPOSITIONS = frozenset(
    """in at on near from to into through across over under between along off around inside outside beneath above
    below within throughout toward towards onto behind beyond amid among opposite past via""".split()
)
_REPORTING_PREPOSITIONS = frozenset({"according"})
_OBJECTS = frozenset({"dobj", "attr", "oprd"})
_RESTRICTING = frozenset({"when", "where", "until", "unless", "if", "than", "as", "whenever"})
_CONNECTIVES = {
    "in": frozenset("contrast fact addition general particular turn short practice theory all".split()),
    "by": frozenset({"contrast", "comparison"}),
    "for": frozenset({"example", "instance"}),
    "at": frozenset({"first", "last", "least"}),
    "of": frozenset({"course"}),
    "as": frozenset({"result"}),
    "on": frozenset({"average", "hand"}),
}
_LIMITING = frozenset({"until", "till", "unless", "if"})
_CONNECTING = frozenset(
    """also too however then therefore thus hence instead meanwhile moreover otherwise nevertheless nonetheless besides
    again once even only just finally later afterwards afterward soon first second third last""".split()
)
_SILENT = frozenset(
    {
        "punct",
        "cc",
        "conj",
        "mark",
        "aux",
        "auxpass",
        "neg",
        "prt",
        "intj",
        "dep",
        "parataxis",
        "meta",
        "preconj",
        "expl",
    }
)
_COUNTED_ON = frozenset({"next", "following", "previous", "preceding"})
_WAYS = frozenset({"down", "up", "back", "away", "apart", "out"})
_LONGEST_CLAUSE = 14


def take(token: "Token", built: Statement, context: Context) -> None:
    """Add one dependent of the clause to the statement, or note why the statement is unusable without it."""
    dep = token.dep_
    if dep in _SILENT or dep in ("nsubj", "nsubjpass") or token.i == built.clause.subject.i or _ends_unit(token):
        return
    if dep in _OBJECTS and (token.pos_ not in ("ADJ", "VERB", "ADV") or _is_top(token)):
        _take_object(token, built, context)
    elif dep in ("prep", "agent", "dative"):
        _take_preposition(token, built, context)
    elif dep == "acomp" and _is_name(token, built):
        _take_object(token, built, context)
    elif dep == "acomp" and _is_compared(token):
        built.flaw = "comparison"
    elif dep in ("acomp", "oprd", "attr", "dobj"):
        _take_opaque(token, built, context, role="attribute")
    elif dep == "advmod":
        _take_adverb(token, built, context)
    elif dep == "advcl":
        _take_adverbial(token, built, context)
    elif dep in ("ccomp", "xcomp", "pcomp", "acl"):
        _take_complement(token, built, context)
    elif dep == "npadvmod" and not _is_timed(token, context):
        _take_opaque(token, built, context, role="other")


def _ends_unit(token: "Token") -> bool:
    """Return whether a token is the end of a unit, which the parser cuts at its stroke: "343 m/s"."""
    if token.i < 2 or token.nbor(-1).text != "/" or token.nbor(-1).whitespace_:
        return False
    return token.nbor(-2).head != token


def _is_top(token: "Token") -> bool:
    """Return whether a predicate has a rank and no noun: "the lightest of all metals", "the first to fly"."""
    told = {c.lower_ for c in token.children}
    ranked = token.tag_ == "JJS" or (token.tag_ == "JJ" and token.lower_ in ("first", "last", "only"))
    infinitive = any(c.dep_ in ("relcl", "acl", "xcomp") and c.tag_ == "VB" for c in token.children)
    return token.dep_ == "attr" and ranked and "the" in told and ("of" in told or infinitive)


def _is_name(token: "Token", built: Statement) -> bool:
    """Return whether a predicate is a name that the parser took for an adjective: "the language is Portuguese"."""
    told = built.clause.subject.pos_ == "NOUN" and token.head.lemma_ == "be"
    return told and token.text[:1].isupper() and not list(token.children)


def _is_compared(token: "Token") -> bool:
    """Return whether a predicate compares with something that is not named: "are quieter"."""
    parts = list(token.subtree)
    return any(t.tag_ in ("JJR", "RBR") for t in parts) and not any(t.lower_ == "than" for t in parts)


def _take_object(token: "Token", built: Statement, context: Context) -> None:
    if token.tag_ in ("WDT", "WP"):
        built.flaw = "unresolved-pronoun"
        return
    if _is_timed(token, context) or (token.dep_ == "dobj" and phrases.is_set_off(token)):
        return
    if is_idiom(token) and built.object is None:
        _absorb(token, built, context)
        return
    empty = "vague-noun" if is_empty(token) and token.i not in context.reading.replace else ""
    reason = nominal_flaw(token, context) or object_flaw(token) or empty
    if reason:
        built.flaw = reason
        return
    if not token.left_edge.is_sent_start and token.left_edge.nbor(-1).lower_ == "minus":
        built.flaw = "misread"
        return
    stray = _stray_preposition(token) if token.dep_ == "dobj" else None
    if stray is not None:
        _take_noun(stray, stray.lower_, token, built, context)
        return
    role = "attribute" if token.dep_ in ("attr", "acomp") else "object"
    found: Phrase | None
    if role == "attribute" and phrases.are_measures([token, *token.conjuncts]):
        found, *built.coordinated = phrases.measures(token, context.reading, context.discourse, role=role)
    else:
        found = phrases.phrase(token, context.reading, context.discourse, role=role)
    if found is None:
        built.flaw = "no-object"
    elif built.object is None:
        built.object = found
        built.attribute = token if role == "attribute" else None
        _check_lost_clause(token, built, context)
        for measure in phrases.measure_phrases(token):
            _take_preposition(measure, built, context)
    else:
        built.qualifiers.append(replace(found, role="other"))


def _absorb(token: "Token", built: Statement, context: Context) -> None:
    """Make an object that belongs to its verb a part of it: "put an end" to famine."""
    reading = context.reading
    tokens = [t for t in token.subtree if not (t.head == token and t.dep_ in ("prep", "relcl", "acl"))]
    tokens = [t for t in tokens if t.i <= token.i]
    own = {t.i for t in tokens}
    unknown = any(i in reading.unresolved and i not in reading.bound for i in own)
    if built.verb is None or unknown or sorted(own) != list(range(min(own), token.i + 1)):
        built.flaw = "no-object"
        return
    built.verb = with_object(built.verb, "".join(t.text_with_ws for t in tokens).strip())
    for child in token.children:
        if child.dep_ == "prep":
            _take_preposition(child, built, context)


def _check_lost_clause(token: "Token", built: Statement, context: Context) -> None:
    """A contrast ("not X but Y") cannot be cut in two."""
    if any(
        c.dep_ == "neg" or (c.lower_ in ("not", "no") and c.dep_ in ("det", "advmod", "preconj"))
        for c in token.children
    ):
        built.flaw = "negated"


def _take_preposition(token: "Token", built: Statement, context: Context) -> None:
    if token.lower_ in _REPORTING_PREPOSITIONS:
        _attribute_to(token, built, context)
        return
    words_, target = _preposition(token)
    if target == built.clause.subject:
        return
    if target is not None and target.lower_ in _CONNECTIVES.get(words_, ()):
        return
    if any(c.lower_ == "least" for c in token.children):
        built.flaw = "misread"
        return
    if target is None or _is_timed(target, context):
        if is_stranded(token):
            return
        if target is None and not _is_timed(token, context) and not _is_stray(token):
            _take_opaque(token, built, context, role="other")
        return
    if target.tag_ in ("VBD", "VBZ", "VBP") and not any(c.dep_ in ("mark", "advmod") for c in target.children):
        return
    if target.pos_ in ("VERB", "AUX") or target.dep_ == "pcomp":
        if not _take_opaque(token, built, context, role="manner") and _completes(token):
            built.flaw = "complex-clause"
        return
    if _is_aside(token, built):
        return
    _take_noun(token, words_, target, built, context)
    _take_end(token, built, context)


def _is_aside(token: "Token", built: Statement) -> bool:
    """Return whether a phrase in commas stands between subject and verb, where it tells of the noun before it."""
    between = built.clause.subject.i < token.i < built.clause.verb.i and built.clause.kind == "main"
    return between and phrases.is_set_off(token) and token.right_edge.nbor(1).text == ","


def _take_noun(token: "Token", said: str, target: "Token", built: Statement, context: Context) -> None:
    if any(c.dep_ == "amod" and c.lower_ in _COUNTED_ON for c in target.children):
        return
    reason = nominal_flaw(target, context)
    found = phrases.phrase(target, context.reading, context.discourse, role="other", prep=said)
    if reason or found is None:
        built.flaw = reason if _is_needed(token, built) else ""
        return
    built.qualifiers.append(replace(found, role=_role(found, token), position=token.i))


def _take_end(token: "Token", built: Statement, context: Context) -> None:
    """Add the end of a range that the parser put below its beginning: "from 0 to 8"."""
    end = next((c for c in token.children if c.dep_ == "prep" and c.lower_ in ("to", "until", "till")), None)
    if token.lower_ != "from" or end is None or end.i < token.i:
        return
    known = len(built.qualifiers)
    _take_preposition(end, built, context)
    if len(built.qualifiers) == known and not _is_timed(end, context):
        built.flaw = built.flaw or "no-object"


def _stray_preposition(token: "Token") -> "Token | None":
    """Return the preposition without a noun right before an object, which is its noun: "boils at 100 °C"."""
    first = token.left_edge
    before = None if first.is_sent_start else first.nbor(-1)
    if before is None or before.dep_ != "prep" or before.head != token.head or list(before.children):
        return None
    return before


def _is_stray(token: "Token") -> bool:
    objects = (c for c in token.head.children if c.dep_ == "dobj" and c.i > token.i)
    return any(_stray_preposition(c) == token for c in objects)


def _preposition(token: "Token") -> tuple[str, "Token | None"]:
    """Return the words of a preposition ("out of", "because of") and the noun or verb below it."""
    said = [c.lower_ for c in token.children if c.dep_ in ("advmod", "pcomp") and c.i < token.i] + [token.lower_]
    said = [t.lower_ for c in token.children if c.dep_ == "npadvmod" and c.i < token.i for t in c.subtree] + said
    if token.i and leads_preposition(token.nbor(-1)):
        said.insert(0, token.nbor(-1).lower_)
    for child in token.children:
        if child.dep_ in ("pobj", "pcomp") and child.i > token.i:
            return " ".join(said), child
        if child.dep_ == "prep":
            below, target = _preposition(child)
            return " ".join([*said, below]), target
    if token.dep_ == "dative" and token.pos_ != "ADP":
        return "", token
    return " ".join(said), None


def _is_needed(token: "Token", built: Statement) -> bool:
    """Return whether the clause says too little without a prepositional phrase: "depends on it"."""
    if token.dep_ == "agent":
        return True
    if token.i > token.head.i and _completes(token):
        return True
    if token.i < built.clause.verb.i:
        return built.verb is not None and built.verb.tense == "present"
    behind = any(q.position > built.clause.verb.i for q in built.qualifiers)
    return built.object is None and token.i > built.clause.lowest.i and not behind


def _completes(token: "Token") -> bool:
    """Return whether a verb says too little without a preposition behind it: "accused ministers of"."""
    verb = token.head.lemma_
    return verb in words("verbs", "completed") or f"{verb} {token.lower_}" in words("verbs", "paired")


def _role(found: Phrase, token: "Token") -> str:
    if token.dep_ == "agent":
        return "agent"
    if found.prep in ("because of", "due to", "owing to", "thanks to"):
        return "reason"
    if found.type is PhraseType.DURATION and found.prep in ("for", "over", "during", "throughout"):
        return "duration"
    if found.type in PLACES and found.prep in _PLACE_PREPOSITIONS:
        return "place"
    return "quantity" if found.type in (PhraseType.QUANTITY, PhraseType.PERCENT, PhraseType.MONEY) else "other"


def _attribute_to(token: "Token", built: Statement, context: Context) -> None:
    target = next((t for t in token.subtree if t.dep_ == "pobj"), None)
    if target is not None:
        found = phrases.phrase(target, context.reading, context.discourse, role="attribution", prep="according to")
        if found is not None:
            built.qualifiers.append(found)


def _take_adverb(token: "Token", built: Statement, context: Context) -> None:
    if (
        token.i < built.clause.lowest.i
        or _is_timed(token, context)
        or token.lower_ in PASSING
        or is_directional(token, token.head)
    ):
        return
    bare = not list(token.children)
    if bare and token.lower_ not in _CONNECTING and token.nbor(-1).text != ",":
        _take_opaque(token, built, context, role="manner")
    elif any(c.dep_ in ("prep", "npadvmod") for c in token.children):
        if not _take_opaque(token, built, context, role="other") and token.i == built.clause.lowest.i + 1:
            built.flaw = "unresolved-mention"
    elif token.lower_ in _WAYS:
        _take_opaque(token, built, context, role="manner")


def _take_adverbial(token: "Token", built: Statement, context: Context) -> None:
    mark = next((c.lower_ for c in token.children if c.dep_ in ("mark", "advmod") and c.i <= token.i), "")
    if token.lower_ == "aged":
        _take_age(token, built, context)
    elif mark == "because":
        if token.left_edge.i > 0 and token.left_edge.nbor(-1).lower_ != "not" and token.left_edge.lower_ != "not":
            _take_opaque(token, built, context, role="reason", longest=25)
    elif any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children) and not mark:
        if built.clause.lowest.lemma_ in words("verbs", "causing") and not built.clause.passive:
            built.flaw = "complex-clause"
        elif token.lemma_ in ("be", "become"):
            _take_opaque(token, built, context, role="other")
        elif built.attribute is not None and built.object is not None:
            _complete_attribute(token, built, context)
        else:
            _take_opaque(token, built, context, role="purpose", longest=20)
    elif mark in _LIMITING or (mark in _RESTRICTING and built.verb is not None and built.verb.tense == "present"):
        if not _take_opaque(token, built, context, role="other"):
            built.flaw = built.flaw or "restricted"
    elif mark == "than":
        built.flaw = "comparison"


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


def _take_complement(token: "Token", built: Statement, context: Context) -> None:
    if token.dep_ == "ccomp" and token.i < built.clause.verb.i and is_beside(token):
        return
    reported = built.clause.lowest.lemma_ in words("verbs", "report") | words("verbs", "opinion")
    if reported and _is_theory(token, built):
        if not _take_opaque(token, built, context, role="object", longest=20):
            built.flaw = "report"
        return
    if token.dep_ == "ccomp" and (reported or token.i < built.clause.verb.i):
        built.flaw = "report" if reported else "complex-clause"
        return
    if not _take_opaque(token, built, context, role="object" if built.object is None else "other"):
        built.flaw = built.flaw or "complex-clause"


def _is_theory(token: "Token", built: Statement) -> bool:
    """Return whether a named person's thought is told, of which it can be asked whose it was."""
    subject, verb = built.subject, built.verb
    named = subject is not None and subject.proper and subject.type in (PhraseType.PERSON, PhraseType.UNKNOWN)
    marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children)
    told = verb is not None and verb.tense == "past" and not verb.aux and verb.base in words("verbs", "theory")
    return named and marked and told and token.i > built.clause.lowest.i


def _take_opaque(
    token: "Token", built: Statement, context: Context, *, role: str, longest: int = _LONGEST_CLAUSE
) -> bool:
    """Add a dependent as it stands; return whether that was possible."""
    reading = context.reading
    if role in ("other", "manner") and token.i > built.clause.lowest.i and phrases.is_set_off(token):
        return True
    timed = {i for t in reading.times if t.head >= 0 and t.head != token.i for i in range(t.first, t.end)}
    tokens = [t for t in token.subtree if t.i not in timed or role in ("reason", "purpose")]
    tokens = phrases.trimmed([t for t in tokens if t.i >= reading.sent.start])
    while tokens and tokens[-1].pos_ in ("ADP", "SCONJ"):
        tokens = tokens[:-1]
    whole = tokens and tokens[-1].i - tokens[0].i + 1 == len(tokens) and not is_torn(tokens)
    if not whole or len(tokens) > longest or reading.first_unresolved(tokens):
        return False
    text = reading.text(tokens)
    start, end = reading.span(tokens)
    bound = reading.text(tokens, keep_bound=True, keep_echoed=role in ("reason", "purpose"))
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
            position=token.left_edge.i,
        )
    )
    return True


def _is_timed(token: "Token", context: Context) -> bool:
    return any(time.head >= 0 and time.first <= token.i < time.end for time in context.reading.times)
