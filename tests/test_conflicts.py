"""Facts that cannot both be true are found, kept out of questions, and left to a person."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from cli_course import Invoke
from store_fakes import Course, candidates, harvest, said

from quizgen import conflicts, curation, extract, ids, lineage, nlp, trace
from quizgen.conflicts.ranges import Range, amount, moment
from quizgen.model import (
    Block,
    Document,
    Drop,
    Evidence,
    Fact,
    FactStatus,
    Filter,
    Harvest,
    Question,
    Report,
    Verb,
)
from quizgen.pipeline import Context, generate
from quizgen.pipeline import extract as read_facts

AGREE = [
    ("2.2 million km", "1.4 million miles"),
    ("about 2.2 million km", "1.4 million miles"),
    ("193 km", "120 miles"),
    ("8,849 metres", "29,032 feet"),
    ("more than 40 people", "45 people"),
    ("at least 3 kg", "3 kg"),
    ("no more than 7 kg", "6 kg"),
    ("up to 500 km", "420 km"),
    ("between 5 and 6 litres", "5.5 litres"),
    ("5–6 km", "5 km"),
    ("100 degrees Celsius", "212 degrees Fahrenheit"),
    ("380,000", "381,204"),
    ("about three thousand km", "3,200 km"),
    ("a dozen eggs", "12 eggs"),
    ("one year", "365 days"),
    ("about 40 people", "42 people"),
    ("$5 million", "5.2 million dollars"),
    ("0 metres", "0 metres"),
    ("0.5 g", "500 mg"),
    ("about 6,650 km", "6,695 km"),
    ("200 feet", "60 metres"),
]
DIFFER = [
    ("2.2 million km", "1.1 million km"),
    ("2.2 million km", "2.2 million miles"),
    ("193 km", "140 miles"),
    ("8,848 metres", "8,849 metres"),
    ("more than 40 people", "35 people"),
    ("no more than 7 kg", "9 kg"),
    ("between 5 and 6 litres", "8 litres"),
    ("twenty moons", "21 moons"),
    ("100 degrees Celsius", "100 degrees Fahrenheit"),
    ("330 metres tall", "312 metres tall"),
    ("78 percent", "87 percent"),
    ("one million people", "1.2 million people"),
    ("10 km", "12 km"),
    ("about 6,650 km", "6,995 km"),
    ("minus 20 degrees Celsius", "20 degrees Celsius"),
]


def apart(one: Range, other: Range) -> bool:
    return one.low > other.high or other.low > one.high


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_amounts_that_agree(one: str, other: str) -> None:
    first, second = amount(one), amount(other)
    assert first and second and first.range.dimension == second.range.dimension
    assert not apart(first.range, second.range)


@pytest.mark.parametrize(("one", "other"), DIFFER)
def test_amounts_that_differ(one: str, other: str) -> None:
    first, second = amount(one), amount(other)
    assert first and second and first.range.dimension == second.range.dimension
    assert apart(first.range, second.range)


@pytest.mark.parametrize(
    "text",
    [
        "the first moon",
        "a probe",
        "5 km and 7 km",
        "",
        "the 1960s",
        "two of the moons",
        "half of the voters",
        "Apollo 11",
    ],
)
def test_what_is_not_one_amount(text: str) -> None:
    assert amount(text) is None


@pytest.mark.parametrize(
    ("one", "other", "excluded"),
    [
        ("1969", "1969-07-20", False),
        ("1969-07", "1969-07-20", False),
        ("1969", "1970", True),
        ("1969-07-20", "1969-07-21", True),
        ("1969-12", "1970-01", True),
        ("1969-07-20T20:17", "1969-07-20", False),
        ("196X", "1969", False),
        ("196X", "1970", True),
        ("18XX", "1850", False),
        ("1887/1889", "1889", False),
        ("1887/1889", "1890", True),
        ("-0043", "-0043", False),
        ("-0043", "-0044", True),
        ("1969-24", "1970-01", False),
        ("Y-12000", "Y-13000", True),
    ],
)
def test_moments(one: str, other: str, excluded: bool) -> None:
    first, second = moment(one), moment(other)
    assert first and second and apart(first, second) is excluded


@pytest.mark.parametrize("iso", ["", "T20:17", "XXXX-07-20", "P3D"])
def test_a_time_without_a_year_compares_with_nothing(iso: str) -> None:
    assert moment(iso) is None


CONTRADICTIONS = [
    ("Neil Armstrong was born in 1930.", "Neil Armstrong was born on 5 August 1931 in Wapakoneta."),
    ("Marie Curie died in 1934.", "Marie Curie died in 1935."),
    ("Uranus was discovered by William Herschel in 1781.", "William Herschel discovered Uranus in 1783."),
    ("Penicillin was discovered in 1928.", "Penicillin was discovered in 1938."),
    ("The Hubble Space Telescope was launched in 1990.", "The Hubble Space Telescope was launched in May 1991."),
    ("World War II ended in 1945.", "World War II ended in 1946."),
    ("The Eiffel Tower is 330 metres tall.", "The Eiffel Tower has a height of 312 metres."),
    ("The Moon has a diameter of 3,474 kilometres.", "The diameter of the Moon is 2,347 kilometres."),
    ("Voyager 1 weighs 722 kilograms.", "Voyager 1 has a mass of 815 kilograms."),
    ("Jupiter has 95 moons.", "Jupiter has 92 moons."),
    ("The Titanic was 269 metres long.", "The Titanic was 296 metres long."),
    ("The heart has four chambers.", "The heart has three chambers."),
    ("Eight planets orbit the Sun.", "Nine planets orbit the Sun."),
    ("The boiling point of water is 100 degrees Celsius.", "The boiling point of water is 112 degrees Celsius."),
    ("Berlin had 3.4 million inhabitants in 2000.", "Berlin had 3.7 million inhabitants in 2000."),
    (
        "Tianwen-1 was 2.2 million kilometres from Mars on 3 February 2021.",
        "Tianwen-1 was 1.1 million kilometres from Mars on 3 February 2021.",
    ),
    ("Light travels at 299,792 kilometres per second.", "Light travels at 186,282 kilometres per second."),
]
NONE = [
    # They agree.
    ("Neil Armstrong was born in 1930.", "Neil Armstrong was born on 5 August 1930."),
    ("Mount Everest is 8,849 metres high.", "Mount Everest is 29,032 feet high."),
    ("The Eiffel Tower is about 330 metres tall.", "The Eiffel Tower has a height of 324 metres."),
    (
        "Tianwen-1 was 2.2 million kilometres from Mars on 3 February 2021.",
        "Tianwen-1 was 1.4 million miles from Mars on 3 February 2021.",
    ),
    # They speak of different things, times or places.
    ("Neil Armstrong was born in 1930.", "Buzz Aldrin was born in 1931."),
    ("Berlin had 3.4 million inhabitants in 2000.", "Berlin had 3.7 million inhabitants in 2020."),
    ("The Moon is 384,400 kilometres from Earth.", "The Moon is 150 million kilometres from the Sun."),
    ("Jupiter has 95 moons.", "Jupiter has four large moons."),
    ("Jupiter has 95 moons.", "Saturn has 146 moons."),
    ("The Titanic was 269 metres long.", "The Titanic was 28 metres wide."),
    ("Neil Armstrong was a pilot.", "Neil Armstrong was an astronaut."),
    ("The Soviet Union launched Sputnik 1 in 1957.", "The Soviet Union launched Sputnik 2 in 1958."),
    # It can happen again, or to another of its sort.
    ("London was attacked in 1940.", "London was attacked in 1944."),
    ("Brazil won the World Cup in 1958.", "Brazil won the World Cup in 1962."),
    ("Marie Curie visited Brazil in 1926.", "Marie Curie visited Brazil in 1928."),
    ("William Herschel discovered a moon in 1787.", "William Herschel discovered a moon in 1789."),
    ("NASA launched a probe in 1977.", "NASA launched a probe in 1990."),
    ("NASA's probe was launched in 1977.", "NASA's probe was launched in 1990."),
    ("Satellites were launched in 1957.", "Satellites were launched in 1990."),
    ("Voyager 1 passed Jupiter in 1979.", "Voyager 1 passed Jupiter in 1980."),
    # Not the same one, or as many as an author likes.
    ("The new bridge is 300 metres long.", "The new bridge is 500 metres long."),
    ("The company employs 300 people.", "The company employs 5,000 people."),
    ("About thirty volcanic systems are active.", "About fifty volcanic systems are active."),
    ("Biologists divide cells into two groups.", "Biologists divide cells into three groups."),
    ("Mitosis is a process in two steps.", "Mitosis is a process in four steps."),
    ("One of the moons orbits Mars.", "Two of the moons orbit Mars."),
    ("Peter Brandt is 41 years old.", "Peter Brandt is 44 years old."),
    # It was so for a moment, or says nothing exact.
    ("Voyager 1 was moving at 17 kilometres per second.", "Voyager 1 was moving at 35 kilometres per second."),
    ("Berlin had 3.4 million inhabitants.", "Berlin had 3.7 million inhabitants."),
    (
        "Tianwen-1 was 2.2 million kilometres from Mars in 2021.",
        "Tianwen-1 was 1.1 million kilometres from Mars in 2021.",
    ),
    ("Rome was founded before 700 BC.", "Rome was founded in 753 BC."),
    ("The Hubble Space Telescope will be launched in 1986.", "The Hubble Space Telescope was launched in 1990."),
    ("Jupiter may have 95 moons.", "Jupiter has 92 moons."),
]


@pytest.fixture(scope="module")
def pipeline() -> nlp.Pipeline:
    return nlp.load()


def facts_of(pipeline: nlp.Pipeline, *texts: str) -> list[Fact]:
    """Return what documents of a sentence each say."""
    found = {}
    for number, text in enumerate(texts):
        document = document_of(f"{number}.txt", text)
        for harvested in extract.harvest(document, pipeline):
            for draft in harvested.drafts:
                uid = ids.fact(*lineage.statement(draft))
                evidence = Evidence(
                    document=document.key, sentence=harvested.sentence.uid, text=text, start=0, end=1, extractor=""
                )
                found[uid] = Fact(uid=uid, draft=draft, document=document.key, evidence=(evidence,))
    return list(found.values())


def document_of(key: str, text: str) -> Document:
    return Document(
        uid=ids.document(key),
        key=key,
        title="Space",
        text=text,
        blocks=(Block(start=0, end=len(text)),),
        format="text",
        digest=ids.digest(text),
    )


@pytest.mark.model
@pytest.mark.parametrize(("one", "other"), CONTRADICTIONS)
def test_contradictions_are_found(pipeline: nlp.Pipeline, one: str, other: str) -> None:
    groups = list(conflicts.find(facts_of(pipeline, one, other)))
    assert [[dispute.open for dispute in group] for group in groups] == [[True, True]]


@pytest.mark.model
@pytest.mark.parametrize(("one", "other"), NONE)
def test_what_does_not_contradict_is_left_alone(pipeline: nlp.Pipeline, one: str, other: str) -> None:
    assert list(conflicts.find(facts_of(pipeline, one, other))) == []


@pytest.mark.model
def test_what_has_no_name_is_the_same_within_a_section(pipeline: nlp.Pipeline) -> None:
    facts = facts_of(pipeline, "The new bridge is 300 metres long.", "The new bridge is 500 metres long.")
    here = [replace(fact, document="one.txt") for fact in facts]
    assert len(list(conflicts.find(here))) == 1
    there = replace(here[1], evidence=(replace(here[1].evidence[0], section="Other bridges"),))
    assert list(conflicts.find([here[0], there])) == []


@pytest.mark.model
def test_one_sentence_does_not_contradict_itself(pipeline: nlp.Pipeline) -> None:
    facts = facts_of(pipeline, "Jupiter has 95 moons.", "Jupiter has 92 moons.")
    joined = [replace(fact, evidence=(replace(fact.evidence[0], sentence="s_1"),)) for fact in facts]
    assert len(joined) == 2 and list(conflicts.find(joined)) == []


@pytest.mark.model
def test_a_name_of_one_word_may_be_another_person_elsewhere(pipeline: nlp.Pipeline) -> None:
    texts = ("Caesar died in 44 BC.", "Caesar died in 45 BC.")
    facts = facts_of(pipeline, *texts)
    assert len(facts) == 2 and list(conflicts.find(facts)) == []
    assert list(conflicts.find([replace(fact, document="one.txt") for fact in facts]))


@pytest.mark.model
def test_many_facts_about_one_thing_take_linear_time(pipeline: nlp.Pipeline) -> None:
    (fact,) = facts_of(pipeline, "Jupiter has 95 moons.")
    assert fact.draft.object
    many = []
    for number in range(3000):
        counted = replace(fact.draft.object, text=f"{number + 2} moons")
        evidence = replace(fact.evidence[0], sentence=f"s_{number}")
        draft = replace(fact.draft, object=counted)
        many.append(replace(fact, uid=f"f_{number}", draft=draft, evidence=(evidence,)))
    (group,) = conflicts.find(many)
    assert len(group) == 3000 and all(1 <= len(dispute.others) <= 5 for dispute in group)


# --- over time ------------------------------------------------------------------------------------------------------

HAVE = Verb(lemma="have", text="has", base="have", past="had", participle="had", tense="present")


def measured(document: Document) -> Iterator[Harvest]:
    """Read "Moon | has | 3 craters." as what is so."""
    for one in harvest(document):
        yield replace(one, drafts=tuple(replace(draft, verb=HAVE) for draft in one.drafts))


def undisputed(facts: Sequence[Fact], context: Context) -> tuple[list[Question], list[Drop]]:
    """Ask what nothing contradicts."""
    return candidates([fact for fact in facts if fact.status is not FactStatus.CONFLICT], context)


class Sky(Course):
    """A course about amounts."""

    def extract(self, version: str = "1", **options: object) -> Report:
        self.now += 1
        return read_facts(self.store, measured, now=self.now, extractor_version=version)

    def generate(self, made: object = None, **options: object) -> Report:
        self.now += 1
        return generate(self.store, undisputed, lambda made: (made, []), now=self.now)

    def statuses(self) -> dict[str, str]:
        return {said(fact).split(" | ")[-1]: fact.status.value for fact in self.store.facts()}

    def asked(self) -> set[str]:
        return {one.answer for one in self.store.questions(Filter(statuses=("new", "kept", "edited")))}

    def listed(self) -> list[tuple[str, str, int]]:
        """Return what ``check`` says of conflicts."""
        return [(one.says, one.document, one.line) for one in trace.check(self.store) if one.code == "conflict"]


@pytest.fixture
def sky(tmp_path: Path) -> Iterator[Sky]:
    made = Sky(tmp_path)
    made.write("a.txt", "Mars | has | 2 moons.", "Jupiter | has | 95 moons.")
    made.make()
    yield made
    made.store.close()


@pytest.fixture
def disputed(sky: Sky) -> Sky:
    sky.write("b.txt", "# Planets", "Jupiter | has | 92 moons.")
    sky.make()
    return sky


def test_nothing_is_marked_without_need(sky: Sky) -> None:
    assert sky.statuses() == {"2 moons": "new", "95 moons": "new"}
    assert sky.listed() == []


def test_another_document_raises_a_conflict(disputed: Sky) -> None:
    assert disputed.statuses() == {"2 moons": "new", "95 moons": "conflict", "92 moons": "conflict"}
    assert disputed.asked() == {"2 moons"}
    assert disputed.listed() == [("95 moons", "a.txt", 2), ("92 moons", "b.txt", 2)]
    assert {problem.code for problem in trace.check(disputed.store)} == {"conflict"}


def test_what_is_asked_goes_at_once_though_only_the_other_document_is_read(sky: Sky) -> None:
    path = sky.write("b.txt", "Jupiter | has | 92 moons.")
    sky.ingest(path)
    sky.extract()
    assert sky.asked() == {"2 moons"}


def test_two_sentences_of_one_document_can_contradict_each_other(sky: Sky) -> None:
    sky.write("a.txt", "Jupiter | has | 95 moons.", "Jupiter | has | 92 moons.")
    sky.make()
    assert set(sky.statuses().values()) == {"conflict"} and sky.asked() == set()


def test_a_conflict_keeps_what_people_know_of_a_question(sky: Sky) -> None:
    uid = sky.question("95 moons").uid
    curation.keep(sky.store, [uid], now=sky.now)
    sky.write("b.txt", "Jupiter | has | 92 moons.")
    sky.make()
    assert sky.asked() == {"2 moons"}
    curation.reject(sky.store, [sky.fact("92 moons").uid], now=sky.now)
    sky.generate()
    assert sky.store.question(uid).status == "kept"


def test_a_corrected_text_clears_it(disputed: Sky) -> None:
    disputed.write("b.txt", "# Planets", "Jupiter | has | 95 moons.")
    disputed.make()
    assert disputed.statuses() == {"2 moons": "new", "95 moons": "new"}
    assert disputed.asked() == {"2 moons", "95 moons"} and disputed.listed() == []


def test_a_document_that_goes_clears_it(disputed: Sky) -> None:
    (disputed.folder / "b.txt").unlink()
    disputed.ingest(disputed.folder, sync=True)
    disputed.generate()
    assert disputed.statuses() == {"2 moons": "new", "95 moons": "new"}
    assert disputed.asked() == {"2 moons", "95 moons"}


@pytest.mark.parametrize("action", ["keep one", "reject the other"])
def test_a_decision_holds_over_new_readings(disputed: Sky, action: str) -> None:
    right, wrong = disputed.fact("92 moons").uid, disputed.fact("95 moons").uid
    if action == "keep one":
        curation.keep(disputed.store, [right], now=disputed.now)
    else:
        curation.reject(disputed.store, [wrong], now=disputed.now)
    for version in "123":
        disputed.generate()
        assert disputed.asked() == {"2 moons", "92 moons"} and disputed.listed() == []
        disputed.extract(version)
    disputed.write("b.txt", "Nothing more.")
    disputed.make()
    disputed.write("b.txt", "Jupiter | has | 92 moons.")
    disputed.make()
    assert disputed.asked() == {"2 moons", "92 moons"} and disputed.listed() == []


def test_a_kept_fact_decides_against_the_others_as_long_as_it_stands(disputed: Sky) -> None:
    curation.keep(disputed.store, [disputed.fact("92 moons").uid], now=disputed.now)
    assert disputed.statuses() == {"2 moons": "new", "95 moons": "conflict", "92 moons": "kept"}
    disputed.write("b.txt", "Nothing more.")
    disputed.make()
    assert disputed.statuses() == {"2 moons": "new", "95 moons": "new"}


def test_both_may_be_kept(disputed: Sky) -> None:
    for words in ("92 moons", "95 moons"):
        curation.keep(disputed.store, [disputed.fact(words).uid], now=disputed.now)
    disputed.generate()
    assert disputed.asked() == {"2 moons", "92 moons", "95 moons"} and disputed.listed() == []


def test_a_decision_can_be_taken_back(disputed: Sky) -> None:
    before = disputed.statuses()
    curation.keep(disputed.store, [disputed.fact("92 moons").uid], now=disputed.now)
    disputed.generate()
    curation.undo(disputed.store, now=disputed.now)
    assert disputed.statuses() == before and disputed.asked() == {"2 moons"}
    assert len(disputed.listed()) == 2
    curation.reject(disputed.store, [disputed.fact("92 moons").uid], now=disputed.now)
    assert disputed.statuses()["95 moons"] == "new"
    curation.undo(disputed.store, now=disputed.now)
    assert disputed.statuses() == before


def test_a_third_value_waits_for_a_decision_of_its_own_only_among_open_ones(disputed: Sky) -> None:
    disputed.write("c.txt", "Jupiter | has | 80 moons.")
    disputed.make()
    assert len(disputed.listed()) == 3
    curation.keep(disputed.store, [disputed.fact("95 moons").uid], now=disputed.now)
    assert disputed.listed() == []


def test_a_run_over_nothing_new_writes_nothing(disputed: Sky) -> None:
    before = disputed.content()
    assert conflicts.settle(disputed.store, now=1) == 0
    disputed.make()
    after = disputed.content()
    assert {name: rows for name, rows in after.items() if before[name] != rows} == {}


def test_why_names_the_other_fact(disputed: Sky) -> None:
    other = disputed.fact("95 moons").uid
    (step,) = [step for step in trace.why(disputed.store, disputed.fact("92 moons").uid) if step.kind == "conflict"]
    assert (step.uid, step.text, step.document, step.line) == (other, "Jupiter | has | 95 moons", "a.txt", 2)
    assert step.detail == "a person has to decide"
    curation.keep(disputed.store, [other], now=disputed.now)
    (step,) = [step for step in trace.why(disputed.store, disputed.fact("92 moons").uid) if step.kind == "conflict"]
    assert step.detail == "a person kept this one"
    assert not [step for step in trace.why(disputed.store, other) if step.kind == "conflict"]


# --- on the command line --------------------------------------------------------------------------------------------

ONE = "Space\n\nNeil Armstrong was born in 1930 in Ohio. Buzz Aldrin collected 21 kilograms of rock.\n"
TWO = "Moon\n\nNeil Armstrong was born in 1931 in Ohio. A satellite is an object that moves around a planet.\n"


@pytest.fixture
def told(empty: Path, invoke: Invoke) -> str:
    """Make a course of two texts that contradict each other; return what was said at last."""
    for name, text in (("one.txt", ONE), ("two.txt", TWO)):
        Path(name).write_text(text, encoding="utf-8")
        last = invoke("make", name)
        assert last.code == 0
    return last.out


@pytest.mark.model
def test_make_says_that_something_is_contradicted(told: str) -> None:
    assert "Contradicted facts, not asked until you decide: 1 (see them with 'quizgen check')" in told.splitlines()


@pytest.mark.model
def test_check_lists_both_sides(told: str, invoke: Invoke) -> None:
    result = invoke("check", "--format", "jsonl")
    one, two = result.rows
    assert result.code == 1 and [row["code"] for row in (one, two)] == ["conflict", "conflict"]
    assert [(row["document"], row["line"], row["says"]) for row in (one, two)] == [
        ("one.txt", 3, "1930"),
        ("two.txt", 3, "1931"),
    ]
    assert one["sentence"] == "Neil Armstrong was born in 1930 in Ohio."
    assert (one["others"], two["others"]) == ([two["uid"]], [one["uid"]])
    assert f"quizgen keep {one['uid']}" in one["todo"] and f"quizgen reject {one['uid']}" in one["todo"]
    assert "quizgen keep" in result.err
    assert invoke("check", "--format", "csv").out.splitlines()[0].split(",") == list(one)
    table = invoke("check").out.splitlines()
    assert [line.split()[:2] for line in table[2:]] == [["conflict", row["uid"][:10]] for row in (one, two)]
    assert "1930" in table[2] and "two.txt:3 says 1931" in table[3]


@pytest.mark.model
def test_a_decision_brings_the_right_one_back(told: str, invoke: Invoke) -> None:
    def born() -> list[str]:
        rows = invoke("questions", "--format", "jsonl", "--status", "new,kept", "--search", "Armstrong").rows
        return [row["answer"] for row in rows if "193" in row["answer"]]

    assert born() == []
    right = invoke("check", "--format", "jsonl").rows[0]["uid"]
    assert invoke("keep", right[:10]).code == 0
    assert invoke("generate").code == 0
    assert set(born()) == {"1930"}
    again = invoke("check")
    assert (again.code, again.err) == (0, "Nothing is wrong.\n")
    assert invoke("make", "one.txt", "two.txt").code == 0
    assert set(born()) == {"1930"}
