"""English is told from other languages, mostly without asking a classifier."""

import subprocess
import sys

import pytest

from quizgen import language
from quizgen.language import is_english

FOREIGN = {
    "German": "Der alte Turm steht am Ufer des Flusses, und die Kinder des Dorfes spielen dort jeden Abend.",
    "French": "Le vieux moulin se dresse au bord de la rivière et les enfants du village y jouent tous les soirs.",
    "Spanish": "El viejo molino está a la orilla del río y los niños del pueblo juegan allí todas las tardes.",
    "Dutch": "De oude molen staat aan de oever van de rivier en de kinderen van het dorp spelen er elke avond.",
    "Italian": "Il vecchio mulino si trova sulla riva del fiume e i bambini del villaggio giocano lì ogni sera.",
    "Portuguese": "O velho moinho fica na margem do rio e as crianças da aldeia brincam lá todas as tardes.",
    "Swedish": "Den gamla kvarnen ligger vid floden och barnen i byn leker där varje kväll efter skolan.",
    "Polish": "Stary młyn stoi nad brzegiem rzeki, a dzieci z wioski bawią się tam każdego wieczoru po szkole.",
    "Russian": "Старая мельница стоит на берегу реки, и дети из деревни играют там каждый вечер после школы.",
    "Greek": "Ο παλιός μύλος βρίσκεται στην όχθη του ποταμού και τα παιδιά παίζουν εκεί κάθε βράδυ.",
    "Chinese": "古老的磨坊坐落在河边，村里的孩子们每天晚上放学后都在那里玩耍。",
    "Japanese": "古い水車小屋は川のほとりにあり、村の子供たちは毎晩そこで遊んでいます。",
    "Arabic": "تقع الطاحونة القديمة على ضفة النهر ويلعب أطفال القرية هناك كل مساء بعد المدرسة.",
}
DOUBTFUL = {
    "Finnish": "Vanha mylly seisoo joen rannalla, ja kylän lapset leikkivät siellä joka ilta koulun jälkeen.",
    "Hungarian": "A régi malom a folyó partján áll, és a falu gyermekei minden este ott játszanak iskola után.",
    "Turkish": "Eski değirmen nehrin kıyısında duruyor ve köyün çocukları her akşam okuldan sonra orada oynuyor.",
}
ENGLISH = {
    "plain": "The old mill stands on the bank of the river, and the children of the village play there.",
    "foreign names": "Łukasz Wójcik and Jürgen Groß met Nguyễn Văn Thành in Kraków before they left for Düsseldorf.",
    "foreign terms": "The words raison d'être, Zeitgeist and mañana came into English from other languages.",
    "places": "From Île de la Cité the road leads to the Rue de Rivoli, which was named after a battle.",
    "old": "Hath not the miller eyes? He that grindeth the corn of his lord shall eat of the bread.",
    "technical": "Mitochondria convert glucose into adenosine triphosphate; ribosomes have no membrane.",
    "many names": (
        "Marie Curie was born in Warsaw in 1867. Marie Curie married Pierre Curie in 1895. Marie Curie discovered "
        "polonium in 1898. Marie Curie died in 1934. Pierre Curie died in Paris."
    ),
    "short": "The mill stood here.",
    "short with names": "Marie Curie died in Passy.",
    "title": "Photosynthesis",
    "names only": "Anna Kowalska",
    "numbers": "1821 – 1921",
    "empty": "",
    "list": "Hydrogen, helium, lithium, beryllium, boron, carbon, nitrogen, oxygen, fluorine, neon, sodium, magnesium",
}


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_other_languages_are_refused(text: str) -> None:
    assert not is_english(text)
    assert not is_english(" ".join([text] * 400))


@pytest.mark.parametrize("text", DOUBTFUL.values(), ids=DOUBTFUL)
def test_languages_without_listed_words_are_refused_by_the_classifier(text: str) -> None:
    assert not is_english(text)


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_english_is_accepted(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize("text", ["Die Mühle und der Fluss", "Le moulin et la rivière", "Старая мельница", "磨坊"])
def test_a_short_text_is_refused_only_for_what_it_says(text: str) -> None:
    assert not is_english(text)


@pytest.mark.parametrize("name", ["plain", "foreign names", "foreign terms", "places", "old"])
def test_plain_english_needs_no_classifier(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_ask", lambda words: pytest.fail("asked"))
    assert is_english(ENGLISH[name])


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_clear_foreign_text_needs_no_classifier(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_ask", lambda words: pytest.fail("asked"))
    assert not is_english(text)


def test_the_middle_of_a_long_text_counts() -> None:
    assert is_english(ENGLISH["plain"] * 2_000 + FOREIGN["German"])


def test_the_classifier_is_not_imported_for_plain_english() -> None:
    call = f"from quizgen.language import is_english; is_english({ENGLISH['plain']!r})"
    code = f"import sys; {call}; print('py3langid' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
