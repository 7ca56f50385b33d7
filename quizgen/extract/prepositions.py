"""Prepositions of a clause: with their noun they are qualifiers of the statement, or a hole in it."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extract.context import PLACES, Context, Statement
from quizgen.extract.doubled import is_denied, joined
from quizgen.extract.losses import is_sequence
from quizgen.extract.nominals import nominal_flaw
from quizgen.extract.subclauses import is_timed, take_opaque
from quizgen.extract.turns import is_round, take_round, take_words
from quizgen.extract.verbs import is_stranded, leads_preposition
from quizgen.lexicon import words
from quizgen.model import Phrase, PhraseType
from quizgen.syntax import phrases
from quizgen.syntax.beside import after
from quizgen.syntax.connectives import is_connective, leads_on

if TYPE_CHECKING:
    from spacy.tokens import Token


_PLACE_PREPOSITIONS = frozenset(
    """in at on near from to into through across over under between along off around inside outside beneath above
    below within throughout toward towards onto behind beyond amid among opposite past via""".split()
)


_REPORTING_PREPOSITIONS = frozenset({"according"})
_SELF = re.compile(r"(?<=\w) (?:himself|herself)$")
_OF_NOUNS = frozenset({"of", "to", "with", "for", "between", "against", "about"})
_ENDS = frozenset({"end", "beginning", "start", "close", "middle"})
_PERIODS = frozenset({"year", "month", "week", "decade", "century", "day"})
_COMPASS = frozenset("north south east west northeast northwest southeast southwest left right".split())
_ROUGHLY = frozenset({"about", "around", "over", "under"})
_OPTIONAL = frozenset(  # what holds now and then, or mostly, beside what is told
    """commonly customarily exceptionally frequently generally ideally normally occasionally often ordinarily perhaps
    possibly preferably rarely seldom sometimes typically usually""".split()
)
_NEXT = frozenset({"then", "later", "afterwards", "afterward", "subsequently"})
_COUNTED_ON = frozenset({"next", "following", "previous", "preceding"})


_COMPLEX = frozenset(
    """by means of|by way of|for lack of|in advance of|in aid of|in charge of|in exchange for|in favor of|in favour of
    in front of|in lieu of|in need of|in place of|in proportion to|in response to|in return for|in search of|in terms of
    on behalf of|on top of|under pressure from|with respect to""".replace("\n    ", "|").split("|")
)


def take_preposition(token: "Token", built: Statement, context: Context) -> None:
    """Add a preposition with its noun as a qualifier, or note why the statement is unusable without it."""
    if token.lower_ in _REPORTING_PREPOSITIONS:
        _attribute_to(token, built, context)
        return
    if is_denied(token):
        _take_contrast(token, built, context)
        return
    if is_round(token):
        if token.lower_ == "from":
            take_round(token, built, context)
        return
    if (
        token.lower_ == "at"
        and after(token) == "a"
        and token.right_edge.lower_ == "time"
        and token.right_edge.i == token.i + 2
    ):
        take_words(list(token.subtree), built, context)  # "a few inches at a time"
        return
    if _is_joined(token) or _is_first_of_steps(token):
        built.flaw = "cut"
        return
    if _is_to_credit(token):
        return
    if _is_mixed(token):
        if not take_opaque(token, built, context, role="other"):
            built.flaw = "cut"
        return
    if token.lower_ in _OF_NOUNS and _goes_on(token, built, context):
        built.flaw = "cut" if built.object is not None else ""
        return
    words_, target = _preposition(token)
    if _is_roughly(token, target, built):
        found = phrases.phrase(
            token.nbor(1) if target is None else target, context.reading, context.discourse, role="object"
        )
        if found is not None:
            start, _ = context.reading.span([token])
            built.object = replace(found, text=f"{token.lower_} {found.text}", start=start, position=token.i)
            return
    if target == built.clause.subject or _is_direction(token, target):
        return
    if target is not None and leads_on(words_, target):
        return
    if any(c.lower_ == "least" for c in token.children) or _is_cut_reason(words_, target):
        built.flaw = "misread"
        return
    if target is None or is_timed(target, context):
        if is_stranded(token):
            return
        if token.lower_ in ("until", "till") and not is_timed(token, context):
            built.flaw = built.flaw or "cut"  # "leaves the heart until last"
        if target is None and not is_timed(token, context) and not _is_stray(token):
            take_opaque(token, built, context, role="other")
        return
    if target.tag_ in ("VBD", "VBZ", "VBP") and not any(c.dep_ in ("mark", "advmod") for c in target.children):
        return
    if target.pos_ in ("VERB", "AUX") or target.dep_ == "pcomp":
        if not take_opaque(token, built, context, role="manner") and _completes(token):
            built.flaw = "complex-clause"
        return
    if _is_aside(token, built):
        return
    if target.lower_ in _ENDS and (token.lower_ == "by" or _is_of_period(target)):
        built.flaw = built.flaw or "undated"
        return
    take_noun(token, words_, target, built, context)
    _take_end(token, built, context)


def _is_cut_reason(said: str, target: "Token | None") -> bool:
    """Return whether a clause was read as a noun that an aside parts from its verb: "because snow, which …, melts"."""
    return said == "because" and target is not None and any(c.dep_ == "relcl" for c in target.rights)


def _is_roughly(prep: "Token", noun: "Token | None", built: Statement) -> bool:
    """Return whether a preposition right behind a verb only makes its amount vague: "costs around 25 kroner"."""
    low = built.clause.lowest
    if noun is None or prep.lower_ not in _ROUGHLY or prep.i != low.i + 1 or built.object is not None:
        return False
    counted = any(c.dep_ == "nummod" for c in noun.lefts)
    return counted and not built.clause.passive and low.lemma_ in words("values", "taking")


def _is_of_period(end: "Token") -> bool:
    """Return whether a time is counted within a year or a month that only the text around tells."""
    nouns = [n for c in end.rights if c.lower_ == "of" for n in c.children if n.dep_ == "pobj"]
    return any(n.lower_ in _PERIODS and n.left_edge.lower_ in ("the", "that", "this") for n in nouns)


def _goes_on(token: "Token", built: Statement, context: Context) -> bool:
    """Return whether a phrase goes on with one that could not be told: "in honour of his marriage to Ida Holm"."""
    last = token.nbor(-1) if token.i else token
    beside = (c for c in token.head.rights if c.dep_ == "prep" and c.i < last.i <= c.right_edge.i)
    before = next(beside, None)
    if before is None or is_connective(before) or is_timed(last, context) or before.lower_ in _REPORTING_PREPOSITIONS:
        return False
    _, end = context.reading.span([last])
    return last.pos_ in ("NOUN", "PROPN") and not any(q.start < end <= q.end for q in built.qualifiers)


def _is_joined(token: "Token") -> bool:
    """Return whether "and" stands before a phrase that is the verb's: "from food and partly by the skin"."""
    first = token.left_edge
    joint = first.nbor(-1) if first.i > token.head.i + 1 else token
    return joint.lower_ in ("and", "or") and joint.dep_ == "cc" and joint.head == token.head


def _is_mixed(token: "Token") -> bool:
    """Return whether a phrase goes on with another preposition: "by evaporation and through plants"."""
    before = token.nbor(-1) if token.i > token.sent.start else token
    if phrases.is_set_off(token) or is_sequence(token) or before.dep_ == "prep":
        return False
    return any(c.dep_ == "conj" and c.pos_ == "ADP" and c.lower_ != token.lower_ for c in token.rights)


def _is_first_of_steps(token: "Token") -> bool:
    """Return whether a phrase is the first of several in time: "tested it, first on dogs and then on people"."""
    before = token.nbor(-1) if token.i > token.head.i + 1 else token
    return before.lower_ == "first" and any(t.lower_ in _NEXT for t in token.doc[token.i : token.sent.end])


def _is_to_credit(token: "Token") -> bool:
    """Return whether a phrase is half of an idiom: "died with more than 100 patents to his name"."""
    noun = next((c for c in token.children if c.dep_ == "pobj"), None)
    if noun is not None and token.lower_ == "to" and noun.lower_ in ("name", "credit"):
        return any(c.tag_ == "PRP$" for c in noun.lefts)
    if token.lower_ != "with" or noun is None:
        return False
    behind = token.doc[noun.i + 1 : min(noun.i + 4, token.sent.end)]
    return len(behind) == 3 and behind[0].lower_ == "to" and behind[2].lower_ in ("name", "credit")


def _is_direction(token: "Token", target: "Token | None") -> bool:
    """Return whether a phrase behind a comma only points from a place that was told: "…, to the north"."""
    before = token.nbor(-1) if token.i > token.sent.start else token
    far = (
        before if before.dep_ in ("npadvmod", "dobj") and before.head == token.head else token
    )  # "…, 12 km to the north"
    if target is None or target.lower_ not in _COMPASS or not phrases.is_set_off(far):
        return False
    return token.lower_ == "to" and not any(c.dep_ != "det" for c in target.children)


def _take_contrast(token: "Token", built: Statement, context: Context) -> None:
    """Take what is true of "not from plants but from the Sun", and nothing of "…, not from plants"."""
    truth = next((c for c in token.children if c.dep_ == "conj" and c.pos_ == "ADP"), None)
    if truth is not None and truth.left_edge.nbor(-1).lower_ == "but":
        take_preposition(truth, built, context)
    elif not phrases.is_set_off(token):
        built.flaw = "negated"


def _is_aside(token: "Token", built: Statement) -> bool:
    """Return whether a phrase in commas tells of the noun before the verb, or behind it of a part or a choice."""
    optional = token.left_edge.lower_ in _OPTIONAL or (token.lower_ == "above" and after(token) == "all")
    if optional and phrases.is_set_off(token) and token.i > built.clause.verb.i:
        return True
    between = built.clause.subject.i < token.i < built.clause.verb.i and built.clause.kind == "main"
    return between and phrases.is_set_off(token) and after(token.right_edge) == ","


def take_noun(token: "Token", said: str, target: "Token", built: Statement, context: Context) -> None:
    """Add ``target`` behind the preposition ``token``, which the text words as ``said``."""
    if any(c.dep_ == "amod" and c.lower_ in _COUNTED_ON for c in target.children):
        return
    if _is_doing(target):
        built.flaw = built.flaw or "complex-clause"
        return
    if target.tag_ == "NNP" and target.text.islower() and target.left_edge.lower_ in ("a", "an"):
        built.flaw = built.flaw or "misread"  # "with a scaly, almost naked tail": no name
        return
    reason = nominal_flaw(target, context)
    found = phrases.phrase(target, context.reading, context.discourse, role="other", prep=said)
    if found is not None and not reason and found.text.endswith(" alone"):
        take_opaque(token, built, context, role="other")
        return
    if reason or found is None:
        needed = _is_needed(token, built) and not _is_spare(token, reason, context)
        built.flaw = reason if needed or is_sequence(target) else ""
        return
    both = joined(found, token, target, context)
    if both is None or is_sequence(token) or _is_first_of_sizes(target) or _is_gapped(token, target):
        built.flaw = built.flaw or "cut"
        return
    both = replace(both, text=_SELF.sub("", both.text))  # "laid hedges at Highgrove himself"
    built.qualifiers.append(replace(both, role=_role(both, token), position=token.i))


def _is_gapped(token: "Token", target: "Token") -> bool:
    """Return whether a list goes on with other things, each with its own phrase: "paint for cars, oil for tools"."""
    listed = (target, *target.conjuncts) if token.lower_ == "for" and target.conjuncts else ()
    return any(b.dep_ == "prep" and b.lower_ == "for" for noun in listed for b in noun.rights)


def _is_doing(name: "Token") -> bool:
    """Return whether not a bearer of a name follows a preposition but what he does: "led to Ida Holm leaving"."""
    after = name.nbor(1) if name.pos_ == "PROPN" and name.i + 1 < name.sent.end else name
    effect = name.head.head.lemma_ in words("verbs", "causal")
    return after.tag_ == "VBG" and ((after.dep_ == "acl" and after.head == name) or effect)


def _is_first_of_sizes(target: "Token") -> bool:
    """Return whether a number without a unit is the first of two sides: "at 6 by 3.21 metres"."""
    if target.pos_ != "NUM" or target.i + 2 >= target.sent.end or target.right_edge.i > target.i:
        return False
    return target.nbor(1).lower_ in ("by", "x", "×") and target.nbor(2).pos_ == "NUM"


def _take_end(token: "Token", built: Statement, context: Context) -> None:
    """Add the end of a range that the parser put below its beginning: "from 0 to 8"."""
    end = next((c for c in token.children if c.dep_ == "prep" and c.lower_ in ("to", "until", "till")), None)
    if token.lower_ != "from" or end is None or end.i < token.i:
        return
    known = len(built.qualifiers)
    take_preposition(end, built, context)
    if len(built.qualifiers) == known and not is_timed(end, context):
        built.flaw = built.flaw or "no-object"


def stray_preposition(token: "Token") -> "Token | None":
    """Return the preposition without a noun right before an object, which is its noun: "boils at 100 °C"."""
    first = token.left_edge
    before = None if first.is_sent_start else first.nbor(-1)
    if before is None or before.dep_ != "prep" or before.head != token.head or list(before.children):
        return None
    return before


def _is_stray(token: "Token") -> bool:
    objects = (c for c in token.head.children if c.dep_ == "dobj" and c.i > token.i)
    return any(stray_preposition(c) == token for c in objects)


def _preposition(token: "Token") -> tuple[str, "Token | None"]:
    """Return the words of a preposition ("out of", "because of") and the noun or verb below it."""
    ahead = (c for c in token.children if c.dep_ in ("advmod", "pcomp") and c.i < token.i)
    leading = (c for c in ahead if c.lower_ != "instead" or token.lower_ == "of")  # "rely instead on"
    said = [t.lower_ for c in leading for t in c.subtree if not t.is_punct] + [token.lower_]
    said = [t.lower_ for c in token.children if c.dep_ == "npadvmod" and c.i < token.i for t in c.subtree] + said
    before = token.nbor(-1) if token.i else token
    if leads_preposition(before) or _is_first_of_two(before, token):
        said.insert(0, before.lower_)
    for child in token.children:
        if child.dep_ in ("pobj", "pcomp") and child.i > token.i:
            return _complex(" ".join(said), child)
        if child.dep_ == "prep" and child.i > token.i and not _is_beyond_time(token, child):
            below, target = _preposition(child)
            return " ".join([*said, below]), target
    if token.dep_ == "dative" and token.pos_ != "ADP":
        return "", token
    return " ".join(said), None


def _complex(said: str, noun: "Token") -> tuple[str, "Token"]:
    """Return a preposition of several words with its noun: "in place of" and "steel" of "in place of the steel"."""
    behind = noun.nbor(1) if noun.i + 1 < noun.sent.end and noun.left_edge == noun else noun
    whole = f"{said} {noun.lower_} {behind.lower_}"
    below = next((c for c in behind.children if c.dep_ == "pobj"), None)
    return (whole, below) if whole in _COMPLEX and below is not None and behind.head == noun else (said, noun)


def _is_beyond_time(token: "Token", below: "Token") -> bool:
    """Return whether a number stands between two prepositions: "from as early as 1671 with the arrival"."""
    return any(t.pos_ == "NUM" for t in token.doc[token.i : below.i])


def _is_first_of_two(before: "Token", token: "Token") -> bool:
    """Return whether a preposition without a noun opens the next one: "from across Canada"."""
    same = before.dep_ == "prep" and before.head == token.head and before.i > token.head.i
    return same and not list(before.children) and not is_stranded(before)


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


def _is_spare(token: "Token", reason: str, context: Context) -> bool:
    """Return whether a passive with a date says enough without those who did it: "founded in 1921 by its owners"."""
    unclear = token.dep_ == "agent" and reason.startswith("unresolved")
    return (
        unclear
        and token.head.lemma_ in words("verbs", "making")
        and any(time.head == token.head.i for time in context.reading.times)
    )


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
    needed = found.prep == "on" and f"{token.head.lemma_} on" in words("verbs", "bound")  # depends on rivers
    if found.type in PLACES and found.prep in _PLACE_PREPOSITIONS and (found.proper or not needed):
        return "place"
    return "quantity" if found.type in (PhraseType.QUANTITY, PhraseType.PERCENT, PhraseType.MONEY) else "other"


def _attribute_to(token: "Token", built: Statement, context: Context) -> None:
    target = next((t for t in token.subtree if t.dep_ == "pobj"), None)
    if target is not None:
        found = phrases.phrase(target, context.reading, context.discourse, role="attribution", prep="according to")
        if found is not None:
            built.qualifiers.append(found)
