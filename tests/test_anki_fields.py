import pytest

from quizgen.exporters import anki_fields


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ("a plain text", "a plain text"),
        ("", ""),
        ("  outer space  ", "outer space"),
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("&lt;", "&amp;lt;"),
        ('say "so"', 'say "so"'),
        ("one\ntwo\r\nthree\rfour\u2028five", "one<br>two<br>three<br>four<br>five"),
        ("[sound:a.mp3]", "&#91;sound:a.mp3&#93;"),
        ("[latex]x[/latex] [$]y[/$]", "&#91;latex&#93;x&#91;/latex&#93; &#91;$&#93;y&#91;/$&#93;"),
        ("{{c1::x}} {{Question}}", "&#123;&#123;c1::x&#125;&#125; &#123;&#123;Question&#125;&#125;"),
        (r"\(x\) \[y\]", r"\<span></span>(x\) \<span></span>&#91;y\&#93;"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("abc\u202edef\u2066", "abcdef"),
        ("nul\x00 field\x1fend", "nul fieldend"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("e\u0301", "é"),
        ("क्\u200dष", "क्\u200dष"),
    ],
)
def test_text_is_only_text(value: str, field: str) -> None:
    assert anki_fields.text(value) == field


@pytest.mark.parametrize(
    ("prompt", "answer", "field"),
    [
        ("It rises in _____.", "Ulm", "It rises in {{c1::Ulm}}."),
        ("_____ is _____.", "Ulm", "{{c1::Ulm}} is {{c1::Ulm}}."),
        ("At _____.", "20:00", "At {{c1::20&#58;00}}."),
        ("A _____.", "std::vector", "A {{c1::std&#58;&#58;vector}}."),
        ("A _____.", "a}}b{{c2::c", "A {{c1::a&#125;&#125;b&#123;&#123;c2&#58;&#58;c}}."),
        ("{{c2::x}} _____", "Ulm", "&#123;&#123;c2::x&#125;&#125; {{c1::Ulm}}"),
        ("No gap.", "Ulm", ""),
        ("A short gap ____.", "Ulm", ""),
    ],
)
def test_cloze_has_one_number(prompt: str, answer: str, field: str) -> None:
    assert anki_fields.cloze(prompt, answer) == field


@pytest.mark.parametrize(
    ("start", "end", "field"),
    [
        (0, 3, "<mark>Ulm</mark> is &lt; Vienna."),
        (9, 15, "Ulm is &lt; <mark>Vienna</mark>."),
        (3, 8, "Ulm<mark> is &lt;</mark> Vienna."),
        (0, 16, "<mark>Ulm is &lt; Vienna.</mark>"),
        (5, 5, "Ulm is &lt; Vienna."),
        (-2, 3, "Ulm is &lt; Vienna."),
        (9, 40, "Ulm is &lt; Vienna."),
    ],
)
def test_marks_only_what_the_sentence_holds(start: int, end: int, field: str) -> None:
    assert anki_fields.marked("Ulm is < Vienna.", start, end) == field


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&amp;c=2"),
        ('http://example.org/"onclick', "http://example.org/&quot;onclick"),
        ("http://example.org/{{c1::x}}", "http://example.org/&#123;&#123;c1::x&#125;&#125;"),
        ("javascript:alert(1)", ""),
        ("file:///etc/hosts", ""),
        ("https://", ""),
        ("https://exa mple.org", ""),
        ("http://[broken", ""),
        ("rivers.md", ""),
        ("", ""),
    ],
)
def test_links_lead_to_the_web_or_nowhere(url: str, href: str) -> None:
    assert anki_fields.link(url) == href


@pytest.mark.parametrize(
    ("value", "tag"),
    [
        ("week 3", "week_3"),
        (" history \t of\nrome ", "history_of_rome"),
        ("exam::2026", "exam::2026"),
        ("::a::::b:::c::", "a::b::c"),
        ('the "best"', "the_best_"),
        ("größe", "größe"),
        (":", ""),
        ("  ", ""),
        ("", ""),
    ],
)
def test_tags_are_single_words(value: str, tag: str) -> None:
    assert anki_fields.tag(value) == tag


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Rivers", "rivers"),
        ("Unit 3: The Alps, part 2.5", "unit-3-the-alps-part-2-5"),
        ("Größe", "grösse"),
        ("A::B", "a-b"),
        ("---", "document"),
        ("word " * 40, ("word-" * 16).strip("-")),
    ],
)
def test_a_title_becomes_one_level_of_a_tag(title: str, slug: str) -> None:
    assert anki_fields.slug(title) == slug


@pytest.mark.parametrize(
    ("title", "deck"),
    [
        ("Rivers of Europe", "Rivers of Europe"),
        ("Rome: a history", "Rome: a history"),
        ("C++ :: std::vector ::", "C++ : std:vector"),
        ("two\nlines\tand  spaces", "two lines and spaces"),
        ("x" * 300, "x" * 100),
        ("::", ""),
        (" \n", ""),
    ],
)
def test_a_title_becomes_one_level_of_a_deck(title: str, deck: str) -> None:
    assert anki_fields.deck(title) == deck
