"""Questions for an answer that the caller chose: the span stands in square brackets."""

import re
from pathlib import Path

import pytest
from docs_of import pipeline as loaded

from quizgen import nlp, spans

pytestmark = pytest.mark.model


DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture
def pipeline() -> nlp.Pipeline:
    return loaded()


def marked(text: str) -> tuple[str, int, int]:
    """Return a text without its square brackets, and where they stood."""
    before, rest = text.split("[", 1)
    answer, after = rest.split("]", 1)
    return before + answer + after, len(before), len(before) + len(answer)


def asked(text: str, pipeline: nlp.Pipeline) -> str | None:
    plain, start, end = marked(text)
    return spans.question(plain, start, end, pipeline=pipeline)


SUBJECTS = [
    ("[Maria Lopez] founded the orchestra in 1974.", "Who founded the orchestra in 1974?"),
    ("[Swimming] is popular on the island.", "What is popular on the island?"),
    ("Lions, tigers and [bears] live in the park.", "What lives in the park?"),
    ("The [radial] engine powers the aircraft.", "What kind of engine powers the aircraft?"),
    ("The novelist [Jane Doe] won the prize.", "Who won the prize?"),
    ("The law, which [parliament] passed in 1911, protects miners.", "What passed the law in 1911?"),
    ("The capital of [Peru] lies near the coast.", "The capital of what country lies near the coast?"),
    ("About [12 percent] of adults have the disease.", "What percentage of adults have the disease?"),
]
OBJECTS = [
    ("Maria Lopez founded [the orchestra] in 1974.", "What did Maria Lopez found in 1974?"),
    ("In 1886 Maria Lopez worked with [Jane Doe] in Lima.", "Who did Maria Lopez work with in Lima in 1886?"),
    ("The museum owns [154] paintings.", "How many paintings does the museum own?"),
    ("The museum owns [154 paintings].", "How many paintings does the museum own?"),
    ("There are [nine] moons around the planet.", "How many moons are there around the planet?"),
    ("The repair cost [$3 million].", "How much did the repair cost?"),
    ("The tower is [300 metres] tall.", "How tall is the tower?"),
    ("The new tower is [20 metres] taller.", "How much taller is the new tower?"),
    (
        "The bank gives [25] percent of all profit to schools.",
        "What percentage of all profit does the bank give to schools?",
    ),
    ("The book's title is [Silent Hills].", "What is the book's title?"),
    ("Farmers in the region grow [rice and maize].", "What do farmers in the region grow?"),
    ("He did not visit [Rome].", "What did he not visit?"),
    ("Engineers can't open [the gate].", "What can engineers not open?"),
    ("However, the team won [its first title] in 2001.", "What did the team win in 2001?"),
]
PREPOSITIONS = [
    ("The roof is made of [copper].", "What is the roof made of?"),
    (
        "The river flows through [France] before it reaches the sea.",
        "Through what country does the river flow before it reaches the sea?",
    ),
    (
        "The kingdom was divided into [seven provinces] by the treaty.",
        "Into how many provinces was the kingdom divided by the treaty?",
    ),
    ("Maria Lopez founded the orchestra in [1974].", "When did Maria Lopez found the orchestra?"),
    ("Maria Lopez founded the orchestra [in 1974].", "When did Maria Lopez found the orchestra?"),
    ("The festival takes place in [Berlin].", "Where does the festival take place?"),
    ("The village lies [near the border].", "Where does the village lie?"),
    ("The siege lasted [three weeks].", "How long did the siege last?"),
    ("The crops failed because of [a long drought].", "Why did the crops fail?"),
    ("The army retreated [because the river had flooded].", "Why did the army retreat?"),
    ("Plants absorb light [to make sugar].", "Why do plants absorb light?"),
    ("She wrote the letter [quickly].", "How did she write the letter?"),
]
PASSIVES = [
    ("The bridge was built by [Joseph Strauss] in 1937.", "Who built the bridge in 1937?"),
    ("The bridge was drawn by [Irving Morrow].", "Who drew the bridge?"),
    ("The lighthouse, built by [Henry Moore] in 1880, still stands.", "Who built the lighthouse in 1880?"),
]
ASIDES = [
    ("Its director, [Anna Berg], resigned in May.", "Who was its director?"),
    ("Anna Berg, [the director of the zoo], resigned in May.", "Who was Anna Berg?"),
    ("Anna Berg, the director of [the zoo], resigned in May.", "What was Anna Berg the director of?"),
    ("Anna Berg ([1820–1904]) was a painter.", "When did Anna Berg live?"),
    ("Metals such as [iron] conduct heat.", "What is an example of a metal?"),
    ("The law, which parliament passed in [1911], protects miners.", "When did parliament pass the law?"),
    ("They met a baker whose bread won [a medal] in Lyon.", "What did a baker's bread win in Lyon?"),
    ("He left the town in which Ann Bell ran [a shop].", "What did Ann Bell run?"),
]
DEEDS = [
    ("The committee [rejected the plan].", "What did the committee do?"),
    ("The plan was [rejected].", "What happened to the plan?"),
    ("After the vote, the mayor [closed the baths] for a year.", "What did the mayor do for a year after the vote?"),
    ("The teacher let the pupils [build a boat].", "What did the teacher let the pupils do?"),
    ("The water is [cold].", "How is the water described?"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*SUBJECTS, *OBJECTS, *PREPOSITIONS, *PASSIVES, *ASIDES, *DEEDS],
)
def test_question(text: str, expected: str, pipeline: nlp.Pipeline) -> None:
    assert asked(text, pipeline) == expected


def test_a_pronoun_is_named_from_the_sentences_before(pipeline: nlp.Pipeline) -> None:
    text = "Clara Hughes was a painter. She moved to Leeds in [1902]."
    assert asked(text, pipeline) == "When did Clara Hughes move to Leeds?"


def test_a_pronoun_that_means_the_answer_stays(pipeline: nlp.Pipeline) -> None:
    found = asked("[Clara Hughes] loved her garden in Leeds.", pipeline)
    assert found == "Who loved her garden in Leeds?"


def test_asides_are_left_out(pipeline: nlp.Pipeline) -> None:
    text = "The company (now bankrupt), which sold tents, opened a shop in [Oslo], where it employed many people."
    assert asked(text, pipeline) == "Where did the company open a shop?"


@pytest.mark.parametrize("text", ["What a [day]!", "[ ]Rain fell.", "Rain fell[.]"])
def test_nothing_to_ask(text: str, pipeline: nlp.Pipeline) -> None:
    assert asked(text, pipeline) is None


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 2), (0, 99)])
def test_offsets_outside_the_text_give_nothing(start: int, end: int, pipeline: nlp.Pipeline) -> None:
    assert spans.question("Rain fell.", start, end, pipeline=pipeline) is None


def test_quotes_and_full_stop_around_the_answer_do_not_matter(pipeline: nlp.Pipeline) -> None:
    assert asked('The novel is called ["Red Sand."]', pipeline) == "What is the novel called?"


SENTENCES = [
    "In 1911 the explorers, who had left Oslo a year before, reached the pole with four sledges and 52 dogs.",
    "Although the harbour was small, ships from Spain and Portugal brought sugar, wine and salt to the town.",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_every_word_can_be_asked_for(text: str, pipeline: nlp.Pipeline) -> None:
    for word in (w.strip(",.") for w in text.split()):
        start = text.index(word)
        found = spans.question(text, start, start + len(word), pipeline=pipeline)
        assert found and found.endswith("?") and found[0].isupper()


def test_the_example_of_the_documentation_runs(capsys: pytest.CaptureFixture[str]) -> None:
    text = (DOCS / "library.md").read_text(encoding="utf-8")
    found = re.search(r"```python\n(.*?)```\s+```\n(.*?)```", text, re.S)
    assert found
    exec(found[1], {})
    assert capsys.readouterr().out == found[2]
