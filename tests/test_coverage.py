from quizgen import coverage, rank
from quizgen.model import PhraseType, Question, QuestionKind, Source


def question(uid: str, prompt: str, answer: str, *, at: int = 0, section: str = "", **more: object) -> Question:
    source = Source(
        document="a.txt",
        title=str(more.pop("title", "")),
        section=section,
        sentence=prompt,
        start=at,
        end=at + 9,
        answer_start=at,
        answer_end=at + 1,
    )
    values = {
        "uid": uid,
        "kind": QuestionKind.SHORT,
        "prompt": prompt,
        "answer": answer,
        "document": "a.txt",
        "template": "subject",
        "slot": "subject",
        "facts": (f"f{uid}",),
        "score": 0.8,
        "sources": (source,),
    }
    return Question(**{**values, **more})  # type: ignore[arg-type]


def uids(questions: list[Question]) -> list[str]:
    return [each.uid for each in questions]


def ordered(*questions: Question) -> list[str]:
    return uids(coverage.Spread(questions).order(questions))


def test_the_words_of_the_title_and_the_most_frequent_name_are_the_subject() -> None:
    made = [
        question("a", "Where did Ida Brandt live?", "in Tarn", title="The lighthouses of Skerry"),
        question("b", "What did Brandt build?", "a tower"),
        question("c", "Who lit the lamp?", "Ole Nygard"),
    ]
    assert coverage.subject(made) == coverage.Subject(frozenset({"lighthouse", "skerry"}), "brandt")


def test_a_name_of_one_fact_is_not_the_subject() -> None:
    assert coverage.subject([question("a", "Who saw Tarn?", "Ole"), question("b", "Who slept?", "Ida")]).main == ""
    assert coverage.subject([]) == coverage.Subject(frozenset(), "")


def test_several_questions_on_one_fact_name_it_once() -> None:
    twice = [question(uid, "What stands near Tarn?", "a mill", facts=("f1",)) for uid in "ab"]
    assert coverage.subject(twice).main == ""


def test_what_speaks_for_a_question_has_a_name() -> None:
    about = coverage.Subject(frozenset({"lighthouse"}), "brandt")
    telling = question("a", "When did Brandt build the lighthouse?", "1871", answer_type=PhraseType.DATE)
    assert coverage.gains(telling, about) == {
        "title": coverage.TITLE,
        "main": coverage.MAIN,
        "telling": coverage.TELLING,
    }
    assert set(coverage.gains(question("b", "Who slept?", "a cat"), about).values()) == {0.0}
    assert coverage.gains(question("c", "What is a fresnel?", "a lens", template="definition"), about)["telling"]


def test_what_the_title_names_comes_first_among_equals() -> None:
    plain = question("a", "Who repaired the old mill?", "a mason", title="Lighthouses")
    titled = question("b", "Who built the lighthouse?", "a mason", title="Lighthouses")
    assert ordered(plain, titled) == ["b", "a"]


def test_a_much_better_question_still_comes_first() -> None:
    plain = question("a", "Who repaired the old mill?", "a mason", title="Lighthouses", score=0.95)
    titled = question("b", "Who built the lighthouse?", "a mason", title="Lighthouses", score=0.6)
    assert ordered(plain, titled) == ["a", "b"]


def test_sections_take_turns() -> None:
    made = [
        question(f"{section}{number}", f"Who {section}{number}?", "x", section=section, score=0.9 - number / 100)
        for section in ("one", "two", "three")
        for number in range(3)
    ]
    first = coverage.Spread(made).order(made)
    assert [each.sources[0].section for each in first[:3]] == ["one", "three", "two"]
    assert len({each.uid for each in first}) == 9


def test_a_text_without_sections_is_spread_over_its_length() -> None:
    made = [question(f"q{at:03}", f"Who {at}?", "x", at=at, score=0.9 - at / 100_000) for at in range(0, 1000, 10)]
    first = coverage.Spread(made).order(made)[:10]
    assert len({each.sources[0].start // 100 for each in first}) == 10


def test_what_came_before_counts() -> None:
    early, late = question("a", "Who?", "x", at=0), question("b", "Where?", "y", at=10)
    other = question("c", "What?", "z", at=900)
    spread = coverage.Spread([early, late, other])
    assert uids(spread.order([early])) == ["a"]
    assert uids(spread.order([late, other])) == ["c", "b"]


def test_questions_without_a_source_are_ordered_by_score() -> None:
    made = [question(uid, "Who?", "x", sources=(), score=score) for uid, score in (("a", 0.6), ("b", 0.9))]
    assert ordered(*made) == ["b", "a"]


def test_a_limit_takes_from_the_whole_text() -> None:
    words = ["abbey", "basin", "canoe", "dairy", "ember", "fjord", "geyser", "hamlet", "ivory", "jasper"]
    made = [
        question(f"q{number}", f"Who saw the {word} of {word}burg?", word, at=number, section=f"{number // 5}")
        for number, word in enumerate(words)
    ]
    rich = [*made[:5], *(question(one.uid, one.prompt, one.answer, at=9, section="1", score=0.85) for one in made[5:])]
    chosen, _ = rank.select(rich, maximum=4)
    assert {each.sources[0].section for each in chosen} == {"0", "1"}
