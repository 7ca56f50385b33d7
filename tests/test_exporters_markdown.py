import pytest
from exporter_samples import SENTENCE, every_kind, question, source
from markdown_it import MarkdownIt

from quizgen.exporters.markdown import markdown_text
from quizgen.model import QuestionKind

SHEET = """\
# Rivers of Europe

## The Danube

1. Where does the Danube rise?

2. The Danube rises in \\_\\_\\_\\_\\_ and reaches the Black Sea.

3. Where does the Danube rise?

   - A) the Black Forest
   - B) the Vosges
   - C) the Harz
   - D) the Jura

4. True or false? The Danube rises in the Jura.

5. Order these cities from the source to the mouth.

   - A) Ulm
   - B) Budapest
   - C) Vienna

6. Which river flows through which city?

   - Seine = \\_\\_\\_\\_\\_
   - Thames = \\_\\_\\_\\_\\_
   - Danube = \\_\\_\\_\\_\\_
   - A) London
   - B) Paris
   - C) Vienna

7. How long is the Danube?

## Answers
"""


def test_the_whole_sheet() -> None:
    sheet, key = markdown_text(every_kind()).split("\n1. **")
    assert sheet == SHEET
    said = SENTENCE.replace("2,850 kilometres", "**2,850 kilometres**")
    assert key.endswith("7. **2,850 kilometres** (also: 2850 km) – " + said + "\n")


def test_sections_stay_together() -> None:
    other = question("other", prompt="Other?", sources=(source(section="The Rhine"),))
    sheet = markdown_text([question("a"), other, question("b")])
    assert sheet.count("## The Danube") == sheet.count("## The Rhine") == 1
    assert sheet.index("## The Danube") < sheet.index("2. ") < sheet.index("## The Rhine") < sheet.index("3. Other?")


def test_sections_stand_in_the_order_of_the_text() -> None:
    late, early = (source(section=name, start=start, end=start + 80) for name, start in (("Late", 500), ("Early", 9)))
    sheet = markdown_text([question("a", sources=(late,)), question("b", sources=(early,)), question("c", sources=())])
    assert 0 < sheet.index("## Early") < sheet.index("## Late") < sheet.index("## Answers")
    assert sheet.index("1. ") < sheet.index("## Early")


def test_it_says_how_hard_questions_are_if_asked() -> None:
    sheet = markdown_text([question(difficulty=0.3), question("b", difficulty=0.9)], levels=True)
    assert "1. Where does the Danube rise? *(easy)*\n" in sheet
    assert "2. Where does the Danube rise? *(hard)*\n" in sheet


def test_documents_stay_together() -> None:
    lake = source(document="lake.md", title="Lakes", section="")
    sheet = markdown_text([question(), question("lake", document="lake.md", sources=(lake,)), question("b")])
    assert sheet.count("# Rivers of Europe") == sheet.count("# Lakes") == 1


def test_a_question_by_hand_stands_on_a_sheet_of_its_own() -> None:
    assert markdown_text([question(document="", sources=())]).startswith("# Questions\n\n1. Where")


def test_the_answers_stand_at_the_end() -> None:
    key = markdown_text(every_kind()).split("## Answers\n\n")[1].splitlines()
    assert key[0].startswith("1. **the Black Forest** (also: Black Forest) – The Danube rises")
    assert len(key) == len(every_kind())
    assert "the Black Forest**" in key[2]
    assert key[2][5] in "ABCD" and key[2][6:8] == ") "


def test_what_is_asked_gives_nothing_away() -> None:
    sheet = markdown_text([one for one in every_kind() if one.kind is QuestionKind.NUMERIC])
    assert "2,850" not in sheet.split("## Answers")[0]


@pytest.mark.parametrize(
    "text",
    [
        "*a* _b_ `c` **d** ~~e~~",
        "<script>x</script> &amp; <b>",
        "[link](https://example.org) ![x](y)",
        "# no heading",
        "- no list",
        "1. no list",
        "1986) no list",
        "+ no list",
        "> no quotation",
        "=== ---",
        "a | b",
        "\\backslash $x$",
    ],
)
def test_text_is_only_text(text: str) -> None:
    parser = MarkdownIt("commonmark")
    tokens = parser.parse(markdown_text([question(prompt=text, accept=(), sources=())]))
    inline = next(token for token in tokens if token.type == "inline" and token.level > 2)
    assert inline.children is not None
    assert "".join(child.content for child in inline.children) == text
    assert {child.type for child in inline.children} <= {"text", "text_special"}
