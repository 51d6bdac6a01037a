"""How the workbench is driven without a window: one small file per command.

Exit status: 0 done, 1 the answer is no (a leak found, a check failed), 2 wrong use or bad input.
Messages go to standard error; with ``--json`` standard output holds one JSON document.
"""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from pathlib import Path

from workbench.cli.commands import COMMANDS
from workbench.errors import Refused, WorkbenchError


def main(argv: list[str]) -> int:
    """Run one command and return its exit status."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # What is said must arrive whole whatever the console's own encoding is.
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    parser = argparse.ArgumentParser(
        prog="workbench",
        description="Carries a safeguarding learning review to its report.",
        epilog="Without a command, or with a review's file alone, the window opens.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    # Only the command that was asked for is imported; all of them for help and for a wrong word.
    asked = [COMMANDS[argv[0]]] if argv and argv[0] in COMMANDS else COMMANDS.values()
    for module in asked:
        import_module(f"workbench.cli.{module}").add(commands)
    try:
        args = parser.parse_args(argv)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        status: int = args.run(args)
        sys.stdout.flush()
    except Refused as error:
        print(error, file=sys.stderr)
        return 1
    except WorkbenchError as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:  # whoever read what was printed has read enough
        sys.stdout = None  # so that nothing more is written to it
        return 1
    except OSError as error:
        print(_said(error), file=sys.stderr)
        return 2
    return status


def _said(error: OSError) -> str:
    """A refusal of the system that no command expected, in words."""
    name = f" with {Path(os.fsdecode(error.filename)).name}" if error.filename else ""
    why = (error.strerror or "no reason was given").lower()
    return (
        f"The computer refused to go on{name}: {why}. Choose another file or folder, or ask "
        "whoever looks after this computer."
    )
