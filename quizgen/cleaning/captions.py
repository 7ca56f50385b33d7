"""Captions and credits of pictures that stand in the running text."""

import re

from quizgen.cleaning.sentences import has_finite, is_terminal

_AGENCY = (
    r"Getty(?: Images)?|Reuters|AFP|AP(?: Photo)?|Xinhua|EPA(?:-EFE)?|Shutterstock|iStock(?:photo)?|Unsplash"
    r"|Pixabay|Pexels|Alamy(?: Stock Photo)?|Bloomberg|PA(?: Wire| Media| Images)?|Wikimedia(?: Commons)?|Flickr"
    r"|Corbis|NurPhoto|ZUMA|SOPA Images|Anadolu(?: Agency)?|TASS|Kyodo|Yonhap|Adobe Stock|Rex Features"
    r"|Press Association|Associated Press|VCG|ANI|PTI|dpa|LightRocket|Handout|CC BY(?:-[A-Z]+)*(?: \d\.\d)?"
    r"|NASA|ESA|NOAA|ESO"
)
_PICTURE = (
    r"(?:photo(?:graph|graphy)?|image|picture|illustration|graphic|screenshot|screengrab|artwork|map|chart|video)s?"
)
_MAKER = rf"(?i:(?:file |main |lead )?{_PICTURE}(?: credit| source)?s?|credits?(?: [a-z])?|source|courtesy|handout)"
# In brackets at the end of a paragraph: "(Photo by A. Smith/AFP)", "(Source: B. Jones)", "(C. Lee via Getty Images)".
_INSIDE = re.compile(
    rf"{_MAKER}(?: by|:| of|/| courtesy| via) ?\S.*|(?:AP|Reuters|AFP) Photo.*"
    rf"|(?:.*(?:/| via |, |: ))?(?:{_AGENCY})(?: .*)?"
    r"|.{2,40}/.{2,40} (?:Images|Agency|Press|Photos?|Pictures|Media|News)"
)
_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,200})[)\]]\.?$")
_LINE = re.compile(
    rf"(?:(?:Image|Media) source, .{{2,60}}|{_MAKER}(?: by |: ?| courtesy (?:of )?(?:the )?)[\"“‘'@©A-Z].{{0,100}}"
    rf"|(?:.{{2,40}}/)?(?:{_AGENCY})(?:/.{{2,40}})?)"
)
_TAIL = re.compile(
    r"(?<=[.!?\"”)]) ("
    r"(?:Photo|Image|Picture|Photograph|Illustration|Video|Graphic)(?: credit)?(?: by|:) [^.!?]{2,80}\.?)$"
)

_BARE = r"(?:Photo|Image|Picture|Photograph|Screengrab|Screenshot|Illustration)"
_KIND = r"(?:file|handout|undated|aerial|satellite|composite|combination|archive|recent|historical|infrared|radar|pool)"
_SOURCE = r"(?:released|provided|taken|made available|issued|published|supplied|courtesy|from|by|shows?|showing|of)"
_GIVEN = r"(?:released|provided|taken|made available|issued|published|supplied)"
_PHOTO = r"(?:photo(?:graph)?|image|picture)"
# The first sentence describes a picture; the report may follow it in the same paragraph.
_CAPTION = re.compile(
    "|".join(
        (
            rf"(?:{_BARE}|(?:An? )?(?i:{_KIND})(?:,? {_KIND})*,? (?i:{_PICTURE})) {_SOURCE}\b",
            rf"This (?:[\w,.-]+ ){{0,5}}{_PHOTO} (?:{_GIVEN}|from|shows?)\b",
            rf"In this (?:[\w,.-]+ ){{0,5}}{_PHOTO} (?:{_GIVEN}|from)\b",
            rf"In this (?:[\w,.-]+ ){{0,5}}{_KIND},? (?:[\w,.-]+ ){{0,2}}{_PHOTO}\b",
        )
    )
)
_LABEL = re.compile(
    "|".join(
        (
            r"(?:FILE(?: PHOTO)?|File (?:photo|image|picture))\s?[-–—:]",
            r"(?:Pictured|Above|Below|Left|Right|Top|Bottom|Inset|Caption)(?: (?:left|right))?: ",
            r"(?:Clockwise from|From left(?: to right)?[,:]) ",
            r"(?:Figure|Fig\.|FIGURE|Plate|Map|Photo|Image) [A-Z]?\d+(?:[.–-]\d+)*[a-z]?(?:[.:]| [-–—])? [\"“A-Z]",
            r"(?i:(?:image|photo|picture|video) caption)[,:]? ",
        )
    )
)


def is_credit_line(text: str) -> bool:
    """The whole block names the maker of a picture: "Photograph: Jane Doe/AFP", "Image credit: ESA"."""
    inside = _BRACKET.fullmatch(text)
    return bool(_LINE.fullmatch(text) or (inside and _INSIDE.fullmatch(inside[1])))


def credit_start(tail: str) -> int | None:
    """Return where the credit begins with which a paragraph ends, None where it ends in none.

    ``tail`` is the paragraph or its last few hundred characters.
    """
    found = _BRACKET.search(tail)
    if found and _INSIDE.fullmatch(found[1]) and _stands_apart(tail[: found.start()], found[1]):
        return found.start()
    found = _TAIL.search(tail)
    return found.start(1) if found else None


def _stands_apart(before: str, inside: str) -> bool:
    """A bare "(AP)" within a sentence explains a name; a credit comes after it, or says that it is one."""
    before = before.rstrip()
    outspoken = "/" in inside or " via " in inside or ":" in inside or " by " in inside or " " in inside
    return not before or is_terminal(before) or before[-1] in ")]" or outspoken


def is_caption(sentence: str) -> bool:
    """The sentence says of itself that it describes a picture."""
    return bool(_CAPTION.match(sentence))


def is_labelled(text: str) -> bool:
    """The whole block is a caption, as its label says: "Figure 3. …", "FILE PHOTO: …", "Above: …"."""
    return bool(_LABEL.match(text))


def is_statement(sentence: str) -> bool:
    """A sentence with an end and a verb, such as a report has and the words under a picture have not."""
    return is_terminal(sentence) and has_finite(sentence) and not is_caption(sentence)
