"""A quiz over the store: what to ask, begun anew or taken up where it was broken off."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from quizgen import schedule
from quizgen.commands.recorder import StoreRecorder
from quizgen.config import Settings
from quizgen.errors import NothingToDo
from quizgen.model import Filter, Question
from quizgen.session import Mode, Session, again, mixed
from quizgen.store import Store, Unfinished

if TYPE_CHECKING:
    from quizgen.grading.known import Names

_EACH = 10  # questions for each of several players
_KINDS = {
    Mode.TYPED: ("short", "numeric", "cloze", "order", "match"),
    Mode.CLOZE: ("cloze",),
    Mode.ORDER: ("order", "match"),
}
_MADE = {Mode.TYPED: "short", Mode.CLOZE: "cloze", Mode.ORDER: "order,match", Mode.CHOICE: "choice"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a player asks for; what is None follows the settings."""

    filter: Filter
    mode: Mode = Mode.MIXED
    limit: int | None = None
    new: int | None = None
    seconds: int | None = None
    cram: bool = False
    players: tuple[str, ...] = ()
    seed: str | None = None
    asked: str = ""  # the options as they were typed

    @property
    def scheduled(self) -> bool:
        """Tell whether the quiz follows and moves the schedule."""
        return not (self.cram or self.players)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A session, where it commits to, and what to say before it begins."""

    session: Session
    recorder: StoreRecorder
    opening: str = ""

    @property
    def scheduled(self) -> bool:
        """Tell whether answers move the schedule."""
        return not (self.session.cram or self.session.players)


def begun(store: Store, settings: Settings, wish: Wish, *, now: int) -> Sitting:
    """Begin a quiz; raises NothingToDo, which says when there will be something to ask."""
    uids = _queue(store, settings, wish, now)
    if not uids:
        raise _nothing(store, wish, now)
    options = {
        "asked": wish.asked,
        "cram": "1" if wish.cram else "",
        "seconds": str(wish.seconds or ""),
        "players": ",".join(wish.players),
    }
    with store.transaction():
        uid = store.start_session(wish.mode.value, at=now, seed=wish.seed or "", options=options)
        recorder = StoreRecorder(store, uid, store.scheduler(settings.retention))
        questions = list(store.load(uids))
        if wish.scheduled:
            questions = mixed(questions, wish.seed or uid)
        session = _session(wish, recorder, store, questions, arranged=wish.scheduled)
        store.save_plan(uid, [(step.question.uid, step.mode.value) for step in session.plan])
    return Sitting(session=session, recorder=recorder, opening=_opening(store, wish, session))


def taken_up(store: Store, settings: Settings, left: Unfinished) -> Sitting:
    """Go on with a quiz that was broken off, with the answers that were given in it."""
    wish = Wish(
        filter=Filter(),
        mode=Mode(left.mode),
        seconds=int(left.options.get("seconds") or 0) or None,
        cram=bool(left.options.get("cram")),
        players=tuple(filter(None, left.options.get("players", "").split(","))),
        seed=left.seed,
    )
    recorder = StoreRecorder(store, left.session, store.scheduler(settings.retention))
    given = recorder.take_up()
    uids = list(dict.fromkeys([*(one.question for one in given), *(uid for uid, _ in left.remaining)]))
    used = sum(one.seconds for one in given)
    session = _session(wish, recorder, store, store.load(uids), arranged=True, used=used)
    session.restore(given)
    return Sitting(session=session, recorder=recorder, opening="Going on where you stopped.")


def waiting(store: Store, filter: Filter, *, now: int) -> str:
    """Return what there is to ask after a quiz; "" for nothing."""
    counts = store.counts_due(filter, until=schedule.day_end(now, None))
    parts = [f"{counts.due} still to ask today"] if counts.due else []
    parts += [f"{counts.new} new"] if counts.new else []
    if parts:
        return f"Waiting: {', '.join(parts)}."
    return f"All done. The next question comes {again(counts.next_due, now)}." if counts.next_due else ""


def _queue(store: Store, settings: Settings, wish: Wish, now: int) -> list[str]:
    """Choose what to ask: who says how many takes new questions too, as many as it needs."""
    usual = settings.new_per_session if wish.limit is None else None
    limit = wish.limit or (_EACH if wish.players else settings.per_session) or None
    found = store.queue(
        wish.filter,
        now=now,
        until=schedule.day_end(now, None),
        new=usual if wish.new is None else wish.new,
        limit=limit and limit * max(1, len(wish.players)),
        cram=not wish.scheduled,
        kinds=_KINDS.get(wish.mode, ()),
        with_options=wish.mode is Mode.CHOICE,
    )
    # As many for each player, unless that would be none.
    return found[: len(found) - len(found) % len(wish.players) or None] if wish.players else found


def _session(
    wish: Wish, recorder: StoreRecorder, store: Store, questions: Iterable[Question], *, arranged: bool, used: float = 0
) -> Session:
    return Session(
        questions,
        mode=wish.mode,
        seed=wish.seed or recorder.session,
        recorder=recorder,
        arranged=arranged,
        cram=wish.cram,
        players=wish.players,
        seconds=max(1, wish.seconds - used) if wish.seconds else None,
        aliases=_aliases(store),
    )


def _aliases(store: Store) -> Callable[[str], Sequence[str]]:
    """Return a function that tells other names; they are looked for in the store when the first one is wanted."""

    @cache
    def names() -> "Names":
        from quizgen.grading.known import Names, pairs

        return Names(pairs(store.facts(Filter(kinds=("alias",), statuses=("new", "kept")))))

    return lambda text: names().of(text)


def _opening(store: Store, wish: Wish, session: Session) -> str:
    if wish.players:
        return f"{', '.join(wish.players[:-1])} and {wish.players[-1]} take turns."
    if wish.cram:
        return "The schedule stays as it is."
    known = sum(store.memory(step.question.uid) is not None for step in session.plan)
    new = session.total - known
    parts = [f"{known} to repeat"] if known else []
    return f"{', '.join(parts + ([f'{new} new'] if new else []))}."


def _nothing(store: Store, wish: Wish, now: int) -> NothingToDo:
    """Return why there is nothing to ask, and what to do about it."""
    counts = store.counts_due(wish.filter, until=schedule.day_end(now, None))
    some = counts.due or (counts.new and wish.new != 0) or (counts.later and not wish.scheduled)
    if some and (wish.mode in _KINDS or wish.mode is Mode.CHOICE):
        todo = f"Make some with 'quizgen make FILE --kind {_MADE[wish.mode]}', or choose another mode"
        return NothingToDo(f"None of these questions can be played in mode {wish.mode.value}", todo=todo)
    if counts.next_due is not None and wish.scheduled:
        first = f"Nothing is due; the next question comes {again(counts.next_due, now)}"
        return NothingToDo(first, todo="Repeat before that with 'quizgen play --cram'")
    if counts.new:
        return NothingToDo(f"Nothing is due, and {counts.new} questions are new", todo="Leave --new 0 out")
    if counts.suspended:
        return NothingToDo("Every question is suspended", todo="Take one back with 'quizgen unsuspend ID'")
    return NothingToDo("There is no question to ask", todo="Ask for less, or run 'quizgen make' first")
