"""Starts the command line; `python -m mtfix` and the `mtfix` script come here."""

import sys


def main() -> None:
    """Runs the command line and exits with its code."""
    from mtfix.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
