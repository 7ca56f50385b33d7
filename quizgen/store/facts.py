"""Facts with their evidence, and the phrases that other documents lend as distractors."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from sys import intern

from quizgen import codec, lists
from quizgen.ids import normal
from quizgen.model import Evidence, Fact, FactDraft, FactStatus, Filter, Phrase, PhraseType
from quizgen.store.connection import Row, readable
from quizgen.store.finding import Conditions, Finding, by_section, limited, tag_globs

_WORD = re.compile(r"\w+")
_FACTS = """
    with chosen as materialized (
        select f.id, f.lead, row_number() over (order by h.key, ls.position, l.start, f.id) as place
        from fact f
        join document h on h.id = f.document_id
        join evidence l on l.id = f.lead
        join sentence ls on ls.id = l.sentence_id
        where {where}
        order by place {limit}
    )
    select f.uid, f.status, h.key, l.draft, d.key, s.uid, s.text, e.start, e.stop, e.extractor, s.section, d.title,
        s.line
    from chosen c
    join fact f on f.id = c.id
    join document h on h.id = f.document_id
    join evidence l on l.id = c.lead
    join evidence e on e.fact_id = f.id and (e.id = f.lead or e.retired_at is null)
    join document d on d.id = e.document_id and (e.id = f.lead or d.retired_at is null)
    join sentence s on s.id = e.sentence_id
    order by c.place, e.id <> f.lead, e.document_id <> f.document_id, d.key, s.position, e.id
"""
_PHRASES = """
    select min(p.data), p.spelling from phrase p join document d on d.id = p.document_id
    where p.type = ? and d.retired_at is null and d.key <> ?
    group by p.draw, p.spelling order by p.draw, p.spelling limit ?
"""
_TOGETHER = """
    select 1 from sentence s where s.retired_at is null
        and s.id in (select rowid from sentence_fts where sentence_fts match ?1)
    union all select 1 from fact f where f.retired_at is null
        and f.id in (select rowid from fact_fts where fact_fts match ?1)
    limit 1
"""
_BROAD = frozenset({PhraseType.COUNTRY, PhraseType.CELESTIAL, PhraseType.PLACE, PhraseType.ORGANISATION})


class Facts(Finding):
    """The part of the store that holds what the texts state."""

    def facts(self, filter: Filter = Filter()) -> Iterator[Fact]:  # noqa: B008
        """Yield facts by home document and place in it; retired ones only where a status is ``retired``.

        The filter's ``uids`` may be ids of facts, of questions that rest on them or of sentences that state them;
        ``min_score`` is a confidence.
        """
        where = self._facts_where(filter)
        sql = _FACTS.format(where=where, limit=limited(filter.limit))
        for _, rows in groupby(self._rows(sql, where.values), key=lambda row: row[0]):
            yield _fact(list(rows))

    def fact(self, prefix: str) -> Fact:
        """Return the fact that a uid prefix means, retired or not; raises UsageError."""
        _, uid = self.find(prefix, ["fact"])
        return next(self.facts(Filter(uids=(uid,), statuses=("retired", *FactStatus))))

    def phrases(self, type: PhraseType, *, without: str = "", limit: int = 200) -> list[Phrase]:
        """Return up to ``limit`` different phrases of a type from documents other than the key ``without``.

        The choice and its order depend on the texts alone, not on when they came.
        """
        with readable("phrases"):
            return [codec.load(Phrase, data) for data, _ in self._rows(_PHRASES, [type.value, without, limit])]

    def told_together(self, name: str, draft: FactDraft, asked: Phrase) -> bool:
        """Return whether any text may say of a name what a draft says of its argument ``asked``.

        It may where a sentence or a fact has the name beside the draft's other arguments; where these are broad, such
        as a country, or there are none, only with the verb.
        """
        return self._one(_TOGETHER, [_beside(name, draft, asked)]) is not None

    def _facts_where(self, filter: Filter) -> Conditions:
        where = Conditions()
        self._by_document(where, filter, "h")
        self._by_fact_uid(where, filter.uids)
        self._by_search(where, "fact", "f", filter.search)
        by_section(where, "ls.section", filter.section)
        where.among("f.kind", filter.kinds)
        _by_status(where, filter.statuses)
        if filter.min_score is not None:
            where.add("f.confidence >= ?", filter.min_score)
        if filter.tags:
            where.add(_TAGGED, codec.dump(filter.tags), codec.dump(tag_globs(filter.tags)))
        return where

    def _by_fact_uid(self, where: Conditions, uids: Iterable[str]) -> None:
        found = [self.find(uid, _NAMED) for uid in uids]
        if found:
            named = [codec.dump([uid for table, uid in found if table == wanted]) for wanted in _NAMED]
            where.add(_NAMING, *named)


_NAMED = ("fact", "question", "sentence")
_NAMING = """f.uid in (select value from json_each(?))
    or f.id in (select qf.fact_id from question_fact qf join question q on q.id = qf.question_id
        where q.uid in (select value from json_each(?)))
    or f.id in (select b.fact_id from evidence b join sentence s on s.id = b.sentence_id
        where b.retired_at is null and s.uid in (select value from json_each(?)))"""
_TAGGED = """f.id in (select qf.fact_id from question_fact qf
    join question q on q.id = qf.question_id, json_each(q.tags) t where t.value in (select value from json_each(?))
        or exists (select 1 from json_each(?) p where t.value glob p.value))"""


def phrase_rows(drafts: Iterable[FactDraft]) -> Iterator[Row]:
    """Yield type, spelling, draw and JSON of the phrases that may serve as distractors."""
    for draft in drafts:
        for phrase in draft.arguments:
            if phrase.type is not PhraseType.CLAUSE and not phrase.topical:
                spelling = normal(phrase.text)
                yield phrase.type.value, spelling, _draw(spelling), codec.dump(phrase)


def _draw(spelling: str) -> int:
    """Return the number by which phrases are ordered: mixed, yet the same on every machine."""
    return int.from_bytes(hashlib.blake2b(spelling.encode(), digest_size=6).digest(), "big")


def _beside(name: str, draft: FactDraft, asked: Phrase) -> str:
    """Return a full-text query for what could make a name another right answer."""
    main = [phrase for phrase in (draft.subject, draft.object) if phrase is not None and phrase != asked]
    wanted = [*_content(name), *(word for phrase in main for word in _content(phrase.text))]
    if draft.verb is not None and all(phrase.type in _BROAD for phrase in main):
        forms = {draft.verb.base, draft.verb.past, draft.verb.participle}
        wanted.append(f"({' OR '.join(sorted(map(_quoted, forms)))})")
    return " AND ".join(wanted)


def _content(text: str) -> list[str]:
    """Return the words that a text is found by, quoted; all of them where none has content of its own."""
    said = _WORD.findall(normal(text))
    return [_quoted(word) for word in said if word not in lists.words("function")] or [_quoted(word) for word in said]


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _by_status(where: Conditions, statuses: Sequence[str]) -> None:
    live = [status for status in statuses if status != "retired"]
    if "retired" not in statuses:
        where.add("f.retired_at is null")
        where.among("f.status", live)
    elif not live:
        where.add("f.retired_at is not null")
    else:
        where.add("f.retired_at is not null or f.status in (select value from json_each(?))", codec.dump(live))


def _fact(rows: Sequence[Row]) -> Fact:
    uid, status, home, draft = rows[0][:4]
    with readable(uid):
        return Fact(
            uid=uid,
            draft=codec.load(FactDraft, draft),
            document=home,
            status=FactStatus(status),
            evidence=tuple(_evidence(row[4:]) for row in rows),
        )


def _evidence(row: Row) -> Evidence:
    document, sentence, text, start, stop, extractor, section, title, line = row
    return Evidence(
        document=intern(document),
        sentence=sentence,
        text=text,
        start=start,
        end=stop,
        extractor=intern(extractor),
        section=intern(section),
        title=intern(title),
        line=line,
    )
