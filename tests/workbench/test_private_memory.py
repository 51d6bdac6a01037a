"""What a crash would write, and who may look into the memory."""

from __future__ import annotations

import subprocess
import sys

import pytest

LOOK = """
import ctypes, resource, sys
from workbench.private_memory import keep_memory_private
keep_memory_private()
dumpable = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) if sys.platform == "linux" else 0
print(resource.getrlimit(resource.RLIMIT_CORE), dumpable)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows writes no core files")
def test_no_core_file_is_written_and_no_other_program_looks_in() -> None:
    run = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "(0, 0) 0"


STOPPED = """
import ctypes, resource, runpy, sys
import workbench.cli
def look(argv):
    dumpable = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) if sys.platform == "linux" else 0
    print(resource.getrlimit(resource.RLIMIT_CORE), dumpable, "PySide6" in sys.modules)
    return 0
workbench.cli.main = look
sys.argv = ["workbench"]
runpy.run_module("workbench", run_name="__main__")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows writes no core files")
def test_the_command_line_alone_keeps_its_memory_private_too() -> None:
    run = subprocess.run(
        [sys.executable, "-c", STOPPED], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "(0, 0) 0 False"
