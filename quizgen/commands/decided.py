"""Says which questions and facts were decided about, by short ids and their words, and what taking it back changes."""

from collections.abc import Iterator, Sequence

from quizgen import curation
from quizgen.counting import noun
from quizgen.store import Store

NAMED = 5  # questions and facts that a message names
NONE = "(none)"


def lines(store: Store, done: str, uids: Sequence[str]) -> Iterator[str]:
    """Yield what was done to which questions and facts."""
    if len(uids) == 1:
        yield f"{done} {named(store, uids[0])}"
        return
    yield f"{done.rstrip(':')} {len(uids)}:"
    yield from (f"  {named(store, uid)}" for uid in uids[:NAMED])
    if len(uids) > NAMED:
        yield f"  and {len(uids) - NAMED} more"


def named(store: Store, uid: str) -> str:
    """Return a question or fact as a person knows it."""
    table, uid = store.find(uid, ["question", "fact"])
    said = store.question(uid).prompt if table == "question" else store.fact(uid).draft.said
    return f"{store.short(uid)} “{said}”"


def state(store: Store, uid: str) -> dict[str, str]:
    """Return what a decision can change in a question or fact, as text."""
    table, uid = store.find(uid, ["question", "fact"])
    if table == "fact":
        return {"status": store.fact(uid).status.value}
    question = store.question(uid)
    lists = {
        "accept": question.accept,
        "options": [option.text for option in question.options if not option.correct],
        "tags": question.tags,
    }
    said = {name: "; ".join(texts) for name, texts in lists.items()}
    return {"prompt": question.prompt, "answer": question.answer, **said, "status": question.status.value}


def undone(store: Store, *, now: int) -> Iterator[str]:
    """Take back the latest decisions that were made at once, and yield what that changes; raises NothingToDo."""
    shown = list(dict.fromkeys(entry.uid for entry in store.last_batch()))[:NAMED]
    before = {uid: state(store, uid) for uid in shown}
    done = curation.undo(store, now=now)
    for uid in shown:
        actions = " and ".join(action for action, one in done if one == uid)
        yield f"Took back: {actions} {named(store, uid)}"
        for name, text in state(store, uid).items():
            if text != before[uid][name]:
                yield f"  {name}: {before[uid][name] or NONE} → {text or NONE}"
    rest = len({uid for _, uid in done}) - len(shown)
    if rest:
        yield f"Took back {rest} more {noun(rest, 'decision')}"
