import re
from pathlib import Path

import pytest

from quizgen import templates
from quizgen.errors import TemplateError
from quizgen.model import FactKind, Modality, PhraseType, QuestionKind

GOOD = {
    "id": '"when-exactly"',
    "about": '"asks for the day"',
    "facts": '["event"]',
    "slot": '"time"',
    "prompt": '"On which day $aux $subject $main $rest?"',
}


def pack(folder: Path, text: str, name: str = "own.toml") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def entry(**changes: str) -> str:
    """Return a template as TOML; a key whose value is "" is left out."""
    rows = {key: value for key, value in {**GOOD, **changes}.items() if value}
    return "[[template]]\n" + "\n".join(f"{key} = {value}" for key, value in rows.items()) + "\n"


def failure(folder: Path) -> str:
    with pytest.raises(TemplateError) as caught:
        templates.load(folder)
    assert caught.value.exit_code == 6
    return str(caught.value)


# --- what comes with the program -------------------------------------------------------------------------------------


def test_the_built_in_templates_load() -> None:
    loaded = templates.load()
    assert len(loaded) == len({template.id for template in loaded}) > 10
    assert {template.origin for template in loaded} == {"core.toml"}


def test_every_kind_of_fact_is_asked_for() -> None:
    assert {kind for template in templates.load() for kind in template.facts} == set(FactKind)


def test_every_slot_is_asked_for() -> None:
    assert {template.slot for template in templates.load()} == set(templates.SLOTS)


def test_every_variable_is_used() -> None:
    used = {name for template in templates.load() for name in template.prompt.get_identifiers()}
    assert used == set(templates.VARIABLES)


@pytest.mark.parametrize("template", templates.load().items, ids=lambda template: template.id)
def test_a_built_in_template_is_a_question(template: templates.Template) -> None:
    assert template.about
    assert template.prompt.template.endswith("?")
    assert template.prompt.template[0] in "$" or template.prompt.template[0].isupper()
    assert Modality.NEGATED not in template.modalities
    assert Modality.CONDITIONAL not in template.modalities


def test_a_template_is_found_by_its_id() -> None:
    loaded = templates.load()
    assert loaded.get("time") in loaded.items
    assert loaded.get("tide") is None


# --- packs of a course ----------------------------------------------------------------------------------------------


def test_a_pack_adds_templates_behind_the_built_in_ones(tmp_path: Path) -> None:
    loaded = templates.load(pack(tmp_path, entry()))
    added = loaded.items[-1]
    assert len(loaded) == len(templates.load()) + 1
    assert added.id == "when-exactly"
    assert added.origin == str(tmp_path / "own.toml")
    assert (added.kind, added.weight) == (QuestionKind.SHORT, 0.8)
    assert added.modalities == {Modality.CERTAIN, Modality.PLANNED}
    assert not added.types | added.extractors


def test_a_pack_says_what_it_wants(tmp_path: Path) -> None:
    text = entry(
        types='["date", "time"]', extractors='["relation"]', modalities='["planned"]', kind='"numeric"', weight="1"
    )
    added = templates.load(pack(tmp_path, text)).get("when-exactly")
    assert added is not None
    assert added.types == {PhraseType.DATE, PhraseType.TIME}
    assert added.extractors == {"relation"}
    assert added.modalities == {Modality.PLANNED}
    assert (added.kind, added.weight) == (QuestionKind.NUMERIC, 1.0)


def test_a_pack_replaces_a_built_in_template_in_its_place(tmp_path: Path) -> None:
    loaded = templates.load(pack(tmp_path, entry(id='"time"')))
    assert [template.id for template in loaded] == [template.id for template in templates.load()]
    replaced = loaded.get("time")
    assert replaced is not None
    assert replaced.about == "asks for the day"


def test_packs_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    pack(tmp_path, entry(about='"second"'), "b.toml")
    pack(tmp_path, entry(about='"first"'), "a.toml")
    found = templates.load(tmp_path).get("when-exactly")
    assert found is not None
    assert found.about == "second"


@pytest.mark.parametrize("name", ["notes.txt", "own.toml.bak", "toml"])
def test_other_files_are_left_alone(tmp_path: Path, name: str) -> None:
    assert len(templates.load(pack(tmp_path, "this is no pack", name))) == len(templates.load())


def test_no_folder_is_no_pack(tmp_path: Path) -> None:
    assert len(templates.load(tmp_path / "nowhere")) == len(templates.load())


def test_a_dollar_can_be_meant(tmp_path: Path) -> None:
    added = templates.load(pack(tmp_path, entry(prompt='"How many $$ $aux $subject cost?"'))).items[-1]
    assert added.prompt.substitute(aux="did", subject="it") == "How many $ did it cost?"


# --- mistakes -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("[[template]\n", "not valid TOML", id="TOML"),
        pytest.param("", "no [[template]] in it", id="empty"),
        pytest.param('template = "time"\n', "no [[template]] in it", id="no table"),
        pytest.param("author = 'me'\n" + entry(), "'author'", id="stray key of the pack"),
        pytest.param(entry(id=""), "'id' is missing", id="no id"),
        pytest.param(entry(about=""), "'about' is missing", id="no about"),
        pytest.param(entry(facts=""), "'facts' is missing", id="no facts"),
        pytest.param(entry(facts="[]"), "'facts' is missing", id="facts empty"),
        pytest.param(entry(slot=""), "'slot' is missing", id="no slot"),
        pytest.param(entry(prompt=""), "'prompt' is missing", id="no prompt"),
        pytest.param(entry(promt='"x"'), "'promt'", id="misspelt key"),
        pytest.param(entry(facts='["evnt"]'), "facts has 'evnt'", id="kind of fact"),
        pytest.param(entry(slot='"when"'), "slot 'when'", id="slot"),
        pytest.param(entry(kind='"oral"'), "kind has 'oral'", id="kind"),
        pytest.param(entry(types='["day"]'), "types has 'day'", id="type"),
        pytest.param(entry(modalities='["sure"]'), "modalities has 'sure'", id="modality"),
        pytest.param(entry(prompt='"When $did $subject?"'), "$did", id="variable"),
        pytest.param(entry(prompt='"For how many $ $aux $subject?"'), "lone $", id="lone dollar"),
        pytest.param(entry(weight="1.1"), "weight", id="too heavy"),
        pytest.param(entry(weight="-0.1"), "weight", id="too light"),
        pytest.param(entry(weight='"0.5"'), "weight", id="weight as text"),
        pytest.param(entry() + entry(), "stands twice", id="twice"),
    ],
)
def test_a_mistake_names_the_file_and_the_key(tmp_path: Path, text: str, told: str) -> None:
    message = failure(pack(tmp_path, text))
    assert told in message
    assert str(tmp_path / "own.toml") in message
    assert "\n" not in message


@pytest.mark.parametrize("key", ["facts", "slot", "kind", "types", "modalities", "weight", "prompt"])
def test_a_mistake_names_the_template(tmp_path: Path, key: str) -> None:
    assert "'when-exactly'" in failure(pack(tmp_path, entry(**{key: {"weight": "7"}.get(key, '"$$ $nothing"')})))


def test_an_unknown_word_comes_with_the_known_ones(tmp_path: Path) -> None:
    assert "$subject" in failure(pack(tmp_path, entry(prompt='"Why $did?"')))
    assert "place" in failure(pack(tmp_path, entry(slot='"where"')))
    assert "event" in failure(pack(tmp_path, entry(facts='["happening"]')))


def test_a_pack_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_bytes(b"\xff\xfe\x00")
    assert str(tmp_path / "own.toml") in failure(tmp_path)


def test_no_code_runs_in_a_template(tmp_path: Path) -> None:
    added = templates.load(pack(tmp_path, entry(prompt='"{0.__class__} %(x)s $subject?"'))).items[-1]
    assert added.prompt.substitute(subject="${wh}") == "{0.__class__} %(x)s ${wh}?"


# --- what the documentation shows -------------------------------------------------------------------------------------


def test_the_documented_pack_loads(tmp_path: Path) -> None:
    page = (Path(__file__).parents[1] / "docs" / "templates.md").read_text(encoding="utf-8")
    shown = re.findall(r"```toml\n(.*?)```", page, re.S)
    assert shown
    for number, text in enumerate(shown):
        pack(tmp_path, text, f"{number}.toml")
    assert len(templates.load(tmp_path)) >= len(templates.load())


def test_every_key_is_documented(tmp_path: Path) -> None:
    page = (Path(__file__).parents[1] / "docs" / "templates.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| (yes|no) \|", page, re.M))
    required = {key for key, needed in rows.items() if needed == "yes"}
    assert required == set(GOOD)
    assert {"kind", "types", "extractors", "modalities", "weight"} == set(rows) - required
