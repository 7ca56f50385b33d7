from typing import Any

import pytest

from quizgen import nlp

TEXTS = (
    "The miller, who had ground rye since 1820, does not grind it now.",
    "She's gonna leave, and let's say y'all ain't goin' with 'em.",
    "There  were two mills here; that mill isn't the one I've had.",
    "Nothin' came of it.  \n It was done, but that he knew.",
)


@pytest.fixture(scope="module")
def pipeline() -> nlp.Pipeline:
    return nlp.load()


@pytest.fixture(scope="module")
def ruler(pipeline: nlp.Pipeline) -> Any:
    return pipeline.nlp.get_pipe("attribute_ruler")


@pytest.fixture(scope="module")
def docs(pipeline: nlp.Pipeline) -> list[Any]:
    return list(pipeline.docs(TEXTS))


@pytest.mark.parametrize("turn", ["first", "again"])
@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_what_is_remembered_is_what_spacy_finds(ruler: Any, docs: list[Any], number: int, turn: str) -> None:
    found = ruler.match(docs[number])
    assert found and found == type(ruler).match(ruler, docs[number])


def test_most_patterns_are_remembered(ruler: Any) -> None:
    memory = ruler.match.__self__
    assert len(memory._plain) > 10 * len(memory._others)


def test_no_word_is_remembered_that_no_pattern_names(ruler: Any, docs: list[Any]) -> None:
    memory = ruler.match.__self__
    found = [ruler.match(doc) for doc in docs]
    assert all(found) and {word for _, word, _, _ in memory._known} <= memory._named | {0}
