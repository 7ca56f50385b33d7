"""Finds questions that ask almost the same, and says how two become one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen import ids, lists
from quizgen.curation import Change
from quizgen.flaws import sets
from quizgen.flaws.words import split
from quizgen.model import SETS, Question, QuestionStatus
from quizgen.store import Store

_OUT = (QuestionStatus.REJECTED, QuestionStatus.RETIRED)
MERGED = "duplicate"  # begins the reason of a rejection by merging


def find(store: Store, question: Question) -> Iterator[Question]:
    """Yield the questions in use that ask almost the same as another, whatever their form.

    The same fact asked in another form is no duplicate: a learner sees the two on different days. Orders and matches
    are all asked alike.
    """
    if question.kind in SETS:
        return
    words = dict.fromkeys(word.casefold() for word in split(question.prompt))
    wanted = [word for word in words if word not in lists.words("function") and set(word) != {"_"}]
    for other in store.resembling(wanted):
        if other.uid != question.uid and other.status not in _OUT and _alike(question, other):
            yield other


def _alike(one: Question, other: Question) -> bool:
    if other.kind in SETS or (one.kind is not other.kind and set(one.facts) & set(other.facts)):
        return False
    return sets.alike(one, replace(other, kind=one.kind))


def merged(kept: Question, others: Sequence[Question]) -> list[Change]:
    """Return the changes that leave one question of several; it accepts what the others did."""
    wrong = {ids.normal(option.text) for option in kept.options if not option.correct}
    said = [kept.answer, *kept.accept]
    for other in others:
        known = {ids.normal(text) for text in said} | wrong
        said += [text for text in (other.answer, *other.accept) if ids.normal(text) not in known]
    accept = tuple(dict.fromkeys(said[1:]))
    fields = {"accept": accept} if accept != kept.accept else {}
    gone = [Change(uid=other.uid, action="reject", reason=f"{MERGED} of {kept.uid}") for other in others]
    return [Change(uid=kept.uid, fields=fields, action="keep"), *gone]
