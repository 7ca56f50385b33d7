"""Where the store is looked for, and how quizgen.toml is read."""

from pathlib import Path

import pytest

from quizgen import config
from quizgen.errors import UsageError


def find(cwd: Path, *, db: str | None = None, environ: dict[str, str] | None = None) -> config.Course:
    return config.course(Path(db) if db else None, environ=environ or {}, cwd=cwd)


def touch(path: Path, text: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_an_empty_folder_is_its_own_course(tmp_path: Path) -> None:
    course = find(tmp_path)
    assert (course.folder, course.store) == (tmp_path, tmp_path / "data" / "quizgen.db")
    assert course.settings == config.Settings()


@pytest.mark.parametrize("marker", ["quizgen.toml", "data/quizgen.db"])
def test_the_nearest_course_upwards_is_taken(tmp_path: Path, marker: str) -> None:
    touch(tmp_path / marker)
    touch(tmp_path / "a" / marker)
    below = tmp_path / "a" / "b" / "c"
    below.mkdir(parents=True)
    assert find(below).folder == tmp_path / "a"
    assert find(tmp_path).folder == tmp_path


def test_a_folder_called_like_the_settings_file_is_no_marker(tmp_path: Path) -> None:
    (tmp_path / "quizgen.toml").mkdir()
    inner = tmp_path / "inner"
    inner.mkdir()
    assert find(inner).folder == inner


def test_option_before_environment_before_lookup(tmp_path: Path) -> None:
    touch(tmp_path / "quizgen.toml")
    environ = {"QUIZGEN_DB": "env/store.db"}
    assert find(tmp_path, db="opt/one.db", environ=environ).store == tmp_path / "opt" / "one.db"
    assert find(tmp_path, environ=environ).store == tmp_path / "env" / "store.db"
    assert find(tmp_path, environ={"QUIZGEN_DB": ""}).store == tmp_path / "data" / "quizgen.db"


@pytest.mark.parametrize(
    ("store", "folder"),
    [
        ("/c/data/quizgen.db", "/c"),
        ("/c/quizgen.db", "/c"),
        ("/c/data/other.db", "/c/data"),
        ("/c/x/data/quizgen.db", "/c/x"),
    ],
)
def test_folder_of_a_store(store: str, folder: str) -> None:
    assert config.folder_of(Path(store)) == Path(folder)


def test_settings_are_read_from_the_course_of_the_db(tmp_path: Path) -> None:
    touch(tmp_path / "x" / "quizgen.toml", 'model = "en_core_web_md"\nper_fact = 3\nkinds = ["cloze"]\nmin_score = 1\n')
    settings = find(tmp_path, db="x/other.db").settings
    assert (settings.model, settings.per_fact, settings.kinds, settings.min_score) == (
        "en_core_web_md",
        3,
        ("cloze",),
        1,
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("modle = 'x'", "Unknown setting 'modle'"),
        ("[quizgen]\nmodel = 'x'", "Unknown setting 'quizgen'"),
        ("model = 3", "'model' must be a text"),
        ("min_score = 'high'", "'min_score' must be a number"),
        ("min_score = 1.5", "'min_score' must be a number from 0 to 1"),
        ("min_score = nan", "'min_score' must be a number from 0 to 1"),
        ("retention = 0.99", "'retention' must be a number from 0.7 to 0.97"),
        ('retention = "high"', "'retention' must be a number"),
        ("per_session = -1", "'per_session' must be a whole number from 0"),
        ("new_per_session = 0.5", "'new_per_session' must be a whole number from 0"),
        ("min_score = true", "'min_score' must be a number"),
        ("reviewed_only = 1", "'reviewed_only' must be true or false"),
        ("per_fact = 0", "'per_fact' must be a whole number from 1"),
        ("per_fact = 1.5", "'per_fact' must be a whole number from 1"),
        ("maximum = -1", "'maximum' must be a whole number from 0"),
        ("kinds = 'cloze'", "'kinds' must be a list of texts"),
        ("kinds = [1]", "'kinds' must be a list of texts"),
        ("kinds = ['riddle']", "'kinds' must be a list of some of short, cloze,"),
        ("difficulty = 'simple'", "'difficulty' must be easy, medium, hard or a range"),
        ("difficulty = 0.5", "'difficulty' must be easy, medium, hard or a range"),
        ("model = ", "Cannot read the settings"),
        ("model = 'a'\nmodel = 'b'", "Cannot read the settings"),
    ],
)
def test_a_broken_settings_file_is_named_with_its_key(tmp_path: Path, text: str, said: str) -> None:
    touch(tmp_path / "quizgen.toml", text)
    with pytest.raises(UsageError) as caught:
        find(tmp_path)
    assert said in str(caught.value)
    assert str(tmp_path / "quizgen.toml") in str(caught.value)


def test_settings_in_another_encoding_are_refused(tmp_path: Path) -> None:
    (tmp_path / "quizgen.toml").write_bytes(b"model = '\xff'")
    with pytest.raises(UsageError, match="Cannot read the settings"):
        find(tmp_path)


def test_template_folder_is_none_until_it_exists(tmp_path: Path) -> None:
    assert find(tmp_path).templates is None
    (tmp_path / "templates").mkdir()
    assert find(tmp_path).templates == tmp_path / "templates"
    assert find(tmp_path).decks == tmp_path / "decks"
