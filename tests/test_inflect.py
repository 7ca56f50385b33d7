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
        ("cling", "clung", "clung", "clings"),
        ("rebuild", "rebuilt", "rebuilt", "rebuilds"),
        ("withhold", "withheld", "withheld", "withholds"),
        ("overtake", "overtook", "overtaken", "overtakes"),
        ("relay", "relayed", "relayed", "relays"),
        ("respond", "responded", "responded", "responds"),
        ("infer", "inferred", "inferred", "infers"),
        ("broadcast", "broadcast", "broadcast", "broadcasts"),
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


@pytest.mark.parametrize(
    ("form", "tag", "lemma", "base"),
    [
        ("hoping", "VBG", "hop", "hope"),
        ("hopping", "VBG", "hop", "hop"),
        ("riding", "VBG", "rid", "ride"),
        ("travelling", "VBG", "travel", "travel"),
        ("having", "VBG", "having", "have"),
        ("dying", "VBG", "die", "die"),
        ("planning", "VBG", "planning", "plan"),
        ("filling", "VBG", "filling", "fill"),
        ("helped", "VBD", "helped", "help"),
        ("carried", "VBN", "carried", "carry"),
        ("tied", "VBD", "tied", "tie"),
        ("used", "VBN", "used", "use"),
        ("cling", "VBG", "cle", "cling"),
        ("spring", "VBP", "spring", "spring"),
        ("clinging", "VBG", "cling", "cling"),
        ("hopes", "VBZ", "hop", "hope"),
        ("hops", "VBZ", "hop", "hop"),
        ("rated", "VBN", "rat", "rate"),
        ("plated", "VBN", "plat", "plate"),
        ("redrawn", "VBN", "redrawn", "redraw"),
        ("travelled", "VBD", "travel", "travel"),
        ("installed", "VBD", "instal", "install"),
        ("were", "VBD", "be", "be"),
        ("are", "VBP", "be", "be"),
        ("settle", "VB", "settle", "settle"),
        ("put", "VBD", "put", "put"),
        ("grew", "VBD", "grow", "grow"),
        ("well-", "VBZ", "well-", "well-"),  # cut off at its hyphen
    ],
)
def test_the_base_of_a_form_whose_lemma_may_be_wrong(form: str, tag: str, lemma: str, base: str) -> None:
    assert inflect.base(form, tag, lemma) == base


@pytest.mark.parametrize(
    ("form", "base", "past"),
    [
        ("settled", "settle", True),
        ("travelled", "travel", True),
        ("rebuilt", "rebuild", True),
        ("taken", "take", False),
        ("written", "write", False),
    ],
)
def test_whether_a_participle_can_be_a_past(form: str, base: str, past: bool) -> None:
    assert inflect.is_past(form, base) is past


@pytest.mark.parametrize(
    ("base", "form"),
    [
        ("hope", "hoping"),
        ("hop", "hopping"),
        ("die", "dying"),
        ("see", "seeing"),
        ("be", "being"),
        ("visit", "visiting"),
    ],
)
def test_the_form_in_ing(base: str, form: str) -> None:
    assert inflect.gerund(base) == form


@pytest.mark.parametrize(
    ("form", "verb"), [("swam", "swim"), ("ran", "run"), ("swum", ""), ("walked", ""), ("swims", "")]
)
def test_the_verb_of_an_irregular_past(form: str, verb: str) -> None:
    assert inflect.base_of_past(form) == verb
