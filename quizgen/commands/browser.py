"""``review --web``: the desk as a page in the browser."""

from typing import TYPE_CHECKING

import click

from quizgen.commands import common

if TYPE_CHECKING:
    from quizgen.reviewing import Desk


def review(desk: "Desk", *, port: int, launch: bool) -> None:
    """Serve the page until it is finished there, or with Ctrl-C here; either is a good end."""
    import secrets

    from quizgen.web import DECISIONS, Room, Server, serve

    room = Room(desk)
    with Server(port=port, token=secrets.token_urlsafe(24)) as server:
        common.say("Open this address in your browser, on this machine:")
        common.say(f"  {server.door.address}")
        common.say("Leave this window open meanwhile. To end, press Finish on the page, or Ctrl-C here.")
        if launch:
            click.launch(server.door.address)
        try:
            serve(server, room.answer)
        except KeyboardInterrupt:
            common.say()
    done = ", ".join(f"{room.counts[action]} {action}" for action in DECISIONS)
    common.say(f"Done: {done}; {desk.total - desk.done} wait. Take the last decision back with: quizgen undo")
    if any(room.counts.values()):
        common.say("Decks get your decisions with: quizgen make")
