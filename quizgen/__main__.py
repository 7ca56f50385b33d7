"""``python -m quizgen`` and the ``quizgen`` command."""

import sys


def main() -> None:
    """Run the command line; an interrupt during its imports ends like any other."""
    try:
        from quizgen import cli
    except KeyboardInterrupt:
        sys.exit(130)
    cli.main()


if __name__ == "__main__":
    main()
