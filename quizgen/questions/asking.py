"""A template asks for one argument of a fact: the stem, the answer and the phrase that was asked for."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from quizgen.inflect import SIZE
from quizgen.lexicon import words
from quizgen.model import AMOUNTS, FactDraft, FactKind, Phrase, PhraseType, Verb
from quizgen.questions import (
    agents,
    backwards,
    bound,
    conditions,
    deeds,
    fitness,
    fronting,
    grammar,
    measures,
    motives,
    refusals,
    slots,
    values,
    ways,
    wh,
    whens,
    wheres,
)
from quizgen.questions.people import is_described
from quizgen.questions.predicates import is_superlative
from quizgen.templates import Template

_WHO = frozenset({PhraseType.PERSON})
_MEANT = frozenset(
    {"called", "defined", "explained", "inverted", "occasion", "sense"}
)  # a word is given to what a text describes
_SAID = frozenset("word name term abbreviation nickname".split())  # asked for as such: "What is the Malay word for …?"
_FROM = re.compile(r"^(?P<value>.+?) (?P<far>(?:away )?from .+)$")
_BINDING = frozenset({"of", "in", "for", "on", "with", "about", "between"})
_WAYS = frozenset("across along over through via".split())
_CROSSING = frozenset({"circle", "cross", "follow", "tour", "travel", "traverse"})
_TOGETHER = re.compile(r"(With .+) together\?")  # with whom, which says it
_STRANDED = re.compile(r"\b(?:for|with|of|by|to) (?:in|on|at|of|for|with|by|to)\b")
_AMONG = re.compile(r"(?:one of|among|part of|a kind of|a type of|an example of)\b")
_RANKED = re.compile(
    r"(?P<rank>the (?:first|second|third|fourth|fifth|sixth|only|last|[a-z]+est|most [a-z]+|least [a-z]+))"
    r" (?P<noun>[a-z]+)(?= (?:to|in|of|on|at|with|from)\b|$)"
)
_LENGTHS = frozenset(
    "km kilometre kilometres kilometer kilometers m metre metres meters mile miles feet light-years au".split()
)

_VERBATIM = frozenset(  # facts whose object answers as it stands
    {"happening", "effect", "means", "difference", "function", "use"}
)
_ONLY = {  # facts that one template alone asks about
    "existence": "counted",
    "aged": "age",
    "why": "reason",
    **{name: name for name in _VERBATIM},
}
_THE_COMMON = re.compile(r"the [a-z]")
_EXPLAINED = re.compile(
    r"^(?:the|a|an) (?:[\w-]+ ){1,3}(?:(?:by|in|through|with|from|for|at|to) which|that|which|who|where|of \w+ing)"
    r" .{10}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One question that a template makes of a fact, before it is a row with an id."""

    prompt: str
    answer: str
    phrase: Phrase
    kind: PhraseType
    spoken: str = ""  # the prompt as it is read, where what opened the sentence opens it too
    objection: str = ""  # the code of what is said against it, but does not forbid it


Refused = Callable[[str, Template, Ask], None]


def ask(draft: FactDraft, template: Template, refused: Refused | None = None) -> Iterator[Ask]:
    """Yield the questions that a template makes of a fact; mostly one or none.

    ``refused`` is told of each one that is no good the reason code (``refusals.CODES``), the template and the ask.
    """
    yield from (made for _, made in asks(draft, (template,), refused))


def asks(
    draft: FactDraft, templates: Iterable[Template], refused: Refused | None = None
) -> Iterator[tuple[Template, Ask]]:
    """Yield the questions that templates make of a fact, each with its template; ``refused`` as of ``ask``."""
    draft = grammar.settled(draft)
    if fitness.is_unfit(draft):
        return
    for template in templates:
        if _is_for(template, draft):
            yield from ((template, made) for made in _of_template(draft, template, refused))


def _is_for(template: Template, draft: FactDraft) -> bool:
    """Return whether a template asks about facts of this kind."""
    if draft.kind not in template.facts or draft.modality not in template.modalities:
        return False
    if template.extractors and draft.extractor not in template.extractors:
        return False
    if template.id != _ONLY.get(draft.extractor, template.id) or fitness.is_uncounted(draft, template.id):
        return False
    if template.slot in ("reason", "purpose"):
        return template.slot == "reason" or not motives.is_aimless(draft)
    return not motives.is_bare(draft)


def _of_template(draft: FactDraft, template: Template, refused: Refused | None) -> Iterator[Ask]:
    for phrase in slots.phrases(draft, template.slot):
        if template.types and phrase.type not in template.types:
            continue
        if _is_size(phrase) != (template.id in ("size", "age")):
            continue
        found = _asked(draft, template, phrase)
        if found is not None and template.slot == "time" and _is_aimless(draft, found.prompt):
            continue
        code = refusals.reason(draft, template.slot, phrase, found.prompt, found.answer) if found is not None else ""
        if found is not None and not code:
            yield found
        elif found is not None and refused is not None:
            refused(code, template, found)


def _is_aimless(draft: FactDraft, prompt: str) -> bool:
    """Return whether a stem has lost the aim without which its verb says nothing: "did the reformers gather"."""
    if draft.verb is None or (draft.object is not None or draft.verb.passive):
        return False
    return any(q.role == "purpose" and (q.bound or q.text) not in prompt for q in draft.qualifiers)


def _is_size(phrase: Phrase) -> bool:
    return phrase.role == "attribute" and SIZE.match(phrase.text) is not None


def _asked(draft: FactDraft, template: Template, phrase: Phrase) -> Ask | None:
    asked = _answer(draft, template, phrase)
    if asked is None:
        return None
    variables = _variables(draft, phrase, asked, template.slot)
    if not set(template.prompt.get_identifiers()) <= set(variables):
        return None
    prompt = grammar.sentence(template.prompt.substitute(variables).rstrip("?"), "?")
    if _STRANDED.search(prompt):
        return None
    prompt = _TOGETHER.sub(r"\1?", prompt)
    read = fronting.spoken(draft, prompt, phrase)
    return Ask(prompt=prompt, answer=asked.answer, phrase=phrase, kind=asked.kind, spoken=read)


def _answer(draft: FactDraft, template: Template, phrase: Phrase) -> wh.Asked | None:
    slot = template.slot
    if slot in ("reason", "purpose"):
        return wh.Asked(wh="", answer=motives.answer(phrase), kind=phrase.type)
    if slot == "time" and backwards.is_timeless(draft):
        return None
    if slot not in ("subject", "bound"):
        phrase = _beside_subject(phrase)
    if draft.verb is None or draft.extractor in _VERBATIM:
        return wh.Asked(wh="", answer=phrase.text, kind=phrase.type)
    told = values.quality(phrase) if slot == "object" and draft.kind != "list" else None
    if told is not None or template.id == "quality":
        return _quality(draft.verb, template, *told) if told is not None else None
    if phrase.type in AMOUNTS and slot in ("subject", "object"):
        return _measured(draft, phrase, slot) if template.types else None
    if slot == "object" and measures.is_span(draft.verb.base, phrase):
        return wh.Asked(wh="How long", answer=phrase.text, kind=PhraseType.DURATION)
    if slot == "bound":
        return bound.asked(draft, phrase)
    if slot == "manner":
        return ways.asked(phrase)
    if slot == "condition":
        return conditions.asked(phrase)
    if slot == "deed":
        return deeds.asked(draft, phrase)
    if slot == "duration" and measures.is_span(draft.verb.base, phrase):
        return wh.Asked(wh="How long", answer=phrase.text, kind=PhraseType.DURATION)
    if slot == "place" and (wheres.is_none(draft.verb, phrase) or wheres.is_of_other(draft, phrase)):
        return None
    if slot == "place" and phrase.role == "other" and draft.verb.base not in slots.LIFE:
        return wheres.asked(draft, phrase)
    if slot == "place" and phrase.prep == "to" and draft.verb.base in words("verbs", "motion"):
        return wh.place(phrase) or _destination(draft, phrase)
    if template.id == "meaning" and not _EXPLAINED.match(phrase.text):
        return None
    if slot == "subject":
        dangling = any(q.bound and q.role not in ("reason", "purpose") for q in draft.qualifiers) and not phrase.proper
        return (
            None
            if dangling or _is_one_of(draft) or backwards.is_one_way(draft)
            else agents.as_person(draft, _without_class(draft, wh.subject(agents.ranked(draft, phrase)), phrase))
        )
    if slot == "object":
        if draft.kind == "list":
            return wh.Asked(wh="", answer=phrase.text)
        cut = _is_cut(draft, phrase) or _is_left_over(draft) or measures.is_some_time(draft.verb.base, phrase)
        return None if cut or deeds.is_hindered(draft) else agents.as_thing(draft, wh.object_(phrase))
    if template.id == "value":
        return values.level(draft, phrase)
    if template.id == "became" or (slot == "attribute" and draft.verb.base == "become"):
        return _became(draft, phrase) if template.id == "became" else None
    if slot == "attribute":
        return _attribute(draft, phrase)
    if slot == "agent" and phrase.text in words("nouns", "bare_means"):  # done by hand
        return None
    if slot == "other" and phrase.prep == "by" and not draft.verb.passive:  # of a book by somebody
        return None
    if slot == "measured":
        found = wh.share(phrase) or values.asked(draft, phrase) or wh.other(phrase)
        return found if found and found.kind in AMOUNTS else None
    if slot == "time":
        return whens.asked(draft, phrase)
    if slot == "agent":
        return agents.acting(draft.verb, phrase, wh.other(phrase))
    asks = {"duration": wh.time, "place": wh.place, "other": wh.other}
    return asks[slot](phrase)


def _quality(verb: Verb, template: Template, noun: str, value: str) -> wh.Asked | None:
    """Ask "What is the length of the Danube" for what has a length, "What height do trees reach" for all else."""
    owned = verb.base == "have" and not verb.aux and not verb.complement
    if owned != (template.id == "quality"):
        return None
    was = "was" if verb.tense == "past" else "is"
    lead = f"What {was} the {noun} of" if owned else f"What {noun}"
    return wh.Asked(wh=lead, answer=value, kind=PhraseType.QUANTITY)


def _measured(draft: FactDraft, phrase: Phrase, slot: str) -> wh.Asked | None:
    found = None
    if draft.verb is not None and slot == "object":
        if draft.verb.base == "measure" and measures.has_two_sides(draft):
            return None
        found = measures.valued(draft.subject, draft.verb, phrase) or measures.asked(draft.verb, phrase)
    return found or wh.counted(phrase) or (measures.amount(phrase) if slot == "object" else None)


def _destination(draft: FactDraft, phrase: Phrase) -> wh.Asked | None:
    """Ask "Where did she move" for "to London", and "To which place" where the stem tells the way that was gone."""
    further = any(q.type in AMOUNTS or q.prep.split(" ")[-1] in _WAYS for q in draft.qualifiers if q.role != "time")
    further = further or (draft.object is not None and draft.verb is not None and draft.verb.base in _CROSSING)
    asked = "To which place" if further else "Where"
    return wh.Asked(wh=asked, answer=phrase.text, kind=phrase.type) if phrase.proper else None


def _is_cut(draft: FactDraft, phrase: Phrase) -> bool:
    """Return whether a phrase right behind the object may belong to it: "a trade in manuscripts"."""
    binding = _BINDING | ({"to"} if phrase.head in words("nouns", "towards") else set())
    behind = (q for q in draft.qualifiers if q.role == "other" and q.prep in binding and q.position > phrase.position)
    return any(0 <= q.start - phrase.end <= len(q.prep) + 2 for q in behind)


def _is_left_over(draft: FactDraft) -> bool:
    """Return whether a passive has an object that its verb cannot keep: "were enslaved people"."""
    verb = draft.verb
    if verb is None or draft.kind is FactKind.ALIAS:
        return False
    return verb.passive and not verb.complement and verb.base not in words("verbs", "retaining")


def _is_kind(draft: FactDraft) -> bool:
    """Return whether a definition explains a common noun: "a cell that has no nucleus", "osmosis is the movement"."""
    described = draft.object.text.split(" ")[0] if draft.object is not None else ""
    bare = draft.subject.text.split(" ")[0].lower() not in ("the", "a", "an")
    plain = bare and draft.subject.text.islower() and described.islower() and draft.extractor != "identity"
    common = draft.object is not None and _THE_COMMON.match(draft.object.text) is not None
    meant = draft.extractor in _MEANT and common and not is_superlative(draft)
    part = draft.object is not None and described == "the" and draft.object.head in words("nouns", "roles") | _SAID
    if part:
        return False
    kind = described in ("a", "an", "any") or (bare and described == "the") or plain or meant
    return not draft.subject.proper and kind


def _name_word(draft: FactDraft) -> str:
    """Return how the name of many is asked for by what they are: "soldiers hired abroad"; "" for one thing."""
    told = draft.object
    if told is None or not draft.subject.plural or draft.extractor not in ("called", "defined", "explained", "fronted"):
        return ""
    bare = told.text.split(" ")[0].lower() not in ("the", "a", "an")
    return ("What is the name for" if draft.subject.proper else "What is the term for") if bare else ""


def _without_class(draft: FactDraft, asked: wh.Asked | None, phrase: Phrase) -> wh.Asked | None:
    """Ask "What is the highest mountain", not "Which mountain is the highest mountain"; a bay does not lose power."""
    said = " ".join(p.text for p in (draft.object, *draft.qualifiers) if p is not None).lower().split()
    if asked is None or not phrase.noun or (phrase.noun not in said and not _is_strange(draft, phrase)):
        return asked
    if _shortened(draft, asked.wh) is not None:
        return asked
    word = "Who" if phrase.type in _WHO else "What"
    return wh.Asked(wh=word, answer=asked.answer, kind=asked.kind)


def _shortened(draft: FactDraft, wh_: str) -> Phrase | None:
    """Return what something is without the noun that the question word says: "Which country … the first to land"."""
    told = draft.object
    found = _RANKED.match(told.text) if told is not None and told.role == "attribute" else None
    if told is None or found is None or wh_.lower() != f"which {found['noun'].lower()}":
        return None
    ends = found.end() == len(told.text)
    behind = min((q.position for q in draft.qualifiers if q.position > told.position and q.role == "other"), default=0)
    return replace(told, text=f"{found['rank']}{told.text[found.end() :]}") if not ends or behind else None


def _is_strange(draft: FactDraft, phrase: Phrase) -> bool:
    """Return whether a verb does not fit the river or the bay that a name ends with, as with a ship of that name."""
    named = phrase.text.lower().split(" ")[-1] == phrase.noun and phrase.noun in words("nouns", "natural")
    return named and draft.verb is not None and draft.verb.base not in words("verbs", "natural")


def _is_one_of(draft: FactDraft) -> bool:
    """Return whether the predicate fits several things, so that its subject cannot be asked for."""
    said = [p.text for p in (draft.object, *draft.qualifiers) if p is not None and p.role in ("attribute", "other")]
    return draft.verb is not None and draft.verb.base == "be" and any(_AMONG.match(text) for text in said)


def _beside_subject(phrase: Phrase) -> Phrase:
    """Return a phrase with "its first landing", as the text says it, where the stem names whose it is."""
    return replace(phrase, text=phrase.bound, bound="") if phrase.bound else phrase


def _attribute(draft: FactDraft, phrase: Phrase) -> wh.Asked | None:
    if draft.verb is not None and draft.verb.aux[:1] in (("has",), ("have",), ("had",)):  # "What has it been?"
        return None
    if draft.subject.type is PhraseType.COUNTRY and is_described(phrase):  # "What is Peru? The leading buyer"
        return None
    how = SIZE.match(phrase.text)
    if how:
        return wh.Asked(wh="How", answer=how["value"], kind=PhraseType.QUANTITY)
    if phrase.type is PhraseType.QUANTITY:
        far = _FROM.match(phrase.text)
        first = far["value"].split()[-1] if far else ""
        return wh.Asked(wh="How far", answer=far["value"], kind=phrase.type) if far and first in _LENGTHS else None
    tail = " ".join(
        grammar.words_of(q) for q in draft.qualifiers if q.role in ("place", "other") and q.position > phrase.position
    )
    return wh.Asked(wh="What", answer=f"{phrase.text} {tail}".strip(), kind=phrase.type)


def _became(draft: FactDraft, phrase: Phrase) -> wh.Asked | None:
    """Ask "What did she become in 1969" of somebody with a name, where the answer or a time says enough."""
    verb, dated = draft.verb, any(q.role == "time" for q in draft.qualifiers)
    told = dated or any(sign.isupper() for sign in phrase.text)
    if verb is None or verb.base != "become" or verb.complement or not draft.subject.proper or not told:
        return None
    return wh.Asked(wh="What", answer=phrase.text, kind=phrase.type)


def _occasions(draft: FactDraft) -> list[Phrase]:
    """Return the clauses that tell when something happened, beside its date."""
    clauses = (q for q in draft.qualifiers if q.role == "other" and q.type is PhraseType.CLAUSE)
    return [q for q in clauses if q.text.split(" ")[0] in ("when", "after", "once", "before")]


def _with_from(draft: FactDraft, phrase: Phrase, told: str) -> str:
    """Return what follows a verb with the "from" of the asked place: right behind the verb where but a time follows."""
    behind = [q for q in grammar.following(draft) if q is not phrase]
    timed = bool(behind) and all(q.role in ("time", "duration") for q in behind)
    return f"from {told}" if timed else f"{told} from".strip()


def _acting(draft: FactDraft, verb: Verb, found: dict[str, str]) -> dict[str, str]:
    """Return "What compresses the air" for what the air "is compressed by", else the variables with "by" at the end."""
    state = found["rest"].split(" ")[0] in words("verbs", "states")  # held open by
    active = "" if state or draft.object is not None else grammar.active(verb)
    if active:
        return {"aux": active, "main": ""}
    behind = "rest" if state else "main"
    return {behind: f"{found[behind]} by"}


def _variables(draft: FactDraft, phrase: Phrase, asked: wh.Asked, slot: str) -> dict[str, str]:
    """Return the closed set of template variables for one asked phrase."""
    found = {
        "wh": asked.wh,
        "subject": grammar.closed(grammar.unstressed(draft.subject.text)),
        "who": "Who" if agents.is_person(draft) else "What",
    }
    if draft.object is not None:
        found["object"] = draft.object.text
    short = _shortened(draft, asked.wh) if slot == "subject" else None
    if draft.kind == "definition" and slot == "subject" and short is None:
        role = draft.subject.type is PhraseType.COUNTRY and draft.object is not None and is_described(draft.object)
        who = "Which country" if role else found["who"]
        found["wh"] = "What is the term for" if _is_kind(draft) else _name_word(draft) or who
    found["be"] = "are" if draft.subject.plural else "is"
    if draft.verb is None:
        return found
    found["prep"] = phrase.prep
    said = draft if short is None else replace(draft, object=short)
    spare = [phrase, *motives.spare(said, slot), *(_occasions(said) if slot == "time" else ())]
    spare += deeds.spare(said) if slot == "deed" else []
    told = bound.rest(draft, phrase) if slot == "bound" else grammar.rest(said, without=spare)
    found["rest"] = f"{asked.tail} {told}".strip()
    several = draft.object is not None and draft.object.role == "attribute" and draft.object.plural
    found["verb"] = grammar.finite(draft.verb, singular=asked.singular and not several)
    if asked.wh.startswith("How many ") and found["verb"].startswith("was "):  # two of the gates
        found["verb"] = f"were{found['verb'][3:]}"
    if found["wh"] in ("What is the term for", "What is the name for"):
        found["verb"] = ""
    found["aux"], found["main"] = grammar.inverted(draft.verb, draft.subject)
    if asked.wh == "From where" and len(told.split()) < 6:  # "Where does the heat flow from?"
        found |= {"wh": "Where", "rest": _with_from(said, phrase, found["rest"])}
    if slot == "agent" and asked.wh == "What":
        found |= _acting(draft, draft.verb, found)
    far = _FROM.match(phrase.text)
    if far:
        found["from"] = far["far"]
    how = SIZE.match(phrase.text)
    if how:
        found["how"] = values.how(how)
    return found
