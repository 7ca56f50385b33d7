"""Arguments of a clause: takes its dependents one by one into a statement, or says why it is unusable without one."""

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extract.borders import is_second_half, opens_verb
from quizgen.extract.context import Context, Statement
from quizgen.extract.losses import is_deed, is_half_a_predicate, is_summed_up
from quizgen.extract.motives import is_cause
from quizgen.extract.nominals import is_empty, is_idiom, nominal_flaw, object_flaw
from quizgen.extract.predicates import take_predicate
from quizgen.extract.prepositions import (
    stray_preposition,
    take_noun,
    take_preposition,
)
from quizgen.extract.subclauses import is_timed, leads_to, take_adverbial, take_complement, take_opaque, take_purpose
from quizgen.extract.turns import is_repeated, take_repeated
from quizgen.extract.verbs import is_directional, with_object
from quizgen.lexicon import words
from quizgen.model import Phrase
from quizgen.syntax import aims, foreign, phrases
from quizgen.syntax.gapping import is_gapped

if TYPE_CHECKING:
    from spacy.tokens import Token

PASSING = frozenset({"currently", "now", "today", "presently", "still", "already"})
_OBJECTS = frozenset({"dobj", "attr", "oprd"})
_CONNECTING = frozenset(
    """also too however then therefore thus hence instead meanwhile moreover otherwise nevertheless nonetheless besides
    again once even only just finally later afterwards afterward soon first second third last""".split()
)
_SILENT = frozenset("punct cc conj mark aux auxpass neg prt intj dep parataxis meta preconj expl".split())
_DENYING = frozenset({"not", "no", "neither", "nor"})
_HERE = frozenset({"here", "there"})
_DEICTIC = frozenset({"here", "there", "elsewhere", "nearby"})
_RANKING = frozenset({"finish", "come", "rank", "place"})
_PLACED = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last".split())
_JUDGING = frozenset({"better", "best"})
_MORE = frozenset({"more", "fewer", "less"})
_WAYS = frozenset({"down", "up", "back", "away", "apart", "out"})


def take(token: "Token", built: Statement, context: Context) -> None:
    """Add one dependent of the clause to the statement, or note why the statement is unusable without it."""
    dep = token.dep_
    if is_gapped(token):
        _take_object(token, built, context)
        return
    if dep in _SILENT or dep in ("nsubj", "nsubjpass") or token.i == built.clause.subject.i or _ends_unit(token):
        return
    if dep == "prep" and _is_of_examples(token):
        return
    if dep == "attr" and is_summed_up(token) and any(c.dep_ == "acomp" for c in token.head.rights):
        return
    if dep in ("prep", "npadvmod") and is_second_half(token):
        built.flaw = built.flaw or ("" if opens_verb(token) else "cut")
        return
    if dep == "dobj" and (_is_ahead(token, built) or _is_as_much(token)):
        built.flaw = built.flaw or "misread"
    elif dep == "dobj" and token.lower_ in _MORE and not list(token.rights):
        built.flaw = "comparison"  # "killed many more"
    elif is_repeated(token):
        take_repeated(token, built, context)
    elif dep in _OBJECTS and (token.pos_ not in ("ADJ", "VERB", "ADV") or _is_top(token)):
        _take_object(token, built, context)
    elif is_cause(token, built):
        take_opaque(token, built, context, role="reason", longest=20)
    elif dep == "prep" and (aim := aims.behind(token)) is not None:
        take_opaque(aim, built, context, role="purpose", longest=20)
    elif dep in ("prep", "agent", "dative"):
        take_preposition(token, built, context)
    elif dep == "acomp" and _is_name(token, built):
        _take_object(token, built, context)
    elif dep == "acomp" and (_is_compared(token) or is_half_a_predicate(token)):
        built.flaw = "comparison" if _is_compared(token) else "misread"
    elif dep == "acomp" and take_predicate(token, built, context):
        return
    elif dep in ("acomp", "oprd", "attr", "dobj"):
        if not take_opaque(token, built, context, role="attribute") and dep == "dobj":
            built.flaw = built.flaw or "no-object"
    elif dep == "advmod":
        _take_adverb(token, built, context)
    elif dep in ("advcl", "xcomp", "acl") and aims.is_infinitive(token) and aims.is_attempt(token):
        built.flaw = "" if take_opaque(token, built, context, role="other") else "cut"
    elif dep == "advcl":
        take_adverbial(token, built, context)
    elif dep in ("xcomp", "acl", "relcl") and aims.is_apart(token):
        take_purpose(token, built, context)
    elif dep in ("ccomp", "xcomp", "pcomp", "acl"):
        take_complement(token, built, context)
    elif dep == "npadvmod" and _is_step(token, built) and not is_timed(token, context):
        found = phrases.phrase(token, context.reading, context.discourse, role="quantity")
        built.qualifiers += [found] if found is not None else []
    elif dep == "npadvmod" and not is_timed(token, context) and not _is_distance(token):
        take_opaque(token, built, context, role="other")


def _is_step(noun: "Token", built: Statement) -> bool:
    """Return whether an amount behind a verb tells by how much something rose or fell: "rose 8.2 per cent"."""
    changes = built.clause.lowest.lemma_ in words("values", "changing") and noun.i > built.clause.lowest.i
    return changes and any(c.dep_ == "nummod" for c in noun.lefts)


def _is_ahead(noun: "Token", built: Statement) -> bool:
    """Return whether an object stands before the subject, and is it rather: "those nearest the source failed"."""
    relative = any(t.tag_ in ("WDT", "WP", "WP$", "WRB") for t in noun.subtree)
    return noun.i < built.clause.subject.i < built.clause.verb.i and not relative and not built.clause.shared


def _is_as_much(noun: "Token") -> bool:
    """Return whether an object only compares with what another sentence told: "had expected as much"."""
    return noun.lower_ == "much" and any(c.lower_ == "as" for c in noun.lefts) and noun.right_edge.i == noun.i


def _is_of_examples(prep: "Token") -> bool:
    """Return whether a phrase between commas only gives examples: "all trades, from bakers to smiths, paid"."""
    if prep.lower_ != "from" or not phrases.is_set_off(prep):
        return False
    to = next((t for t in prep.subtree if t.lower_ == "to" and t.dep_ == "prep"), None)
    named = [c for each in (prep, to) if each is not None for c in each.children if c.dep_ == "pobj"]
    return len(named) == 2 and all(c.tag_ == "NNS" and not any(t.pos_ == "NUM" for t in c.subtree) for c in named)


def _is_distance(token: "Token") -> bool:
    """Return whether a measure stands before its clause or before the word that opens it: "two days after it began"."""
    if token.left_edge.is_sent_start or any(c.dep_ == "mark" and c.i > token.i for c in token.head.children):
        return True
    return leads_to(token) is not None


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
    if is_timed(token, context) or _is_beside(token) or _is_spelled_out(token, built):
        return
    if is_deed(token):
        take_opaque(token, built, context, role="attribute")
        return
    if is_idiom(token) and built.object is None:
        _absorb(token, built, context)
        return
    empty = "vague-noun" if is_empty(token) and token.i not in context.reading.replace else ""
    reason = nominal_flaw(token, context) or object_flaw(token) or empty
    reason = "misread" if is_half_a_predicate(token) else reason
    if reason:
        built.flaw = reason
        return
    if not token.left_edge.is_sent_start and token.left_edge.nbor(-1).lower_ == "minus":
        built.flaw = "misread"
        return
    stray = stray_preposition(token) if token.dep_ == "dobj" else None
    if stray is not None:
        take_noun(stray, stray.lower_, token, built, context)
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
        for measure in foreign.measure_phrases(token):
            take_preposition(measure, built, context)
    else:
        built.qualifiers.append(replace(found, role="other"))


def _is_beside(token: "Token") -> bool:
    """Return whether an object stands behind a comma that closes nothing: "he obtained, in 1912, a post" is whole."""
    verb = token.head
    opened = verb.i + 1 < len(verb.doc) and verb.nbor(1).text == ","
    return token.dep_ == "dobj" and phrases.is_set_off(token) and not opened


def _is_spelled_out(token: "Token", built: Statement) -> bool:
    """Return whether a colon parts a list from the clause that it spells out: "it is a tetramer: two chains …"."""
    first = token.left_edge
    return first.i > built.clause.verb.i + 1 and first.nbor(-1).text == ":" and built.object is not None


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
            take_preposition(child, built, context)
        elif _tells_content(child) and not take_opaque(child, built, context, role="other"):
            built.flaw = built.flaw or "complex-clause"


def _tells_content(clause: "Token") -> bool:
    """Return whether a clause behind a noun that belongs to its verb tells what of: "gave notice that", "to quit"."""
    opening = {c.lower_ for c in clause.children if c.i < clause.i and c.dep_ in ("aux", "mark")}
    return clause.dep_ in ("acl", "ccomp") and bool(opening & {"that", "to"}) and not phrases.is_set_off(clause)


def _check_lost_clause(token: "Token", built: Statement, context: Context) -> None:
    """A contrast ("not X but Y") cannot be cut in two."""
    if any(
        c.dep_ == "neg" or (c.lower_ in _DENYING and c.dep_ in ("det", "advmod", "preconj", "cc"))
        for c in token.children
    ):
        built.flaw = "negated"


def _is_degree(adverb: "Token") -> bool:
    """Return whether a statement says nothing without its adverb: "burns less readily", not ", though less readily"."""
    before = adverb.left_edge.nbor(-1) if not adverb.left_edge.is_sent_start else adverb
    compared = any(c.dep_ == "advmod" and c.lower_ in ("less", "more") for c in adverb.lefts)
    return compared and before.text not in (",", "though", "although", "but", "and")


def _take_adverb(token: "Token", built: Statement, context: Context) -> None:
    if token.lower_ == "here" and token.i not in context.reading.replace:
        built.flaw = "unresolved-mention"
        return
    low = built.clause.lowest
    if token.lower_ in _JUDGING and token.i < low.i and token.head == low and low.lemma_ != "know":
        built.flaw = built.flaw or "comparison"  # "blades are better kept dry"
        return
    if (
        (token.i < built.clause.lowest.i and not _is_place_ahead(token, built))
        or is_timed(token, context)
        or token.lower_ in PASSING
        or is_directional(token, token.head)
    ):
        return
    if token.lower_ in _HERE and token.i in context.reading.replace:
        _take_whereabouts(token, built, context)
        return
    if token.lower_ in _DEICTIC and token.i not in context.reading.replace:
        built.flaw = "unresolved-mention" if built.object is None else ""
        return
    bare = not list(token.children)
    if token.lower_ in ("much", "many") and any(c.lower_ == "as" for c in token.lefts):
        built.flaw = "comparison"  # "was offered for ten times as much"
        return
    if bare and token.tag_ == "RBR" and token.lower_ in ("more", "less", "better", "worse", "faster", "slower"):
        built.flaw = "comparison"
        return
    if _is_degree(token):
        built.flaw = "comparison"
        return
    rank = token.lower_ in _PLACED and token.head.lemma_ in _RANKING and token.i == token.head.i + 1
    order = bare and token.lower_ in ("first", "last") and not phrases.is_set_off(token)
    if rank or order or (bare and token.lower_ not in _CONNECTING and token.nbor(-1).text != ","):
        take_opaque(token, built, context, role="manner")
    elif any(c.dep_ in ("prep", "npadvmod") for c in token.children):
        if not take_opaque(token, built, context, role="other") and token.i == built.clause.lowest.i + 1:
            built.flaw = "unresolved-mention"
    elif token.lower_ in _WAYS:
        take_opaque(token, built, context, role="manner")


def _is_place_ahead(adverb: "Token", built: Statement) -> bool:
    """Return whether an adverb begins the place where something behind the verb is: "next to the gland lies …"."""
    behind = built.clause.subject.i > built.clause.lowest.i
    return behind and bool(adverb.left_edge.is_sent_start) and any(c.dep_ == "prep" for c in adverb.rights)


def _take_whereabouts(token: "Token", built: Statement, context: Context) -> None:
    """Add the place that "there" stands for."""
    prep, _, name = context.reading.replace[token.i].partition(" ")
    start, end = context.reading.span([token])
    kind, noun = context.discourse.type_of(name)
    built.qualifiers.append(
        Phrase(
            text=name,
            start=start,
            end=end,
            role="place",
            type=kind,
            noun=noun,
            prep=prep,
            proper=True,
            resolved=True,
            position=token.i,
        )
    )
