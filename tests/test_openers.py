"""What a textbook says to its reader is no part of the statement."""

import pytest
from docs_of import drafts, row

from quizgen.extract import brackets, openers


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("As we saw in the last chapter, ice floats.", "As we saw in the last chapter, "),
        ("Rain falls. As you will see below, ice floats.", "As you will see below, "),
        ("As mentioned earlier, ice floats.", "As mentioned earlier, "),
        ("Recall that ice floats.", "Recall that "),
        ("It is important to note that ice floats.", "It is important to note that "),
        ("As we walked home, ice fell.", ""),
        ("As the ice melted, we saw rocks.", ""),
        ("They note that ice floats.", ""),
        ("Note that.", ""),
    ],
)
def test_openers_are_found(text: str, said: str) -> None:
    assert "".join(match[0] for match in openers.found(text)) == said


@pytest.mark.parametrize(
    ("text", "parsed", "gaps"),
    [
        ("Rain falls. Recall that ice floats.", "Rain falls. Ice floats.", ((12, 12),)),
        ("Ice floats ( ). It melts ().", "Ice floats. It melts.", ((10, 4), (20, 3))),
        ("Note that Ida Holm (born 4 May 1901) won.", "Ida Holm won.", ((0, 10), (8, 18))),
        ("Ice floats (mostly).", "Ice floats (mostly).", ()),
    ],
)
def test_the_parser_does_not_see_them(text: str, parsed: str, gaps: tuple[tuple[int, int], ...]) -> None:
    assert brackets.parted(text) == (parsed, gaps)


@pytest.mark.model
def test_what_follows_is_read_as_any_sentence() -> None:
    found = [row(each) for each in drafts("Recall that a hatch is a door that opens upwards.")]
    assert found == ["definition | a hatch | is | a door that opens upwards"]
