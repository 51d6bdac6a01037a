"""The command ``workbench``: given a command's name it works without a window, else with one."""

from __future__ import annotations

import sys
from pathlib import Path

from workbench.private_memory import keep_memory_private


def main() -> int:
    """Run the command line, or open the window, perhaps on a file."""
    keep_memory_private()
    arguments = sys.argv[1:]
    if arguments and _is_for_the_command_line(arguments[0]):
        from workbench.cli import main as command_line

        return command_line(arguments)
    if len(arguments) > 1:
        sys.stderr.write("Name one file, or a command: workbench --help lists them.\n")
        return 2
    from ui.app import run

    return run(sys.argv[:1], Path(arguments[0]) if arguments else None)


def _is_for_the_command_line(word: str) -> bool:
    from workbench.cli.commands import COMMANDS

    return word in COMMANDS or word.startswith("-")


if __name__ == "__main__":
    sys.exit(main())
