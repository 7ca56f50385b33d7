"""A rule that breaks off on one sentence or fact costs that sentence or fact, and nothing else."""

import pytest
from around import Around, facts
from docs_of import harvests

from quizgen import errors, extract, templates
from quizgen.model import Fact, FactDraft, Harvest
from quizgen.questions import asking, candidates

pytestmark = pytest.mark.model

PAGE = "Marie Curie was born in Warsaw in 1867. Isaac Newton was born in Woolsthorpe in 1642."


def broken(name: str) -> Exception:
    return LookupError(f"nobody foresaw {name}")


@pytest.fixture
def guarded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let faults be caught as they are for users."""
    monkeypatch.setattr(errors, "UNFORESEEN", (Exception,))


def break_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = extract.sound

    def sound(drafts: list[FactDraft]) -> list[FactDraft]:
        if any("Newton" in draft.subject.text for draft in drafts):
            raise broken("Newton")
        return list(whole(drafts))

    monkeypatch.setattr(extract, "sound", sound)


def break_asking(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = asking.grammar.following

    def following(draft: FactDraft) -> list[object]:
        if "Newton" in draft.subject.text:
            raise broken("Newton")
        return list(whole(draft))

    monkeypatch.setattr(asking.grammar, "following", following)


def subjects(read: list[Harvest]) -> set[str]:
    return {draft.subject.text for one in read for draft in one.drafts}


@pytest.mark.usefixtures("guarded")
def test_a_sentence_that_cannot_be_read_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    break_reading(monkeypatch)
    read = harvests(PAGE)
    assert subjects(read) == {"Marie Curie"}
    assert [drop.code for one in read for drop in one.drops] == ["failed"]


@pytest.mark.usefixtures("guarded")
def test_a_fact_that_cannot_be_asked_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    read = harvests(PAGE)
    told: list[Fact] = facts(read)
    break_asking(monkeypatch)
    made, drops = candidates(told, Around(read), templates=templates.load())
    assert {question.prompt for question in made if "Marie Curie" in question.prompt}
    assert "failed" in {drop.code for drop in drops}


@pytest.mark.usefixtures("guarded")
def test_texts_are_read_as_parsed_where_mending_breaks_off(monkeypatch: pytest.MonkeyPatch) -> None:
    def mended(docs: object, pipeline: object) -> None:
        raise broken("this")

    monkeypatch.setattr(extract, "mended", mended)
    assert subjects(harvests(PAGE)) == {"Marie Curie", "Isaac Newton"}


def test_here_a_fault_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    break_reading(monkeypatch)
    with pytest.raises(LookupError, match="Newton"):
        harvests(PAGE)
