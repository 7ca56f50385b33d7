"""What became of the questions that were made, by what they were made from."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen import codec
from quizgen.habits import pattern_name
from quizgen.model import Filter, Option
from quizgen.store.connection import readable
from quizgen.store.rows import HAND
from quizgen.store.upkeep import Upkeep

# A fact that a person rejects takes its questions with it in that second. Those of a fact that was contradicted before
# were out of use already: which of two texts is right says nothing of how they were read.
_JUDGED = f"""
    with standing as materialized (
        select e.id, e.uid, e.action, e.field, e.reason from edit e
        where e.action <> 'undo' and not exists (select 1 from edit u where u.undoes = e.id)
    ), judged as (
        select q.uid, q.template, f.kind, e.extractor, q.score, q.retired_at, q.id,
            case
                when q.status = 'rejected' or exists (
                    select 1 from question_fact x join fact r on r.id = x.fact_id join edit t on t.uid = r.uid
                    where x.question_id = q.id and r.status = 'rejected' and t.action = 'reject' and t.at = q.retired_at
                ) then 'rejected'
                when exists (select 1 from standing s where s.uid = q.uid and s.action = 'edit'
                    and s.field in ('prompt', 'answer', 'options')) then 'edited'
                when exists (select 1 from standing s where s.uid = q.uid and s.action = 'keep') then 'kept'
                when q.status = 'edited' then 'settled'
                else 'waiting'
            end as verdict
        from question q left join document d on d.id = q.document_id
        join question_fact qf on qf.question_id = q.id and qf.position = 0
        join fact f on f.id = qf.fact_id join evidence e on e.id = f.lead
        where q.template <> '{HAND}' and {{where}}
    )
    select j.uid, j.template, j.kind, j.extractor, j.score, j.verdict,
        coalesce((select s.reason from standing s where s.uid = j.uid and s.action = 'reject'
            order by s.id desc limit 1), ''),
        exists (select 1 from card c where c.question_id = j.id)
    from judged j where j.verdict not in ('waiting', 'settled') or j.retired_at is null order by j.id
"""
_TELLING = """q.status <> 'new' or q.retired_at is not null
    or exists (select 1 from card c where c.question_id = q.id)"""
_ASKED = """
    select q.uid, coalesce(d.key, ''), q.kind, q.prompt, q.options, q.retired_at is null and q.status <> 'rejected'
    from question q left join document d on d.id = q.document_id
    where exists (select 1 from review r where r.question_id = q.id) order by q.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What became of a question: ``verdict`` is kept, edited (in its words), rejected, waiting or settled.

    ``settled``: only its further right answers or tags were edited, which says nothing of its making.

    ``answered``: in a quiz, at least once.
    """

    question: str  # uid
    template: str
    pattern: str  # of habits.pattern_name
    score: float
    verdict: str
    reason: str = ""
    answered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What statistics need to know of a question; ``wrong`` are its wrong options."""

    question: str  # uid
    document: str  # key
    kind: str
    prompt: str
    wrong: tuple[str, ...]
    in_use: bool


class Judgements(Upkeep):
    """The part of the store that says how its questions fared with people."""

    def asked(self) -> Iterator[Asked]:
        """Yield the questions that were ever answered, in use or not."""
        for uid, document, kind, prompt, options, in_use in self._rows(_ASKED):
            with readable(uid):
                found = codec.load_all(Option, options) if options != "[]" else ()
            wrong = tuple(option.text for option in found if not option.correct)
            yield Asked(question=uid, document=document, kind=kind, prompt=prompt, wrong=wrong, in_use=bool(in_use))

    def judgements(self, filter: Filter = Filter(), *, telling: bool = False) -> Iterator[Judgement]:  # noqa: B008
        """Yield what became of the questions, of those nobody decided about only what is in use; none by hand.

        ``telling``: only of those that say something, since somebody decided about them or answered them.
        """
        where = self._questions_where(filter)
        if telling:
            where.add(_TELLING)
        for uid, template, kind, extractor, score, verdict, reason, answered in self._rows(
            _JUDGED.format(where=where), where.values
        ):
            yield Judgement(
                question=uid,
                template=template,
                pattern=pattern_name(kind, extractor),
                score=score,
                verdict=verdict,
                reason=reason,
                answered=bool(answered),
            )
