"""A page in the browser on this machine, for one person: nothing is sent anywhere else."""

from quizgen.web.messages import Request, Response
from quizgen.web.room import DECISIONS, Room
from quizgen.web.server import Server, serve

__all__ = ["DECISIONS", "Request", "Response", "Room", "Server", "serve"]
