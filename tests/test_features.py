"""What a score is made of, and what is learned from ratings."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from docs_of import drafts

from quizgen import templates
from quizgen.model import Evidence, Fact, FactDraft, FactKind, Phrase, Question, QuestionKind
from quizgen.questions.asking import ask
from quizgen.questions.features import features, sifted
from quizgen.questions.vagueness import topics

ROOT = Path(__file__).resolve().parent.parent


def _asked(sentence: str, template: str) -> dict[str, float]:
    """Return the features of the question that a template asks about the first fact of a sentence."""
    chosen = next(one for one in templates.load() if one.id == template)
    for draft in drafts(sentence):
        for made in ask(draft, chosen):
            evidence = Evidence(document="a", sentence="s", text=sentence, start=0, end=9, extractor=draft.extractor)
            fact = Fact(uid="f_1", draft=draft, document="a", evidence=(evidence,))
            question = Question(
                uid="q_1",
                kind=QuestionKind.SHORT,
                prompt=made.prompt,
                answer=made.answer,
                document="a",
                template=template,
                slot=template,
                facts=("f_1",),
            )
            against = {"open": 0.2, "reversed": 0.0, "thin": 0.1}
            return features(question, chosen, fact, made, against, topics([fact], ""))
    raise AssertionError(f"{template} asks nothing of: {sentence}")


@pytest.mark.model
def test_features_name_template_and_fact() -> None:
    found = _asked("Marie Curie discovered radium in Paris in 1898.", "time")
    assert {"template time", "fact event", "names in the stem"} <= set(found)
    assert found["named subject"] == 1


@pytest.mark.model
def test_features_that_are_nought_are_left_out_and_penalties_kept() -> None:
    found = _asked("Marie Curie discovered radium in Paris in 1898.", "subject")
    assert found["penalty open"] == 0.2
    assert not {"penalty thin", "penalty reversed", "long stem", "resolved subject"} & set(found)


@pytest.mark.model
def test_of_a_kind_only_what_is_said_of_it_counts() -> None:
    found = _asked("Along the coast, in winter, the villagers feared marauders, bands that stole cattle.", "definition")
    assert {"template definition", "fact definition", "explains a kind"} <= set(found)
    assert not [name for name in found if "sentence" in name or name.startswith("words")]


@pytest.mark.parametrize(
    ("extractor", "kind", "told"),
    [
        ("explained", FactKind.DEFINITION, False),
        ("apposition", FactKind.DEFINITION, True),
        ("relation", FactKind.RELATION, True),
    ],
)
def test_of_what_is_read_from_a_stretch_the_sentence_tells_nothing(extractor: str, kind: FactKind, told: bool) -> None:
    ada = Phrase(text="Ada", start=0, end=3, role="subject", proper=True)
    draft = FactDraft(kind=kind, subject=ada, relation="is", extractor=extractor)
    found = {"merit": 0.5, "words before": 0.2, "commas in the sentence": 0.5}
    assert sifted(found, draft) == (found if told else {"merit": 0.5})


def _trainer() -> ModuleType:
    path = ROOT / "scripts" / "train_score.py"
    spec = importlib.util.spec_from_file_location("train_score", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    before = list(sys.path)
    spec.loader.exec_module(module)
    sys.path[:] = before
    return module


def _rows() -> list[dict[str, Any]]:
    """Return ratings in which "thin" decides nearly always, and "long" never."""
    rows = []
    for source in ("a", "b", "c"):
        for number in range(20):
            thin, long = number % 2, number // 2 % 2
            kept = float(not thin) if number else 0.0
            found = {name: 1.0 for name, value in (("thin", thin), ("long", long)) if value}
            rows.append({"source": source, "kept": kept, "features": found})
    return rows


def test_weights_follow_the_ratings() -> None:
    bias, weights = _trainer().fit(_rows())
    assert bias > 0.2 and weights["thin"] < -0.9
    assert abs(weights["long"]) < 0.5


def test_what_texts_at_hand_kept_is_not_promised_to_new_ones() -> None:
    trainer = _trainer()
    seen = [{"source": f"s{n % 9}", "seen": True, "kept": float(n % 10 > 0), "features": {}} for n in range(300)]
    new = [{"source": f"n{n % 9}", "seen": False, "kept": float(n % 2), "features": {}} for n in range(300)]
    bias, weights = trainer.fit([*seen, *new])
    assert trainer.probability(bias, weights, {}) == pytest.approx(0.5, abs=0.02)


def test_rare_features_get_no_weight() -> None:
    rows = [*_rows(), {"source": "a", "kept": 0.0, "features": {"odd": 1.0}}]
    assert "odd" not in _trainer().fit(rows)[1]


def test_worth_is_measured_on_texts_left_out() -> None:
    trainer = _trainer()
    pairs = trainer.left_out(_rows())
    assert len(pairs) == 60 and trainer.area(pairs) > 0.9
    told_apart = [{**row, "features": {row["source"]: 1.0}} for row in _rows()]
    assert trainer.area(trainer.left_out(told_apart)) == pytest.approx(0.5, abs=0.01)


def test_texts_that_rules_were_made_with_do_not_raise_the_score_of_new_ones() -> None:
    trainer = _trainer()
    kept = [{**row, "source": "d", "seen": True, "kept": 1.0} for row in _rows() if row["source"] == "a"]
    bias, weights = trainer.fit([*_rows(), *kept])
    assert bias == pytest.approx(trainer.fit(_rows())[0], abs=0.6) and "seen" not in weights
    assert len(trainer.left_out([*_rows(), *kept])) == 60


def test_features_are_renewed_where_the_text_is_at_hand(tmp_path: Path) -> None:
    trainer = _trainer()
    text = tmp_path / "mill.txt"
    text.write_text("The mill\n\nAnn Bell built Dunmore Mill in 1904.\n", encoding="utf-8")
    asked = {"prompt": "In which year did Ann Bell build Dunmore Mill?", "answer": "1904"}
    rows = [
        {"source": "mill", **asked, "features": {"old": 1.0}},
        {"source": "mill", "prompt": "What is a mill?", "answer": "a house", "features": {"old": 1.0}},
        {"source": "elsewhere", "features": {"old": 1.0}},
    ]
    made, gone, foreign = (row["features"] for row in trainer.renewed(rows, [text]))
    assert "template time" in made and "old" not in made
    assert gone == {} and foreign == {"old": 1.0}
