"""The first window waits for nothing that it does not show."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("sqlalchemy", "sqlcipher3", "cryptography", "lxml", "docx", "openpyxl", "cattrs", "pypdf",
         "pptx", "fontTools", "msoffcrypto", "keyring", "zxcvbn", "rapidfuzz", "ahocorasick_rs",
         "subprocess", "secrets")  # fmt: skip
ASK = f"import ui.app, sys; print(*[name for name in {HEAVY!r} if name in sys.modules])"


def test_starting_the_window_loads_no_part_that_waits_for_a_review() -> None:
    done = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
