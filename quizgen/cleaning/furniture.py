"""Whole lines that belong to the page around a text: a table of patterns, tried in order on short blocks."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from quizgen.cleaning import dates, names
from quizgen.cleaning.captions import is_credit_line, is_labelled
from quizgen.cleaning.sentences import count, is_terminal

LONGEST = 400  # characters; anything longer is text

_CLOCK = r"(?:,? ?(?:at )?\d{1,2}[.:h]\d{2}(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,5})?)"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? )?"
_WHEN = rf"{_WEEKDAY}(?:{dates.DATE}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}){_CLOCK}?"
_STAMP = r"(?:(?:first |last |originally )?(?:published|updated|modified|posted|created)(?: on| at)?|date)"
_STAMPED = rf"(?:{_STAMP}:? {_WHEN}|{_WEEKDAY}{dates.DATE}{_CLOCK})"
_SITES = (
    r"(?:share|tweet|e-?mail|print|save|copy(?: the)? link|whatsapp|facebook|twitter|linkedin|reddit|pinterest|x"
    r"|telegram"
    r"|flipboard|instagram|messenger|bluesky)"
)
# What a site offers on every page, and the names of its parts; a row of them stands above many headlines.
_CONTROL = (
    r"(?:menu|search|sign (?:in|up|out)|log ?(?:in|on|out)|subscri(?:be|ptions?)|register|donate|my account"
    r"|newsletters?|basket|cart)"
)
_PART = (
    r"(?:home|news|world|africa|americas|asia|europe|uk|us|international|national|local|politics|business|economy|markets"
    r"|money|sports?|culture|arts|entertainment|lifestyle|life|travel|food|opinion|science|tech(?:nology)?|health|climate"
    r"|environment|nature|wildlife|oceans|weather|education|magazine|podcasts?|videos?|photos?|live|latest|games|jobs|shop"
    r"|about(?: us)?|contact(?: us)?|help|more)"
)
_OFFER = rf"(?:{_CONTROL}|{_PART})"


@dataclass(frozen=True, slots=True)
class Rule:
    """A block of at most ``words`` words that fits ``pattern`` as a whole is dropped as ``code``.

    With ``lead`` only above the text; ``open`` rules leave alone what ends as a sentence does.
    """

    code: str
    pattern: re.Pattern[str]
    words: int
    lead: bool = False
    open: bool = False


def _rule(code: str, words: int, *patterns: str, lead: bool = False, open: bool = False) -> Rule:
    return Rule(code, re.compile("|".join(patterns), re.IGNORECASE), words, lead, open)


RULES = (
    _rule(
        "read-time",
        8,
        r"\W*(?:estimated )?read(?:ing)? time:? ?\d+.{0,20}",
        r"\W*\d+[ -]*min(?:ute)?s?[ -]*(?:read|listen|watch)\W*",
    ),
    _rule("read-time", 4, r"\W*\d+[ -]*min(?:ute)?s?\W*", lead=True),
    _rule(
        "timestamp",
        16,
        rf"{_STAMP}:? .{{0,4}}(?:{_WHEN}.{{0,60}}|{dates.MONTH} .{{0,20}}|\d.{{0,30}}|(?:today|yesterday)\b.{{0,20}})",
        r"(?:about |an? |\d+ )(?:min(?:ute)?|hour|hr|day|week|month|year)s? ago",
        open=True,
    ),
    _rule("timestamp", 14, rf"{_WHEN}(?: ?[|·•–—-].{{0,60}})?", lead=True),
    _rule("timestamp", 16, rf"[^|·•.]{{2,60}}?, {_WHEN} ?[|·•].{{0,80}}", lead=True, open=True),  # place and day
    # The rubric, the author and the time on one line; only the stamp or the clock tells it from a sentence.
    _rule("timestamp", 24, rf".{{2,60}}? {_STAMPED}(?:[ .,|·•–—-].{{0,80}})?", lead=True, open=True),
    _rule("timestamp", 24, rf".{{2,60}}? [|·•–—-] ?{_STAMP}:? {_WHEN}(?:[ .,|·•–—-].{{0,80}})?", open=True),
    _rule(
        "copyright",
        60,
        r"(?:copyright )?(?:©|\(c\)).{0,300}",
        r"copyright \d{4}\b.{0,200}",
        r".{0,120}\ball rights reserved\b.{0,160}",
        r".{0,120}\bmay not be (?:published|reproduced|reprinted|copied)\b.{0,160}",
        r"this (?:article|work|text|book|page|post|chapter) is (?:\w+ ){0,3}under .{0,160}",
    ),
    _rule(
        "privacy",
        70,
        r"(?:we(?: and our partners)?|our partners|this (?:web ?)?site) uses? cookies\b.{0,300}",
        r"by (?:continuing to|using|clicking|signing up|subscribing)\b.{0,80}you (?:agree|accept|consent)\b.{0,200}",
        r"(?:accept|reject|manage)(?: all)? (?:cookies|preferences|settings)",
        r"(?:cookie|privacy) (?:policy|notice|settings|statement)",
        r"terms (?:of use|of service|(?:and|&) conditions)(?: (?:and|&) privacy policy)?",
    ),
    _rule("share-line", 14, rf"\W*{_SITES}(?:(?:[ |,/·•]+|, and | and ){_SITES})*\W*"),
    _rule(
        "share-line",
        18,
        r"(?:share|save|print|e-?mail|bookmark|like) (?:this|the|our) (?:article|story|page|post|video|content"
        r"|link)\b.{0,80}",
        r"(?:share|find us|like us|follow (?:us|along|me|@\w+)|join us)(?: (?:on|via|with|at)\b.{0,100}|:.{0,100})?",
        r"(?:\d+ |no |leave a |post a |add a |view |show |hide |join the )?(?:comments?|replies"
        r"|conversation)(?: \(\d+\))?",
    ),
    _rule(
        "share-line",
        40,
        r"(?:please )?(?:subscribe|sign up|register|get|join)\b.{0,120}\b(?:our|your inbox|newsletters?"
        r"|mailing list)\b.{0,120}",
        r"(?:support|help fund|fund) (?:our|the) (?:journalism|work|reporting)\b.{0,120}",
        r"already (?:a|have an?) .{0,60}\?.{0,40}",
    ),
    _rule(
        "share-line",
        8,
        r"(?:subscribe|sign up|log ?in|sign in|register|donate)(?: (?:now|today|here|for free|to (?:continue|read"
        r"|comment)))?[.!:]?",
    ),
    _rule(
        "read-more",
        34,
        r"(?:read|see|find out|learn|discover|hear) more(?: ?[:|>»…–—-].*| (?:about|on|from|at|in|stories"
        r"|here)\b.*|\W*)",
        r"(?:also read|read (?:also|next|this(?: next)?)|see also|also see|see related|main article"
        r"|further reading)(?::.*| .{2,100}|)",
        r"read (?:on|the full (?:story|article|report|interview)|our .{2,60})\W*(?:(?:here|on|at)\b.{0,60})?",
        r"(?:more on this(?: story)?|more (?:stories|news|from .{2,40}|like this|to explore|info(?:rmation)?)"
        r"|up next|next up"
        r"|don['’]?t miss|(?:next|previous) (?:story|article|chapter|page)|(?:continue|keep) reading|in pictures"
        r"|must[- ]read"
        r"|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you| reading)?|explore more"
        r"|on this page"
        r"|related(?: (?:articles?|stor(?:y|ies)|content|links?|topics?|posts?|coverage|reading))?)(?: ?[:|>»…].*)?",
    ),
    _rule(
        "embed",
        60,
        r"(?:https?://|www\.)\S+",
        r"(?:.{0,300} )?pic\.twitter\.com/\w+.{0,100}",
        r"[—–-]+ ?.{2,60}\(@\w+\).{0,40}",
        r"@\w+(?:,? @\w+)*",
    ),
    _rule(
        "notice",
        70,
        r"(?:editor['’]?s['’]? note|correction|clarification|disclaimer|disclosure|note to readers"
        r"|update)s?(?: \([^()]{0,40}\))? ?:.*",
        r"this (?:story|article|post|page|headline|piece|report) (?:has been|was|is|were)?(?: \w+)? ?(?:updated"
        r"|corrected|amended"
        r"|edited|republished|originally published|first published|first appeared|originally appeared|part of a"
        r"|developing)\b.*",
    ),
    _rule(
        "contact",
        30,
        r"(?:contact|e-?mail|write to|reach|send|got a tip|have a (?:tip|question))\b.{0,100}\S@\S+\.\w+.{0,60}",
        r"(?:e-?mail|tel(?:ephone)?|phone|fax|contact)s?: ?[^@\d]{0,40}[@\d].{2,60}",
        r"\S+@\S+\.\w{2,}",
    ),
    _rule(
        "navigation",
        10,
        r"(?:advert(?:isement)?s?|ad|sponsored(?: content| by .{0,40})?|paid content|promoted(?: content)?)\W*",
        r"(?:(?:story|article) continues|continues? below|scroll (?:down )?to continue).{0,40}",
        r"(?:skip|jump|back|go) to (?:\w+ ){0,3}(?:content|top|home|index|navigation|article|comments|page|main"
        r"|menu)\b.{0,20}",
        r"(?:menu|home|search|top|close|open|loading|next|prev(?:ious)?|back|help|faqs?|about us|contact us"
        r"|contact|careers"
        r"|log ?out|my account|toggle navigation|edit|view source|show (?:more|less)|load more|see all|view all"
        r"|play(?: video)?"
        r"|pause|mute|click (?:here|to) ?.{0,60}|view (?:gallery|image|photos?).{0,20}|enlarge.{0,20}"
        r"|open image.{0,30})\W*",
        r"(?:image |photo |page |slide )?\d+ ?(?:of|/) ?\d+|page \d+|pp?\. ?\d+(?:[–-]\d+)?",
        r"(?:most|latest|top|more|trending|popular|breaking) (?:read|popular|viewed|shared|commented|news|stories"
        r"|headlines)",
        r"trending(?: now)?|what to read next|around the web|from the web|editor['’]?s['’]? picks?",
    ),
    _rule(
        "navigation",
        24,
        r"(?:tags|topics|filed under|categories|keywords|posted in|in this (?:article|story)):.{0,160}",
    ),
    _rule(
        "navigation",
        24,
        rf"\W*(?:{_OFFER}\W+)+{_CONTROL}(?:\W+{_OFFER})*\W*",
        rf"\W*{_CONTROL}(?:\W+{_OFFER})+\W*",
        rf"\W*(?:{_PART}\W+){{3,}}{_PART}\W*",
        r"[\w &]{2,24} ?[»›] ?[\w &'’-]{2,24}",
        lead=True,
    ),
    _rule("navigation", 20, r"[\w &]{2,24}(?: ?[>»›|] ?[\w&'’-][\w &'’-]{1,40}){2,8}", open=True),
    _rule("contents", 30, r".{1,120}?(?:\. ?){4,}\d{1,4}", r".{1,120}…+ ?\d{1,4}"),
    _rule("contents", 4, r"(?:table of )?contents|chapter outline|in this (?:chapter|section|unit|lesson|module):?"),
    _rule("caption", 3, r"(?:figure|fig\.|table|map|plate) [a-z]?\d+(?:[.–-]\d+)*[a-z]?\W?"),
    _rule(
        "read-more",
        40,
        r"(?:visit|watch|view|see|explore|browse|listen to|go to|check out|click on|take a look at|read) "
        r"(?:this|these|the following|our) (?:[\w-]+ ){0,3}(?:videos?|(?:web)?sites?|page|animation|simulation"
        r"|interactive|link|podcast|clip|tutorial|article|story|blog)\b.*",
        r"(?:read|see) the original (?:article|story|post|version)\b.{0,60}",
        r"follow .{2,40} on (?:twitter|facebook|instagram|x|linkedin|mastodon|bluesky)\b.{0,60}",
    ),
    _rule(
        "notice",
        40,
        r"from wikipedia, the free encyclopedia",
        r"for (?:other|the) .{2,80}, see .{2,120}|not to be confused with .{2,120}|.{2,60} redirects? here\. .*",
        r"this (?:article|section) (?:needs|includes|relies|may|does not) .*|our standards: .*",
        r"\*\*\* ?(?:start|end) of .*",
    ),
    _rule("footnote", 200, r"\[\^[^\]]{1,20}\]: ?.*"),
)

_BYLINE = re.compile(
    r"(?:By|BY|by|Words by|Written by|Story by|Text by|Reported by|Posted by|Reporting by|Authors?:) "
    rf"(?P<who>{names.NAMES})(?:(?:,| ?[|·•–—;]| -| for| in| at| (?=\d|{dates.MONTH} )) ?.{{0,100}})?"
)
_STAFF = re.compile(
    r"by (?:our )?(?:the )?(?:afp|reuters|associated press|ap|bbc news|staff|xinhua|press association|guest|news desk"
    r"|editorial team)(?: (?:staff|reporters?|writers?|correspondents?|and agencies))*",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"\((?:Additional )?(?:Reporting|Writing|Editing|Compiled|Translated)(?: and \w+)? by .{2,200}\)\.?"
    r"|(?:Additional )?(?:Reporting|Writing|reporting)(?: and \w+)? by [^.]{2,120}(?:; .{2,160})?\.?"
)
_POINTED = (
    r"(?:WATCH|Watch|LISTEN|Listen|VIDEO|Video|PODCAST|Podcast|RELATED|Related|READ|Read|MORE|More|PHOTOS|Photos"
    r"|GALLERY"
    r"|Gallery|EXPLAINER|Explainer|ALSO|Also|LIVE|Live)"
)
_POINTER = re.compile(rf"{_POINTED}(?: (?:NOW|now|here|live|also|ALSO))?: ?[\"“‘'A-Z\d].*")
_LOUD = re.compile(r"(?:WATCH|LISTEN|VIDEO|PODCAST|RELATED|READ|ALSO READ|GALLERY)(?: (?:NOW|HERE|MORE))? ?[:|>»] ?.*")
_AUTHOR_NOTE = re.compile(
    r".{2,60}\b(?:is|are) (?:an? |the )?.{0,80}\b(?:reporter|correspondent|writer|journalist|columnist"
    r"|contributor|editor)s?\b"
    r".{0,160}(?:@\w+|\b(?:[Ff]ollow (?:him|her|them)|[Ee]-?mail|[Cc]ontact|reached at)\b.{0,60})"
)
_LEAD_IN = re.compile(
    r"(?:By the end of|After|In|When you|At the end of|Upon completion of)\b.{0,60}\b(?:you|students|we)(?: will"
    r"| should| can)?,?"
    r"(?: be able to| learn| explore| discover| find out| know| understand).{0,40}:"
)
_RULE_LINE = re.compile(r"[\W_]+")


def _pointer(text: str) -> bool:
    """A title after "Watch:"; a sentence after it ends with a period and is text."""
    return bool(_LOUD.fullmatch(text) or (_POINTER.fullmatch(text) and not text.rstrip("\"”’'").endswith(".")))


def _byline(text: str) -> bool:
    ended = is_terminal(text) and not text.endswith(("Jr.", "Sr.", "Ph.D.", "M.D.", "…"))
    return bool((_BYLINE.fullmatch(text) and not ended) or _STAFF.fullmatch(text) or _SIGN_OFF.fullmatch(text))


_CHECKS: tuple[tuple[str, int, Callable[[str], object]], ...] = (
    ("too-short", LONGEST, _RULE_LINE.fullmatch),
    ("byline", 40, _byline),
    ("caption", 90, is_labelled),
    ("read-more", 34, _pointer),
    ("credit", 24, is_credit_line),
    ("objectives", 30, _LEAD_IN.fullmatch),
    ("contact", 60, _AUTHOR_NOTE.fullmatch),
)


def code(text: str, *, lead: bool = False) -> str:
    """Return the code under which a whole block is furniture, "" where it is text.

    ``lead`` says that the block stands above the first paragraph, where a bare date tells when the page was written.
    """
    if len(text) > LONGEST:
        return ""
    size, ended = count(text), is_terminal(text)
    for name, most, check in _CHECKS:
        if size <= most and check(text):
            return name
    rules = (rule for rule in RULES if size <= rule.words and lead >= rule.lead and not (ended and rule.open))
    return next((rule.code for rule in rules if rule.pattern.fullmatch(text)), "")


def author(text: str) -> str:
    """Return the names in a byline or a signature, "" where there are none."""
    found = _BYLINE.fullmatch(text)
    if _STAFF.fullmatch(text):
        return ""
    return names.without_roles(found["who"]) if found else names.first(text)
