"""What was done to which questions, in words, for who takes it back."""

from collections.abc import Iterable, Mapping, Sequence

from quizgen.errors import QuizgenError
from quizgen.model import Question
from quizgen.reviewing.duplicates import MERGED
from quizgen.store import Entry, Store

_DOING = {"keep": "accepting", "reject": "rejecting", "edit": "editing", "add": "adding", "tag": "tagging"}


def questions(store: Store, entries: Iterable[Entry]) -> dict[str, Question]:
    """Return the questions that entries of the log are about, as they are now, by uid."""
    return {entry.uid: store.question(entry.uid) for entry in entries if entry.target == "question"}


def told(store: Store, entries: Sequence[Entry], before: Mapping[str, Question], after: Mapping[str, Question]) -> str:
    """Return what entries of the log did that are taken back; ``before`` and ``after`` are the questions by that."""
    facts = list(dict.fromkeys(entry.uid for entry in entries if entry.target == "fact"))
    if facts:
        return f"deciding about a contradiction: {' / '.join(_sentence(store, uid) for uid in facts)}"
    uids = list(dict.fromkeys(entry.uid for entry in entries))
    if any(entry.reason.startswith(f"{MERGED} of ") for entry in entries):
        return f"merging {len(uids)} questions: {after[uids[0]].prompt}"
    dropped = _dropped(entries, before, after)
    if dropped:
        return f"dropping the option {dropped} of: {after[uids[0]].prompt}"
    several = f" {len(uids)} questions" if len(uids) > 1 else ""
    return f"{_doing(entries)}{several}: {after[uids[0]].prompt}{' …' if several else ''}"


def _doing(entries: Iterable[Entry]) -> str:
    actions = list(dict.fromkeys(entry.action for entry in entries))
    main = [action for action in actions if action != "tag"] or actions  # flags go and come with a decision
    return " and ".join(_DOING.get(action, action) for action in main)


def _dropped(entries: Iterable[Entry], before: Mapping[str, Question], after: Mapping[str, Question]) -> str:
    """Return the wrong option that was dropped where that was all; "" otherwise."""
    edits = {(entry.uid, entry.field) for entry in entries if entry.action != "tag"}
    if len(edits) != 1 or next(iter(edits))[1] != "options":
        return ""
    uid = next(iter(edits))[0]
    had, has = ([option.text for option in found[uid].options] for found in (after, before))
    gone = [text for text in had if text not in has]
    return gone[0] if len(gone) == 1 and set(has) < set(had) else ""


def _sentence(store: Store, uid: str) -> str:
    try:
        return store.fact(uid).evidence[0].text
    except QuizgenError:
        return uid
