from collections import Counter
from itertools import pairwise

import pytest

from quizgen import ids
from quizgen.distractors import Candidate, Pool, false_value, likeness, moments, numbers, options, regions
from quizgen.distractors.said import Said
from quizgen.model import Phrase, PhraseType

T = PhraseType
NUMERIC = [
    ("382 kilograms", T.QUANTITY),
    ("about 465 million km", T.QUANTITY),
    ("170.1 grams", T.QUANTITY),
    ("minus 89 degrees Celsius", T.QUANTITY),
    ("−89 °C", T.QUANTITY),
    ("5–10 kg", T.QUANTITY),
    ("90 days", T.DURATION),
    ("12 percent", T.PERCENT),
    ("$4.5 billion", T.MONEY),
    ("12 astronauts", T.NUMBER),
    ("six flights", T.NUMBER),
    ("Six flights", T.NUMBER),
    ("40,000 visitors", T.NUMBER),
    ("one-third", T.NUMBER),
    ("two thirds of the votes", T.NUMBER),
    ("twenty-one", T.NUMBER),
    ("third", T.ORDINAL),
    ("21st", T.ORDINAL),
    ("1959", T.DATE),
    ("1066", T.DATE),
    ("1969 to 1972", T.DATE),
    ("November 24, 2020", T.DATE),
    ("24 November 2020", T.DATE),
    ("Nov. 24", T.DATE),
    ("the night of Friday, February 5, 2021", T.DATE),
    ("May 2021", T.DATE),
    ("the 1970s", T.DATE),
    ("the late 1960s", T.DATE),
    ("the 19th century", T.DATE),
    ("the nineteenth century", T.DATE),
    ("the summer of 1969", T.DATE),
    ("44 BC", T.DATE),
    ("8 p.m.", T.TIME),
    ("May", T.DATE),
    ("Friday", T.DATE),
]


def phrase(text, type, **more):
    return Phrase(text=text, start=0, end=len(text), role="object", type=type, **more)


def candidate(text, type, **more):
    return Candidate(text=text, type=type, **{"origin": "document", **more})


def ask(text, type, *, candidates=(), true=(), stem="What is it?", seed="q1", **more):
    key = phrase(text, type, **more)
    return options(key, answer=text, pool=Pool(candidates), also_true=true, stem=stem, seed=seed)


def wrong(found):
    return {option.text for option in found if not option.correct}


# --- numbers and dates ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "type"), NUMERIC)
@pytest.mark.parametrize("seed", ["a", "b", "c"])
def test_a_value_gets_neighbours_of_its_own_format(text, type, seed):
    found = ask(text, type, seed=seed)
    assert [option.text for option in found if option.correct] == [text]
    assert len({ids.normal(option.text) for option in found}) == 4
    assert type not in (T.DATE, T.TIME) or len({moments.shape(option.text) for option in found}) == 1
    assert not likeness.gives_away(text, [option.text for option in found if not option.correct])


@pytest.mark.parametrize(("text", "type"), [pair for pair in NUMERIC if pair[1] not in (T.DATE, T.TIME)])
def test_numbers_stand_in_order(text, type):
    values = [numbers.value_of(option.text) for option in ask(text, type)]
    assert all(a < b for a, b in pairwise(values))


@pytest.mark.parametrize(("text", "type"), [pair for pair in NUMERIC if pair[1] in (T.DATE, T.TIME)])
def test_dates_stand_in_order(text, type):
    values = [moments.order(option.text) for option in ask(text, type)]
    assert all(a < b for a, b in pairwise(values)) or set(values) == {0}


@pytest.mark.parametrize(("text", "type"), [("382 kilograms", T.QUANTITY), ("1959", T.DATE), ("1969 to 1972", T.DATE)])
def test_the_key_stands_everywhere_alike(text, type):
    places = Counter(
        next(i for i, option in enumerate(ask(text, type, seed=str(n))) if option.correct) for n in range(120)
    )
    assert set(places) == {0, 1, 2, 3} and max(places.values()) < 60


def test_a_past_date_gets_no_neighbour_in_the_future():
    for seed in range(40):
        assert all(int(option.text) <= 2024 for option in ask("2023", T.DATE, seed=str(seed)))


def test_a_future_date_has_neighbours_on_both_sides():
    texts = {int(option.text) for seed in range(20) for option in ask("2035", T.DATE, seed=str(seed))}
    assert min(texts) < 2035 < max(texts)


def test_a_percentage_stays_below_a_hundred():
    for seed in range(40):
        assert all(numbers.value_of(option.text) <= 100 for option in ask("95%", T.PERCENT, seed=str(seed)))


@pytest.mark.parametrize("seed", ["q1", "q2", "q3"])
def test_nobody_grows_older_than_anybody(seed):
    found = ask("99", T.NUMBER, stem="At what age did Ida Holm write her last letter?", seed=seed)
    assert found
    assert all(int(option.text) <= 105 for option in found)


def test_a_church_stands_for_no_company():
    pool = [candidate("the Holm Valley Church", T.ORGANISATION, head="church", proper=True)]
    more = {"head": "company", "proper": True, "candidates": pool}
    assert "the Holm Valley Church" not in [o.text for o in ask("the Holm Tram Company", T.ORGANISATION, **more)]


def test_dates_of_the_text_come_first():
    candidates = [candidate(text, T.DATE) for text in ("1959", "1969", "1972", "1980", "1985", "May 1977", "1976")]
    for seed in range(10):
        found = ask("1976", T.DATE, candidates=candidates, seed=str(seed))
        assert [option.origin for option in found if not option.correct].count("document") >= 2


def test_numbers_of_the_text_take_the_words_of_the_answer():
    found = ask("about 465 million km", T.QUANTITY, candidates=[candidate("184 million km", T.QUANTITY)], seed="a")
    if any(option.origin == "document" for option in found):
        assert "about 184 million km" in wrong(found)


@pytest.mark.parametrize(
    ("text", "type", "other"),
    [
        ("about 465 million km", T.QUANTITY, "184 kilograms"),
        ("12 astronauts", T.NUMBER, "9 flights"),
        ("170.1 grams", T.QUANTITY, "171 grams"),
        ("six flights", T.NUMBER, "7 flights"),
        ("1976", T.DATE, "November 1975"),
        ("November 24, 2020", T.DATE, "24 October 2020"),
        ("November 24, 2020", T.DATE, "2019"),
    ],
)
def test_values_of_another_grain_are_not_offered(text, type, other):
    for seed in range(10):
        assert "document" not in {
            each.origin for each in ask(text, type, candidates=[candidate(other, type)], seed=str(seed))
        }


def test_values_that_are_true_or_stand_in_the_stem_are_not_offered():
    candidates = [candidate("1969", T.DATE), candidate("1972", T.DATE)]
    for seed in range(20):
        stem = "After 1972, when was it?"
        found = ask("1976", T.DATE, candidates=candidates, true=["1969"], stem=stem, seed=str(seed))
        assert not {"1969", "1972"} & wrong(found)


@pytest.mark.parametrize(
    ("text", "type"), [("one rover", T.NUMBER), ("1914–18", T.DATE), ("many rovers", T.NUMBER), ("recently", T.DATE)]
)
def test_values_without_neighbours_get_nothing(text, type):
    assert ask(text, type) == ()


# --- names ----------------------------------------------------------------------------------------------------------

PROBES = [candidate(text, T.PRODUCT, proper=True) for text in ("Luna 2", "Luna 24", "Chang'e-5", "Tianwen-1", "Yutu")]


def test_names_come_from_the_document_first():
    found = ask("Tianwen-1", T.PRODUCT, candidates=PROBES, proper=True)
    assert len(found) == 4 and {option.origin for option in found} == {"key", "document"}
    assert "Tianwen-1" not in wrong(found)


def test_then_from_the_store():
    candidates = [*PROBES[:2], candidate("Viking 1", T.PRODUCT, proper=True, origin="store", document="other.txt")]
    found = ask("Tianwen-1", T.PRODUCT, candidates=candidates, proper=True)
    assert sorted(option.origin for option in found) == ["document", "document", "key", "store"]


def test_then_from_a_list_that_has_the_key():
    found = ask("China", T.COUNTRY, candidates=[candidate("Japan", T.COUNTRY, proper=True)], proper=True)
    assert sorted(option.origin for option in found) == ["document", "key", "list", "list"]


@pytest.mark.parametrize(
    ("key", "type", "others"),
    [
        ("Mars", T.CELESTIAL, {"Titan", "Sirius", "Tianwen"}),
        ("Asia", T.PLACE, {"Paris", "Texas"}),
        ("China", T.COUNTRY, {"Utopia"}),
    ],
)
def test_members_of_a_list_stay_among_themselves(key, type, others):
    found = ask(key, type, candidates=[candidate(text, type, proper=True) for text in others], proper=True)
    assert len(found) == 4 and not others & wrong(found)


@pytest.mark.parametrize(
    ("key", "type", "proper", "others"),
    [
        ("Elon Musk", T.PERSON, True, ["Musk", "Einstein", "Newton", "Kepler"]),
        ("Elon Musk", T.PERSON, True, ["Mr Elon Musk", "Elon Musk", "Elon"]),
        ("Tianwen-1", T.PRODUCT, True, ["Tianwen-1 rover", "the Tianwen-1", "tianwen-1"]),
        ("the lunar rover", T.THING, False, ["a lander", "an orbiter", "the rover", "rockets"]),
        ("a lander", T.THING, False, ["the lander", "its lander", "the probe"]),
        ("China National Space Administration", T.ORGANISATION, True, ["CNSA", "NASA", "ESA"]),
        ("because it was cold", T.CLAUSE, False, ["because it was hot", "because it was wet", "because it was dry"]),
    ],
)
def test_what_is_unlike_the_key_or_the_same_is_not_offered(key, type, proper, others):
    candidates = [candidate(text, type, proper=proper) for text in others]
    assert ask(key, type, candidates=candidates, proper=proper) == ()


def test_number_and_capital_agree():
    candidates = [candidate(text, T.THING, plural=True) for text in ("rockets", "probes", "rovers")]
    assert ask("lander", T.THING, candidates=candidates) == ()
    assert len(ask("landers", T.THING, candidates=candidates, plural=True)) == 4


def test_aliases_of_the_key_are_not_offered():
    for seed in range(30):
        texts = wrong(ask("the US", T.COUNTRY, proper=True, seed=str(seed)))
        assert len(texts) == 3 and not {"the United States", "America"} & texts


def test_names_that_are_true_or_stand_in_the_stem_are_not_offered():
    for seed in range(30):
        found = ask("China", T.COUNTRY, proper=True, true=["India"], stem="Which country beat Japan?", seed=str(seed))
        assert len(found) == 4 and not {"India", "Japan"} & wrong(found)


def test_an_alias_of_a_name_in_the_stem_is_not_offered():
    for seed in range(60):
        found = ask("China", T.COUNTRY, proper=True, stem="Who beat the US?", seed=str(seed))
        assert "the United States" not in wrong(found)


def test_a_key_that_is_the_longest_by_far_gets_nothing():
    candidates = [candidate(text, T.THING) for text in ("a rock", "a stone", "a lump")]
    assert ask("a wonderfully well-preserved meteorite", T.THING, candidates=candidates) == ()


def test_the_article_takes_the_capital_of_the_key():
    candidates = [candidate(text, T.THING) for text in ("the rover", "the lander", "the orbiter")]
    assert {text[0] for text in wrong(ask("The probe", T.THING, candidates=candidates))} == {"T"}


def test_same_arguments_same_options_whatever_the_order_of_the_pool():
    assert ask("Tianwen-1", T.PRODUCT, candidates=PROBES, proper=True) == ask(
        "Tianwen-1", T.PRODUCT, candidates=PROBES[::-1], proper=True
    )


def test_another_seed_another_order():
    orders = {tuple(o.text for o in ask("China", T.COUNTRY, proper=True, seed=str(n))) for n in range(8)}
    assert len(orders) == 8


def test_a_pool_knows_what_is_near():
    several = [
        candidate(text, T.PRODUCT, proper=True, origin="store", document=key)
        for key, texts in (("a.txt", ("Luna 2", "Luna 24", "Yutu")), ("b.txt", ("Viking 1", "Viking 2", "Spirit")))
        for text in texts
    ]
    pool = Pool(several)
    for key, expected in (("a.txt", {"Luna 2", "Luna 24", "Yutu"}), ("b.txt", {"Viking 1", "Viking 2", "Spirit"})):
        found = options(
            phrase("Tianwen-1", T.PRODUCT, proper=True),
            answer="Tianwen-1",
            pool=pool.near(key),
            also_true=(),
            stem="",
            seed="q",
        )
        assert wrong(found) == expected and {option.origin for option in found} == {"key", "document"}


# --- statements -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "type"), NUMERIC)
def test_a_false_value_is_another(text, type):
    value = false_value(phrase(text, type), answer=text, pool=Pool(()), also_true=(), stem="", seed="q")
    assert value and not Said([text]).has(value)


@pytest.mark.parametrize("city", ["Santiago", "Zurich"])
def test_a_city_has_no_options_from_all_over_the_world(city):
    assert not ask(city, T.PLACE, candidates=[], proper=True)


@pytest.mark.parametrize("bound", ["more than 40 metres", "at least 12 men", "up to 300 km", "over 40 metres"])
def test_no_false_value_for_what_has_one_end_only(bound):
    key = phrase(bound, T.QUANTITY)
    assert false_value(key, answer=bound, pool=Pool(()), also_true=(), stem="", seed="q") is None


def test_a_place_stands_beside_its_own_class():
    dam = candidate("the Kariba Dam", T.PLACE, proper=True, head="dam")
    delta = candidate("the Danube Delta", T.PLACE, proper=True, head="delta")
    key = phrase("the Mekong Delta", T.PLACE, proper=True, head="delta")
    said = {"answer": key.text, "also_true": (), "stem": "", "seed": "q"}
    assert false_value(key, pool=Pool([dam]), **said) is None
    assert false_value(key, pool=Pool([dam, delta]), **said) == "the Danube Delta"


def test_a_country_does_not_stand_beside_an_empire():
    empire = candidate("the Almarian Empire", T.COUNTRY, proper=True, head="empire")
    key = phrase("England", T.COUNTRY, proper=True, head="england")
    assert false_value(key, answer="England", pool=Pool([empire]), also_true=(), stem="", seed="q") is None


def test_no_false_value_from_a_closed_list():
    key = phrase("France", T.COUNTRY, proper=True)
    assert false_value(key, answer="France", pool=Pool(()), also_true=(), stem="", seed="q") is None


@pytest.mark.parametrize(("text", "kept"), [("20 May 1570", "20 May "), ("May 20, 1970", "May 20, ")])
def test_a_false_day_is_in_another_year(text, kept):
    found = [
        false_value(phrase(text, T.DATE), answer=text, pool=Pool(()), also_true=(), stem="", seed=f"q{n}")
        for n in range(9)
    ]
    assert all(each is not None and each.startswith(kept) and each != text for each in found)
    assert all(abs(int((each or "")[-4:]) - int(text[-4:])) > 1 for each in found)


def test_one_good_name_is_enough_for_a_false_value():
    key = phrase("Tianwen-1", T.PRODUCT, proper=True)
    assert false_value(key, answer="Tianwen-1", pool=Pool(PROBES[:1]), also_true=(), stem="", seed="q") == "Luna 2"


def test_no_false_value_where_nothing_is_like_the_key():
    key = phrase("Tianwen-1", T.PRODUCT, proper=True)
    assert false_value(key, answer="Tianwen-1", pool=Pool(()), also_true=(), stem="", seed="q") is None


def test_a_weekday_beside_a_year_has_no_neighbours() -> None:
    key = Phrase(text="Friday 1969", start=0, end=11, role="time", type=PhraseType.DATE)
    assert options(key, answer="Friday 1969", pool=Pool(()), also_true=(), stem="", seed="q") == ()


@pytest.mark.parametrize(
    ("taken", "text", "same"),
    [
        (["the Rhine"], "Rhine", True),
        (["China"], "People's Republic of China", True),
        (["World Health Organization"], "WHO", True),
        (["WHO"], "World Health Organization", True),
        (["the city of Worms", "Speyer"], "Worms", True),
        (["Worms", "Speyer"], "the city of Worms", True),
        (["New York", "York Minster"], "New Delhi", False),
        (["Lake Como", "Garda"], "Como Lake", False),
        (["A"], "Alan Bates", False),
        (["", "the"], "", True),
        ([], "Worms", False),
    ],
)
def test_what_is_said_already(taken: list[str], text: str, same: bool) -> None:
    assert Said(taken).has(text) == same


def test_what_was_added_is_said_too() -> None:
    shown = Said(["Speyer"])
    shown.add("Worms")
    assert shown.has("Worms") and not Said(["Speyer"]).has("Worms")


# --- what cannot stand in the story ---------------------------------------------------------------------------------


COUNTRIES = ("Mali", "Austria", "France", "Spain", "Egypt", "the Soviet Union")


def countries(origin):
    return [candidate(text, T.COUNTRY, proper=True, origin=origin) for text in COUNTRIES]


def offered(text, type, **more):
    return {option.text for option in ask(text, type, **more) if not option.correct}


def test_countries_come_from_the_same_part_of_the_world():
    assert offered("Iceland", T.COUNTRY, proper=True, candidates=countries("store")) == {"Austria", "France", "Spain"}


def test_countries_that_no_text_names_are_neighbours():
    found = set().union(*(offered("Greece", T.COUNTRY, proper=True, seed=str(seed)) for seed in range(20)))
    assert found and not found & {"Norway", "Belgium", "Ireland", "Sweden"}


def test_a_river_of_another_continent_is_no_option():
    assert not offered("the Nile", T.PLACE, proper=True)


def test_a_language_stands_for_no_place():
    others = [candidate(text, T.PLACE, proper=True) for text in ("English", "Swahili", "Danish")]
    assert not offered("Kilwa", T.PLACE, proper=True, candidates=others)


def test_rough_decades_have_no_neighbours():
    assert not offered("some two decades", T.DURATION)


def test_a_country_that_the_text_names_may_be_far_away():
    assert offered("Iceland", T.COUNTRY, proper=True, candidates=countries("document")) & {"Mali", "Egypt"}


@pytest.mark.parametrize(
    ("text", "key", "far"),
    [("Mali", "Iceland", True), ("Egypt", "Mali", False), ("Egypt", "Iraq", False), ("Norland", "Iceland", False)],
)
def test_parts_of_the_world(text, key, far):
    assert regions.far(text, key) is far


@pytest.mark.parametrize(
    ("text", "key", "both"),
    [("Great Britain", "England", True), ("Prussia", "Germany", True), ("Spain", "England", False)],
)
def test_countries_that_overlap(text, key, both):
    assert regions.overlap(text, key) is both


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Prussia's", True),
        ("Ada Holm in 1985", True),
        ("Ada Holm in May 1985", True),
        ("Ada Holm", False),
        ("Blake 7", False),
    ],
)
def test_a_name_that_is_cut(text, cut):
    assert likeness.is_cut(text) is cut


@pytest.mark.parametrize(
    ("text", "key", "stem", "fits"),
    [
        ("Thomas Holm", "Anna Vik", "Who did Nils Brandt marry?", False),
        ("Maria Holm", "Anna Vik", "Who did Nils Brandt marry?", True),
        ("Maria Holm", "Xo Vik", "Who was the husband of Eva Brandt?", False),
        ("Thomas Holm", "Xo Vik", "Who was the husband of Eva Brandt?", True),
        ("Thomas Holm", "Anna Vik", "Who found the comet?", True),
    ],
)
def test_a_wife_is_a_woman(text, key, stem, fits):
    assert likeness.fits_kin(text, key, stem) is fits


def test_nobody_is_introduced_to_their_own_son():
    people = [
        candidate(each, T.PERSON, proper=True) for each in ("Nils Brandt's son Olav", "Eva Moe", "Ida Vik", "Jon Aas")
    ]
    found = offered("Per Lie", T.PERSON, proper=True, candidates=people, stem="Who met Nils Brandt?")
    assert found == {"Eva Moe", "Ida Vik", "Jon Aas"}


def test_dates_lie_in_the_years_that_they_may_lie_in():
    found = options(
        phrase("1880", T.DATE), answer="1880", pool=Pool([]), also_true=[], stem="", seed="s", years=(1879, 1890)
    )
    assert found and all(1879 <= int(option.text) <= 1890 for option in found)


def test_a_false_count_is_never_one():
    two = phrase("two broad groups", T.NUMBER)
    wrong = {false_value(two, answer="two", pool=Pool([]), also_true=[], stem="", seed=str(seed)) for seed in range(30)}
    assert "one" not in wrong and wrong - {None}


@pytest.mark.parametrize("text", ["12 May 1906", "October 1923"])
def test_a_day_or_a_month_moves_to_another_year(text):
    other = moments.in_another_year(text, seed="s")
    assert other != text and other[:-4] == text[:-4]


def test_a_false_year_is_some_years_away():
    told = [candidate(each, T.DATE) for each in ("1881", "1894", "1840")]
    wrong = {
        false_value(phrase("1880", T.DATE), answer="1880", pool=Pool(told), also_true=[], stem="", seed=str(seed))
        for seed in range(9)
    }
    assert wrong and all(0 < abs(int(each) - 1880) <= 14 for each in wrong)
