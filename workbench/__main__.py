"""``python -m workbench``: the command line without the window."""

import sys

from workbench.cli import main
from workbench.private_memory import keep_memory_private

keep_memory_private()
sys.exit(main(sys.argv[1:]))
