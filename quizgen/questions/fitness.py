"""Which statements are fit to be asked about: what is read amiss, holds for some only or lacks a part is not."""

import re

from quizgen.lexicon import noun_type, words
from quizgen.model import AMOUNTS, FactDraft, FactKind, Phrase, PhraseType
from quizgen.questions import ways, wh

_LIMITED = frozenset("especially notably particularly not only even just neither none nobody mere somewhere".split())
_SHOWING = frozenset({"that", "this", "these"})  # what only the page can tell
_COMPARED = re.compile(r"(?:far |many |much |even )?(?:more|fewer|less) (?!than\b)", re.I)
_HARDLY = re.compile(r"(?:few|little|hardly any) [a-z]", re.I)  # tells what is not there: "lost few riders"
_PATHLESS = frozenset({"time", "duration", "attribution", "day", "reason", "purpose"})
_WHITHER = frozenset(
    "aboard across around as down for from into on onto over through to toward towards up via with".split()
)
_GAPPED = re.compile(r" (?P<prep>in|at|from|with|for) [A-Z\d]\w*(?: [A-Z]\w*)* and [a-z]")
_OWNED = re.compile(r"the [a-z-]+['’]s? [a-z-]+")  # what it is to something else: "heat, the storm's fuel"
_DOING = re.compile(r"[A-Za-z][a-z]+ing")
_RANK = re.compile(  # how much it matters, not what it is
    r"(?:the|its|their|[\w’' ]+['’]s?) (?:chief|main|most (?:common|important)|principal|usual) "
    r"|the [a-z]+ [a-z]+ today$"
)
_SUM = re.compile(r"(?:[a-z]+ )?(?:about )?[$£€¥]?\d")
_UNOWNED = re.compile(r"(?:none|neither|nobody|others|some|many|most|several|both|all)['’]s? ", re.I)
_YEAR = re.compile(r"1\d{3}|20\d\d")
_ENDING = frozenset({"abolish", "conclude", "end", "finish"})
_BANDS = frozenset({"crew", "group", "panel", "team"})
_ROWS = re.compile(r"[a-z\d]+ [a-z]+s of (?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)")
_DEFINING = frozenset({FactKind.DEFINITION, FactKind.ALIAS})
_SINGLE = frozenset({"from", "by", "into", "with"})  # what comes from one place does not come from another


def is_unfit(draft: FactDraft) -> bool:
    """Return whether a statement holds for some of its subject only, or is read amiss."""
    first = draft.subject.text.split(" ")[0].lower()
    limited = first in _LIMITED and not (first == "only" and draft.subject.type in AMOUNTS)  # "only nine towns came"
    if limited or first in _SHOWING or _COMPARED.match(draft.subject.text):
        return True
    if _is_gapped(draft) or _is_without_object(draft) or _is_without_place(draft):
        return True
    if _is_without_origin(draft) or _is_without_receiver(draft):
        return True
    if _is_without_cause(draft) or _is_without_way(draft) or _is_without_goal(draft):
        return True
    if _is_of_the_moment(draft) or _is_aim(draft):
        return True
    if _is_in_disaccord(draft) or _is_bound_only(draft) or _is_followed_twice(draft) or _has_loose_noun(draft):
        return True
    if _is_timed_twice(draft) or _is_sum(draft) or _is_paid_twice(draft) or _is_nobody(draft) or _is_set(draft):
        return True
    if draft.object is not None and _HARDLY.match(draft.object.text):
        return True
    if any(p.resolved and p.text.endswith(("'s", "’s")) for p in draft.arguments):  # "her back", cut behind the owner
        return True
    if _is_half_verb(draft) or (draft.object is not None and any(map(_is_cut_comparison, draft.qualifiers))):
        return True
    if draft.kind not in _DEFINING or draft.verb is None:
        return False
    listed = "," in draft.subject.text and not draft.subject.proper
    return first in wh.QUANTIFIERS or listed or _is_uneven(draft) or _is_no_definition(draft)


def is_uncounted(draft: FactDraft, template: str) -> bool:
    """Return whether a template asks for something else than the number of "only nine towns"."""
    return draft.subject.text.lower().startswith("only ") and template != "counted"


def _is_gapped(draft: FactDraft) -> bool:
    """Return whether an object holds two pairs: "medicine in Edinburgh and theology" before "in Cambridge"."""
    found = _GAPPED.search(draft.object.text) if draft.object is not None else None
    return found is not None and any(q.prep == found["prep"] for q in draft.qualifiers)


def _is_without_object(draft: FactDraft) -> bool:
    """Return whether a verb lacks the object that it needs: "in 1923 she drafted"."""
    verb = draft.verb
    if verb is None or verb.passive or draft.kind in _DEFINING:
        return False
    if draft.object is not None:
        return _is_handed_nothing(draft, verb.base, draft.object)
    if verb.complement:  # "he said to find genes" has lost what he said
        return verb.base == "say"
    if f"{verb.base} {verb.particle}" in words("verbs", "transitive"):
        return True
    clause = any(q.type is PhraseType.CLAUSE and q.role != "purpose" for q in draft.qualifiers)
    return verb.base in words("verbs", "needing") and not verb.particle and not clause


def _is_handed_nothing(draft: FactDraft, base: str, receiver: Phrase) -> bool:
    """Return whether somebody is given something that is lost: "the course gave Ada Brook"."""
    if base not in words("verbs", "handing") or receiver.type is not PhraseType.PERSON or not receiver.proper:
        return False
    return not any(q.prep in ("to", "") and q.role == "other" for q in draft.qualifiers)


def _is_without_origin(draft: FactDraft) -> bool:
    """Return whether somebody is expelled or removed, and it is not said from what."""
    verb = draft.verb
    if verb is None or verb.base not in words("verbs", "parting") or (not verb.passive and draft.object is None):
        return False
    told = (q.prep in ("from", "to", "into", "by") or q.role == "agent" or ways.is_way(q) for q in draft.qualifiers)
    return not any(told)


def _is_without_receiver(draft: FactDraft) -> bool:
    """Return whether something is given that only its receiver makes worth telling: "the map gave the name"."""
    verb, thing = draft.verb, draft.object
    if verb is None or verb.base != "give" or verb.passive or verb.particle or thing is None:
        return False
    heard = any(q.prep in ("to", "for", "") and q.role in ("other", "object") for q in draft.qualifiers)
    return thing.head in words("nouns", "given") and not heard


def _is_without_cause(draft: FactDraft) -> bool:
    """Return whether somebody is blamed or praised, and it is not said for what."""
    verb = draft.verb
    if verb is None or verb.base not in words("verbs", "judging"):
        return False
    return not any(q.prep in ("for", "on", "with") for q in draft.qualifiers)


def _is_without_way(draft: FactDraft) -> bool:
    """Return whether somebody goes, and it is not said where: "she went in 1918"."""
    verb = draft.verb
    if verb is None or verb.base not in words("verbs", "pathless") or verb.particle or verb.complement:
        return False
    return draft.object is None and all(q.role in _PATHLESS for q in draft.qualifiers)


def _is_without_goal(draft: FactDraft) -> bool:
    """Return whether somebody leaves, and it is said neither what nor where to: "he set out by way of Japan"."""
    verb = draft.verb
    if verb is None or verb.passive or verb.complement or draft.object is not None:
        return False
    if f"{verb.base} {verb.particle}".strip() not in words("verbs", "leaving"):
        return False
    return not any(q.prep in _WHITHER or q.role == "place" for q in draft.qualifiers)


def _is_aim(draft: FactDraft) -> bool:
    """Return whether a statement says what an aim was: "the goal was to gain control"."""
    verb = draft.verb
    return (
        verb is not None
        and verb.base == "be"
        and bool(verb.complement)
        and draft.subject.head in words("nouns", "aims")
    )


def _is_without_place(draft: FactDraft) -> bool:
    """Return whether a verb lacks the place that it needs: "they agreed to put labels"."""
    verb = draft.verb
    if verb is None or verb.particle or (verb.complement or verb.base).split(" ")[-1] not in words("verbs", "placing"):
        return False
    placed = (q for q in draft.qualifiers if q.role not in ("time", "duration", "agent"))
    return not any(q.prep or q.role == "manner" for q in placed)


def _is_in_disaccord(draft: FactDraft) -> bool:
    """Return whether a singular verb stands behind a plural noun, which is then not its subject: "ships was"."""
    subject, verb = draft.subject, draft.verb
    if verb is None or not subject.plural or subject.proper or subject.text[:1].isupper():
        return False
    return subject.text.endswith("s") and " " not in subject.text and verb.text.split(" ")[0] in ("is", "was", "has")


def _is_bound_only(draft: FactDraft) -> bool:
    """Return whether a value is only a bound, so that its question has many right answers: "exceeded 40 metres"."""
    verb, told = draft.verb, draft.object
    return verb is not None and told is not None and verb.base in words("verbs", "passing") and told.type in AMOUNTS


def _is_followed_twice(draft: FactDraft) -> bool:
    """Return whether two phrases stand behind the same preposition: what comes from one does not from the other."""
    said = [q.prep for q in draft.qualifiers if q.prep in _SINGLE and q.role not in ("time", "duration", "day")]
    shares = [q for q in draft.qualifiers if q.prep.startswith("partly ")]  # partly from food, partly by cells
    return len(said) > len(set(said)) or len(shares) > 1


def _is_timed_twice(draft: FactDraft) -> bool:
    """Return whether two spans are told of one thing, of which one belongs elsewhere: "took a year for two weeks"."""
    told = draft.object
    spans = any(q.role == "duration" and q.type is PhraseType.DURATION for q in draft.qualifiers)
    return told is not None and told.type is PhraseType.DURATION and spans


def _is_sum(draft: FactDraft) -> bool:
    """Return whether the number of what is told follows from its division: "has ten beads in two rows of five"."""
    told = draft.object
    counted = told is not None and told.type in AMOUNTS
    return counted and any(q.prep in ("in", "into") and _ROWS.search(q.text) for q in draft.qualifiers)


def _is_paid_twice(draft: FactDraft) -> bool:
    """Return whether a second amount stands loose beside the first: "paid $200 westward $100 eastward"."""
    told = draft.object
    loose = any(not q.prep and q.role in ("other", "manner") and _SUM.match(q.text) for q in draft.qualifiers)
    return told is not None and told.type in AMOUNTS and loose


def _is_nobody(draft: FactDraft) -> bool:
    """Return whether a year or nobody in particular is said to do something: "1390 lists", "none's shape"."""
    subject = draft.subject
    doing = draft.verb is not None and draft.object is not None and draft.object.role == "object"
    dated = subject.type in (PhraseType.DATE, PhraseType.TIME) or _YEAR.fullmatch(subject.text) is not None
    return _UNOWNED.match(subject.text) is not None or (doing and dated)


def _is_set(draft: FactDraft) -> bool:
    """Return whether somebody is only "set", and what to do is lost or told as an aim, or is ended like a deed."""
    verb, told = draft.verb, draft.object
    if verb is None or told is None or verb.passive or verb.particle:
        return False
    living = told.type in (PhraseType.PERSON, PhraseType.PEOPLE)
    return (verb.base == "set" and living) or (verb.base in _ENDING and (living or told.head in _BANDS))


def _has_loose_noun(draft: FactDraft) -> bool:
    """Return whether a noun beside what something is belongs to neither: "is the cutter a disc as wide as a bus"."""
    verb, told = draft.verb, draft.object
    if verb is None or verb.base != "be" or verb.complement or told is None or told.role != "attribute":
        return False
    return any(q.role == "other" and not q.prep and q.type is PhraseType.THING for q in draft.qualifiers)


def _is_half_verb(draft: FactDraft) -> bool:
    """Return whether a verb is read as less than it is: "had" of "had tired", "said" of "said the aim was to go"."""
    clauses = [p for p in draft.arguments if p.type is PhraseType.CLAUSE]
    if draft.verb is None or draft.verb.passive or not clauses:
        return False
    aim = draft.verb.base == "say" and any(p.role == "object" and p.text.startswith("to ") for p in clauses)
    return aim or (draft.verb.base == "have" and any(p.role == "attribute" for p in clauses))


def _is_cut_comparison(phrase: Phrase) -> bool:
    """Return whether a phrase is the beginning of a clause: "as Grant" of "as Grant withdrew"."""
    return phrase.prep == "as" and phrase.proper and phrase.type in (PhraseType.PERSON, PhraseType.UNKNOWN)


def _is_uneven(draft: FactDraft) -> bool:
    """Return whether one thing is said to be several."""
    if draft.kind is not FactKind.DEFINITION or draft.object is None or " and " in draft.subject.text:
        return False
    return draft.object.plural and not draft.subject.plural and " and " not in draft.object.text


def _is_of_the_moment(draft: FactDraft) -> bool:
    """Return whether a caption tells what a picture shows: "Jane Ward holds a vase"."""
    verb = draft.verb
    if verb is None or verb.passive or draft.subject.type is not PhraseType.PERSON:
        return False
    going_on = verb.tense == "present" or verb.participle.endswith("ing")  # "was standing near a stove"
    return going_on and draft.subject.proper and verb.base in words("verbs", "posing")


def _is_no_definition(draft: FactDraft) -> bool:
    """Return whether what stands for a meaning is none: a sum, a noun that lacks its article, part of a verb group."""
    told = draft.object
    if told is None or told.role != "attribute":
        return False
    if told.text[:1].isdigit() or "=" in told.text or _is_judgement(draft, told):
        return True
    deed = _DOING.fullmatch(draft.subject.text) and told.text.startswith("the ") and told.proper
    if deed:  # presiding is the King's deputy
        return True
    if _RANK.match(told.text) and not draft.subject.proper:
        return True
    if _OWNED.fullmatch(told.text) and not draft.subject.proper and draft.extractor == "explained":
        return True
    name = draft.subject.text.split(" ")
    return (name[0].lower() in ("a", "an") and name[-1][:1].isupper() and draft.subject.proper) or _is_cut_off(draft)


def _is_judgement(draft: FactDraft, told: Phrase) -> bool:
    """Return whether a kind of thing is not explained but judged: "rust is an expensive nuisance"."""
    said = told.text.lower().split(" ")
    worth = [word for word in said[1:3] if word in words("adjectives", "judging")]
    return said[0] in ("a", "an") and bool(worth) and not draft.subject.proper


def _is_cut_off(draft: FactDraft) -> bool:
    """Return whether a noun behind a name lacks its article: "the Great Lakes region (area north of …)"."""
    told = draft.object
    if told is None or draft.extractor != "apposition" or told.plural or told.proper:
        return False
    counted = noun_type(told.head) in _COUNTED or told.head in words("nouns", "vague")
    return counted and told.text.split(" ")[0] == told.head


_COUNTED = frozenset({PhraseType.PLACE, PhraseType.ORGANISATION, PhraseType.PRODUCT, PhraseType.WORK, PhraseType.EVENT})
