"""The furniture of a page goes, with a reason; sentences that look like it stay."""

import datetime as dt
import time
from itertools import pairwise

import pytest

from quizgen.cleaning import CODES, Cleaned, RawDocument, clean, dates, names, pieces, sentences
from quizgen.cleaning.datelines import match
from quizgen.readers import plain

TITLE = "The mill of Riverton grinds again"
FIRST = "The old mill by the river opened its doors again after a hundred years of rest."
LAST = "The miller expects many visitors in the coming summer months."


def cleaned(text: str) -> tuple[RawDocument, Cleaned]:
    raw = plain.parse(text, key="mill.txt")
    return raw, clean(raw)


def within(line: str, *, top: bool = False) -> tuple[list[str], list[tuple[str, str]]]:
    """Return what stays and what goes of a line that stands on a page, under the title or in the text."""
    body = [TITLE, line, FIRST, LAST] if top else [TITLE, FIRST, line, LAST]
    raw, result = cleaned("\n\n".join(body))
    kept = [raw.text[b.start : b.end] for b in result.blocks if b.kind != "heading"]
    return [text for text in kept if text not in (FIRST, LAST)], [(d.code, d.text) for d in result.drops]


DROPPED = {
    "byline": [
        "By Jane Doe",
        "BY JANE DOE",
        "By Jane Doe and John Q. Roe",
        "By Jane Doe, Science Correspondent",
        "By Jane Doe | March 5, 2021",
        "By Jane Doe in Riverton",
        "By JANE DOE March 5, 2021",
        "Written by Jean-Luc de la Tour",
        "By Reuters Staff",
        "(Reporting by Jane Doe; editing by John Roe)",
    ],
    "read-time": ["·3-min read", "5 min read", "4 minute read", "Reading time: 7 minutes"],
    "read-more": [
        "Read more: How flour is made",
        "READ MORE: Ten mills to visit",
        "Read more about the river here",
        "RELATED: The last bakers of the valley",
        "Related articles",
        "Watch: The wheel turns for the first time",
        "WATCH | How flour is made",
        "Video: Inside the mill",
        "See also: Watermills of the north",
        "Also read: Why do mills creak?",
        "You may also like",
        "Continue reading",
        "Watch this short video to see how a wheel turns.",
        "Visit this website to learn more about mills.",
        "Read the original article here.",
        "Follow Jane Doe on Twitter",
    ],
    "share-line": [
        "Share this article",
        "Share on Facebook",
        "Facebook Twitter WhatsApp Email",
        "Share",
        "Follow us on Instagram",
        "Sign up for our newsletter",
        "Subscribe to our newsletter and get the best stories in your inbox every week.",
        "Get the day's stories delivered to your inbox",
        "Support our journalism",
        "12 comments",
        "Log in to comment",
    ],
    "privacy": [
        "We use cookies to improve your visit.",
        "Accept all cookies",
        "By continuing to use this site you agree to our terms.",
        "Privacy Policy",
    ],
    "copyright": [
        "© 2021 Valley News",
        "Copyright 2021 Valley News. All rights reserved.",
        "(c) 2021 Riverton Press",
        "This material may not be published, broadcast or redistributed.",
    ],
    "credit": [
        "Photo: Jane Doe",
        "Photograph: Jane Doe/Valley Images",
        "Image credit: ESA",
        "Photo by John Roe",
        "(Photo by John Roe via Getty)",
        "Getty Images",
        "Credit: Riverton Museum",
        "Image source, Getty Images",
        "Picture courtesy of the Riverton Museum",
    ],
    "caption": [
        "FILE PHOTO: The mill in winter.",
        "Figure 2.1",
        "File photo - the mill before the fire",
        "Figure 2.1 The parts of a watermill.",
        "Fig. 3: How water drives the wheel",
        "Pictured: The miller and his dog.",
        "Photo released by the museum shows the mill in 1900.",
        "This undated photo provided by the family shows the miller.",
        "In this photo taken on Friday, the miller opens the door.",
        "An aerial image of the mill and the river.",
    ],
    "navigation": [
        "Advertisement",
        "ADVERTISEMENT",
        "Skip to main content",
        "Home > News > Valley",
        "Story continues below advertisement",
        "Page 2 of 5",
        "Back to top",
        "Most read",
        "Tags: mills, rivers, bread",
    ],
    "contents": ["Table of contents", "The wheel ........ 14", "1.2 Millstones . . . . . . . 31"],
    "contact": ["Contact the author at jane@valley.example", "E-mail: news@valley.example"],
    "notice": [
        "Editor's note: The name of the river was changed.",
        "This article was amended on 6 March 2021 to correct a name.",
        "For other uses, see Mill (disambiguation).",
        "Not to be confused with Milltown.",
        "This article needs additional citations for verification.",
        "From Wikipedia, the free encyclopedia",
        "*** START OF THE PROJECT GUTENBERG EBOOK THE MILL ***",
        "Correction: The mill has two wheels, not three.",
    ],
    "embed": ["https://valley.example/mill", "— Jane Doe (@janedoe) March 5, 2021"],
    "timestamp": [
        "Published 5 March 2021",
        "Published March 5, 2021 Updated March 6, 2021",
        "Updated: March 5, 2021 10:33 AM",
        "2 hours ago",
        "Last modified on 5 March 2021",
    ],
    "too-short": ["* * *", "———"],
    "fragment": ["A wheel of oak with iron bands from the smithy, seen by hardly anyone for many long years"],
    "objectives": ["By the end of this section, you will be able to:"],
    "exercise": ["Check Your Learning How many turns does the wheel make in an hour?"],
}
KEPT = [
    "By 1900 the town had a railway.",
    "By Jane Doe's account, the fire began in the kitchen.",
    "By World War II, the village had lost its school.",
    "By the River Ouse stood a second mill.",
    "Watch makers moved to Geneva.",
    "Watch: The device shows the time.",
    "Watch and clock makers settled here in 1800.",
    "Read the label: it tells whether the flour is fresh.",
    "Read more slowly, she said, and the words will come.",
    "Related species live in the same river.",
    "Related to the oak, the beech grows in the same woods.",
    "Share prices fell on Monday.",
    "Shares of the company were sold to the workers.",
    "Follow-up tests were done in spring.",
    "Subscribers paid two shillings a year.",
    "Print culture spread in the sixteenth century.",
    "Email was invented in 1971.",
    "Comments on the plan were mixed.",
    "Cookies are small files that a site stores.",
    "Privacy is protected by law.",
    "Copyright protects works for seventy years.",
    "Copyright law changed in 1976.",
    "All rights are reserved by the crown.",
    "Photo paper is coated with silver salts.",
    "Photos of the wheel were sent to the museum.",
    "The photo was taken by the miller in 1900.",
    "Image processing began in the 1960s.",
    "Images from the probe show craters.",
    "Credit was scarce in the valley.",
    "Credit: the lending of money by a bank.",
    "Getty Images was founded in 1995.",
    "Reuters reported the fire first.",
    "Figure 2.1 shows that the wheel has two shafts.",
    "Figure skating became popular on the frozen river.",
    "Visit rates rose when this site was opened.",
    "Not to be outdone, the next village built a mill.",
    "For other mills, the law was changed later.",
    "This article of the law needs no comment from the court.",
    "Figure 2 is larger than figure 3.",
    "Above all, the miller feared fire.",
    "Left alone, the wheel rots within ten years.",
    "Below sea level, the land had to be drained.",
    "Advertisements paid for the newspaper.",
    "Home rule was granted in 1922.",
    "Next, the grain falls between the stones.",
    "Search parties looked for the boy all night.",
    "Back in Riverton, the council had decided.",
    "Contact with water makes the wood swell.",
    "Published in 1859, the book sold out on its first day.",
    "Updated versions of the wheel were built in iron.",
    "Created by a carpenter, the wheel lasted a century.",
    "Reviewed by 12 experts, the plan was accepted.",
    "Update rates differ between the two systems.",
    "This story was told by every miller in the valley.",
    "This article of faith divided the village.",
    "In this picture of the world, atoms cannot be divided.",
    "Three minutes passed before the wheel moved.",
    "Solution A was poured into solution B.",
    "In this chapter the wheel is explained.",
    "The rocket was built by the American space agency (NASA).",
    "He called the mill (in 1900) a wonder.",
    "NASA – the American space agency – built the wheel.",
    "DNA is a molecule.",
    "van Gogh painted the mill twice.",
    "Who built the mill?",
    "It works.",
    "“The wheel turns,” the miller said.",
    "perihelion: the point of an orbit nearest to the Sun",
    "X-rays were discovered in 1895.",
    "Key terms are printed in bold.",
    "References to the mill are found in old letters.",
    "On March 5, 1770, soldiers fired into a crowd.",
    "The mill burned down on 5 March 1821.",
]


@pytest.mark.parametrize(("code", "line"), [(code, line) for code, lines in DROPPED.items() for line in lines])
def test_furniture_is_dropped(code: str, line: str) -> None:
    kept, drops = within(line)
    assert kept == []
    assert drops == [(code, line)]


@pytest.mark.parametrize("line", KEPT)
def test_sentences_that_look_like_furniture_stay(line: str) -> None:
    assert within(line) == ([line], [])


def test_there_are_enough_keepers_and_every_code_has_a_meaning() -> None:
    assert set(DROPPED) <= set(CODES)
    assert all(code == code.lower() and meaning for code, meaning in CODES.items())
    assert len(KEPT) >= 60


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Jane Doe", "byline"),
        ("Jane Doe, science editor", "byline"),
        ("Jane Doe in Riverton", "byline"),
        ("Science Correspondent", "byline"),
        ("Jane Doe · 3-min read", "byline"),
        ("Fri 5 Mar 2021 08.00 GMT", "timestamp"),
        ("March 5, 2021", "timestamp"),
        ("Tokyo/Montreal, July 17, 2025 | Updated 09:41 | 3 min read", "timestamp"),
        ("2021-03-05", "timestamp"),
        ("4 min", "read-time"),
        ("Jane Doe in Riverton Sun 7 Mar 2021 19.05 GMT. Last modified on Mon 8 Mar 2021 08.12 GMT", "timestamp"),
        ("Mills — updated March 5, 2021 at 4:11 p.m. EST By Jane Doe | 3 MIN READ", "timestamp"),
        ("Jane Doe · Valley News · Posted: Mar 5, 2021 5:00 AM CST | Last Updated: March 5", "timestamp"),
    ],
)
def test_the_head_of_a_page_is_dropped(line: str, code: str) -> None:
    assert within(line, top=True) == ([], [(code, line)])


@pytest.mark.parametrize(
    "line",
    [
        "The mill at Riverton burned down on 5 March 1821 at half past nine.",
        "On March 5, 2021, at 4:11 p.m., the wheel turned again.",
        "A wheel that had stood still since March 5, 1921",
    ],
)
def test_a_date_in_the_head_of_a_page_is_no_stamp_by_itself(line: str) -> None:
    assert "timestamp" not in [code for code, _ in within(line, top=True)[1]]


def test_the_stamp_behind_a_name_dates_the_page() -> None:
    _, result = cleaned(f"{TITLE}\n\nMILLS\n\nJane Doe · Posted: Mar 5, 2021 5:00 AM CST | Updated March 6\n\n{FIRST}")
    assert result.date == dt.date(2021, 3, 5)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("LOCAL NEWS\n\nMiller lifts ban on flour\n\nBy Jane Doe\nDate: 5 March 2021", "Miller lifts ban on flour"),
        ("Log in   Subscribe\n\nVALLEY\n\nMiller lifts ban on flour\n\nBy Jane Doe", "Miller lifts ban on flour"),
        (
            "SEARCH  MENU\nNews  Travel  Weather  Donate\n\nNature › Mills\n\nMiller lifts ban on flour\n\n"
            "Jane Doe, valley correspondent\nMarch 5, 2021 | Updated 3:10 p.m.",
            "Miller lifts ban on flour",
        ),
        ("Home | World | Sport | Arts\n\nMiller lifts ban on flour\n\nBy Jane Doe", "Miller lifts ban on flour"),
        ("Valley\n\nMiller lifts ban on flour\n\nPosted: 5 March 2021", "Miller lifts ban on flour"),
        ("The Mill\n\nEarly owners of the wheel", "The Mill"),
        ("Old mill burns\n\nMiller lifts ban on flour\n\nPosted: 5 March 2021", "Old mill burns"),
    ],
)
def test_the_name_of_a_rubric_is_no_title(head: str, title: str) -> None:
    _, result = cleaned(f"{head}\n\n{FIRST}")
    assert result.title == title


@pytest.mark.parametrize("line", ["Early Life", "New York", "The Long Road", "Two wheels, one shaft"])
def test_a_heading_under_the_title_is_no_name(line: str) -> None:
    raw, result = cleaned("\n\n".join([TITLE, line, FIRST]))
    assert [raw.text[b.start : b.end] for b in result.blocks if b.kind == "heading"] == [TITLE, line]
    assert result.blocks[-1].section == line


def test_a_rare_name_is_known_by_what_follows_it() -> None:
    _, result = cleaned(f"{TITLE}\n\nZdrava Kmečka\n\n3-min read\n\n{FIRST}")
    assert [d.code for d in result.drops] == ["byline", "read-time"]
    assert result.author == "Zdrava Kmečka"


@pytest.mark.parametrize(
    ("text", "length", "date"),
    [
        ("BEIJING, Feb. 5, 2021 -- The probe landed.", 25, dt.date(2021, 2, 5)),
        ("BEIJING, Feb. 5 (Xinhua) -- The probe landed.", 28, None),
        ("LONDON (Reuters) - The mill burned.", 19, None),
        ("London (Reuters) – The mill burned.", 19, None),
        ("GENEVA, 5 March 2021 – The mill burned.", 23, dt.date(2021, 3, 5)),
        ("KYIV, Ukraine (AP) — The mill burned.", 21, None),
        ("NEW YORK, March 5, 2021 /PRNewswire/ -- The mill burned.", 40, dt.date(2021, 3, 5)),
        ("AUSTIN, TEXAS - MARCH 5, 2021 - The mill burned.", 32, dt.date(2021, 3, 5)),
        ("WASHINGTON — The mill burned.", 13, None),
        ("CEDAR PARK, Texas (March 17, 2025) — The mill burned.", 37, dt.date(2025, 3, 17)),
        ("(CNN) — The mill burned.", 8, None),
        ("NEW DELHI: The mill burned.", 11, None),
    ],
)
def test_datelines(text: str, length: int, date: dt.date | None) -> None:
    line = match(text, lead=True)
    assert line
    assert (line.length, line.date) == (length, date)


@pytest.mark.parametrize(
    "text",
    [
        "NASA - the agency - built it.",
        "DNA – The molecule of life.",
        "WARNING: The wheel turns.",
        "The mill - The old one - burned.",
        "Paris, France – The city of light.",
        "In London (Reuters) the news broke.",
        "May 5, 2021 was a Wednesday.",
        "COVID-19 – The disease spread.",
        "London (capital) - The city grew.",
        "The film (March 2021) – The best one.",
        "",
    ],
)
def test_no_datelines(text: str) -> None:
    assert match(text, lead=True) is None


def test_a_bare_place_counts_in_the_first_paragraph_only() -> None:
    assert match("WASHINGTON — The mill burned.", lead=False) is None


def spans(text: str) -> tuple[list[str], list[tuple[str, str]]]:
    cut = pieces.cut(text, 0, len(text), lead=True)
    return [text[a:b] for a, b in cut.kept], [(code, text[a:b]) for a, b, code in cut.dropped]


def test_a_caption_goes_and_the_report_behind_it_stays() -> None:
    text = (
        "RIVERTON, March 5, 2021 -- Photo released by the museum shows the wheel. The wheel has 32 paddles. "
        "It was built in 1821. (Photo by John Roe via Getty) (Roe/Valley via Getty Images)"
    )
    kept, dropped = spans(text)
    assert kept == ["The wheel has 32 paddles. It was built in 1821."]
    assert [code for code, _ in dropped] == ["dateline", "caption", "credit"]
    assert dropped[0][1] == "RIVERTON, March 5, 2021 -- "
    assert dropped[2][1].startswith("(Photo by")


@pytest.mark.parametrize(
    ("text", "kept", "codes"),
    [
        ("The wheel of the mill built by John Carter (Roe/AFP via Getty Images)", [], ["caption", "credit"]),
        (
            "The wheel built in 1821. The mill was closed in 1921. (AP)",
            ["The mill was closed in 1921."],
            ["caption", "credit"],
        ),
        ("LISBON, PORTUGAL - MARCH 05: A woman walks past a mill.", [], ["dateline", "caption"]),
        ("The wheel was mended in May. Photo: John Roe/Valley Images", ["The wheel was mended in May."], ["credit"]),
        ("The wheel was mended in May. Read more: How wheels turn", ["The wheel was mended in May."], ["read-more"]),
        ("LONDON (Reuters) - The price of flour rose.", ["The price of flour rose."], ["dateline"]),
        ("Photo released by the museum shows a wheel. It was built in 1821.", ["It was built in 1821."], ["caption"]),
        ("shows how the wheel turns. The shaft is of oak.", ["The shaft is of oak."], ["fragment"]),
        (
            "The wheel (see the photo) was built by the agency (NASA).",
            ["The wheel (see the photo) was built by the agency (NASA)."],
            [],
        ),
        ("The group is known as the Associated Press (AP)", ["The group is known as the Associated Press (AP)"], []),
        ("Hm hm", [], ["too-short"]),
        ("The wheel in May. (credit a: work by J. Roe; credit b: A. Smith)", [], ["caption", "credit"]),
        ("iPhone sales grew.", ["iPhone sales grew."], []),
        ("de Gaulle led the government.", ["de Gaulle led the government."], []),
    ],
)
def test_parts_of_a_paragraph(text: str, kept: list[str], codes: list[str]) -> None:
    found, dropped = spans(text)
    assert (found, [code for code, _ in dropped]) == (kept, codes)


def test_a_dateline_dates_the_document_but_a_picture_does_not() -> None:
    assert cleaned(f"{TITLE}\n\nRIVERTON, March 5, 2021 -- {FIRST}")[1].date == dt.date(2021, 3, 5)
    assert cleaned(f"{TITLE}\n\nPublished 5 March 2021\n\n{FIRST}")[1].date == dt.date(2021, 3, 5)
    assert cleaned(f"{TITLE}\n\nLISBON, PORTUGAL - MARCH 5, 2021 - A mill by night\n\n{FIRST}")[1].date is None
    late = "\n\n".join([TITLE, *[FIRST] * 5, "RIVERTON, March 5, 2021 -- The mill was sold."])
    assert cleaned(late)[1].date is None


def markdown(text: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Return section and text of the blocks that stay, and the codes of the drops."""
    from quizgen.readers import markdown as reader

    raw = reader.parse(text, key="mill.md")
    result = clean(raw)
    kept = [(b.section, raw.text[b.start : b.end]) for b in result.blocks if b.kind != "heading"]
    return kept, [d.code for d in result.drops]


def test_objectives_go_and_the_text_under_their_heading_stays() -> None:
    kept, codes = markdown(
        "# Mills\n\n## Learning Objectives\n\nBy the end of this section, you will be able to:\n\n"
        f"- Explain how a wheel turns\n- Name its parts\n\nDescribe a shaft.\n\n{FIRST}\n\n## Wheels\n\n{LAST}\n"
    )
    assert kept == [("", FIRST), ("Wheels", LAST)]
    assert codes == ["objectives"] * 5


def test_exercises_go_up_to_the_next_heading_of_their_level() -> None:
    kept, codes = markdown(
        f"# Mills\n\n{FIRST}\n\n## Review Questions\n\n1. Who built the mill?\n\n### Hard ones\n\nThe wheel turns:\n\n"
        f"## Wheels\n\n{LAST}\n\n## References\n\nDoe, J. Mills of the north. Riverton Press, 1990.\n"
    )
    assert kept == [("", FIRST), ("Wheels", LAST)]
    assert codes == ["exercise"] * 4 + ["reference"] * 2


def test_key_terms_lose_their_heading_and_keep_their_definitions() -> None:
    kept, codes = markdown(f"# Mills\n\n{FIRST}\n\n## Key Terms\n\nshaft: the beam that carries the wheel\n")
    assert kept == [("", FIRST), ("Key Terms", "shaft: the beam that carries the wheel")]
    assert codes == ["key-terms"]


@pytest.mark.parametrize(
    "heading", ["Exercise", "Problems of the wheel", "History", "Home", "By Land and Sea", "Related species"]
)
def test_real_headings_and_their_text_stay(heading: str) -> None:
    assert markdown(f"# Mills\n\n{LAST}\n\n## {heading}\n\n{FIRST}\n") == ([("", LAST), (heading, FIRST)], [])


def test_a_table_of_contents_goes() -> None:
    raw, result = cleaned(f"{TITLE}\n\nContents\n\nThe wheel\n\nThe shaft\n\nThe wheel\n\n{FIRST}")
    assert [raw.text[b.start : b.end] for b in result.blocks] == [TITLE, "The wheel", FIRST]
    assert [d.code for d in result.drops] == ["contents"] * 3


def test_a_list_of_links_goes() -> None:
    links = "More on this story\nTen reefs in danger\nWhy corals turn white"
    raw, result = cleaned(f"{TITLE}\n\n{FIRST}\n\n{links}\n\nThe wheel\n\n{LAST}")
    assert [raw.text[b.start : b.end] for b in result.blocks] == [TITLE, FIRST, "The wheel", LAST]
    assert [d.code for d in result.drops] == ["read-more"] * 3


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Doe, Science Editor", "Jane Doe"),
        ("By Jane Doe and John Roe in Riverton", "Jane Doe and John Roe"),
        ("Jane Doe · 3-min read", "Jane Doe"),
        ("By Reuters Staff", ""),
    ],
)
def test_a_byline_tells_the_author(line: str, author: str) -> None:
    assert cleaned(f"{TITLE}\n\n{line}\n\n{FIRST}")[1].author == author


def test_a_solution_goes_with_its_exercise() -> None:
    kept, codes = markdown(
        f"# Mills\n\n{FIRST}\n\nHow fast does it turn?\n\nSolution The wheel turns twice a minute.\n\n{LAST}\n"
    )
    assert [text for _, text in kept] == [FIRST, "How fast does it turn?", LAST]
    assert codes == ["exercise"]


def test_spans_of_drops_and_blocks_do_not_overlap_and_are_the_text() -> None:
    raw, result = cleaned("\n\n".join([TITLE, *[line for lines in DROPPED.values() for line in lines], *KEPT]))
    taken = sorted([(b.start, b.end) for b in result.blocks] + [(d.start or 0, d.end or 0) for d in result.drops])
    assert all(first[1] <= second[0] for first, second in pairwise(taken))
    assert all(raw.text[d.start : d.end].startswith(d.text) for d in result.drops)
    assert all(d.stage == "clean" and d.document == "mill.txt" and d.code in CODES for d in result.drops)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Feb. 5, 2021", dt.date(2021, 2, 5)),
        ("SEPTEMBER 15, 2020", dt.date(2020, 9, 15)),
        ("Friday, 5th of March 2021", dt.date(2021, 3, 5)),
        ("2021-03-05T10:00:00Z", dt.date(2021, 3, 5)),
        ("25/12/2020", dt.date(2020, 12, 25)),
        ("12/25/2020", dt.date(2020, 12, 25)),
        ("3.3.2021", dt.date(2021, 3, 3)),
        ("from 1 May 2020 to 2021-01-01", dt.date(2020, 5, 1)),
        ("5/3/2021", None),
        ("31 February 2021", None),
        ("March 2021", None),
        ("March 5", None),
        ("13/13/2021", None),
        ("", None),
    ],
)
def test_dates(text: str, expected: dt.date | None) -> None:
    assert dates.find(text) == expected


@pytest.mark.parametrize(
    ("text", "finite"),
    [
        ("The wheel was built in 1821.", True),
        ("The miller closed the door.", True),
        ("The mill stood here.", True),
        ("The probe orbited Mars.", True),
        ("The wheel built by John Carter.", False),
        ("The first image of the mill captured Friday.", False),
        ("A wheel that was built in 1821.", False),
        ("A view of the mill.", False),
        ("Red and white flowers on a hill.", False),
    ],
)
def test_finite_verbs(text: str, finite: bool) -> None:
    assert sentences.has_finite(text) is finite


def test_rough_sentences_keep_abbreviations_together() -> None:
    text = "Mr. Carter came at 8 p.m. Monday to the U.S. Mill. “It turns,” he said. Nobody answered?"
    found = [text[a:b] for a, b in sentences.spans(text, 0, len(text))]
    assert found == ["Mr. Carter came at 8 p.m. Monday to the U.S. Mill.", "“It turns,” he said.", "Nobody answered?"]


@pytest.mark.parametrize(
    "line", ["Jane Doe", "J. R. R. Tolkien", "Ludwig van Beethoven", "Émile Zola and Ana Łoś", "Jane O'Neill"]
)
def test_names(line: str) -> None:
    assert names.is_names(line)


@pytest.mark.parametrize("line", ["Jane", "jane doe", "The wheel turns", "Jane Doe.", "Jane Doe 1821", ""])
def test_no_names(line: str) -> None:
    assert not names.is_names(line)


def test_long_blocks_are_split_after_sentences() -> None:
    text = "The wheel turns and turns. " * 10_000
    parts = list(pieces.split(text, 0, len(text)))
    assert max(b - a for a, b in parts) <= pieces.LONGEST
    assert all(text[a:b].startswith("The") and text[a:b].rstrip().endswith("turns.") for a, b in parts)
    assert "".join(text[a:b].replace(" ", "") for a, b in parts) == text.replace(" ", "")


@pytest.mark.parametrize("unit", ["x", "ab ", "(Photo by ", "Jane Doe and ", ". . ", "A B C ", "the [", "\"'"])
def test_cleaning_takes_linear_time(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    start = time.perf_counter()
    cleaned(f"{TITLE}\n\n{text}\n\n{text}.")
    assert time.perf_counter() - start < 10


def kept(*blocks: str) -> list[str]:
    """Return the paragraphs of a page that stay."""
    raw, result = cleaned("\n\n".join([TITLE, *blocks]))
    return [raw.text[b.start : b.end] for b in result.blocks if b.kind != "heading"]


@pytest.mark.parametrize("line", ["Share this: Facebook  X  WhatsApp  Email", "Follow us", "Sign up for our letter"])
def test_a_line_that_asks_to_share_takes_no_text_with_it(line: str) -> None:
    assert kept(line, FIRST, LAST) == [FIRST, LAST]
    assert kept(FIRST, line, LAST) == [FIRST, LAST]


@pytest.mark.parametrize("line", ["12 comments", "Comments (27)", "Related stories", "Contact us"])
def test_what_stands_above_the_text_takes_none_of_it(line: str) -> None:
    assert kept(line, FIRST, LAST) == [FIRST, LAST]
