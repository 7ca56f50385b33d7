"""Text for widgets: cleaned of what could steer a terminal, and never read as markup."""

from itertools import pairwise

from textual import events
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from quizgen.marks import Marked
from quizgen.safe import show

# Styles use the terminal's own colours, so that they can be read on light and on dark ground.
VERDICTS = {"right": "bold ansi_green", "close": "bold ansi_yellow", "wrong": "bold ansi_red"}
_MARK = "bold underline"


def line(text: str, style: str = "") -> Content:
    """Return ``text`` as one safe line in a style such as "bold"; whatever it says, it is no markup."""
    return Content.styled(show(text), style)


def marked(said: Marked, *, signs: bool = False) -> Content:
    """Return a text with its marked stretches bold and underlined; ``signs`` puts » and « around them as well."""
    edges = [0, *(edge for span in said.spans for edge in span), len(said.text)]
    before, after = ("»", "«") if signs else ("", "")
    parts: list[str | tuple[str, str]] = []
    for number, (start, end) in enumerate(pairwise(edges)):
        text = show(said.text[start:end])
        parts.append((f"{before}{text}{after}", _MARK) if number % 2 else text)
    return Content.assemble(*parts)


def clickable(content: Content, action: str) -> Content:
    """Return content that runs an action, such as "screen.hint", when it is clicked in a ``Clickable``."""
    return content.stylize(Style.from_meta({"action": action}))


class Clickable(Widget):
    """Runs what ``clickable`` content asks for; unlike links it looks like other text."""

    async def on_click(self, event: events.Click) -> None:
        """Run the action of the clicked words."""
        action = event.style.meta.get("action")
        if action:
            event.stop()
            await self.run_action(action)
