"""How good and how hard a question is, by features that can be explained."""

import re
from collections.abc import Mapping

from quizgen import flaws
from quizgen.lexicon import words
from quizgen.model import AMOUNTS, Fact, FactDraft, FactKind, Modality, Phrase, PhraseType, Question, QuestionKind
from quizgen.questions.asking import Ask
from quizgen.questions.predicates import (
    UNIQUE,
    WORD,
    begins_indefinite,
    content,
    is_anchor,
    is_bare,
    is_functional,
    is_making,
    is_named,
    is_superlative,
)
from quizgen.templates import Template

_FORM = {
    QuestionKind.SHORT: 1.0,
    QuestionKind.NUMERIC: 1.0,
    QuestionKind.CHOICE: 0.93,
    QuestionKind.CLOZE: 0.82,
    QuestionKind.TRUEFALSE: 0.72,
}
_INCOMPLETE = re.compile(r"^(?:the|an?) (?:[\w-]+ ){0,2}(?P<noun>[\w-]+)$")
_VAGUE = re.compile(
    r"(?:a few|a number of|a lot of|(?:dozens|hundreds|tens|thousands) of|some|several|many|much|various) ", re.I
)
_RISING = ("the Sun", "the Moon")  # wherever one is
_HERE = re.compile(
    r"(?<!at )(?<!from )\b(?:home|underneath|nearby|elsewhere|alongside|aboard|ashore)\?"
    r"|\b(?:in|over|during|for) the (?:next|following|preceding|previous) "
)
_SOON = re.compile(r"\bin (?:about |around |roughly |some )?(?!which|what|how)\w+ (?:days|weeks|months|years)\?")
_CLOCK = re.compile(r"\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b")
_UNTITLED = re.compile(r".*['’]s? (?:best-known|most famous|first|last|next|former|latest) [a-z]+")
_OWN = re.compile(r"(?:his|her|its|their) \w+")
_PLURAL_NAME = re.compile(r"(?:the )?[A-Z]\w+s")
_EXPLAINING = frozenset({"definition", "meaning", "term", "reason", "purpose", "function", "use"})
_WHOLE = frozenset({"function", "use"})  # of which the thing alone is the stem
_FOUR_DIGITS = re.compile(r"\b[12]\d{3}\b")
_WARNING = 0.08
_OCCASIONAL = frozenset({"attribute", "time", "object", "place", "measured", "subject"})
_PRECISE = AMOUNTS | {PhraseType.DATE}
_MEASURED = frozenset({PhraseType.QUANTITY, PhraseType.PERCENT, PhraseType.MONEY, PhraseType.DURATION})
_FIRM = frozenset(
    {
        PhraseType.PERSON,
        PhraseType.COUNTRY,
        PhraseType.ORGANISATION,
        PhraseType.PLACE,
        PhraseType.PRODUCT,
        PhraseType.CELESTIAL,
    }
)


def merit(question: Question, template: Template, penalties: Mapping[str, float]) -> float:
    """Return the weight of a question's template and form, less what speaks against it, 0..1."""
    value = template.weight * _FORM.get(question.kind, 0.8) - sum(penalties.values())
    return round(max(0.0, min(1.0, value)), 3)


def penalties(question: Question, template: Template, fact: Fact, found: list[str], made: Ask) -> dict[str, float]:
    """Return by name what speaks against a question; a name without a reason is 0."""
    draft = fact.draft
    return {
        "flaws": _WARNING * sum(flaws.CODES[code].severity == "warning" for code in found),
        "length": _length(question, explains=template.id in _EXPLAINING, short=_is_brief(made, fact, template)),
        "clumsy": _clumsiness(made, fact),
        "planned": _forethought(made, fact, template),
        "resolved": 0.03 if draft.subject.resolved else 0.0,
        "repeated": 0.3 if _is_repeated(made, draft) else 0.0,
        "adrift": 0.45 if _is_adrift(made, draft) else 0.0,
        "gap": 0.2 if _is_loose_gap(question, template, fact, made) else 0.0,
        "incomplete": 0.5 if _is_incomplete(draft.subject) or _is_of_the_page(draft) else 0.0,
        **_openness(made, fact, template),
    }


def _is_repeated(made: Ask, draft: FactDraft) -> bool:
    """Return whether a name or year stands twice in a stem, or an owner again in the answer."""
    twice = made.prompt.count(draft.subject.text) > 1 and draft.subject.proper
    years = _FOUR_DIGITS.findall(made.prompt)
    owner = made.phrase is not draft.subject and f"{draft.subject.text}'s" in made.answer
    return twice or owner or len(years) > len(set(years))


def _is_adrift(made: Ask, draft: FactDraft) -> bool:
    """Return whether a stem points somewhere that only the text tells: came home, begins in ten days, at 1:00 p.m."""
    if _HERE.search(made.prompt):
        return True
    if any(p.type is PhraseType.DATE for p in draft.arguments):
        return False
    soon = draft.verb is not None and draft.verb.tense != "past" and draft.verb.base in words("verbs", "starting")
    return bool(_CLOCK.search(made.prompt)) or (soon and bool(_SOON.search(made.prompt)))


def _is_loose_gap(question: Question, template: Template, fact: Fact, made: Ask) -> bool:
    """Return whether a gap for a place stands in a statement without date or number, so that many places fit."""
    if question.kind is not QuestionKind.CLOZE or template.slot != "place":
        return False
    others = (p for p in fact.draft.arguments if p is not made.phrase)
    return not any(p.values or p.type in _PRECISE for p in others)


def _forethought(made: Ask, fact: Fact, template: Template) -> float:
    """Return the penalty for a plan, more where the stem does not know that only people plan."""
    if fact.draft.modality is not Modality.PLANNED:
        return 0.0
    return 0.2 if template.slot == "subject" and made.prompt.startswith("What") else 0.05


def _is_brief(made: Ask, fact: Fact, template: Template) -> bool:
    """Return whether a stem of three or four words says enough: "What is osmosis?", "Who invented dynamite?" """
    known = template.slot in ("attribute", "bound") or template.kind is QuestionKind.NUMERIC
    return known or is_making(fact.draft, made.phrase) or (template.slot == "agent" and fact.draft.subject.proper)


def _openness(made: Ask, fact: Fact, template: Template) -> dict[str, float]:
    """Return the penalties for a stem that several answers may fit."""
    draft = fact.draft
    if draft.kind is FactKind.ALIAS:
        return {"open": 0.3 if draft.extractor == "named" and content(draft.subject.text) < 4 else 0.0}
    others = [p for p in draft.arguments if p.role not in ("attribution", "day") and p is not made.phrase]
    anchored = any(map(is_anchor, others))
    return {
        "trivial": _triviality(fact, template),
        "reversed": _reversal(made, fact, template, anchored=anchored),
        "indefinite": _indefinite(fact),
        "bare": 0.4 if template.slot == "purpose" and content(made.prompt) < 3 else 0.0,
        "loose": 0.0 if anchored and not _is_toll(template, others) else _looseness(made, fact, template),
        "nowhere": 0.35 if template.slot == "place" and not _is_located(made, others) else 0.0,
        **_generality(made, fact, template, anchored=anchored),
    }


def _is_located(made: Ask, others: list[Phrase]) -> bool:
    """Return whether a name or many words say what is looked for."""
    if others and others[0].text in _RISING:
        return False
    return content(made.prompt) >= 6 or any(p.proper or p.type in _FIRM for p in others)


def _is_toll(template: Template, others: list[Phrase]) -> bool:
    """Return whether a number of people or things is asked for, and neither name nor date says on which occasion."""
    return template.id == "counted" and not any(p.proper or p.type is PhraseType.DATE for p in others)


def _looseness(made: Ask, fact: Fact, template: Template) -> float:
    """Return the penalty for asking for a date or a number where nothing says of which occasion."""
    if template.slot not in _OCCASIONAL or made.kind not in _PRECISE:
        return 0.0
    return 0.45 if fact.draft.verb is not None and fact.draft.verb.tense == "past" else 0.1


def _generality(made: Ask, fact: Fact, template: Template, *, anchored: bool) -> dict[str, float]:
    """Return the penalties for asking for somebody or something of no closed sort."""
    if template.slot not in ("object", "subject", "other", "agent") or made.kind in _PRECISE or template.id in _WHOLE:
        return {}
    verb = fact.draft.verb.base if fact.draft.verb else ""
    lax = verb in words("verbs", "light", "open") and fact.draft.kind is not FactKind.DEFINITION
    lived = template.slot == "subject" and verb in words("verbs", "everyday")
    return {
        "open": _laxity(made, fact, template) if lax or lived else 0.0,
        "unanchored": 0.0 if anchored else _drift(made, fact),
        "thin": 0.0 if _is_told_enough(made, fact, lax=lax) else _thinness(made.prompt),
        "common": 0.0 if made.kind in _FIRM else 0.06,
        "vague": 0.2 if _is_vague(made) else 0.0,
        "unnamed": 0.25 if _is_anybody(made) else 0.0,
    }


def _laxity(made: Ask, fact: Fact, template: Template) -> float:
    """Return the penalty for a predicate that fits many, less where something in it narrows it down."""
    draft = fact.draft
    verb = draft.verb
    if verb is None or template.slot == "agent" or verb.complement:
        return 0.12
    told = [p for p in draft.arguments if p is not made.phrase]
    measured = any(p.type in _MEASURED or p.type is PhraseType.DATE for p in told)
    sole = is_superlative(draft) or is_functional(draft.object)
    lasting = verb.tense == "present" and verb.base in words("verbs", "lasting_deed")
    said = content(made.prompt)
    few = said < (4 if lasting else 6 if verb.base == "become" else 8)
    return 0.3 if few and not (measured or sole) else 0.12


def _is_vague(made: Ask) -> bool:
    """Return whether an answer names nothing: "some of them", "her life", "her best-known book"."""
    said = _VAGUE.match(made.answer) or _OWN.fullmatch(made.answer) or _UNTITLED.fullmatch(made.answer)
    return said is not None or _is_ambiguous(made.phrase)


def _is_anybody(made: Ask) -> bool:
    """Return whether somebody is asked for who has no name: "foot passengers", "a healthy young person"."""
    named = made.phrase.proper or any(word[:1].isupper() for word in made.answer.split())
    return made.prompt.startswith(("Who ", "By whom ")) and not named


def _is_of_the_page(draft: FactDraft) -> bool:
    """Return whether a definition is of several things that the page has told of: the cores."""
    subject = draft.subject
    told = subject.plural and subject.text.startswith("the ") and len(subject.text.split()) == 2
    return told and not subject.proper and draft.kind is FactKind.DEFINITION


def _is_ambiguous(phrase: Phrase) -> bool:
    """Return whether a name may be of people or of things: the Confederates, the Himalayas."""
    return phrase.type is PhraseType.THING and phrase.plural and bool(_PLURAL_NAME.fullmatch(phrase.text))


def _drift(made: Ask, fact: Fact) -> float:
    """Return the penalty for a stem without name, number or date: the fuller it is, the less."""
    said = content(made.prompt)
    present = fact.draft.verb is not None and fact.draft.verb.tense != "past"
    if said >= 6 or is_making(fact.draft, made.phrase) or _is_bound(made, fact) or is_superlative(fact.draft):
        return 0.0
    return 0.05 if said >= 5 or (said == 4 and present) else 0.15


def _is_told_enough(made: Ask, fact: Fact, *, lax: bool) -> bool:
    """Return whether few words are enough: a deed done once, or two names or dates in the stem."""
    anchors = sum(is_anchor(p) for p in fact.draft.arguments if p is not made.phrase)
    sole = is_functional(fact.draft.object) or is_superlative(fact.draft)
    return is_making(fact.draft, made.phrase) or _is_bound(made, fact) or (anchors > 1 and not lax) or sole


def _is_bound(made: Ask, fact: Fact) -> bool:
    """Return whether a verb and its preposition ask for the phrase: "What is malaria caused by?" """
    verb = fact.draft.verb
    return verb is not None and made.phrase.role == "agent" and f"{verb.base} by" in words("verbs", "bound")


def _is_incomplete(phrase: Phrase) -> bool:
    """Return whether a description lacks what it is of: the earliest version."""
    if phrase.text.lower().startswith("the ") and phrase.text.split(" ")[1] in words("nouns", "pointing"):
        return True
    found = _INCOMPLETE.match(phrase.text)
    return found is not None and not phrase.proper and found["noun"].lower() in words("nouns", "relational")


def _triviality(fact: Fact, template: Template) -> float:
    """Return the penalty for what nobody will want to know: a day's reading, a year beside a number, praise."""
    draft = fact.draft
    said = " ".join(p.text for p in draft.arguments).lower()
    penalty = 0.25 if any(q.role == "day" for q in draft.qualifiers) else 0.0
    penalty += 0.1 if template.slot == "time" and draft.object is not None and draft.object.values else 0.0
    praised = any(word in words("nouns", "praise") for word in WORD.findall(said))
    return penalty + ((0.4 if draft.kind is FactKind.DEFINITION else 0.15) if praised else 0.0)


def _reversal(made: Ask, fact: Fact, template: Template, *, anchored: bool) -> float:
    """Return the penalty for asking who or what a statement is about, which often fits many."""
    draft = fact.draft
    if is_functional(draft.object) or is_superlative(draft):
        return 0.25 if template.slot == "attribute" and draft.subject.proper else 0.0
    if draft.kind is FactKind.DEFINITION and draft.subject.proper and begins_indefinite(draft.object):
        person = made.prompt.startswith("Who") and draft.extractor == "apposition"
        return 0.4 if template.slot == "subject" or person else 0.0
    if draft.kind is FactKind.DEFINITION and draft.extractor == "apposition" and template.slot == "subject":
        return 0.3 if draft.object is None or content(draft.object.text) < 5 else 0.0
    if template.slot != "subject" or draft.kind is FactKind.SUPERLATIVE:
        return 0.0
    if draft.verb is not None and draft.verb.base in words("verbs", "shared"):
        return 0.35  # many people are born on a day
    if draft.kind is FactKind.DEFINITION:
        return 0.4 if not draft.subject.proper and UNIQUE.search(draft.subject.text) else 0.0
    past = draft.verb is not None and draft.verb.tense == "past"
    if is_making(fact.draft, made.phrase):
        return 0.0
    if draft.extractor == "measure":
        return 0.3
    open_ = draft.verb is not None and draft.verb.tense in ("past", "modal")
    bare = 0.3 if is_bare(made.answer) and (open_ or made.kind in (PhraseType.PERSON, PhraseType.PEOPLE)) else 0.0
    if draft.object is not None and draft.object.role == "attribute" and not anchored:
        return 0.3
    if not past and any(q.role == "agent" and not q.proper for q in draft.qualifiers):
        return bare + 0.25
    others = [p for p in draft.arguments if p is not made.phrase]
    if not made.prompt.startswith("What"):
        firm = any(is_named(p) for p in others) or content(made.prompt) >= 6
        return bare + (0.0 if firm or (anchored and not past) else 0.25)
    if past and made.phrase.proper and made.kind in _FIRM and any(p.proper for p in others):
        return bare + 0.1
    if past:
        return bare + (0.15 if content(made.prompt) >= 6 else 0.3)
    return bare + {0: 0.3, 1: 0.3, 2: 0.3, 3: 0.1}.get(content(made.prompt), 0.0)


def _indefinite(fact: Fact) -> float:
    """Return the penalty for what somebody or something does that is not named: "settlers", "a spacecraft"."""
    draft = fact.draft
    if draft.verb is None or (draft.subject.proper and not begins_indefinite(draft.subject)):
        return 0.0
    bare = draft.subject.plural and len(draft.subject.text.split()) == 1
    if draft.verb.tense != "past":
        return 0.3 if bare and draft.subject.type in (PhraseType.PERSON, PhraseType.PEOPLE) else 0.0
    return 0.42 if begins_indefinite(draft.subject) else 0.2 if bare else 0.0


def _thinness(stem: str) -> float:
    """Return the penalty for a stem with too little in it: "What lies in the pressure?" """
    return {0: 0.4, 1: 0.4, 2: 0.25, 3: 0.2}.get(content(stem), 0.0)


def _clumsiness(made: Ask, fact: Fact) -> float:
    """Return the penalty for clauses inside the stem and for answers that name nothing in particular."""
    clauses = [p for p in fact.draft.arguments if p.type is PhraseType.CLAUSE and p.text in made.prompt]
    penalty = sum(0.3 if p.text.startswith("that ") else 0.1 for p in clauses if len(p.text.split()) > 4)
    verb = fact.draft.verb
    if verb is not None and verb.base == "be" and verb.complement and not fact.draft.subject.proper:
        penalty += 0.2
    if verb is not None and verb.tense == "past" and "being" not in verb.aux and verb.participle.endswith("ing"):
        penalty += 0.2
    return penalty + (
        0.1 if is_bare(made.answer) and fact.draft.verb is not None and fact.draft.verb.tense == "past" else 0.0
    )


def _length(question: Question, *, explains: bool, short: bool) -> float:
    """Return the penalty for long stems and answers, and for stems of a few words unless ``short`` ones will do.

    What ``explains`` may be longer than a name.
    """
    stem, answer = len(question.prompt.split()), len(question.answer.split())
    longer = max(0, answer - (14 if explains else 8))
    return 0.01 * max(0, stem - 18) + 0.02 * longer + (0.15 if stem < 5 and not short else 0.0)


def difficulty(question: Question, fact: Fact) -> float:
    """Return an estimate, 0 easy .. 1 hard: recall is harder than choice, numbers harder than names."""
    base = {QuestionKind.TRUEFALSE: 0.25, QuestionKind.CHOICE: 0.35, QuestionKind.CLOZE: 0.5}.get(question.kind, 0.55)
    base += 0.15 if question.answer_type in _PRECISE else 0.0
    base += 0.1 if question.answer_type is PhraseType.CLAUSE else 0.0
    return round(min(1.0, base + 0.01 * max(0, len(question.answer.split()) - 3)), 2)
