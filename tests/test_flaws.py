import pytest

from quizgen import flaws
from quizgen.model import Option, PhraseType, Question, QuestionKind, Source

K, T = QuestionKind, PhraseType


def question(prompt, answer="Tianwen-1", kind=K.SHORT, *, uid="q_1", options=(), **more):
    if options and isinstance(options[0], str):
        options = tuple(Option(text=text.lstrip("*"), correct=text.startswith("*")) for text in options)
    return Question(
        **{
            "uid": uid,
            "kind": kind,
            "prompt": prompt,
            "answer": answer,
            "document": "a.txt",
            "template": "t",
            "slot": "s",
        },
        facts=("f_1",),
        options=options,
        **more,
    )


def short(prompt, answer="Tianwen-1", **more):
    return flaws.find(question(prompt, answer, **more))


def cloze(prompt, answer="Tianwen-1", **more):
    return flaws.find(question(prompt, answer, K.CLOZE, **more))


def choice(prompt, *options, **more):
    key = next((text[1:] for text in options if text.startswith("*")), "")
    return flaws.find(question(prompt, more.pop("answer", key), K.CHOICE, options=options, **more))


def test_every_code_is_explained():
    for code, (severity, meaning) in flaws.CODES.items():
        assert severity in ("error", "warning", "info") and meaning and code == code.lower()


def test_errors_are_told_from_warnings():
    assert flaws.errors(["answer-too-long", "no-key", "unheard-of"]) == ["no-key"]


# --- good questions -------------------------------------------------------------------------------------------------

GOOD = [
    ("When was Tianwen-1 launched?", "in July 2020", {"answer_type": T.DATE}),
    ("What is Oceanus Procellarum?", "a massive lava plain", {}),
    ("What is pH?", "a measure of how acidic a solution is", {}),
    ("Who wrote On the Origin of Species?", "Charles Darwin", {"answer_type": T.PERSON}),
    ("What did Captain Cook see on the first day of 1770?", "an island", {}),
    ("What makes the bands of rock appear higher than the plain, as the winds blow harder?", "dust storms", {}),
    ("What cools more slowly when the wind is weaker?", "the sea", {}),
    ("What do locks lift higher than the sea?", "ships", {}),
    ("Who wrote As You Like It?", "William Shakespeare", {}),
    ("Which country launched Tianwen-1?", "China", {"answer_type": T.COUNTRY}),
    ("How many astronauts did the US land on the moon from 1969 to 1972?", "12", {"answer_type": T.NUMBER}),
    ("How many moons does Earth have?", "one", {"answer_type": T.NUMBER}),
    ("How long does it take light to reach Earth from the Sun?", "about eight minutes", {"answer_type": T.DURATION}),
    (
        "Why is it important to sterilise a probe?",
        "because microbes could survive the flight",
        {"answer_type": T.CLAUSE},
    ),
    ("What did the rover lose when it crossed the crater?", "a wheel", {}),
    ("Who published his theory of gravity in 1687?", "Isaac Newton", {"answer_type": T.PERSON}),
    ("What did NASA name its first rover?", "Sojourner", {}),
    ("What does CNSA stand for?", "China National Space Administration", {}),
    ("What are those who study birds called?", "ornithologists", {}),
    ("What was the capital of what is now Turkey?", "Constantinople", {}),
    ("What is the ship now known as?", "the Victory", {}),
    ("What happened in the last year of the war?", "the siege was lifted", {"answer_type": T.CLAUSE}),
    ("What killed the dinosaurs 66 million years ago?", "an asteroid", {}),
    ("What did Luna 2 crash-land on in 1959?", "the moon", {}),
    ("What is bronze made of in most cases?", "copper and tin", {}),
    ("In which month does spring begin in Europe?", "March", {"answer_type": T.DATE}),
    ("Who leads the WHO?", "a director-general", {}),
    ("Which agency is the UN's for health?", "the WHO", {}),
    ("Who said “I think, therefore I am”?", "René Descartes", {}),
    ("What did Pago Pago become in 1900?", "an American port", {}),
    ("Which of these planets is the largest?", "Jupiter", {}),
    ("What is a hypothesis?", "a testable explanation", {}),
    ("What did the study of finches lead Darwin to?", "natural selection", {}),
    ("Who was the former president of France in 2013?", "Nicolas Sarkozy", {}),
    ("What did an MRI show?", "a tumour", {}),
    ("What is a unicorn?", "an imaginary animal", {}),
    ("In what year did World War I end?", "1918", {}),
    ("How far is Mars from the Sun (on average)?", "about 228 million km", {"answer_type": T.QUANTITY}),
    ("When is Bastille Day celebrated every year?", "July 14", {"answer_type": T.DATE}),
    ("Is a whale a fish or a mammal?", "a mammal", {}),
    ("What may cause a flood in May?", "melting snow", {}),
    ("When did the rains come to us?", "in May 1990", {}),
    ("What did the scientists who built the bomb regret?", "its use", {}),
    ("What was the distance in 2021?", "1.1 million km", {"answer_type": T.QUANTITY}),
    ("How many probes landed?", "three", {"answer_type": T.NUMBER}),
    ("Which group played in an 1821 hall?", "Duran Duran", {}),
    ("In which year did it rain most in Rome, the former capital of an empire?", "44 BC", {}),
    ("What conducted its fourth correction on a Friday?", "the Mars probe", {}),
    ("What was the purpose of the mission to Utopia Planitia?", "to deploy a rover", {"answer_type": T.CLAUSE}),
    ("When did Apollo fly?", "from 1969 to 1972", {"answer_type": T.DATE}),
]


@pytest.mark.parametrize(("prompt", "answer", "more"), GOOD)
def test_good_short_questions_have_no_errors(prompt, answer, more):
    assert flaws.errors(short(prompt, answer, **more)) == []


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        ("The probe Tianwen-1 was launched in _____ from Hainan.", "July 2020"),
        ("_____ lost its wheel in 2006.", "Spirit"),
        ("The US landed 12 astronauts over six _____.", "flights"),
        ("Tianwen-1 left Earth on _____.", "July 23, 2020"),
        ("The Apollo program lasted from _____.", "1969 to 1972"),
        ("An _____ carries genetic material.", "RNA molecule"),
        ("The first man on the moon was an _____.", "American"),
        ("“Ocean of _____” is a lava plain on the moon.", "Storms"),
        ("The rover said that it would land in _____.", "Utopia Planitia"),
        ("In 1959, the Soviet Union crash-landed _____ on the moon.", "Luna 2"),
        ("A day on Mars lasts about 24.6 _____.", "hours"),
    ],
)
def test_good_clozes_have_no_errors(prompt, answer):
    assert flaws.errors(cloze(prompt, answer)) == []


@pytest.mark.parametrize(
    ("prompt", "options"),
    [
        ("Which planet is the largest?", ("Mars", "*Jupiter", "Venus", "Saturn")),
        ("When did Luna 2 reach the moon?", ("1957", "*1959", "1961", "1966")),
        ("How much rock came back?", ("270 kilograms", "*382 kilograms", "430 kilograms", "1,100 kilograms")),
        ("Which came first, the Bronze Age or the Iron Age?", ("*the Bronze Age", "the Iron Age", "the Stone Age")),
        ("What is a probe?", ("*an unmanned craft", "an orbiting station", "a manned craft")),
        ("What was launched?", ("*the Luna 2 probe", "the Viking 1 lander", "the Spirit rover")),
        ("How heavy is a crate?", ("5–10 kg", "*10–15 kg", "15–20 kg")),
    ],
)
def test_good_choices_have_no_flaws(prompt, options):
    assert choice(prompt, *options) == []


# --- flawed ones ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "prompt"),
    [
        ("unresolved-pronoun", "What did it capture?"),
        ("unresolved-pronoun", "What was the first country to do so?"),
        ("unresolved-pronoun", "When was it launched?"),
        ("unresolved-pronoun", "What is its mass?"),
        ("unresolved-pronoun", "Where did they land?"),
        ("unresolved-pronoun", "Who designed it?"),
        ("unresolved-pronoun", "Why did he leave?"),
        ("unresolved-this", "What does this theory explain?"),
        ("unresolved-this", "Why are these samples valuable?"),
        ("unresolved-this", "What happened in that year?"),
        ("unresolved-this", "What did those show?"),
        ("unresolved-this", "What does this chapter describe?"),
        ("document-reference", "What does Figure 3 show?"),
        ("document-reference", "According to the article, what did China launch?"),
        ("document-reference", "What did the passage say?"),
        ("document-reference", "What is the effect mentioned above?"),
        ("unresolved-pair", "What did the latter discover?"),
        ("unresolved-pair", "Which year was the last?"),
        ("unresolved-such", "What was the first such mission in 44 years?"),
        ("vague-noun", "What did the study find?"),
        ("vague-noun", "What is the name of the spacecraft?"),
        ("vague-noun", "How many people were on the probe?"),
        ("vague-noun", "What did the researchers discover?"),
        ("vague-time", "What did China recently launch?"),
        ("vague-time", "What did China launch last year?"),
        ("vague-time", "How far is the probe currently from Earth?"),
        ("vague-time", "Where is the probe now?"),
        ("vague-time", "What was found three years ago?"),
        ("vague-time", "What has grown in recent years?"),
        ("vague-time", "What will China launch this May?"),
        ("today", "How many tigers live in India today?"),
        ("date-without-year", "What was launched on November 24?"),
        ("half-date", "When on November did the probe leave?"),
        ("no-question-mark", "Who launched Tianwen-1"),
        ("no-question-mark", "The probe was launched."),
        ("unbalanced", "What is “Ocean of Storms?"),
        ("unbalanced", 'What is "Ocean of Storms?'),
        ("unbalanced", "What is Mare Crisium (a sea?"),
        ("stray-space", "What is the moon ?"),
        ("stray-space", "What did the Chang ` e-4 lander see?"),
        ("page-furniture", "What is this? Read more: Mars in pictures?"),
        ("stray-space", "What  is the moon?"),
        ("stray-space", "What is China 's probe?"),
        ("stray-space", "What is the moon.?"),
        ("doubled-word", "What was launched in in 2020?"),
        ("doubled-word", "Who launched the the probe?"),
        ("vague-time", "Who was killed on the afternoon of the first day?"),
        ("vague-time", "What becomes the cause of star formation next?"),
        ("reader", "What is the source of the hum you hear?"),
        ("repeated-words", "What has a store for numbers and a mill in which a store for numbers and a mill stand?"),
        ("document-reference", "What follows the formation scenario illustrated in?"),
        ("doubled-preposition", "The probe was launched in on Friday?"),
        ("stem-cut", "What was picked up in a zone where?"),
        ("stem-cut", "What did the probe send, because the sea was where?"),
        ("no-comparison", "What is carried farther out?"),
        ("no-comparison", "What behaves differently?"),
        ("no-comparison", "What cools more slowly?"),
        ("doubled-preposition", "When did the landing of on Mars happen?"),
        ("small-start", "when was the probe launched?"),
        ("stem-too-short", "Mars?"),
        ("stem-too-long", f"What did the probe {'really ' * 30}do?"),
        ("no-focus", "Which of the following is true?"),
        ("double-negative", "What is not never seen on Mars?"),
        ("first-person", "What do we see on Mars?"),
        ("no-prompt", "?"),
        ("article-mismatch", "What is a orbiter?"),
        ("article-mismatch", "What is an lander?"),
    ],
)
def test_flaws_of_the_prompt(code, prompt):
    assert code in short(prompt, "nothing much")


@pytest.mark.parametrize(
    ("code", "prompt", "answer", "more"),
    [
        ("answer-in-stem", "Who launched China's Mars probe?", "China", {}),
        ("answer-in-stem", "Which country built the Chinese probe?", "China", {}),
        ("answer-in-stem", "What did the CNSA's probes capture?", "the probe", {}),
        ("answer-in-stem", "How many of the 12 astronauts landed?", "12", {}),
        ("answer-partly-in-stem", "What did the robotic sample mission do?", "robotic sample return", {}),
        ("no-answer", "What is it called in Mars orbit?", "…", {}),
        ("answer-function-words", "What is the probe?", "of the", {}),
        ("answer-pronoun", "What did China launch?", "it", {}),
        ("answer-cut", "What did China launch?", "the probe and", {}),
        ("answer-cut", "Where did the probe land?", "at a site where", {}),
        ("answer-cut", "What did China launch?", ", a probe", {}),
        ("answer-cut", "What did China launch?", "and a probe", {}),
        ("answer-cut", "What did China launch?", "the image of the", {}),
        ("unanswered", "In which year did the mission begin?", "May", {}),
        ("unanswered", "How many astronauts landed?", "the astronauts", {}),
        ("answer-preposition", "When was the probe launched?", "in 2020", {}),
        ("answer-too-long", "What did China do?", "a " + "very " * 16 + "big launch", {}),
        ("article-mismatch", "What did China launch?", "a orbiter", {}),
        ("vague-time", "When was the probe launched?", "last year", {}),
        ("half-date", "When was the probe launched?", "24, 2020", {"answer_type": T.DATE}),
        ("half-date", "When was the probe launched?", "24", {"answer_type": T.DATE}),
        ("date-without-year", "When was the probe launched?", "November 24", {"answer_type": T.DATE}),
        ("date-without-year", "When was the probe launched?", "May", {"answer_type": T.DATE}),
        ("unbalanced", "What is the plain?", "Ocean of Storms”", {}),
        ("doubled-word", "What is the plain?", "the the plain", {}),
        ("answer-cut", "What was the cause of violent crime?", "the abuse of a new", {}),
        ("reader", "What encounters red lights?", "the cars that lead you past each light", {}),
        ("document-reference", "What explains the light?", "the model in the previous section", {}),
    ],
)
def test_flaws_of_the_answer(code, prompt, answer, more):
    assert code in short(prompt, answer, **more)


@pytest.mark.parametrize(
    ("code", "prompt", "answer"),
    [
        ("no-blank", "The probe was launched in 2020.", "2020"),
        ("many-blanks", "_____ and _____ and _____ are planets.", "Mars"),
        ("half-date", "The probe left on November _____, 2020.", "24"),
        ("half-date", "The probe left in _____ 2020.", "July"),
        ("half-date", "The probe left on July 23, _____.", "2020"),
        ("half-date", "The program ran from 1969 to _____.", "1972"),
        ("unresolved-pronoun", "It was launched in _____.", "2020"),
        ("answer-in-stem", "Mars is called the Red Planet, for _____ is red.", "Mars"),
        ("article-mismatch", "The craft was a _____.", "orbiter"),
        ("stray-space", "The probe was launched in _____ .", "2020"),
        ("answer-too-long", "The probe _____.", "was launched from the island of Hainan in the summer"),
    ],
)
def test_flaws_of_clozes(code, prompt, answer):
    assert code in cloze(prompt, answer)


@pytest.mark.parametrize(
    ("code", "prompt", "options"),
    [
        ("no-key", "Which planet is red?", ("Mars", "Venus", "Saturn")),
        ("many-keys", "Which planet is red?", ("*Mars", "*Venus", "Saturn")),
        ("duplicate-options", "Which planet is red?", ("*Mars", "Venus", "venus")),
        ("duplicate-options", "Which country is it in Asia?", ("*Japan", "the US", "the United States")),
        ("few-options", "Which planet is red?", ("*Mars", "Venus")),
        ("key-longest", "What is a probe?", ("*an unmanned spacecraft sent to explore", "a rock", "a star", "a gun")),
        ("all-of-the-above", "Which planet is red?", ("*Mars", "Venus", "all of the above")),
        ("none-of-the-above", "Which planet is red?", ("*Mars", "Venus", "None of the above")),
        ("both-and", "Which planet is red?", ("*Mars", "Venus", "both Mars and Venus")),
        ("absolute-distractors", "What do probes do?", ("*they orbit", "they always fail", "they never land")),
        ("vague-frequency", "What do probes do?", ("*they orbit", "they often fail", "they land")),
        ("article-hint", "The craft was an _____.", ("*orbiter", "lander", "rover")),
        ("number-hint", "What came back?", ("*samples", "rover", "lander")),
        ("stem-word-in-key", "What do orbiters do?", ("*they go into orbiter mode", "they land", "they burn")),
        ("mixed-types", "What came back?", ("*samples", "1969", "rover")),
        ("odd-capital", "What came back?", ("*Luna", "rover", "lander")),
        ("unordered-numbers", "When was the landing?", ("1969", "*1959", "1972")),
        ("unordered-numbers", "How heavy was the rock?", ("382 kg", "*12 kg", "50 kg")),
        ("overlapping-ranges", "How heavy was the rock?", ("5–10 kg", "*8–12 kg", "20–30 kg")),
        ("negative-stem", "Which planet is not red?", ("Mars", "*Venus", "Saturn")),
        ("shared-words", "What was it for a probe?", ("*a craft for rocks", "a craft for air", "a craft for dust")),
    ],
)
def test_flaws_of_choices(code, prompt, options):
    assert code in choice(prompt, *options)


def test_a_wrong_option_equals_an_accepted_answer():
    assert "distractor-correct" in choice("Who won?", "*the Soviet Union", "USSR", "France", accept=("the USSR",))


def test_the_marked_option_is_not_the_answer():
    assert "other-key" in choice("Who won?", "*Japan", "France", "Italy", answer="China")


@pytest.mark.parametrize(
    ("kind", "answer", "parts", "code"),
    [
        (K.TRUEFALSE, "yes", (), "not-true-or-false"),
        (K.TRUEFALSE, "True", (), None),
        (K.ORDER, "a → b", ("a", "b"), "order-parts"),
        (K.ORDER, "a → b → a", ("a", "b", "a"), "order-parts"),
        (K.ORDER, "a → b → c", ("a", "b", "c"), None),
        (K.MATCH, "a = 1; b = 2", (["a", "1"], ["b", "2"]), "match-parts"),
        (K.MATCH, "a = 1; b = 2; c = 1", (["a", "1"], ["b", "2"], ["c", "1"]), "match-parts"),
        (K.MATCH, "a = 1; b = 2; c = 3", (["a", "1"], ["b", "2"], ["c", "3"]), None),
    ],
)
def test_other_kinds(kind, answer, parts, code):
    found = flaws.find(question("The Moon orbits Earth.", answer, kind, parts=parts))
    assert found == ([code] if code else [])


def test_what_stands_below_a_prompt_can_be_pointed_at():
    prompt = "Put these events in order, earliest first."
    assert flaws.find(question(prompt, "a → b → c", K.ORDER, parts=("a", "b", "c"))) == []
    assert "unresolved-this" in short("What did these events cause?")


@pytest.mark.parametrize(("kind", "flawed"), [(K.TRUEFALSE, True), (K.CLOZE, False)])
def test_a_statement_copied_from_the_source(kind, flawed):
    sentence = "China made its first lunar landing with a small rover in 2013."
    source = Source(document="a", title="", section="", sentence=sentence, start=0, end=1, answer_start=0, answer_end=1)
    found = flaws.find(question(sentence, "True", kind, sources=(source,)))
    assert ("verbatim" in found) is flawed


def test_a_question_with_many_odd_signs_is_survived():
    for text in ("", " ", "_____", "???", "¿Qué?", "😀 is 😀?", "\n", "a" * 5000, "(" * 50):
        flaws.find(question(text, text, K.CHOICE, options=(f"*{text}", text, "x")))


# --- sets -----------------------------------------------------------------------------------------------------------


def rows(*pairs, kind=K.SHORT):
    return [question(prompt, answer, kind, uid=f"q_{i}") for i, (prompt, answer) in enumerate(pairs)]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        (
            [("When was the Luna 2 probe launched?", "1959"), ("When was the Luna 2 probe first launched?", "1959")],
            {"q_1"},
        ),
        ([("When did China launch Tianwen-1?", "2020"), ("In what year did China launch Tianwen-1?", "2020")], {"q_1"}),
        ([("When was Luna 2 launched?", "1959"), ("When was Luna 24 launched?", "1976")], set()),
        ([("When did the US land on the moon?", "1969"), ("When did China land on the moon?", "2013")], set()),
        ([("What is a moon?", "a satellite"), ("What is a rover?", "a vehicle")], set()),
        ([], set()),
    ],
)
def test_near_duplicates(pairs, expected):
    found = flaws.set_flaws(rows(*pairs))
    assert {uid for uid, codes in found.items() if "near-duplicate" in codes} == expected


def test_the_same_prompt_in_two_kinds_is_no_duplicate():
    both = [
        question("When did China launch the probe?", "2020", uid="q_1"),
        question("China launched the probe in _____.", "2020", K.CLOZE, uid="q_2"),
    ]
    assert flaws.set_flaws(both) == {}


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([("Who sent Tianwen-1 to Mars?", "China"), ("When was Tianwen-1 sent to Mars by China?", "2020")], {"q_1"}),
        ([("Who sent Tianwen-1 to Mars?", "China"), ("When was Tianwen-1 sent to Mars?", "2020")], set()),
        ([("Who sent Tianwen-1 to Mars?", "China"), ("What did China land on the moon in 2013?", "a rover")], set()),
        ([("When did Luna 2 land?", "1959"), ("When did Luna 24 land?", "1976")], set()),
    ],
)
def test_one_question_answers_another(pairs, expected):
    found = flaws.set_flaws(rows(*pairs))
    assert {uid for uid, codes in found.items() if "answers-another" in codes} == expected


def choices(positions):
    texts = ["Mars", "Venus", "Saturn", "Uranus"]
    return [
        question(
            f"Which planet has the property {n}{n}?",
            texts[place],
            K.CHOICE,
            uid=f"q_{n}",
            options=tuple(Option(text=text, correct=i == place) for i, text in enumerate(texts)),
        )
        for n, place in enumerate(positions)
    ]


def test_keys_in_one_place():
    crowded = flaws.set_flaws(choices([0] * 10 + [1, 2]))
    assert {uid for uid, codes in crowded.items() if "key-position" in codes} == {f"q_{n}" for n in range(10)}
    assert flaws.set_flaws(choices([0, 1, 2, 3] * 3)) == {}
    assert flaws.set_flaws(choices([0] * 5)) == {}


def test_statements_that_are_nearly_all_true():
    def statements(answers):
        return [
            question(f"Object {n}{n} orbits.", answer, K.TRUEFALSE, uid=f"q_{n}") for n, answer in enumerate(answers)
        ]

    assert "truefalse-balance" in flaws.set_flaws(statements(["True"] * 9 + ["False"]))["q_0"]
    assert flaws.set_flaws(statements(["True", "False"] * 5)) == {}
