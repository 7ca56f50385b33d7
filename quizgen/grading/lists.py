"""Answers of several items, in any order, and places named with the larger place they lie in."""

import re

from quizgen.grading import words
from quizgen.grading.wordlist import phrases

_SEPARATOR = re.compile(
    r"\s*(?:;|\n|,(?![0-9]{3})\s*(?:and\s|&)?|\s(?:and|&|plus)\s|\s\+\s|(?<=[^\W\d])\s?/\s?(?=[^\W\d]))\s*",
    re.IGNORECASE,
)
_LARGER = phrases(
    "afghanistan, albania, algeria, andorra, angola, argentina, armenia, australia, austria, azerbaijan, bahamas, "
    "bahrain, bangladesh, barbados, belarus, belgium, belize, benin, bhutan, bolivia, bosnia, botswana, brazil, "
    "bulgaria, burkina faso, burundi, cambodia, cameroon, canada, chad, chile, china, colombia, congo, costa "
    "rica, croatia, cuba, cyprus, czechia, czech republic, denmark, djibouti, dominican republic, ecuador, egypt, "
    "el salvador, england, eritrea, estonia, ethiopia, fiji, finland, france, gabon, gambia, georgia, germany, "
    "ghana, great britain, greece, guatemala, guinea, guyana, haiti, honduras, hungary, iceland, india, "
    "indonesia, iran, iraq, ireland, israel, italy, ivory coast, jamaica, japan, jordan, kazakhstan, kenya, "
    "kuwait, kyrgyzstan, laos, latvia, lebanon, lesotho, liberia, libya, liechtenstein, lithuania, luxembourg, "
    "madagascar, malawi, malaysia, maldives, mali, malta, mauritania, mauritius, mexico, moldova, monaco, "
    "mongolia, montenegro, morocco, mozambique, myanmar, namibia, nepal, netherlands, new zealand, nicaragua, "
    "niger, nigeria, north korea, north macedonia, northern ireland, norway, oman, pakistan, palestine, panama, "
    "papua new guinea, paraguay, peru, philippines, poland, portugal, qatar, romania, russia, rwanda, saudi "
    "arabia, scotland, senegal, serbia, sierra leone, singapore, slovakia, slovenia, somalia, south africa, south "
    "korea, south sudan, spain, sri lanka, sudan, suriname, sweden, switzerland, syria, taiwan, tajikistan, "
    "tanzania, thailand, togo, tunisia, turkey, turkmenistan, uganda, ukraine, united arab emirates, united "
    "kingdom, uk, united states, united states of america, us, usa, uruguay, uzbekistan, venezuela, vietnam, "
    "wales, yemen, zambia, zimbabwe, alabama, alaska, arizona, arkansas, california, colorado, connecticut, "
    "delaware, florida, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, "
    "massachusetts, michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire, new "
    "jersey, new mexico, new york, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode "
    "island, south carolina, south dakota, tennessee, texas, utah, vermont, virginia, washington, west virginia, "
    "wisconsin, wyoming, dc, africa, asia, europe, north america, south america, antarctica, oceania "
)

_LARGEST = phrases("uk, united kingdom, us, usa, united states, united states of america, africa, asia, europe")


def items(text: str) -> list[str]:
    """Return the items of an enumeration; one item where there is none."""
    found = [item.strip() for item in _SEPARATOR.split(text.strip(" .;,"))]
    return [re.sub(r"^(?:and|both|either)\s+", "", item, flags=re.IGNORECASE) for item in found if item]


def without_larger_place(text: str) -> str:
    """Return "Paris" of "Paris, France": what stands before the countries, states or continents after commas."""
    first, *rest = [part.strip() for part in text.split(",")]
    larger = [" ".join(words.tokens(part)) for part in rest]
    around = _LARGEST if is_larger(first) else _LARGER
    inside = first and rest and all(name.removeprefix("the ") in around for name in larger)
    return first if inside else text


def is_larger(text: str) -> bool:
    """Tell whether a text names a country, a state or a continent."""
    return " ".join(words.tokens(text)).removeprefix("the ") in _LARGER
