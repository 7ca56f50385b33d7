"""Words that are spelt in several ways: British and American, old and new, from other scripts."""

import re

from quizgen.grading.wordlist import listed

_SHORT = {
    "&": "and", "%": "percent", "st": "saint", "mt": "mount", "ft": "fort", "jr": "junior", "sr": "senior", "ok": "okay"
}  # fmt: skip
_VARIANTS = """
gray grey, aluminum aluminium, plow plough, mold mould, tire tyre, check cheque, jail gaol, maneuver manoeuvre,
skeptic sceptic, skeptical sceptical, artifact artefact, disk disc, whiskey whisky, yogurt yoghurt, ax axe,
pajamas pyjamas, story storey, judgment judgement, acknowledgment acknowledgement, aging ageing, draft draught,
curb kerb, cozy cosy, math maths, practice practise, mustache moustache, airplane aeroplane, doughnut donut,
cipher cypher, jewelry jewellery, enrollment enrolment, fulfill fulfil, skillful skilful, willful wilful,
installment instalment, specialty speciality, adviser advisor, inquiry enquiry, meager meagre, gypsy gipsy,
tsar czar tzar, muslim moslem, quran koran, muhammad mohammed mohammad mohamed, kyiv kiev, krakow cracow,
romania rumania, hanukkah chanukah hanukah
"""
_SAME = {word: words[0] for words in map(listed, _VARIANTS.split(",")) for word in words[1:]} | _SHORT
# The lengths keep four, rise, shoe and filled apart from for, rize, she and filed.
_RULES = [
    (re.compile(pattern), american)
    for pattern, american in (
        (r"(?<=[a-z]{2})our(?=s|ed|ing|able|ful|less|ite|ites|ist|hood|$)", "or"),
        (r"(?<=[a-z]{2})([tb])re(?=s?$)", r"\1er"),
        (r"(?<=[a-z]{3})is(?=e$|es$|ed$|er$|ers$|ing$|ation$|ations$)", "iz"),
        (r"(?<=[a-z]{3})ys(?=e$|es$|ed$|er$|ing$)", "yz"),
        (r"(?<=[a-z]{3})ence(?=s?$)", "ense"),
        (r"(?<=[a-z]{2})ogue(?=s?$)", "og"),
        (r"(?<=[a-z]{3})mme(?=s?$)", "m"),
        (r"sulph", "sulf"),
        (r"(?<=[a-z]{4})ll(?=ed$|ing$|er$|ers$|or$|ors$)", "l"),
        (r"(?<![aeiou])ae(?=[bcdfgmnpst])", "e"),
        (r"^oe(?=[sdc])|(?<=^f)oe(?=t)|(?<=^c)oe(?=l)|(?<=am)oe(?=b)|(?<=rrh)oe(?=a)|(?<=^hom)oe(?=o)", "e"),
        # Slavic names as they are written in English, German and French.
        (r"^ts?ch(?=[a-z]{3})", "ch"),
        (r"(?<=[a-z]{3}[oe])ff$", "v"),
        (r"(?<=[a-z]{2})sk(?:y|ij|yj|ii|iy)$", "ski"),
    )
]


def spelling(word: str) -> str:
    """Return the one spelling that stands for all spellings of a folded word; mostly the American one."""
    word = _SAME.get(word, word)
    if len(word) > 3 and word.isascii():
        for pattern, american in _RULES:
            word = pattern.sub(american, word)
    return word
