"""What a person decides about facts and questions: keep, reject, edit, tag, add, undo.

Decisions lie over what was extracted and generated: later runs never undo them, ids never change, and each can be taken
back, however many came after it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from quizgen import codec, conflicts, ids
from quizgen.errors import NothingToDo, UsageError
from quizgen.model import Filter, Option, Question, QuestionKind
from quizgen.store import HAND, Entry, Store, edit_value

BLANK = "_____"

_TRUTH = ("True", "False")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is decided about one question: ``fields`` as ``edit`` takes them, then ``action`` (keep, reject or none).

    ``untag`` names tags to take away. About a fact only an action is possible.
    """

    uid: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    action: str = ""
    reason: str = ""
    untag: tuple[str, ...] = ()


def keep(store: Store, uids: Sequence[str], *, now: int) -> list[str]:
    """Approve questions or facts by the beginnings of their ids; returns the whole ids. Raises UsageError."""
    return _decide(store, uids, "keep", now)


def reject(store: Store, uids: Sequence[str], *, now: int, reason: str = "") -> list[str]:
    """Take questions, or all questions of facts, out of decks and quizzes; returns the whole ids. Raises UsageError."""
    return _decide(store, uids, "reject", now, reason)


def edit(
    store: Store,
    uid: str,
    *,
    now: int,
    prompt: str | None = None,
    answer: str | None = None,
    accept: Sequence[str] | None = None,
    options: Sequence[str] | None = None,
    tags: Sequence[str] | None = None,
) -> Question:
    """Change a question and return it; ``options`` are the wrong ones, the right one follows the answer.

    What is None stays. Raises UsageError where a question could not be asked so.
    """
    question = store.question(uid)
    given = {"prompt": prompt, "answer": answer, "accept": accept, "options": options, "tags": tags}
    fields = {name: value for name, value in given.items() if value is not None}
    if not fields:
        raise UsageError("Nothing to change", where=question.uid, todo="Give --prompt, --answer, --accept or another")
    store.decide(_edits(question, fields), now=now)
    return store.question(question.uid)


def changed(question: Question, fields: Mapping[str, Any]) -> Question:
    """Return what an edit would make of a question, without storing it; ``fields`` as ``edit`` takes them.

    Raises UsageError where it could not be asked so.
    """
    clean = {name: _clean(value) for name, value in fields.items()}
    if "options" in clean:
        clean["options"] = _options(question, clean["options"], clean.get("answer", question.answer))
    made = replace(question, **clean)
    _check(made)
    return made


def change(store: Store, changes: Iterable[Change], *, now: int) -> list[str]:
    """Put decisions about many questions or facts into effect, all or none, to be undone at once; returns the ids."""
    with store.transaction():
        entries = [entry for one in changes for entry in _entries(store, one)]
        if entries:
            store.decide(entries, now=now)
            _settle(store, entries, now)
    return list(dict.fromkeys(entry.uid for entry in entries))


def tag(
    store: Store, uids: Sequence[str], *, now: int, add: Sequence[str] = (), remove: Sequence[str] = ()
) -> list[str]:
    """Give questions tags, or take tags away; returns the whole ids. Raises UsageError."""
    changes = [(field, _clean(tags)) for field, tags in (("tags+", add), ("tags-", remove)) if tags]
    if not changes:
        raise UsageError("There is no tag to give or take", todo="Name one")
    _check_tags([*_clean(add), *_clean(remove)])
    found = list(dict.fromkeys(store.find(uid, ["question"])[1] for uid in uids))
    store.decide(
        [
            Entry(target="question", uid=uid, action="tag", field=field, value=codec.dump(tags))
            for uid in found
            for field, tags in changes
        ],
        now=now,
    )
    return found


def add(
    store: Store,
    *,
    prompt: str,
    answer: str,
    now: int,
    document: str = "",
    kind: str = "short",
    accept: Sequence[str] = (),
    options: Sequence[str] = (),
    tags: Sequence[str] = (),
    explanation: str = "",
) -> Question:
    """Store a question written by hand, with wrong ``options`` a choice question, and return it.

    ``document`` is a key, a title or a uid; "" means the only document there is, or none. Raises UsageError where it
    cannot be asked, or is there already.
    """
    question = Question(
        uid="",
        kind=QuestionKind("choice" if options else kind),
        prompt=_clean(prompt),
        answer=_clean(answer),
        document=_document(store, document),
        template=HAND,
        slot="answer",
        facts=(),
        accept=_clean(accept),
        tags=_clean(tags),
        explanation=_clean(explanation),
        score=1.0,
    )
    question = replace(question, uid=ids.make("question", HAND, question.document, question.prompt, question.answer))
    question = replace(question, options=_options(question, _clean(options), question.answer) if options else ())
    _check(question)
    with store.transaction():
        if _is_there(store, question.uid):
            raise UsageError("The question is there already", where=question.uid, todo="Edit it instead")
        store.add_question(question, now=now)
        store.decide([Entry(target="question", uid=question.uid, action="add")], now=now)
    return store.question(question.uid)


def undo(store: Store, *, now: int) -> list[tuple[str, str]]:
    """Take back the latest decision that still stands; returns what was done to which id. Raises NothingToDo."""
    with store.transaction():
        entries = store.undo(now=now)
        _settle(store, entries, now)
    if not entries:
        raise NothingToDo("There is no decision to take back")
    return list(dict.fromkeys((entry.action, entry.uid) for entry in entries))


def _decide(store: Store, uids: Iterable[str], action: str, now: int, reason: str = "") -> list[str]:
    found = list(dict.fromkeys(store.find(uid, ["question", "fact"]) for uid in uids))
    entries = [Entry(target=table, uid=uid, action=action, reason=_clean(reason)) for table, uid in found]
    if not entries:
        raise UsageError("There is no id to decide about", todo="Name one")
    with store.transaction():
        store.decide(entries, now=now)
        _settle(store, entries, now)
    return [uid for _, uid in found]


def _entries(store: Store, change: Change) -> list[Entry]:
    """Return the log entries of a change; raises UsageError where the question could not be asked so."""
    target, uid = store.find(change.uid, ["question", "fact"])
    entries = _edits(store.question(uid), change.fields) if change.fields else []
    if change.untag:
        tags = codec.dump(_clean(change.untag))
        entries.append(Entry(target="question", uid=uid, action="tag", field="tags-", value=tags))
    if change.action:
        entries.append(Entry(target=target, uid=uid, action=change.action, reason=_clean(change.reason)))
    return entries


def _edits(question: Question, fields: Mapping[str, Any]) -> list[Entry]:
    made, uid = changed(question, fields), question.uid
    return [
        Entry(target="question", uid=uid, action="edit", field=name, value=edit_value(name, getattr(made, name)))
        for name in fields
    ]


def _settle(store: Store, entries: Iterable[Entry], now: int) -> None:
    """Bring what contradicts a fact that was decided about in line with that."""
    if any(entry.target == "fact" for entry in entries):
        conflicts.settle(store, now=now)


def _is_there(store: Store, uid: str) -> bool:
    """Say whether a hand-written question stands already; one whose adding was undone does not."""
    return any(entry.action == "add" for entry in store.standing(uid))


def _document(store: Store, wanted: str) -> str:
    if not wanted:
        every = store.shelved()
        return every[0].key if len(every) == 1 else ""
    found = store.shelved(Filter(documents=(wanted,)))
    if len(found) != 1:
        raise UsageError(f"{wanted!r} is not one document", todo="List them with 'quizgen sources'")
    return found[0].key


def _options(question: Question, wrong: Sequence[str], answer: str) -> tuple[Option, ...]:
    """Return the right option in its old place among the given wrong ones; of those that stay the origin is kept.

    Without wrong ones there are no options: a short question goes on without them, a choice is refused for it.
    """
    place = next((at for at, option in enumerate(question.options) if option.correct), len(wrong))
    if len(wrong) < len(question.options) - 1:  # those that went from above it do not push it down
        place = sum(option.text in wrong for option in question.options[:place])
    known = {option.text: option for option in question.options if not option.correct}
    made = [known.get(text, Option(text=text, origin=HAND)) for text in wrong if ids.normal(text) != ids.normal(answer)]
    if not made:
        return ()
    made.insert(place, Option(text=answer, correct=True, origin="key"))
    return tuple(made)


def _check(question: Question) -> None:
    """Raise UsageError where a question could not be asked."""
    problem = _problem(question)
    if problem:
        raise UsageError(problem, where=question.prompt[:60], todo="Change it and repeat")
    _check_tags(question.tags)


def _problem(question: Question) -> str:
    texts = [ids.normal(option.text) for option in question.options if not option.correct]
    if not question.prompt:
        return "A question needs a prompt"
    if not question.answer:
        return "A question needs an answer"
    if question.kind is QuestionKind.CLOZE and BLANK not in question.prompt:
        return f"A cloze needs the blank {BLANK}"
    if question.kind is QuestionKind.TRUEFALSE and question.answer not in _TRUTH:
        return "The answer must be True or False"
    if question.kind is QuestionKind.CHOICE and not texts:
        return "A choice needs a wrong option"
    if len(set(texts)) < len(texts):
        return "Two options are the same"
    if {ids.normal(question.answer), *map(ids.normal, question.accept)} & set(texts):
        return "A wrong option is a right answer"
    return ""


def _check_tags(tags: Iterable[str]) -> None:
    for tag in tags:
        if not tag or any(character.isspace() for character in tag):
            raise UsageError(f"{tag!r} is no tag", todo="A tag has no spaces")


def _clean(value: Any) -> Any:
    """Return text, or a tuple of texts, that can be stored: without outer spaces and halves of surrogate pairs."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8").strip()
    return tuple(dict.fromkeys(_clean(item) for item in value))
