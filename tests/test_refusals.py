"""Which questions are not asked: their stem fits many, their answer says nothing."""

from dataclasses import replace

import pytest
from drafts import IS, T, draft, name, passive, phrase, refusals, verb, year

from quizgen.model import FactDraft, FactKind, Phrase, PhraseType, Value, Verb
from quizgen.questions.refusals import CODES

K = FactKind
ADA = name("Ada Brook")
STRESSED = replace(verb("did free", "free", aux=("did",)), past="freed")


def definition(subject: Phrase, told: str, extractor: str = "definition") -> FactDraft:
    return draft(subject, IS, phrase(told, "attribute"), kind=K.DEFINITION, extractor=extractor)


def term(text: str) -> Phrase:
    return phrase(text, "subject", T.TERM)


def thing(text: str, **more: object) -> Phrase:
    return phrase(text, "object", **more)


def at(text: str, prep: str = "in", **more: object) -> Phrase:
    return phrase(text, "place", T.PLACE, prep=prep, **more)


def day(text: str, iso: str) -> Phrase:
    return phrase(text, "time", T.DATE, prep="on", values=(Value(role="time", text=text, type="date", iso=iso),))


def measured(text: str, kind: PhraseType = T.QUANTITY, role: str = "object") -> Phrase:
    return phrase(text, role, kind, values=(Value(role=role, text=text, type="quantity", number=1.0),))


def has(text: str = "has", base: str = "have") -> Verb:
    return verb(text, base, tense="present")


REFUSED = [
    (
        draft(
            phrase("trains", "subject", plural=True),
            verb("make", "make", tense="present"),
            thing("a detour", head="detour"),
        ),
        "What do trains make?",
    ),
    (
        draft(ADA, verb("took", "take"), thing("lessons", head="lesson", plural=True), at("Orvik", proper=True)),
        "What did Ada Brook take in Orvik?",
    ),
    (
        draft(ADA, verb("crossed", "cross"), thing("a second bridge"), year("1931")),
        "In which year did Ada Brook cross a second bridge?",
    ),
    (
        draft(
            phrase("another line", "subject"),
            verb("reached", "reach"),
            name("Orvik", "object", T.PLACE),
            year("1931"),
        ),
        "In which year did another line reach Orvik?",
    ),
    (
        draft(
            name("Linctol", type=T.PRODUCT),
            passive("made", "make", aux="is"),
            name("the firm Ansell", "agent", T.ORGANISATION, prep="by"),
        ),
        "What is made by the firm Ansell?",
    ),
    (
        draft(name("Ansell", type=T.ORGANISATION), verb("makes", "make", tense="present"), thing("Linctol")),
        "What does Ansell make?",
    ),
    (
        draft(name("Ada Brook"), verb("reached", "reach"), name("Calcutta", "object", T.PLACE), year("1878")),
        "Who reached Calcutta in 1878?",
    ),
    (
        draft(
            ADA,
            verb("emigrated", "emigrate"),
            year("1950"),
            phrase("because food was dear", "reason", T.CLAUSE),
            kind=K.REASON,
        ),
        "Who emigrated in 1950?",
    ),
    (
        draft(ADA, verb("trained", "train"), name("Elm Hall", "other", T.UNKNOWN, prep="at"), year("1950")),
        "Who trained at Elm Hall in 1950?",
    ),
    (draft(ADA, passive("sent", "send"), at("Peru", "to", proper=True)), "Who was sent to Peru?"),
    (
        draft(
            name("Ada Brook's mother"),
            verb("sold", "sell"),
            thing("Ada Brook's boat", bound="Ada Brook's boat"),
            year("1896"),
        ),
        "In which year did Ada Brook's mother sell Ada Brook's boat?",
    ),
    (
        draft(name("the pilot Ada Brook"), verb("used", "use"), thing("charts that Ada Brook had drawn")),
        "Who used charts that Ada Brook had drawn?",
    ),
    (
        draft(name("Janeth", type=T.THING), verb("outlived", "outlive"), name("Otto Rahl", "object")),
        "What outlived Otto Rahl?",
    ),
    # what lacks its whole, is said twice, or goes on and on
    (
        definition(phrase("the SI unit", "subject", T.TERM, head="unit"), "the becquerel", "identity"),
        "What is the SI unit?",
    ),
    (draft(phrase("the upper surface", "subject", head="surface"), IS, phrase("rough", "attribute")), "What is rough?"),
    (
        draft(
            name("the mill", head="mill"),
            verb("kept", "keep"),
            name("the Weir Lock", "object", T.PLACE),
            year("1896"),
            kind=K.EVENT,
        ),
        "In which year did the mill keep the Weir Lock?",
    ),
    (
        draft(ADA, verb("sold", "sell"), thing("fourteen boats"), phrase("boats of Ada Brook", "other", prep="as")),
        "What did Ada Brook sell as boats of Ada Brook?",
    ),
    # descriptions that others share
    (definition(name("Kestrel", type=T.PRODUCT), "a four-wheeled rover"), "What is a four-wheeled rover?"),
    (definition(ADA, "a Scottish botanist who described ferns"), "Who is a Scottish botanist who described ferns?"),
    (definition(term("the jib"), "a triangular sail"), "What is the term for a triangular sail?"),
    (definition(term("a tuyere"), "a very narrow pipe"), "What is the term for a very narrow pipe?"),
    (definition(term("the melting zone"), "the lower part"), "What is the lower part?"),
    (definition(term("the lower part"), "the melting zone"), "What is the lower part?"),
    (draft(name("Orvik", type=T.PLACE), IS, phrase("a port city", "attribute")), "What is a port city?"),
    # predicates that fit many
    (draft(ADA, passive("born", "bear"), at("Ghent", proper=True), kind=K.EVENT), "Who was born in Ghent?"),
    (draft(ADA, passive("buried", "bury"), at("Ghent", proper=True), kind=K.EVENT), "Who was buried in Ghent?"),
    (draft(ADA, verb("died", "die"), year("1963"), kind=K.EVENT), "Who died in 1963?"),
    (draft(ADA, verb("retired", "retire"), year("1963"), kind=K.EVENT), "Who retired in 1963?"),
    (
        draft(phrase("Welsh slate quarries", "subject", plural=True), verb("closed", "close"), year("1970")),
        "What closed in 1970?",
    ),
    (draft(name("Kestrel", type=T.PRODUCT), passive("launched", "launch"), year("2008")), "What was launched in 2008?"),
    (
        draft(name("the Atlas", type=T.WORK), verb("appeared", "appear"), day("3 May 1571", "1571-05-03")),
        "What appeared on 3 May 1571?",
    ),
    (
        draft(
            name("the Alta fjord", type=T.PLACE), IS, phrase("179 km long", "attribute", T.QUANTITY), kind=K.QUANTITY
        ),
        "What is 179 km long?",
    ),
    (draft(phrase("a ticket", "subject"), has("costs", "cost"), measured("$20", T.MONEY)), "What costs $20?"),
    (draft(phrase("the current", "subject"), has("turns", "turn"), phrase("around", "manner")), "What turns around?"),
    (draft(ADA, verb("left", "leave"), name("Spain", "object", T.COUNTRY), year("1936")), "Who left Spain in 1936?"),
    (draft(ADA, verb("studied", "study"), at("Leiden", proper=True)), "Who studied in Leiden?"),
    (
        draft(name("Orvik", type=T.PLACE), has("lies", "lie"), at("a bay that opens to the west", "on")),
        "What lies on a bay that opens to the west?",
    ),
    (draft(ADA, verb("described", "describe"), thing("a further layer")), "Who described a further layer?"),
    (draft(phrase("tin", "subject"), IS, phrase("softer", "attribute")), "What is softer?"),
    (
        draft(name("The Tin Drummer", type=T.WORK), verb("received", "receive"), thing("a prize"), year("1955")),
        "What received a prize in 1955?",
    ),
    (
        draft(name("Leith", type=T.PLACE), verb("served", "serve"), phrase("a depot for whalers", "other", prep="as")),
        "What served as a depot for whalers?",
    ),
    (
        draft(
            phrase("grey whales", "subject", plural=True),
            verb("can reach", "reach", tense="modal", aux=("can",)),
            measured("15 metres"),
            phrase("length", "other", prep="in"),
        ),
        "What can reach 15 metres in length?",
    ),
    (
        draft(name("Almaria", type=T.COUNTRY), has("covers", "cover"), measured("90,000 square km")),
        "Which country covers 90,000 square km?",
    ),
    (
        draft(ADA, verb("was brought up", "bring", particle="up", passive=True), at("Leith", proper=True)),
        "Who was brought up in Leith?",
    ),
    (
        draft(ADA, verb("wrote", "write"), thing("Ada Brook's last paper", bound="her last paper")),
        "Who wrote her last paper?",
    ),
    (definition(ADA, "the Scottish poet"), "Who is the Scottish poet?"),
    (
        draft(
            ADA,
            verb("enrolled", "enrol"),
            phrase("the Royal School of Mines", "other", T.ORGANISATION, prep="at", proper=True),
        ),
        "Who enrolled at the Royal School of Mines?",
    ),
    (
        draft(ADA, verb("joined", "join"), name("the Alpine Club", "object", T.ORGANISATION)),
        "Who joined the Alpine Club?",
    ),
    (
        draft(
            ADA,
            verb("set off", "set", particle="off"),
            phrase("the hills of Almaria", "place", T.PLACE, prep="into"),
            phrase("mule", "other", prep="by"),
        ),
        "Who set off into the hills of Almaria by mule?",
    ),
    (
        draft(ADA, verb("attended", "attend"), thing("a village school run by Quakers"), year("1899")),
        "Who attended a village school run by Quakers in 1899?",
    ),
    (
        draft(ADA, verb("died", "die"), at("Leith", proper=True), day("3 May 1981", "1981-05-03")),
        "Who died in Leith on 3 May 1981?",
    ),
    (
        draft(
            name("the Ora plant", type=T.PRODUCT),
            has("makes", "make"),
            measured("9,000 cubic metres"),
            phrase("a day", "other"),
        ),
        "What makes 9,000 cubic metres a day?",
    ),
    # nobody in particular
    (
        draft(phrase("people", "subject", T.PEOPLE, plural=True), has("stop", "stop"), thing("searching")),
        "Who stops searching?",
    ),
    # number
    (
        draft(
            phrase("whole valleys", "subject", plural=True),
            verb("lost", "lose"),
            thing("the valleys' largest mill", bound="their largest mill"),
        ),
        "What lost their largest mill?",
    ),
    # what only people do
    (
        draft(
            name("the Tarim", type=T.PLACE), verb("lived", "live"), phrase("fishing and trade", "other", prep="from")
        ),
        "What lived from fishing and trade?",
    ),
    # verbs and what belongs to them
    (draft(ADA, verb("took", "take"), thing("notice")), "Who took notice?"),
    (draft(ADA, verb("had", "have"), thing("company")), "What did Ada Brook have?"),
    # answers that name nothing
    (draft(ADA, verb("listed", "list"), thing("Ada Brook's sources", bound="her sources")), "What did Ada Brook list?"),
    (
        draft(name("Welsh slate", type=T.THING), passive("quarried", "quarry", "is"), at("many regions")),
        "Where is Welsh slate quarried?",
    ),
    (
        draft(ADA, verb("planned", "plan"), thing("a second journey"), at("Chile", proper=True)),
        "What did Ada Brook plan in Chile?",
    ),
    (draft(ADA, verb("owned", "own"), thing("a house"), at("Leith", proper=True)), "What did Ada Brook own in Leith?"),
    (
        draft(
            phrase("the pressure", "subject"),
            verb("tries to force to open", "try", tense="present", complement="to force to open"),
            thing("the lid"),
        ),
        "What does the pressure try to force to open?",
    ),
    # thin stems
    (draft(ADA, verb("met", "meet"), name("Otto Rahl", "other", prep="with")), "With whom did Ada Brook meet?"),
    (
        draft(phrase("one of the rivers", "subject"), has("carries", "carry"), thing("more than 300 kinds of fish")),
        "What does one of the rivers carry?",
    ),
    (draft(ADA, verb("wanted", "want"), thing("quick results")), "What did Ada Brook want?"),
    (
        draft(phrase("a flood", "subject"), passive("followed", "follow"), phrase("fires", "agent", prep="by")),
        "What followed a flood?",
    ),
    (
        draft(phrase("most countries", "subject", plural=True), has("apply", "apply"), thing("strict tests")),
        "What do most countries apply?",
    ),
]

ASKED = [
    (
        draft(
            name("Orvik", type=T.PLACE),
            verb("joined", "join"),
            name("the Second Elbe League", "object"),
            year("1931"),
        ),
        "In which year did Orvik join the Second Elbe League?",
    ),
    (
        draft(
            name("Linctol", type=T.PRODUCT),
            passive("made", "make"),
            name("Ansell", "agent", T.ORGANISATION, prep="by"),
        ),
        "What was made by Ansell?",
    ),
    (
        draft(
            name("Ansell", type=T.ORGANISATION),
            verb("runs", "run", tense="present"),
            thing("trams"),
            at("Orvik", proper=True),
        ),
        "What does Ansell run in Orvik?",
    ),
    (
        draft(
            ADA,
            verb("died", "die"),
            phrase("an expedition to the Pamirs", "other", prep="on"),
            at("Almaria", proper=True),
            year("1930"),
        ),
        "Who died on an expedition to the Pamirs in Almaria in 1930?",
    ),
    (
        draft(
            name("Almaria", type=T.COUNTRY, noun="country"),
            verb("entered", "enter"),
            thing("the war against Gorm"),
            year("1779"),
        ),
        "Which country entered the war against Gorm in 1779?",
    ),
    (
        definition(name("Mount Roraima", type=T.PLACE), "the highest mountain of the Pakaraima chain"),
        "What is the highest mountain of the Pakaraima chain?",
    ),
    (
        definition(term("osmosis"), "the movement of water through a membrane"),
        "What is the term for the movement of water through a membrane?",
    ),
    (
        definition(term("a sextant"), "an instrument that measures angles"),
        "What is the term for an instrument that measures angles?",
    ),
    (definition(name("Kestrel", type=T.PRODUCT), "a four-wheeled rover"), "What is Kestrel?"),
    (definition(term("tinder"), "a dry mass of threads that catch fire"), "What is tinder?"),
    (definition(term("the cell wall"), "a stiff layer of cellulose"), "What is the cell wall?"),
    (definition(term("the sail area"), "the surface of all sails that are set"), "What is the sail area?"),
    (
        draft(name("Leith", type=T.PLACE), IS, phrase("the capital of Almaria", "attribute")),
        "What is the capital of Almaria?",
    ),
    (draft(ADA, verb("invented", "invent"), thing("the slide valve")), "Who invented the slide valve?"),
    (
        draft(ADA, verb("founded", "found"), name("the Alpine Club", "object", T.ORGANISATION)),
        "Who founded the Alpine Club?",
    ),
    (draft(ADA, verb("painted", "paint"), name("The Ferry", "object", T.WORK)), "Who painted The Ferry?"),
    (
        draft(phrase("phloem", "subject"), has("distributes", "distribute"), thing("sugars", plural=True)),
        "What distributes sugars?",
    ),
    (
        draft(ADA, passive("assassinated", "assassinate"), day("3 May 1812", "1812-05-03")),
        "Who was assassinated on 3 May 1812?",
    ),
    (
        draft(
            name("Kestrel", type=T.PRODUCT),
            verb("crashed", "crash"),
            phrase("the rim of a crater", "other", prep="into"),
            day("3 May 2019", "2019-05-03"),
        ),
        "What crashed into the rim of a crater on 3 May 2019?",
    ),
    (
        draft(ADA, verb("became", "become"), phrase("the first woman to fly over the Andes", "attribute")),
        "Who became the first woman to fly over the Andes?",
    ),
    (
        draft(phrase("smoke", "subject"), has("rises", "rise"), phrase("the hot air of a fire", "other", prep="with")),
        "What rises with the hot air of a fire?",
    ),
    (
        draft(
            phrase("glaciers", "subject", plural=True),
            has("cover", "cover"),
            measured("about a tenth of Iceland", T.QUANTITY),
        ),
        "What covers about a tenth of Iceland?",
    ),
    (
        draft(
            phrase("the titan arum", "subject"),
            has("opens", "open"),
            thing("the arum's pale flowers", bound="its flowers"),
        ),
        "What opens its flowers?",
    ),
    (draft(ADA, verb("took", "take"), thing("a photograph of the Moon")), "Who took a photograph of the Moon?"),
    (
        draft(phrase("electrons", "subject", plural=True), has("have", "have"), thing("mass")),
        "What do electrons have?",
    ),
    (
        draft(
            ADA,
            STRESSED,
            thing("the prisoners of Leith"),
        ),
        "Who freed the prisoners of Leith?",
    ),
    (draft(ADA, verb("invented", "invent"), thing("a telegraph")), "What did Ada Brook invent?"),
    (draft(phrase("sound", "subject"), has("needs", "need"), thing("a medium")), "What does sound need?"),
    (
        draft(
            ADA,
            verb("corresponded", "correspond"),
            name("Otto Rahl", "other", prep="with"),
            phrase("tides", "other", prep="about"),
        ),
        "With whom did Ada Brook correspond about tides?",
    ),
    (draft(ADA, verb("introduced", "introduce"), name("Freon", "object", T.PRODUCT)), "What did Ada Brook introduce?"),
    (
        draft(name("The Ferry", type=T.WORK), passive("painted", "paint"), name("Ada Brook", "agent", prep="by")),
        "By whom was The Ferry painted?",
    ),
    (
        draft(
            phrase("the temperature of the blood", "subject"),
            passive("regulated", "regulate", "is"),
            phrase("a gland in the brain", "agent", prep="by"),
        ),
        "What regulates the temperature of the blood?",
    ),
]


@pytest.mark.parametrize(("made", "prompt"), REFUSED)
def test_a_question_is_refused_with_a_reason(made: FactDraft, prompt: str) -> None:
    assert refusals(made)[prompt] in CODES


@pytest.mark.parametrize(("made", "prompt"), ASKED)
def test_a_question_is_asked(made: FactDraft, prompt: str) -> None:
    assert refusals(made)[prompt] == ""
