"""The workbench opens no socket: proved on a whole run, not on its imports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

WATCHED = """
import sys
opened = []
sys.addaudithook(lambda event, _: opened.append(event) if event.startswith("socket.") else None)
from workbench.cli import main
status = main(["demo", "--dir", sys.argv[1]])
print(f"sockets: {opened}", file=sys.stderr)
sys.exit(status or bool(opened))
"""


def test_the_main_job_opens_no_socket(tmp_path: Path, quick_environment: dict[str, str]) -> None:
    run = subprocess.run(
        [sys.executable, "-c", WATCHED, str(tmp_path / "demo")],
        capture_output=True,
        text=True,
        check=False,
        env=quick_environment,
    )
    assert run.returncode == 0, run.stderr
    assert "sockets: []" in run.stderr
