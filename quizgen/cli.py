"""The command line: one function turns what goes wrong into a line on standard error and an exit code.

Nothing heavy is imported here or in ``quizgen.commands``; each command imports what it needs when it runs.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from quizgen import __version__, commands, garbage
from quizgen.errors import QuizgenError

INTERRUPTED = 130
_USAGE, _OUTPUT = 2, 7


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="quizgen")
def cli() -> None:
    """Turn a text into facts, facts into questions, and questions into Anki decks or a terminal quiz.

    Start with: quizgen make FILE
    """


for _command in commands.COMMANDS:
    cli.add_command(_command)


def main() -> NoReturn:
    """Run the program and leave with its exit code."""
    if "_QUIZGEN_COMPLETE" in os.environ:
        cli.main(prog_name="quizgen")
    # Helping threads would take signals away from the thread that waits for a key: Ctrl-Z and back would show nothing.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    _replace_closed()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def _replace_closed() -> None:
    """Put the null device where a standard stream is closed, so that no command has to ask whether there is one."""
    for name, mode in {"stdin": "r", "stdout": "w", "stderr": "w"}.items():
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code; whatever goes wrong has been said on standard error."""
    try:
        with garbage.rarely(), cli.make_context("quizgen", list(arguments)) as context:
            cli.invoke(context)
        sys.stdout.flush()
        return 0
    except click.exceptions.Exit as end:
        return end.exit_code
    except QuizgenError as error:
        return _complain(str(error), error.exit_code)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return error.exit_code
    except click.UsageError as error:
        return _complain(_usage(error), error.exit_code)
    except click.ClickException as error:
        return _complain(error.format_message(), error.exit_code)
    except UnicodeEncodeError as error:
        return _complain(_no_text(error), _USAGE)
    except (KeyboardInterrupt, click.Abort):
        click.echo("", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        _silence()
        return 0
    except OSError as error:
        return _complain(_refused(error), _OUTPUT)


def _complain(message: str, code: int) -> int:
    from quizgen.commands import common

    common.note(f"Error: {message}")
    return code


def _usage(error: click.UsageError) -> str:
    path = error.ctx.command_path if error.ctx else "quizgen"
    return f"{error.format_message().rstrip('.')} ({path}). See '{path} --help'."


def _no_text(error: UnicodeEncodeError) -> str:
    """Return what is wrong with bytes of an argument or a file's name that stand for no characters."""
    place = slice(max(0, error.start - 20), error.end + 20)
    return f"What was given is not UTF-8 text ({error.object[place]!a}). Type it anew, or rename the file."


def _refused(error: OSError) -> str:
    place = f" ({error.filename})" if error.filename else ""
    return f"{error.strerror or error}{place}. Check the disk and the permissions."


def _silence() -> None:
    """Give standard output somewhere to go, so that the interpreter's last flush says nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
