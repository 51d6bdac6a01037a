"""The command ``workbench``: given a command's name it works without a window, else with one."""

from __future__ import annotations

import sys
from pathlib import Path

from workbench.cli.commands import COMMANDS


def main() -> int:
    """Run the command line, or open the window, perhaps on a file."""
    arguments = sys.argv[1:]
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        from workbench.cli import main as command_line

        return command_line(arguments)
    if len(arguments) > 1:
        sys.stderr.write("Name one file, or a command: workbench --help lists them.\n")
        return 2
    from ui.app import run

    return run(sys.argv[:1], Path(arguments[0]) if arguments else None)


if __name__ == "__main__":
    sys.exit(main())
