"""What a document talks about: names, what they denote, and whom the text is about; parses are given by hand."""

import pytest
from docs_of import built

from quizgen.model import PhraseType
from quizgen.resolve.discourse import Discourse, Entity

T = PhraseType
Named = tuple[int, int, str]


def seen(*tables: str, ents: tuple[Named, ...] = (), title: str = "") -> Discourse:
    """Return the discourse of documents built by hand; the names are those of the first one."""
    discourse = Discourse(title)
    discourse.observe(built(table, ents=ents if not number else ()) for number, table in enumerate(tables))
    return discourse


def fell(*words: str) -> str:
    """Return the parse of "<words> fell." in which the words are one name."""
    last = len(words)
    rows = [f"{word} compound {last - 1} PROPN NNP {word}" for word in words[:-1]]
    rows += [f"{words[-1]} nsubj {last} PROPN NNP {words[-1]}", f"fell ROOT {last} VERB VBD fall"]
    return "\n".join([*rows, f". punct {last} PUNCT ."])


def named(*words: str, label: str) -> Discourse:
    """Return the discourse of a sentence with one name."""
    return seen(fell(*words), ents=((0, len(words), label),))


# --- what a name denotes --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "label", "type"),
    [
        (("Brno",), "GPE", T.PLACE),
        (("Peru",), "PERSON", T.COUNTRY),
        (("New", "Zealand"), "ORG", T.COUNTRY),
        (("Neptune",), "PERSON", T.CELESTIAL),
        (("Ada", "Byron"), "ORG", T.PERSON),
        (("Queen", "Isabella"), "GPE", T.PERSON),
        (("UNESCO",), "ORG", T.ORGANISATION),
        (("Prague", "University"), "GPE", T.ORGANISATION),
        (("Victoria", "Lake"), "PERSON", T.PLACE),
        (("Hanna", "Adler"), "GPE", T.PERSON),
        (("Hanna", "Adler", "and", "Emil", "Holm"), "ORG", T.PERSON),
        (("Virginia", "Holm"), "PERSON", T.PERSON),
        (("Virginia", "Beach"), "GPE", T.PLACE),
        (("William", "King"), "ORG", T.PERSON),
        (("Ada", "Byron", "Studios"), "ORG", T.UNKNOWN),
        (("Guild", "of", "Saint", "Luke"), "PERSON", T.ORGANISATION),
        (("Church", "of", "England"), "GPE", T.ORGANISATION),
        (("Republic", "of", "Ireland"), "GPE", T.COUNTRY),
    ],
)
def test_what_a_name_denotes(words: tuple[str, ...], label: str, type: PhraseType) -> None:
    assert named(*words, label=label).type_of(" ".join(words))[0] is type


@pytest.mark.parametrize("words", [("Kipling",), ("Zeppo", "Marlin")])
def test_a_name_that_the_tagger_once_took_for_a_persons_is_doubtful(words: tuple[str, ...]) -> None:
    assert named(*words, label="PERSON").type_of(" ".join(words)) == (T.UNKNOWN, "")


PROBE = """
The     det      1 DET   DT
probe   nsubj    3 NOUN  NN
Luna    appos    1 PROPN NNP Luna
fell    ROOT     3 VERB  VBD fall
.       punct    3 PUNCT .
"""
COMPOUND = """
probe   compound 1 NOUN  NN
Luna    nsubj    2 PROPN NNP Luna
fell    ROOT     2 VERB  VBD fall
.       punct    2 PUNCT .
"""
DESIGNATION = """
The     det      2 DET   DT
Yutu-2  compound 2 PROPN NNP Yutu-2
rover   nsubj    3 NOUN  NN
fell    ROOT     3 VERB  VBD fall
.       punct    3 PUNCT .
"""
IS_A = """
Luna    nsubj 1 PROPN NNP Luna
was     ROOT  1 AUX   VBD be
a       det   3 DET   DT
probe   attr  1 NOUN  NN
.       punct 1 PUNCT .
"""


@pytest.mark.parametrize(
    ("table", "name", "noun"),
    [
        pytest.param(PROBE, "Luna", "probe", id="probe, Luna"),
        pytest.param(COMPOUND, "Luna", "probe", id="probe Luna"),
        pytest.param(DESIGNATION, "Yutu-2", "rover", id="Yutu-2 rover"),
        pytest.param(IS_A, "Luna", "probe", id="Luna was a probe"),
    ],
)
def test_a_text_tells_what_its_names_are(table: str, name: str, noun: str) -> None:
    discourse = seen(table)
    assert discourse.type_of(name) == (T.PRODUCT, noun)
    assert [each.name for each in discourse.named_with(noun)] == [name]


def test_a_name_that_begins_a_sentence_bare_has_no_article() -> None:
    coast = PROBE.replace("probe", "Luna").replace("Luna    appos    1 PROPN NNP Luna", "coast   appos    1 NOUN NN")
    shown = {(bare, each.shown(luna)) for bare in (True, False) for each, luna in [_luna(coast, bare)]}
    assert shown == {(True, "Luna"), (False, "the Luna")}


def _luna(table: str, bare: bool) -> tuple[Discourse, Entity]:
    discourse = seen(table, *([IS_A] if bare else []), ents=((1, 2, "LOC"),))
    found = discourse.find("Luna")
    assert found is not None
    return discourse, found


def test_a_noun_that_denotes_nothing_in_particular_is_no_class() -> None:
    assert not seen(IS_A.replace("probe", "thing")).named_with("thing")


def test_two_probes_are_two_probes() -> None:
    discourse = seen(PROBE, COMPOUND.replace("Luna", "Vega"))
    assert [each.name for each in discourse.named_with("probe")] == ["Luna", "Vega"]


@pytest.mark.parametrize("text", ["Luna", "the Luna", "luna", "Luna's", "China's Luna"])
def test_a_name_is_found_whatever_stands_around_it(text: str) -> None:
    found = seen(PROBE).find(text)
    assert found is not None
    assert found.name == "Luna"


# --- people ---------------------------------------------------------------------------------------------------------


def people(*names: str, title: str = "") -> Discourse:
    """Return the discourse of sentences about people with names of two words each."""
    discourse = Discourse(title)
    discourse.observe(built(fell(*name.split()), ents=((0, 2, "PERSON"),)) for name in names)
    return discourse


@pytest.mark.parametrize(
    ("names", "surname", "full"),
    [
        (("Ada Lovelace",), "Lovelace", "Ada Lovelace"),
        (("Ada Lovelace", "Mary Somerville"), "Somerville", "Mary Somerville"),
        (("Clara Schumann", "Robert Schumann"), "Schumann", ""),
        (("Ada Lovelace",), "Ada", ""),
        (("Ada Lovelace",), "Byron", ""),
        (("Queen Victoria",), "Victoria", ""),
        (("Kublai Khan",), "Khan", ""),
    ],
)
def test_a_surname_stands_for_the_one_who_has_it(names: tuple[str, ...], surname: str, full: str) -> None:
    assert people(*names).full_name(surname) == full


@pytest.mark.parametrize(
    ("title", "names", "person"),
    [
        ("Ada Lovelace", (), "Ada Lovelace"),
        ("Clara Schumann (pianist)", (), "Clara Schumann"),
        ("How Lovelace wrote a program", ("Ada Lovelace", "Mary Somerville"), "Ada Lovelace"),
        ("The Schumanns", ("Clara Schumann", "Robert Schumann"), ""),
        ("How a program was written", ("Ada Lovelace",), ""),
        ("Lisbon", (), ""),
        ("", ("Ada Lovelace",), ""),
    ],
)
def test_whom_a_text_is_about(title: str, names: tuple[str, ...], person: str) -> None:
    assert people(*names, title=title).cast.protagonist() == person


def test_what_the_text_said_of_a_person_counts() -> None:
    discourse = people("Robin Redfern")
    assert discourse.gender_of("Robin Redfern") == ""
    discourse.cast.genders["Robin Redfern"] = "f"
    assert discourse.gender_of("Robin Redfern") == "f"


# --- capital letters and kinds of text ------------------------------------------------------------------------------

RAIN = """
Rain    nsubj 1 NOUN  NN
fell    ROOT  1 VERB  VBD fall
on      prep  1 ADP   IN
Brno    pobj  2 PROPN NNP Brno
.       punct 1 PUNCT .
"""


@pytest.mark.parametrize(("word", "common"), [("Rain", True), ("Graz", False), ("On", True), ("Brno", False)])
def test_a_word_is_common_where_it_also_stands_in_small_letters(word: str, common: bool) -> None:
    assert seen(RAIN).capitals.is_common(word) is common


def test_a_word_with_a_capital_inside_a_sentence_is_a_name() -> None:
    discourse = seen(RAIN, RAIN.replace("Brno", "brno"))
    assert not discourse.capitals.is_common("Brno")


@pytest.mark.parametrize(
    ("word", "common"),
    [("Cholera", True), ("Silica", True), ("Misfolded", True), ("Edgewise", True), ("Fred", False)],
)
def test_materials_and_participles_are_common_words(word: str, common: bool) -> None:
    assert seen(RAIN).capitals.is_common(word) is common


@pytest.mark.parametrize(("word", "named"), [("Brno", True), ("Rain", False), ("On", False)])
def test_a_name_inside_a_sentence_keeps_its_capital_at_the_start_of_one(word: str, named: bool) -> None:
    assert seen(RAIN).capitals.is_name(word) is named


@pytest.mark.parametrize(("dated", "generic"), [(True, False), (False, True)])
def test_only_a_text_without_a_day_speaks_of_kinds(dated: bool, generic: bool) -> None:
    assert Discourse(dated=dated).generic is generic


def test_a_name_that_is_he_or_she_is_a_person_whatever_its_last_word() -> None:
    discourse = named("Torvaldur", "Eik", "Lake", label="PERSON")
    assert discourse.type_of("Torvaldur Eik Lake")[0] is T.PLACE
    discourse.cast.genders["Torvaldur Eik Lake"] = "m"
    assert discourse.type_of("Torvaldur Eik Lake") == (T.PERSON, "")
