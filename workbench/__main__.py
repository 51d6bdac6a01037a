"""``python -m workbench``: the command line without the window."""

import sys

from workbench.cli import main

sys.exit(main(sys.argv[1:]))
