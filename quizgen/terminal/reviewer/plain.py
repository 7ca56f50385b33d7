"""Reviewing line by line: for pipes, screen readers and terminals without a full screen."""

from collections.abc import Callable, Sequence
from typing import TextIO, TypeVar

from quizgen.errors import NothingToDo, UsageError
from quizgen.flaws.code import INFO
from quizgen.model import SETS
from quizgen.reviewing import REASONS, Desk, Item, Outcome
from quizgen.reviewing.item import SURE, doubt
from quizgen.safe import show
from quizgen.terminal.lines import GoneError, Lines, shown_again
from quizgen.terminal.reviewer.words import beginning, farewell, group_said, place_of, speed
from quizgen.terminal.telling import Teller

Chosen = TypeVar("Chosen")

HELP = {
    "a": "accept",
    "x": "reject; x 2, or x and your own words, says why",
    "l": "later (or Enter alone)",
    "A": "accept all that is left of this group; then y to confirm",
    "u": "undo, as often as you like",
    "prompt TEXT": "another wording of the question",
    "answer TEXT": "another answer",
    "accept TEXT": "one more right answer",
    "d N": "drop the wrong option with this number",
    "m": "list the questions that ask the same; m 2 keeps the second one of them, and rejects the others",
    "c": "list facts that contradict each other; c 2 says that the second one is right, c b all, c n none",
    "/WORDS": "show only what has these words; / alone shows all",
    "q": "leave; everything is stored already",
}


def review(desk: Desk, *, input: TextIO, output: TextIO, width: int | None = None) -> None:
    """Show what waits on a desk and obey one line after another, to ``q``, the last question or the end of input."""
    lines = Lines(input, output, editing=input.isatty())
    reviewer = _Reviewer(desk, lines, Teller(output, color=False, width=width))
    with shown_again(lines, reviewer.show_again):
        reviewer.run()


def _chosen(among: Sequence[Chosen], number: str) -> Chosen:
    if not number.isdecimal() or not 1 <= int(number) <= len(among):
        raise UsageError(f"{number} is none of them", todo=f"Give a number from 1 to {len(among)}")
    return among[int(number) - 1]


class _QuitError(Exception):
    """The teacher wants to stop."""


class _Reviewer:
    def __init__(self, desk: Desk, lines: Lines, teller: Teller) -> None:
        self.desk, self.lines, self.say = desk, lines, teller.say

    def run(self) -> None:
        self.say("a accept, x reject, u undo, q leave, ? all keys")
        if begins := beginning(self.desk):
            self.say(begins)
        try:
            while item := self.desk.current:
                self.show(item)
                while self.desk.current == item:
                    self.obey(self.lines.read(), item)
        except (_QuitError, EOFError, GoneError):
            self.say("")
        finally:
            for row in farewell(self.desk):
                self.say(row)

    def show(self, item: Item) -> None:
        """Print a question with all that a decision needs."""
        question = item.question
        pace = speed(self.desk.pace())
        self.say("")
        self.say(f"{item.place} of {item.total} · {show(group_said(item))}{' · ' if pace else ''}{pace}")
        self.say(show(question.prompt))
        for number, option in enumerate(question.options, 1):
            self.say(f"{show(option.text)}{' (right)' if option.correct else ''}", first=f"  {number}) ", rest="     ")
        if not question.options:
            self.say(f"Answer: {show(question.answer)}")
        if question.accept:
            self.say(f"Also right: {show('; '.join(question.accept))}")
        for remark in item.warnings:
            self.say(f"{'–' if remark.severity == INFO else '!'} {show(remark.text)}")
        self.say(item.marked.show("»", "«", show), first="  ", rest="  ")
        if question.sources:
            self.say(f"— {show(place_of(question))}", first="  ", rest="    ")

    def show_again(self) -> None:
        """Print what is being decided once more."""
        if item := self.desk.current:
            self.show(item)

    def obey(self, line: str, item: Item) -> None:
        """Do what a line asks for, or say why not."""
        try:
            said = self.done(line, item)
        except (UsageError, NothingToDo) as error:
            said = str(error)
        self.say(show(said))

    def done(self, line: str, item: Item) -> str:
        """Return what came of a line."""
        if line.startswith("/"):
            return f"{self.desk.search(line[1:])} to review."
        word, _, rest = line.partition(" ")
        rest = rest.strip()
        if word == "?":
            self.help()
            return ""
        if word == "q":
            raise _QuitError
        if word == "A" and not rest and item.alike > 1:
            return self.group(item)
        if word == "m":
            return self.merged(rest, item)
        if word == "c":
            return self.settled(rest)
        simple = {"a": self.desk.accept, "A": self.desk.accept, "u": self.desk.undo, "l": self.desk.later}
        if not rest and (word in simple or not word):
            return simple[word or "l"]().said
        if word == "x":
            return self.desk.reject(REASONS.get(rest, rest)).said
        return self.mended(word, rest, item).said

    def mended(self, word: str, rest: str, item: Item) -> Outcome:
        """Change the question as a line says."""
        question = item.question
        edits: dict[str, Callable[[], Outcome]] = {
            "prompt": lambda: self.desk.edit(prompt=rest),
            "answer": lambda: self.desk.edit(answer=rest),
            "accept": lambda: self.desk.edit(accept=[*question.accept, rest]),
        }
        if word == "d" and rest.isdecimal():
            return self.desk.drop_option(int(rest))
        if word not in edits or not rest or (question.kind in SETS and word != "prompt"):
            raise UsageError("That means nothing here", todo="Type ? for all keys")
        return edits[word]()

    def group(self, item: Item) -> str:
        """Accept a group, once that was confirmed; what is no yes is a line of its own."""
        questions = self.desk.group()
        doubtful = sum(doubt(question) < SURE for question in questions)
        self.say(f"Accept all {len(questions)} of this group, unseen ({doubtful} doubtful)? y accepts them")
        line = self.lines.read().strip()
        if line.casefold() in ("y", "yes"):
            return self.desk.accept_group().said
        self.say("Nothing was accepted.")
        return self.done(line, item) if line.casefold() not in ("", "n", "no") else ""

    def merged(self, number: str, item: Item) -> str:
        """List what asks the same, or keep one of them."""
        questions = [item.question, *self.desk.duplicates()]
        if len(questions) < 2:
            return "No other question asks almost the same."
        if number:
            chosen = _chosen(questions, number)
            return self.desk.merge([one.uid for one in questions[1:]], into=chosen.uid).said
        for place, one in enumerate(questions, 1):
            form = f"choice of {len(one.options)}" if one.options else "without options"
            self.say(f"{show(one.prompt)} {show(one.answer)} ({form})", first=f"  {place}) ", rest="     ")
        return "m and the number of the one that stays; it accepts the answers of the others."

    def settled(self, number: str) -> str:
        """List a contradiction, or decide it."""
        open = [quarrel for quarrel in self.desk.conflicts() if quarrel.open]
        if not open:
            return "No facts contradict each other."
        claims = open[0].claims
        if number:
            right = {"b": claims, "n": ()}.get(number) if number in ("b", "n") else (_chosen(claims, number),)
            said = self.desk.settle(open[0], [claim.uid for claim in right or ()]).said
            return f"{said}. {len(open) - 1} left."
        for place, claim in enumerate(claims, 1):
            self.say(f"{show(claim.said)}: {show(claim.evidence.text)}", first=f"  {place}) ", rest="     ")
        return f"c and the number of the right one, c b for all, c n for none ({len(open)} left)."

    def help(self) -> None:
        for key, meaning in HELP.items():
            self.say(meaning, first=f"  {key:<12} ", rest=" " * 15)
        for key, reason in REASONS.items():
            self.say(reason, first=f"  x {key:<10} ", rest=" " * 15)
