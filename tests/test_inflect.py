import pytest

from quizgen import inflect


@pytest.mark.parametrize(
    ("base", "past", "participle", "third"),
    [
        ("carry", "carried", "carried", "carries"),
        ("play", "played", "played", "plays"),
        ("take", "took", "taken", "takes"),
        ("bring", "brought", "brought", "brings"),
        ("stop", "stopped", "stopped", "stops"),
        ("whip", "whipped", "whipped", "whips"),
        ("plan", "planned", "planned", "plans"),
        ("open", "opened", "opened", "opens"),
        ("visit", "visited", "visited", "visits"),
        ("admit", "admitted", "admitted", "admits"),
        ("reach", "reached", "reached", "reaches"),
        ("pass", "passed", "passed", "passes"),
        ("go", "went", "gone", "goes"),
        ("die", "died", "died", "dies"),
        ("lie", "lay", "lain", "lies"),
        ("dye", "dyed", "dyed", "dyes"),
        ("agree", "agreed", "agreed", "agrees"),
        ("free", "freed", "freed", "frees"),
        ("put", "put", "put", "puts"),
        ("fix", "fixed", "fixed", "fixes"),
        ("show", "showed", "shown", "shows"),
        ("obey", "obeyed", "obeyed", "obeys"),
        ("see", "saw", "seen", "sees"),
        ("be", "was", "been", "is"),
        ("have", "had", "had", "has"),
        ("do", "did", "done", "does"),
        ("write", "wrote", "written", "writes"),
        ("found", "founded", "founded", "founds"),
        ("find", "found", "found", "finds"),
    ],
)
def test_the_forms_of_a_verb(base: str, past: str, participle: str, third: str) -> None:
    forms = inflect.past(base), inflect.participle(base), inflect.third(base)
    assert forms == (past, participle, third)


@pytest.mark.parametrize(
    ("plural", "base", "singular"),
    [
        ("are", "be", "is"),
        ("were", "be", "was"),
        ("have", "have", "has"),
        ("have", "see", "has"),
        ("do", "do", "does"),
        ("do", "live", "does"),
        ("contain", "contain", "contains"),
        ("carry", "carry", "carries"),
        ("contained", "contain", "contained"),
        ("can", "contain", "can"),
        ("will", "contain", "will"),
        ("is", "be", "is"),
        ("has", "have", "has"),
    ],
)
def test_a_finite_plural_verb_in_the_singular(plural: str, base: str, singular: str) -> None:
    assert inflect.singular_finite(plural, base) == singular


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("country", "countries"),
        ("valley", "valleys"),
        ("church", "churches"),
        ("bus", "buses"),
        ("tax", "taxes"),
        ("river", "rivers"),
        ("bush", "bushes"),
    ],
)
def test_the_plural_of_a_class_noun(noun: str, plural: str) -> None:
    assert inflect.plural(noun) == plural
