"""Sections of a page or a textbook that are no text: exercises, references, objectives, tables of contents."""

import re

from quizgen.cleaning.raw import RawBlock
from quizgen.cleaning.sentences import count, is_terminal, spans

# Everything below these headings goes, down to the next heading of their level.
_WHOLE = {
    "exercise": """
        review questions|exercises|practice (?:problems|questions|exercises|test)
        |check your (?:understanding|learning|knowledge)
        |critical thinking(?: questions| exercises)?|discussion questions
        |questions for discussion|self[- ](?:check|test|assessment)(?: questions)?|homework|figuring for yourself
        |collaborative group activities|thought questions|test (?:yourself|your knowledge)
        |multiple[- ]choice(?: questions)?|short[- ]answer(?: questions)?|essay questions|study questions
        |comprehension questions|chapter review questions|concept check|review exercises|end[- ]of[- ]chapter questions
        |think about it|additional problems|challenge problems|conceptual questions""",
    "reference": """
        references|bibliography|works cited|further reading|external links|see also|citations|footnotes|endnotes
        |for further exploration|suggested readings?|recommended reading|additional resources
        |sources and further reading""",
    "navigation": """
        related (?:articles|stories|content|posts|topics|news|links|coverage)|more stories|more from .{1,40}
        |most (?:read|popular)|trending(?: now)?|recommended(?: for you)?|you (?:may|might) (?:also )?like.{0,20}
        |latest news|top stories|popular posts|what to read next|navigation menu|site map|advertisement""",
    "share-line": r"comments?|\d+ comments|leave a (?:comment|reply)|join the conversation",
    "contact": "about the authors?|contact(?: us)?|about us",
}
# Below these only questions and numbered tasks go.
_TASKS = re.compile(
    r"exercise|questions|problems|activities|quiz|activity|practice|assignments?|try it(?: yourself)?|review"
)
# Below these lists and short lines go, up to the first paragraph.
_LISTS = {
    "objectives": "(?:learning|chapter|section|lesson) (?:objectives|outcomes|goals)|objectives|what you will learn",
    "contents": "(?:table of )?contents|(?:chapter )?outline|in this (?:chapter|section|unit|lesson|module|article)",
    "share-line": "share(?: this.{0,40})?|follow us|newsletter|subscribe.{0,40}|sign up.{0,40}|stay connected",
}
_KEY_TERMS = re.compile(r"key (?:terms|words|vocabulary|concepts)|vocabulary|keywords|glossary")
_HEADS = {code: re.compile(re.sub(r"\n *", "", pattern)) for code, pattern in _WHOLE.items()}
_LIST_HEADS = {code: re.compile(pattern) for code, pattern in _LISTS.items()}
_NUMBERING = re.compile(r"^(?:(?:chapter|section|part)? ?[\dIVX]+(?:\.\d+)*[.:)]? )")
_OBJECTIVE = re.compile(
    r"(?:Analy[sz]e|Apply|Assess|Calculate|Categorize|Classify|Compare|Contrast|Compute|Construct|Convert|Define|Derive"
    r"|Describe|Determine|Differentiate|Discuss|Distinguish|Draw|Estimate|Evaluate|Explain|Give|Identify|Illustrate|Interpret"
    r"|Label|List|Locate|Name|Outline|Predict|Recall|Recogni[sz]e|Relate|Solve|State|Summari[sz]e|Trace|Understand|Use)\b"
)
_RUN_IN = re.compile(
    r"(?:Check Your (?:Learning|Understanding)|Try It(?: Yourself)?|Test Yourself|Exercise \d+|Problem \d+)\b"
)
_SOLUTION = re.compile(r"(?:Solution|Answer)(?::| (?=[A-Z\d]))")
_NUMBERED = re.compile(r"\(?\d{1,3}[.)] ")


class Section:
    """The part of the document that is being read, as far as it is dropped."""

    def __init__(self) -> None:
        self.code, self._mode, self._level, self._exercise = "", "", 0, False

    def heading(self, text: str, block: RawBlock, *, above: bool = False) -> str:
        """Enter a heading and return the code under which it is dropped, "" where it stays.

        What seems to be a heading ``above`` the text of a page ("12 comments") takes no paragraphs with it.
        """
        name = _NUMBERING.sub("", text).strip(" :.").lower()
        if self._mode == "whole" and block.level > self._level > 0:
            return self.code
        self.code, self._mode, self._level = *_mode(name), block.level
        if above and self._mode == "whole":
            self._mode = "list"
        if self._mode == "tasks":
            return ""
        return "key-terms" if _KEY_TERMS.fullmatch(name) else self.code

    def start_list(self, code: str) -> None:
        """Drop the list that follows a lead-in."""
        self.code, self._mode = code, "list"

    def block(self, text: str, kind: str) -> str:
        """Return the code under which a block of this section is dropped, "" where it stays."""
        code = self._run_in(text) or self._by_mode(text, kind)
        if not code:
            self._exercise = text.endswith("?")
        elif code == "exercise":
            self._exercise = True
        return code

    def in_list(self) -> bool:
        """Guessed headings are entries of the list that is being dropped."""
        return self._mode == "list"

    def _run_in(self, text: str) -> str:
        if _RUN_IN.match(text) or (self._exercise and _SOLUTION.match(text)):
            return "exercise"
        return ""

    def _by_mode(self, text: str, kind: str) -> str:
        if self._mode == "whole" or (self._mode == "tasks" and _is_task(text, kind)):
            return self.code
        if self._mode == "list":
            if _is_entry(text, kind):
                return self.code
            self._mode = self.code = ""
        return ""


def _mode(name: str) -> tuple[str, str]:
    """Return code and mode of the section below a heading."""
    for code, pattern in _HEADS.items():
        if pattern.fullmatch(name):
            return code, "whole"
    for code, pattern in _LIST_HEADS.items():
        if pattern.fullmatch(name):
            return code, "list"
    return ("exercise", "tasks") if _TASKS.fullmatch(name) else ("", "")


def _is_task(text: str, kind: str) -> bool:
    return kind == "item" or text.endswith("?") or bool(_NUMBERED.match(text) or _OBJECTIVE.match(text))


def _is_entry(text: str, kind: str) -> bool:
    """A list item, a line without an end, or a single imperative sentence."""
    if kind in ("item", "row"):
        return True
    if len(text) > 250:
        return False
    return not is_terminal(text) or (bool(_OBJECTIVE.match(text)) and _is_single(text))


def _is_single(text: str) -> bool:
    return count(text) <= 25 and len(list(spans(text, 0, len(text)))) == 1
