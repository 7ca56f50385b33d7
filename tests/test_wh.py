import pytest

from quizgen.model import Phrase, PhraseType
from quizgen.questions import wh

T = PhraseType


def phrase(text: str, type: PhraseType, **more: object) -> Phrase:
    values = {"text": text, "start": 0, "end": len(text), "role": "other", "type": type}
    return Phrase(**{**values, **more})  # type: ignore[arg-type]


def name(text: str, type: PhraseType, **more: object) -> Phrase:
    return phrase(text, type, proper=True, **more)


# --- subjects and objects -------------------------------------------------------------------------------------------

NAMED = [
    (name("Clara Schumann", T.PERSON), "Who"),
    (name("Clara and Robert Schumann", T.PERSON, plural=True), "Who"),
    (phrase("the shepherd", T.PERSON), "Who"),
    (phrase("shepherds", T.PEOPLE, plural=True), "Who"),
    (name("UNESCO members", T.THING, plural=True, head="member"), "Who"),
    (name("the Etruscans", T.PEOPLE, plural=True), "Who"),
    (name("the Liberal Democrats", T.THING, plural=True, head="democrats"), "Which party"),
    (phrase("the Crown", T.THING, head="crown"), "Who"),
    (phrase("the Leader of the House", T.THING, head="leader"), "Who"),
    (phrase("a healthy young person", T.THING, head="person"), "Who"),
    (name("Donna and Ray Pasternak", T.THING, plural=True, head="donna"), "Who"),
    (name("Marks and Spencer", T.THING, plural=True, head="marks"), "What"),
    (phrase("walkers", T.THING, plural=True, head="walker"), "Who"),
    (name("the Holm Aquarium on the west coast", T.THING, head="coast", noun="coast"), "What"),
    (phrase("a mould called Rosa", T.PERSON, head="mould"), "What"),
    (phrase("a girl called Rosa", T.PERSON, head="girl"), "Who"),
    (phrase("a lady-in-waiting to the queen", T.THING, head="waiting"), "Who"),
    (phrase("the family of whey products", T.PEOPLE, head="family"), "What"),
    (phrase("a family of settlers", T.PEOPLE, head="family"), "Who"),
    (phrase("foot passengers", T.THING, plural=True, head="passenger"), "Who"),
    (name("Ada Brook and other abolitionists", T.THING, plural=True, head="abolitionist"), "Who"),
    (phrase("women, both Welsh and Irish", T.THING, plural=True, head="woman"), "Who"),
    (phrase("two printers of the office", T.PRODUCT, plural=True, head="machine"), "What"),
    (phrase("miners with lamps", T.THING, plural=True, head="miner"), "Who"),
    (phrase("the Welshwoman", T.THING, head="welshwoman"), "Who"),
    (phrase("local fishermen", T.THING, plural=True, head="fisherman"), "Who"),
    (phrase("a talisman", T.THING, head="talisman"), "What"),
    (name("the Persian forces", T.THING, plural=True, head="force"), "Who"),
    (phrase("a strong force", T.THING, head="force"), "What"),
    (phrase("the Ming dynasty", T.PEOPLE, head="dynasty"), "Which dynasty"),
    (name("the European Union", T.ORGANISATION, head="union", noun="union"), "Which organisation"),
    (name("the school of the Harbour Artists", T.ORGANISATION, head="school"), "Which school"),
    (phrase("a dynasty", T.PEOPLE, head="dynasty"), "Who"),
    (name("Wallenstein’s army", T.PEOPLE, head="army"), "Whose army"),
    (name("the British", T.THING, head="british"), "Who"),
    (name("the Union", T.ORGANISATION, head="union"), "Who"),
    (name("an institute in Riga", T.ORGANISATION, head="institute", noun="institute"), "What"),
    (name("the MV Carrick Bay", T.PRODUCT, head="bay", noun="bay"), "What"),
    (name("Peru, Chile and Cuba", T.COUNTRY), "Which countries"),
    (name("Trinidad and Tobago", T.COUNTRY), "Which country"),
    (name("Peru", T.COUNTRY), "Which country"),
    (name("Virginia", T.COUNTRY), "Which state"),
    (name("Georgia", T.COUNTRY), "Which country"),
    (name("the Netherlands", T.COUNTRY, plural=True), "Which country"),
    (name("Peru and Chile", T.COUNTRY, plural=True), "Which countries"),
    (phrase("the country", T.COUNTRY), "What"),
    (name("Neptune", T.CELESTIAL), "Which planet"),
    (name("Titan", T.CELESTIAL, noun="moon"), "Which moon"),
    (name("Titan", T.CELESTIAL), "What"),
    (name("Texas", T.PLACE), "Which state"),
    (name("poor churches in Holm", T.ORGANISATION, head="church", plural=True), "Which churches"),
    (phrase("the Commonwealth", T.THING, head="commonwealth"), "Who"),
    (name("Congress", T.ORGANISATION, head="congress"), "Who"),
    (name("UNESCO", T.ORGANISATION), "Which organisation"),
    (name("the Red Cross", T.ORGANISATION, noun="charity"), "Which charity"),
    (phrase("the charity", T.ORGANISATION), "What"),
    (name("Lima", T.PLACE, noun="city"), "Which city"),
    (name("the Voyager 2 probe", T.PRODUCT, noun="probe"), "Which probe"),
    (name("Emma", T.WORK, noun="novel"), "Which novel"),
    (name("the Crimean War", T.EVENT, noun="war"), "Which war"),
    (name("the Quebec Act", T.WORK, head="act"), "Which act"),
    (name("the Massachusetts Government Act", T.ORGANISATION, head="act"), "Which act"),
    (name("Latin", T.LANGUAGE), "What"),
    (phrase("copper", T.THING), "What"),
    (phrase("tin and copper", T.THING, plural=True), "What"),
]
NOT_ASKED = [
    phrase("12 ships", T.NUMBER),
    phrase("382 kilograms", T.QUANTITY),
    phrase("$5 million", T.MONEY),
    phrase("12 percent", T.PERCENT),
    phrase("90 days", T.DURATION),
    phrase("1066", T.DATE),
    phrase("8 p.m.", T.TIME),
    phrase("that the bridge fell", T.CLAUSE),
    name("Lovelace", T.UNKNOWN),
]


@pytest.mark.parametrize(("asked", "words"), NAMED, ids=lambda value: getattr(value, "text", value))
def test_the_question_word_goes_by_what_the_answer_denotes(asked: Phrase, words: str) -> None:
    for found in (wh.subject(asked), wh.object_(asked)):
        assert found is not None
        assert (found.wh, found.answer, found.kind) == (words, asked.text, asked.type)


def test_what_an_owner_has_is_not_asked_for_by_its_own_noun() -> None:
    found = wh.subject(name("the Brandt Dam's reservoir", T.PLACE, head="reservoir", noun="reservoir"))
    assert found is not None and found.wh == "What"


@pytest.mark.parametrize(("asked", "words"), NAMED, ids=lambda value: getattr(value, "text", value))
def test_only_several_of_a_class_take_the_plural(asked: Phrase, words: str) -> None:
    found = wh.subject(asked)
    assert found is not None
    assert found.singular is (words not in ("Which countries", "Which churches"))


@pytest.mark.parametrize("asked", NOT_ASKED, ids=lambda value: value.text)
def test_a_value_a_clause_and_a_doubtful_name_are_no_who_or_what(asked: Phrase) -> None:
    assert wh.subject(asked) is None
    assert wh.object_(asked) is None


@pytest.mark.parametrize(
    "text", ["most plants", "many towns", "Some birds", "several rivers", "both sides", "no king", "various crops"]
)
def test_an_amount_of_things_is_no_answer(text: str) -> None:
    assert wh.subject(phrase(text, T.THING, plural=True)) is None


# --- how many -------------------------------------------------------------------------------------------------------


def test_what_money_is_for_goes_behind_the_verb() -> None:
    found = wh.counted(phrase("about $1.25 million for clinics", T.MONEY, role="object"))
    assert found is not None
    assert (found.wh, found.answer, found.tail) == ("How much money", "about $1.25 million", "for clinics")


@pytest.mark.parametrize(
    ("text", "type", "words", "answer"),
    [
        ("12 ships", T.NUMBER, "How many ships", "12"),
        ("twelve ships", T.NUMBER, "How many ships", "twelve"),
        ("twenty-one letters", T.NUMBER, "How many letters", "twenty-one"),
        ("about 1,500 people", T.NUMBER, "How many people", "about 1,500"),
        ("more than 40 species", T.NUMBER, "How many species", "more than 40"),
        ("14 million books", T.NUMBER, "How many books", "14 million"),
        ("a hundred islands", T.NUMBER, "How many islands", "a hundred"),
        ("two dozen eggs", T.NUMBER, "How many eggs", "two dozen"),
        ("three children", T.NUMBER, "How many children", "three"),
        ("nine of the ships", T.NUMBER, "How many of the ships", "nine"),
        ("6,650 km", T.QUANTITY, "How many kilometres", "6,650 km"),
        ("382 kg of rock", T.QUANTITY, "How many kilograms of rock", "382 kg"),
        ("25 square kilometres of forest", T.QUANTITY, "How many square kilometres of forest", "25 square kilometres"),
        ("3.5 litres of water", T.QUANTITY, "How many litres of water", "3.5 litres"),
        ("two feet of snow", T.QUANTITY, "How many feet of snow", "two feet"),
        ("$5 million", T.MONEY, "How much money", "$5 million"),
        ("12 percent of adults", T.PERCENT, "What percentage of adults", "12 percent"),
        ("40 per cent of the vote", T.PERCENT, "What percentage of the vote", "40 per cent"),
        ("9% of the land", T.PERCENT, "What percentage of the land", "9%"),
    ],
)
def test_numbers_are_asked_with_what_they_count(text: str, type: PhraseType, words: str, answer: str) -> None:
    found = wh.counted(phrase(text, type))
    assert found is not None
    assert (found.wh, found.answer) == (words, answer)
    assert text.startswith(answer)
    assert found.singular is (type is T.MONEY)


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        ("610 seats in its first year", "in its first year"),
        ("610 seats in the old hall", ""),
        ("15 metres on parts of the coast", "on parts of the coast"),
        ("15 metres of cloth", ""),
    ],
)
def test_what_speaks_of_the_subject_stays_behind_it(text: str, tail: str) -> None:
    found = wh.counted(phrase(text, T.QUANTITY if "metres" in text else T.NUMBER, role="object"))
    assert found is not None
    assert found.tail == tail


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("one ship", T.NUMBER),
        ("1,000", T.NUMBER),
        ("ten", T.NUMBER),
        ("thousands of people", T.NUMBER),
        ("three men and two women", T.NUMBER),
        ("12 ships", T.THING),
        ("3 °C", T.QUANTITY),
        ("several ships", T.NUMBER),
    ],
)
def test_a_number_that_counts_nothing_plain_is_not_asked(text: str, type: PhraseType) -> None:
    assert wh.counted(phrase(text, type)) is None


# --- when -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("prep", "text", "words", "answer"),
    [
        ("during", "2023", "In which year", "2023"),
        ("in", "1866", "In which year", "1866"),
        ("in", "March 1866", "When", "March 1866"),
        ("on", "2 March 1866", "When", "2 March 1866"),
        ("on", "March 2, 1866", "When", "March 2, 1866"),
        ("in", "the spring of 1866", "When", "the spring of 1866"),
        ("in", "the 1860s", "In which decade", "the 1860s"),
        ("during", "the late 1860s", "When", "the late 1860s"),
        ("in", "the mid-1930s", "When", "the mid-1930s"),
        ("in", "the 1930s", "In which decade", "the 1930s"),
        ("in", "the 19th century", "In which century", "the 19th century"),
        ("during", "the late nineteenth century", "When", "during the late nineteenth century"),
        ("in", "the middle of the nineteenth century", "When", "the middle of the nineteenth century"),
        ("in", "the 5th century BC", "In which century", "the 5th century BC"),
        ("by", "1866", "By which year", "1866"),
        ("since", "1866", "Since when", "1866"),
        ("until", "1866", "Until when", "1866"),
        ("before", "1866", "When", "before 1866"),
        ("after", "1866", "When", "after 1866"),
        ("around", "1866", "When", "around 1866"),
        ("from", "1866 to 1871", "During which years", "from 1866 to 1871"),
        ("between", "1866 and 1871", "In which years", "between 1866 and 1871"),
        ("during", "the night of 2 March 1866", "When", "during the night of 2 March 1866"),
        ("", "the same year, 1866", "When", "the same year, 1866"),
    ],
)
def test_a_time_is_asked_at_its_own_grain(prep: str, text: str, words: str, answer: str) -> None:
    found = wh.time(phrase(text, T.DATE, role="time", prep=prep))
    assert found is not None
    assert (found.wh, found.answer, found.kind) == (words, answer, T.DATE)


@pytest.mark.parametrize(("prep", "words"), [("for", "For how long"), ("", "How long")])
def test_a_duration_is_asked_by_its_length(prep: str, words: str) -> None:
    found = wh.time(phrase("63 years", T.DURATION, role="duration", prep=prep))
    assert found is not None
    assert (found.wh, found.answer, found.kind) == (words, "63 years", T.DURATION)


@pytest.mark.parametrize(
    ("prep", "text", "type"),
    [
        ("at", "8 p.m.", T.TIME),
        ("throughout", "1866", T.DATE),
        ("by", "March 1866", T.DATE),
        ("within", "three days", T.DURATION),
        ("in", "three days", T.DURATION),
    ],
)
def test_a_time_that_no_question_word_fits(prep: str, text: str, type: PhraseType) -> None:
    assert wh.time(phrase(text, type, role="time", prep=prep)) is None


def test_a_time_of_day_needs_its_day() -> None:
    found = wh.time(phrase("8 p.m. on 3 May 2001", T.TIME, role="time", prep="at"))
    assert found is not None
    assert (found.wh, found.answer) == ("When", "at 8 p.m. on 3 May 2001")


# --- where ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("prep", "asked", "words", "answer"),
    [
        ("at", name("Kampen", T.PLACE, noun="town"), "In which town", "Kampen"),
        ("in", name("Vienna", T.PLACE), "In which city", "Vienna"),
        ("in", name("Brno", T.PLACE), "Where", "Brno"),
        ("near", name("Brno", T.PLACE), "Where", "near Brno"),
        ("in", phrase("the valley", T.PLACE), "Where", "in the valley"),
        ("in", name("the Alps", T.PLACE), "Where", "in the Alps"),
        ("on", name("the Moon", T.CELESTIAL), "Where", "on the Moon"),
        ("between", name("Brno and Prague", T.PLACE, plural=True), "Where", "between Brno and Prague"),
        ("from", name("Brno", T.PLACE), "From where", "Brno"),
        ("in", name("Peru", T.COUNTRY), "In which country", "Peru"),
        ("from", name("Peru", T.COUNTRY), "From which country", "Peru"),
        ("to", name("Peru", T.COUNTRY), "To which country", "Peru"),
        ("on", name("Crete", T.PLACE, noun="island"), "On which island", "Crete"),
        ("in", name("Lima", T.PLACE, noun="city"), "In which city", "Lima"),
        ("on", name("Mars", T.CELESTIAL), "On which planet", "Mars"),
    ],
)
def test_a_place_is_asked_by_its_class_or_with_where(prep: str, asked: Phrase, words: str, answer: str) -> None:
    values = {"prep": prep, "proper": asked.proper, "noun": asked.noun, "plural": asked.plural, "role": "place"}
    found = wh.place(phrase(asked.text, asked.type, **values))
    assert found is not None
    assert (found.wh, found.answer, found.kind) == (words, answer, asked.type)


@pytest.mark.parametrize(
    ("text", "head", "words", "answer"),
    [
        ("the town of Holm", "town", "In which town", "Holm"),
        ("the Holm valley of Norland", "valley", "Where", "in the Holm valley of Norland"),
    ],
)
def test_a_sort_with_a_name_is_asked_for_by_the_sort(text: str, head: str, words: str, answer: str) -> None:
    found = wh.place(phrase(text, T.PLACE, proper=True, head=head, prep="in"))
    assert found is not None
    assert (found.wh, found.answer) == (words, answer)


# --- behind other prepositions --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "words", "answer"),
    [
        (name("Gustave Eiffel", T.PERSON, prep="by"), "By whom", "Gustave Eiffel"),
        (phrase("shepherds", T.PEOPLE, prep="by", plural=True), "By whom", "shepherds"),
        (name("UNESCO", T.ORGANISATION, prep="by"), "By which organisation", "UNESCO"),
        (name("Peru", T.COUNTRY, prep="against"), "Against which country", "Peru"),
        (name("the Red Cross", T.ORGANISATION, prep="with", noun="charity"), "With which charity", "the Red Cross"),
        (phrase("lightning", T.THING, prep="by"), "By what", "lightning"),
        (phrase("water vapour", T.THING, prep="into"), "Into what", "water vapour"),
        (phrase("a height of 300 metres", T.THING, prep="at"), "At what height", "300 metres"),
        (phrase("a maximum speed of 300 km/h", T.THING, prep="at"), "At what maximum speed", "300 km/h"),
        (phrase("the age of seventeen", T.THING, prep="at"), "At what age", "seventeen"),
        (phrase("a temperature of about 90 °C", T.THING, prep="at"), "At what temperature", "about 90 °C"),
    ],
    ids=lambda value: getattr(value, "text", value),
)
def test_what_stands_behind_a_preposition(asked: Phrase, words: str, answer: str) -> None:
    found = wh.other(asked)
    assert found is not None
    assert (found.wh, found.answer) == (words, answer)


@pytest.mark.parametrize(
    "asked",
    [
        phrase("sugar", T.THING, prep="without"),
        phrase("the treaty", T.WORK, prep="under"),
        phrase("ten countries", T.NUMBER, prep="through"),
        phrase("a height of great danger", T.THING, prep="at"),
        phrase("the age of great plagues", T.THING, prep="in"),
        name("Lovelace", T.UNKNOWN, prep="by"),
        name("Brno", T.PLACE, prep="despite"),
        phrase("winning the war", T.CLAUSE, prep="by"),
    ],
    ids=lambda value: value.text,
)
def test_what_no_question_word_fits_behind_a_preposition(asked: Phrase) -> None:
    assert wh.other(asked) is None


@pytest.mark.parametrize(("prep", "said"), [("in", "in Brno"), ("because of", "because of Brno"), ("", "Brno")])
def test_a_phrase_is_said_with_its_preposition(prep: str, said: str) -> None:
    assert wh.said(phrase("Brno", T.PLACE, prep=prep)) == said


@pytest.mark.parametrize(("prep", "asked"), [("outside", True), ("in", False)])
def test_much_lies_outside_a_country(prep: str, asked: bool) -> None:
    assert (wh.place(name("Norway", T.COUNTRY, role="place", prep=prep)) is None) is asked


def test_hundreds_of_people_are_nobody_in_particular() -> None:
    assert wh.object_(phrase("hundreds of people in Malawi", T.THING, role="object", plural=True)) is None


@pytest.mark.parametrize(("text", "asks"), [("father", False), ("the father", True), ("a friend", True)])
def test_one_bare_person_is_half_of_a_pair(text: str, asks: bool) -> None:
    found = wh.other(phrase(text, T.PERSON, prep="from", head=text.split()[-1]))
    assert (found is not None) is asks


@pytest.mark.parametrize(
    ("text", "answer", "tail"),
    [
        ('"broken hills"', '"broken hills"', ""),
        ("“white water” in the Turkic languages", "“white water”", "in the Turkic languages"),
        ("“seed” in Greek", "“seed”", "in Greek"),
    ],
)
def test_what_a_name_means_is_a_word_and_no_place(text: str, answer: str, tail: str) -> None:
    found = wh.object_(phrase(text, T.PLACE, noun="hills"))
    assert found is not None and (found.wh, found.answer, found.tail) == ("What", answer, tail)


@pytest.mark.parametrize("text", ["“Broken Hills”", "“white water” and rafts", "“white water” in the river", "hills"])
def test_other_words_in_quotation_marks_are_what_they_were(text: str) -> None:
    found = wh.object_(phrase(text, T.PLACE))
    assert found is None or (found.answer == text and not found.tail)
