"""Lets questions that people know go before those that would be new.

A question that was decided about, exported or answered stays as long as its facts can still ask it: another sentence in
the text, or a better rule, must not put a second question on the same thing beside it.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from quizgen.model import Drop, Fact, Question
from quizgen.store import Seen

Ask = Callable[[Sequence[Fact]], tuple[Sequence[Question], Sequence[Drop]]]
Select = Callable[[list[Question]], tuple[Sequence[Question], Sequence[Drop]]]

_MARK = "\0known"  # document of the questions that are shown to ``select`` as the best; it marks its drops


def asked(facts: Sequence[Fact], seen: Sequence[Seen], ask: Ask) -> tuple[list[Question], Sequence[Drop]]:
    """Return all questions that ``facts`` give; sets of facts that people know stay together and keep their uid."""
    made, dropped = ask(facts)
    sets = [question for question in made if len(question.facts) > 1]
    kept = list(_kept_sets({fact.uid: fact for fact in facts}, seen, ask))
    if kept:
        taken = {uid for question in kept for uid in question.facts}
        free = {uid for question in sets for uid in question.facts} - taken
        others = ask([fact for fact in facts if fact.uid in free])[0] if free else ()
        sets = [*kept, *(question for question in others if len(question.facts) > 1)]
    return [*(question for question in made if len(question.facts) <= 1), *sets], dropped


def chosen(
    questions: Mapping[str, Question], seen: Collection[str], select: Select
) -> tuple[list[Question], list[Drop]]:
    """Return the questions (given by uid) that are to be asked, and why ``select`` passed the others over."""
    found, passed = select([_first(one) if uid in seen else one for uid, one in questions.items()])
    uids = dict.fromkeys(question.uid for question in found)
    uids |= dict.fromkeys(uid for uid in questions if uid in seen)
    return [questions[uid] for uid in uids], [drop for drop in passed if drop.document != _MARK]


def _first(question: Question) -> Question:
    """Return a question as ``select`` is to see it: better than everything that nobody knows."""
    return replace(question, score=1 + question.score, document=_MARK)


def _kept_sets(facts: Mapping[str, Fact], seen: Sequence[Seen], ask: Ask) -> Iterator[Question]:
    """Yield the questions about several facts that people know and that can still be asked, oldest first.

    Their facts are asked by themselves, since among all of them they might now be put together otherwise. Each fact
    stands in one of them.
    """
    places = {uid: place for place, uid in enumerate(facts)}
    taken: set[str] = set()
    for one in seen:
        if len(one.facts) > 1 and taken.isdisjoint(one.facts) and places.keys() >= set(one.facts):
            members = [facts[uid] for uid in sorted(one.facts, key=places.__getitem__)]
            again = next((made for made in ask(members)[0] if _is(made, one)), None)
            if again is not None:
                taken.update(one.facts)
                yield replace(again, uid=one.uid)


def _is(question: Question, known: Seen) -> bool:
    return question.template == known.template and set(question.facts) == set(known.facts)
