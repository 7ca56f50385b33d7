"""The store opens, lists, finds and remembers, and says in one line why it cannot."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock

import pytest
from sqlite_utils import Database
from store_fakes import Course, draft, harvest, phrase

from quizgen import curation
from quizgen.errors import StoreDamaged, StoreError, StoreLocked, StoreMissing, StoreReadOnly, UsageError
from quizgen.model import Document, Filter, PhraseType, Sentence, Verb
from quizgen.store import Store, connection


@pytest.fixture
def course(tmp_path: Path) -> Iterator[Course]:
    made = Course(tmp_path)
    made.write("sky.txt", "# The sky", "The Moon | has | 3 craters.", "Nothing.", "Mars | has | 2 moons.")
    made.write("sea.txt", "# The sea", "A whale | eats | krill.", "! Advertisement", "Krill | is | small.")
    made.make()
    yield made
    made.store.close()


# Opening


def test_a_missing_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match=r"no course.*quizgen make"):
        Store.open(tmp_path / "no.db")
    with pytest.raises(StoreMissing):
        Store.open(tmp_path / "no.db", readonly=True)
    assert not list(tmp_path.iterdir())


def test_a_store_is_made_with_its_folder(tmp_path: Path) -> None:
    Store.open(tmp_path / "data" / "quizgen.db", create=True).close()
    Store.open(tmp_path / "data" / "quizgen.db", readonly=True).close()


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to look like one" * 9, b"x"])
@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("readonly", [True, False])
def test_another_file_is_refused_and_left_alone(tmp_path: Path, content: bytes, create: bool, readonly: bool) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(content)
    with pytest.raises(StoreDamaged, match="not a quizgen store"):
        Store.open(path, create=create, readonly=readonly)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    db = sqlite3.connect(path)
    db.execute("create table cats (name)")
    db.close()
    with pytest.raises(StoreDamaged, match="not a quizgen store"):
        Store.open(path, create=True)


def test_an_empty_file_becomes_a_store_only_where_one_may_be_made(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.touch()
    with pytest.raises(StoreDamaged):
        Store.open(path)
    Store.open(path, create=True).close()


def test_a_damaged_store_is_told(course: Course) -> None:
    course.store.db.execute("pragma wal_checkpoint(truncate)")
    course.store.close()
    path = course.folder / "data" / "quizgen.db"
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(StoreDamaged):
        course.store = Store.open(path)
        list(course.store.questions())


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        Store.open(tmp_path)


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with pytest.raises(StoreError, match="cannot be made"):
        Store.open(tmp_path / "data" / "quizgen.db", create=True)


def test_a_locked_store_is_told(course: Course) -> None:
    path = course.folder / "data" / "quizgen.db"
    with Store.open(path, patience=0) as other, course.store.transaction():
        with pytest.raises(StoreLocked, match="Another program"):
            other.set_setting("a", "b")
        with pytest.raises(StoreLocked), other.transaction():
            pass
        assert len(list(other.questions())) == 4  # reading goes on


def test_a_store_opened_for_reading_is_not_written(course: Course) -> None:
    with Store.open(course.folder / "data" / "quizgen.db", readonly=True) as store:
        with pytest.raises(StoreReadOnly, match="cannot be written"):
            store.set_setting("a", "b")
        assert len(list(store.questions())) == 4
        assert store.orphans() == []
        assert list(store.inconsistencies()) == []


def test_a_store_on_a_read_only_disk_can_be_read(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    """There SQLite cannot make its side files, and opens the store only where it is told that nothing changes."""
    course.store.db.execute("pragma wal_checkpoint(truncate)")
    course.store.close()
    asked: list[str] = []

    def opened(uri: str, patience: float) -> Database:
        asked.append(uri.rpartition("?")[2])
        return refusing if "mode=ro" in uri else whole(uri, patience)

    whole, refusing = connection._database, Database(memory=True)
    error = sqlite3.OperationalError("unable to open database file")
    error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
    monkeypatch.setattr(refusing, "execute", Mock(side_effect=error))
    monkeypatch.setattr(connection, "_database", opened)
    course.store = Store.open(course.folder / "data" / "quizgen.db", readonly=True)
    assert len(list(course.store.questions())) == 4
    assert asked[:2] == ["mode=ro", "immutable=1"]


@pytest.mark.parametrize(("version", "good"), [((3, 36, 0), False), ((3, 37, 0), True), ((4, 0, 0), True)])
def test_an_old_sqlite_is_told(
    version: tuple[int, ...], good: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)
    if good:
        Store.open(tmp_path / "a.db", create=True).close()
        return
    with pytest.raises(StoreError, match=r"SQLite 3\.36 is too old"):
        Store.open(tmp_path / "a.db", create=True)


def test_errors_are_one_line(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        Store.open(tmp_path / "no.db")
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 4


def test_a_row_that_cannot_be_decoded_is_damage(course: Course) -> None:
    course.store.db.execute("update question set options = '[1]'")
    with pytest.raises(StoreDamaged, match="unreadable"):
        list(course.store.questions())
    course.store.db.execute("update evidence set draft = '{}'")
    with pytest.raises(StoreDamaged, match="unreadable"):
        list(course.store.facts())


def test_a_failed_transaction_leaves_nothing(course: Course) -> None:
    with pytest.raises(RuntimeError), course.store.transaction():
        course.store.set_setting("a", "b")
        raise RuntimeError
    assert course.store.setting("a", "none") == "none"


# Listing


def keys(course: Course, **filter: object) -> list[str]:
    return [document.key for document in course.store.documents(Filter(**filter))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("filter", "found"),
    [
        ({}, ["sea.txt", "sky.txt"]),
        ({"documents": ("sky.txt",)}, ["sky.txt"]),
        ({"documents": ("The sky",)}, ["sky.txt"]),
        ({"documents": ("s?y.txt",)}, ["sky.txt"]),
        ({"documents": ("*.txt",)}, ["sea.txt", "sky.txt"]),
        ({"documents": ("The sky", "sea.txt")}, ["sea.txt", "sky.txt"]),
        ({"documents": ("x*",)}, []),
        ({"search": "crater"}, ["sky.txt"]),
        ({"search": "moons OR krill"}, []),
        ({"limit": 1}, ["sea.txt"]),
    ],
)
def test_documents_by_filter(course: Course, filter: dict[str, object], found: list[str]) -> None:
    assert keys(course, **filter) == found


def test_a_document_by_its_id(course: Course) -> None:
    document = next(iter(course.store.documents()))
    assert keys(course, documents=(document.uid[:9],)) == [document.key]
    assert keys(course, uids=(document.uid,)) == [document.key]
    assert course.store.document(document.uid) == document


def test_an_unknown_document_is_told(course: Course) -> None:
    with pytest.raises(UsageError, match=r"no document 'a\.txt'.*quizgen sources"):
        keys(course, documents=("a.txt",))


@pytest.mark.parametrize(
    ("filter", "found"),
    [
        ({}, ["krill", "small", "3 craters", "2 moons"]),
        ({"documents": ("sky.txt",)}, ["3 craters", "2 moons"]),
        ({"kinds": ("relation",), "limit": 3}, ["krill", "small", "3 craters"]),
        ({"kinds": ("event",)}, []),
        ({"search": "whale"}, ["krill"]),
        ({"search": '"'}, []),
        ({"search": "!!!"}, []),
        ({"search": "moon* NEAR("}, []),
        ({"search": "crater\0s"}, []),
        ({"search": "  "}, ["krill", "small", "3 craters", "2 moons"]),
        ({"statuses": ("new",)}, ["krill", "small", "3 craters", "2 moons"]),
        ({"statuses": ("kept", "rejected")}, []),
        ({"statuses": ("retired",)}, []),
        ({"tags": ("topic::sky",), "limit": 1}, ["krill"]),
        ({"tags": ("topic",), "limit": 1}, ["krill"]),
        ({"tags": ("top*",), "limit": 1}, ["krill"]),
        ({"tags": ("top",)}, []),
        ({"tags": ("*planets",)}, []),
        ({"min_score": 1.0, "limit": 2}, ["krill", "small"]),
        ({"min_score": 1.1}, []),
    ],
)
def test_facts_by_filter(course: Course, filter: dict[str, object], found: list[str]) -> None:
    facts = course.store.facts(Filter(**filter))  # type: ignore[arg-type]
    assert [fact.draft.object.text for fact in facts if fact.draft.object] == found


@pytest.mark.parametrize(
    ("filter", "found"),
    [
        ({}, ["krill", "small", "3 craters", "2 moons"]),
        ({"documents": ("The sea",)}, ["krill", "small"]),
        ({"kinds": ("choice", "short")}, ["krill", "small", "3 craters", "2 moons"]),
        ({"kinds": ("cloze",)}, []),
        ({"statuses": ("new",), "limit": 2}, ["krill", "small"]),
        ({"statuses": ("retired", "rejected")}, []),
        ({"tags": ("topic",), "limit": 1}, ["krill"]),
        ({"tags": ("top",)}, []),
        ({"tags": ("other", "topic::sky"), "limit": 1}, ["krill"]),
        ({"search": "WHALE"}, ["krill"]),
        ({"search": "moon"}, ["3 craters", "2 moons"]),
        ({"min_score": 0.5, "limit": 1}, ["krill"]),
        ({"min_score": 0.6}, []),
        ({"section": "Nowhere"}, []),
    ],
)
def test_questions_by_filter(course: Course, filter: dict[str, object], found: list[str]) -> None:
    assert [one.answer for one in course.store.questions(Filter(**filter))] == found  # type: ignore[arg-type]


def test_questions_and_facts_lead_to_each_other(course: Course) -> None:
    question = course.question("whale")
    (fact,) = course.store.facts(Filter(uids=(question.uid,)))
    assert fact.uid in question.facts
    assert [one.uid for one in course.store.questions(Filter(uids=(fact.uid[:12],)))] == [question.uid]


def test_sections_by_name_and_glob(course: Course) -> None:
    def headed(document: Document) -> Iterator[object]:
        for one in harvest(document):
            yield replace(one, sentence=replace(one.sentence, section="The Near Side"))

    from quizgen import pipeline

    pipeline.extract(course.store, headed, now=1, extractor_version="2", documents=["sky.txt"])  # type: ignore[arg-type]
    course.generate()
    for section in ("the near side", "*near*", "The Near Side"):
        assert len(list(course.store.facts(Filter(section=section)))) == 2
        assert len(list(course.store.questions(Filter(section=section)))) == 2
        assert len(list(course.store.sentences(Filter(section=section)))) == 3
        assert len(list(course.store.drops(Filter(section=section)))) == 1
    assert not list(course.store.facts(Filter(section="near")))


def test_sentences_stand_in_the_order_of_the_text(course: Course) -> None:
    found = list(course.store.sentences(Filter(documents=("sky.txt",))))
    assert [sentence.position for sentence in found] == [0, 1, 2]
    assert [type(sentence) for sentence in found] == [Sentence] * 3
    (document,) = course.store.documents(Filter(documents=("sky.txt",)))
    assert all(document.text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    ("filter", "found"),
    [
        ({}, ["noise", "no-bars"]),
        ({"kinds": ("clean",)}, ["noise"]),
        ({"kinds": ("no-bars",)}, ["no-bars"]),
        ({"search": "ADVERT"}, ["noise"]),
        ({"documents": ("sky.txt",)}, ["no-bars"]),
        ({"limit": 1}, ["noise"]),
        ({"search": "%"}, []),
    ],
)
def test_drops_by_filter(course: Course, filter: dict[str, object], found: list[str]) -> None:
    assert [drop.code for drop in course.store.drops(Filter(**filter))] == found  # type: ignore[arg-type]


def test_evidence_names_document_sentence_and_line(course: Course) -> None:
    (evidence,) = course.fact("Moon").evidence
    assert (evidence.document, evidence.title, evidence.line) == ("sky.txt", "The sky", 2)
    assert evidence.text == "The Moon | has | 3 craters."
    assert evidence.extractor == "bars"


def test_phrases_of_other_documents(course: Course) -> None:
    numbers = course.store.phrases(PhraseType.NUMBER)
    assert sorted(one.text for one in numbers) == ["2 moons", "3 craters"]
    assert course.store.phrases(PhraseType.NUMBER, limit=1) == numbers[:1]
    assert not course.store.phrases(PhraseType.NUMBER, without="sky.txt")
    assert not course.store.phrases(PhraseType.PERSON)
    krill = [one for one in course.store.phrases(PhraseType.THING) if one.text.casefold() == "krill"]
    assert len(krill) == 1


def test_the_order_of_phrases_does_not_depend_on_the_order_of_documents(course: Course, tmp_path: Path) -> None:
    other = Course(tmp_path / "other")
    other.make(other.write("sky.txt", "Mars | has | 2 moons.", "The Moon | has | 3 craters."))
    assert [one.text for one in other.store.phrases(PhraseType.NUMBER)] == [
        one.text for one in course.store.phrases(PhraseType.NUMBER)
    ]
    other.store.close()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Pierre Curie | discovered | polonium."], True),
        (["Polonium | was named | Poland by Pierre Curie."], True),
        (["Pierre Curie | met | Marie Curie."], False),
        (["Jean Perrin | discovered | the size of atoms."], False),
        (["Jean Perrin | wrote | about polonium."], False),
    ],
)
def test_a_name_beside_the_other_arguments_may_be_right(tmp_path: Path, lines: list[str], expected: bool) -> None:
    course = Course(tmp_path / "told")
    course.make(course.write("curie.txt", "Marie Curie | discovered | polonium."), course.write("more.txt", *lines))
    asked = draft("Marie Curie | discovered | polonium.")
    assert course.store.told_together("Pierre Curie", asked, asked.subject) is expected
    course.store.close()


def test_what_is_broad_makes_a_name_right_only_with_the_verb(tmp_path: Path) -> None:
    course = Course(tmp_path / "told")
    lines = ("Sweyn | invaded | England.", "Cnut | left | England.", "William | invaded | Wales.")
    course.make(course.write("kings.txt", "Harald | invaded | England.", *lines))
    verb = Verb(lemma="invade", text="invaded", base="invade", past="invaded", participle="invaded")
    country = replace(phrase("England", 0, "object"), type=PhraseType.COUNTRY)
    broad = replace(draft("Harald | invaded | England."), object=country, verb=verb)
    told = [name for name in ("Sweyn", "Cnut", "William") if course.store.told_together(name, broad, broad.subject)]
    assert told == ["Sweyn"]
    course.store.close()


def test_counts(course: Course) -> None:
    assert course.store.counts() == {
        "documents": 2,
        "sentences": 5,
        "facts": 4,
        "questions": 4,
        "answers": 0,
        "questions.short": 2,
        "questions.choice": 2,
    }


# Finding


def test_ids_are_found_by_their_beginning(course: Course) -> None:
    question = course.question("whale")
    for asked in (question.uid, question.uid[:10], question.uid.upper(), f" {question.uid} "):
        assert course.store.find(asked) == ("question", question.uid)
    assert course.store.find(question.facts[0][:10])[0] == "fact"
    assert course.store.short(question.uid) == question.uid[:10]


@pytest.mark.parametrize("asked", ["", " ", "q_zz", "x", "q_%", "q_*", "'", "q_00000000"])
def test_an_unknown_id_is_told(course: Course, asked: str) -> None:
    with pytest.raises(UsageError, match="There is no id"):
        course.store.find(asked)


def test_an_ambiguous_id_is_told_with_some_that_it_may_be(course: Course) -> None:
    with pytest.raises(UsageError, match=r"not unique \(q_[0-9a-f]{8}, q_"):
        course.store.find("q_")


def test_an_id_of_another_table_is_not_taken(course: Course) -> None:
    with pytest.raises(UsageError):
        course.store.question(course.question("whale").facts[0])


# Answers


def answer(course: Course, verdict: str, at: int, text: str = "whale") -> int:
    return course.store.record_answer(
        course.question(text).uid, at=at, mode="typed", given="krill", verdict=verdict, seconds=2.5
    )


def test_answers_are_kept_and_summed_up(course: Course) -> None:
    for at, verdict in enumerate(["right", "wrong", "close", "right"], 10):
        answer(course, verdict, at)
    answer(course, "wrong", 20, "Moon")
    found = list(course.store.answers())
    assert [(one.at, one.verdict) for one in found][:2] == [(10, "right"), (11, "wrong")]
    assert found[-1].document == "sky.txt"
    card = course.store.cards()[course.question("whale").uid]
    assert (card.seen, card.right, card.close, card.wrong, card.streak) == (4, 2, 1, 1, 2)
    assert (card.verdict, card.last_at) == ("right", 13)
    assert course.store.cards()[course.question("Moon").uid].streak == 0


def test_an_answer_can_be_withdrawn(course: Course) -> None:
    answer(course, "right", 10)
    number = answer(course, "wrong", 11)
    course.store.withdraw_answer(number, at=12)
    (card,) = course.store.cards().values()
    assert (card.seen, card.wrong, card.verdict) == (1, 0, "right")
    assert len(list(course.store.answers())) == 1
    course.store.withdraw_answer(number - 1, at=13)
    assert not course.store.cards()


def test_a_session_binds_answers(course: Course) -> None:
    uid = course.store.start_session("typed", at=5)
    assert uid != course.store.start_session("typed", at=5)
    course.store.record_answer(
        course.question("whale").uid,
        at=6,
        mode="party",
        given="\udcff",
        verdict="wrong",
        seconds=1,
        session=uid,
        players=["Ann", "Ben"],
    )
    course.store.end_session(uid, at=7)
    (found,) = course.store.answers()
    assert (found.session, found.players, found.given) == (uid, ("Ann", "Ben"), "?")


def test_answers_are_there_at_once(course: Course) -> None:
    answer(course, "right", 10)
    with Store.open(course.folder / "data" / "quizgen.db", readonly=True) as other:
        assert len(list(other.answers())) == 1


def test_an_unknown_verdict_is_refused(course: Course) -> None:
    with pytest.raises(StoreError):
        answer(course, "splendid", 10)


def test_an_answer_to_nothing_is_refused(course: Course) -> None:
    with pytest.raises(UsageError):
        course.store.record_answer("q_ffff", at=1, mode="typed", given="", verdict="right", seconds=1)


# Exports


def test_exports_are_noted_by_format(course: Course) -> None:
    uid = course.question("whale").uid
    course.store.mark_exported("anki", [(uid, "h", 7)], now=8)
    course.store.mark_exported("anki", [(uid, "i", 9)], now=10)
    course.store.mark_exported("csv", [(uid, "k", 1)], now=10)
    assert course.store.exported("anki") == {uid: ("i", 9)}
    assert course.store.exported("csv") == {uid: ("k", 1)}
    assert course.store.exported("gift") == {}


def test_a_rejected_question_that_was_exported_is_gone(course: Course) -> None:
    uid = course.question("whale").uid
    course.store.mark_exported("anki", [(uid, "h", 7)], now=8)
    curation.reject(course.store, [uid], now=9)
    assert [one.uid for one in course.store.gone("anki", Filter(documents=("sea.txt",)))] == [uid]
    assert not list(course.store.gone("anki", Filter(documents=("sky.txt",))))
    curation.undo(course.store, now=9)
    assert not list(course.store.gone("anki"))


def test_the_hash_is_of_what_a_learner_sees(course: Course) -> None:
    uid = course.question("whale").uid
    before = course.versions()[uid]
    course.store.db.execute("update question set score = 0.9, difficulty = 0.1")
    course.generate()
    assert course.versions()[uid] == before
    assert course.store.question(uid).score == 0.5
    course.write("sea.txt", "# The ocean", "A whale | eats | krill.", "Krill | is | small.")
    course.make()
    assert course.versions()[uid][0] != before[0]


# Upkeep


def test_orphans_are_what_nothing_needs(course: Course) -> None:
    course.write("sky.txt", "# The sky", "Nothing.")
    course.make()
    found = course.store.orphans()
    assert sorted({table for table, _ in found}) == ["fact", "question", "sentence"]
    assert len(found) == 6
    assert course.store.orphans(delete=True) == found
    assert course.store.orphans() == []
    assert list(course.store.inconsistencies()) == []
    course.write("sky.txt", "The Moon | has | 3 craters.")
    course.make()
    assert course.question("Moon").status == "new"


@pytest.mark.parametrize("use", ["answer", "export", "reject", "edit"])
def test_what_somebody_used_is_no_orphan(course: Course, use: str) -> None:
    uid = course.question("Moon").uid
    if use == "answer":
        answer(course, "right", 10, "Moon")
    elif use == "export":
        course.store.mark_exported("anki", [(uid, "h", 7)], now=8)
    elif use == "reject":
        curation.reject(course.store, [uid], now=9)
    else:
        curation.edit(course.store, uid, now=9, prompt="How many?")
    fact = course.store.question(uid).facts[0]
    course.write("sky.txt", "# The sky", "Nothing.")
    course.make()
    gone = {found for _, found in course.store.orphans(delete=True)}
    assert not {uid, fact} & gone
    assert course.store.question(uid).facts == (fact,)
    assert list(course.store.inconsistencies()) == []


def test_a_document_that_is_gone_is_an_orphan_and_can_come_back(course: Course) -> None:
    path = course.folder / "sky.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.unlink()
    course.ingest(sync=True)
    course.generate()
    deleted = course.store.orphans(delete=True)
    assert "document" in {table for table, _ in deleted}
    assert course.store.counts()["documents"] == 1
    course.write("sky.txt", *lines)
    course.make()
    assert len(list(course.store.facts(Filter(documents=("sky.txt",))))) == 2


def test_a_document_that_somebody_learned_from_comes_back_whole(course: Course) -> None:
    answer(course, "right", 10, "Moon")
    path = course.folder / "sky.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.unlink()
    course.ingest(sync=True)
    course.generate()
    course.store.orphans(delete=True)
    course.write("sky.txt", *lines)
    course.make()
    assert len(list(course.store.facts(Filter(documents=("sky.txt",))))) == 2
    assert len(list(course.store.sentences(Filter(documents=("sky.txt",))))) == 3
    assert course.store.cards()[course.question("Moon").uid].seen == 1


def test_settings_are_remembered(course: Course) -> None:
    assert course.store.setting("model", "none") == "none"
    course.store.set_setting("model", "small")
    course.store.set_setting("model", "large")
    assert course.store.setting("model") == "large"


def test_drafts_come_back_as_they_were(course: Course) -> None:
    fact = course.fact("Moon")
    line = fact.evidence[0].text
    assert fact.draft == draft(line, fact.evidence[0].start)
    assert phrase("3 craters", 0, "object").type is PhraseType.NUMBER
