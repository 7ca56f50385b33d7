"""What completes a verb and its preposition: named after, made of, divided into."""

import re
from dataclasses import replace

from quizgen.lexicon import words
from quizgen.model import FactDraft, Phrase, PhraseType
from quizgen.questions import grammar, wh

_WHERE = re.compile(r"(?P<cause>[a-z ]+?) (?P<place>(?:in|on|at|near) (?:the )?[A-Z].*)")
_AGENTS = frozenset({PhraseType.PERSON, PhraseType.PEOPLE, PhraseType.ORGANISATION, PhraseType.COUNTRY})
_TAKING = frozenset("at by for from in of on to with".split())  # "of in", "to on" are misread
_KINDS = frozenset("branch class family genus group order phylum subfamily tribe".split())
_PERSONS = frozenset({PhraseType.PERSON, PhraseType.PEOPLE})
_WHERE_IT_IS = frozenset({"in", "on", "over", "under"})  # beside what a verb needs, only where it happens
_STAYING = ("as", "together with")  # "known in Dene as", not "as what"
_TOGETHER = frozenset({"object", "attribute", "manner"})  # between a verb and its preposition


def phrases(draft: FactDraft) -> list[Phrase]:
    """Return the one argument that the verb needs with its preposition, if it has one."""
    if draft.verb is None or draft.verb.complement or _is_misread(draft, draft.verb.base):
        return []
    if draft.verb.base == "be" and draft.object is None:
        return _of_adjective(draft)
    verb = f"{draft.verb.base} {draft.verb.particle}".strip()
    known = words("verbs", "bound")
    found = [q for q in draft.qualifiers if q.role == "other" and f"{verb} {q.prep.split(' ')[-1]}" in known]
    found = [q for q in found if q.prep not in _WHERE_IT_IS] if len(found) > 1 else found
    return _told(draft, found) if len(found) == 1 and found[0].position >= 0 else []


def _of_adjective(draft: FactDraft) -> list[Phrase]:
    """Return what completes an adjective right before it: "famous for its cloth"."""
    told = [q for q in draft.qualifiers if q.role == "attribute" and " " not in q.text]
    known = words("adjectives", "completed")
    found = [q for a in told for q in draft.qualifiers if q.position > a.position and f"{a.head} {q.prep}" in known]
    return _told(draft, found) if len(told) == len(found) == 1 else []


def _told(draft: FactDraft, found: list[Phrase]) -> list[Phrase]:
    """Return those that the statement of a fact says: not a comment, not what only led on."""
    said = {id(phrase) for phrase in grammar.following(draft)}
    return [phrase for phrase in found if id(phrase) in said]


def _is_misread(draft: FactDraft, base: str) -> bool:
    """Return whether somebody is said to lead to an outcome, of which only a deed can be the cause."""
    return base in words("verbs", "causal") and draft.subject.type in _AGENTS


def asked(draft: FactDraft, phrase: Phrase) -> wh.Asked | None:
    """Return how it is asked for, the preposition in front where something follows: "Into how many zones"."""
    if phrase.type is PhraseType.PEOPLE and phrase.prep == "from":  # "from a wealthy family" is no who
        return None
    found = _kind(draft, phrase) or (wh.counted(phrase) if phrase.type is PhraseType.NUMBER else wh.object_(phrase))
    if found is None and phrase.type is PhraseType.PLACE and phrase.prep == "to":
        found = wh.Asked(wh="Where", answer=phrase.text, kind=phrase.type)  # "Where is the lemming native to?"
    if found is None or (phrase.type in _PERSONS and phrase.prep in ("into", "of")):
        return None
    sort = not phrase.proper or phrase.text[:1].islower()  # president of the society
    if phrase.prep == "as" and found.wh == "Who" and sort:  # what somebody works as
        found = replace(found, wh="What")
    if phrase.bound and found.answer == phrase.text:
        found = replace(found, answer=phrase.bound)
    if phrase.text.startswith("no "):  # done without what is asked for
        return None
    where = _cause(draft, found.answer)
    if where is not None:  # "of fever on the Gold Coast" tells of what and where
        return replace(found, wh=f"{phrase.prep.capitalize()} what", answer=where["cause"], tail=where["place"])
    if _stays(draft, phrase):
        return found
    if " " in phrase.prep:  # "mainly of what" is no question
        return None
    word = "whom" if found.wh == "Who" else f"{found.wh[0].lower()}{found.wh[1:]}"
    return replace(found, wh=f"{phrase.prep.capitalize()} {word}")


def _kind(draft: FactDraft, phrase: Phrase) -> wh.Asked | None:
    """Return "Which family" for the family that something belongs to, with the bare name of a genus."""
    if phrase.head not in _KINDS or draft.verb is None or draft.verb.base != "belong":
        return None
    said = phrase.bound or phrase.text
    named = said.removeprefix(f"the {phrase.head} ")
    return wh.Asked(wh=f"Which {phrase.head}", answer=named if named[:1].isupper() else said, kind=phrase.type)


def _cause(draft: FactDraft, answer: str) -> "re.Match[str] | None":
    """Return the halves of an answer that tells what somebody died of and where."""
    return _WHERE.fullmatch(answer) if draft.verb is not None and draft.verb.base == "die" else None


def rest(draft: FactDraft, phrase: Phrase) -> str:
    """Return what follows the verb, with the preposition of the asked phrase where it stays behind."""
    told = grammar.following(draft)
    at = next(i for i, each in enumerate(told) if each is phrase)
    behind = grammar.rest(draft, without=told[: at + 1])
    before = grammar.rest(draft, without=told[at:])
    stays = _stays(draft, phrase) and _cause(draft, phrase.bound or phrase.text) is None
    return " ".join(filter(None, [before, phrase.prep if stays else "", behind]))


def _stays(draft: FactDraft, phrase: Phrase) -> bool:
    """Return whether a preposition stays where it is: at the end, or right behind the verb and before a time or place
    that no other reading takes with it: "What was the tower turned into in 1950?" """
    told = grammar.following(draft)
    at = next(i for i, each in enumerate(told) if each is phrase)
    before, behind = told[:at], told[at + 1 :]
    if not behind:
        return phrase.prep.endswith(_STAYING) or all(each.role in _TOGETHER for each in before)
    settled = not before and draft.verb is not None and behind[0].role in ("time", "duration", "place")
    return settled and behind[0].prep not in ("", phrase.prep) and phrase.prep not in _TAKING
