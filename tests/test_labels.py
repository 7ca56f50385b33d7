"""What a document is about, before a stem."""

from dataclasses import replace

import pytest
from drafts import IS, draft, phrase

from quizgen import labels
from quizgen.model import Evidence, Fact, Question, QuestionKind, Source
from quizgen.questions import labelling

DRAFT = draft(phrase("mud", "subject"), IS, phrase("soft", "attribute"))


def evidence(section: str, text: str) -> Evidence:
    return Evidence(
        document="a", sentence="s", text=text, start=0, end=len(text), extractor="x", section=section, title="Rivers"
    )


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("‘A wheel of fire’: Retired miller finds coins in Kent", "Retired miller finds coins in Kent"),
        ("‘A wheel of fire’", "‘A wheel of fire’"),
        ("Halifax Explosion", "Halifax Explosion"),
        ("12.3 How Sap Rises", "How Sap Rises"),
        ("HOLM Y VIK, José", "José Holm y Vik"),
        ("Ada Holm, the lark of Bergen", "Ada Holm"),
        (
            "Otters return to Holm bay in the first release for years",
            "Otters return to Holm bay in the first release for years",
        ),
        ("Section 5: Why Iron Rusts", "Why Iron Rusts"),
        ("Chapter IV. Rivers", "Rivers"),
        ("Chapter 19, Section 3: Pulsating Stars", "Pulsating Stars"),
        ("Unit 7 — Rivers of Ice", "Rivers of Ice"),
        ("# Chapter 6: Mosses", "Mosses"),
        ("# Mosses", "Mosses"),
        ("3. Osmosis", "Osmosis"),
        ("1918 flu pandemic", "1918 flu pandemic"),
        ("Ice: a short history", "Ice – a short history"),
        ("how a lock works.", "Lock"),
        ("Holm, Ida", "Ida Holm"),
        ("HOLMO Y KRANZ, José", "José Holmo y Kranz"),
        ("HOLM, Wigmar", "Wigmar Holm"),
        ("HOLM, Ida (1850–1910)", "Ida Holm"),
        ("ERIE, Lake", "ERIE, Lake"),
        ("HASTINGS, Battle of", "HASTINGS, Battle of"),
        ("IDA HOLM", "Ida Holm"),
        ("Paris, Texas", "Paris, Texas"),
        ("Storks hatch chicks in a Sussex park weeks after they were released", "Storks hatch chicks in a Sussex park"),
        ("How does a canal lock lift a ship?", "Canal lock"),
        ("How does a smoke alarm know when to ring?", "Smoke alarm"),
        ("How does a kettle keep water warm?", ""),
        ("How a bread oven gets your loaf brown", "Bread oven"),
        ("How do bees make honey?", ""),
        ("How bees find home", "How bees find home"),
        ("How the Romans built roads", "How the Romans built roads"),
        ("From spring to jug: how river filtering works", "River filtering"),
        ("Harbours: who pays for them?", "Harbours"),
        ("7 Learning by Doing", "Learning by Doing"),
        ("24 Hours of Speed", "24 Hours of Speed"),
        ("Inside the lock that lifts your ship", "Lock"),
        ("HARBOUR NEWS", ""),
        ("NATO", "NATO"),
        ("Ida Brook, the painter who measured every tide", "Ida Brook"),
        ("Why Silver Tarnishes and Gold Never Seems to Care", "Why Silver Tarnishes and Gold Never Seems to Care"),
        ("Ferry crews walk out on northern isles, stranding hundreds", "Ferry crews walk out on northern isles"),
        ("Tides | The Daily Harbour", "Tides"),
        ("Tides - Wikipedia", "Tides"),
        ("A long and winding headline of the kind that papers once liked and nobody reads now", ""),
        ("Sap: a headline that goes on and on and on for far more words than anybody wants", "Sap"),
        ("Why do tides turn?", ""),
        ("From root to leaf: how sap rises in old trees", "How sap rises in old trees"),
        ("How to read a map: a guide", "How to read a map – a guide"),
        ("World Health Organization approves second vaccine against the fever", "World Health Organization"),
        ("Sweden's first reactor feeds heat into the homes of Agesta and shows the way", ""),
        ("Canal cuts ships by half as its lake dries out", "Canal cuts ships by half"),
        ("The Strange Life of the Deep Sea Fishes", "The Strange Life of the Deep Sea Fishes"),
        ("Ferries and Forts – The Second Harbour War (311–306 BCE)", "The Second Harbour War (311–306 BCE)"),
        ("The Second Harbour War (1611–1614)", "The Second Harbour War"),
        ("Ada Brook – the woman who measured every tide", "Ada Brook"),
        ("Bearded vulture is back in the valleys as numbers rise", "Bearded vulture"),
        ("Why the tide is late and how ships are told of it", "Why the tide is late and how ships are told of it"),
        ("How it's made: float glass", "Float glass"),
        ("How things work: the lock", "The lock"),
        ("Getting the salt out: how brine is made", "Brine"),
        ("How rope was made: a short guide", "Rope"),
        (
            "Storm Ida confirmed as longest-lasting storm on record",
            "Storm Ida confirmed as longest-lasting storm on record",
        ),
        (
            "Library in Holm closed after water gets into the roof",
            "Library in Holm closed after water gets into the roof",
        ),
        ("Born to dive: why seals stay down so long", "Born to dive – why seals stay down so long"),
        ("From flax to shirt: the art of linen", "From flax to shirt – the art of linen"),
        ("The bell-founder who could not hear: Ada Brook", "Ada Brook"),
        ("Mayor: ‘We will dredge the harbour’", ""),
        ("Five things you did not know about herons", "Herons"),
        ("Tides explained", "Tides"),
        ("Should harbours silt up? The case for and against", ""),
        (
            "Report finds rivers are drier than they have ever been",
            "Report finds rivers are drier than they have ever been",
        ),
        ("", ""),
    ],
)
def test_a_title_becomes_a_label(title: str, label: str) -> None:
    assert labels.of(title) == label


@pytest.mark.parametrize(
    ("prompt", "answer", "fits"),
    [
        ("What caused many injuries?", "window glass", True),
        ("What did the Halifax explosion cause?", "many injuries", False),
        ("Where was the explosion heard?", "in Cape Breton", True),
        ("Which city was hit?", "Halifax", False),
    ],
)
def test_a_label_tells_something_new_and_no_answer(prompt: str, answer: str, fits: bool) -> None:
    assert labelling.fits("Halifax Explosion", prompt, answer) is fits


@pytest.mark.parametrize(
    ("label", "answer", "fits"),
    [
        ("Smoke alarm", "optical alarms", True),
        ("The cell", "a prokaryotic cell", True),
        ("Smoke alarm", "the alarm", False),
        ("Smoke alarm", "smoke alarms", False),
        ("Smoke alarm", "the smoke in the house", False),
        ("Inflation", "cost-push inflation", True),
        ("Inflation", "inflation", False),
        ("The Geography of Iceland", "the coast of Iceland", False),
        ("Islands on a ridge", "the Mid-Atlantic Ridge", False),
    ],
)
def test_a_label_may_stand_before_a_sort_of_what_it_names(label: str, answer: str, fits: bool) -> None:
    assert labelling.fits(label, "What stands in the hall?", answer) is fits


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("6.1 Classical conditioning", "Classical conditioning"),
        ("collision and blast", "Collision and blast"),
        ("Who pays?", ""),
        ("How a delta forms", ""),
        ("Background", ""),
        ("HARBOUR NEWS", ""),
        ("Early life", ""),
        ("A wave you can cook with", ""),
        ("What the long count of all of the harbours missed", ""),
        ("", ""),
    ],
)
def test_a_heading_becomes_the_second_part_of_a_label(heading: str, label: str) -> None:
    assert labels.of_section(heading) == label


@pytest.mark.parametrize("section", ["Deltas", ""])
def test_the_label_is_taken_off_again(section: str) -> None:
    source = Source(
        document="a", title="Rivers", section="5.2 Deltas", sentence="", start=0, end=0, answer_start=0, answer_end=0
    )
    bare = "What sinks?"
    question = Question(
        uid="q",
        kind=QuestionKind.SHORT,
        prompt=bare,
        answer="mud",
        document="a",
        template="t",
        slot="s",
        facts=(),
        sources=(source,),
    )
    assert labels.bare(labels.put(labels.within("Rivers", section), question)) == bare
    assert labels.bare(question) == bare


def test_only_headings_that_their_sentences_bear_out_are_labels() -> None:
    told = {"Deltas": "The delta sinks.", "The plumbing": "Xylem carries water."}
    found = [(name, (evidence(name, text),)) for name, text in told.items()]
    facts = [Fact(uid=name, draft=DRAFT, document="a.md", evidence=said) for name, said in found]
    assert labelling.sections(facts) == {"Deltas": "Deltas"}
    assert labelling.sections([replace(fact, document="a.txt") for fact in facts]) == {}


@pytest.mark.parametrize(
    ("document", "title", "label"),
    [
        ("a.txt", "How a toaster gets your bread brown", "Toaster"),
        ("rivers.txt", "Rivers", ""),
        ("a.txt", "Home / World", ""),
        ("a.md", "Rivers", "Rivers"),
    ],
)
def test_a_title_is_a_label_where_somebody_wrote_it(document: str, title: str, label: str) -> None:
    told = replace(evidence("", "Mud is soft."), title=title)
    assert labelling.of([Fact(uid="f", document=document, draft=DRAFT, evidence=(told,))]) == label
